//! A `Leg` is as much of a block as is read at a time: all of it, unless it is longer than any that people write. Then it is some of
//! its sentences, so that the places of its words need not all be held at once.

use crate::document::{Block, Document};
use crate::text::Span;

/// Bytes of a leg, at least, in a block of more than twice that.
const LONG: u32 = 1 << 19;
/// Bytes before and behind a leg in which its hits may find what they are judged by; a sentence and its neighbours are looked at no
/// further than some thousand.
const REACH: u32 = 1 << 16;

/// A stretch of a block (bytes of the fold).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leg {
    /// Its sentences: hits that begin here are its own.
    pub(super) own: Span,
    /// The same with what stands around them.
    pub(super) reach: Span,
    /// Whether it is not all of its block.
    pub(super) is_part: bool,
    /// Whether it is the first of its block.
    pub(super) opens: bool,
}

/// The legs of `block`, in reading order.
pub(super) fn legs<'d>(document: &'d Document, block: &Block) -> impl Iterator<Item = Leg> + use<'d> {
    let whole = block.span;
    let is_part = whole.len() > 2 * LONG;
    let text = document.fold.text.as_str();
    let mut start = Some(whole.start);
    std::iter::from_fn(move || {
        let from = start.take()?;
        let end = if is_part {
            let next = document.sentences.partition_point(|s| s.span.start < from + LONG);
            let next = document.sentences.get(next).map(|s| s.span.start);
            next.filter(|&next| next < whole.end).unwrap_or(whole.end)
        } else {
            whole.end
        };
        start = (end < whole.end).then_some(end);
        let before = from.saturating_sub(REACH).max(whole.start) as usize;
        let behind = end.saturating_add(REACH).min(whole.end) as usize;
        Some(Leg {
            own: Span::new(from, end),
            reach: Span::at(text.floor_char_boundary(before), text.ceil_char_boundary(behind)),
            is_part,
            opens: from == whole.start,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use crate::text::Lexicon;

    #[test]
    fn legs_are_the_block_and_end_with_a_sentence() {
        let line = "The caf\u{e9} was shut on Monday. The boy was seen at home on Friday. ";
        for (content, least) in [(line.repeat(30_000), 3), (line.repeat(10), 1), ("word ".repeat(400_000), 1)] {
            let text = input::read("a.txt", content.as_bytes()).unwrap();
            let document = Document::parse(&text, &Lexicon::default());
            let block = &document.blocks[0];
            let legs: Vec<Leg> = legs(&document, block).collect();
            assert!(legs.len() >= least && legs[0].opens, "{}", legs.len());
            assert_eq!(legs[0].own.start, block.span.start);
            assert_eq!(legs[legs.len() - 1].own.end, block.span.end);
            for pair in legs.windows(2) {
                assert_eq!(pair[0].own.end, pair[1].own.start);
                assert!(document.fold.text[pair[1].own.range()].starts_with("The ") && !pair[1].opens);
            }
            assert!(
                legs.iter()
                    .all(|leg| leg.reach.contains(leg.own) && document.fold.slice(leg.reach).len() > 1)
            );
        }
    }
}
