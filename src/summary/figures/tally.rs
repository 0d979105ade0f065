//! A `Tally` here counts what stands in each block of one document, so that its clustering can be told.

use std::collections::BTreeMap;

use crate::summary::statistics::{Base, Counted};

/// Hits by block.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<u32, u64>);

impl Tally {
    /// Counts one in `block`.
    pub(super) fn hit(&mut self, block: u32) {
        *self.0.entry(block).or_default() += 1;
    }

    /// All of it, in a document whose blocks have so many words.
    pub(super) fn counted(&self, words: &[u64]) -> Counted {
        self.counted_in((0, words.len()), words)
    }

    /// What of it lies in the blocks of `range`.
    pub(super) fn counted_in(&self, range: (usize, usize), words: &[u64]) -> Counted {
        let hits = self.0.range(range.0 as u32..range.1 as u32);
        Counted::of(
            hits.map(|(&block, &hits)| (hits, words[block as usize])),
            words[range.0..range.1].iter().sum(),
        )
    }
}

/// The base of the blocks that have `words`; empty blocks are none.
pub(super) fn base(words: &[u64]) -> Base {
    Base::of(words.iter().copied().filter(|&words| words > 0))
}
