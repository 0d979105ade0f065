//! A `Lexicon` is a set of words that are known to be words, used to mend a word cut by a line end.

use std::cmp::Ordering;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

/// Known words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// Words in their order, each on a line: read as one piece, and asked seldom.
    sorted: String,
    /// Words added since.
    more: HashSet<Box<str>>,
}

impl Lexicon {
    /// Whether `word` (already lower case) is known.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.more.contains(word) || is_line(self.sorted.as_bytes(), word.as_bytes())
    }

    /// Adds `word`.
    pub fn add(&mut self, word: &str) {
        if !word.is_empty() && !self.knows(word) {
            self.more.insert(word.into());
        }
    }

    /// The same words, all in their order.
    #[must_use]
    pub fn settled(self) -> Self {
        let mut words: Vec<&str> = self.sorted.lines().chain(self.more.iter().map(|word| &**word)).collect();
        words.sort_unstable();
        Self {
            sorted: words.join("\n"),
            more: HashSet::new(),
        }
    }
}

/// Whether `word` is one of the ordered `lines`.
fn is_line(mut lines: &[u8], word: &[u8]) -> bool {
    while !lines.is_empty() {
        let (before, after) = lines.split_at(lines.len() / 2);
        let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = before.len() + after.iter().position(|&b| b == b'\n').unwrap_or(after.len());
        lines = match lines[start..end].cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => lines.get(end + 1..).unwrap_or_default(),
            Ordering::Greater => &lines[..start],
        };
    }
    false
}

impl<'a> FromIterator<&'a str> for Lexicon {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let mut lexicon = Self::default();
        words.into_iter().for_each(|word| lexicon.add(word));
        lexicon
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn every_word_is_found_again_and_no_other() {
        let words = ["ensure", "a", "zeal", "effective", "effect", "caf\u{e9}"];
        for count in 0..words.len() {
            let lexicon: Lexicon = words[..count].iter().copied().collect();
            for lexicon in [lexicon.clone(), lexicon.settled()] {
                words[..count].iter().for_each(|word| assert!(lexicon.knows(word), "{word}"));
                assert!(["effectiv", "b", "zz", words[count]].iter().all(|word| !lexicon.knows(word)));
            }
        }
    }
}
