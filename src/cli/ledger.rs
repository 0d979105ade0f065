//! The `Ledger` holds what became of the inputs of a run: how many were worked through, which failed and why.

use std::collections::BTreeMap;

use candour::reading::{Failure, Reading, Source};

use super::progress::Progress;

/// What became of the inputs of a run.
#[derive(Default)]
pub(super) struct Ledger {
    /// Inputs that were worked through, failed ones among them.
    pub(super) done: u64,
    /// Documents that were read with a warning.
    pub(super) warned: u64,
    /// The inputs that could not be read, with the reason.
    pub(super) failures: Vec<(Source, Failure)>,
}

/// What became of one input.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) failed: Option<(Source, Failure)>,
    warned: Option<(Source, Vec<String>)>,
}

impl Entry {
    /// What became of the input that was read as `reading`.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let source = || reading.source.clone();
        match &reading.outcome {
            Ok(read) => Self {
                failed: None,
                warned: (!read.scan.text.warnings.is_empty()).then(|| (source(), read.scan.text.warnings.clone())),
            },
            Err(failure) => Self {
                failed: Some((source(), failure.clone())),
                warned: None,
            },
        }
    }
}

impl Ledger {
    /// Writes `entry` in, and says on standard error what is wrong.
    pub(super) fn add(&mut self, entry: Entry, progress: &Progress) {
        self.done += 1;
        if let Some((source, failure)) = entry.failed {
            progress.say(format_args!("candour: {} {}", source.shown(), failure.message));
            self.failures.push((source, failure));
        }
        if let Some((source, warnings)) = entry.warned {
            self.warned += 1;
            if !progress.quiet {
                let said = |warning: &String| progress.say(format_args!("candour: {}: {warning}", source.shown()));
                warnings.iter().for_each(said);
            }
        }
    }

    /// How many inputs failed for each cause.
    pub(super) fn causes(&self) -> BTreeMap<&'static str, u64> {
        let mut causes = BTreeMap::new();
        for (_, failure) in &self.failures {
            *causes.entry(failure.cause).or_default() += 1;
        }
        causes
    }
}
