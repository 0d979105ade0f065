//! A `Lexicon` is a set of words that are known to be words, used to mend a word cut by a line end.

use std::collections::HashSet;

/// Known lower-case words.
#[derive(Clone, Debug, Default)]
pub struct Lexicon(HashSet<Box<str>>);

impl Lexicon {
    /// Whether `word` (already lower case) is known.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

impl<'a> FromIterator<&'a str> for Lexicon {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        Self(words.into_iter().map(Into::into).collect())
    }
}
