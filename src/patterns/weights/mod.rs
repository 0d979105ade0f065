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

use self::stem::Stem;
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

/// The name of the place that a sentence of so many `tokens` is: a long one hides a fault in more words that are none.
pub(crate) const fn length_of(tokens: usize) -> &'static str {
    match tokens {
        0..=10 => "short",
        11..=20 => "middling",
        21..=32 => "long",
        _ => "very-long",
    }
}

/// The fitted weights; empty ones find nothing.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Weights {
    /// The stem of each known form, by the hash of the form.
    forms: Table,
    stems: Rows<Stem, 2>,
    /// The weights of two words that follow one another, and of two with one between them.
    pairs: Table,
    skips: Table,
    edges: [u32; 2],
    number: u32,
    name: u32,
    always: u32,
    /// What speaks for a fault at every word of a place, by the place's name in brackets.
    places: Vec<(String, i32)>,
}

impl Weights {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stems.len() == 0
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

    /// What speaks for a fault at every word that stands in the place `name`: a setting, a genre, "quoted", a length of sentence.
    #[must_use]
    pub fn place(&self, name: &str) -> i32 {
        let named = |(known, _): &&(String, i32)| known.trim_matches(['<', '>']) == name;
        self.places.iter().find(named).map_or(0, |(_, weight)| *weight)
    }

    /// What speaks for a fault at each of `tokens`, put into `scores`; `place` speaks for it at all of them.
    pub fn weigh(&self, tokens: &[Token], place: i32, scores: &mut Vec<i32>) {
        scores.clear();
        if self.is_empty() {
            return scores.resize(tokens.len(), i32::MIN);
        }
        let place = place + self.place(length_of(tokens.len()));
        scores.resize(tokens.len(), place + i32::from(self.stem(self.always).here[2]));
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
            if let Some(gone) = at.checked_sub(REACH) {
                before -= i32::from(around(&tokens[gone])[0]);
            }
            if let Some(next) = tokens.get(at + 1) {
                after -= i32::from(around(next)[1]);
            }
        }
    }

    fn stem(&self, number: u32) -> Stem {
        self.stems.get(number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "word\t<from>\t\t0,7,0,0,0,0,0\n\
        word\t<to>\t\t0,0,0,0,0,0,0\n\
        word\t<number>\t\t0,0,-300,0,0,0,0\n\
        word\t<name>\t\t0,0,-200,0,0,0,0\n\
        word\t<always>\t\t0,0,-100,0,0,0,0\n\
        word\t<quoted>\t\t0,0,50,0,0,0,0\n\
        word\tfine\tfine\t1,2,30,4,5,0,0\n\
        word\tseem\tseem seems seemed\t10,20,3,40,50,600,80\n\
        pair\tseem\tfine\t1000,2000,3000,4000\n\
        skip\tseem\tfine\t100,-100\n";

    fn read_of(text: &str) -> (Weights, Vec<Token>) {
        let weights = read(FILE).unwrap();
        let mut tokens = Vec::new();
        weights.read(
            text,
            Span::at(0, text.len()),
            |form| form.trim_end_matches("ing").to_owned(),
            &mut tokens,
        );
        (weights, tokens)
    }

    fn scores(text: &str) -> Vec<i32> {
        let (weights, tokens) = read_of(text);
        let mut scores = Vec::new();
        weights.weigh(&tokens, 0, &mut scores);
        scores
    }

    #[test]
    fn a_word_weighs_by_where_it_stands() {
        // The first word: always, itself, the edge before it.
        assert_eq!(scores("fine"), [-100 + 30 + 7]);
        // Neighbours, with nothing known between.
        assert_eq!(scores("fine other word"), [-100 + 30 + 7, -100 + 2, -100 + 1]);
        assert_eq!(scores("other word fine"), [-100 + 7 + 5, -100 + 4, -100 + 30]);
        // A pair speaks for the word before it, both its own, and the one after.
        let of_pair = scores("other seemed fine other");
        assert_eq!(of_pair[0], -100 + 7 + 40 + 5 + 4000 + 80 / 2);
        assert_eq!(of_pair[1], -100 + 3 + 4 + 3000);
        assert_eq!(of_pair[2], -100 + 30 + 20 + 2000 + 600 / 2);
        assert_eq!(of_pair[3], -100 + 10 + 2 + 1000 + 600 / 2);
        assert_eq!(scores("seem other fine")[2], -100 + 30 + 10 + 100 + 600 / 2);
    }

    #[test]
    fn words_further_off_count_as_far_as_the_reach() {
        let far = |gap: usize| *scores(&format!("seem {}end", "other ".repeat(gap))).last().unwrap();
        assert_eq!(far(REACH - 1), -100 + 600 / 2);
        assert_eq!(far(REACH), -100);
    }

    #[test]
    fn forms_numbers_and_names_are_told_apart() {
        let (_, tokens) = read_of("Seeming seems 12 Fine Anna nothing");
        let stems: Vec<u32> = tokens.iter().map(|token| token.stem).collect();
        assert_eq!(stems, [7, 7, 2, 6, 3, NONE]);
    }

    #[test]
    fn a_place_weighs_by_its_name() {
        let (weights, _) = read_of("fine");
        assert_eq!(weights.place("quoted"), 50);
        assert_eq!(weights.place("elsewhere"), 0);
    }
}
