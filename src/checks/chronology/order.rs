//! The order of rows: which stand out of it, where nothing is told for long, and which are dated after the report itself.

use super::super::remark::Remark;
use super::calendar::{Precision, When, days, spoken};
use super::desk::Desk;
use super::scene::{Scene, meant};
use super::timeline::Row;
use crate::annotation::{Annotation, Role, Severity};

/// A gap is so many times longer than what commonly lies between two rows.
const DENSE: i32 = 3;
/// Fewest steps between days from which a chronology's density is judged.
const FEWEST_STEPS: usize = 5;
/// How many rows ahead are looked at to tell a row out of place from a new beginning.
const AHEAD: usize = 3;

/// A row with the days it stands for, the earlier lower whichever way the chronology runs.
#[derive(Clone, Copy)]
struct Placed {
    at: usize,
    low: i64,
    high: i64,
}

/// What is out of order, of each chronology; and its gaps of more than `gap_days`.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, gap_days: u32, out: &mut Vec<Annotation<'static>>) {
    for chronicle in &scene.timeline.chronicles {
        let rows = scene.timeline.of(chronicle);
        let placed = placed(rows);
        let (stray, starts) = strays(&placed);
        for &at in stray.iter().filter(|&&at| !is_late_entry(desk, &rows[placed[at].at])) {
            out.push(stray_remark(desk, rows, &placed, at));
        }
        gaps(desk, (rows, &placed), (&stray, &starts), (gap_days, out));
    }
}

/// The places of days that stand out of the order of the others.
pub(super) fn stray_days(told: &[jiff::civil::Date]) -> Vec<usize> {
    strays_of(&told.iter().map(|day| number(*day)).collect::<Vec<_>>())
}

/// The places of moments, as numbers, that stand out of the order of the others.
pub(super) fn strays_of(told: &[i64]) -> Vec<usize> {
    let moments = told.iter().enumerate();
    let placed: Vec<Placed> = moments.map(|(at, &low)| Placed { at, low, high: low }).collect();
    strays(&placed).0
}

fn number(date: jiff::civil::Date) -> i64 {
    i64::from(days(jiff::civil::date(1900, 1, 1), date))
}

/// The dated rows, newest first turned round.
fn placed(rows: &[Row]) -> Vec<Placed> {
    let dated = rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.when?)));
    let mut placed: Vec<Placed> = dated
        .map(|(at, when)| Placed {
            at,
            low: number(when.first),
            high: number(when.last),
        })
        .collect();
    let falls = placed.windows(2).filter(|pair| pair[1].high < pair[0].low).count();
    let rises = placed.windows(2).filter(|pair| pair[0].high < pair[1].low).count();
    if falls > 2 * rises && falls > 2 {
        for it in &mut placed {
            (it.low, it.high) = (-it.high, -it.low);
        }
    }
    placed
}

/// The places, in `placed`, of rows out of order, and of those with which a chronology begins anew.
fn strays(placed: &[Placed]) -> (Vec<usize>, Vec<usize>) {
    let (mut stray, mut starts) = (Vec::new(), Vec::new());
    // The last two rows that stand in order, since the chronology began.
    let mut kept: [Option<usize>; 2] = [None, None];
    let mut at = 0;
    while at < placed.len() {
        let Some(last) = kept[1].filter(|&last| placed[at].high < placed[last].low) else {
            kept = [kept[1], Some(at)];
            at += 1;
            continue;
        };
        let ahead = &placed[at + 1..(at + 1 + AHEAD).min(placed.len())];
        let below = |it: &Placed| it.high < placed[last].low;
        let fits_before = kept[0].is_some_and(|before| placed[at].high >= placed[before].low);
        if fits_before && !ahead.is_empty() && ahead.iter().take(2).all(below) {
            stray.push(last);
            kept = [kept[0], Some(at)];
        } else if ahead.is_empty() || ahead.iter().any(|it| !below(it)) || ahead.len() < AHEAD && fits_before {
            stray.push(at);
        } else {
            starts.push(at);
            kept = [None, Some(at)];
        }
        at += 1;
    }
    stray.sort_unstable();
    stray.dedup();
    (stray, starts)
}

/// Whether a row says itself that it was entered later, or why it stands where it does.
fn is_late_entry(desk: Desk<'_>, row: &Row) -> bool {
    row.account
        .iter()
        .any(|&piece| owns_order(desk.words(piece)) || is_birth(desk.words(piece)))
}

