//! The `RULES` of the references check: what it can find broken.

use super::super::rule::CheckRule;
use crate::annotation::Severity::{High, Medium};

/// All of them, by name.
#[rustfmt::skip]
pub const RULES: &[CheckRule] = &[
    CheckRule::new("references/action-cites-nothing", Medium, "An action names no finding or paragraph that it answers, and most of the others do."),
    CheckRule::new("references/ambiguous", Medium, "A reference cites a number that more than one place carries."),
    CheckRule::new("references/dangling", High, "A reference points at a place that does not exist."),
    CheckRule::new("references/number-used-twice", Medium, "A paragraph number stands before two paragraphs."),
    CheckRule::new("references/off-target", Medium, "A reference points at a heading, or at the neighbour of the place that is evidently meant."),
    CheckRule::new("references/unanswered-finding", Medium, "No action takes up a finding, though actions take up others."),
    CheckRule::new("references/unanswered-promise", High, "The text promises that something is addressed elsewhere, and nothing there addresses it."),
    CheckRule::new("references/vague", Medium, "The text points to another place without naming it."),
];
