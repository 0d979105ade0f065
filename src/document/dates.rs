//! A date as people write it: 5.1.15, 14/03/2019, 14th March, 2019, March 2019.

use super::number::month;
use std::ops::Range;

/// The months in full, lower case, January first.
#[rustfmt::skip]
pub const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
];

/// The days of the week in full, lower case, Monday first.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether `word` is a month or a weekday in full.
#[must_use]
pub fn is_calendar_word(word: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).any(|known| known.eq_ignore_ascii_case(word))
}

/// The weekday that `text` opens with, from Monday at 0, and its length.
#[must_use]
pub fn weekday(text: &str) -> Option<(usize, usize)> {
    let opens = |day: &str| text.get(..day.len()).is_some_and(|head| head.eq_ignore_ascii_case(day));
    WEEKDAYS.iter().position(|day| opens(day)).map(|at| (at, WEEKDAYS[at].len()))
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text searched.
    pub range: Range<usize>,
    /// ISO 8601, as precise as the text: "2019-03-14", "2019-03"; `None` when there is no such day or month.
    pub iso: Option<String>,
    /// Whether it is written in figures with points ("7.1.15") and might as well be a paragraph number.
    pub pointed: bool,
}

/// A year in two digits is read as this century's: reviews look back over decades that this covers.
const CENTURY: u32 = 2000;

/// The dates of `text`, in order. Forms: d.m.yy, d/m/yy, d-m-yy with two or four digits for the year, ISO y-m-d,
/// "14 March 2019", "14th March, 2019", "14th of March 2019", "March 14, 2019", "March 2019". A day and month
/// without a year is no date here.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit).map(|p| p + at) {
        let end = digit + bytes[digit..].iter().take_while(|b| b.is_ascii_digit()).count();
        let inside = digit > 0
            && (bytes[digit - 1].is_ascii_alphanumeric()
                || matches!(bytes[digit - 1], b'.' | b'/') && digit > 1 && bytes[digit - 2].is_ascii_digit());
        let date = if inside {
            None
        } else {
            in_figures(text, digit)
                .or_else(|| in_words(text, digit, end))
                .or_else(|| month_and_year(text, digit, end))
        };
        match date {
            Some(date) => {
                at = date.range.end.max(end);
                found.push(date);
            }
            None => at = end,
        }
    }
    found
}

