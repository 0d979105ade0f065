//! A `Likeness` is what two sentences have to do with each other: whether the later says again what the earlier said, and what has changed.

use super::align::{Alignment, align};
use super::change::{Change, ChangeKind, Two, is_opposite, is_slip};
use super::lexis::Kind;
use super::word::Word;

/// The least share of common weight (Dice 1945) by which two sentences are on one matter; set on `tests/series/pairs.tsv`.
const ALIKE: f32 = 0.72;
/// The least share of the shorter sentence that must stand in a longer one that says it and more.
const WITHIN: f32 = 0.9;
/// The least common weight from which a sentence can be said to stand within another.
const WITHIN_WEIGHT: f32 = 5.0;
/// The least common weight of words of the matter, names and numbers.
const LEAST_WEIGHT: f32 = 1.9;

/// How a later sentence takes up an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The same is said of the same.
    Recycled,
    /// The same matter, and something that decides has changed.
    Updated,
    /// The wording is unchanged but for the day by which it is to be done.
    DeadlineMoved,
}

impl Relation {
    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recycled => "recycled",
            Self::Updated => "updated",
            Self::DeadlineMoved => "deadline-moved",
        }
    }
}

/// What a later sentence has to do with an earlier one on the same matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The share of their weight that is common, from 0 to 1.
    pub share: f32,
    /// What has changed.
    pub changes: Vec<Change>,
}

impl Likeness {
    /// How the later sentence takes the earlier up.
    #[must_use]
    pub fn relation(&self) -> Relation {
        relation(self.changes.iter().map(|change| change.kind))
    }
}

/// How a sentence that differs by `changes` takes another up.
pub(super) fn relation(mut changes: impl Iterator<Item = ChangeKind> + Clone) -> Relation {
    if changes.clone().next().is_none() {
        Relation::Recycled
    } else if changes.all(|kind| kind == ChangeKind::Deadline) {
        Relation::DeadlineMoved
    } else {
        Relation::Updated
    }
}

/// What `after` has to do with `before`; `None` when they are on different matters.
#[must_use]
pub fn compare(before: &[Word], after: &[Word]) -> Option<Likeness> {
    if is_same(before, after) {
        return Some(Likeness { share: 1.0, changes: vec![] });
    }
    let two = Two { before, after };
    let alignment = align(before, after);
    let (weight, other) = (total(before), total(after));
    let common = common(&two, &alignment);
    let share = 2.0 * common / (weight + other);
    let within = common >= WITHIN_WEIGHT && common / weight.min(other) >= WITHIN;
    if common < LEAST_WEIGHT || (share < ALIKE && !within) {
        return None;
    }
    let changes = two.changes(&alignment);
    Some(Likeness { share, changes })
}

/// Whether both are the same words, fillers and all.
fn is_same(before: &[Word], after: &[Word]) -> bool {
    !before.is_empty() && before.len() == after.len() && before.iter().zip(after).all(|(one, other)| one.key == other.key)
}

pub(super) fn total(words: &[Word]) -> f32 {
    words.iter().map(Word::weight).sum()
}

/// The weight that is common: words that are the same, moved, slips of the pen, and half of what is changed within its kind.
fn common(two: &Two<'_>, alignment: &Alignment) -> f32 {
    let paired: f32 = alignment.pairs.iter().map(|&(at, _)| two.before[at].weight()).sum();
    let moved: f32 = alignment.moved.iter().map(|moved| total(&two.before[moved.before.clone()])).sum();
    let like: f32 = alignment
        .hunks
        .iter()
        .filter_map(|hunk| {
            let heavy = |words: &[Word], at: &[usize]| -> Vec<usize> { at.iter().copied().filter(|&at| words[at].kind != Kind::Filler).collect() };
            let (before, after) = (heavy(two.before, &hunk.before), heavy(two.after, &hunk.after));
            let joined = |words: &[Word], at: &[usize]| -> String { at.iter().map(|&at| words[at].key.as_str()).collect() };
            if !before.is_empty() && joined(two.before, &before) == joined(two.after, &after) {
                return Some(before.iter().map(|&at| two.before[at].weight()).sum());
            }
            let ([at], [twin]) = (before.as_slice(), after.as_slice()) else { return None };
            let (word, twin) = (&two.before[*at], &two.after[*twin]);
            if is_slip(&word.stem, &twin.stem) || is_opposite(&word.key, &twin.key) {
                return Some(word.weight());
            }
            let fluid = matches!(word.kind, Kind::Number | Kind::Date | Kind::Time | Kind::Status | Kind::Much);
            (word.kind == twin.kind && fluid).then(|| word.weight() / 2.0)
        })
        .sum();
    paired + moved + like
}
