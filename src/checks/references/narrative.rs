//! The `narrative` cites too, "as paragraph 4.27 shows": where such a number leads nowhere, what was meant is asked of the
//! words around it, among the places that a slip could have turned into the number written.

use std::collections::HashMap;

use super::evidence::{CLOSE, RELATED};
use super::graph::{ReferenceKind, State, Suggestion};
use super::judge::Judged;
use super::mention::Pointer;
use super::number::Shape;
use super::paragraphs::Paragraphs;
use super::slip::{Slip, slips};
use super::suggest::quoted;
use super::terms::{Bag, Rarity, Shared, Terms};
use crate::annotation::Confidence;
use crate::document::{Document, LabelKind};
use crate::text::Span;

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
    asked: Vec<Asked>,
}

/// One passage: the reference, the words of its sentence, those around it where the sentence is short, and what it may have meant.
struct Asked {
    judged: usize,
    told: Bag,
    around: Option<Bag>,
    choices: Vec<Choice>,
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
            let (told, around) = words_around(document, one).filter(|_| !choices.is_empty())?;
            let mut learn = |words: &str| terms.learn(std::iter::once(words));
            Some(Asked {
                judged: at,
                told: learn(told),
                around: around.map(&mut learn),
                choices,
            })
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
        for choice in self.asked.iter().flat_map(|asked| &asked.choices) {
            bags.entry(choice.entry).or_insert_with(|| place(document, terms, choice.entry));
        }
        bags
    }

    /// Adds to each passage the place that its words speak for, if one stands out.
    pub(super) fn suggest(self, document: &Document, rarity: &Rarity, bags: &HashMap<u32, Bag>, judged: &mut [Judged]) {
        for asked in self.asked {
            let questions = [Some(&asked.told), asked.around.as_ref()];
            let found = questions
                .into_iter()
                .flatten()
                .find_map(|question| best(question, &asked.choices, rarity, bags));
            if let Some((best, shared, confidence)) = found {
                judged[asked.judged].reference.suggestions.push(Suggestion {
                    target: document.outline.entries[best.entry as usize].label.clone(),
                    confidence,
                    why: reason(document, best, &shared),
                });
            }
        }
    }
}

/// The one of `choices` that the words of `question` speak for, if one stands out.
fn best(question: &Bag, choices: &[Choice], rarity: &Rarity, bags: &HashMap<u32, Bag>) -> Option<(Choice, Shared, Confidence)> {
    let mut scored: Vec<(Choice, Shared)> = choices
        .iter()
        .filter_map(|choice| Some((*choice, rarity.shared(question, bags.get(&choice.entry)?))))
        .collect();
    scored.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.entry.cmp(&b.0.entry)));
    let next = scored.get(1).map_or(0.0, |(_, shared)| shared.score);
    let top = scored.first()?.1.score;
    if let Some(confidence) = confidence(scored[0].0, &scored[0].1, next) {
        let (best, shared) = scored.swap_remove(0);
        return Some((best, shared, confidence));
    }
    // A label with a figure too many can hardly mean another: of those that a slip leads to, the one that shares a telling word.
    let mut slipped = scored.into_iter().filter(|(choice, _)| choice.slip == Some(Slip::Figure));
    let (best, shared) = slipped.next()?;
    let next = slipped.next().map_or(0.0, |(_, shared)| shared.score);
    let clear = shared.score >= TELLING && shared.score >= MARGIN * next && shared.score * 2.0 >= top;
    clear.then_some((best, shared, Confidence::Low))
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
        LabelKind::Paragraph | LabelKind::Section | LabelKind::Item => {
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
            let written = &item.first.base;
            let number = |entry: u32| &paragraphs.document.outline.entries[entry as usize].number;
            // "Action Twelve" has no figure that could slip.
            let figures = item.first.shape != Shape::Word;
            let slipped = |entry: u32| (figures && is_figure_apart(written, number(entry))).then_some(Slip::Figure);
            places.iter().filter(|_| few).map(|&entry| choice(entry, slipped(entry))).collect()
        }
    }
}

