//! A `Series` is the minutes of successive meetings read together: what they say again, what has changed, what became of their actions.

mod align;
mod change;
mod deadline;
mod lexis;
mod likeness;
mod word;

pub use change::{Change, ChangeKind};
pub use lexis::Kind;
pub use likeness::{Likeness, Relation, compare};
pub use word::{Word, words};
