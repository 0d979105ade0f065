//! An unpaired quotation is one whose mark has no partner in its paragraph, and none that a page, a list or the custom of
//! opening each paragraph anew would explain.

use std::cell::LazyCell;
use std::collections::HashMap;

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Block, Document, Stray, Zone, strays};
use crate::text::Span;

const RULE: &str = "editorial/unpaired-quotation";
/// Blocks over which a quotation may run on before it is closed.
const FAR: u32 = 20;
/// Strays among which a partner is looked for; a block with more strays than a few is no prose.
const WINDOW: usize = 32;
const FEW: usize = 4;
/// Blocks in which an apostrophe may still be the end of a quotation in single marks.
const NEAR: usize = 4;

/// Straight single marks without a partner that are spoken of.
const MOST: usize = 10;
/// Words that some write with an apostrophe before them.
const CLIPPED: &[&str] = &[
    "phone",
    "phoned",
    "phones",
    "phoning",
    "flu",
    "bus",
    "plane",
    "round",
    "neath",
    "gainst",
    "fore",
    "nother",
    "kay",
    "tude",
    "til",
    "till",
    "twas",
    "cause",
    "bout",
    "ello",
    "ome",
    "ouse",
    "ere",
    "cello",
    "fraid",
    "specially",
    "least",
    "stead",
    "hood",
    "fridge",
    "mid",
    "cross",
    "pon",
    "ave",
    "appen",
    "tis",
    "tec",
];

/// Words that no one clips.
const COMMON: &[&str] = &[
    "always",
    "never",
    "not",
    "the",
    "she",
    "they",
    "you",
    "there",
    "this",
    "that",
    "very",
    "just",
    "really",
    "nothing",
    "being",
    "what",
    "was",
    "would",
    "could",
    "her",
    "his",
    "like",
    "all",
    "nobody",
    "everyone",
    "everything",
    "went",
    "very",
    "hard",
    "good",
    "bad",
    "fine",
    "safe",
    "well",
    "difficult",
    "feeling",
    "made",
];

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
        if let Some(partner) = partner.filter(|&p| closes(editor.document(), &all[at], &all[p])) {
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
    for stray in lone_singles(editor.document(), editor.content()).iter().take(MOST) {
        say(editor, stray);
    }
}

/// Straight single marks that open a quotation and that nothing closes. Such a mark is an apostrophe as often as not: what
/// follows must be a word that the document writes without it, too.
fn lone_singles(document: &Document, content: &str) -> Vec<Stray> {
    let mut found = Vec::new();
    let counts = LazyCell::new(|| {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let words = document.fold.text.split(|c: char| !c.is_alphabetic());
        words.for_each(|word| *counts.entry(word).or_default() += 1);
        counts
    });
    for (at, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.zone != Zone::Contents) {
        let text = document.fold.slice(block.span);
        let Some(last) = text.rfind('\'') else { continue };
        let rest = &text[last + 1..];
        let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        let whole = word.len() > 2 && rest[word.len()..].starts_with([' ', ',']) && !CLIPPED.contains(&word);
        let source = block.span.start as usize + last;
        if !whole || !(text[..last].ends_with([' ', '(']) || last == 0) || opened(text, last) || closed_soon(document, at) {
            continue;
        }
        let straight = content[document.fold.source_offset(source as u32) as usize..].starts_with('\'');
        if straight && (counts[word] > 1 || COMMON.contains(&word)) {
            found.push(Stray {
                span: Span::at(source, source + 1),
                block: at as u32,
                opens: true,
                double: false,
                curly: false,
            });
        }
    }
    found
}

/// Whether an earlier single mark of the block opens a quotation that the one at `at` may close or stand in.
fn opened(text: &str, at: usize) -> bool {
    let opens =
        |before: usize| (before == 0 || text[..before].ends_with([' ', '('])) && text[before + 1..].starts_with(char::is_alphanumeric);
    let closes = |before: usize| !text[before + 1..].starts_with(char::is_alphanumeric);
    let marks = || text[..at].match_indices('\'').map(|(before, _)| before);
    marks().filter(|&before| opens(before)).count() > marks().filter(|&before| closes(before)).count()
}

/// Whether one of the next blocks opens the quotation again, or ends it with a stop.
fn closed_soon(document: &Document, block: usize) -> bool {
    let next = document.blocks[block + 1..]
        .iter()
        .take(NEAR)
        .map(|block| document.fold.slice(block.body));
    next.into_iter().any(|text| text.starts_with('\'') || ends_quotation(text))
}

/// Whether a single mark stands behind a stop.
fn ends_quotation(text: &str) -> bool {
    let after = |at: usize| !text[at + 1..].starts_with(char::is_alphanumeric);
    text.match_indices('\'')
        .any(|(at, _)| text[..at].ends_with(['.', ',', '?', '!']) && after(at))
}

/// Whether `later` may be the end of what `open` began: no numbered paragraph begins between them, unless a page cut one.
fn closes(document: &Document, open: &Stray, later: &Stray) -> bool {
    if later.opens || later.block <= open.block || later.block - open.block > FAR {
        return false;
    }
    let mut between = document.blocks[open.block as usize + 1..=later.block as usize].iter();
    let is_numbered = |block: &Block| block.zone == Zone::Paragraph && block.body.start > block.span.start;
    !between.any(|block| block.zone == Zone::Heading || is_numbered(block))
}

/// Whether a mark is none of quotation: inches, a ditto, a sign in a formula, a mark that is all its block holds.
fn is_sign(editor: &Editor<'_>, stray: &Stray) -> bool {
    let document = editor.document();
    let block = document.blocks[stray.block as usize].span;
    let text = document.fold.slice(block);
    let at = (stray.span.start - block.start) as usize;
    let (before, after) = (&text[..at], &text[at + 1..]);
    // Inches: this mark, or one before it in the block that nothing opened; a mark that closes "level 4" is none.
    let figure = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    let measures = figure(at) || !stray.opens && text.match_indices('"').any(|(at, _)| figure(at));
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
    let mut following = following.take(NEAR);
    // Cut by a page, or closed behind a stop.
    following
        .next()
        .is_some_and(|next| next.starts_with(char::is_lowercase) && closes(next) || ends_quotation(next))
        || following.any(ends_quotation)
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
