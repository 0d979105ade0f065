//! A `Term` is a word by which two accounts can be told to speak of one event: rare enough to mean something, cut to its stem.

use std::collections::HashSet;

use crate::document::Document;

/// Words that tell nothing of an event.
#[rustfmt::skip]
const COMMON: [&str; 84] = [
    "this", "that", "with", "from", "were", "they", "their", "there", "them", "then", "than", "when", "which", "while", "what", "where", "been", "being", "have",
    "having", "would", "could", "should", "about", "after", "before", "again", "also", "into", "only", "other", "some", "such", "very", "more", "most", "over",
    "under", "between", "during", "because", "first", "second", "third", "said", "told", "made", "took", "went", "came", "given", "gave", "mother", "father",
    "child", "children", "report", "family", "worker", "social", "care", "date", "occasion", "time", "separate", "different", "further", "each", "those", "these",
    "around", "once", "twice", "until", "later", "same", "both", "record", "recorded", "noted", "note", "stated", "held", "place",
];

/// Phrases of a document that its acronyms stand for, each with the acronym, all in lower case.
pub(super) struct Terms {
    phrases: Vec<(String, String)>,
}

impl Terms {
    pub(super) fn new(document: &Document) -> Self {
        let mut phrases: Vec<(String, String)> = document
            .acronyms
            .iter()
            .filter_map(|it| {
                let long = document.fold.slice(it.expansion?).trim().to_lowercase();
                Some((long, document.fold.slice(it.span).to_lowercase()))
            })
            .filter(|(long, short)| long.len() > 6 && short.len() >= 2)
            .collect();
        phrases.push(("emergency department".into(), "ed".into()));
        phrases.sort();
        phrases.dedup_by(|a, b| a.0 == b.0);
        phrases.truncate(128);
        Self { phrases }
    }

    /// The terms of `text`; acronyms stand for what they mean.
    pub(super) fn of(&self, text: &str) -> HashSet<String> {
        let mut lower = text.to_lowercase();
        let mut found = HashSet::new();
        for (long, short) in &self.phrases {
            if lower.contains(long.as_str()) {
                lower = lower.replace(long.as_str(), " ");
                found.insert(short.clone());
            }
        }
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let shouted = word.len() >= 2 && word.len() <= 6 && word.chars().all(|c| c.is_ascii_uppercase());
            if shouted {
                found.insert(word.to_lowercase());
            }
        }
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            if word.len() >= 4 && !COMMON.contains(&word) && !word.bytes().any(|b| b.is_ascii_digit()) {
                found.insert(stem(word).to_owned());
            }
        }
        found
    }
}

/// A word without the ending that its sentence gave it; crude, and the same for the words of one family.
pub(super) fn stem(word: &str) -> &str {
    // A verb's own noun.
    if word.starts_with("admission") {
        return "admitt";
    }
    for ending in [
        "ations", "ation", "ures", "ure", "ances", "ance", "ments", "ment", "ings", "ing", "als", "al", "ies", "ied", "es", "ed", "s", "e",
        "y",
    ] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 4) {
            return stem;
        }
    }
    word
}