/// Whether `one` number is the `other` with a figure put in or left out: "14" and "4", "l14" and "l4".
fn is_figure_apart(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let figure = |at: usize| long.as_bytes()[at].is_ascii_digit() && [&long[..at], &long[at + 1..]].concat() == short;
    long.is_ascii() && long.len() == short.len() + 1 && !short.is_empty() && (0..long.len()).any(figure)
}

/// Words by which a sentence says itself that a place is not there.
const GONE: &[&str] = &[
    "there is no ",
    "there was no ",
    "there is nothing ",
    "nothing is said",
    "nothing on ",
    "does not exist",
    "withdrawn",
    "withdrew",
    "was dropped",
    "been dropped",
    "deleted",
    "let it fall",
    "be restored",
    "has no ",
    "never written",
    "not written",
    "before it was written",
];

/// The words that tell what was meant: the sentence that cites, or, where it stands in a bracket by itself, what the bracket is added
/// to; and its whole block, when the sentence says little more than the number. None where the sentence says that the place is gone.
fn words_around<'d>(document: &'d Document, one: &Judged) -> Option<(&'d str, Option<&'d str>)> {
    const BESIDE: u32 = 48;
    let told = passage(document, one);
    let span = one.reference.span;
    let near = |start: u32, end: u32| document.fold.slice(Span::new(start, end)).to_lowercase();
    let text = document.fold.slice(told);
    let from = text.ceil_char_boundary((span.start - told.start).saturating_sub(BESIDE) as usize) as u32;
    let to = text.floor_char_boundary((span.end - told.start + BESIDE).min(told.len()) as usize) as u32;
    let beside = near(told.start + from, told.start + to.max(from));
    let gone = GONE.iter().any(|gone| beside.contains(gone));
    let body = document.blocks[one.reference.block as usize].body;
    let around = (told.len() < LITTLE && body.contains(told)).then(|| document.fold.slice(body));
    (!gone).then_some((text, around))
}

/// A sentence shorter than this, in bytes, says little more than the number that it cites.
const LITTLE: u32 = 60;

/// Blocks below the title of a place in which a citation still tells of it.
const NEAR_TITLE: u32 = 2;

/// The passage whose matter a citation of the narrative belongs to: its sentence; all of its block, with the title right above it,
/// where the sentence is little more than the bracket that cites.
pub(super) fn passage(document: &Document, one: &Judged) -> Span {
    let span = one.reference.span;
    let body = document.blocks[one.reference.block as usize].body;
    let sentence = document.sentences.get(document.sentence_at(span.start)).map(|s| s.span);
    let sentence = sentence.filter(|s| s.contains(span)).unwrap_or(body);
    let before = document.fold.slice(Span::new(body.start, span.start));
    let open = before.rfind(['(', '[']).filter(|&at| !before[at..].contains([')', ']']));
    // "(Learning: LP3.)" is a sentence of its own; "(see row 8)" within one is of that one.
    let opens = |at: usize| (body.start + at as u32).saturating_sub(sentence.start) <= 2;
    if !open.is_some_and(|at| sentence.len() <= LITTLE && opens(at)) {
        return sentence;
    }
    let block = one.reference.block;
    let title = (block.saturating_sub(NEAR_TITLE)..block)
        .rev()
        .find(|&at| document.blocks[at as usize].zone == crate::document::Zone::Heading);
    let near = title.filter(|&at| (at + 1..block).all(|i| document.blocks[i as usize].cell.is_none()));
    Span::new(near.map_or(body.start, |at| document.blocks[at as usize].body.start), body.end)
}

/// The words of the place that `entry` opens.
fn place(document: &Document, terms: &mut Terms<'_>, entry: u32) -> Bag {
    let place = &document.outline.entries[entry as usize];
    let blocks = document.blocks[place.block as usize..].iter().take(LONGEST_PLACE).enumerate();
    let headed = document.blocks[place.block as usize].zone == crate::document::Zone::Heading;
    let inside = |(i, b): &(usize, &crate::document::Block)| {
        b.span.start < place.extent.end && (*i == 0 || headed || b.zone != crate::document::Zone::Heading)
    };
    let own = blocks.take_while(inside).map(|(_, b)| b);
    let single = place.kind == LabelKind::Paragraph;
    terms.bag(
        own.filter(|b| !single || b.paragraph == Some(entry))
            .map(|b| document.fold.slice(b.body)),
    )
}
