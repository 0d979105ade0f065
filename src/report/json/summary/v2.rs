//! The published summary, version 2: figures with their limits, and the passages behind them. Every key is always present, `null`
//! when unknown or when the numbers are too small; limits are those of 95 %. Words of the documents are empty under `--no-text`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::json::each::Each;
use crate::report::json::v1;

/// The name of this version of the summary.
pub const SUMMARY: &str = "candour/summary/2";

/// What `candour summary --format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Whole<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = SUMMARY))]
    pub schema: &'static str,
    /// What to mind about the words in it, for people.
    pub notice: &'static str,
    /// The program and its rules.
    pub tool: v1::Tool<'a>,
    /// What was not looked for, as typed.
    pub not_looked_for: &'a [String],
    /// All documents together.
    pub total: Summary<'a>,
    /// What the documents were held against, by genre; `null` when they were not.
    pub comparison: Option<Comparison<'a>>,
    /// The passages behind each figure of all documents together.
    pub passages: Each<'a, Passages<'a>>,
    /// Each input, in the order given.
    pub documents: Each<'a, Document<'a>>,
}

/// The figures of one document.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document<'a> {
    /// The path as given.
    pub path: &'a str,
    /// The file's name without its folders.
    pub name: &'a str,
    /// The kind of paper; `null` when it could not be read.
    pub genre: Option<&'static str>,
    /// When it was written, ISO 8601 to the day or month.
    pub date: Option<&'a str>,
    /// Whether it says so itself, or its file is called so.
    #[schemars(extend("enum" = ["text", "name", null]))]
    pub date_from: Option<&'static str>,
    /// How many in a hundred documents of the same genre have a lower rate of language, of twenty or more.
    pub percentile: Option<f64>,
    /// Its figures; `null` when it could not be read.
    pub counts: Option<Summary<'a>>,
}

/// Figures of language, sentences, actions, references and people.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Summary<'a> {
    /// Documents that were read.
    pub read: u64,
    /// Inputs that could not be read.
    pub failed: u64,
    /// Words of running text.
    pub words: u64,
    /// Sentences of running text.
    pub sentences: u64,
    /// All annotations.
    pub annotations: u64,
    /// Annotations that were accepted with a reason.
    pub accepted: u64,
    /// Language of all groups together.
    pub language: Tally<'a>,
    /// Each category, by name.
    pub categories: Each<'a, Tally<'a>>,
    /// All asserted language by voice.
    pub voices: Vec<Voice>,
    /// Language by section, of all together in the order in which they first stand.
    pub sections: Each<'a, Section<'a>>,
    /// Language by genre.
    pub genres: Vec<Genre>,
    /// How long sentences are, cells of tables left out.
    pub sentence_lengths: Lengths,
    /// What the actions say.
    pub actions: Actions,
    /// References by state.
    pub references: Vec<StateCount>,
    /// Promises that an action answers.
    pub promises: Share,
    /// Findings, recommendations and learning points that an action answers.
    pub findings: Share,
    /// Actions that cite a place that exists.
    pub citing: Share,
    /// Who is visible.
    pub people: Vec<Person>,
    /// The child's own words.
    pub child_quoted: Quoted,
}

/// A count in a thousand words, with its limits.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Rate {
    /// In a thousand words.
    pub per_1000_words: f64,
    /// The lower 95 % limit; `null` for a text of one paragraph.
    pub low: Option<f64>,
    /// The upper 95 % limit.
    pub high: Option<f64>,
    /// How many times larger the variance is than that of scattered words.
    pub design_effect: Option<f64>,
}

/// The annotations of one category.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tally<'a> {
    /// The category; "language" for all its groups together.
    pub category: &'a str,
    /// Those that stand: the author's own words or what the author reports, not for information only, not accepted.
    pub standing: u64,
    /// Of those that stand; `null` under 5 of them or 1,000 words, and for what is not language.
    pub rate: Option<Rate>,
    /// Of those that stand, high.
    pub high: u64,
    /// Of those that stand, medium.
    pub medium: u64,
    /// Of those that stand, low.
    pub low: u64,
    /// All that are asserted, whatever their severity, by voice.
    pub voices: Vec<VoiceCount>,
    /// All that are negated.
    pub negated: u64,
}

/// How many annotations of a category are in one voice.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct VoiceCount {
    /// Whose words.
    #[schemars(extend("enum" = ["own", "reported", "quoted", "mentioned"]))]
    pub voice: &'static str,
    /// How many.
    pub annotations: u64,
}

/// All asserted language in one voice.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Voice {
    /// Whose words.
    #[schemars(extend("enum" = ["own", "reported", "quoted", "mentioned"]))]
    pub voice: &'static str,
    /// How many.
    pub annotations: u64,
    /// `null` under 5 of them or 1,000 words.
    pub rate: Option<Rate>,
}

/// What stands under one heading.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Section<'a> {
    /// The heading; empty before the first, and under `--no-text`.
    pub title: &'a str,
    /// Documents that have it.
    pub documents: u64,
    /// Its words.
    pub words: u64,
    /// What stands of language.
    pub standing: u64,
    /// `null` under 5 of them or 1,000 words.
    pub rate: Option<Rate>,
}

