//! The flow of a page: its strips as lines, tables and paragraphs in reading order.

use std::collections::BTreeMap;

use super::Leaf;
use super::block::{Block, Kind};
use super::order;
use super::paragraph::paragraphs;
use super::strip::{SPREAD, Strip, is_label};
use super::style::Style;
use super::tagged::{Role, Tags};
use crate::text::MarkKind;

/// Gives tables their numbers over the whole document.
pub(super) struct Tables {
    next: u32,
}

impl Tables {
    /// Numbers after those of the tables that tags tell of.
    pub(super) const fn after(tags: &Tags) -> Self {
        Self { next: tags.tables }
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }
}

/// The blocks of one page.
pub(super) fn blocks(leaf: &mut Leaf, style: &Style, tags: &Tags, tables: &mut Tables) -> Vec<Block> {
    let strips = std::mem::take(&mut leaf.strips);
    let (main, turned): (Vec<Strip>, Vec<Strip>) = strips.into_iter().partition(|s| s.turn == leaf.turn);
    let grids: Vec<(u32, &super::grid::Grid)> = leaf.grids.iter().map(|g| (tables.number(), g)).collect();
    let mut cells: BTreeMap<(u32, u32, u32), (usize, Vec<Strip>)> = BTreeMap::new();
    let mut free = Vec::new();
    for strip in main {
        let place = grids
            .iter()
            .find_map(|(table, grid)| grid.cell(&strip).map(|(row, column)| (*table, row, column)));
        match place.filter(|_| strip.unit.is_none()) {
            Some(place) => cells.entry(place).or_insert_with(|| (free.len(), Vec::new())).1.push(strip),
            None => free.push(strip),
        }
    }
    let drawn: Vec<u32> = grids.iter().filter(|(_, grid)| grid.drawn).map(|(table, _)| *table).collect();
    free.extend(cells_of_no_table(&mut cells, &drawn));
    let free = lines(order::in_order(free));
    let mut out = placed(free, cells, style, tables);
    for block in &mut out {
        tell(block, tags);
    }
    for table in out.chunk_by_mut(|a, b| table_of(a).is_some() && table_of(a) == table_of(b)) {
        table.sort_by_key(cell_place);
    }
    // The paragraphs of one cell are one cell.
    out.dedup_by(|next, cell| {
        let same = cell.is_cell() && cell.kind == next.kind;
        if same {
            cell.strips.append(&mut next.strips);
        }
        same
    });
    out.extend(paragraphs(lines(turned), style));
    out
}

/// Takes the strips of drawn grids that have words in one column only, or one row only: frames, not tables.
fn cells_of_no_table(cells: &mut BTreeMap<(u32, u32, u32), (usize, Vec<Strip>)>, drawn: &[u32]) -> Vec<Strip> {
    let mut free = Vec::new();
    for &table in drawn {
        let places = || cells.keys().filter(move |k| k.0 == table);
        let columns = places().map(|k| k.2).collect::<std::collections::BTreeSet<_>>().len();
        let rows = places().map(|k| k.1).collect::<std::collections::BTreeSet<_>>().len();
        if columns < 2 || rows < 2 {
            let keys: Vec<_> = places().copied().collect();
            free.extend(keys.iter().filter_map(|k| cells.remove(k)).flat_map(|(_, strips)| strips));
        }
    }
    free
}

/// What the tags say of the block.
fn tell(block: &mut Block, tags: &Tags) {
    let Some(unit) = block.strips.first().and_then(|s| s.unit) else {
        return;
    };
    let kind = match tags.role(unit) {
        Role::Paragraph => return,
        Role::Heading(level) if block.len() <= 300 => MarkKind::Heading(level.clamp(1, 6)),
        Role::Heading(_) => return,
        Role::Item => MarkKind::Item,
        Role::Quote => MarkKind::Quote,
        Role::Note => MarkKind::Note,
        Role::Cell(table, row, column, header) => MarkKind::Cell {
            table,
            row,
            column,
            header,
        },
    };
    block.kind = Kind::Text(kind);
}

/// Strips that follow one another on one baseline are one line, columns apart by tabs.
fn lines(strips: Vec<Strip>) -> Vec<Strip> {
    let mut out: Vec<Strip> = Vec::with_capacity(strips.len());
    for strip in strips {
        match out.last_mut() {
            Some(last) if last.is_beside(&strip) && strip.x >= last.end - 0.5 * strip.size && joins(last, &strip) => last.take(&strip),
            _ => out.push(strip),
        }
    }
    out
}

/// Whether two strips of one baseline are one line: the tags say so, or a label or a page number is one of them, or
/// the gap is no column's.
fn joins(last: &Strip, next: &Strip) -> bool {
    if last.unit.is_some() || next.unit.is_some() {
        return last.unit == next.unit;
    }
    let number = next.text.len() <= 4 && next.text.bytes().all(|b| b.is_ascii_digit());
    let leader = next.text.starts_with("..") || last.text.ends_with("..");
    is_label(&last.text) || number || leader || next.x - last.end < SPREAD * next.size
}

