//! A requoted event is one whose words, quoted, stand under two days: "she said that she fell" of 24 April and of 27 April.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::desk::Desk;
use super::scene::Scene;
use super::terms::Terms;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// Fewest words of a quotation by which an event is known again, and fewest letters.
const WORDS: usize = 3;
const LETTERS: usize = 10;
/// Days that a slip may lie off.
const REACH: i32 = 62;
/// Rare terms that the two tellings share besides.
const SHARED: usize = 2;

/// A quotation with the day that its sentence or row tells it of.
struct Quoted {
    day: Date,
    date: Span,
    told: Vec<Span>,
    running: bool,
}

/// Quoted words that two days claim.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, terms: &Terms, out: &mut Vec<Annotation<'static>>) {
    let mut places: HashMap<String, Vec<Quoted>> = HashMap::new();
    for quotation in &desk.document.quotations {
        let words = desk
            .words(quotation.span)
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        let enough = words.split(' ').count() >= WORDS && words.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
        if quotation.closed && enough && words.len() < 240 {
            let found = in_row(scene, quotation.span).or_else(|| in_prose(scene, quotation.span));
            places.entry(words).or_default().extend(found);
        }
    }
    let mut said: Vec<_> = places.into_values().filter_map(|told| one_event(desk, terms, told)).collect();
    said.sort_by_key(|(it, _)| it.date);
    for (it, other) in said {
        let message = format!("The same words are told of {} elsewhere.", spoken(other.day));
        let remark = Remark::new(
            "chronology/same-event-two-dates",
            Severity::Medium,
            message,
            "Is it one event, and which of the two dates is right?",
        );
        let related = vec![desk.related(Role::Previous, other.date, "The other date")];
        out.push(desk.remark(remark.sure(Confidence::Medium), it.date, related));
    }
}

/// The later of two tellings of different days, and the first, when they share more than the quotation.
fn one_event(desk: Desk<'_>, terms: &Terms, mut told: Vec<Quoted>) -> Option<(Quoted, Quoted)> {
    let (second, first) = (told.pop()?, told.pop()?);
    let near = (1..=REACH).contains(&days(first.day, second.day).abs());
    if !told.is_empty() || !near || !second.running {
        return None;
    }
    let of = |it: &Quoted| -> HashSet<String> { it.told.iter().flat_map(|&piece| terms.of(desk.words(piece))).collect() };
    let quoted: usize = of(&first).intersection(&of(&second)).count();
    (quoted > SHARED).then_some((second, first))
}

/// The row whose account holds a quotation.
fn in_row(scene: &Scene<'_>, span: Span) -> Option<Quoted> {
    let row = scene
        .timeline
        .rows
        .iter()
        .find(|row| row.account.iter().any(|piece| piece.contains(span)))?;
    Some(Quoted {
        day: row.when.and_then(When::exact)?,
        date: row.written,
        told: row.account.clone(),
        running: false,
    })
}

/// The sentence that holds a quotation, with its one day or the last that its paragraph told before.
fn in_prose(scene: &Scene<'_>, span: Span) -> Option<Quoted> {
    let at = scene.document.sentence_at(span.start);
    let sentence = scene.document.sentences.get(at)?;
    let mut own = scene.prose.iter().filter(|it| it.running && it.sentence == at);
    let here = own.next();
    if own.next().is_some() {
        return None;
    }
    let before = || {
        let upto = scene.prose.partition_point(|it| it.sentence < at);
        scene.prose[..upto]
            .last()
            .filter(|it| it.running && it.block == sentence.block as usize && it.sentence + 1 == at)
    };
    let it = here.or_else(before)?;
    let dated = scene.document.sentences.get(it.sentence).map(|told| told.span);
    Some(Quoted {
        day: it.written.when.and_then(When::exact)?,
        date: it.span,
        told: [Some(sentence.span), dated.filter(|_| it.sentence != at)]
            .into_iter()
            .flatten()
            .collect(),
        running: true,
    })
}
