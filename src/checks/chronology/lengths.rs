//! A `Length` is a time as people tell it, "almost three weeks"; it agrees with two dates or does not.

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::dates::number_word;
use super::desk::Desk;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// What stands for a length of time in the patterns of this check: words that soften it, a number, a unit. The caller's
/// names for the three are `soft`, `count` and `unit`.
pub(super) const LENGTH: &str = r"(?P<soft>(?:some |in all |only |just |nearly |almost |about |around |roughly |approximately |over |more than |at least |less than |under |within |a little over |a little under |just over |just under |up to )*)(?P<count>\d{1,3}|an?|[a-z]+(?:-[a-z]+)?)(?P<half> and a half)? (?P<units>(?P<unit>day|week|month|year)s?)\b";

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

/// Whether it is told as a least, a most, or as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
    Near,
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
        let half = if found.name("half").is_some() { 0.5 } else { 0.0 };
        let unit = match word("unit").as_str() {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            _ => Unit::Year,
        };
        let least = ["over", "more than", "at least"].iter().any(|word| soft.contains(word));
        let most = ["under", "less than", "within", "up to", "nearly", "almost"]
            .iter()
            .any(|word| soft.contains(word));
        let bound = match (least, most) {
            (true, _) => Bound::Least,
            (_, true) => Bound::Most,
            _ => Bound::Near,
        };
        Some(Self {
            count: f64::from(number_word(&word("count"))?) + half,
            unit,
            bound,
        })
    }

    /// Whether it may be told of `exact` days.
    fn fits(self, exact: i32) -> bool {
        let exact = f64::from(exact);
        let (length, slack, share) = match self.unit {
            Unit::Day => (exact, 1.0, 0.1),
            Unit::Week => (exact / 7.0, 1.0, 0.12),
            Unit::Month => (exact / 30.44, 1.0, 0.1),
            Unit::Year => (exact / 365.25, 0.75, 0.0),
        };
        let slack = f64::max(slack, length * share);
        match self.bound {
            // "more than two weeks" of three is right, of three months it is odd.
            Bound::Least => length > self.count - slack && length < self.count * 2.0 + slack,
            Bound::Most => length < self.count + slack && length > self.count / 2.0 - slack,
            Bound::Near => (self.count - length).abs() <= slack,
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
