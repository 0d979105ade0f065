//! A `Look` is how text for people is set: in colour or not, and how wide.

use std::fmt::{self, Display};
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::annotation::Severity;

/// Columns under which no line is broken, however narrow the terminal.
const NARROWEST: usize = 40;

/// How text for people is set.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether colours and bold may be used; when not, brackets mark words.
    pub colour: bool,
    /// Columns of the page.
    pub width: usize,
}

/// Something in a style, or plain when the look has no colour.
pub(super) struct Styled<T> {
    style: Option<Style>,
    what: T,
}

impl<T: Display> Display for Styled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.style {
            Some(style) => write!(f, "{style}{}{style:#}", self.what),
            None => self.what.fmt(f),
        }
    }
}

impl Look {
    pub(super) fn styled<T: Display>(&self, style: Style, what: T) -> Styled<T> {
        Styled {
            style: self.colour.then_some(style),
            what,
        }
    }

    pub(super) fn title<T: Display>(&self, what: T) -> Styled<T> {
        self.styled(Style::new().bold(), what)
    }

    pub(super) fn faint<T: Display>(&self, what: T) -> Styled<T> {
        self.styled(Style::new().dimmed(), what)
    }

    /// The word for a severity; the word tells it, the colour only helps.
    pub(super) fn severity(&self, severity: Severity) -> Styled<&'static str> {
        let (colour, word) = match severity {
            Severity::High => (AnsiColor::Red, "HIGH"),
            Severity::Medium => (AnsiColor::Yellow, "MEDIUM"),
            Severity::Low => (AnsiColor::Cyan, "LOW"),
            Severity::Info => (AnsiColor::BrightBlack, "INFO"),
        };
        self.styled(colour.on_default().bold(), word)
    }

    /// The style of marked words.
    pub(super) const fn mark() -> Style {
        AnsiColor::Yellow.on_default().bold().underline()
    }

    /// The columns left for words after `indent` blanks.
    pub(super) fn room(&self, indent: usize) -> usize {
        self.width.max(NARROWEST).saturating_sub(indent).max(NARROWEST / 2)
    }

    /// Writes `words` in lines no longer than the page, each after `indent` blanks.
    pub(super) fn paragraph(&self, out: &mut impl Write, indent: usize, words: &str) -> io::Result<()> {
        super::passage::set(words, (indent, indent), self, out)
    }

    /// The same for an item of a list: lines after the first stand two blanks further in.
    pub(super) fn item(&self, out: &mut impl Write, indent: usize, words: &str) -> io::Result<()> {
        super::passage::set(words, (indent, indent + 2), self, out)
    }
}

/// `number` with commas between its thousands.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "1 document", "2,000 documents": `number` with its noun, which takes an s.
#[must_use]
pub fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(counted(1, "document"), "1 document");
        assert_eq!(counted(2_000, "document"), "2,000 documents");
    }
}
