//! The assembly of pages: paragraphs and tables that a page's end cut are healed, and what the seam held (notes, running
//! lines) stands after them.

use super::Leaf;
use super::block::{Block, Kind, ends_sentence, goes_on, opens_item, opens_numbered};
use super::flow::{self, Tables};
use super::margin;
use super::note;
use super::open;
use super::paragraph::goes_over;
use super::quote;
use super::strip::Strip;
use super::style::Style;
use super::tagged::{Role, Tags};
use super::write;
use crate::text::{Mark, MarkKind};

/// The text of all pages and its marks.
pub(super) fn assemble(mut leaves: Vec<Leaf>, tags: &Tags) -> (String, Vec<Mark>) {
    let margins = margin::take(&mut leaves);
    let mut columns = open::Columns::default();
    for leaf in &mut leaves {
        let found = open::grids(leaf, &mut columns);
        leaf.grids.extend(found);
    }
    let in_table = |leaf: &Leaf, strip: &Strip| match strip.unit {
        Some(unit) => matches!(tags.role(unit), Role::Cell(..) | Role::Note),
        None => leaf.grids.iter().any(|g| g.cell(strip).is_some()),
    };
    let text: Vec<&Strip> = leaves
        .iter()
        .flat_map(|l| l.strips.iter().filter(move |s| !in_table(l, s)))
        .collect();
    let style = Style::of(text.iter().copied());
    let mut tables = Tables::after(tags);
    let mut seams = Seams::default();
    let mut pending = note::Pending::default();
    for (leaf, running) in leaves.iter_mut().zip(margins) {
        let (head, foot): (Vec<Strip>, Vec<Strip>) = running.into_iter().partition(|s| margin::side(s, leaf) != Some(false));
        let notes = note::take(leaf, style.body, &mut pending);
        let mut body = flow::blocks(leaf, &style, tags, &mut tables);
        let mut notes: Vec<Block> = notes.into_iter().map(|strips| Block::new(MarkKind::Note, strips)).collect();
        notes.extend(body.extract_if(.., |b| b.kind == Kind::Text(MarkKind::Note)));
        seams.head(head);
        seams.body(body);
        seams.foot(notes, foot);
    }
    let mut blocks = seams.finish();
    style.mark_headings(&mut blocks);
    quote::mark(&mut blocks);
    write::write(&blocks)
}

/// The flow so far, and what waits until it is known whether a block goes on over the page's end.
#[derive(Default)]
struct Seams {
    out: Vec<Block>,
    waiting: Vec<Block>,
}

impl Seams {
    fn head(&mut self, lines: Vec<Strip>) {
        self.waiting.extend(lines.into_iter().map(margin_line));
    }

    fn foot(&mut self, notes: Vec<Block>, lines: Vec<Strip>) {
        self.waiting.extend(notes);
        self.waiting.extend(lines.into_iter().map(margin_line));
    }

    fn body(&mut self, blocks: Vec<Block>) {
        let mut blocks = blocks;
        if blocks.is_empty() {
            return;
        }
        self.go_on_with_table(&mut blocks);
        let mut blocks = self.without_rest_of_cells(blocks).into_iter().peekable();
        if let (Some(cut), Some(next)) = (self.out.last_mut(), blocks.peek())
            && may_go_on(cut, next)
            && let Some(next) = blocks.next()
        {
            cut.strips.extend(next.strips);
        }
        self.out.append(&mut self.waiting);
        for block in blocks {
            match self.out.last_mut() {
                Some(cut) if is_above(&block, cut) && may_go_on(cut, &block) => cut.strips.extend(block.strips),
                _ => self.out.push(block),
            }
        }
    }

