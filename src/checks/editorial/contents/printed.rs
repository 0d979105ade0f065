//! A contents page is held to the titles as they are `printed`: line by line, where the document's own headings are not known
//! well enough to hold it to them.

use std::collections::HashMap;

use super::lines::is_furniture;
use super::{Editor, RULE, plain, slip};
use crate::annotation::{Related, Role};
use crate::document::unit_word;
use crate::text::Span;

use super::super::related_text;

/// Entries of which most must have their title before the others are said to lack one.
const FEWEST: usize = 3;
const MOST: usize = 60;
/// Bytes of a line that is a title.
const LONGEST: usize = 110;
/// Lines that open a contents page.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "contents", "contents page", "table of contents", "list of contents", "index", "in this report", "in this review", "in this summary", "in this document", "in this paper",
    "what is in this report", "what is in this review", "sections of this report", "sections of this review",
];

/// One title: on the contents page, or where its section begins.
struct Title {
    /// "4", "c", "part one", "appendix b".
    sign: Option<String>,
    /// Its words, small.
    words: String,
    page: Option<u32>,
    span: Span,
}

/// Remarks on entries without a title, titles without an entry, and pages that are not the title's.
pub(super) fn remarks(editor: &mut Editor<'_>, only_pages: bool) {
    let Some((entries, from)) = entries(editor.content()) else { return };
    let titles = titles(editor.content(), from);
    let by_words: HashMap<&str, &Title> = titles.iter().rev().map(|title| (title.words.as_str(), title)).collect();
    let found: Vec<Option<&Title>> = entries.iter().map(|entry| by_words.get(entry.words.as_str()).copied()).collect();
    let lost = found.iter().filter(|found| found.is_none()).count();
    if entries.len() < FEWEST || lost > 2 || entries.len() - lost < FEWEST.max(lost * 2) {
        return;
    }
    pages(editor, &entries, &found);
    if only_pages {
        return;
    }
    for (entry, _) in entries.iter().zip(&found).filter(|(_, found)| found.is_none()) {
        without_title(editor, entry, &titles, from);
    }
    left_out(editor, &entries, &titles);
}

fn without_title(editor: &mut Editor<'_>, entry: &Title, titles: &[Title], from: usize) {
    let held = |title: &&Title| title.words.contains(&entry.words) || entry.words.contains(&title.words) && title.words.contains(' ');
    let signed = |title: &&Title| title.sign.is_some() && title.sign == entry.sign;
    let mut alike = titles.iter().filter(signed);
    let other = alike.next().filter(|_| alike.next().is_none());
    // A line of the text may begin with the words and go on.
    let told = titles.iter().any(|title| held(&title)) || super::says(&editor.content()[from..], &entry.words);
    match other {
        Some(other) if !held(&other) => {
            let here = editor.content()[other.span.range()].trim().to_owned();
            let related = vec![related_text(Role::Target, other.span, "The section has this title.")];
            let message = format!("The contents page gives this title, and the section is headed \u{201c}{here}\u{201d}.");
            say(editor, (message, "Which title is right?"), entry.span, related);
        }
        None if !told => {
            let message = "The contents page lists this, and the document has no such heading.".to_owned();
            say(
                editor,
                (message, "Is the section missing, or does it have another title?"),
                entry.span,
                Vec::new(),
            );
        }
        _ => {}
    }
}

/// A signed title between two that are listed, or right after the last, that is not listed itself.
fn left_out(editor: &mut Editor<'_>, entries: &[Title], titles: &[Title]) {
    let listed = |title: &Title| entries.iter().any(|entry| entry.sign == title.sign || entry.words == title.words);
    if entries.iter().any(|entry| entry.sign.is_none()) {
        return;
    }
    let chapters: Vec<(&Title, (String, u32))> = titles
        .iter()
        .filter_map(|title| Some((title, count(title.sign.as_deref()?)?)))
        .collect();
    for pair in chapters.windows(2) {
        let [(before, (row, number)), (title, (other, next))] = pair else {
            continue;
        };
        if row == other && *next == number + 1 && listed(before) && !listed(title) {
            let message = "This section is not on the contents page.".to_owned();
            say(editor, (message, "Should the contents page list it?"), title.span, Vec::new());
            return;
        }
    }
}

