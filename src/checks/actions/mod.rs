//! The actions check states, for every action, who is to do it, by when, how anyone would know, and what the plan
//! says became of it.

mod check;
mod contradiction;
mod doer;
mod facts;
mod gather;
mod ground;
mod key;
mod owner;
mod remark;
mod rules;
mod status;
mod timescale;
mod written;

pub use facts::{ActionFacts, Status, Timescale};
pub use ground::own_day;
pub use rules::RULES;

use crate::annotation::Annotation;
use crate::document::{Document, StatementKind};
use crate::text::Text;
use gather::Gathered;
use ground::Ground;

/// States the facts of every statement of `document`, which was parsed from `text`, in the order of its statements
/// (spans in folded bytes), and what its actions leave open (spans in bytes of the text), in reading order. `as_of` is
/// the day to measure dates against, ISO 8601; without it the document's own day is, when it gives one.
#[must_use]
pub fn check(document: &Document, text: &Text, as_of: Option<&str>) -> (Vec<ActionFacts>, Vec<Annotation<'static>>) {
    let ground = Ground::new(document);
    let gathered: Vec<Gathered> = document
        .statements
        .iter()
        .map(|one| gather::gather(document, text, one, &ground))
        .collect();
    let customs = remark::custom::customs(document, &gathered);
    let own = ground.today.as_deref();
    let day = as_of.map(|day| (day, false)).or_else(|| own.map(|day| (day, true)));
    let mut remarks: Vec<Annotation<'static>> = Vec::new();
    for (statement, gathered) in document.statements.iter().zip(&gathered) {
        let remarker = remark::Remarker {
            document,
            text,
            statement,
            gathered,
        };
        match statement.kind {
            StatementKind::Action => {
                let custom = customs
                    .get(&remark::custom::table(document, statement))
                    .copied()
                    .unwrap_or_default();
                remarks.extend(remarker.remarks(custom, day));
            }
            _ if ground.planned || !gather::is_to_do(document, statement) => {}
            _ => remarks.extend(remarker.advice()),
        }
    }
    remarks.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    // Collected, they would keep the room of all that was gathered.
    let mut facts = Vec::with_capacity(gathered.len());
    facts.extend(gathered.into_iter().map(|gathered| gathered.facts));
    (facts, remarks)
}

#[cfg(test)]
mod tests;
