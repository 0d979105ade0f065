//! A `Desk` is where remarks are written: it has the document at hand and turns places and words into annotations.

use std::borrow::Cow;

use crate::annotation::{Annotation, Confidence, Polarity, Related, Role, Severity, Voice};
use crate::document::Document;
use crate::text::{Span, Text};

/// The document and its text.
#[derive(Clone, Copy)]
pub(super) struct Desk<'d> {
    pub(super) document: &'d Document,
    pub(super) text: &'d Text,
}

/// What is to be said: the rule, how grave it is, a sentence and a question.
pub(super) struct Said {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) message: String,
    pub(super) ask: &'static str,
}

impl Said {
    pub(super) const fn new(rule: &'static str, severity: Severity, message: String, ask: &'static str) -> Self {
        Self {
            rule,
            severity,
            confidence: Confidence::High,
            message,
            ask,
        }
    }

    pub(super) const fn sure(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }
}

impl<'d> Desk<'d> {
    /// The words at a folded span.
    pub(super) fn words(self, span: Span) -> &'d str {
        self.document.fold.slice(span)
    }

    /// The remark about the folded `span`.
    pub(super) fn remark(self, said: Said, span: Span, related: Vec<Related>) -> Annotation<'static> {
        let content = &self.text.content;
        let at = self.document.sentence_at(span.start);
        let sentence = self.document.sentences.get(at).map_or(span, |s| s.span);
        Annotation {
            rule: Cow::Borrowed(said.rule),
            category: Cow::Borrowed("chronology"),
            severity: said.severity,
            confidence: said.confidence,
            voice: Voice::Own,
            polarity: Polarity::Asserted,
            clarified: false,
            span: self.document.source(span, content),
            sentence: self.document.source(sentence, content),
            block: self.document.block_at(span.start) as u32,
            message: Cow::Owned(said.message),
            ask: Cow::Borrowed(said.ask),
            related,
        }
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
