//! The order of the hours of one day: an entry of 20:45 below one of 21:10.

use super::super::remark::Remark;
use super::calendar::When;
use super::desk::Desk;
use super::order;
use super::scene::Scene;
use super::timeline::Row;
use crate::annotation::{Annotation, Confidence, Role, Severity};

/// From so many minutes back an hour is one of the next morning.
const NIGHT: i32 = 12 * 60;
/// Of so many steps one may go back, where a log keeps the order of its hours.
const SHARE: usize = 4;

/// Rows whose hour is before that of the row above, on the same day.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for chronicle in &scene.timeline.chronicles {
        let rows: Vec<&Row> = scene.timeline.of(chronicle).iter().filter(|row| row.hour.is_some()).collect();
        let days: Vec<&[&Row]> = rows.chunk_by(|a, b| day(a).is_some() && day(a) == day(b)).collect();
        let steps = || days.iter().flat_map(|day| day.windows(2));
        let falls = steps().filter(|pair| falls(pair[0], pair[1])).count();
        if falls == 0 || falls > 1 && falls * SHARE > steps().count() {
            continue;
        }
        for day in days.iter().filter(|day| day.len() > 1) {
            in_day(desk, day, out);
        }
    }
}

fn day(row: &Row) -> Option<jiff::civil::Date> {
    row.when.and_then(When::exact)
}

fn falls(one: &Row, other: &Row) -> bool {
    let (Some(one), Some(other)) = (one.hour, other.hour) else {
        return false;
    };
    other < one && one - other < NIGHT
}

/// The rows of one day that stand out of order.
fn in_day(desk: Desk<'_>, rows: &[&Row], out: &mut Vec<Annotation<'static>>) {
    let owned = |row: &Row| row.account.iter().any(|&piece| owns_hour(desk.words(piece)));
    let mut past_midnight = 0;
    let mut hours: Vec<i64> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let hour = row.hour.unwrap_or_default();
        let before = at.checked_sub(1).and_then(|before| rows[before].hour);
        past_midnight += i64::from(before.is_some_and(|before| before - hour >= NIGHT)) * 24 * 60;
        hours.push(past_midnight + i64::from(hour));
    }
    for at in order::strays_of(&hours) {
        let beside = at.checked_sub(1).map(|before| rows[before]);
        if owned(rows[at]) || beside.is_some_and(owned) {
            continue;
        }
        let message = format!(
            "\u{201c}{}\u{201d} is out of order among the hours of its day.",
            desk.words(rows[at].written)
        );
        let said = Remark::new(
            "chronology/out-of-order",
            Severity::Medium,
            message,
            "Is the time wrong, or does the row belong elsewhere?",
        );
        let related = beside.map(|row| desk.related(Role::Evidence, row.written, "The row before"));
        out.push(desk.remark(said.sure(Confidence::Medium), rows[at].written, related.into_iter().collect()));
    }
}

/// Whether an entry says why its hour stands where it does: a late entry, a changed clock, a span of time.
fn owns_hour(words: &str) -> bool {
    const CLOCKS: [&str; 9] = [
        "clock",
        "winter time",
        "summer time",
        "gmt",
        "bst",
        "utc",
        "until ",
        "throughout",
        "all day",
    ];
    let lower = words.to_lowercase();
    order::owns_order(words) || CLOCKS.iter().any(|word| lower.contains(word))
}
