//! The evaluation view shows how well the marks of a run agree with labels that a person set.

use std::io::{self, Write};

use crate::annotation::Voice;
use crate::evaluate::{LinkTally, Outcome, Pair, Saved, Share, Tally, Verdict};

/// Writes the figures of `tally`; with `outcomes` also every label that was missed and every mark that was wrong.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(tally: &Tally, outcomes: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:<34} {:>22} {:>22} {:>6}", "", "precision", "recall", "F1")?;
    pair(out, "all, overlapping", tally.all)?;
    pair(out, "all, strict place and category", tally.strict)?;
    one(out, "medium and above: precision", tally.grave)?;
    one(out, "open wording: recall", tally.open)?;
    one(out, "temptations left alone", tally.names)?;
    pair(out, "marked quotation", tally.quotation)?;
    pair(out, "denial", tally.negation)?;
    writeln!(out, "\nBy voice, where a mark and a label meet")?;
    for voice in [Voice::Own, Voice::Reported, Voice::Quoted, Voice::Mentioned] {
        pair(out, voice.name(), tally.voices.get(voice.name()).copied().unwrap_or_default())?;
    }
    writeln!(out, "\nBy category")?;
    for (category, figures) in &tally.categories {
        pair(out, category, *figures)?;
    }
    writeln!(out, "\nRules with a wrong mark")?;
    for (rule, precision) in tally.rules.iter().filter(|(_, precision)| precision.part < precision.whole) {
        one(out, rule, *precision)?;
    }
    if outcomes {
        writeln!(out, "\nWhat went wrong")?;
        for outcome in &tally.outcomes {
            fault(out, &outcome.fault, outcome)?;
        }
    }
    Ok(())
}

/// Writes the figures of `tally`; with `outcomes` also every label that was missed and whatever was told wrongly.
///
/// # Errors
/// When `out` cannot be written to.
pub fn links(tally: &LinkTally, outcomes: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:<34} {:>22} {:>22} {:>6}", "References", "precision", "recall", "F1")?;
    pair(out, "explicit and external, seen", tally.explicit)?;
    pair(out, "seen and led rightly", tally.end_to_end)?;
    one(out, "right target, of those seen", tally.targets)?;
    pair(out, "told to be wrong", tally.broken)?;
    one(out, "right place suggested first", tally.suggested)?;
    one(out, "silent where no place is right", tally.silent)?;
    pair(out, "promises", tally.promises)?;
    one(out, "rightly told kept or not", tally.kept)?;
    pair(out, "pointers without a number", tally.vague)?;
    writeln!(out, "\nActions")?;
    let slots = &tally.slots;
    for (name, figures) in [
        ("actions, seen", tally.actions),
        ("owner", slots.owners),
        ("date", slots.dates),
        ("check", slots.checks),
        ("status", slots.statuses),
        ("response", slots.responses),
    ] {
        pair(out, name, figures)?;
    }
    writeln!(out, "\nFaults")?;
    for (check, figures) in &tally.faults {
        pair(out, check, *figures)?;
    }
    if outcomes {
        writeln!(out, "\nWhat went wrong")?;
        for outcome in &tally.outcomes {
            fault(out, &outcome.fault, outcome)?;
        }
    }
    Ok(())
}

/// Writes what `now` gained and lost against `before`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn changes(now: &Saved, before: &Saved, out: &mut dyn Write) -> io::Result<()> {
    let changes = now.against(before);
    writeln!(out, "\nAgainst the saved run")?;
    if now.rules_sha256 == before.rules_sha256 {
        writeln!(out, "The rules are the same.")?;
    }
    pair(out, "before, overlapping", before.all)?;
    pair(out, "now, overlapping", now.all)?;
    let counts = [
        ("labels gained", changes.gained.len()),
        ("labels lost", changes.lost.len()),
        ("faults mended", changes.mended.len()),
        ("new faults", changes.broken.len()),
    ];
    let counts: Vec<String> = counts.iter().map(|(what, count)| format!("{what}: {count}")).collect();
    writeln!(out, "{}", counts.join(", "))?;
    changes.gained.iter().try_for_each(|it| verdict(out, "gained", it))?;
    changes.lost.iter().try_for_each(|it| verdict(out, "lost", it))?;
    for it in changes.mended {
        fault(out, "mended", it)?;
    }
    for it in changes.broken {
        fault(out, "new", it)?;
    }
    for document in changes.apart {
        writeln!(out, "only in one run, and left out: {document}")?;
    }
    Ok(())
}

fn verdict(out: &mut dyn Write, head: &str, it: &Verdict) -> io::Result<()> {
    let rules = it.rules.join(", ");
    writeln!(
        out,
        "{head:<9} {} {} \u{201c}{}\u{201d} by {rules}",
        it.place,
        it.category,
        line(&it.quote)
    )
}

fn fault(out: &mut dyn Write, head: &str, it: &Outcome) -> io::Result<()> {
    let kind = if head == it.fault {
        String::new()
    } else {
        format!("{} ", it.fault)
    };
    writeln!(out, "{head:<9} {kind}{} {} \u{201c}{}\u{201d}", it.place, it.what, line(&it.quote))
}

/// `words` on one line.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pair(out: &mut dyn Write, name: &str, figures: Pair) -> io::Result<()> {
    let f1 = figures.f1().map_or_else(|| "-".into(), |f1| format!("{f1:.3}"));
    writeln!(
        out,
        "{name:<34} {:>22} {:>22} {f1:>6}",
        share(figures.precision),
        share(figures.recall)
    )
}

fn one(out: &mut dyn Write, name: &str, figure: Share) -> io::Result<()> {
    let low = figure
        .interval()
        .map_or_else(String::new, |(low, high)| format!("  {low:.3} to {high:.3}"));
    writeln!(out, "{name:<46} {:>22}{low}", share(figure))
}

fn share(share: Share) -> String {
    share
        .value()
        .map_or_else(|| "-".into(), |value| format!("{value:.3} ({}/{})", share.part, share.whole))
}
