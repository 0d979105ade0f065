//! The `narrative` cites too, "as paragraph 4.27 shows": where such a number leads nowhere, what was meant is asked of the
//! words around it, among the places that a slip could have turned into the number written.

use std::collections::HashMap;

use super::evidence::{CLOSE, RELATED};
use super::graph::{ReferenceKind, State, Suggestion};
use super::judge::Judged;
use super::mention::Pointer;
use super::paragraphs::Paragraphs;
use super::slip::{Slip, slips};
use super::suggest::quoted;
use super::terms::{Bag, Rarity, Shared, Terms};
use crate::annotation::Confidence;
use crate::document::{Document, LabelKind};

/// Most passages of one document that are searched for; a bound on the work.
const MOST_ASKED: usize = 2_000;
/// Most labelled places among which one is looked for by its words.
const MOST_LABELLED: usize = 40;
/// By how much the best place must outdo the next.
const MARGIN: f64 = 1.5;
/// A score that one word reaches which stands in few other places.
const TELLING: f64 = 0.4;
/// By how much a place must outdo the next to be as good as alone.
const ALONE: f64 = 3.0;
/// Blocks of a labelled place that are read.
const LONGEST_PLACE: usize = 12;

/// A place that may have been meant.
#[derive(Clone, Copy)]
struct Choice {
    entry: u32,
    slip: Option<Slip>,
}

/// The passages whose number leads nowhere, with the words around it.
pub(super) struct Narrative {
    asked: Vec<(usize, Bag, Vec<Choice>)>,
}

impl Narrative {
    /// Gathers the passages of `judged`, and teaches `terms` their words.
    pub(super) fn new(paragraphs: &Paragraphs, judged: &[Judged], terms: &mut Terms<'_>) -> Self {
        let document = paragraphs.document;
        let mut labelled: HashMap<LabelKind, Vec<u32>> = HashMap::new();
        for (i, entry) in document.outline.entries.iter().enumerate() {
            let places = labelled.entry(entry.kind).or_default();
            if entry.kind != LabelKind::Paragraph && places.len() <= MOST_LABELLED {
                places.push(i as u32);
            }
        }
        let asks = |one: &&(usize, &Judged)| {
            let reference = &one.1.reference;
            reference.kind == ReferenceKind::Explicit && reference.state == State::Dangling && reference.suggestions.is_empty()
        };
        let all: Vec<(usize, &Judged)> = judged.iter().enumerate().collect();
        let asked = all.iter().filter(asks).take(MOST_ASKED).filter_map(|&(at, one)| {
            let choices = choices(paragraphs, &labelled, one);
            let words = words_around(document, one);
            (!choices.is_empty()).then(|| (at, terms.learn(words.into_iter()), choices))
        });
        Self { asked: asked.collect() }
    }

    /// Whether no passage asks.
    pub(super) const fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// The words of every place that may have been meant, by entry.
    pub(super) fn bags(&self, document: &Document, terms: &mut Terms<'_>) -> HashMap<u32, Bag> {
        let mut bags = HashMap::new();
        for choice in self.asked.iter().flat_map(|(_, _, choices)| choices) {
            bags.entry(choice.entry).or_insert_with(|| place(document, terms, choice.entry));
        }
        bags
    }

    /// Adds to each passage the place that its words speak for, if one stands out.
    pub(super) fn suggest(self, document: &Document, rarity: &Rarity, bags: &HashMap<u32, Bag>, judged: &mut [Judged]) {
        for (at, question, choices) in self.asked {
            let mut scored: Vec<(Choice, Shared)> = choices
                .into_iter()
                .filter_map(|choice| Some((choice, rarity.shared(&question, bags.get(&choice.entry)?))))
                .collect();
            scored.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.entry.cmp(&b.0.entry)));
            let next = scored.get(1).map_or(0.0, |(_, shared)| shared.score);
            let Some((best, shared)) = scored.first() else { continue };
            if let Some(confidence) = confidence(*best, shared, next) {
                judged[at].reference.suggestions.push(Suggestion {
                    target: document.outline.entries[best.entry as usize].label.clone(),
                    confidence,
                    why: reason(document, *best, shared),
                });
            }
        }
    }
}

