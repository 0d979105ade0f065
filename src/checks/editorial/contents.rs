//! The contents page is held to the document: each entry has its section, under the same title and on the page it gives, and
//! no chapter is left out.

use std::collections::{HashMap, HashSet};

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Document, Zone};
use crate::text::{MarkKind, Span, Text};

const RULE: &str = "editorial/contents-mismatch";
/// Entries that must have their section before the others are said to lack one.
const FEWEST: usize = 3;

/// A contents page with more entries than this is an index, or none.
const MOST: usize = 300;

/// One line of the contents page.
struct Entry {
    number: Option<String>,
    /// The title's words, small, one blank between them.
    title: String,
    page: Option<u32>,
    span: Span,
}

/// One heading of the document.
struct Heading {
    number: Option<String>,
    title: String,
    span: Span,
}

/// Remarks on what the contents page gets wrong.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let document = editor.document();
    let Some(last) = document.blocks.iter().rposition(|block| block.zone == Zone::Contents) else {
        return;
    };
    let entries = entries(document);
    let headings = headings(document, last + 1);
    let found: Vec<Option<usize>> = entries.iter().map(|entry| section(entry, &headings)).collect();
    let count = found.iter().flatten().count();
    if entries.len() > MOST || count < FEWEST || count * 2 < entries.len() {
        return;
    }
    let openings = openings(document, last + 1);
    for (entry, _) in entries.iter().zip(&found).filter(|(_, found)| found.is_none()) {
        without_section(editor, entry, &headings, &openings);
    }
    left_out(editor, &entries, &headings);
    pages(editor, &entries, &headings, &found);
}

/// An entry whose section is not there, or has another title.
fn without_section(editor: &mut Editor<'_>, entry: &Entry, headings: &[Heading], openings: &[String]) {
    let begins = |opening: &String| {
        opening
            .strip_prefix(&entry.title)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let reads_on = entry.title.split(' ').count() > 2 && openings.iter().any(|opening| opening.contains(&entry.title));
    if openings.iter().any(begins) || reads_on || entry.title.split(' ').count() > 14 {
        return;
    }
    let mut alike = headings
        .iter()
        .filter(|heading| heading.number.is_some() && heading.number == entry.number);
    let other = alike.next().filter(|_| alike.next().is_none());
    match other {
        // A heading that a line end cut is no other title.
        Some(other) if entry.title.starts_with(&other.title) || other.title.starts_with(&entry.title) => {}
        Some(other) => {
            let here = editor.shown(other.span);
            let related = vec![editor.related(Role::Target, other.span, "The section has this title.")];
            let message = format!("The contents page gives this title, and the section is headed \u{201c}{here}\u{201d}.");
            editor.say(slip(message, "Which title is right?"), entry.span, related);
        }
        None if entry.title.split(' ').count() > 1 || entry.number.is_some() => {
            let message = "The contents page lists this, and the document has no such heading.".to_owned();
            editor.say(
                slip(message, "Is the section missing, or does it have another title?"),
                entry.span,
                Vec::new(),
            );
        }
        None => {}
    }
}

/// A numbered chapter that the contents page passes over between its neighbours.
fn left_out(editor: &mut Editor<'_>, entries: &[Entry], headings: &[Heading]) {
    let listed: HashMap<u32, &Entry> = entries
        .iter()
        .filter_map(|entry| Some((chapter(entry.number.as_deref())?, entry)))
        .collect();
    let (mut seen, mut last) = (HashSet::new(), None);
    for heading in headings {
        let Some(number) = chapter(heading.number.as_deref()).filter(|&number| seen.insert(number)) else {
            continue;
        };
        let in_order = last.replace(number).is_none_or(|last: u32| last + 1 == number);
        let between = number
            .checked_sub(1)
            .and_then(|before| listed.get(&before))
            .zip(listed.get(&(number + 1)));
        if between.is_none() || listed.contains_key(&number) {
            continue;
        }
        let named = entries
            .iter()
            .any(|entry| entry.title.contains(&heading.title) || heading.title.contains(&entry.title));
        if let Some((before, _)) = between.filter(|_| !named && in_order) {
            let related = vec![editor.related(Role::Previous, before.span, "The contents page goes on from here without it.")];
            let message = format!("Section {number} is not on the contents page.");
            editor.say(slip(message, "Should the contents page list it?"), heading.span, related);
        }
    }
}

/// Entries whose page is not the one on which their section begins, all counted from where most begin.
fn pages(editor: &mut Editor<'_>, entries: &[Entry], headings: &[Heading], found: &[Option<usize>]) {
    let starts = page_starts(editor.desk.text);
    if starts.len() < FEWEST {
        return;
    }
    let content = editor.content();
    let sheet = |heading: &Heading| {
        let at = editor.document().source(heading.span, content).start;
        starts.partition_point(|&start| start <= at) as i64
    };
    let placed: Vec<(&Entry, &Heading, u32, i64)> = entries
        .iter()
        .zip(found)
        .filter_map(|(entry, found)| Some((entry, &headings[(*found)?], entry.page?)))
        .map(|(entry, heading, page)| (entry, heading, page, sheet(heading) - i64::from(page)))
        .collect();
    let mut shifts: HashMap<i64, usize> = HashMap::new();
    placed.iter().for_each(|(.., shift)| *shifts.entry(*shift).or_default() += 1);
    let Some((&usual, &most)) = shifts.iter().max_by_key(|(shift, count)| (**count, **shift)) else {
        return;
    };
    if most < FEWEST || most * 3 < placed.len() * 2 {
        return;
    }
    for (entry, heading, page, shift) in placed.into_iter().filter(|(.., shift)| *shift != usual) {
        let real = i64::from(page) + shift - usual;
        let message = format!("The contents page gives page {page}, and the section begins on page {real}.");
        let related = vec![editor.related(Role::Target, heading.span, "The section begins here.")];
        editor.say(slip(message, "Which page is right?"), entry.span, related);
    }
}

const fn slip(message: String, ask: &'static str) -> Slip {
    Slip {
        rule: RULE,
        message,
        ask,
        confidence: Confidence::Medium,
    }
}

/// Where each page begins, in bytes of the text.
fn page_starts(text: &Text) -> Vec<u32> {
    let pages = text.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Page(_)));
    pages.map(|mark| mark.span.start).collect()
}

