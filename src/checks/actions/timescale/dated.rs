//! A dated time is one that the calendar knows: "by the end of March 2020", "2nd December", "12/5", "in 2020".

use std::ops::Range;

use super::{Time, When};
use crate::document::{dates, month};

/// Words before a month or a day by which it is one to act by.
const DUE: &[&str] = &[
    "by", "before", "until", "of", "than", "due", "from", "to", "on", "for", "in", "after", "since", "later",
];

/// The dates of `text`; those whose word before (in lower case) `fits`, articles and "end of" passed over.
pub(super) fn find(text: &str, fits: impl Fn(&str) -> bool) -> Vec<Time> {
    let mut found: Vec<Time> = dates::find(text)
        .into_iter()
        .map(|date| Time {
            wrong: impossible(text, &date.range, date.iso.as_deref()),
            range: date.range,
            when: When::Date(date.iso),
        })
        .collect();
    found.extend(without_year(text, &found));
    found.extend(in_figures(text, &found));
    found.extend(years(text, &found));
    found.sort_by_key(|time| time.range.start);
    found.retain(|time| fits(&lead(text, time.range.start)));
    found
}

/// Why there is no such date as `iso` at `range`: the calendar lacks it, or it falls on another weekday than the words say.
fn impossible(text: &str, range: &Range<usize>, iso: Option<&str>) -> Option<String> {
    let Some(iso) = iso else {
        return Some("The calendar has no such day.".to_owned());
    };
    let head = text[..range.start].trim_end_matches([' ', ',']);
    let before = head.rfind(' ').map_or(head, |blank| &head[blank + 1..]);
    let (said, _) = dates::weekday(before).or_else(|| dates::weekday(&text[range.clone()]))?;
    let date: jiff::civil::Date = iso.parse().ok()?;
    let real = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
    let name = dates::WEEKDAYS[real];
    (real != said).then(|| format!("That day is a {}{}.", name[..1].to_uppercase(), &name[1..]))
}

/// The word that leads to the date at `at`: "by" of "by the end of March 2020".
fn lead(text: &str, at: usize) -> String {
    const PASSED: [&str; 15] = [
        "the",
        "end",
        "of",
        "beginning",
        "start",
        "middle",
        "no",
        "later",
        "latest",
        "from",
        "starting",
        "mid",
        "early",
        "late",
        "w/c",
    ];
    let head = &text[..at];
    let mut words = head.rsplit(' ').filter(|w| !w.is_empty()).take(6).map(str::to_lowercase);
    let passed = |word: &String| PASSED.contains(&word.as_str()) || dates::WEEKDAYS.contains(&word.trim_end_matches(','));
    words.find(|word| !passed(word)).unwrap_or_default()
}

/// Days and months without a year, "2nd December", "19 Jan": a time whose year the words do not give.
fn without_year(text: &str, found: &[Time]) -> Vec<Time> {
    let mut more = Vec::new();
    let mut from = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let at = from;
        from += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        let Some(number) = month(word).filter(|_| word.starts_with(|c: char| c.is_ascii_uppercase())) else {
            continue;
        };
        let end = at + word.len();
        let start = day_before(text, at);
        let due = || DUE.contains(&lead(text, at).as_str()) && word != "May" && dates::is_calendar_word(word) && is_last(text, end);
        if !is_taken(found, at) && (start.is_some() || due()) {
            let day = start.and_then(|start| day_of(&text[start..at]));
            more.push(Time::new(start.unwrap_or(at)..end, When::Day(number, day)));
        }
    }
    more
}

/// Days in figures without a year, "by 12/5", "19.1": only after a word that makes them one to act by.
fn in_figures(text: &str, found: &[Time]) -> Vec<Time> {
    const BY: &[&str] = &["by", "before", "due", "until", "on", ""];
    let mut more = Vec::new();
    for (slash, _) in text.match_indices('/') {
        let digits = |c: char| c.is_ascii_digit();
        let start = text[..slash].trim_end_matches(digits).len();
        let end = text.len() - text[slash + 1..].trim_start_matches(digits).len();
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-'))
            && !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
        let (Ok(day), Ok(month)) = (text[start..slash].parse::<u8>(), text[slash + 1..end].parse::<u8>()) else {
            continue;
        };
        let real = (1..=31).contains(&day) && (1..=12).contains(&month);
        if free && real && !is_taken(found, start) && BY.contains(&lead(text, start).as_str()) {
            more.push(Time::new(start..end, When::Day(month, Some(day))));
        }
    }
    more
}

fn is_taken(found: &[Time], at: usize) -> bool {
    found.iter().any(|time| time.range.contains(&at))
}

/// Whether nothing, or a full stop, follows: "by March", not "the September Board".
fn is_last(text: &str, end: usize) -> bool {
    text[end..].is_empty() || text[end..].starts_with(['.', ',', ';', ')'])
}

/// Where "2nd" before a month begins, "of" passed over.
fn day_before(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].strip_suffix(' ')?;
    let head = head.strip_suffix(" of").unwrap_or(head);
    let start = head.rfind([' ', '(']).map_or(0, |space| space + 1);
    day_of(&head[start..]).map(|_| start)
}

/// The day that "27th" or "27" writes.
fn day_of(written: &str) -> Option<u8> {
    let written = written.trim_end().trim_end_matches(" of");
    let day = written.trim_end_matches(|c: char| c.is_ascii_lowercase());
    day.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
}

/// Years alone, "in 2020".
fn years(text: &str, found: &[Time]) -> Vec<Time> {
    let mut more = Vec::new();
    for (at, _) in text.match_indices("20") {
        let year = text.get(at..at + 4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()));
        let inside = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '/' || c == '-');
        let after = text
            .get(at + 4..)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'));
        let led = matches!(
            lead(text, at).as_str(),
            "in" | "by" | "during" | "before" | "from" | "spring" | "summer" | "autumn" | "winter" | ""
        );
        if let (Some(year), false, false, false, true) = (year, inside, after, is_taken(found, at), led) {
            more.push(Time::new(at..at + 4, When::Date(Some(year.to_owned()))));
        }
    }
    more
}
