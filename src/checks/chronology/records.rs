//! A record is an entry of a chronology set as a form: "Date: 2 March 2015", "Agency: Police", "Event: …", one line each.

use super::dates::{Known, lead};
use super::gather::{is_narrative, row};
use super::timeline::Row;
use crate::document::{Block, Document, Zone};
use crate::text::Span;

/// Fewest records of a chronology.
const FEWEST: usize = 3;
/// Most lines of a record below its date.
const LONGEST: usize = 8;
/// Longest label of a line, in bytes.
const LABEL: usize = 28;

/// The rows of the document's records, each chronology with whether its records name a source.
pub(super) fn all(document: &Document) -> Vec<(Vec<Row>, bool)> {
    let mut rows: Vec<Row> = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if let Some(opened) = opened(document, at, block) {
            rows.push(with_lines(document, at, opened));
        }
    }
    let told = rows.iter().filter(|row| !row.account.is_empty()).count();
    if rows.len() < FEWEST || told * 2 < rows.len() {
        return Vec::new();
    }
    let sourced = rows.iter().any(|row| row.source.is_some());
    vec![(rows, sourced)]
}

/// The row that `block` opens: a label that speaks of a date, and nothing behind the date but a time.
fn opened(document: &Document, at: usize, block: &Block) -> Option<Row> {
    let text = document.fold.slice(block.body);
    let (label, _) = labelled(text)?;
    let dates = ["date", "when", "date of event", "date of entry", "date of contact", "date and time", "date/time"];
    let plain = block.zone != Zone::Table && block.cell.is_none() && is_narrative(document, at);
    if !plain || !dates.contains(&label.to_lowercase().as_str()) {
        return None;
    }
    let rest = &text[label.len() + 1..];
    let found = lead(rest, Known { place: true, ..Known::default() })?;
    let letters = rest[found.end..].bytes().filter(u8::is_ascii_alphabetic).count();
    let base = block.body.end - rest.len() as u32;
    (letters <= 6).then(|| row(base, at, found))
}

/// The row with the labelled lines below it.
fn with_lines(document: &Document, at: usize, mut row: Row) -> Row {
    for block in document.blocks.iter().skip(at + 1).take(LONGEST) {
        let text = document.fold.slice(block.body);
        let Some((label, told)) = labelled(text).filter(|_| block.cell.is_none()) else { break };
        let label = label.to_lowercase();
        if label.starts_with("date") || label == "when" || label == "note" {
            break;
        }
        let span = Span::new(block.body.end - told.len() as u32, block.body.end);
        if super::sources::is_title(&label) {
            row.source = Some(span).filter(|_| !super::sources::is_blank(told));
        } else if !told.is_empty() {
            row.account.push(span);
        }
    }
    row
}

/// A label and what stands behind its colon.
fn labelled(text: &str) -> Option<(&str, &str)> {
    let (label, told) = text.split_once(':')?;
    let plain = label.len() <= LABEL && label.starts_with(char::is_uppercase) && !label.contains(['.', ',', ';']);
    plain.then(|| (label, told.trim()))
}
