//! A `When` is the stretch of days that a written date stands for: a day, a month, a year, a season, a range.

use jiff::civil::Date;

/// How exactly a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// Several days, the first and the last of which are given.
    Range,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Part of a year or month without clear ends ("Summer 2015", "early March 2015"); often blurred for anonymity.
    Vague,
}

impl Precision {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Range => "range",
            Self::Month => "month",
            Self::Year => "year",
            Self::Vague => "vague",
        }
    }
}

/// The days a written date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// The first day it can mean.
    pub first: Date,
    /// The last day it can mean.
    pub last: Date,
    /// How exactly it is given.
    pub precision: Precision,
}

impl When {
    pub(super) const fn day(date: Date) -> Self {
        Self {
            first: date,
            last: date,
            precision: Precision::Day,
        }
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self {
            first,
            last: first.last_of_month(),
            precision: Precision::Month,
        })
    }

    /// From the first day of `from` to the last of `to`, years both.
    pub(super) fn years(from: i16, to: i16) -> Option<Self> {
        let (first, last) = (Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?);
        (first <= last).then_some(Self {
            first,
            last,
            precision: Precision::Year,
        })
    }

    /// From the start of this to the end of `other`, when they stand in that order.
    pub(super) fn until(self, other: Self) -> Option<Self> {
        let precision = if self.precision == Precision::Vague || other.precision == Precision::Vague {
            Precision::Vague
        } else {
            Precision::Range
        };
        (self.first <= other.last).then_some(Self {
            first: self.first,
            last: other.last,
            precision,
        })
    }

    pub(super) const fn vaguely(mut self) -> Self {
        self.precision = Precision::Vague;
        self
    }

    /// The day, when it is one.
    pub(super) fn exact(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// ISO 8601, as precise as the words: "2015-01-05", "2015-01", "2015"; of a range, its first day.
    #[must_use]
    pub fn iso(self) -> String {
        match self.precision {
            Precision::Day | Precision::Range => self.first.to_string(),
            Precision::Month => format!("{:04}-{:02}", self.first.year(), self.first.month()),
            Precision::Year => format!("{:04}", self.first.year()),
            Precision::Vague if self.first.year() == self.last.year() && self.first.month() == self.last.month() => {
                format!("{:04}-{:02}", self.first.year(), self.first.month())
            }
            Precision::Vague => format!("{:04}", self.first.year()),
        }
    }

    /// The last day of a range, ISO 8601.
    #[must_use]
    pub fn iso_end(self) -> Option<String> {
        (self.precision == Precision::Range).then(|| self.last.to_string())
    }
}

/// Days from `earlier` to `later`; negative when they stand the other way round.
pub(super) fn days(earlier: Date, later: Date) -> i32 {
    (later - earlier).get_days()
}

/// `date` and `days` more.
pub(super) fn plus(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The name of a day of the week.
pub(super) fn weekday_name(date: Date) -> &'static str {
    use jiff::civil::Weekday;
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// "5 January 2015".
pub(super) fn spoken(date: Date) -> String {
    let month = crate::document::dates::MONTHS[date.month() as usize - 1];
    let (head, tail) = month.split_at(1);
    format!("{} {}{tail} {}", date.day(), head.to_uppercase(), date.year())
}
