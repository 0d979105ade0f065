//! Word documents: awkward ones are read as Word shows them, damaged ones end in a named error, marked ones come back whole.

mod command;
mod corpus;
mod damaged;
mod marking;
pub(crate) mod paper;
mod reading;
