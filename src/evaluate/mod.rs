//! An evaluation holds what the program says of a document against labels that a person set: how much of it is right
//! (precision), and how many of the labels were found (recall). `Gold` documents are labelled for language, `Planted`
//! ones for references, actions, dates and the editor's list.

#[cfg(test)]
mod fit;
mod gold;
mod labels;
mod links;
mod saved;
mod score;
mod share;

pub use gold::{Duty, Gold, Label};
pub use labels::GoldError;
pub use links::{LinkTally, Mark, Planted, SlotPairs, Slots};
pub use saved::{Changes, FORM, Saved};
pub use score::{Outcome, Tally, Verdict};
pub use share::{Pair, Share};
