//! The published series, version 1: the meetings in order, what they say again, what became of their actions.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::edition::Edition;
use crate::series::{self, Meeting, Relation, Shift, Thread, Turn, Unit};

use super::each::Hex;
use super::record::tool;
use super::{set, v1};

/// The name of this version of the series.
pub const SERIES: &str = "candour/series/1";

/// What `candour series --format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Whole<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = SERIES))]
    pub schema: &'static str,
    /// The program and its rules.
    pub tool: v1::Tool<'a>,
    /// The meetings, by their own dates; those without a date as they were given.
    pub meetings: Vec<Minutes<'a>>,
    /// Minutes with the text of one of the meetings; they are compared no second time.
    pub duplicates: Vec<Duplicate<'a>>,
    /// Inputs that could not be read.
    pub failed: Vec<Failed<'a>>,
    /// Statements that more than one meeting makes, those of most meetings first; standing text apart.
    pub recurring: Vec<Recurring<'a>>,
    /// Standing text that recurs: agenda, attendance, apologies, terms of reference.
    pub standing: Vec<Recurring<'a>>,
    /// All actions, by the place where they first stand.
    pub actions: Vec<Action<'a>>,
}

/// The minutes of one meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Minutes<'a> {
    /// Its number in the series, from 1.
    pub meeting: usize,
    /// Its own date, ISO 8601; `null` when the minutes do not tell it.
    pub date: Option<&'a str>,
    /// The first 32 digits of the file's SHA-256.
    pub doc_id: Option<Hex>,
    /// The path as given.
    pub path: &'a str,
    /// The file's name without its folders.
    pub name: &'a str,
    /// What its words are made of.
    pub words: Words,
    /// Statements, standing text apart.
    pub statements: u64,
    /// Of these, those that no earlier meeting made.
    pub new_statements: u64,
    /// These themselves; none for the first meeting, where all is new.
    pub new: Vec<Said<'a>>,
}

/// The words of one meeting, headings apart.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Words {
    /// Standing text.
    pub standing: u64,
    /// In statements that no earlier meeting made.
    pub new: u64,
    /// In statements that an earlier meeting made, with nothing changed that decides.
    pub recycled: u64,
    /// In statements of which only the deadline has moved.
    pub deadline_moved: u64,
    /// In statements of which more has changed.
    pub updated: u64,
    /// Recycled words in a hundred that are no standing text; `null` without any.
    pub recycled_percent: Option<f64>,
}

/// Minutes that have come before.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Duplicate<'a> {
    /// The path as given.
    pub path: &'a str,
    /// The number of the meeting with the same text.
    pub meeting: usize,
}

/// An input that could not be read.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Failed<'a> {
    /// The path as given.
    pub path: &'a str,
    /// Why.
    pub error: v1::Error<'a>,
}

/// A statement where one meeting makes it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Said<'a> {
    /// First code point.
    pub char_start: u32,
    /// One past the last code point.
    pub char_end: u32,
    /// Line, from 1.
    pub line: u32,
    /// Page, from 1, when the format has pages.
    pub page: Option<u32>,
    /// The number or label of its paragraph.
    pub paragraph: Option<&'a str>,
    /// The statement, white space folded; `null` when words were not to be repeated.
    pub text: Option<&'a str>,
}

/// A statement that recurs.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Recurring<'a> {
    /// Its number in this list, from 1.
    pub statement: usize,
    /// What it is.
    #[schemars(extend("enum" = ["action", "sentence"]))]
    pub kind: &'static str,
    /// How many meetings make it.
    pub meetings: usize,
    /// Of how many.
    pub of: usize,
    /// The date of the first of them.
    pub first_date: Option<&'a str>,
    /// The date of the last of them.
    pub last_date: Option<&'a str>,
    /// How many meetings say it again with nothing changed that decides.
    pub recycled: usize,
    /// How many change something.
    pub updated: usize,
    /// How many move the deadline alone.
    pub deadline_moved: usize,
    /// What each meeting says.
    pub turns: Vec<Taken<'a>>,
}

