//! `Weights` say how much the words of a sentence speak for a fault at each of them, where no phrase was listed: a
//! log-linear model of every word, its neighbours two words either way, their pairs, and the words further off.
//!
//! They were fitted to labelled papers by logistic regression (`evaluate/fit`), and stand in `patterns/weights.tsv`, one
//! word or pair a line, for a person to read. Everything is counted in hundredths of a natural logit.

mod stem;
mod table;
mod token;
mod written;

use serde::{Deserialize, Serialize};

use self::stem::{Kinds, Stem};
use self::table::{Pair, Skip, Table, pair_key};
pub use self::token::Token;
#[cfg(test)]
pub(crate) use self::token::each as each_token;
use self::token::{NONE, number_tokens};
pub(super) use self::written::read;
use super::rows::Rows;
use crate::text::Span;

/// The file of the weights among the packs.
pub(super) const FILE: &str = "weights.tsv";

/// How many words either side count wherever they stand.
pub(crate) const REACH: usize = 6;

/// How many words before and after a marked stretch help to tell its kind, each for half.
const BESIDE: usize = 4;

/// The fitted weights; empty ones find nothing.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Weights {
    /// The stem of each known form, by the hash of the form.
    forms: Table,
    stems: Rows<Stem, 2>,
    kinds: Rows<Kinds, 3>,
    /// The weights of two words that follow one another, and of two with one between them.
    pairs: Table,
    skips: Table,
    edges: [u32; 2],
    number: u32,
    name: u32,
    always: u32,
    /// The categories that the weights of kinds are for, in their order.
    categories: Vec<String>,
}

impl Weights {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stems.len() == 0
    }

    /// The categories between which [`Weights::kind`] decides.
    #[must_use]
    pub fn categories(&self) -> &[String] {
        &self.categories
    }

    /// Puts the words and signs of `text[stretch]`, one sentence, into `tokens`. `stem` gives the stem of a form that is
    /// not known.
    pub fn read(&self, text: &str, stretch: Span, stem: impl Fn(&str) -> String, tokens: &mut Vec<Token>) {
        let known = |hash| self.forms.get(hash).map(|number| number as u32);
        number_tokens(text, stretch, tokens, |first, token, word| {
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                return self.number;
            }
            let capital = !first && word.starts_with(char::is_uppercase);
            match known(token) {
                Some(number) => number,
                None if capital => self.name,
                None => known(table::hash(&stem(&word.to_lowercase()))).unwrap_or(NONE),
            }
        });
    }

    /// What speaks for a fault at each of `tokens`, put into `scores`.
    pub fn weigh(&self, tokens: &[Token], scores: &mut Vec<i32>) {
        scores.clear();
        scores.resize(tokens.len(), i32::from(self.stem(self.always).here[2]));
        let [from, to] = self.edges;
        let at = |place: usize| match place {
            0 | 1 => from,
            place => tokens.get(place - 2).map_or(to, |token| token.stem),
        };
        for place in 0..tokens.len() + 4 {
            let (one, next, other) = (at(place), at(place + 1), at(place + 2));
            // The token that stands `by` places further on, or before.
            let mut add = |by: isize, weight: i16| {
                let target = (place as isize + by - 2) as usize;
                if let Some(score) = scores.get_mut(target) {
                    *score += i32::from(weight);
                }
            };
            if one != NONE {
                let stem = self.stem(one);
                (-2..=2).for_each(|by: isize| add(-by, stem.here[(by + 2) as usize]));
            }
            if place + 1 < tokens.len() + 4
                && let Some(bits) = self.pairs.get(pair_key(one, next))
            {
                let pair = Pair::of(bits);
                add(2, pair.before);
                add(1, pair.ends);
                add(0, pair.opens);
                add(-1, pair.after);
            }
            if place + 2 < tokens.len() + 4
                && let Some(bits) = self.skips.get(pair_key(one, other))
            {
                let skip = Skip::of(bits);
                add(2, skip.ends);
                add(0, skip.opens);
            }
        }
        self.weigh_around(tokens, scores);
    }

    /// Adds what the words further off weigh, each for half.
    fn weigh_around(&self, tokens: &[Token], scores: &mut [i32]) {
        let around = |token: &Token| if token.stem == NONE { [0; 2] } else { self.stem(token.stem).around };
        let (mut before, mut after) = (0, 0);
        tokens
            .iter()
            .skip(1)
            .take(REACH - 1)
            .for_each(|token| after += i32::from(around(token)[1]));
        for (at, score) in scores.iter_mut().enumerate() {
            if let Some(token) = tokens.get(at + REACH) {
                after += i32::from(around(token)[1]);
            }
            *score += (before + after) / 2;
            before += i32::from(around(&tokens[at])[0]);
            if let Some(gone) = at.checked_sub(REACH - 1) {
                before -= i32::from(around(&tokens[gone])[0]);
            }
            if let Some(next) = tokens.get(at + 1) {
                after -= i32::from(around(next)[1]);
            }
        }
    }

    /// Which category the stretch `from..to` of `tokens` reads most like, and how much speaks for it, as its number among
    /// the categories; `None` when there are none.
    #[must_use]
    pub fn kind(&self, tokens: &[Token], (from, to): (usize, usize)) -> Option<(usize, i32)> {
        let mut sums = [0; Kinds::MOST];
        let beside = tokens[from.saturating_sub(BESIDE)..from]
            .iter()
            .chain(tokens[to..].iter().take(BESIDE));
        let words = tokens[from..to].iter().map(|token| (token.stem, 2));
        for (stem, times) in words.chain(beside.map(|token| (token.stem, 1))).chain([(self.always, 2)]) {
            if stem != NONE {
                let kinds = self.kinds.get(stem as usize);
                sums.iter_mut()
                    .zip(kinds.0)
                    .for_each(|(sum, weight)| *sum += times * i32::from(weight) * 5);
            }
        }
        let all = sums.iter().take(self.categories.len()).copied().enumerate();
        all.max_by_key(|&(number, sum)| (sum, std::cmp::Reverse(number)))
    }

    fn stem(&self, number: u32) -> Stem {
        self.stems.get(number as usize)
    }
}
