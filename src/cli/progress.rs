//! The `Progress` tells a person at a terminal how far a long run has come, and is silent everywhere else.

#![expect(clippy::disallowed_methods, reason = "this file reads the clock")]

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use candour::report::text::{counted, grouped};

use super::say;

/// How often the line is drawn; a run that is over before the first time shows none.
const BEAT: Duration = Duration::from_millis(250);
/// Columns of the bar.
const BAR: u64 = 12;
/// Columns of a terminal that does not say how many it has.
const COLUMNS: usize = 80;

/// How far a run has come.
pub(super) struct Progress {
    pub(super) quiet: bool,
    documents: u64,
    bytes: u64,
    done: AtomicU64,
    done_bytes: AtomicU64,
    errors: AtomicU64,
    began: Instant,
    /// Whether a line stands on the terminal.
    drawn: Mutex<bool>,
}

impl Progress {
    /// The progress through inputs of these sizes.
    pub(super) fn new(sizes: &[u64], quiet: bool) -> Self {
        Self {
            quiet,
            documents: sizes.len() as u64,
            bytes: sizes.iter().sum(),
            done: AtomicU64::new(0),
            done_bytes: AtomicU64::new(0),
            errors: AtomicU64::new(0),
            began: Instant::now(),
            drawn: Mutex::new(false),
        }
    }

    /// Another input of `bytes` is done.
    pub(super) fn add(&self, bytes: u64, failed: bool) {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.done_bytes.fetch_add(bytes, Ordering::Relaxed);
        self.errors.fetch_add(u64::from(failed), Ordering::Relaxed);
    }

    /// Does `run` and shows how it goes on, when standard error is a terminal and more than one input is read.
    pub(super) fn during<T>(&self, run: impl FnOnce() -> T) -> T {
        if self.quiet || self.documents < 2 || !stderr().is_terminal() {
            return run();
        }
        thread::scope(|scope| {
            let (stop, stopped) = mpsc::channel::<()>();
            scope.spawn(move || {
                while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                    self.draw();
                }
                self.clear();
            });
            let result = run();
            drop(stop);
            result
        })
    }

    /// Says something without tearing the line.
    pub(super) fn say(&self, what: impl Display) {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        wipe(&mut drawn);
        say(what);
    }

    fn draw(&self) {
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let line: String = self
            .line(self.began.elapsed())
            .chars()
            .take(columns.unwrap_or(COLUMNS).saturating_sub(1))
            .collect();
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        wipe(&mut drawn);
        *drawn = write!(stderr(), "{line}").is_ok();
    }

    fn clear(&self) {
        wipe(&mut self.drawn.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn line(&self, took: Duration) -> String {
        let (done, bytes) = (self.done.load(Ordering::Relaxed), self.done_bytes.load(Ordering::Relaxed));
        let whole = self.bytes.max(1);
        let filled = (bytes.min(whole) * BAR / whole) as usize;
        let bar = "#".repeat(filled) + &"-".repeat(BAR as usize - filled);
        let rate = bytes as f64 / took.as_secs_f64().max(0.001);
        let errors = match self.errors.load(Ordering::Relaxed) {
            0 => String::new(),
            errors => format!(", {}", counted(errors, "error")),
        };
        format!(
            "[{bar}] {} of {} documents, {} of {} MB, {:.1} MB/s, {} left{errors}",
            grouped(done),
            grouped(self.documents),
            grouped(bytes / 1_000_000),
            grouped(self.bytes / 1_000_000),
            rate / 1e6,
            span((self.bytes.saturating_sub(bytes)) as f64 / rate.max(1.0)),
        )
    }
}

/// Takes the line off the terminal, if there is one.
fn wipe(drawn: &mut bool) {
    if std::mem::take(drawn) {
        let _ = write!(stderr(), "\r\x1b[K");
    }
}

/// A time as people say it.
fn span(seconds: f64) -> String {
    match seconds as u64 {
        seconds @ 0..100 => format!("{seconds} s"),
        seconds @ 100..6000 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h", seconds.div_ceil(3600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_documents_bytes_rate_time_left_and_errors() {
        let progress = Progress::new(&[30_000_000, 90_000_000], false);
        progress.add(30_000_000, true);
        let line = progress.line(Duration::from_secs(10));
        let expected = "[###---------] 1 of 2 documents, 30 of 120 MB, 3.0 MB/s, 30 s left, 1 error";
        assert_eq!(line, expected);
        assert!(Progress::new(&[0, 0], false).line(Duration::ZERO).contains("0 of 2 documents"));
        assert_eq!([span(99.0), span(100.0), span(7201.0)], ["99 s", "2 min", "3 h"]);
    }
}