/// The heading that an entry names; the first of those with its title, its number where several have it.
fn section(entry: &Entry, headings: &[Heading]) -> Option<usize> {
    let same = |heading: &&Heading| heading.title == entry.title;
    let numbered = headings.iter().position(|heading| same(&heading) && heading.number == entry.number);
    numbered.or_else(|| headings.iter().position(|heading| same(&heading)))
}

/// The number of a chapter, no deeper.
fn chapter(number: Option<&str>) -> Option<u32> {
    number?.parse().ok()
}

/// The lines of the contents page; a page by itself belongs to the line before it.
fn entries(document: &Document) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for block in document.blocks.iter().filter(|block| block.zone == Zone::Contents) {
        let text = document.fold.slice(block.span);
        let (words, page) = split_page(text);
        let (number, title) = split_number(words);
        let title = plain(title);
        let kept = words.trim_end().len();
        match found.last_mut() {
            Some(last) if title.is_empty() || title == "page" => last.page = last.page.or(page),
            // A title set over two lines.
            Some(last) if number.is_none() && last.number.is_some() && last.page.is_none() => {
                last.title = format!("{} {title}", last.title);
                last.page = page;
            }
            _ if title.is_empty() || title == "page" => {}
            _ => found.push(Entry {
                number,
                title,
                page,
                span: Span::at(block.span.start as usize, block.span.start as usize + kept),
            }),
        }
    }
    found
}

/// "Findings ........ 13" as its words and its page.
fn split_page(text: &str) -> (&str, Option<u32>) {
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[head.len()..];
    let page = digits
        .parse()
        .ok()
        .filter(|_| digits.len() < 4 && head.ends_with([' ', '.', '\u{2026}', '\t']));
    if page.is_none() {
        return (text, None);
    }
    let words = head.trim_end_matches([' ', '.', '\u{2026}', '\t', '_', '-']);
    let words = words.strip_suffix("Page").or_else(|| words.strip_suffix("page")).unwrap_or(words);
    (words.trim_end_matches([' ', '.', '\u{2026}', '\t', '_', '-', '|']), page)
}

/// "7. Findings" as its number and its words.
fn split_number(text: &str) -> (Option<String>, &str) {
    let text = text.trim_start_matches(['-', '*', '\u{2022}', ' ', '#']);
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = text[..digits].trim_end_matches('.');
    let apart = text[digits..].starts_with([' ', ')', ':', '\t']);
    if number.is_empty() || !apart || number.len() > 8 {
        return (None, text);
    }
    (Some(number.to_owned()), text[digits..].trim_start_matches([')', ':', ' ', '\t']))
}

/// The letters and figures of a title, small, one blank between words.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('\'', "").replace('&', " and ");
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The headings from block `from` on.
fn headings(document: &Document, from: usize) -> Vec<Heading> {
    let blocks = document.blocks[from..].iter().filter(|block| block.zone == Zone::Heading);
    blocks
        .map(|block| {
            let (number, title) = split_number(document.fold.slice(block.span));
            Heading {
                number,
                title: plain(title),
                span: block.span,
            }
        })
        .filter(|heading| !heading.title.is_empty())
        .collect()
}

/// The first words of every block from `from` on, with those of the next block where it is short: a title may be set over
/// two lines.
fn openings(document: &Document, from: usize) -> Vec<String> {
    const ENOUGH: usize = 200;
    let opening = |at: usize| -> &str {
        let text = document.fold.slice(document.blocks[at].span);
        &text[..text.floor_char_boundary(ENOUGH)]
    };
    let blocks = from..document.blocks.len();
    blocks
        .map(|at| {
            let own = split_number(opening(at)).1;
            let short = at + 1 < document.blocks.len() && own.len() < ENOUGH / 2;
            let next = if short { opening(at + 1) } else { "" };
            plain(&format!("{own} {next}"))
        })
        .collect()
}
