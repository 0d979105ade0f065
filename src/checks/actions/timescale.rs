//! A timescale is when an action is to be done: a date, a period, or words that put it off.

use std::ops::Range;

use crate::document::dates;

/// What the words for a time say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A date as precise as the words, ISO 8601; `None` when it does not exist.
    Date(Option<String>),
    /// A month, and perhaps its day, without a year: "27 October", "March".
    Day(u8, Option<u8>),
    /// A period or an interval: "within ten working days", "each quarter".
    Period,
    /// No time at all: "ongoing", "in due course".
    Vague,
}

/// Words for a time, in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// The words (bytes of the text read).
    pub(super) range: Range<usize>,
    /// What they say.
    pub(super) when: When,
    /// Why the calendar has no such date, a whole sentence.
    pub(super) wrong: Option<String>,
}

impl Time {
    const fn new(range: Range<usize>, when: When) -> Self {
        Self { range, when, wrong: None }
    }

    /// The time with the year that the words leave out: that of another date in `text`, where it stands, else the one
    /// that puts it nearest to `today`, ISO 8601. A date that the calendar lacks says so.
    pub(super) fn dated(mut self, text: &str, today: Option<&str>) -> Self {
        let When::Day(month, day) = self.when else { return self };
        let beside = dates::find(text)
            .into_iter()
            .find_map(|date| date.iso?.get(..4)?.parse::<i16>().ok());
        let year = beside.or_else(|| {
            let today = today?;
            let (year, now) = (today.get(..4)?.parse::<i16>().ok()?, today.get(5..7)?.parse::<u8>().ok()?);
            // "By 15 January" in minutes of November is next year's; "by 27 September" in October's has gone by.
            Some(if now >= month + 6 { year + 1 } else { year })
        });
        // The 29th of February exists in some year.
        let exists = |day: u8| jiff::civil::Date::new(year.unwrap_or(2024), month as i8, day as i8).is_ok();
        match (year, day) {
            (_, Some(day)) if !exists(day) => {
                self.wrong = Some("The month has no such day.".to_owned());
                self.when = When::Date(None);
            }
            (Some(year), Some(day)) => self.when = When::Date(Some(format!("{year:04}-{month:02}-{day:02}"))),
            (Some(year), None) => self.when = When::Date(Some(format!("{year:04}-{month:02}"))),
            (None, _) => {}
        }
        self
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Why there is no such date as `iso` at `range`: the calendar lacks it, or it falls on another weekday than the words say.
fn impossible(text: &str, range: &Range<usize>, iso: Option<&str>) -> Option<String> {
    let Some(iso) = iso else {
        return Some("The calendar has no such day.".to_owned());
    };
    let head = text[..range.start].trim_end_matches([' ', ',']);
    let said = WEEKDAYS
        .iter()
        .position(|day| head.ends_with(day) || text[range.clone()].starts_with(day))?;
    let date: jiff::civil::Date = iso.parse().ok()?;
    let real = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
    (real != said).then(|| format!("That day is a {}.", WEEKDAYS[real]))
}

#[rustfmt::skip]
const VAGUE: &[&str] = &[
    "ongoing", "on going", "asap", "as soon as possible", "in due course", "tbc", "to be confirmed", "tba", "to be agreed", "to be determined", "when possible",
    "shortly", "going forward", "continuous", "continuing", "when appropriate", "as appropriate", "as required", "as and when", "as necessary", "immediate",
    "immediately", "next meeting", "next review", "next conference", "short term", "medium term", "long term", "in the near future", "soon", "at the earliest opportunity",
    "as soon as practicable", "spring", "summer", "autumn", "winter", "not set", "none set", "rolling", "regularly",
];

/// Vague times that count in an action's own words, where "ongoing" or "regularly" is not about when.
#[rustfmt::skip]
const VAGUE_IN_BODY: &[&str] = &[
    "asap", "as soon as possible", "in due course", "at the earliest opportunity", "as soon as practicable", "in the near future", "when possible", "shortly",
    "next review", "next meeting", "next conference",
];

/// Words that begin a period; a length of time or an occasion must follow within three words.
const PERIODS: &[&str] = &[
    "within",
    "every",
    "each",
    "by the next",
    "at the next",
    "before the next",
    "for the next",
    "twice a",
    "once a",
];

/// Periods in one word, taken only where nothing but a timescale stands.
const INTERVALS: &[&str] = &[
    "weekly",
    "fortnightly",
    "monthly",
    "quarterly",
    "annually",
    "daily",
    "termly",
    "yearly",
    "today",
    "tomorrow",
    "the same day",
    "same day",
];

/// Days without a date that an action's own words may give.
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "today", "tomorrow", "tonight", "the same day", "same day", "this week", "this afternoon", "on monday", "on tuesday", "on wednesday", "on thursday", "on friday", "on saturday",
    "on sunday", "on mondays", "on tuesdays", "on wednesdays", "on thursdays", "on fridays", "on saturdays", "on sundays", "by monday", "by tuesday",
    "by wednesday", "by thursday", "by friday",
];

/// Lengths of time and occasions.
#[rustfmt::skip]
const SPANS: &[&str] = &[
    "day", "days", "week", "weeks", "month", "months", "year", "years", "quarter", "hours", "hour", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "morning", "term", "meeting", "conference", "group", "visit", "supervision", "review",
];

/// Words before a date by which it is one to act by.
const DUE: &[&str] = &[
    "by", "before", "until", "of", "than", "due", "from", "to", "on", "for", "in", "after", "since", "later",
];

/// The times in a timescale's own words: every date, else a period, else what puts it off.
pub(super) fn in_timescale(text: &str) -> Vec<Time> {
    let found = dated(text, |_| true);
    if !found.is_empty() {
        return found;
    }
    period(text)
        .or_else(|| interval(text, INTERVALS))
        .or_else(|| vague(text, VAGUE))
        .into_iter()
        .collect()
}

/// The times in an action's body: dates after "by" and its kin, in minutes (`minuted`) also a date that stands by
/// itself; else a period, else what puts it off.
pub(super) fn in_body(text: &str, minuted: bool) -> Vec<Time> {
    let mut found = dated(text, |before| {
        matches!(
            before,
            "by" | "before" | "due" | "until" | "than" | "weekly" | "fortnightly" | "monthly" | "daily"
        )
    });
    if found.is_empty() && minuted {
        found = dated(text, |before| {
            before.ends_with([',', '.', ':', '-']) || matches!(before, "on" | "for" | "at" | "and" | "w/c")
        });
    }
    if !found.is_empty() {
        return found;
    }
    period(text)
        .or_else(|| interval(text, DAYS))
        .or_else(|| often(text))
        .or_else(|| vague(text, VAGUE_IN_BODY))
        .into_iter()
        .collect()
}

/// The dates of `text`; those whose word before (in lower case) `fits`, articles and "end of" passed over.
fn dated(text: &str, fits: impl Fn(&str) -> bool) -> Vec<Time> {
    let mut found: Vec<Time> = dates::find(text)
        .into_iter()
        .map(|date| Time {
            wrong: impossible(text, &date.range, date.iso.as_deref()),
            range: date.range,
            when: When::Date(date.iso),
        })
        .collect();
    found.extend(without_year(text, &found));
    found.extend(years(text, &found));
    found.sort_by_key(|time| time.range.start);
    found.retain(|time| fits(&lead(text, time.range.start)));
    found
}

/// The word that leads to the date at `at`: "by" of "by the end of March 2020".
fn lead(text: &str, at: usize) -> String {
    let head = &text[..at];
    let mut words = head.rsplit(' ').filter(|w| !w.is_empty()).take(6).map(str::to_lowercase);
    let passed = [
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
        "friday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
    ];
    words.find(|word| !passed.contains(&word.as_str())).unwrap_or_default()
}

/// Days and months without a year, "2nd December": a time whose year the words do not give.
fn without_year(text: &str, found: &[Time]) -> Vec<Time> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut more = Vec::new();
    for (number, month) in (1..).zip(MONTHS) {
        for (at, _) in text.match_indices(month) {
            let end = at + month.len();
            let taken = found.iter().any(|time| time.range.start <= at && at < time.range.end);
            let whole = !text[end..].starts_with(|c: char| c.is_alphanumeric()) && !text[..at].ends_with(|c: char| c.is_alphanumeric());
            let start = day_before(text, at);
            let due = DUE.contains(&lead(text, start.unwrap_or(at)).as_str());
            if !taken && whole && (start.is_some() || (due && month != "May" && is_last(text, end))) {
                let day = start.and_then(|start| day_of(&text[start..at]));
                more.push(Time::new(start.unwrap_or(at)..end, When::Day(number, day)));
            }
        }
    }
    more
}

