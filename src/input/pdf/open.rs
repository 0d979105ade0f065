//! An `open` table is one that no upright rules draw: white stripes part its columns, and its rows are told by level rules,
//! by the order in which cells are printed, or by gaps.
//!
//! White stripes part the columns of a page as well, and the numbers of paragraphs from their words. A table is known by
//! its rows: each begins below the one before, and its cells stand level at head, middle or foot.

use super::Leaf;
use super::grid::Grid;
use super::open_rows::{Row, rows};
use super::rule::Rule;
use super::strip::Strip;

/// Stripes narrower than this, in ems, part no columns.
const STRIPE: f32 = 0.45;
/// Stripes wider than this, in ems, part columns for certain when two bands leave them free; narrower ones need three.
const SURE: f32 = 0.9;
/// Bands farther apart than this, in ems, are no neighbours.
const FAR: f32 = 5.0;
/// How many bands above the first that has several columns may belong to its row.
const ABOVE: usize = 6;

/// A part of a strip without a gap that could be a stripe.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The index of its strip: the order in which it was printed.
    pub(super) strip: usize,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) text: String,
    /// The column that it stands in.
    pub(super) column: usize,
}

impl Piece {
    /// Where its letters begin, above its baseline.
    pub(super) fn top(&self) -> f32 {
        self.y - 0.75 * self.size
    }
}

/// What stands between two stripes.
#[derive(Clone, Copy, Debug)]
struct Column {
    x: f32,
    end: f32,
    /// How many bands have words in it.
    bands: usize,
}

/// The columns of the table that ends a page; the next page may go on with it.
#[derive(Default)]
pub(super) struct Columns(Vec<Column>);

/// Finds the open tables of a page, and cuts its strips where they run over a stripe. `last` are the columns of the page
/// before, and then of this.
pub(super) fn grids(leaf: &mut Leaf, last: &mut Columns) -> Vec<Grid> {
    let bands = bands(pieces(leaf));
    let page = Page {
        bands: &bands,
        rules: &leaf.rules,
        before: std::mem::take(last).0,
    };
    let mut found = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < bands.len() {
        let region = (bands[at].len() > 1).then(|| region(&bands, free, at)).flatten();
        let tables = region.as_ref().map_or(Vec::new(), |region| page.tables(region));
        match region.filter(|_| !tables.is_empty()) {
            Some(region) => {
                (at, free) = (region.to, region.to);
                found.extend(tables);
            }
            None => at += 1,
        }
    }
    let found = joined(found, &bands);
    let below = |table: &&Open| bands.last().is_none_or(|band| band[0].y <= table.foot() + 1.0);
    last.0 = found.last().filter(below).map_or(Vec::new(), |table| table.columns.clone());
    let grids: Vec<Grid> = found.iter().filter_map(Open::grid).collect();
    for grid in &grids {
        cut(&mut leaf.strips, grid);
    }
    grids
}

/// An open table that was found.
struct Open {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Open {
    fn top(&self) -> f32 {
        self.rows.first().map_or(0.0, Row::top)
    }

    fn foot(&self) -> f32 {
        self.rows.last().map_or(0.0, Row::foot)
    }

    /// Whether each column of `other` begins or has its middle where one of this does.
    fn is_like(&self, other: &[Column]) -> bool {
        const WANDER: f32 = 3.0;
        let like = |a: &Column, b: &Column| (a.x - b.x).abs() < WANDER || (a.x + a.end - b.x - b.end).abs() < 2.0 * WANDER;
        other.iter().all(|b| self.columns.iter().any(|a| like(a, b)))
    }

