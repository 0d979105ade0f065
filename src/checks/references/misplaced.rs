//! A `misplaced` reference stands in the narrative and leads to a place that exists, while its words speak of the neighbour:
//! "Table 3 gives the invitations", where Table 4 does. It takes more to say so than of an action's citation, which is known
//! to answer one place: two telling words and none of the place cited, or three references that are wrong by the same step.

use std::collections::HashMap;

use super::evidence::{CLOSE, NOTHING};
use super::graph::{ReferenceKind, State, Suggestion};
use super::judge::Judged;
use super::list::To;
use super::mention::Pointer;
use super::narrative::passage;
use super::paragraphs::{Paragraphs, is_citation};
use super::resolve::Lead;
use super::stems::Stems;
use super::suggest::quoted;
use super::terms::{Bag, Rarity, Shared, Terms};
use crate::annotation::Confidence;
use crate::document::{Document, LabelKind, Zone};
use crate::text::Span;

/// Series whose places the narrative cites.
const SERIES: [LabelKind; 11] = [
    LabelKind::Paragraph,
    LabelKind::Finding,
    LabelKind::LearningPoint,
    LabelKind::Theme,
    LabelKind::Recommendation,
    LabelKind::Episode,
    LabelKind::Question,
    LabelKind::Point,
    LabelKind::Listed,
    LabelKind::Table,
    LabelKind::Appendix,
];
/// Fewest places of a series.
const FEWEST: usize = 3;
/// Fewest references that make a drift.
const DRIFT: usize = 3;
/// How far a neighbour stands.
const FARTHEST: i64 = 2;
/// Most references of one series that are asked after; a bound on the work.
const MOST_ASKED: usize = 1_000;
/// A score that one telling word nearly reaches.
const TELLING: f64 = 0.8;
/// By how much the neighbour must outdo every other.
const MARGIN: f64 = 1.5;
/// How many times as much a neighbour must share as a place cited that shares something too.
const OUTWEIGHED: f64 = 4.0;
/// Bytes of a paragraph before a reference that opens it.
const OPENING: u32 = 24;

/// A reference with the words around it.
struct Asked {
    judged: usize,
    rank: i64,
    words: Span,
}

/// The neighbour that an asked reference's words speak of.
struct Better {
    judged: usize,
    rank: u32,
    step: i64,
    shared: Shared,
}

/// Adds suggestions to the references of the narrative that evidently mean a neighbour of the place they lead to.
pub(super) fn suggest(document: &Document, judged: &mut [Judged], stems: &Stems) {
    for kind in SERIES.into_iter().chain(document.outline.own.kinds()) {
        let series = Paragraphs::new(document, judged, kind);
        let asked = if series.entries.len() >= FEWEST {
            asked(&series, judged)
        } else {
            Vec::new()
        };
        if asked.is_empty() {
            continue;
        }
        let better = better(&series, &asked, stems);
        say(&series, better, judged);
    }
}

/// The references of one place of `series` each, alone in their sentence.
fn asked(series: &Paragraphs, judged: &[Judged]) -> Vec<Asked> {
    let document = series.document;
    let spans: Vec<Span> = judged
        .iter()
        .filter(|one| one.reference.kind == ReferenceKind::Explicit)
        .filter(|one| one.reference.entries.iter().any(|entry| series.rank.contains_key(entry)))
        .map(|one| one.reference.span)
        .collect();
    let ask = |(at, one): (usize, &Judged)| {
        let reference = &one.reference;
        let Pointer::Named { items, .. } = &one.located.mention.pointer else {
            return None;
        };
        let ([item], [leads]) = (items.as_slice(), one.leads.as_slice()) else {
            return None;
        };
        let [Lead::Entry(entry)] = leads.as_slice() else { return None };
        let rank = i64::from(*series.rank.get(entry)?);
        let told = matches!(document.blocks[reference.block as usize].zone, Zone::Paragraph | Zone::List);
        let plain = reference.state == State::Ok && reference.kind == ReferenceKind::Explicit && item.to == To::Itself && told;
        if !plain || is_citation(document, one, series.kind) {
            return None;
        }
        let words = words(document, one);
        let from = spans.partition_point(|span| span.start < words.start);
        let alone = spans[from..].iter().take_while(|span| span.start < words.end).count() == 1;
        alone.then_some(Asked { judged: at, rank, words })
    };
    judged.iter().enumerate().filter_map(ask).take(MOST_ASKED).collect()
}

