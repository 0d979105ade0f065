//! A list of days is held to the number that announces it: "on four mornings: 22, 24 and 28 February and 3 March"; and a later count
//! to a list set as bullets.

use std::sync::LazyLock;

use regex::Regex;

use super::super::remark::Remark;
use super::dates::number_word;
use super::desk::Desk;
use crate::annotation::{Annotation, Severity};
use crate::document::Zone;
use crate::text::Span;

/// A number of events and, behind a colon or in brackets, their days with nothing else among them.
static LISTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let month = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
    let day = format!(
        r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: {month}(?: \d{{4}})?)?)"
    );
    Regex::new(&format!(
        r"(?i)\b(?P<count>\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<what>(?:[a-z-]+ ){{0,4}}[a-z-]+?)(?: (?:between|from|in|during|since) [^:;(]{{3,48}}?)?(?:: | \(|, on | \x{{2013}} )(?:the [a-z]+ shows? |on |namely |that is,? (?:on )?)?(?P<days>{day}(?:(?:, and |, | and |; and |; ){day})+)(?P<close>[.;)]|$)"
    ))
    .ok()
});
/// One day of a list.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{1,2}(?:st|nd|rd|th)?\b").ok());

/// Nouns that days are told of, by their beginnings.
#[rustfmt::skip]
const EVENTS: [&str; 28] = [
    "occasion", "time", "visit", "attendance", "meeting", "incident", "call", "referral", "report", "notification", "admission", "appointment", "contact", "presentation",
    "discussion", "conference", "episode", "morning", "afternoon", "evening", "night", "day", "date", "absence", "session", "group", "concern", "entr",
];

/// A number of events at the end of a line that announces them: "seen at home on six occasions, as follows:".
static ANNOUNCED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z-]+ ){0,2}?(?:occasion|time|visit|meeting|call|contact|attendance|referral|session|appointment|absence|incident|date|entry|entrie)s?\b[^.:]{0,80}(?:as follows|on|namely|these|dates|following|below|, that is|\d{4}):$").ok()
});

/// Rows right below a line that announces how many they are.
pub(super) fn announced(desk: Desk<'_>, scene: &super::scene::Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for chronicle in &scene.timeline.chronicles {
        let rows = scene.timeline.of(chronicle);
        let Some(first) = rows.first().map(|row| row.block as usize) else {
            continue;
        };
        let block = &desk.document.blocks[first.saturating_sub(1)];
        let words = desk.words(block.body).trim_end();
        let Some(found) = ANNOUNCED
            .as_ref()
            .filter(|_| words.ends_with(':'))
            .and_then(|pattern| pattern.captures(words))
        else {
            continue;
        };
        let (Some(whole), Some(count)) = (found.get(1), number_word(&found[1])) else {
            continue;
        };
        if count as usize != rows.len() && count > 1 {
            let base = block.body.start as usize;
            out.push(remark(
                desk,
                Span::at(base + whole.start(), base + whole.end()),
                (count as usize, rows.len()),
            ));
        }
    }
}

/// Counts that the days listed behind them do not bear out; and counts of what was listed before.
pub(super) fn remarks(desk: Desk<'_>, out: &mut Vec<Annotation<'static>>) {
    for sentence in &desk.document.sentences {
        let words = desk.words(sentence.span);
        // A list has figures, and a count a noun.
        if words.bytes().filter(u8::is_ascii_digit).count() < 2 || !words.contains([':', '(', ',', '\u{2013}']) {
            continue;
        }
        let Some(found) = LISTED.as_ref().and_then(|pattern| pattern.captures(words)) else {
            continue;
        };
        let (Some(count), Some(what)) = (found.name("count"), found.name("what")) else {
            continue;
        };
        let listed = DAY.as_ref().map_or(0, |day| day.find_iter(&without_years(&found["days"])).count());
        let told = number_word(count.as_str()).unwrap_or(0) as usize;
        if !is_event(what.as_str()) || listed == told || told < 2 {
            continue;
        }
        let base = sentence.span.start as usize;
        out.push(remark(desk, Span::at(base + count.start(), base + what.end()), (told, listed)));
    }
    bullets(desk, out);
}

