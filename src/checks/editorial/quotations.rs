//! An unpaired quotation is one whose mark has no partner in its paragraph, and none that a page, a list or the custom of
//! opening each paragraph anew would explain.

use std::collections::HashMap;

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Stray, Zone, strays};
use crate::text::Span;

const RULE: &str = "editorial/unpaired-quotation";
/// Blocks over which a quotation may run on before it is closed.
const FAR: u32 = 20;
/// Strays among which a partner is looked for; a block with more strays than a few is no prose.
const WINDOW: usize = 32;
const FEW: usize = 4;
/// Blocks in which an apostrophe may still be the end of a quotation in single marks.
const NEAR: usize = 4;

/// Remarks on every quotation mark without a partner.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let all = strays(editor.document(), editor.content());
    let mut forgiven = vec![false; all.len()];
    for at in 0..all.len() {
        if forgiven[at] || !all[at].opens {
            continue;
        }
        let partner = all[at + 1..]
            .iter()
            .take(WINDOW)
            .position(|later| later.double == all[at].double)
            .map(|p| p + at + 1);
        // A quotation over several paragraphs, or one that a page or a table cut.
        if let Some(partner) = partner.filter(|&p| closes(&all[at], &all[p])) {
            (forgiven[at], forgiven[partner]) = (true, true);
        }
    }
    let mut in_block: HashMap<u32, usize> = HashMap::new();
    all.iter().for_each(|stray| *in_block.entry(stray.block).or_default() += 1);
    for (at, stray) in all.iter().enumerate() {
        if !forgiven[at] && in_block[&stray.block] <= FEW && !is_sign(editor, stray) && !goes_on(editor, stray) {
            say(editor, stray);
        }
    }
}

/// Whether `later` may be the end of what `open` began.
const fn closes(open: &Stray, later: &Stray) -> bool {
    !later.opens && later.block > open.block && later.block - open.block <= FAR
}

/// Whether a mark is none of quotation: inches, a ditto, a sign in a formula, a mark that is all its block holds.
fn is_sign(editor: &Editor<'_>, stray: &Stray) -> bool {
    let document = editor.document();
    let block = document.blocks[stray.block as usize].span;
    let text = document.fold.slice(block);
    let at = (stray.span.start - block.start) as usize;
    let (before, after) = (&text[..at], &text[at + 1..]);
    let measures = text
        .match_indices('"')
        .any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()));
    let words = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let beside_blanks =
        before.ends_with([' ', '=']) && (after.starts_with(' ') || after.is_empty()) || before.is_empty() && after.starts_with(' ');
    words < 3
        || (!stray.curly && measures)
        || beside_blanks
        || after.starts_with('"')
        || before.ends_with('"')
        || text.contains("''")
        || (!stray.double && !is_quoting(before, after))
}

/// Whether a single mark between `before` and `after` opens a quotation, and is no apostrophe that was set the wrong way.
fn is_quoting(before: &str, after: &str) -> bool {
    (before.is_empty() || before.ends_with([' ', '('])) && after.starts_with(char::is_alphabetic) && after.contains(' ')
}

/// Whether the next paragraph opens the quotation again, or a single mark is closed in one of the next.
fn goes_on(editor: &Editor<'_>, stray: &Stray) -> bool {
    if !stray.opens {
        return false;
    }
    let document = editor.document();
    let mut following = document.blocks[stray.block as usize + 1..]
        .iter()
        .filter(|block| block.zone != Zone::Footnote)
        .map(|block| document.fold.slice(block.body));
    if stray.double {
        return following.next().is_some_and(|next| next.starts_with('"'));
    }
    let closes = |text: &str| {
        text.match_indices('\'')
            .any(|(at, _)| !text[at + 1..].starts_with(char::is_alphanumeric) && !text[..at].ends_with(' '))
    };
    following.take(NEAR).any(closes)
}

fn say(editor: &mut Editor<'_>, stray: &Stray) {
    let document = editor.document();
    let block = document.blocks[stray.block as usize].span;
    let text = document.fold.slice(block);
    let at = (stray.span.start - block.start) as usize;
    let is_end = |c: char| c == ' ';
    let (from, to) = if stray.opens {
        (at, text[at..].find(is_end).map_or(text.len(), |end| at + end))
    } else {
        (text[..at].rfind(is_end).map_or(0, |start| start + 1), at + 1)
    };
    let (message, ask, note, other) = if stray.opens {
        let message = "This mark opens a quotation that nothing in its paragraph closes.";
        let last = text.rfind(is_end).map_or(0, |start| start + 1);
        (
            message,
            "Where does the quotation end?",
            "The paragraph ends here.",
            (last.max(to.min(text.len())), text.len()),
        )
    } else {
        let message = "This mark closes a quotation that nothing in its paragraph opens.";
        let first = text.find(is_end).unwrap_or(text.len());
        (
            message,
            "Where does the quotation begin?",
            "The paragraph begins here.",
            (0, first.min(from)),
        )
    };
    let span = |from: usize, to: usize| Span::at(block.start as usize + from, block.start as usize + to);
    let related = if other.0 < other.1 {
        vec![editor.related(Role::Evidence, span(other.0, other.1), note)]
    } else {
        Vec::new()
    };
    let slip = Slip {
        rule: RULE,
        message: message.to_owned(),
        ask,
        confidence: if stray.curly && stray.double {
            Confidence::High
        } else {
            Confidence::Medium
        },
    };
    editor.say(slip, span(from, to), related);
}
