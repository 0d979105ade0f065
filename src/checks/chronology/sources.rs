//! A source is whose record a row was taken from: a column says it, or words at one end of each row.

use std::collections::HashMap;

use jiff::civil::Date;

use super::super::remark::Remark;
use super::desk::Desk;
use super::timeline::{Chronicle, Row};
use crate::annotation::{Annotation, Severity};

/// Fewest rows of a list from which a habit of naming sources is read.
const FEWEST: usize = 5;
/// Of so many rows one may lack it, where words alone tell of a habit.
const SHARE: usize = 6;
/// Longest name of a source in words and in bytes.
const WORDS: usize = 6;
const LONGEST: usize = 48;
/// Words of the longest source that a full stop sets off: "Health visiting."
const BRIEF: usize = 4;

/// Rows that name no source where the others do.
pub(super) fn remarks(desk: Desk<'_>, (rows, chronicle): (&[Row], &Chronicle), own_day: Option<Date>, out: &mut Vec<Annotation<'static>>) {
    let lacking: Vec<&Row> = if chronicle.sourced {
        lacking(rows, |row| row.source.is_some())
    } else if rows.len() >= FEWEST {
        let hours = hours(rows);
        STYLES
            .iter()
            .map(|named| lacking(rows, |row| !tells_day(row) || heads_hours(&hours, row) || names(desk, row, *named)))
            .filter(|lacking| lacking.len() * SHARE <= rows.len())
            .find(|rows| !rows.is_empty())
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    // Of what is still to come there is no record yet.
    let to_come = |row: &&Row| row.when.zip(own_day).is_some_and(|(when, own)| own < when.first);
    for row in lacking.into_iter().filter(|row| !to_come(row)) {
        let message = "This row does not say where it comes from, and the others do.".to_owned();
        let said = Remark::new("chronology/row-without-source", Severity::Low, message, "Whose record is it?");
        out.push(desk.remark(said, row.written, Vec::new()));
    }
}

/// The rows that name none, when three of four name one.
fn lacking(rows: &[Row], named: impl Fn(&Row) -> bool) -> Vec<&Row> {
    let lacking: Vec<&Row> = rows.iter().filter(|row| !named(row)).collect();
    if lacking.len() * 4 > rows.len() { Vec::new() } else { lacking }
}

/// For each day whose hours are rows of their own, the block of the last of them.
fn hours(rows: &[Row]) -> HashMap<(Date, Date), u32> {
    let mut hours = HashMap::new();
    for row in rows.iter().filter(|row| row.hour.is_some() && row.inferred) {
        if let Some(when) = row.when {
            let last = hours.entry((when.first, when.last)).or_insert(row.block);
            *last = row.block.max(*last);
        }
    }
    hours
}

/// Whether a row is the heading of a day whose `hours` are rows of their own.
fn heads_hours(hours: &HashMap<(Date, Date), u32>, row: &Row) -> bool {
    let last = row.when.and_then(|when| hours.get(&(when.first, when.last)));
    row.hour.is_none() && last.is_some_and(|&last| last > row.block)
}

/// Ways of naming a source in the words of a row.
const STYLES: [fn(&str) -> bool; 6] = [in_brackets, before_brackets, behind_label, behind_code, before_colon, before_stop];

/// Whether a row has a date of its own: "The next day" goes on with the one before.
fn tells_day(row: &Row) -> bool {
    row.how.dated || row.how.parts.is_some() || row.how.flaw.is_some() || row.hour.is_some()
}

fn names(desk: Desk<'_>, row: &Row, style: fn(&str) -> bool) -> bool {
    // A row without words of its own lacks more than its source.
    let Some(words) = row.account.first().map(|&piece| desk.words(piece).trim()) else {
        return true;
    };
    let last = row.account.last().map_or(words, |&piece| desk.words(piece).trim());
    style(words) || style(last)
}

/// "The head teacher makes a referral. (Primary school)"
fn in_brackets(words: &str) -> bool {
    let words = words.trim_end_matches('.');
    let inner = words
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rfind(['(', '[']).map(|at| &rest[at + 1..]));
    inner.is_some_and(|name| is_name(name, WORDS))
}

/// "(police): Officers find Wren alone.", "(GP) Seen."
fn before_brackets(words: &str) -> bool {
    let inner = words.strip_prefix(['(', '[']).and_then(|rest| rest.split_once([')', ']']));
    inner.is_some_and(|(name, rest)| is_name(name, WORDS) && !rest.is_empty())
}

/// "Nobody was in. Source: housing."
fn behind_label(words: &str) -> bool {
    let lower = words.to_lowercase();
    let name = ["source:", "source -", "from:", "agency:", "record:"]
        .iter()
        .find_map(|label| lower.rfind(label).map(|at| at + label.len()));
    name.is_some_and(|at| lower.len() - at <= LONGEST && is_name(lower[at..].trim().trim_end_matches(['.', ')', ']']), WORDS))
}

