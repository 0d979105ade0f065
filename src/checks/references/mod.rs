//! The references check follows every cross-reference of a document to what it points at.

mod anchor;
mod bare;
mod foreign;
mod graph;
mod label;
mod law;
mod list;
mod mention;
mod number;
mod promise;
mod vague;
mod words;

pub use graph::{Coverage, Graph, Reference, ReferenceKind, State, Suggestion};
