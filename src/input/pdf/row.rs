//! A `Row` of an open table is what stands side by side in its columns.

use super::block::{ends_sentence, goes_on};
use super::rule::Rule;
use super::strip::{is_code, is_label};
use super::stripe::Piece;

/// Cells may miss each other's head, middle or foot by this, in ems.
const SLACK: f32 = 0.6;

/// The pieces of one row, in the order in which they were printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Row(Vec<Piece>);

impl Row {
    pub(super) const fn of(pieces: Vec<Piece>) -> Self {
        Self(pieces)
    }

    /// The columns that it has words in, in order.
    pub(super) fn columns(&self) -> Vec<usize> {
        let mut columns: Vec<usize> = self.0.iter().map(|p| p.column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    fn cell(&self, column: usize) -> impl Iterator<Item = &Piece> + Clone {
        self.0.iter().filter(move |p| p.column == column)
    }

    /// How many lines its cells have.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn top(&self) -> f32 {
        self.0.iter().map(Piece::top).fold(f32::MAX, f32::min)
    }

    /// Its lowest baseline.
    pub(super) fn foot(&self) -> f32 {
        self.0.iter().map(|p| p.y).fold(f32::MIN, f32::max)
    }

    /// Whether all of it stands above all of `next`.
    pub(super) fn is_above(&self, next: &Self) -> bool {
        self.foot() <= next.top() + 1.0
    }

    /// Whether each of its cells begins, ends or has its middle where the row does.
    pub(super) fn is_level(&self) -> bool {
        let (top, foot) = (self.top(), self.foot());
        self.columns().into_iter().all(|column| {
            let head = self.cell(column).map(Piece::top).fold(f32::MAX, f32::min);
            let end = self.cell(column).map(|p| p.y).fold(f32::MIN, f32::max);
            let slack = SLACK * self.cell(column).map(|p| p.size).fold(0.0, f32::max);
            (head - top).abs() <= slack || (end - foot).abs() <= slack || ((head + end) - (top + foot)).abs() <= 2.0 * slack
        })
    }

    /// Whether its first words go on with a sentence.
    pub(super) fn goes_on(&self) -> bool {
        self.0.first().is_some_and(|p| goes_on(&p.text))
    }

    /// Whether a cell is a printed number or a bullet and no more, or a word with its number: "7.1.2", "AP6", "Finding 3:".
    pub(super) fn is_label(&self, column: usize) -> bool {
        let numbered = |text: &str| {
            let (word, number) = text.rsplit_once(' ').unwrap_or(("", text));
            let worded = word.len() < 24 && word.split(' ').count() < 3 && word.starts_with(char::is_uppercase);
            worded && is_label(number) && number.starts_with(|c: char| c.is_ascii_digit()) && number.len() < 4
        };
        self.cell(column).all(|p| {
            let text = p.text.trim();
            is_label(text) || is_code(text) || numbered(text)
        })
    }

    /// Whether its text runs on from the foot of one column to the head of the next, as in the columns of a page.
    pub(super) fn runs_on(&self) -> bool {
        const TALL: usize = 3;
        let tall = |column: &usize| self.cell(*column).count() >= TALL;
        self.columns().windows(2).any(|pair| {
            let (last, next) = (self.cell(pair[0]).last(), self.cell(pair[1]).next());
            let runs = last
                .zip(next)
                .is_some_and(|(last, next)| !ends_sentence(&last.text) && goes_on(&next.text));
            runs && pair.iter().all(tall)
        })
    }

    /// Takes the lines above its other cells off its first cell: a caption, or a row of one cell.
    fn split(self) -> Vec<Self> {
        let Some(first) = self.0.first().map(|p| p.column) else {
            return Vec::new();
        };
        let others = self.0.iter().filter(|p| p.column != first);
        let head = others.map(|p| p.y).fold(f32::MAX, f32::min);
        let above = self
            .0
            .iter()
            .take_while(|p| p.column == first && p.y < head - SLACK * p.size)
            .count();
        let level = self
            .0
            .get(above)
            .is_some_and(|p| p.column == first && (p.y - head).abs() <= SLACK * p.size);
        if above == 0 || !level || self.is_level_below(above) {
            return vec![self];
        }
        let (lone, rest) = self.0.split_at(above);
        vec![Self(lone.to_vec()), Self(rest.to_vec())]
    }

    /// Whether its cells are level as they stand, with room for the lines of its first that stand higher than the others.
    fn is_level_below(&self, above: usize) -> bool {
        let apart = self.0.get(above).zip(above.checked_sub(1).map(|at| &self.0[at]));
        let gap = apart.is_some_and(|(next, last)| next.y - last.y > 1.5 * next.size);
        self.is_level() && !gap
    }
}

/// The rows that pieces stand in.
pub(super) fn rows(mut pieces: Vec<Piece>, rules: &[Rule]) -> Vec<Row> {
    pieces.sort_by_key(|p| p.strip);
    let printed: Vec<Row> = by_print(&pieces).into_iter().flat_map(Row::split).collect();
    let ruled = by_rules(&pieces, rules);
    if ruled.len() > 2 && ruled.len() >= printed.len() {
        return ruled;
    }
    if is_by_lines(&pieces) { by_gaps(pieces) } else { printed }
}

/// Whether lines were printed from top to foot, whatever cells they are of.
fn is_by_lines(pieces: &[Piece]) -> bool {
    !pieces.windows(2).any(|pair| pair[1].y < pair[0].y - 0.5 * pair[0].size)
}

/// Rows by the order of print: one ends where the next cell stands farther left, or wholly below.
fn by_print(pieces: &[Piece]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        let open = rows.last_mut().filter(|row| {
            let column = row.0.last().map_or(0, |p| p.column);
            piece.column == column || piece.column > column && piece.top() <= row.foot() + 0.3 * piece.size
        });
        match open {
            Some(row) => row.0.push(piece.clone()),
            None => rows.push(Row(vec![piece.clone()])),
        }
    }
    rows
}

