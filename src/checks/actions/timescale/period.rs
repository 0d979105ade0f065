//! A period is a time without a date: a length, an occasion, how often, or words that put it off.

use super::{Time, When};
use crate::document::dates::WEEKDAYS;
use crate::document::{tens_word, unit_word};

#[rustfmt::skip]
const VAGUE: &[&str] = &[
    "ongoing", "on going", "asap", "as soon as possible", "in due course", "tbc", "to be confirmed", "tba", "to be agreed", "to be determined", "when possible",
    "shortly", "going forward", "continuous", "continuing", "when appropriate", "as appropriate", "as required", "as and when", "as necessary", "immediate",
    "immediately", "next meeting", "next review", "next conference", "next supervision", "next core group", "next visit", "next contact", "next panel", "next board", "next session", "short term", "medium term", "long term", "in the near future", "soon", "at the earliest opportunity",
    "as soon as practicable", "spring", "summer", "autumn", "winter", "not set", "none set", "rolling", "regularly",
];

/// Vague times that count in an action's own words, where "ongoing" or "regularly" is not about when.
#[rustfmt::skip]
const VAGUE_IN_BODY: &[&str] = &[
    "asap", "as soon as possible", "in due course", "at the earliest opportunity", "as soon as practicable", "in the near future", "when possible", "shortly",
    "next review", "next meeting", "next conference", "next supervision", "next core group", "next visit",
];

/// Words that begin a period; a length of time or an occasion must follow within three words.
#[rustfmt::skip]
const PERIODS: &[&str] = &[
    "within", "inside", "every", "each", "by the next", "at the next", "before the next", "to the next", "for the next", "twice a", "once a", "by the end of",
    "before the end of", "at the end of", "end of", "once each", "twice each",
];

/// Periods in one word, taken only where nothing but a timescale stands.
#[rustfmt::skip]
const INTERVALS: &[&str] = &[
    "weekly", "fortnightly", "monthly", "quarterly", "annually", "annual", "daily", "termly", "yearly", "half termly", "six monthly", "today", "tonight", "tomorrow",
    "the same day", "same day", "this week", "next week", "next month", "this month", "half term", "month end", "easter", "christmas", "whitsun", "michaelmas",
];

/// Days without a date that an action's own words may give.
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "today", "tomorrow", "tonight", "the same day", "same day", "this week", "next week", "this afternoon", "by half term", "before half term", "by christmas",
    "before christmas", "by easter", "before easter", "by month end",
];

/// Words before a weekday that make it one to act on.
const ON: &[&str] = &["on", "by", "before", "until", "next", "this", "every", "each"];

/// Lengths of time and occasions.
#[rustfmt::skip]
const SPANS: &[&str] = &[
    "weekday", "day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years", "quarter", "hours", "hour", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "morning", "night", "evening", "afternoon", "term", "meeting", "conference", "group", "visit", "supervision", "review", "discussion", "panel",
];

/// The time of a timescale's own words.
pub(super) fn in_timescale(text: &str) -> Option<Time> {
    let lower = text.to_ascii_lowercase();
    period(&lower)
        .or_else(|| length(&lower))
        .or_else(|| on_weekday(&lower, true))
        .or_else(|| first(&lower, DAYS, When::Period))
        .or_else(|| first(&lower, INTERVALS, When::Period))
        .or_else(|| first(&lower, VAGUE, When::Vague))
}

/// The time in an action's own words.
pub(super) fn in_body(text: &str) -> Option<Time> {
    let lower = text.to_ascii_lowercase();
    period(&lower)
        .or_else(|| first(&lower, DAYS, When::Period))
        .or_else(|| on_weekday(&lower, false))
        .or_else(|| often(&lower))
        .or_else(|| first(&lower, VAGUE_IN_BODY, When::Vague))
}

