//! The front is what a reader needs in the first minute: what to mend first, the gravest passages, the counts.

use std::cmp::Reverse;
use std::io::{self, Write};

use crate::annotation::Severity;
use crate::report::group::by_severity;
use crate::report::text::{counted, grouped};
use crate::report::web::{Plain, end_table, table};
use crate::summary::Summary;

use super::remarks::{Level, back, passage, where_is};
use super::sheet::{Entry, Sheet, in_words};

/// How many places of one remark are listed here; the explanation has all.
const LISTED: usize = 6;
/// How many of the gravest passages are shown.
const GRAVEST: usize = 6;
/// The sections of [`crate::report::group::SECTIONS`] that are references and actions.
const REFERENCES: usize = 0;
const ACTIONS: usize = 1;
const LANGUAGE: usize = 3;

/// Writes the front of `sheet`, whose counts are `summary`.
pub(super) fn write(sheet: &Sheet<'_>, summary: &Summary, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<section id=\"first\" aria-labelledby=\"first-title\">\n<h2 id=\"first-title\">What to look at first</h2>"
    )?;
    at_a_glance(sheet, summary, out)?;
    writeln!(out, "<h3>1. References that lead astray, and promises that nothing answers</h3>")?;
    section(
        sheet,
        REFERENCES,
        "Nothing: every reference that can be followed leads to its place.",
        out,
    )?;
    writeln!(out, "<h3>2. Actions without a doer, a date or an answer</h3>")?;
    section(sheet, ACTIONS, "Nothing: no action leaves these open.", out)?;
    writeln!(out, "<h3>3. The gravest passages</h3>")?;
    gravest(sheet, out)?;
    writeln!(out, "<h3>4. What was counted</h3>")?;
    counts(summary, out)?;
    writeln!(out, "</section>")
}

fn at_a_glance(sheet: &Sheet<'_>, summary: &Summary, out: &mut impl Write) -> io::Result<()> {
    let [_, low, medium, high] = by_severity(sheet.standing().map(|(_, entry)| &entry.group));
    let actions = &summary.actions;
    let tiles = [
        (high + medium + low, "remarks", format!("{high} high, {medium} medium, {low} low")),
        (
            summary.broken_references(),
            "references to mend",
            format!("of {}", summary.references.iter().sum::<u64>()),
        ),
        (
            actions.total - actions.with_date,
            "actions without a date",
            format!("of {}; {} without a doer", actions.total, actions.total - actions.with_owner),
        ),
        (
            summary.measure.words,
            "words",
            format!("in {}", counted(summary.measure.sentences, "sentence")),
        ),
    ];
    writeln!(out, "<ul class=\"tiles\">")?;
    for (number, what, more) in tiles {
        let number = grouped(number);
        writeln!(out, "<li><b>{number}</b> {what} <span>{}</span></li>", Plain(&more))?;
    }
    writeln!(
        out,
        "</ul>\n<p>Each is a place to check, and the question to ask there. None is a grade of the paper or of anybody.</p>"
    )?;
    for warning in &sheet.view.scan.text.warnings {
        writeln!(out, "<p class=\"notice\">While reading: {}</p>", Plain(warning))?;
    }
    Ok(())
}

/// Writes the remarks of one section, the gravest first; `nothing` where there are none.
fn section(sheet: &Sheet<'_>, section: usize, nothing: &str, out: &mut impl Write) -> io::Result<()> {
    let entries = sheet.standing().filter(|(_, entry)| entry.group.section == section);
    let (grave, light): (Vec<_>, Vec<_>) = entries.partition(|(_, entry)| entry.group.first.severity >= Severity::Medium);
    if grave.is_empty() && light.is_empty() {
        return writeln!(out, "<p>{nothing}</p>");
    }
    writeln!(out, "<ul class=\"first\">")?;
    for (number, entry) in grave {
        let group = &entry.group;
        write!(
            out,
            "<li>{} <a href=\"#g{number}\">{}</a>, {}",
            Level(entry),
            Plain(&entry.title()),
            counted(group.members.len() as u64, "place")
        )?;
        if let Some(says) = entry.says(sheet.view) {
            write!(out, ". {}", Plain(&says))?;
        }
        places(sheet, (number, entry), out)?;
        writeln!(out, "</li>")?;
    }
    for (number, entry) in light {
        let (title, places) = (entry.title(), counted(entry.group.members.len() as u64, "place"));
        writeln!(
            out,
            "<li>{} <a href=\"#g{number}\">{}</a>, {places}</li>",
            Level(entry),
            Plain(&title)
        )?;
    }
    writeln!(out, "</ul>")
}

