//! The index of a scan's pages: a row for each document, in the order of the inputs, which leads to its page.
//!
//! It is written row by row while the scan goes on, so that it takes no memory however many documents there are. A script sorts and
//! filters it; without it every row is there all the same.

use std::io::{self, Write};

use crate::annotation::Severity;
use crate::reading::Reading;
use crate::report::Edition;
use crate::report::group::{by_severity, groups};
use crate::report::text::passage::cleaned;
use crate::report::text::{counted, grouped};
use crate::summary::Summary;

use super::{Plain, Shell, end_table, table};

const SHELL: Shell<'static> = Shell {
    title: "Documents: what to check",
    about: "Each name leads to the page of that document. The counts are places to check, for a reader to judge; they grade no paper and \
            nobody who wrote one.",
    style: include_str!("page.css"),
    script: include_str!("page.js"),
};
const COLUMNS: [&str; 9] = [
    "Document",
    "Kind",
    "Words",
    "High",
    "Medium",
    "Low",
    "References to mend",
    "Actions without a date",
    "Actions without a doer",
];
/// What the script shows.
const TOOLS: &str = "<form class=\"tools\" hidden autocomplete=\"off\" aria-label=\"Find documents\"><label>Find <input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\n\
<output aria-live=\"polite\"></output></form>";

/// Writes all that stands before the first row.
///
/// # Errors
/// Those of `out`.
pub fn head(out: &mut impl Write) -> io::Result<()> {
    SHELL.head(out)?;
    writeln!(out, "{TOOLS}")?;
    table("The documents of this scan", &COLUMNS, out)
}

/// Writes the row of `reading`, whose counts are `summary` and whose page has the file name `page`.
///
/// # Errors
/// Those of `out`.
pub fn row(reading: &Reading<'_>, edition: &Edition<'_>, (summary, page): (&Summary, &str), out: &mut impl Write) -> io::Result<()> {
    let path = cleaned(reading.source.shown());
    let read = match &reading.outcome {
        Ok(read) => read,
        Err(failure) => {
            let (path, why) = (Plain(&path), Plain(&failure.message));
            return writeln!(
                out,
                "<tr class=\"failed\"><th scope=\"row\"><bdi>{path}</bdi></th><td colspan=\"8\">This {why}.</td></tr>"
            );
        }
    };
    let counts = by_severity(groups(read, edition).iter());
    let [high, medium, low] = [Severity::High, Severity::Medium, Severity::Low].map(|severity| counts[severity as usize]);
    let actions = &summary.actions;
    write!(
        out,
        "<tr><th scope=\"row\"><a href=\"{}\"><bdi>{}</bdi></a></th><td>{}</td>",
        Plain(page),
        Plain(&path),
        read.scan.document.genre.contract_name().replace('-', " ")
    )?;
    let numbers = [
        summary.measure.words,
        high,
        medium,
        low,
        summary.broken_references(),
        actions.total - actions.with_date,
        actions.total - actions.with_owner,
    ];
    for number in numbers {
        write!(out, "<td class=\"number\">{}</td>", grouped(number))?;
    }
    writeln!(out, "</tr>")
}

/// Writes all that stands after the last row; `total` counts all documents.
///
/// # Errors
/// Those of `out`.
pub fn tail(total: &Summary, out: &mut impl Write) -> io::Result<()> {
    end_table(out)?;
    let read = counted(total.read, "document");
    let words = counted(total.measure.words, "word");
    writeln!(out, "<p>{read}, {words}.</p>")?;
    if total.failed > 0 {
        writeln!(out, "<p>{} could not be read; the row of each says why.</p>", grouped(total.failed))?;
    }
    SHELL.tail(out)
}
