//! `candour summary` counts, for a quality lead's report.

use candour::report::text::summary as text;
use candour::report::{Units, json};
use candour::summary::Summary;

use super::args::{self, Common, SummaryFormat};
use super::engine::{Engine, look};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: args::Summary, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    let edition = engine.edition(Units::default(), true);
    let mut total = Summary::default();
    let mut documents = vec![];
    let ledger = engine.run(
        |_, reading| {
            let summary = Summary::of(&reading, edition.accepted);
            (reading.source, summary)
        },
        |(source, summary)| {
            total.add(&summary);
            documents.push((source, summary));
            Ok(())
        },
    )?;
    let mut output = Output::to(None)?;
    match verb.format {
        SummaryFormat::Text => text::write(&documents, &total, &look(), &mut output)?,
        SummaryFormat::Json => json::summary::write(&documents, &total, &edition, &mut output)?,
    }
    output.finish()?;
    Ok(exit_after(&ledger))
}
