//! A `Matcher` finds every literal of every pack in one pass over a folded text.
//!
//! All overlapping matches are reported and the word boundary is part of the match; which of them counts is chosen
//! afterwards, because choosing early loses hits. Boundaries look at single bytes and decode a neighbour only when
//! it is not ASCII.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};

use super::rule::SetId;
use crate::text::Span;

/// What a found literal is to the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// A hit of the rule with this index.
    Hit(u32),
    /// A member of a set whose places are remembered.
    Marker(SetId),
    /// A hit of a rule whose capitals must agree; the second number is the spelling.
    Exact(u32, u32),
}

/// The literals of a catalogue while it is being built.
#[derive(Default)]
pub(super) struct Literals {
    ids: HashMap<String, u32>,
    uses: Vec<Vec<Use>>,
    spellings: Vec<Box<str>>,
}

impl Literals {
    /// Adds a folded literal; the same literal may have many uses.
    pub(super) fn add(&mut self, literal: &str, usage: Use) {
        let next = self.uses.len() as u32;
        let id = *self.ids.entry(literal.to_lowercase()).or_insert(next);
        if id == next {
            self.uses.push(Vec::new());
        }
        let uses = &mut self.uses[id as usize];
        if !uses.contains(&usage) {
            uses.push(usage);
        }
    }

    /// Adds a folded literal whose capitals count.
    pub(super) fn add_exact(&mut self, literal: &str, rule: u32) {
        self.spellings.push(literal.into());
        self.add(literal, Use::Exact(rule, self.spellings.len() as u32 - 1));
    }

    /// Every literal, in no particular order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(String::as_str)
    }
}

/// The compiled literals.
#[derive(Debug)]
pub struct Matcher {
    automaton: AhoCorasick,
    /// For literal `i`, its uses are `uses[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    uses: Vec<Use>,
    spellings: Vec<Box<str>>,
}

/// Up to so many bytes of literals the fast automaton is small enough for the cache and quick enough to build.
const DFA_BYTES: usize = 40_000;

impl Matcher {
    pub(super) fn new(literals: Literals) -> Result<Self, aho_corasick::BuildError> {
        let mut ordered = vec![""; literals.uses.len()];
        for (literal, &id) in &literals.ids {
            ordered[id as usize] = literal;
        }
        let bytes: usize = ordered.iter().map(|l| l.len()).sum();
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
            .build(&ordered)?;
        let mut starts = vec![0];
        let mut uses = Vec::new();
        for of_literal in literals.uses {
            uses.extend(of_literal);
            starts.push(uses.len() as u32);
        }
        Ok(Self {
            automaton,
            starts,
            uses,
            spellings: literals.spellings,
        })
    }

    /// Calls `found` for every literal that stands in `stretch` of the folded `text` between word boundaries, in the
    /// order of their ends; with its place (bytes of `text`) and its uses.
    pub fn scan(&self, text: &str, stretch: Span, mut found: impl FnMut(Span, &[Use])) {
        let input = Input::new(text).span(stretch.range());
        for hit in self.automaton.find_overlapping_iter(input) {
            if !opens_word(text, hit.start(), stretch.start as usize) || !closes_word(text, hit.end(), stretch.end as usize) {
                continue;
            }
            let id = hit.pattern().as_usize();
            let uses = &self.uses[self.starts[id] as usize..self.starts[id + 1] as usize];
            found(Span::at(hit.start(), hit.end()), uses);
        }
    }

    /// Whether `words` are written exactly as the spelling with this number, capitals included.
    #[must_use]
    pub fn is_spelt(&self, spelling: u32, words: &str) -> bool {
        *self.spellings[spelling as usize] == *words
    }
}

/// Whether no word runs on to the left of `at`.
fn opens_word(text: &str, at: usize, floor: usize) -> bool {
    let bytes = text.as_bytes();
    if at == floor || !is_word_byte(bytes[at]) {
        return true;
    }
    let before = bytes[at - 1];
    if before < 0x80 {
        return !before.is_ascii_alphanumeric();
    }
    !text[floor..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Whether no word runs on to the right of `at`. A digit after a letter is a note mark stuck to the word; "n't" makes
/// another word of what it follows.
fn closes_word(text: &str, at: usize, ceiling: usize) -> bool {
    let bytes = text.as_bytes();
    let last = bytes[at - 1];
    if at == ceiling || !is_word_byte(last) {
        return true;
    }
    match bytes[at] {
        b'\'' => !is_contraction(&bytes[at..ceiling]),
        after if after < 0x80 => !(after.is_ascii_alphabetic() || after.is_ascii_digit() && last.is_ascii_digit()),
        _ => !text[at..ceiling].chars().next().is_some_and(char::is_alphanumeric),
    }
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

    fn found(literals: &[&str], text: &str) -> Vec<String> {
        let mut table = Literals::default();
        for literal in literals {
            table.add(literal, Use::Hit(0));
        }
        let mut all = Vec::new();
        let matcher = Matcher::new(table).unwrap();
        matcher.scan(text, Span::at(0, text.len()), |span, _| all.push(text[span.range()].to_owned()));
        all
    }

    #[test]
    fn words_are_found_whole() {
        for (literal, text, times) in [
            ("ensure", "Ensure that it is ensured, or ensure.", 2),
            ("ensure", "censure licensure ensured \u{e9}nsure ensure\u{e9}", 0),
            ("ensure", "ensure12 and ensure.", 2),
            ("section 1", "section 12", 0),
            ("s&w", "seen s&w today", 1),
            ("can", "can't", 0),
            ("mother", "the mother's view", 1),
            ("ensure", "\u{e9} ensure \u{2026}ensure\u{2026}", 2),
        ] {
            assert_eq!(found(&[literal], text).len(), times, "{literal} in {text}");
        }
    }

    #[test]
    fn every_overlap_is_reported() {
        assert_eq!(
            found(&["no concerns", "concerns", "concerns raised"], "no concerns raised"),
            ["no concerns", "concerns", "concerns raised"]
        );
    }
}
