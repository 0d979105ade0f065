//! `clarify`: whether a vague word is made specific by what follows it: a number, a date, "namely …".

use super::gather::Gathered;
use super::passage::{Passage, head, tail, words, words_back};
use crate::document::dates::MONTHS;
use crate::patterns::Cues;
use crate::text::Span;

/// Bytes after the hit that may make it specific, in its sentence and at the start of the next.
const SAME: usize = 140;
const NEXT: usize = 100;

/// Whether what follows the hit makes it specific.
pub(super) fn is_clarified(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let same = Span::at(
        passage.hit.end as usize,
        passage.hit.end as usize + head(passage.after(), SAME).len(),
    );
    says(same, passage, gathered, cues) || next(passage).is_some_and(|next| says(next, passage, gathered, cues))
}

/// The start of the sentence after the hit's, in the same block.
fn next(passage: &Passage<'_>) -> Option<Span> {
    let next = passage.document.sentences.get(passage.index? + 1)?;
    let start = next.span.start as usize;
    (next.block == passage.block).then(|| Span::at(start, start + head(passage.slice(next.span), NEXT).len()))
}

fn says(stretch: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let cue = gathered.after(cues.clarify, stretch.start);
    cue.is_some_and(|cue| cue.end <= stretch.end) || has_figure(passage.slice(stretch))
}

/// Whether `said` has a number that measures, counts occasions or dates: no citation, no label, no count of other things.
fn has_figure(said: &str) -> bool {
    let mut at = 0;
    while let Some(found) = said[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let (before, rest) = said.split_at(start);
        let run = rest.bytes().take_while(|&b| b.is_ascii_digit() || is_joint(b)).count();
        let number = rest[..run].trim_end_matches(['.', ':', '/', ',']);
        let stuck = before
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || !c.is_ascii() && c != '\u{a3}');
        if !stuck && !is_label(before) && measures(before, number, &rest[number.len()..]) {
            return true;
        }
        at = start + run;
    }
    words(said).any(is_month_name)
}

/// What may stand between the digits of one number.
const fn is_joint(byte: u8) -> bool {
    matches!(byte, b'.' | b'/' | b':' | b',')
}

/// Whether `number` between `before` and `after` is a date, a time, a sum, or counts units or occasions.
fn measures(before: &str, number: &str, after: &str) -> bool {
    let previous = words_back(tail(before, 40)).next().unwrap_or_default();
    let dated = is_date(number) || is_clock(number) || is_year(number) && (is_preposition(previous) || is_month(previous));
    let short = number.contains('/') && number != "24/7" && is_preposition(previous);
    dated
        || short
        || before.ends_with('\u{a3}')
        || after.trim_start().starts_with('%')
        || is_counted(after)
        || is_month(previous) && number.len() < 3
}

/// Whether the words after a number are units of time, occasions or a month: "10 working days", "5th March", "3pm".
fn is_counted(after: &str) -> bool {
    let near = head(after, 60);
    let close = near.split(['(', ')', ';', ':', ',', '.']).next().unwrap_or_default();
    let mut next = words(close).filter(|w| !["st", "nd", "rd", "th", "of"].iter().any(|o| w.eq_ignore_ascii_case(o)));
    let Some(first) = next.next() else { return false };
    let second = next.next();
    let aged = second.is_some_and(|w| w.eq_ignore_ascii_case("old") || w.eq_ignore_ascii_case("of"));
    is_month(first) || is_unit(first) && !aged || is_kind_of_unit(first) && second.is_some_and(is_unit)
}

fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 36] = [
        "day",
        "days",
        "night",
        "nights",
        "week",
        "weeks",
        "weekly",
        "month",
        "months",
        "monthly",
        "year",
        "years",
        "hour",
        "hours",
        "hourly",
        "minute",
        "minutes",
        "fortnights",
        "am",
        "pm",
        "times",
        "occasions",
        "visits",
        "sessions",
        "appointments",
        "meetings",
        "calls",
        "contacts",
        "incidents",
        "reports",
        "callouts",
        "percent",
        "per",
        "mg",
        "ml",
        "pounds",
    ];
    UNITS.iter().any(|unit| word.eq_ignore_ascii_case(unit))
}

