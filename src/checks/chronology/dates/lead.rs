//! A `Lead` is the date, or the pair of dates, that opens a row, with the words around it that tell how exact it is.

use std::ops::Range;

use super::cursor::{Cursor, number_word};
use super::{Known, Written, read};
use crate::checks::chronology::calendar::{Precision, When, plus};

/// What opens a row.
#[derive(Clone, Debug)]
pub(in super::super) struct Lead {
    /// The date; of a pair, both together.
    pub(in super::super) written: Written,
    /// Where the words after it begin.
    pub(in super::super) end: usize,
}

/// Words that may stand before the date of a row; those that make it vague are marked.
const BEFORE: [(&str, bool); 28] = [
    ("early to mid", true),
    ("mid to late", true),
    ("early in", true),
    ("late in", true),
    ("early", true),
    ("mid", true),
    ("late", true),
    ("end of", true),
    ("beginning of", true),
    ("start of", true),
    ("around", true),
    ("circa", true),
    ("approximately", true),
    ("approx", true),
    ("about", true),
    ("on or around", true),
    ("on or about", true),
    ("before", true),
    ("prior to", true),
    ("pre", true),
    ("after", true),
    ("since", true),
    ("between", false),
    ("from", false),
    ("during", false),
    ("on", false),
    ("in", false),
    ("date", false),
];

/// What opens `text`, where a row may begin.
pub(in super::super) fn lead(text: &str, known: Known) -> Option<Lead> {
    let cursor = Cursor::new(text);
    let mut at = text.len()
        - text
            .trim_start_matches([' ', '*', '_', '[', '(', '~', '"', '\u{201c}', '\u{a0}'])
            .len();
    let mut vague = false;
    for _ in 0..2 {
        let Some((end, blurs)) = before(text, at) else { break };
        (at, vague) = (end, vague || blurs);
    }
    let week = week(text, at);
    let at = week.unwrap_or(at);
    let mut written = read(cursor, at, known)?;
    if week.is_some() {
        let monday = written.when.and_then(When::exact);
        written.when = monday.and_then(|day| When::day(day).until(When::day(plus(day, 6)?)));
    } else if let Some((second, _)) = second(cursor, written.range.end, known) {
        written = joined(written, second);
    }
    if vague && written.when.is_some() {
        written.when = written.when.map(When::vaguely);
    }
    let end = written.range.end;
    Some(Lead { written, end })
}

fn before(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = text.get(at..)?;
    BEFORE.iter().find_map(|(word, vague)| {
        let head = rest.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        let after = &rest[head.len()..];
        let gap = after.len() - after.trim_start_matches([' ', '-', '.', ':', '*']).len();
        (gap > 0).then_some((at + head.len() + gap, *vague))
    })
}

/// Past "w/c" and its kin.
fn week(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    ["w/c", "wc", "week commencing", "week beginning", "w/b", "week of"]
        .iter()
        .find_map(|word| {
            let head = rest.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
            let after = &rest[head.len()..];
            let gap = after.len() - after.trim_start_matches([' ', ':', '.']).len();
            (gap > 0).then_some(at + head.len() + gap)
        })
}

/// A second date after the first: "to 7.6.15", "– 3 May 2015", "and 7.6.15", "& 6.1.15"; with its end.
fn second(cursor: Cursor<'_>, end: usize, known: Known) -> Option<(Written, usize)> {
    let gap = cursor.past(end, b"");
    let rest = cursor.text.get(gap..)?;
    let signs = ["\u{2013}", "\u{2014}", "-", "/", "&", "to ", "until ", "and "];
    let sign = signs.iter().find(|sign| rest.starts_with(**sign))?;
    let at = cursor.past(gap + sign.len(), b"");
    let known = Known { place: false, ..known };
    let second = read(cursor, at, known).filter(|it| it.dated || known.year.is_some())?;
    let end = second.range.end;
    Some((second, end))
}

/// Two dates as one stretch; the first takes the year of the second when it has none of its own.
fn joined(first: Written, second: Written) -> Written {
    let range = first.range.start..second.range.end;
    let year = second.when.map(|when| when.first.year());
    let opening = match (first.when, first.parts, year) {
        (Some(when), ..) if first.dated => Some(when),
        (_, Some((month, day)), Some(year)) => jiff::civil::Date::new(year, month, day).ok().map(When::day),
        (when, ..) => when,
    };
    let when = opening.zip(second.when).and_then(|(from, to)| from.until(to));
    Written {
        range,
        when: when.or(opening),
        flaw: first.flaw.or(second.flaw),
        dated: first.dated || second.dated,
        ..first
    }
}

/// "The next day", "Two days later", "Same day": the words, and what they mean when the row before is of `previous`.
pub(in super::super) fn relative(text: &str, previous: Option<When>) -> Option<(Range<usize>, Option<When>)> {
    let start = text.len() - text.trim_start_matches([' ', '*', '_']).len();
    let rest = &text[start..];
    let head: String = rest.chars().take(40).collect::<String>().to_ascii_lowercase();
    let base = previous.filter(|when| matches!(when.precision, Precision::Day | Precision::Range));
    let moved = |days: i32| base.and_then(|when| plus(when.last, days)).map(When::day);
    for (words, days) in [
        ("the same day", 0),
        ("same day", 0),
        ("later the same day", 0),
        ("later that day", 0),
        ("that evening", 0),
        ("that night", 0),
        ("the next day", 1),
        ("next day", 1),
        ("the following day", 1),
        ("following day", 1),
        ("the day after", 1),
    ] {
        if head.starts_with(words) && !head[words.len()..].starts_with(|c: char| c.is_alphanumeric()) {
            return Some((start..start + words.len(), moved(days)));
        }
    }
    let mut words = head.split(' ');
    let (number, unit, later) = (words.next()?, words.next()?, words.next()?);
    let count = number_word(number).filter(|n| (1..60).contains(n))? as i32;
    let later_bare = later.trim_end_matches(|c: char| !c.is_alphanumeric());
    let days = match unit.trim_end_matches('s') {
        "day" => Some(count),
        "week" => Some(count * 7),
        "month" | "year" => None,
        _ => return None,
    };
    let end = start + number.len() + unit.len() + later_bare.len() + 2;
    (later_bare == "later").then(|| (start..end, days.and_then(moved)))
}
