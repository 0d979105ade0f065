//! A `Passage` is one hit in its surroundings: its block, its sentence as far as anyone reads it, the words around it.

use crate::document::{Block, Document};
use crate::text::Span;

/// A sentence is considered this far either side of a hit (bytes), so that an endless one costs no more than a long one.
const REACH: u32 = 2_000;

/// A hit where it stands. All spans count bytes of the fold.
#[derive(Clone, Copy)]
pub(super) struct Passage<'d> {
    /// The document.
    pub(super) document: &'d Document,
    /// Its folded text.
    pub(super) text: &'d str,
    /// The hit.
    pub(super) hit: Span,
    /// Index of its block.
    pub(super) block: u32,
    /// Index of its sentence; `None` when the document has none there.
    pub(super) index: Option<usize>,
    /// Its sentence without the paragraph's number, no further than the reach of a reader.
    pub(super) sentence: Span,
}

impl<'d> Passage<'d> {
    /// The passage around `hit` in block number `block`. `cursor` is an index into the sentences at or before the
    /// hit's, and moves on to it.
    pub(super) fn new(document: &'d Document, block: u32, hit: Span, cursor: &mut usize) -> Self {
        let sentences = &document.sentences;
        while sentences.get(*cursor + 1).is_some_and(|next| next.span.start <= hit.start) {
            *cursor += 1;
        }
        let holder = &document.blocks[block as usize];
        let index = sentences
            .get(*cursor)
            .is_some_and(|s| s.block == block && s.span.start <= hit.start)
            .then_some(*cursor);
        let whole = index.map_or(holder.span, |at| sentences[at].span);
        let text = document.fold.text.as_str();
        let opens = whole.start.max(holder.body.start.min(hit.start));
        let start = opens.max(hit.start.saturating_sub(REACH));
        let end = whole.end.max(hit.end).min(hit.end.saturating_add(REACH));
        Self {
            document,
            text,
            hit,
            block,
            index,
            sentence: Span::at(ceil_char(text, start as usize), ceil_char(text, end as usize)),
        }
    }

    /// The hit's block.
    pub(super) fn holder(&self) -> &'d Block {
        &self.document.blocks[self.block as usize]
    }

    /// The folded characters of `span`.
    pub(super) fn slice(&self, span: Span) -> &'d str {
        &self.text[span.range()]
    }

    /// The hit's sentence with the one before and the one after it in its block.
    pub(super) fn beside(&self) -> Span {
        let neighbour = |at: Option<usize>| {
            let sentence = at.and_then(|at| self.document.sentences.get(at));
            sentence.filter(|s| s.block == self.block).map(|s| s.span)
        };
        let before = neighbour(self.index.and_then(|at| at.checked_sub(1)));
        let after = neighbour(self.index.map(|at| at + 1));
        let start = before.map_or(self.sentence.start, |s| s.start.max(self.hit.start.saturating_sub(REACH)));
        let end = after.map_or(self.sentence.end, |s| s.end.min(self.hit.end.saturating_add(REACH)));
        // A reach counts bytes and may end within a character.
        Span::at(ceil_char(self.text, start as usize), ceil_char(self.text, end as usize))
    }

    /// The hit's own words.
    pub(super) fn words(&self) -> &'d str {
        self.slice(self.hit)
    }

    /// The sentence up to the hit.
    pub(super) fn before(&self) -> &'d str {
        self.slice(Span::new(self.sentence.start, self.hit.start))
    }

    /// The sentence from the end of the hit.
    pub(super) fn after(&self) -> &'d str {
        self.slice(Span::new(self.hit.end, self.sentence.end))
    }

    /// What stands between byte `from` and byte `to`.
    pub(super) fn between(&self, from: u32, to: u32) -> &'d str {
        self.slice(Span::new(from, to.max(from)))
    }
}

/// Whether `text` has no more than `most` words; looks no further than that.
pub(super) fn has_at_most(text: &str, most: u32) -> bool {
    words(text).take(most as usize + 1).count() <= most as usize
}

/// The words of `text`, first to last: runs of letters, digits and the apostrophes among them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_gap).filter(|w| is_word(w))
}

/// The words of `text`, last to first.
pub(super) fn words_back(text: &str) -> impl Iterator<Item = &str> {
    text.rsplit(is_gap).filter(|w| is_word(w))
}

fn is_gap(c: char) -> bool {
    !c.is_alphanumeric() && c != '\''
}

/// Whether `run` is more than quotation marks.
fn is_word(run: &str) -> bool {
    run.contains(|c: char| c != '\'')
}

/// The last `most` bytes of `text`, or a little less at a character's edge.
pub(super) fn tail(text: &str, most: usize) -> &str {
    &text[ceil_char(text, text.len().saturating_sub(most))..]
}

/// The first `most` bytes of `text`, or a little more at a character's edge.
pub(super) fn head(text: &str, most: usize) -> &str {
    &text[..ceil_char(text, most.min(text.len()))]
}

/// The first character edge at or after `at`.
fn ceil_char(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Bytes of a sentence that an annotation shows before its hit, and in all.
const SHOWN_BEFORE: u32 = 200;
const SHOWN: u32 = 400;

/// As much of the sentence `whole` around `hit` as an annotation shows; all spans count bytes of `content`.
pub(super) fn excerpt(content: &str, whole: Span, hit: Span) -> Span {
    let start = whole.start.min(hit.start).max(hit.start.saturating_sub(SHOWN_BEFORE)) as usize;
    let start = ceil_char(content, start);
    let end = whole.end.min(start as u32 + SHOWN).max(hit.end) as usize;
    Span::at(start, ceil_char(content, end))
}
