//! A `Birth` is a day on which a document says that somebody was born; rows before it and ages against it are held to it.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::dates::{Known, find, number_word};
use super::desk::Desk;
use super::name::name_at_end;
use super::scene::{Prose, Scene};
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::document::{Document, Zone};
use crate::text::Span;

/// A day on which somebody is said to have been born.
#[derive(Clone, Debug)]
pub(super) struct Birth {
    /// Who, as written.
    pub(super) name: String,
    /// When.
    pub(super) date: Date,
    /// The date as written (folded bytes).
    pub(super) span: Span,
    /// Whether a row of a chronology tells it.
    pub(super) row: bool,
}

/// All births that `document` tells, in reading order.
pub(super) fn births(document: &Document, scene: &Scene<'_>) -> Vec<Birth> {
    let mut found = Vec::new();
    for block in &document.blocks {
        if block.cell.is_some() || matches!(block.zone, Zone::Contents | Zone::Footnote) {
            continue;
        }
        let text = document.fold.slice(block.body);
        let lower = text.to_ascii_lowercase();
        if ["born", "birth", "d.o.b", "dob"].iter().any(|word| lower.contains(word)) {
            in_prose(text, &lower, block.body.start, &mut found);
        }
    }
    in_tables(document, &mut found);
    for row in &scene.timeline.rows {
        let Some(day) = row.when.and_then(When::exact) else { continue };
        for &piece in &row.account {
            let text = document.fold.slice(piece);
            for (at, _) in text.match_indices("born") {
                let before = text[..at].trim_end().strip_suffix("was").unwrap_or(&text[..at]).trim_end();
                let other_day = !find(text.get(at..).unwrap_or(""), Known::default()).is_empty();
                let whole = !text[at + 4..].starts_with(|c: char| c.is_alphanumeric()) && text[..at].ends_with(' ');
                if let Some(name) = name_at_end(before).filter(|_| whole && !other_day) {
                    found.push(Birth {
                        name,
                        date: day,
                        span: row.written,
                        row: true,
                    });
                }
            }
        }
    }
    found
}

/// "Wren was born on 9 April 2018", "Perran (date of birth 20.2.19)", "Tamsin (born 4 May 2012)", "Date of birth: Bailey 2 May 2014".
fn in_prose(text: &str, lower: &str, base: u32, found: &mut Vec<Birth>) {
    for date in find(text, Known::default()) {
        let Some(day) = date.when.and_then(When::exact).filter(|_| date.dated) else {
            continue;
        };
        let before = text[..date.range.start].trim_end_matches(['(', ' ', ':', ',']);
        let head = &lower[..before.len()];
        let stems = [
            "born on",
            "born",
            "date of birth is",
            "date of birth was",
            "date of birth",
            "dob",
            "d.o.b",
            "d.o.b.",
        ];
        let led = stems.iter().find(|stem| head.ends_with(**stem));
        let name = match led {
            Some(stem) => {
                let rest = before[..before.len() - stem.len()].trim_end_matches(['(', ' ', ',', ':', '-', '\u{2013}']);
                let rest = rest.strip_suffix("was").unwrap_or(rest).trim_end();
                name_at_end(rest)
            }
            None if lower.starts_with("date of birth") || lower.starts_with("dates of birth") || lower.starts_with("dob") => {
                name_at_end(before)
            }
            None => None,
        };
        if let Some(name) = name {
            found.push(Birth {
                name,
                date: day,
                span: Span::new(base + date.range.start as u32, base + date.range.end as u32),
                row: false,
            });
        }
    }
}

/// Tables with a column "Date of birth".
fn in_tables(document: &Document, found: &mut Vec<Birth>) {
    let mut column = None;
    let mut name: Option<(u32, u32, String)> = None;
    for block in &document.blocks {
        let Some(cell) = block.cell else { continue };
        let text = document.fold.slice(block.body);
        if cell.row == 0 {
            let lower = text.to_ascii_lowercase();
            if lower.contains("birth") || lower.contains("dob") {
                column = Some((cell.table, cell.column));
            }
            continue;
        }
        if cell.column == 0 {
            name = name_at_end(text).map(|name| (cell.table, cell.row, name));
        }
        let here = column == Some((cell.table, cell.column));
        let Some((_, _, name)) = name.as_ref().filter(|it| here && (it.0, it.1) == (cell.table, cell.row)) else {
            continue;
        };
        if let Some(date) = find(text, Known::default()).first()
            && let Some(day) = date.when.and_then(When::exact)
        {
            found.push(Birth {
                name: name.clone(),
                date: day,
                span: Span::new(block.body.start + date.range.start as u32, block.body.start + date.range.end as u32),
                row: false,
            });
        }
    }
}

