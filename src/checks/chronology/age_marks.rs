//! An age mark is an age without a verb: in brackets behind a day of birth, or in a column of a family's table.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::age::fits_in;
use super::ages::remark;
use super::births::Birth;
use super::calendar::When;
use super::dates::{Known, NUMBER, find, number_word};
use super::deaths::{self, Death};
use super::desk::Desk;
use super::scene::Scene;
use crate::annotation::Annotation;
use crate::document::Genre;
use crate::text::Span;

/// ", aged 7", " (7)", " (aged 7)", " (8 years)", right behind a day of birth.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?i)^\)?[,;]?\s*(\(|aged |age |\(aged |\(age |now aged |\(now )(NUMBER)(?: (day|week|month|year)s?)?(?: old)?(\))?";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});

/// Ages behind days of birth, and in tables beside them.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, (known, deaths): (&[&Birth], &[Death]), out: &mut Vec<Annotation<'static>>) {
    if let Some((day, _)) = scene.own_day {
        for birth in known.iter().filter(|birth| !birth.row) {
            out.extend(behind(desk, scene, birth, day));
        }
    }
    in_tables(desk, scene, deaths, out);
}

/// The age right behind a day of birth, as of the document's own day.
fn behind(desk: Desk<'_>, scene: &Scene<'_>, birth: &Birth, day: Date) -> Option<Annotation<'static>> {
    let block = &desk.document.blocks[desk.document.block_at(birth.span.start)];
    let end = block.body.end.max(birth.span.end);
    let text = desk.words(Span::new(birth.span.end, end));
    let near = &text[..text.floor_char_boundary(40)];
    let found = BEHIND.as_ref()?.captures(near)?;
    let (lead, number) = (found.get(1)?, found.get(2)?);
    let called = lead.as_str().to_lowercase().contains("age");
    if !called && found.get(4).is_none() {
        return None;
    }
    let count = number_word(number.as_str()).filter(|_| called || scene.document.genre == Genre::Minutes)?;
    let unit = found.get(3).map_or("year".to_owned(), |unit| unit.as_str().to_lowercase());
    let lived = super::calendar::days(birth.date, day);
    let from = birth.span.end as usize;
    let marked = Span::at(from + if called { lead.start() } else { number.start() }, from + number.end());
    (lived >= 0 && !fits_in(count, &unit, lived)).then(|| remark(desk, marked, birth, day))
}

/// "Date of birth | Age in September 2019": the ages of a column, in rows that give the birth.
fn in_tables(desk: Desk<'_>, scene: &Scene<'_>, deaths: &[Death], out: &mut Vec<Annotation<'static>>) {
    let mut births: Option<(u32, u32)> = None;
    let mut ages: Option<(u32, u32, (Date, Date))> = None;
    let mut born: Option<(u32, Birth)> = None;
    for block in &desk.document.blocks {
        let Some(cell) = block.cell else { continue };
        let text = desk.words(block.body);
        let lower = text.to_lowercase();
        let here = (cell.table, cell.column);
        if cell.row == 0 && (lower.contains("birth") || lower.contains("dob") || lower == "born") {
            births = Some(here);
        } else if cell.row == 0 {
            ages = titled(text, scene, deaths).map(|days| (here.0, here.1, days)).or(ages);
        } else if births == Some(here) {
            born = birth(block.body, text).map(|birth| (cell.row, birth));
        }
        let days = ages.filter(|it| (it.0, it.1) == here && cell.row > 0).map(|it| it.2);
        let birth = born
            .as_ref()
            .filter(|(row, _)| *row == cell.row && births.is_some_and(|it| it.0 == cell.table));
        let told = text.trim().split(' ').next().and_then(number_word);
        let whole = text.trim().split(' ').nth(1).is_none_or(|word| word.starts_with("year"));
        if let (Some(days), Some((_, birth)), Some(count), true) = (days, birth, told, whole) {
            let lived = [days.0, days.1].map(|day| super::calendar::days(birth.date, day));
            if lived[0] >= 0 && lived.iter().all(|&lived| !fits_in(count, "year", lived)) {
                out.push(remark(desk, block.body, birth, days.0));
            }
        }
    }
}

/// The birth that a cell tells.
fn birth(cell: Span, text: &str) -> Option<Birth> {
    let found = find(
        text,
        Known {
            place: true,
            ..Known::default()
        },
    )
    .into_iter()
    .next()?;
    Some(Birth {
        name: String::new(),
        date: found.when.and_then(When::exact)?,
        within: 0,
        span: cell,
        row: false,
    })
}

/// The days of which a column's ages tell, when its title is that of ages.
fn titled(title: &str, scene: &Scene<'_>, deaths: &[Death]) -> Option<(Date, Date)> {
    let lower = title.trim().to_lowercase();
    if !lower.starts_with("age") && !lower.starts_with("current age") || lower.starts_with("agenc") || lower.starts_with("agenda") {
        return None;
    }
    if let Some(when) = find(title, Known::default()).first().and_then(|it| it.when) {
        return Some((when.first, when.last));
    }
    if lower.contains("death") {
        return deaths::of(deaths, None).map(|death| (death.when.first, death.when.last));
    }
    let now = ["age", "age now", "current age", "ages"].contains(&lower.as_str());
    scene.own_day.filter(|_| now).map(|(day, _)| (day, day))
}
