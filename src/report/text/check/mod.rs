//! The check view shows a person what to look at in one document: broken references first, then actions, then
//! language by severity, each with its place, its words marked, and the question to ask.

mod page;
mod shown;

pub use shown::Shown;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

use crate::annotation::{Annotation, Severity};
use crate::reading::{Read, Reading};
use crate::report::twice::Twice;
use crate::report::{Edition, View};

use super::look::Look;
use super::passage::cleaned;

use page::Page;

/// The sections of the view, in order.
const SECTIONS: [&str; 4] = ["references", "actions", "dates and terms", "language"];

/// The annotations of one rule that ask the same question; it is asked once.
struct Group<'a> {
    /// Index in [`SECTIONS`].
    section: usize,
    /// The first of them.
    first: &'a Annotation<'a>,
    /// Whether all say the same.
    alike: bool,
    /// Their indexes, in order of their place.
    members: Vec<usize>,
}

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

fn groups<'a>(read: &'a Read<'a>, edition: &'a Edition<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: HashMap<(&str, Severity, &str), usize> = HashMap::new();
    let twice = Twice::new(&read.scan.annotations);
    for (at, annotation) in read.standing(edition.accepted).filter(|(_, a)| !twice.holds(a)) {
        let key = (&*annotation.rule, annotation.severity, &*annotation.ask);
        let index = *known.entry(key).or_insert_with(|| {
            groups.push(Group {
                section: section(&annotation.category),
                first: annotation,
                alike: true,
                members: vec![],
            });
            groups.len() - 1
        });
        let group = &mut groups[index];
        group.alike &= annotation.message == group.first.message;
        group.members.push(at);
    }
    groups.sort_by_key(|group| (group.section, Reverse(group.first.severity)));
    groups
}

fn section(category: &str) -> usize {
    match category {
        "references" => 0,
        "actions" => 1,
        "chronology" | "editorial" => 2,
        _ => 3,
    }
}
