//! A `Cursor` looks at words and figures of a text at a given byte; it never looks further than a few words.

use crate::document::dates::MONTHS;
use crate::document::{tens_word, unit_word};
use jiff::civil::Weekday;

/// A look into a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    /// The text.
    pub(super) text: &'t str,
    bytes: &'t [u8],
}

/// Figures in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// Their value.
    pub(super) value: u32,
    /// How many.
    pub(super) count: usize,
    /// Where they end.
    pub(super) end: usize,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

impl<'t> Cursor<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
        }
    }

    pub(super) fn byte(self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// Where the next word of figures or with a capital begins, from `at` on.
    pub(super) fn next_start(self, at: usize) -> Option<usize> {
        (at..self.bytes.len()).find(|&i| {
            // "l2 May 2019", a letter for a figure.
            let mistyped = || matches!(self.bytes[i], b'l' | b'o') && self.bytes.get(i + 1).is_some_and(u8::is_ascii_digit);
            let starts = self.bytes[i].is_ascii_digit() || self.bytes[i].is_ascii_uppercase() || mistyped();
            starts && !self.inside(i)
        })
    }

    /// Whether the word at `at` goes on from before it: letters, figures, "7." or "7/".
    fn inside(self, at: usize) -> bool {
        let Some(&before) = at.checked_sub(1).and_then(|i| self.bytes.get(i)) else {
            return false;
        };
        let figures_before = at >= 2 && self.bytes[at - 2].is_ascii_digit();
        before.is_ascii_alphanumeric() || (matches!(before, b'.' | b'/' | b',' | b':') && figures_before) || before == 0xa3
    }

    /// Where the word at `at` ends.
    pub(super) fn word_end(self, at: usize) -> usize {
        at + self.bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count().max(1)
    }

    /// The figures at `at`, at most nine.
    pub(super) fn figures(self, at: usize) -> Option<Figures> {
        let count = self.bytes.get(at..)?.iter().take(9).take_while(|b| b.is_ascii_digit()).count();
        let value = self.bytes[at..at + count].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        (count > 0).then_some(Figures {
            value,
            count,
            end: at + count,
        })
    }

    /// The letters at `at`, at most twelve.
    pub(super) fn letters(self, at: usize) -> &'t str {
        let Some(rest) = self.bytes.get(at..) else { return "" };
        let len = rest.iter().take(12).take_while(|b| b.is_ascii_alphabetic()).count();
        &self.text[at..at + len]
    }

    /// Whether a letter or figure stands at `at`.
    pub(super) fn goes_on(self, at: usize) -> bool {
        self.text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(char::is_alphanumeric)
    }

    /// Past at most three blanks and marks of `marks`.
    pub(super) fn past(self, at: usize, marks: &[u8]) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        at + rest.iter().take(3).take_while(|b| **b == b' ' || marks.contains(b)).count()
    }

    /// Past one of `words`, whole and in any case, and the blanks after it.
    pub(super) fn past_word(self, at: usize, words: &[&str]) -> Option<usize> {
        let word = self.letters(at);
        let known = !word.is_empty() && words.iter().any(|w| w.eq_ignore_ascii_case(word));
        (known && !self.goes_on(at + word.len())).then(|| self.past(at + word.len(), b""))
    }

    /// The weekday at `at` and where what follows its comma begins.
    pub(super) fn weekday(self, at: usize) -> Option<(Weekday, usize)> {
        let word = self.letters(at);
        if word.len() < 3 || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let (_, weekday) = *WEEKDAYS.iter().find(|(name, _)| {
            *name == lower
                || (lower.len() <= 5 && name.starts_with(&lower) && lower != "sund")
                || lower == "weds" && name.starts_with("wed")
        })?;
        let end = self.past(at + word.len(), b".,(");
        // "Monday the 4th", "Monday evening, 4 May"
        let part = |at| {
            self.past_word(at, &["morning", "afternoon", "evening", "night"])
                .map(|at| self.past(at, b",("))
        };
        let at_last = |at| self.past_word(at, &["the"]).unwrap_or(at);
        (end > at + word.len()).then(|| (weekday, at_last(part(end).unwrap_or(end))))
    }

    /// The weekday that follows a date which ends at `at`, set off as the date's own: "(a Tuesday)", ", a Monday", "(Fri)",
    /// " was a Sunday"; and where it ends.
    pub(super) fn trailing_weekday(self, at: usize) -> Option<(Weekday, usize)> {
        let rest = self.text.get(at..)?;
        let leads = [
            " (a ",
            ", a ",
            ", which was a ",
            " (which was a ",
            " which was a ",
            " was a ",
            ", being a ",
            ", that is a ",
            " \u{2013} a ",
            " - a ",
            " (",
            ", ",
        ];
        let lead = leads.iter().find(|lead| rest.starts_with(**lead))?;
        let from = at + lead.len();
        let word = self.letters(from);
        let lower = word.to_ascii_lowercase();
        let whole = |name: &str| {
            name == lower
                || lower == "weds" && name == "wednesday"
                || lower.len() >= 3 && lower.len() <= 5 && lead.ends_with('(') && name.starts_with(&lower)
        };
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        let (_, weekday) = *WEEKDAYS.iter().find(|(name, _)| capital && whole(name))?;
        let end = from + word.len();
        let after = self.text.get(end..)?;
        let closed = after.is_empty()
            || after.starts_with([',', ')', ';', ':'])
            || after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_alphanumeric());
        let told = lead.ends_with(" a ") || lead.ends_with("(a ");
        let free = !after.starts_with(['\'', '\u{2019}', '-']) && !self.goes_on(end);
        (closed || told && free).then_some((weekday, end))
    }

    /// The month named at `at`, whole or short, and where its name ends, with the point after a short one.
    pub(super) fn month(self, at: usize) -> Option<(u32, usize)> {
        let word = self.letters(at);
        if word.len() < 3 || !word.starts_with(|c: char| c.is_ascii_uppercase()) || self.goes_on(at + word.len()) {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let short = |name: &str| (lower.len() == 3 || lower == "sept") && name.starts_with(&lower[..3]);
        let month = MONTHS.iter().position(|name| *name == lower || short(name))? as u32 + 1;
        let end = at + word.len();
        let pointed = lower.len() < 5 && self.byte(end) == Some(b'.');
        Some((month, end + usize::from(pointed)))
    }

    /// The month that a word at `at` nearly is ("Febuary").
    pub(super) fn month_misspelt(self, at: usize) -> Option<(u32, usize)> {
        let word = self.letters(at);
        if !(4..=11).contains(&word.len()) || !word.starts_with(|c: char| c.is_ascii_uppercase()) || self.goes_on(at + word.len()) {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let near = |name: &str| lower != name && is_near(lower.as_bytes(), name.as_bytes());
        let month = MONTHS.iter().position(|name| name.len() >= 4 && near(name))? as u32 + 1;
        Some((month, at + word.len()))
    }

    /// A year at `at`: four figures, or with `short` two, an apostrophe before them or not.
    pub(super) fn year(self, at: usize, short: bool) -> Option<(i16, usize)> {
        let quoted = matches!(self.byte(at), Some(b'\''));
        let figures = self.figures(at + usize::from(quoted))?;
        if self.goes_on(figures.end) {
            return None;
        }
        match figures.count {
            4 if (1900..2100).contains(&figures.value) => Some((figures.value as i16, figures.end)),
            // "22 January, 25 January": what a month follows is a day.
            2 if (short && self.month(self.past(figures.end, b"")).is_none()) || quoted => Some((century(figures.value), figures.end)),
            _ => None,
        }
    }
}

/// A year of two figures: reviews look back over decades, and at births before 2000.
pub(super) const fn century(short: u32) -> i16 {
    (if short >= 50 { 1900 + short } else { 2000 + short }) as i16
}

/// Whether one letter was left out, put in, changed, or exchanged with its neighbour.
fn is_near(a: &[u8], b: &[u8]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    a.len() <= 1 && b.len() <= 1 || matches!((a, b), ([w, x], [y, z]) if w == z && x == y)
}

/// What may stand for a number in a pattern, in figures or in words. The fold has a blank for the hyphen of "forty-nine".
#[rustfmt::skip]
pub(in super::super) const NUMBER: &str = r"\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\ -](?:one|two|three|four|five|six|seven|eight|nine)\b)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b";

/// The number that a word spells, below a hundred; "a" and "an" are one.
pub(in super::super) fn number_word(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    if let Ok(number) = lower.parse() {
        return (lower.len() <= 3).then_some(number);
    }
    if matches!(lower.as_str(), "a" | "an") {
        return Some(1);
    }
    if lower == "nil" {
        return Some(0);
    }
    let unit = |word: &str| unit_word(word).filter(|&n| n > 0);
    unit(&lower).or_else(|| {
        let (tens, rest) = lower.split_once(['-', ' ']).unwrap_or((&lower, ""));
        let tens = tens_word(tens)?;
        if rest.is_empty() {
            Some(tens)
        } else {
            Some(tens + unit(rest).filter(|n| (1..10).contains(n))?)
        }
    })
}
