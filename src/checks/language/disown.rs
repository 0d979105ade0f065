//! To `disown` words is to deny that they are true, or that one would say them: "we do not accept that", "nobody would
//! call it".

use super::passage::words;

/// Most words between "do not accept that" and the "that".
const THAT: usize = 12;
/// Most words between a denial and the quotation that it rejects.
const QUOTED: usize = 12;
/// Verbs of judging, whose "that" opens what is judged.
const JUDGING: [&str; 31] = [
    "accept",
    "accepts",
    "agree",
    "agreed",
    "believe",
    "think",
    "consider",
    "suggest",
    "mean",
    "say",
    "says",
    "true",
    "fair",
    "right",
    "correct",
    "show",
    "indicate",
    "demonstrate",
    "prove",
    "find",
    "finds",
    "hold",
    "holds",
    "share",
    "conclude",
    "promise",
    "undertake",
    "guarantee",
    "claim",
    "pretend",
    "view",
];

/// Verbs by which "not say" is a judgement and no silence.
const SUPPOSING: [&str; 6] = ["would", "could", "can", "cannot", "wouldn't", "can't"];

/// Whether `gap`, the words after a "not", comes to a verb of judging: "accept that she", "be true to say that", "nothing in
/// the file to suggest that", "be right to call".
pub(super) fn disowns(gap: &str) -> bool {
    let mut said = words(gap).skip_while(|w| is_light(w));
    let Some(first) = said.next() else { return false };
    let second = said.next().unwrap_or_default();
    if is_any(first, &["right", "fair", "true", "correct", "accurate"]) && second == "to" && said.next().is_some_and(is_naming) {
        return true;
    }
    // "can't say it won't": no "that" is needed before a pronoun.
    if is_any(first, &["say", "promise", "guarantee", "claim"]) && is_any(second, &["it", "he", "she", "they", "this"]) {
        return true;
    }
    // "nothing in the file to suggest": the verb follows its "to".
    let judged = is_any(first, &JUDGING) || {
        let mut said = words(gap).take(7);
        said.by_ref().any(|w| w == "to") && said.next().is_some_and(|w| is_any(w, &JUDGING))
    };
    judged && words(gap).take(THAT).any(|w| w.eq_ignore_ascii_case("that"))
}

/// Whether `before`, the words of a sentence before a quotation, rejects what is quoted: "did not accept that it was", "does
/// not regard her as", "none of us would say that it was", "it was never the case that she was".
pub(super) fn rejects(before: &str) -> bool {
    let all: Vec<&str> = words(before).collect();
    let Some(at) = all.iter().rposition(|w| is_denial(w)) else {
        return false;
    };
    let said = &all[at + 1..];
    let from = before.rfind(all[at]).unwrap_or_default();
    if said.len() > QUOTED
        || before[from..].contains([',', ';', ':', '"', '\u{201d}'])
        || said.iter().any(|w| is_any(w, &["and", "but", "which"]))
    {
        return false;
    }
    let is_supposed = all[at.saturating_sub(2)..].iter().any(|w| is_any(w, &SUPPOSING));
    let first = said.iter().copied().find(|w| !is_light(w)).unwrap_or_default();
    let found = |word: &str| said.iter().any(|w| w.eq_ignore_ascii_case(word));
    is_any(first, &["accept", "share", "believe", "endorse", "support", "adopt"])
        || is_any(first, &["regard", "describe", "see", "view", "treat", "think", "speak"]) && (found("as") || found("of"))
        || is_any(first, &["find", "hold", "agree", "think", "consider", "view", "case", "conclude"]) && found("that")
        || is_any(first, &["say", "call", "go"]) && is_supposed
}

fn is_denial(word: &str) -> bool {
    is_any(word, &["not", "never", "none", "nobody", "cannot"]) || word.ends_with("n't") || word.ends_with("n\u{2019}t")
}

/// A word that may stand between a denial and its verb.
fn is_light(word: &str) -> bool {
    const LIGHT: [&str; 17] = [
        "be", "of", "us", "them", "the", "would", "could", "can", "will", "ever", "yet", "fully", "itself", "now", "even", "by", "for",
    ];
    is_any(word, &LIGHT)
}

fn is_naming(word: &str) -> bool {
    is_any(
        word,
        &["call", "say", "describe", "speak", "regard", "treat", "think", "conclude", "read"],
    )
}

fn is_any(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}
