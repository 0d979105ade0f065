//! The checks: each reads a [`crate::document::Document`] and gives annotations, and facts of its own.
//! They do not know one another; what two of them share, the document or [`crate::scan`] hands to both. How a remark is
//! written is theirs in common.

pub mod actions;
pub mod chronology;
pub mod language;
pub mod references;
mod remark;
