//! A `Writing` is a paragraph while it is read: the characters of its runs, and where each came from.

use std::ops::Range;

use super::map::Piece;
use super::paragraph::Facts;
use crate::input::flow::Done;
use crate::text::Span;

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Writing {
    pub(super) facts: Facts,
    pub(super) text: String,
    /// Whether its pieces are wanted.
    pub(super) mapped: bool,
    pub(super) pieces: Vec<Piece>,
    /// Paragraphs of text boxes that it carries; they come after it.
    pub(super) after: Vec<Done>,
}

impl Writing {
    /// Adds characters as they stand in `raw` of the part, byte for byte; a line end in them is a blank.
    pub(super) fn copy(&mut self, characters: &str, raw: Range<usize>, run: u32) {
        let start = self.text.len();
        if characters.contains(['\n', '\r', '\t']) {
            self.text.push_str(&characters.replace(['\n', '\r', '\t'], " "));
        } else {
            self.text.push_str(characters);
        }
        self.piece(start, raw, run);
    }

    /// Adds the one character that `raw` stands for.
    pub(super) fn sign(&mut self, sign: char, raw: Range<usize>, run: u32) {
        let start = self.text.len();
        self.text.push(sign);
        self.piece(start, raw, run);
    }

    fn piece(&mut self, start: usize, raw: Range<usize>, run: u32) {
        if !self.mapped {
            return;
        }
        self.pieces.push(Piece {
            span: Span::at(start, self.text.len()),
            raw,
            run,
        });
    }

    /// Takes away the blanks around the characters from byte `from` and piece `first` on, as Word does where they are not
    /// said to be kept.
    pub(super) fn trim(&mut self, from: usize, first: usize) {
        let blank = |c: char| c == ' ';
        let end = from + self.text[from..].trim_end_matches(blank).len();
        self.text.truncate(end);
        while let Some(piece) = self.pieces[first..].last_mut().filter(|piece| piece.span.end as usize > end) {
            if piece.span.start as usize >= end {
                self.pieces.pop();
                continue;
            }
            piece.raw.end -= piece.span.end as usize - end;
            piece.span.end = end as u32;
        }
        let lead = end - from - self.text[from..].trim_start_matches(blank).len();
        if lead == 0 {
            return;
        }
        self.text.drain(from..from + lead);
        let mut kept = self.pieces.split_off(first);
        kept.retain(|piece| piece.span.end as usize > from + lead);
        for piece in &mut kept {
            let cut = (from + lead).saturating_sub(piece.span.start as usize);
            piece.raw.start += cut;
            piece.span = Span::at(piece.span.start as usize + cut - lead, piece.span.end as usize - lead);
        }
        self.pieces.append(&mut kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_are_not_kept_go_and_the_rest_still_leads_back() {
        let mut writing = Writing {
            mapped: true,
            ..Writing::default()
        };
        writing.copy("Seen", 10..14, 0);
        writing.copy("  at ", 20..25, 1);
        writing.sign('&', 25..30, 1);
        writing.copy(" home  ", 30..37, 1);
        writing.trim(4, 1);
        assert_eq!(writing.text, "Seenat & home");
        let pieces: Vec<_> = writing
            .pieces
            .iter()
            .map(|p| (&writing.text[p.span.range()], p.raw.clone()))
            .collect();
        assert_eq!(pieces, [("Seen", 10..14), ("at ", 22..25), ("&", 25..30), (" home", 30..35)]);
    }
}
