//! A `Text` is the plain text of one file, with what its format itself says about it.
//!
//! Every offset that candour publishes counts in a `Text`'s content: line feeds only, no byte-order mark.
//! Positions inside the program are byte [`Span`]s; lines, columns, characters and UTF-16 units appear only at
//! the edge, through [`Places`].

pub mod cardinal;
mod fold;
mod lexicon;
mod mark;
mod place;
mod run;
mod span;

pub use fold::{Fold, Folder, fold_phrase};
pub use lexicon::Lexicon;
pub use mark::{Mark, MarkKind};
pub use place::{Place, Places};
pub use span::Span;

/// The file format a [`Text`] was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text in any supported encoding.
    Text,
    /// CommonMark with tables and footnotes.
    Markdown,
    /// A Word document.
    Docx,
    /// Portable Document Format.
    Pdf,
    /// A web page.
    Html,
    /// An OpenDocument text.
    Odt,
}

impl Format {
    /// The format's name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Odt => "odt",
        }
    }
}

/// The plain text of a file and the format's own statements about it.
#[derive(Clone, Debug)]
pub struct Text {
    /// The extracted characters: `\n` line ends, no byte-order mark.
    pub content: String,
    /// What the format said, ordered by start; empty for plain text.
    pub marks: Vec<Mark>,
    /// Bytes that are the format's syntax and not words (emphasis signs, link addresses), ordered, not overlapping.
    pub syntax: Vec<Span>,
    /// The format the file was read as.
    pub format: Format,
    /// What the reader had to guess or mend, as sentences for a person.
    pub warnings: Vec<String>,
}

impl Text {
    /// The characters that `span` covers.
    ///
    /// # Panics
    /// When `span` reaches past the content or cuts a character; spans made by this crate never do.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.content[span.range()]
    }
}
