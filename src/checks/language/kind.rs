//! `kind`: whether the words of a hit stand in their sentence as its rule wants: anywhere, as a verb, first, alone.

use super::passage::{Passage, tail, words_back};
use crate::patterns::Kind;

/// Words looked at before a hit to find the verb it is joined to.
const JOINED: usize = 10;
/// A reference before a dash is no longer than this (bytes).
const REFERENCE: usize = 6;
/// A label before a colon is no longer than this (bytes).
const LABEL: usize = 60;

/// Whether the hit stands as `kind` wants.
pub(super) fn fits(kind: Kind, passage: &Passage<'_>) -> bool {
    match kind {
        Kind::Phrase | Kind::Repeat | Kind::Group | Kind::Weighed => true,
        Kind::Start => is_first(passage.before()),
        Kind::Verb => is_first(passage.before()) || is_undertaken(passage.before()),
        Kind::Whole => is_alone(passage),
    }
}

/// Whether only marks, numbers or a label ("Action 3:", "a)") stand before.
fn is_first(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '"', '\'', '(', '[', '*']);
    let Some(last) = before.chars().next_back() else { return true };
    let bullet = matches!(last, '-' | ')' | '.' | '\u{2022}' | '\u{f0b7}' | '>') || before == "o";
    let label = last == ':' && before.len() <= LABEL;
    let number = !before.contains(' ') && before.len() <= 8 && before.chars().any(|c| c.is_ascii_digit());
    label || number || bullet && before.len() <= 12
}

/// Whether the words before make the next word a verb of an undertaking.
fn is_undertaken(before: &str) -> bool {
    if !before.ends_with(' ') {
        return false;
    }
    let mut back = words_back(tail(before, 160)).filter(|w| !is_adverb(w));
    let Some(previous) = back.next() else { return false };
    if is_auxiliary(previous) {
        return true;
    }
    match previous.to_ascii_lowercase().as_str() {
        // "will be reviewed", "to be monitored"
        "be" => back.next().is_some_and(is_auxiliary),
        // "to visit the family and monitor"
        "and" | "or" | "then" => is_joined(before),
        _ => before.trim_end().ends_with(',') && is_joined(before),
    }
}

/// Whether the clause before began an undertaking that an "and" carries on.
fn is_joined(before: &str) -> bool {
    let clause = tail(before, 160).rsplit([';', '.']).next().unwrap_or_default();
    words_back(clause).take(JOINED).any(is_auxiliary) || opens_with_order(before)
}

/// Whether a short sentence opens with an order that an "and" carries on: "Leave the plan as it is and …".
fn opens_with_order(before: &str) -> bool {
    const ORDERS: [&str; 28] = [
        "Arrange",
        "Ask",
        "Attend",
        "Book",
        "Call",
        "Chase",
        "Check",
        "Complete",
        "Contact",
        "Continue",
        "Email",
        "Get",
        "Keep",
        "Leave",
        "Look",
        "Make",
        "Meet",
        "Offer",
        "Phone",
        "Refer",
        "Ring",
        "See",
        "Send",
        "Speak",
        "Talk",
        "Telephone",
        "Visit",
        "Write",
    ];
    let mut all = before.split_whitespace();
    all.next().is_some_and(|first| ORDERS.contains(&first)) && all.count() <= JOINED
}

fn is_auxiliary(word: &str) -> bool {
    const AUXILIARIES: [&str; 13] = [
        "to", "will", "would", "should", "must", "shall", "need", "needs", "please", "we'll", "they'll", "he'll", "she'll",
    ];
    AUXILIARIES.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Words that may stand between an auxiliary and its verb.
fn is_adverb(word: &str) -> bool {
    const ADVERBS: [&str; 9] = ["also", "not", "then", "now", "all", "both", "always", "never", "further"];
    let known = ADVERBS.iter().any(|a| word.eq_ignore_ascii_case(a));
    known || word.len() > 4 && word.ends_with("ly") && !word.eq_ignore_ascii_case("family")
}

/// Whether the hit fills its sentence or cell, or all that a label asks for.
fn is_alone(passage: &Passage<'_>) -> bool {
    let after = passage.after().trim_start_matches(|c: char| !c.is_alphanumeric());
    let before = passage.before().trim_end_matches([' ', '"', '\'', '(', '-']);
    let labelled = before.ends_with(':') && before.len() <= LABEL;
    // "A4 - Visit completed": the reference of a row.
    let reference = before.len() <= REFERENCE && !before.contains(' ') && before.contains(|c: char| c.is_ascii_digit());
    after.is_empty() && (labelled || reference || !before.chars().any(char::is_alphanumeric))
}
