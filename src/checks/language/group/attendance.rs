//! `attendance`: the part of minutes that says who was there, who sent apologies and who was invited; and the actions.

use crate::document::{Document, StatementKind, Zone};
use crate::text::Span;

/// Bytes of the longest heading or label of a list of those present.
const LABEL: usize = 60;

/// What such a heading begins with, lower case.
const TITLES: [&str; 16] = [
    "present",
    "those present",
    "attend",
    "in attendance",
    "apologies",
    "invited",
    "invitees",
    "not present",
    "absent",
    "took part",
    "taking part",
    "members present",
    "membership",
    "who was there",
    "people present",
    "participants",
];

/// The blocks of the list of those present, with apologies and the invited.
pub(super) fn find(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    let mut inside = false;
    for block in &document.blocks {
        let text = document.fold.slice(block.body);
        if block.zone == Zone::Heading {
            inside = is_title(text);
        } else if block.zone != Zone::Contents && (inside || is_labelled(text)) {
            found.push(block.span);
        }
    }
    found
}

/// The actions.
pub(super) fn actions(document: &Document) -> Vec<Span> {
    let actions = document.statements.iter().filter(|s| s.kind == StatementKind::Action);
    actions.map(|action| action.span).collect()
}

fn is_title(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphabetic());
    bare.len() <= LABEL && begins(bare)
}

/// Whether a block begins "Present: …".
fn is_labelled(text: &str) -> bool {
    let colon = text.bytes().take(LABEL).position(|b| b == b':');
    colon.is_some_and(|colon| begins(&text[..colon]))
}

fn begins(text: &str) -> bool {
    let lower = text.to_lowercase();
    TITLES.iter().any(|title| lower.starts_with(title))
}