    /// Gives the cells that the page before holds the rest that this page prints of them; what is left.
    fn without_rest_of_cells(&mut self, mut blocks: Vec<Block>) -> Vec<Block> {
        const BACK: usize = 64;
        const HEADER_BACK: usize = 4_096;
        let from = self.out.len().saturating_sub(BACK);
        let headers = self.out.len().saturating_sub(HEADER_BACK);
        let words = |b: &Block| b.strips.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ");
        let mut anew = Vec::new();
        blocks.retain_mut(|block| {
            // A header that a browser prints again on each page, with the tags of the first.
            let header = matches!(block.kind, Kind::Text(MarkKind::Cell { header: true, .. }));
            if header && self.out[headers..].iter().any(|o| o.kind == block.kind && words(o) == words(block)) {
                anew.extend(std::mem::take(&mut block.strips).into_iter().map(margin_line));
                return false;
            }
            let open = self.out[from..].iter_mut().find(|cell| cell.is_cell() && cell.kind == block.kind);
            let rest = open.map(|cell| cell.strips.append(&mut block.strips));
            rest.is_none()
        });
        self.waiting.extend(anew);
        blocks
    }

    /// Lets a table at the end of a page go on with the one at the start of the next: its rows count on, its header
    /// printed anew is a running line, and a row that the page cut is one row.
    fn go_on_with_table(&mut self, blocks: &mut Vec<Block>) {
        let first = self.out.last().and_then(place).map(|p| p.0);
        let Some((table, (next, ..))) = first.zip(blocks.first().and_then(place)) else {
            return;
        };
        let (mine, theirs) = (columns(&self.out, table), columns(blocks, next));
        if table == next || mine.len() < 2 || mine.len() != theirs.len() || mine.iter().zip(&theirs).any(|(a, b)| !a.is_like(*b)) {
            return;
        }
        let of_table = |b: &Block, table: u32, row: u32| place(b).is_some_and(|p| p.0 == table && p.1 == row);
        let text = |b: &Block| b.strips.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ");
        let header = |blocks: &[Block], table| blocks.iter().filter(|b| of_table(b, table, 0)).map(text).collect::<Vec<_>>();
        if header(&self.out, table) == header(blocks, next) {
            for block in blocks.iter_mut().filter(|b| of_table(b, next, 0)) {
                block.kind = Kind::Margin;
            }
            let split = blocks.iter().position(|b| b.kind != Kind::Margin).unwrap_or(blocks.len());
            self.waiting.extend(blocks.drain(..split));
        }
        let last_row = self
            .out
            .iter()
            .filter_map(place)
            .filter(|p| p.0 == table)
            .map(|p| p.1)
            .max()
            .unwrap_or(0);
        let first_row = blocks
            .iter()
            .filter_map(place)
            .filter(|p| p.0 == next)
            .map(|p| p.1)
            .min()
            .unwrap_or(0);
        let cut = self.is_cut_row(blocks, (table, last_row), (next, first_row));
        if cut {
            self.heal_row(blocks, (table, last_row), (next, first_row));
        }
        let shift = last_row + u32::from(!cut);
        for block in blocks.iter_mut() {
            if let Kind::Text(MarkKind::Cell { table: t, row, header, .. }) = &mut block.kind
                && *t == next
            {
                (*t, *row, *header) = (table, *row - first_row + shift, false);
            }
        }
    }

    /// Whether the first row of a page is the rest of the row that closed the page before.
    fn is_cut_row(&self, blocks: &[Block], last: (u32, u32), first: (u32, u32)) -> bool {
        let rest: Vec<&Block> = blocks.iter().filter(|b| place(b).is_some_and(|p| (p.0, p.1) == first)).collect();
        let begins = rest.iter().any(|b| place(b).is_some_and(|p| p.2 == 0));
        let goes_on = |b: &&Block| {
            let column = place(b).map(|p| p.2);
            let above = self
                .out
                .iter()
                .rev()
                .find(|o| place(o).is_some_and(|p| (p.0, p.1) == last && Some(p.2) == column));
            above.is_some_and(|a| may_be_cut(a, b))
        };
        !rest.is_empty() && (!begins || rest.iter().all(goes_on))
    }

