//! A `Desk` is where remarks are written: it has the document at hand and turns places and words into annotations.

use std::borrow::Cow;

use super::remark::{Place, Remark};
use crate::annotation::{Annotation, Related, Role};
use crate::document::Document;
use crate::text::{Span, Text};

/// The document and its text.
#[derive(Clone, Copy)]
pub(super) struct Desk<'d> {
    pub(super) document: &'d Document,
    pub(super) text: &'d Text,
}

impl<'d> Desk<'d> {
    /// The words at a folded span.
    pub(super) fn words(self, span: Span) -> &'d str {
        self.document.fold.slice(span)
    }

    /// The remark about the folded `span`.
    pub(super) fn remark(self, remark: Remark, span: Span, related: Vec<Related>) -> Annotation<'static> {
        remark.annotation(self.document, self.text, &Place::of(self.document, span), related)
    }

    /// A second place.
    pub(super) fn related(self, role: Role, span: Span, note: &'static str) -> Related {
        Related {
            role,
            span: self.document.source(span, &self.text.content),
            note: Cow::Borrowed(note),
        }
    }
}
