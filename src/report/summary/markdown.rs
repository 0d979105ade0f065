//! The summary as Markdown, to be pasted into a report or a board paper: titles, tables, passages to read first.

use std::io::{self, Write};

use super::{Gathered, Panel, heading, notice, panels, prompts};
use crate::report::text::{cleaned, counted};
use crate::summary::{Passage, STRONGEST};

/// How many passages to read first are given.
const SHOWN: usize = 10;

/// Writes it.
///
/// # Errors
/// Those of `out`.
pub fn write(gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    let counts = &gathered.total.counts;
    writeln!(out, "# {}\n\n> {}\n", plain(&heading(gathered)), notice(gathered))?;
    writeln!(
        out,
        "{}, {} not read; {}; {}; {}, {} accepted. {}\n",
        counted(counts.read, "document"),
        counts.failed,
        counted(counts.measure.words, "word"),
        counted(counts.measure.sentences, "sentence"),
        counted(counts.annotations, "annotation"),
        counts.accepted,
        prompts(),
    )?;
    if !gathered.off.is_empty() {
        writeln!(out, "Not looked for: {}\n", plain(&gathered.off.join(", ")))?;
    }
    for panel in panels(gathered) {
        table(&panel, out)?;
    }
    strongest(gathered, out)
}

fn table(panel: &Panel, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "## {}\n", plain(&panel.title))?;
    for words in &panel.says {
        writeln!(out, "{}\n", plain(words))?;
    }
    if panel.rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "| {} |", panel.columns.join(" | "))?;
    writeln!(out, "| --- |{}", " ---: |".repeat(panel.columns.len().saturating_sub(1)))?;
    for row in &panel.rows {
        write!(out, "| {} |", plain(&row.name))?;
        for cell in &row.cells {
            write!(out, " {} |", plain(&cell.text))?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}

fn strongest(gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    let Some(list) = gathered.total.passages.behind(STRONGEST).filter(|list| !list.kept.is_empty()) else {
        return Ok(());
    };
    writeln!(
        out,
        "## To read first\n\nThe {} of {} with the gravest words.\n",
        list.kept.len().min(SHOWN),
        counted(list.total, "paragraph")
    )?;
    for passage in list.kept.iter().take(SHOWN) {
        passed(passage, gathered, out)?;
    }
    Ok(())
}

fn passed(passage: &Passage, gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    let place = format!("{}, line {}", cleaned(gathered.name(passage.document)), passage.line);
    writeln!(out, "- {} ({})", plain(&place), plain(&passage.rules.join(", ")))?;
    if passage.words.is_empty() {
        return Ok(());
    }
    write!(out, "\n  > ")?;
    for piece in &passage.words {
        let words = plain(&piece.text);
        // Emphasis must touch its words.
        if piece.marked && !words.trim().is_empty() {
            write!(out, "**{}**", words.trim())?;
        } else {
            write!(out, "{words}")?;
        }
    }
    writeln!(out, "\n")
}

/// Words in which no sign is markup (CommonMark, 2.4), on one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_control() => {}
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_in_a_document_is_markup() {
        assert_eq!(plain("a|b *c* <d>\n[e](f) `g`"), "a\\|b \\*c\\* &lt;d&gt; \\[e\\](f) \\`g\\`");
    }
}
