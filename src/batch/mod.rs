//! A batch is many inputs worked through at the same time, their results handed over one by one in the order given.
//!
//! This room and `cli` are the only ones that touch files and threads. Never more than a window of results exists
//! at a time, so that ten thousand files take no more memory than forty.

mod read;
mod walk;
mod watched;

pub use read::{Input, read};
pub use walk::{Walk, walk, walk_for};
pub use watched::{READER, Watch};

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;

use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

use crate::reading::Failure;

/// How many results a thread may be ahead of the one that is waited for.
const AHEAD: usize = 8;

/// Does `work` for every number under `count` on `jobs` threads and hands the results to `deliver` in rising order,
/// on the calling thread, until it gives an error.
///
/// # Errors
/// The first error of `deliver`, or that no threads could be started.
pub fn in_order<T: Send, E: From<ThreadPoolBuildError>>(
    count: usize,
    jobs: usize,
    work: impl Fn(usize) -> T + Sync,
    mut deliver: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    if jobs <= 1 || count <= 1 {
        return (0..count).try_for_each(|ticket| deliver(work(ticket)));
    }
    let pool = ThreadPoolBuilder::new().num_threads(jobs.min(count)).build()?;
    let work = &work;
    pool.in_place_scope(|scope| {
        let (sender, results) = mpsc::channel();
        let start = |ticket: usize| {
            let sender = sender.clone();
            if ticket < count {
                scope.spawn(move |_| {
                    let _ = sender.send((ticket, work(ticket)));
                });
            }
        };
        let window = jobs * AHEAD;
        (0..window).for_each(start);
        let mut early = BTreeMap::new();
        for next in 0..count {
            while !early.contains_key(&next) {
                match results.recv() {
                    Ok((ticket, result)) => early.insert(ticket, result),
                    Err(_) => return Ok(()),
                };
            }
            early.remove(&next).map_or(Ok(()), &mut deliver)?;
            start(next + window);
        }
        Ok(())
    })
}

/// What `work` gives, or a failure when it panics: a fault of candour's in one document must not lose the others.
///
/// # Errors
/// When `work` panicked.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| fault())
}

fn fault() -> Failure {
    Failure {
        cause: "internal",
        message: "met a fault of candour's own; please report it, with the file if you may".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn run(count: usize, jobs: usize) -> Vec<usize> {
        let mut got = vec![];
        let slow_first = |ticket: usize| {
            if ticket.is_multiple_of(7) {
                std::thread::yield_now();
            }
            ticket
        };
        let kept: Result<(), ThreadPoolBuildError> = in_order(count, jobs, slow_first, |ticket| {
            got.push(ticket);
            Ok(())
        });
        kept.unwrap();
        got
    }

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        for jobs in [1, 2, 5] {
            for count in [0, 1, 2, 500] {
                assert_eq!(run(count, jobs), (0..count).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn an_error_of_the_receiver_ends_the_work() {
        #[derive(Debug)]
        struct Enough;
        impl From<ThreadPoolBuildError> for Enough {
            fn from(_: ThreadPoolBuildError) -> Self {
                Self
            }
        }
        let done = AtomicUsize::new(0);
        let work = |_| done.fetch_add(1, Ordering::Relaxed);
        assert!(in_order(10_000, 2, work, |_| Err(Enough)).is_err());
        assert!(done.load(Ordering::Relaxed) < 100);
    }
}
