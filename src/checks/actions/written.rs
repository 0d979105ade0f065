//! What is `written` is a name as the document's own text has it: the folded copy writes "Achebe Wise" for "Achebe-Wise".

use crate::document::Document;
use crate::text::{Span, Text};

/// The words of the folded `span` with the hyphens that the text has in them.
pub(super) fn written(document: &Document, source: &Text, span: Span) -> String {
    let folded = document.fold.slice(span);
    let mut words = String::with_capacity(folded.len());
    let mut end = None;
    for (at, c) in folded.char_indices() {
        let from = document.source(
            Span::new(span.start + at as u32, span.start + (at + c.len_utf8()) as u32),
            &source.content,
        );
        // A line end may have cut a name at its hyphen, and the fold mended the word.
        let gap = end
            .filter(|&end| end < from.start)
            .map_or("", |end| source.slice(Span::new(end, from.start)));
        if c.is_uppercase() && is_hyphen(gap.chars().next()) && words.ends_with(char::is_alphabetic) {
            words.push('-');
        }
        let hyphen = c == ' ' && is_hyphen(source.slice(from).chars().next());
        words.push(if hyphen { '-' } else { c });
        end = Some(from.end);
    }
    words
}

fn is_hyphen(c: Option<char>) -> bool {
    matches!(c, Some('-' | '\u{2010}' | '\u{2011}'))
}
