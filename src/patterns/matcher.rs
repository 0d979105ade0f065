//! A `Matcher` finds every phrase of every pack in one pass over a folded text.
//!
//! Each phrase is filed under one word, its rarest; a pass over the words of a text looks each one up, and where it
//! is known, and its neighbours may stand in the phrase too, the rest is compared to the left and to the right of it.
//! So a phrase costs what its rarest word costs, however many ways it can be written. An Aho-Corasick automaton over the same words was tried first: with
//! thousands of them its tables leave the cache, and it took four times as long as this (benches/README.md).
//! Word boundaries look at single bytes and decode a neighbour only when it is not ASCII.

use super::frequency::Frequencies;
use super::phrase::{Phrase, Slot};
use super::window::{Window, same};
use super::words::{Word, words};
use crate::text::Span;

/// What a found phrase is to the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// A hit of the rule with this index.
    Hit(u32),
    /// A word of one or more sets; its places are remembered under this number.
    Marker(u32),
}

/// A phrase with what it is for.
#[derive(Debug)]
struct Entry {
    phrase: Phrase,
    anchor: usize,
    /// Whether capitals must agree.
    exact: bool,
    usage: Use,
}

/// The phrases of a catalogue while it is being built.
pub(super) struct Phrases {
    entries: Vec<Entry>,
    frequencies: Frequencies,
}

impl Default for Phrases {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            frequencies: Frequencies::new(),
        }
    }
}

impl Phrases {
    /// Adds a phrase; `exact` when its capitals count.
    pub(super) fn add(&mut self, phrase: Phrase, exact: bool, usage: Use) {
        let anchor = phrase.anchor(&self.frequencies);
        self.entries.push(Entry {
            phrase,
            anchor,
            exact,
            usage,
        });
    }

    /// Every option of every slot, in no particular order.
    pub(super) fn options(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .flat_map(|e| &e.phrase.slots)
            .flat_map(|slot| &slot.options)
            .map(|option| &**option)
    }
}

/// A phrase to be tried where one word of it stands. The words beside that one rule most phrases out at once.
#[derive(Clone, Copy, Debug)]
struct Try {
    /// Which phrase, and which option of its anchor holds the word.
    entry: u32,
    option: u16,
    /// Bytes of the option, and of it before the word.
    len: u16,
    lead: u16,
    /// Whether the phrase is that one word and nothing else: its hash has then said all.
    is_word: bool,
    /// Whether the option is that one word, so that only its neighbours are still to be compared.
    is_option: bool,
    usage: Use,
    before: Neighbours,
    after: Neighbours,
}

/// The words that may stand beside a word for a phrase to hold both: a Bloom filter of their hashes (Bloom 1970, with
/// one function); all bits when nothing need stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Neighbours(u64);

/// The compiled phrases.
#[derive(Debug)]
pub struct Matcher {
    index: Index,
    tries: Vec<Try>,
    entries: Vec<Entry>,
}

impl Matcher {
    pub(super) fn new(phrases: Phrases) -> Self {
        let Phrases { entries, frequencies } = phrases;
        let mut filed: Vec<(u64, Try)> = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            for (option, words) in entry.phrase.slots[entry.anchor].options.iter().enumerate() {
                filed.extend(entry.attempt((number, option), words, &frequencies));
            }
        }
        filed.sort_by_key(|(hash, attempt)| (*hash, attempt.entry, attempt.option));
        let index = Index::new(&filed);
        Self {
            index,
            tries: filed.into_iter().map(|(_, attempt)| attempt).collect(),
            entries,
        }
    }

    /// Calls `found` for every phrase that stands in `stretch` of the folded `text` between word boundaries, at its
    /// longest around each anchor, in the order of the anchors' words; with its place (bytes of `text`) and its use.
    /// Phrases whose use is not `wanted` are passed over unread.
    pub fn scan(&self, text: &str, stretch: Span, wanted: impl Fn(Use) -> bool, mut found: impl FnMut(Span, Use)) {
        let window = Window {
            text: text.as_bytes(),
            floor: stretch.start as usize,
            ceiling: stretch.end as usize,
            loose: false,
        };
        let mut all = words(text, window.floor, window.ceiling);
        let (mut before, mut here) = (None, all.next());
        while let Some(word) = here {
            let after = all.next();
            if let Some((from, to)) = self.index.get(word.hash) {
                let beside = (Bit::beside(window, before), Bit::beside(window, after));
                for attempt in &self.tries[from as usize..to as usize] {
                    if attempt.before.hold(beside.0)
                        && attempt.after.hold(beside.1)
                        && wanted(attempt.usage)
                        && let Some(span) = attempt.find(window, &self.entries, word)
                    {
                        found(span, attempt.usage);
                    }
                }
            }
            (before, here) = (here, after);
        }
    }
}

