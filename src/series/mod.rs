//! A `Series` is the minutes of successive meetings read together: what they say again, what has changed, what became of their actions.
//!
//! Each sentence, and each action, of a meeting is held against what earlier meetings said: word for word first, then against the few
//! statements that share its rare pairs of words ([`compare`]). It takes up at most one of them, and each is taken up at most once in a
//! meeting, the likest first. What changed since the last time decides: nothing (*recycled*), the deadline alone, or more (*updated*).

mod align;
mod carried;
mod change;
mod deadline;
mod lexis;
mod likeness;
mod meeting;
mod near;
mod share;
mod standing;
mod thread;
mod unit;
mod word;

pub use carried::Promise;
pub use change::{Change, ChangeKind};
pub use lexis::Kind;
pub use likeness::{Likeness, Relation, compare};
pub use meeting::{Meeting, Minutes};
pub use share::Share;
pub use thread::{Shift, Thread, Turn};
pub use unit::{Slots, Unit};
pub use word::{Word, words};

use std::collections::HashMap;

use crate::reading::Digest;

/// The minutes of successive meetings, read together.
#[derive(Debug, Default)]
pub struct Series {
    /// The meetings that are compared, by their own dates; those without a date keep their place among the others as given.
    pub meetings: Vec<Meeting>,
    /// Minutes whose text is that of a meeting, which is told by its index; they are compared no second time.
    pub twins: Vec<(Meeting, usize)>,
    /// Inputs that could not be read.
    pub failed: Vec<Meeting>,
    /// What the meetings say, in order of the first place; standing text apart.
    pub threads: Vec<Thread>,
    /// Standing text that recurs, in the same order.
    pub standing: Vec<Thread>,
    /// The actions, in the same order.
    pub promises: Vec<Promise>,
    /// What each meeting is made of.
    pub shares: Vec<Share>,
}

impl Series {
    /// The series of `given`, in whatever order.
    #[must_use]
    pub fn of(given: Vec<Meeting>) -> Self {
        let (read, failed): (Vec<_>, Vec<_>) = given.into_iter().partition(|meeting| meeting.outcome.is_ok());
        let (meetings, twins) = apart(in_order(read));
        let units: Vec<&[Unit]> = meetings.iter().map(Meeting::units).collect();
        let mut loom = thread::Loom::default();
        (0..units.len()).for_each(|at| loom.add(&units, at));
        let shares = share::shares(&units, &loom);
        let is_standing = |thread: &Thread| thread.turns.first().is_some_and(|turn| units[turn.meeting][turn.unit].standing);
        let (mut standing, threads): (Vec<_>, Vec<_>) = loom.threads.into_iter().partition(is_standing);
        standing.retain(Thread::recurs);
        let promises = carried::promises(&meetings, &units, &threads);
        Self {
            meetings,
            twins,
            failed,
            threads,
            standing,
            promises,
            shares,
        }
    }

    /// The unit that `turn` is.
    #[must_use]
    pub fn unit(&self, turn: &Turn) -> &Unit {
        &self.meetings[turn.meeting].units()[turn.unit]
    }

    /// What the meeting `at` says that none before it did, standing text apart, in reading order.
    pub fn new_in(&self, at: usize) -> impl Iterator<Item = &Unit> {
        let first = self.threads.iter().filter_map(|thread| thread.turns.first());
        let mut own: Vec<usize> = first.filter(|turn| turn.meeting == at).map(|turn| turn.unit).collect();
        own.sort_unstable();
        own.into_iter().map(move |unit| &self.meetings[at].units()[unit])
    }

    /// The threads that recur, those of most meetings first, then by their first place; with their index.
    #[must_use]
    pub fn recurring(&self) -> Vec<(usize, &Thread)> {
        let mut recurring: Vec<_> = self.threads.iter().enumerate().filter(|(_, thread)| thread.recurs()).collect();
        recurring.sort_by_key(|(at, thread)| (std::cmp::Reverse(thread.turns.len()), *at));
        recurring
    }
}

/// `meetings` by their dates. One without a date stays behind the one that was given before it.
fn in_order(mut meetings: Vec<Meeting>) -> Vec<Meeting> {
    let mut last: Option<String> = None;
    let mut keys: Vec<(Option<String>, usize)> = vec![];
    for (at, meeting) in meetings.iter().enumerate() {
        last = meeting.date().map(str::to_owned).or(last);
        keys.push((last.clone(), at));
    }
    let mut order: Vec<usize> = (0..meetings.len()).collect();
    order.sort_by(|&one, &other| keys[one].cmp(&keys[other]));
    let mut slots: Vec<Option<Meeting>> = meetings.drain(..).map(Some).collect();
    order.into_iter().filter_map(|at| slots[at].take()).collect()
}

/// Takes minutes whose text has come before apart from the others.
fn apart(meetings: Vec<Meeting>) -> (Vec<Meeting>, Vec<(Meeting, usize)>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let (mut own, mut twins) = (vec![], vec![]);
    for meeting in meetings {
        let sum = meeting
            .outcome
            .as_ref()
            .map_or_else(|_| String::new(), |it| Digest::to_string(&it.text_sha256));
        match seen.get(&sum) {
            Some(&at) => twins.push((meeting, at)),
            None => {
                seen.insert(sum, own.len());
                own.push(meeting);
            }
        }
    }
    (own, twins)
}
