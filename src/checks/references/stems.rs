//! The `Stems` of a document are its words folded to what they share with their inflections (Porter, "Snowball", 2001). A
//! document says most of its words again and again, and to stem one takes longer than to look it up: each is stemmed once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The stem of `word`, which is in small letters.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    STEMMER.stem(word)
}

/// The words met so far, and their stems.
#[derive(Debug, Default)]
pub(super) struct Stems(RefCell<Met>);

#[derive(Debug, Default)]
struct Met {
    /// For each word, the number of its stem.
    words: HashMap<String, u32>,
    stems: HashMap<String, u32>,
}

impl Stems {
    /// The number of the stem of `word`, which is in small letters; numbers count from 0.
    pub(super) fn of(&self, word: &str) -> u32 {
        let mut met = self.0.borrow_mut();
        if let Some(&stem) = met.words.get(word) {
            return stem;
        }
        let next = met.stems.len() as u32;
        let stem = *met.stems.entry(stem(word).into_owned()).or_insert(next);
        met.words.insert(word.to_owned(), stem);
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn inflections_have_one_stem() {
        let stems = Stems::default();
        let first = stems.of("agreements");
        assert_eq!(stems.of("agreement"), first);
        assert_eq!(stems.of("agreements"), first);
        assert_ne!(stems.of("supervision"), first);
    }
}
