//! A `compound` is a word made of words by hyphens: "re-engage". The fold parts them, so the source is asked.

use crate::document::Document;
use crate::text::Span;

/// Whether `hit` (bytes of the fold) is only a part of a hyphenated word of `content`.
pub(super) fn is_part(document: &Document, hit: Span, content: &str) -> bool {
    // Inside a hyphenated word the fold has a space, and in the source its neighbour is no space.
    let source = document.source(hit, content);
    joined_before(&content[..source.start as usize]) || joined_after(&content[source.end as usize..])
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// "re-" or "re-⏎" at the end of `before`, but not a dash and not the "pre-" of "pre- and post-birth".
fn joined_before(before: &str) -> bool {
    let tail = line_wrap_back(before);
    tail.strip_suffix(HYPHENS)
        .is_some_and(|word| word.chars().next_back().is_some_and(char::is_alphabetic))
}

/// "-based" or "-⏎based" at the start of `after`.
fn joined_after(after: &str) -> bool {
    after.strip_prefix(HYPHENS).is_some_and(|rest| {
        let word = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
        word.chars().next().is_some_and(char::is_alphabetic)
    })
}

/// `before` without the line end it ends in, if it does.
fn line_wrap_back(before: &str) -> &str {
    let indent = before.bytes().rev().take(16).take_while(|&b| b == b' ').count();
    let line = &before[..before.len() - indent];
    match line.strip_suffix('\n') {
        Some(wrapped) => wrapped.strip_suffix('\r').unwrap_or(wrapped),
        None => before,
    }
}
