//! The published record of a document, version 1: a frozen copy of what the contract promises.
//!
//! These types change only together with the version in their `schema` field, whatever becomes of the types inside.
//! Every key is always present, `null` when unknown, so that readers may infer columns from the first record; the one
//! exception are the extra offsets, which are there when they were asked for. Offsets count Unicode code points
//! from 0, half-open, in the extracted text (`candour text FILE` prints it). Excerpts are `null` under `--no-text`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::each::{Each, Hex};

/// The name of this version of the document record.
pub const DOCUMENT: &str = "candour/document/1";

/// Everything that was learnt of one document.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = DOCUMENT))]
    pub schema: &'static str,
    /// The first 32 digits of `source_sha256`.
    pub doc_id: Option<Hex>,
    /// The file's name without its folders.
    pub name: &'a str,
    /// The path as it was given.
    pub path: &'a str,
    /// What the file was read as.
    #[schemars(extend("enum" = ["text", "markdown", "html", "docx", "odt", "pdf", null]))]
    pub format: Option<&'static str>,
    /// The kind of paper.
    #[schemars(extend("enum" = ["review", "action-plan", "minutes", "other", null]))]
    pub genre: Option<&'static str>,
    /// Size of the file in bytes.
    pub source_bytes: Option<u64>,
    /// SHA-256 of the file.
    pub source_sha256: Option<Hex>,
    /// Length of the extracted text in code points.
    pub text_chars: Option<u32>,
    /// SHA-256 of the extracted text as UTF-8.
    pub text_sha256: Option<Hex>,
    /// What made this record.
    pub tool: Tool<'a>,
    /// Sizes and counts.
    pub metrics: Metrics,
    /// Remarks, ordered by place, then by rule.
    pub annotations: Each<'a, Annotation<'a>>,
    /// Every reference, in reading order.
    pub references: Each<'a, Reference<'a>>,
    /// Findings, recommendations, learning points and actions, in reading order.
    pub statements: Each<'a, Statement<'a>>,
    /// Dates, in reading order.
    pub events: Each<'a, Event<'a>>,
    /// Terms in capitals, in reading order.
    pub acronyms: Each<'a, Acronym<'a>>,
    /// What the reader had to guess or mend.
    pub warnings: &'a [String],
    /// Why the file could not be read; `null` when it was.
    pub error: Option<Error<'a>>,
}

/// The program and the rules behind a record.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tool<'a> {
    /// "candour".
    pub name: &'static str,
    /// The program's version.
    pub version: &'static str,
    /// SHA-256 of all rules that were used, and of the settings where they were not the usual ones.
    pub rules_sha256: &'a str,
}

/// Sizes and counts of one document; all `null` when it could not be read.
#[derive(Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Metrics {
    /// Words of running text: headings and contents pages apart.
    pub words: Option<u64>,
    /// Sentences of running text, and bullets and cells that are none.
    pub sentences: Option<u64>,
    /// Number of annotations in this record.
    pub annotations: Option<u64>,
}

/// Why a file could not be read.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Error<'a> {
    /// The cause in one word, for programs: "not-found".
    pub cause: &'a str,
    /// What went wrong and what to do, for people.
    pub message: &'a str,
}

/// Where something stands. Code points always, the other units when they were asked for.
#[derive(Clone, Copy, Serialize, JsonSchema)]
pub struct Stretch {
    /// First code point.
    pub char_start: u32,
    /// One past the last code point.
    pub char_end: u32,
    /// First byte of the text as UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte_start: Option<u32>,
    /// One past the last byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte_end: Option<u32>,
    /// First UTF-16 code unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utf16_start: Option<u32>,
    /// One past the last UTF-16 code unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utf16_end: Option<u32>,
}

/// One remark about a stretch of text.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Annotation<'a> {
    /// The same for the same rule, words and sentence, wherever they move.
    pub id: Hex,
    /// The rule's full name.
    pub rule: &'a str,
    /// The group of the catalogue of language, or "references", "actions", "chronology", "editorial".
    pub category: &'a str,
    /// How much it matters.
    #[schemars(extend("enum" = ["high", "medium", "low", "info"]))]
    pub severity: &'static str,
    /// How sure candour is.
    #[schemars(extend("enum" = ["high", "medium", "low"]))]
    pub confidence: &'static str,
    /// Whose words they are.
    #[schemars(extend("enum" = ["own", "quoted", "reported", "mentioned"]))]
    pub voice: &'static str,
    /// Whether they are said to be so, or not to be so.
    #[schemars(extend("enum" = ["asserted", "negated"]))]
    pub polarity: &'static str,
    /// Whether the passage itself makes the vague word specific.
    pub clarified: bool,
    /// Where the words stand.
    #[serde(flatten)]
    pub at: Stretch,
    /// Line of the first character, from 1.
    pub line: u32,
    /// Column of the first character in code points, from 1.
    pub column: u32,
    /// Page, from 1, when the format has pages.
    pub page: Option<u32>,
    /// The numbered paragraph, or labelled part, it stands in.
    pub paragraph: Option<&'a str>,
    /// The nearest heading before it.
    pub section: Option<&'a str>,
    /// What kind of block it stands in.
    #[schemars(extend("enum" = ["paragraph", "heading", "table", "list", "footnote", "contents", "quote", null]))]
    pub zone: Option<&'static str>,
    /// Exactly those characters.
    pub quote: Option<&'a str>,
    /// The 32 code points before them.
    pub prefix: Option<&'a str>,
    /// The 32 code points after them.
    pub suffix: Option<&'a str>,
    /// The sentence they stand in; of a very long one, the part around them.
    pub sentence: Option<&'a str>,
    /// What is wrong here. Without text, words of the document that it repeats are an ellipsis.
    pub message: Cow<'a, str>,
    /// The question that would make it specific.
    pub ask: &'a str,
    /// Other places that belong to it.
    pub related: Each<'a, Related<'a>>,
    /// Why a board accepted it; `null` when it did not.
    pub suppressed: Option<Suppressed<'a>>,
}

