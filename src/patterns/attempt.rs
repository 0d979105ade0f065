//! A `Try` is a phrase to be tried where one word of it stands: what must be known of that word, and how the rest is compared.

use super::frequency::per_million;
use super::matcher::Use;
use super::neighbours::{Beside, Beyond, around};
use super::phrase::Phrase;
use super::rows::{Row, Rows};
use super::window::{Window, same};
use super::words::{Word, words};
use crate::text::Span;

/// A phrase that has been filed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The numbers of its slots.
    pub(super) slots: (u32, u32),
    /// The slot under whose words it is filed, counted from the first of them.
    pub(super) anchor: u32,
    /// Whether capitals must agree.
    pub(super) exact: bool,
    pub(super) usage: Use,
}

/// A phrase to be tried where one word of it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Try {
    /// Which phrase, and which option of its anchor holds the word.
    pub(super) entry: u32,
    pub(super) option: u16,
    /// Bytes of the option, and of it before the word.
    length: u16,
    lead: u16,
    /// Whether the phrase is that one word and nothing else: its hash has then said all.
    is_word: bool,
    /// Whether the option is that one word, so that only its neighbours are still to be compared.
    is_option: bool,
    pub(super) usage: Use,
}

/// A [`Try`] with what must stand around its word; they are kept apart, since most tries are ruled out unread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filed {
    pub(super) attempt: Try,
    pub(super) beside: Beside,
    pub(super) beyond: Beyond,
}

impl Try {
    /// The try for option number `option` of the anchor of `phrase`, with the hash of the option's rarest word, under
    /// which it is filed; `None` for an option without a word.
    pub(super) fn filed(phrase: &Phrase, (number, entry): (usize, Entry), option: usize) -> Option<(u64, Filed)> {
        let (slots, anchor) = (&phrase.slots, entry.anchor as usize);
        let words_of: &str = &slots[anchor].options[option];
        let all: Vec<Word> = words(words_of, 0, words_of.len()).collect();
        let rare = |at: &usize| per_million(&words_of[all[*at].start..all[*at].end].to_ascii_lowercase());
        let at = (0..all.len()).min_by_key(rare)?;
        let word = all[at];
        let is_option = word.end - word.start == words_of.len() && !entry.exact;
        let attempt = Self {
            entry: number as u32,
            option: option as u16,
            length: words_of.len() as u16,
            lead: word.start as u16,
            is_word: slots.len() == 1 && is_option,
            is_option,
            usage: entry.usage,
        };
        let (beside, beyond) = around(slots, anchor, (&all, at));
        let filed = Filed { attempt, beside, beyond };
        Some((word.hash, filed))
    }

    /// Whether the phrase is one word, and nothing around it matters.
    pub(super) const fn is_word(&self) -> bool {
        self.is_word
    }

    /// The phrase around `word` of it.
    pub(super) fn find(&self, window: Window<'_>, entries: &Rows<Entry, 2>, word: Word) -> Option<Span> {
        let start = word.start.checked_sub(self.lead as usize).filter(|&s| s >= window.floor)?;
        let end = start + self.length as usize;
        if end > window.ceiling || !window.opens_word(start) || !window.closes_word(end) {
            return None;
        }
        if self.is_word {
            return Some(Span::at(start, end));
        }
        let Entry { slots, anchor, exact, .. } = entries.get(self.entry as usize);
        let (literals, anchor) = (window.literals, slots.0 + anchor);
        let option = || literals.bytes(literals.option(literals.slot(anchor), self.option));
        if !self.is_option && !same(window.text.get(start..end), option(), exact) {
            return None;
        }
        let around = |window: Window<'_>| {
            let to = window.right((anchor + 1, slots.1), end, exact)?;
            let from = window.left((slots.0, anchor), start, exact)?;
            Some((from, to))
        };
        let loosely = || {
            let loose = Window { loose: true, ..window };
            let marked = slots.1 - slots.0 > 1 && matches!(self.usage, Use::Hit(_)) && window.is_marked(start, end);
            marked
                .then(|| around(loose))
                .flatten()
                .filter(|&(from, to)| loose.is_paired(from, to))
        };
        let (from, to) = around(window).or_else(loosely)?;
        Some(Span::at(from, to))
    }
}

impl Row<2> for Entry {
    fn pack(&self) -> [u64; 2] {
        let rest = u64::from(self.anchor) << 33 | u64::from(self.exact) << 32 | u64::from(self.usage.number());
        [u64::from(self.slots.0) << 32 | u64::from(self.slots.1), rest]
    }

    #[inline]
    fn unpack([slots, rest]: [u64; 2]) -> Self {
        Self {
            slots: ((slots >> 32) as u32, slots as u32),
            anchor: (rest >> 33) as u32,
            exact: rest >> 32 & 1 == 1,
            usage: Use::numbered(rest as u32),
        }
    }
}

impl Row<2> for Try {
    fn pack(&self) -> [u64; 2] {
        let which = u64::from(self.entry) << 32 | u64::from(self.usage.number());
        let flags = u64::from(self.is_word) << 1 | u64::from(self.is_option);
        let option = flags << 48 | u64::from(self.option) << 32 | u64::from(self.length) << 16 | u64::from(self.lead);
        [which, option]
    }

    #[inline]
    fn unpack([which, option]: [u64; 2]) -> Self {
        Self {
            entry: (which >> 32) as u32,
            usage: Use::numbered(which as u32),
            option: (option >> 32) as u16,
            length: (option >> 16) as u16,
            lead: option as u16,
            is_word: option >> 49 & 1 == 1,
            is_option: option >> 48 & 1 == 1,
        }
    }
}