impl Try {
    /// The phrase around `word` of it.
    fn find(&self, window: Window<'_>, entries: &[Entry], word: Word) -> Option<Span> {
        let start = word.start.checked_sub(self.lead as usize).filter(|&s| s >= window.floor)?;
        let end = start + self.len as usize;
        if end > window.ceiling || !window.opens_word(start) || !window.closes_word(end) {
            return None;
        }
        if self.is_word {
            return Some(Span::at(start, end));
        }
        let Entry { phrase, anchor, exact, .. } = &entries[self.entry as usize];
        let slots = &phrase.slots;
        if !self.is_option && !same(window.text.get(start..end), &slots[*anchor].options[self.option as usize], *exact) {
            return None;
        }
        let around = |window: Window<'_>| {
            let to = window.right(&slots[anchor + 1..], end, *exact)?;
            let from = window.left(&slots[..*anchor], start, *exact)?;
            Some((from, to))
        };
        let loosely = || {
            let loose = Window { loose: true, ..window };
            let marked = slots.len() > 1 && matches!(self.usage, Use::Hit(_)) && window.is_marked(start, end);
            marked
                .then(|| around(loose))
                .flatten()
                .filter(|&(from, to)| loose.is_paired(from, to))
        };
        let (from, to) = around(window).or_else(loosely)?;
        Some(Span::at(from, to))
    }
}

/// The words that phrases are filed under: a table with open addressing, at most half full.
#[derive(Debug)]
struct Index {
    /// Hash, and the half-open range of its tries; an empty range is an empty place.
    places: Vec<(u64, u32, u32)>,
}

impl Index {
    /// An index of what is `filed`, in the order of the hashes.
    fn new(filed: &[(u64, Try)]) -> Self {
        let runs = filed.chunk_by(|a, b| a.0 == b.0);
        let size = (runs.clone().count() * 2).next_power_of_two().max(2);
        let mut places = vec![(0, 0, 0); size];
        let mut from = 0;
        for run in runs {
            let to = from + run.len() as u32;
            let mut at = run[0].0 as usize & (size - 1);
            while places[at].1 < places[at].2 {
                at = (at + 1) & (size - 1);
            }
            places[at] = (run[0].0, from, to);
            from = to;
        }
        Self { places }
    }

    fn get(&self, hash: u64) -> Option<(u32, u32)> {
        let mut at = hash as usize & (self.places.len() - 1);
        loop {
            let (known, from, to) = self.places[at];
            if from == to {
                return None;
            }
            if known == hash {
                return Some((from, to));
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }
}

/// A word's place in a Bloom filter, as a set of one; empty where no word stands.
#[derive(Clone, Copy)]
struct Bit(u64);

impl Bit {
    const fn of(word: Option<Word>) -> Self {
        match word {
            // The top six bits after one more mixing: the index uses the low ones.
            Some(word) => Self(1 << (word.hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)),
            None => Self(0),
        }
    }

    /// The place of a word beside another in a text; a note mark stuck to a word ("safe12 and well") may be anything.
    fn beside(window: Window<'_>, word: Option<Word>) -> Self {
        let is_note = |word: &Word| {
            let stuck = word.start > window.floor && window.text[word.start - 1].is_ascii_alphabetic();
            stuck && window.text[word.start].is_ascii_digit()
        };
        if word.as_ref().is_some_and(is_note) {
            Self(u64::MAX)
        } else {
            Self::of(word)
        }
    }
}

impl Neighbours {
    const ANYTHING: Self = Self(u64::MAX);

    /// The words that can stand first (or last, `at_end`) in `slots`, the nearest slot first.
    fn of<'s>(slots: impl Iterator<Item = &'s Slot>, at_end: bool) -> Self {
        let mut bits = 0;
        for slot in slots {
            for option in &slot.options {
                let mut all = words(option, 0, option.len());
                let word = if at_end { all.last() } else { all.next() };
                if word.is_none() {
                    return Self::ANYTHING;
                }
                bits |= Bit::of(word).0;
            }
            if !slot.optional {
                return Self(bits);
            }
        }
        Self::ANYTHING
    }

    /// Whether `word` may stand here.
    const fn hold(self, word: Bit) -> bool {
        self.0 & word.0 != 0 || self.0 == Self::ANYTHING.0
    }
}

impl Entry {
    /// The try for one option of the anchor, filed under the option's rarest word; `None` for an option without one.
    fn attempt(&self, (number, option): (usize, usize), words_of: &str, frequencies: &Frequencies) -> Option<(u64, Try)> {
        let slots = &self.phrase.slots;
        let all: Vec<Word> = words(words_of, 0, words_of.len()).collect();
        let rare = |at: &usize| frequencies.per_million(&words_of[all[*at].start..all[*at].end].to_ascii_lowercase());
        let at = (0..all.len()).min_by_key(rare)?;
        let beside = |word: Option<&Word>, slots: &mut dyn Iterator<Item = &Slot>, at_end| match word {
            Some(word) => Neighbours(Bit::of(Some(*word)).0),
            None => Neighbours::of(slots, at_end),
        };
        let word = all[at];
        let before = at.checked_sub(1).map(|left| &all[left]);
        let is_option = word.end - word.start == words_of.len() && !self.exact;
        let attempt = Try {
            entry: number as u32,
            option: option as u16,
            len: words_of.len() as u16,
            lead: word.start as u16,
            is_word: slots.len() == 1 && is_option,
            is_option,
            usage: self.usage,
            before: beside(before, &mut slots[..self.anchor].iter().rev(), true),
            after: beside(all.get(at + 1), &mut slots[self.anchor + 1..].iter(), false),
        };
        Some((word.hash, attempt))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let mut table = Phrases::default();
        for phrase in phrases {
            table.add(Phrase::parse(phrase).unwrap(), false, Use::Hit(0));
        }
        let mut all = Vec::new();
        let matcher = Matcher::new(table);
        matcher.scan(
            text,
            Span::at(0, text.len()),
            |_| true,
            |span, _| all.push(text[span.range()].to_owned()),
        );
        all
    }

