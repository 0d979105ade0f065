//! Reading order: the order of the content stream, unless a page was written in another; then columns and gaps decide.

use super::strip::Strip;

/// The strips of a page in reading order.
pub(super) fn in_order(strips: Vec<Strip>) -> Vec<Strip> {
    if let Some(x) = gutter_of(&strips) {
        return by_columns(strips, x);
    }
    if !is_shuffled(&strips) {
        return strips;
    }
    let mut out = Vec::with_capacity(strips.len());
    cut(by_baseline(strips), &mut out, 0);
    out
}

/// Strips from top to foot, those of one baseline from left to right.
fn by_baseline(mut strips: Vec<Strip>) -> Vec<Strip> {
    strips.sort_by(|a, b| a.y.total_cmp(&b.y));
    for row in strips.chunk_by_mut(|a, b| a.is_beside(b)) {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    strips
}

/// The gutter of a page whose stream runs from column to column line by line, as text recognition writes it.
fn gutter_of(strips: &[Strip]) -> Option<f32> {
    const ROWS: usize = 8;
    const LONG: usize = 24;
    let rows: Vec<&[Strip]> = strips
        .windows(2)
        .filter(|pair| pair[0].is_beside(&pair[1]) && pair[0].end < pair[1].x && pair.iter().all(|s| s.unit.is_none()))
        .collect();
    let long = rows.iter().filter(|pair| pair.iter().all(|s| s.text.len() >= LONG)).count();
    if rows.len() < ROWS || long * 10 < rows.len() * 7 {
        return None;
    }
    let mut middles: Vec<f32> = rows.iter().map(|pair| (pair[0].end + pair[1].x) / 2.0).collect();
    middles.sort_by(f32::total_cmp);
    let x = middles[middles.len() / 2];
    let through = rows.iter().filter(|pair| pair[0].end < x && x < pair[1].x).count();
    (through * 10 >= rows.len() * 9).then_some(x)
}

/// The strips of a page with a gutter at `x`: left, then right, between what crosses it.
fn by_columns(strips: Vec<Strip>, x: f32) -> Vec<Strip> {
    let (mut out, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for strip in strips {
        if strip.end < x {
            left.push(strip);
        } else if strip.x > x {
            right.push(strip);
        } else {
            out.append(&mut left);
            out.append(&mut right);
            out.push(strip);
        }
    }
    out.append(&mut left);
    out.append(&mut right);
    out
}

/// Whether a line stands above one that was written before it in the same column.
fn is_shuffled(lines: &[Strip]) -> bool {
    let above = |late: &Strip, early: &Strip| late.y < early.y - 0.5 * early.size && late.is_over(early) && late.turn == early.turn;
    let mut lowest: Vec<&Strip> = Vec::new();
    for line in lines {
        if lowest.iter().any(|early| above(line, early)) {
            return true;
        }
        // Only the last line of each column so far can stand below a later one.
        lowest.retain(|early| !(early.x >= line.x - 1.0 && early.end <= line.end + 1.0));
        lowest.push(line);
        if lowest.len() > 64 {
            lowest.remove(0);
        }
    }
    false
}

/// Cuts lines, which are ordered from top to foot, at a gutter or else at the widest gap, and reads the parts in turn.
fn cut(lines: Vec<Strip>, out: &mut Vec<Strip>, depth: usize) {
    const DEEPEST: usize = 24;
    if lines.len() < 2 || depth > DEEPEST {
        return out.extend(lines);
    }
    if let Some(x) = gutter(&lines) {
        let (left, right): (Vec<Strip>, Vec<Strip>) = lines.into_iter().partition(|l| (l.x + l.end) / 2.0 < x);
        cut(left, out, depth + 1);
        return cut(right, out, depth + 1);
    }
    let gaps = lines.windows(2).map(|pair| pair[1].y - pair[0].y - pair[1].size);
    let widest = gaps.enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
    match widest.filter(|(_, gap)| *gap > 0.2 * lines[0].size) {
        Some((at, _)) => {
            let mut above = lines;
            let below = above.split_off(at + 1);
            cut(above, out, depth + 1);
            cut(below, out, depth + 1);
        }
        None => out.extend(lines),
    }
}

/// A column's lines are longer than this on average; a column of numbers is no column of text.
const PROSE: usize = 12;

/// The middle of an upright blank stripe that no line crosses, with two lines of text or more on both sides.
fn gutter(lines: &[Strip]) -> Option<f32> {
    let mut spans: Vec<(f32, f32)> = lines.iter().map(|l| (l.x, l.end)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut reach = spans.first()?.1;
    let mut best: Option<(f32, f32)> = None;
    for (i, &(x, end)) in spans.iter().enumerate().skip(1) {
        let gap = x - reach;
        if gap > lines[0].size && i >= 2 && spans.len() - i >= 2 && best.is_none_or(|(widest, _)| gap > widest) {
            best = Some((gap, reach + gap / 2.0));
        }
        reach = reach.max(end);
    }
    let prose = |side: &[&Strip]| side.iter().map(|l| l.text.len()).sum::<usize>() >= PROSE * side.len();
    best.map(|(_, x)| x).filter(|x| {
        let (left, right): (Vec<&Strip>, Vec<&Strip>) = lines.iter().partition(|l| (l.x + l.end) / 2.0 < *x);
        prose(&left) && prose(&right)
    })
}
