//! An evaluation as JSON is a run of `candour evaluate`, saved so that a later one can be held against it.

use std::io::{self, Write};

use super::set;
use crate::evaluate::Saved;

/// Brackets up to this depth break their lines: each label and each fault gets its own.
const BROKEN: usize = 2;

/// Writes `run`.
///
/// # Errors
/// Those of `out`.
pub fn write(run: &Saved, out: &mut impl Write) -> io::Result<()> {
    set(run, 0, BROKEN, out)?;
    writeln!(out)
}