/// How one meeting takes a statement up.
#[derive(Serialize, JsonSchema)]
pub struct Taken<'a> {
    /// The number of the meeting.
    pub meeting: usize,
    /// How it takes up what the meeting before said.
    #[schemars(extend("enum" = ["first", "recycled", "updated", "deadline-moved"]))]
    pub relation: &'static str,
    /// Whether word for word.
    pub exact: bool,
    /// What has changed.
    pub changes: Vec<Changed<'a>>,
    /// Where and in which words.
    #[serde(flatten)]
    pub said: Said<'a>,
}

/// One thing that has changed.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Changed<'a> {
    /// What sort of thing.
    #[schemars(extend("enum" = ["deadline", "negation", "number", "date", "person", "order", "status", "amount", "certainty", "wording"]))]
    pub kind: &'static str,
    /// The words before; `null` when something was added, or when words were not to be repeated.
    pub before: Option<&'a str>,
    /// The words now; `null` in the same cases.
    pub after: Option<&'a str>,
}

/// An action through the series.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Action<'a> {
    /// The label that it last bore: "AP3".
    pub label: Option<&'a str>,
    /// Who is to act, as last written; `null` when words were not to be repeated.
    pub owners: Option<&'a [String]>,
    /// The number of the first meeting that has it.
    pub first_meeting: usize,
    /// The number of the last.
    pub last_meeting: usize,
    /// How many have it.
    pub meetings: usize,
    /// Days between the two; `null` without both dates.
    pub days: Option<i64>,
    /// The last deadline of each meeting that has it, ISO 8601.
    pub due: Vec<Option<&'a str>>,
    /// How often the deadline moved.
    pub deadlines_moved: usize,
    /// What is said to have become of it, where it last stands.
    #[schemars(extend("enum" = ["completed", "partial", "in-progress", "outstanding", "not-completed", "none"]))]
    pub status: &'static str,
    /// Where later meetings report on it.
    pub reports: Vec<Report<'a>>,
    /// Whether there was a later meeting and none reports on it.
    pub never_reported: bool,
    /// Where it last stands.
    pub last: Said<'a>,
}

/// A report on an action.
#[derive(Serialize, JsonSchema)]
pub struct Report<'a> {
    /// The number of the meeting.
    pub meeting: usize,
    /// Where and in which words.
    #[serde(flatten)]
    pub said: Said<'a>,
}

/// Writes `series`.
///
/// # Errors
/// Those of `out`.
pub fn write(series: &series::Series, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    set(&whole(series, edition), 0, 4, out)?;
    out.write_all(b"\n")
}

fn whole<'a>(series: &'a series::Series, edition: &Edition<'a>) -> Whole<'a> {
    let teller = Teller {
        series,
        text: edition.excerpts,
    };
    let failed = |meeting: &'a Meeting| {
        let failure = meeting.outcome.as_ref().err()?;
        let (cause, message) = (failure.cause, failure.message.as_str());
        Some(Failed {
            path: &meeting.source.path,
            error: v1::Error { cause, message },
        })
    };
    let numbered = |(at, thread): (usize, &'a Thread)| teller.recurring(at + 1, thread);
    Whole {
        schema: SERIES,
        tool: tool(edition),
        meetings: (0..series.meetings.len()).map(|at| teller.minutes(at)).collect(),
        duplicates: series
            .twins
            .iter()
            .map(|(twin, at)| Duplicate {
                path: &twin.source.path,
                meeting: at + 1,
            })
            .collect(),
        failed: series.failed.iter().filter_map(failed).collect(),
        recurring: series
            .recurring()
            .into_iter()
            .map(|(_, thread)| thread)
            .enumerate()
            .map(numbered)
            .collect(),
        standing: series.standing.iter().enumerate().map(numbered).collect(),
        actions: series.promises.iter().filter_map(|promise| teller.action(promise)).collect(),
    }
}

/// Tells of a series in published terms.
struct Teller<'a> {
    series: &'a series::Series,
    /// Whether words may be repeated.
    text: bool,
}

