//! Where one paragraph ends and the next begins on a page, told by gaps, indents, looks, labels and lines that end early.

use super::block::{Block, ends_sentence, goes_on, opens_item, opens_numbered};
use super::strip::Strip;
use super::style::Style;

/// How many lines before and after a line show how wide its column is.
const AROUND: usize = 15;

/// The paragraphs of lines in reading order.
pub(super) fn paragraphs(lines: Vec<Strip>, style: &Style) -> Vec<Block> {
    let edges = edges(&lines);
    let mut blocks: Vec<Vec<Strip>> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let goes_on = blocks.last().is_some_and(|block: &Vec<Strip>| {
            let join = Join {
                block,
                next: line,
                after: lines.get(i + 1),
                edge: edges[i - 1],
                style,
            };
            join.holds()
        });
        match blocks.last_mut().filter(|_| goes_on) {
            Some(block) => block.push(line.clone()),
            None => blocks.push(vec![line.clone()]),
        }
    }
    blocks.into_iter().map(Block::of).collect()
}

/// The right edge of each line's column: how far lines near it, above and below, reach.
fn edges(lines: &[Strip]) -> Vec<f32> {
    let stands = |a: &Strip, b: &Strip| {
        let drop = b.y - a.y;
        a.page == b.page && drop > 0.0 && drop < 5.0 * a.size.max(b.size) && a.is_over(b) && (a.x - b.x).abs() < 8.0 * a.size
    };
    let mut stack = vec![0_usize; lines.len()];
    for i in 1..lines.len() {
        stack[i] = stack[i - 1] + usize::from(!stands(&lines[i - 1], &lines[i]));
    }
    let reach = |i: usize| {
        let near = i.saturating_sub(AROUND)..(i + AROUND + 1).min(lines.len());
        let like = near.filter(|&j| stack[j] == stack[i] && lines[j].size <= lines[i].size * 1.1);
        like.map(|j| lines[j].end).fold(lines[i].end, f32::max)
    };
    (0..lines.len()).map(reach).collect()
}

/// Whether a line goes on with a block.
struct Join<'j> {
    block: &'j [Strip],
    next: &'j Strip,
    after: Option<&'j Strip>,
    edge: f32,
    style: &'j Style,
}

