//! A `Style` is how a whole document is set: the size of its body, the distance of its lines, the looks of its headings.

use std::collections::HashMap;

use super::block::{Block, Kind, ends_sentence};
use super::strip::Strip;
use crate::text::MarkKind;

/// A heading is no longer than this, in bytes, and than this many lines.
const LONGEST: usize = 180;
const MOST_LINES: usize = 4;
/// How much larger than the body a heading is that is not bold.
const LARGER: f32 = 1.12;

/// What is usual in a document.
#[derive(Debug, Default)]
pub(super) struct Style {
    /// The size of most letters.
    pub(super) body: f32,
    /// Whether most of the document is bold, so that bold says nothing.
    bold: bool,
    /// Distance of wrapped lines by size in half points.
    leading: HashMap<i32, f32>,
}

fn half_points(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

impl Style {
    /// The style of all pages together.
    pub(super) fn of<'s>(strips: impl Iterator<Item = &'s Strip> + Clone) -> Self {
        let mut sizes: HashMap<i32, usize> = HashMap::new();
        let (mut bold, mut all) = (0, 0);
        for strip in strips.clone() {
            *sizes.entry(half_points(strip.size)).or_default() += strip.text.len();
            (bold, all) = (bold + strip.bold.0, all + strip.bold.1);
        }
        let body = sizes
            .iter()
            .max_by_key(|&(size, count)| (*count, *size))
            .map_or(22, |(size, _)| *size);
        Self {
            body: body as f32 / 2.0,
            bold: bold * 2 > all,
            leading: leading(strips),
        }
    }

    /// How far apart wrapped lines of this size stand.
    pub(super) fn leading(&self, size: f32) -> f32 {
        self.leading.get(&half_points(size)).copied().unwrap_or(size * 1.25)
    }

    /// Makes headings of the paragraphs that are short and larger or bolder than the body. Their levels follow their looks.
    pub(super) fn mark_headings(&self, blocks: &mut [Block]) {
        let found: Vec<usize> = (0..blocks.len())
            .filter(|&i| self.is_heading(&blocks[i], blocks.get(i + 1)))
            .collect();
        let mut looks: Vec<(i32, bool)> = found.iter().map(|&i| look(&blocks[i])).collect();
        looks.sort_unstable();
        looks.dedup();
        looks.reverse();
        for i in found {
            let rank = looks.iter().position(|l| *l == look(&blocks[i])).unwrap_or(0);
            blocks[i].kind = Kind::Text(MarkKind::Heading(rank.min(5) as u8 + 1));
        }
    }

    fn is_heading(&self, block: &Block, next: Option<&Block>) -> bool {
        let (Kind::Text(MarkKind::Paragraph), Some(first)) = (&block.kind, block.strips.first()) else {
            return false;
        };
        let last = block.strips.last().map_or("", |s| s.text.as_str());
        let letters = block
            .strips
            .iter()
            .flat_map(|s| s.text.chars())
            .filter(|c| c.is_alphabetic())
            .count();
        if block.len() > LONGEST || block.strips.len() > MOST_LINES || letters < 2 || first.hidden {
            return false;
        }
        let larger = block.strips.iter().all(|s| s.size >= self.body * LARGER);
        let bold = !self.bold && block.strips.iter().all(|s| s.is_bold() && s.size >= self.body * 0.95);
        let sentence = ends_sentence(last) && !last.ends_with('?');
        let spread = block.strips.iter().any(|s| s.text.contains('\t') && s.label == 0);
        let followed = next.is_some();
        (larger && !last.ends_with(',') && !(sentence && block.len() > 80) || bold && !sentence && !last.ends_with(',') && followed)
            && !spread
    }
}

fn look(block: &Block) -> (i32, bool) {
    let size = block.strips.iter().map(|s| half_points(s.size)).max().unwrap_or(0);
    (size, block.strips.iter().all(Strip::is_bold))
}

/// The usual distance of lines, by size: the middle of what follows long lines.
fn leading<'s>(strips: impl Iterator<Item = &'s Strip> + Clone) -> HashMap<i32, f32> {
    let mut seen: HashMap<i32, Vec<f32>> = HashMap::new();
    for (above, below) in strips.clone().zip(strips.skip(1)) {
        let drop = below.y - above.y;
        let close = drop > 0.8 * above.size && drop < 3.0 * above.size;
        let alike = half_points(above.size) == half_points(below.size) && above.page == below.page && above.is_over(below);
        if close && alike && above.end - above.x > 15.0 * above.size {
            seen.entry(half_points(above.size)).or_default().push(drop);
        }
    }
    let middle = |mut drops: Vec<f32>| {
        drops.sort_by(f32::total_cmp);
        drops[(drops.len() - 1) * 4 / 10]
    };
    seen.into_iter()
        .filter(|(_, drops)| drops.len() >= 4)
        .map(|(size, drops)| (size, middle(drops)))
        .collect()
}
