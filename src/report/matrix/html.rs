//! The page of the matrix: tables with captions and headed rows, and words wherever a colour might be missed.

use std::fmt;
use std::io::{self, Write};

use crate::reading::Reading;
use crate::report::edition::Edition;
use crate::report::web::{Plain, Shell, end_table, table};

use super::{Line, Matrix, shared, suggested};

const SHELL: Shell<'static> = Shell {
    title: "References: what cites what, and what to mend",
    about: "A suggestion is a suggestion: it never counts as coverage.",
    style: "",
    script: "",
};

/// Writes the beginning of the page.
///
/// # Errors
/// Those of `out`.
pub fn head(out: &mut impl Write) -> io::Result<()> {
    SHELL.head(out)
}

/// Writes the section of the `at`-th document. A failed reading has a line that says so.
///
/// # Errors
/// Those of `out`.
pub fn write(at: usize, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Some(matrix) = &Matrix::new(reading, edition) else {
        let path = reading.source.shown();
        return writeln!(
            out,
            "<section><h2>{}</h2>\n<p>This document could not be read.</p></section>",
            Plain(path)
        );
    };
    let title = Plain(&matrix.path);
    writeln!(
        out,
        "<section aria-labelledby=\"document-{at}\">\n<h2 id=\"document-{at}\">{title}</h2>"
    )?;
    sections(matrix, out)?;
    writeln!(out, "</section>")
}

/// Writes all that stands beneath the title of a document.
pub(in crate::report) fn sections(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    mend(matrix, out)?;
    coverage(matrix, out)?;
    actions(matrix, out)?;
    promises(matrix, out)?;
    answered(matrix, out)
}

/// The name of a place, which leads there when the document stands on the same page.
struct Way<'m>(&'m Matrix, u32, &'m str);

impl fmt::Display for Way<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(matrix, block, name) = self;
        if matrix.is_linked {
            write!(f, "<a href=\"#b{block}\">{}</a>", Plain(name))
        } else {
            Plain(name).fmt(f)
        }
    }
}

/// Writes the end of the page.
///
/// # Errors
/// Those of `out`.
pub fn tail(out: &mut impl Write) -> io::Result<()> {
    SHELL.tail(out)
}

fn mend(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<h3>To mend, in this order</h3>")?;
    if matrix.faults.is_empty() {
        return writeln!(out, "<p>Nothing.</p>");
    }
    for group in &matrix.faults {
        let first = group.faults.first().map_or(1, |fault| fault.number);
        writeln!(out, "<h4>{}</h4>\n<ol start=\"{first}\">", Plain(group.title))?;
        for fault in &group.faults {
            match fault.line.map(|at| &matrix.lines[at]) {
                Some(line) if matrix.is_linked => {
                    let rest = fault.says.strip_prefix(&line.place).unwrap_or(&fault.says);
                    writeln!(out, "<li>{}{}</li>", Way(matrix, line.block, &line.place), Plain(rest))?;
                }
                _ => writeln!(out, "<li>{}</li>", Plain(&fault.says))?,
            }
        }
        writeln!(out, "</ol>")?;
    }
    Ok(())
}

fn coverage(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<h3>Coverage</h3>")?;
    table(
        "What is covered, of how much",
        &["What", "Covered", "Of", "Could not be resolved"],
        out,
    )?;
    for (name, share) in matrix.coverage {
        if share.total == 0 {
            let none = shared(share);
            writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td colspan=\"3\">{}</td></tr>",
                Plain(name),
                Plain(&none)
            )?;
        } else {
            let (covered, total, unresolved) = (share.covered, share.total, share.unresolved);
            let name = Plain(name);
            writeln!(
                out,
                "<tr><th scope=\"row\">{name}</th><td>{covered}</td><td>{total}</td><td>{unresolved}</td></tr>"
            )?;
        }
    }
    end_table(out)
}

fn actions(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<h3>From actions to findings</h3>")?;
    if matrix.actions.is_empty() {
        return writeln!(out, "<p>There is no action in this document.</p>");
    }
    let (caption, head) = match matrix.answering {
        "recommendation" => ("What each recommendation cites", "Recommendation"),
        _ => ("What each action cites", "Action"),
    };
    table(caption, &[head, "Line", "Words", "What became of them"], out)?;
    for action in &matrix.actions {
        let rows = action.cites.len().max(1);
        let label = Way(matrix, action.block, &action.label);
        write!(
            out,
            "<tr><th scope=\"row\" rowspan=\"{rows}\">{label}</th><td rowspan=\"{rows}\">{}</td>",
            action.line
        )?;
        if action.cites.is_empty() {
            writeln!(out, "<td colspan=\"2\" class=\"fault\">Cites nothing</td></tr>")?;
        }
        for (i, it) in action.cites.iter().map(|&at| &matrix.lines[at]).enumerate() {
            if i > 0 {
                write!(out, "<tr>")?;
            }
            write!(out, "<td>{}</td>", Way(matrix, it.block, &it.words()))?;
            became(it, &it.outcome(), out)?;
        }
    }
    end_table(out)
}

/// Writes the cell that says what became of a reference, and ends its row.
fn became(it: &Line, outcome: &str, out: &mut impl Write) -> io::Result<()> {
    let class = if outcome.starts_with(|c: char| c.is_ascii_uppercase()) {
        " class=\"fault\""
    } else {
        ""
    };
    write!(out, "<td><span{class}>{}</span>", Plain(outcome))?;
    for suggestion in &it.suggestions {
        write!(out, " <span class=\"why\">{}</span>", Plain(&suggested(suggestion)))?;
    }
    writeln!(out, "</td></tr>")
}

fn promises(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<h3>From promises to actions</h3>")?;
    if matrix.promises().next().is_none() {
        return writeln!(out, "<p>Nothing is promised in this document.</p>");
    }
    table(
        "What is promised, and which action answers it",
        &["Place", "Words", "What became of them"],
        out,
    )?;
    for it in matrix.promises() {
        let place = Way(matrix, it.block, &it.place);
        write!(out, "<tr><th scope=\"row\">{place}</th><td>{}</td>", Plain(&it.words()))?;
        became(it, &it.answer(), out)?;
    }
    end_table(out)
}

fn answered(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<h3>From findings to actions</h3>")?;
    if matrix.answered.is_empty() {
        return writeln!(out, "<p>There is no finding or recommendation in this document.</p>");
    }
    let caption = "What answers each finding and recommendation";
    table(caption, &["Finding or recommendation", "Line", "Answered by"], out)?;
    for it in &matrix.answered {
        let by = it.by.join(", ");
        let (class, by) = if by.is_empty() {
            (" class=\"fault\"", "nothing")
        } else {
            ("", by.as_str())
        };
        let label = Way(matrix, it.block, &it.label);
        writeln!(
            out,
            "<tr><th scope=\"row\">{label}</th><td>{}</td><td{class}>{}</td></tr>",
            it.line,
            Plain(by)
        )?;
    }
    end_table(out)
}
