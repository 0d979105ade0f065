//! A run is one call of `candour scan`: its settings, which the JSON repeats, and its course, which only the run
//! record tells, because times and threads must not change the JSON.

use std::borrow::Cow;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::v1::{Document, Error, Tool};
use super::{each::Each, set};

/// The name of this version of the object of a run.
pub const RUN: &str = "candour/run/1";
/// The name of this version of the run record.
pub const RUN_RECORD: &str = "candour/run-record/1";

/// What `--format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Whole<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = RUN))]
    pub schema: &'static str,
    /// The settings.
    pub run: Run<'a>,
    /// A record of each input, in the order given.
    pub documents: Each<'a, Document<'a>>,
}

/// The settings of a run, as far as they bear on its output.
#[derive(Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Run<'a> {
    /// The program and its rules.
    pub tool: Tool<'a>,
    /// How many inputs there are.
    pub inputs: u64,
    /// Number of rules of language in use.
    pub rules: u64,
    /// Packs read beside the program's own, as given.
    pub packs: &'a [String],
    /// Rules that were switched off.
    pub disabled: &'a [String],
    /// Rules that were switched on.
    pub enabled: &'a [String],
    /// The least severity that is reported.
    #[schemars(extend("enum" = ["high", "medium", "low", "info"]))]
    pub min_severity: &'static str,
    /// The day against which timescales are held, when one was given.
    pub as_of: Option<&'a str>,
    /// How many annotations are accepted in the settings.
    pub accepted: u64,
    /// Which side of tracked changes was read in Word documents.
    #[schemars(extend("enum" = ["final", "original"]))]
    pub view: &'static str,
    /// The units of offsets.
    pub offsets: Vec<&'static str>,
    /// Whether excerpts were left out.
    pub no_text: bool,
}

/// What `--run-record` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RunRecord<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = RUN_RECORD))]
    pub schema: &'static str,
    /// The settings.
    pub run: Run<'a>,
    /// When it began, ISO 8601 in UTC.
    pub started: String,
    /// How long it took.
    pub seconds: f64,
    /// How many threads worked.
    pub jobs: u64,
    /// Documents that were read.
    pub read: u64,
    /// Inputs that could not be read.
    pub failed: u64,
    /// Documents whose records `--resume` found in the output and left there; they are in no other count.
    pub unchanged: u64,
    /// Inputs that were not come to, because the run was stopped.
    pub left: u64,
    /// Which, and why.
    pub failures: Vec<Failed<'a>>,
    /// Files of folders that were passed over for their ending.
    pub passed_over: Vec<PassedOver<'a>>,
    /// Links in folders that lead to folders, and were not followed.
    pub links: Vec<Cow<'a, str>>,
    /// Annotations of all documents, by category.
    pub categories: Vec<CategoryCount<'a>>,
}

/// One input that could not be read.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Failed<'a> {
    /// The path as given.
    pub path: &'a str,
    /// Why.
    pub error: Error<'a>,
}

/// Files with an ending that is not read.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PassedOver<'a> {
    /// The ending without its dot; empty when there is none.
    pub ending: &'a str,
    /// How many.
    pub files: u64,
}

/// The annotations of one category.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CategoryCount<'a> {
    /// The category.
    pub category: &'a str,
    /// How many stand.
    pub standing: u64,
    /// How many there are in all.
    pub annotations: u64,
}

/// Writes the object of a run up to its first document.
///
/// # Errors
/// Those of `out`.
pub fn head(run: &Run<'_>, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\n \"schema\": \"{RUN}\",\n \"run\": ")?;
    set(run, 1, 2, out)?;
    out.write_all(b",\n \"documents\": [")
}

/// Writes the rest of the object of a run.
///
/// # Errors
/// Those of `out`.
pub fn tail(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n ]\n}\n")
}

/// Writes a run record.
///
/// # Errors
/// Those of `out`.
pub fn record(record: &RunRecord<'_>, out: &mut impl Write) -> io::Result<()> {
    set(record, 0, 2, out)?;
    out.write_all(b"\n")
}
