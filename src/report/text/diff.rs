//! The diff view shows a person what a later draft has mended, what is new in it, and what is still there.

use std::io::{self, Write};

use crate::drafts::Drafts;
use crate::report::View;
use crate::report::diff::counts;
use crate::report::json::diff::Sides;

use super::look::{Look, counted};
use super::passage::{cleaned, marked, set};

/// Bytes of a sentence that are shown on each side of the words.
const REACH: usize = 120;
/// Most remarks of each kind that are shown.
const MOST: usize = 100;

/// Writes `drafts`, of which `sides` are the earlier and the later.
///
/// # Errors
/// Those of `out`.
pub fn write(drafts: &Drafts, sides: &Sides<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let [(old, before), (now, after)] = sides;
    let paths = format!("{} \u{2192} {}", cleaned(old.shown()), cleaned(now.shown()));
    let (mended, new, still) = (drafts.mended.len(), drafts.new.len(), drafts.still.len());
    writeln!(out, "{}: {mended} mended, {new} new, {still} still there", look.title(paths))?;
    let reworded = drafts.still.iter().filter(|still| still.reworded).count();
    if reworded > 0 {
        let sentences = counted(reworded as u64, "sentence");
        look.paragraph(
            out,
            2,
            &format!("Of those still there, {sentences} reworded around the same words."),
        )?;
    }
    if !drafts.accepted.is_empty() {
        let accepted = counted(drafts.accepted.len() as u64, "remark");
        look.paragraph(out, 2, &format!("Not shown: {accepted} accepted with a reason."))?;
    }
    table(drafts, (before, after), look, out)?;
    section("MENDED", (before, &drafts.mended), look, out)?;
    section("NEW", (after, &drafts.new), look, out)?;
    let still: Vec<usize> = drafts.still.iter().map(|still| still.after).collect();
    section("STILL THERE", (after, &still), look, out)?;
    let note = "A remark that is gone may have been mended or only taken out: check that what was meant is now said.";
    writeln!(out)?;
    look.paragraph(out, 0, note)
}

fn table(drafts: &Drafts, views: (&View<'_>, &View<'_>), look: &Look, out: &mut impl Write) -> io::Result<()> {
    let counts = counts(drafts, views);
    if counts.is_empty() {
        return Ok(());
    }
    let head = format!(
        "\n  {:<26} {:<8} {:>7} {:>5} {:>6} {:>9}",
        "Category", "Severity", "Mended", "New", "Still", "Accepted"
    );
    writeln!(out, "{}", look.faint(head))?;
    for it in counts {
        let (mended, new, still, accepted) = (it.mended, it.new, it.still, it.accepted);
        writeln!(
            out,
            "  {:<26} {:<8} {mended:>7} {new:>5} {still:>6} {accepted:>9}",
            it.category, it.severity
        )?;
    }
    Ok(())
}

fn section(title: &str, (view, list): (&View<'_>, &[usize]), look: &Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{}", look.title(title))?;
    if list.is_empty() {
        return writeln!(out, "  Nothing.");
    }
    for &at in list.iter().take(MOST) {
        let it = &view.scan.annotations[at];
        let line = view.place(it.span.start).line;
        let id = look.faint(view.ids[at]);
        writeln!(
            out,
            "  {}  {}  line {line}  id {id}",
            look.severity(it.severity),
            look.faint(&it.rule)
        )?;
        if view.edition.excerpts {
            let text = &view.scan.text;
            let shown = view.around(view.sentence_of(it), it.span, REACH);
            let before = &text.content[shown.start as usize..it.span.start as usize];
            let after = &text.content[it.span.end as usize..shown.end as usize];
            set(&marked(before, text.slice(it.span), after), (6, 6), look, out)?;
        }
    }
    match list.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => writeln!(out, "  \u{2026} and {} more: --format json shows all.", more),
    }
}
