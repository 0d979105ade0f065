//! `candour timeline` shows what happened when, and what is wrong with the dates.

use std::io::{self, Write};

use candour::reading::Reading;
use candour::report::csv::Reader;
use candour::report::text::timeline as text;
use candour::report::{Units, json, timeline};

use super::args::{self, Common, TimelineFormat};
use super::engine::{Engine, look};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: args::Timeline, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    let edition = engine.edition(Units::default(), !verb.no_text);
    let look = look();
    let page = |at: usize, reading: Reading<'_>| -> io::Result<Vec<u8>> {
        let mut page = vec![];
        match verb.format {
            TimelineFormat::Text => text::write(&reading, &edition, &look, &mut page)?,
            TimelineFormat::Csv => timeline::write(Reader::Program, &reading, &edition, &mut page)?,
            TimelineFormat::CsvExcel => timeline::write(Reader::Excel, &reading, &edition, &mut page)?,
            TimelineFormat::Json => json::timeline::item(at, &reading, &edition, &mut page)?,
        }
        Ok(page)
    };
    let mut output = Output::to(None)?;
    match verb.format {
        TimelineFormat::Text => {}
        TimelineFormat::Csv => timeline::head(Reader::Program, &mut output)?,
        TimelineFormat::CsvExcel => timeline::head(Reader::Excel, &mut output)?,
        TimelineFormat::Json => json::timeline::head(&edition, &mut output)?,
    }
    let ledger = engine.run(page, |page| Ok(output.write_all(&page?)?))?;
    if matches!(verb.format, TimelineFormat::Json) {
        json::timeline::tail(&mut output)?;
    }
    output.finish()?;
    Ok(exit_after(&ledger))
}
