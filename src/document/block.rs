//! A `Block` is one paragraph, heading, list item, table cell, footnote or contents line.

use crate::text::Span;

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The whole block (folded bytes), number or bullet included.
    pub span: Span,
    /// The block without its printed number or bullet.
    pub body: Span,
    /// What kind of block.
    pub zone: Zone,
    /// Heading level from 1; 0 for every other zone.
    pub level: u8,
    /// Where in which table; `None` outside tables.
    pub cell: Option<Cell>,
    /// The outline entry of the paragraph it belongs to: its own, or the nearest before it.
    pub paragraph: Option<u32>,
    /// Index of the nearest heading block before it.
    pub section: Option<u32>,
    /// What the block is part of, for rules that are a fault in a plan and normal in narrative.
    pub setting: Setting,
}

/// What kind of block it is; the names are those of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Running text.
    Paragraph,
    /// A heading, numbered or not.
    Heading,
    /// A table cell.
    Table,
    /// A list item.
    List,
    /// The text of a note.
    Footnote,
    /// A line of the contents page.
    Contents,
    /// A paragraph set as a quotation.
    Quote,
}

impl Zone {
    /// The zone's name in the JSON contract and in packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Table => "table",
            Self::List => "list",
            Self::Footnote => "footnote",
            Self::Contents => "contents",
            Self::Quote => "quote",
        }
    }
}

/// What a block is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// An action or a row of a plan.
    Plan,
    /// A recommendation, learning point, or other statement of what should change.
    Recommendation,
    /// Minutes of a meeting, outside their action lines.
    Minutes,
    /// Narrative, analysis, chronology: what happened.
    Narrative,
    /// A glossary, list of acronyms, reference list or title page.
    Matter,
}

impl Setting {
    /// The setting's name in packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Recommendation => "recommendation",
            Self::Minutes => "minutes",
            Self::Narrative => "narrative",
            Self::Matter => "matter",
        }
    }
}

/// A cell's place in a document's tables, all counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which table.
    pub table: u32,
    /// Which row.
    pub row: u32,
    /// Which column.
    pub column: u32,
    /// Whether its row is the header.
    pub header: bool,
}
