//! The `RULES` of the chronology check: what can be wrong with a date, an age or a count.

use super::super::rule::CheckRule;
use crate::annotation::Severity::{High, Info, Low, Medium};

/// All of them, by name.
#[rustfmt::skip]
pub const RULES: &[CheckRule] = &[
    CheckRule::new("chronology/after-report-date", Medium, "An event is dated after the report itself."),
    CheckRule::new("chronology/age-mismatch", Medium, "An age is at odds with the date and the date of birth."),
    CheckRule::new("chronology/before-birth", High, "Something is said of a child before the child was born."),
    CheckRule::new("chronology/count-mismatch", Medium, "A number of events in the narrative is not that of the rows."),
    CheckRule::new("chronology/duration-mismatch", Medium, "A length of time is not that between its dates."),
    CheckRule::new("chronology/gap", Info, "A long time passes without a row."),
    CheckRule::new("chronology/impossible-date", High, "A date is on no calendar."),
    CheckRule::new("chronology/malformed-date", High, "What stands for a date does not have the form of one."),
    CheckRule::new("chronology/missing-from-chronology", Medium, "A date of the narrative has no row in the chronology."),
    CheckRule::new("chronology/no-year", Low, "A row gives a day and a month and no year."),
    CheckRule::new("chronology/out-of-order", Medium, "A row is dated before the row above it."),
    CheckRule::new("chronology/row-without-source", Low, "A row does not say where it comes from, and the others do."),
    CheckRule::new("chronology/same-event-two-dates", Medium, "What seems to be one event stands under two dates."),
    CheckRule::new("chronology/wrong-weekday", Medium, "A day of the week is not that of its date."),
];
