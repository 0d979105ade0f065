//! Which `parent` a name is: the document says so where it sets "mother" or "father" beside it.

use std::collections::HashMap;

use super::mention::Seen;
use super::token::{Token, tokens};
use crate::document::{Document, PersonKind};
use crate::text::Span;

/// Words that may stand between a name and what it is.
const LINKS: &[&str] = &["is", "was", "the", "a", "her", "his", "their", "birth", "s"];

/// Names of parents, with the words that each was seen beside.
#[derive(Debug, Default)]
pub(in crate::summary) struct Parents(HashMap<String, (u32, u32)>);

impl Parents {
    /// What `document` says of its parents' names.
    pub(super) fn of(document: &Document) -> Self {
        let mut parents = Self::default();
        for (at, block) in document.blocks.iter().enumerate() {
            let text = document.fold.slice(block.body);
            let next = document
                .blocks
                .get(at + 1)
                .filter(|next| next.cell.is_some() && block.cell.is_some());
            document.people.each(&document.fold.text, block.body, |span, kind| {
                if kind == PersonKind::Parent {
                    let place = Span::new(span.start - block.body.start, span.end - block.body.start);
                    let beside = beside(text, place).or_else(|| {
                        let ends = text[place.end as usize..].trim().is_empty();
                        next.filter(|_| ends)
                            .and_then(|next| tokens(document.fold.slice(next.body)).first().and_then(which))
                    });
                    parents.note(document.fold.slice(span), beside);
                }
            });
        }
        parents
    }

    fn note(&mut self, name: &str, beside: Option<Seen>) {
        let Some(seen) = beside else { return };
        let words: Vec<&str> = name.split(' ').collect();
        // The full name teaches the first name and the surname after its title too.
        let mut forms = vec![name.to_owned()];
        match *words.as_slice() {
            ["Mr" | "Mrs" | "Ms" | "Miss", ..] => {}
            [first, .., last] => {
                let titles: &[&str] = if seen == Seen::Father { &["Mr"] } else { &["Mrs", "Ms", "Miss"] };
                forms.push(first.to_owned());
                forms.extend(titles.iter().map(|title| format!("{title} {last}")));
            }
            _ => {}
        }
        for form in forms {
            let votes = self.0.entry(form).or_default();
            if seen == Seen::Mother {
                votes.0 += 1;
            } else {
                votes.1 += 1;
            }
        }
    }

    /// Which parent `name` is: the mother, the father, or one of whom the document does not say.
    pub(super) fn which(&self, name: &str) -> Seen {
        match self.0.get(name) {
            Some((mother, father)) if mother > father => Seen::Mother,
            Some((mother, father)) if father > mother => Seen::Father,
            _ => Seen::Parent,
        }
    }
}

/// What stands right before or after the name at `place` in `text`.
fn beside(text: &str, place: Span) -> Option<Seen> {
    let (from, to) = (
        text.floor_char_boundary(place.start.saturating_sub(40) as usize),
        place.end as usize,
    );
    let before = tokens(&text[from..place.start as usize]);
    let after_end = text.floor_char_boundary((to + 40).min(text.len()));
    let after = tokens(&text[to..after_end]);
    let last = before.last().filter(|token| !token.owner).and_then(which);
    let next = || {
        let mut words = after.iter().skip_while(|token| token.is_one_of(LINKS) || token.owner).take(1);
        let linked = after.first().is_some_and(|token| token.is_one_of(LINKS))
            || text[to..].trim_start().starts_with(['(', ',', '-', '\u{2013}', '|', ':']);
        words.next().filter(|token| linked && !token.owner).and_then(which)
    };
    last.or_else(next)
}

fn which(token: &Token<'_>) -> Option<Seen> {
    if token.is_one_of(&["mother", "mum", "mummy"]) {
        Some(Seen::Mother)
    } else if token.is_one_of(&["father", "dad", "daddy"]) {
        Some(Seen::Father)
    } else {
        None
    }
}
