//! `Statistics` turn counts into figures that stand up: rates with their intervals, ratios, quantiles. Nothing here knows a document.
//!
//! `docs/statistics.md` names each method, its source and how it was tried.

mod clustered;
mod gamma;
mod lengths;
mod rate;
mod ratio;
mod standing;
mod student;
#[cfg(test)]
mod tests;

pub use clustered::{Clustering, Sizes, Sums};
pub use gamma::{poisson_high, poisson_low};
pub use lengths::Lengths;
pub use rate::{Base, Counted, FEWEST_HITS, FEWEST_WORDS, Rate, may_have_rate};
pub use ratio::{Ratio, ratio};
pub use standing::{FEWEST_DOCUMENTS, percentile};
pub use student::{NORMAL, two_sided};
