//! The actions check states, for every action, who is to do it, by when, how anyone would know, and what the plan
//! says became of it.

mod contradiction;
mod doer;
mod facts;
mod gather;
mod owner;
mod remark;
mod status;
mod timescale;

pub use facts::{ActionFacts, Status, Timescale};

use crate::annotation::Annotation;
use crate::document::{Document, StatementKind};
use crate::text::Text;
use gather::Gathered;

/// States the facts of every statement of `document`, which was parsed from `text`, in the order of its statements
/// (spans in folded bytes), and what its actions leave open (spans in bytes of the text), in reading order. `as_of` is
/// the day to measure dates against, ISO 8601; without it no date has passed.
#[must_use]
pub fn check(document: &Document, text: &Text, as_of: Option<&str>) -> (Vec<ActionFacts>, Vec<Annotation<'static>>) {
    let gather_one = |statement: &crate::document::Statement| match statement.kind {
        StatementKind::Action => gather::gather(document, statement),
        _ => Gathered::default(),
    };
    let gathered: Vec<Gathered> = document.statements.iter().map(gather_one).collect();
    let custom = remark::custom(&document.statements, &gathered);
    let actions = document
        .statements
        .iter()
        .zip(&gathered)
        .filter(|(statement, _)| statement.kind == StatementKind::Action);
    let mut remarks: Vec<Annotation<'static>> = actions
        .flat_map(|(statement, gathered)| {
            let remarker = remark::Remarker {
                document,
                text,
                statement,
                gathered,
            };
            remarker.remarks(custom, as_of)
        })
        .collect();
    remarks.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    (gathered.into_iter().map(|gathered| gathered.facts).collect(), remarks)
}

#[cfg(test)]
mod tests;
