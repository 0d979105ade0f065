//! A `Matcher` finds every phrase of every pack in one pass over a folded text.
//!
//! The automaton knows one slot of each phrase, its rarest; where that stands, the other slots are compared to the
//! left and to the right of it. So a phrase costs what its anchor costs, however many ways it can be written.
//! Word boundaries look at single bytes and decode a neighbour only when it is not ASCII.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};

use super::phrase::{Phrase, Slot};

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
#[derive(Default)]
pub(super) struct Phrases {
    entries: Vec<Entry>,
}

impl Phrases {
    /// Adds a phrase; `exact` when its capitals count.
    pub(super) fn add(&mut self, phrase: Phrase, exact: bool, usage: Use) {
        let anchor = phrase.anchor();
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

/// The compiled phrases.
#[derive(Debug)]
pub struct Matcher {
    automaton: AhoCorasick,
    /// The phrases of anchor `i` are `by_anchor[starts[i]..starts[i + 1]]`, indexes into `entries`.
    starts: Vec<u32>,
    by_anchor: Vec<u32>,
    entries: Vec<Entry>,
}

/// Up to so many bytes of anchors the fast automaton is small enough for the cache and quick enough to build.
const DFA_BYTES: usize = 60_000;

impl Matcher {
    pub(super) fn new(phrases: Phrases) -> Result<Self, aho_corasick::BuildError> {
        let entries = phrases.entries;
        let mut anchors: Vec<String> = Vec::new();
        let mut users: Vec<Vec<u32>> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            for option in &entry.phrase.slots[entry.anchor].options {
                let at = *known.entry(option.to_lowercase()).or_insert_with_key(|lower| {
                    anchors.push(lower.clone());
                    users.push(Vec::new());
                    anchors.len() - 1
                });
                if users[at].last() != Some(&(number as u32)) {
                    users[at].push(number as u32);
                }
            }
        }
        let bytes: usize = anchors.iter().map(String::len).sum();
        let kind = if bytes <= DFA_BYTES {
            AhoCorasickKind::DFA
        } else {
            AhoCorasickKind::ContiguousNFA
        };
        let automaton = AhoCorasick::builder()
            .kind(Some(kind))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(&anchors)?;
        let mut starts = vec![0];
        let mut by_anchor = Vec::new();
        for of_anchor in users {
            by_anchor.extend(of_anchor);
            starts.push(by_anchor.len() as u32);
        }
        Ok(Self {
            automaton,
            starts,
            by_anchor,
            entries,
        })
    }

    /// Calls `found` for every phrase that stands in `stretch` of the folded `text` between word boundaries, at its
    /// longest around each anchor, in the order of the anchors' ends; with its place (bytes of `text`) and its use.
    pub fn scan(&self, text: &str, stretch: Span, mut found: impl FnMut(Span, Use)) {
        let window = Window {
            text: text.as_bytes(),
            floor: stretch.start as usize,
            ceiling: stretch.end as usize,
        };
        for hit in self.automaton.find_overlapping_iter(Input::new(text).span(stretch.range())) {
            let (start, end) = (hit.start(), hit.end());
            if !window.opens_word(start) || !window.closes_word(end) {
                continue;
            }
            let id = hit.pattern().as_usize();
            for &number in &self.by_anchor[self.starts[id] as usize..self.starts[id + 1] as usize] {
                let entry = &self.entries[number as usize];
                if let Some((from, to)) = entry.around(window, start, end) {
                    found(Span::at(from, to), entry.usage);
                }
            }
        }
    }
}

impl Entry {
    /// The phrase's place around its anchor, which stands at `start..end`.
    fn around(&self, window: Window<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
        let slots = &self.phrase.slots;
        if self.exact && !slots[self.anchor].options.iter().any(|o| o.as_bytes() == &window.text[start..end]) {
            return None;
        }
        let to = window.right(&slots[self.anchor + 1..], end, self.exact)?;
        let from = window.left(&slots[..self.anchor], start, self.exact)?;
        Some((from, to))
    }
}

/// The stretch of text that a phrase may lie in.
#[derive(Clone, Copy)]
struct Window<'t> {
    text: &'t [u8],
    floor: usize,
    ceiling: usize,
}

