//! A `Mark` is what a file's own format says of a stretch of its text: this is a heading, this is a table cell.

use super::Span;

/// One statement of the format about a [`Span`] of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the text it speaks of.
    pub span: Span,
    /// What it says of them.
    pub kind: MarkKind,
}

/// What a format can say. Each kind but `Page` and `Label` makes one block of the document; cells of one place make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A paragraph of running text.
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// The text of one list item, without its nested lists.
    Item,
    /// A paragraph inside a block quotation.
    Quote,
    /// The text of a footnote.
    Note,
    /// One table cell: the table's number in the document, then row and column, all counted from 0.
    Cell {
        /// Which table.
        table: u32,
        /// Which row; the header row is row 0.
        row: u32,
        /// Which column.
        column: u32,
        /// Whether the format calls this row the table's header.
        header: bool,
    },
    /// A line of a table of contents.
    Contents,
    /// A number or label that the format prints before the block whose mark comes next, and that is not in the text:
    /// "7.1.2", "Finding Two". The span is empty and stands where the block begins.
    Label(Box<str>),
    /// A page begins at the span's start; pages count from 1.
    Page(u32),
}
