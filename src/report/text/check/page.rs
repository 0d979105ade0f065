//! A page is the part of a check that one document fills.

use std::io::{self, Write};

use crate::annotation::Related;
use crate::report::View;
use crate::report::excerpt::{Excerpt, QUOTED, RELATED, whereabouts};
use crate::report::group::{Group, Member};
use crate::report::text::look::{Look, counted};
use crate::report::text::passage;

use super::Shown;

/// How many places are listed.
const LISTED: usize = 12;

/// One document's part of a check.
pub(super) struct Page<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) path: &'a str,
    pub(super) look: &'a Look,
}

impl Page<'_> {
    pub(super) fn head(&self, shown: &Shown, out: &mut impl Write) -> io::Result<()> {
        let many = match shown.total() {
            0 => "nothing to remark on".to_owned(),
            many => counted(many, "remark"),
        };
        writeln!(out, "{}: {many}", self.look.title(self.path))?;
        let warnings = &self.view.scan.text.warnings;
        warnings.iter().try_for_each(|warning| self.look.paragraph(out, 2, warning))
    }

    pub(super) fn group(&self, group: &Group<'_>, out: &mut impl Write) -> io::Result<()> {
        let it = group.first;
        writeln!(out)?;
        writeln!(out, "  {}  {}", self.look.severity(it.severity), self.look.faint(&it.rule))?;
        if group.alike {
            self.look.paragraph(out, 2, &self.view.said(&it.message))?;
        }
        self.look.paragraph(out, 2, &format!("Ask: {}", it.ask))?;
        let members = group.gathered(self.view);
        let (shown, listed) = members.split_at(members.len().min(group.most()));
        shown.iter().try_for_each(|member| self.passage(member, !group.alike, out))?;
        self.more(listed, out)
    }

    /// Writes one passage, with its own message when it `differs` from the others.
    fn passage(&self, member: &Member<'_>, differs: bool, out: &mut impl Write) -> io::Result<()> {
        let it = &self.view.scan.annotations[member.at()];
        let place = self.view.place(it.span.start);
        let id = self.look.faint(self.view.ids[member.at()]);
        let whereabouts = whereabouts(self.view, it.block).map_or(String::new(), |words| format!("  {words}"));
        let times = match member.times() {
            1 => String::new(),
            times => format!("  {times} times here"),
        };
        writeln!(
            out,
            "    {}:{}:{}{whereabouts}{times}  id {id}",
            self.path, place.line, place.column
        )?;
        if differs {
            self.look.paragraph(out, 6, &self.view.said(&it.message))?;
        }
        if let Some(it) = Excerpt::new(self.view, it) {
            passage::set(&passage::marked(&it.before, it.words, &it.after), (6, 6), self.look, out)?;
        }
        it.related.iter().take(RELATED).try_for_each(|related| self.related(related, out))?;
        match it.related.len().saturating_sub(RELATED) {
            0 => Ok(()),
            more => writeln!(out, "      and {} more like it", counted(more as u64, "place")),
        }
    }

    fn related(&self, it: &Related, out: &mut impl Write) -> io::Result<()> {
        let line = self.view.place(it.span.start).line;
        let note = self.view.said(&it.note);
        let place = format!("{} (line {line})", note.trim_end_matches('.'));
        let Some(words) = self.view.words(it.span) else {
            return self.look.item(out, 6, &place);
        };
        let (words, cut) = passage::start_of(words, QUOTED);
        let ellipsis = if cut { " \u{2026}" } else { "" };
        let words = passage::cleaned(words);
        self.look.item(out, 6, &format!("{place}: \u{201c}{words}{ellipsis}\u{201d}"))
    }

    fn more(&self, members: &[Member<'_>], out: &mut impl Write) -> io::Result<()> {
        if members.is_empty() {
            return Ok(());
        }
        let place = |member: &Member<'_>| {
            let it = &self.view.scan.annotations[member.at()];
            let line = self.view.place(it.span.start).line;
            let times = match member.times() {
                1 => String::new(),
                times => format!(", {times} times"),
            };
            match self.view.paragraph(it.block) {
                Some(number) => format!("{} (line {line}{times})", passage::cleaned(number)),
                None => format!("line {line}{times}"),
            }
        };
        let listed: Vec<String> = members.iter().take(LISTED).map(place).collect();
        let rest = match members.len().saturating_sub(LISTED) {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        let all = format!("and {} more: {}{rest}", members.len(), listed.join(", "));
        self.look.item(out, 4, &all)
    }
}
