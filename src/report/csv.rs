//! The table: the same rows as `rows`, as comma-separated values.
//!
//! For Excel a byte-order mark stands first, and a cell that Excel would take for a formula, a number or a day begins with
//! an apostrophe.

use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::reading::Reading;

use super::edition::Edition;
use super::guard::guarded;
use super::rows;

/// Which program the table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A program that takes cells as they are: R, pandas, DuckDB.
    Program,
    /// Excel and its kin, which take some cells for formulas, numbers and days.
    Excel,
}

/// Writes the line of column names.
///
/// # Errors
/// Those of `out`.
pub fn head(reader: Reader, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    if reader == Reader::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut table = table(reader, out);
    table.write_record(rows::columns(edition.units))?;
    table.flush()
}

/// Writes the annotations of `reading`, one a row.
///
/// # Errors
/// Those of `out`.
pub fn write(reader: Reader, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut table = table(reader, out);
    let cell: rows::Cell = match reader {
        Reader::Program => rows::as_it_stands,
        Reader::Excel => guarded,
    };
    rows::each(reading, edition, cell, |row| Ok(table.serialize(row)?))?;
    table.flush()
}

pub(super) fn table<W: Write>(reader: Reader, out: W) -> Writer<W> {
    let end = match reader {
        Reader::Program => Terminator::Any(b'\n'),
        Reader::Excel => Terminator::CRLF,
    };
    WriterBuilder::new().has_headers(false).terminator(end).from_writer(out)
}
