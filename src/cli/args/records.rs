//! `Records` are what is told of each document, as it was typed: in which units, and whether in its own words.

use candour::report::Units;
use clap::{Args as ArgGroup, ValueEnum};

/// What records tell.
#[derive(ArgGroup)]
pub(in crate::cli) struct Records {
    /// Further units for offsets, beside code points. The formats of other programs always count as these do: xlsx, sarif, w3c
    /// and spans in code points, doccano in UTF-16 units
    #[arg(long, value_delimiter = ',', value_name = "UNITS")]
    pub(in crate::cli) offsets: Vec<Unit>,
    /// Leave out every excerpt of the documents; offsets, rules and numbers stay
    #[arg(long)]
    pub(in crate::cli) no_text: bool,
}

impl Records {
    /// The units of offsets.
    pub(in crate::cli) fn units(&self) -> Units {
        Units {
            byte: self.offsets.contains(&Unit::Byte),
            utf16: self.offsets.contains(&Unit::Utf16),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Unit {
    Byte,
    Utf16,
}
