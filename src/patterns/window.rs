//! A `Window` is the stretch of text in which a phrase may lie; slots are compared in it to the left and to the right.

use super::literals::Literals;

/// The stretch of text that a phrase may lie in.
#[derive(Clone, Copy)]
pub(super) struct Window<'t> {
    pub(super) text: &'t [u8],
    pub(super) literals: &'t Literals,
    pub(super) floor: usize,
    pub(super) ceiling: usize,
    /// Whether quotation marks and note marks beside the blanks of a phrase are overlooked: "‘safe’ and well".
    pub(super) loose: bool,
}

impl Window<'_> {
    /// The farthest end of the slots `from..to` standing one after another from `at` on.
    pub(super) fn right(self, (from, to): (u32, u32), at: usize, exact: bool) -> Option<usize> {
        if from == to {
            return self.closes_word(at).then_some(at);
        }
        let (slot, rest) = (self.literals.slot(from), (from + 1, to));
        let next = self.after_gap(at);
        let taken = next.and_then(|next| {
            let here = &self.text[next..self.ceiling];
            let first = here.first()?.to_ascii_lowercase();
            let likely = self.literals.options(slot).filter(|option| option.first == first);
            let standing = likely.filter(|option| same(here.get(..option.len()), self.literals.bytes(*option), exact));
            standing.filter_map(|option| self.right(rest, next + option.len(), exact)).max()
        });
        if slot.optional {
            taken.max(self.right(rest, at, exact))
        } else {
            taken
        }
    }

    /// The farthest start of the slots `from..to` standing one after another up to `at`.
    pub(super) fn left(self, (from, to): (u32, u32), at: usize, exact: bool) -> Option<usize> {
        if from == to {
            return self.opens_word(at).then_some(at);
        }
        let (slot, rest) = (self.literals.slot(to - 1), (from, to - 1));
        let taken = self.before_gap(at).and_then(|end| {
            let here = &self.text[self.floor..end];
            let last = here.last()?.to_ascii_lowercase();
            let tail = |length: usize| here.len().checked_sub(length).map(|from| &here[from..]);
            let likely = self.literals.options(slot).filter(|option| option.last == last);
            let standing = likely.filter(|option| same(tail(option.len()), self.literals.bytes(*option), exact));
            standing.filter_map(|option| self.left(rest, end - option.len(), exact)).min()
        });
        let without = if slot.optional { self.left(rest, at, exact) } else { None };
        taken.into_iter().chain(without).min()
    }

    /// Where the word after the gap at `at` begins; `None` where there is no gap.
    fn after_gap(self, mut at: usize) -> Option<usize> {
        let text = &self.text[..self.ceiling];
        let is_mark = |at: usize| self.loose && text.get(at).copied().is_some_and(is_quote);
        if self.loose && text[at - 1].is_ascii_alphabetic() {
            at += text[at..].iter().take(NOTE).take_while(|b| b.is_ascii_digit()).count();
        }
        at += usize::from(is_mark(at));
        if text.get(at) != Some(&b' ') {
            return None;
        }
        Some(at + 1 + usize::from(is_mark(at + 1))).filter(|&next| next < self.ceiling)
    }

    /// Where the word before the gap that ends at `at` ends; `None` where there is no gap.
    fn before_gap(self, mut at: usize) -> Option<usize> {
        let text = &self.text[self.floor..];
        let is_mark = |at: usize| self.loose && at > self.floor && is_quote(text[at - 1 - self.floor]);
        at -= usize::from(is_mark(at));
        if at <= self.floor || self.text[at - 1] != b' ' {
            return None;
        }
        at -= 1;
        at -= usize::from(is_mark(at));
        if self.loose {
            let digits = self.text[self.floor..at]
                .iter()
                .rev()
                .take(NOTE)
                .take_while(|b| b.is_ascii_digit())
                .count();
            let stuck = at - digits > self.floor && self.text[at - digits - 1].is_ascii_alphabetic();
            at -= if stuck { digits } else { 0 };
        }
        Some(at)
    }

    /// Whether the quotation marks inside `from..to` are pairs there, or with those directly around: a mark that opens
    /// inside and closes elsewhere makes the words two voices'.
    pub(super) fn is_paired(self, from: usize, to: usize) -> bool {
        let opened = from > self.floor && is_quote(self.text[from - 1]);
        let closed = to < self.ceiling && is_quote(self.text[to]);
        let beside_blank = |at: usize| self.text[at - 1] == b' ' || self.text.get(at + 1) == Some(&b' ');
        let inside = (from + 1..to).filter(|&at| is_quote(self.text[at]) && beside_blank(at)).count();
        let even = |marks: usize| marks.is_multiple_of(2);
        even(inside + usize::from(opened)) || opened && closed && even(inside)
    }

    /// Whether a quotation mark or a figure stands near `start..end`, so that a phrase may be looked for loosely.
    pub(super) fn is_marked(self, start: usize, end: usize) -> bool {
        let (from, to) = (start.saturating_sub(NEAR).max(self.floor), (end + NEAR).min(self.ceiling));
        self.text[from..to].iter().any(|&b| is_quote(b) || b.is_ascii_digit())
    }

    /// Whether no word runs on to the left of `at`.
    pub(super) fn opens_word(self, at: usize) -> bool {
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
    pub(super) fn closes_word(self, at: usize) -> bool {
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

/// Most digits of a note mark.
const NOTE: usize = 3;
/// Bytes around a word in which marks are looked for.
const NEAR: usize = 24;

pub(super) const fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}

pub(super) fn same(here: Option<&[u8]>, option: &[u8], exact: bool) -> bool {
    here.is_some_and(|here| if exact { here == option } else { here.eq_ignore_ascii_case(option) })
}

/// The character that begins `bytes`, of which at most four are looked at.
pub(super) fn first_char(bytes: &[u8]) -> Option<char> {
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
