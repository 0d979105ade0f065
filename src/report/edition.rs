//! An `Edition` is how records are published: with which rules they were made, in which units they count, whether
//! they hold excerpts, and what a board has accepted.

use crate::identity::Accepted;

/// The terms under which all records of a run are published.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// SHA-256 of all rules, in hexadecimal digits.
    pub rules_sha256: &'a str,
    /// The units of offsets.
    pub units: Units,
    /// Whether the document's words may be repeated.
    pub excerpts: bool,
    /// Annotations that were accepted, with their reasons.
    pub accepted: &'a Accepted,
}

/// The units of offsets beside code points, which are always given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// Bytes of the text as UTF-8.
    pub byte: bool,
    /// UTF-16 code units, as in JavaScript and .NET.
    pub utf16: bool,
}
