//! The `Engine` turns inputs into readings, many at a time, with the rules and settings of one run.

use std::path::Path;
use std::sync::OnceLock;
use std::thread;

use anstream::AutoStream;
use anyhow::bail;
use candour::batch::{self, Input, Step, Terms, Walk, Watch};
use candour::input::bounds::SECONDS;
use candour::input::{MAX_BYTES, Revision};
use candour::patterns::Catalogue;
use candour::reading::{Digest, Reading, Source};
use candour::report::text::Look;
use candour::report::{Edition, Units};
use candour::scan::{Against, scan_against};

use super::args::Inputs;
use super::interrupt;
use super::ledger::{Entry, Ledger};
use super::progress::Progress;
use super::settings::Settings;

/// Columns of text for people, when the terminal does not say.
const WIDTH: usize = 96;

/// The rules and settings of one run, and its inputs.
pub(super) struct Engine {
    pub(super) settings: Settings,
    pub(super) catalogue: Catalogue,
    pub(super) walk: Walk,
    pub(super) jobs: usize,
    pub(super) revision: Revision,
    /// The name that standard input was given.
    stdin_name: Option<String>,
    /// Seconds after which a reader is left.
    seconds: u64,
    /// The sum of the rules, and of the settings where they are not the usual ones.
    rules_sha256: OnceLock<String>,
}

/// What a thread made of one input.
pub(super) struct Made<T> {
    pub(super) value: T,
    /// About how many bytes the value holds.
    pub(super) bytes: usize,
    pub(super) entry: Entry,
}

impl Engine {
    /// The engine for `inputs`.
    pub(super) fn new(settings: Settings, inputs: &Inputs) -> anyhow::Result<Self> {
        let engine = Self::bare(settings, inputs.jobs, inputs.view.into())?;
        Ok(Self {
            walk: batch::walk(&inputs.paths),
            stdin_name: inputs.stdin_name.clone(),
            seconds: inputs.read_timeout.into(),
            ..engine
        })
    }

