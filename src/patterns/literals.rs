//! The `Literals` are the words of all phrases: one long text, the options that are stretches of it, and the slots that
//! are runs of options. Thousands of small lists would each be allocated and would lie all over the memory.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use super::rows::{Row, Rows};

/// The words of all phrases.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Literals {
    #[serde(borrow)]
    text: Cow<'static, [u8]>,
    options: Rows<Literal, 1>,
    places: Rows<Place, 1>,
    /// Where the words stand that were added since this was read.
    #[serde(skip)]
    known: HashMap<Box<str>, u32>,
}

/// One option of a slot: a stretch of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal {
    at: u32,
    length: u16,
    /// Its first and its last byte, in small letters: most options are ruled out by one of them.
    pub(super) first: u8,
    pub(super) last: u8,
}

impl Literal {
    /// How many bytes it has.
    pub(super) const fn len(self) -> usize {
        self.length as usize
    }
}

/// One slot: a run of options, the longest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    from: u32,
    to: u32,
    /// Whether nothing may stand there, too.
    pub(super) optional: bool,
}

impl Literals {
    /// Adds the slots of `phrase`, and gives their numbers.
    pub(super) fn add(&mut self, phrase: &Phrase) -> (u32, u32) {
        let from = self.places.len() as u32;
        for slot in &phrase.slots {
            let first = self.options.len() as u32;
            for option in &slot.options {
                let at = self.place(option);
                let edge = |byte: Option<&u8>| byte.map_or(0, u8::to_ascii_lowercase);
                self.options.push(&Literal {
                    at,
                    length: option.len() as u16,
                    first: edge(option.as_bytes().first()),
                    last: edge(option.as_bytes().last()),
                });
            }
            self.places.push(&Place {
                from: first,
                to: self.options.len() as u32,
                optional: slot.optional,
            });
        }
        (from, self.places.len() as u32)
    }

    /// Where `option` stands in the text, to which it is added when it is new.
    fn place(&mut self, option: &str) -> u32 {
        if let Some(&at) = self.known.get(option) {
            return at;
        }
        let at = self.text.len() as u32;
        self.text.to_mut().extend(option.as_bytes());
        self.known.insert(option.into(), at);
        at
    }

    /// A slot by its number.
    pub(super) fn slot(&self, number: u32) -> Place {
        self.places.get(number as usize)
    }

    /// The options of a slot.
    pub(super) fn options(&self, place: Place) -> impl Iterator<Item = Literal> {
        self.options.range(place.from as usize, place.to as usize)
    }

    /// Option number `number` of a slot.
    pub(super) fn option(&self, place: Place, number: u16) -> Literal {
        self.options.get(place.from as usize + number as usize)
    }

    /// The bytes of an option.
    pub(super) fn bytes(&self, literal: Literal) -> &[u8] {
        &self.text[literal.at as usize..literal.at as usize + literal.len()]
    }
}

impl Row<1> for Literal {
    fn pack(&self) -> [u64; 1] {
        let edges = u64::from(self.first) << 8 | u64::from(self.last);
        [u64::from(self.at) << 32 | u64::from(self.length) << 16 | edges]
    }

    #[inline]
    fn unpack([all]: [u64; 1]) -> Self {
        Self {
            at: (all >> 32) as u32,
            length: (all >> 16) as u16,
            first: (all >> 8) as u8,
            last: all as u8,
        }
    }
}

impl Row<1> for Place {
    fn pack(&self) -> [u64; 1] {
        [u64::from(self.from) << 33 | u64::from(self.to) << 1 | u64::from(self.optional)]
    }

    #[inline]
    fn unpack([all]: [u64; 1]) -> Self {
        Self {
            from: (all >> 33) as u32,
            to: (all >> 1) as u32,
            optional: all & 1 == 1,
        }
    }
}
