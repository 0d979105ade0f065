//! The published summary, version 1: the counts of each document and of all together.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::checks::references::Coverage;
use crate::reading::Source;
use crate::report::edition::Edition;
use crate::summary::{self, STATES, STATUSES, VOICES, per_thousand};

use super::each::Each;
use super::record::tool;
use super::{set, v1};

/// The name of this version of the summary.
pub const SUMMARY: &str = "candour/summary/1";

/// What `candour summary --format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Whole<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = SUMMARY))]
    pub schema: &'static str,
    /// The program and its rules.
    pub tool: v1::Tool<'a>,
    /// All documents together.
    pub total: Summary<'a>,
    /// Each input, in the order given.
    pub documents: Each<'a, Document<'a>>,
}

/// The counts of one document.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document<'a> {
    /// The path as given.
    pub path: &'a str,
    /// The file's name without its folders.
    pub name: &'a str,
    /// Its counts; `null` when it could not be read.
    pub counts: Option<Summary<'a>>,
}

/// Counts of language, actions and references.
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
}

/// The annotations of one category.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tally<'a> {
    /// The category; "language" for all its groups together.
    pub category: &'a str,
    /// Those that stand: the author's own words or what the author reports, not for information only, not accepted.
    pub standing: u64,
    /// Those that stand, in a thousand words; `null` under 5 of them or 1,000 words.
    pub per_1000_words: Option<f64>,
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

/// The annotations in one voice.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct VoiceCount {
    /// Whose words.
    #[schemars(extend("enum" = ["own", "reported", "quoted", "mentioned"]))]
    pub voice: &'static str,
    /// How many.
    pub annotations: u64,
    /// In a thousand words; `null` under 5 of them or 1,000 words.
    pub per_1000_words: Option<f64>,
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

/// Writes the summary of `documents` and their `total`.
///
/// # Errors
/// Those of `out`.
pub fn write(
    documents: &[(Source, summary::Summary)],
    total: &summary::Summary,
    edition: &Edition<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let whole = Whole {
        schema: SUMMARY,
        tool: tool(edition),
        total: counts(total),
        documents: Each::new(|| documents.iter().map(document)),
    };
    set(&whole, 0, 4, out)?;
    out.write_all(b"\n")
}

fn document((source, summary): &(Source, summary::Summary)) -> Document<'_> {
    Document {
        path: &source.path,
        name: source.name(),
        counts: (summary.read > 0).then(|| counts(summary)),
    }
}

fn counts(it: &summary::Summary) -> Summary<'_> {
    let words = it.measure.words;
    Summary {
        read: it.read,
        failed: it.failed,
        words,
        sentences: it.measure.sentences,
        annotations: it.annotations,
        accepted: it.accepted,
        language: tally("language", &it.language, words),
        categories: Each::new(move || it.categories.iter().map(move |(name, it)| tally(name, it, words))),
        actions: actions(&it.actions),
        references: STATES
            .iter()
            .zip(it.references)
            .map(|(state, references)| StateCount {
                state: state.name(),
                references,
            })
            .collect(),
        promises: share(it.promises),
        findings: share(it.findings),
        citing: share(it.citing),
    }
}

fn tally<'a>(category: &'a str, it: &summary::Tally, words: u64) -> Tally<'a> {
    let voice = |(voice, annotations): (&crate::annotation::Voice, u64)| VoiceCount {
        voice: voice.name(),
        annotations,
        per_1000_words: per_thousand(annotations, words),
    };
    let [high, medium, low] = it.standing;
    Tally {
        category,
        standing: it.stands(),
        per_1000_words: per_thousand(it.stands(), words),
        high,
        medium,
        low,
        voices: VOICES.iter().zip(it.voices).map(voice).collect(),
        negated: it.negated,
    }
}

fn actions(it: &summary::Actions) -> Actions {
    let status = |(status, actions): (&crate::checks::actions::Status, u64)| StatusCount {
        status: status.name(),
        actions,
    };
    Actions {
        total: it.total,
        with_owner: it.with_owner,
        with_date: it.with_date,
        statuses: STATUSES.iter().zip(it.statuses).map(status).collect(),
        contradicted: it.contradicted,
    }
}

const fn share(it: Coverage) -> Share {
    Share {
        covered: it.covered,
        total: it.total,
        unresolved: it.unresolved,
    }
}
