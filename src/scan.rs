//! A `Scan` is all that was learnt of one document, ready to be reported.

use crate::annotation::Annotation;
use crate::checks::actions::ActionFacts;
use crate::checks::references::Graph;
use crate::checks::{actions, language, references};
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

/// Scans `text` with the rules of `catalogue`. `as_of` is the day against which timescales are held, ISO 8601.
#[must_use]
pub fn scan<'p>(text: Text, catalogue: &'p Catalogue, as_of: Option<&str>) -> Scan<'p> {
    let document = Document::parse(&text, catalogue.lexicon());
    let mut annotations = language::check(&document, &text, catalogue);
    let (graph, about_references) = references::check(&document, &text);
    let (facts, about_actions) = actions::check(&document, &text, as_of);
    annotations.extend(about_references);
    annotations.extend(about_actions);
    annotations.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    Scan {
        text,
        document,
        annotations,
        graph,
        facts,
    }
}
