//! `candour diff` shows what a later draft has mended, what is new in it, and what is still there.

use anyhow::bail;
use candour::drafts::Drafts;
use candour::report::text::diff as text;
use candour::report::{Units, View, json};

use super::args::{Common, Diff, SummaryFormat};
use super::engine::{Engine, look};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: Diff, common: &Common) -> anyhow::Result<Exit> {
    if verb.inputs.paths.len() != 2 || verb.inputs.paths.iter().any(|path| path.is_dir()) {
        bail!("diff compares two files: name the earlier draft, then the later");
    }
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    engine.spare(verb.output.as_deref())?;
    let edition = engine.edition(Units::default(), !verb.no_text);
    let mut readings = vec![];
    let ledger = engine.run(
        |_, reading| reading,
        |reading| {
            readings.push(reading);
            Ok(())
        },
    )?;
    // A file that is named twice is read once.
    let (Some(before), Some(after)) = (readings.first(), readings.last()) else {
        bail!("diff compares two files: name the earlier draft, then the later");
    };
    if let (Ok(old), Ok(now)) = (&before.outcome, &after.outcome) {
        let drafts = Drafts::of(old, now, edition.accepted);
        let views = (View::new(old, &edition), View::new(now, &edition));
        let sides = [(&before.source, &views.0), (&after.source, &views.1)];
        let mut output = Output::to(verb.output.as_deref())?;
        match verb.format {
            SummaryFormat::Text => text::write(&drafts, &sides, &look(), &mut output)?,
            SummaryFormat::Json => json::diff::write(&drafts, &sides, &edition, &mut output)?,
        }
        output.finish()?;
    }
    Ok(exit_after(&ledger))
}
