//! An `Excerpt` is the sentence of an annotation, as much of it as a person needs, in three pieces: what stands before the
//! words, the words, and what stands after them.

use std::borrow::Cow;

use crate::annotation::Annotation;

use super::text::passage::{cleaned, start_of};
use super::view::View;

/// Bytes of the sentence that are shown on each side of the words.
const REACH: usize = 160;
/// How many related places are shown with an excerpt.
pub(super) const RELATED: usize = 3;
/// Most characters of a related place that are shown.
pub(super) const QUOTED: usize = 100;
/// Most characters of a heading that tell where something is.
const HEADING: usize = 48;

/// A sentence with the words that are remarked on, as the document has them.
pub(super) struct Excerpt<'a> {
    /// What stands before the words.
    pub(super) before: Cow<'a, str>,
    /// The words.
    pub(super) words: &'a str,
    /// What stands after them.
    pub(super) after: Cow<'a, str>,
}

impl<'a> Excerpt<'a> {
    /// The excerpt for `it`; `None` when the document's words may not be shown.
    pub(super) fn new(view: &View<'a>, it: &Annotation<'_>) -> Option<Self> {
        let words = view.words(it.span)?;
        let content = &view.scan.text.content;
        let sentence = view.sentence_of(it);
        let around = view.around(sentence, it.span, REACH);
        let before = &content[around.start as usize..it.span.start as usize];
        let after = &content[it.span.end as usize..around.end as usize];
        Some(Self {
            before: if around.start > sentence.start {
                without_first_word(before)
            } else {
                before.into()
            },
            words,
            after: if around.end < sentence.end {
                without_last_word(after)
            } else {
                after.into()
            },
        })
    }
}

/// Where `block` is, for a person: "paragraph 7.1.3", or the start of the heading it stands under.
pub(super) fn whereabouts(view: &View<'_>, block: u32) -> Option<String> {
    let words = cleaned(view.whereabouts(block)?);
    let (words, cut) = start_of(&words, HEADING);
    let paragraph = if words.starts_with(|c: char| c.is_ascii_digit()) {
        "paragraph "
    } else {
        ""
    };
    let ellipsis = if cut { " \u{2026}" } else { "" };
    Some(format!("{paragraph}{words}{ellipsis}"))
}

/// `text` with an ellipsis for the word at its start, which may be cut.
fn without_first_word(text: &str) -> Cow<'_, str> {
    let rest = text.find(char::is_whitespace).map_or("", |at| &text[at..]);
    Cow::Owned(format!("\u{2026}{rest}"))
}

/// `text` with an ellipsis for the word at its end, which may be cut.
fn without_last_word(text: &str) -> Cow<'_, str> {
    let rest = text.rfind(char::is_whitespace).map_or("", |at| &text[..at]);
    Cow::Owned(format!("{rest} \u{2026}"))
}
