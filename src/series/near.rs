//! The `Near` index finds the statements that a sentence may be on one matter with, by the rare pairs of words that they share, so that
//! no sentence is held against all.

use std::collections::HashMap;

use super::lexis::Kind;
use super::word::Word;

/// A pair of words that is in more statements than this tells nothing.
const COMMON: usize = 64;
/// How many pairs of a sentence are looked up, the rarest.
const LOOKED_UP: usize = 8;
/// Of more pairs than this that are known, a statement must share two.
const MANY: usize = 4;
/// How many statements are given, those that share most.
const GIVEN: usize = 10;

/// Statements by the pairs of words in them.
#[derive(Debug, Default)]
pub(super) struct Near {
    by_pair: HashMap<(u64, u64), Vec<u32>>,
}

impl Near {
    /// Adds the `words` of a statement.
    pub(super) fn add(&mut self, statement: u32, words: &[Word]) {
        for pair in pairs(words) {
            let list = self.by_pair.entry(pair).or_default();
            if list.len() <= COMMON && list.last() != Some(&statement) {
                list.push(statement);
            }
        }
    }

    /// The statements that `words` may be on one matter with, those that share the most rare pairs first.
    pub(super) fn find(&self, words: &[Word]) -> Vec<u32> {
        let mut lists: Vec<&Vec<u32>> = pairs(words).filter_map(|pair| self.by_pair.get(&pair)).collect();
        lists.retain(|list| list.len() <= COMMON);
        lists.sort_by_key(|list| list.len());
        let least = if lists.len() > MANY { 2 } else { 1 };
        let mut shared: Vec<u32> = lists.into_iter().take(LOOKED_UP).flatten().copied().collect();
        shared.sort_unstable();
        let mut found: Vec<(u32, usize)> = shared.chunk_by(|one, other| one == other).map(|run| (run[0], run.len())).collect();
        // One pair of many may be shared by chance; of a few it is all that a change has left.
        found.retain(|&(_, times)| times >= least);
        found.sort_unstable_by_key(|&(statement, times)| (std::cmp::Reverse(times), std::cmp::Reverse(statement)));
        found.into_iter().take(GIVEN).map(|(statement, _)| statement).collect()
    }
}

/// The pairs of words that carry the matter, side by side or with one between, so that one changed word leaves some of them.
fn pairs(words: &[Word]) -> impl Iterator<Item = (u64, u64)> {
    let carries = |word: &&Word| matches!(word.kind, Kind::Matter | Kind::Role | Kind::Name | Kind::Status | Kind::Much);
    let sums: Vec<u64> = words.iter().filter(carries).map(|word| word.sum).collect();
    let mut pairs = Vec::with_capacity(2 * sums.len());
    for (at, &one) in sums.iter().enumerate() {
        pairs.extend(sums[at + 1..].iter().take(2).map(|&other| (one, other)));
    }
    pairs.into_iter()
}
