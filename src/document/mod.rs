//! A `Document` is what a careful reader sees in a text before judging a word of it: blocks, paragraph numbers,
//! sentences, quotations, findings and actions, dated events.
//!
//! Parsing is total: any text gives a document. Unless it says otherwise, every [`Span`] in here counts bytes of the
//! [`Fold`], the document's cleaned copy; [`Document::source`] leads back to the text.

mod acronym;
mod asking;
mod block;
mod code;
mod columns;
pub mod dates;
mod draft;
mod event;
mod genre;
mod grid;
mod heading;
mod inset;
mod label;
mod layout;
mod line;
mod listed;
mod number;
mod outline;
mod own;
mod parse;
mod part;
mod people;
mod quotation;
mod repair;
mod running;
mod sentence;
mod setting;
mod stack;
mod statement;
mod table;
mod undertaking;

pub(crate) use acronym::{is_roman, terms};
pub use block::{Block, Cell, Setting, Zone};
pub(crate) use code::code;
pub use genre::Genre;
pub use label::LabelKind;
pub(crate) use label::{label_head, roman_value};
pub(crate) use number::{after_label, month, tens_word, unit_word};
pub use outline::{Entry, Outline};
pub(crate) use own::Said;
pub use people::{Form, People, PersonKind};
pub(crate) use quotation::{Stray, strays};

pub(crate) use undertaking::is_order;

use crate::text::{Fold, Span};

/// Everything structural that was learnt of one text.
#[derive(Debug, Default)]
pub struct Document {
    /// The cleaned copy that all spans count in.
    pub fold: Fold,
    /// Blocks in reading order; their spans rise and never overlap.
    pub blocks: Vec<Block>,
    /// Numbered and labelled places.
    pub outline: Outline,
    /// Sentences in reading order; each lies within one block.
    pub sentences: Vec<Sentence>,
    /// Quotations in order of their start; nested ones follow the one that holds them.
    pub quotations: Vec<Quotation>,
    /// Findings, recommendations, learning points and actions, in reading order.
    pub statements: Vec<Statement>,
    /// Sentences that ask for something in paragraphs that are no action and no recommendation, in reading order.
    pub asking: Vec<Span>,
    /// Dates with what they stand for, in reading order.
    pub events: Vec<Event>,
    /// Acronyms, in order of their place.
    pub acronyms: Vec<Acronym>,
    /// Those whom the document makes known by name.
    pub people: People,
    /// The kind of paper.
    pub genre: Genre,
}

/// One sentence, or one bullet, cell or heading that is no sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the blanks around it.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
}

/// Words that stand between quotation marks, or are set as a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the marks, marks left out.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
    /// Whether a closing mark was found in the block; an open quotation ends with its block.
    pub closed: bool,
}

impl Quotation {
    /// Bytes of a phrase or a sentence or two: of the quotations that hold a labelled fault in `corpus/wording/fit` and
    /// `corpus/gold/tune`, nineteen in twenty have at most twenty-five words.
    const BRIEF: u32 = 200;

    /// Whether it is a phrase or a sentence of somebody's, and no passage of a published work.
    #[must_use]
    pub fn is_brief(&self) -> bool {
        self.closed && self.span.len() <= Self::BRIEF
    }
}

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatementKind {
    /// A finding of a review.
    Finding,
    /// A recommendation.
    Recommendation,
    /// A learning point, learning theme, or lesson.
    LearningPoint,
    /// An action of a plan or of minutes.
    Action,
}

/// A finding, recommendation, learning point or action of the document (never something that candour emits).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// Its name as the document writes it: "Action Eleven"; empty when it has none (a minuted action).
    pub label: String,
    /// Its number in digits: "11", "3a"; `None` when it has none.
    pub number: Option<String>,
    /// From its heading or first word to the end of its last block.
    pub span: Span,
    /// Its blocks, as a half-open range of indexes.
    pub blocks: (u32, u32),
    /// Its parts in reading order; a part without a label of its own is `Body`.
    pub parts: Vec<Part>,
}

/// A labelled stretch of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the stretch says.
    pub role: PartRole,
    /// The words, the label ("Response:") left out.
    pub span: Span,
}

/// What a part of a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// What is found, recommended or to be done.
    Body,
    /// The answer, usually a status word first ("Partially completed").
    Response,
    /// More of the answer: evidence, update, progress.
    Update,
    /// When.
    Timescale,
    /// What is still to be done.
    Outstanding,
    /// Who is to do it, from a label or a column.
    Owner,
    /// How anyone would know: success measure, evidence, outcome column.
    Check,
    /// What an action answers: the recommendation or finding beside it in its row.
    Answers,
}

/// A date in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The date as written.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
    /// ISO 8601, as precise as the text: "2019-09-02", "2019-09", "2019"; `None` when it is no real date.
    pub date: Option<String>,
    /// Whether it opens a row of a chronology.
    pub row: bool,
    /// For a row, what happened; empty otherwise.
    pub account: Span,
}

/// A term in capitals and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The acronym where it is defined, or where it first stands.
    pub span: Span,
    /// What the document says it stands for.
    pub expansion: Option<Span>,
}

impl Document {
    /// The span of the source text that the folded `span` came from.
    #[must_use]
    pub fn source(&self, span: Span, content: &str) -> Span {
        self.fold.source(span, content)
    }

    /// Index of the block that holds the folded byte `offset`.
    #[must_use]
    pub fn block_at(&self, offset: u32) -> usize {
        self.blocks.partition_point(|b| b.span.start <= offset).saturating_sub(1)
    }

    /// Index of the sentence that holds, or last began before, the folded byte `offset`.
    #[must_use]
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|s| s.span.start <= offset).saturating_sub(1)
    }
}
