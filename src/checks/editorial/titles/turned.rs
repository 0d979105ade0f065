//! A turned name has the words of another in a different order: "Continuum of Help and Support", "Continuum of Support and Help".

use std::collections::HashMap;

use super::{SMALL, words};
use crate::document::{Document, Zone};
use crate::text::Span;

/// Fewest words of a name, the small ones left out, and most.
const FEWEST: usize = 3;
const LONGEST: usize = 8;
/// Most names that are held to one another.
const MOST: usize = 2_000;

/// Last words of those who act, and are no paper.
const BODIES: [&str; 22] = [
    "board",
    "partnership",
    "team",
    "service",
    "services",
    "trust",
    "council",
    "group",
    "panel",
    "hub",
    "centre",
    "committee",
    "police",
    "school",
    "court",
    "hospital",
    "unit",
    "officer",
    "manager",
    "nurse",
    "worker",
    "agency",
];

/// The later of two names whose words are the same in another order, and the earlier.
pub(super) fn pairs(document: &Document) -> Vec<(Span, Span)> {
    let mut first: HashMap<Vec<String>, (Vec<String>, Span)> = HashMap::new();
    let mut found: Vec<(Span, Span)> = Vec::new();
    let running = |zone: Zone| matches!(zone, Zone::Paragraph | Zone::List | Zone::Table);
    for block in document.blocks.iter().filter(|block| running(block.zone)) {
        for span in names(document.fold.slice(block.body), block.body.start) {
            let own = words(document.fold.slice(span));
            let body = own.last().is_some_and(|last| BODIES.contains(&last.as_str()));
            if !(FEWEST..=LONGEST).contains(&own.len()) || body || first.len() >= MOST {
                continue;
            }
            let mut sorted = own.clone();
            sorted.sort_unstable();
            match first.get(&sorted) {
                Some((earlier, place)) if *earlier != own => {
                    let known = found.iter().any(|(later, _)| words(document.fold.slice(*later)) == own);
                    let apart = document.sentence_at(place.start) != document.sentence_at(span.start);
                    if !known && apart {
                        found.push((span, *place));
                    }
                }
                Some(_) => {}
                None => {
                    first.insert(sorted, (own, span));
                }
            }
        }
    }
    found
}

/// The names of a block: words with capitals, and small words between them.
fn names(text: &str, base: u32) -> Vec<Span> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    let mut at = 0;
    for word in text.split(' ') {
        let (from, to) = (at, at + word.len());
        at = to + 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let start = from + word.find(bare).unwrap_or(0);
        let (opens, ends) = (start > from, start + bare.len() < to);
        let capital = bare.starts_with(char::is_uppercase) && bare.chars().any(char::is_lowercase);
        run = match run {
            Some((first, _)) if capital && !opens => Some((first, start + bare.len())),
            Some(run) if SMALL.contains(&word) => Some(run),
            other => {
                found.extend(other);
                capital.then_some((start, start + bare.len()))
            }
        };
        if ends && !bare.is_empty() {
            found.extend(run.take());
        }
    }
    found.extend(run);
    found
        .into_iter()
        .map(|(from, to)| Span::at(base as usize + from, base as usize + to))
        .collect()
}
