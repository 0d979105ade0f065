//! `ActionFacts` are the plain facts of one action; no score.

use crate::text::Span;

/// What a plan says became of an action. Status words of plans are mapped onto these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Completed, closed, green, done.
    Completed,
    /// Partially completed.
    Partial,
    /// In progress, ongoing, on track, amber.
    InProgress,
    /// Outstanding, overdue, not started, red.
    Outstanding,
    /// Not completed.
    NotCompleted,
    /// Nothing is said.
    #[default]
    None,
}

/// A date or period that an action gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timescale {
    /// The words (folded bytes).
    pub span: Span,
    /// ISO 8601, as precise as the words: "2019-09"; `None` for "ongoing".
    pub date: Option<String>,
}

/// The facts of one statement (owners and the rest stay empty for statements that are not actions).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionFacts {
    /// Who is to act, as written.
    pub owners: Vec<String>,
    /// The status words as written ("Partially Completed").
    pub response: Option<String>,
    /// What they mean.
    pub status: Status,
    /// When, in reading order.
    pub timescales: Vec<Timescale>,
    /// What is still to be done (folded bytes).
    pub outstanding: Vec<Span>,
    /// Whether it says how anyone would know that it was done.
    pub checked: bool,
    /// Whether more is said of what became of it than a word of status.
    pub answered: bool,
}

impl Status {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Partial => "partial",
            Self::InProgress => "in-progress",
            Self::Outstanding => "outstanding",
            Self::NotCompleted => "not-completed",
            Self::None => "none",
        }
    }
}
