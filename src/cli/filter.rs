//! `candour filter` reads one document a line as JSON and writes one record a line, in the same order, for engines that
//! work through more documents than a machine holds.

use std::io::{self, BufReader, Write};
use std::iter;
use std::process;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use candour::batch::{self, Line, Lines, Request, Step, Terms};
use candour::reading::Reading;
use candour::report::Edition;
use candour::report::json::line;

use super::args::{Common, Filter};
use super::engine::Engine;
use super::output::Output;
use super::settings::Settings;
use super::{Exit, is_broken_pipe, say};

/// Bytes that are read at once.
const BUFFER: usize = 1 << 16;

pub(super) fn run(verb: Filter, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::bare(Settings::new(verb.rules, common)?, verb.jobs, verb.view.into())?;
    let edition = engine.edition(verb.records.units(), !verb.records.no_text);
    let terms = Terms {
        jobs: engine.jobs,
        heavy: true,
        stop: &AtomicBool::new(false),
    };
    let mut output = Output::to(None)?;
    let mut lines = Lines::new(BufReader::with_capacity(BUFFER, io::stdin()), verb.max_line);
    let broken = Mutex::new(None);
    let feed = iter::from_fn(|| match lines.read() {
        Ok(line) => line.map(|line| {
            let size = line.bytes.as_ref().map_or(0, Vec::len) as u64;
            (line, size)
        }),
        Err(error) => {
            *broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            None
        }
    });
    let work = |line: Line| {
        let record = record(&engine, &edition, Request::of(line, verb.max_line));
        let bytes = record.len();
        (record, bytes)
    };
    batch::in_order(terms, feed, work, |step| {
        let written = match step {
            Step::Result(record) => output.write_all(&record),
            Step::Pause => output.flush(),
        };
        written.map_err(|error| gone(error.into()))
    })?;
    output.finish()?;
    match broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(anyhow::Error::from(error).context("standard input cannot be read")),
        None => Ok(Exit::Done),
    }
}

/// The record that `request` gets, with its line end.
fn record(engine: &Engine, edition: &Edition<'_>, request: Request) -> Vec<u8> {
    let id = serde_json::to_vec(&request.id).unwrap_or_else(|_| b"null".to_vec());
    let path = request.path();
    let reading = match request.bytes {
        Ok(bytes) => engine.reading_of(path, request.kind.map(|kind| kind.name()), bytes),
        Err(failure) => Reading::failed(path, failure),
    };
    let write = |reading: Reading<'_>| {
        let mut record = vec![];
        // Writing into memory does not fail.
        let _ = line(&reading, edition, &mut record);
        // The record is an object: its id goes behind the brace that opens it.
        let mut whole = [b"{\"id\":", id.as_slice(), b",", record.get(1..).unwrap_or_default()].concat();
        whole.push(b'\n');
        (whole, 0)
    };
    Engine::made(reading, write).value
}

/// Ends the program, as nobody takes its output any more: the thread that waits for standard input cannot be called back.
fn gone(error: anyhow::Error) -> anyhow::Error {
    if is_broken_pipe(&error) {
        process::exit(0);
    }
    say(format_args!("candour: {error:#}"));
    process::exit(2)
}
