//! A `hyphen` at a line's end parts a word or joins two; the document's own words tell which, or it stays as printed.

use std::collections::HashSet;

use super::block::Block;

/// The words of a document as they stand inside its lines, lower case, hyphenated ones whole.
#[derive(Debug, Default)]
pub(super) struct Words(HashSet<String>);

/// What becomes of a line end after a hyphen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The hyphen goes and the word is one.
    Joined,
    /// The hyphen belongs to the word, which is one.
    Kept,
    /// Nobody can say: line end and hyphen stay.
    Open,
}

impl Words {
    /// The words of all blocks; none when no line ends in a hyphen.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let lines = || blocks.iter().flat_map(|b| &b.strips).map(|s| s.text.as_str());
        if !lines().any(|line| line.ends_with(['-', '\u{ad}', '\u{2010}'])) {
            return Self::default();
        }
        let mut words = HashSet::new();
        for line in lines() {
            for word in line.split(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '\u{2010}'))) {
                if word.len() > 2 && !word.ends_with(['-', '\u{2010}']) {
                    words.insert(word.replace('\u{2010}', "-").to_lowercase());
                }
            }
        }
        Self(words)
    }

    /// What becomes of the end of `line` before `next`.
    pub(super) fn cut(&self, line: &str, next: &str) -> Cut {
        let soft = line.ends_with('\u{ad}');
        let Some(head) = line.strip_suffix(['-', '\u{2010}', '\u{ad}']) else {
            return Cut::Open;
        };
        let start = head
            .rfind(|c: char| !(c.is_alphabetic() || c == '-'))
            .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
        let before = head[start..].to_lowercase();
        let after: String = next
            .chars()
            .take_while(|c| c.is_alphabetic() || *c == '-')
            .collect::<String>()
            .to_lowercase();
        if soft && (before.is_empty() || after.is_empty()) {
            return Cut::Joined;
        }
        if before.is_empty() || after.is_empty() || !next.starts_with(char::is_lowercase) {
            return Cut::Open;
        }
        let joined = self.0.contains(&format!("{before}{after}"));
        match (joined, self.0.contains(&format!("{before}-{after}"))) {
            (true, false) => Cut::Joined,
            (false, true) => Cut::Kept,
            _ if soft => Cut::Joined,
            _ => Cut::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::strip::Strip;
    use super::*;

    #[test]
    fn the_documents_own_words_decide() {
        let strip = |text: &str| Strip {
            text: text.into(),
            ..Strip::default()
        };
        let lines = ["safeguarding and multi-agency work", "a safe-", "x"].map(strip);
        let words = Words::of(&[Block::of(lines.to_vec())]);
        assert_eq!(words.cut("their safe-", "guarding duty"), Cut::Joined);
        assert_eq!(words.cut("a multi-", "agency plan"), Cut::Kept);
        assert_eq!(words.cut("a well-", "being plan"), Cut::Open);
        assert_eq!(words.cut("pages 4-", "6 of it"), Cut::Open);
        assert_eq!(words.cut("en\u{ad}", "sure"), Cut::Joined);
    }
}
