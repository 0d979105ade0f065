//! The `Graph` is every reference of a document with its targets and its state.

use crate::annotation::Confidence;
use crate::text::Span;

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferenceKind {
    /// It names its target: "paragraph 4.27".
    Explicit,
    /// It promises an answer: "(This is addressed in the Action Plan)".
    Promise,
    /// It points without naming: "as stated elsewhere in the report".
    Vague,
    /// It points out of the document: a statute, another report.
    External,
}

/// What became of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Every target exists, once, and fits.
    Ok,
    /// A target does not exist.
    Dangling,
    /// The target exists but is a heading, or evidently a neighbour was meant.
    OffTarget,
    /// The number is used more than once.
    Ambiguous,
    /// A promise that nothing answers.
    Unanswered,
    /// It cannot be followed, because it names nothing.
    Unspecific,
    /// It leads out of the document.
    External,
}

/// A better target for a reference that misses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// As the document names it.
    pub target: String,
    /// How sure.
    pub confidence: Confidence,
    /// Why, a whole sentence.
    pub why: String,
}

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The words that refer (folded bytes).
    pub span: Span,
    /// Index of its block.
    pub block: u32,
    /// How it is written.
    pub kind: ReferenceKind,
    /// The label's name ("paragraph", "action"), "action-plan" for promises; `None` when it names none.
    pub label: Option<String>,
    /// The number as written: "4.27"; `None` when there is none.
    pub written: Option<String>,
    /// What it leads to, as the document names it.
    pub targets: Vec<String>,
    /// The outline entries behind `targets`, in the same order; empty for promises.
    pub entries: Vec<u32>,
    /// Of a list, the numbers that lead nowhere (folded bytes); empty for a reference of one number.
    pub lost: Vec<Span>,
    /// What became of it.
    pub state: State,
    /// Better targets, best first.
    pub suggestions: Vec<Suggestion>,
    /// The statement it stands in, as an index into the document's statements.
    pub statement: Option<u32>,
}

/// A run of citations whose numbers are all wrong by the same step, as when a paragraph was put in or taken out after the
/// actions were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Indices of the references, in reading order.
    pub references: Vec<u32>,
    /// What each means, as the document names it, in the same order.
    pub targets: Vec<String>,
    /// How much must be added to the numbers as they are written.
    pub by: i32,
    /// What cites first: "Action Seven".
    pub from: String,
    /// What cites last, when others that are right come after it.
    pub to: Option<String>,
}

/// A share with what could not be decided: `covered` of `total`, `unresolved` of them unclear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many are covered.
    pub covered: u32,
    /// Out of how many.
    pub total: u32,
    /// How many of the rest could not be resolved (a reference dangles or is unspecific).
    pub unresolved: u32,
}

/// Every reference of a document, and what the statements say of one another.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// References in reading order.
    pub references: Vec<Reference>,
    /// For each statement of the document: the targets it cites, as the document names them.
    pub cites: Vec<Vec<String>>,
    /// For each statement of the document: labels of the actions or recommendations that answer it.
    pub answered_by: Vec<Vec<String>>,
    /// Runs of citations that are wrong by the same step.
    pub drifts: Vec<Drift>,
    /// Promises that an action answers.
    pub promises: Coverage,
    /// Findings, recommendations and learning points that an action answers.
    pub findings: Coverage,
    /// Actions that cite a place that exists.
    pub actions: Coverage,
}

impl Drift {
    /// The drift in words: "From Action Seven on, the numbers cited are one too low".
    #[must_use]
    pub fn says(&self) -> String {
        let step = match self.by.abs() {
            1 => "one",
            2 => "two",
            _ => "three",
        };
        let side = if self.by > 0 { "low" } else { "high" };
        match &self.to {
            None => format!("From {} on, the numbers cited are {step} too {side}", self.from),
            Some(to) => format!("From {} to {to}, the numbers cited are {step} too {side}", self.from),
        }
    }
}

impl ReferenceKind {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Promise => "promise",
            Self::Vague => "vague",
            Self::External => "external",
        }
    }
}

impl State {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Dangling => "dangling",
            Self::OffTarget => "off-target",
            Self::Ambiguous => "ambiguous",
            Self::Unanswered => "unanswered",
            Self::Unspecific => "unspecific",
            Self::External => "external",
        }
    }
}
