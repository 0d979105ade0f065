//! `candour scan` writes everything that was learnt, as data, and gives an account of the run on standard error.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::bail;
use candour::batch::{self, Input, Step};
use candour::input::MAX_BYTES;
use candour::reading::Reading;
use candour::report::json::record::tool;
use candour::report::json::run::Run;
use candour::report::{Close, Edition, Format, Stream, Terms, Units, listed};
use candour::summary::Summary;
use jiff::Timestamp;

use super::account::Account;
use super::args::{Common, Scan};
use super::course::Course;
use super::engine::{Engine, Made};
use super::former::Former;
use super::interrupt;
use super::ledger::{Entry, Ledger};
use super::output::Output;
use super::pages::Pages;
use super::settings::Settings;
use super::target::Target;
use super::{Exit, exit_after, say};

/// Texts of more bytes than this are written straight to the output, not first into memory: where every word is remarked on, a record
/// is sixteen times as long as its text.
const LARGE: usize = 1 << 20;

/// What a thread makes of one input.
enum Page<'p> {
    /// Its record, ready to be written.
    Written(Vec<u8>),
    /// A reading too large to be written twice.
    Large(Box<Reading<'p>>),
    /// The line of the earlier output that is its record.
    Kept(usize),
}

/// What is to be written of each document.
struct Wanted {
    format: Format,
    /// Whether records are wanted.
    records: bool,
    pages: Option<Pages>,
}

impl Wanted {
    /// Where the records go: to `place`, or on from what is there.
    fn target(&self, place: Option<&Path>, resume: bool, edition: &Edition<'_>) -> anyhow::Result<Target> {
        Ok(match (place, self.format) {
            _ if !self.records => Target::New(Output::Nowhere(io::sink())),
            (Some(place), Format::Jsonl) if resume => Target::resumed(Former::read(place, edition.rules_sha256)?),
            (Some(place), Format::Jsonl) => Target::New(Output::growing(place, 0)?),
            (place, _) => Target::New(Output::to(place)?),
        })
    }
}

/// What a scan came to.
pub(super) struct Total {
    /// The counts of what was read now.
    pub(super) summary: Summary,
    pub(super) ledger: Ledger,
    /// Documents whose records were there already.
    pub(super) unchanged: u64,
    /// Inputs that were not come to.
    pub(super) left: u64,
    /// The index of the pages.
    pub(super) index: Option<PathBuf>,
}

pub(super) fn run(verb: Scan, common: &Common) -> anyhow::Result<Exit> {
    let started = Timestamp::now();
    let format: Format = verb.format.into();
    refuse(format, &verb, common.quiet)?;
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    engine.spare(verb.output.as_deref())?;
    engine.spare(verb.run_record.as_deref())?;
    let edition = engine.edition(verb.records.units(), !verb.records.no_text);
    let packs: Vec<String> = engine.settings.packs.iter().map(|(name, _)| name.clone()).collect();
    let settings = Run {
        packs: &packs,
        ..describe(&engine, &edition)
    };
    let wanted = Wanted {
        format,
        records: verb.html.is_none() || verb.output.is_some(),
        pages: verb
            .html
            .as_deref()
            .map(|folder| Pages::new(folder, &engine.walk.inputs, &verb.inputs.paths))
            .transpose()?,
    };
    let mut target = wanted.target(verb.output.as_deref(), verb.resume, &edition)?;
    // Reading standard input cannot be called back: there Ctrl-C ends the program as it always does.
    if !engine.walk.inputs.iter().any(|input| matches!(input, Input::Stdin)) {
        interrupt::watch(common.quiet);
    }
    let rules = listed(&engine.catalogue, |rule, severity| engine.settings.wants(rule, severity));
    let terms = Terms {
        run: &settings,
        edition: &edition,
        rules: &rules,
    };
    let total = write(&engine, &wanted, &terms, &mut target)?;
    let mut written = verb.output.clone();
    match total.left {
        0 => target.finish()?,
        _ => written = target.set_aside()?.or(written),
    }

    if let Some(place) = &verb.run_record {
        let course = Course {
            run: settings,
            started,
            total: &total,
        };
        course.write(place, &engine)?;
    }
    if !common.quiet {
        let account = Account {
            total: &total,
            walk: &engine.walk,
            output: written.as_deref(),
            index: total.index.as_deref(),
            excerpts: edition.excerpts,
            grows: format == Format::Jsonl,
        };
        account.give(&verb.inputs.paths);
    }
    Ok(exit(&engine, &total, verb.strict))
}

fn exit(engine: &Engine, total: &Total, strict: bool) -> Exit {
    match exit_after(&total.ledger) {
        _ if total.left > 0 => Exit::Stopped,
        Exit::Done if strict && (total.ledger.warned > 0 || engine.walk.left_out()) => Exit::Trouble,
        exit => exit,
    }
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
        view: engine.revision.name(),
        offsets: units.into_iter().flatten().collect(),
        no_text: !edition.excerpts,
    }
}