/// The paragraphs of `lines`, with tables at the place where they stand on the page.
fn placed(lines: Vec<Strip>, cells: BTreeMap<(u32, u32, u32), (usize, Vec<Strip>)>, style: &Style, tables: &mut Tables) -> Vec<Block> {
    let mut out = Vec::new();
    let mut pending = lines;
    let mut by_table: BTreeMap<u32, Vec<Block>> = BTreeMap::new();
    for ((table, row, column), (_, strips)) in cells {
        let kind = MarkKind::Cell {
            table,
            row,
            column,
            header: false,
        };
        by_table.entry(table).or_default().push(Block::new(kind, order::in_order(strips)));
    }
    let top = |blocks: &[Block]| blocks.iter().flat_map(|b| &b.strips).map(|s| s.y).fold(f32::MAX, f32::min);
    let mut ruled: Vec<(f32, Vec<Block>)> = by_table.into_values().map(|b| (top(&b), b)).collect();
    ruled.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (y, mut blocks) in ruled {
        number_rows(&mut blocks);
        let above = pending.iter().position(|l| l.y > y).unwrap_or(pending.len());
        let rest = pending.split_off(above);
        out.extend(by_rows(std::mem::replace(&mut pending, rest), style, tables));
        out.append(&mut blocks);
    }
    out.extend(by_rows(pending, style, tables));
    out
}

/// Rows and columns counted without those that hold no word; a bold first row is the header.
fn number_rows(blocks: &mut [Block]) {
    let places: Vec<(u32, u32)> = blocks.iter().filter_map(cell_place).collect();
    let index = |values: Vec<u32>| {
        let mut values = values;
        values.sort_unstable();
        values.dedup();
        values
    };
    let rows = index(places.iter().map(|p| p.0).collect());
    let columns = index(places.iter().map(|p| p.1).collect());
    let first_row = |b: &&Block| cell_place(b).is_some_and(|p| p.0 == rows[0]);
    let headed = blocks.iter().filter(first_row).all(|b| b.strips.iter().all(Strip::is_bold));
    for block in blocks {
        if let Kind::Text(MarkKind::Cell { row, column, header, .. }) = &mut block.kind {
            *row = rows.iter().position(|r| r == row).unwrap_or(0) as u32;
            *column = columns.iter().position(|c| c == column).unwrap_or(0) as u32;
            *header = headed && *row == 0;
        }
    }
}

fn cell_place(block: &Block) -> Option<(u32, u32)> {
    match block.kind {
        Kind::Text(MarkKind::Cell { row, column, .. }) => Some((row, column)),
        _ => None,
    }
}

fn table_of(block: &Block) -> Option<u32> {
    match block.kind {
        Kind::Text(MarkKind::Cell { table, .. }) => Some(table),
        _ => None,
    }
}

/// Paragraphs, and tables where three rows or more are set in the same columns without a rule.
fn by_rows(lines: Vec<Strip>, style: &Style, tables: &mut Tables) -> Vec<Block> {
    let mut out = Vec::new();
    let mut text: Vec<Strip> = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let rows = aligned_rows(&lines[i..]);
        if rows.len() < 3 {
            text.push(lines[i].clone());
            i += 1;
            continue;
        }
        out.extend(paragraphs(std::mem::take(&mut text), style));
        let table = tables.number();
        let taken: usize = rows.iter().map(Vec::len).sum();
        for (row, cells) in rows.iter().enumerate() {
            for (column, strip) in cells.iter().enumerate() {
                let kind = MarkKind::Cell {
                    table,
                    row: row as u32,
                    column: column as u32,
                    header: row == 0 && cells.iter().all(Strip::is_bold),
                };
                out.push(Block::new(kind, vec![strip.clone()]));
            }
        }
        i += taken;
    }
    out.extend(paragraphs(text, style));
    out
}

/// The rows at the start of `lines` whose strips stand beside each other in the same columns.
fn aligned_rows(lines: &[Strip]) -> Vec<Vec<Strip>> {
    let mut rows: Vec<Vec<Strip>> = Vec::new();
    let mut at = 0;
    while at < lines.len() && lines[at].unit.is_none() {
        let len = lines[at..]
            .windows(2)
            .take_while(|pair| pair[0].is_beside(&pair[1]) && pair[1].x > pair[0].end)
            .count()
            + 1;
        let row = &lines[at..at + len];
        let aligned = rows.first().is_none_or(|first| {
            first.len() == len
                && first
                    .iter()
                    .zip(row)
                    .all(|(a, b)| (a.x - b.x).abs() < 4.0 || (a.end - b.end).abs() < 4.0)
        });
        let below = rows
            .last()
            .is_none_or(|above| row[0].y > above[0].y && row[0].y - above[0].y < 6.0 * row[0].size);
        if len < 2 || !aligned || !below {
            break;
        }
        rows.push(row.to_vec());
        at += len;
    }
    rows
}
