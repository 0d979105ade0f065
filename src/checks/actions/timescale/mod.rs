//! A timescale is when an action is to be done: a date, a period, or words that put it off.

mod dated;
mod period;
mod relative;

use std::ops::Range;

use crate::document::dates;
pub(super) use relative::Meeting;

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

    /// The time with what its words leave out: a period counted from `meeting`, a year from another date `beside` it,
    /// else the year that puts it nearest to the meeting. A date that the calendar lacks says so.
    pub(super) fn placed(mut self, text: &str, meeting: Meeting<'_>, beside: Option<i16>) -> Self {
        match self.when {
            When::Day(month, day) => self.date(month, day, beside.or_else(|| nearest(month, meeting.day?))),
            When::Period | When::Vague => {
                // "Within five days of discharge" counts from the discharge.
                let rest = text[self.range.end..]
                    .trim_start_matches(" of this meeting")
                    .trim_start_matches(" of today");
                let other = [" of ", " after ", " from "].iter().any(|from| rest.starts_with(from));
                let day = relative::day(&text[self.range.clone()], meeting).filter(|_| !other);
                self.when = day.map_or(self.when, |day| When::Date(Some(day)));
            }
            When::Date(_) => {}
        }
        self
    }

    fn date(&mut self, month: u8, day: Option<u8>, year: Option<i16>) {
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
    }
}

/// The year that puts `month` nearest to `today`: "by 15 January" in minutes of November is next year's; "by 27 September"
/// in October's has gone by.
fn nearest(month: u8, today: &str) -> Option<i16> {
    let (year, now) = (today.get(..4)?.parse::<i16>().ok()?, today.get(5..7)?.parse::<u8>().ok()?);
    Some(if now >= month + 6 { year + 1 } else { year })
}

/// The year of the first date in `text`.
pub(super) fn year_in(text: &str) -> Option<i16> {
    dates::find(text).into_iter().find_map(|date| date.iso?.get(..4)?.parse().ok())
}

/// The times in a timescale's own words: every date, else a period, else what puts it off.
pub(super) fn in_timescale(text: &str) -> Vec<Time> {
    let found = dated::find(text, |before| {
        !matches!(before, "paragraph" | "paragraphs" | "para" | "paras" | "section")
    });
    if !found.is_empty() {
        return found;
    }
    period::in_timescale(text).into_iter().collect()
}

/// The times in an action's body: dates after "by" and its kin, in minutes (`minuted`) also a date that stands by
/// itself or last; else a period, else what puts it off.
pub(super) fn in_body(text: &str, minuted: bool) -> Vec<Time> {
    let mut found = dated::find(text, |before| {
        matches!(
            before,
            "by" | "before" | "due" | "until" | "than" | "weekly" | "fortnightly" | "monthly" | "daily"
        )
    });
    if found.is_empty() {
        // "The Headteacher will do this from 1 December 2023"
        found = dated::find(text, |before| matches!(before, "from" | "starting" | "beginning"));
        found.retain(|time| {
            text[..time.range.start]
                .rsplit(". ")
                .next()
                .is_some_and(|sentence| sentence.contains(" will "))
        });
    }
    if found.is_empty() && minuted {
        found = dated::find(text, |before| {
            before.ends_with([',', '.', ':', '-']) || matches!(before, "on" | "for" | "at" | "and")
        });
        if found.is_empty() {
            let last = text.trim_end_matches(['.', ')', ' ']).len();
            found = dated::find(text, |before| !matches!(before, "since" | "after"));
            // "the disclosure of 30 May" is past.
            found.retain(|time| time.range.end == last && !text[..time.range.start].ends_with(" of "));
        }
    }
    if !found.is_empty() {
        return found;
    }
    period::in_body(text).into_iter().collect()
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
            ("Report in March 2020 on paragraph 6.1.41", &["March 2020=2020-03"]),
            ("Ongoing", &["vague Ongoing"]),
            ("ASAP", &["vague ASAP"]),
            ("Spring", &["vague Spring"]),
            ("within ten working days", &["period within ten working days"]),
            ("3 months", &["period 3 months"]),
            ("Friday", &["period Friday"]),
            ("12/5", &["12/5="]),
            ("19 Jan", &["19 Jan="]),
            ("Every two weeks, then half termly", &["period Every two weeks"]),
            ("Feedback to the September Delivery Board", &[]),
            ("31 September 2023", &["31 September 2023="]),
        ] {
            assert_eq!(show(text, in_timescale(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn a_year_left_out_is_the_one_nearest() {
        let read = |text: &str, today: Option<&str>| {
            let meeting = Meeting { day: today, next: None };
            let times = in_timescale(text).into_iter().map(|time| time.placed(text, meeting, year_in(text)));
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
            ("to read, each weekday, every report", &["period each weekday"]),
            ("to send the monthly report", &[]),
            ("to report at the next review", &["vague next review"]),
            ("to ring each parent within two weeks", &["period within two weeks"]),
            ("to write before the end of term", &["period before the end of term"]),
            ("to answer by 12/5", &["12/5="]),
            ("to see 2/3 of families", &[]),
            ("to weigh Ivy every fortnight", &["period every fortnight"]),
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
