//! A `Grid` is a table that a page draws with rules: its rows and columns, and which cell a strip stands in.

use super::rule::Rule;
use super::strip::Strip;

/// Points by which rules that belong together may miss each other.
const SLACK: f32 = 3.0;

/// One ruled table of a page.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// Where columns begin and end.
    pub(super) columns: Vec<f32>,
    rows: Vec<f32>,
    upright: Vec<Rule>,
    level: Vec<Rule>,
    /// Whether its page draws it, so that it may be a mere frame.
    pub(super) drawn: bool,
}

/// The tables that `rules` draw: at least two columns and two rows.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let mut groups: Vec<(Rule, Vec<Rule>)> = Vec::new();
    for &rule in rules {
        let (mut bounds, mut members) = (rule, vec![rule]);
        groups.retain_mut(|(other, theirs)| {
            let touch = touches(&bounds, other) && members.iter().any(|a| theirs.iter().any(|b| touches(a, b)));
            if touch {
                bounds = union(&bounds, other);
                members.append(theirs);
            }
            !touch
        });
        groups.push((bounds, members));
    }
    groups.into_iter().filter_map(|(_, members)| Grid::of(members)).collect()
}

fn touches(a: &Rule, b: &Rule) -> bool {
    a.x.0 <= b.x.1 + SLACK && b.x.0 <= a.x.1 + SLACK && a.y.0 <= b.y.1 + SLACK && b.y.0 <= a.y.1 + SLACK
}

fn union(a: &Rule, b: &Rule) -> Rule {
    Rule {
        x: (a.x.0.min(b.x.0), a.x.1.max(b.x.1)),
        y: (a.y.0.min(b.y.0), a.y.1.max(b.y.1)),
    }
}

/// Values in order, those that nearly agree once.
fn distinct(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    values.dedup_by(|b, a| *b - *a <= SLACK);
    values
}

impl Grid {
    fn of(members: Vec<Rule>) -> Option<Self> {
        let (upright, level): (Vec<Rule>, Vec<Rule>) = members.into_iter().partition(|r| r.y.1 - r.y.0 > r.x.1 - r.x.0);
        let columns = distinct(upright.iter().map(|r| r.x.0).collect());
        let lines = distinct(level.iter().map(|r| r.y.0).collect());
        // A page's end may leave the last row open below, and the first above.
        let ends = upright.iter().flat_map(|r| [r.y.0, r.y.1]);
        let rows = distinct(lines.iter().copied().chain(ends).collect());
        (columns.len() >= 3 && lines.len() >= 2 && rows.len() >= 3).then_some(Self {
            columns,
            rows,
            upright,
            level,
            drawn: true,
        })
    }

    /// The grid of a table that is not drawn, by the edges of its columns and rows.
    pub(super) fn open(columns: Vec<f32>, rows: Vec<f32>) -> Self {
        let ends = |edges: &[f32]| (edges.first().copied().unwrap_or(0.0), edges.last().copied().unwrap_or(0.0));
        let (wide, high) = (ends(&columns), ends(&rows));
        Self {
            upright: columns.iter().map(|&x| Rule { x: (x, x), y: high }).collect(),
            level: rows.iter().map(|&y| Rule { x: wide, y: (y, y) }).collect(),
            columns,
            rows,
            drawn: false,
        }
    }

    /// Its upper and lower edge.
    pub(super) fn reach(&self) -> (f32, f32) {
        (self.rows.first().copied().unwrap_or(0.0), self.rows.last().copied().unwrap_or(0.0))
    }

    /// Row and column of the cell that `strip` stands in; cells that span several count by their first.
    pub(super) fn cell(&self, strip: &Strip) -> Option<(u32, u32)> {
        let (x, y) = ((strip.x + strip.end) / 2.0, strip.y - 0.3 * strip.size);
        let inside = x > *self.columns.first()? && x < *self.columns.last()? && y > *self.rows.first()? && y < *self.rows.last()?;
        if !inside {
            return None;
        }
        let start = strip.x + 0.5 * strip.size;
        let column = self
            .columns
            .iter()
            .rposition(|&edge| edge <= start && covers(&self.upright, |r| r.x.0, edge, |r| r.y, y));
        let row = self
            .rows
            .iter()
            .rposition(|&edge| edge <= y && covers(&self.level, |r| r.y.0, edge, |r| r.x, start));
        Some((row.unwrap_or(0) as u32, column.unwrap_or(0) as u32))
    }
}

/// Whether one of `rules` lies on `edge` and reaches over `at`.
fn covers(rules: &[Rule], on: impl Fn(&Rule) -> f32, edge: f32, along: impl Fn(&Rule) -> (f32, f32), at: f32) -> bool {
    rules.iter().any(|rule| {
        let (from, to) = along(rule);
        (on(rule) - edge).abs() <= SLACK && from <= at + SLACK && to >= at - SLACK
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_is_in_its_cell_and_a_frame_is_no_table() {
        let rule = |x: (f32, f32), y: (f32, f32)| Rule { x, y };
        let mut rules = vec![];
        for y in [0.0, 20.0, 40.0] {
            rules.push(rule((0.0, 200.0), (y, y)));
        }
        for x in [0.0, 100.0, 200.0] {
            rules.push(rule((x, x), (0.0, 40.0)));
        }
        let found = grids(&rules);
        assert_eq!(found.len(), 1);
        let strip = Strip {
            x: 110.0,
            end: 150.0,
            y: 35.0,
            size: 10.0,
            ..Strip::default()
        };
        assert_eq!(found[0].cell(&strip), Some((1, 1)));
        assert!(grids(&rules[..4]).is_empty());
    }
}
