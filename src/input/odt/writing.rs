//! A `Writing` is a paragraph while it is read: its characters, with blanks joined as the format asks.

use super::counter::Position;
use super::styles::Style;
use crate::input::flow::Done;

/// Most blanks that one element stands for.
const MOST_BLANKS: usize = 100;

/// What is known of a paragraph when it begins.
#[derive(Clone, Debug)]
pub(super) struct Facts<'s> {
    pub(super) style: &'s Style,
    /// Heading level, from 1.
    pub(super) level: Option<u8>,
    /// Where it stands among the lists.
    pub(super) position: Option<Position>,
}

/// A paragraph while it is read.
#[derive(Debug)]
pub(super) struct Writing<'s> {
    pub(super) facts: Facts<'s>,
    pub(super) text: String,
    /// Whether blanks that come next are left out, as after a blank.
    blank: bool,
    /// Whether its words are hidden now.
    pub(super) hidden: bool,
    /// Whether it began in inserted text.
    pub(super) inserted: bool,
    /// Whether a field hides it as a whole.
    pub(super) gone: bool,
    /// Paragraphs of text boxes that it carries; they come after it.
    pub(super) after: Vec<Done>,
}

impl<'s> Writing<'s> {
    pub(super) fn new(facts: Facts<'s>) -> Self {
        Self {
            hidden: facts.style.hidden.unwrap_or(false),
            facts,
            text: String::new(),
            blank: true,
            inserted: false,
            gone: false,
            after: Vec::new(),
        }
    }

    /// Adds characters; blanks, tabs and line ends in a row are one blank, and none at the beginning.
    pub(super) fn add(&mut self, characters: &str) {
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let mut rest = characters;
        while !rest.is_empty() {
            let end = rest.find(is_blank).unwrap_or(rest.len());
            if end > 0 {
                self.text.push_str(&rest[..end]);
                self.blank = false;
            }
            let after = rest[end..].trim_start_matches(is_blank);
            if after.len() < rest.len() - end && !self.blank {
                self.text.push(' ');
                self.blank = true;
            }
            rest = after;
        }
    }

    /// Adds a character as it is.
    pub(super) fn sign(&mut self, sign: char) {
        self.text.push(sign);
        self.blank = false;
    }

    /// Adds as many blanks.
    pub(super) fn blanks(&mut self, count: usize) {
        self.text.extend(std::iter::repeat_n(' ', count.min(MOST_BLANKS)));
        self.blank = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_joined_and_signs_are_kept() {
        let style = Style::default();
        let facts = Facts {
            style: &style,
            level: None,
            position: None,
        };
        let mut writing = Writing::new(facts);
        for words in [" \n one ", " two\t", "\n", "three", "four "] {
            writing.add(words);
        }
        writing.blanks(2);
        writing.add(" five");
        writing.sign('\t');
        writing.add("six");
        assert_eq!(writing.text, "one two threefour    five\tsix");
        writing.blanks(usize::MAX);
        assert!(writing.text.len() < 200);
    }
}
