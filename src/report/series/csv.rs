//! The table of a series has one row for each recurring statement and meeting that makes it, for spreadsheets and programs.

use std::io::{self, Write};

use crate::report::csv::{Reader, table};
use crate::report::edition::Edition;
use crate::report::guard::guarded;
use crate::series::{Relation, Series, Thread};

/// The columns, in order.
const COLUMNS: [&str; 14] = [
    "statement",
    "kind",
    "meetings",
    "of",
    "meeting",
    "date",
    "path",
    "relation",
    "exact",
    "changes",
    "line",
    "page",
    "paragraph",
    "text",
];

/// Writes the table of `series`.
///
/// # Errors
/// Those of `out`.
pub fn write(reader: Reader, series: &Series, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    if reader == Reader::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut table = table(reader, out);
    table.write_record(COLUMNS)?;
    for (number, (_, thread)) in series.recurring().into_iter().enumerate() {
        for at in 0..thread.turns.len() {
            let cells = cells(series, (number + 1, thread), at, edition.excerpts);
            match reader {
                Reader::Program => table.write_record(&cells)?,
                Reader::Excel => table.write_record(cells.iter().map(|cell| guarded(cell).into_owned()))?,
            }
        }
    }
    table.flush()
}

fn cells(series: &Series, (number, thread): (usize, &Thread), at: usize, text: bool) -> [String; 14] {
    let turn = &thread.turns[at];
    let unit = series.unit(turn);
    let meeting = &series.meetings[turn.meeting];
    let action = thread.turns.iter().any(|turn| series.unit(turn).action.is_some());
    let some = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let changes: Vec<&str> = turn.changes.iter().map(|change| change.kind.name()).collect();
    [
        number.to_string(),
        if action { "action" } else { "sentence" }.to_owned(),
        thread.turns.len().to_string(),
        series.meetings.len().to_string(),
        (turn.meeting + 1).to_string(),
        some(meeting.date()),
        meeting.source.path.clone(),
        turn.relation.map_or("first", Relation::name).to_owned(),
        turn.exact.to_string(),
        changes.join(" "),
        unit.place.0.line.to_string(),
        unit.page.map_or(String::new(), |page| page.to_string()),
        some(unit.paragraph.as_deref()),
        if text { unit.text.clone() } else { String::new() },
    ]
}
