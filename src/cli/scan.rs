//! `candour scan` writes everything that was learnt, as data, and gives an account of the run on standard error.

use std::io::{self, IsTerminal, Write};

use anyhow::bail;

use candour::reading::Reading;
use candour::report::json::record::tool;
use candour::report::json::run::Run;
use candour::report::{Close, Edition, Format, Stream, Terms, Units, listed};
use candour::summary::Summary;
use jiff::Timestamp;

use super::account;
use super::args::{Common, Scan, Unit};
use super::course::Course;
use super::engine::{Engine, Failures};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

/// Texts of more bytes than this are written straight to the output, not first into memory.
const LARGE: usize = 8 << 20;

/// What a thread makes of one input.
enum Page<'p> {
    /// Its record, ready to be written.
    Written(Vec<u8>),
    /// A reading too large to be written twice.
    Large(Box<Reading<'p>>),
}

pub(super) fn run(verb: Scan, common: &Common) -> anyhow::Result<Exit> {
    let started = Timestamp::now();
    let format = verb.format.into();
    refuse(format, &verb)?;
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    let units = Units {
        byte: verb.offsets.contains(&Unit::Byte),
        utf16: verb.offsets.contains(&Unit::Utf16),
    };
    let edition = engine.edition(units, !verb.no_text);
    let packs: Vec<String> = engine.settings.packs.iter().map(|(name, _)| name.clone()).collect();
    let settings = Run {
        packs: &packs,
        ..describe(&engine, &edition)
    };

    let mut output = Output::to(verb.output.as_deref())?;
    let rules = listed(&engine.catalogue, |rule, severity| engine.settings.wants(rule, severity));
    let terms = Terms {
        run: &settings,
        edition: &edition,
        rules: &rules,
    };
    let (total, failures) = write(&engine, format, &terms, &mut output)?;
    output.finish()?;

    if let Some(place) = &verb.run_record {
        let course = Course {
            run: settings,
            started,
            total: &total,
            failures: &failures,
        };
        course.write(place, &engine)?;
    }
    if !common.quiet {
        account::give(&total, &engine.walk, verb.output.as_deref(), &verb.inputs.paths);
    }
    Ok(exit_after(&failures))
}

/// The settings as they are published.
fn describe<'e>(engine: &'e Engine, edition: &Edition<'e>) -> Run<'e> {
    let settings = &engine.settings;
    let unit = |asked: bool, name: &'static str| asked.then_some(name);
    let units = [Some("char"), unit(edition.units.byte, "byte"), unit(edition.units.utf16, "utf16")];
    Run {
        tool: tool(edition),
        inputs: engine.walk.inputs.len() as u64,
        rules: engine.catalogue.rules().iter().filter(|rule| rule.enabled).count() as u64,
        packs: &[],
        disabled: &settings.disabled,
        enabled: &settings.enabled,
        min_severity: settings.min_severity.name(),
        as_of: settings.as_of.as_deref(),
        accepted: settings.accepted_count,
        offsets: units.into_iter().flatten().collect(),
        no_text: !edition.excerpts,
    }
}

/// Refuses what would come to nothing.
fn refuse(format: Format, verb: &Scan) -> anyhow::Result<()> {
    if verb.no_text && format.is_text() {
        bail!("--no-text leaves nothing of this format, which is the text of each document with labels; rows, csv and w3c can do without");
    }
    if format == Format::Xlsx && verb.output.is_none() && io::stdout().is_terminal() {
        bail!("a workbook is nothing to show on a terminal; name a file: -o annotations.xlsx");
    }
    Ok(())
}

fn write(engine: &Engine, format: Format, terms: &Terms<'_>, output: &mut Output) -> anyhow::Result<(Summary, Failures)> {
    let edition = terms.edition;
    let mut stream = Stream::begin(format, terms, output)?;
    let mut total = Summary::default();
    let failures = engine.run(
        |_, reading| (Summary::of(&reading, edition.accepted), page(format, reading, edition)),
        |(summary, page)| {
            total.add(&summary);
            match page? {
                Page::Written(bytes) => stream.write_all(&bytes)?,
                Page::Large(reading) => format.document(&reading, edition, &mut stream)?,
            }
            Ok(())
        },
    )?;
    stream.end(&Close {
        terms,
        total: &total,
        failures: &failures.0,
    })?;
    Ok((total, failures))
}

fn page<'p>(format: Format, reading: Reading<'p>, edition: &Edition<'_>) -> io::Result<Page<'p>> {
    let size = reading.outcome.as_ref().map_or(0, |read| read.scan.text.content.len());
    if size > LARGE {
        return Ok(Page::Large(Box::new(reading)));
    }
    let mut bytes = Vec::with_capacity(size * 4);
    format.document(&reading, edition, &mut bytes)?;
    Ok(Page::Written(bytes))
}
