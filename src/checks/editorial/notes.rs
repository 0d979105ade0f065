//! A note has a mark in the text and a text of its own: each is looked for from the other, in superscript figures, in
//! the brackets of Markdown, by daggers, and by plain signs where the notes stand in a part of their own.

mod signed;

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Editor, Slip, related_text};
use crate::annotation::{Confidence, Role};
use crate::text::Span;

/// Notes of one kind that are spoken of one by one; beyond that it is the making of the file that lost them.
const MOST: usize = 20;
/// Notes whose texts are written in one way from which the others are taken to be written so too.
const FEWEST: usize = 1;

/// Marks and texts of one way of writing notes, each name with its first place (bytes of the text).
#[derive(Default)]
struct Notes {
    marks: BTreeMap<String, Span>,
    texts: BTreeMap<String, Span>,
}

/// Remarks on notes that lack one half.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let content = editor.content();
    let raised = raised(content);
    // Where a part of the paper holds the notes, those elsewhere are paragraphs.
    let lines = LazyCell::new(|| line_numbers(signed::own_part(content).unwrap_or(content)));
    // Notes that open with raised figures have no plain figures: a line that opens with those is a paragraph or an item.
    let has_text = |name: &str| raised.texts.len() < FEWEST && lines.contains(name);
    let stuck = LazyCell::new(|| stuck_numbers(content));
    let has_mark = |name: &str| stuck.contains(name);
    hold(editor, &raised, has_text, has_mark);
    let bracketed = bracketed(content);
    hold(editor, &bracketed, |_| false, |_| false);
    for notes in [signed::daggers(content), signed::squared(content), signed::stars(content)] {
        hold(editor, &notes, |_| false, |_| false);
    }
    if raised.texts.is_empty() && bracketed.texts.is_empty() {
        hold(editor, &signed::set_apart(content), |_| false, |_| false);
    }
}

/// Says which marks of `notes` have no text, and which texts no mark; what `has_text` and `has_mark` find is written in
/// another way.
fn hold(editor: &mut Editor<'_>, notes: &Notes, has_text: impl Fn(&str) -> bool, has_mark: impl Fn(&str) -> bool) {
    let lost: Vec<(&String, &Span)> = notes
        .marks
        .iter()
        .filter(|(name, _)| !notes.texts.contains_key(*name) && !has_text(name))
        .collect();
    let all = notes.texts.is_empty() && lost.len() == notes.marks.len();
    let first = lost.iter().copied().min_by_key(|(_, span)| span.start);
    if let Some((name, &span)) = first.filter(|_| all && lost.len() > 1) {
        let message = format!(
            "Note {name} is marked here, and {} marks in all: none of the notes stands in the document.",
            lost.len()
        );
        let related = lost
            .iter()
            .filter(|(_, other)| other.start != span.start)
            .min_by_key(|(_, span)| span.start);
        let related = related
            .map(|(_, other)| related_text(Role::Evidence, **other, "The next mark."))
            .into_iter()
            .collect();
        editor.say_of_text(
            slip("editorial/note-without-text", message, "Where are the notes?"),
            (span, near(editor, span)),
            related,
        );
    } else {
        for (name, &span) in lost.into_iter().take(MOST) {
            let message = format!("Note {name} is marked here, and no note {name} stands in the document.");
            let related = neighbour(&notes.texts, name, "The note before.").into_iter().collect();
            let slip = slip(
                "editorial/note-without-text",
                message,
                "What does the note say, or should the mark go?",
            );
            editor.say_of_text(slip, (span, near(editor, span)), related);
        }
    }
    // Where no mark at all was kept, the extraction lost them: the notes are not at fault.
    if notes.marks.is_empty() && notes.texts.len() > 1 {
        return;
    }
    let idle = notes
        .texts
        .iter()
        .filter(|(name, _)| !notes.marks.contains_key(*name) && !has_mark(name));
    for (name, &span) in idle.take(MOST) {
        let message = format!("Nothing in the text points to note {name}.");
        let related = neighbour(&notes.marks, name, "The mark before.").into_iter().collect();
        let slip = slip("editorial/note-without-mark", message, "Which words does the note belong to?");
        editor.say_of_text(slip, (span, near(editor, span)), related);
    }
}

const fn slip(rule: &'static str, message: String, ask: &'static str) -> Slip {
    Slip {
        rule,
        message,
        ask,
        confidence: Confidence::Medium,
    }
}

/// The place of the number before `name`.
fn neighbour(places: &BTreeMap<String, Span>, name: &str, note: &'static str) -> Option<crate::annotation::Related> {
    let before = name.parse::<u32>().ok()?.checked_sub(1)?.to_string();
    places.get(&before).map(|&span| related_text(Role::Evidence, span, note))
}

/// The sentence or block nearest to a place of the text.
fn near(editor: &Editor<'_>, source: Span) -> Span {
    let document = editor.document();
    let content = editor.content();
    let apart = |span: Span| {
        let at = document.source(span, content);
        if at.start <= source.start && source.start < at.end {
            0
        } else {
            at.start.abs_diff(source.end).min(at.end.abs_diff(source.start)) + 1
        }
    };
    let block = document.blocks.iter().min_by_key(|block| apart(block.span));
    let inside = block.and_then(|block| {
        let all = document
            .sentences
            .iter()
            .filter(|s| block.span.start <= s.span.start && s.span.end <= block.span.end);
        all.min_by_key(|s| apart(s.span)).map(|s| s.span)
    });
    inside.or(block.map(|block| block.span)).unwrap_or_default()
}

