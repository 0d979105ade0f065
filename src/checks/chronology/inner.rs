//! An inner line is one of several lines that were read as one paragraph: a list of days in a box, set without bullets.

use super::dates::{Known, lead};
use super::desk::Desk;
use super::gather::{heading, is_narrative, row};
use super::lines::opens_row;
use super::timeline::Row;
use crate::document::{Block, Zone};
use crate::text::Span;

/// Fewest rows of a list, and fewest of a paragraph that is part of one.
const FEWEST: usize = 3;
const FEWEST_OF_PART: usize = 2;
/// The longest banner, "**March 2021**".
const BANNER: usize = 24;
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

/// The rows of paragraphs whose lines open with dates; paragraphs that follow one another are one list.
pub(super) fn all(desk: Desk<'_>) -> Vec<Vec<Row>> {
    let mut found: Vec<Vec<Row>> = Vec::new();
    let (mut list, mut last): (Vec<Row>, Option<usize>) = (Vec::new(), None);
    for (at, block) in desk.document.blocks.iter().enumerate() {
        let plain = block.cell.is_none() && block.level == 0 && !matches!(block.zone, Zone::Table | Zone::Heading);
        let rows = if plain && is_narrative(desk.document, at) { of_block(desk, at, block) } else { Vec::new() };
        if rows.is_empty() {
            continue;
        }
        if last.is_some_and(|last| last + 1 < at) {
            found.push(std::mem::take(&mut list));
        }
        list.extend(rows);
        last = Some(at);
    }
    found.push(list);
    found.retain(|rows| rows.len() >= FEWEST);
    found
}

/// The rows of one paragraph, when most of its lines open with dates.
fn of_block(desk: Desk<'_>, at: usize, block: &Block) -> Vec<Row> {
    let lines = lines(desk, block);
    let mut known = super::gather::above(desk.document, at);
    let mut rows: Vec<Row> = Vec::new();
    let mut others = 0;
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        let text = desk.words(line);
        if text.len() <= BANNER
            && let Some(banner) = heading(text, known)
        {
            known = banner;
            continue;
        }
        let opened = lead(text, Known { place: true, ..known })
            .filter(|lead| lead.written.range.start <= 4 && opens_row(text, lead.written.range.start, lead.end, &lead.written));
        let Some(opened) = opened else {
            others += 1;
            if let Some(row) = rows.last_mut() {
                row.account.push(line);
            }
            continue;
        };
        let end = opened.end;
        let rest = text[end..].trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\u{201c}' | '('));
        let mut new = row(line.start, at, opened);
        new.account.push(Span::new(line.end - rest.len() as u32, line.end));
        rows.push(new);
    }
    if rows.len() < FEWEST_OF_PART || rows.len() <= others { Vec::new() } else { rows }
}
