//! A `Block` is a paragraph, heading, list item, table cell, note or margin line of a PDF, with the strips it is printed on.

use super::strip::{Strip, is_bullet, is_label};
use crate::text::MarkKind;

/// One block; its strips are in reading order.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) strips: Vec<Strip>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line printed over or under the text; it makes no block of the document.
    Margin,
    /// Text of this kind.
    Text(MarkKind),
}

impl Block {
    pub(super) const fn new(kind: MarkKind, strips: Vec<Strip>) -> Self {
        Self {
            kind: Kind::Text(kind),
            strips,
        }
    }

    /// A paragraph, or a list item when it opens with a bullet.
    pub(super) fn of(strips: Vec<Strip>) -> Self {
        let bulleted = strips.first().is_some_and(|s| opens_item(&s.text));
        Self::new(if bulleted { MarkKind::Item } else { MarkKind::Paragraph }, strips)
    }

    /// The page that its first strip stands on.
    pub(super) fn page(&self) -> u32 {
        self.strips.first().map_or(0, |s| s.page)
    }

    pub(super) fn is_cell(&self) -> bool {
        matches!(self.kind, Kind::Text(MarkKind::Cell { .. }))
    }

    /// Letters and signs of all its strips.
    pub(super) fn len(&self) -> usize {
        self.strips.iter().map(|s| s.text.len() + 1).sum()
    }
}

/// Whether a line opens with a bullet sign and a blank.
pub(super) fn opens_item(text: &str) -> bool {
    let mut chars = text.chars();
    let bullet = chars.next().is_some_and(|c| is_bullet(c) || c == 'o');
    bullet && chars.next().is_some_and(char::is_whitespace) && chars.any(char::is_alphanumeric)
}

/// Whether a line opens with a bullet or a printed number that has its own full stop or bracket.
pub(super) fn opens_numbered(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or("");
    let bare = word.bytes().all(|b| b.is_ascii_digit());
    opens_item(text) || (is_label(word) && !bare && word.len() > 1 && text.len() > word.len())
}

/// Whether a line that ends so ends a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closes = |c: char| {
        matches!(
            c,
            '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}'
        )
    };
    let bare = text.trim_end_matches(closes);
    bare.ends_with(['.', '?', '!', ':', ';', '\u{2026}'])
}

/// Whether a line goes on with a sentence: it opens with a small letter.
pub(super) fn goes_on(text: &str) -> bool {
    let opens = |c: char| matches!(c, '"' | '\'' | '\u{201c}' | '\u{2018}' | '(');
    text.trim_start_matches(opens).starts_with(char::is_lowercase) && !opens_item(text)
}
