//! A `Thread` is one statement through a series: the meetings that say it, and how each takes it up from the one before.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use super::change::{Change, ChangeKind};
use super::likeness::{Relation, compare};
use super::near::Near;
use super::unit::Unit;

/// One statement through a series.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    /// The meetings that say it, in order; each meeting once.
    pub turns: Vec<Turn>,
}

/// What one meeting says of a thread.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Index of the meeting.
    pub meeting: usize,
    /// Index of the unit among the meeting's.
    pub unit: usize,
    /// How it takes up the turn before; `None` for the first.
    pub relation: Option<Relation>,
    /// Whether word for word.
    pub exact: bool,
    /// What has changed since the turn before.
    pub changes: Vec<Shift>,
}

/// What has changed from one turn to the next, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// What sort of thing.
    pub kind: ChangeKind,
    /// The words before; empty when something was added.
    pub before: String,
    /// The words now; empty when something was left out.
    pub after: String,
}

impl Thread {
    /// Whether more than one meeting says it.
    #[must_use]
    pub fn recurs(&self) -> bool {
        self.turns.len() > 1
    }

    /// How many turns stand in `relation` to the one before.
    #[must_use]
    pub fn count(&self, relation: Relation) -> usize {
        self.turns.iter().filter(|turn| turn.relation == Some(relation)).count()
    }

    /// Its turn in the meeting `at`.
    #[must_use]
    pub fn turn(&self, at: usize) -> Option<&Turn> {
        self.turns.iter().find(|turn| turn.meeting == at)
    }
}

impl Turn {
    /// Whether the deadline has moved, whatever else has changed.
    #[must_use]
    pub fn moves_deadline(&self) -> bool {
        self.changes.iter().any(|change| change.kind == ChangeKind::Deadline)
    }
}

/// Threads as they grow, meeting by meeting.
#[derive(Default)]
pub(super) struct Loom {
    pub(super) threads: Vec<Thread>,
    /// Threads by what was said word for word.
    by_key: HashMap<String, u32>,
    near: Near,
    /// For each meeting and unit, its thread.
    pub(super) of: Vec<Vec<u32>>,
}

/// One way of taking a unit for a turn of a thread.
struct Claim {
    share: f32,
    unit: usize,
    thread: u32,
    turn: Turn,
}

impl Loom {
    /// Takes in the meeting `at` of `meetings`.
    pub(super) fn add(&mut self, meetings: &[&[Unit]], at: usize) {
        let units = meetings[at];
        let mut threads: Vec<Option<u32>> = vec![None; units.len()];
        for (index, unit) in units.iter().enumerate() {
            let known = self.by_key.get(&key(unit)).copied();
            threads[index] = known.filter(|&thread| self.take(meetings, (at, index), thread));
        }
        let mut claims: Vec<Claim> = vec![];
        for index in (0..units.len()).filter(|&index| threads[index].is_none()) {
            claims.extend(self.claims(meetings, (at, index)));
        }
        claims.sort_by(|a, b| b.share.partial_cmp(&a.share).unwrap_or(Ordering::Equal).then(a.unit.cmp(&b.unit)));
        for claim in claims {
            let thread = &mut self.threads[claim.thread as usize];
            if threads[claim.unit].is_none() && thread.turns.last().is_some_and(|turn| turn.meeting < at) {
                thread.turns.push(claim.turn);
                threads[claim.unit] = Some(claim.thread);
            }
        }
        let threads = threads.into_iter().enumerate();
        let of = threads
            .map(|(index, thread)| self.settle(&units[index], (at, index), thread))
            .collect();
        self.of.push(of);
    }

    /// Gives the unit to a thread of its own when it has none, and makes it known.
    fn settle(&mut self, unit: &Unit, (meeting, index): (usize, usize), thread: Option<u32>) -> u32 {
        let thread = thread.unwrap_or_else(|| match self.by_key.get(&key(unit)) {
            // Said twice in one meeting.
            Some(&thread)
                if self.threads[thread as usize]
                    .turns
                    .last()
                    .is_some_and(|turn| turn.meeting == meeting) =>
            {
                thread
            }
            _ => {
                let first = Turn {
                    meeting,
                    unit: index,
                    relation: None,
                    exact: false,
                    changes: vec![],
                };
                self.threads.push(Thread { turns: vec![first] });
                self.threads.len() as u32 - 1
            }
        });
        if self.by_key.insert(key(unit), thread) != Some(thread) && !unit.standing && !unit.is_short() {
            self.near.add(thread, &unit.words);
        }
        thread
    }

