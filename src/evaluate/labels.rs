//! A `Labelled` text has labels in it: `[[the words::what is said of them]]`. Taken apart, it is the document that the
//! program reads, and the labels with their places.

use std::fmt;

use crate::text::Span;

/// What is wrong with a gold document, and in which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, as the rest of a sentence.
    pub problem: String,
}

impl fmt::Display for GoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl std::error::Error for GoldError {}

/// A label as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written<'t> {
    /// The words it is set on (bytes of the document without its labels).
    pub(super) span: Span,
    /// What is said of them.
    pub(super) said: &'t str,
    /// Line of the labelled text, from 1.
    pub(super) line: usize,
}

/// A document and what was written into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Labelled<'t> {
    /// The document.
    pub(super) content: String,
    /// Its labels, in the order of their places.
    pub(super) labels: Vec<Written<'t>>,
}

impl<'t> Labelled<'t> {
    /// Takes the labels out of `text`.
    ///
    /// # Errors
    /// The first label that is not closed, or says nothing.
    pub(super) fn read(text: &'t str) -> Result<Self, GoldError> {
        let mut content = String::with_capacity(text.len());
        let mut labels = Vec::new();
        let mut rest = text;
        let mut line = 1;
        while let Some(open) = rest.find("[[") {
            content.push_str(&rest[..open]);
            line += rest[..open].matches('\n').count();
            let problem = |problem: &str| GoldError {
                line,
                problem: problem.to_owned(),
            };
            let inner = &rest[open + 2..];
            let close = inner.find("]]").ok_or_else(|| problem("a label is not closed"))?;
            let (words, said) = inner[..close].rsplit_once("::").ok_or_else(|| problem("a label has no `::`"))?;
            let start = content.len();
            content.push_str(words);
            labels.push(Written {
                span: Span::at(start, content.len()),
                said,
                line,
            });
            line += words.matches('\n').count();
            rest = &inner[close + 2..];
        }
        content.push_str(rest);
        Ok(Self { content, labels })
    }
}
