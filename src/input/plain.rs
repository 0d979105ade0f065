//! Plain text: the format says nothing of itself, but a form feed begins a page.

use super::decode::Decoded;
use crate::text::{Format, Mark, MarkKind, Span, Text};

/// The text of a plain file.
pub(super) fn read(decoded: Decoded) -> Text {
    let feeds = memchr::memchr_iter(b'\x0c', decoded.content.as_bytes());
    let mut marks: Vec<Mark> = feeds
        .zip(2..)
        .map(|(at, page)| Mark {
            span: Span::at(at + 1, at + 1),
            kind: MarkKind::Page(page),
        })
        .collect();
    if !marks.is_empty() {
        marks.insert(
            0,
            Mark {
                span: Span::at(0, 0),
                kind: MarkKind::Page(1),
            },
        );
    }
    Text {
        content: decoded.content,
        marks,
        syntax: Vec::new(),
        format: Format::Text,
        warnings: decoded.warnings,
    }
}
