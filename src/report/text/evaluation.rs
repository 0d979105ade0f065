//! The evaluation view shows how well the marks of a run agree with labels that a person set.

use std::io::{self, Write};

use crate::annotation::Voice;
use crate::evaluate::{Pair, Share, Tally};

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
            let quote = outcome.quote.split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(
                out,
                "{:<9} {} {} \u{201c}{quote}\u{201d}",
                outcome.fault, outcome.place, outcome.what
            )?;
        }
    }
    Ok(())
}

fn pair(out: &mut dyn Write, name: &str, figures: Pair) -> io::Result<()> {
    let f1 = figures
        .precision
        .f1(figures.recall)
        .map_or_else(|| "-".into(), |f1| format!("{f1:.3}"));
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