    /// An engine without inputs.
    pub(super) fn bare(settings: Settings, jobs: Option<u16>, revision: Revision) -> anyhow::Result<Self> {
        let processors = || thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            catalogue: settings.catalogue()?,
            walk: Walk::default(),
            jobs: jobs.map_or_else(processors, usize::from),
            revision,
            stdin_name: None,
            seconds: SECONDS.most,
            settings,
            rules_sha256: OnceLock::new(),
        })
    }

    /// Refuses to write to a `place` that is one of the inputs: it would be lost.
    ///
    /// # Errors
    /// When it is.
    pub(super) fn spare(&self, place: Option<&Path>) -> anyhow::Result<()> {
        match place.filter(|place| self.walk.holds(place)) {
            Some(place) => bail!(
                "{} is one of the documents to be read; name another file to write to",
                place.display()
            ),
            None => Ok(()),
        }
    }

    /// How records are published, with `units` beside code points; one for a run.
    pub(super) fn edition(&self, units: Units, excerpts: bool) -> Edition<'_> {
        Edition {
            rules_sha256: self.rules_sha256.get_or_init(|| self.sum(units, excerpts)),
            units,
            excerpts,
            accepted: &self.settings.accepted,
        }
    }

    fn sum(&self, units: Units, excerpts: bool) -> String {
        let rules = self.catalogue.rules_sha256();
        let usual = (Units::default(), true, Revision::Final);
        let peculiar = self.settings.peculiar();
        if (units, excerpts, self.revision) == usual && peculiar.is_empty() {
            return rules.to_owned();
        }
        let all = format!("{rules}\n{units:?} {excerpts} {:?}\n{peculiar}", self.revision);
        Digest::of(all.as_bytes()).to_string()
    }

    /// Does `work` for the reading of every input, in parallel, and hands the results to `deliver` in order. Inputs that
    /// could not be read are named on standard error, in order too.
    pub(super) fn run<'e, T: Send>(
        &'e self,
        work: impl Fn(usize, Reading<'e>) -> T + Sync,
        mut deliver: impl FnMut(T) -> anyhow::Result<()>,
    ) -> anyhow::Result<Ledger> {
        let one = |at: usize| {
            let reading = self.reading(&self.walk.inputs[at]);
            let bytes = reading.source.bytes.map_or(0, |(bytes, _)| bytes as usize);
            Self::made(reading, |reading| (work(at, reading), bytes))
        };
        self.drive(one, |step| match step {
            Step::Result(result) => deliver(result),
            Step::Pause => Ok(()),
        })
    }

    /// Does `one` for the number of every input, in parallel, and hands what it makes to `deliver` in order.
    pub(super) fn drive<T: Send>(
        &self,
        one: impl Fn(usize) -> Made<T> + Sync,
        mut deliver: impl FnMut(Step<T>) -> anyhow::Result<()>,
    ) -> anyhow::Result<Ledger> {
        let sizes: Vec<u64> = self.walk.inputs.iter().map(Input::size).collect();
        let progress = Progress::new(&sizes, self.settings.quiet);
        let terms = Terms {
            jobs: self.jobs.min(sizes.len()),
            heavy: false,
            stop: interrupt::STOP,
        };
        let work = |at: usize| {
            let made = one(at);
            progress.add(sizes[at], made.entry.failed.is_some());
            let bytes = made.bytes;
            (made, bytes)
        };
        let feed = sizes.iter().copied().enumerate();
        let mut ledger = Ledger::default();
        let run = || {
            batch::in_order(terms, feed, work, |step| match step {
                Step::Pause => deliver(Step::Pause),
                Step::Result(made) => {
                    ledger.add(made.entry, &progress);
                    deliver(Step::Result(made.value))
                }
            })
        };
        progress.during(run)?;
        Ok(ledger)
    }

    /// What `work` makes of `reading`, and how many bytes that has; of a failure in its place when it panics.
    pub(super) fn made<'e, T>(reading: Reading<'e>, work: impl Fn(Reading<'e>) -> (T, usize)) -> Made<T> {
        let path = reading.source.path.clone();
        let entry = Entry::of(&reading);
        match batch::caught(|| work(reading)) {
            Ok((value, bytes)) => Made { value, bytes, entry },
            Err(failure) => {
                let failed = Reading::failed(path, failure);
                let entry = Entry::of(&failed);
                let (value, bytes) = work(failed);
                Made { value, bytes, entry }
            }
        }
    }

    fn reading(&self, input: &Input) -> Reading<'_> {
        match batch::read(input, MAX_BYTES) {
            Ok(bytes) => self.reading_from(input, bytes),
            Err(failure) => Reading::failed(input.path(), failure),
        }
    }

    /// The reading of `bytes` that came from `input`.
    pub(super) fn reading_from(&self, input: &Input, bytes: Vec<u8>) -> Reading<'_> {
        let source = self.source(input);
        let mut reading = self.reading_of(source.path, source.given.as_deref(), bytes);
        reading.source.given = source.given;
        reading
    }

    /// Where `input` comes from, before its bytes are read.
    pub(super) fn source(&self, input: &Input) -> Source {
        let name = self.stdin_name.as_ref().filter(|_| matches!(input, Input::Stdin));
        Source {
            given: name.cloned(),
            ..Source::at(input.path())
        }
    }

    /// The reading of `bytes` that came under the name of `path`; the ending of `name`, when there is one, tells their format in
    /// its stead.
    pub(super) fn reading_of(&self, path: String, name: Option<&str>, bytes: Vec<u8>) -> Reading<'_> {
        let watch = Watch {
            revision: self.revision,
            seconds: self.seconds,
        };
        let read = |own: &str, bytes| watch.read(name.unwrap_or(own), bytes);
        let reading = batch::caught(|| {
            Reading::through(path.clone(), bytes, read, |text| {
                let against = Against {
                    as_of: self.settings.as_of.as_deref(),
                    gap_days: self.settings.gap_days,
                };
                let mut scan = scan_against(text, &self.catalogue, &against);
                scan.annotations.retain(|it| self.settings.wants(it.rule, it.severity));
                scan
            })
        });
        reading.unwrap_or_else(|failure| Reading::failed(path, failure))
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

#[cfg(test)]
mod tests {
    use super::*;
    use candour::reading::Failure;

    #[test]
    fn a_panic_becomes_the_failure_of_its_document() {
        let catalogue = Catalogue::builtin().unwrap();
        let reading = Reading::new("a.txt".into(), b"Seen.\n".to_vec(), |text| {
            scan_against(text, &catalogue, &Against::default())
        });
        let cause = |reading: &Reading<'_>| reading.outcome.as_ref().err().map(|Failure { cause, .. }| *cause);
        let made = Engine::made(reading, |reading| {
            assert!(reading.outcome.is_err(), "as it should");
            (cause(&reading), 0)
        });
        assert_eq!(made.value, Some("internal"));
        let (source, failure) = made.entry.failed.unwrap();
        assert_eq!((source.path.as_str(), failure.cause), ("a.txt", "internal"));
    }
}
