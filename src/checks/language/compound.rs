//! A `compound` is a word made of words by hyphens, "re-engage", or an address made of words by signs. The fold parts them, so
//! the source is asked.

use crate::document::Document;
use crate::text::Span;

/// Whether `hit` (bytes of the fold) is only a part of a hyphenated word of `content`.
pub(super) fn is_part(document: &Document, hit: Span, content: &str) -> bool {
    // Inside a hyphenated word the fold has a space, and in the source its neighbour is no space.
    let source = document.source(hit, content);
    let (before, after) = (&content[..source.start as usize], &content[source.end as usize..]);
    joined_before(before) || joined_after(after) || in_address(before, after)
}

/// Whether the words between `before` and `after` lie in an address of the web or of post, or in a name with signs inside:
/// "www.county.example/ensure", "ensure@county.example", "engage_east", "engage2win".
fn in_address(before: &str, after: &str) -> bool {
    let (left, right) = (run_back(before), run(after));
    let goes_on = |rest: &str| rest.chars().next().is_some_and(char::is_alphanumeric);
    let stuck = right
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .chars()
        .next()
        .is_some_and(char::is_alphabetic);
    let underscored =
        right.strip_prefix('_').is_some_and(goes_on) || left.strip_suffix('_').is_some_and(|rest| rest.ends_with(char::is_alphanumeric));
    let address = |part: &str| part.contains("://") || part.contains("www.") || part.contains('@');
    stuck || underscored || address(left) || right.contains('@')
}

/// Bytes of an address that are looked at either side.
const LONGEST: usize = 120;

/// The signs and letters up to the next blank.
fn run(after: &str) -> &str {
    let end = after
        .bytes()
        .take(LONGEST)
        .take_while(|b| !b.is_ascii_whitespace() && b.is_ascii())
        .count();
    &after[..end]
}

fn run_back(before: &str) -> &str {
    let length = before
        .bytes()
        .rev()
        .take(LONGEST)
        .take_while(|b| !b.is_ascii_whitespace() && b.is_ascii())
        .count();
    &before[before.len() - length..]
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
