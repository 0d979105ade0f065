//! A `Word` here is a run of letters, or a run of digits: the unit that phrases are filed under.

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// A hash of the word in small letters (FNV-1a, 64 bits; Fowler, Noll and Vo 1991).
    pub(super) hash: u64,
}

impl Word {
    /// Where no word stands.
    pub(super) const NONE: Self = Self { start: 0, end: 0, hash: 0 };
}

/// The words of `text[from..to]`, in order. Letters beyond ASCII belong to words; apostrophes and hyphens part them.
pub(super) fn words(text: &str, from: usize, to: usize) -> Words<'_> {
    Words {
        text: &text.as_bytes()[..to],
        at: from,
    }
}

/// An iterator over words.
pub(super) struct Words<'t> {
    text: &'t [u8],
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        loop {
            let &first = self.text.get(self.at)?;
            let width = letter_width(&self.text[self.at..]);
            if width > 0 {
                return Some(self.letters());
            }
            if first.is_ascii_digit() {
                return Some(self.digits());
            }
            // A sign of several bytes is stepped over byte by byte: no byte inside it begins a letter.
            self.at += 1;
        }
    }
}

impl Words<'_> {
    fn letters(&mut self) -> Word {
        let start = self.at;
        let mut hash = OFFSET;
        while let Some(&byte) = self.text.get(self.at) {
            if byte.is_ascii_alphabetic() {
                hash = mix(hash, byte | 0x20);
                self.at += 1;
                continue;
            }
            let width = letter_width(&self.text[self.at..]);
            if width == 0 {
                break;
            }
            for &byte in &self.text[self.at..self.at + width] {
                hash = mix(hash, byte);
            }
            self.at += width;
        }
        Word { start, end: self.at, hash }
    }

    fn digits(&mut self) -> Word {
        let start = self.at;
        let mut hash = OFFSET;
        while let Some(byte) = self.text.get(self.at).filter(|b| b.is_ascii_digit()) {
            hash = mix(hash, *byte);
            self.at += 1;
        }
        Word { start, end: self.at, hash }
    }
}

/// The hash of a word that is written in small letters.
pub(super) fn hash(word: &[u8]) -> u64 {
    word.iter().fold(OFFSET, |hash, &byte| mix(hash, byte))
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

const fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// Bytes of the letter that `bytes` opens with; 0 when it is none.
fn letter_width(bytes: &[u8]) -> usize {
    match bytes.first() {
        Some(b) if b.is_ascii_alphabetic() => 1,
        Some(0xC2..=0xF4) => super::window::first_char(bytes)
            .filter(|c| c.is_alphanumeric())
            .map_or(0, char::len_utf8),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_and_runs_of_digits() {
        let text = "The mother's caf\u{e9}\u{2014}ensured12 \u{201c}s&w\u{201d} 24/7";
        let found: Vec<&str> = words(text, 0, text.len()).map(|w| &text[w.start..w.end]).collect();
        assert_eq!(found, ["The", "mother", "s", "caf\u{e9}", "ensured", "12", "s", "w", "24", "7"]);
        let hash = |text: &str| words(text, 0, text.len()).next().unwrap().hash;
        assert_eq!(hash("Ensure"), hash("ensure"));
        assert_ne!(hash("ensure"), hash("ensured"));
    }
}
