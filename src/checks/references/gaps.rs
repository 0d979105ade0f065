//! A `gap` is what the references of a document leave open as a whole: a number used twice, a finding that nothing
//! answers, an action that cites nothing where the others do.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::super::remark::Remark;
use super::coverage::statement_name;
use super::graph::{Drift, ReferenceKind, State};
use super::locate::answers;
use super::remark::{Remarker, clip};
use crate::annotation::{Annotation, Confidence, Related, Role, Severity};
use crate::document::{Entry, LabelKind, Statement, StatementKind};
use crate::text::{Format, Span};

/// Runs of citations whose numbers are all wrong by the same step, each said once, where it begins.
pub(super) fn drifts(remarker: &Remarker) -> Vec<Annotation<'static>> {
    remarker.graph.drifts.iter().map(|drift| one_drift(remarker, drift)).collect()
}

fn one_drift(remarker: &Remarker, drift: &Drift) -> Annotation<'static> {
    let references = &remarker.graph.references;
    let cited = |&at: &u32| references[at as usize].written.clone().unwrap_or_default();
    let pairs: Vec<String> = drift
        .references
        .iter()
        .zip(&drift.targets)
        .map(|(at, target)| format!("{} for {target}", cited(at)))
        .collect();
    let first = &references[drift.references[0] as usize];
    let remark = Remark {
        rule: "references/drift",
        severity: Severity::High,
        confidence: if pairs.len() > 3 { Confidence::High } else { Confidence::Medium },
        message: format!("{} ({}).", drift.says(), pairs.join(", ")),
        ask: "Was a paragraph added or taken out after the actions were written?",
    };
    let rest = drift.references.iter().zip(&drift.targets).skip(1);
    let related = rest.map(|(&at, target)| Related {
        role: Role::Evidence,
        span: remarker.document.source(references[at as usize].span, &remarker.text.content),
        note: Cow::Owned(format!("Cites {}; {target} fits.", cited(&at))),
    });
    remarker.annotation(remark, first.span, first.block, related.collect())
}

/// Printed numbers that stand before more than one paragraph; one remark for a whole run of them, as in an appendix
/// whose numbering begins again.
pub(super) fn numbers_used_twice(remarker: &Remarker) -> Vec<Annotation<'static>> {
    let entries = &remarker.document.outline.entries;
    let mut first: HashMap<&str, u32> = HashMap::new();
    let mut runs: Vec<(u32, u32, u32)> = Vec::new();
    let numbered = entries
        .iter()
        .enumerate()
        .filter(|(_, e)| e.kind == LabelKind::Paragraph && e.number.contains('.'));
    let mut in_run = false;
    for (i, entry) in numbered {
        match first.get(entry.number.as_str()) {
            None => {
                first.insert(&entry.number, i as u32);
                in_run = false;
            }
            Some(&earlier) => {
                match runs.last_mut().filter(|_| in_run) {
                    Some(run) => run.2 += 1,
                    None => runs.push((i as u32, earlier, 1)),
                }
                in_run = true;
            }
        }
    }
    runs.into_iter()
        .map(|(again, earlier, length)| number_used_twice(remarker, again, earlier, length))
        .collect()
}

fn number_used_twice(remarker: &Remarker, again: u32, earlier: u32, length: u32) -> Annotation<'static> {
    let entry = remarker.places.entry(again);
    let block = &remarker.document.blocks[entry.block as usize];
    let message = if length > 2 {
        format!(
            "The numbering begins again at {}: {length} numbers from here on were used before.",
            entry.label
        )
    } else {
        let words = clip(
            remarker
                .document
                .fold
                .slice(remarker.document.blocks[remarker.places.entry(earlier).block as usize].body),
        );
        format!("The number {} was used before, for \u{201c}{words}\u{201d}.", entry.label)
    };
    let remark = Remark {
        rule: "references/number-used-twice",
        severity: Severity::Medium,
        confidence: if length > 2 { Confidence::Medium } else { Confidence::High },
        message,
        ask: "Which of the two should be renumbered?",
    };
    let span = Span::new(block.span.start, (block.span.start + entry.label.len() as u32).min(block.span.end));
    let related = vec![remarker.place(Role::Previous, earlier, format!("The first place numbered {}.", entry.label))];
    remarker.annotation(remark, span, entry.block, related)
}

