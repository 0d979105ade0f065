//! A label is the number or name that a format prints before a block and that is not in its text; the fold shows it.

use super::{Folder, Span};

impl Folder<'_> {
    /// Writes a label before the words at `at`; a tab parts them, so that "Finding 2" is told from "Finding 2 refers".
    pub(super) fn label(&mut self, label: &str, at: u32) {
        let Some(word) = self.word_at(at) else { return };
        let start = self.fold.text.len();
        let smooth = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = smooth.starts_with(char::is_alphabetic) && smooth.contains(' ');
        self.fold.text.push_str(&smooth);
        self.fold.text.push(if words { '\t' } else { ' ' });
        self.fold
            .anchors
            .extend((start..self.fold.text.len()).map(|folded| (folded as u32, at)));
        self.fold.labels.push((Span::at(start, self.fold.text.len()), word));
    }

    /// The word at or after byte `at`, or else the last one before it.
    fn word_at(&self, at: u32) -> Option<Span> {
        let at = at as usize;
        let rest = &self.content[at..];
        let text = rest.trim_start();
        if !text.is_empty() {
            let start = self.content.len() - text.len();
            let len = text.find(char::is_whitespace).unwrap_or(text.len());
            return Some(Span::at(start, start + len));
        }
        let before = self.content[..at].trim_end();
        let start = before
            .rfind(char::is_whitespace)
            .map_or(0, |blank| self.content.ceil_char_boundary(blank + 1));
        (!before.is_empty()).then(|| Span::at(start, before.len()))
    }
}
