//! A `Matcher` finds every phrase of every pack in one pass over a folded text.
//!
//! Each phrase is filed under one word, its rarest; a pass over the words of a text looks each one up, and where it
//! is known, and its neighbours may stand in the phrase too, the rest is compared to the left and to the right of it.
//! So a phrase costs what its rarest word costs, however many ways it can be written. An Aho-Corasick automaton over the same words was tried first: with
//! thousands of them its tables leave the cache, and it took four times as long as this (benches/README.md).
//! Word boundaries look at single bytes and decode a neighbour only when it is not ASCII.

use serde::{Deserialize, Serialize};

use super::attempt::{Entry, Filed, Try};
use super::literals::Literals;
use super::neighbours::{Around, Beside, Beyond, Signs};
use super::phrase::Phrase;
use super::rows::{Row, Rows};
use super::window::Window;
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

impl Use {
    /// One number for both.
    pub(super) const fn number(self) -> u32 {
        match self {
            Self::Hit(rule) => rule << 1,
            Self::Marker(marker) => marker << 1 | 1,
        }
    }

    /// The use with this number.
    pub(super) const fn numbered(number: u32) -> Self {
        if number & 1 == 0 {
            Self::Hit(number >> 1)
        } else {
            Self::Marker(number >> 1)
        }
    }
}

/// The phrases of a catalogue while it is being built.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    literals: Literals,
    entries: Rows<Entry, 2>,
    /// The tries, each with the hash of the word that it is filed under.
    filed: Vec<(u64, Filed)>,
}

impl Phrases {
    /// Adds a phrase; `exact` when its capitals count.
    pub(super) fn add(&mut self, phrase: &Phrase, exact: bool, usage: Use) {
        let anchor = phrase.anchor();
        let entry = Entry {
            slots: self.literals.add(phrase),
            anchor: anchor as u32,
            exact,
            usage,
        };
        let number = self.entries.len();
        let options = 0..phrase.slots[anchor].options.len();
        self.filed
            .extend(options.filter_map(|option| Try::filed(phrase, (number, entry), option)));
        self.entries.push(&entry);
    }
}

/// The compiled phrases.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Matcher {
    index: Index,
    /// For each try, in the order of the index, what must stand around its word.
    beside: Rows<Beside, 2>,
    beyond: Rows<Beyond, 4>,
    tries: Rows<Try, 2>,
    entries: Rows<Entry, 2>,
    literals: Literals,
}

impl Matcher {
    pub(super) fn new(phrases: Phrases) -> Self {
        let Phrases {
            literals,
            entries,
            mut filed,
        } = phrases;
        filed.sort_by_key(|(hash, filed)| (*hash, filed.attempt.entry, filed.attempt.option));
        Self {
            index: Index::new(&filed),
            beside: filed.iter().map(|(_, filed)| filed.beside).collect(),
            beyond: filed.iter().map(|(_, filed)| filed.beyond).collect(),
            tries: filed.iter().map(|(_, filed)| filed.attempt).collect(),
            entries,
            literals,
        }
    }

    /// The phrases it was made of, so that others can be added.
    pub(super) fn reopened(self) -> Phrases {
        let runs = self.index.places.range(0, self.index.places.len());
        let filed = |at: usize| Filed {
            attempt: self.tries.get(at),
            beside: self.beside.get(at),
            beyond: self.beyond.get(at),
        };
        let tries = |run: Run| (run.from as usize..run.to as usize).map(move |at| (run.hash, filed(at)));
        Phrases {
            filed: runs.flat_map(tries).collect(),
            entries: self.entries,
            literals: self.literals,
        }
    }

    /// Calls `found` for every phrase that stands in `stretch` of the folded `text` between word boundaries, at its
    /// longest around each anchor, in the order of the anchors' words; with its place (bytes of `text`) and its use.
    /// Phrases whose use is not `wanted` are passed over unread.
    pub fn scan(&self, text: &str, stretch: Span, wanted: impl Fn(Use) -> bool, mut found: impl FnMut(Span, Use)) {
        let window = Window {
            text: text.as_bytes(),
            literals: &self.literals,
            floor: stretch.start as usize,
            ceiling: stretch.end as usize,
            loose: false,
        };
        let mut ahead = words(text, window.floor, window.ceiling);
        let mut read = || {
            ahead
                .next()
                .map_or((Word::NONE, Signs::NOTHING), |word| (word, Signs::in_text(window, word)))
        };
        // The words around the one at `at`, each where its number comes round.
        let mut ring = [(Word::NONE, Signs::NOTHING); RING];
        (ring[0], ring[1]) = (read(), read());
        for at in 0.. {
            ring[(at + 2) % RING] = read();
            let word = ring[at % RING].0;
            if word == Word::NONE {
                break;
            }
            let Some(run) = self.index.get(word.hash) else { continue };
            let signs = |off: usize| ring[(at + off) % RING].1;
            let around = Around {
                beside: (signs(RING - 1), signs(1)),
                beyond: (signs(RING - 2), signs(2)),
            };
            let tries = self.likely(run, &around).filter(|attempt| wanted(attempt.usage));
            tries.for_each(|attempt| {
                if let Some(span) = attempt.find(window, &self.entries, word) {
                    found(span, attempt.usage);
                }
            });
        }
    }

