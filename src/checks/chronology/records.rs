//! A record is an entry of a chronology set as a form: "Date: 2 March 2015", "Agency: Police", "Event: …", one line each.

use super::dates::{Known, lead};
use super::gather::{is_narrative, row};
use super::timeline::Row;
use crate::document::{Block, Document, Zone};
use crate::text::Span;

/// Fewest records of a chronology.
const FEWEST: usize = 3;
/// The same where dates stand without a label, and the most blocks from one to the next.
const FEWEST_BARE: usize = 5;
const FARTHEST: u32 = 12;
/// Most lines of a record below its date.
const LONGEST: usize = 8;
/// Longest label of a line, in bytes.
const LABEL: usize = 28;

/// The rows of the document's records, each chronology with whether its records name a source.
pub(super) fn all(document: &Document) -> Vec<(Vec<Row>, bool)> {
    let mut rows: Vec<Row> = Vec::new();
    let mut bare = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let plain = block.zone != Zone::Table && block.cell.is_none() && block.level == 0 && is_narrative(document, at);
        if let Some(opened) = opened(document, at, block).filter(|_| plain) {
            rows.push(with_lines(document, at, opened));
        } else if let Some(opened) = alone(document, at, block).filter(|_| plain) {
            bare += 1;
            rows.push(with_text(document, at, opened));
        }
    }
    // A letter has one date on a line of its own, and a title another.
    let told = rows.iter().filter(|row| !row.account.is_empty()).count();
    let (fewest, most) = if bare > 0 { (FEWEST_BARE, FARTHEST) } else { (FEWEST, u32::MAX) };
    let close = rows.windows(2).filter(|pair| pair[1].block - pair[0].block <= most).count() + 1;
    if rows.len() < fewest || told * 2 < rows.len() || close < rows.len() {
        return Vec::new();
    }
    let sourced = rows.iter().any(|row| row.source.is_some());
    vec![(rows, sourced)]
}

/// The row that `block` opens: a label that speaks of a date, and nothing behind the date but a time.
fn opened(document: &Document, at: usize, block: &Block) -> Option<Row> {
    let text = document.fold.slice(block.body);
    let (label, _) = labelled(text)?;
    let dates = [
        "date",
        "when",
        "date of event",
        "date of entry",
        "date of contact",
        "date and time",
        "date/time",
    ];
    if !dates.contains(&label.to_lowercase().as_str()) {
        return None;
    }
    let rest = &text[label.len() + 1..];
    let base = block.body.end - rest.len() as u32;
    dated(rest).map(|found| row(base, at, found))
}

/// The row that a line opens which is a date and nothing else.
fn alone(document: &Document, at: usize, block: &Block) -> Option<Row> {
    let found = dated(document.fold.slice(block.body))?;
    let day = found.written.parts.is_some() && (found.written.dated || found.written.flaw.is_some());
    day.then(|| row(block.body.start, at, found))
}

/// The date of a line that has nothing else but a time.
fn dated(text: &str) -> Option<super::dates::Lead> {
    let found = lead(
        text,
        Known {
            place: true,
            ..Known::default()
        },
    )?;
    let letters = text[found.end..].bytes().filter(u8::is_ascii_alphabetic).count();
    (letters <= 6 && found.written.range.start <= 12).then_some(found)
}

/// The row with the paragraphs below its date, up to the next.
fn with_text(document: &Document, at: usize, mut row: Row) -> Row {
    for block in document.blocks.iter().skip(at + 1).take(LONGEST) {
        let text = document.fold.slice(block.body);
        if block.level > 0 || block.cell.is_some() || dated(text).is_some() {
            break;
        }
        let label = labelled(text).filter(|(label, _)| super::sources::is_title(&label.to_lowercase()));
        match label {
            Some((_, told)) => {
                row.source =
                    Some(Span::new(block.body.end - told.len() as u32, block.body.end)).filter(|_| !super::sources::is_blank(told));
            }
            None => row.account.push(block.body),
        }
    }
    row
}

/// The row with the labelled lines below it.
fn with_lines(document: &Document, at: usize, mut row: Row) -> Row {
    for block in document.blocks.iter().skip(at + 1).take(LONGEST) {
        let text = document.fold.slice(block.body);
        let Some((label, told)) = labelled(text).filter(|_| block.cell.is_none()) else {
            break;
        };
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
