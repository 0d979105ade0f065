//! A `Ratio` says how many times more often something stands in one text than in another.
//!
//! Its logarithm has the variance 1/count + 1/count, each widened by its design effect (the delta method; Rothman, Greenland and
//! Lash, *Modern Epidemiology*, 3rd edition, 2008, 14), and Welch's degrees of freedom (1947).

use super::rate::{Base, Counted, may_have_rate};
use super::student::two_sided;

/// How many times more often; each with its natural logarithm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The natural logarithm of the ratio.
    pub log: f64,
    /// Its 95 % limits.
    pub log_limits: (f64, f64),
}

impl Ratio {
    /// The ratio itself: 2 is twice as often.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.log.exp()
    }

    /// Its 95 % limits.
    #[must_use]
    pub fn limits(&self) -> (f64, f64) {
        (self.log_limits.0.exp(), self.log_limits.1.exp())
    }

    /// Whether the interval leaves out 1: chance alone seldom makes such a difference.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.log_limits.0 > 0.0 || self.log_limits.1 < 0.0
    }
}

/// How many times more often the first stands than the second; `None` when either has no rate, or only one paragraph.
#[must_use]
pub fn ratio(first: (&Counted, &Base), second: (&Counted, &Base)) -> Option<Ratio> {
    let side = |(counted, base): (&Counted, &Base)| {
        let (count, words) = (counted.count(), base.words());
        let clustering = counted.clustering(base).filter(|_| may_have_rate(count, words))?;
        let variance = clustering.design_effect / count as f64;
        Some((
            (count as f64 / words as f64).ln(),
            variance,
            variance * variance / clustering.freedom,
        ))
    };
    let (one, other) = (side(first)?, side(second)?);
    let variance = one.1 + other.1;
    let freedom = (variance * variance / (one.2 + other.2)).max(1.0);
    let log = one.0 - other.0;
    let reach = two_sided(freedom) * variance.sqrt();
    Some(Ratio {
        log,
        log_limits: (log - reach, log + reach),
    })
}