/// "Father born.": births of those spoken of stand at the head in the order of the family.
fn is_birth(words: &str) -> bool {
    let bare = words.trim().trim_end_matches('.').to_lowercase();
    bare.ends_with(" born") && bare.split(' ').count() <= 4
}

/// Whether words own that they stand out of their order.
pub(super) fn owns_order(words: &str) -> bool {
    let lower = words.to_lowercase();
    OWNED.iter().any(|words| lower.contains(words))
}

/// Words by which a row owns that it stands out of its order.
#[rustfmt::skip]
const OWNED: [&str; 24] = [
    "late entry", "entered late", "late record", "retrospect", "written up", "added later", "added on", "later added", "inserted", "placed here", "put here", "entered here", "shown here",
    "given here", "listed here", "out of order", "out of sequence", "out of its order", "not in date order", "not recorded until", "not entered until", "not written until", "backdated",
    "entered in the record on",
];

fn stray_remark(desk: Desk<'_>, rows: &[Row], placed: &[Placed], at: usize) -> Annotation<'static> {
    let row = &rows[placed[at].at];
    let earlier = at.checked_sub(1).map(|before| &rows[placed[before].at]);
    let later = placed.get(at + 1).map(|after| &rows[after.at]);
    let sorted = |a: Option<When>, b: Option<When>| match (a, b) {
        (Some(a), Some(b)) if b.first < a.first => (Some(b), Some(a)),
        pair => pair,
    };
    let around = sorted(earlier.and_then(|row| row.when), later.and_then(|row| row.when));
    let perhaps = match meant(row, around).filter(|_| around.0.is_some() && around.1.is_some()) {
        Some(date) => format!(" {} would be in order.", spoken(date)),
        None => String::new(),
    };
    let message = format!(
        "\u{201c}{}\u{201d} is out of order among its neighbours.{perhaps}",
        desk.words(row.written)
    );
    let said = Remark::new(
        "chronology/out-of-order",
        Severity::Medium,
        message,
        "Is the date wrong, or does the row belong elsewhere?",
    );
    let related = [(earlier, "The row before"), (later, "The row after")];
    let related = related
        .into_iter()
        .filter_map(|(row, note)| Some(desk.related(Role::Evidence, row?.written, note)));
    desk.remark(said, row.written, related.collect())
}

/// Stretches of more than `gap_days` between two rows of a dense chronology.
fn gaps(
    desk: Desk<'_>,
    (rows, placed): (&[Row], &[Placed]),
    (stray, starts): (&[usize], &[usize]),
    (gap_days, out): (u32, &mut Vec<Annotation<'static>>),
) {
    let most = i64::from(gap_days);
    let mut steps: Vec<(usize, usize, i64)> = Vec::new();
    let mut before: Option<(usize, i64)> = None;
    for (at, it) in placed.iter().enumerate() {
        if stray.binary_search(&at).is_ok() {
            continue;
        }
        if starts.binary_search(&at).is_ok() {
            before = None;
        }
        if let Some((from, reached)) = before {
            steps.push((from, at, it.low - reached));
        }
        before = Some((at, before.map_or(it.high, |(_, reached)| reached.max(it.high))));
    }
    let mut lengths: Vec<i64> = steps.iter().map(|step| step.2.max(0)).collect();
    lengths.sort_unstable();
    let typical = lengths.get(lengths.len() / 2).copied().unwrap_or(i64::MAX);
    if lengths.len() < FEWEST_STEPS {
        return;
    }
    let most = most.max(typical.saturating_mul(i64::from(DENSE)));
    for (from, to, length) in steps.into_iter().filter(|step| step.2 > most) {
        let (from, to) = (placed[from].at, placed[to].at);
        let exact = |row: &Row| {
            row.when
                .is_some_and(|when| matches!(when.precision, Precision::Day | Precision::Range | Precision::Month))
        };
        // A row between them without a date may be of any day.
        if !exact(&rows[from]) || !exact(&rows[to]) || rows[from.min(to) + 1..from.max(to)].iter().any(|row| row.when.is_none()) {
            continue;
        }
        let message = format!("Nothing is told of the {length} days between the row before and this one.");
        let said = Remark::new(
            "chronology/gap",
            Severity::Info,
            message,
            "Did nothing happen, or is it not known what did?",
        );
        let related = desk.related(Role::Previous, rows[from].written, "The row before");
        out.push(desk.remark(said, rows[to].written, vec![related]));
    }
}
