//! A `Length` is a time as people tell it, "almost three weeks"; it agrees with two dates or does not.

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::dates::{NUMBER, number_word};
use super::desk::Desk;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// What stands for a length of time in the patterns of this check: words that soften it, a number, a unit, and a part of it
/// ("two years and three months"); "the next day" is one day. The names in it are no caller's: `soft`, `count`, `half`,
/// `units`, `unit`, `andhalf`, `rest`, `part`.
const LENGTH: &str = r"(?P<soft>(?:some |in all |only |just |nearly |almost |about |around |roughly |approximately |over |more than |at least |less than |under |within |a little over |a little under |just over |just under |not quite |slightly over |slightly under |well over |fully |exactly |precisely |a full |barely |up to )*)(?P<count>an?|the (?:next|following|very next)|NUMBER)(?P<half> and a half)? (?P<units>(?P<unit>day|week|fortnight|month|year)s?(?:(?P<andhalf> and a half)| and (?P<rest>\d{1,2}|an?|[a-z]+) (?P<part>day|week|month)s?)?)\b";

/// A pattern with the length of time in the place of its `#`.
pub(super) fn pattern(form: &str) -> Option<Regex> {
    let length = LENGTH.replace("NUMBER", NUMBER);
    Regex::new(&format!("(?i){}", form.replace('#', &length))).ok()
}

/// A length of time as told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// In its unit.
    count: f64,
    unit: Unit,
    bound: Bound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Whether it is told as a least, a most, nearly, a little over, or as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
    Near,
    /// A little less.
    Nearly,
    /// A little more.
    Over,
}

/// A day, or a month, at one end of a stretch, and where it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) span: Span,
}

impl End {
    /// An end that is told to the day or the month.
    pub(super) fn of(when: When, span: Span) -> Option<Self> {
        use super::calendar::Precision::{Day, Month};
        matches!(when.precision, Day | Month).then_some(Self {
            first: when.first,
            last: when.last,
            span,
        })
    }
}

impl Length {
    /// The length that a pattern with [`LENGTH`] in it found.
    pub(super) fn of(found: &regex::Captures<'_>) -> Option<Self> {
        let word = |name: &str| found.name(name).map_or("", |it| it.as_str()).to_lowercase();
        let soft = word("soft");
        let halves = ["half", "andhalf"].iter().filter(|name| found.name(name).is_some()).count();
        let (unit, times) = match word("unit").as_str() {
            "day" => (Unit::Day, 1.0),
            "week" => (Unit::Week, 1.0),
            "fortnight" => (Unit::Week, 2.0),
            "month" => (Unit::Month, 1.0),
            _ => (Unit::Year, 1.0),
        };
        let part = match word("part").as_str() {
            "day" => 1.0,
            "week" => 7.0,
            _ => 30.44,
        };
        let rest = number_word(&word("rest")).map_or(0.0, |rest| f64::from(rest) * part / unit.days());
        let count = word("count");
        // "the next day"; "the following week" may be any day of it.
        let whole = if count.starts_with("the ") {
            (unit == Unit::Day).then_some(1)?
        } else {
            number_word(&count)?
        };
        Some(Self {
            count: f64::from(whole) * times + halves as f64 * 0.5 + rest,
            unit,
            bound: Bound::of(&soft),
        })
    }

    /// Whether it may be told of `exact` days.
    fn fits(self, exact: i32) -> bool {
        let length = f64::from(exact) / self.unit.days();
        let (slack, share) = match self.unit {
            Unit::Day | Unit::Month => (1.0, 0.1),
            Unit::Week => (1.0, 0.12),
            Unit::Year => (0.75, 0.0),
        };
        let slack = f64::max(slack, length * share);
        match self.bound {
            // "more than two weeks" of three is right, of three months it is odd.
            Bound::Least => length > self.count - slack && length < self.count * 2.0 + slack,
            Bound::Most => length < self.count + slack && length > self.count / 2.0 - slack,
            Bound::Near => (self.count - length).abs() <= slack,
            Bound::Nearly => length <= self.count + slack / 2.0 && length >= self.count * 0.75 - slack / 2.0,
            Bound::Over => length >= self.count - slack / 2.0 && length <= self.count * 1.35 + slack,
        }
    }
}

impl Unit {
    /// Its days.
    const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.44,
            Self::Year => 365.25,
        }
    }
}

impl Bound {
    /// What the words before a length say of it.
    fn of(soft: &str) -> Self {
        let told = |words: &[&str]| words.iter().any(|word| soft.contains(word));
        match () {
            () if told(&["just over", "little over", "slightly over"]) => Self::Over,
            () if told(&[
                "nearly",
                "almost",
                "not quite",
                "just under",
                "little under",
                "slightly under",
                "barely",
            ]) =>
            {
                Self::Nearly
            }
            () if told(&["over", "more than", "at least"]) => Self::Least,
            () if told(&["under", "less than", "within", "up to"]) => Self::Most,
            () => Self::Near,
        }
    }
}

/// The remark on a length of time that its two ends do not bear out.
pub(super) fn measured(desk: Desk<'_>, (first, second): (End, End), length: Length, marked: Span) -> Option<Annotation<'static>> {
    let (least, most) = (days(first.last, second.first), days(first.first, second.last));
    let step = ((most - least) / 16).max(1) as usize;
    if least.min(most) < 0 || (least..=most).step_by(step).any(|exact| length.fits(exact)) || length.fits(most) {
        return None;
    }
    let message = format!("From {} to {} it is {} days.", spoken(first.first), spoken(second.last), most);
    let said = Remark::new(
        "chronology/duration-mismatch",
        Severity::Medium,
        message,
        "Is the length of time wrong, or one of the dates?",
    );
    let related = [first, second].map(|it| desk.related(Role::Evidence, it.span, "One of the two dates"));
    Some(desk.remark(said.sure(Confidence::Medium), marked, related.to_vec()))
}
