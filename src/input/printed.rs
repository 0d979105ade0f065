//! What is `Printed` before a paragraph is a bullet, or a number or label that the document counts; it helps to say what the
//! paragraph is.

use crate::text::MarkKind;

/// Longest printed number that is believed, in bytes.
pub(super) const LONGEST: usize = 120;

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// A sign that says no more than "an item".
    Bullet,
    /// A number or label, and the level of its list, from 0.
    Label(String, u8),
}

/// What a paragraph of running text is that has heading `level`, from 1, in a style that `quotes` or not.
pub(super) fn kind(level: Option<u8>, quotes: bool, printed: Option<&Printed>) -> MarkKind {
    match (level, printed) {
        (Some(level), _) => MarkKind::Heading(level.clamp(1, 6)),
        _ if quotes => MarkKind::Quote,
        (None, Some(Printed::Bullet)) => MarkKind::Item,
        (None, Some(Printed::Label(label, depth))) if is_item(label, *depth) => MarkKind::Item,
        _ => MarkKind::Paragraph,
    }
}

/// Whether a style of that name, lower case, sets words as a quotation.
pub(super) fn is_quotation(style: &str) -> bool {
    matches!(style, "quote" | "intense quote" | "block text" | "quotations")
}

/// Whether a label counts the items of a list, "(a)", "iv.", and no paragraphs, "7.1.2", "Finding 3".
pub(super) fn is_item(label: &str, depth: u8) -> bool {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let digits = label.bytes().any(|b| b.is_ascii_digit());
    words.count() == 1
        && if digits {
            depth > 0
        } else {
            label.chars().filter(|c| c.is_alphabetic()).count() < 6
        }
}
