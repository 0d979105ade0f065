//! An `Alignment` says which words of two sentences are the same, which were moved, and which stand in one of them alone.

use std::ops::Range;

use super::lexis::Kind;
use super::word::Word;

/// Most cells of the table of the longest common subsequence; longer middles are aligned at their ends alone.
const MOST_CELLS: usize = 1 << 16;

/// Which words of two sentences are the same.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// Indexes of words that are the same in the same order, rising on both sides.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Words that stand elsewhere on the other side.
    pub(super) moved: Vec<Moved>,
    /// Stretches between the pairs, less what was moved.
    pub(super) hunks: Vec<Hunk>,
}

/// A stretch that differs: what stands in its place on either side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) before: Vec<usize>,
    pub(super) after: Vec<usize>,
    /// Where it stands among the words of either side.
    pub(super) at: (usize, usize),
}

/// A run of words that stands elsewhere.
#[derive(Debug)]
pub(super) struct Moved {
    pub(super) before: Range<usize>,
    pub(super) after: Range<usize>,
}

/// Aligns the words of two sentences: their common ends, then the heaviest common subsequence of what is between (Wagner and
/// Fischer 1974, with weights), then runs that were moved.
pub(super) fn align(before: &[Word], after: &[Word]) -> Alignment {
    let same = |(one, other): &(&Word, &Word)| one.sum == other.sum;
    let head = before.iter().zip(after).take_while(same).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(same).count();
    let (end, other_end) = (before.len() - tail, after.len() - tail);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    pairs.extend(common(before, after, (head..end, head..other_end)));
    pairs.extend((0..tail).map(|at| (end + at, other_end + at)));
    let mut left = (vec![true; before.len()], vec![true; after.len()]);
    for &(one, other) in &pairs {
        left.0[one] = false;
        left.1[other] = false;
    }
    let moved = moved((before, after), &mut left);
    let hunks = hunks((before.len(), after.len()), &pairs, &left);
    Alignment { pairs, moved, hunks }
}

/// The heaviest common subsequence within `middle`.
fn common(before: &[Word], after: &[Word], (one, other): (Range<usize>, Range<usize>)) -> Vec<(usize, usize)> {
    let (height, width) = (one.len(), other.len());
    if height == 0 || width == 0 || height * width > MOST_CELLS {
        return vec![];
    }
    let across = width + 1;
    let mut best = vec![0f32; (height + 1) * across];
    for row in (0..height).rev() {
        for column in (0..width).rev() {
            let (word, twin) = (&before[one.start + row], &after[other.start + column]);
            let skip = best[(row + 1) * across + column].max(best[row * across + column + 1]);
            let take = if word.sum == twin.sum {
                best[(row + 1) * across + column + 1] + word.weight()
            } else {
                0.0
            };
            best[row * across + column] = skip.max(take);
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut pairs = vec![];
    while row < height && column < width {
        let here = best[row * across + column];
        let word = &before[one.start + row];
        let same = word.sum == after[other.start + column].sum;
        if same && here <= best[(row + 1) * across + column + 1] + word.weight() {
            pairs.push((one.start + row, other.start + column));
            (row, column) = (row + 1, column + 1);
        } else if here <= best[(row + 1) * across + column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// Runs of words that are left on both sides, the longest from each place; they are left no longer.
fn moved((before, after): (&[Word], &[Word]), left: &mut (Vec<bool>, Vec<bool>)) -> Vec<Moved> {
    let mut runs = vec![];
    for start in 0..before.len() {
        let begins = |left: &(Vec<bool>, Vec<bool>), at: usize| left.1[at] && before[start].sum == after[at].sum;
        if !left.0[start] || before[start].kind == Kind::Filler && !leads(before, start) {
            continue;
        }
        let run = |left: &(Vec<bool>, Vec<bool>), at: usize| {
            let words = before[start..].iter().zip(&after[at..]);
            let free = |offset: usize| left.0[start + offset] && left.1[at + offset];
            words
                .enumerate()
                .take_while(|(offset, (one, other))| free(*offset) && one.sum == other.sum)
                .count()
        };
        let places = (0..after.len()).filter(|&at| begins(left, at));
        let Some((length, at)) = places
            .map(|at| (run(left, at), at))
            .max_by_key(|&(length, at)| (length, usize::MAX - at))
        else {
            continue;
        };
        if before[start..start + length].iter().all(|word| word.kind == Kind::Filler) {
            continue;
        }
        left.0[start..start + length].fill(false);
        left.1[at..at + length].fill(false);
        runs.push(Moved {
            before: start..start + length,
            after: at..at + length,
        });
    }
    runs
}

/// Whether the word at `at` leads a phrase: "at the last meeting".
fn leads(words: &[Word], at: usize) -> bool {
    words
        .get(at + 1)
        .is_some_and(|next| next.kind != Kind::Filler || words.get(at + 2).is_some())
}

fn hunks(ends: (usize, usize), pairs: &[(usize, usize)], left: &(Vec<bool>, Vec<bool>)) -> Vec<Hunk> {
    let mut hunks = vec![];
    let mut from = (0, 0);
    for &(one, other) in pairs.iter().chain([&ends]) {
        let hunk = Hunk {
            before: (from.0..one).filter(|&at| left.0[at]).collect(),
            after: (from.1..other).filter(|&at| left.1[at]).collect(),
            at: from,
        };
        if !hunk.before.is_empty() || !hunk.after.is_empty() {
            hunks.push(hunk);
        }
        from = (one + 1, other + 1);
    }
    hunks
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;

    #[test]
    fn what_is_same_moved_and_changed() {
        let before = words("At the last meeting the nursery said that Poppy was tired.");
        let after = words("The nursery said at the last meeting that Poppy was hungry.");
        let alignment = align(&before, &after);
        assert_eq!(alignment.moved.len(), 1, "{alignment:?}");
        let changed: Vec<&str> = alignment
            .hunks
            .iter()
            .flat_map(|hunk| &hunk.after)
            .map(|&at| &*after[at].key)
            .collect();
        assert_eq!(changed, ["hungry"]);
    }

    #[test]
    fn nothing_and_endless_sentences_are_aligned() {
        assert!(align(&[], &[]).hunks.is_empty());
        let long = words(&"visit call ".repeat(400));
        let other = words(&format!("first {} last", "call visit ".repeat(400)));
        assert!(align(&long, &other).pairs.len() <= long.len());
    }
}