/// A period: "within ten working days", "every Friday", "by the next core group", "before the end of term".
fn period(text: &str) -> Option<Time> {
    let leads = PERIODS.iter().flat_map(|lead| words(text, lead).map(|at| (at, lead.len())));
    let mut leads: Vec<(usize, usize)> = leads.collect();
    leads.sort_unstable_by_key(|&(at, length)| (at, std::cmp::Reverse(length)));
    leads.into_iter().find_map(|(at, length)| span_after(text, at, at + length))
}

/// The period that opens at `start` and whose length or occasion follows `end`.
fn span_after(text: &str, start: usize, mut end: usize) -> Option<Time> {
    let of = text[start..end].ends_with(" of");
    for word in text[end..].split(' ').skip(1).take(3) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        end += 1 + bare.len();
        if SPANS.contains(&bare) {
            let unset = matches!(bare, "meeting" | "review" | "conference") && text[start..end].contains("next");
            return (!unset).then(|| Time::new(start..end, When::Period));
        }
        let article = bare == "the" && (of || text[start..end].starts_with("within"));
        if word != bare || !article && matches!(bare, "the" | "required" | "which" | "agency" | "team") {
            return None;
        }
    }
    None
}

/// A length by itself: "3 months", "Six weeks".
fn length(text: &str) -> Option<Time> {
    let opening = text.trim_end_matches('.');
    let words: Vec<&str> = opening.split(' ').collect();
    let counted = words
        .first()
        .is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit()) && !w.is_empty() || unit_word(w).is_some() || tens_word(w).is_some());
    let spans = words.len() <= 3 && words.len() > 1 && SPANS.contains(words.last()?);
    (counted && spans).then(|| Time::new(0..opening.len(), When::Period))
}

/// A weekday that something is to be done on: "by Friday", "on Mondays"; `alone` when it may stand by itself.
fn on_weekday(text: &str, alone: bool) -> Option<Time> {
    WEEKDAYS
        .iter()
        .flat_map(|day| text.match_indices(day))
        .map(|(at, day)| (at, at + day.len()))
        .min()
        .and_then(|(at, mut end)| {
            end += usize::from(text[end..].starts_with('s'));
            let whole = !text[end..].starts_with(|c: char| c.is_alphanumeric());
            let head = text[..at].trim_end();
            let before = head.rfind(' ').map_or(0, |blank| blank + 1);
            let led = ON.contains(&&head[before..]);
            let start = if led { before } else { at };
            (whole && (led || alone && at == 0)).then(|| Time::new(start..end, When::Period))
        })
}

/// "Weekly" and its kin where they say how often something is to be done: "to weigh Marnie monthly", "weekly visits".
fn often(text: &str) -> Option<Time> {
    const AFTER: &[&str] = &[
        "and", "at", "by", "for", "from", "on", "until", "with", "to", "visits", "calls", "meetings", "checks", "sessions", "contact",
    ];
    let found = first(
        text,
        &["weekly", "fortnightly", "monthly", "quarterly", "daily", "termly"],
        When::Period,
    )?;
    let rest = &text[found.range.end..];
    let next = rest
        .strip_prefix(' ')
        .map_or("", |rest| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or(""));
    (!rest.starts_with(' ') || next.is_empty() || AFTER.contains(&next)).then_some(found)
}

/// The first of `list` in `text`, which is in lower case.
fn first(text: &str, list: &[&str], when: When) -> Option<Time> {
    let hits = list.iter().filter_map(|word| Some((words(text, word).next()?, word.len())));
    let (start, length) = hits.min_by_key(|&(at, length)| (at, std::cmp::Reverse(length)))?;
    Some(Time::new(start..start + length, when))
}

/// Where `word` stands in `text` as a word of its own.
fn words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let free = move |at: &usize| {
        let before = text[..*at].ends_with(|c: char| c.is_alphanumeric());
        let after = text[*at + word.len()..].starts_with(|c: char| c.is_alphanumeric());
        !before && !after
    };
    text.match_indices(word).map(|(at, _)| at).filter(free)
}