    fn heal_row(&mut self, blocks: &mut Vec<Block>, last: (u32, u32), first: (u32, u32)) {
        for block in blocks.extract_if(.., |b| place(b).is_some_and(|p| (p.0, p.1) == first)) {
            let column = place(&block).map_or(0, |p| p.2);
            let above = self.out.iter_mut().find(|o| place(o) == Some((last.0, last.1, column)));
            match above {
                Some(cell) => cell.strips.extend(block.strips),
                None => self.out.push(Block::new(
                    MarkKind::Cell {
                        table: last.0,
                        row: last.1,
                        column,
                        header: false,
                    },
                    block.strips,
                )),
            }
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.out.append(&mut self.waiting);
        self.out
    }
}

fn margin_line(strip: Strip) -> Block {
    Block {
        kind: Kind::Margin,
        strips: vec![strip],
    }
}

/// Whether `cut` and `next` may be two parts of one paragraph, cell or item.
fn may_go_on(cut: &Block, next: &Block) -> bool {
    use MarkKind::{Item, Paragraph, Quote};
    let flows = |b: &Block| matches!(b.kind, Kind::Text(Paragraph | Item | Quote));
    let unit = |s: Option<&Strip>| s.and_then(|s| s.unit);
    let same_unit = unit(cut.strips.last()).is_some() && unit(cut.strips.last()) == unit(next.strips.first());
    // Word tags the rest of an item on the next page as an item of its own, which then has no bullet and no number.
    let rest = |b: &Block| {
        b.strips
            .first()
            .is_some_and(|s| s.label == 0 && !opens_item(&s.text) && !opens_numbered(&s.text))
    };
    let item = |b: &Block| matches!(b.kind, Kind::Text(Item));
    let labelled = |b: &Block| item(b) && !rest(b);
    same_unit || labelled(cut) && item(next) && rest(next) || flows(cut) && flows(next) && goes_over(cut, next)
}

fn may_be_cut(cut: &Block, next: &Block) -> bool {
    let (Some(last), Some(first)) = (cut.strips.last(), next.strips.first()) else {
        return false;
    };
    goes_on(&first.text) && !ends_sentence(&last.text)
}

/// Whether a block begins above where the one before it ended: in the next column.
fn is_above(next: &Block, before: &Block) -> bool {
    let (Some(first), Some(last)) = (next.strips.first(), before.strips.last()) else {
        return false;
    };
    first.page == last.page && first.y < last.y && first.turn == last.turn
}

fn place(block: &Block) -> Option<(u32, u32, u32)> {
    match block.kind {
        Kind::Text(MarkKind::Cell { table, row, column, .. }) => Some((table, row, column)),
        _ => None,
    }
}

/// From where to where the words of a column reach.
#[derive(Clone, Copy)]
struct Reach(f32, f32);

impl Reach {
    /// Whether two columns begin, end or have their middle at one place.
    fn is_like(self, other: Self) -> bool {
        const WANDER: f32 = 8.0;
        let (start, end) = (self.0 - other.0, self.1 - other.1);
        [start, end, (start + end) / 2.0].iter().any(|apart| apart.abs() <= WANDER)
    }
}

/// The columns of a table.
fn columns(blocks: &[Block], table: u32) -> Vec<Reach> {
    let mut reaches: Vec<Reach> = Vec::new();
    for (block, (_, _, column)) in blocks.iter().filter_map(|b| Some((b, place(b).filter(|p| p.0 == table)?))) {
        let column = column as usize;
        if reaches.len() <= column {
            reaches.resize(column + 1, Reach(f32::MAX, f32::MIN));
        }
        for strip in &block.strips {
            reaches[column] = Reach(reaches[column].0.min(strip.x), reaches[column].1.max(strip.end));
        }
    }
    reaches
}
