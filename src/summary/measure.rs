//! A `Measure` is how much running text a document holds, the ground that every rate stands on.

use super::statistics::may_have_rate;
use crate::document::{Block, Document, Zone};

/// The size of the running text: paragraphs, lists, tables, quotations and notes; headings and contents pages apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Words: stretches without a space that hold a letter or digit. A hyphen ends a word.
    pub words: u64,
    /// Sentences, and bullets and cells that are none.
    pub sentences: u64,
}

/// The size of `document`.
#[must_use]
pub fn measure(document: &Document) -> Measure {
    let sentences = document.sentences.iter();
    Measure {
        words: paragraphs(document).iter().sum(),
        sentences: sentences
            .filter(|sentence| is_running(document.blocks[sentence.block as usize].zone))
            .count() as u64,
    }
}

/// The words of each block of `document`; none for headings and contents pages.
pub(super) fn paragraphs(document: &Document) -> Vec<u64> {
    let blocks = document.blocks.iter();
    let size = |block: &Block| {
        if is_running(block.zone) {
            words(document.fold.slice(block.body))
        } else {
            0
        }
    };
    blocks.map(size).collect()
}

/// Whether a block of `zone` holds running text.
pub(super) const fn is_running(zone: Zone) -> bool {
    !matches!(zone, Zone::Heading | Zone::Contents)
}

/// `count` in a thousand words to two places; `None` when either is too small for a rate to mean anything.
#[must_use]
pub fn per_thousand(count: u64, words: u64) -> Option<f64> {
    may_have_rate(count, words).then(|| (count as f64 * 100_000.0 / words as f64).round() / 100.0)
}

/// How many words `text` has.
pub(super) fn words(text: &str) -> u64 {
    let mut count = 0;
    let mut inside = false;
    for &byte in text.as_bytes() {
        if byte == b' ' || byte == b'\n' {
            inside = false;
        } else if !inside && (byte.is_ascii_alphanumeric() || byte >= 0x80) {
            inside = true;
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hold_a_letter_or_digit() {
        assert_eq!(words(""), 0);
        assert_eq!(words("7.2.8 The boy's (first) - visit"), 5);
    }

    #[test]
    fn small_numbers_give_no_rate() {
        assert_eq!(per_thousand(4, 100_000), None);
        assert_eq!(per_thousand(50, 999), None);
        assert_eq!(per_thousand(5, 1_000), Some(5.0));
        assert_eq!(per_thousand(7, 3_000), Some(2.33));
    }
}
