//! The checks: each reads a [`crate::document::Document`] and gives annotations, and facts of its own.
//! They do not know one another; what two of them share, the document or [`crate::scan`] hands to both. How a remark is
//! written is theirs in common.

pub mod actions;
pub mod chronology;
mod desk;
pub mod editorial;
pub mod language;
pub mod references;
mod remark;
mod rule;

pub use rule::CheckRule;

/// The rules of all checks but that of language, whose rules are in packs.
pub fn rules() -> impl Iterator<Item = &'static CheckRule> {
    [references::RULES, actions::RULES, chronology::RULES, editorial::RULES]
        .into_iter()
        .flatten()
}
