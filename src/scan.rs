//! A `Scan` is all that was learnt of one document, ready to be reported.

use crate::annotation::Annotation;
use crate::checks::actions::ActionFacts;
use crate::checks::references::Graph;
use crate::document::Document;
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
