//! A stretch of the document is its `Ground`: what stands under a heading, a label or a table's title, between two
//! headings, or everywhere.

use crate::document::{Block, Document, Zone};
use crate::text::Span;

/// Bytes of the longest label that ends in a colon.
const LABEL: usize = 90;

/// Bytes of the longest title that stands close above its text.
const TITLE: usize = 60;

/// Some blocks, or parts of blocks, in reading order (folded bytes).
pub(super) struct Ground(Vec<Span>);

impl Ground {
    pub(super) fn all(document: &Document) -> Self {
        Self(vec![Span::at(0, document.fold.text.len())])
    }

    pub(super) fn spans(&self) -> impl Iterator<Item = Span> {
        self.0.iter().copied()
    }

    /// Whether `span` lies on it.
    pub(super) fn holds(&self, span: Span) -> bool {
        let after = self.0.partition_point(|own| own.start <= span.start);
        after.checked_sub(1).is_some_and(|at| self.0[at].contains(span))
    }
}

/// The blocks that stand under the same heading as block number `at`, and the number of that heading, from 1.
pub(super) fn section(document: &Document, at: u32) -> (u32, Ground) {
    let own = document.blocks[at as usize].section;
    let blocks = &document.blocks;
    let from = own.map_or(0, |heading| heading as usize + 1);
    let same = |block: &&Block| block.section == own && block.zone != Zone::Heading;
    let spans = blocks[from..].iter().take_while(same).map(|block| block.span).collect();
    (own.map_or(0, |heading| heading + 1), Ground(spans))
}

/// What stands under the words `hit` of block number `at`, when they are a heading, a label or a title of cells.
pub(super) fn under(document: &Document, at: u32, hit: Span) -> Option<Ground> {
    let block = &document.blocks[at as usize];
    let spans = match block.zone {
        Zone::Heading => heading(document, at as usize)?,
        Zone::Table => cells(document, at as usize, hit)?,
        _ => match label(document, at as usize, hit) {
            Some(spans) => spans,
            None => title(document, at as usize, hit)?,
        },
    };
    Some(Ground(spans))
}

/// The blocks under a heading, down to the next as high; `None` in a list of headings, which is an agenda.
fn heading(document: &Document, at: usize) -> Option<Vec<Span>> {
    let blocks = &document.blocks;
    let is_heading = |at: usize| blocks.get(at).is_none_or(|b| b.zone == Zone::Heading);
    let below = |block: &&Block| block.zone != Zone::Heading || block.level > blocks[at].level;
    let spans: Vec<Span> = blocks[at + 1..]
        .iter()
        .take_while(below)
        .filter(|block| block.zone != Zone::Heading)
        .map(|block| block.span)
        .collect();
    let agenda = spans.is_empty() && (is_heading(at + 2) || at > 0 && is_heading(at - 1));
    (!agenda).then_some(spans)
}

/// What follows the colon of a label, in its block or, when nothing does, in the blocks after it.
fn label(document: &Document, at: usize, hit: Span) -> Option<Vec<Span>> {
    let block = &document.blocks[at];
    let before = document.fold.slice(Span::new(block.body.start, hit.start));
    let rest = document.fold.slice(Span::new(hit.end, block.span.end));
    let colon = rest.bytes().take(LABEL).position(|b| b == b':' || b == b'?')?;
    let head = &rest[..colon];
    if before.split(' ').filter(|w| !w.is_empty()).count() > 2 || head.contains(['.', ',', ';']) || head.split(' ').count() > 8 {
        return None;
    }
    let own = Span::new(hit.end + colon as u32 + 1, block.span.end);
    if !document.fold.slice(own).trim().is_empty() {
        return Some(vec![own]);
    }
    let goes_on = |block: &&Block| {
        let text = document.fold.slice(block.span);
        block.zone != Zone::Heading && !(text.len() <= LABEL && text.ends_with(':'))
    };
    Some(document.blocks[at + 1..].iter().take_while(goes_on).map(|b| b.span).collect())
}

/// The blocks under a block that is all title and stands close above its text; `None` among other titles, in an agenda.
fn title(document: &Document, at: usize, hit: Span) -> Option<Vec<Span>> {
    let block = &document.blocks[at];
    let is_title = |at: usize| {
        document
            .blocks
            .get(at)
            .is_none_or(|b| b.zone == Zone::Heading || is_title(document.fold.slice(b.body)))
    };
    let around = document.fold.slice(block.body).split(' ').count() - document.fold.slice(hit).split(' ').count();
    if around > 4 || !is_title(at) || is_title(at + 1) && (is_title(at + 2) || at > 0 && is_title(at - 1)) {
        return None;
    }
    // The first block below is the text, however short.
    let first = document.blocks.get(at + 1)?;
    let rest = document.blocks[at + 2..].iter();
    let text = rest.take_while(|b| b.zone == Zone::List || b.zone != Zone::Heading && !self::is_title(document.fold.slice(b.body)));
    Some(std::iter::once(first).chain(text).map(|b| b.span).collect())
}

/// Whether a block's words look like a title: few, a capital first, no stop at the end.
fn is_title(text: &str) -> bool {
    text.len() <= TITLE && text.starts_with(char::is_uppercase) && !text.ends_with(['.', '!', ';', ',', '"', '\''])
}

/// The other cells of the row that the cell opens, or the cells below it when it is a column's title.
fn cells(document: &Document, at: usize, hit: Span) -> Option<Vec<Span>> {
    let block = &document.blocks[at];
    let own = block.cell?;
    let rest = document.fold.slice(Span::new(hit.end, block.span.end));
    let before = document.fold.slice(Span::new(block.body.start, hit.start));
    if before.split(' ').count() > 3 || rest.split(' ').count() > 6 {
        return None;
    }
    let mut spans = Vec::new();
    let mut widest = own.column;
    for other in &document.blocks[at + 1..] {
        let Some(cell) = other.cell.filter(|cell| cell.table == own.table) else {
            break;
        };
        widest = widest.max(cell.column);
        if if own.header {
            cell.column == own.column
        } else {
            cell.row == own.row
        } {
            spans.push(other.span);
        }
    }
    // The first row of a table of two columns is a row, whatever the format calls it.
    let beside = own.header && own.column == 0 && widest == 1;
    if beside {
        let next = document.blocks.get(at + 1)?;
        spans = next
            .cell
            .filter(|cell| cell.row == own.row)
            .map(|_| next.span)
            .into_iter()
            .collect();
    }
    (beside || own.header || own.column == 0).then_some(spans)
}