    #[test]
    fn words_are_found_whole() {
        for (phrase, text, times) in [
            ("ensure", "Ensure that it is ensured, or ensure.", 2),
            ("ensure", "censure licensure ensured \u{e9}nsure ensure\u{e9}", 0),
            ("ensure", "ensure12 and ensure.", 2),
            ("section 1", "section 12", 0),
            ("s&w", "seen s&w today", 1),
            ("can", "can't", 0),
            ("mother", "the mother's view", 1),
            ("ensure", "\u{e9} ensure \u{2026}ensure\u{2026}", 2),
        ] {
            assert_eq!(found(&[phrase], text).len(), times, "{phrase} in {text}");
        }
    }

    #[test]
    fn slots_are_matched_on_both_sides_of_the_anchor() {
        for (phrase, text, expected) in [
            (
                "(was|were) (not )?engag(ed|ing)",
                "He was not engaging and they were engaged.",
                &["was not engaging", "were engaged"][..],
            ),
            (
                "lack of (any|real)? engagement",
                "A lack of engagement, a lack of real engagement, a lack of the engagement.",
                &["lack of engagement", "lack of real engagement"],
            ),
            (
                "no (current|further)? concerns (were)? raised",
                "No concerns raised; no current concerns were raised.",
                &["No concerns raised", "no current concerns were raised"],
            ),
            ("it was felt that", "It was felt that. it was not felt that", &["It was felt that"]),
            (
                "safe and well",
                "'safe' and well, safe12 and well",
                &["safe' and well", "safe12 and well"],
            ),
            ("safe and well", "\"safe\" and \"well\"", &["safe\" and \"well"]),
            ("was robust", "It was \"robust\" and was 'robust' then.", &[]),
            (
                "safe and well",
                "unsafe and well, safe and wells, safe and well",
                &["safe and well"],
            ),
        ] {
            assert_eq!(found(&[phrase], text), expected, "{phrase}");
        }
    }

    #[test]
    fn every_overlap_is_reported() {
        assert_eq!(
            found(&["no concerns", "concerns", "concerns raised"], "no concerns raised").len(),
            3
        );
    }

    #[test]
    fn capitals_count_where_they_must() {
        let mut table = Phrases::default();
        table.add(Phrase::parse("DNA (by|from)").unwrap(), true, Use::Hit(0));
        let matcher = Matcher::new(table);
        let mut all = 0;
        let text = "DNA by Ben, dna by Ben, DNA By";
        matcher.scan(text, Span::at(0, text.len()), |_| true, |_, _| all += 1);
        assert_eq!(all, 1);
    }
}
