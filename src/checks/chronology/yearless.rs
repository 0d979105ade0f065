//! A yearless date is a day and a month of the narrative to which nothing around it gives a year: "closed on 17 March", in a
//! paragraph that speaks of 2017 to 2020.

use super::super::remark::Remark;
use super::calendar::{When, days};
use super::defects::is_quoted;
use super::desk::Desk;
use super::reach;
use super::scene::{Prose, Scene};
use super::tense::{self, Tense};
use crate::annotation::{Annotation, Confidence, Severity};
use crate::document::{Document, Genre, Setting};
use crate::text::Span;

/// Days with their year from which it is the custom of a document to give one.
const CUSTOM: usize = 6;
/// Days without a year that are slips of such a document.
const SLIPS: usize = 2;
/// Years of its days between which a document leaves a reader in doubt.
const SPAN: i32 = 400;
/// Days after the last one told within which a narrative goes on in the same year.
const GOES_ON: i32 = 62;
/// Dates back among which the last with its year is looked for.
const NEAREST: usize = 64;
/// The longest block that is read for its years.
const LONGEST: usize = 6_000;

/// Days of the past whose year cannot be known.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    if scene.document.genre == Genre::Inspection {
        return;
    }
    let mut open = Vec::new();
    for (at, it) in scene.prose.iter().enumerate().filter(|(_, it)| is_told(desk, scene, it)) {
        match context(scene, at) {
            Context::Several => out.push(remark(desk, it.span)),
            Context::None if !goes_on(scene, at) => open.push(it),
            Context::None | Context::One => {}
        }
    }
    // A document that often leaves the year out leaves it to the reader.
    let bare = |it: &&Prose| it.running && !it.written.dated && it.written.parts.is_some();
    if scene.prose.iter().filter(bare).count() <= SLIPS && is_custom(scene) {
        out.extend(open.into_iter().map(|it| remark(desk, it.span)));
    }
}

/// Whether a date of the narrative tells on what day something happened, and no year.
fn is_told(desk: Desk<'_>, scene: &Scene<'_>, it: &Prose) -> bool {
    let lacking = it.running && !it.written.dated && it.written.when.is_none() && it.written.flaw.is_none() && it.written.parts.is_some();
    if !lacking || is_quoted(scene, it.span) {
        return false;
    }
    let (head, tail) = reach::around(desk, it);
    let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
    let led = head.trim_end().rsplit(|c: char| !c.is_alphabetic()).next() == Some("on");
    let yearly = [
        "birthday",
        "each year",
        "every year",
        "annual",
        "that year",
        "same year",
        "year before",
        "year later",
        "year after",
    ];
    let yearly = yearly.iter().any(|word| head.contains(word) || tail.contains(word));
    led && !yearly && tense::around(&head, &tail) == Tense::Past
}

/// What the block of a date says of its year.
enum Context {
    /// A year, or another day that has one.
    One,
    /// Two years between which it may lie.
    Several,
    /// Nothing.
    None,
}

fn context(scene: &Scene<'_>, at: usize) -> Context {
    let it = &scene.prose[at];
    let document = scene.document;
    let body = document.blocks[it.block].body;
    if body.len() as usize > LONGEST {
        return Context::One;
    }
    let own = |other: &Prose| other.block == it.block && (other.written.dated || other.written.when.is_some());
    let beside = scene.prose[..at].iter().rev().take_while(|other| other.block == it.block).any(own);
    let sentence = document.sentences.get(it.sentence).map_or(it.span, |s| s.span);
    let behind = scene.prose[at + 1..]
        .iter()
        .take_while(|other| other.span.start < sentence.end)
        .any(own);
    if beside || behind {
        return Context::One;
    }
    let text = document.fold.slice(body);
    let years = years(text, body.start);
    let before = years.partition_point(|(_, span)| span.start < it.span.start);
    let Some(&(year, last)) = before.checked_sub(1).map(|last| &years[last]) else {
        return if years.is_empty() && !is_headed(document, it.block) {
            Context::None
        } else {
            Context::One
        };
    };
    let range = before.checked_sub(2).map(|first| years[first]).is_some_and(|(_, first)| {
        let between = document.fold.slice(Span::new(first.end, last.start)).trim();
        ["and", "to", "until", "-", "or"].contains(&between)
    });
    let later = years
        .get(before)
        .is_some_and(|(other, span)| *other != year && span.start < sentence.end);
    let apart = last.end < sentence.start;
    if range || later && apart { Context::Several } else { Context::One }
}

/// The years that stand in `text`, which begins at the folded byte `base`.
fn years(text: &str, base: u32) -> Vec<(i16, Span)> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let year = word
            .parse()
            .ok()
            .filter(|year: &i16| word.len() == 4 && (1950..2100).contains(year));
        found.extend(year.map(|year| (year, Span::at(base as usize + start, base as usize + start + 4))));
    }
    found
}

/// Whether the heading above a block has a year.
fn is_headed(document: &Document, block: usize) -> bool {
    let section = document.blocks[block].section.and_then(|at| document.blocks.get(at as usize));
    section.is_some_and(|heading| !years(document.fold.slice(heading.body), 0).is_empty())
}

/// Whether the day follows so soon on the last that is told with its year that the narrative goes on.
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    let parts = scene.prose[at].written.parts;
    let last = scene.prose[..at]
        .iter()
        .rev()
        .take(NEAREST)
        .filter_map(|it| it.written.when)
        .find_map(When::exact);
    let day = parts
        .zip(last)
        .and_then(|((month, day), last)| jiff::civil::Date::new(last.year(), month, day).ok());
    day.zip(last)
        .is_some_and(|(day, last)| (-GOES_ON..=GOES_ON).contains(&days(last, day)))
}

/// Whether the document gives its days their years, and its days lie in several.
fn is_custom(scene: &Scene<'_>) -> bool {
    let minutes = matches!(scene.document.genre, Genre::Minutes);
    let running = |it: &&Prose| it.running && it.written.parts.is_some();
    let narrative = |it: &&Prose| scene.document.blocks[it.block].setting == Setting::Narrative;
    let told = scene.prose.iter().filter(running).filter(narrative).filter(|it| it.written.dated);
    let rows = scene.timeline.rows.iter().filter(|row| row.how.dated && row.how.parts.is_some());
    let days: Vec<_> = told
        .filter_map(|it| it.written.when)
        .chain(rows.filter_map(|row| row.when))
        .map(|when| when.first)
        .collect();
    let ends = days.iter().min().zip(days.iter().max());
    !minutes && days.len() >= CUSTOM && ends.is_some_and(|(first, last)| super::calendar::days(*first, *last) > SPAN)
}

fn remark(desk: Desk<'_>, at: Span) -> Annotation<'static> {
    let message = "This date has no year, and nothing around it gives one.".to_owned();
    let said = Remark::new("chronology/no-year", Severity::Low, message, "Which year is meant?").sure(Confidence::Medium);
    desk.remark(said, at, Vec::new())
}
