//! The `Flow` is the text of a page as it grows, block by block, with its marks.

use crate::text::{Mark, MarkKind, Span};

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) content: String,
    pub(super) marks: Vec<Mark>,
    last: Option<MarkKind>,
}

impl Flow {
    /// Adds a block: a line of its own, or the next cell of its row. One without words is left out, unless it is a cell
    /// that holds a printed number.
    pub(super) fn put(&mut self, words: &str, kind: MarkKind, label: Option<String>) {
        let words = words.trim();
        if words.is_empty() && !(label.is_some() && matches!(kind, MarkKind::Cell { .. })) {
            return;
        }
        if let Some(last) = &self.last {
            self.content.push(if is_same_row(last, &kind) { '\t' } else { '\n' });
        }
        let start = self.content.len();
        self.content.push_str(words);
        if let Some(label) = label {
            self.marks.push(Mark {
                span: Span::at(start, start),
                kind: MarkKind::Label(label.into_boxed_str()),
            });
        }
        self.marks.push(Mark {
            span: Span::at(start, self.content.len()),
            kind: kind.clone(),
        });
        self.last = Some(kind);
    }
}

/// Whether a cell stands beside the one before it.
fn is_same_row(before: &MarkKind, after: &MarkKind) -> bool {
    let place = |kind: &MarkKind| match *kind {
        MarkKind::Cell { table, row, column, .. } => Some((table, row, column)),
        _ => None,
    };
    matches!((place(before), place(after)), (Some(a), Some(b)) if (a.0, a.1) == (b.0, b.1) && a.2 != b.2)
}