/// A second place that belongs to a remark.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Related<'a> {
    /// What it has to do with it.
    #[schemars(extend("enum" = ["evidence", "target", "previous"]))]
    pub role: &'static str,
    /// Where it stands.
    #[serde(flatten)]
    pub at: Stretch,
    /// Exactly those characters.
    pub quote: Option<&'a str>,
    /// A short sentence about it.
    pub note: Cow<'a, str>,
}

/// That a remark was looked at and let stand.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Suppressed<'a> {
    /// Why.
    pub reason: &'a str,
}

/// One reference to another place.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reference<'a> {
    /// Where the words that refer stand.
    #[serde(flatten)]
    pub at: Stretch,
    /// Line of the first character, from 1.
    pub line: u32,
    /// The numbered paragraph, or labelled part, it stands in.
    pub paragraph: Option<&'a str>,
    /// Exactly those characters.
    pub quote: Option<&'a str>,
    /// How it is written.
    #[schemars(extend("enum" = ["explicit", "promise", "vague", "external"]))]
    pub kind: &'static str,
    /// What it says its target is: "paragraph", "action"; "action-plan" for a promise.
    pub label: Option<&'a str>,
    /// The number as written.
    pub written: Option<&'a str>,
    /// What it leads to, as the document names it.
    pub targets: &'a [String],
    /// What became of it.
    #[schemars(extend("enum" = ["ok", "dangling", "off-target", "ambiguous", "unanswered", "unspecific", "external"]))]
    pub state: &'static str,
    /// Better targets, best first. A suggestion never counts as coverage.
    pub suggestions: Each<'a, Suggestion<'a>>,
}

/// A better target for a reference that misses.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Suggestion<'a> {
    /// As the document names it.
    pub target: &'a str,
    /// How sure candour is.
    #[schemars(extend("enum" = ["high", "medium", "low"]))]
    pub confidence: &'static str,
    /// Why.
    pub why: Option<&'a str>,
}

/// A finding, recommendation, learning point or action of the document.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Statement<'a> {
    /// What it is.
    #[schemars(extend("enum" = ["finding", "recommendation", "learning-point", "action"]))]
    pub kind: &'static str,
    /// As the document names it; `null` for a minuted action without a name.
    pub label: Option<&'a str>,
    /// Its number in digits.
    pub number: Option<&'a str>,
    /// Where it stands.
    #[serde(flatten)]
    pub at: Stretch,
    /// What it cites, as the document names it.
    pub cites: &'a [String],
    /// The actions or recommendations that answer it.
    pub answered_by: &'a [String],
    /// Who is to act, as written.
    pub owners: Option<&'a [String]>,
    /// The status words as written.
    pub response: Option<&'a str>,
    /// What they mean.
    #[schemars(extend("enum" = ["completed", "partial", "in-progress", "outstanding", "not-completed", "none"]))]
    pub status: &'static str,
    /// When.
    pub timescales: Each<'a, Timescale<'a>>,
    /// What is still to be done.
    pub outstanding: Each<'a, Option<&'a str>>,
}

/// A date or period that an action gives.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Timescale<'a> {
    /// As written.
    pub written: Option<&'a str>,
    /// ISO 8601, as precise as the words; `null` for "ongoing".
    pub date: Option<&'a str>,
}

/// A date in the text.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Event<'a> {
    /// Exactly those characters.
    pub written: Option<&'a str>,
    /// ISO 8601, as precise as the words; `null` when it is no real date.
    pub date: Option<&'a str>,
    /// Where it stands.
    #[serde(flatten)]
    pub at: Stretch,
    /// Whether it opens a row of a chronology.
    pub row: bool,
}

/// A term in capitals.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Acronym<'a> {
    /// Exactly those characters.
    pub term: Option<&'a str>,
    /// What the document says it stands for.
    pub expansion: Option<&'a str>,
    /// Where it stands.
    #[serde(flatten)]
    pub at: Stretch,
}
