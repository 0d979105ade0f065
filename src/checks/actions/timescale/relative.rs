//! A relative time counts from the day of the meeting that set it: "within two weeks", "by Friday", "tomorrow", "the next
//! core group".

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::document::{dates, tens_word, unit_word};

/// The meeting that relative times count from.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::checks::actions) struct Meeting<'g> {
    /// Its day, ISO 8601.
    pub(in crate::checks::actions) day: Option<&'g str>,
    /// The day of the next one, where the document gives it.
    pub(in crate::checks::actions) next: Option<&'g str>,
}

/// Words for the next meeting.
const MEETINGS: &[&str] = &[
    "meeting",
    "review",
    "conference",
    "group",
    "supervision",
    "panel",
    "discussion",
    "session",
    "board",
];

/// The day, ISO 8601, that `words` mean from `meeting` on; `None` when they give no one day.
pub(super) fn day(words: &str, meeting: Meeting<'_>) -> Option<String> {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    if words.contains(&"next") && words.last().is_some_and(|last| MEETINGS.contains(last)) {
        return meeting.next.map(str::to_owned);
    }
    let today: Date = meeting.day?.parse().ok()?;
    let found = match *words.last()? {
        "today" | "tonight" | "afternoon" => Some(today),
        "tomorrow" => today.tomorrow().ok(),
        "week" if words.iter().any(|w| matches!(*w, "end" | "this")) => Some(coming(today, 4, words.contains(&"next"))?),
        "month" if words.contains(&"end") => match words.contains(&"next") {
            true => today.checked_add(1.month()).ok().map(Date::last_of_month),
            false => Some(today.last_of_month()),
        },
        last => match dates::weekday(last).filter(|&(_, length)| length == last.len()) {
            Some((weekday, _)) if !words.iter().any(|w| matches!(*w, "every" | "each" | "last")) => {
                coming(today, weekday, words.contains(&"next"))
            }
            _ => after(today, &words),
        },
    };
    found.map(|day| day.to_string())
}

/// The next day after `today` that is `weekday`, Monday being 0; with `skip` the one in the week after this.
fn coming(today: Date, weekday: usize, skip: bool) -> Option<Date> {
    let now = i64::from(today.weekday().to_monday_zero_offset());
    let wanted = i64::try_from(weekday).ok()?;
    let ahead = match skip {
        true => 7 - now + wanted,
        false => (wanted - now - 1).rem_euclid(7) + 1,
    };
    today.checked_add(ahead.days()).ok()
}

/// "within [the next] ten working days", "6 weeks", "in a month's time".
fn after(today: Date, words: &[&str]) -> Option<Date> {
    // "For the next six weeks" says how long, "every two weeks" how often.
    if words.iter().any(|w| matches!(*w, "for" | "every" | "each" | "twice" | "once")) {
        return None;
    }
    let at = words.iter().position(|w| number(w).is_some())?;
    let count = number(words[at])?;
    let working = words.get(at + 1).is_some_and(|w| matches!(*w, "working" | "school" | "business"));
    let unit = words
        .get(at + 1 + usize::from(working))?
        .trim_end_matches('\'')
        .trim_end_matches("'s");
    let span: Span = match unit.trim_end_matches('s') {
        "day" if working => return workdays(today, count),
        "day" => count.days(),
        "hour" => (count / 24).days(),
        "week" => count.weeks(),
        "fortnight" => (count * 2).weeks(),
        "month" => count.months(),
        "year" => count.years(),
        _ => return None,
    };
    today.checked_add(span).ok()
}

/// `count` days on, Saturdays and Sundays left out; public holidays are not known here.
fn workdays(today: Date, count: i64) -> Option<Date> {
    let mut day = today;
    let mut left = count.min(400);
    while left > 0 {
        day = day.tomorrow().ok()?;
        left -= i64::from(day.weekday().to_monday_zero_offset() < 5);
    }
    Some(day)
}

fn number(word: &str) -> Option<i64> {
    let spelled = || unit_word(word).or_else(|| tens_word(word)).map(i64::from);
    let one = matches!(word, "a" | "an").then_some(1);
    word.parse().ok().filter(|n| (1..1000).contains(n)).or_else(spelled).or(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_the_meeting() {
        // A Monday.
        let meeting = Meeting {
            day: Some("2024-05-13"),
            next: Some("2024-06-10"),
        };
        for (words, expected) in [
            ("within two weeks", Some("2024-05-27")),
            ("within ten working days", Some("2024-05-27")),
            ("within the next 6 months", Some("2024-11-13")),
            ("within 48 hours", Some("2024-05-15")),
            ("by Friday", Some("2024-05-17")),
            ("by Monday", Some("2024-05-20")),
            ("next Tuesday", Some("2024-05-21")),
            ("tomorrow", Some("2024-05-14")),
            ("today", Some("2024-05-13")),
            ("end of the week", Some("2024-05-17")),
            ("by the end of the month", Some("2024-05-31")),
            ("by the next core group", Some("2024-06-10")),
            ("next meeting", Some("2024-06-10")),
            ("every Friday", None),
            ("every two weeks", None),
            ("for the next six weeks", None),
            ("weekly", None),
            ("on mondays", None),
            ("the same day", None),
            ("before the end of term", None),
        ] {
            assert_eq!(day(words, meeting).as_deref(), expected, "{words}");
        }
        assert_eq!(day("within two weeks", Meeting::default()), None);
    }
}
