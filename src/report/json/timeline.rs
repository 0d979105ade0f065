//! The published timeline, version 1: the rows of each document's chronologies, and the faults of its dates.

use std::borrow::Cow;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::checks::chronology;
use crate::reading::Reading;
use crate::report::edition::Edition;
use crate::report::view::View;
use crate::text::Span;

use super::each::{Each, Hex};
use super::{record, v1};

/// The name of this version of the timeline.
pub const TIMELINE: &str = "candour/timeline/1";

/// What `candour timeline --format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Whole<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = TIMELINE))]
    pub schema: &'static str,
    /// The program and its rules.
    pub tool: v1::Tool<'a>,
    /// Each input, in the order given.
    pub documents: Each<'a, Document<'a>>,
}

/// The timeline of one document.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document<'a> {
    /// The first 32 digits of the file's SHA-256.
    pub doc_id: Option<Hex>,
    /// The path as given.
    pub path: &'a str,
    /// The rows of all chronologies, in reading order.
    pub rows: Vec<Row<'a>>,
    /// What is wrong with dates, in rows and in the narrative.
    pub faults: Vec<v1::Annotation<'a>>,
    /// Why it could not be read; `null` when it could.
    pub error: Option<v1::Error<'a>>,
}

/// One row of a chronology.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Row<'a> {
    /// Which chronology of the document, from 1.
    pub chronology: usize,
    /// ISO 8601, as precise as the words; of a range its first day; `null` when it is no date.
    pub date: Option<String>,
    /// The last day of a range.
    pub date_end: Option<String>,
    /// How exactly the date is given.
    #[schemars(extend("enum" = ["day", "range", "month", "year", "vague", null]))]
    pub precision: Option<&'static str>,
    /// Whether the year or the date was taken from a heading or the row before.
    pub inferred: bool,
    /// The date, exactly those characters.
    pub written: Option<Cow<'a, str>>,
    /// Where the date stands.
    #[serde(flatten)]
    pub at: v1::Stretch,
    /// Line of the date, from 1.
    pub line: u32,
    /// Page, from 1, when the format has pages.
    pub page: Option<u32>,
    /// Where the row says that it comes from, when the chronology has a column for it.
    pub source: Option<Cow<'a, str>>,
    /// What happened, all cells together.
    pub account: Option<Cow<'a, str>>,
    /// Whether a page cuts the row.
    pub cut: bool,
    /// Who is named: "child", "mother", "father", "other".
    pub named: Vec<&'static str>,
    /// Who is said to have been seen.
    pub seen: Vec<&'static str>,
    /// The rules that its date breaks.
    pub faults: Vec<&'a str>,
}

/// The rows that `view` shows.
#[must_use]
pub fn rows<'a>(view: &'a View<'a>) -> Vec<Row<'a>> {
    let timeline = &view.scan.timeline;
    let about_dates = view.scan.annotations.iter().filter(|it| it.category == "chronology");
    let faults: Vec<(Span, &str)> = about_dates.map(|it| (it.span, it.rule)).collect();
    (0..timeline.rows.len()).map(|at| row(view, (timeline, at), &faults)).collect()
}

fn row<'a>(view: &'a View<'a>, (timeline, at): (&'a chronology::Timeline, usize), faults: &[(Span, &'a str)]) -> Row<'a> {
    let row = &timeline.rows[at];
    let span = view.source(row.written);
    let place = view.place(span.start);
    let pieces: Vec<&str> = row.account.iter().filter_map(|&piece| view.folded(piece)).collect();
    let from = faults.partition_point(|(fault, _)| fault.start < span.start);
    let own = faults[from..].iter().take_while(|(fault, _)| fault.start < span.end);
    Row {
        chronology: timeline.chronicle_of(at) + 1,
        date: row.when.map(chronology::When::iso),
        date_end: row.when.and_then(chronology::When::iso_end),
        precision: row.when.map(|when| when.precision.name()),
        inferred: row.inferred,
        written: view.words(span).map(Cow::Borrowed),
        at: view.stretch_from(place, span),
        line: place.line,
        page: view.page(span.start),
        source: row.source.and_then(|source| view.folded(source)).map(Cow::Borrowed),
        account: view.shown(row).map(|_| Cow::Owned(pieces.join(" "))),
        cut: row.cut,
        named: row.named.names().collect(),
        seen: row.seen.names().collect(),
        faults: own.map(|(_, rule)| *rule).collect(),
    }
}

/// Writes what stands before the first document.
///
/// # Errors
/// Those of `out`.
pub fn head(edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\"schema\":\"{TIMELINE}\",\"tool\":")?;
    serde_json::to_writer(&mut *out, &record::tool(edition))?;
    write!(out, ",\"documents\":[")
}

/// Writes the `at`-th document, counted from 0.
///
/// # Errors
/// Those of `out`.
pub fn item(at: usize, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
    let source = &reading.source;
    let document = |rows, faults, error| Document {
        doc_id: source.bytes.map(|(_, sum)| Hex::Short(sum)),
        path: &source.path,
        rows,
        faults,
        error,
    };
    match &reading.outcome {
        Ok(read) => {
            let view = View::new(read, edition);
            let faults = record::annotations(&view).filter(|it| it.category == "chronology").collect();
            Ok(serde_json::to_writer(out, &document(rows(&view), faults, None))?)
        }
        Err(failure) => {
            let error = v1::Error {
                cause: failure.cause,
                message: &failure.message,
            };
            Ok(serde_json::to_writer(out, &document(vec![], vec![], Some(error)))?)
        }
    }
}

/// Writes what stands after the last document.
///
/// # Errors
/// Those of `out`.
pub fn tail(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n]}\n")
}
