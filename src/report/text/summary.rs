//! The summary view is a page of figures for a person, panel by panel, with the places behind them.

use std::io::{self, Write};

use super::look::{Look, counted};
use super::passage::{cleaned, marked};
use crate::report::summary::{Cell, Gathered, Panel, Row, heading, notice, panels, prompts, smooth};
use crate::summary::{Figures, List, Passage, STRONGEST};

/// How many places behind one figure are named.
const NAMED: usize = 5;
/// How many passages to read first are shown.
const SHOWN: usize = 10;
/// Characters up to which a line may grow beyond the page before its names go to a line of their own.
const LONGEST_NAME: usize = 60;

/// Writes the figures, and what to read first.
///
/// # Errors
/// Those of `out`.
pub fn write(gathered: &Gathered<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", look.title(cleaned(&heading(gathered))))?;
    look.paragraph(out, 0, notice(gathered))?;
    size(gathered.total, out)?;
    if !gathered.off.is_empty() {
        look.paragraph(out, 2, &format!("Not looked for: {}", gathered.off.join(", ")))?;
    }
    for panel in panels(gathered) {
        set(&panel, gathered, look, out)?;
    }
    strongest(gathered, look, out)?;
    writeln!(out)?;
    look.paragraph(out, 0, prompts())
}

fn size(it: &Figures, out: &mut impl Write) -> io::Result<()> {
    let counts = &it.counts;
    let failed = match counts.failed {
        0 => String::new(),
        failed => format!(", {failed} not read"),
    };
    writeln!(
        out,
        "  {}{failed}; {}; {}",
        counted(counts.read, "document"),
        counted(counts.measure.words, "word"),
        counted(counts.measure.sentences, "sentence"),
    )?;
    writeln!(out, "  {}, {} accepted", counted(counts.annotations, "annotation"), counts.accepted)
}

/// Writes one panel: figures to the left, names to the right, where they may be long.
fn set(panel: &Panel, gathered: &Gathered<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{}", look.title(panel.title.to_uppercase()))?;
    for words in &panel.says {
        look.paragraph(out, 2, words)?;
    }
    if panel.rows.is_empty() {
        return Ok(());
    }
    let (name, heads) = panel.columns.split_first().map_or(("", &[][..]), |(name, heads)| (*name, heads));
    let widths: Vec<usize> = (0..heads.len())
        .map(|at| {
            let cells = panel.rows.iter().filter_map(|row| row.cells.get(at));
            cells
                .map(|cell| cell.text.chars().count())
                .max()
                .unwrap_or(0)
                .max(heads[at].chars().count())
        })
        .map(|width| if width > LONGEST_NAME { 0 } else { width })
        .collect();
    let line = |cells: &mut dyn Iterator<Item = &str>, name: &str| {
        let set = cells.zip(&widths).filter(|&(_, &width)| width > 0);
        let cells: Vec<String> = set.map(|(text, &width)| format!("{text:>width$}")).collect();
        format!("  {}  {name}", cells.join("  "))
    };
    writeln!(out, "{}", look.faint(line(&mut heads.iter().copied(), name)))?;
    for row in &panel.rows {
        writeln!(out, "{}", line(&mut row.cells.iter().map(|cell| cell.text.as_str()), &row.name))?;
        for (cell, _) in row.cells.iter().zip(&widths).filter(|&(_, &width)| width == 0) {
            look.item(out, 10, &cell.text)?;
        }
        places(row, gathered, look, out)?;
    }
    Ok(())
}

/// Writes where the first of the passages behind a row stand.
fn places(row: &Row, gathered: &Gathered<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let figure = row.cells.iter().find_map(|cell: &Cell| cell.figure.as_ref());
    let Some(list) = figure.and_then(|figure| gathered.total.passages.behind(figure)) else {
        return Ok(());
    };
    let words = named(list, gathered);
    if words.is_empty() { Ok(()) } else { look.item(out, 10, &words) }
}

/// "lines 3, 9 and 12", or by document when there are several.
fn named(list: &List, gathered: &Gathered<'_>) -> String {
    let several = gathered.documents.len() > 1;
    let mut words = String::new();
    let mut document = None;
    for passage in list.kept.iter().take(NAMED) {
        if several && document != Some(passage.document) {
            let name = cleaned(gathered.name(passage.document));
            words += &format!("{}{name}: ", if words.is_empty() { "" } else { "; " });
        } else if !words.is_empty() {
            words += ", ";
        }
        document = Some(passage.document);
        words += &format!("line {}", passage.line);
    }
    match list.total.saturating_sub(list.kept.len().min(NAMED) as u64) {
        0 => words,
        rest => format!("{words} and {rest} more"),
    }
}

/// Writes the paragraphs to read first, in full.
fn strongest(gathered: &Gathered<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let Some(list) = gathered.total.passages.behind(STRONGEST).filter(|list| !list.kept.is_empty()) else {
        return Ok(());
    };
    let title = format!(
        "TO READ FIRST: {} of {} with the gravest words",
        list.kept.len().min(SHOWN),
        counted(list.total, "paragraph")
    );
    writeln!(out, "\n{}", look.title(title))?;
    for passage in list.kept.iter().take(SHOWN) {
        writeln!(out, "  {}", look.faint(place(passage, gathered)))?;
        let words: String = passage
            .words
            .iter()
            .map(|piece| {
                if piece.marked {
                    marked("", &piece.text, "")
                } else {
                    smooth(&piece.text)
                }
            })
            .collect();
        if !words.is_empty() {
            look.item(out, 6, &words)?;
        }
    }
    Ok(())
}

/// "minutes.txt:12  7.2.8  assurance/ensure-safety".
fn place(passage: &Passage, gathered: &Gathered<'_>) -> String {
    let paragraph = passage
        .paragraph
        .as_deref()
        .map(|label| format!("  {}", cleaned(label)))
        .unwrap_or_default();
    let rules = passage.rules.join(", ");
    format!("{}:{}{paragraph}  {rules}", cleaned(gathered.name(passage.document)), passage.line)
}
