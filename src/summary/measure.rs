//! A `Measure` is how much running text a document holds, the ground that every rate stands on.

use crate::document::{Document, Zone};

/// The size of the running text: paragraphs, lists, tables, quotations and notes; headings and contents pages apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Words: stretches without a space that hold a letter or digit. A hyphen ends a word.
    pub words: u64,
    /// Sentences, and bullets and cells that are none.
    pub sentences: u64,
}

/// Fewest hits from which a rate is given.
const FEWEST_HITS: u64 = 5;
/// Fewest words for which a rate is given.
const FEWEST_WORDS: u64 = 1_000;

/// The size of `document`.
#[must_use]
pub fn measure(document: &Document) -> Measure {
    let running = |zone: Zone| !matches!(zone, Zone::Heading | Zone::Contents);
    let blocks = document.blocks.iter().filter(|block| running(block.zone));
    let sentences = document.sentences.iter();
    Measure {
        words: blocks.map(|block| words(document.fold.slice(block.body))).sum(),
        sentences: sentences
            .filter(|sentence| running(document.blocks[sentence.block as usize].zone))
            .count() as u64,
    }
}

/// `count` in a thousand words to two places; `None` when either is too small for a rate to mean anything.
#[must_use]
pub fn per_thousand(count: u64, words: u64) -> Option<f64> {
    let enough = count >= FEWEST_HITS && words >= FEWEST_WORDS;
    enough.then(|| (count as f64 * 100_000.0 / words as f64).round() / 100.0)
}

fn words(text: &str) -> u64 {
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
