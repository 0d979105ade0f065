//! The `RULES` of the actions check: what an action can lack or contradict.

use super::super::rule::CheckRule;
use crate::annotation::Severity::{High, Low, Medium};

/// All of them, by name.
#[rustfmt::skip]
pub const RULES: &[CheckRule] = &[
    CheckRule::new("actions/compound", Low, "One action holds several undertakings."),
    CheckRule::new("actions/date-passed", Medium, "An action's date is past, and nothing says that it was done."),
    CheckRule::new("actions/group-owner", Medium, "An action is given to a group in which nobody is named."),
    CheckRule::new("actions/impossible-date", High, "An action's date is on no calendar."),
    CheckRule::new("actions/no-check", Low, "An action does not say how anyone would know that it was done."),
    CheckRule::new("actions/no-date", High, "An action has no date."),
    CheckRule::new("actions/no-owner", High, "An action names no person, role or body that is to do it."),
    CheckRule::new("actions/no-response", Medium, "An action has no response, and the other actions of the plan have one."),
    CheckRule::new("actions/status-contradicted", High, "What is said of an action does not bear its status out."),
    CheckRule::new("actions/vague-date", Medium, "An action is to be done at a time that is no date."),
];