impl Join<'_> {
    fn holds(&self) -> bool {
        let Some(last) = self.block.last() else { return false };
        let next = self.next;
        if last.unit.is_some() || next.unit.is_some() {
            return last.unit == next.unit;
        }
        let drop = next.y - last.y;
        let same = last.turn == next.turn && last.hidden == next.hidden && last.page == next.page;
        let alike = last.is_alike(next);
        let below = drop > 0.3 * last.size && last.is_over(next);
        same && alike
            && below
            && !self.is_apart(drop)
            && !self.changes_face()
            && !self.opens()
            && !self.is_indented()
            && !ends_in_page(&last.text)
            && !self.ended_early()
    }

    /// Whether the gap is wider than between the lines of a paragraph.
    fn is_apart(&self, drop: f32) -> bool {
        let size = self.next.size;
        let inner = match self.block {
            [.., above, last] if last.is_over(above) && last.y > above.y => last.y - above.y,
            [_] => {
                let below = self
                    .after
                    .filter(|a| a.is_over(self.next) && (a.size - size).abs() < 0.3 && a.y > self.next.y);
                let closer = below.map_or(f32::MAX, |a| a.y - self.next.y).max(size);
                self.style.leading(size).min(closer.max(size * 1.1))
            }
            _ => self.style.leading(size),
        };
        drop > inner * 1.2 + 0.8
    }

    /// Whether bold gives way to plain or plain to bold between whole lines.
    fn changes_face(&self) -> bool {
        let Some(last) = self.block.last() else { return false };
        let from_bold = self.block.iter().all(Strip::is_bold) && self.next.bold.0 == 0 && self.next.bold.1 > 0;
        let to_bold = last.bold.0 == 0 && self.next.is_bold() && last.bold.1 > 0;
        let amid = !ends_sentence(&last.text) && goes_on(&self.next.text) && !self.fits(last);
        (from_bold || to_bold) && !amid
    }

    /// Whether the line opens with a label of its own.
    fn opens(&self) -> bool {
        let last = self.block.last().map_or("", |s| s.text.as_str());
        let item = opens_item(&self.next.text) && !self.next.text.starts_with(['-', '\u{2013}', '\u{2014}', 'o']);
        let hung = self.next.label > 0 && self.next.x <= self.block[0].x + 2.0 * self.next.size;
        let numbered = opens_numbered(&self.next.text) && (ends_sentence(last) || self.block.last().is_some_and(|l| self.fits(l)));
        item || hung || numbered
    }

    /// Whether the line is set in as the first of a paragraph, or set out as the first of an item.
    fn is_indented(&self) -> bool {
        let em = self.next.size;
        let left = self.block.iter().skip(1).map(|s| s.x).fold(f32::MAX, f32::min);
        let last = self.block.last().map_or("", |s| s.text.as_str());
        let returns = self.after.is_some_and(|a| self.next.x - a.x > 0.8 * em && a.page == self.next.page);
        let hangs = self.block[0].label > 0 || opens_item(&self.block[0].text);
        let set_in =
            !hangs && self.next.x - left.min(self.block[0].x) > 0.8 * em && returns && (ends_sentence(last) || !goes_on(&self.next.text));
        let set_out = left < f32::MAX && left - self.next.x > 0.8 * em && (ends_sentence(last) || opens_numbered(&self.next.text));
        set_in || set_out
    }

    /// Whether the first word of the next line would have stood at the end of `last`.
    fn fits(&self, last: &Strip) -> bool {
        self.edge - last.end > self.next.first + 0.6 * last.size
    }

    /// Whether the last line ended early, as the last of a paragraph does.
    fn ended_early(&self) -> bool {
        let Some(last) = self.block.last() else { return false };
        let short = self.edge - last.end > 0.25 * (self.edge - self.block[0].x);
        let ends = ends_sentence(&last.text) || (short && !goes_on(&self.next.text));
        self.fits(last) && ends && !last.text.ends_with(['-', ','])
    }
}

/// "Findings ........ 13": a line of the contents ends with its page.
fn ends_in_page(text: &str) -> bool {
    let leader = text.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    leader.len() < text.len() && leader.ends_with("....")
}

/// Joins paragraphs that a page's end cut: `next` opens a page and goes on with `cut`, which closed one before.
pub(super) fn goes_over(cut: &Block, next: &Block) -> bool {
    let (Some(last), Some(first)) = (cut.strips.last(), next.strips.first()) else {
        return false;
    };
    if last.unit.is_some() && last.unit == first.unit {
        return true;
    }
    let alike = last.is_alike(first) && last.is_bold() == first.is_bold() && last.turn == first.turn;
    let opens = first.label > 0 || opens_item(&first.text) || opens_numbered(&first.text);
    // A line that stands under the words of an item, not under its number, goes on with it.
    let hangs = cut.strips.first().is_some_and(|head| {
        let under = cut.strips.iter().skip(1).all(|s| (s.x - first.x).abs() < 0.4 * first.size);
        (head.label > 0 || opens_item(&head.text)) && under && first.x - head.x > 0.8 * first.size && cut.strips.len() > 1
    });
    if alike && !opens && hangs {
        return true;
    }
    // The last line of a paragraph ends early, and the first word of the next page would have stood on it.
    let edge = cut.strips.iter().map(|s| s.end).fold(last.end, f32::max);
    if cut.strips.len() > 1 && !goes_on(&first.text) && edge - last.end > 0.25 * (edge - last.x) + first.first {
        return false;
    }
    let left = cut.strips.iter().skip(1).map(|s| s.x).fold(last.x, f32::min);
    let inward = first.x - left > 1.5 * first.size && cut.strips.len() > 1;
    let unfinished = !ends_sentence(&last.text) || last.text.ends_with(';') && goes_on(&first.text);
    let long = cut.len() > 60 || goes_on(&first.text);
    let placed = !inward || goes_on(&first.text);
    alike && !opens && placed && unfinished && long
}
