//! A `token` is one word of a sentence, and what stands before it.

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    /// As written, without a possessive ending.
    pub text: &'t str,
    /// First byte in the sentence.
    pub start: u32,
    /// After the last byte.
    pub end: u32,
    /// Whether it ends in 's or s'.
    pub owner: bool,
    /// The gravest sign between the word before and this one.
    pub before: Sign,
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Nothing but blanks, hyphens and brackets.
    Blank,
    /// A comma.
    Comma,
    /// Anything that ends a clause: a semicolon, a colon, a dash, a quotation mark.
    Clause,
}

impl Token<'_> {
    /// Whether the word is `word`, whatever its capitals.
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether the word is one of `words`, whatever its capitals.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }
}

/// The words of `sentence`.
pub(super) fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(start) = sentence[from..].find(char::is_alphanumeric).map(|at| at + from) {
        let rest = &sentence[start..];
        let inside = |c: char| c.is_alphanumeric() || c == '\'';
        let length = rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
        let whole = rest[..length].trim_end_matches('\'');
        let possessive = whole.strip_suffix("'s").or_else(|| whole.strip_suffix("'S"));
        // The mark after a plural is dropped above: "the parents' wishes".
        let owner = possessive.is_some() || (whole.len() < length && whole.ends_with('s') && !rest[length..].is_empty());
        tokens.push(Token {
            text: possessive.unwrap_or(whole),
            start: start as u32,
            end: (start + whole.len()) as u32,
            owner,
            before: sign(&sentence[from..start]),
        });
        from = start + length;
    }
    tokens
}

fn sign(between: &str) -> Sign {
    let one = |c: char| match c {
        ',' => Sign::Comma,
        ';' | ':' | '"' | '\u{2013}' | '\u{2014}' | '?' | '!' | '|' => Sign::Clause,
        _ => Sign::Blank,
    };
    between.chars().map(one).max().unwrap_or(Sign::Blank)
}
