//! An inner line is one of several lines that were read as one paragraph: a list of days in a box, set without bullets.

use super::dates::{Known, lead};
use super::desk::Desk;
use super::gather::heading;
use super::lines::opens_row;
use crate::document::Block;
use crate::text::Span;

/// Fewest lines of a block that is a list of rows.
const FEWEST: usize = 2;
/// The longest banner, "**March 2021**".
const BANNER: usize = 12;
/// The longest block that is read for its lines.
const LONGEST: u32 = 20_000;

/// The lines of a block, each as a folded span.
pub(super) fn lines(desk: Desk<'_>, block: &Block) -> Vec<Span> {
    if block.body.len() > LONGEST {
        return Vec::new();
    }
    let text = desk.words(block.body);
    let source = |at: usize| desk.document.fold.source_offset(block.body.start + at as u32) as usize;
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(' ') {
        let (here, next) = (source(at), source(at + 1));
        if desk.text.content.get(here..next).is_some_and(|between| between.contains('\n')) {
            found.push(Span::at(block.body.start as usize + from, block.body.start as usize + at));
            from = at + 1;
        }
    }
    found.push(Span::at(block.body.start as usize + from, block.body.end as usize));
    found
}

/// The lines of a block that is a list of rows, or the block as one: its first line opens with a date, and so does another, each
/// where the line before it has come to an end.
pub(super) fn rows(desk: Desk<'_>, block: &Block, known: Known) -> Vec<Span> {
    let whole = vec![block.body];
    if block.cell.is_some() || block.body.len() > LONGEST {
        return whole;
    }
    let lines = lines(desk, block);
    if lines.len() < FEWEST {
        return whole;
    }
    let mut known = known;
    let (mut opened, mut ended) = (0, true);
    let mut list: Vec<Span> = Vec::new();
    for line in lines {
        let text = desk.words(line);
        let banner = heading(text, known).filter(|_| text.len() <= BANNER);
        let opens = banner.is_some() || opens(text, known, ended);
        known = banner.unwrap_or(known);
        opened += usize::from(opens);
        ended = text.trim_end().ends_with(['.', ')', ']', '"', '\u{201d}', '?', '!', ';']);
        match list.last_mut().filter(|_| !opens) {
            Some(last) => *last = Span::new(last.start, line.end),
            None if !opens => return whole,
            None => list.push(line),
        }
    }
    if opened < FEWEST { whole } else { list }
}

/// Whether a line opens a row: behind a line that has come to its end, or with a mark that sets its date off.
fn opens(text: &str, known: Known, ended: bool) -> bool {
    let Some(lead) = lead(text, Known { place: true, ..known }) else {
        return false;
    };
    let rest = &text[lead.end..];
    let set_off = rest.starts_with([':', '\t', ';']) || [" -", " \u{2013}", " \u{2014}", "  "].iter().any(|mark| rest.starts_with(mark));
    lead.written.range.start <= 8 && (ended || set_off) && opens_row(text, lead.written.range.start, lead.end, &lead.written)
}