/// The date that `text` opens with, if it opens with one.
#[must_use]
pub fn leading(text: &str) -> Option<Found> {
    let start = text.len() - text.trim_start().len();
    let window = &text[..ceil(text, (start + 40).min(text.len()))];
    let start = weekday(&window[start..]).map_or(start, |(_, length)| {
        let rest = &window[start + length..];
        window.len() - rest.trim_start_matches([',', ' ']).len()
    });
    find(window).into_iter().next().filter(|d| d.range.start == start)
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// d.m.yy and its kin, with one separator throughout.
fn in_figures(text: &str, start: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let (first, at) = figures(bytes, start)?;
    let separator = *bytes.get(at).filter(|b| matches!(b, b'.' | b'/' | b'-'))?;
    let (second, at) = figures(bytes, at + 1)?;
    bytes.get(at).filter(|&&b| b == separator)?;
    let third_at = at + 1;
    let (third, end) = figures(bytes, third_at)?;
    let more = bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
        || (bytes.get(end) == Some(&separator) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
    if more {
        return None;
    }
    let digits = |from: usize, to: usize| to - from;
    let iso_order = digits(start, at) > 5 && first >= 1000;
    let year_digits = digits(third_at, end);
    let (day, month, year) = match (iso_order, year_digits) {
        (true, 1 | 2) => (third, second, first),
        (false, 2) => (first, second, CENTURY + third),
        (false, 4) => (first, second, third),
        (false, 1) => return None,
        _ => return None,
    };
    let plausible = day <= 39 && month <= 19 && (1900..2100).contains(&year);
    plausible.then(|| Found {
        range: start..end,
        iso: day_iso(year, month, day),
        pointed: separator == b'.',
    })
}

fn figures(bytes: &[u8], start: usize) -> Option<(u32, usize)> {
    let len = bytes[start.min(bytes.len())..]
        .iter()
        .take(5)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let number = bytes[start.min(bytes.len())..][..len]
        .iter()
        .fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    (1..=4).contains(&len).then_some((number, start + len))
}

/// "14 March 2019", "14th of March, 2019"; also "March 14, 2019" where the month stands before.
fn in_words(text: &str, start: usize, end: usize) -> Option<Found> {
    let day: u32 = text[start..end].parse().ok().filter(|d| (1..=39).contains(d))?;
    let after_day = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|s| text[end..].strip_prefix(s))
        .unwrap_or(&text[end..]);
    let after_day = after_day
        .strip_prefix([' ', ',', '-'])
        .map(|r| r.trim_start_matches([' ', ',']))
        .unwrap_or("");
    let after_of = after_day.strip_prefix("of ").unwrap_or(after_day);
    if let Some(month) = month(after_of) {
        let after_month = after_of.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let year_at = text.len() - after_month.trim_start_matches(['.', ',', ' ', '-']).len();
        let (year, stop) = year(text, year_at)?;
        return Some(Found {
            range: start..stop,
            iso: day_iso(year, u32::from(month), day),
            pointed: false,
        });
    }
    let (month, month_at) = month_before(text, start)?;
    let year_at = text.len() - after_day.len();
    let (year, stop) = year(text, year_at)?;
    Some(Found {
        range: month_at..stop,
        iso: day_iso(year, u32::from(month), day),
        pointed: false,
    })
}

/// "March 2019", "March, 2019", "Sept 2019", found at its year.
fn month_and_year(text: &str, start: usize, end: usize) -> Option<Found> {
    let (year, stop) = year(text, start).filter(|&(_, stop)| stop == end && end - start == 4)?;
    let (month, at) = month_before(text, start)?;
    Some(Found {
        range: at..stop,
        iso: Some(format!("{year:04}-{month:02}")),
        pointed: false,
    })
}

/// The month that ends right before byte `at`, and where it begins.
fn month_before(text: &str, at: usize) -> Option<(u8, usize)> {
    let before = text[..at].trim_end_matches([' ', ',', '.']);
    if at - before.len() > 3 || at == before.len() {
        return None;
    }
    let len = before.bytes().rev().take(10).take_while(u8::is_ascii_alphabetic).count();
    let word = &before[before.len() - len..];
    let whole = word.starts_with(|c: char| c.is_ascii_uppercase());
    month(word).filter(|_| whole).map(|m| (m, before.len() - len))
}

fn year(text: &str, at: usize) -> Option<(u32, usize)> {
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = text[at..at + digits].parse().ok()?;
    match digits {
        4 if (1900..2100).contains(&number) => Some((number, at + 4)),
        2 => Some((CENTURY + number, at + 2)),
        _ => None,
    }
}

/// The day in ISO form, when the calendar has it.
fn day_iso(year: u32, month: u32, day: u32) -> Option<String> {
    let date = jiff::civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().map(|d| d.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form() {
        for (text, expected) in [
            ("on 5.1.15 he", Some(("5.1.15", Some("2015-01-05")))),
            ("on 14/03/2019.", Some(("14/03/2019", Some("2019-03-14")))),
            ("2019-03-14", Some(("2019-03-14", Some("2019-03-14")))),
            ("14th March, 2019", Some(("14th March, 2019", Some("2019-03-14")))),
            ("the 3rd of June 2019", Some(("3rd of June 2019", Some("2019-06-03")))),
            ("June 3, 2019", Some(("June 3, 2019", Some("2019-06-03")))),
            ("2nd December 2019", Some(("2nd December 2019", Some("2019-12-02")))),
            ("December 2nd 2019", Some(("December 2nd 2019", Some("2019-12-02")))),
            ("by Sept 2019", Some(("Sept 2019", Some("2019-09")))),
            ("in April, 2015", Some(("April, 2015", Some("2015-04")))),
            ("31.4.19", Some(("31.4.19", None))),
            ("31.2.2015", Some(("31.2.2015", None))),
            ("7.1.531", None),
            ("7.1.53.2", None),
            ("paragraph 7.1", None),
            ("in 2014 they", None),
            ("may 2015 visits", None),
        ] {
            let found = find(text);
            let seen = found.first().map(|f| (&text[f.range.clone()], f.iso.as_deref()));
            assert_eq!(seen, expected, "{text}");
        }
    }
}