/// Two days of birth for one person, and rows that have somebody seen before being born.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    for (at, birth) in births.iter().enumerate() {
        let first = births[..at.min(64)].iter().find(|other| other.name == birth.name);
        if let Some(first) = first.filter(|first| first.date != birth.date) {
            let message = format!(
                "\u{201c}{}\u{201d} is said to have been born on {} here and on {} elsewhere.",
                birth.name,
                spoken(birth.date),
                spoken(first.date)
            );
            let said = Remark::new(
                "chronology/same-event-two-dates",
                Severity::High,
                message,
                "Which of the two dates is right?",
            );
            out.push(desk.remark(
                said,
                birth.span,
                vec![desk.related(Role::Previous, first.span, "The other date of birth")],
            ));
        }
    }
    before_birth(desk, scene, births, out);
}

fn before_birth(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    let told: Vec<&Birth> = births.iter().filter(|birth| !birth.row).take(32).collect();
    for row in &scene.timeline.rows {
        let Some(when) = row.when else { continue };
        let early = |birth: &&&Birth| when.last < birth.date && births.iter().all(|b| b.name != birth.name || b.row || when.last < b.date);
        let Some(birth) = told
            .iter()
            .filter(early)
            .find(|birth| row.account.iter().any(|&piece| is_there(desk.words(piece), &birth.name)))
        else {
            continue;
        };
        let message = format!(
            "\u{201c}{}\u{201d} was born on {}, after this row's date.",
            birth.name,
            spoken(birth.date)
        );
        let said = Remark::new(
            "chronology/before-birth",
            Severity::High,
            message,
            "Which of the two dates is right?",
        )
        .sure(Confidence::Medium);
        out.push(desk.remark(
            said,
            row.written,
            vec![desk.related(Role::Evidence, birth.span, "The date of birth")],
        ));
    }
}

/// Whether words name somebody as there, not as expected and not in "Wren's father".
fn is_there(text: &str, name: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let expected = [
        "unborn",
        "pregnan",
        "antenatal",
        "ante-natal",
        "expect",
        "due date",
        "booking",
        "scan",
        "birth plan",
        "baby due",
        "pre-birth",
    ];
    if expected.iter().any(|word| lower.contains(word)) {
        return false;
    }
    text.match_indices(name).any(|(at, _)| {
        let after = &text[at + name.len()..];
        let before = &text[..at];
        let whole =
            !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}')) && !before.ends_with(char::is_alphanumeric);
        let verb: Vec<&str> = after.split_whitespace().take(3).collect();
        let there = [
            "seen",
            "weighed",
            "was",
            "had",
            "aged",
            "attended",
            "brought",
            "taken",
            "asleep",
            "said",
            "told",
            "in",
            "admitted",
            "discharged",
        ];
        let looked = ["saw ", "weighed ", "examined ", "visited ", "brought ", "with ", "and "];
        whole
            && (verb.iter().any(|word| there.contains(&word.trim_matches([',', '.']))) || looked.iter().any(|word| before.ends_with(word)))
    })
}

static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:aged|was(?: then| now| only| just)?|then|now|is)(?: then| only| just)? ((?:\d{1,2}|[a-z]+(?:-[a-z]+)?) (day|week|month|year)s?(?: and a half| and \d{1,2} \w+)?( old)?)\b|\baged (\d{1,2})\b").ok()
});

/// Ages that do not agree with a date of birth, where the day is told.
pub(super) fn ages(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    let Some(pattern) = &*AGE else { return };
    let known: Vec<&Birth> = births
        .iter()
        .enumerate()
        .filter(|(at, birth)| {
            births[..*at.min(&64)]
                .iter()
                .all(|other| other.name != birth.name || other.row && !birth.row)
        })
        .map(|(_, birth)| birth)
        .filter(|birth| births.iter().all(|other| other.name != birth.name || !birth.row || other.row))
        .take(64)
        .collect();
    if known.is_empty() {
        return;
    }
    for row in &scene.timeline.rows {
        if let Some(day) = row.when.and_then(When::exact) {
            for &piece in &row.account {
                // The cell may tell of another day than the row's.
                if find(desk.words(piece), Known::default()).is_empty() {
                    held(desk, (piece, day), &known, (pattern, out));
                }
            }
        }
    }
    for sentence in scene.sentences_with_one_day() {
        held(desk, (sentence.0, sentence.1), &known, (pattern, out));
    }
}