/// Whether nothing, or a full stop, follows: "by March", not "the September Board".
fn is_last(text: &str, end: usize) -> bool {
    text[end..].is_empty() || text[end..].starts_with(['.', ',', ';', ')'])
}

/// Where "2nd" before a month begins.
fn day_before(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].strip_suffix(' ')?;
    let start = head.rfind(' ').map_or(0, |space| space + 1);
    day_of(&head[start..]).map(|_| start)
}

/// The day that "27th" or "27" writes.
fn day_of(written: &str) -> Option<u8> {
    let day = written.trim_end().trim_end_matches(|c: char| c.is_ascii_lowercase());
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
        let taken = found.iter().any(|time| time.range.start <= at && at < time.range.end);
        let led = matches!(
            lead(text, at).as_str(),
            "in" | "by" | "during" | "before" | "from" | "spring" | "summer" | "autumn" | "winter" | ""
        );
        if let (Some(year), false, false, false, true) = (year, inside, after, taken, led) {
            more.push(Time::new(at..at + 4, When::Date(Some(year.to_owned()))));
        }
    }
    more
}

/// A period: "within ten working days", "every Friday", "by the next core group".
fn period(text: &str) -> Option<Time> {
    let lower = text.to_ascii_lowercase();
    let (start, lead) = PERIODS
        .iter()
        .filter_map(|word| Some((find_word(&lower, word)?, word.len())))
        .min()?;
    let mut end = start + lead;
    for word in lower[end..].split(' ').skip(1).take(3) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        end += 1 + bare.len();
        if SPANS.contains(&bare) {
            let unset = matches!(bare, "meeting" | "review" | "conference") && lower[start..end].contains("next");
            return (!unset).then(|| Time::new(start..end, When::Period));
        }
        if word != bare || matches!(bare, "the" | "required" | "which" | "agency" | "team") {
            return None;
        }
    }
    None
}

