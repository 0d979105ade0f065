//! The summary view is a page of counts for a person: language by category and voice, actions, references.

use std::io::{self, Write};

use crate::reading::Source;
use crate::summary::{Often, STATES, STATUSES, Spot, Summary, Tally, VOICES, per_thousand};

use super::look::{Look, counted, grouped};
use super::passage::cleaned;
use crate::report::matrix::shared;

/// How often a rule speaks before its places are listed.
const FEWEST: u64 = 3;
/// How many such rules are listed.
const MOST: usize = 20;
/// How many places of one rule are listed.
const LISTED: usize = 12;

/// Writes one line for each of several documents, then the counts of all.
///
/// # Errors
/// Those of `out`.
pub fn write(documents: &[(Source, Summary)], total: &Summary, look: &Look, out: &mut impl Write) -> io::Result<()> {
    if let [(source, _)] = documents {
        writeln!(out, "{}", look.title(cleaned(source.shown())))?;
    } else {
        table(documents, look, out)?;
        writeln!(out, "\n{}", look.title("ALL TOGETHER"))?;
    }
    size(total, out)?;
    language(total, look, out)?;
    often(total, look, out)?;
    actions(total, look, out)?;
    references(total, look, out)?;
    writeln!(out)?;
    let remark = "These counts are prompts for a reader. They do not grade a document or the people who wrote it.";
    look.paragraph(out, 0, remark)
}

fn table(documents: &[(Source, Summary)], look: &Look, out: &mut impl Write) -> io::Result<()> {
    let head = "  Words  Language  Per 1,000  Actions  Broken references  Document";
    writeln!(out, "{}", look.title(head))?;
    for (source, it) in documents {
        let path = cleaned(source.shown());
        if it.read == 0 {
            writeln!(out, "{:57}{path} (not read)", "")?;
            continue;
        }
        writeln!(
            out,
            "{:>7}  {:>8}  {:>9}  {:>7}  {:>17}  {path}",
            grouped(it.measure.words),
            grouped(it.language.stands()),
            rate(it.language.stands(), it.measure.words),
            grouped(it.actions.total),
            grouped(it.broken_references()),
        )?;
    }
    Ok(())
}

fn size(it: &Summary, out: &mut impl Write) -> io::Result<()> {
    let failed = match it.failed {
        0 => String::new(),
        failed => format!(", {failed} not read"),
    };
    writeln!(
        out,
        "  {}{failed}; {}; {}",
        counted(it.read, "document"),
        counted(it.measure.words, "word"),
        counted(it.measure.sentences, "sentence"),
    )?;
    writeln!(out, "  {}, {} accepted", counted(it.annotations, "annotation"), it.accepted)
}

fn language(it: &Summary, look: &Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "\n{}",
        look.title("LANGUAGE: what stands in the author's own or reported words")
    )?;
    let head = "  Stands  Per 1,000 words  High  Medium  Low  Category";
    writeln!(out, "{}", look.faint(head))?;
    for (category, tally) in &it.categories {
        if crate::summary::is_language(category) && tally.stands() > 0 {
            line(category, tally, it.measure.words, out)?;
        }
    }
    line("all language", &it.language, it.measure.words, out)?;
    writeln!(out, "\n{}", look.title("WHOSE WORDS: all language, whatever its severity"))?;
    for (voice, count) in VOICES.iter().zip(it.language.voices) {
        writeln!(
            out,
            "  {:>6}  {:>15}  {}",
            grouped(count),
            rate(count, it.measure.words),
            voice.name()
        )?;
    }
    writeln!(
        out,
        "  {:>6}  {:>15}  denied (\u{201c}cannot ensure\u{201d})",
        grouped(it.language.negated),
        ""
    )
}

fn line(name: &str, tally: &Tally, words: u64, out: &mut impl Write) -> io::Result<()> {
    let [high, medium, low] = tally.standing.map(grouped);
    let (stands, rate) = (grouped(tally.stands()), rate(tally.stands(), words));
    writeln!(out, "  {stands:>6}  {rate:>15}  {high:>4}  {medium:>6}  {low:>3}  {name}")
}

/// The rules that speak again and again, each once with its count and, in one document, its places.
fn often(it: &Summary, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let mut rules: Vec<(&String, &Often)> = it.rules.iter().filter(|(_, often)| often.count >= FEWEST).collect();
    if rules.is_empty() {
        return Ok(());
    }
    rules.sort_by_key(|(rule, often)| (std::cmp::Reverse(often.count), *rule));
    writeln!(out, "\n{}", look.title("SAID AGAIN AND AGAIN: the same remark three times or more"))?;
    let left = match rules.len().saturating_sub(MOST) {
        0 => None,
        left => Some(format!("and {} like these", counted(left as u64, "more rule"))),
    };
    for (rule, often) in rules.into_iter().take(MOST) {
        writeln!(out, "  {:>6}  {rule}", grouped(often.count))?;
        look.item(out, 10, &whereabouts(often, it.read))?;
    }
    left.map_or(Ok(()), |left| look.item(out, 2, &left))
}

fn whereabouts(often: &Often, read: u64) -> String {
    if often.places.is_empty() {
        return format!("in {} of {}", grouped(often.documents), counted(read, "document"));
    }
    let place = |spot: &Spot| {
        let times = if spot.times > 1 {
            format!(", {} times", spot.times)
        } else {
            String::new()
        };
        match &spot.paragraph {
            Some(label) => format!("{} (line {}{times})", cleaned(label), spot.line),
            None => format!("line {}{times}", spot.line),
        }
    };
    let listed: Vec<String> = often.places.iter().take(LISTED).map(place).collect();
    let rest = match often.places.len().saturating_sub(LISTED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    listed.join("; ") + &rest
}

/// A rate for people: a dash when the numbers are too small for one.
fn rate(count: u64, words: u64) -> String {
    per_thousand(count, words).map_or_else(|| "\u{2013}".to_owned(), |rate| format!("{rate:.2}"))
}

fn actions(it: &Summary, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let actions = &it.actions;
    writeln!(out, "\n{}", look.title("ACTIONS"))?;
    if actions.total == 0 {
        return writeln!(out, "  none found");
    }
    let total = actions.total;
    writeln!(out, "  {} of {total} name who is to act", actions.with_owner)?;
    writeln!(out, "  {} of {total} give a date", actions.with_date)?;
    for (status, count) in STATUSES.iter().zip(actions.statuses).filter(|&(_, count)| count > 0) {
        let name = match status.name() {
            "none" => "no status given",
            name => name,
        };
        writeln!(out, "  {count} of {total}: {name}")?;
    }
    writeln!(
        out,
        "  {} of {total} with a status that the text does not bear out",
        actions.contradicted
    )
}

fn references(it: &Summary, look: &Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{}", look.title("REFERENCES"))?;
    for (state, count) in STATES.iter().zip(it.references).filter(|&(_, count)| count > 0) {
        writeln!(out, "  {} {}", grouped(count), state.name())?;
    }
    writeln!(out, "  Promises that an action answers: {}", shared(it.promises))?;
    writeln!(
        out,
        "  Findings and recommendations that an action answers: {}",
        shared(it.findings)
    )?;
    writeln!(out, "  Actions that cite a place that exists: {}", shared(it.citing))
}
