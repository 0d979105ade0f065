//! A `Scene` is what the checks of dates share: the rows, the dates of the prose around them, and the document's own day.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::calendar::When;
use super::dates::{Flaw, Known, Written, find};
use super::timeline::{Row, Timeline};
use crate::document::{Document, Genre, Setting, Zone};
use crate::text::Span;

/// A date outside the rows' own place.
#[derive(Clone, Debug)]
pub(super) struct Prose {
    /// The date as written (folded bytes).
    pub(super) span: Span,
    /// How.
    pub(super) written: Written,
    /// Index of its block.
    pub(super) block: usize,
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// Whether it stands in running text, not in a cell, a row, a plan or front matter.
    pub(super) running: bool,
    /// Whether it stands in the account of a row.
    pub(super) in_row: bool,
}

/// Rows, prose and the document's own day.
pub(super) struct Scene<'d> {
    pub(super) document: &'d Document,
    pub(super) timeline: &'d Timeline,
    /// All dates outside the rows' own place, in reading order.
    pub(super) prose: Vec<Prose>,
    /// The day on which the document says that it was written, and where.
    pub(super) own_day: Option<(Date, Span)>,
}

impl<'d> Scene<'d> {
    pub(super) fn new(document: &'d Document, timeline: &'d Timeline) -> Self {
        let mut prose = prose(document, timeline);
        lend_in_lists(document, &mut prose);
        lend_years(document, &mut prose, timeline);
        super::headed::lend_years(document, &mut prose);
        let own_day = super::own_day::find_in(document, timeline);
        if let Some((day, _)) = own_day.filter(|_| document.genre == Genre::Minutes) {
            lend_own_year(&mut prose, day);
        }
        Self {
            document,
            timeline,
            prose,
            own_day,
        }
    }

    /// The dates of running text, sentence by sentence.
    pub(super) fn by_sentence(&self) -> impl Iterator<Item = &[Prose]> {
        self.prose.chunk_by(|a, b| a.sentence == b.sentence && a.block == b.block)
    }
}

fn prose(document: &Document, timeline: &Timeline) -> Vec<Prose> {
    let leads: HashSet<Span> = timeline.rows.iter().map(|row| row.written).collect();
    let blocks: HashSet<u32> = timeline.rows.iter().map(|row| row.block).collect();
    let mut accounts: Vec<Span> = timeline.rows.iter().flat_map(|row| row.account.iter().copied()).collect();
    accounts.sort_unstable();
    let told = |span: Span| {
        let after = accounts.partition_point(|piece| piece.start <= span.start);
        after > 0 && accounts[after - 1].contains(span)
    };
    let events: HashSet<u32> = document.events.iter().map(|event| event.span.start).collect();
    let mut found = Vec::new();
    let series = super::headed::is_series(document);
    for (at, block) in document.blocks.iter().enumerate() {
        if matches!(block.zone, Zone::Contents | Zone::Footnote) {
            continue;
        }
        let running = matches!(block.zone, Zone::Paragraph | Zone::List)
            && matches!(block.setting, Setting::Narrative | Setting::Minutes)
            && !blocks.contains(&(at as u32));
        let text = document.fold.slice(block.body);
        let known = if running && series {
            super::headed::known(document, at)
        } else {
            Known::default()
        };
        let mut dates = find(text, known);
        dates.extend(super::dates::bare_days(text, known));
        dates.sort_by_key(|it| it.range.start);
        for written in dates {
            let range = &written.range;
            let span = Span::new(block.body.start + range.start as u32, block.body.start + range.end as u32);
            if leads.iter().len() > 0 && (leads.contains(&span) || blocks.contains(&(at as u32)) && !told(span)) {
                continue;
            }
            // Figures with points may be a paragraph's number: the document knows.
            let start = span.end - pointed_len(document.fold.slice(span));
            if written.pointed && !events.contains(&start) {
                continue;
            }
            found.push(Prose {
                span,
                block: at,
                sentence: document.sentence_at(span.start),
                running: running && !told(span),
                in_row: told(span),
                written,
            });
        }
    }
    found
}

