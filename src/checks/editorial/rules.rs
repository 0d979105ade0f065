//! The `RULES` of the editorial check: the slips that a last reader of proofs would find.

use super::super::rule::CheckRule;
use crate::annotation::Severity::{Low, Medium};

/// All of them, by name.
#[rustfmt::skip]
pub const RULES: &[CheckRule] = &[
    CheckRule::new("editorial/acronym-late", Low, "An acronym is used before the place that spells it out."),
    CheckRule::new("editorial/acronym-redefined", Low, "An acronym is spelled out in two ways."),
    CheckRule::new("editorial/acronym-undefined", Low, "An acronym is used and never spelled out."),
    CheckRule::new("editorial/acronym-unused", Low, "An acronym is introduced and never used."),
    CheckRule::new("editorial/contents-mismatch", Low, "The contents page and the document disagree."),
    CheckRule::new("editorial/document-two-names", Low, "A strategy, policy or plan is named in two ways."),
    CheckRule::new("editorial/name-left", Medium, "A name stands where the people of the document are otherwise under letters, roles or other names."),
    CheckRule::new("editorial/note-without-mark", Low, "The text of a note has no mark in the text above it."),
    CheckRule::new("editorial/note-without-text", Low, "A mark points to a note that is not there."),
    CheckRule::new("editorial/numbering-duplicate", Low, "A number of a series is used twice."),
    CheckRule::new("editorial/numbering-gap", Low, "A series of numbers skips one."),
    CheckRule::new("editorial/unpaired-quotation", Low, "A quotation mark has no partner."),
];
