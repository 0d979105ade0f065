//! A `quotation` is a paragraph that its page sets in and slants, or that a colon announces and its page sets in on both
//! sides, among paragraphs that it does neither to.

use super::block::{Block, Kind, ends_sentence, opens_numbered};
use super::strip::Strip;
use crate::text::MarkKind;

/// How far in a quotation stands, in ems.
const DEPTH: f32 = 1.0;
/// How many blocks before and after may show where the text around begins.
const AROUND: usize = 6;

/// Marks the quotations among `blocks`.
pub(super) fn mark(blocks: &mut [Block]) {
    let found: Vec<usize> = (0..blocks.len()).filter(|&at| is_quotation(blocks, at)).collect();
    for at in found {
        blocks[at].kind = Kind::Text(MarkKind::Quote);
    }
}

fn is_quotation(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    if block.kind != Kind::Text(MarkKind::Paragraph) || !is_plain(block) {
        return false;
    }
    let slanted = is_slanted(block);
    let before = blocks[..at].iter().rev().take(AROUND).find(|b| is_around(b, block));
    let after = blocks[at + 1..].iter().take(AROUND).find(|b| is_around(b, block));
    let announced = before.is_some_and(|b| b.strips.last().is_some_and(|s| s.text.ends_with(':')));
    let insets: Vec<(f32, f32)> = before.into_iter().chain(after).map(|other| inset(block, other)).collect();
    let right = insets.iter().map(|i| i.1).fold(0.0, f32::max);
    let both = announced && block.strips.len() > 1 && right >= DEPTH;
    !insets.is_empty() && insets.iter().all(|i| i.0 >= DEPTH) && (slanted || both)
}

/// Whether it may be somebody's words: a whole sentence, not bold, without a number or label of its own.
fn is_plain(block: &Block) -> bool {
    const SHORTEST: usize = 24;
    let Some((first, last)) = block.strips.first().zip(block.strips.last()) else {
        return false;
    };
    let closed = ends_sentence(&last.text) || last.text.ends_with(['"', '\'', '\u{201d}', '\u{2019}']);
    let bold = block.strips.iter().any(|s| s.bold.0 * 4 > s.bold.1);
    closed && !bold && block.len() >= SHORTEST && first.label == 0 && !opens_numbered(&first.text) && !is_labelled(&first.text)
}

/// "Recommendation 3", "Learning point:": words that say what a paragraph is.
fn is_labelled(text: &str) -> bool {
    const LABEL: usize = 32;
    let head: String = text.chars().take(LABEL).collect();
    let quoted = text.starts_with(['"', '\'', '\u{201c}', '\u{2018}']);
    let numbered = head.split(' ').take(3).any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    !quoted && (head.contains(':') || numbered)
}

fn is_slanted(block: &Block) -> bool {
    block.strips.iter().all(Strip::is_slanted)
}

/// Whether `other` shows where the text around `block` stands: upright text of the same column.
fn is_around(other: &Block, block: &Block) -> bool {
    let text = matches!(other.kind, Kind::Text(MarkKind::Paragraph | MarkKind::Heading(_)));
    let near = other.page().abs_diff(block.page()) <= 1;
    let shared = other
        .strips
        .iter()
        .any(|a| block.strips.iter().any(|b| a.is_over(b) && a.turn == b.turn));
    text && near && shared && !is_slanted(other)
}

/// How much farther in `block` stands than the words of `other`, left and right, in ems.
fn inset(block: &Block, other: &Block) -> (f32, f32) {
    let size = block.strips.first().map_or(10.0, |s| s.size.max(1.0));
    let left = |b: &Block| b.strips.iter().map(|s| s.x).fold(f32::MAX, f32::min);
    let right = |b: &Block| b.strips.iter().map(|s| s.end).fold(f32::MIN, f32::max);
    // What stands under the words of a numbered paragraph, not under its number, goes on with it.
    let hung = other.strips.first().is_some_and(|s| s.label > 0) && other.strips.len() > 1;
    let words = if hung {
        other.strips[1..].iter().map(|s| s.x).fold(f32::MAX, f32::min)
    } else {
        left(other)
    };
    ((left(block) - words) / size, (right(other) - right(block)) / size)
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::tests::{ONE, TWO, at, blocks, lines, pdf};
    use crate::text::MarkKind;

    const SAID: [&str; 2] = [
        "I told them at the school and at the surgery, and nobody rang",
        "me back. I thought it was only me.",
    ];

    /// Two lines, slanted by the page or not, between two paragraphs.
    fn quotations(x: f32, slanted: bool, said: [&str; 2], before: &str) -> usize {
        let lean = if slanted { 0.21 } else { 0.0 };
        let line = |y: f32, words: &str| format!("BT /F 10 Tf 1 0 {lean} 1 {x} {y} Tm ({words}) Tj ET\n");
        let quoted = line(460.0, said[0]) + &line(448.0, said[1]);
        let page = lines(500.0, &[ONE, before]) + &quoted + &lines(420.0, &[ONE, TWO]);
        blocks(&pdf(&[page])).iter().filter(|b| b.0 == MarkKind::Quote).count()
    }

    #[test]
    fn what_is_set_in_and_slanted_or_announced_is_a_quotation() {
        assert_eq!(quotations(75.0, true, SAID, TWO), 1);
        assert_eq!(quotations(65.0, true, SAID, TWO), 1, "a little");
        assert_eq!(
            quotations(75.0, true, ["\u{2019}", "They said that they would come again."], TWO),
            1,
            "one line of words"
        );
        assert_eq!(quotations(75.0, false, SAID, "well. Her mother wrote:"), 1, "announced");
    }

    #[test]
    fn what_is_only_slanted_or_only_set_in_or_labelled_is_none() {
        assert_eq!(quotations(50.0, true, SAID, TWO), 0, "flush");
        assert_eq!(quotations(75.0, false, SAID, TWO), 0, "upright");
        assert_eq!(
            quotations(
                75.0,
                true,
                ["Recommendation 3: the board should ask each agency", "what it did."],
                TWO
            ),
            0
        );
        assert_eq!(
            quotations(
                75.0,
                true,
                ["Recommendation 3 The board should ask each agency", "what it did."],
                TWO
            ),
            0
        );
        assert_eq!(
            quotations(75.0, true, ["4.2 The board should ask each agency", "what it did."], TWO),
            0
        );
        assert_eq!(
            quotations(75.0, true, ["The house in the lane where", "the family lived in those years"], TWO),
            0,
            "no sentence"
        );
        let caption = at(50.0, 500.0, 10.0, ONE);
        assert!(blocks(&pdf(&[caption])).iter().all(|b| b.0 != MarkKind::Quote), "nothing around it");
    }
}