/// Gives the days of a list the year that one of them has for all: "11 January, 9 February and 24 June 2021".
fn lend_in_lists(document: &Document, prose: &mut [Prose]) {
    let joined = |a: &Prose, b: &Prose| {
        let near = a.block == b.block && a.span.end <= b.span.start && b.span.start - a.span.end <= 8;
        near && [",", "and", ", and", "&", "or", ", then", "and on", ", and on", ", on"]
            .contains(&document.fold.slice(Span::new(a.span.end, b.span.start)).trim())
    };
    let lent = |it: &Prose, other: &Prose| {
        let (month, day) = it
            .written
            .parts
            .filter(|_| it.written.when.is_none() && it.written.flaw.is_none())?;
        Date::new(other.written.when?.exact()?.year(), month, day).ok()
    };
    for at in (1..prose.len()).rev() {
        let (it, next) = (&prose[at - 1], &prose[at]);
        let day = lent(it, next).filter(|day| joined(it, next) && next.written.when.is_some_and(|when| *day < when.first));
        prose[at - 1].written.when = day.map(When::day).or(prose[at - 1].written.when);
    }
    for at in 1..prose.len() {
        let (before, it) = (&prose[at - 1], &prose[at]);
        let day = lent(it, before).filter(|day| joined(before, it) && before.written.when.is_some_and(|when| when.last < *day));
        prose[at].written.when = day.map(When::day).or(prose[at].written.when);
    }
}

/// Gives a day and month without a year the year of the one day of the document that has them.
fn lend_years(document: &Document, prose: &mut [Prose], timeline: &Timeline) {
    let mut years: HashMap<(i8, i8), Option<i16>> = HashMap::new();
    // A day of birth is no day of the story.
    let born = |it: &&Prose| {
        let near = document.fold.text.floor_char_boundary((it.span.start as usize).saturating_sub(24));
        let head = &document.fold.text[near..it.span.start as usize];
        head.contains("orn ") || head.contains("irth") || head.contains("DOB") || head.contains("dob")
    };
    let told = prose
        .iter()
        .filter(|it| it.written.dated && !born(it))
        .filter_map(|it| it.written.when);
    let rows = timeline.rows.iter().filter_map(|row| row.when);
    for day in told.chain(rows).filter_map(When::exact) {
        let year = years.entry((day.month(), day.day())).or_insert(Some(day.year()));
        *year = year.filter(|year| *year == day.year());
    }
    for it in prose.iter_mut().filter(|it| it.written.when.is_none() && it.written.flaw.is_none()) {
        let Some((month, day)) = it.written.parts else { continue };
        let year = years.get(&(month, day)).copied().flatten();
        it.written.when = year.and_then(|year| Date::new(year, month, day).ok()).map(When::day);
    }
}

/// Gives a weekday's day and month in minutes the year that lies nearest to the meeting: "on Monday 21 May".
fn lend_own_year(prose: &mut [Prose], day: Date) {
    const NEAR: i32 = 150;
    for it in prose
        .iter_mut()
        .filter(|it| it.written.when.is_none() && it.written.flaw.is_none() && it.written.weekday.is_some())
    {
        let Some((month, of_month)) = it.written.parts else { continue };
        let years = [day.year(), day.year() - 1, day.year() + 1];
        let dates = years.into_iter().filter_map(|year| Date::new(year, month, of_month).ok());
        it.written.when = { dates }
            .find(|date| super::calendar::days(*date, day).abs() <= NEAR)
            .map(When::day);
    }
}

/// Bytes of the figures that end a written date.
fn pointed_len(words: &str) -> u32 {
    words.bytes().rev().take_while(|b| b.is_ascii_digit() || *b == b'.').count() as u32
}

/// Whether two rows are told in order, the other way round or in none, is another file's; this one says only what a row's
/// date could have been: with the year of a neighbour, or with day and month exchanged.
pub(super) fn meant(row: &Row, (before, after): (Option<When>, Option<When>)) -> Option<Date> {
    let (month, day) = row.how.parts?;
    let fits = |date: &Date| {
        before.is_none_or(|b| b.first <= *date) && after.is_none_or(|a| *date <= a.last) && (before.is_some() || after.is_some())
    };
    let years = [before, after]
        .into_iter()
        .flatten()
        .flat_map(|when| [when.first.year(), when.first.year() + 1]);
    let own = row.when.map(|when| when.first.year());
    let real = matches!(row.how.flaw, None | Some(Flaw::Malformed(_)));
    years
        .filter(|year| real && Some(*year) != own)
        .filter_map(|year| Date::new(year, month, day).ok())
        .find(fits)
        .or_else(|| {
            let year = own.or_else(|| before.or(after).map(|when| when.first.year()))?;
            Date::new(year, day, month).ok().filter(|_| day != month).filter(fits)
        })
}