/// Entries whose page is not the one that is printed at the foot under their title.
fn pages(editor: &mut Editor<'_>, entries: &[Title], found: &[Option<&Title>]) {
    let feet = feet(editor.content());
    let printed = |title: &Title| {
        let at = feet.partition_point(|(start, _)| *start < title.span.start as usize);
        feet.get(at).map(|(_, page)| *page)
    };
    let placed = entries
        .iter()
        .zip(found)
        .filter_map(|(entry, found)| Some((entry, (*found)?, entry.page?, printed((*found)?)?)));
    let placed: Vec<_> = placed.collect();
    let right = placed.iter().filter(|(.., page, printed)| page == printed).count();
    if right < FEWEST || right * 3 < placed.len() * 2 {
        return;
    }
    for (entry, title, page, printed) in placed.into_iter().filter(|(.., page, printed)| page != printed) {
        let message = format!("The contents page gives page {page}, and the section begins on page {printed}.");
        let related = vec![related_text(Role::Target, title.span, "The section begins here.")];
        say(editor, (message, "Which page is right?"), entry.span, related);
    }
}

/// "Page 2 of 6" at the foot of each page, with the byte where it stands; they must count up from the first.
fn feet(content: &str) -> Vec<(usize, u32)> {
    let mut found: Vec<(usize, u32)> = Vec::new();
    for (start, line) in lines(content) {
        let lower = line.trim().to_ascii_lowercase();
        let Some(rest) = lower.rfind("page ").map(|at| &lower[at + 5..]) else {
            continue;
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let tail = rest[digits..]
            .trim_start_matches(" of ")
            .trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let alone = lower.starts_with("page ") || line.contains("   ") || rest[digits..].starts_with(" of ");
        if let Some(page) = rest[..digits]
            .parse()
            .ok()
            .filter(|_| tail.is_empty() && alone && line.len() < LONGEST)
        {
            found.push((start, page));
        }
    }
    let rises = found.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    if rises { found } else { Vec::new() }
}

/// The entries of the contents page, and the byte where the sections begin.
fn entries(content: &str) -> Option<(Vec<Title>, usize)> {
    let mut found: Vec<Title> = Vec::new();
    let (mut open, mut gap, mut end) = (false, 0, 0);
    for (start, line) in lines(content) {
        let bare = line.trim().trim_matches(['|', '*', '#', '_', ' ', ':']);
        if !open {
            let words = if line.len() < LONGEST { plain(bare) } else { String::new() };
            open = TITLES.contains(&words.trim_end_matches(" page").trim_end()) || TITLES.contains(&words.as_str());
            continue;
        }
        if bare.is_empty() {
            gap += 1;
            continue;
        }
        let entry = title(start, line)?;
        let again = found
            .first()
            .is_some_and(|first| first.words == entry.words && entry.page.is_none());
        let prose = line.trim().ends_with('.') && entry.page.is_none() || line.len() > LONGEST;
        // Another part of the front matter, or the first section, ends the page.
        let apart = gap > 0 && found.len() >= FEWEST && entry.sign.is_none() && entry.page.is_none();
        if again || prose || apart || found.len() > MOST {
            return (found.len() >= FEWEST).then_some((found, start));
        }
        gap = 0;
        end = start + line.len();
        let goes_on = |last: &Title| last.page.is_none() && last.sign.is_some() && entry.sign.is_none() && line.starts_with(' ');
        match found.last_mut() {
            Some(last) if goes_on(last) => {
                last.words = format!("{} {}", last.words, entry.words);
                last.page = entry.page;
            }
            _ if entry.words.is_empty() || entry.words == "page" || is_furniture(bare) => {}
            _ => found.push(entry),
        }
    }
    (found.len() >= FEWEST).then_some((found, end))
}

/// The lines from byte `from` on that stand apart as titles do.
fn titles(content: &str, from: usize) -> Vec<Title> {
    let marked = content[from..].lines().filter(|line| line.starts_with('#')).take(FEWEST).count() >= FEWEST;
    let mut found = Vec::new();
    let mut blank = true;
    for (start, line) in lines(&content[from..]) {
        let after = content[from + start + line.len()..].trim_start_matches([' ', '\r']);
        let apart = blank
            && (after.starts_with("\n\n")
                || after.starts_with("\n\r\n")
                || after.starts_with("\n ")
                || after.is_empty()
                || line.starts_with('#'));
        let close = blank && line.len() < LONGEST / 2;
        let worded = line.trim().len() > 1 && line.len() < LONGEST && !line.trim_end().ends_with(['.', ',', ';']);
        if worded && (apart || close) && (!marked || line.starts_with('#')) {
            found.extend(title(from + start, line).filter(|title| !title.words.is_empty()));
        }
        blank = line.trim().is_empty();
    }
    found
}

/// A line as a title: its sign, its words, its page.
fn title(start: usize, line: &str) -> Option<Title> {
    let lead = line.len()
        - line
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '-' | '|' | '\u{2022}' | '_'))
            .len();
    let text = line[lead..].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '|' | '_' | ':'));
    let (head, page) = super::split_page(text);
    // "Themes ........ second section": what stands behind a row of dots is where, not what.
    let head = head.find("....").map_or(head, |at| head[..at].trim_end());
    let (sign, words) = split_sign(head);
    let span = Span::at(start + lead, start + lead + head.trim_end().len());
    Some(Title {
        sign,
        words: plain(words),
        page,
        span,
    })
}

