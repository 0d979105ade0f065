//! A `Table` is one that a reader stands in: which row, which column, and whether it is a table at all or only a frame.

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

    /// Says whether the current row is set as a header, and how many columns it leaves out in front.
    pub(super) const fn row_facts(&mut self, header: bool, skipped: u32) {
        self.header = header && self.headers_only;
        self.column = skipped;
    }

    pub(super) const fn begin_cell(&mut self) {
        self.span = 1;
    }

    /// Says how many columns the current cell takes.
    pub(super) const fn cell_spans(&mut self, columns: u32) {
        self.span = columns;
        self.cell_covers(columns);
    }

    /// Says how many columns the current cell covers, where those that it covers are counted by themselves.
    pub(super) const fn cell_covers(&mut self, columns: u32) {
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

    /// Passes over `columns` that hold nothing.
    pub(super) const fn pass(&mut self, columns: u32) {
        self.column = self.column.saturating_add(columns);
    }

    /// Passes over `rows` that hold what the row before them holds.
    pub(super) const fn pass_rows(&mut self, rows: u32) {
        if !self.whole {
            self.row = self.row.saturating_add(rows);
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

/// Numbers the innermost of `tables` where it is one of its own: a frame is none, and a table inside a table's cell is part of
/// that cell. `next` is the number of the document's next table.
pub(super) fn number(tables: &mut [Table], next: &mut u32) {
    let Some((table, outer)) = tables.split_last_mut() else { return };
    let inside = outer.iter().any(|table| table.number.is_some());
    if table.number.is_none() && !inside && !table.is_frame() {
        table.number = Some(*next);
        *next += 1;
    }
}
