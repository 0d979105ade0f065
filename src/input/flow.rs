//! The `Flow` is the text of a word processor's document as it grows, paragraph by paragraph, with its marks and the way back
//! to its runs.

use std::ops::Range;

use crate::text::{Mark, MarkKind, Span};

/// A stretch of text and the bytes of the part that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the text.
    pub span: Span,
    /// Bytes of the part: as many, or all those of one element or reference that stands for the character.
    pub raw: Range<usize>,
    /// Index of the run.
    pub run: u32,
}

/// A paragraph that was read to its end.
#[derive(Clone, Debug)]
pub(super) struct Done {
    pub(super) text: String,
    /// Its pieces, counted from its own start; none where the reader keeps no way back.
    pub(super) pieces: Vec<Piece>,
    pub(super) kind: MarkKind,
    /// The number or label that is printed before it.
    pub(super) label: Option<String>,
}

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) content: String,
    pub(super) marks: Vec<Mark>,
    pub(super) pieces: Vec<Piece>,
    last: Option<MarkKind>,
}

impl Flow {
    /// Adds a paragraph: a line of its own, or the next cell of its row. One without words is left out, unless it is a
    /// cell that holds a printed number.
    pub(super) fn put(&mut self, done: Done) {
        let empty = done.text.trim().is_empty();
        let numbered_cell = done.label.is_some() && matches!(done.kind, MarkKind::Cell { .. });
        if empty && !numbered_cell {
            return;
        }
        if let Some(last) = &self.last {
            self.content.push(if is_same_row(last, &done.kind) { '\t' } else { '\n' });
        }
        let start = self.content.len();
        let span = if empty {
            Span::at(start, start)
        } else {
            self.content.push_str(&done.text);
            let lead = done.text.len() - done.text.trim_start().len();
            let shifted = |span: Span| Span::at(start + span.start as usize, start + span.end as usize);
            self.pieces.extend(done.pieces.into_iter().map(|piece| Piece {
                span: shifted(piece.span),
                ..piece
            }));
            Span::at(start + lead, start + done.text.trim_end().len())
        };
        if let Some(label) = done.label {
            self.marks.push(Mark {
                span: Span::new(span.start, span.start),
                kind: MarkKind::Label(label.into_boxed_str()),
            });
        }
        self.marks.push(Mark {
            span,
            kind: done.kind.clone(),
        });
        self.last = Some(done.kind);
    }
}

fn is_same_row(before: &MarkKind, after: &MarkKind) -> bool {
    match (before, after) {
        (
            MarkKind::Cell { table, row, column, .. },
            MarkKind::Cell {
                table: next_table,
                row: next_row,
                column: next_column,
                ..
            },
        ) => table == next_table && row == next_row && column != next_column,
        _ => false,
    }
}
