//! A quotation is told by its marks: curly ones say which way they face, straight ones are judged by their neighbours,
//! and apostrophes are set apart first. A quotation never leaves its block.

use super::{Document, Quotation, Zone};
use crate::text::Span;

/// Quotations inside quotations that are told apart; more are read as part of the innermost.
const DEEPEST: usize = 4;

/// What one mark can do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
    /// A straight mark between blanks or signs: closes what is open, else opens.
    Either,
}

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    double: bool,
    curly: bool,
    turn: Turn,
}

/// The quotations of all blocks.
pub(super) fn find(document: &Document, content: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut runs_on = false;
    for (i, block) in document.blocks.iter().enumerate() {
        // A quotation left open before a colon holds the items that follow.
        runs_on &= block.zone == Zone::List;
        if block.zone == Zone::Quote || runs_on {
            found.push(Quotation {
                span: block.body,
                block: i as u32,
                closed: true,
            });
        }
        let text = document.fold.slice(block.span);
        if memchr::memchr2(b'"', b'\'', text.as_bytes()).is_some() {
            let marks = marks(document, content, block.span);
            pair(&marks, text, |span, closed| {
                runs_on |= !closed && text.ends_with(':');
                let span = Span::new(block.span.start + span.start, block.span.start + span.end);
                found.push(Quotation {
                    span,
                    block: i as u32,
                    closed,
                });
            });
        }
    }
    found.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    found
}

/// A quotation mark that its block does not pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stray {
    /// The mark (folded bytes).
    pub(crate) span: Span,
    /// Index of its block.
    pub(crate) block: u32,
    /// Whether it opens a quotation, and does not close one.
    pub(crate) opens: bool,
    /// Whether it is a double mark.
    pub(crate) double: bool,
    /// Whether it is curly, and so says which way it faces.
    pub(crate) curly: bool,
}

/// The marks of all blocks that stand without a partner in their block, in reading order. Single closing marks are
/// apostrophes as often as not, straight single marks too: they are never strays.
pub(crate) fn strays(document: &Document, content: &str) -> Vec<Stray> {
    let mut found: Vec<Stray> = Vec::new();
    for (i, block) in document.blocks.iter().enumerate() {
        let text = document.fold.slice(block.span);
        if memchr::memchr2(b'"', b'\'', text.as_bytes()).is_none() {
            continue;
        }
        let stray = |mark: &Mark, opens: bool| Stray {
            span: Span::at(block.span.start as usize + mark.at, block.span.start as usize + mark.at + 1),
            block: i as u32,
            opens,
            double: mark.double,
            curly: mark.curly,
        };
        let marks = marks(document, content, block.span);
        let mut paired = vec![false; marks.len()];
        let mut open = Vec::new();
        pair(&marks, text, |span, closed| {
            let at = marks.partition_point(|mark| mark.at + 1 < span.start as usize);
            let end = marks.partition_point(|mark| mark.at < span.end as usize);
            paired[at] = true;
            match closed {
                true => paired[end.min(marks.len() - 1)] = true,
                false => open.push(at),
            }
        });
        let lone = marks
            .iter()
            .zip(&paired)
            .filter(|(mark, paired)| !**paired && (mark.double || mark.curly && mark.turn == Turn::Open));
        let first = found.len();
        found.extend(open.into_iter().map(|at| stray(&marks[at], true)));
        // What pairing passed over: an opening mark inside one that was closed, or a closing mark with nothing open.
        found.extend(lone.map(|(mark, _)| stray(mark, mark.turn == Turn::Open)));
        found[first..].sort_by_key(|stray| stray.span);
    }
    found
}

fn marks(document: &Document, content: &str, block: Span) -> Vec<Mark> {
    let text = document.fold.slice(block);
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    for at in memchr::memchr2_iter(b'"', b'\'', bytes) {
        let double = bytes[at] == b'"';
        let source = document.fold.source_offset(block.start + at as u32) as usize;
        let sign = content[source..].chars().next().unwrap_or('"');
        let before = at.checked_sub(1).map(|p| bytes[p]);
        let after = bytes.get(at + 1).copied();
        if !double && (is_apostrophe(before, after) || is_clipped(&text[at + 1..])) {
            continue;
        }
        let curly = !matches!(sign, '"' | '\'' | '`' | '\u{b4}');
        let turn = match sign {
            '\u{201c}' | '\u{201e}' | '\u{201f}' | '\u{2018}' | '\u{201a}' | '\u{201b}' | '\u{ab}' => Turn::Open,
            '\u{201d}' | '\u{2019}' | '\u{bb}' => Turn::Close,
            _ => straight_turn(before, after),
        };
        marks.push(Mark { at, double, curly, turn });
    }
    marks
}

