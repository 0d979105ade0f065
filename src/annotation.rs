//! An `Annotation` is one remark of candour's about a stretch of text: what stands there, why a reader should look,
//! and the question that would make it specific. It knows nothing of how it was found or how it will be shown.

use std::borrow::Cow;

use crate::text::Span;

/// How much an annotation matters; ordered, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// For information; not counted in summaries.
    Info,
    /// Worth a look when there is time.
    Low,
    /// Should be made specific.
    Medium,
    /// Hides what happened or what will be done, or is broken.
    High,
}

/// How sure candour is; ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess worth showing.
    Low,
    /// Probably.
    Medium,
    /// As sure as a program can be.
    High,
}

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// The author's own.
    Own,
    /// Between quotation marks.
    Quoted,
    /// Reported: "described as", "said that".
    Reported,
    /// Spoken of as words: "the term …".
    Mentioned,
}

/// Whether the words are asserted or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// Said to be so.
    Asserted,
    /// Said not to be so: "cannot ensure".
    Negated,
}

/// What a related span has to do with an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Words that bear the annotation out.
    Evidence,
    /// What is pointed at, or should be.
    Target,
    /// An earlier occurrence.
    Previous,
}

/// A second place that belongs to an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What it has to do with it.
    pub role: Role,
    /// Where (bytes of the text).
    pub span: Span,
    /// A short sentence about it.
    pub note: Cow<'static, str>,
}

/// One remark about a stretch of text. `'p` is the life of the packs whose words it borrows.
#[derive(Clone, Debug)]
pub struct Annotation<'p> {
    /// The rule's full name, "category/rule".
    pub rule: &'p str,
    /// The group of the catalogue, or `references`, `actions`, `chronology`, `editorial`.
    pub category: &'p str,
    /// How much it matters.
    pub severity: Severity,
    /// How sure candour is.
    pub confidence: Confidence,
    /// Whose words.
    pub voice: Voice,
    /// Asserted or denied.
    pub polarity: Polarity,
    /// Whether the passage itself makes the vague word specific.
    pub clarified: bool,
    /// The words (bytes of the text).
    pub span: Span,
    /// The sentence they stand in (bytes of the text).
    pub sentence: Span,
    /// Index of the block in the document.
    pub block: u32,
    /// What is wrong here, a whole sentence.
    pub message: Cow<'p, str>,
    /// The question that would make it specific.
    pub ask: &'p str,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

impl Severity {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// One step less grave; `Info` stays.
    #[must_use]
    pub const fn lowered(self) -> Self {
        match self {
            Self::High => Self::Medium,
            Self::Medium => Self::Low,
            Self::Low | Self::Info => Self::Info,
        }
    }
}

impl Confidence {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl Voice {
    /// The name in the JSON contract and in packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Quoted => "quoted",
            Self::Reported => "reported",
            Self::Mentioned => "mentioned",
        }
    }
}

impl Polarity {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Negated => "negated",
        }
    }
}

impl Role {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Target => "target",
            Self::Previous => "previous",
        }
    }
}
