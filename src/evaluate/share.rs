//! A `Share` is so many of so many, with the interval that so few or so many allow.

use serde::{Deserialize, Serialize};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub part: u32,
    /// Of how many.
    pub whole: u32,
}

impl Share {
    /// Counts one more, which is a part or not.
    pub(super) fn count(&mut self, is_part: bool) {
        self.part += u32::from(is_part);
        self.whole += 1;
    }

    /// The share, between 0 and 1; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.whole > 0).then(|| f64::from(self.part) / f64::from(self.whole))
    }

    /// The 95 % interval of the share (Wilson 1927); `None` of nothing.
    #[must_use]
    pub fn interval(self) -> Option<(f64, f64)> {
        const Z: f64 = 1.959_964;
        let (p, n) = (self.value()?, f64::from(self.whole));
        let centre = p + Z * Z / (2.0 * n);
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        Some((((centre - half) / scale).max(0.0), ((centre + half) / scale).min(1.0)))
    }

    /// The harmonic mean of two shares; `None` when either has no value.
    #[must_use]
    pub fn f1(self, other: Self) -> Option<f64> {
        let (a, b) = (self.value()?, other.value()?);
        (a + b > 0.0).then(|| 2.0 * a * b / (a + b))
    }
}

/// Precision and recall of one category or rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Marks that are right, of those that are right or wrong.
    pub precision: Share,
    /// Labels that were found, of those that must be.
    pub recall: Share,
}

impl Pair {
    /// The harmonic mean of its precision and recall; `None` when either has no value.
    #[must_use]
    pub fn f1(self) -> Option<f64> {
        self.precision.f1(self.recall)
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn the_interval_is_wilsons() {
        // Checked against R: prop.test(45, 50, correct = FALSE).
        let (low, high) = Share { part: 45, whole: 50 }.interval().unwrap();
        assert!((low - 0.786_398).abs() < 1e-4 && (high - 0.956_525).abs() < 1e-4, "{low} {high}");
    }
}
