//! The remarks are the list of explanations beside the document: each rule once, with its question and every place where it speaks.

use std::io::{self, Write};

use crate::annotation::Related;
use crate::report::excerpt::{Excerpt, QUOTED, RELATED, whereabouts};
use crate::report::group::{Member, SECTIONS};
use crate::report::text::counted;
use crate::report::text::passage::{cleaned, start_of};
use crate::report::web::Plain;

use super::sheet::{Entry, Kind, Sheet};

/// Most characters of marked words that are shown.
const LONGEST: usize = 240;

/// Writes all explanations of `sheet`.
pub(super) fn write(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut section = None;
    for (number, entry) in (1..).zip(&sheet.entries) {
        let this = (entry.kind == Kind::Stands).then_some(entry.group.section);
        if section != Some(this) {
            section = Some(this);
            match this {
                Some(section) => writeln!(out, "<h3>{}</h3>", capital(SECTIONS[section]))?,
                None => writeln!(
                    out,
                    "<h3>Not counted</h3>\n<p>Words that are quoted, spoken of as words, denied, accepted by you, or for information. They are \
                     shown so that nothing is hidden; nothing need be done about them.</p>"
                )?,
            }
        }
        one(sheet, number, entry, out)?;
    }
    Ok(())
}

/// `words` with a capital letter.
fn capital(words: &str) -> String {
    let (first, rest) = words.split_at(words.len().min(1));
    first.to_uppercase() + rest
}

fn one(sheet: &Sheet<'_>, number: usize, entry: &Entry<'_>, out: &mut impl Write) -> io::Result<()> {
    let group = &entry.group;
    let (rule, category, level) = (Plain(group.first.rule), Plain(group.first.category), entry.level());
    writeln!(
        out,
        "<div class=\"entry\" id=\"g{number}\" data-level=\"{level}\" data-category=\"{category}\" data-rule=\"{rule}\">\n\
         <div class=\"top\"><h4><span class=\"no {}\">{number}</span> {}</h4>\n<p class=\"tag\">{} \u{b7} <code>{rule}</code> \u{b7} {}</p>",
        entry.class(),
        Plain(&entry.title()),
        Level(entry),
        counted(group.members.len() as u64, "place")
    )?;
    if let Some(says) = entry.says(sheet.view) {
        writeln!(out, "<p class=\"says\">{}</p>", Plain(&says))?;
    }
    if !group.first.ask.is_empty() {
        writeln!(out, "<p class=\"ask\"><b>Ask:</b> <span>{}</span></p>", Plain(group.first.ask))?;
    }
    writeln!(out, "</div>\n<ul class=\"places\">")?;
    for (at, member) in group.gathered(sheet.view).iter().enumerate() {
        place(sheet, (entry, member), at < group.most(), out)?;
    }
    writeln!(out, "</ul></div>")
}

/// The chip that tells how grave an entry is, a word.
pub(super) struct Level<'e>(pub(super) &'e Entry<'e>);

impl std::fmt::Display for Level<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<span class=\"level {}\">{}</span>", self.0.class(), self.0.level())
    }
}

/// Writes one place with links back to the words, with its sentence when it is shown in `full`.
fn place(sheet: &Sheet<'_>, (entry, member): (&Entry<'_>, &Member<'_>), full: bool, out: &mut impl Write) -> io::Result<()> {
    let at = member.at();
    let it = sheet.annotation(at);
    let brief = if full || !entry.group.alike { "" } else { " class=\"brief\"" };
    write!(
        out,
        "<li{brief} id=\"e-{}\" data-voice=\"{}\">",
        sheet.view.ids[at],
        it.voice.name()
    )?;
    back(sheet, at, &where_is(sheet, at), out)?;
    for (nth, &at) in member.all.iter().enumerate().skip(1) {
        write!(out, ", <span id=\"e-{}\">", sheet.view.ids[at])?;
        back(sheet, at, &format!("again ({})", nth + 1), out)?;
        write!(out, "</span>")?;
    }
    if !entry.group.alike {
        write!(out, "<p class=\"says\">{}</p>", Plain(&sheet.view.said(&it.message)))?;
    }
    if let Some(reason) = sheet.view.edition.accepted.reason(sheet.view.ids[at]) {
        write!(out, "<p>Accepted: {}</p>", Plain(reason))?;
    }
    if full {
        passage(sheet, at, out)?;
        related(sheet, &it.related, out)?;
    }
    writeln!(out, "</li>")
}