    /// Makes the unit a turn of `thread`, which has said its words before; whether that could be done.
    fn take(&mut self, meetings: &[&[Unit]], (meeting, index): (usize, usize), thread: u32) -> bool {
        let turns = &self.threads[thread as usize].turns;
        let Some(last) = turns.last() else { return false };
        if last.meeting == meeting {
            return true;
        }
        let before = &meetings[last.meeting][last.unit];
        let Some((_, turn)) = turn(before, &meetings[meeting][index], (meeting, index)) else {
            return false;
        };
        self.threads[thread as usize].turns.push(turn);
        true
    }

    /// The threads that the unit may be a turn of.
    fn claims(&self, meetings: &[&[Unit]], (meeting, index): (usize, usize)) -> Vec<Claim> {
        let unit = &meetings[meeting][index];
        if unit.standing || unit.is_short() {
            return vec![];
        }
        let claim = |thread: u32| {
            let last = self.threads[thread as usize].turns.last().filter(|turn| turn.meeting < meeting)?;
            let before = &meetings[last.meeting][last.unit];
            // What a review of actions says of an action is a report on it, not the action again.
            let report = unit.reviewing && unit.action.is_none() && before.action.is_some();
            let (share, turn) = turn(before, unit, (meeting, index)).filter(|_| !before.standing && !report)?;
            Some(Claim {
                share,
                unit: index,
                thread,
                turn,
            })
        };
        self.near.find(&unit.words).into_iter().filter_map(claim).collect()
    }
}

/// How `after`, the unit at `at`, takes up `before`, and the share of common weight.
fn turn(before: &Unit, after: &Unit, (meeting, unit): (usize, usize)) -> Option<(f32, Turn)> {
    let likeness = compare(&before.words, &after.words)?;
    let share = likeness.share;
    let piece = |text: &str, range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let shift = |change: &Change| Shift {
        kind: change.kind,
        before: piece(&before.text, &change.before),
        after: piece(&after.text, &change.after),
    };
    let mut changes: Vec<Shift> = likeness.changes.iter().map(shift).collect();
    changes.extend(slots(before, after, &changes));
    let relation = super::likeness::relation(changes.iter().map(|shift| shift.kind));
    let exact = relation == Relation::Recycled
        && before
            .words
            .iter()
            .map(|word| &word.key)
            .eq(after.words.iter().map(|word| &word.key));
    let turn = Turn {
        meeting,
        unit,
        relation: Some(relation),
        exact,
        changes,
    };
    Some((share, turn))
}

/// What has changed in the columns beside an action, when the change does not stand in its words.
fn slots(before: &Unit, after: &Unit, said: &[Shift]) -> Vec<Shift> {
    let (Some(one), Some(other)) = (&before.action, &after.action) else {
        return vec![];
    };
    let shift = |kind, before: &str, after: &str| Shift {
        kind,
        before: before.to_owned(),
        after: after.to_owned(),
    };
    let told = |kinds: &[ChangeKind]| said.iter().any(|shift| kinds.contains(&shift.kind));
    let mut shifts = vec![];
    // Owners that stand in the words were compared with them.
    let column = |unit: &Unit, owners: &[String]| !owners.is_empty() && owners.iter().all(|owner| !unit.text.contains(owner.as_str()));
    if column(before, &one.owners) && column(after, &other.owners) {
        let (was, is) = (one.owners.join(", "), other.owners.join(", "));
        if was.to_lowercase() != is.to_lowercase() {
            shifts.push(shift(ChangeKind::Person, &was, &is));
        }
    }
    if one.due != other.due && !told(&[ChangeKind::Deadline, ChangeKind::Date]) {
        let both = !one.due.is_empty() && !other.due.is_empty();
        let kind = if both { ChangeKind::Deadline } else { ChangeKind::Date };
        shifts.push(shift(kind, &one.due.join(", "), &other.due.join(", ")));
    }
    if one.status != other.status && !told(&[ChangeKind::Status]) {
        shifts.push(shift(ChangeKind::Status, one.status.name(), other.status.name()));
    }
    shifts
}

/// What is said word for word; short sentences with what they stand beside. What is said in short of an earlier action ("AP3: not
/// done") is said of that action alone.
fn key(unit: &Unit) -> String {
    let mut key = String::with_capacity(unit.text.len() + 8);
    if unit.is_short() && unit.reviewing && unit.action.is_none() {
        let (place, _) = unit.place;
        key = format!("{} {} {}|", unit.paragraph.as_deref().unwrap_or_default(), place.line, place.chars);
    } else if unit.is_short() {
        key.push_str(&unit.beside.to_lowercase());
        key.push('|');
    }
    for word in &unit.words {
        key.push_str(&word.key);
        key.push(' ');
    }
    key
}
