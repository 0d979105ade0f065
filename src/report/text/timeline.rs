//! The timeline view is a document's chronologies row by row, who is seen in them, and the faults of its dates with what to
//! do about each.

use std::cmp::Reverse;
use std::io::{self, Write};

use crate::annotation::Annotation;
use crate::checks::chronology::{People, Row};
use crate::reading::{Read, Reading};
use crate::report::json::timeline;
use crate::report::{Edition, View};
use crate::text::Span;

use super::look::{Look, counted};
use super::passage::{cleaned, start_of};

/// Most characters of a row's words that are shown.
const LONGEST: usize = 300;
/// Columns of the date, the written date and who is seen.
const DATE: usize = 11;
const WRITTEN: usize = 18;
const SEEN: usize = 23;

/// Writes the timeline of `reading`. A failed reading shows nothing.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = &View::new(read, edition);
    let rows = &view.scan.timeline.rows;
    let path = cleaned(reading.source.shown());
    writeln!(out, "{}: {}", look.title(path), counted(rows.len() as u64, "row"))?;
    table(view, look, out)?;
    seen(rows, look, out)?;
    faults(read, (view, edition), look, out)?;
    writeln!(out)
}

fn table(view: &View<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let mut chronology = 0;
    let several = view.scan.timeline.chronicles.len() > 1;
    for row in timeline::rows(view) {
        if row.chronology != chronology {
            chronology = row.chronology;
            let title = if several {
                format!("CHRONOLOGY {chronology}")
            } else {
                "CHRONOLOGY".to_owned()
            };
            writeln!(out, "\n{}", look.title(title))?;
            let (written, account) = if view.edition.excerpts {
                ("As written", "What happened")
            } else {
                ("Place", "")
            };
            let head = format!("  {:DATE$}  {written:WRITTEN$}  {:SEEN$}  {account}", "Date", "Seen (named)");
            writeln!(out, "{}", look.faint(head.trim_end()))?;
        }
        one(&row, look, out)?;
    }
    Ok(())
}

fn one(row: &timeline::Row<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let date = row.date.as_deref().unwrap_or("?");
    let mark = if row.faults.is_empty() { ' ' } else { '!' };
    let inferred = if row.inferred && row.date.is_some() { "~" } else { "" };
    let place = || format!("line {}", row.line);
    let written = row.written.as_deref().map_or_else(place, cleaned);
    let named: Vec<&str> = row.named.iter().copied().filter(|who| !row.seen.contains(who)).collect();
    let named = if named.is_empty() {
        String::new()
    } else {
        format!("({})", named.join(" "))
    };
    let people = [row.seen.join(" "), named]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let head = format!(
        "{mark} {:DATE$}  {:WRITTEN$}  {people:SEEN$}",
        format!("{inferred}{date}"),
        start_of(&written, WRITTEN).0
    );
    let source = row
        .source
        .as_deref()
        .map_or(String::new(), |source| format!("[{}] ", cleaned(source)));
    let account = cleaned(row.account.as_deref().unwrap_or_default());
    let (words, cut) = start_of(&account, LONGEST);
    let ellipsis = if cut { " \u{2026}" } else { "" };
    let indent = DATE + WRITTEN + SEEN + 7;
    let words = format!("{source}{words}{ellipsis}");
    if words.is_empty() {
        return writeln!(out, "{}", head.trim_end());
    }
    if look.room(indent) < 24 {
        writeln!(out, "{}", head.trim_end())?;
        return look.paragraph(out, 4, &words);
    }
    // The words begin on the line of the date and go on beneath themselves.
    let mut set = vec![];
    look.paragraph(&mut set, indent, &words)?;
    let set = String::from_utf8_lossy(&set);
    if head.chars().count() > indent {
        writeln!(out, "{}", head.trim_end())?;
        return out.write_all(set.as_bytes());
    }
    write!(out, "{head}{}", set.get(head.chars().count()..).unwrap_or_default())
}

fn seen(rows: &[Row], look: &Look, out: &mut impl Write) -> io::Result<()> {
    if rows.is_empty() {
        return writeln!(out, "  No rows of dated events were found.");
    }
    writeln!(out, "\n{}", look.title("WHO IS NAMED, AND WHO IS SEEN"))?;
    for (who, name) in People::ALL {
        let named = rows.iter().filter(|row| row.named.has(who)).count();
        let seen = rows.iter().filter(|row| row.seen.has(who)).count();
        writeln!(
            out,
            "  {name}: named in {named} of {}, seen in {seen}",
            counted(rows.len() as u64, "row")
        )?;
    }
    Ok(())
}

fn faults(read: &Read<'_>, (view, edition): (&View<'_>, &Edition<'_>), look: &Look, out: &mut impl Write) -> io::Result<()> {
    let accepted = |at: usize| edition.accepted.reason(read.ids[at]).is_some();
    let all = view.scan.annotations.iter().enumerate();
    let mut faults: Vec<&Annotation<'_>> = all
        .filter(|(at, it)| it.category == "chronology" && !accepted(*at))
        .map(|(_, it)| it)
        .collect();
    faults.sort_by_key(|it| Reverse(it.severity));
    writeln!(out, "\n{}", look.title("WHAT TO LOOK AT"))?;
    if faults.is_empty() {
        return writeln!(out, "  Nothing.");
    }
    for it in faults {
        let line = view.place(it.span.start).line;
        let words = quoted(view, it.span).map_or(String::new(), |words| format!("{words} "));
        let says = format!(
            "{} line {line}: {words}{} {} ({})",
            look.severity(it.severity),
            view.said(&it.message),
            it.ask,
            it.rule
        );
        look.item(out, 2, &says)?;
        for related in it.related.iter().take(12) {
            let line = view.place(related.span.start).line;
            let note = view.said(&related.note);
            let words = quoted(view, related.span).map_or(String::new(), |words| format!(": {words}"));
            look.item(out, 6, &format!("{}, line {line}{words}", note.trim_end_matches('.')))?;
        }
    }
    Ok(())
}

/// The words at `span` between quotation marks, when words may be shown.
fn quoted(view: &View<'_>, span: Span) -> Option<String> {
    let (words, _) = start_of(view.words(span)?, LONGEST);
    Some(format!("\u{201c}{}\u{201d}", cleaned(words)))
}