impl<'a> Teller<'a> {
    fn shown<T: ?Sized>(&self, words: &'a T) -> Option<&'a T> {
        self.text.then_some(words)
    }

    fn said(&self, unit: &'a Unit) -> Said<'a> {
        Said {
            char_start: unit.place.0.chars,
            char_end: unit.place.1.chars,
            line: unit.place.0.line,
            page: unit.page,
            paragraph: unit.paragraph.as_deref(),
            text: self.shown(unit.text.as_str()),
        }
    }

    fn minutes(&self, at: usize) -> Minutes<'a> {
        let meeting = &self.series.meetings[at];
        let share = &self.series.shares[at];
        let new = self.series.new_in(at).map(|unit| self.said(unit));
        Minutes {
            meeting: at + 1,
            date: meeting.date(),
            doc_id: meeting.source.bytes.map(|(_, sum)| Hex::Short(sum)),
            path: &meeting.source.path,
            name: meeting.source.name(),
            words: Words {
                standing: share.standing,
                new: share.new,
                recycled: share.recycled,
                deadline_moved: share.moved,
                updated: share.updated,
                recycled_percent: share.recycled_percent(),
            },
            statements: share.statements,
            new_statements: share.new_statements,
            new: if at == 0 { vec![] } else { new.collect() },
        }
    }

    fn recurring(&self, statement: usize, thread: &'a Thread) -> Recurring<'a> {
        let date = |turn: Option<&Turn>| turn.and_then(|turn| self.series.meetings[turn.meeting].date());
        let action = thread.turns.iter().any(|turn| self.series.unit(turn).action.is_some());
        Recurring {
            statement,
            kind: if action { "action" } else { "sentence" },
            meetings: thread.turns.len(),
            of: self.series.meetings.len(),
            first_date: date(thread.turns.first()),
            last_date: date(thread.turns.last()),
            recycled: thread.count(Relation::Recycled),
            updated: thread.count(Relation::Updated),
            deadline_moved: thread.count(Relation::DeadlineMoved),
            turns: (0..thread.turns.len()).map(|at| self.taken(thread, at)).collect(),
        }
    }

    fn taken(&self, thread: &'a Thread, at: usize) -> Taken<'a> {
        let turn = &thread.turns[at];
        let piece = |words: &'a str| self.shown(words).filter(|words| !words.is_empty());
        let changed = |shift: &'a Shift| Changed {
            kind: shift.kind.name(),
            before: piece(&shift.before),
            after: piece(&shift.after),
        };
        Taken {
            meeting: turn.meeting + 1,
            relation: turn.relation.map_or("first", Relation::name),
            exact: turn.exact,
            changes: turn.changes.iter().map(changed).collect(),
            said: self.said(self.series.unit(turn)),
        }
    }

    fn action(&self, promise: &series::Promise) -> Option<Action<'a>> {
        let thread = &self.series.threads[promise.thread];
        let (first, last) = (thread.turns.first()?, thread.turns.last()?);
        let unit = |turn: &Turn| self.series.unit(turn);
        let slots = thread.turns.iter().rev().find_map(|turn| unit(turn).action.as_ref())?;
        let due = |turn: &Turn| unit(turn).action.as_ref().and_then(|slots| slots.due.last().map(String::as_str));
        Some(Action {
            label: slots.label.as_deref(),
            owners: self.shown(slots.owners.as_slice()),
            first_meeting: first.meeting + 1,
            last_meeting: last.meeting + 1,
            meetings: thread.turns.len(),
            days: promise.days,
            due: thread.turns.iter().map(due).collect(),
            deadlines_moved: thread.turns.iter().filter(|turn| turn.moves_deadline()).count(),
            status: slots.status.name(),
            reports: promise
                .reports
                .iter()
                .map(|&(meeting, at)| Report {
                    meeting: meeting + 1,
                    said: self.said(&self.series.meetings[meeting].units()[at]),
                })
                .collect(),
            never_reported: promise.never_reported(),
            last: self.said(unit(last)),
        })
    }
}
