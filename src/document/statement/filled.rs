//! What `filled` cells say of a column whose title says nothing: dates make it a timescale, words of status a status, roles an
//! owner, orders the actions.

use super::heir::is_owner;
use super::tabled::Column;
use crate::document::table::Table;
use crate::document::{Document, PartRole, dates, undertaking};

/// Rows that are looked at.
const SAMPLE: usize = 40;
/// Fewest cells that tell of a column.
const FEWEST: usize = 2;
/// Longest cell that holds a date, a status or an owner and no account.
const SHORT: usize = 60;

/// Words that a cell of status opens with.
#[rustfmt::skip]
const STATUSES: &[&str] = &[
    "done", "not done", "complete", "completed", "not complete", "partly", "part done", "partially", "half", "under way", "underway", "in progress", "on track", "in hand", "moving",
    "begun", "not begun", "started", "not started", "not yet", "outstanding", "overdue", "closed", "open", "finished", "waiting", "awaiting", "delayed", "ongoing", "red", "amber", "green",
    "on course", "behind", "to do", "achieved", "met", "not met", "some done", "all done", "stuck", "slipped",
];

/// Stems of how a thing is looked at to know that it was done.
#[rustfmt::skip]
const CHECKS: &[&str] = &[
    "audit", "sample", "survey", "count", "monthly", "quarterly", "number of", "share of", "report", "records", "checked", "read", "feedback", "asked", "figures", "register", "minutes",
    "dip", "spot", "observ", "return", "scorecard", "evidence", "test", "percent", "per cent", "list of", "files",
];

/// Words that begin a time.
const TIMES: &[&str] = &[
    "within ",
    "by ",
    "before ",
    "end of ",
    "ongoing",
    "immediate",
    "asap",
    "as soon as",
    "easter",
    "christmas",
    "spring",
    "summer",
    "autumn",
    "winter",
    "tbc",
    "to be confirmed",
    "monthly",
    "weekly",
    "quarterly",
    "now",
    "at once",
    "half term",
    "next ",
];

/// Whether a cell holds what a role asks for.
type Test = fn(&Document, &str) -> bool;

/// Gives the columns of which titles say nothing the role that their cells have, where the table has a part of a plan
/// already and nothing else has that role.
pub(super) fn judge(document: &Document, table: &Table, columns: &mut [Column]) {
    let parts = [PartRole::Owner, PartRole::Response, PartRole::Body, PartRole::Check];
    let has = |columns: &[Column], role: PartRole| columns.contains(&Column::Role(role));
    if !parts.iter().any(|&role| has(columns, role)) {
        return;
    }
    let tests: [(PartRole, Test); 5] = [
        (PartRole::Timescale, |_, text| is_time(text)),
        (PartRole::Response, |_, text| is_status(text)),
        (PartRole::Owner, |document, text| {
            text.len() <= SHORT && is_owner(text, &document.people)
        }),
        (PartRole::Body, |_, text| undertaking::orders(text) || undertaking::asks(text)),
        (PartRole::Check, |_, text| is_check(text)),
    ];
    for at in 0..columns.len() {
        if columns[at] != Column::Other {
            continue;
        }
        let cells = table.body().iter().take(SAMPLE).filter_map(|row| row.get(at).copied().flatten());
        let texts: Vec<&str> = cells
            .map(|block| document.fold.slice(document.blocks[block].body).trim())
            .filter(|text| !text.is_empty())
            .collect();
        let mostly = |test: Test| texts.iter().filter(|text| test(document, text)).count() * 3 >= texts.len() * 2;
        let told = tests
            .iter()
            .find(|(role, test)| texts.len() >= FEWEST && !has(columns, *role) && mostly(*test));
        if let Some((role, _)) = told {
            columns[at] = Column::Role(*role);
        }
    }
}

fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.len() <= SHORT && (!dates::find(text).is_empty() || TIMES.iter().any(|time| lower.starts_with(time)))
}

pub(super) fn is_status(text: &str) -> bool {
    let lower = text.to_lowercase();
    let ends = |word: &&&str| {
        lower
            .strip_prefix(**word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    STATUSES.iter().filter(ends).count() > 0 || matches!(text, "R" | "A" | "G" | "B")
}

fn is_check(text: &str) -> bool {
    let lower = text.to_lowercase();
    CHECKS.iter().any(|stem| lower.contains(stem))
}
