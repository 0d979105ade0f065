//! The check view shows a person what to look at in one document: broken references first, then actions, then
//! language by severity, each with its place, its words marked, and the question to ask.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

use crate::annotation::{Annotation, Severity};
use crate::reading::{Read, Reading};
use crate::report::{Edition, View};

use super::look::{Look, counted};
use super::passage;

/// How many passages of one remark are shown; the places of the others are listed.
const SHOWN: usize = 3;
/// How many places are listed.
const LISTED: usize = 12;
/// Bytes of the sentence that are shown on each side of the words.
const REACH: usize = 160;

/// What was shown of some documents, and what was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Documents looked at.
    pub documents: u64,
    /// Remarks shown, by section, in the order of [`SECTIONS`].
    pub sections: [u64; 4],
    /// Remarks shown, by severity from info to high.
    pub severities: [u64; 4],
    /// Remarks that were accepted with a reason.
    pub accepted: u64,
    /// All others that were left out: quoted, mentioned, for information, or less severe than asked.
    pub left_out: u64,
}

/// The sections of the view, in order.
pub const SECTIONS: [&str; 4] = ["references", "actions", "dates and terms", "language"];

/// One remark and all the places it is made at.
struct Group<'a> {
    section: usize,
    annotation: &'a Annotation<'a>,
    places: Vec<usize>,
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
    let path = passage::cleaned(reading.source.shown());
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
    for (at, annotation) in read.standing(edition.accepted) {
        let key = (&*annotation.rule, annotation.severity, &*annotation.message);
        let group = *known.entry(key).or_insert_with(|| {
            groups.push(Group {
                section: section(&annotation.category),
                annotation,
                places: vec![],
            });
            groups.len() - 1
        });
        groups[group].places.push(at);
    }
    groups.sort_by_key(|group| (group.section, Reverse(group.annotation.severity)));
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

impl Shown {
    fn of(read: &Read<'_>, edition: &Edition<'_>, groups: &[Group<'_>]) -> Self {
        let accepted = read.ids.iter().filter(|&&id| edition.accepted.reason(id).is_some()).count() as u64;
        let mut shown = Self {
            documents: 1,
            accepted,
            ..Self::default()
        };
        for group in groups {
            shown.sections[group.section] += group.places.len() as u64;
            shown.severities[group.annotation.severity as usize] += group.places.len() as u64;
        }
        shown.left_out = read.ids.len() as u64 - shown.total() - accepted;
        shown
    }

    /// All remarks shown.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.sections.iter().sum()
    }

    /// How many remarks are at `severity` or above.
    #[must_use]
    pub fn at_least(&self, severity: Severity) -> u64 {
        self.severities[severity as usize..].iter().sum()
    }

    /// Adds what was shown of other documents.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.accepted += other.accepted;
        self.left_out += other.left_out;
        self.sections.iter_mut().zip(other.sections).for_each(|(sum, more)| *sum += more);
        self.severities
            .iter_mut()
            .zip(other.severities)
            .for_each(|(sum, more)| *sum += more);
    }

    /// Writes the closing count.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn close(&self, look: &Look, out: &mut impl Write) -> io::Result<()> {
        let [_, low, medium, high] = self.severities;
        let [references, actions, dates, language] = self.sections;
        let head = format!(
            "{}, {}: {high} high, {medium} medium, {low} low.",
            counted(self.documents, "document"),
            counted(self.total(), "remark"),
        );
        writeln!(out, "{}", look.title(head))?;
        let parts = format!("On references {references}, actions {actions}, dates and terms {dates}, language {language}.");
        look.paragraph(out, 0, &parts)?;
        let aside = format!(
            "Not shown: {} accepted, {} quoted, mentioned, denied or for information (all are in the JSON of `candour scan`).",
            self.accepted, self.left_out
        );
        look.paragraph(out, 0, &aside)
    }
}

struct Page<'a> {
    view: &'a View<'a>,
    path: &'a str,
    look: &'a Look,
}

