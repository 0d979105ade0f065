//! A `clause` of its own, with its own verb, may stand between a denial and a hit: "did not visit and staff felt reassured".

use super::passage::{Passage, tail, words, words_back};
use super::polarity::SUBJECT;
use crate::text::Span;

/// Whether a comma, a dash or an "and" in `said` begins a clause with a subject of its own.
pub(super) fn opens_clause(said: &str) -> bool {
    let mut parts = said.split([',', '-']);
    parts.next();
    let opens = |word: &str| is_subject(word) || word.eq_ignore_ascii_case("so");
    if parts.take(8).any(|part| words(part).next().is_some_and(opens)) {
        return true;
    }
    let mut joined = false;
    for word in words(said) {
        if joined && is_subject(word) {
            return true;
        }
        joined = is_and(word);
    }
    false
}

/// Whether a verb of another clause stands between the denial and the hit, or begins the hit: after "and" ("and will
/// keep", "and HB will make"), after the "that" of a relative clause, and in the clause that a denied "who do not attend"
/// was put into ("are followed up").
pub(super) fn has_new_verb(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let mut back = words_back(tail(passage.between(passage.sentence.start, cue.start), SUBJECT));
    let relative = !is_subject_denied(passage.slice(cue))
        && back.by_ref().take(2).any(is_relative)
        && back.next().is_some_and(|antecedent| !is_preposition(antecedent));
    let own = words(passage.words()).take(2);
    let mut since_and = 9;
    let (mut earlier, mut previous) = ("of", "");
    for (at, word) in words(said).chain(own).enumerate() {
        // "and staff felt": a verb that tells has a subject of its own before it.
        if (1..3).contains(&since_and) && is_past(word) && !previous.ends_with("ly") {
            return true;
        }
        let verb = is_finite(word);
        if verb && (since_and < 3 || relative && at > 0 || previous.eq_ignore_ascii_case("that") && !earlier.eq_ignore_ascii_case("of")) {
            return true;
        }
        since_and = if is_and(word) { 0 } else { since_and + 1 };
        (earlier, previous) = (previous, word);
    }
    false
}

/// Whether a verb of the past after "and", the hit itself or one before it, cannot be governed by the denial: "lacked a hall
/// and ensured", "did not wait and ensured", "came without a call and found that".
pub(super) fn tells_on(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    const BARE: [&str; 10] = ["did", "do", "does", "will", "would", "can", "could", "should", "must", "may"];
    let denial = passage.slice(cue).to_ascii_lowercase();
    let before = tail(passage.between(passage.sentence.start, cue.start), SUBJECT);
    let auxiliary = |known: &[&str]| {
        words_back(before)
            .next()
            .is_some_and(|aux| known.iter().any(|k| aux.eq_ignore_ascii_case(k)))
    };
    let governs_noun = ["lack", "no", "without", "absence of"].iter().any(|noun| denial.starts_with(noun)) && !denial.starts_with("not");
    let fails = ["fail", "refus", "unable", "inability", "unwilling", "reluctan"]
        .iter()
        .any(|verb| denial.starts_with(verb));
    let governs_verb = fails || denial.ends_with("to") || denial == "cannot" || denial == "not" && auxiliary(&BARE);
    // "was not upset and presented as": the denial is of a state.
    let governs_state = denial == "not" && auxiliary(&["is", "was", "are", "were"]) && !words(said).next().is_some_and(is_past);
    let own = words(passage.words()).next();
    let joined = |(word, next): (&str, &str)| is_and(word) && is_past(next);
    (governs_noun || governs_verb || governs_state) && words(said).zip(words(said).skip(1).chain(own)).any(joined)
}

/// Whether a comma alone puts a clause of its own to the denied one, as in notes: "did not attend, mum says all is well".
pub(super) fn is_spliced(said: &str, passage: &Passage<'_>) -> bool {
    const TELLING: [&str; 14] = [
        "says", "said", "reports", "reported", "states", "stated", "feels", "felt", "appears", "appeared", "seems", "seemed", "looks",
        "looked",
    ];
    let Some((_, rest)) = said.split_once(',') else { return false };
    let tells = |word: &str| is_finite(word) || TELLING.contains(&word);
    let led = words(rest)
        .next()
        .is_some_and(|first| !matches!(first, "or" | "nor" | "and" | "as" | "it" | "if"));
    led && words(rest).any(tells)
        || words(rest).next().is_none() && words(passage.words()).next().is_some_and(|own| TELLING.contains(&own))
        || led && words(passage.words()).any(is_finite)
}

/// Whether `word` is a verb that tells what somebody then did or saw.
fn is_past(word: &str) -> bool {
    const PAST: [&str; 24] = [
        "found", "saw", "said", "told", "thought", "felt", "gave", "took", "left", "wrote", "went", "came", "made", "kept", "had", "knew",
        "heard", "put", "chose", "became", "let", "began", "met", "got",
    ];
    word.ends_with("ed") || PAST.contains(&word)
}

/// Whether the denial is itself the subject of what follows: "said that none of them was".
pub(super) fn is_subject_denied(cue: &str) -> bool {
    ["none", "nobody", "nothing", "neither", "no one", "no-one"]
        .iter()
        .any(|known| cue.eq_ignore_ascii_case(known))
}

fn is_relative(word: &str) -> bool {
    ["who", "which", "that"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether "which" after `word` is no subject: "in which nobody".
fn is_preposition(word: &str) -> bool {
    ["in", "of", "for", "at", "on", "by", "to", "under", "from", "through"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether `word` is a verb that must have a subject.
pub(super) fn is_finite(word: &str) -> bool {
    const FINITE: [&str; 17] = [
        "will", "shall", "must", "should", "would", "can", "could", "is", "are", "was", "were", "has", "have", "had", "does", "did", "do",
    ];
    FINITE.iter().any(|known| word.eq_ignore_ascii_case(known))
}

pub(super) fn is_and(word: &str) -> bool {
    word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("so")
}

/// Whether a clause may begin with `word`.
pub(super) fn is_subject(word: &str) -> bool {
    const SUBJECTS: [&str; 24] = [
        "he", "she", "it", "they", "we", "i", "you", "the", "this", "that", "these", "those", "there", "his", "her", "their", "its", "all",
        "was", "were", "is", "are", "both", "everyone",
    ];
    SUBJECTS.iter().any(|subject| word.eq_ignore_ascii_case(subject))
}
