//! A `count` of terms is how often each stands in a text in any case, and which of them stand there as words in small letters.

use std::collections::{HashMap, HashSet};

/// How often each term of `named` stands in `content`, in any case, whatever sticks to it.
pub(super) fn times(content: &str, named: &HashSet<&str>) -> HashMap<String, usize> {
    let mut times: HashMap<String, usize> = HashMap::new();
    let outlines = Outlines::of(named);
    let counted = |word: &str| (2..LONGEST_COUNTED).contains(&word.len()) && outlines.fit(word);
    for word in letters_of(content).map(|(_, word)| word).filter(|word| counted(word)) {
        // In small letters a word of two is a word.
        let plural = word.strip_suffix('s').filter(|head| named.contains(head));
        let mut letters = [0; LONGEST_COUNTED];
        let head = plural.unwrap_or_else(|| in_capitals(word, &mut letters));
        if named.contains(head) && (word.len() > 2 || word == head) {
            *times.entry(head.to_owned()).or_default() += 1;
        }
    }
    times
}

/// The terms of `named` that stand in `text` in small letters too.
pub(super) fn words(text: &str, named: &HashSet<&str>) -> HashSet<String> {
    let mut found = HashSet::new();
    let longest = named.iter().map(|term| term.len()).max().unwrap_or(0);
    let mut letters = vec![0; longest];
    let outlines = Outlines::of(named);
    for (at, word) in letters_of(text).filter(|(_, word)| outlines.fit(word)) {
        let stuck = text[..at].ends_with(char::is_alphanumeric) || text[at + word.len()..].starts_with(char::is_alphanumeric);
        let small = !stuck && (2..=longest).contains(&word.len()) && word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        let term = if small { in_capitals(word, &mut letters) } else { "" };
        if named.contains(term) && !found.contains(term) {
            found.insert(term.to_owned());
        }
    }
    found
}

/// The runs of plain letters in `text`, each with its first byte.
fn letters_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_alphabetic)?;
        at = start + bytes[start..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        Some((start, &text[start..at]))
    })
}

/// For each letter, the lengths of the terms that begin with it: nearly every word of a text is known by them to be none.
struct Outlines([u32; 26]);

impl Outlines {
    fn of(named: &HashSet<&str>) -> Self {
        let mut lengths = [0; 26];
        for term in named {
            if let Some(first @ b'A'..=b'Z') = term.bytes().next() {
                lengths[usize::from(first - b'A')] |= 1 << term.len().min(31);
            }
        }
        Self(lengths)
    }

    /// Whether `word`, in any case, may be a term or the plural of one.
    fn fit(&self, word: &str) -> bool {
        let first = word.bytes().next().map_or(0, |first| first.to_ascii_uppercase());
        let lengths = self.0.get(usize::from(first.wrapping_sub(b'A'))).copied().unwrap_or(0);
        lengths >> word.len().min(31) & 1 == 1 || lengths >> word.len().saturating_sub(1).min(31) & 1 == 1
    }
}

/// Letters from which a word is none of the acronyms that are counted.
const LONGEST_COUNTED: usize = 10;

/// `word` in capitals, written into `letters`, which are as long at least.
fn in_capitals<'l>(word: &str, letters: &'l mut [u8]) -> &'l str {
    let letters = &mut letters[..word.len()];
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_uppercase();
    std::str::from_utf8(letters).unwrap_or("")
}