/// Documents of one kind.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Genre {
    /// The kind of paper.
    #[schemars(extend("enum" = ["review", "action-plan", "minutes", "inspection", "other"]))]
    pub genre: &'static str,
    /// How many.
    pub documents: u64,
    /// Their words.
    pub words: u64,
    /// What stands of language.
    pub standing: u64,
    /// `null` under 5 of them or 1,000 words.
    pub rate: Option<Rate>,
}

/// How long sentences are.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Lengths {
    /// Sentences.
    pub sentences: u64,
    /// The median, in words.
    pub median: Option<f64>,
    /// What nine in ten do not exceed, in words.
    pub percentile_90: Option<f64>,
    /// Sentences of more than 25 words.
    pub over_25: u64,
    /// Sentences of more than 40 words.
    pub over_40: u64,
}

/// What the actions say.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Actions {
    /// All actions.
    pub total: u64,
    /// Those that name who is to act.
    pub with_owner: u64,
    /// Those that give a date.
    pub with_date: u64,
    /// Those that say how anyone would know that they were done.
    pub with_check: u64,
    /// Those said to be not, or not wholly, done.
    pub open: u64,
    /// Those whose date had passed.
    pub late: u64,
    /// By status.
    pub statuses: Vec<StatusCount>,
    /// Those whose text does not bear their status out.
    pub contradicted: u64,
}

/// The actions of one status.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatusCount {
    /// The status.
    pub status: &'static str,
    /// How many.
    pub actions: u64,
}

/// The references in one state.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StateCount {
    /// The state.
    pub state: &'static str,
    /// How many.
    pub references: u64,
}

/// A share as its numerator and denominator.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Share {
    /// How many are covered.
    pub covered: u32,
    /// Out of how many.
    pub total: u32,
    /// How many of the rest could not be resolved.
    pub unresolved: u32,
}

/// How visible somebody is.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Person {
    /// Who.
    #[schemars(extend("enum" = ["child", "mother", "father", "parent", "kin", "professional", "body"]))]
    pub who: &'static str,
    /// Sentences that name them, by name or by a word such as "mother".
    pub named: u64,
    /// Of these, sentences in which they do something.
    pub doer: u64,
    /// Of these, sentences in which something is done to them.
    pub object: u64,
}

/// The child's own words between quotation marks.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Quoted {
    /// How many quotations.
    pub quotations: u64,
    /// Words in them.
    pub words: u64,
}

/// The documents held against others.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Comparison<'a> {
    /// The date between before and after; `null` for a reference set.
    pub date: Option<&'a str>,
    /// Documents that give no date which tells on which side they lie.
    pub undated: u64,
    /// Genre by genre.
    pub genres: Vec<Compared<'a>>,
}

/// The two sets of one genre.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Compared<'a> {
    /// The kind of paper.
    #[schemars(extend("enum" = ["review", "action-plan", "minutes", "inspection", "other"]))]
    pub genre: &'static str,
    /// These documents, or those from the date on.
    pub first: Side,
    /// The reference set, or those before the date.
    pub second: Side,
    /// All language ("all language"), then each category.
    pub lines: Vec<Line<'a>>,
}

/// One set.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Side {
    /// Documents.
    pub documents: u64,
    /// Words.
    pub words: u64,
    /// Sentences that are not cells.
    pub sentences: u64,
    /// Those of more than 25 words.
    pub over_25: u64,
}

/// One category in both sets.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Line<'a> {
    /// The category.
    pub category: &'a str,
    /// How many stand in the first set.
    pub first: u64,
    /// How many stand in the second.
    pub second: u64,
    /// The rate in the first set.
    pub first_rate: Option<Rate>,
    /// The rate in the second.
    pub second_rate: Option<Rate>,
    /// The natural logarithm of the first rate over the second.
    pub log_ratio: Option<f64>,
    /// Its lower 95 % limit.
    pub low: Option<f64>,
    /// Its upper 95 % limit.
    pub high: Option<f64>,
}

/// The passages behind one figure.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Passages<'a> {
    /// The figure: "category/assurance", "actions/no-date", "people/child-doer"; "section/3" is the third of `sections`; "strongest"
    /// are the paragraphs to read first, in full.
    pub figure: String,
    /// How many there are.
    pub total: u64,
    /// The gravest of them, then the first.
    pub kept: Each<'a, Passage<'a>>,
}

/// One place behind a figure.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Passage<'a> {
    /// Which of `documents`, from 0.
    pub document: u32,
    /// Its first code point in the text.
    pub char_start: u32,
    /// One past the last.
    pub char_end: u32,
    /// Its line, from 1.
    pub line: u32,
    /// Its page, where the format has pages.
    pub page: Option<u32>,
    /// The number or label of its paragraph.
    pub paragraph: Option<&'a str>,
    /// The rules that speak there.
    pub rules: &'a [String],
    /// What stands there, in pieces; empty under `--no-text`.
    pub words: Each<'a, Piece<'a>>,
}

/// A piece of a passage.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether they are what the passage is about.
    pub marked: bool,
}
