//! A `Gap` is a blank in a strip that is wider than those between words: there a column may end, and the strip be cut.

use super::strip::Strip;

/// A gap wider than this, in ems, may part two columns of a table.
pub(super) const COLUMN: f32 = 0.45;

/// One gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    /// The byte of the blank that stands for it.
    at: usize,
    /// From where to where it reaches.
    pub(super) from: f32,
    pub(super) to: f32,
    /// Glyphs before it that are bold, and all.
    bold: (usize, usize),
}

impl Gap {
    /// The gap behind what is written of `strip`.
    pub(super) const fn after(strip: &Strip, (from, to): (f32, f32)) -> Self {
        Self {
            at: strip.text.len(),
            from,
            to,
            bold: strip.bold,
        }
    }
}

impl Strip {
    /// Writes `sign` before its first word.
    pub(super) fn open_with(&mut self, sign: &str) {
        self.text.insert_str(0, sign);
        self.gaps.iter_mut().for_each(|gap| gap.at += sign.len());
    }

    /// The parts before and after its first gap that `is_cut` says parts it.
    pub(super) fn cut_at_gap(&self, is_cut: impl Fn(&Gap) -> bool) -> Option<(Self, Self)> {
        let index = self.gaps.iter().position(is_cut)?;
        let gap = self.gaps[index];
        let (text, rest) = self.text.split_at_checked(gap.at)?;
        let slanted = if self.is_slanted() { self.bold.1 } else { 0 };
        let mut first = Self {
            text: text.to_owned(),
            end: gap.from,
            bold: gap.bold,
            gaps: self.gaps[..index].to_vec(),
            slanted,
            ..self.clone()
        };
        if first.label > text.len() {
            (first.label, first.first) = (0, gap.from - self.x);
        }
        let later = |after: &Gap| Gap {
            at: after.at - gap.at - 1,
            bold: (after.bold.0 - gap.bold.0, after.bold.1 - gap.bold.1),
            ..*after
        };
        let second = Self {
            text: rest.trim_start().to_owned(),
            x: gap.to,
            bold: (self.bold.0 - gap.bold.0, self.bold.1 - gap.bold.1),
            first: (self.end - gap.to).min(self.first),
            label: 0,
            raised: false,
            gaps: self.gaps[index + 1..].iter().map(later).collect(),
            slanted,
            ..self.clone()
        };
        Some((first, second))
    }
}
