//! A `Token` is a word, a number or a sign of a sentence, with the number of its stem among the weights.

use super::super::words::{hash, words};
use crate::text::Span;

/// The number of a stem that has no weights.
pub(super) const NONE: u32 = u32::MAX;

/// One word or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands (bytes of the fold).
    pub span: Span,
    /// Whether it is a word or a number, and no sign.
    pub is_word: bool,
    /// Its stem among the weights.
    pub(super) stem: u32,
}

/// Puts the tokens of `text[stretch]` into `tokens`. `number` gives the number of a stem for a token: whether it is the
/// first of the sentence, the hash of its form, its characters.
pub(super) fn number_tokens(text: &str, stretch: Span, tokens: &mut Vec<Token>, number: impl Fn(bool, u64, &str) -> u32) {
    tokens.clear();
    each(text, stretch, |span, is_word, key| {
        let stem = number(tokens.is_empty(), key, &text[span.range()]);
        tokens.push(Token { span, is_word, stem });
    });
}

/// Calls `take` for every token of `text[stretch]`: its place, whether it is a word or a number, the hash of its form.
pub(crate) fn each(text: &str, stretch: Span, mut take: impl FnMut(Span, bool, u64)) {
    let (from, to) = (stretch.start as usize, stretch.end as usize);
    let mut at = from;
    for word in words(text, from, to) {
        signs(text, at, word.start, &mut take);
        take(Span::at(word.start, word.end), true, word.hash);
        at = word.end;
    }
    signs(text, at, to, &mut take);
}

fn signs(text: &str, from: usize, to: usize, take: &mut impl FnMut(Span, bool, u64)) {
    let marks = text[from..to].char_indices().filter(|(_, mark)| !mark.is_whitespace());
    for (at, mark) in marks {
        let mut bytes = [0; 4];
        let key = hash(mark.encode_utf8(&mut bytes).as_bytes());
        take(Span::at(from + at, from + at + mark.len_utf8()), false, key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_signs() {
        let text = "She didn't \u{2013} \"ok\" at 9.30.";
        let mut found = Vec::new();
        each(text, Span::at(0, text.len()), |span, is_word, _| {
            found.push((&text[span.range()], is_word));
        });
        let all: Vec<&str> = found.iter().map(|(word, _)| *word).collect();
        assert_eq!(
            all,
            ["She", "didn", "'", "t", "\u{2013}", "\"", "ok", "\"", "at", "9", ".", "30", "."]
        );
        assert_eq!(found.iter().filter(|(_, is_word)| *is_word).count(), 7);
    }
}
