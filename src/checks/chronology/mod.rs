//! The chronology check reads a document's rows of dated events and holds them to the calendar, to one another and to the
//! narrative.
//!
//! Rows are gathered ([`gather`]) from tables, dated lines, forms ([`records`]) and narratives that stand for a chronology
//! ([`diary`]), dates read ([`dates`]) in all the forms that people write; who is named and seen in a row is a fact of the
//! [`Timeline`]. Then each question has its file: [`defects`] of one date, [`sources`], [`order`], what is told too early
//! ([`unborn`]) or too [`late`], [`ages`], the [`narrative`] with its [`counts`], [`lists`] and [`durations`], and the [`same`]
//! event twice, in rows or [`retold`]. Dates blurred for anonymity, ranges, plans, laws and papers are no faults.

mod age;
mod age_marks;
mod ages;
mod aside;
mod birth_words;
mod births;
mod calendar;
mod clock_spans;
mod counts;
mod dates;
mod deaths;
mod defects;
mod diary;
mod durations;
mod early;
mod event_day;
mod gather;
mod headed;
mod hour_order;
mod hours;
mod inner;
mod intervals;
mod late;
mod ledger;
mod ledger_sums;
mod ledger_told;
mod lengths;
mod lines;
mod lists;
mod marriages;
mod name;
mod narrative;
mod of_age;
mod order;
mod own_day;
mod part;
mod people;
mod points;
mod pregnancies;
mod reach;
mod records;
mod requoted;
mod retold;
mod rules;
mod same;
mod scene;
mod sources;
mod stretch;
mod tables;
mod tense;
mod terms;
mod timeline;
mod unborn;
mod whom;
mod yearless;

pub use calendar::{Precision, When};
pub use rules::RULES;
pub use timeline::{Chronicle, People, Row, Timeline};

use std::collections::HashSet;

use super::desk;
use crate::annotation::Annotation;
use crate::document::Document;
use crate::text::Text;
use desk::Desk;
use scene::Scene;

/// Days without a row from which a gap is spoken of, when nobody says otherwise.
pub const GAP_DAYS: u32 = 90;

/// Reads the chronologies of `document`, which was parsed from `text`. Returns the timeline (spans in folded bytes) and
/// the remarks on its dates (spans in bytes of the text), in reading order. A stretch of more than `gap_days` without a row
/// is a gap.
#[must_use]
pub fn check(document: &Document, text: &Text, gap_days: u32) -> (Timeline, Vec<Annotation<'static>>) {
    let desk = Desk { document, text };
    let mut timeline = gather::timeline(desk);
    let mut found = Vec::new();
    let births = {
        let scene = Scene::new(document, &timeline);
        let births = births::births(document, &scene);
        let terms = terms::Terms::new(document);
        defects::remarks(desk, &scene, &mut found);
        yearless::remarks(desk, &scene, &mut found);
        order::remarks(desk, &scene, gap_days, &mut found);
        hour_order::remarks(desk, &scene, &mut found);
        headed::remarks(desk, &scene, &mut found);
        late::remarks(desk, &scene, &mut found);
        unborn::remarks(desk, &scene, &births, &mut found);
        let deaths = deaths::deaths(desk, &scene, &births);
        ages::remarks(desk, &scene, (&births, &deaths), &mut found);
        narrative::remarks(desk, &scene, &terms, &mut found);
        counts::remarks(desk, &scene, &terms, &mut found);
        lists::remarks(desk, &mut found);
        lists::announced(desk, &scene, &mut found);
        durations::remarks(desk, &scene, &deaths, &mut found);
        clock_spans::remarks(desk, &scene, &mut found);
        intervals::remarks(desk, &scene, &mut found);
        let ledgers = ledger::all(desk);
        ledger_sums::remarks(desk, &scene, &ledgers, &mut found);
        ledger_told::remarks(desk, &scene, &ledgers, &mut found);
        marriages::remarks(desk, &scene, &deaths, &mut found);
        pregnancies::remarks(desk, &scene, &mut found);
        same::remarks(desk, &scene, &mut found);
        retold::remarks(desk, &scene, &terms, &mut found);
        requoted::remarks(desk, &scene, &terms, &mut found);
        births
    };
    // Only rows ask who appears.
    if !timeline.rows.is_empty() {
        people::Cast::new(document, &births, &timeline).appear(document, &mut timeline);
    }
    found.retain(|it| !it.span.is_empty());
    without_echoes(&mut found);
    found.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    (timeline, found)
}

/// Leaves out that the chronology lacks a day where that day is told to be wrong.
fn without_echoes(found: &mut Vec<Annotation<'static>>) {
    const LACKS: &str = "chronology/missing-from-chronology";
    let wrong = [
        "chronology/before-birth",
        "chronology/after-report-date",
        "chronology/same-event-two-dates",
    ];
    let told: HashSet<_> = found.iter().filter(|it| wrong.contains(&it.rule)).map(|it| it.span).collect();
    found.retain(|it| it.rule != LACKS || !told.contains(&it.span));
}

#[cfg(test)]
mod tests;
