//! A `Written` is a date as it stands in a text, with what it means, or what is wrong with it.
//!
//! [`figures`] reads 5.1.15 and its kin, [`worded`] reads "5th January 2015", [`mistyped`] "1O January 2015", [`mod@lead`] reads what opens a row: ranges, two
//! dates, a time, "early", "w/c"; [`feasts`] days that have a name, [`bare`] those that have a number alone.

mod bare;
mod cursor;
mod feasts;
mod figures;
mod lead;
mod mistyped;
mod worded;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

pub(super) use bare::bare_days;
pub(super) use cursor::{NUMBER, number_word};
pub(super) use lead::{Lead, lead, relative};

use super::calendar::When;
use cursor::Cursor;

/// What is wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Its figures are no date of any calendar's form, and why.
    Malformed(&'static str),
    /// There is no such day, and why.
    Impossible(String),
}

/// A date as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Bytes of the text searched, the weekday included.
    pub(super) range: Range<usize>,
    /// What it means; `None` when it cannot be known.
    pub(super) when: Option<When>,
    /// What is wrong with it.
    pub(super) flaw: Option<Flaw>,
    /// Day and month as given, for guesses at what was meant.
    pub(super) parts: Option<(i8, i8)>,
    /// The weekday that stands before it or right behind it.
    pub(super) weekday: Option<Weekday>,
    /// Whether its year is written.
    pub(super) dated: bool,
    /// Whether it is written in figures with points and might as well be a paragraph's number.
    pub(super) pointed: bool,
}

/// What is known where a date is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Whether a date must stand here, so that poor figures are a poor date and a year alone is one.
    pub(super) place: bool,
    /// The year of the heading above.
    pub(super) year: Option<i16>,
    /// The month of the heading above.
    pub(super) month: Option<i8>,
}

impl Written {
    fn new(range: Range<usize>, when: Option<When>) -> Self {
        Self {
            range,
            when,
            flaw: None,
            parts: None,
            weekday: None,
            dated: true,
            pointed: false,
        }
    }

    /// A date that follows from the row before.
    pub(super) fn following(range: Range<usize>, when: Option<When>) -> Self {
        Self {
            dated: false,
            ..Self::new(range, when)
        }
    }

    fn flawed(range: Range<usize>, flaw: Flaw) -> Self {
        Self {
            flaw: Some(flaw),
            ..Self::new(range, None)
        }
    }

    /// The date of these figures: real, impossible, or left to the reader when its year is not known.
    fn of(range: Range<usize>, year: Option<i16>, (month, day): (u32, u32)) -> Self {
        let parts = Some((month.min(99) as i8, day.min(99) as i8));
        match real(year, month, day) {
            Ok(when) => Self {
                parts,
                ..Self::new(range, when)
            },
            Err(why) => Self {
                parts,
                ..Self::flawed(range, Flaw::Impossible(why))
            },
        }
    }
}

/// The day, `None` without a year, or why there is no such day.
fn real(year: Option<i16>, month: u32, day: u32) -> Result<Option<When>, String> {
    if !(1..=12).contains(&month) {
        return Err(format!("There is no month {month}."));
    }
    let name = title(crate::document::dates::MONTHS[month as usize - 1]);
    let longest = longest(month);
    if day == 0 || day > longest {
        return Err(match day {
            0 | 32.. => format!("No month has a day {day}."),
            _ => format!("{name} has {longest} days."),
        });
    }
    let Some(year) = year else { return Ok(None) };
    match Date::new(year, month as i8, day as i8) {
        Ok(date) => Ok(Some(When::day(date))),
        Err(_) => Err(format!("{name} {year} has 28 days.")),
    }
}

/// The most days that a month, January being 1, has in any year.
const fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub(super) fn title(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The dates of `text`, in order; of a day and month without a year, too.
pub(super) fn find(text: &str, known: Known) -> Vec<Written> {
    let cursor = Cursor::new(text);
    let mut found: Vec<Written> = Vec::new();
    let mut at = 0;
    while let Some(start) = cursor.next_start(at) {
        match read(cursor, start, known) {
            Some(written) => {
                at = written.range.end.max(start + 1);
                found.push(written);
            }
            None => at = cursor.word_end(start),
        }
    }
    found
}

/// The date that starts exactly at byte `start`.
fn read(cursor: Cursor<'_>, start: usize, known: Known) -> Option<Written> {
    let weekday = cursor.weekday(start);
    let from = weekday.map_or(start, |(_, end)| end);
    let plain = figures::read(cursor, from, known).or_else(|| worded::read(cursor, from, (known, weekday.is_some())));
    let whole = |it: &Written| it.dated || it.flaw.is_some();
    let mut written = match plain {
        Some(plain) if whole(&plain) => plain,
        plain => mistyped::read(cursor, from).or(plain)?,
    };
    if let Some((weekday, _)) = weekday {
        written.range.start = start;
        written.weekday = Some(weekday);
    } else if let Some((weekday, _)) = cursor.trailing_weekday(written.range.end) {
        written.weekday = Some(weekday);
    }
    Some(written)
}

#[cfg(test)]
mod tests;
