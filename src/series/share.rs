//! A `Share` is what the words of one meeting's minutes are made of: new, said before, updated, standing.

use super::likeness::Relation;
use super::thread::Loom;
use super::unit::Unit;

/// The words of one meeting, counted; headings apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Standing text.
    pub standing: u64,
    /// What no earlier meeting said.
    pub new: u64,
    /// What an earlier meeting said, and nothing that decides has changed since.
    pub recycled: u64,
    /// What an earlier meeting said, and only the deadline has moved since.
    pub moved: u64,
    /// What an earlier meeting said, and something has changed since.
    pub updated: u64,
    /// Statements that no earlier meeting made.
    pub new_statements: u64,
    /// All statements, standing text apart.
    pub statements: u64,
}

impl Share {
    /// All words but standing text.
    #[must_use]
    pub const fn words(&self) -> u64 {
        self.new + self.recycled + self.moved + self.updated
    }

    /// Recycled words in a hundred that are no standing text; `None` without any.
    #[must_use]
    pub fn recycled_percent(&self) -> Option<f64> {
        let whole = self.words();
        (whole > 0).then(|| (self.recycled as f64 * 1000.0 / whole as f64).round() / 10.0)
    }
}

/// The shares of all meetings.
pub(super) fn shares(meetings: &[&[Unit]], loom: &Loom) -> Vec<Share> {
    let share = |(at, units): (usize, &&[Unit])| {
        let mut share = Share::default();
        for (unit, &thread) in units.iter().zip(&loom.of[at]) {
            let words = u64::from(unit.count);
            if unit.standing {
                share.standing += words;
                continue;
            }
            let relation = loom.threads[thread as usize].turn(at).and_then(|turn| turn.relation);
            share.statements += 1;
            match relation {
                None => {
                    share.new += words;
                    share.new_statements += 1;
                }
                Some(Relation::Recycled) => share.recycled += words,
                Some(Relation::DeadlineMoved) => share.moved += words,
                Some(Relation::Updated) => share.updated += words,
            }
        }
        share
    };
    meetings.iter().enumerate().map(share).collect()
}
