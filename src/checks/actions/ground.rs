//! The `Ground` is what the whole document gives each action to be read by: the document's own day, its key to the
//! colours of a status, whether it holds a plan.

use std::collections::{HashMap, HashSet};

use super::key::Key;
use super::status::{self, is_status_title};
use super::timescale::{Meeting, When, in_timescale};
use crate::document::{Document, Genre, PartRole, StatementKind, dates};

/// What a document gives its actions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ground {
    /// The day on which the document says it was written, ISO 8601: "Date: 4 December 2019", "As at 31 January 2024".
    pub(super) today: Option<String>,
    /// The day of the next meeting, ISO 8601: "Date of next meeting: 12 January 2024".
    pub(super) next: Option<String>,
    /// What the document says that its marks of status mean.
    pub(super) key: Key,
    /// Columns of tables, by table and column, that hold a word of status and no more.
    pub(super) statuses: HashSet<(u32, u32)>,
    /// Columns of tables that say what is hoped for, beside one kept for what shows it.
    pub(super) hopes: HashSet<(u32, u32)>,
    /// Tables of actions in which some row names an owner.
    pub(super) owned: HashSet<u32>,
    /// Whether it holds actions of its own, which answer its recommendations.
    pub(super) planned: bool,
}

/// How far the first page reaches, in folded bytes, when nothing tells where it ends.
const FIRST_PAGE: u32 = 3_000;

/// Words right before a date that make it the document's own, wherever they stand.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "as at", "position at", "version is dated", "plan is dated", "report is dated", "was last updated on", "last updated on", "last updated", "last reviewed on",
    "date of meeting", "date of conference", "date of version", "date of plan", "meeting held on", "conference held on",
];

/// How near to its block's start a date of the first page stands that is the document's own.
const NEAR: usize = 40;

/// Words right before a date that make it the document's own on the first page.
const ON_FIRST_PAGE: &[&str] = &["date", "dated", "updated", "held on", "published", "version of"];

impl Ground {
    /// The meeting that times of `document` count from: a review's own date says little of the year that its plan
    /// leaves out.
    pub(super) fn meeting(&self, document: &Document) -> Meeting<'_> {
        Meeting {
            day: self.today.as_deref().filter(|_| document.genre != Genre::Review),
            next: self.next.as_deref(),
        }
    }

    /// Reads the ground of `document` in one pass.
    pub(super) fn new(document: &Document) -> Self {
        let today = today(document);
        let actions = || document.statements.iter().filter(|s| s.kind == StatementKind::Action);
        Self {
            next: next(document, today.as_deref()),
            today,
            key: Key::new(document, actions().map(|s| s.span)),
            statuses: statuses(document),
            hopes: hopes(document),
            owned: actions()
                .filter(|s| s.parts.iter().any(|part| part.role == PartRole::Owner))
                .filter_map(|s| Some(document.blocks[s.blocks.0 as usize].cell?.table))
                .collect(),
            planned: actions().next().is_some(),
        }
    }
}

/// Whether the date at byte `at` stands near its block's start, or after a label's colon: "**Date:** 17 October 2023".
fn is_near(text: &str, at: usize) -> bool {
    at < NEAR || text[..at].trim_end_matches([' ', '*', '_', '\t']).ends_with(':')
}

/// The day on which `document` says it was written, ISO 8601: the latest of those that it gives as its own.
#[must_use]
pub fn own_day(document: &Document) -> Option<String> {
    today(document)
}

/// The latest of the days that the document gives as its own.
pub(super) fn today(document: &Document) -> Option<String> {
    let mut latest: Option<String> = None;
    for block in &document.blocks {
        let text = document.fold.slice(block.span);
        let first_page = block.span.start < FIRST_PAGE;
        for date in dates::find(text) {
            let full = date.iso.filter(|iso| iso.len() == 10);
            let own = is_led(text, date.range.start, OWN)
                || (first_page && is_near(text, date.range.start) && is_led(text, date.range.start, ON_FIRST_PAGE));
            let minuted = first_page && document.genre == Genre::Minutes && is_title(text);
            if let Some(iso) = full.filter(|_| own || minuted) {
                latest = latest.max(Some(iso));
            }
        }
    }
    latest.or_else(|| lone_day(document).filter(|_| document.genre == Genre::Minutes))
}

/// The first full date of a line under a title of minutes: "Ward 4, 21 June 2021".
fn lone_day(document: &Document) -> Option<String> {
    const LINES: usize = 8;
    const SHORT: usize = 60;
    let other = ["next", "birth", "dob", "born", "last", "previous", "due", "since", "by ", "until"];
    let lines = document.blocks.iter().take(LINES).map(|block| document.fold.slice(block.span));
    let mut short = lines.filter(|text| text.len() <= SHORT && !other.iter().any(|word| text.to_lowercase().contains(word)));
    short.find_map(|text| {
        dates::find(text)
            .into_iter()
            .find_map(|date| date.iso.filter(|iso| iso.len() == 10))
    })
}