/// "Conference held. D22", "[H1-H3]", "Seen at home. p. 14": the page of a bundle at the end.
fn behind_code(words: &str) -> bool {
    const CELL: usize = 24;
    // "C14 \u{a7}6", a cell of its own, has its page anywhere.
    let mut tokens = words.rsplit([' ', '(', '[', ';', ',']);
    if words.len() <= CELL {
        tokens.any(is_page)
    } else {
        tokens.next().is_some_and(is_page)
    }
}

/// "D22", "H1-H3".
fn is_page(token: &str) -> bool {
    let first = token
        .trim_end_matches([')', ']', '.'])
        .split(['-', '\u{2013}', '/'])
        .next()
        .unwrap_or_default();
    let figures = first.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = first.len() - figures.len();
    (1..=2).contains(&letters) && (1..=4).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit())
}

/// "Police: call to the house", "Police - call to the house"
fn before_colon(words: &str) -> bool {
    words
        .split_once(':')
        .or_else(|| words.split_once(" - "))
        .is_some_and(|(name, _)| is_name(name.trim(), WORDS) && is_body(name))
}

/// "Health visiting. Mother not in."
fn before_stop(words: &str) -> bool {
    words
        .split_once(". ")
        .is_some_and(|(name, _)| is_name(name, BRIEF) && is_body(name))
}

/// Whether the last word of a name is a service's: "Core group." and "Home visit:" tell what happened.
fn is_body(name: &str) -> bool {
    #[rustfmt::skip]
    const BODIES: [&str; 51] = [
        "police", "gp", "gps", "hospital", "school", "nursery", "college", "academy", "midwifery", "midwife", "visiting", "visitor", "nursing", "nurse", "care", "housing",
        "service", "services", "team", "centre", "clinic", "ward", "trust", "probation", "ambulance", "court", "landlord", "dentist", "pharmacy", "surgery", "practice",
        "camhs", "cafcass", "csc", "asc", "hv", "sw", "ed", "home", "agency", "neighbour", "employer", "solicitor", "library", "worker", "unit",
        "department", "mash", "hub", "idva", "teacher",
    ];
    let last = name
        .trim()
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    BODIES.contains(&last.as_str())
}

fn is_name(name: &str, words: usize) -> bool {
    name.len() <= LONGEST && name.starts_with(char::is_alphabetic) && name.split_whitespace().count() <= words
}

/// Whether a column or a line of a form so titled (in lower case) tells where its row comes from.
pub(super) fn is_title(title: &str) -> bool {
    let pieces = [
        "source",
        "agency",
        "organisation",
        "record from",
        "recorded by",
        "record of",
        "whose record",
        "reported by",
        "information from",
        "who told",
        "told by",
        "informant",
        "taken from",
        "recorded in",
        "where recorded",
        "where from",
        "came from",
        "comes from",
        "noted by",
        "held by",
        "provided by",
        "supplied by",
    ];
    let whole = [
        "service",
        "record",
        "records",
        "from",
        "evidence",
        "team",
        "origin",
        "bundle",
        "bundle page",
        "bundle ref",
        "page",
        "pages",
        "exhibit",
    ];
    (pieces.iter().any(|piece| title.contains(piece)) || whole.contains(&title)) && !title.contains("response")
}

/// Whether what stands in the place of a source names none: a dash, a question mark.
pub(super) fn is_blank(words: &str) -> bool {
    !words.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_at_either_end() {
        assert!(in_brackets("Jade is seen. (Sexual health service)") && in_brackets("Twins are born (hospital)."));
        assert!(!in_brackets("Jade (who was eleven) left.") && !in_brackets("Seen (but the nurse was not told why until the next week)"));
        assert!(before_colon("Police: second call") && !before_colon("Mother says this: no"));
        assert!(before_stop("Health visiting. Mother not in.") && !before_stop("The police came to the house. Nobody in."));
        assert!(!before_stop("Core group. Everyone came.") && !before_colon("Home visit: nobody in"));
        assert!(before_brackets("(police): Officers call.") && before_brackets("[GP] Seen.") && !before_brackets("\"Fine\", she said."));
        assert!(behind_label("Nobody was in. Source: housing.") && !behind_label("The source of the noise was a radio."));
        assert!(before_colon("Police - second call"));
        assert!(behind_code("Conference held. D22") && behind_code("Called at 02:40. [H1-H3]") && !behind_code("Seen in room 14"));
        assert!(is_title("taken from") && is_title("who told us") && is_title("service") && !is_title("agency response"));
        assert!(is_blank(" \u{2013}") && !is_blank("GP"));
    }
}
