//! A passage is a piece of the document shown to a person, cleaned, with some of its words marked.

use std::io::{self, Write};

use super::look::Look;

/// Stands before marked words in a passage; no document's own, for control characters are cleaned away.
const OPEN: char = '\u{2}';
/// Stands after them.
const CLOSE: char = '\u{3}';
/// Most characters of marked words that are shown.
const LONGEST_MARK: usize = 240;

/// A passage with `words` marked between `before` and `after`.
pub(super) fn marked(before: &str, words: &str, after: &str) -> String {
    let (words, cut) = start_of(words, LONGEST_MARK);
    let mut out = String::with_capacity(before.len() + words.len() + after.len() + 8);
    clean(before, &mut out);
    out.push(OPEN);
    clean(words.trim_start(), &mut out);
    if cut {
        out.push_str(" \u{2026}");
    }
    out.push(CLOSE);
    clean(after, &mut out);
    out
}

/// The start of `text`, at most `most` characters, cut between words; and whether it was cut.
pub(in crate::report) fn start_of(text: &str, most: usize) -> (&str, bool) {
    match text.char_indices().nth(most) {
        Some((cut, _)) => {
            let start = &text[..cut];
            (start.rfind(char::is_whitespace).map_or(start, |space| &start[..space]), true)
        }
        None => (text, false),
    }
}

/// `text` for a person: white space folded, nothing that a terminal would obey.
pub(in crate::report) fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    clean(text.trim(), &mut out);
    out
}

fn clean(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !c.is_control() && !commands_direction(c) {
            out.push(c);
        }
    }
}

const fn commands_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Writes `passage` in lines no longer than the page, its marks as the look has it: the first line after `first`
/// blanks, the others after `rest`.
pub(super) fn set(passage: &str, (first, rest): (usize, usize), look: &Look, out: &mut impl Write) -> io::Result<()> {
    let mut indent = first;
    let mut pen = Pen { out, look, marking: false };
    let mut column = 0;
    for word in passage.split(' ').filter(|word| !word.is_empty()) {
        let width = width(word, look);
        if column == 0 {
            pen.blanks(indent)?;
        } else if column + 1 + width > look.room(indent) {
            pen.end_line()?;
            indent = rest;
            pen.blanks(indent)?;
            pen.resume()?;
            column = 0;
        } else {
            pen.out.write_all(b" ")?;
            column += 1;
        }
        pen.word(word)?;
        column += width;
    }
    pen.end_line()
}

fn width(word: &str, look: &Look) -> usize {
    word.chars().filter(|&c| !look.colour || (c != OPEN && c != CLOSE)).count()
}

struct Pen<'p, W> {
    out: &'p mut W,
    look: &'p Look,
    marking: bool,
}

impl<W: Write> Pen<'_, W> {
    fn blanks(&mut self, count: usize) -> io::Result<()> {
        write!(self.out, "{:count$}", "")
    }

    fn word(&mut self, word: &str) -> io::Result<()> {
        for piece in word.split_inclusive([OPEN, CLOSE]) {
            let text = piece.trim_end_matches([OPEN, CLOSE]);
            self.out.write_all(text.as_bytes())?;
            match piece.chars().next_back() {
                Some(OPEN) => self.mark(true)?,
                Some(CLOSE) => self.mark(false)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn mark(&mut self, on: bool) -> io::Result<()> {
        self.marking = on;
        let style = Look::mark();
        match (self.look.colour, on) {
            (true, true) => write!(self.out, "{style}"),
            (true, false) => write!(self.out, "{style:#}"),
            (false, true) => self.out.write_all(b"["),
            (false, false) => self.out.write_all(b"]"),
        }
    }

    fn resume(&mut self) -> io::Result<()> {
        if self.marking && self.look.colour {
            write!(self.out, "{}", Look::mark())?;
        }
        Ok(())
    }

    fn end_line(&mut self) -> io::Result<()> {
        if self.marking && self.look.colour {
            write!(self.out, "{:#}", Look::mark())?;
        }
        self.out.write_all(b"\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(passage: &str, colour: bool) -> String {
        let mut out = vec![];
        set(passage, (2, 2), &Look { colour, width: 42 }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn marks_with_brackets_when_there_is_no_colour() {
        let passage = marked("They were\n ", "safe\nand well", " when seen\u{1b}[31m at home by the visitor.");
        assert_eq!(
            shown(&passage, false),
            "  They were [safe and well] when seen[31m\n  at home by the visitor.\n"
        );
    }

    #[test]
    fn a_mark_ends_with_its_line_and_goes_on_in_the_next() {
        let passage = marked("Nobody had ever seen the child alone or ", "safe and well", ".");
        let shown = shown(&passage, true);
        for line in shown.lines() {
            assert_eq!(
                line.matches("\u{1b}[0m").count() * 3,
                line.matches('\u{1b}').count() - line.matches("\u{1b}[0m").count()
            );
        }
    }
}
