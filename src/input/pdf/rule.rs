//! A `Rule` is a printed line, level or upright, or the edge of a box that is drawn.

use hayro_interpret::kurbo::{BezPath, PathEl, Point, Rect};

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

/// What a page draws beside its letters, as far as it tells of its text.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) rules: Vec<Rule>,
    /// Small round or square spots, which may be bullets.
    pub(super) dots: Vec<Rule>,
}

impl Drawing {
    /// Takes in a box or a line: what is drawn is a rule along each edge, what is filled is one when it is thin. A filled
    /// box is a colour behind words and no table, a small one a dot. After `most` of them no more is learnt.
    pub(super) fn rect(&mut self, rect: Rect, drawn: bool, most: usize) {
        const THIN: f64 = 3.0;
        const LONG: f64 = 8.0;
        const DOT: f64 = 1.2;
        if !rect.is_finite() || self.rules.len() + self.dots.len() > most {
            return;
        }
        let (wide, high) = (rect.width(), rect.height());
        let edge = |x: (f64, f64), y: (f64, f64)| Rule {
            x: (x.0 as f32, x.1 as f32),
            y: (y.0 as f32, y.1 as f32),
        };
        let (x, y) = ((rect.x0, rect.x1), (rect.y0, rect.y1));
        if (wide <= THIN && high >= LONG) || (high <= THIN && wide >= LONG) {
            self.rules.push(edge(x, y));
        } else if wide.min(high) >= DOT && wide.max(high) < LONG && (wide - high).abs() <= 0.3 * wide {
            self.dots.push(edge(x, y));
        } else if drawn && wide >= LONG && high >= LONG {
            let edges = [edge(x, (y.0, y.0)), edge(x, (y.1, y.1)), edge((x.0, x.0), y), edge((x.1, x.1), y)];
            self.rules.extend(edges);
        }
    }

    /// The straight lines of a path that is drawn, or the boxes of one that is filled; how many it looked at.
    pub(super) fn path(&mut self, path: &BezPath, drawn: bool, most: usize) -> usize {
        const MOST: usize = 4_000;
        let (mut from, mut start) = (Point::ORIGIN, Point::ORIGIN);
        let (mut bounds, mut seen): (Option<Rect>, usize) = (None, 1);
        for element in path.elements().iter().take(MOST) {
            let to = match *element {
                PathEl::MoveTo(to) => {
                    self.shape(bounds.take(), drawn, most);
                    seen += 1;
                    (from, start) = (to, to);
                    bounds = Some(Rect::from_points(to, to));
                    continue;
                }
                PathEl::LineTo(to) | PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => to,
                PathEl::ClosePath => start,
            };
            let line = Rect::from_points(from, to);
            if drawn && matches!(element, PathEl::LineTo(_) | PathEl::ClosePath) && line.width().min(line.height()) < 1.0 {
                self.rect(line, true, most);
                seen += 1;
            }
            bounds = bounds.map(|b| b.union_pt(to));
            from = to;
        }
        self.shape(bounds, drawn, most);
        seen
    }

    /// Takes in the whole of a shape: the edges of one that is drawn are known already, unless it is a dot.
    fn shape(&mut self, bounds: Option<Rect>, drawn: bool, most: usize) {
        const DRAWN_DOT: f64 = 6.0;
        let dot = |b: &Rect| b.width().min(b.height()) > 1.2 && b.width().max(b.height()) < DRAWN_DOT;
        if let Some(bounds) = bounds.filter(|b| !drawn || dot(b)) {
            self.rect(bounds, false, most);
        }
    }
}