/// Between two letters, or before a year or a clipped word ('90s, 'til).
fn is_apostrophe(before: Option<u8>, after: Option<u8>) -> bool {
    let letter = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || b >= 0x80);
    letter(before) && letter(after) || (!letter(before) && after.is_some_and(|b| b.is_ascii_digit()))
}

/// Whether a word stands at the start of `rest` that is written with an apostrophe before it: 'twas, rock 'n' roll.
fn is_clipped(rest: &str) -> bool {
    const CLIPPED: [&str; 9] = ["twas", "tis", "til", "till", "em", "cause", "cos", "bout", "n"];
    let letters = rest.bytes().take(6).take_while(u8::is_ascii_alphabetic).count();
    CLIPPED.iter().any(|known| rest[..letters].eq_ignore_ascii_case(known))
}

fn straight_turn(before: Option<u8>, after: Option<u8>) -> Turn {
    let opens = before.is_none_or(|b| matches!(b, b' ' | b'(' | b'[' | b'"' | b'\'' | b'-' | b'/' | b'<'));
    let closes = after.is_none_or(|b| !b.is_ascii_alphanumeric());
    match (opens, closes) {
        (true, false) => Turn::Open,
        (false, true) => Turn::Close,
        _ => Turn::Either,
    }
}

/// Pairs the marks of one block, innermost first.
fn pair(marks: &[Mark], text: &str, mut found: impl FnMut(Span, bool)) {
    let mut open: Vec<Mark> = Vec::new();
    for (i, &mark) in marks.iter().enumerate() {
        let opener = open.iter().rposition(|o| o.double == mark.double);
        match (mark.turn, opener) {
            (Turn::Close | Turn::Either, Some(opener)) => {
                if !mark.double && is_plural(text, mark.at) && closes_later(&marks[i + 1..]) {
                    continue;
                }
                found(Span::at(open[opener].at + 1, mark.at), true);
                open.truncate(opener);
            }
            (Turn::Open | Turn::Either, _)
                if open.len() < DEEPEST
                // A straight single mark that nothing closes is an apostrophe.
                && (mark.double || mark.curly || closes_later(&marks[i + 1..])) =>
            {
                open.push(mark);
            }
            _ => {}
        }
    }
    for mark in open.into_iter().filter(|m| m.double || m.curly) {
        let rest = &text[mark.at + 1..];
        // A straight mark may be a slip: it reaches to the end of its sentence, a curly one to the end of the block.
        let end = if mark.curly {
            rest.len()
        } else {
            rest.find(". ").map_or(rest.len(), |stop| stop + 1)
        };
        found(Span::at(mark.at + 1, mark.at + 1 + end), false);
    }
}

/// "the boys' engagement": a mark after an s, before a word.
fn is_plural(text: &str, at: usize) -> bool {
    text[..at].ends_with(['s', 'S'])
        && text[at + 1..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Whether the next single mark can close.
fn closes_later(marks: &[Mark]) -> bool {
    marks.iter().take(64).find(|m| !m.double).is_some_and(|m| m.turn != Turn::Open)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::input;
    use crate::text::Lexicon;

    fn quotations(content: &str) -> Vec<(String, bool)> {
        let text = input::read("a.txt", content.as_bytes()).unwrap();
        let document = Document::parse(&text, &Lexicon::default());
        document
            .quotations
            .iter()
            .map(|q| (document.fold.slice(q.span).to_owned(), q.closed))
            .collect()
    }

    #[test]
    fn marks_of_every_make() {
        for (content, expected) in [
            ("Noted as \u{201c}safe and well\u{201d} again.", &["safe and well"][..]),
            ("Noted as 'safe and well' again.", &["safe and well"]),
            ("The \u{2018}child in need\u{2019} plan didn\u{2019}t say.", &["child in need"]),
            ("The boys' engagement and James's plan.", &[]),
            ("Said 'the boys' engagement was poor' twice.", &["the boys' engagement was poor"]),
            (
                "He said \"she told me 'go away' and left\" then.",
                &["she told me 'go away' and left", "go away"],
            ),
            ("(\"fine\")", &["fine"]),
            (
                "The log said 'domestics' at first and then 'a concern' instead.",
                &["domestics", "a concern"],
            ),
            ("In the '90s it wasn't so.", &[]),
        ] {
            let found: Vec<_> = quotations(content).into_iter().map(|(words, _)| words).collect();
            assert_eq!(found, expected, "{content}");
        }
    }

    #[test]
    fn an_open_mark_before_a_list_holds_its_items() {
        let found =
            quotations("The plan said \u{201c}review the guidance so as to:\n\n- ensure visits\n\n- ensure checks\n\nNothing came of it.");
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        assert_eq!(
            quotations("It said \u{201c}we will ensure.\n\nNothing was done."),
            [("we will ensure.".to_owned(), false)]
        );
        assert_eq!(
            quotations("A 5\" cut. It said \"no more. Then they left."),
            [("no more.".to_owned(), false)].to_vec()
        );
    }
}
