//! `Lengths` tell how long the sentences are.

use std::collections::BTreeMap;

/// How many sentences have how many words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lengths(BTreeMap<u32, u64>);

impl Lengths {
    /// Adds a sentence of `words`.
    pub fn sentence(&mut self, words: u32) {
        *self.0.entry(words).or_default() += 1;
    }

    /// Adds other sentences.
    pub fn add(&mut self, other: &Self) {
        for (&words, &times) in &other.0 {
            *self.0.entry(words).or_default() += times;
        }
    }

    /// How many sentences.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }

    /// How many have more than `words`.
    #[must_use]
    pub fn over(&self, words: u32) -> u64 {
        self.0.range(words + 1..).map(|(_, times)| times).sum()
    }

    /// How many have from `low` up to `high` words.
    #[must_use]
    pub fn between(&self, low: u32, high: u32) -> u64 {
        self.0.range(low..=high).map(|(_, times)| times).sum()
    }

    /// The length that `p` of the sentences do not exceed, by definition 7 of Hyndman and Fan (1996), "Sample quantiles in
    /// statistical packages", The American Statistician 50: as R and numpy do unless told otherwise.
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let last = self.total().checked_sub(1)?;
        let place = p * last as f64;
        let (low, part) = (place.floor() as u64, place.fract());
        let (below, above) = (self.nth(low), self.nth((low + 1).min(last)));
        Some(below + part * (above - below))
    }

    /// The length of the `n`-th shortest sentence, from 0.
    fn nth(&self, n: u64) -> f64 {
        let mut seen = 0;
        for (&words, &times) in &self.0 {
            seen += times;
            if seen > n {
                return f64::from(words);
            }
        }
        0.0
    }
}
