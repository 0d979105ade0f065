//! A batch is many inputs worked through at the same time, their results handed over one by one in the order given.
//!
//! This room and `cli` are the only ones that touch files and threads. What is in hand and what waits for its turn is bounded,
//! so that ten thousand files take no more memory than forty.

mod lines;
mod packed;
mod read;
mod relay;
mod request;
mod walk;
mod watched;

pub use lines::{Line, Lines};
pub use read::{Input, read};
pub use relay::Terms;
pub use request::{Id, Kind, Request, Written};
pub use walk::{Walk, walk, walk_for};
pub use watched::{READER, Watch};

use std::io;
use std::panic::{self, AssertUnwindSafe};

use rayon::ThreadPoolBuilder;

use crate::reading::Failure;
use relay::{Relay, Turn};

/// What is handed over, in order.
#[derive(Debug)]
pub enum Step<T> {
    /// A result.
    Result(T),
    /// The next result is not ready: what was gathered can be flushed.
    Pause,
}

/// Does `work` for every piece that `feed` gives with its size in bytes, under `terms`, and hands the results, which `work` gives with
/// the bytes that they hold, to `deliver`: in the order of `feed`, on the calling thread, until `deliver` gives an error.
///
/// # Errors
/// The first error of `deliver`, or that a thread could not be started.
pub fn in_order<J: Send, T: Send, E: From<io::Error>>(
    terms: Terms<'_>,
    mut feed: impl Iterator<Item = (J, u64)> + Send,
    work: impl Fn(J) -> (T, usize) + Sync,
    mut deliver: impl FnMut(Step<T>) -> Result<(), E>,
) -> Result<(), E> {
    if terms.jobs <= 1 {
        while !terms.stopped()
            && let Some((piece, _)) = feed.next()
        {
            deliver(Step::Result(work(piece).0))?;
            deliver(Step::Pause)?;
        }
        return Ok(());
    }
    // One more than works: it lists and opens what is to be worked at.
    let pool = ThreadPoolBuilder::new()
        .num_threads(terms.jobs + 1)
        .build()
        .map_err(io::Error::other)?;
    let relay = Relay::new(terms);
    pool.in_place_scope(|scope| {
        let relay = &relay;
        let work = &work;
        let _end = Ending(relay);
        for _ in 0..terms.jobs {
            scope.spawn(move |_| {
                let end = Ending(relay);
                while let Some((ticket, piece)) = relay.begin() {
                    let (result, bytes) = work(piece);
                    relay.hand_in(ticket, result, bytes);
                }
                // Only a panic ends the relay for the others.
                std::mem::forget(end);
            });
        }
        scope.spawn(move |_| {
            while relay.has_room()
                && let Some(piece) = feed.next()
            {
                relay.feed(piece);
            }
            relay.close();
        });
        loop {
            match relay.turn() {
                Turn::Take(result) => deliver(Step::Result(result))?,
                Turn::Pause => {
                    deliver(Step::Pause)?;
                    relay.pause();
                }
                Turn::End => return Ok(()),
            }
        }
    })
}

/// Ends the relay when the thread that holds it goes, by whatever way.
struct Ending<'r, 'a, J, T>(&'r Relay<'a, J, T>);

impl<J, T> Drop for Ending<'_, '_, J, T> {
    fn drop(&mut self) {
        self.0.end();
    }
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
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    fn terms(stop: &AtomicBool, jobs: usize) -> Terms<'_> {
        Terms { jobs, heavy: false, stop }
    }

    fn pieces(count: usize) -> impl Iterator<Item = (usize, u64)> + Send {
        (0..count).map(|ticket| (ticket, (ticket as u64 * 7919) % 1000))
    }

    fn run(count: usize, jobs: usize) -> Vec<usize> {
        let mut got = vec![];
        let slow_first = |ticket: usize| {
            if ticket.is_multiple_of(7) {
                std::thread::yield_now();
            }
            (ticket, 1 << 20)
        };
        let stop = AtomicBool::new(false);
        let kept: io::Result<()> = in_order(terms(&stop, jobs), pieces(count), slow_first, |step| {
            if let Step::Result(ticket) = step {
                got.push(ticket);
            }
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
        let done = AtomicUsize::new(0);
        let work = |_| (done.fetch_add(1, Ordering::Relaxed), 1);
        let stop = AtomicBool::new(false);
        let enough = |_| Err(io::Error::other("enough"));
        assert!(in_order(terms(&stop, 2), pieces(10_000), work, enough).is_err());
        assert!(done.load(Ordering::Relaxed) < 200);
    }

    #[test]
    fn a_stop_leaves_a_whole_beginning() {
        for jobs in [1, 3] {
            let stop = AtomicBool::new(false);
            let mut got = vec![];
            let kept: io::Result<()> = in_order(
                terms(&stop, jobs),
                pieces(10_000),
                |it| (it, 1),
                |step| {
                    if let Step::Result(ticket) = step {
                        got.push(ticket);
                        stop.store(ticket >= 5, Ordering::Relaxed);
                    }
                    Ok(())
                },
            );
            kept.unwrap();
            assert_eq!(got, (0..got.len()).collect::<Vec<_>>());
            assert!((6..1_000).contains(&got.len()), "{}", got.len());
        }
    }

    #[test]
    fn a_panic_that_nobody_caught_does_not_hang() {
        let stop = AtomicBool::new(false);
        let work = |ticket: usize| {
            assert!(ticket != 3, "as it should");
            ((), 1)
        };
        let run = AssertUnwindSafe(|| in_order(terms(&stop, 2), pieces(100), work, |_| io::Result::Ok(())));
        assert!(panic::catch_unwind(run).is_err());
    }
}
