//! Notes that are `signed` otherwise than by raised figures: by daggers, by figures in square brackets, and, under a heading
//! or a rule of their own, by letters, romans or plain figures.

use super::Notes;
use crate::text::Span;

/// What opens the part of a paper that holds its notes.
const HEADINGS: &[&str] = &[
    "notes",
    "endnotes",
    "footnotes",
    "end notes",
    "foot notes",
    "notes and sources",
    "notes and references",
];
/// Notes that must have their text before a mark is said to lack one.
const FEWEST: usize = 2;
/// Lines at the end of a document that may be its notes.
const MOST: usize = 60;
/// Letters of the name of a note.
const LONGEST: usize = 5;
/// What a number or a letter in brackets follows where it is cited.
const CITING: &[&str] = &[
    "paragraph",
    "para",
    "section",
    "sections",
    "article",
    "regulation",
    "item",
    "point",
    "part",
    "rule",
    "clause",
    "row",
    "action",
    "step",
    "and",
    "or",
    "to",
];

/// Notes by daggers; an asterisk is one only beside them, for it opens lists too.
pub(super) fn daggers(content: &str) -> Notes {
    let mut notes = Notes::default();
    if !content.contains(['\u{2020}', '\u{2021}']) {
        return notes;
    }
    for (start, line) in lines(content) {
        let body = line.trim_start_matches([' ', '\t', '|', '>']);
        let from = start + line.len() - body.len();
        let mut last = ' ';
        for (at, c) in body.char_indices() {
            let span = Span::at(from + at, from + at + c.len_utf8());
            let after = body[at + c.len_utf8()..].chars().next().unwrap_or(' ');
            if is_dagger(c) && at == 0 {
                notes.texts.entry(c.to_string()).or_insert(span);
            } else if is_dagger(c) && !last.is_whitespace() && !is_dagger(last) && !after.is_alphanumeric() && !is_dagger(after) {
                notes.marks.entry(c.to_string()).or_insert(span);
            }
            last = c;
        }
    }
    notes
}

/// Notes by one star, two, three: each run of stars that follows a word, and each line that opens with one. Where stars open
/// lists or make words bold, or no note has both its halves, they are none.
pub(super) fn stars(content: &str) -> Notes {
    const LONGEST_RUN: usize = 3;
    const MOST_RUNS: usize = 24;
    let mut notes = Notes::default();
    if content.contains(['\u{2020}', '\u{2021}']) || memchr::memchr_iter(b'*', content.as_bytes()).nth(MOST_RUNS * 2).is_some() {
        return notes;
    }
    let mut runs = 0;
    for (start, line) in lines(content) {
        let body = line.trim_start_matches([' ', '\t', '|', '>']).trim_start_matches('\\');
        let from = start + line.len() - body.len();
        let mut at = 0;
        while let Some(found) = body[at..].find('*').map(|found| at + found) {
            let length = body[found..].bytes().take_while(|b| *b == b'*').count();
            at = found + length;
            runs += 1;
            let before = body[..found].trim_end_matches('\\').chars().next_back().unwrap_or(' ');
            let after = body[at..].chars().next().unwrap_or(' ');
            let span = Span::at(from + found, from + at);
            let name = "*".repeat(length);
            let opens = found == 0 && after == ' ' && body[at..].trim_start().starts_with(char::is_uppercase);
            let marks = found > 0 && !before.is_whitespace() && !matches!(before, '(' | '"' | '\u{201c}') && !after.is_alphanumeric();
            // A list, or a word made bold.
            if length > LONGEST_RUN || !opens && !marks || opens && notes.texts.contains_key(&name) {
                return Notes::default();
            }
            if opens { &mut notes.texts } else { &mut notes.marks }.entry(name).or_insert(span);
        }
    }
    let whole = notes.marks.keys().any(|name| notes.texts.contains_key(name));
    if whole && runs <= MOST_RUNS { notes } else { Notes::default() }
}

