//! A diary is a narrative that stands for a chronology: one paragraph an event, each opening "On 3 May 2018 …".

use super::dates::{Known, Lead, lead};
use super::gather::{is_narrative, row, tells};
use super::timeline::Row;
use crate::document::{Block, Document, Zone};
use crate::text::Span;

/// Fewest paragraphs of a diary, and most others between two of them.
const FEWEST: usize = 6;
const FARTHEST: usize = 2;

/// The rows of each diary of `document`: most of its paragraphs open with dates, and most of these rise.
pub(super) fn all(document: &Document) -> Vec<Vec<Row>> {
    let mut found = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut last = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let opened = opened(document, at, block);
        if block.level > 0 || opened.is_some() && at - last > FARTHEST {
            close(&mut rows, &mut found);
        }
        let Some(opened) = opened else { continue };
        let end = opened.end;
        let text = document.fold.slice(block.body);
        let rest = text[end..].trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\u{201c}' | '('));
        let mut new = row(block.body.start, at, opened);
        new.account.push(Span::new(block.body.end - rest.len() as u32, block.body.end));
        rows.push(new);
        last = at;
    }
    close(&mut rows, &mut found);
    found
}

fn close(rows: &mut Vec<Row>, found: &mut Vec<Vec<Row>>) {
    let rows = std::mem::take(rows);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return;
    };
    let blocks = (last.block - first.block) as usize + 1;
    let days: Vec<_> = rows.iter().filter_map(|row| row.when).collect();
    let rises = days.windows(2).filter(|pair| pair[0].first <= pair[1].last).count();
    if rows.len() >= FEWEST && rows.len() * 4 >= blocks * 3 && rises * 4 >= (days.len().max(1) - 1) * 3 {
        found.push(rows);
    }
}

/// The date that opens a paragraph, "On", "In" or nothing before it, with a day at least or a month.
fn opened(document: &Document, at: usize, block: &Block) -> Option<Lead> {
    if block.level > 0 || block.cell.is_some() || !matches!(block.zone, Zone::Paragraph | Zone::List) || !is_narrative(document, at) {
        return None;
    }
    let text = document.fold.slice(block.body);
    let known = Known::default();
    let opened = lead(text, known)?;
    let start = opened.written.range.start;
    let head = text[..start].trim().to_lowercase();
    let led = head.chars().filter(|c| c.is_alphabetic()).count() <= 12;
    let when = opened.written.when.is_some() || opened.written.parts.is_some();
    (led && when && !opened.written.pointed && tells(&text[opened.end..])).then_some(opened)
}
