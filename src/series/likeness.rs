//! A `Likeness` is what two sentences have to do with each other: whether the later says again what the earlier said, and what has changed.

use super::align::{Alignment, Hunk, align};
use super::change::{Change, ChangeKind, Two, is_opposite};
use super::deadline;
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
        return Some(Likeness {
            share: 1.0,
            changes: vec![],
        });
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

/// The weight that is common: words that are the same or were moved, slips of the pen, and half of what changed within its kind.
fn common(two: &Two<'_>, alignment: &Alignment) -> f32 {
    let paired: f32 = alignment.pairs.iter().map(|&(at, _)| two.before[at].weight()).sum();
    let moved: f32 = alignment.moved.iter().map(|moved| total(&two.before[moved.before.clone()])).sum();
    let like: f32 = alignment.hunks.iter().map(|hunk| kindred(two, hunk)).sum();
    paired + moved + like
}

/// The weight that counts as common though it differs.
fn kindred(two: &Two<'_>, hunk: &Hunk) -> f32 {
    let heavy = |words: &[Word], at: &[usize]| -> Vec<usize> { at.iter().copied().filter(|&at| words[at].kind != Kind::Filler).collect() };
    let (before, after) = (heavy(two.before, &hunk.before), heavy(two.after, &hunk.after));
    if before.is_empty() || after.is_empty() {
        return 0.0;
    }
    let weight = |words: &[Word], at: &[usize]| -> f32 { at.iter().map(|&at| words[at].weight()).sum() };
    let least = weight(two.before, &before).min(weight(two.after, &after));
    if two.is_same_writing(&before, &after) || two.is_same_writing(&hunk.before, &hunk.after) {
        return least;
    }
    let of_kind = |kinds: &[Kind]| {
        let one = before.iter().all(|&at| kinds.contains(&two.before[at].kind));
        one && after.iter().all(|&at| kinds.contains(&two.after[at].kind))
    };
    let single = before.len() == 1 && after.len() == 1;
    let (word, twin) = (&two.before[before[0]], &two.after[after[0]]);
    if single && is_opposite(&word.key, &twin.key) {
        return least;
    }
    let fluid = [Kind::Number, Kind::Date, Kind::Time, Kind::Status, Kind::Much];
    let doer = before[0] == 0
        && after[0] == 0
        && of_kind(&[Kind::Role, Kind::Name, Kind::Matter])
        && does(two.before, &before)
        && does(two.after, &after);
    let same = single && fluid.contains(&word.kind) && word.kind == twin.kind;
    if same || doer || of_kind(&[Kind::Name]) || deadline::is_one(two, hunk, (&before, &after)) {
        return least / 2.0;
    }
    0.0
}

/// Whether the words that open a sentence are those of somebody who is to do something: "SW to …", "Health visitor will …".
fn does(words: &[Word], opening: &[usize]) -> bool {
    let next = opening.last().and_then(|last| words.get(last + 1));
    opening.len() <= 2 && next.is_some_and(|next| matches!(next.kind, Kind::To | Kind::Will))
}
