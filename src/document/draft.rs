//! A `Draft` is a block before its words are cleaned: which bytes of the text it holds and what kind of block it seems.

use super::{Cell, Zone};
use crate::text::{MarkKind, Span, Text};

/// A block in the making. Its spans count bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// The stretches of text it is made of, in reading order: more than one when a page break cut it.
    pub(super) segments: Vec<Span>,
    pub(super) zone: Zone,
    /// Heading level from 1, 0 for everything else.
    pub(super) level: u8,
    pub(super) cell: Option<Cell>,
    /// Whether a blank line stands before it.
    pub(super) gap: bool,
    /// Whether a page began between it and the draft before.
    pub(super) page: bool,
}

impl Draft {
    pub(super) fn new(zone: Zone, span: Span) -> Self {
        Self {
            segments: vec![span],
            zone,
            level: 0,
            cell: None,
            gap: true,
            page: false,
        }
    }

    /// The text of its first segment.
    pub(super) fn first<'t>(&self, content: &'t str) -> &'t str {
        self.segments.first().map_or("", |s| &content[s.range()])
    }

    /// The text of its last segment.
    pub(super) fn last<'t>(&self, content: &'t str) -> &'t str {
        self.segments.last().map_or("", |s| &content[s.range()])
    }
}

/// The drafts that a format's own marks give, in the order of their start.
pub(super) fn from_marks(text: &Text) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = text
        .marks
        .iter()
        .filter_map(|mark| {
            let (zone, level, cell) = match mark.kind {
                MarkKind::Paragraph => (Zone::Paragraph, 0, None),
                MarkKind::Heading(level) => (Zone::Heading, level, None),
                MarkKind::Item => (Zone::List, 0, None),
                MarkKind::Quote => (Zone::Quote, 0, None),
                MarkKind::Note => (Zone::Footnote, 0, None),
                MarkKind::Cell {
                    table,
                    row,
                    column,
                    header,
                } => (
                    Zone::Table,
                    0,
                    Some(Cell {
                        table,
                        row,
                        column,
                        header,
                    }),
                ),
                MarkKind::Page(_) => return None,
            };
            Some(Draft {
                segments: vec![mark.span],
                zone,
                level,
                cell,
                gap: true,
                page: false,
            })
        })
        .collect();
    drafts.sort_by_key(|d| d.segments[0]);
    drafts
}