/// "Weekly" and its kin where they say how often something is to be done: "to weigh Marnie monthly", "weekly visits".
fn often(text: &str) -> Option<Time> {
    const AFTER: &[&str] = &[
        "and", "at", "by", "for", "from", "on", "until", "with", "to", "visits", "calls", "meetings", "checks", "sessions", "contact",
    ];
    let found = interval(text, &["weekly", "fortnightly", "monthly", "quarterly", "daily", "termly"])?;
    let rest = &text[found.range.end..];
    let next = rest
        .strip_prefix(' ')
        .map_or("", |rest| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or(""));
    (!rest.starts_with(' ') || next.is_empty() || AFTER.contains(&next)).then_some(found)
}

/// One of the `words` for a period that need no more beside them.
fn interval(text: &str, words: &[&str]) -> Option<Time> {
    let lower = text.to_ascii_lowercase();
    let (start, length) = words.iter().filter_map(|word| Some((find_word(&lower, word)?, word.len()))).min()?;
    Some(Time::new(start..start + length, When::Period))
}

fn vague(text: &str, words: &[&str]) -> Option<Time> {
    let lower = text.to_ascii_lowercase();
    let (start, word) = words.iter().filter_map(|word| Some((find_word(&lower, word)?, word))).min()?;
    Some(Time::new(start..start + word.len(), When::Vague))
}