/// Refuses what would come to nothing, and says what will have no effect.
fn refuse(format: Format, verb: &Scan, quiet: bool) -> anyhow::Result<()> {
    let asked = verb.records.units() != Units::default();
    if let Some(units) = format.own_units().filter(|_| asked && !quiet) {
        say(format_args!(
            "candour: --offsets is not for this format, which always counts in {units}"
        ));
    }
    if verb.resume && format != Format::Jsonl {
        bail!("--resume goes with --format jsonl, in which each record stands by itself");
    }
    if verb.output.is_some() && verb.output == verb.run_record {
        bail!("-o and --run-record name the same file; name another for one of them");
    }
    if verb.records.no_text && format.is_text() {
        bail!("--no-text leaves nothing of this format, which is the text of each document with labels; rows, csv and w3c can do without");
    }
    if format == Format::Xlsx && verb.output.is_none() && io::stdout().is_terminal() {
        bail!("a workbook is nothing to show on a terminal; name a file: -o annotations.xlsx");
    }
    Ok(())
}

fn write(engine: &Engine, wanted: &Wanted, terms: &Terms<'_>, target: &mut Target) -> anyhow::Result<Total> {
    let (format, edition) = (wanted.format, terms.edition);
    let mut index = wanted.pages.as_ref().map(Pages::index).transpose()?;
    let known = target.former().map(Former::known);
    let mut stream = Stream::begin(format, terms, target)?;
    let mut summary = Summary::default();
    let mut unchanged = 0;
    let one = |at: usize| {
        let input = &engine.walk.inputs[at];
        let bytes = match batch::read(input, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(failure) => return made(wanted, (at, Reading::failed(input.path(), failure)), edition),
        };
        match known.as_ref().and_then(|known| known.line_of(&engine.source(input), &bytes)) {
            Some(line) => Made {
                value: (None, Ok((Page::Kept(line), vec![]))),
                bytes: 0,
                entry: Entry::default(),
            },
            None => made(wanted, (at, engine.reading_from(input, bytes)), edition),
        }
    };
    let ledger = engine.drive(one, |step| {
        let Step::Result((counts, page)) = step else {
            return Ok(stream.flush()?);
        };
        counts.iter().for_each(|counts| summary.add(counts));
        let (page, row) = page?;
        index.as_mut().map_or(Ok(()), |index| index.write_all(&row))?;
        match page {
            Page::Written(bytes) => stream.write_all(&bytes)?,
            Page::Large(reading) => format.document(&reading, edition, &mut stream)?,
            Page::Kept(line) => {
                unchanged += 1;
                if let Some(target) = stream.pages() {
                    target.keep(line)?;
                }
            }
        }
        Ok(())
    })?;
    stream.end(&Close {
        terms,
        total: &summary,
        failures: &ledger.failures,
    })?;
    let left = engine.walk.inputs.len() as u64 - ledger.done;
    let finish = |(pages, index): (&Pages, Output)| pages.finish(index, &summary, left == 0);
    Ok(Total {
        index: wanted.pages.as_ref().zip(index).map(finish).transpose()?,
        summary,
        left,
        ledger,
        unchanged,
    })
}

/// The counts of an input, its record, and its row of the index.
type Counted<'p> = (Option<Summary>, anyhow::Result<(Page<'p>, Vec<u8>)>);

fn made<'p>(wanted: &Wanted, (at, reading): (usize, Reading<'p>), edition: &Edition<'_>) -> Made<Counted<'p>> {
    Engine::made(reading, |reading| {
        let counts = Summary::of(&reading, edition.accepted);
        let pages = wanted.pages.as_ref();
        let row = pages.map_or(Ok(vec![]), |pages| pages.write(at, (&reading, &counts), edition));
        let page = row.and_then(|row| Ok((page(wanted, reading, edition)?, row)));
        let bytes = page.as_ref().map_or(0, |(page, row)| page.bytes() + row.len());
        ((Some(counts), page), bytes)
    })
}

fn page<'p>(wanted: &Wanted, reading: Reading<'p>, edition: &Edition<'_>) -> io::Result<Page<'p>> {
    if !wanted.records {
        return Ok(Page::Written(vec![]));
    }
    let size = reading.outcome.as_ref().map_or(0, |read| read.scan.text.content.len());
    if size > LARGE {
        return Ok(Page::Large(Box::new(reading)));
    }
    let mut bytes = Vec::with_capacity(size * 4);
    wanted.format.document(&reading, edition, &mut bytes)?;
    bytes.shrink_to_fit();
    Ok(Page::Written(bytes))
}

impl Page<'_> {
    /// About how many bytes it holds.
    fn bytes(&self) -> usize {
        match self {
            Self::Written(bytes) => bytes.len(),
            Self::Large(reading) => reading.outcome.as_ref().map_or(0, |read| read.scan.text.content.len() * 8),
            Self::Kept(_) => 0,
        }
    }
}
