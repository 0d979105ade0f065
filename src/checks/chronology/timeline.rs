//! A `Timeline` is what a document says happened, row by row: when, from what source, and who is named and seen.

use super::calendar::When;
use super::dates::Written;
use crate::text::Span;

/// All chronologies of a document. Spans count bytes of the folded copy.
#[derive(Debug, Default)]
pub struct Timeline {
    /// The rows of all of them, in reading order.
    pub rows: Vec<Row>,
    /// Each of them: a table, or a list of dated paragraphs.
    pub chronicles: Vec<Chronicle>,
}

/// One chronology of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chronicle {
    /// Index of its first row.
    pub from: usize,
    /// One past the index of its last row.
    pub to: usize,
    /// Whether it has a column that says where each row comes from.
    pub sourced: bool,
    /// Whether it is a narrative that opens paragraph after paragraph with a date.
    pub narrative: bool,
}

/// One row of a chronology.
#[derive(Clone, Debug)]
pub struct Row {
    /// The date as written.
    pub written: Span,
    /// Index of its block.
    pub block: u32,
    /// What the date means; `None` when it is no date.
    pub when: Option<When>,
    /// Whether the year, or the whole date, was taken from a heading or from the row before.
    pub inferred: bool,
    /// What happened; more pieces than one when the row has several cells or a page cuts it.
    pub account: Vec<Span>,
    /// Where the row comes from, when the chronology has a column for it.
    pub source: Option<Span>,
    /// Whether a page cuts it.
    pub cut: bool,
    /// Who is named.
    pub named: People,
    /// Who is said to have been seen.
    pub seen: People,
    /// The time of day, in minutes after midnight, where one stands beside the date or in a column of its own.
    pub(super) hour: Option<i32>,
    /// How its date is written.
    pub(super) how: Written,
}

/// Some of the people a review is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct People(u8);

impl People {
    /// Nobody.
    pub const NONE: Self = Self(0);
    /// A child.
    pub const CHILD: Self = Self(1);
    /// The mother.
    pub const MOTHER: Self = Self(2);
    /// The father.
    pub const FATHER: Self = Self(4);
    /// Others of the family and household.
    pub const OTHER: Self = Self(8);
    /// Each, with the name in the JSON contract.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::CHILD, "child"),
        (Self::MOTHER, "mother"),
        (Self::FATHER, "father"),
        (Self::OTHER, "other"),
    ];

    /// These and `others`.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether all of `others` are among them.
    #[must_use]
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their names in the JSON contract.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().filter(move |(one, _)| self.has(*one)).map(|(_, name)| name)
    }
}

impl Timeline {
    /// The rows of one chronology.
    #[must_use]
    pub fn of(&self, chronicle: &Chronicle) -> &[Row] {
        &self.rows[chronicle.from..chronicle.to]
    }

    /// The chronology, counted from 0, that the row at index `at` belongs to.
    #[must_use]
    pub fn chronicle_of(&self, at: usize) -> usize {
        self.chronicles.partition_point(|chronicle| chronicle.from <= at).saturating_sub(1)
    }
}