impl Page<'_> {
    fn head(&self, shown: &Shown, out: &mut impl Write) -> io::Result<()> {
        let many = match shown.total() {
            0 => "nothing to remark on".to_owned(),
            many => counted(many, "remark"),
        };
        writeln!(out, "{}: {many}", self.look.title(self.path))?;
        let warnings = &self.view.scan.text.warnings;
        warnings.iter().try_for_each(|warning| self.look.paragraph(out, 2, warning))
    }

    fn group(&self, group: &Group<'_>, out: &mut impl Write) -> io::Result<()> {
        let it = group.annotation;
        writeln!(out)?;
        writeln!(out, "  {}  {}", self.look.severity(it.severity), self.look.faint(&it.rule))?;
        self.look.paragraph(out, 2, &it.message)?;
        self.look.paragraph(out, 2, &it.ask)?;
        for &at in group.places.iter().take(SHOWN) {
            self.passage(at, out)?;
        }
        self.more(group.places.get(SHOWN..).unwrap_or(&[]), out)
    }

    fn passage(&self, at: usize, out: &mut impl Write) -> io::Result<()> {
        let it = &self.view.scan.annotations[at];
        let place = self.view.place(it.span.start);
        let paragraph = self.paragraph(it.block);
        let id = self.look.faint(self.view.ids[at]);
        writeln!(out, "    {}:{}:{}{paragraph}  id {id}", self.path, place.line, place.column)?;
        passage::set(&self.marked(it), 6, self.look, out)?;
        for related in &it.related {
            let line = self.view.place(related.span.start).line;
            let words = self.view.scan.text.slice(related.span);
            let shown = passage::marked("", words, "");
            let note = format!("{} (line {line}): {shown}", related.note.trim_end_matches('.'));
            passage::set(&note, 6, self.look, out)?;
        }
        Ok(())
    }

    fn paragraph(&self, block: u32) -> String {
        let number = self.view.paragraph(block);
        let cleaned = number.map(passage::cleaned);
        match cleaned {
            Some(number) if number.starts_with(|c: char| c.is_ascii_digit()) => format!("  paragraph {number}"),
            Some(label) => format!("  {label}"),
            None => String::new(),
        }
    }

    fn marked(&self, it: &Annotation<'_>) -> String {
        let text = &self.view.scan.text;
        let around = self.view.around(it.sentence, it.span, REACH);
        let before = &text.content[around.start.min(it.span.start) as usize..it.span.start as usize];
        let after = &text.content[it.span.end as usize..around.end.max(it.span.end) as usize];
        let before = if around.start > it.sentence.start {
            without_first_word(before)
        } else {
            before.into()
        };
        let after = if around.end < it.sentence.end {
            without_last_word(after)
        } else {
            after.into()
        };
        passage::marked(&before, text.slice(it.span), &after)
    }

    fn more(&self, places: &[usize], out: &mut impl Write) -> io::Result<()> {
        if places.is_empty() {
            return Ok(());
        }
        let place = |&at: &usize| {
            let it = &self.view.scan.annotations[at];
            let line = self.view.place(it.span.start).line;
            match self.view.paragraph(it.block) {
                Some(number) => format!("{} (line {line})", passage::cleaned(number)),
                None => format!("line {line}"),
            }
        };
        let listed: Vec<String> = places.iter().take(LISTED).map(place).collect();
        let rest = match places.len().saturating_sub(LISTED) {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        let all = format!("and {} more: {}{rest}", places.len(), listed.join(", "));
        self.look.paragraph(out, 4, &all)
    }
}

/// `text` with an ellipsis for the word at its start, which may be cut.
fn without_first_word(text: &str) -> Cow<'_, str> {
    let rest = text.find(char::is_whitespace).map_or("", |at| &text[at..]);
    Cow::Owned(format!("\u{2026}{rest}"))
}

/// `text` with an ellipsis for the word at its end, which may be cut.
fn without_last_word(text: &str) -> Cow<'_, str> {
    let rest = text.rfind(char::is_whitespace).map_or("", |at| &text[..at]);
    Cow::Owned(format!("{rest} \u{2026}"))
}
