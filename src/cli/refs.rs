//! `candour refs` shows what each action cites, which promises are kept, and what does not lead where it should.

use std::io::{self, Write};

use candour::reading::Reading;
use candour::report::Units;
use candour::report::csv::Reader;
use candour::report::matrix::{csv, dot, html};
use candour::report::text::refs as text;

use super::args::{Common, Refs, RefsFormat};
use super::engine::{Engine, look};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: Refs, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    let edition = engine.edition(Units::default(), !verb.no_text);
    let look = look();
    let page = |at: usize, reading: Reading<'_>| -> io::Result<Vec<u8>> {
        let mut page = vec![];
        match verb.format {
            RefsFormat::Text => text::write(&reading, &edition, &look, &mut page)?,
            RefsFormat::Html => html::write(at, &reading, &edition, &mut page)?,
            RefsFormat::Csv => csv::write(Reader::Program, &reading, &edition, &mut page)?,
            RefsFormat::CsvExcel => csv::write(Reader::Excel, &reading, &edition, &mut page)?,
            RefsFormat::Dot => dot::write(at, &reading, &edition, &mut page)?,
        }
        Ok(page)
    };
    let mut output = Output::to(None)?;
    match verb.format {
        RefsFormat::Text => {}
        RefsFormat::Html => html::head(&mut output)?,
        RefsFormat::Csv => csv::head(Reader::Program, &mut output)?,
        RefsFormat::CsvExcel => csv::head(Reader::Excel, &mut output)?,
        RefsFormat::Dot => dot::head(&mut output)?,
    }
    let ledger = engine.run(page, |page| Ok(output.write_all(&page?)?))?;
    match verb.format {
        RefsFormat::Html => html::tail(&mut output)?,
        RefsFormat::Dot => dot::tail(&mut output)?,
        RefsFormat::Text | RefsFormat::Csv | RefsFormat::CsvExcel => {}
    }
    output.finish()?;
    Ok(exit_after(&ledger))
}
