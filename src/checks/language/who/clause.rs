//! A `clause` is told by its small words: the helpers of a verb, the links before a noun, what opens and breaks it.

use crate::checks::language::passage::words;

/// The run of letters, figures and inner apostrophes at the end of `text`.
pub(super) fn last_word(text: &str) -> &str {
    let stop = text.rfind(|c: char| !c.is_alphanumeric() && c != '\'');
    &text[stop.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))..]
}

/// `text` without the articles and the like that end it.
pub(super) fn without_articles(text: &str) -> &str {
    let mut bare = text.trim_end();
    for _ in 0..3 {
        let word = last_word(bare);
        if !matches!(
            word.to_ascii_lowercase().as_str(),
            "the" | "a" | "an" | "her" | "his" | "their" | "both" | "all" | "two" | "three" | "other" | "this" | "these"
        ) {
            break;
        }
        bare = bare[..bare.len() - word.len()].trim_end();
    }
    bare
}

/// Whether a clause opens with "if" or its like, so that what follows its comma is another's.
pub(super) fn opens_condition(clause: &str) -> bool {
    words(clause).next().is_some_and(|w| {
        matches!(
            w,
            "If" | "When" | "Whenever" | "Because" | "As" | "Although" | "While" | "After" | "Before" | "Since" | "Unless" | "Until"
        )
    })
}

/// Whether `person` may be whom `pronoun` means.
pub(super) fn agrees(pronoun: &str, person: &str) -> bool {
    const HERS: &[&str] = &[
        "mother",
        "mum",
        "mummy",
        "girl",
        "daughter",
        "sister",
        "grandmother",
        "wife",
        "girlfriend",
        "aunt",
        "nan",
        "midwife",
        "stepmother",
        "mrs",
        "ms",
        "miss",
    ];
    const HIS: &[&str] = &[
        "father",
        "dad",
        "daddy",
        "boy",
        "son",
        "brother",
        "grandfather",
        "husband",
        "boyfriend",
        "uncle",
        "stepfather",
        "stepdad",
        "mr",
    ];
    let of = |list: &[&str]| words(person).any(|w| list.iter().any(|known| w.eq_ignore_ascii_case(known)));
    match pronoun {
        "she" | "her" => !of(HIS),
        "he" | "him" | "his" => !of(HERS),
        _ => true,
    }
}

/// Words that end a clause or begin another thing: nothing before them is the subject.
pub(super) fn is_break(word: &str) -> bool {
    matches!(
        word,
        "if" | "when"
            | "whether"
            | "because"
            | "so"
            | "as"
            | "while"
            | "until"
            | "unless"
            | "for"
            | "by"
            | "at"
            | "on"
            | "into"
            | "before"
            | "after"
            | "it"
            | "this"
            | "there"
            | "what"
            | "how"
            | "the"
            | "a"
            | "an"
            | "no"
            | "any"
    )
}

/// Nouns that measure another: "level of engagement".
pub(super) fn is_measure(word: &str) -> bool {
    matches!(
        word,
        "level" | "levels" | "lack" | "degree" | "pattern" | "history" | "standard" | "quality" | "sense" | "signs"
    )
}

/// Words between a subject and its verb or its noun that change nothing about whose it is.
#[rustfmt::skip]
pub(super) fn is_helper(word: &str) -> bool {
    const HELPERS: &[&str] = &[
        "is", "was", "are", "were", "be", "been", "being", "am", "has", "had", "have", "having", "does", "did", "do", "will", "would", "shall", "should", "must", "can",
        "could", "may", "might", "not", "never", "also", "always", "now", "still", "already", "then", "again", "both", "all", "each", "really", "very", "fully", "quite",
        "so", "seems", "seem", "seemed", "appears", "appear", "appeared", "remains", "remain", "remained", "continue", "continues", "continued", "start", "starts", "started",
        "began", "begun", "agree", "agrees", "agreed", "promise", "promises", "promised", "undertakes", "undertook", "say", "says", "said", "need", "needs", "needed", "want",
        "wants", "wanted", "expected", "asked", "told", "required", "responsible", "trusted", "able", "unable", "willing", "keen", "try", "tries", "tried", "trying", "going",
        "since", "well", "ever", "only", "just", "later", "initially", "felt", "feels", "considered", "thought", "presents", "presented", "described", "seen", "noted", "advised",
        "relied", "left", "reminded", "encouraged", "supported", "committed", "showing", "shows", "showed", "shown", "more", "most", "less", "too", "much", "no", "longer",
        "didn't", "doesn't", "don't", "won't", "wasn't", "isn't", "hasn't", "hadn't", "cannot", "can't", "couldn't", "wouldn't", "pledged", "given", "gave", "gives", "got",
        "high", "low", "good", "poor", "great", "extremely", "upset", "stated", "refused", "declined", "failed", "chose", "make", "made", "that",
    ];
    HELPERS.contains(&word) || word.len() > 4 && word.ends_with("ly") && word != "family"
}