impl Window<'_> {
    /// The farthest end of `slots` standing one after another from `at` on.
    fn right(self, slots: &[Slot], at: usize, exact: bool) -> Option<usize> {
        let Some((slot, rest)) = slots.split_first() else {
            return self.closes_word(at).then_some(at);
        };
        let here = self.text[..self.ceiling].get(at + 1..).filter(|_| self.text[at] == b' ');
        let taken = here.and_then(|here| {
            let fits = |option: &&Box<str>| same(here.get(..option.len()), option, exact);
            slot.options
                .iter()
                .filter(fits)
                .filter_map(|option| self.right(rest, at + 1 + option.len(), exact))
                .max()
        });
        if slot.optional {
            taken.max(self.right(rest, at, exact))
        } else {
            taken
        }
    }

    /// The farthest start of `slots` standing one after another up to `at`.
    fn left(self, slots: &[Slot], at: usize, exact: bool) -> Option<usize> {
        let Some((slot, rest)) = slots.split_last() else {
            return self.opens_word(at).then_some(at);
        };
        let here = at
            .checked_sub(1)
            .filter(|&blank| blank >= self.floor && self.text[blank] == b' ')
            .map(|blank| &self.text[self.floor..blank]);
        let taken = here.and_then(|here| {
            let fits = |option: &&Box<str>| same(here.len().checked_sub(option.len()).map(|from| &here[from..]), option, exact);
            slot.options
                .iter()
                .filter(fits)
                .filter_map(|option| self.left(rest, at - 1 - option.len(), exact))
                .min()
        });
        let without = if slot.optional { self.left(rest, at, exact) } else { None };
        taken.into_iter().chain(without).min()
    }

    /// Whether no word runs on to the left of `at`.
    fn opens_word(self, at: usize) -> bool {
        if at == self.floor || at >= self.ceiling || !is_word_byte(self.text[at]) {
            return true;
        }
        let before = self.text[at - 1];
        if before < 0x80 {
            !before.is_ascii_alphanumeric()
        } else {
            !last_char(&self.text[self.floor..at]).is_some_and(char::is_alphanumeric)
        }
    }

    /// Whether no word runs on to the right of `at`. A digit after a letter is a note mark stuck to the word; "n't"
    /// makes another word of what it follows.
    fn closes_word(self, at: usize) -> bool {
        let last = self.text[at - 1];
        if at == self.ceiling || !is_word_byte(last) {
            return true;
        }
        match self.text[at] {
            b'\'' => !is_contraction(&self.text[at..self.ceiling]),
            after if after < 0x80 => !(after.is_ascii_alphabetic() || after.is_ascii_digit() && last.is_ascii_digit()),
            _ => !first_char(&self.text[at..self.ceiling]).is_some_and(char::is_alphanumeric),
        }
    }
}

fn same(here: Option<&[u8]>, option: &str, exact: bool) -> bool {
    here.is_some_and(|here| {
        if exact {
            here == option.as_bytes()
        } else {
            here.eq_ignore_ascii_case(option.as_bytes())
        }
    })
}

/// The character that begins `bytes`, of which at most four are looked at.
fn first_char(bytes: &[u8]) -> Option<char> {
    bytes[..bytes.len().min(4)].utf8_chunks().next()?.valid().chars().next()
}

/// The character that ends `bytes`.
fn last_char(bytes: &[u8]) -> Option<char> {
    let start = (1..=bytes.len().min(4))
        .map(|back| bytes.len() - back)
        .find(|&at| bytes[at] & 0xC0 != 0x80)?;
    first_char(&bytes[start..])
}

fn is_contraction(rest: &[u8]) -> bool {
    rest.get(1) == Some(&b't') && !rest.get(2).is_some_and(u8::is_ascii_alphanumeric)
}

const fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
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
        let matcher = Matcher::new(table).unwrap();
        matcher.scan(text, Span::at(0, text.len()), |span, _| all.push(text[span.range()].to_owned()));
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
        let matcher = Matcher::new(table).unwrap();
        let mut all = 0;
        let text = "DNA by Ben, dna by Ben, DNA By";
        matcher.scan(text, Span::at(0, text.len()), |_, _| all += 1);
        assert_eq!(all, 1);
    }
}
