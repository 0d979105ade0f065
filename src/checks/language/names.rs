//! `names`: whether a hit is part of a name. A name is a run of capitalised words in running text: "Engagement Officer",
//! "Keeping Children Safe in Education".

use super::gather::Gathered;
use super::passage::{Passage, head, tail, words, words_back};
use crate::patterns::Cues;
use crate::text::Span;

/// Bytes looked at either side of a hit.
const AROUND: usize = 80;

/// Whether the hit lies in a run of capitalised words that is a name.
pub(super) fn is_name(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let Some(own) = words(passage.words()).next() else { return false };
    if !is_capitalised(own) || words(passage.words()).any(is_plain) {
        return false;
    }
    let after = next_word(head(passage.after(), AROUND));
    if opens_sentence(passage.before()) {
        // "Ensure the Board" is no board's name: in the name of one no "the" comes before its last word.
        let joined = words(head(passage.after(), AROUND)).next().is_none_or(|word| word != "the");
        return joined
            && after.is_some_and(|word| word.starts_with(char::is_uppercase) && gathered.covers(cues.name_end, span_of(word, passage)));
    }
    after.is_some_and(is_capitalised) || follows_name(tail(passage.before(), AROUND), passage.before().len() <= AROUND)
}

/// Where `word`, a piece of the folded text, stands.
fn span_of(word: &str, passage: &Passage<'_>) -> Span {
    let start = word.as_ptr() as usize - passage.text.as_ptr() as usize;
    Span::at(start, start + word.len())
}

/// Whether nothing but marks and numbers stands before the hit, or a label and a colon.
fn opens_sentence(before: &str) -> bool {
    let last = before.trim_end_matches([' ', '"', '\'', '(', '[', '*']);
    !ends_initial(last) && last.ends_with([':', '.', '-', ')', ']', '!', '?', ';', '\u{2022}', '\u{f0b7}'])
        || !last.chars().any(char::is_alphabetic)
        || last == "o"
}

/// Whether `before` ends in a person's initial: "Dr A."
fn ends_initial(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next() == Some('.') && back.next().is_some_and(char::is_uppercase) && back.next() == Some(' ')
}

/// The word that follows directly, one small word between them left out: "Safe in Education".
fn next_word(after: &str) -> Option<&str> {
    let mut rest = after.strip_prefix(' ')?;
    for _ in 0..2 {
        let word = words(rest).next().filter(|w| rest.starts_with(w))?;
        if !is_link(word) {
            return Some(word);
        }
        rest = rest[word.len()..].strip_prefix(' ')?;
    }
    None
}

/// Whether a capitalised word stands directly before, one small word left out; the first word of the sentence has its
/// capital for another reason. `whole` says that `before` begins where the sentence does.
fn follows_name(before: &str, whole: bool) -> bool {
    let Some(mut rest) = before.strip_suffix(' ') else { return false };
    for _ in 0..2 {
        let Some(word) = words_back(rest).next().filter(|w| rest.ends_with(w)) else {
            return false;
        };
        let opens = whole && !rest[..rest.len() - word.len()].chars().any(char::is_alphanumeric);
        if word == "to" || !is_link(word) {
            return is_capitalised(word) && !opens;
        }
        let Some(left) = rest[..rest.len() - word.len()].strip_suffix(' ') else {
            return false;
        };
        rest = left;
    }
    false
}

/// A small word inside a name.
fn is_link(word: &str) -> bool {
    matches!(word, "and" | "of" | "for" | "in" | "to" | "the" | "on" | "with" | "at")
}

/// A small-lettered word of the hit that is no link: then the hit is no part of a name.
fn is_plain(word: &str) -> bool {
    word.starts_with(|c: char| c.is_lowercase()) && !is_link(word)
}

/// A capital and then small letters: "Engagement"; an acronym is none, and in a line of capitals there is none.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
