//! A `Draft` is a block before its words are cleaned: which bytes of the text it holds and what kind of block it seems.

use super::{Cell, Zone};
use crate::text::{Mark, MarkKind, Span, Text};

/// A block in the making. Its spans count bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// The stretches of text it is made of, in reading order: more than one when a page break cut it.
    pub(super) segments: Vec<Span>,
    pub(super) zone: Zone,
    /// Heading level from 1, 0 for everything else.
    pub(super) level: u8,
    pub(super) cell: Option<Cell>,
    /// The number or label that its format prints before it and that is not in the text.
    pub(super) label: Option<Box<str>>,
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
            label: None,
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

/// The drafts that a format's own marks give, in the order of their start. Marks of one cell make one draft.
pub(super) fn from_marks(text: &Text) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::with_capacity(text.marks.len());
    let mut label = None;
    for mark in &text.marks {
        let (zone, level, cell) = match &mark.kind {
            MarkKind::Paragraph => (Zone::Paragraph, 0, None),
            MarkKind::Heading(level) => (Zone::Heading, *level, None),
            MarkKind::Item => (Zone::List, 0, None),
            MarkKind::Quote => (Zone::Quote, 0, None),
            MarkKind::Note => (Zone::Footnote, 0, None),
            MarkKind::Contents => (Zone::Contents, 0, None),
            &MarkKind::Cell {
                table,
                row,
                column,
                header,
            } => {
                let cell = Cell {
                    table,
                    row,
                    column,
                    header,
                };
                (Zone::Table, 0, Some(cell))
            }
            MarkKind::Label(words) => {
                label = Some(words.clone());
                continue;
            }
            MarkKind::Page(_) => continue,
        };
        if let Some(open) = drafts.last_mut().filter(|open| cell.is_some() && open.cell == cell) {
            label = None;
            open.segments.push(mark.span);
            continue;
        }
        drafts.push(Draft {
            level,
            cell,
            label: label.take(),
            ..Draft::new(zone, mark.span)
        });
    }
    drafts.sort_by_key(|d| d.segments[0]);
    drafts
}

/// Gives the drafts of a plain text what its few marks tell: a title, a quotation.
pub(super) fn mark_told(drafts: &mut [Draft], marks: &[Mark]) {
    let mut told = marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Heading(_) | MarkKind::Quote))
        .peekable();
    for draft in drafts {
        let start = draft.segments.first().map_or(0, |segment| segment.start);
        while told.next_if(|mark| mark.span.end <= start).is_some() {}
        match told.peek() {
            Some(mark) if mark.span.start <= start => match mark.kind {
                MarkKind::Heading(level) => (draft.zone, draft.level) = (Zone::Heading, level),
                _ => (draft.zone, draft.level) = (Zone::Quote, 0),
            },
            _ => {}
        }
    }
}
