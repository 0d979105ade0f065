//! `candour series` shows what successive minutes say again, what has changed, and what became of their actions.

use candour::report::csv::Reader;
use candour::report::series::{csv, html};
use candour::report::text::series as text;
use candour::report::{Units, json};
use candour::series::{Meeting, Series};

use super::args::{self, Common, SeriesFormat};
use super::engine::{Engine, look};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: args::Series, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    engine.spare(verb.output.as_deref())?;
    let edition = engine.edition(Units::default(), !verb.no_text);
    let mut meetings = vec![];
    let ledger = engine.run(
        |_, reading| Meeting::of(reading),
        |meeting| {
            meetings.push(meeting);
            Ok(())
        },
    )?;
    let series = Series::of(meetings);
    let mut output = Output::to(verb.output.as_deref())?;
    match verb.format {
        SeriesFormat::Text => text::write(&series, &edition, &look(), &mut output)?,
        SeriesFormat::Html => html::write(&series, &edition, &mut output)?,
        SeriesFormat::Json => json::series::write(&series, &edition, &mut output)?,
        SeriesFormat::Csv => csv::write(Reader::Program, &series, &edition, &mut output)?,
        SeriesFormat::CsvExcel => csv::write(Reader::Excel, &series, &edition, &mut output)?,
    }
    output.finish()?;
    Ok(exit_after(&ledger))
}
