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

    /// The word just after byte `at`, or else the last one just before it; a blank where neither is near.
    fn word_at(&self, at: u32) -> Option<Span> {
        const NEAR: usize = 200;
        let at = at as usize;
        let high = self.content.floor_char_boundary((at + NEAR).min(self.content.len()));
        let low = self.content.ceil_char_boundary(at.saturating_sub(NEAR));
        let (before, after) = (&self.content[low..at], &self.content[at..high]);
        let text = after.trim_start();
        if !text.is_empty() {
            let start = high - text.len();
            let len = text.find(char::is_whitespace).unwrap_or(text.len());
            return Some(Span::at(start, start + len));
        }
        if let Some(blank) = after.chars().next() {
            return Some(Span::at(at, at + blank.len_utf8()));
        }
        let text = before.trim_end();
        let start = text
            .rfind(char::is_whitespace)
            .map_or(0, |blank| text.ceil_char_boundary(blank + 1));
        (!text.is_empty()).then(|| Span::at(low + start, low + text.len()))
    }
}
