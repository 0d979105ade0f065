//! The suite looks at the crate from outside: one binary, a module for each promise.
//!
//! `actions` reads plans and minutes in many layouts; `cases` runs the command on the files of `tests/cases`; `chronology` holds the
//! dates to the faults planted in them; `corpus` holds every document against what was agreed of it; `docx` reads Word files
//! that it makes, and marks copies of them; `gold`, `links` and `own` hold the marks against labels; `outline` asks what must be true of any
//! outline and its references, `properties` of any text; `records` holds every record against its schema and its offsets
//! against the text; `streams` closes pipes and breaks files; `threads` wants the same bytes for any number of threads;
//! `tidy` keeps the house; `traps` lays traps.

#![expect(clippy::disallowed_methods, reason = "tests make and read files")]

mod actions;
mod cases;
mod chronology;
mod corpus;
mod docx;
mod gold;
mod links;
mod outline;
mod own;
mod place;
mod properties;
mod records;
mod streams;
mod threads;
mod tidy;
mod traps;
