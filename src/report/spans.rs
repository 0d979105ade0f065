//! Spans: each document with its whole text and the labelled stretches of it, one a line, for people who train or
//! check models.
//!
//! For spaCy and Prodigy every annotation is a span, labelled with its category, in code points; spans may overlap. For
//! doccano only what stands is, in UTF-16 units: its page counts as JavaScript does, its server only keeps the numbers.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::reading::{Read, Reading};

use super::edition::{Edition, Units};
use super::json::each::{Each, Hex};
use super::json::{record, v1};
use super::view::View;

#[derive(Serialize)]
struct Task<'a> {
    text: &'a str,
    spans: Each<'a, Span<'a>>,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct Span<'a> {
    start: u32,
    end: u32,
    label: &'a str,
    rule: &'a str,
    id: Hex,
    severity: &'a str,
    confidence: &'a str,
    voice: &'a str,
    polarity: &'a str,
    clarified: bool,
    accepted: bool,
}

#[derive(Serialize)]
struct Meta<'a> {
    doc_id: Option<Hex>,
    name: &'a str,
    path: &'a str,
    genre: &'a str,
}

/// What doccano takes for a sequence labelling project; all keys but the two first become its metadata.
#[derive(Serialize)]
struct Example<'a> {
    text: &'a str,
    label: Vec<(u32, u32, &'a str)>,
    doc_id: Option<Hex>,
    path: &'a str,
}

/// Writes `reading` as a line for spaCy and Prodigy. A failed reading has none.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = View::new(read, edition);
    let task = Task {
        text: &read.scan.text.content,
        spans: Each::new(|| record::annotations(&view).map(|it| span(&it))),
        meta: Meta {
            doc_id: reading.source.bytes.map(|(_, sum)| Hex::Short(sum)),
            name: reading.source.name(),
            path: &reading.source.path,
            genre: read.scan.document.genre.contract_name(),
        },
    };
    serde_json::to_writer(&mut *out, &task)?;
    out.write_all(b"\n")
}

const fn span<'a>(it: &v1::Annotation<'a>) -> Span<'a> {
    Span {
        start: it.at.char_start,
        end: it.at.char_end,
        label: it.category,
        rule: it.rule,
        id: it.id,
        severity: it.severity,
        confidence: it.confidence,
        voice: it.voice,
        polarity: it.polarity,
        clarified: it.clarified,
        accepted: it.suppressed.is_some(),
    }
}

/// Writes `reading` as a line for doccano, in ASCII, since doccano guesses encodings. A failed reading has none, nor has one
/// without text, which doccano calls invalid.
///
/// # Errors
/// Those of `out`.
pub fn write_doccano(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    if read.scan.text.content.is_empty() {
        return Ok(());
    }
    let example = Example {
        text: &read.scan.text.content,
        label: labels(read, edition),
        doc_id: reading.source.bytes.map(|(_, sum)| Hex::Short(sum)),
        path: &reading.source.path,
    };
    example.serialize(&mut Serializer::with_formatter(&mut *out, Ascii))?;
    out.write_all(b"\n")
}

/// The labels of what stands, each once; doccano takes no empty one.
fn labels<'a>(read: &'a Read<'_>, edition: &Edition<'a>) -> Vec<(u32, u32, &'a str)> {
    let units = Units {
        utf16: true,
        ..Units::default()
    };
    let edition = Edition { units, ..*edition };
    let view = View::new(read, &edition);
    let standing = read.standing(edition.accepted).filter_map(|(_, it)| {
        let at = view.stretch(it.span);
        Some((at.utf16_start?, at.utf16_end?, it.category))
    });
    let mut labels: Vec<_> = standing.filter(|(start, end, _)| start < end).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// JSON without a character beyond ASCII.
struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| !c.is_ascii()) {
            out.write_all(&fragment.as_bytes()[plain..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            plain = at + c.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[plain..])
    }
}
