//! A `Run` is a stretch of the text that belongs to one block; all runs together are the document in the order of its text.
//!
//! A block is one run as a rule. It has more when something stands in the middle of it that is not its own: a footnote, a running
//! line between two pages, the other cells of a row that a page cuts.

use crate::report::View;
use crate::text::Span;

/// A stretch of the text and its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Where (bytes of the text).
    pub(super) span: Span,
    /// Index of the block.
    pub(super) block: u32,
}

/// The runs of a document in the order of its text; they never overlap.
#[derive(Debug, Default)]
pub(super) struct Runs(pub(super) Vec<Run>);

impl Runs {
    /// The runs of what `view` shows.
    pub(super) fn new(view: &View<'_>) -> Self {
        let document = &view.scan.document;
        let content = view.scan.text.content.as_str();
        let mut pieces: Vec<Run> = Vec::new();
        for (block, it) in (0..).zip(&document.blocks) {
            pieces.extend(document.fold.stretches(it.span, content).map(|span| Run { span, block }));
        }
        pieces.sort_by_key(|run| (run.span.start, run.block));
        let mut runs: Vec<Run> = Vec::new();
        for mut piece in pieces {
            if let Some(last) = runs.last_mut() {
                piece.span.start = piece.span.start.max(last.span.end);
                piece.span.end = piece.span.end.max(piece.span.start);
                if last.block == piece.block && !is_foreign(view, Span::new(last.span.end, piece.span.start)) {
                    last.span.end = piece.span.end;
                    continue;
                }
            }
            if !piece.span.is_empty() {
                runs.push(piece);
            }
        }
        Self(runs)
    }

    /// The block in which the byte at `offset` stands, or the last one before it.
    pub(super) fn block_at(&self, offset: u32) -> Option<u32> {
        let after = self.0.partition_point(|run| run.span.start <= offset);
        after.checked_sub(1).map(|at| self.0[at].block)
    }
}

/// Whether a gap inside a block holds lines that are not the block's own.
fn is_foreign(view: &View<'_>, gap: Span) -> bool {
    view.scan.text.slice(gap).contains(['\n', '\u{c}']) && left_over(view, gap).is_some()
}

/// The words of a `gap` between runs, the format's own signs left out; `None` where there are none.
pub(super) fn left_over(view: &View<'_>, gap: Span) -> Option<String> {
    let text = &view.scan.text;
    if text.slice(gap).trim().is_empty() {
        return None;
    }
    let mut words = String::new();
    let mut at = gap.start;
    let from = text.syntax.partition_point(|span| span.end <= gap.start);
    for span in text.syntax[from..].iter().take_while(|span| span.start < gap.end) {
        words.push_str(text.slice(Span::new(at, span.start.max(at))));
        at = span.end.min(gap.end);
    }
    words.push_str(text.slice(Span::new(at, gap.end)));
    words.contains(char::is_alphanumeric).then_some(words)
}
