//! The suite looks at the crate from outside: one binary, a module for each promise.
//!
//! `actions` reads plans and minutes in many layouts; `cases` runs the command on the files of `tests/cases`; `chronology` holds the
//! dates to the faults planted in them; `consumers` has other programs read what is written, which `outputs` holds against
//! their standards; `corpus` holds every document against what was agreed of it; `docx` reads Word files
//! that it makes, and marks copies of them; `filter` talks line by line; `folders` asks what became of all
//! that stands in one; `gold`, `links` and `own` hold the marks against labels;
//! `hostile` makes bombs and mazes, `mutation` damages real files, `refused` asks what each refusal says; `many` counts what
//! became of four hundred files; `odt` reads OpenDocument texts that it makes; `outline` asks what must be true of any outline
//! and its references, `properties` of any text; `records` holds every record against its schema and its offsets against the
//! text; `resume` kills runs and lets them go on; `series` holds pairs of sentences and successive minutes to what was agreed of
//! them; `spark` runs the examples for engines; `streams` closes pipes and breaks files; `summary` looks at the quality lead's
//! page in all its forms; `threads` wants the same bytes for any number of threads; `tidy` keeps the house; `traps` lays traps;
//! `twins` wants the same said of a document in every format; `web` reads the pages for the browser, and opens them in one.

#![expect(clippy::disallowed_methods, reason = "tests make and read files")]

mod actions;
mod cases;
mod chronology;
mod consumers;
mod corpus;
mod docx;
mod filter;
mod folders;
mod gold;
mod hostile;
mod links;
mod many;
mod mutation;
mod odt;
mod outline;
mod outputs;
mod own;
mod place;
mod properties;
mod records;
mod refused;
mod resume;
mod series;
mod spark;
mod streams;
mod summary;
mod threads;
mod tidy;
mod traps;
mod twins;
mod web;
mod wordless;