/// "4. Findings" as "4" and its words; also "C  Findings", "Part Two: Findings", "Appendix B Glossary", "IV. Findings".
fn split_sign(text: &str) -> (Option<String>, &str) {
    let text = text.trim();
    let first = text.split([' ', '\t']).next().unwrap_or("");
    let rest = text[first.len()..].trim_start();
    let lower = first.to_lowercase();
    let sign = first.trim_end_matches(['.', ')', ':']);
    if matches!(lower.as_str(), "part" | "section" | "chapter" | "appendix" | "annex") {
        let second = rest.split([' ', '\t', ':', '.']).next().unwrap_or("");
        let counts = second.len() < 3 || unit_word(second).is_some();
        if counts && !second.is_empty() {
            let words = rest[second.len()..].trim_start_matches([':', '.', '-', '\u{2013}', ' ', '\t']);
            return (Some(format!("{lower} {}", second.to_lowercase())), words);
        }
    }
    let figures = !sign.is_empty() && sign.len() < 4 && sign.bytes().all(|b| b.is_ascii_digit());
    let letter = sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_uppercase());
    let apart = letter && (text[first.len()..].starts_with("  ") || first.len() > 1 || !matches!(sign, "A" | "I"));
    let roman = sign.len() < 5 && sign.len() > 1 && sign.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    if (figures || apart || roman) && !rest.is_empty() {
        return (Some(sign.to_lowercase()), rest);
    }
    (None, text)
}

/// What a sign counts: the row it belongs to, and its number in it.
fn count(sign: &str) -> Option<(String, u32)> {
    let (row, part) = sign.rsplit_once(' ').unwrap_or(("", sign));
    if let Ok(number) = part.parse() {
        return Some((row.to_owned(), number));
    }
    let letter = part.bytes().next().filter(|b| part.len() == 1 && b.is_ascii_lowercase());
    let letter = letter.map(|b| (format!("{row} letter"), u32::from(b - b'a') + 1));
    letter.or_else(|| unit_word(part).map(|number| (row.to_owned(), number)))
}

/// The lines of `content` with the byte at which each begins.
fn lines(content: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    content.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

/// Makes a remark on bytes of the text.
fn say(editor: &mut Editor<'_>, (message, ask): (String, &'static str), source: Span, related: Vec<Related>) {
    let document = editor.document();
    let at = document
        .blocks
        .partition_point(|block| document.source(block.span, editor.desk.text.content.as_str()).end <= source.start);
    let near = document
        .blocks
        .get(at.min(document.blocks.len().saturating_sub(1)))
        .map(|block| block.span)
        .unwrap_or_default();
    let told = editor.found.iter().any(|it| it.rule == RULE && it.span.overlaps(source));
    if !told {
        editor.say_of_text(slip(message, ask), (source, near), related);
    }
}
