//! An evaluation holds the annotations of a document against labels that a person set: how many of the marks are
//! right (precision), and how many of the labels were found (recall).

mod gold;
mod saved;
mod score;

pub use gold::{Duty, Gold, GoldError, Label};
pub use saved::{Changes, FORM, Saved};
pub use score::{Outcome, Pair, Share, Tally, Verdict};