fn places(sheet: &Sheet<'_>, (number, entry): (usize, &Entry<'_>), out: &mut impl Write) -> io::Result<()> {
    let members = entry.group.gathered(sheet.view);
    write!(out, "<ul{}>", if entry.group.alike { " class=\"row\"" } else { "" })?;
    for at in members.iter().take(LISTED).map(|member| member.at()) {
        write!(out, "<li>")?;
        back(sheet, at, &where_is(sheet, at), out)?;
        if !entry.group.alike {
            write!(out, ": {}", Plain(&sheet.view.said(&sheet.annotation(at).message)))?;
        }
        write!(out, "</li>")?;
    }
    if let more @ 1.. = members.len().saturating_sub(LISTED) {
        write!(out, "<li><a href=\"#g{number}\">and {more} more</a></li>")?;
    }
    write!(out, "</ul>")
}

/// Writes the few passages of language that are gravest and surest: one of each rule before a second of any.
fn gravest(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    let grave = |entry: &&Entry<'_>| entry.group.section == LANGUAGE && entry.group.first.severity == Severity::High;
    let entries: Vec<&Entry<'_>> = sheet.standing().map(|(_, entry)| entry).filter(grave).collect();
    let nth = entries.iter().flat_map(|entry| entry.group.members.iter().copied().enumerate());
    let mut passages: Vec<(usize, usize)> = nth.collect();
    passages.sort_by_key(|&(nth, at)| (nth, Reverse(sheet.annotation(at).confidence), at));
    passages.truncate(GRAVEST);
    passages.sort_by_key(|&(_, at)| at);
    if passages.is_empty() {
        return writeln!(out, "<p>No passage is marked as grave.</p>");
    }
    writeln!(out, "<ol class=\"gravest\">")?;
    for (_, at) in passages {
        let it = sheet.annotation(at);
        write!(out, "<li>")?;
        back(sheet, at, &where_is(sheet, at), out)?;
        passage(sheet, at, out)?;
        writeln!(
            out,
            "<p class=\"says\">{}</p><p class=\"ask\"><b>Ask:</b> {}</p></li>",
            Plain(&sheet.view.said(&it.message)),
            Plain(it.ask)
        )?;
    }
    writeln!(out, "</ol>")
}

fn counts(summary: &Summary, out: &mut impl Write) -> io::Result<()> {
    let columns = [
        "Kind",
        "High",
        "Medium",
        "Low",
        "Quoted or mentioned",
        "Denied",
        "All that was found",
    ];
    table(
        "Remarks by kind; what is quoted, mentioned or denied is shown and not counted",
        &columns,
        out,
    )?;
    for (category, tally) in &summary.categories {
        let [own, reported, quoted, mentioned] = tally.voices;
        let ([high, medium, low], denied) = (tally.standing, tally.negated);
        let (aside, all) = (quoted + mentioned, own + reported + quoted + mentioned + denied);
        write!(out, "<tr><th scope=\"row\">{}</th>", Plain(&in_words(category)))?;
        for number in [high, medium, low, aside, denied, all] {
            write!(out, "<td class=\"number\">{}</td>", grouped(number))?;
        }
        writeln!(out, "</tr>")?;
    }
    end_table(out)
}