/// The day that the document gives for its next meeting, in a line of its own or in the cell after one that says so.
fn next(document: &Document, today: Option<&str>) -> Option<String> {
    let meeting = Meeting { day: today, next: None };
    let full = |text: &str| {
        let times = in_timescale(text).into_iter().map(|time| time.placed(text, meeting, None).when);
        times.into_iter().find_map(|when| match when {
            When::Date(iso) => iso.filter(|iso| iso.len() == 10),
            _ => None,
        })
    };
    let mut named = false;
    for block in &document.blocks {
        let text = document.fold.slice(block.span);
        let head = text[..text.floor_char_boundary(60)].to_lowercase();
        let opens = [
            "date of next ",
            "next meeting",
            "next core group",
            "next conference",
            "next review",
            "next supervision",
            "date of the next ",
        ]
        .iter()
        .any(|words| head.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(words));
        if (opens || named)
            && text.len() <= 200
            && let Some(day) = full(text)
        {
            return Some(day);
        }
        named = opens;
    }
    None
}

/// Whether one of `leads` stands right before byte `at`, a weekday, a colon and marks of type between them.
fn is_led(text: &str, at: usize, leads: &[&str]) -> bool {
    let mut from = at.saturating_sub(60);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let head = text[from..at].to_lowercase();
    let trimmed = |head: &str| head.trim_end_matches([' ', ':', '*', '\t', ',', '|', '_']).len();
    let mut end = trimmed(&head);
    for day in dates::WEEKDAYS.into_iter().chain(["on", "is"]) {
        let stripped = head[..end]
            .strip_suffix(day)
            .filter(|rest| rest.ends_with(|c: char| !c.is_alphanumeric()));
        end = stripped.map_or(end, trimmed);
    }
    let bare = leads.iter().any(|lead| {
        head[..end]
            .strip_suffix(lead.trim_end_matches(" on"))
            .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
    });
    bare && !["target", "due", "review", "next", "birth", "letter"]
        .iter()
        .any(|word| head.contains(word))
}

/// "Core group meeting, 10 October 2023", a short line that names a meeting.
fn is_title(text: &str) -> bool {
    let lower = text.to_lowercase();
    let meets = ["meeting", "conference", "minutes", "core group", "discussion", "supervision"];
    let other = ["next", "birth", "dob", "born", "last", "previous", "due", "since"];
    text.len() <= 90 && meets.iter().any(|word| lower.contains(word)) && !other.iter().any(|word| lower.contains(word))
}

/// The columns whose titles promise nothing but a status, and the cells beside such a title.
fn statuses(document: &Document) -> HashSet<(u32, u32)> {
    let mut columns: HashMap<(u32, u32), Words> = HashMap::new();
    for (block, cell) in document.blocks.iter().filter_map(|block| Some((block, block.cell?))) {
        let text = document.fold.slice(block.body).trim();
        let column = columns.entry((cell.table, cell.column)).or_default();
        if cell.row == 0 {
            // "Where we are" asks for a word.
            column.titled = is_status_title(text) || is_where(text);
            column.told = TOLD.iter().any(|word| text.to_lowercase().contains(word));
        } else if !text.is_empty() {
            column.filled += 1;
            let bare = text.trim_end_matches('.');
            column.words += u32::from(status::opening(bare).is_some_and(|(length, _)| length == bare.len()));
        }
    }
    let is_status = |column: &Words| column.titled || !column.told && column.words >= 2 && column.words == column.filled;
    let found = columns.into_iter().filter(|(_, column)| is_status(column));
    found.map(|(place, _)| place).collect()
}

/// The columns that say what is hoped for, "Outcome sought", of tables that keep another for what shows it, "Evidence".
fn hopes(document: &Document) -> HashSet<(u32, u32)> {
    const HOPED: &[&str] = &[
        "outcome",
        "result",
        "impact",
        "success",
        "difference",
        "different",
        "benefit",
        "goal",
        "aim",
        "want",
        "sought",
    ];
    const SHOWN: &[&str] = &[
        "evidence", "measure", "monitor", "proof", "audit", "know", "check", "assur", "test", "shown", "show",
    ];
    let mut hoped: HashSet<(u32, u32)> = HashSet::new();
    let mut shown: HashSet<u32> = HashSet::new();
    for (block, cell) in document
        .blocks
        .iter()
        .filter_map(|block| Some((block, block.cell.filter(|cell| cell.row == 0)?)))
    {
        let title = document.fold.slice(block.body).to_lowercase();
        if SHOWN.iter().any(|word| title.contains(word)) {
            shown.insert(cell.table);
        } else if HOPED.iter().any(|word| title.contains(word)) {
            hoped.insert((cell.table, cell.column));
        }
    }
    hoped.retain(|(table, _)| shown.contains(table));
    hoped
}

/// What the cells of a column are.
#[derive(Default)]
struct Words {
    /// Whether the title promises a word of status.
    titled: bool,
    /// Whether the title promises an account.
    told: bool,
    /// Cells that hold anything, and those that hold a word of status and no more.
    filled: u32,
    words: u32,
}

/// Words of titles that promise an account of what was done.
const TOLD: &[&str] = &[
    "progress",
    "response",
    "update",
    "position",
    "outcome",
    "comment",
    "stands",
    "answer",
    "completion",
    "happened",
];

/// Whether `title` asks where an action is, and for no account of it: "Where we are", "Where is it now?"
fn is_where(title: &str) -> bool {
    let lower = title.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next() == Some("where") && words.any(|word| matches!(word, "are" | "is"))
}
