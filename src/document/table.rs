//! A `Table` is the cells of one table put back into rows and columns, with what its header says.

use super::{Document, Zone};

/// One table of a document; rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// For each row, for each column, the index of the cell's block.
    pub(super) rows: Vec<Vec<Option<usize>>>,
    /// Whether row 0 names the columns.
    pub(super) header: bool,
}

/// Columns beyond this are left out: no table of people has more.
const WIDEST: usize = 32;

impl Table {
    /// The words of the header cell of `column`, folded to lower case.
    pub(super) fn title(&self, document: &Document, column: usize) -> String {
        let cell = self
            .rows
            .first()
            .filter(|_| self.header)
            .and_then(|row| row.get(column).copied().flatten());
        cell.map_or(String::new(), |b| {
            document.fold.slice(document.blocks[b].span).trim().to_lowercase()
        })
    }

    /// The rows below the header.
    pub(super) fn body(&self) -> &[Vec<Option<usize>>] {
        &self.rows[usize::from(self.header).min(self.rows.len())..]
    }
}

/// All tables of a document, in reading order.
pub(super) fn all(document: &Document) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut current = None;
    for (i, block) in document.blocks.iter().enumerate() {
        let Some(cell) = block.cell.filter(|_| block.zone == Zone::Table) else {
            continue;
        };
        if current != Some(cell.table) {
            current = Some(cell.table);
            tables.push(Table::default());
        }
        let Some(table) = tables.last_mut() else { continue };
        let (row, column) = (cell.row as usize, cell.column as usize);
        if column >= WIDEST {
            continue;
        }
        while table.rows.len() <= row {
            table.rows.push(Vec::new());
        }
        if table.rows[row].len() <= column {
            table.rows[row].resize(column + 1, None);
        }
        table.rows[row][column] = Some(i);
        table.header |= cell.header;
    }
    for table in &mut tables {
        table.header |= looks_like_header(document, table);
    }
    tables
}

/// Longest word of a title that may end with a stop: "No.", "Rec. no.".
const ABBREVIATED: usize = 6;

/// A first row of short words without a figure, above another row.
fn looks_like_header(document: &Document, table: &Table) -> bool {
    let Some(first) = table.rows.first().filter(|_| table.rows.len() > 1) else {
        return false;
    };
    let cells: Vec<&str> = first
        .iter()
        .flatten()
        .map(|&b| document.fold.slice(document.blocks[b].span))
        .collect();
    cells.len() > 1
        && cells.iter().all(|c| {
            c.len() <= 60
                && (!c.ends_with('.') || c.split(' ').count() <= 2 && c.split(' ').all(|word| word.len() <= ABBREVIATED))
                && !c.bytes().any(|b| b.is_ascii_digit())
                && c.starts_with(char::is_alphabetic)
        })
}