/// Notes in superscript figures: a text opens its line with them, a mark follows a word.
fn raised(content: &str) -> Notes {
    let mut notes = Notes::default();
    let (mut at, mut line) = (0, 0);
    while let Some(found) = next_raised(&content[at..]) {
        let start = at + found;
        // From the last mark on: one line may be the whole document.
        line = memchr::memrchr2(b'\n', 0x0c, &content.as_bytes()[at..start]).map_or(line, |end| at + end + 1);
        let name: String = content[start..].chars().map_while(digit).collect();
        let end = start
            + content[start..]
                .chars()
                .take(name.chars().count())
                .map(char::len_utf8)
                .sum::<usize>();
        at = end;
        let name = name.trim_start_matches('0').to_owned();
        let before = content[line..start].trim_start_matches([' ', '\t', '*', '_', '-', '>', '[', '(', '\u{a0}']);
        if name.is_empty() || name.len() > 3 {
            continue;
        }
        let span = Span::at(start, end);
        if before.is_empty() {
            notes.texts.entry(name).or_insert(span);
        } else if is_mark(before) {
            notes.marks.entry(name).or_insert(span);
        }
    }
    notes
}

/// Whether figures raised after `before` mark a note, and are no square metres and no power of a number.
fn is_mark(before: &str) -> bool {
    const UNITS: &[&str] = &[
        "m", "cm", "km", "mm", "ft", "in", "kg/m", "sq", "co", "h", "s", "r", "x", "n", "chi", "\u{3c7}",
    ];
    let trimmed = before.trim_end();
    let last = trimmed.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let figures = last.bytes().rev().take_while(u8::is_ascii_digit).count();
    let letters = last.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').to_lowercase();
    let year = figures == 4 && (last.len() == 4 || !last.as_bytes()[last.len() - 5].is_ascii_digit());
    (figures == 0 || year) && !UNITS.contains(&letters.as_str()) && !last.is_empty() && before.len() - trimmed.len() < 2
}

/// Where the next raised figure stands; all of them begin with one of two bytes.
fn next_raised(text: &str) -> Option<usize> {
    let raised = |&at: &usize| text[at..].chars().next().and_then(digit).is_some();
    memchr::memchr2_iter(0xc2, 0xe2, text.as_bytes()).find(raised)
}

fn digit(c: char) -> Option<char> {
    match c {
        '\u{b9}' => Some('1'),
        '\u{b2}' => Some('2'),
        '\u{b3}' => Some('3'),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => char::from_digit(c as u32 - 0x2070, 10),
        _ => None,
    }
}

/// The plain numbers that open a line with words after them, as a note's text may.
fn line_numbers(content: &str) -> BTreeSet<&str> {
    let number = |line: &'_ str| -> usize { line.bytes().take_while(u8::is_ascii_digit).count() };
    content
        .split(['\n', '\u{c}'])
        .map(|line| line.trim_start_matches([' ', '\t', '[', '(', '*', '_']))
        .filter(|line| (1..=3).contains(&number(line)))
        .filter(|line| !line[number(line)..].starts_with(|c: char| c.is_alphanumeric() && !c.is_uppercase()))
        .map(|line| &line[..number(line)])
        .collect()
}

/// The plain numbers that stand stuck to a word or its stop, as a mark that lost its height does, or in brackets.
fn stuck_numbers(content: &str) -> BTreeSet<&str> {
    const SIGNS: &[char] = &['.', ',', ')', ';', ':', '"', '\'', '\u{201d}', '\u{2019}', '[', '^'];
    let mut found = BTreeSet::new();
    let mut at = 0;
    while let Some(start) = content[at..].find(|c: char| c.is_ascii_digit()).map(|p| p + at) {
        let length = content[start..].bytes().take_while(u8::is_ascii_digit).count();
        at = start + length;
        let ends = !content[at..].starts_with(|c: char| c.is_alphanumeric());
        // The figures behind the point of "2.3" or "14.00" belong to the number.
        let head = content[..start].trim_end_matches(SIGNS);
        let worded = head.ends_with(|c: char| c.is_alphabetic() || c.is_whitespace()) || start - head.len() > 2;
        if length < 4 && ends && worded && content[..start].ends_with(|c: char| c.is_alphabetic() || SIGNS.contains(&c)) {
            found.insert(&content[start..at]);
        }
    }
    found
}

/// Notes in the brackets of Markdown: `[^name]` in the text, `[^name]:` where the note stands.
fn bracketed(content: &str) -> Notes {
    let mut notes = Notes::default();
    let mut line = (0, 0);
    for start in memchr::memmem::find_iter(content.as_bytes(), "[^") {
        let rest = &content[start + 2..];
        let length = rest
            .bytes()
            .take(40)
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
            .count();
        if length == 0 || !rest[length..].starts_with(']') {
            continue;
        }
        line = match memchr::memrchr(b'\n', &content.as_bytes()[line.1..start]) {
            Some(end) => (line.1 + end + 1, start),
            None => (line.0, start),
        };
        let opens = content[line.0..start].trim_matches([' ', '>']).is_empty();
        let span = Span::at(start, start + length + 3);
        let name = rest[..length].to_owned();
        if opens && rest[length + 1..].starts_with(':') {
            notes.texts.entry(name).or_insert(span);
        } else {
            notes.marks.entry(name).or_insert(span);
        }
    }
    notes
}