/// The part of a paper that is headed as that of its notes, when two lines in it open with a figure.
pub(super) fn own_part(content: &str) -> Option<&str> {
    let (from, _) = part(content).filter(|(_, ruled)| !ruled)?;
    let notes = &content[from..];
    let numbered = lines(notes)
        .filter(|(_, line)| line.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        .count();
    (numbered >= FEWEST).then_some(notes)
}

const fn is_dagger(c: char) -> bool {
    matches!(c, '\u{2020}' | '\u{2021}' | '*')
}

/// Notes by figures or letters in square brackets, where at least two lines open with them.
pub(super) fn squared(content: &str) -> Notes {
    let mut notes = Notes::default();
    for (start, line) in lines(content) {
        let body = line.trim_start();
        let from = start + line.len() - body.len();
        for (at, _) in body.match_indices('[') {
            let Some((name, end)) = name(&body[at..], '[', ']') else { continue };
            let span = Span::at(from + at, from + at + end);
            let counts = counts(name);
            if counts && at == 0 && body[at + end..].starts_with([' ', '\t']) {
                notes.texts.entry(name.to_owned()).or_insert(span);
            } else if counts && at > 0 && !body[at + end..].starts_with('(') {
                notes.marks.entry(name.to_owned()).or_insert(span);
            }
        }
    }
    let highest = notes.texts.keys().filter_map(|name| name.parse::<u32>().ok()).max().unwrap_or(0);
    let lettered = notes.texts.keys().any(|name| !figures(name));
    notes
        .marks
        .retain(|name, _| name.parse::<u32>().map_or(lettered, |number| number > 0 && number <= highest + 2));
    if notes.texts.len() < FEWEST { Notes::default() } else { notes }
}

/// Notes by letters, romans or figures, "(a)", "iv.", "3", in a part of the paper that is theirs.
pub(super) fn set_apart(content: &str) -> Notes {
    let Some((from, ruled)) = part(content).or_else(|| foot(content).map(|from| (from, false))) else {
        return Notes::default();
    };
    let mut notes = Notes::default();
    let (mut round, mut plain) = (0, 0);
    for (start, line) in lines(&content[from..]) {
        let body = line.trim_start();
        let at = from + start + line.len() - body.len();
        if ruled && notes.texts.len() >= FEWEST && body.is_empty() {
            break;
        }
        let token = body.split([' ', '\t']).next().unwrap_or("");
        let found = match name(body, '(', ')') {
            Some((name, end)) => Some((name, end, true)),
            None => Some((token.trim_end_matches(['.', ')']), token.len(), false)).filter(|(name, ..)| name.len() < 3 && figures(name)),
        };
        if let Some((name, end, rounded)) = found.filter(|(name, end, _)| counts(name) && body.len() > *end + 1) {
            notes.texts.entry(name.to_owned()).or_insert(Span::at(at, at + end));
            *(if rounded { &mut round } else { &mut plain }) += 1;
        }
    }
    if notes.texts.len() < FEWEST || round > 0 && plain > 0 {
        return Notes::default();
    }
    match round > 0 {
        true => round_marks(&content[..from], &mut notes),
        false => stuck_marks(&content[..from], &mut notes),
    }
    // One lost mark among many is a slip; more were lost on the way into the file.
    let idle = notes.texts.keys().filter(|name| !notes.marks.contains_key(*name)).count();
    let lost = notes.marks.keys().filter(|name| !notes.texts.contains_key(*name)).count();
    if notes.marks.is_empty() || idle > 1 || lost > 1 {
        Notes::default()
    } else {
        notes
    }
}

/// Where the part of the notes begins, and whether a rule opens it and no heading.
fn part(content: &str) -> Option<(usize, bool)> {
    let mut found = None;
    for (start, line) in lines(content) {
        let bare = line.trim().trim_matches(['#', '*', ':', ' ']).to_lowercase();
        let rule = line.trim().len() > 5 && line.trim().bytes().all(|b| b == b'_');
        if rule || HEADINGS.contains(&bare.as_str()) {
            found = Some((start + line.len(), rule));
        }
    }
    found
}

/// Where the last lines begin that open with a figure and go on with a capital, when they are what ends the document.
fn foot(content: &str) -> Option<usize> {
    let mut from = content.len();
    let mut count = 0;
    for line in content.rsplit('\n').take(MOST) {
        let start = from - line.len();
        let body = line.trim();
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let rest = body[digits..].trim_start_matches('.');
        let opens = (1..3).contains(&digits)
            && rest
                .strip_prefix(' ')
                .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
        let foot = body.to_ascii_lowercase().starts_with("page ");
        if !(opens || foot || body.is_empty()) {
            break;
        }
        count += usize::from(opens);
        from = start.saturating_sub(1);
    }
    (count >= FEWEST).then_some(from)
}

/// The marks in round brackets that the texts of `notes` answer, or that stand between two that they answer.
fn round_marks(content: &str, notes: &mut Notes) {
    let letters = notes.texts.keys().all(|name| !figures(name));
    for (at, _) in content.match_indices('(') {
        let Some((name, end)) = name(&content[at..], '(', ')').filter(|(name, _)| counts(name)) else {
            continue;
        };
        let before = content[..at].trim_end_matches(' ');
        let line = before.is_empty() || before.ends_with(['\n', '|', '-', '*', ':', ';', '\u{c}']);
        let from = before.floor_char_boundary(before.len().saturating_sub(20));
        let word = before[from..].rsplit([' ', '\n']).next().unwrap_or("").to_lowercase();
        let cited = CITING.contains(&word.trim_end_matches(['.', ','])) || before.ends_with(|c: char| c.is_ascii_digit());
        if !line && !cited && letters != figures(name) && (notes.texts.contains_key(name) || !letters) {
            notes.marks.entry(name.to_owned()).or_insert(Span::at(at, at + end));
        }
    }
    notes.marks.retain(|name, _| notes.texts.contains_key(name));
}

/// The plain figures that stick to a word or its stop and that the texts of `notes` answer, or should.
fn stuck_marks(content: &str, notes: &mut Notes) {
    const STOPS: &[char] = &['.', ',', ';', ':', ')', '"', '\'', '\u{201d}', '\u{2019}', '?', '!'];
    let bytes = content.as_bytes();
    let highest = notes
        .texts
        .keys()
        .filter_map(|name| name.parse::<u32>().ok())
        .max()
        .map_or(0, |last| last + 1);
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|p| p + at) {
        let length = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + length;
        let near = content.floor_char_boundary(start.saturating_sub(8));
        let word = content[near..start].trim_end_matches(STOPS);
        let stuck = word.ends_with(|c: char| c.is_lowercase()) && !content[at..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
        let number: u32 = content[start..at].parse().unwrap_or(0);
        if stuck && length < 3 && (1..=highest).contains(&number) {
            notes.marks.entry(content[start..at].to_owned()).or_insert(Span::at(start, at));
        }
    }
}

/// The short name between the brackets that open `text`, and where the closing one ends.
fn name(text: &str, open: char, close: char) -> Option<(&str, usize)> {
    let inner = text.strip_prefix(open)?;
    let length = inner.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let closed = (1..=LONGEST).contains(&length) && inner[length..].starts_with(close);
    closed.then(|| (&inner[..length], length + 2))
}

/// Whether a name counts: figures, one letter, or a roman.
fn counts(name: &str) -> bool {
    let letter = name.len() == 1 && name.bytes().all(|b| b.is_ascii_lowercase());
    figures(name) && name.len() < 3 || letter || !name.is_empty() && name.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

fn figures(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit())
}

/// The lines of `content` with the byte at which each begins.
fn lines(content: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    content.split(['\n', '\u{c}']).map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}
