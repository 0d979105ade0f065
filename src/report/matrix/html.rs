//! The page of the matrix is one HTML file that opens from a disk, in any browser, on paper and with a screen reader: no
//! script, no picture, nothing fetched; tables with captions and headed rows, and words wherever a colour might be missed.

use std::fmt::{self, Display};
use std::io::{self, Write};

use crate::reading::Reading;
use crate::report::edition::Edition;

use super::{Line, Matrix, shared, suggested};

const STYLE: &str = "\
body{font:1rem/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:70rem;margin:0 auto;padding:1rem}\
a{color:#0b3d91}a:focus{outline:3px solid #0b3d91;outline-offset:2px}\
.skip{position:absolute;left:-99rem}.skip:focus{position:static}\
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}\
caption{text-align:left;font-weight:bold;padding:.5rem 0}\
th,td{border:1px solid #666;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
thead th{background:#eee}\
.fault{font-weight:bold}.why{display:block;color:#333}\
@media print{body{max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}";

/// Writes the beginning of the page.
///
/// # Errors
/// Those of `out`.
pub fn head(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>References: what cites what, and what to mend</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Go to the references</a>\n\
         <header><h1>References: what cites what, and what to mend</h1>\n\
         <p>This page repeats words of the documents and may hold personal data. It was made on this computer, and nothing \
         was sent anywhere. A suggestion is a suggestion: it never counts as coverage.</p></header>\n<main id=\"main\">"
    )
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
    mend(matrix, out)?;
    coverage(matrix, out)?;
    actions(matrix, out)?;
    promises(matrix, out)?;
    answered(matrix, out)?;
    writeln!(out, "</section>")
}

/// Writes the end of the page.
///
/// # Errors
/// Those of `out`.
pub fn tail(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"</main>\n</body>\n</html>\n")
}

/// Words as they stand, safe inside HTML.
struct Plain<'t>(&'t str);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (at, c) in self.0.char_indices() {
            let safe = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => continue,
            };
            f.write_str(&self.0[from..at])?;
            f.write_str(safe)?;
            from = at + c.len_utf8();
        }
        f.write_str(&self.0[from..])
    }
}

/// Opens a table of `columns`.
fn table(caption: &str, columns: &[&str], out: &mut impl Write) -> io::Result<()> {
    write!(out, "<table>\n<caption>{}</caption>\n<thead><tr>", Plain(caption))?;
    for column in columns {
        write!(out, "<th scope=\"col\">{}</th>", Plain(column))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")
}

fn end(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "</tbody>\n</table>")
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
            writeln!(out, "<li>{}</li>", Plain(&fault.says))?;
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
    end(out)
}

fn actions(matrix: &Matrix, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<h3>From actions to findings</h3>")?;
    if matrix.actions.is_empty() {
        return writeln!(out, "<p>There is no action in this document.</p>");
    }
    table("What each action cites", &["Action", "Line", "Words", "What became of them"], out)?;
    for action in &matrix.actions {
        let rows = action.cites.len().max(1);
        let label = Plain(&action.label);
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
            write!(out, "<td>{}</td>", Plain(&it.quote))?;
            became(it, &it.outcome(), out)?;
        }
    }
    end(out)
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
        write!(out, "<tr><th scope=\"row\">{}</th><td>{}</td>", Plain(&it.place), Plain(&it.quote))?;
        became(it, &it.answer(), out)?;
    }
    end(out)
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
        let label = Plain(&it.label);
        writeln!(
            out,
            "<tr><th scope=\"row\">{label}</th><td>{}</td><td{class}>{}</td></tr>",
            it.line,
            Plain(by)
        )?;
    }
    end(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_document_is_markup() {
        assert_eq!(
            Plain("<script>\"a\" & 'b'</script>").to_string(),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;"
        );
    }
}
