//! A `Relay` stands between whoever feeds work, the threads that do it, and whoever takes the results in order: it says
//! which piece is begun next, and holds back what would pile up.
//!
//! Large pieces are begun before small ones, so that the last thread is not left alone with the largest; but only as long as
//! their results may wait. What waits is bounded in bytes, and so is what is in hand.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many pieces a thread may be ahead of the one that is waited for.
const AHEAD: usize = 32;
/// How many bytes of results may wait for each thread.
const WAITING: usize = 2 << 20;
/// How many bytes of input may be in hand for each thread, unless a single piece is larger.
const IN_HAND: u64 = 8 << 20;
/// How many bytes a result has for a byte of input, at a guess.
const SWELLS: usize = 4;
/// How often the taker looks whether it was asked to stop.
const LOOK: Duration = Duration::from_millis(50);

/// How many threads work, and under which terms.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The number of threads.
    pub jobs: usize,
    /// Whether pieces take as much memory as their size while they wait to be begun.
    pub heavy: bool,
    /// Set from outside when nothing more shall be begun.
    pub stop: &'a AtomicBool,
}

impl Terms<'_> {
    /// Whether somebody asked to stop.
    #[must_use]
    pub fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// What the taker of results is to do next.
pub(super) enum Turn<T> {
    /// Take the next result.
    Take(T),
    /// No result is ready yet.
    Pause,
    /// There are no more.
    End,
}

/// The state between the feeder, the threads and the taker.
pub(super) struct Relay<'a, J, T> {
    terms: Terms<'a>,
    state: Mutex<State<J, T>>,
    room: Condvar,
    work: Condvar,
    ready: Condvar,
}

struct State<J, T> {
    /// Pieces that were fed and not begun, with their sizes.
    fed: BTreeMap<usize, (J, u64)>,
    fed_bytes: u64,
    /// Sizes of the pieces that are being worked at.
    in_hand: BTreeMap<usize, u64>,
    in_hand_bytes: u64,
    /// Results that wait for their turn, with what they weigh.
    done: BTreeMap<usize, (T, usize)>,
    done_bytes: usize,
    /// The ticket of the next result to be taken, and of the next piece to be fed.
    next: usize,
    tickets: usize,
    /// No more will be fed.
    closed: bool,
    /// Nobody takes results any more.
    ended: bool,
}

impl<'a, J, T> Relay<'a, J, T> {
    pub(super) const fn new(terms: Terms<'a>) -> Self {
        let state = State {
            fed: BTreeMap::new(),
            fed_bytes: 0,
            in_hand: BTreeMap::new(),
            in_hand_bytes: 0,
            done: BTreeMap::new(),
            done_bytes: 0,
            next: 0,
            tickets: 0,
            closed: false,
            ended: false,
        };
        Self {
            terms,
            state: Mutex::new(state),
            room: Condvar::new(),
            work: Condvar::new(),
            ready: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<J, T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room for another piece; `false` when nobody wants more.
    pub(super) fn has_room(&self) -> bool {
        let mut state = self.lock();
        while !state.ended && !self.terms.stopped() {
            if state.has_room(&self.terms) {
                return true;
            }
            state = wait(&self.room, state);
        }
        false
    }

    /// Feeds a piece.
    pub(super) fn feed(&self, (piece, size): (J, u64)) {
        let mut state = self.lock();
        let ticket = state.tickets;
        state.tickets += 1;
        state.fed_bytes += size;
        state.fed.insert(ticket, (piece, size));
        drop(state);
        self.work.notify_one();
    }

    /// Says that no more will be fed.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.work.notify_all();
        self.ready.notify_all();
    }

    /// Ends the relay for all who wait.
    pub(super) fn end(&self) {
        self.lock().ended = true;
        self.room.notify_all();
        self.work.notify_all();
        self.ready.notify_all();
    }

    /// Waits for a piece that may be begun; `None` when there will be none.
    pub(super) fn begin(&self) -> Option<(usize, J)> {
        let mut state = self.lock();
        loop {
            let over = state.closed && state.fed.is_empty();
            if state.ended || over || self.terms.stopped() {
                return None;
            }
            if let Some(begun) = state.pick(self.terms.jobs).and_then(|ticket| state.begin(ticket)) {
                return Some(begun);
            }
            state = wait(&self.work, state);
        }
    }

    /// Hands in the result for `ticket`, which weighs `bytes`.
    pub(super) fn hand_in(&self, ticket: usize, result: T, bytes: usize) {
        let mut state = self.lock();
        let size = state.in_hand.remove(&ticket).unwrap_or_default();
        state.in_hand_bytes -= size;
        state.done_bytes += bytes;
        state.done.insert(ticket, (result, bytes));
        drop(state);
        self.ready.notify_all();
        self.work.notify_all();
        self.room.notify_all();
    }

    /// The next result when it is there.
    pub(super) fn turn(&self) -> Turn<T> {
        let mut state = self.lock();
        let next = state.next;
        if let Some((result, bytes)) = state.done.remove(&next) {
            state.done_bytes -= bytes;
            state.next += 1;
            drop(state);
            self.work.notify_all();
            self.room.notify_all();
            return Turn::Take(result);
        }
        let stopped = self.terms.stopped() && !state.in_hand.contains_key(&next);
        let over = state.closed && state.next == state.tickets;
        if state.ended || over || stopped { Turn::End } else { Turn::Pause }
    }

    /// Waits until the next result may be there.
    pub(super) fn pause(&self) {
        let state = self.lock();
        let over = state.closed && state.next == state.tickets;
        if !state.done.contains_key(&state.next) && !over && !state.ended {
            drop(wait(&self.ready, state));
        }
    }
}

impl<J, T> State<J, T> {
    fn has_room(&self, terms: &Terms<'_>) -> bool {
        let near = self.tickets - self.next < AHEAD * terms.jobs;
        let light = !terms.heavy || self.fed_bytes + self.in_hand_bytes < IN_HAND * terms.jobs as u64;
        near && (light || self.fed.is_empty() && self.in_hand.is_empty())
    }

