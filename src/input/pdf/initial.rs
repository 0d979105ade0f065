//! An `initial` is the large first letter of a paragraph that hangs over two lines or more; its word goes on beside it.

use super::strip::Strip;

/// An initial is larger than the letters beside it by this.
pub(super) const LARGER: f32 = 1.7;

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

/// Whether a strip is one capital, with a quotation mark before it or not, or the first part of a printed number: "7.".
fn is_alone(strip: &Strip) -> bool {
    if let Some(number) = strip.text.strip_suffix('.') {
        return number.len() < 3 && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    }
    let mut chars = strip.text.chars().rev();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let quote = |c: char| matches!(c, '"' | '\'' | '\u{201c}' | '\u{2018}');
    capital && chars.next().is_none_or(quote) && chars.next().is_none()
}

/// The line beside the head of an initial.
fn word_of(strips: &[Strip], at: usize) -> Option<usize> {
    let large = &strips[at];
    let number = large.text.ends_with('.');
    let beside = |s: &Strip| {
        let gap = s.x - large.end;
        s.turn == large.turn
            && s.unit == large.unit
            && s.size * LARGER <= large.size
            && s.y + 0.5 * s.size < large.y
            && s.y > large.y - large.size
            && gap > -0.2 * s.size
            && gap < 0.9 * s.size
            && s.text
                .starts_with(|c: char| if number { c.is_ascii_digit() } else { c.is_alphabetic() })
    };
    let lines = strips.iter().enumerate().filter(|(i, s)| *i != at && beside(s));
    lines.min_by(|a, b| a.1.y.total_cmp(&b.1.y)).map(|(i, _)| i)
}

fn give(strips: &mut [Strip], at: usize, word: usize) {
    let (large, line) = (strips[at].clone(), strips[word].clone());
    let blank = if stands_alone(strips, &large, &line) { " " } else { "" };
    strips[word].open_with(&format!("{}{blank}", large.text));
    strips[word].first += line.x - large.x;
    for strip in beside(strips, at, word) {
        strips[strip].x = large.x;
    }
}

/// Whether an initial is a word of its own: "A" and "I" may be, and the page has the word beside it but not the two as one.
fn stands_alone(strips: &[Strip], large: &Strip, line: &Strip) -> bool {
    if !large.text.ends_with(['A', 'I']) {
        return false;
    }
    let word = |text: &str| text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    let rest = word(&line.text);
    let whole = word(&large.text[large.text.len() - 1..]) + &rest;
    let has = |sought: &str| {
        let words = strips.iter().flat_map(|s| s.text.split(|c: char| !c.is_alphabetic()).skip(1));
        words.into_iter().any(|w| w.eq_ignore_ascii_case(sought))
    };
    !has(&whole) && (line.x - large.end > 0.25 * line.size || has(&rest))
}

/// The lines that the initial `at` hangs over: `word` and those that begin under it. Its box may reach a line below its foot.
fn beside(strips: &[Strip], at: usize, word: usize) -> Vec<usize> {
    const BELOW: f32 = 1.35;
    let (large, line) = (&strips[at], &strips[word]);
    let next = strips
        .iter()
        .filter(|s| is_alone(s) && s.y > large.y && (s.x - large.x).abs() < line.size);
    let foot = next.map(|s| s.y - s.size).fold(large.y + BELOW * line.size, f32::min);
    let hangs = |s: &Strip| s.turn == line.turn && (line.y..=foot).contains(&s.y) && (s.x - line.x).abs() < 0.4 * line.size;
    let lines = strips.iter().enumerate().filter(|(_, s)| hangs(s));
    lines.map(|(i, _)| i).collect()
}
