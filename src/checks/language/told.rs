//! What is `told` all the same, though a denial goes before it: what nobody learnt of, and what only says when.

use super::clause::{is_and, is_finite};
use super::passage::{Passage, words, words_back};
use crate::text::Span;

/// Whether `gap`, the words after a denial, is of learning or asking: what somebody was "not told about" or "never questioned"
/// stands all the same.
pub(super) fn is_unlearnt(gap: &str) -> bool {
    #[rustfmt::skip]
    const LEARNT: [&str; 22] = [
        "know", "knew", "known", "told", "tell", "aware", "informed", "inform", "hear", "heard", "learn", "learned", "learnt",
        "notice", "noticed", "challenge", "challenged", "question", "questioned", "query", "queried", "interviewed",
    ];
    let mut said = words(gap);
    said.any(|word| LEARNT.contains(&word)) && !said.next().is_some_and(|next| matches!(next, "whether" | "if"))
}

/// Whether `gap`, the words after the denial `cue`, leaves the hit as told: it stands after a word of time or of contrast
/// ("did not ring after a", "no visit despite the"), or is joined to what is lacked by an article ("no job and a").
pub(super) fn is_told(cue: Span, gap: Span, passage: &Passage<'_>) -> bool {
    #[rustfmt::skip]
    const JOINTS: [&str; 15] = [
        "after", "before", "following", "since", "during", "despite", "until", "between", "when", "where", "why", "how",
        "throughout", "amid", "given",
    ];
    let (cue, said) = (passage.slice(cue).to_ascii_lowercase(), passage.slice(gap));
    // "No agency that met him after the birth ensured": the verb has the denied subject.
    let is_verb = words(passage.words())
        .next()
        .is_some_and(|own| own.ends_with("ed") || is_finite(own));
    if !is_verb && words(said).any(|word| JOINTS.contains(&word)) {
        return true;
    }
    let lacks = ["no", "without", "lack", "absence of"].iter().any(|noun| cue.starts_with(noun)) && !cue.starts_with("not");
    let mut back = words_back(said);
    lacks && back.next().is_some_and(is_article) && back.next().is_some_and(is_and)
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "his" | "her" | "their")
}
