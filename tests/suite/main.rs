//! The suite looks at the crate from outside: one binary, a module for each promise.
//!
//! `cases` runs the command on the files of `tests/cases`; `chronology` holds the dates to the faults planted in them; `corpus` holds every document against what was agreed of it; `docx` reads and marks Word documents;
//! `gold` holds the marks against labels; `properties` asks what must be true of any text; `records` holds every record against its schema and its
//! offsets against the text; `properties` asks the same of any text; `streams` closes pipes and breaks files; `threads`
//! wants the same bytes for any number of threads; `tidy` keeps the house; `traps` lays traps.

#![expect(clippy::disallowed_methods, reason = "tests make and read files")]

mod cases;
mod chronology;
mod corpus;
mod docx;
mod gold;
mod place;
mod properties;
mod records;
mod streams;
mod threads;
mod tidy;
mod traps;