    fn grid(&self) -> Option<Grid> {
        let between = |pair: &[Column]| (pair[0].end + pair[1].x) / 2.0;
        let mut upright = vec![self.columns.first()?.x - 1.0];
        upright.extend(self.columns.windows(2).map(between));
        upright.push(self.columns.last()?.end + 1.0);
        let mut level = vec![self.top() - 1.0];
        level.extend(self.rows.windows(2).map(|pair| (pair[0].foot() + pair[1].top()) / 2.0));
        level.push(self.foot() + 2.0);
        Some(Grid::open(upright, level))
    }
}

/// Tables that titles over their whole width part are one, and so is the header over the first title.
fn joined(tables: Vec<Open>, bands: &[Vec<Piece>]) -> Vec<Open> {
    const TITLE: usize = 4;
    let mut out: Vec<Open> = Vec::new();
    for mut table in tables {
        let above: Vec<&Vec<Piece>> = bands.iter().filter(|band| band[0].y < table.top()).rev().take(TITLE + 1).collect();
        let ends = out.last().map_or(f32::MIN, Open::foot);
        let lies = |band: &&&Vec<Piece>| band[0].y <= ends + 1.0;
        let title = |bands: &[&Vec<Piece>]| Row::of(bands.iter().rev().flat_map(|band| band.iter()).cloned().collect());
        let parting = above.iter().position(|band| lies(&band));
        let before = out.last_mut().filter(|before| before.is_like(&table.columns) || table.is_like(&before.columns));
        match (before, parting) {
            (Some(before), Some(lines)) => {
                before.rows.extend((lines > 0).then(|| title(&above[..lines])));
                before.rows.append(&mut table.rows);
                before.columns = wider(&before.columns, &table.columns);
            }
            _ => {
                let header = above.iter().take_while(|band| !lies(band)).position(|band| heads(&table, band));
                if let Some(lines) = header.filter(|lines| *lines > 0) {
                    table.columns = wider(&table.columns, &columns_of(above[lines]));
                    table.rows.insert(0, title(&above[..lines]));
                    table.rows.insert(0, title(&above[lines..=lines]));
                }
                out.push(table);
            }
        }
    }
    out
}

/// Whether a band stands in most of the columns of a table.
fn heads(table: &Open, band: &[Piece]) -> bool {
    band.len() > 2 && band.len() * 2 > table.columns.len() && table.is_like(&columns_of(band))
}

fn columns_of(band: &[Piece]) -> Vec<Column> {
    let column = |p: &Piece| Column {
        x: p.x,
        end: p.end,
        bands: 1,
    };
    band.iter().map(column).collect()
}

/// The columns of two tables that are one.
fn wider(mine: &[Column], theirs: &[Column]) -> Vec<Column> {
    let (more, fewer) = if mine.len() < theirs.len() { (theirs, mine) } else { (mine, theirs) };
    let reach = |column: &Column| {
        let same = fewer.iter().find(|c| c.x < column.end && column.x < c.end);
        same.map_or(*column, |c| Column {
            x: column.x.min(c.x),
            end: column.end.max(c.end),
            ..*column
        })
    };
    more.iter().map(reach).collect()
}

/// The pieces of the strips that stand in no table yet.
fn pieces(leaf: &Leaf) -> Vec<Piece> {
    let mut out = Vec::new();
    for (index, strip) in leaf.strips.iter().enumerate() {
        let free = strip.turn == leaf.turn && strip.unit.is_none() && leaf.grids.iter().all(|g| g.cell(strip).is_none());
        if !free {
            continue;
        }
        let mut rest = strip.clone();
        while let Some((first, second)) = rest.cut_at_gap(|gap| gap.to - gap.from >= STRIPE * strip.size) {
            out.push(piece(index, first));
            rest = second;
        }
        out.push(piece(index, rest));
    }
    out
}

fn piece(index: usize, strip: Strip) -> Piece {
    Piece {
        strip: index,
        x: strip.x,
        end: strip.end,
        y: strip.y,
        size: strip.size,
        text: strip.text,
        column: 0,
    }
}

/// Pieces of one baseline are a band; bands go from top to foot.
fn bands(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut out: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match out.last_mut() {
            Some(band) if piece.y - band[0].y <= 0.3 * piece.size.max(band[0].size) => band.push(piece),
            _ => out.push(vec![piece]),
        }
    }
    for band in &mut out {
        band.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    out
}

/// Bands that leave the same stripes free.
struct Region {
    from: usize,
    to: usize,
    columns: Vec<Column>,
}

/// The bands around `at`, none before `free`, that leave stripes free together.
fn region(bands: &[Vec<Piece>], free: usize, at: usize) -> Option<Region> {
    let near = |above: &[Piece], below: &[Piece]| below[0].y - above[0].y <= FAR * below[0].size.max(above[0].size);
    let mut columns = cover(&[], &bands[at])?;
    let (mut from, mut to) = (at, at + 1);
    while to < bands.len() && near(&bands[to - 1], &bands[to]) {
        let Some(wider) = cover(&columns, &bands[to]) else { break };
        (columns, to) = (wider, to + 1);
    }
    while from > free.max(at.saturating_sub(ABOVE)) && near(&bands[from - 1], &bands[from]) {
        let Some(wider) = cover(&columns, &bands[from - 1]) else { break };
        (columns, from) = (wider, from - 1);
    }
    (to - from > 1).then_some(Region { from, to, columns })
}

/// The columns when `band` is taken in; `None` where it runs over a stripe that is sure, or leaves none.
fn cover(columns: &[Column], band: &[Piece]) -> Option<Vec<Column>> {
    let mut out = columns.to_vec();
    for piece in band {
        if piece.text.contains("....") {
            return None;
        }
        let slack = STRIPE * piece.size;
        let touches = |c: &Column| c.x < piece.end + slack && piece.x < c.end + slack;
        let met: Vec<Column> = out.iter().copied().filter(touches).collect();
        let sure = |pair: &[Column]| {
            let wide = pair[1].x - pair[0].end > SURE * piece.size;
            pair.iter().all(|c| c.bands > if wide { 1 } else { 2 })
        };
        if met.windows(2).any(sure) {
            return None;
        }
        out.retain(|c| !touches(c));
        out.push(Column {
            x: met.iter().map(|c| c.x).fold(piece.x, f32::min),
            end: met.iter().map(|c| c.end).fold(piece.end, f32::max),
            bands: met.iter().map(|c| c.bands).max().unwrap_or(0),
        });
        out.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    for column in &mut out {
        column.bands += usize::from(band.iter().any(|p| p.x < column.end && column.x < p.end));
    }
    (out.len() > 1).then_some(out)
}

/// What a page has that its tables are told by.
struct Page<'p> {
    bands: &'p [Vec<Piece>],
    rules: &'p [Rule],
    /// The columns of the table that the page before ends with.
    before: Vec<Column>,
}

impl Page<'_> {
    /// The tables of a region: runs of rows that are a table's.
    fn tables(&self, region: &Region) -> Vec<Open> {
        let mut pieces: Vec<Piece> = self.bands[region.from..region.to].iter().flatten().cloned().collect();
        for piece in &mut pieces {
            let middle = (piece.x + piece.end) / 2.0;
            piece.column = region.columns.iter().rposition(|c| c.x <= middle).unwrap_or(0);
        }
        let mut runs: Vec<Vec<Row>> = vec![Vec::new()];
        for row in rows(pieces, self.rules) {
            let follows = runs.last().and_then(|run| run.last()).is_none_or(|above| above.is_above(&row));
            if !follows || !row.is_level() {
                runs.push(Vec::new());
            }
            if let Some(run) = runs.last_mut().filter(|_| row.is_level()) {
                run.push(row);
            }
        }
        runs.into_iter().filter_map(|run| self.table(run, &region.columns)).collect()
    }

