//! The table of the matrix has one row for each reference, for each action that cites nothing, for each finding with what
//! answers it, and for each share of coverage; the column `row` tells them apart.

use std::io::{self, Write};

use crate::reading::Reading;
use crate::report::csv::{Reader, table};
use crate::report::edition::Edition;
use crate::report::guard::guarded;

use super::{Line, Matrix};

/// The columns, in order.
const COLUMNS: [&str; 16] = [
    "path",
    "row",
    "mend",
    "name",
    "line",
    "quote",
    "kind",
    "written",
    "state",
    "targets",
    "suggestion",
    "confidence",
    "why",
    "covered",
    "total",
    "unresolved",
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
    let Some(matrix) = Matrix::new(reading, edition) else {
        return Ok(());
    };
    let mut table = table(reader, out);
    for mut row in rows(&matrix) {
        row[0].clone_from(&matrix.path);
        match reader {
            Reader::Program => table.write_record(&row)?,
            Reader::Excel => table.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?,
        }
    }
    table.flush()
}

type Row = [String; COLUMNS.len()];

/// The rows of a matrix, the path left out.
fn rows(matrix: &Matrix) -> Vec<Row> {
    let mut rows: Vec<Row> = matrix
        .lines
        .iter()
        .zip(matrix.mending())
        .map(|(it, mend)| reference(it, mend))
        .collect();
    for it in matrix.actions.iter().filter(|it| it.cites.is_empty()) {
        rows.push(place(matrix.answering, &it.label, it.line, "cites-nothing", &[]));
    }
    for it in &matrix.answered {
        let state = if it.by.is_empty() { "unanswered" } else { "answered" };
        rows.push(place("finding", &it.label, it.line, state, &it.by));
    }
    for (name, share) in matrix.coverage {
        let mut row = Row::default();
        row[1] = "coverage".to_owned();
        row[3] = name.to_owned();
        for (cell, number) in row[13..].iter_mut().zip([share.covered, share.total, share.unresolved]) {
            *cell = number.to_string();
        }
        rows.push(row);
    }
    rows
}

fn place(kind: &str, name: &str, line: u32, state: &str, targets: &[String]) -> Row {
    let mut row = Row::default();
    row[1] = kind.to_owned();
    row[3] = name.to_owned();
    row[4] = line.to_string();
    row[8] = state.to_owned();
    row[9] = targets.join("; ");
    row
}

fn reference(it: &Line, mend: Option<usize>) -> Row {
    let mut row = place("reference", &it.name, it.line, it.state.name(), &it.targets);
    row[2] = mend.map_or(String::new(), |number| number.to_string());
    row[5] = it
        .quote
        .as_deref()
        .unwrap_or_default()
        .trim_matches(['\u{201c}', '\u{201d}'])
        .to_owned();
    row[6] = it.kind.name().to_owned();
    row[7] = it.written.clone().unwrap_or_default();
    if let Some(better) = it.suggestions.first() {
        row[10].clone_from(&better.target);
        row[11] = better.confidence.name().to_owned();
        row[12].clone_from(&better.why);
    }
    row
}
