//! JSON as the contract publishes it: document records, one by one or within the object of a run.

pub mod diff;
pub mod each;
pub mod evaluation;
pub mod layout;
pub mod record;
pub mod run;
pub mod series;
pub mod summary;
pub mod timeline;
pub mod v1;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;

use crate::reading::Reading;
use crate::report::edition::Edition;
use crate::report::view::View;

use layout::Layout;

/// How deep the documents of a run stand in its brackets.
const DOCUMENT_DEPTH: usize = 2;
/// Up to this depth brackets break their lines in the object of a run: each annotation gets its own.
const DOCUMENT_LINES: usize = 4;

/// Writes the record of `reading` on one line, without a line end.
///
/// # Errors
/// Those of `out`.
pub fn line(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    with_record(reading, edition, |record| Ok(serde_json::to_writer(&mut *out, record)?))
}

/// Writes the record of `reading` as it stands within the object of a run, one annotation a line.
///
/// # Errors
/// Those of `out`.
pub fn item(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    with_record(reading, edition, |record| set(record, DOCUMENT_DEPTH, DOCUMENT_LINES, out))
}

/// Writes `value`, which stands `depth` brackets deep; brackets up to `broken` deep break their lines.
pub(super) fn set(value: &impl Serialize, depth: usize, broken: usize, out: &mut impl Write) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Layout::new(depth, broken));
    Ok(value.serialize(&mut serializer)?)
}

fn with_record(reading: &Reading<'_>, edition: &Edition<'_>, write: impl FnOnce(&v1::Document<'_>) -> io::Result<()>) -> io::Result<()> {
    match &reading.outcome {
        Ok(read) => {
            let view = View::new(read, edition);
            write(&record::read(reading, read.text_sha256, &view))
        }
        Err(failure) => write(&record::failed(&reading.source, failure, edition)),
    }
}
