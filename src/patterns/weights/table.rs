//! A `Table` gives a number for a key: open addressing, at most half full, read where it lies in the program.

use serde::{Deserialize, Serialize};

use super::super::rows::{Row, Rows};
use super::stem::{joined, parted};
use super::token::NONE;

/// Numbers by their keys; no key is 0.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Table {
    entries: Rows<Entry, 2>,
}

/// A key and its number; the key 0 is an empty place.
#[derive(Clone, Copy, Default)]
struct Entry {
    key: u64,
    number: u64,
}

impl Row<2> for Entry {
    fn pack(&self) -> [u64; 2] {
        [self.key, self.number]
    }

    #[inline]
    fn unpack([key, number]: [u64; 2]) -> Self {
        Self { key, number }
    }
}

impl Table {
    /// The number of `key`.
    #[inline]
    pub(super) fn get(&self, key: u64) -> Option<u64> {
        let last = self.entries.len().checked_sub(1)?;
        let mut at = place(key) & last;
        loop {
            let entry = self.entries.get(at);
            if entry.key == key {
                return (key != 0).then_some(entry.number);
            }
            if entry.key == 0 {
                return None;
            }
            at = (at + 1) & last;
        }
    }
}

impl FromIterator<(u64, u64)> for Table {
    /// A table of keys and their numbers; of one key the first number stays.
    fn from_iter<I: IntoIterator<Item = (u64, u64)>>(all: I) -> Self {
        let all: Vec<(u64, u64)> = all.into_iter().collect();
        let mut entries = vec![Entry::default(); (all.len() * 2).next_power_of_two().max(2)];
        let last = entries.len() - 1;
        for (key, number) in all {
            let mut at = place(key) & last;
            while entries[at].key != 0 && entries[at].key != key {
                at = (at + 1) & last;
            }
            if entries[at].key == 0 {
                entries[at] = Entry { key, number };
            }
        }
        Self {
            entries: entries.into_iter().collect(),
        }
    }
}

/// Where a key is looked for first (Fibonacci hashing; Knuth, The Art of Computer Programming, volume 3, 6.4).
const fn place(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}

/// The key of two stems; 0, which no table has, when one is not known.
#[inline]
pub(super) const fn pair_key(one: u32, other: u32) -> u64 {
    if one == NONE || other == NONE {
        0
    } else {
        (one as u64 + 1) << 32 | other as u64
    }
}

/// A hash of a form, by which forms are filed.
pub(super) fn hash(form: &str) -> u64 {
    super::super::words::hash(form.as_bytes())
}

/// The weights of two words that follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pair {
    /// For the word after the two.
    pub(super) before: i16,
    /// For the second.
    pub(super) ends: i16,
    /// For the first.
    pub(super) opens: i16,
    /// For the word before the two.
    pub(super) after: i16,
}

impl Pair {
    /// The pair whose weights `bits` hold.
    #[inline]
    pub(super) fn of(bits: u64) -> Self {
        let [before, ends, opens, after] = parted(bits);
        Self {
            before,
            ends,
            opens,
            after,
        }
    }

    /// Its weights as one number.
    pub(super) fn bits(self) -> u64 {
        joined([self.before, self.ends, self.opens, self.after])
    }
}

/// The weights of two words with one between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Skip {
    /// For the second.
    pub(super) ends: i16,
    /// For the first.
    pub(super) opens: i16,
}

impl Skip {
    /// The pair whose weights `bits` hold.
    #[inline]
    pub(super) fn of(bits: u64) -> Self {
        let [ends, opens, ..] = parted(bits);
        Self { ends, opens }
    }

    /// Its weights as one number.
    pub(super) fn bits(self) -> u64 {
        joined([self.ends, self.opens, 0, 0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_what_was_put_in_and_nothing_else() {
        let table: Table = (1..1000u64).map(|key| (key * 7919, key)).collect();
        assert!((1..1000).all(|key| table.get(key * 7919) == Some(key)));
        assert!((1..1000).all(|key| table.get(key * 7919 + 1).is_none()));
        assert_eq!(table.get(0), None);
        assert_eq!(Table::default().get(3), None);
    }
}
