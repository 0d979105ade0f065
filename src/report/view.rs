//! A `View` is a scan seen from outside: its places in published units, its excerpts cut to size.

use std::borrow::Cow;

use crate::annotation::Annotation;
use crate::identity::Id;
use crate::reading::Read;
use crate::scan::Scan;
use crate::text::{MarkKind, Place, Places, Span};

use super::edition::Edition;
use super::json::v1::Stretch;

/// Code points on each side of an annotation's words.
const CONTEXT: usize = 32;
/// Bytes of a sentence that are shown on each side of an annotation's words; a bound on the size of each record.
const REACH: usize = 1_500;
/// Bytes of a heading that are shown.
const HEADING: usize = 200;

/// One scan and the maps that lead out of it.
pub struct View<'a> {
    /// What is looked at.
    pub scan: &'a Scan<'a>,
    /// The ids of its annotations.
    pub ids: &'a [Id],
    /// The terms it is published under.
    pub edition: &'a Edition<'a>,
    places: Places<'a>,
    /// Where each page begins (bytes), rising.
    pages: Vec<(u32, u32)>,
}

impl<'a> View<'a> {
    /// The view of `read`.
    #[must_use]
    pub fn new(read: &'a Read<'a>, edition: &'a Edition<'a>) -> Self {
        let marks = read.scan.text.marks.iter();
        let page = |mark: &crate::text::Mark| match mark.kind {
            MarkKind::Page(page) => Some((mark.span.start, page)),
            _ => None,
        };
        Self {
            scan: &read.scan,
            ids: &read.ids,
            edition,
            places: Places::new(&read.scan.text.content),
            pages: marks.filter_map(page).collect(),
        }
    }

    /// Where the byte at `offset` stands.
    #[must_use]
    pub fn place(&self, offset: u32) -> Place {
        self.places.place(offset)
    }

    /// Code points in the whole text.
    #[must_use]
    pub fn total_chars(&self) -> u32 {
        self.places.total_chars()
    }

    /// `span` in published units.
    #[must_use]
    pub fn stretch(&self, span: Span) -> Stretch {
        self.stretch_from(self.place(span.start), span)
    }

    /// `span`, whose start is known to stand at `start`, in published units.
    #[must_use]
    pub fn stretch_from(&self, start: Place, span: Span) -> Stretch {
        let end = self.place(span.end);
        let units = self.edition.units;
        Stretch {
            char_start: start.chars,
            char_end: end.chars,
            byte_start: units.byte.then_some(span.start),
            byte_end: units.byte.then_some(span.end),
            utf16_start: units.utf16.then_some(start.utf16),
            utf16_end: units.utf16.then_some(end.utf16),
        }
    }

    /// The span of the text behind a span of the folded copy.
    #[must_use]
    pub fn source(&self, folded: Span) -> Span {
        self.scan.document.source(folded, &self.scan.text.content)
    }

    /// The page that holds the byte at `offset`, when the format has pages.
    #[must_use]
    pub fn page(&self, offset: u32) -> Option<u32> {
        let after = self.pages.partition_point(|&(start, _)| start <= offset);
        after.checked_sub(1).map(|at| self.pages[at].1)
    }

