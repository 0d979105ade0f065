//! A page is the part of a check that one document fills.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::annotation::{Annotation, Related};
use crate::report::View;
use crate::report::text::look::{Look, counted};
use crate::report::text::passage;

use super::{Group, Shown};

/// How many passages of one remark are shown when all say the same; the places of the others are listed.
const ALIKE: usize = 3;
/// How many are shown when each says something else.
const UNLIKE: usize = 40;
/// How many places are listed.
const LISTED: usize = 12;
/// How many related places are shown with a passage.
const RELATED: usize = 3;
/// Bytes of the sentence that are shown on each side of the words.
const REACH: usize = 160;
/// Most characters of a related place that are shown.
const QUOTED: usize = 100;
/// Most characters of a heading that tell where something is.
const HEADING: usize = 48;

/// A passage in which one remark is made, once or more often.
struct Member {
    /// Index of the first annotation there.
    at: usize,
    /// How many there are.
    times: u32,
}

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
            self.look.paragraph(out, 2, &it.message)?;
        }
        self.look.paragraph(out, 2, &format!("Ask: {}", it.ask))?;
        let most = if group.alike { ALIKE } else { UNLIKE };
        let members = self.gathered(group);
        let (shown, listed) = members.split_at(members.len().min(most));
        shown.iter().try_for_each(|member| self.passage(member, !group.alike, out))?;
        self.more(listed, out)
    }

    /// The members of a group; those that say the same of one paragraph, item or cell are one.
    fn gathered(&self, group: &Group<'_>) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        let block = |at: usize| self.view.scan.annotations[at].block;
        for &at in &group.members {
            match members.last_mut().filter(|last| group.alike && block(last.at) == block(at)) {
                Some(last) => last.times += 1,
                None => members.push(Member { at, times: 1 }),
            }
        }
        members
    }

    /// Writes one passage, with its own message when it `differs` from the others.
    fn passage(&self, member: &Member, differs: bool, out: &mut impl Write) -> io::Result<()> {
        let it = &self.view.scan.annotations[member.at];
        let place = self.view.place(it.span.start);
        let id = self.look.faint(self.view.ids[member.at]);
        let whereabouts = self.whereabouts(it.block);
        let times = match member.times {
            1 => String::new(),
            times => format!("  {times} times here"),
        };
        writeln!(
            out,
            "    {}:{}:{}{whereabouts}{times}  id {id}",
            self.path, place.line, place.column
        )?;
        if differs {
            self.look.paragraph(out, 6, &it.message)?;
        }
        passage::set(&self.marked(it), (6, 6), self.look, out)?;
        it.related.iter().take(RELATED).try_for_each(|related| self.related(related, out))?;
        match it.related.len().saturating_sub(RELATED) {
            0 => Ok(()),
            more => writeln!(out, "      and {} more like it", counted(more as u64, "place")),
        }
    }

    fn related(&self, it: &Related, out: &mut impl Write) -> io::Result<()> {
        let line = self.view.place(it.span.start).line;
        let (words, cut) = passage::start_of(self.view.scan.text.slice(it.span), QUOTED);
        let ellipsis = if cut { " \u{2026}" } else { "" };
        let words = passage::cleaned(words);
        let note = it.note.trim_end_matches('.');
        self.look
            .item(out, 6, &format!("{note} (line {line}): \u{201c}{words}{ellipsis}\u{201d}"))
    }

    fn whereabouts(&self, block: u32) -> String {
        let Some(words) = self.view.whereabouts(block) else {
            return String::new();
        };
        let words = passage::cleaned(words);
        let (words, cut) = passage::start_of(&words, HEADING);
        let paragraph = if words.starts_with(|c: char| c.is_ascii_digit()) {
            "paragraph "
        } else {
            ""
        };
        let ellipsis = if cut { " \u{2026}" } else { "" };
        format!("  {paragraph}{words}{ellipsis}")
    }

    /// The sentence of an annotation, as much as fits, its words marked.
    fn marked(&self, it: &Annotation<'_>) -> String {
        let text = &self.view.scan.text;
        let sentence = self.view.sentence_of(it);
        let around = self.view.around(sentence, it.span, REACH);
        let before = &text.content[around.start as usize..it.span.start as usize];
        let after = &text.content[it.span.end as usize..around.end as usize];
        let before = if around.start > sentence.start {
            without_first_word(before)
        } else {
            before.into()
        };
        let after = if around.end < sentence.end {
            without_last_word(after)
        } else {
            after.into()
        };
        passage::marked(&before, text.slice(it.span), &after)
    }

    fn more(&self, members: &[Member], out: &mut impl Write) -> io::Result<()> {
        if members.is_empty() {
            return Ok(());
        }
        let place = |member: &Member| {
            let it = &self.view.scan.annotations[member.at];
            let line = self.view.place(it.span.start).line;
            let times = match member.times {
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
