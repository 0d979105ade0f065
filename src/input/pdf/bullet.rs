//! A `bullet` may be drawn and no letter: a dot before the first word of a line, as browsers and layout programs make it.

use super::rule::Rule;
use super::strip::{Strip, is_bullet};

/// Writes a bullet before each strip that one of `dots` stands before.
pub(super) fn write_in(strips: &mut [Strip], dots: &[Rule], turn: u8) {
    for dot in dots {
        let beside = |s: &Strip| {
            let middle = (dot.y.0 + dot.y.1) / 2.0;
            s.turn == turn && middle > s.y - 0.75 * s.size && middle < s.y + 0.05 * s.size
        };
        let free = |s: &Strip| s.unit.is_none() && s.label == 0 && !s.raised && !s.text.starts_with(is_bullet);
        let sized = |s: &Strip| (0.12 * s.size..0.75 * s.size).contains(&(dot.x.1 - dot.x.0));
        let gap = |s: &Strip| s.x - dot.x.1;
        let next = strips.iter().enumerate().filter(|(_, s)| beside(s) && gap(s) > 0.0);
        let Some((at, strip)) = next.min_by(|a, b| gap(a.1).total_cmp(&gap(b.1))) else {
            continue;
        };
        // Words close before it: a dot between words, not before them.
        let crowded = strips.iter().any(|s| beside(s) && s.x < dot.x.0 && s.end > dot.x.0 - 1.5 * s.size);
        if crowded || !free(strip) || !sized(strip) || !(0.1..2.5).contains(&(gap(strip) / strip.size)) {
            continue;
        }
        const SIGN: &str = "\u{2022} ";
        let strip = &mut strips[at];
        strip.open_with(SIGN);
        strip.label = SIGN.len();
        strip.x = dot.x.0;
    }
}
