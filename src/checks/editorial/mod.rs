//! The editorial check reads a document as the last reader of proofs does: marks without a partner, acronyms that nobody
//! explains, notes that are not there, numbers that skip, names that should not have stayed.
//!
//! Each question has its file; a remark is made only where the document itself shows that something is wrong.

mod acronyms;
mod contents;
mod known;
mod names;
mod notes;
mod numbering;
mod quotations;
mod rules;
mod titles;

pub use rules::RULES;

use std::borrow::Cow;

use super::desk::Desk;
use super::remark::Remark;
use crate::annotation::{Annotation, Confidence, Related, Role, Severity};
use crate::document::Document;
use crate::text::{Span, Text};

/// What stands wrong in the making of `document`, which was parsed from `text`, in reading order (spans in bytes of the
/// text).
#[must_use]
pub fn check(document: &Document, text: &Text) -> Vec<Annotation<'static>> {
    let mut editor = Editor {
        desk: Desk { document, text },
        found: Vec::new(),
    };
    quotations::remarks(&mut editor);
    acronyms::remarks(&mut editor);
    notes::remarks(&mut editor);
    numbering::remarks(&mut editor);
    names::remarks(&mut editor);
    titles::remarks(&mut editor);
    contents::remarks(&mut editor);
    let mut found = editor.found;
    found.retain(|it| !it.span.is_empty());
    found.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    found
}

/// Who reads the proofs: the document at hand, and the remarks made so far.
struct Editor<'d> {
    desk: Desk<'d>,
    found: Vec<Annotation<'static>>,
}

/// What is said of one place.
struct Slip {
    rule: &'static str,
    message: String,
    ask: &'static str,
    confidence: Confidence,
}

impl<'d> Editor<'d> {
    /// The document.
    const fn document(&self) -> &'d Document {
        self.desk.document
    }

    /// The characters of the text itself, where signs still stand that the fold leaves out.
    fn content(&self) -> &'d str {
        &self.desk.text.content
    }

    /// The words at a folded span as the text has them, one blank between two.
    fn shown(&self, span: Span) -> String {
        let words = &self.content()[self.document().source(span, self.content()).range()];
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Remarks on the folded `span`.
    fn say(&mut self, slip: Slip, span: Span, related: Vec<Related>) {
        let severity = RULES
            .iter()
            .find(|rule| rule.name == slip.rule)
            .map_or(Severity::Low, |rule| rule.severity);
        let remark = Remark::new(slip.rule, severity, slip.message, slip.ask).sure(slip.confidence);
        self.found.push(self.desk.remark(remark, span, related));
    }

    /// Remarks on `source`, bytes of the text itself, which lie in or nearest to the folded `near`.
    fn say_of_text(&mut self, slip: Slip, (source, near): (Span, Span), related: Vec<Related>) {
        self.say(slip, near, related);
        if let Some(last) = self.found.last_mut() {
            last.span = source;
        }
    }

    /// A second place, in folded bytes.
    fn related(&self, role: Role, span: Span, note: &'static str) -> Related {
        self.desk.related(role, span, note)
    }
}

/// A second place, in bytes of the text.
const fn related_text(role: Role, span: Span, note: &'static str) -> Related {
    Related {
        role,
        span,
        note: Cow::Borrowed(note),
    }
}

#[cfg(test)]
mod tests;
