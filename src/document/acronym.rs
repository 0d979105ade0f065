//! An acronym is a term in capitals; its expansion is what the document says it stands for.

use std::collections::HashMap;

use super::{Acronym, Document, Zone};
use crate::text::Span;

/// The terms of `text`, as byte ranges: two to eight capitals, digits allowed inside, a plural s after them left out.
pub(crate) fn terms(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_uppercase).map(|p| p + at) {
        let end = start
            + bytes[start..]
                .iter()
                .take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
                .count();
        let plural = bytes.get(end) == Some(&b's') && end > start + 1;
        let next = bytes.get(end + usize::from(plural));
        let whole = !next.is_some_and(u8::is_ascii_alphanumeric) && !start.checked_sub(1).is_some_and(|p| bytes[p].is_ascii_alphanumeric());
        if whole && (2..=8).contains(&(end - start)) && bytes[end - 1].is_ascii_uppercase() {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// Letters of Roman numerals only: no acronym.
pub(crate) fn is_roman(term: &str) -> bool {
    term.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Every acronym once: where it is defined, or else where it first stands.
pub(super) fn find(document: &Document) -> Vec<Acronym> {
    let mut by_term: HashMap<String, Acronym> = HashMap::new();
    for block in &document.blocks {
        if block.zone == Zone::Contents || block.zone == Zone::Footnote {
            continue;
        }
        let text = document.fold.slice(block.body);
        let shouted = !text.bytes().any(|b| b.is_ascii_lowercase());
        for found in terms(text) {
            let term = &text[found.clone()];
            let expansion = expansion(text, found.clone());
            if is_roman(term) || (shouted && expansion.is_none() && text.contains(' ')) {
                continue;
            }
            let at = |from: usize, to: usize| Span::new(block.body.start + from as u32, block.body.start + to as u32);
            let acronym = Acronym {
                span: at(found.start, found.end),
                expansion: expansion.map(|(from, to)| at(from, to)),
            };
            let known = by_term.get(term);
            if known.is_none_or(|k| k.expansion.is_none() && acronym.expansion.is_some()) {
                by_term.insert(term.to_owned(), acronym);
            }
        }
    }
    let mut acronyms: Vec<Acronym> = by_term.into_values().collect();
    acronyms.sort_by_key(|a| a.span);
    acronyms
}

/// The bytes of what the term at `at` stands for: "Children's Social Care (CSC)", "CSC (Children's Social Care)",
/// "CSC - Children's Social Care" at the start of a line.
fn expansion(text: &str, at: std::ops::Range<usize>) -> Option<(usize, usize)> {
    let term = &text[at.clone()];
    let at = at.start..at.end + usize::from(text[at.end..].starts_with('s'));
    let bracketed = text[..at.start].ends_with('(') && text[at.end..].starts_with(')');
    if bracketed {
        return words_before(text, at.start - 1, term);
    }
    let rest = &text[at.end..];
    let opening = if at.start == 0 {
        ["- ", " - ", ": ", " = "].iter().find(|s| rest.starts_with(**s))
    } else {
        None
    };
    let from = opening
        .map(|s| at.end + s.len())
        .or_else(|| rest.strip_prefix(" (").map(|_| at.end + 2))?;
    let stop = if opening.is_some() {
        text.len()
    } else {
        from + text[from..].find(')')?
    };
    let words = text[from..stop].trim_end();
    (begins_with_letters(words, term) && words.len() <= 120).then_some((from, from + words.len()))
}

/// The words that end at byte `end` and whose initials spell the term, small words between them allowed.
fn words_before(text: &str, end: usize, term: &str) -> Option<(usize, usize)> {
    let before = text[..end].trim_end();
    let mut letters = term.bytes().filter(u8::is_ascii_alphabetic).rev().peekable();
    let mut at = before.len();
    for (count, word) in before.rsplit([' ', '-']).enumerate() {
        let start = at - word.len();
        let initial = word
            .trim_start_matches(['"', '\'', '('])
            .bytes()
            .next()
            .unwrap_or(b' ')
            .to_ascii_uppercase();
        if letters.peek() == Some(&initial) {
            letters.next();
            if letters.peek().is_none() {
                return Some((start, before.len()));
            }
        } else if count > 14 || word.ends_with(['.', ';', ':']) {
            return None;
        }
        at = start.saturating_sub(1);
    }
    None
}

fn begins_with_letters(words: &str, term: &str) -> bool {
    let first = |s: &str| s.bytes().find(u8::is_ascii_alphabetic).map(|b| b.to_ascii_uppercase());
    words.contains(' ') && first(words) == first(term)
}
