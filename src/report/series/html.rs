//! The page of a series.

use std::io::{self, Write};

use crate::report::edition::Edition;
use crate::series::Series;

/// Writes it.
///
/// # Errors
/// Those of `out`.
pub fn write(_series: &Series, _edition: &Edition<'_>, _out: &mut impl Write) -> io::Result<()> {
    Ok(())
}
