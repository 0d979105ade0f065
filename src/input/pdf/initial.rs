//! An `initial` is the large first letter of a paragraph that hangs over two lines or more; its word goes on beside it.

use super::strip::Strip;

/// An initial is larger than the letters beside it by this.
const LARGER: f32 = 1.7;

/// Gives each initial back to its word.
pub(super) fn join(strips: &mut Vec<Strip>) {
    let mut at = 0;
    while at < strips.len() {
        match is_alone(&strips[at]).then(|| word_of(strips, at)).flatten() {
            Some(word) => {
                give(strips, at, word);
                strips.remove(at);
            }
            None => at += 1,
        }
    }
}

/// Whether a strip is one capital, with a quotation mark before it or not.
fn is_alone(strip: &Strip) -> bool {
    let mut chars = strip.text.chars().rev();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let quote = |c: char| matches!(c, '"' | '\'' | '\u{201c}' | '\u{2018}');
    capital && chars.next().is_none_or(quote) && chars.next().is_none()
}

/// The line beside the head of an initial.
fn word_of(strips: &[Strip], at: usize) -> Option<usize> {
    let large = &strips[at];
    let beside = |s: &Strip| {
        let gap = s.x - large.end;
        s.turn == large.turn
            && s.unit == large.unit
            && s.size * LARGER <= large.size
            && s.y + 0.5 * s.size < large.y
            && s.y > large.y - large.size
            && gap > -0.2 * s.size
            && gap < 0.9 * s.size
            && s.text.starts_with(char::is_alphabetic)
    };
    let lines = strips.iter().enumerate().filter(|(i, s)| *i != at && beside(s));
    lines.min_by(|a, b| a.1.y.total_cmp(&b.1.y)).map(|(i, _)| i)
}

fn give(strips: &mut [Strip], at: usize, word: usize) {
    let (large, line) = (strips[at].clone(), strips[word].clone());
    let gap = line.x - large.end;
    // "I" and "A" may be words of their own.
    let apart = large.text.ends_with(['A', 'I']) && gap > 0.25 * line.size;
    let blank = if apart { " " } else { "" };
    strips[word].open_with(&format!("{}{blank}", large.text));
    strips[word].first += line.x - large.x;
    let bound = large.y + 0.3 * line.size;
    for strip in strips.iter_mut().filter(|s| s.turn == line.turn && s.y >= line.y && s.y <= bound) {
        if (strip.x - line.x).abs() < 1.5 * line.size {
            strip.x = large.x;
        }
    }
}
