//! To `disown` words is to deny that they are true, or that one would say them: "we do not accept that", "nobody would
//! call it".

use super::passage::words;

/// Most words between "do not accept that" and the "that".
const THAT: usize = 12;
/// Most words between a denial and the quotation that it rejects.
const QUOTED: usize = 12;
/// Verbs of judging, whose "that" opens what is judged; other forms of them are told by their ends.
#[rustfmt::skip]
const JUDGING: [&str; 40] = [
    "accept", "agree", "argue", "believe", "claim", "conclude", "consider", "contend", "correct", "demonstrate", "fair", "felt", "find",
    "found", "guarantee", "held", "hold", "indicate", "maintain", "mean", "meant", "minute", "pretend", "promise", "prove", "put",
    "right", "said", "say", "share", "show", "suggest", "support", "think", "thought", "true", "undertake", "view", "write", "wrote",
];

/// Whether `word` is a form of a verb of judging.
fn judges(word: &str) -> bool {
    let base = |ending: &str| word.strip_suffix(ending).is_some_and(|base| is_any(base, &JUDGING));
    is_any(word, &JUDGING) || base("s") || base("ed") || base("d")
}

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
    // "would not call this a failure".
    if is_any(first, &["call", "describe", "regard", "treat", "label"]) && is_any(second, &["it", "him", "her", "them", "this", "that"]) {
        return true;
    }
    // "can't say it won't": no "that" is needed before a pronoun.
    if is_any(first, &["say", "promise", "guarantee", "claim"]) && is_any(second, &["it", "he", "she", "they", "this"]) {
        return true;
    }
    // "nothing in the file to suggest", "nobody who reads it can believe": the verb follows its "to" or "can".
    let led = || words(gap).zip(words(gap).skip(1)).take(THAT);
    let judged = judges(first) || led().any(|(w, next)| is_any(w, &["to", "can", "could", "would"]) && judges(next));
    // "one of the entries shows that", "in the file supports the idea that": the verb follows the words that the denial is of.
    let told = || {
        let mut since = THAT;
        words(gap).take(THAT + 4).any(|word| {
            since = if judges(word) { 0 } else { since + 1 };
            word == "that" && since <= 3
        })
    };
    (judged || told()) && words(gap).take(THAT).any(|w| w.eq_ignore_ascii_case("that"))
}

/// Whether the denial `cue` itself holds the judgement: "wrong to say", "doubted whether", "untrue that".
pub(super) fn is_verdict(cue: &str) -> bool {
    words(cue)
        .last()
        .is_some_and(|last| is_any(last, &["that", "whether", "if"]) || judges(last))
}

/// Whether `gap`, the words after a "not" or "never", comes to what was said and ought not to have been: "to have been called",
/// "have recorded that".
pub(super) fn retracts(gap: &str) -> bool {
    #[rustfmt::skip]
    const NAMED: [&str; 12] = [
        "said", "called", "described", "recorded", "written", "marked", "labelled", "termed", "treated", "seen", "regarded",
        "read",
    ];
    let mut said = words(gap).skip_while(|w| is_light(w) || matches!(*w, "to" | "should"));
    said.next() == Some("have") && said.find(|w| *w != "been").is_some_and(|w| is_any(w, &NAMED))
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
    retracts(&before[from + all[at].len()..])
        || is_any(first, &["accept", "share", "believe", "endorse", "support", "adopt"])
        || is_any(first, &["regard", "describe", "see", "view", "treat", "think", "speak"]) && (found("as") || found("of"))
        || is_any(first, &["find", "hold", "agree", "think", "consider", "view", "case", "conclude"]) && found("that")
        || is_any(first, &["say", "call", "go"]) && is_supposed
}

fn is_denial(word: &str) -> bool {
    is_any(word, &["not", "never", "none", "nobody", "cannot"]) || word.ends_with("n't") || word.ends_with("n\u{2019}t")
}

/// A word that may stand between a denial and its verb.
fn is_light(word: &str) -> bool {
    const LIGHT: [&str; 21] = [
        "be", "is", "was", "were", "it", "of", "us", "them", "the", "would", "could", "can", "will", "ever", "yet", "fully", "itself",
        "now", "even", "by", "for",
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
