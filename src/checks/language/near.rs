//! `near`: whether the words that a rule wants, or does not want, stand around a hit.

use super::gather::Gathered;
use super::passage::{Passage, has_at_most};
use crate::patterns::{Near, Rule, SetId, Where};
use crate::text::Span;

/// Whether all conditions of the rule hold, and none of those that must not.
pub(super) fn holds(rule: &Rule, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
    let met = |near: &Near| near.any.iter().any(|&set| stands(near, set, passage, gathered));
    rule.near.iter().all(met) && !rule.unless_near.iter().any(met)
}

fn stands(near: &Near, set: SetId, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
    let bounds = match near.place {
        Where::Block => passage.holder().span,
        Where::Before | Where::After | Where::Sentence => passage.sentence,
    };
    let before = || {
        gathered
            .before(set, passage.hit.start)
            .is_some_and(|found| found.start >= bounds.start && is_close(near, passage, Span::new(found.end, passage.hit.start)))
    };
    let after = || {
        gathered
            .after(set, passage.hit.end)
            .is_some_and(|found| found.end <= bounds.end && is_close(near, passage, Span::new(passage.hit.end, found.start)))
    };
    match near.place {
        Where::Before => before(),
        Where::After => after(),
        Where::Sentence | Where::Block => before() || after(),
    }
}

fn is_close(near: &Near, passage: &Passage<'_>, gap: Span) -> bool {
    near.within.is_none_or(|most| has_at_most(passage.slice(gap), most))
}