    /// The tries of `run` whose words may stand `around`.
    fn likely<'a>(&'a self, (from, to): (usize, usize), around: &'a Around) -> impl Iterator<Item = Try> + 'a {
        let beside = self.beside.range(from, to).enumerate().filter(|(_, beside)| beside.hold(around));
        let tries = beside.map(move |(at, _)| (self.tries.get(from + at), from + at));
        tries
            .filter(|&(attempt, at)| attempt.is_word() || self.beyond.get(at).hold(around))
            .map(|(attempt, _)| attempt)
    }
}

/// Room for a word with two on either side of it; a power of two, so that numbers come round by a mask.
const RING: usize = 8;

/// The words that phrases are filed under: a table with open addressing, at most half full.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Index {
    /// A bit for each hash that is filed: small enough to stay in the nearest cache, which the places are not, and most words
    /// of a text are filed nowhere.
    seen: Rows<Bits, 1>,
    places: Rows<Run, 2>,
}

/// Sixty-four of the bits of an [`Index`].
#[derive(Clone, Copy, Debug, Default)]
struct Bits(u64);

impl Bits {
    /// How many of them an index has: 16 KiB.
    const COUNT: usize = 1 << 11;

    /// Which of them has the bit of `hash`, and that bit; by the hash's upper half, the places go by the lower.
    const fn place(hash: u64) -> (usize, u64) {
        let mixed = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 47;
        (mixed as usize >> 6, 1 << (mixed & 63))
    }
}

/// The tries of one word: a half-open range. An empty one is an empty place.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    hash: u64,
    from: u32,
    to: u32,
}

impl Index {
    /// An index of what is `filed`, in the order of the hashes.
    fn new(filed: &[(u64, Filed)]) -> Self {
        let runs = filed.chunk_by(|a, b| a.0 == b.0);
        let size = (runs.clone().count() * 2).next_power_of_two().max(2);
        let mut places = vec![Run::default(); size];
        let mut seen = vec![Bits::default(); Bits::COUNT];
        let mut from = 0;
        for run in runs {
            let (hash, to) = (run[0].0, from + run.len() as u32);
            let (slot, bit) = Bits::place(hash);
            seen[slot].0 |= bit;
            let mut at = hash as usize & (size - 1);
            while places[at].from < places[at].to {
                at = (at + 1) & (size - 1);
            }
            places[at] = Run { hash, from, to };
            from = to;
        }
        Self {
            seen: seen.into_iter().collect(),
            places: places.into_iter().collect(),
        }
    }

    fn get(&self, hash: u64) -> Option<(usize, usize)> {
        let (slot, bit) = Bits::place(hash);
        if self.seen.get(slot).0 & bit == 0 {
            return None;
        }
        let last = self.places.len() - 1;
        let mut at = hash as usize & last;
        loop {
            let run = self.places.get(at);
            if run.from == run.to {
                return None;
            }
            if run.hash == hash {
                return Some((run.from as usize, run.to as usize));
            }
            at = (at + 1) & last;
        }
    }
}

impl Row<1> for Bits {
    fn pack(&self) -> [u64; 1] {
        [self.0]
    }

    #[inline]
    fn unpack([bits]: [u64; 1]) -> Self {
        Self(bits)
    }
}

impl Row<2> for Run {
    fn pack(&self) -> [u64; 2] {
        [self.hash, u64::from(self.from) << 32 | u64::from(self.to)]
    }

    #[inline]
    fn unpack([hash, range]: [u64; 2]) -> Self {
        Self {
            hash,
            from: (range >> 32) as u32,
            to: range as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let mut table = Phrases::default();
        for phrase in phrases {
            table.add(&Phrase::parse(phrase).unwrap(), false, Use::Hit(0));
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
    fn what_may_be_left_out_or_has_several_words_hides_no_word_beyond() {
        let phrase = "(he|the boy) was (not )?(yet|as yet)? seen (alone|on his own)? today";
        for (text, times) in [
            ("he was seen today", 1),
            ("the boy was not as yet seen on his own today", 1),
            ("The boy was12 not13 seen today.", 1),
            ("he was seen14 alone15 today", 1),
            ("\"he\" was \"seen\" today", 1),
            ("the girl was seen today", 0),
            ("he was seen alone yesterday", 0),
            ("was seen today", 0),
            ("he was seen", 0),
        ] {
            assert_eq!(found(&[phrase], text).len(), times, "{text}");
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
        table.add(&Phrase::parse("DNA (by|from)").unwrap(), true, Use::Hit(0));
        let matcher = Matcher::new(table);
        let mut all = 0;
        let text = "DNA by Ben, dna by Ben, DNA By";
        matcher.scan(text, Span::at(0, text.len()), |_| true, |_, _| all += 1);
        assert_eq!(all, 1);
    }
}
