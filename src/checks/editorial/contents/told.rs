//! What a contents page lists is `told` where a block of the document opens with its words, heading or not.

use super::{Entry, plain, split_number};
use crate::document::Document;

/// For each of `entries`, whether a block from `from` on opens with its words, with those of the next block where it is short: a
/// title may be set over two lines. Blocks are many, and none of their openings is kept.
pub(super) fn told(document: &Document, from: usize, entries: &[&Entry]) -> Vec<bool> {
    const ENOUGH: usize = 200;
    let mut told = vec![false; entries.len()];
    if entries.is_empty() {
        return told;
    }
    let opening = |at: usize| -> &str {
        let text = document.fold.slice(document.blocks[at].span);
        &text[..text.floor_char_boundary(ENOUGH)]
    };
    for at in from..document.blocks.len() {
        let own = split_number(opening(at)).1;
        let short = at + 1 < document.blocks.len() && own.len() < ENOUGH / 2;
        let next = if short { opening(at + 1) } else { "" };
        let opening = plain(&format!("{own} {next}"));
        for (entry, told) in entries.iter().zip(&mut told) {
            *told = *told || opens(&opening, &entry.title);
        }
    }
    told
}

/// Whether `opening` begins with `title`, or has it where it is no common word or two.
fn opens(opening: &str, title: &str) -> bool {
    let begins = opening
        .strip_prefix(title)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    begins || title.split(' ').count() > 2 && opening.contains(title)
}
