//! The `neighbours` of a word are the words beside it, and one further on: in a text, or in all that a phrase can be. Few
//! of the phrases that hold a word have the right ones, and Bloom filters of them (Bloom 1970) rule the others out unread.

use super::phrase::Slot;
use super::rows::Row;
use super::window::Window;
use super::words::{Word, words};

/// A set of words as two filters of one function each; of one word, where it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    one: u64,
    two: u64,
}

impl Signs {
    /// Every word, and none: where nothing need stand, or nobody knows what does.
    const ANYTHING: Self = Self {
        one: u64::MAX,
        two: u64::MAX,
    };
    /// The edge of a text.
    pub(super) const NOTHING: Self = Self {
        one: 1 << 63,
        two: 1 << 63,
    };

    fn of(word: Word) -> Self {
        // One more mixing: the index uses the low bits. The last bit is for where no word stands.
        let mixed = word.hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = |bits: u64| ((bits & 0xffff) * 63) >> 16;
        Self {
            one: 1 << place(mixed >> 48),
            two: 1 << place(mixed >> 32),
        }
    }

    /// The signs of a word of a text; a note mark stuck to a word ("safe12 and well") may be anything.
    pub(super) fn in_text(window: Window<'_>, word: Word) -> Self {
        let stuck = word.start > window.floor && window.text[word.start - 1].is_ascii_alphabetic();
        if stuck && window.text[word.start].is_ascii_digit() {
            Self::ANYTHING
        } else {
            Self::of(word)
        }
    }

    /// What stands beyond this neighbour: beyond a note mark anything may.
    fn before(self, beyond: Self) -> Self {
        if self == Self::ANYTHING { self } else { beyond }
    }

    fn add(&mut self, other: Self) {
        self.one |= other.one;
        self.two |= other.two;
    }

    /// The words that can stand `away` words off in `own`, and then in `slots`; both begin with what is nearest.
    fn standing(own: &[Word], (slots, at_end): (&[&Slot], bool), away: usize) -> Self {
        let mut all = Self { one: 0, two: 0 };
        match own.get(away) {
            Some(&word) => all.add(Self::of(word)),
            None => all.add_slots(slots, at_end, away - own.len()),
        }
        all
    }

    fn add_slots(&mut self, slots: &[&Slot], at_end: bool, away: usize) {
        let Some((slot, rest)) = slots.split_first() else {
            *self = Self::ANYTHING;
            return;
        };
        // How far off the word is from where the next slot begins, for each length of an option.
        let mut left = [false; FARTHEST + 1];
        left[away] = slot.optional;
        for option in &slot.options {
            let mut all: Vec<Word> = words(option, 0, option.len()).collect();
            if at_end {
                all.reverse();
            }
            match all.get(away) {
                _ if all.is_empty() => *self = Self::ANYTHING,
                Some(&word) => self.add(Self::of(word)),
                None => left[away - all.len()] = true,
            }
        }
        for away in (0..=FARTHEST).filter(|&away| left[away]) {
            self.add_slots(rest, at_end, away);
        }
    }
}

/// How many words beyond the next one are looked at.
const FARTHEST: usize = 1;

/// What stands around a word of a text.
pub(super) struct Around {
    /// The word before it and the word after it.
    pub(super) beside: (Signs, Signs),
    /// Those beyond them.
    pub(super) beyond: (Signs, Signs),
}

/// The words that may stand right beside a word for a phrase to hold it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside(u64, u64);

impl Beside {
    /// Whether `around` may be a phrase's words. Both sides are asked at once: each alone says no half of the time, which no
    /// processor foresees, both together nearly always.
    pub(super) const fn hold(self, around: &Around) -> bool {
        (self.0 & around.beside.0.one != 0) & (self.1 & around.beside.1.one != 0)
    }
}

/// The same by another function, and the words beyond them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beyond {
    beside: (u64, u64),
    beyond: (u64, u64),
}

impl Beyond {
    /// Whether `around` may be a phrase's words.
    pub(super) fn hold(self, around: &Around) -> bool {
        let (before, after) = around.beside;
        let beyond = (before.before(around.beyond.0), after.before(around.beyond.1));
        self.beside.0 & before.two != 0
            && self.beside.1 & after.two != 0
            && self.beyond.0 & beyond.0.one != 0
            && self.beyond.1 & beyond.1.one != 0
    }
}

/// What may stand around word number `at` of `own`, an option of slot number `anchor` of `slots`.
pub(super) fn around(slots: &[Slot], anchor: usize, (own, at): (&[Word], usize)) -> (Beside, Beyond) {
    let before: Vec<&Slot> = slots[..anchor].iter().rev().collect();
    let after: Vec<&Slot> = slots[anchor + 1..].iter().collect();
    let own_before: Vec<Word> = own[..at].iter().rev().copied().collect();
    let left = |away| Signs::standing(&own_before, (&before, true), away);
    let right = |away| Signs::standing(&own[at + 1..], (&after, false), away);
    let beside = (left(0), right(0));
    let beyond = Beyond {
        beside: (beside.0.two, beside.1.two),
        beyond: (left(1).one, right(1).one),
    };
    (Beside(beside.0.one, beside.1.one), beyond)
}

impl Row<2> for Beside {
    fn pack(&self) -> [u64; 2] {
        [self.0, self.1]
    }

    #[inline]
    fn unpack([before, after]: [u64; 2]) -> Self {
        Self(before, after)
    }
}

impl Row<4> for Beyond {
    fn pack(&self) -> [u64; 4] {
        [self.beside.0, self.beside.1, self.beyond.0, self.beyond.1]
    }

    #[inline]
    fn unpack([near_before, near_after, before, after]: [u64; 4]) -> Self {
        Self {
            beside: (near_before, near_after),
            beyond: (before, after),
        }
    }
}