    /// The piece to be begun now, if any.
    fn pick(&self, jobs: usize) -> Option<usize> {
        let (&first, &(_, size)) = self.fed.first_key_value()?;
        let most = WAITING * jobs;
        let fits = |size: u64| self.in_hand.is_empty() || self.in_hand_bytes + size <= IN_HAND * jobs as u64;
        if first == self.next && !fits(size) || first != self.next && self.done_bytes >= most {
            return None;
        }
        let may_wait = |size: u64| self.done_bytes + (size as usize).saturating_mul(SWELLS) <= most / 2;
        let early = self.fed.iter().filter(|&(_, &(_, size))| fits(size) && may_wait(size));
        let largest = early.max_by_key(|&(&ticket, &(_, size))| (size, std::cmp::Reverse(ticket)));
        largest.map(|(&ticket, _)| ticket).or_else(|| fits(size).then_some(first))
    }

    fn begin(&mut self, ticket: usize) -> Option<(usize, J)> {
        let (piece, size) = self.fed.remove(&ticket)?;
        self.fed_bytes -= size;
        self.in_hand_bytes += size;
        self.in_hand.insert(ticket, size);
        Some((ticket, piece))
    }
}

fn wait<'s, S>(what: &Condvar, state: MutexGuard<'s, S>) -> MutexGuard<'s, S> {
    what.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relay<'a>(stop: &'a AtomicBool, sizes: &[u64]) -> Relay<'a, (), ()> {
        let relay = Relay::new(Terms {
            jobs: 2,
            heavy: false,
            stop,
        });
        sizes.iter().for_each(|&size| relay.feed(((), size)));
        relay.close();
        relay
    }

    fn begun(relay: &Relay<'_, (), ()>) -> usize {
        relay.begin().expect("something may be begun").0
    }

    #[test]
    fn the_largest_whose_result_may_wait_is_begun_first() {
        let stop = AtomicBool::new(false);
        let relay = relay(&stop, &[10, 30, 5 << 20, 20]);
        assert_eq!([begun(&relay), begun(&relay), begun(&relay)], [1, 3, 0]);
        assert_eq!(begun(&relay), 2, "too large to wait, but nothing else is left");
    }

    #[test]
    fn what_waits_is_bounded_and_the_next_always_goes_on() {
        let stop = AtomicBool::new(false);
        let relay = relay(&stop, &[1, 1, 9, 8, 7]);
        assert_eq!(begun(&relay), 2);
        relay.hand_in(2, (), WAITING);
        assert_eq!(begun(&relay), 0, "half is full: in order from here");
        assert_eq!(begun(&relay), 1);
        relay.hand_in(1, (), 2 * WAITING);
        assert!(relay.lock().pick(2).is_none(), "full, and the next is in hand");
        relay.hand_in(0, (), 1);
        for _ in 0..3 {
            assert!(matches!(relay.turn(), Turn::Take(())));
        }
        assert!(matches!(relay.turn(), Turn::Pause));
        assert_eq!(begun(&relay), 3);
    }

    #[test]
    fn a_piece_beyond_all_bounds_goes_alone() {
        let stop = AtomicBool::new(false);
        let relay = relay(&stop, &[IN_HAND * 9, 1]);
        assert_eq!(begun(&relay), 1);
        assert!(relay.lock().pick(2).is_none(), "the large one waits for the threads to be free");
        relay.hand_in(1, (), 1);
        assert_eq!(begun(&relay), 0);
    }

    #[test]
    fn nothing_is_begun_after_a_stop_and_what_is_in_hand_is_taken() {
        let stop = AtomicBool::new(false);
        let relay = relay(&stop, &[3, 2, 1]);
        assert_eq!(begun(&relay), 0);
        stop.store(true, Ordering::Relaxed);
        assert!(relay.begin().is_none());
        assert!(matches!(relay.turn(), Turn::Pause));
        relay.hand_in(0, (), 1);
        assert!(matches!(relay.turn(), Turn::Take(())));
        assert!(matches!(relay.turn(), Turn::End));
    }
}