/// Where `word` stands in `text` as a word of its own.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let free = |at: usize| {
        let before = text[..at].ends_with(|c: char| c.is_alphanumeric());
        let after = text[at + word.len()..].starts_with(|c: char| c.is_alphanumeric());
        !before && !after
    };
    text.match_indices(word).map(|(at, _)| at).find(|&at| free(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, times: Vec<Time>) -> Vec<String> {
        let one = |time: Time| match time.when {
            When::Date(iso) => format!("{}={}", &text[time.range], iso.unwrap_or_default()),
            When::Day(..) => format!("{}=", &text[time.range]),
            When::Period => format!("period {}", &text[time.range]),
            When::Vague => format!("vague {}", &text[time.range]),
        };
        times.into_iter().map(one).collect()
    }

    #[test]
    fn reads_timescales() {
        for (text, expected) in [
            ("September 2019", &["September 2019=2019-09"][..]),
            ("31.3.20", &["31.3.20=2020-03-31"]),
            (
                "Form - September 2019. Police reports - from January 2020.",
                &["September 2019=2019-09", "January 2020=2020-01"],
            ),
            ("The audit is due to be revised in 2020", &["2020=2020"]),
            (
                "agreed at the 28th August 2019 meeting and report to the Board 2nd December",
                &["28th August 2019=2019-08-28", "2nd December="],
            ),
            ("Ongoing", &["vague Ongoing"]),
            ("ASAP", &["vague ASAP"]),
            ("Spring", &["vague Spring"]),
            ("within ten working days", &["period within ten working days"]),
            ("Feedback to the September Delivery Board", &[]),
            ("31 September 2023", &["31 September 2023="]),
        ] {
            assert_eq!(show(text, in_timescale(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn a_year_left_out_is_the_one_nearest() {
        let read = |text: &str, today: Option<&str>| {
            let times = in_timescale(text).into_iter().map(|time| time.dated(text, today));
            times.map(|time| (time.when, time.wrong.is_some())).collect::<Vec<_>>()
        };
        let date = |iso: &str| When::Date(Some(iso.to_owned()));
        let today = Some("2023-10-10");
        assert_eq!(read("by 27 October", today), [(date("2023-10-27"), false)]);
        assert_eq!(read("by 15th January", today), [(date("2024-01-15"), false)]);
        assert_eq!(read("27 September", today), [(date("2023-09-27"), false)]);
        assert_eq!(read("27 October", None), [(When::Day(10, Some(27)), false)]);
        assert_eq!(read("31 September", today), [(When::Date(None), true)]);
        assert_eq!(read("31 September 2023", today), [(When::Date(None), true)]);
        assert_eq!(read("Friday 6 July 2024", today), [(date("2024-07-06"), true)]);
        assert_eq!(read("Saturday, 6 July 2024", today), [(date("2024-07-06"), false)]);
        assert_eq!(
            read("1 May, then 3 June 2022", today),
            [(date("2022-05-01"), false), (date("2022-06-03"), false)]
        );
    }

    #[test]
    fn reads_times_in_a_body() {
        for (text, expected) in [
            ("KB by 12/3/24 - contact the officer", &["12/3/24=2024-03-12"][..]),
            (
                "to observe two sessions by the end of March 2020 and report",
                &["March 2020=2020-03"],
            ),
            ("to revisit the action from the 2011 review", &[]),
            ("to send minutes within ten working days", &["period within ten working days"]),
            ("to be dealt with as soon as possible", &["vague as soon as possible"]),
            ("to say how many happen within the required six week timeframe", &[]),
            ("should form part of the annual report", &[]),
            ("to dip sample forty incidents each quarter and report", &["period each quarter"]),
            ("to review what happened on 14 March 2019", &[]),
            ("to visit weekly from 29 March 2024", &["29 March 2024=2024-03-29"]),
            ("HV to weigh Marnie monthly.", &["period monthly"]),
            ("to email it the same day", &["period the same day"]),
            ("to report at each core group", &["period each core group"]),
            ("to send the monthly report", &[]),
            ("to report at the next review", &["vague next review"]),
        ] {
            assert_eq!(show(text, in_body(text, false)), expected, "{text:?}");
        }
    }

    #[test]
    fn minutes_give_a_day_in_more_ways() {
        for (text, expected) in [
            ("Police to visit the address on 3 June 2026.", &["3 June 2026=2026-06-03"][..]),
            ("Book the medication review for 12 June 2026.", &["12 June 2026=2026-06-12"]),
            ("SW to see the flat: 3 June 2026", &["3 June 2026=2026-06-03"]),
        ] {
            assert_eq!(show(text, in_body(text, true)), expected, "{text:?}");
        }
    }
}
