//! A `body` is a service, board or team: a run of capitalised words that ends as such names end ("the Harbour Recovery
//! Service"), and the short name that the document gives it ("HRS", "known as Harbour").

use super::name::{is_capitalised, next_capital, word};
use super::{Hearsay, LISTED, PersonKind, SAID, role};
use crate::document::Document;

/// The longest name of a body, in words.
const LONGEST: usize = 8;

/// Reads the bodies that one block names.
pub(super) fn read(text: &str, hearsay: &mut Hearsay) {
    let shouted = !text.bytes().any(|b| b.is_ascii_lowercase());
    if shouted {
        return;
    }
    let mut at = 0;
    while let Some(start) = next_capital(text, at) {
        let start = after_article(text, start);
        let (end, count) = run(text, start);
        // The first word of a sentence has its capital for another reason: "Chase Stanmere Homes".
        let opens = start == 0 || text[..start].trim_end().ends_with(['.', ':', ';', '-', '?']);
        let (start, count) = match opens {
            true => (
                start + text[start..].find(' ').map_or(0, |blank| blank + 1),
                count.saturating_sub(1),
            ),
            false => (start, count),
        };
        if count > 1 {
            hearsay.vote(&text[start..end], PersonKind::Body, SAID);
            // Capitals in brackets after a body may be a person's initials: "Children's Services (KB)".
            let own = |short: &&str| is_capitalised(short) || text[start..].starts_with(&short[..1]);
            if let Some(short) = short_name(&text[end..]).filter(own) {
                hearsay.vote(short, PersonKind::Body, LISTED);
            }
        }
        at = end.max(start + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

/// Long names of acronyms in capitals are names too, whatever they end in: "Making Every Adult Matter (MEAM)".
pub(super) fn read_acronyms(document: &Document, hearsay: &mut Hearsay) {
    for acronym in &document.acronyms {
        let Some(span) = acronym.expansion else { continue };
        let long = document.fold.slice(span);
        let words: Vec<&str> = long.split(' ').collect();
        let capitals = words.iter().filter(|w| is_capitalised(w)).count();
        if capitals < 2 || capitals * 2 < words.len() || role::kind_of(long) == Some(PersonKind::Professional) {
            continue;
        }
        hearsay.vote(long, PersonKind::Body, SAID);
        if words.last().is_some_and(|w| role::is_body(w)) {
            hearsay.vote(document.fold.slice(acronym.span), PersonKind::Body, LISTED);
        }
    }
}

/// Where a name begins whose sentence opens with "The".
fn after_article(text: &str, start: usize) -> usize {
    let first = word(text, start);
    let article = matches!(
        first,
        "The"
            | "A"
            | "An"
            | "Our"
            | "In"
            | "At"
            | "From"
            | "By"
            | "This"
            | "That"
            | "Both"
            | "All"
            | "Each"
            | "When"
            | "If"
            | "As"
            | "Ask"
            | "What"
            | "Whilst"
            | "Currently"
            | "While"
            | "Where"
            | "To"
            | "For"
            | "With"
            | "Since"
            | "After"
            | "Before"
    );
    if article
        && text[start + first.len()..].starts_with(' ')
        && text[start + first.len() + 1..].starts_with(|c: char| c.is_ascii_uppercase())
    {
        start + first.len() + 1
    } else {
        start
    }
}

/// Where the run of capitalised words at `start` last could end as a body's name does, and how many words that is.
fn run(text: &str, start: usize) -> (usize, usize) {
    let (mut end, mut count) = (start, 0);
    let mut at = start;
    for nth in 1..=LONGEST {
        let token = text[at..]
            .split([' ', ',', '.', ';', ':', ')', '(', '"', '\n', '/'])
            .next()
            .unwrap_or_default();
        let link = matches!(token, "and" | "of" | "for" | "&") && nth > 1;
        if !link && !token.starts_with(char::is_uppercase)
            || nth == 1 && matches!(token, "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Head" | "Director" | "Chair")
        {
            break;
        }
        if role::is_body(token) {
            (end, count) = (at + token.len(), nth);
        }
        at += token.len();
        if !text[at..].starts_with(' ') {
            break;
        }
        at += 1;
    }
    (end, count)
}

/// The short name in the words that follow a long one: " (HRS)", " (known as Harbour)", ", known as Harbour,".
fn short_name(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(" (").or_else(|| after.strip_prefix(", "))?;
    let bracketed = after.starts_with(" (");
    let called = ["known as ", "known locally as ", "referred to as ", "called ", "here ", "'", "the "];
    let mut rest = rest;
    let mut told = bracketed;
    for call in called {
        if let Some(left) = rest.strip_prefix(call) {
            told |= call.len() > 5;
            rest = left;
        }
    }
    let rest = rest.trim_start_matches(['\'', '"']);
    let short = word(rest, 0);
    let closed = rest[short.len()..]
        .trim_start_matches(['\'', '"'])
        .starts_with([')', ',', '.', ';']);
    (told && closed && short.len() > 1 && short.starts_with(|c: char| c.is_ascii_uppercase())).then_some(short)
}
