//! An `Id` names an annotation for as long as its words stand: the same rule, words and sentence give the same id,
//! wherever in the text, or in which draft, they come to stand.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use crate::annotation::Annotation;
use crate::text::{Span, Text};

/// How far, in bytes, a sentence is read on each side of the words; a bound on the work for each annotation.
const REACH: usize = 400;

/// The name of one annotation: 16 hexadecimal digits when shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Id(u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The text is not 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is the 16 letters and digits that candour shows beside an annotation")
    }
}

impl std::error::Error for BadId {}

impl FromStr for Id {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let sound = text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
        u64::from_str_radix(text, 16).ok().filter(|_| sound).map(Self).ok_or(BadId)
    }
}

/// The ids of `annotations`, in their order. Like annotations in like sentences are told apart by counting them.
#[must_use]
pub fn ids(text: &Text, annotations: &[Annotation<'_>]) -> Vec<Id> {
    let mut seen: HashMap<u64, u32> = HashMap::with_capacity(annotations.len());
    let of = |annotation: &Annotation<'_>| {
        let like = Fnv::new()
            .words(annotation.rule)
            .words(text.slice(annotation.span))
            .words(text.slice(near(text, annotation)));
        let nth = seen.entry(like.0).or_default();
        *nth += 1;
        Id(like.words(&nth.to_string()).0)
    };
    annotations.iter().map(of).collect()
}

/// The part of the sentence that is read for the id.
fn near(text: &Text, annotation: &Annotation<'_>) -> Span {
    let content = &text.content;
    let start = content.floor_char_boundary((annotation.span.start as usize).saturating_sub(REACH));
    let end = content.ceil_char_boundary((annotation.span.end as usize).saturating_add(REACH).min(content.len()));
    let start = start.max(annotation.sentence.start as usize);
    Span::at(start, end.min(annotation.sentence.end as usize).max(start))
}

/// The annotations that a board has looked at and let stand, each with its reason.
#[derive(Clone, Debug, Default)]
pub struct Accepted(HashMap<Id, String>);

impl Accepted {
    /// Why the annotation `id` was accepted; `None` when it was not.
    #[must_use]
    pub fn reason(&self, id: Id) -> Option<&str> {
        self.0.get(&id).map(String::as_str)
    }
}

impl FromIterator<(Id, String)> for Accepted {
    fn from_iter<I: IntoIterator<Item = (Id, String)>>(accepted: I) -> Self {
        Self(accepted.into_iter().collect())
    }
}

/// A running 64-bit FNV-1a sum.
#[derive(Clone, Copy)]
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds `text` in lower case, each run of white space as one space, none at its ends, and a mark after it.
    fn words(mut self, text: &str) -> Self {
        let mut gap = false;
        let mut begun = false;
        for c in text.chars() {
            if c.is_whitespace() {
                gap = begun;
                continue;
            }
            if gap {
                self.byte(b' ');
            }
            gap = false;
            begun = true;
            if c.is_ascii() {
                self.byte(c.to_ascii_lowercase() as u8);
            } else {
                c.to_lowercase().for_each(|lower| self.char(lower));
            }
        }
        self.byte(0);
        self
    }

    fn char(&mut self, c: char) {
        c.encode_utf8(&mut [0; 4]).bytes().for_each(|b| self.byte(b));
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(text: &str) -> u64 {
        Fnv::new().words(text).0
    }

    #[test]
    fn case_and_white_space_do_not_matter() {
        assert_eq!(sum("Safe\n  and\u{a0}Well "), sum("safe and well"));
        assert_eq!(sum("\u{c9}lan"), sum("\u{e9}lan"));
        assert_ne!(sum("safe and well"), sum("safeand well"));
    }

    #[test]
    fn an_id_reads_as_it_is_shown() {
        let id = Id(0x00ab_cdef_0123_4567);
        assert_eq!(id.to_string(), "00abcdef01234567");
        assert_eq!(id.to_string().parse(), Ok(id));
        for bad in ["", "00abcdef0123456", "+0abcdef01234567", "zzzzzzzzzzzzzzzz"] {
            assert_eq!(bad.parse::<Id>(), Err(BadId), "{bad:?}");
        }
    }
}
