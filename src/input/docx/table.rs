//! A `Table` is one that the walk stands in: which row, which column, and whether it is a table at all or only a frame.

use crate::input::ReadError;
use crate::input::xml::Xml;
use crate::text::MarkKind;

/// A table that is being read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Its number in the document, once it has rows of cells.
    pub(super) number: Option<u32>,
    /// Columns of its grid; 0 when it says nothing of them.
    pub(super) columns: u32,
    row: u32,
    column: u32,
    /// Columns that the current cell takes.
    span: u32,
    /// Whether the current row is a header, and all rows above it are.
    header: bool,
    headers_only: bool,
    /// Whether the current row is one cell over the whole width: a title, and no row.
    whole: bool,
}

/// What a row's own properties say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RowFacts {
    pub(super) header: bool,
    pub(super) added: bool,
    pub(super) deleted: bool,
    skipped: u32,
}

impl Table {
    pub(super) fn new() -> Self {
        Self {
            headers_only: true,
            ..Self::default()
        }
    }

    /// Whether it only frames its words: a box of one column.
    pub(super) const fn is_frame(&self) -> bool {
        self.columns == 1
    }

    pub(super) const fn begin_row(&mut self) {
        self.column = 0;
        self.header = false;
        self.whole = false;
    }

    pub(super) const fn row_facts(&mut self, facts: RowFacts) {
        self.header = facts.header && self.headers_only;
        self.column = facts.skipped;
    }

    pub(super) const fn begin_cell(&mut self) {
        self.span = 1;
    }

    pub(super) const fn cell_spans(&mut self, columns: u32) {
        self.span = columns;
        self.whole = self.column == 0 && self.columns > 1 && columns >= self.columns;
    }

    pub(super) const fn end_cell(&mut self) {
        self.column = self.column.saturating_add(self.span);
    }

    pub(super) const fn end_row(&mut self) {
        if !self.whole {
            self.headers_only &= self.header;
            self.row += 1;
        }
    }

    /// The mark of what stands in the current cell; `None` where it is set as running text.
    pub(super) const fn cell(&self) -> Option<MarkKind> {
        match self.number {
            Some(table) if !self.whole => Some(MarkKind::Cell {
                table,
                row: self.row,
                column: self.column,
                header: self.header,
            }),
            _ => None,
        }
    }
}

impl RowFacts {
    /// Reads the properties of a row that `xml` has just opened.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut facts = Self::default();
        let depth = xml.depth();
        while let Some(tag) = xml.child(depth)? {
            match tag.word() {
                "tblHeader" => facts.header = tag.on(),
                "gridBefore" => facts.skipped = tag.number().unwrap_or(0).min(63),
                "ins" => facts.added = true,
                "del" => facts.deleted = true,
                _ => {}
            }
        }
        Ok(facts)
    }
}

/// How many columns a cell takes, by the properties that `xml` has just opened.
pub(super) fn columns_of_cell(xml: &mut Xml<'_>) -> Result<u32, ReadError> {
    let mut columns = 1;
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        if tag.word() == "gridSpan" {
            columns = tag.number().unwrap_or(1).clamp(1, 63);
        }
    }
    Ok(columns)
}

/// How many columns a grid has that `xml` has just opened.
pub(super) fn columns_of_grid(xml: &mut Xml<'_>) -> Result<u32, ReadError> {
    let mut columns = 0;
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        columns += u32::from(tag.word() == "gridCol");
    }
    Ok(columns)
}
