//! A `Window` is the stretch of text in which a phrase may lie; slots are compared in it to the left and to the right.

use super::phrase::Slot;

/// The stretch of text that a phrase may lie in.
#[derive(Clone, Copy)]
pub(super) struct Window<'t> {
    pub(super) text: &'t [u8],
    pub(super) floor: usize,
    pub(super) ceiling: usize,
}

impl Window<'_> {
    /// The farthest end of `slots` standing one after another from `at` on.
    pub(super) fn right(self, slots: &[Slot], at: usize, exact: bool) -> Option<usize> {
        let Some((slot, rest)) = slots.split_first() else {
            return self.closes_word(at).then_some(at);
        };
        let here = self.text[..self.ceiling].get(at + 1..).filter(|_| self.text[at] == b' ');
        let taken = here.and_then(|here| {
            let first = here.first()?.to_ascii_lowercase();
            let likely = slot
                .edges
                .iter()
                .zip(&slot.options)
                .filter(|(edges, _)| edges.0 == first)
                .map(|(_, option)| option);
            let standing = likely.filter(|option| same(here.get(..option.len()), option, exact));
            standing.filter_map(|option| self.right(rest, at + 1 + option.len(), exact)).max()
        });
        if slot.optional {
            taken.max(self.right(rest, at, exact))
        } else {
            taken
        }
    }

    /// The farthest start of `slots` standing one after another up to `at`.
    pub(super) fn left(self, slots: &[Slot], at: usize, exact: bool) -> Option<usize> {
        let Some((slot, rest)) = slots.split_last() else {
            return self.opens_word(at).then_some(at);
        };
        let here = at
            .checked_sub(1)
            .filter(|&blank| blank >= self.floor && self.text[blank] == b' ')
            .map(|blank| &self.text[self.floor..blank]);
        let taken = here.and_then(|here| {
            let last = here.last()?.to_ascii_lowercase();
            let tail = |length: usize| here.len().checked_sub(length).map(|from| &here[from..]);
            let likely = slot
                .edges
                .iter()
                .zip(&slot.options)
                .filter(|(edges, _)| edges.1 == last)
                .map(|(_, option)| option);
            let standing = likely.filter(|option| same(tail(option.len()), option, exact));
            standing.filter_map(|option| self.left(rest, at - 1 - option.len(), exact)).min()
        });
        let without = if slot.optional { self.left(rest, at, exact) } else { None };
        taken.into_iter().chain(without).min()
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

pub(super) fn same(here: Option<&[u8]>, option: &str, exact: bool) -> bool {
    here.is_some_and(|here| {
        if exact {
            here == option.as_bytes()
        } else {
            here.eq_ignore_ascii_case(option.as_bytes())
        }
    })
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
