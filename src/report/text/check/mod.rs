//! The check view shows a person what to look at in one document: broken references first, then actions, then
//! language by severity, each with its place, its words marked, and the question to ask.

mod page;
mod shown;

pub use shown::Shown;

use std::io::{self, Write};

use crate::reading::Reading;
use crate::report::group::{SECTIONS, groups};
use crate::report::{Edition, View};

use super::look::Look;
use super::passage::cleaned;

use page::Page;

/// Writes what stands in `reading`. A failed reading shows nothing.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, look: &Look, out: &mut impl Write) -> io::Result<Shown> {
    let Ok(read) = &reading.outcome else {
        return Ok(Shown::default());
    };
    let groups = groups(read, edition);
    let shown = Shown::of(read, edition, &groups);
    let path = cleaned(reading.source.shown());
    let page = Page {
        view: &View::new(read, edition),
        path: &path,
        look,
    };
    page.head(&shown, out)?;
    let mut section = usize::MAX;
    for group in &groups {
        if group.section != section {
            section = group.section;
            writeln!(out, "\n{}", look.title(SECTIONS[section].to_uppercase()))?;
        }
        page.group(group, out)?;
    }
    writeln!(out)?;
    Ok(shown)
}