/// How surely `best` was meant, whose words share `shared`, where the next best place has the score `next`; `None` when
/// that is too little to say.
fn confidence(best: Choice, shared: &Shared, next: f64) -> Option<Confidence> {
    let outdone = shared.score >= MARGIN * next;
    match (best.slip, shared.score) {
        (Some(_), score) if score >= CLOSE && outdone => Some(Confidence::High),
        (Some(_), score) if score >= RELATED && outdone => Some(Confidence::Medium),
        // A point lost or a level added leaves hardly another place to mean: one telling word is enough.
        (Some(Slip::Point | Slip::Level), score) if score >= TELLING && outdone => Some(Confidence::Medium),
        (Some(_), score) if score >= TELLING && shared.score >= ALONE * next => Some(Confidence::Low),
        (None, score) if score >= CLOSE && outdone && (shared.pair && shared.terms.len() > 1 || score >= MARGIN * CLOSE) => {
            Some(Confidence::Medium)
        }
        _ => None,
    }
}

fn reason(document: &Document, best: Choice, shared: &Shared) -> String {
    let label = &document.outline.entries[best.entry as usize].label;
    let words = format!("shares {} with this passage", quoted(&shared.terms));
    match best.slip {
        Some(slip) => format!("{label} {} and {words}.", slip.says()),
        None => format!("{label} {words}."),
    }
}

/// The places that a dangling reference of one number may have meant.
fn choices(paragraphs: &Paragraphs, labelled: &HashMap<LabelKind, Vec<u32>>, one: &Judged) -> Vec<Choice> {
    let Pointer::Named { label, items } = &one.located.mention.pointer else {
        return Vec::new();
    };
    let [item] = items.as_slice() else { return Vec::new() };
    let choice = |entry: u32, slip: Option<Slip>| Choice { entry, slip };
    match label.unwrap_or(LabelKind::Paragraph) {
        LabelKind::Paragraph | LabelKind::Section => {
            let number = &item.first.base;
            let mut slipped = slips(paragraphs, number);
            // The narrative speaks of too much to tell by its words which figure was mistyped.
            slipped.retain(|(_, slip)| *slip != Slip::Typed);
            let near = paragraphs
                .place_of(number)
                .map(|place| paragraphs.ranks_near(place))
                .unwrap_or_default();
            let near = near.into_iter().filter(|rank| slipped.iter().all(|(other, _)| other != rank));
            let entry = |rank: u32| paragraphs.entries[rank as usize];
            let all: Vec<Choice> = near.map(|rank| choice(entry(rank), None)).collect();
            let slipped = slipped.iter().map(|&(rank, slip)| choice(entry(rank), Some(slip)));
            let own = paragraphs.document.blocks[one.reference.block as usize].paragraph;
            all.into_iter().chain(slipped).filter(|choice| Some(choice.entry) != own).collect()
        }
        kind => {
            let places = labelled.get(&kind).map_or(&[][..], Vec::as_slice);
            let few = (1..=MOST_LABELLED).contains(&places.len());
            places.iter().filter(|_| few).map(|&entry| choice(entry, None)).collect()
        }
    }
}

/// The sentence that cites, or its whole block when the sentence says little more than the number.
fn words_around<'d>(document: &'d Document, one: &Judged) -> Vec<&'d str> {
    let block = &document.blocks[one.reference.block as usize];
    let sentence = document.sentences.get(document.sentence_at(one.reference.span.start));
    let own = sentence.filter(|s| s.span.contains(one.reference.span) && s.span.len() >= 60);
    vec![document.fold.slice(own.map_or(block.body, |s| s.span))]
}

/// The words of the place that `entry` opens.
fn place(document: &Document, terms: &mut Terms<'_>, entry: u32) -> Bag {
    let place = &document.outline.entries[entry as usize];
    let blocks = document.blocks[place.block as usize..].iter().take(LONGEST_PLACE);
    let own = blocks.take_while(|b| b.span.start < place.extent.end);
    let single = place.kind == LabelKind::Paragraph;
    terms.bag(
        own.filter(|b| !single || b.paragraph == Some(entry))
            .map(|b| document.fold.slice(b.body)),
    )
}
