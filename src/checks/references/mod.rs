//! The references check follows every cross-reference of a document to what it points at.

mod graph;

pub use graph::{Coverage, Graph, Reference, ReferenceKind, State, Suggestion};
