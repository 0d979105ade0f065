//! A `Grid` is a table of a page: its rows, and in which column each cell stands.

use super::region::Region;
use super::tree::{Element, Kind, Tree};

/// Columns beyond this are taken as this one.
const WIDEST: u32 = 256;

/// A table whose rows and cells mean something.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<Row>,
    /// What stands in the table and in no cell: its caption, and words that browsers show above it.
    pub(super) before: Vec<u32>,
    /// Whether it only sets things side by side.
    pub(super) is_layout: bool,
}

/// One row.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) header: bool,
    /// Whether it is one cell over the whole width: a title, and no row.
    pub(super) whole: bool,
}

/// One cell.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) id: u32,
    pub(super) column: u32,
    columns: u32,
}

impl Grid {
    /// The grid of the table `id`.
    pub(super) fn of(tree: &Tree, region: &Region, id: u32, facts: &Facts) -> Self {
        let mut grid = Self::default();
        let mut rows = Rows::default();
        rows.gather(tree, id, &mut grid.before);
        let heads = rows.head.len();
        let ordered = rows.head.into_iter().chain(rows.body).chain(rows.foot);
        let mut taken: Vec<u32> = Vec::new();
        let mut titled = false;
        for (at, id) in ordered.enumerate() {
            let mut row = row(tree, id, at as u32, &mut taken, &mut grid.before);
            let mut named = row.cells.iter().filter(|cell| region.holds(cell.id)).peekable();
            titled |= row.cells.iter().any(|cell| tree.name(cell.id) == "th");
            let all_named = named.peek().is_some() && named.all(|cell| tree.name(cell.id) == "th");
            row.header = at < heads || all_named && row.cells.len() > 1;
            grid.rows.push(row);
        }
        let columns = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column + cell.columns);
        let columns = columns.max().unwrap_or(0);
        for row in &mut grid.rows {
            row.whole = row.cells.len() == 1 && columns > 1 && row.cells[0].columns >= columns;
        }
        grid.is_layout = columns < 2 || grid.looks_like_layout(tree, id, facts, titled);
        let mut leading = true;
        for row in grid.rows.iter_mut().filter(|row| !row.whole) {
            leading &= row.header;
            row.header = leading;
        }
        grid
    }

    fn looks_like_layout(&self, tree: &Tree, id: u32, facts: &Facts, titled: bool) -> bool {
        let element = tree.element(id);
        let said = element.is_some_and(|it| it.plays(&["presentation", "none"]));
        let captioned = tree.children(id).any(|id| matches!(tree.name(id), "caption" | "thead"));
        let rows = self.rows.iter().filter(|row| !row.whole).count();
        let (nests, titles) = facts.of(id);
        said || !(titled || captioned) && (rows < 2 || nests || titles)
    }
}

/// The rows of a table by the part that they stand in.
#[derive(Default)]
struct Rows {
    head: Vec<u32>,
    body: Vec<u32>,
    foot: Vec<u32>,
}

impl Rows {
    fn gather(&mut self, tree: &Tree, table: u32, strays: &mut Vec<u32>) {
        for id in tree.children(table) {
            let part = match tree.name(id) {
                "tr" => {
                    self.body.push(id);
                    continue;
                }
                "thead" => &mut self.head,
                "tfoot" => &mut self.foot,
                "tbody" => &mut self.body,
                _ => {
                    strays.push(id);
                    continue;
                }
            };
            for id in tree.children(id) {
                match tree.name(id) {
                    "tr" => part.push(id),
                    _ => strays.push(id),
                }
            }
        }
    }
}

fn row(tree: &Tree, id: u32, at: u32, taken: &mut Vec<u32>, strays: &mut Vec<u32>) -> Row {
    let mut row = Row::default();
    let mut column = 0_u32;
    for id in tree.children(id) {
        let Some(cell) = tree.element(id).filter(|it| it.is(&["td", "th"])) else {
            strays.push(id);
            continue;
        };
        while column < WIDEST - 1 && taken.get(column as usize).is_some_and(|&until| until > at) {
            column += 1;
        }
        let columns = number(cell, "colspan").clamp(1, WIDEST - column);
        let rows = match number(cell, "rowspan") {
            0 => u32::MAX,
            rows => at.saturating_add(rows),
        };
        let end = (column + columns) as usize;
        if taken.len() < end {
            taken.resize(end, 0);
        }
        taken[column as usize..end].fill(rows);
        row.cells.push(Cell { id, column, columns });
        column = (column + columns).min(WIDEST - 1);
    }
    row
}

fn number(cell: &Element, name: &str) -> u32 {
    cell.attr(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}

/// Which nodes hold tables, and which hold headings.
pub(super) struct Facts {
    nests: Vec<bool>,
    titles: Vec<bool>,
}

impl Facts {
    pub(super) fn of_all(tree: &Tree) -> Self {
        let mut facts = Self {
            nests: vec![false; tree.len()],
            titles: vec![false; tree.len()],
        };
        for id in tree.ids().rev() {
            let (Some(parent), Kind::Element(element)) = (tree.parent(id), tree.kind(id)) else {
                continue;
            };
            let (at, above) = (id as usize, parent as usize);
            facts.nests[above] |= facts.nests[at] || &*element.name == "table";
            facts.titles[above] |= facts.titles[at] || element.heading().is_some();
        }
        facts
    }

    fn of(&self, id: u32) -> (bool, bool) {
        (self.nests[id as usize], self.titles[id as usize])
    }
}
