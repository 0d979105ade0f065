//! A `Rule` is a printed line, level or upright, or the edge of a box that is drawn.

/// One rule, in points like a glyph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) x: (f32, f32),
    pub(super) y: (f32, f32),
}

impl Rule {
    /// The rule as seen by who turns a page of this size by quarter-turns to read it.
    pub(super) fn turned(self, turn: u8, (width, height): (f32, f32)) -> Self {
        match turn {
            1 => Self {
                x: self.y,
                y: (width - self.x.1, width - self.x.0),
            },
            2 => Self {
                x: (width - self.x.1, width - self.x.0),
                y: (height - self.y.1, height - self.y.0),
            },
            3 => Self {
                x: (height - self.y.1, height - self.y.0),
                y: self.x,
            },
            _ => self,
        }
    }

    /// Whether it is an upright line that reaches over `y`, between `left` and `right`.
    pub(super) fn parts(&self, left: f32, right: f32, y: f32) -> bool {
        const SLACK: f32 = 1.0;
        let upright = self.x.1 - self.x.0 < 3.0 && self.y.1 - self.y.0 > 6.0;
        upright && self.x.0 >= left - SLACK && self.x.1 <= right + SLACK && self.y.0 <= y && self.y.1 >= y
    }
}
