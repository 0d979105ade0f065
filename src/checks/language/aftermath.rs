//! The `aftermath` of a hit is what its clause goes on to say of it: "effective supervision was not provided".

use super::gather::Gathered;
use super::passage::{Passage, has_at_most, tail, words, words_back};
use crate::patterns::Cues;

/// Most words between a subject and what is said of it.
const REACH: u32 = 6;
/// Most words between what is claimed and its refutation.
const CLAIM: u32 = 10;
/// Bytes before a hit in which its clause must open.
const OPENING: usize = 80;

/// Whether the hit is the subject of what its clause says did not come about: "effective supervision was not provided".
pub(super) fn denies(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let after = |set| {
        gathered.after(set, passage.hit.end).is_some_and(|cue| {
            let gap = passage.between(passage.hit.end, cue.start);
            cue.end <= passage.sentence.end
                && has_at_most(gap, REACH)
                && !gap.contains([',', ';', ':', '"'])
                && !words(gap).any(ends_subject)
        })
    };
    let (before, whole) = opening(passage);
    is_subject(before, whole) && after(cues.denial_after) || is_chance(before) && after(cues.lost_after)
}

/// Whether the hit stands in a claim that its sentence goes on to refute, or in words that it takes back.
pub(super) fn refutes(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let (before, whole) = opening(passage);
    let refuted = || {
        gathered.after(cues.refuted_after, passage.hit.end).is_some_and(|cue| {
            let gap = passage.between(passage.hit.end, cue.start);
            cue.end <= passage.sentence.end && has_at_most(gap, CLAIM) && !gap.contains([';', ':', '"'])
        })
    };
    is_claimed(before, whole) && refuted() || is_taken_back(passage, gathered, cues)
}

/// The words before the hit in which its clause opens, and whether they begin where the sentence does.
fn opening<'d>(passage: &Passage<'d>) -> (&'d str, bool) {
    (tail(passage.before(), OPENING), passage.before().len() <= OPENING)
}

/// Whether `before` opens a claim: "the suggestion that", "to say that she". `whole` says that it begins where the sentence does.
fn is_claimed(before: &str, whole: bool) -> bool {
    #[rustfmt::skip]
    const CLAIMS: [&str; 14] = [
        "suggestion", "claim", "belief", "idea", "view", "assertion", "statement", "impression", "notion", "assumption",
        "conclusion", "description", "picture", "allegation",
    ];
    const SAYING: [&str; 11] = [
        "say", "call", "describe", "speak", "suggest", "conclude", "write", "treat", "regard", "record", "claim",
    ];
    let clause = before.rsplit([';', ':', '.']).next().unwrap_or_default();
    let mut opening = words(clause);
    let said = whole
        && opening.next().is_some_and(|to| to.eq_ignore_ascii_case("to"))
        && opening.next().is_some_and(|verb| SAYING.contains(&verb));
    said || words(clause)
        .zip(words(clause).skip(1))
        .any(|(noun, that)| CLAIMS.contains(&noun) && matches!(that, "that" | "of"))
}

/// Whether the clause of the hit ends in words that take it back: "when he was not".
fn is_taken_back(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    gathered.after(cues.taken_back, passage.hit.end).is_some_and(|cue| {
        let gap = passage.between(passage.hit.end, cue.start);
        let rest = passage.between(cue.end, passage.sentence.end);
        cue.end <= passage.sentence.end
            && has_at_most(gap, REACH)
            && rest.trim_start().chars().next().is_none_or(|end| ".,;)".contains(end))
    })
}

/// Whether the words before open a clause and make the hit part of its subject: nothing but "a more" or "the" since.
/// `whole` says that `before` begins where the sentence does.
fn is_subject(before: &str, whole: bool) -> bool {
    let mut back = words_back(before);
    for _ in 0..3 {
        match back.next() {
            None => return whole,
            Some(word) if opens_clause(word) => return true,
            Some(word) if !is_modifier(word) => return ends_clause(before, word),
            Some(word) if ends_clause(before, word) => return true,
            Some(_) => {}
        }
    }
    false
}

/// Whether a comma or a stop follows `word`, a word of `before`.
fn ends_clause(before: &str, word: &str) -> bool {
    let end = word.as_ptr() as usize - before.as_ptr() as usize + word.len();
    before[end..].starts_with([',', ';', ':', '.', ')'])
}

fn opens_clause(word: &str) -> bool {
    [
        "that", "but", "because", "although", "whereas", "while", "when", "where", "as", "since", "if",
    ]
    .iter()
    .any(|known| word.eq_ignore_ascii_case(known))
}

fn is_modifier(word: &str) -> bool {
    const MODIFIERS: [&str; 17] = [
        "a", "an", "the", "any", "more", "most", "such", "this", "these", "their", "his", "her", "its", "and", "or", "clear", "truly",
    ];
    word.ends_with("ly") || MODIFIERS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// A word that ends a subject: a verb that must have one, or what opens another clause.
fn ends_subject(word: &str) -> bool {
    const ENDS: [&str; 22] = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "should", "could", "must", "can", "did", "does", "but", "that",
        "which", "who", "because", "although", "so",
    ];
    ENDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the hit is what a chance was for: "the opportunity to".
fn is_chance(before: &str) -> bool {
    let mut back = words_back(before);
    back.next() == Some("to")
        && back
            .next()
            .is_some_and(|w| matches!(w, "chance" | "chances" | "opportunity" | "opportunities"))
}
