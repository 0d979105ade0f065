//! Who is `visible` in a text: whom its sentences name, whether they do something there or have it done to them, and whether the
//! child is heard in words of the child's own.
//!
//! Named is who stands there by a name that the document makes known or by a word such as "mother"; pronouns are left aside. A
//! small grammar tells the doer of a verb ("Mum attended", "seen by the nurse") from its object ("told the father", "Tia was
//! seen"); what it cannot tell counts as named alone.

mod heard;
mod mention;
mod parent;
mod place;
#[cfg(test)]
mod tests;
mod token;
mod words;

pub use mention::Seen;
pub(super) use parent::Parents;
pub(super) use place::Part;

use crate::document::{Document, Zone};
use crate::text::Span;

/// Those who are looked for, in the order in which they are shown.
pub const SEEN: [Seen; 7] = [
    Seen::Child,
    Seen::Mother,
    Seen::Father,
    Seen::Parent,
    Seen::Kin,
    Seen::Professional,
    Seen::Body,
];

/// Bytes on each side of a place that are read of one sentence; a bound on the work, for texts that never end a sentence.
const REACH: u32 = 3_000;

/// How visible somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    /// Sentences that name them.
    pub named: u64,
    /// Of these, sentences in which they do something.
    pub doer: u64,
    /// Of these, sentences in which something is done to them.
    pub object: u64,
}

/// What one sentence shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    /// Whom.
    pub seen: Seen,
    /// The first words that name them (folded bytes).
    pub span: Span,
    /// Whether they are named as a doer.
    pub doer: bool,
    /// Whether they are named as an object.
    pub object: bool,
}

/// Whom every sentence of running text in `document` names, with the sentence's index, in reading order.
pub(super) fn sights(document: &Document, mut found: impl FnMut(usize, &Sight)) {
    let parents = Parents::of(document);
    for (at, sentence) in document.sentences.iter().enumerate() {
        if matches!(document.blocks[sentence.block as usize].zone, Zone::Heading | Zone::Contents) {
            continue;
        }
        let span = window((document, REACH), sentence.span, sentence.span.start);
        let tokens = token::tokens(document.fold.slice(span));
        let mentions = mention::find(document, span, &tokens, &parents);
        for seen in SEEN {
            let mut own = mentions.iter().enumerate().filter(|(_, mention)| mention.seen == seen).peekable();
            let Some(&(_, first)) = own.peek() else { continue };
            let base = sentence.span.start;
            let mut sight = Sight {
                seen,
                span: Span::new(base + tokens[first.first].start, base + tokens[first.last].end),
                doer: false,
                object: false,
            };
            for (nth, _) in own {
                match place::of(&tokens, &mentions, nth) {
                    Part::Doer => sight.doer = true,
                    Part::Object => sight.object = true,
                    Part::Named => {}
                }
            }
            found(at, &sight);
        }
    }
}

/// What of `sentence` is read around byte `at`, `reach` bytes on each side.
fn window((document, reach): (&Document, u32), sentence: Span, at: u32) -> Span {
    let text = &document.fold.text;
    let low = text.ceil_char_boundary(sentence.start.max(at.saturating_sub(reach)) as usize);
    let high = text.floor_char_boundary(sentence.end.min(at.saturating_add(reach)).max(low as u32) as usize);
    Span::at(low, high.max(low))
}

/// The quotations in which a child is heard, in reading order (folded bytes).
pub(super) fn heard(document: &Document) -> Vec<Span> {
    heard::find(document, &Parents::of(document))
}