/// Findings, learning points and recommendations that no action takes up, in a document whose actions take up others.
pub(super) fn findings_unanswered(remarker: &Remarker) -> Vec<Annotation<'static>> {
    let statements = &remarker.document.statements;
    let answered: HashSet<StatementKind> = statements
        .iter()
        .zip(&remarker.graph.answered_by)
        .filter(|(_, by)| !by.is_empty())
        .map(|(s, _)| s.kind)
        .collect();
    let mut said: HashSet<(StatementKind, &str)> = HashSet::new();
    let open = statements
        .iter()
        .zip(&remarker.graph.answered_by)
        .filter(|(s, by)| by.is_empty() && answered.contains(&s.kind));
    let named: HashSet<(StatementKind, &str)> = statements
        .iter()
        .zip(&remarker.graph.answered_by)
        .filter(|(_, by)| !by.is_empty())
        .filter_map(|(s, _)| Some((s.kind, s.number.as_deref()?)))
        .collect();
    open.filter(|(s, _)| {
        s.number
            .as_deref()
            .is_none_or(|n| !named.contains(&(s.kind, n)) && said.insert((s.kind, n)))
    })
    .map(|(statement, _)| {
        let by = if statement.kind == StatementKind::Recommendation {
            "action"
        } else {
            "action or recommendation"
        };
        let remark = Remark {
            rule: "references/unanswered-finding",
            severity: Severity::Medium,
            confidence: Confidence::Medium,
            message: format!(
                "No {by} cites {} or a paragraph in it, though others are cited.",
                statement_name(statement)
            ),
            ask: "Which action answers this, or was it decided to take none?",
        };
        remarker.annotation(remark, head(remarker, statement), statement.blocks.0, Vec::new())
    })
    .collect()
}

/// Actions that cite nothing, where most of the others of their kind do.
pub(super) fn actions_without_citation(remarker: &Remarker) -> Vec<Annotation<'static>> {
    let document = remarker.document;
    let explicit = remarker
        .graph
        .references
        .iter()
        .filter(|r| r.kind == ReferenceKind::Explicit && r.state != State::External);
    let citing: HashSet<u32> = explicit.filter_map(|r| r.statement).collect();
    let mut found = Vec::new();
    for kind in [StatementKind::Action, StatementKind::Recommendation] {
        let all: Vec<(usize, &Statement)> = document
            .statements
            .iter()
            .enumerate()
            .filter(|(_, s)| s.kind == kind && answers(s.kind))
            .collect();
        let cited = all.iter().filter(|(i, _)| citing.contains(&(*i as u32))).count();
        if cited < 2 || cited * 2 < all.len() {
            continue;
        }
        for (_, statement) in all.iter().filter(|(i, _)| !citing.contains(&(*i as u32))) {
            if shares_citation(remarker, statement) {
                continue;
            }
            let remark = Remark {
                rule: "references/action-cites-nothing",
                severity: Severity::Medium,
                confidence: Confidence::Medium,
                message: format!(
                    "{} names no finding or paragraph that it answers; {cited} of the {} do.",
                    capital(&statement_name(statement)),
                    all.len()
                ),
                ask: "Which paragraph or finding does this answer?",
            };
            found.push(remarker.annotation(remark, head(remarker, statement), statement.blocks.0, Vec::new()));
        }
    }
    found
}

/// Whether a row of a table lacks the cell in which the row above it cites something: in a file whose cells can be joined, the
/// one cell stands for both rows.
fn shares_citation(remarker: &Remarker, statement: &Statement) -> bool {
    let document = remarker.document;
    let joins = matches!(remarker.text.format, Format::Docx | Format::Odt | Format::Html | Format::Pdf);
    let Some(cell) = document.blocks[statement.blocks.0 as usize].cell.filter(|_| joins) else {
        return false;
    };
    const NEAR: usize = 400;
    let first = statement.blocks.0 as usize;
    let near = document.blocks[first.saturating_sub(NEAR)..(first + NEAR).min(document.blocks.len())].iter();
    let cells = near.filter_map(|block| Some((block.cell.filter(|it| it.table == cell.table && !it.header)?, block.span)));
    let (own, above): (Vec<_>, Vec<_>) = cells.filter(|(it, _)| it.row <= cell.row).partition(|(it, _)| it.row == cell.row);
    let cites = |column: u32| {
        let nearest = above.iter().rev().find(|(it, _)| it.column == column);
        nearest.is_some_and(|(_, span)| remarker.graph.references.iter().any(|it| span.contains(it.span)))
    };
    (0..cell.column).any(|column| own.iter().all(|(it, _)| it.column != column) && cites(column))
}

/// The words that stand for a statement: its label, or its first words.
fn head(remarker: &Remarker, statement: &Statement) -> Span {
    let document = remarker.document;
    let block = document.blocks[statement.blocks.0 as usize].span;
    let entries = &document.outline.entries;
    let from = entries.partition_point(|e: &Entry| e.block < statement.blocks.0);
    let labelled = entries[from..]
        .iter()
        .take_while(|e| e.block == statement.blocks.0)
        .any(|e| e.label == statement.label);
    let text = document.fold.slice(block);
    let at = text
        .find(statement.label.as_str())
        .filter(|_| labelled && !statement.label.is_empty());
    match at {
        Some(at) => Span::new(block.start + at as u32, block.start + (at + statement.label.len()) as u32),
        None => {
            let sentence = document
                .sentences
                .get(document.sentence_at(statement.span.start))
                .map_or(block, |s| s.span);
            if statement.span.overlaps(sentence) {
                sentence
            } else {
                Span::new(statement.span.start, statement.span.end.min(block.end.max(statement.span.start)))
            }
        }
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