/// Rows between the level rules that reach over most of the table; one row where there are none.
fn by_rules(pieces: &[Piece], rules: &[Rule]) -> Vec<Row> {
    let left = pieces.iter().map(|p| p.x).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|p| p.end).fold(f32::MIN, f32::max);
    let level = |r: &&Rule| r.y.1 - r.y.0 <= 3.0 && r.x.1 - r.x.0 > 8.0;
    let mut drawn: Vec<&Rule> = rules.iter().filter(level).collect();
    drawn.sort_by(|a, b| a.y.0.total_cmp(&b.y.0));
    let reach = |rules: &&[&Rule]| rules.iter().map(|r| r.x.1.min(right) - r.x.0.max(left)).sum::<f32>() >= 0.7 * (right - left);
    let lines: Vec<f32> = drawn
        .chunk_by(|a, b| b.y.0 - a.y.0 < 2.0)
        .filter(reach)
        .map(|rules| rules[0].y.0)
        .collect();
    let mut rows = vec![Row::default(); lines.len() + 1];
    for piece in pieces {
        let middle = piece.y - 0.3 * piece.size;
        rows[lines.iter().filter(|y| **y < middle).count()].0.push(piece.clone());
    }
    rows.retain(|row| !row.0.is_empty());
    rows
}

/// Rows by the gaps between lines; where all lines are equally far apart, a first cell that opens anew begins a row.
fn by_gaps(mut pieces: Vec<Piece>) -> Vec<Row> {
    const WIDER: f32 = 1.3;
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
    let bands: Vec<&[Piece]> = pieces.chunk_by(|a, b| b.y - a.y <= 0.3 * b.size).collect();
    // What stands alone above and below is no measure.
    let lone = |band: &&&[Piece]| band.iter().all(|p| p.column == 0);
    let (head, tail) = (bands.iter().take_while(lone).count(), bands.iter().rev().take_while(lone).count());
    let drops: Vec<f32> = bands.windows(2).map(|pair| pair[1][0].y - pair[0][0].y).collect();
    let inner = drops.get(head..drops.len().saturating_sub(tail)).unwrap_or_default();
    let least = inner.iter().copied().fold(f32::MAX, f32::min);
    let gaps = inner.iter().any(|drop| *drop > least * WIDER);
    let mut rows: Vec<Row> = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        let apart = at > 0 && drops[at - 1] > least * WIDER;
        let first = band.iter().find(|p| p.column == 0);
        let opens = first.is_some_and(|p| !goes_on(&p.text));
        let begins = at <= head || at + tail >= bands.len() || if gaps { apart } else { opens };
        if begins {
            rows.push(Row::default());
        }
        rows.last_mut().into_iter().for_each(|row| row.0.extend_from_slice(band));
    }
    rows.into_iter().map(Row::by_column).collect()
}

impl Row {
    fn by_column(mut self) -> Self {
        self.0
            .sort_by(|a, b| (a.column, a.y).partial_cmp(&(b.column, b.y)).unwrap_or(std::cmp::Ordering::Equal));
        self
    }
}
