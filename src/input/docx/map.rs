//! A `SourceMap` leads from a text back to the runs of the Word file that it was read from.

use std::ops::Range;

pub use crate::input::flow::Piece;
use crate::text::Span;

/// One run of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Index of its part in [`SourceMap::parts`].
    pub part: u32,
    /// Its paragraph, counted from 0 in its part.
    pub paragraph: u32,
    /// Its bytes in the part, tags included.
    pub raw: Range<usize>,
    /// Where, in the main part, a comment on it must stand outside of: the run that carries its text box or its note,
    /// or a content control that is bound to data. `None` when a comment may stand in it.
    pub carrier: Option<Range<usize>>,
}

/// The way back from a text to the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// Names of the parts that text came from; the main part first.
    pub parts: Vec<String>,
    /// Runs, in the order in which they were read.
    pub runs: Vec<Run>,
    /// Stretches of text, in the order of the text.
    pub pieces: Vec<Piece>,
}

impl SourceMap {
    /// The pieces that `span` of the text touches.
    #[must_use]
    pub fn pieces(&self, span: Span) -> &[Piece] {
        let from = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let to = self.pieces.partition_point(|piece| piece.span.start < span.end);
        &self.pieces[from..to.max(from)]
    }
}
