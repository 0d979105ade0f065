//! The command line wires both ends: what was typed becomes settings, settings drive the library, its result becomes
//! an exit status. Data goes to standard output; everything said about the run goes to standard error.

mod account;
mod args;
mod baseline;
mod check;
mod config;
mod course;
mod diff;
mod engine;
mod evaluate;
mod filter;
mod former;
mod interrupt;
mod leaf;
mod ledger;
mod marking;
mod output;
mod pages;
mod plain;
mod progress;
mod refs;
mod rules;
mod scan;
mod series;
mod settings;
mod summary;
mod target;
mod timeline;

use std::io::{self, Write};
use std::panic;
use std::process::ExitCode;
use std::thread;

use candour::batch::READER;
use clap::Parser;

use args::{Args, Verb};
use ledger::Ledger;

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All was done.
    Done,
    /// `check` found something at or above `--fail-on`.
    Stands,
    /// Bad use, or an input that could not be read.
    Trouble,
    /// Somebody pressed Ctrl-C; what was done until then is written.
    Stopped,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Stands => 1,
            Exit::Trouble => 2,
            Exit::Stopped => 130,
        })
    }
}

/// Runs the command that was typed.
pub(crate) fn main() -> Exit {
    let args = Args::parse();
    args.common.color.write_global();
    // A panic's message could hold words of a document; its place is enough to mend the fault.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        if !is_expected(thread::current().name(), &place) {
            say(format_args!("candour: internal fault at {place}"));
        }
    }));
    match run(args) {
        Ok(exit) => exit,
        Err(error) if is_broken_pipe(&error) => Exit::Done,
        Err(error) => {
            say(format_args!("candour: {error:#}"));
            Exit::Trouble
        }
    }
}

fn run(args: Args) -> anyhow::Result<Exit> {
    match args.verb {
        Verb::Scan(verb) => scan::run(verb, &args.common),
        Verb::Filter(verb) => filter::run(verb, &args.common),
        Verb::Check(verb) => check::run(verb, &args.common),
        Verb::Refs(verb) => refs::run(verb, &args.common),
        Verb::Timeline(verb) => timeline::run(verb, &args.common),
        Verb::Summary(verb) => summary::run(verb, &args.common),
        Verb::Series(verb) => series::run(verb, &args.common),
        Verb::Diff(verb) => diff::run(verb, &args.common),
        Verb::Evaluate(verb) => evaluate::run(verb, &args.common),
        Verb::Rules(verb) => rules::run(verb, &args.common),
        Verb::Schema { of } => plain::schema(of),
        Verb::Text { file, stdin_name, view } => plain::text(&file, stdin_name.as_deref(), view.into()),
        Verb::Completions { shell } => plain::completions(shell),
    }
}

/// Whether a panic at `place` is what a damaged file does to the library that reads PDFs: it is caught, and told as the
/// error of that file. A fault of candour's own is told wherever it happens.
fn is_expected(thread: Option<&str>, place: &str) -> bool {
    thread == Some(READER) && !place.starts_with("src")
}

/// How a run ends that went as `ledger` says.
fn exit_after(ledger: &Ledger) -> Exit {
    if ledger.failures.is_empty() { Exit::Done } else { Exit::Trouble }
}

/// Says something about the run on standard error; nothing can be done when that fails.
fn say(what: impl std::fmt::Display) {
    let _ = writeln!(anstream::stderr(), "{what}");
}

/// Whether the reader of our output has gone away, which is no error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref().is_some_and(broken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_library_that_reads_may_fail_in_silence() {
        let library = "/registry/src/some-library-0.9.0/src/font.rs:12:3";
        assert!(is_expected(Some(READER), library));
        assert!(!is_expected(Some("main"), library));
        assert!(!is_expected(Some(READER), "src/input/pdf/strip.rs:12:3"));
    }
}