/// Writes a link from an explanation to its words, or the place alone when the document is not on the page.
pub(super) fn back(sheet: &Sheet<'_>, at: usize, words: &str, out: &mut impl Write) -> io::Result<()> {
    if sheet.is_linked() {
        write!(out, "<a class=\"back\" href=\"#m-{}\">{}</a>", sheet.view.ids[at], Plain(words))
    } else {
        write!(out, "<span class=\"back\">{}</span>", Plain(words))
    }
}

/// Where an annotation is, for a person: "paragraph 7.1.3, line 230", and its page where the format has pages.
pub(super) fn where_is(sheet: &Sheet<'_>, at: usize) -> String {
    let it = sheet.annotation(at);
    let view = sheet.view;
    let spot = match view.page(it.span.start) {
        Some(page) => format!("page {page}"),
        None => format!("line {}", view.place(it.span.start).line),
    };
    match whereabouts(view, it.block) {
        Some(words) => format!("{words}, {spot}"),
        None => spot,
    }
}

/// Writes the sentence of an annotation with its words marked, unless words are left out.
pub(super) fn passage(sheet: &Sheet<'_>, at: usize, out: &mut impl Write) -> io::Result<()> {
    let it = sheet.annotation(at);
    let Some(excerpt) = Excerpt::new(sheet.view, it) else {
        return Ok(());
    };
    let (words, cut) = start_of(excerpt.words, LONGEST);
    let ellipsis = if cut { " \u{2026}" } else { "" };
    let class = sheet.entry(at).class();
    write!(
        out,
        "<p class=\"words\"><bdi>{}<mark class=\"{class}\">{}{ellipsis}</mark>{}</bdi></p>",
        Plain(&spaced(&excerpt.before)),
        Plain(&spaced(words)),
        Plain(&spaced(&excerpt.after))
    )
}

/// `text` cleaned, with a blank on each side where it had one.
fn spaced(text: &str) -> String {
    let blank = |has: bool| if has { " " } else { "" };
    let (start, end) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    match cleaned(text) {
        words if words.is_empty() => blank(start || end).to_owned(),
        words => format!("{}{words}{}", blank(start), blank(end)),
    }
}

fn related(sheet: &Sheet<'_>, all: &[Related], out: &mut impl Write) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    write!(out, "<ul class=\"related\">")?;
    for it in all.iter().take(RELATED) {
        let note = sheet.view.said(&it.note);
        let line = sheet.view.place(it.span.start).line;
        write!(out, "<li>{} (", Plain(note.trim_end_matches('.')))?;
        match sheet.runs.block_at(it.span.start) {
            Some(block) => write!(out, "<a href=\"#b{block}\">line {line}</a>)")?,
            None => write!(out, "line {line})")?,
        }
        if let Some(words) = sheet.view.words(it.span) {
            let (words, cut) = start_of(words, QUOTED);
            let ellipsis = if cut { " \u{2026}" } else { "" };
            write!(out, ": <bdi>\u{201c}{}{ellipsis}\u{201d}</bdi>", Plain(&cleaned(words)))?;
        }
        write!(out, "</li>")?;
    }
    match all.len().saturating_sub(RELATED) {
        0 => {}
        more => write!(out, "<li>and {} more like it</li>", counted(more as u64, "place"))?,
    }
    write!(out, "</ul>")
}