/// The days of a list without the years, which are figures too.
fn without_years(days: &str) -> String {
    static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r" \d{4}\b").ok());
    YEAR.as_ref()
        .map_or(days.to_owned(), |year| year.replace_all(days, "").into_owned())
}

fn is_event(what: &str) -> bool {
    let lower = what.to_lowercase();
    lower.split(' ').any(|word| EVENTS.iter().any(|event| word.starts_with(event)))
}

/// Bullets that are days alone, under a line that says of what; and the counts of it in the rest of the document.
fn bullets(desk: Desk<'_>, out: &mut Vec<Annotation<'static>>) {
    let blocks = &desk.document.blocks;
    let mut at = 1;
    while at < blocks.len() {
        let days = blocks[at..]
            .iter()
            .take_while(|block| block.zone == Zone::List && is_day(desk.words(block.body)))
            .count();
        let lead = desk.words(blocks[at - 1].body);
        if days >= 3 && lead.trim_end().ends_with(':') {
            counted(desk, (at, days), lead, out);
        }
        at += days.max(1);
    }
}

/// Whether a bullet is a day and nothing else.
fn is_day(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    super::dates::lead(text, super::dates::Known::default())
        .is_some_and(|lead| text[lead.end..].bytes().filter(u8::is_ascii_alphabetic).count() == 0)
}

/// Holds "nine visits" behind a list of days to the number of its bullets, when the line above it speaks of visits.
fn counted(desk: Desk<'_>, (at, days): (usize, usize), lead: &str, out: &mut Vec<Annotation<'static>>) {
    static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:home |separate |such |unannounced )?(visit|meeting|call|contact|attendance|referral|session|appointment|absence)s\b").ok()
    });
    let lead = lead.to_lowercase();
    let after = desk.document.blocks.iter().skip(at + days).take(NEAR);
    for block in after.take_while(|block| block.level == 0) {
        let words = desk.words(block.body);
        let Some(found) = COUNT.as_ref().and_then(|pattern| pattern.captures(words)) else {
            continue;
        };
        let (Some(whole), Some(count)) = (found.get(0), number_word(&found[1])) else {
            continue;
        };
        let noun = found[2].to_lowercase();
        if lead.contains(&noun) && count as usize != days {
            let base = block.body.start as usize;
            out.push(remark(
                desk,
                Span::at(base + whole.start(), base + whole.end()),
                (count as usize, days),
            ));
        }
    }
}

/// Blocks behind a list that may count it.
const NEAR: usize = 4;

fn remark(desk: Desk<'_>, marked: Span, (told, listed): (usize, usize)) -> Annotation<'static> {
    let message = format!("The text counts {told} and lists {listed}.");
    let said = Remark::new(
        "chronology/count-mismatch",
        Severity::Medium,
        message,
        "Which are meant, and is one missing?",
    );
    desk.remark(said, marked, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_behind_a_count() {
        let pattern = LISTED.as_ref().unwrap();
        for (words, listed) in [
            (
                "late on nine mornings between 21 February and 4 March 2022: the register shows 22, 24 and 28 February and 3 March 2022.",
                Some(4),
            ),
            ("seen on three occasions (3 May, 10 May and 17 May 2019)", Some(3)),
            ("on two visits: 3/5/19 and 10/5/19.", Some(2)),
            ("on three occasions, most recently on 3 May and 10 May 2019.", None),
            ("on three occasions: twice at home", None),
        ] {
            let days = pattern
                .captures(words)
                .map(|found| DAY.as_ref().unwrap().find_iter(&without_years(&found["days"])).count());
            assert_eq!(days, listed, "{words}");
        }
    }
}