/// What may stand between a number and its unit.
fn is_kind_of_unit(word: &str) -> bool {
    const KINDS: [&str; 14] = [
        "working",
        "school",
        "calendar",
        "consecutive",
        "separate",
        "home",
        "unannounced",
        "announced",
        "more",
        "further",
        "full",
        "statutory",
        "joint",
        "to",
    ];
    KINDS.iter().any(|kind| word.eq_ignore_ascii_case(kind))
}

/// Before a year or a day, these date: "in 2019", "by 12/3".
fn is_preposition(word: &str) -> bool {
    [
        "in", "on", "by", "from", "since", "until", "till", "before", "after", "during", "and", "to",
    ]
    .iter()
    .any(|known| word.eq_ignore_ascii_case(known))
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
}

/// Whether `word` is a month that is no other word: "August", but neither "march" nor "May".
fn is_month_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && is_month(word) && !["may", "march"].iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// Whether the word before a number makes it a name: "paragraph", "Child", "Act".
fn is_label(before: &str) -> bool {
    const LABELS: [&str; 26] = [
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "section",
        "sections",
        "finding",
        "findings",
        "action",
        "actions",
        "recommendation",
        "recommendations",
        "appendix",
        "page",
        "table",
        "figure",
        "stage",
        "tier",
        "level",
        "part",
        "chapter",
        "step",
        "phase",
        "theme",
        "version",
        "no",
    ];
    let before = tail(before, 60);
    if !before.ends_with(' ') {
        return false;
    }
    let Some(word) = words_back(before).next() else { return false };
    let label = LABELS.iter().any(|known| word.eq_ignore_ascii_case(known));
    // A capital after a full stop is the sentence's.
    let opens = before
        .trim_end()
        .strip_suffix(word)
        .is_some_and(|b| b.trim_end().is_empty() || b.trim_end().ends_with('.'));
    label || word.starts_with(char::is_uppercase) && !opens && !is_month(word)
}

/// Whether `number` is a date in figures: "12.3.19", "12/03/2019".
fn is_date(number: &str) -> bool {
    let mut parts = number.splitn(4, ['.', '/']);
    let (Some(day), Some(month), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let within = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    within(day, 31) && within(month, 12) && matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit())
}

/// Whether `number` is a time of day: "14:30".
fn is_clock(number: &str) -> bool {
    number.split_once(':').is_some_and(|(hour, minute)| {
        minute.len() == 2 && hour.parse::<u32>().is_ok_and(|h| h < 24) && minute.parse::<u32>().is_ok_and(|m| m < 60)
    })
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::has_figure;

    #[test]
    fn a_figure_counts_or_dates() {
        for (said, figure) in [
            (" visits (every 10 working days).", true),
            (" visits by 12.3.19.", true),
            (" visits from 5th March 2019", true),
            (" visits as paragraph 7.1.25 says.", false),
            (" visits, see 7.1.253.", false),
            (" visits to Child 2.", false),
            (" visits12 to her.", false),
            (" by the Children Act 1989.", false),
            (" at 3pm", true),
            (" at 14:30", true),
            (" visits (KLOE 1; 4.1).", false),
            (" visits (see 4.1).", false),
            (" visits (4.14).", false),
            (" visits, as Recommendation 3 asks.", false),
            (" visits under section 6.", false),
            (" visits.12", false),
            (" visits 12", false),
            (" visits to 3 children.", false),
            (" visits to a boy of 7 years old.", false),
            (" visits, see page 3 (1).", false),
            (" visits in 2019", true),
            (" visits, from August", true),
            (" visits may be made", false),
            (" visits from May 2020", true),
            (" visits (2-3 times a term)", true),
            (" visits, 6 of them, 4 home visits", true),
            (" payments of \u{a3}20", true),
            (" visits by 12/3", true),
            (" visits 24/7", false),
            (" guidance (Working Together 2018).", false),
        ] {
            assert_eq!(has_figure(said), figure, "{said}");
        }
    }
}
