//! The references check follows every cross-reference of a document to what it points at.
//!
//! Mentions are found block by block ([`mention`]), put in their place ([`locate`]) and followed ([`judge`]); then the
//! document as a whole is asked what was meant where a citation misses ([`suggest`]) and who answers what
//! ([`coverage`]); last, what is broken is said ([`remark`]).

mod align;
mod anchor;
mod bare;
mod code;
mod column;
mod coverage;
mod drift;
mod evidence;
mod foreign;
mod gaps;
mod graph;
mod judge;
mod label;
mod law;
mod leftover;
mod list;
mod listed;
mod locate;
mod longer;
mod mention;
mod misplaced;
mod narrative;
mod number;
mod own;
mod paragraphs;
mod plain;
mod promise;
mod remark;
mod resolve;
mod rules;
mod slip;
mod spoken;
mod stems;
mod suggest;
mod terms;
mod vague;
mod words;

pub use graph::{Coverage, Drift, Graph, Reference, ReferenceKind, State, Suggestion};
pub use rules::RULES;

use crate::annotation::Annotation;
use crate::document::Document;
use crate::text::{MarkKind, Text};

/// Follows every reference of `document`, which was parsed from `text`. Returns the graph (spans in folded bytes) and
/// the remarks on what is broken (spans in bytes of the text), both in reading order.
#[must_use]
pub fn check(document: &Document, text: &Text) -> (Graph, Vec<Annotation<'static>>) {
    let places = resolve::Places::new(document);
    let pages = text
        .marks
        .iter()
        .filter_map(|mark| if let MarkKind::Page(page) = mark.kind { Some(page) } else { None })
        .max()
        .or_else(|| counted_pages(&text.content));
    let mut judged = judge::judge(document, &places, locate::located(document), pages);
    let meant = suggest::suggest(document, &mut judged);
    let graph = coverage::graph(document, &places, judged, meant);
    let remarks = remark::remarks(document, text, &places, &graph);
    (graph, remarks)
}

/// The pages that a plain text counts at their feet, "Page 2 of 3", each on a line of its own.
fn counted_pages(content: &str) -> Option<u32> {
    const LONGEST: usize = 24;
    let foot = |line: &str| {
        let words = line.trim().strip_prefix(['P', 'p']).filter(|rest| rest.len() <= LONGEST)?;
        let (page, all) = words.strip_prefix("age ")?.split_once(" of ")?;
        let (page, all) = (page.parse::<u32>().ok()?, all.parse::<u32>().ok()?);
        (page <= all).then_some(all)
    };
    content.lines().filter_map(foot).max()
}

#[cfg(test)]
mod tests;
