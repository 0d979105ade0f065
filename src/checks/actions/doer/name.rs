//! A doer's `name` is a run of words before or after a verb: capital words, nouns of roles, and what joins them.

use std::ops::Range;

use super::Doer;
use super::words::{GROUP_WORDS, GROUPS, HEADS, is_group, is_in, is_name_word};
use crate::document::{dates, is_order};

/// Longest name, in words.
const LONGEST_NAME: usize = 14;

/// Words inside the name of a body or role that carry no capital.
const JOINTS: &[&str] = &["the", "of", "and", "for", "&"];

const SEASONS: [&str; 6] = ["Spring", "Summer", "Autumn", "Winter", "Easter", "Christmas"];

/// The name whose last token stands right before token `end`.
pub(super) fn longest_name(text: &str, tokens: &[Range<usize>], end: usize) -> Option<Doer> {
    let mut start = end;
    let mut listed = false;
    while start > 0 && end - start < LONGEST_NAME {
        let token = &text[tokens[start - 1].clone()];
        // Before "and" a comma joins the names of a list: "CSC, the police and the Trust".
        let capital = token.starts_with(|c: char| c.is_uppercase());
        let in_list = listed && capital && token.ends_with(',') && is_name_word(token);
        if !in_list && !belongs(text, tokens, start - 1) {
            break;
        }
        listed |= token == "and";
        start -= 1;
    }
    name(text, tokens, start, end)
}

/// Whether the token at `at` can stand inside a name that goes on after it.
fn belongs(text: &str, tokens: &[Range<usize>], at: usize) -> bool {
    let token = &text[tokens[at].clone()];
    let last = token.chars().next_back().unwrap_or(' ');
    if matches!(last, ',' | ';' | ':' | '.' | ')' | '-' | '"' | '?' | '!') {
        return false;
    }
    is_name_word(token) || is_in(token, JOINTS) || is_in(token, GROUPS) || is_in(token, GROUP_WORDS)
}

/// The doer that tokens `start..end` name, joints at either end left out; `None` when they name nobody.
fn name(text: &str, tokens: &[Range<usize>], mut start: usize, mut end: usize) -> Option<Doer> {
    let word = |at: usize| &text[tokens[at].clone()];
    while start < end && is_in(word(start), &["of", "and", "for", "in", "&", "through", "with", "at", "on", "also"]) {
        start += 1;
    }
    while start < end && is_in(word(end - 1), JOINTS) {
        end -= 1;
    }
    let first = tokens.get(start)?;
    let last = tokens.get(end.checked_sub(1)?)?;
    if start >= end {
        return None;
    }
    let range = first.start..last.end;
    let group = is_group(&text[range.clone()]);
    // Of "chairs of core groups" the chairs are the head.
    let of = (start + 1..end).find(|&at| word(at) == "of").unwrap_or(end);
    let head = word(of - 1).trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
    let named = is_in(head, HEADS) || (is_name_word(head) && head.starts_with(|c: char| c.is_uppercase()) && head != "The");
    (group || named).then_some(Doer { range, group })
}

/// The name that begins right after token `i`, no month and no figure.
pub(super) fn name_after(text: &str, tokens: &[Range<usize>], i: usize) -> Option<Doer> {
    let mut end = i + 1;
    while end < tokens.len() && end - i < 12 {
        let token = &text[tokens[end].clone()];
        let joint = is_in(token, JOINTS) && !is_in(token, &["in", "at", "on", "with", "for"]);
        let closes = token.ends_with([',', ';', '.', ':', ')']);
        // "The Trust review its policy": the verb may also be a word of names, "the review team".
        let named = || {
            tokens
                .get(end + 1)
                .is_some_and(|t| is_in(text[t.clone()].trim_end_matches([',', '.']), HEADS))
        };
        if token.starts_with(|c: char| c.is_ascii_lowercase()) && is_order(token) && !named() {
            break;
        }
        if is_name_word(token) || joint || is_in(token, GROUPS) {
            end += 1;
        } else {
            break;
        }
        if closes {
            break;
        }
    }
    let mut doer = name(text, tokens, i + 1, end)?;
    let trimmed = text[doer.range.clone()].trim_end_matches([',', ';', '.', ':', ')']).len();
    doer.range.end = doer.range.start + trimmed;
    let first = text[doer.range.clone()].split([' ', ',']).next().unwrap_or("");
    let month = dates::is_calendar_word(first) || SEASONS.contains(&first);
    let digit = text[doer.range.clone()].starts_with(|c: char| c.is_ascii_digit());
    (!month && !digit).then_some(doer)
}
