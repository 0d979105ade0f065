//! The table of a timeline has one line for each row of a chronology, for spreadsheets and programs.

use std::io::{self, Write};

use crate::reading::Reading;

use super::csv::{Reader, table};
use super::edition::Edition;
use super::guard::guarded;
use super::json::timeline::{Row, rows};
use super::view::View;

/// The columns, in order.
const COLUMNS: [&str; 17] = [
    "path",
    "chronology",
    "date",
    "date_end",
    "precision",
    "inferred",
    "written",
    "seen",
    "named",
    "source",
    "account",
    "cut",
    "faults",
    "line",
    "page",
    "char_start",
    "char_end",
];

/// Writes the line of column names.
///
/// # Errors
/// Those of `out`.
pub fn head(reader: Reader, out: &mut impl Write) -> io::Result<()> {
    if reader == Reader::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut table = table(reader, out);
    table.write_record(COLUMNS)?;
    table.flush()
}

/// Writes the rows of `reading`. A failed reading has none.
///
/// # Errors
/// Those of `out`.
pub fn write(reader: Reader, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = View::new(read, edition);
    let mut table = table(reader, out);
    for row in rows(&view) {
        let cells = cells(&reading.source.path, &row);
        match reader {
            Reader::Program => table.write_record(&cells)?,
            Reader::Excel => table.write_record(cells.iter().map(|cell| guarded(cell).into_owned()))?,
        }
    }
    table.flush()
}

fn cells(path: &str, row: &Row<'_>) -> [String; 17] {
    let some = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        path.to_owned(),
        row.chronology.to_string(),
        some(row.date.as_deref()),
        some(row.date_end.as_deref()),
        some(row.precision),
        row.inferred.to_string(),
        some(row.written.as_deref()),
        row.seen.join(" "),
        row.named.join(" "),
        some(row.source.as_deref()),
        some(row.account.as_deref()),
        row.cut.to_string(),
        row.faults.join(" "),
        row.line.to_string(),
        row.page.map_or(String::new(), |page| page.to_string()),
        row.at.char_start.to_string(),
        row.at.char_end.to_string(),
    ]
}
