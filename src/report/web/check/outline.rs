//! The outline is the way about the page: its sections, and the headings of the document with what stands beneath each.

use std::io::{self, Write};

use crate::document::Zone;
use crate::report::text::counted;
use crate::report::text::passage::{cleaned, start_of};
use crate::report::web::Plain;

use super::sheet::Sheet;

/// Most characters of a heading that are shown.
const LONGEST: usize = 90;

/// Writes the way to the `sections` of the page, given as the ids and names of them.
pub(super) fn sections(sections: &[(&str, &str)], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<nav class=\"ways\" aria-label=\"This page\"><ul>")?;
    for (id, name) in sections {
        write!(out, "<li><a href=\"#{id}\">{name}</a></li>")?;
    }
    writeln!(out, "</ul></nav>")
}

/// Writes the headings of the document.
pub(super) fn write(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    let blocks = &sheet.view.scan.document.blocks;
    let headings: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].zone == Zone::Heading).collect();
    if headings.is_empty() {
        return Ok(());
    }
    let mut standing: Vec<u32> = sheet
        .standing()
        .flat_map(|(_, entry)| &entry.group.members)
        .map(|&at| sheet.annotation(at).block)
        .collect();
    standing.sort_unstable();
    let before = |block: usize| standing.partition_point(|&it| (it as usize) < block);
    writeln!(
        out,
        "<nav class=\"outline\" aria-label=\"Outline of the document\"><details><summary>Outline of the document</summary>\n<ul>"
    )?;
    for (nth, &at) in headings.iter().enumerate() {
        let next = headings.get(nth + 1).copied().unwrap_or(blocks.len());
        let words = cleaned(sheet.view.scan.document.fold.slice(blocks[at].span));
        let (words, cut) = start_of(&words, LONGEST);
        let ellipsis = if cut { " \u{2026}" } else { "" };
        write!(
            out,
            "<li class=\"l{}\"><a href=\"#b{at}\">{}{ellipsis}</a>",
            blocks[at].level.clamp(1, 4),
            Plain(words)
        )?;
        match before(next) - before(at) {
            0 => {}
            some => write!(out, " <span class=\"why\">{}</span>", counted(some as u64, "remark"))?,
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul></details></nav>")
}
