//! A `stripe` is blank from one line down to another: it may part two columns of a table.

use super::Leaf;
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
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) end: f32,
    /// How many bands have words in it.
    pub(super) bands: usize,
}

/// The pieces of the strips that stand in no table yet.
pub(super) fn pieces(leaf: &Leaf) -> Vec<Piece> {
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
pub(super) fn bands(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
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
pub(super) struct Region {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) columns: Vec<Column>,
}

/// The bands around `at`, none before `free`, that leave stripes free together.
pub(super) fn region(bands: &[Vec<Piece>], free: usize, at: usize) -> Option<Region> {
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
