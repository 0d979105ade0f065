//! Where one rate has its `standing` among others: a percentile.

/// Fewest documents among which a percentile is given.
pub const FEWEST_DOCUMENTS: usize = 20;

/// How many in a hundred of `others` are lower than `value`, those equal to it counted half (the mean percentile rank; `kind="mean"`
/// of scipy's `percentileofscore`). `None` among fewer than twenty.
#[must_use]
pub fn percentile(value: f64, others: &[f64]) -> Option<f64> {
    if others.len() < FEWEST_DOCUMENTS {
        return None;
    }
    let count = |wanted: fn(&f64, &f64) -> bool| others.iter().filter(|&other| wanted(other, &value)).count() as f64;
    Some(100.0 * (count(f64::lt) + 0.5 * count(f64::eq)) / others.len() as f64)
}