/// The passage that refers; all of a paragraph that opens with the reference.
fn words(document: &Document, one: &Judged) -> Span {
    let body = document.blocks[one.reference.block as usize].body;
    if one.reference.span.start - body.start <= OPENING {
        return body;
    }
    passage(document, one)
}

/// For each reference the neighbour that is told of, where the place cited shares nothing with it.
fn better(series: &Paragraphs, asked: &[Asked], stems: &Stems) -> Vec<Better> {
    let document = series.document;
    let mut terms = Terms::new(stems);
    let questions: Vec<Bag> = asked
        .iter()
        .map(|one| terms.learn(std::iter::once(document.fold.slice(one.words))))
        .collect();
    let bags: HashMap<u32, Bag> = series.sample().map(|rank| (rank, series.bag(&mut terms, rank))).collect();
    let rarity = Rarity::new(terms, bags.values());
    let one = |(one, question): (&Asked, &Bag)| {
        let shared = |rank: i64| Some(rarity.shared(question, bags.get(&u32::try_from(rank).ok()?)?));
        let here = shared(one.rank)?.score;
        let labelled = series.kind != LabelKind::Paragraph;
        if here >= NOTHING && !labelled {
            return None;
        }
        let open = |rank: &i64| {
            let entry = u32::try_from(*rank).ok().and_then(|rank| series.entries.get(rank as usize));
            // What a place says of another is no sign that it means itself.
            let holds = |&e: &u32| document.outline.entries[e as usize].extent.holds(one.words.start);
            entry.is_some_and(|e| !holds(e)) && !series.is_heading(*rank as u32)
        };
        let near = (one.rank - FARTHEST..=one.rank + FARTHEST).filter(|&rank| rank != one.rank);
        let mut scored: Vec<(i64, Shared)> = near.filter(open).filter_map(|rank| Some((rank, shared(rank)?))).collect();
        scored.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        let next = scored.get(1).map_or(0.0, |(_, shared)| shared.score);
        let (rank, shared) = scored.into_iter().next()?;
        // A word that both share does not hide a place that shares far more.
        let outweighs = here < NOTHING || shared.pair && shared.score >= MARGIN * CLOSE && shared.score >= OUTWEIGHED * here;
        (shared.score >= TELLING && shared.score >= MARGIN * next && outweighs).then_some(Better {
            judged: one.judged,
            rank: rank as u32,
            step: rank - one.rank,
            shared,
        })
    };
    asked.iter().zip(&questions).filter_map(one).collect()
}

/// Says of those that stand out, or drift together, what was meant.
fn say(series: &Paragraphs, better: Vec<Better>, judged: &mut [Judged]) {
    let mut steps: HashMap<i64, usize> = HashMap::new();
    for one in &better {
        *steps.entry(one.step).or_default() += 1;
    }
    for one in better {
        let drifts = steps[&one.step] >= DRIFT;
        let clear = match series.kind {
            LabelKind::Paragraph => one.shared.pair && one.shared.score >= MARGIN * CLOSE && one.step.abs() == 1,
            _ => one.shared.score >= CLOSE,
        };
        if !drifts && !clear {
            continue;
        }
        let reference = &mut judged[one.judged].reference;
        let target = series.label(one.rank).to_owned();
        let why = format!("{target} shares {} with this passage.", quoted(&one.shared.terms));
        reference.state = State::OffTarget;
        reference.suggestions.push(Suggestion {
            target,
            confidence: if drifts { Confidence::Medium } else { Confidence::Low },
            why,
        });
    }
}
