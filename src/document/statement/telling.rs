//! What is only `telling` stands among the items of a plan and asks for nothing: headings, and paragraphs about the plan itself.

use super::spoken::is_undertaking;
use crate::document::{Document, Statement, StatementKind, number, undertaking};

/// Whether block `i` is a heading that its layout does not tell: a short line with a number, over a paragraph with the next
/// number below it ("9 Views of the meeting" over "9.1").
pub(super) fn is_unseen_heading(document: &Document, i: usize) -> bool {
    let text = document.fold.slice(document.blocks[i].span);
    let Some(own) = number::printed(text).filter(|_| text.len() <= 60 && !text.ends_with(['.', ';'])) else {
        return false;
    };
    let below = document
        .blocks
        .get(i + 1)
        .and_then(|next| number::printed(document.fold.slice(next.span)));
    below.is_some_and(|below| below.number.strip_prefix(own.number.as_str()) == Some(".1"))
}

/// Words of a sentence among which its verb stands.
const OPENING: usize = 9;

/// Whether a numbered paragraph under a plan tells of it and asks for nothing: "7.1 The plan goes to the board. Its key is …".
pub(super) fn is_narrative(words: &str) -> bool {
    #[rustfmt::skip]
    const TELLING: &[&str] = &[
        " is ", " are ", " was ", " were ", " has ", " have ", " had ", " follows ", " follow ", " takes ", " goes ", " go ", " continues", " gives ", " sets ", " stands ", " stand ", " did ", " does ", " bears ", " bear ", " comes ", " said ", " pointed ", " noted ", " lists ", " shows ", " wait ", " would ",
    ];
    let first = words.split(". ").next().unwrap_or(words);
    let asked = is_undertaking(words)
        || undertaking::orders(words)
        || [" is to ", " are to ", " must ", " should "]
            .iter()
            .any(|asking| first.contains(asking));
    let whole = words.ends_with('.') || words.ends_with(')');
    // The verb of its first sentence stands near its beginning; what comes later tells of something else.
    let opening: Vec<&str> = first.split(' ').take(OPENING).collect();
    let opening = format!("{} ", opening.join(" "));
    !asked && whole && TELLING.iter().any(|telling| opening.contains(telling))
}

/// Recommendations that are numbered paragraphs stand at one depth; a numbered introduction to them stands at another
/// ("70" before "12.1.1").
pub(super) fn drop_other_depths(found: &mut Vec<Statement>) {
    let depth = |s: &Statement| match &s.number {
        Some(number) if s.kind == StatementKind::Recommendation && s.label == *number => Some(number.matches('.').count()),
        _ => None,
    };
    let mut counts = [0_usize; 8];
    for deep in found.iter().filter_map(depth) {
        counts[deep.min(7)] += 1;
    }
    let usual = (0..counts.len()).max_by_key(|&deep| counts[deep]).unwrap_or(0);
    found.retain(|s| depth(s).is_none_or(|deep| deep.min(7) == usual || counts[deep.min(7)] * 3 >= counts[usual]));
}