/// Holds the ages in `span`, told of `day`, to the births.
fn held(desk: Desk<'_>, (span, day): (Span, Date), known: &[&Birth], (pattern, out): (&Regex, &mut Vec<Annotation<'static>>)) {
    let text = desk.words(span);
    for found in pattern.captures_iter(text) {
        let (Some(whole), Some(age)) = (found.get(0), found.get(1).or_else(|| found.get(4))) else {
            continue;
        };
        let unit = found.get(2).map_or("year", |unit| unit.as_str());
        let old = found.get(3).is_some() || whole.as_str().to_ascii_lowercase().starts_with("aged");
        let Some(count) = age.as_str().split(' ').next().and_then(number_word).filter(|_| old) else {
            continue;
        };
        let Some(birth) = subject(&text[..whole.start()], known) else {
            continue;
        };
        let lived = days(birth.date, day);
        if lived < 0 || fits(count, unit, lived) {
            continue;
        }
        let message = format!(
            "\u{201c}{}\u{201d} was born on {}, and on {} was {}.",
            birth.name,
            spoken(birth.date),
            spoken(day),
            said_age(lived)
        );
        let said = Remark::new(
            "chronology/age-mismatch",
            Severity::Medium,
            message,
            "Is the age, the date or the date of birth wrong?",
        );
        let span = Span::at(span.start as usize + whole.start(), span.start as usize + whole.end());
        let marked = if whole.as_str().to_ascii_lowercase().starts_with("aged") {
            span
        } else {
            Span::new(span.start + (age.start() - whole.start()) as u32, span.end)
        };
        out.push(desk.remark(said, marked, vec![desk.related(Role::Evidence, birth.span, "The date of birth")]));
    }
}

/// Who is spoken of right before an age: the last name, with nobody else after it.
fn subject<'b>(before: &str, known: &[&'b Birth]) -> Option<&'b Birth> {
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(60))..];
    let (at, birth) = known
        .iter()
        .filter_map(|birth| Some((near.rfind(birth.name.as_str())? + birth.name.len(), *birth)))
        .max_by_key(|(at, _)| *at)?;
    let between = &near[at..];
    let others = [
        "his", "her", "mother", "father", "sister", "brother", "he", "she", "their", "and", "child", "sibling", "who had", "when",
    ];
    let alone = !between.starts_with(['\'', '\u{2019}'])
        && !between.contains(['.', ';'])
        && !between
            .split(|c: char| !c.is_alphabetic())
            .any(|word| others.contains(&word.to_ascii_lowercase().as_str()))
        && between.split_whitespace().skip(1).all(|word| !word.starts_with(char::is_uppercase));
    alone.then_some(birth)
}

fn fits(count: u32, unit: &str, lived: i32) -> bool {
    let (count, lived) = (f64::from(count), f64::from(lived));
    match unit.to_ascii_lowercase().as_str() {
        "day" => (count - lived).abs() <= 1.0,
        "week" => (count - lived / 7.0).abs() <= 1.1,
        "month" => (count - lived / 30.44).abs() <= 1.1,
        // Up to a month round a birthday people say the one or the other.
        _ => lived / 365.25 > count - 0.09 && lived / 365.25 < count + 1.09,
    }
}

fn said_age(days: i32) -> String {
    match days {
        0..=13 => format!("{days} days old"),
        14..=83 => format!("{} weeks old", days / 7),
        84..=729 => format!("{} months old", (f64::from(days) / 30.44) as i32),
        _ => format!("{} years old", (f64::from(days) / 365.25) as i32),
    }
}

/// The sentences of prose that tell of one day, each with that day.
pub(super) fn one_day(prose: &[Prose]) -> Vec<(usize, Date)> {
    let mut found: Vec<(usize, Date, usize)> = Vec::new();
    for it in prose {
        let Some(day) = it.written.when.and_then(When::exact) else {
            continue;
        };
        match found.last_mut().filter(|last| last.0 == it.sentence) {
            Some(last) => last.2 += 1,
            None => found.push((it.sentence, day, 1)),
        }
    }
    found.into_iter().filter(|it| it.2 == 1).map(|it| (it.0, it.1)).collect()
}
