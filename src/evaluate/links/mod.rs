//! A `Planted` document is labelled for what leads where: its references, promises and vague pointers, the slots of its
//! actions, and the faults of dates and of editing that were planted in it.
//!
//! `[[paragraph 4.27::ref dangling > 4.25]]`, `[[section 47::external]]`, `[[Action Five::action owner="Police"
//! date="May 2019" check=yes status=none response=no]]`, `[[31.4.19::fault chronology/impossible-date]]`.

mod label;
mod score;
mod slots;
mod target;

pub use label::{Mark, Planted, Slots};
pub use score::LinkTally;
pub use slots::SlotPairs;