    /// The table that these rows are, if they are one.
    fn table(&self, mut rows: Vec<Row>, columns: &[Column]) -> Option<Open> {
        let top = self.bands.iter().flatten().map(Piece::top).fold(f32::MAX, f32::min);
        // Lone lines above or below in the first column are captions and paragraphs, but for the rest of a row that a page cut.
        let lone = |row: &Row| row.columns() == [0];
        while rows.last().is_some_and(lone) {
            rows.pop();
        }
        let rest = |row: &Row| row.top() <= top && row.goes_on();
        let captions = rows.iter().take_while(|row| lone(row) && !rest(row)).count();
        rows.drain(..captions);
        let filled = |at: &usize| rows.iter().any(|row| row.columns().contains(at));
        let columns: Vec<Column> = (0..columns.len()).filter(filled).map(|at| columns[at]).collect();
        let table = Open { columns, rows };
        let goes_on = table.top() <= top && table.columns.len() > 1 && table.columns.len() == self.before.len() && table.is_like(&self.before);
        is_table(&table.rows, goes_on).then_some(table)
    }
}

/// Whether rows are a table's: enough of them, with words and no mere numbers in two columns or more. One that goes on
/// with the table of the page before may be one row.
fn is_table(rows: &[Row], goes_on: bool) -> bool {
    const LONG_CELL: usize = 12;
    let wide = rows.iter().filter(|row| row.columns().len() > 1).count();
    let mut columns: Vec<usize> = rows.iter().flat_map(Row::columns).collect();
    columns.sort_unstable();
    columns.dedup();
    let worded = |column: &&usize| {
        let cells: Vec<&Row> = rows.iter().filter(|row| row.columns().contains(column)).collect();
        let labels = cells.iter().filter(|row| row.is_label(**column)).count();
        cells.len() * 5 >= wide * 2 && labels * 10 <= cells.len() * 7
    };
    let needed = match columns.len() {
        _ if goes_on => 1,
        ..=2 => 3,
        _ => 2,
    };
    let runs_on = rows.iter().filter(|row| row.runs_on()).count();
    let lines: usize = rows.iter().map(Row::len).sum();
    let cells: usize = rows.iter().map(|row| row.columns().len()).sum();
    wide >= needed
        && wide * 2 >= rows.len()
        && runs_on * 3 <= wide
        && columns.iter().filter(worded).count() > 1
        && (columns.len() > 2 || lines <= cells * LONG_CELL)
}

/// Cuts strips in the reach of a grid where they run from one of its columns into the next.
fn cut(strips: &mut Vec<Strip>, grid: &Grid) {
    let mut out = Vec::with_capacity(strips.len());
    for mut strip in strips.drain(..) {
        while grid.cell(&strip).is_some() {
            let stripe = |gap: &super::strip::Gap| grid.columns.iter().any(|edge| gap.from < *edge && *edge < gap.to);
            let Some((first, second)) = strip.cut_at_gap(stripe) else { break };
            out.push(first);
            strip = second;
        }
        out.push(strip);
    }
    *strips = out;
}
