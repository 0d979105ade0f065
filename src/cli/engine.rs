//! The `Engine` turns inputs into readings, many at a time, with the rules and settings of one run.

use std::io::{IsTerminal, Write};
use std::thread;

use anstream::AutoStream;
use candour::batch::{self, Input, Walk};
use candour::input::Revision;
use candour::patterns::Catalogue;
use candour::reading::{Failure, Reading, Source};
use candour::report::text::{Look, grouped};
use candour::report::{Edition, Units};
use candour::scan::{Against, scan_against};

use super::args::Inputs;
use super::say;
use super::settings::Settings;

/// Columns of text for people, when the terminal does not say.
const WIDTH: usize = 96;
/// From this many inputs on, progress is shown on a terminal.
const MANY: usize = 40;

/// The rules and settings of one run, and its inputs.
pub(super) struct Engine {
    pub(super) settings: Settings,
    pub(super) catalogue: Catalogue,
    pub(super) walk: Walk,
    pub(super) jobs: usize,
    pub(super) revision: Revision,
    /// The name that standard input was given.
    stdin_name: Option<String>,
}

impl Engine {
    /// The engine for `inputs`.
    pub(super) fn new(settings: Settings, inputs: &Inputs) -> anyhow::Result<Self> {
        let processors = || thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            catalogue: settings.catalogue()?,
            walk: batch::walk(&inputs.paths),
            jobs: inputs.jobs.map_or_else(processors, usize::from),
            revision: inputs.view.into(),
            stdin_name: inputs.stdin_name.clone(),
            settings,
        })
    }

    /// How records are published, with `units` beside code points.
    pub(super) fn edition(&self, units: Units, excerpts: bool) -> Edition<'_> {
        Edition {
            rules_sha256: self.catalogue.rules_sha256(),
            units,
            excerpts,
            accepted: &self.settings.accepted,
        }
    }

    /// Does `work` for the reading of every input, in parallel, and hands the results to `deliver` in order. Inputs that
    /// could not be read are named on standard error, in order too.
    pub(super) fn run<'e, T: Send>(
        &'e self,
        work: impl Fn(usize, Reading<'e>) -> T + Sync,
        mut deliver: impl FnMut(T) -> anyhow::Result<()>,
    ) -> anyhow::Result<Failures> {
        let mut failures = Failures::default();
        let inputs = &self.walk.inputs;
        let one = |at: usize| {
            let reading = self.reading(&inputs[at]);
            let failure = reading.outcome.as_ref().err().cloned();
            let failed = failure.map(|failure| (reading.source.clone(), failure));
            let warnings = reading
                .outcome
                .as_ref()
                .map_or_else(|_| Vec::new(), |read| read.scan.text.warnings.clone());
            let warned = (!warnings.is_empty()).then(|| (reading.source.clone(), warnings));
            ((failed, warned), work(at, reading))
        };
        let progress = Progress::new(inputs.len(), self.settings.quiet);
        let mut done = 0;
        batch::in_order(inputs.len(), self.jobs, one, |((failed, warned), result)| {
            done += 1;
            progress.show(done);
            failures.add(failed);
            if let Some((source, warnings)) = warned.filter(|_| !self.settings.quiet) {
                warnings
                    .iter()
                    .for_each(|warning| say(format_args!("candour: {}: {warning}", source.shown())));
            }
            deliver(result)
        })?;
        progress.clear();
        Ok(failures)
    }

    fn reading(&self, input: &Input) -> Reading<'_> {
        let path = input.path();
        let source = Source {
            given: self.stdin_name.clone().filter(|_| matches!(input, Input::Stdin)),
            ..Source::at(path.clone())
        };
        let bytes = match batch::read(input, candour::input::MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(failure) => return Reading::failed(path, failure),
        };
        batch::caught(|| {
            Reading::revision(source, bytes, self.revision, |text| {
                let against = Against {
                    as_of: self.settings.as_of.as_deref(),
                    gap_days: self.settings.gap_days,
                };
                let mut scan = scan_against(text, &self.catalogue, &against);
                scan.annotations.retain(|it| self.settings.wants(&it.rule, it.severity));
                scan
            })
        })
        .unwrap_or_else(|failure| Reading::failed(path, failure))
    }
}

/// The inputs that could not be read, with the reason.
#[derive(Default)]
pub(super) struct Failures(pub(super) Vec<(Source, Failure)>);

impl Failures {
    fn add(&mut self, failed: Option<(Source, Failure)>) {
        if let Some((source, failure)) = failed {
            say(format_args!("candour: {} {}", source.shown(), failure.message));
            self.0.push((source, failure));
        }
    }
}

/// How text for people is set on this standard output.
pub(super) fn look() -> Look {
    let stdout = std::io::stdout();
    let colour = !matches!(AutoStream::choice(&stdout), anstream::ColorChoice::Never);
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    Look {
        colour,
        width: columns.unwrap_or(WIDTH).min(WIDTH),
    }
}

/// How far a long run has come; shown on a terminal only.
struct Progress {
    total: usize,
    shown: bool,
}

impl Progress {
    fn new(total: usize, quiet: bool) -> Self {
        let shown = !quiet && total >= MANY && std::io::stderr().is_terminal();
        Self { total, shown }
    }

    fn show(&self, done: usize) {
        if self.shown && done.is_multiple_of(16) {
            let (done, total) = (grouped(done as u64), grouped(self.total as u64));
            let _ = write!(anstream::stderr(), "\r{done} of {total} documents");
        }
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(anstream::stderr(), "\r\x1b[K");
        }
    }
}
