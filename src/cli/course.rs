//! A `Course` is how a run went: when, how long, on how many threads, what failed. Only the run record tells it.

use std::path::Path;

use candour::reading::{Failure, Source};
use candour::report::json::run::{CategoryCount, Failed, PassedOver, RUN_RECORD, Run, RunRecord, record};
use candour::report::json::v1::Error;
use candour::summary::Summary;
use jiff::Timestamp;

use super::engine::Engine;
use super::output::Output;
use super::scan::Total;

/// How a run went.
pub(super) struct Course<'a> {
    pub(super) run: Run<'a>,
    pub(super) started: Timestamp,
    pub(super) total: &'a Total,
}

impl Course<'_> {
    /// Writes the run record to `place`.
    pub(super) fn write(&self, place: &Path, engine: &Engine) -> anyhow::Result<()> {
        let took = Timestamp::now().duration_since(self.started);
        let mut output = Output::to(Some(place))?;
        let published = RunRecord {
            schema: RUN_RECORD,
            run: self.run.clone(),
            started: self.started.to_string(),
            seconds: took.as_secs_f64(),
            jobs: engine.jobs as u64,
            read: self.total.summary.read,
            failed: self.total.summary.failed,
            unchanged: self.total.unchanged,
            left: self.total.left,
            failures: self.total.ledger.failures.iter().map(failed).collect(),
            passed_over: passed_over(engine),
            links: engine.walk.links.iter().map(|link| link.to_string_lossy()).collect(),
            categories: categories(&self.total.summary),
        };
        record(&published, &mut output)?;
        output.finish()
    }
}

fn failed((source, failure): &(Source, Failure)) -> Failed<'_> {
    Failed {
        path: &source.path,
        error: Error {
            cause: failure.cause,
            message: &failure.message,
        },
    }
}

fn passed_over(engine: &Engine) -> Vec<PassedOver<'_>> {
    let over = engine.walk.passed_over.iter();
    over.map(|(ending, &files)| PassedOver {
        ending,
        files: files as u64,
    })
    .collect()
}

fn categories(total: &Summary) -> Vec<CategoryCount<'_>> {
    let categories = total.categories.iter();
    categories
        .map(|(category, tally)| CategoryCount {
            category,
            standing: tally.stands(),
            annotations: tally.voices.iter().sum::<u64>() + tally.negated,
        })
        .collect()
}
