//! `near`: whether the words that a rule wants, or does not want, stand around a hit.

use super::gather::Gathered;
use super::passage::{Passage, has_at_most};
use super::voice;
use crate::annotation::{Related, Role};
use crate::patterns::{Near, Rule, SetId, Where};
use crate::text::Span;

/// Places given as evidence for one condition.
const NAMED: usize = 16;

/// Whether all conditions of the rule hold, and none of those that must not.
pub(super) fn holds(rule: &Rule, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
    let counts = |near: &Near| !near.unquoted || voice::quotation(passage).is_none();
    let met = |near: &Near| counts(near) && near.any.iter().any(|&set| stands(near, set, passage, gathered));
    rule.near.iter().all(met) && !rule.unless_near.iter().any(met)
}

/// The places that bear the rule out, in reading order: those of its conditions that say so.
pub(super) fn evidence(rule: &Rule, passage: &Passage<'_>, gathered: &Gathered<'_>, content: &str) -> Vec<Related> {
    let mut related = Vec::new();
    for near in &rule.near {
        let Some(note) = &near.evidence else { continue };
        let bounds = bounds(near, passage);
        let mut places: Vec<Span> = near.any.iter().flat_map(|&set| gathered.inside(set, bounds)).collect();
        places.retain(|place| !place.overlaps(passage.hit));
        places.sort_unstable();
        places.dedup();
        related.extend(places.into_iter().take(NAMED).map(|place| Related {
            role: Role::Evidence,
            span: passage.document.source(place, content),
            note: note.clone().into(),
        }));
    }
    related.sort_by_key(|one| one.span);
    related
}

fn bounds(near: &Near, passage: &Passage<'_>) -> Span {
    match near.place {
        Where::Block => passage.holder().span,
        Where::Beside => passage.beside(),
        Where::Before | Where::After | Where::Sentence => passage.sentence,
    }
}

fn stands(near: &Near, set: SetId, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
    let bounds = bounds(near, passage);
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
        Where::Sentence | Where::Beside | Where::Block => before() || after(),
    }
}

fn is_close(near: &Near, passage: &Passage<'_>, gap: Span) -> bool {
    near.within.is_none_or(|most| has_at_most(passage.slice(gap), most))
}
