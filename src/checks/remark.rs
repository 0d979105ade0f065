//! A `Remark` is what a check of references, actions or dates says of one place: how grave it is, a sentence and a
//! question. Here it becomes an annotation.

use std::borrow::Cow;

use crate::annotation::{Annotation, Confidence, Polarity, Related, Severity, Voice};
use crate::document::Document;
use crate::text::{Span, Text};

/// The words of one remark.
pub(super) struct Remark {
    /// The rule's full name, "category/rule".
    pub(super) rule: &'static str,
    /// How much it matters.
    pub(super) severity: Severity,
    /// How sure it is.
    pub(super) confidence: Confidence,
    /// What is wrong, a whole sentence.
    pub(super) message: String,
    /// The question that would mend it.
    pub(super) ask: &'static str,
}

/// Where a remark stands, in folded bytes.
pub(super) struct Place {
    /// The words it is about.
    pub(super) span: Span,
    /// The sentence shown around them.
    pub(super) sentence: Span,
    /// Index of their block.
    pub(super) block: u32,
}

impl Place {
    /// The place of `span`, by itself where the document has no sentence for it.
    pub(super) fn of(document: &Document, span: Span) -> Self {
        let sentence = document.sentences.get(document.sentence_at(span.start));
        Self {
            span,
            sentence: sentence.map_or(span, |s| s.span),
            block: document.block_at(span.start) as u32,
        }
    }
}

impl Remark {
    /// A remark of high confidence.
    pub(super) const fn new(rule: &'static str, severity: Severity, message: String, ask: &'static str) -> Self {
        Self {
            rule,
            severity,
            confidence: Confidence::High,
            message,
            ask,
        }
    }

    /// The same, as sure as `confidence`.
    pub(super) const fn sure(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// The annotation that says this of `place` in `document`, which was parsed from `text`.
    pub(super) fn annotation(self, document: &Document, text: &Text, place: &Place, related: Vec<Related>) -> Annotation<'static> {
        let category = self.rule.split_once('/').map_or(self.rule, |(category, _)| category);
        Annotation {
            rule: self.rule,
            category,
            severity: self.severity,
            confidence: self.confidence,
            voice: Voice::Own,
            polarity: Polarity::Asserted,
            clarified: false,
            span: document.source(place.span, &text.content),
            sentence: document.source(place.sentence, &text.content),
            block: place.block,
            message: Cow::Owned(self.message),
            ask: self.ask,
            related,
        }
    }
}
