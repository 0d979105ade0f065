//! A `Scan` is all that was learnt of one document, ready to be reported.

use jiff::civil::Date;

use crate::annotation::Annotation;
use crate::checks::actions::ActionFacts;
use crate::checks::references::Graph;
use crate::checks::{language, references};
use crate::document::Document;
use crate::patterns::Catalogue;
use crate::text::Text;

/// Everything about one document. `'p` is the life of the packs whose words its annotations borrow.
#[derive(Debug)]
pub struct Scan<'p> {
    /// The text that every published offset counts in.
    pub text: Text,
    /// Its structure.
    pub document: Document,
    /// Remarks of all checks, ordered by place, then by rule.
    pub annotations: Vec<Annotation<'p>>,
    /// References and coverage.
    pub graph: Graph,
    /// The facts of each statement, in the order of the document's statements.
    pub facts: Vec<ActionFacts>,
}

/// Scans `text` with the rules of `catalogue`, timescales held against `as_of`.
#[must_use]
pub fn scan(text: Text, catalogue: &Catalogue, as_of: Option<Date>) -> Scan<'_> {
    let _ = as_of;
    let document = Document::parse(&text, catalogue.lexicon());
    let mut annotations = language::check(&document, &text, catalogue);
    let (graph, about_references) = references::check(&document, &text);
    annotations.extend(about_references);
    annotations.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    let facts = document.statements.iter().map(|_| ActionFacts::default()).collect();
    Scan {
        text,
        document,
        annotations,
        graph,
        facts,
    }
}