    /// The number or label of the paragraph that `block` belongs to.
    #[must_use]
    pub fn paragraph(&self, block: u32) -> Option<&'a str> {
        let document = &self.scan.document;
        let entry = document.blocks.get(block as usize)?.paragraph?;
        document.outline.entries.get(entry as usize).map(|entry| entry.label.as_str())
    }

    /// The heading that `block` stands under.
    #[must_use]
    pub fn section(&self, block: u32) -> Option<&'a str> {
        let document = &self.scan.document;
        let heading = document.blocks.get(block as usize)?.section?;
        let words = document.fold.slice(document.blocks.get(heading as usize)?.body);
        self.shown(&words[..words.floor_char_boundary(HEADING)])
    }

    /// Where `block` is, for a person: its paragraph, or else the heading it stands under.
    #[must_use]
    pub fn whereabouts(&self, block: u32) -> Option<&'a str> {
        self.paragraph(block).or_else(|| self.section(block))
    }

    /// The name of the zone of `block`.
    #[must_use]
    pub fn zone(&self, block: u32) -> Option<&'static str> {
        self.scan.document.blocks.get(block as usize).map(|block| block.zone.name())
    }

    /// The words that `span` covers, when words may be shown.
    #[must_use]
    pub fn words(&self, span: Span) -> Option<&'a str> {
        self.shown(self.scan.text.slice(span))
    }

    /// The cleaned words of a span of the folded copy, when words may be shown.
    #[must_use]
    pub fn folded(&self, span: Span) -> Option<&'a str> {
        self.shown(self.scan.document.fold.slice(span))
    }

    /// `words`, when words may be shown.
    #[must_use]
    pub fn shown<T: ?Sized>(&self, words: &'a T) -> Option<&'a T> {
        self.edition.excerpts.then_some(words)
    }

    /// A sentence of candour's own, without the words of the document that it repeats between quotation marks when words
    /// may not be shown. A borrowed sentence is a rule's and repeats none.
    #[must_use]
    #[expect(clippy::ptr_arg, reason = "what is owned was made for this document")]
    pub fn said<'m>(&self, sentence: &'m Cow<'_, str>) -> Cow<'m, str> {
        match sentence {
            Cow::Owned(sentence) if !self.edition.excerpts => Cow::Owned(without_quotations(sentence)),
            sentence => Cow::Borrowed(sentence),
        }
    }

    /// The words just before `span`.
    #[must_use]
    pub fn prefix(&self, span: Span) -> Option<&'a str> {
        let before = &self.scan.text.content[..span.start as usize];
        let start = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        self.shown(&before[start..])
    }

    /// The words just after `span`.
    #[must_use]
    pub fn suffix(&self, span: Span) -> Option<&'a str> {
        let after = &self.scan.text.content[span.end as usize..];
        let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        self.shown(&after[..end])
    }

    /// The sentence of an annotation; where its words lie outside every sentence, as a printed number does, their block.
    #[must_use]
    pub fn sentence_of(&self, it: &Annotation<'_>) -> Span {
        let block = || Some(self.source(self.scan.document.blocks.get(it.block as usize)?.span));
        let holding = |span: &Span| span.contains(it.span);
        let sentence = Some(it.sentence).filter(holding);
        sentence.or_else(|| block().filter(holding)).unwrap_or(it.span)
    }

    /// The part of its sentence that is shown around an annotation.
    #[must_use]
    pub fn sentence(&self, it: &Annotation<'_>) -> Option<&'a str> {
        self.words(self.sentence_span(it))
    }

    /// Where that part stands.
    #[must_use]
    pub fn sentence_span(&self, it: &Annotation<'_>) -> Span {
        self.around(self.sentence_of(it), it.span, REACH)
    }

    /// The part of `sentence`, which holds `span`, that lies within `reach` bytes of it, at character boundaries.
    #[must_use]
    pub fn around(&self, sentence: Span, span: Span, reach: usize) -> Span {
        let content = &self.scan.text.content;
        let low = content.ceil_char_boundary((span.start as usize).saturating_sub(reach));
        let high = content.floor_char_boundary((span.end as usize + reach).min(content.len()));
        Span::at(low.max(sentence.start as usize), high.min(sentence.end as usize))
    }
}

/// `sentence` with an ellipsis for whatever stands between curly quotation marks.
fn without_quotations(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('\u{201c}') {
        out.push_str(before);
        out.push_str("\u{201c}\u{2026}\u{201d}");
        rest = after.split_once('\u{201d}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::without_quotations;

    #[test]
    fn quotations_of_the_document_can_be_left_out() {
        let said = "Action One is marked \u{201c}Completed\u{201d}, and says \u{201c}much of this\u{201d}.";
        assert_eq!(
            without_quotations(said),
            "Action One is marked \u{201c}\u{2026}\u{201d}, and says \u{201c}\u{2026}\u{201d}."
        );
        assert_eq!(without_quotations("cut \u{201c}off"), "cut \u{201c}\u{2026}\u{201d}");
    }
}
