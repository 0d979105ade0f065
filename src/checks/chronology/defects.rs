//! A defect is what is wrong with a date by itself: its form, a day that no calendar has, a weekday that it was not, a year
//! that is not given; and a row that does not say where it comes from.

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::{When, spoken, weekday_name};
use super::dates::{Flaw, Written};
use super::desk::Desk;
use super::scene::{Scene, meant};
use super::timeline::Row;
use crate::annotation::{Annotation, Confidence, Severity};
use crate::document::Setting;
use crate::text::Span;

/// All defects of dates, of rows first.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for chronicle in &scene.timeline.chronicles {
        let rows = scene.timeline.of(chronicle);
        for (at, row) in rows.iter().enumerate() {
            let around = around(rows, at);
            out.extend(flawed(desk, (row.written, &row.how), meant(row, around)));
            out.extend(wrong_weekday(desk, row.written, &row.how));
        }
        let others = scene
            .timeline
            .rows
            .iter()
            .filter(|row| row.written.end <= rows[0].written.start || rows[rows.len() - 1].written.end <= row.written.start);
        let others: Vec<Date> = others
            .filter(|row| row.how.dated)
            .filter_map(|row| row.when)
            .map(|when| when.first)
            .collect();
        without_year(desk, rows, &others, out);
        super::sources::remarks(desk, (rows, chronicle), scene.own_day.map(|own| own.0), out);
    }
    for it in &scene.prose {
        let planned = scene.document.blocks[it.block].setting == Setting::Plan;
        // "30 February" in somebody's mouth, without a year, is a way of speaking.
        let quoted = || !it.written.dated && it.written.flaw.is_some() && is_quoted(scene, it.span);
        if !(planned || quoted()) {
            out.extend(flawed(desk, (it.span, &it.written), None));
        }
        out.extend(wrong_weekday(desk, it.span, &it.written));
    }
}

/// Whether a closed quotation holds a place; quotations rise, and few hold others.
pub(super) fn is_quoted(scene: &Scene<'_>, span: Span) -> bool {
    const NESTED: usize = 4;
    let quotations = &scene.document.quotations;
    let after = quotations.partition_point(|quotation| quotation.span.start <= span.start);
    let near = quotations[..after].iter().rev().take(NESTED);
    near.into_iter().any(|quotation| quotation.closed && quotation.span.contains(span))
}

/// The nearest rows before and after with a day.
fn around(rows: &[Row], at: usize) -> (Option<When>, Option<When>) {
    const NEAR: usize = 8;
    let before = rows[at.saturating_sub(NEAR)..at].iter().rev().find_map(|row| row.when);
    let after = rows[at + 1..].iter().take(NEAR).find_map(|row| row.when);
    match (before, after) {
        (Some(b), Some(a)) if a.first < b.first => (Some(a), Some(b)),
        around => around,
    }
}

fn flawed(desk: Desk<'_>, (span, written): (Span, &Written), meant: Option<Date>) -> Option<Annotation<'static>> {
    let words = desk.words(span);
    let perhaps = meant.map_or(String::new(), |date| format!(" Its neighbours suggest {}.", spoken(date)));
    let (rule, message) = match written.flaw.as_ref()? {
        Flaw::Malformed(why) => (
            "chronology/malformed-date",
            format!("\u{201c}{words}\u{201d} is not the form of a date. {why}{perhaps}"),
        ),
        Flaw::Impossible(why) => (
            "chronology/impossible-date",
            format!("\u{201c}{words}\u{201d} is on no calendar. {why}{perhaps}"),
        ),
    };
    let said = Remark::new(rule, Severity::High, message, "Which date is meant?");
    Some(desk.remark(said, span, Vec::new()))
}

fn wrong_weekday(desk: Desk<'_>, span: Span, written: &Written) -> Option<Annotation<'static>> {
    let (weekday, date) = (written.weekday?, written.when?.exact()?);
    if date.weekday() == weekday {
        return None;
    }
    let message = format!("{} was a {}.", spoken(date), weekday_name(date));
    let said = Remark::new(
        "chronology/wrong-weekday",
        Severity::Medium,
        message,
        "Is the day of the week wrong, or the date?",
    );
    Some(desk.remark(said, span, Vec::new()))
}

/// Rows whose year cannot be known: each when most have one, once for all when most have none.
/// What another chronology of the document covers once has its year from there.
fn without_year(desk: Desk<'_>, rows: &[Row], others: &[Date], out: &mut Vec<Annotation<'static>>) {
    let ends = others.iter().min().zip(others.iter().max());
    let elsewhere = |row: &Row| {
        let Some(((month, day), (first, last))) = row.how.parts.zip(ends) else {
            return false;
        };
        let years = (first.year()..=last.year()).filter_map(|year| Date::new(year, month, day).ok());
        years.filter(|day| first <= day && day <= last).count() == 1
    };
    let lacks = |row: &&Row| row.how.when.is_none() && row.how.flaw.is_none() && row.how.parts.is_some() && !elsewhere(row);
    let lacking = rows.iter().filter(lacks).count();
    let most = lacking * 2 > rows.len();
    for row in rows.iter().filter(lacks).take(if most { 1 } else { usize::MAX }) {
        let message = if most {
            format!("{lacking} of {} rows give a day and a month and no year.", rows.len())
        } else {
            "This row gives a day and a month and no year.".to_owned()
        };
        let said = Remark::new("chronology/no-year", Severity::Low, message, "Which year is meant?").sure(Confidence::Medium);
        out.push(desk.remark(said, row.written, Vec::new()));
    }
}
