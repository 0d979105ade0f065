//! A `Row` is one annotation with its document, flat, for tables and for programs that read line by line.
//!
//! It leaves out `related`, which would not be flat; the record of the document has it under the same `id`.

use std::borrow::Cow;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::Reading;

use super::edition::{Edition, Units};
use super::json::each::Hex;
use super::json::{record, v1};
use super::view::View;

/// The columns of every row, in order; those of units that were not asked for are missing from the table.
pub const COLUMNS: [&str; 30] = [
    "doc_id",
    "name",
    "path",
    "genre",
    "id",
    "rule",
    "category",
    "severity",
    "confidence",
    "voice",
    "polarity",
    "clarified",
    "char_start",
    "char_end",
    "byte_start",
    "byte_end",
    "utf16_start",
    "utf16_end",
    "line",
    "column",
    "page",
    "paragraph",
    "section",
    "zone",
    "quote",
    "prefix",
    "suffix",
    "sentence",
    "message",
    "ask",
];
/// The last column.
pub const LAST_COLUMN: &str = "suppressed";

/// One annotation with its document.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Row<'a> {
    #[schemars(with = "Option<Hex>")]
    doc_id: Option<Cow<'a, str>>,
    name: Cow<'a, str>,
    path: Cow<'a, str>,
    genre: Option<&'a str>,
    #[schemars(with = "Hex")]
    id: Cow<'a, str>,
    rule: &'a str,
    category: &'a str,
    severity: &'a str,
    confidence: &'a str,
    voice: &'a str,
    polarity: &'a str,
    clarified: bool,
    char_start: u32,
    char_end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_end: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    utf16_start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    utf16_end: Option<u32>,
    line: u32,
    column: u32,
    page: Option<u32>,
    paragraph: Option<Cow<'a, str>>,
    section: Option<Cow<'a, str>>,
    zone: Option<&'a str>,
    quote: Option<Cow<'a, str>>,
    prefix: Option<Cow<'a, str>>,
    suffix: Option<Cow<'a, str>>,
    sentence: Option<Cow<'a, str>>,
    message: Cow<'a, str>,
    ask: Cow<'a, str>,
    suppressed: Option<Cow<'a, str>>,
}

/// Makes the text of a cell.
pub(super) type Cell = for<'t> fn(&'t str) -> Cow<'t, str>;

/// The cell that holds `text` and nothing else.
pub(super) const fn as_it_stands(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// The names of the columns when offsets count in `units` too.
pub fn columns(units: Units) -> impl Iterator<Item = &'static str> {
    let asked = move |name: &&str| match name.split('_').next() {
        Some("byte") => units.byte,
        Some("utf16") => units.utf16,
        _ => true,
    };
    COLUMNS.into_iter().filter(asked).chain([LAST_COLUMN])
}

/// Writes the annotations of `reading`, one JSON object a line.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    each(reading, edition, as_it_stands, |row| {
        serde_json::to_writer(&mut *out, row)?;
        out.write_all(b"\n")
    })
}

/// Gives the rows of `reading` to `write`, the text of each cell as `cell` makes it.
pub(super) fn each(
    reading: &Reading<'_>,
    edition: &Edition<'_>,
    cell: Cell,
    mut write: impl FnMut(&Row<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = View::new(read, edition);
    record::annotations(&view).try_for_each(|annotation| write(&row(reading, &view, &annotation, cell)))
}

fn row<'a>(reading: &'a Reading<'_>, view: &View<'_>, it: &'a v1::Annotation<'_>, cell: Cell) -> Row<'a> {
    let source = &reading.source;
    Row {
        doc_id: source.bytes.map(|(_, sum)| digits(Hex::Short(sum), cell)),
        name: cell(source.name()),
        path: cell(&source.path),
        genre: Some(view.scan.document.genre.contract_name()),
        id: digits(it.id, cell),
        rule: it.rule,
        category: it.category,
        severity: it.severity,
        confidence: it.confidence,
        voice: it.voice,
        polarity: it.polarity,
        clarified: it.clarified,
        char_start: it.at.char_start,
        char_end: it.at.char_end,
        byte_start: it.at.byte_start,
        byte_end: it.at.byte_end,
        utf16_start: it.at.utf16_start,
        utf16_end: it.at.utf16_end,
        line: it.line,
        column: it.column,
        page: it.page,
        paragraph: it.paragraph.map(cell),
        section: it.section.map(cell),
        zone: it.zone,
        quote: it.quote.map(cell),
        prefix: it.prefix.map(cell),
        suffix: it.suffix.map(cell),
        sentence: it.sentence.map(cell),
        message: cell(&it.message),
        ask: cell(it.ask),
        suppressed: it.suppressed.as_ref().map(|it| cell(it.reason)),
    }
}

/// A cell of hexadecimal digits, which may look like a number.
fn digits(hex: Hex, cell: Cell) -> Cow<'static, str> {
    Cow::Owned(cell(&hex.to_string()).into_owned())
}
