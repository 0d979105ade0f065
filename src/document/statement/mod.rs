//! Statements are the findings, recommendations, learning points and actions of a document, wherever its author put
//! them: under a heading of their own, in a row of a table, in a line of minutes.

mod blocked;
mod cited;
mod coded;
mod filled;
mod given;
mod heir;
mod labelled;
mod lettered;
mod minuted;
mod numbered;
mod owned;
mod signed;
mod spoken;
mod tabled;
mod telling;
mod under;

use super::{Document, Entry, LabelKind, Outline, Statement, StatementKind, code};
use crate::text::Span;

/// The statements of a document, in reading order. Those with a number that the outline lacks are added to it, so
/// that they can be cited.
pub(super) fn find(document: &mut Document) -> Vec<Statement> {
    let mut statements = tabled::find(document);
    statements.extend(numbered::find(document));
    let labelled = name_tables(&mut statements, labelled::find(document));
    statements.extend(labelled);
    let covered = covered_blocks(document, &statements);
    statements.extend(minuted::find(document, &covered));
    statements.sort_by_key(|s| (s.span.start, std::cmp::Reverse(s.span.end)));
    statements.iter_mut().for_each(|statement| signed::sign(document, statement));
    say_what_acts(document, &statements);
    add_to_outline(document, &statements);
    statements
}

/// Gives the action of a table the label that stands right above it with nothing of its own ("Action 1"), and hands back the
/// other `labelled` statements.
fn name_tables(tabled: &mut [Statement], mut labelled: Vec<Statement>) -> Vec<Statement> {
    labelled.retain(|head| {
        let below = tabled.iter_mut().find(|it| it.blocks.0 == head.blocks.1 && it.label.is_empty());
        let Some(action) = below.filter(|_| head.parts.is_empty() && head.kind != StatementKind::Finding) else {
            return true;
        };
        action.label.clone_from(&head.label);
        action.number.clone_from(&head.number);
        action.blocks.0 = head.blocks.0;
        action.span.start = head.span.start;
        false
    });
    labelled
}

/// For each block, whether a statement other than a finding holds it already.
fn covered_blocks(document: &Document, statements: &[Statement]) -> Vec<bool> {
    let mut covered = vec![false; document.blocks.len()];
    for statement in statements.iter().filter(|s| s.kind != StatementKind::Finding) {
        covered[statement.blocks.0 as usize..statement.blocks.1 as usize].fill(true);
    }
    covered
}

/// Tells the document which of its own labels are those of actions.
fn say_what_acts(document: &mut Document, statements: &[Statement]) {
    let actions = statements.iter().filter(|s| s.kind == StatementKind::Action);
    let acting = |s: &Statement| {
        let head = document.outline.own.head(s.blocks.0)?;
        (head.label == s.label).then_some(head.kind)
    };
    let kinds: std::collections::BTreeSet<LabelKind> = actions.filter_map(acting).collect();
    kinds.into_iter().for_each(|kind| document.outline.own.acts(kind));
}

fn add_to_outline(document: &mut Document, statements: &[Statement]) {
    let mut entries: Vec<Entry> = std::mem::take(&mut document.outline.entries);
    let known: std::collections::HashSet<(LabelKind, u32)> = entries.iter().map(|e| (e.kind, e.block)).collect();
    let before = entries.len();
    for statement in statements {
        let (kind, block) = (label_kind(statement.kind), statement.blocks.0);
        // What the document has a label of its own for is cited by that.
        let labelled = document.outline.own.head(block).is_some_and(|head| head.label == statement.label);
        let own = statement
            .number
            .as_ref()
            .filter(|n| !labelled && !known.contains(&(kind, block)) && !n.contains('.'));
        if let Some(number) = own {
            let (number, label) = (number.clone(), statement.label.clone());
            entries.push(Entry {
                kind,
                number,
                label,
                block,
                heading: false,
                extent: statement.span,
            });
        }
    }
    let codes = code::entries(document, &entries);
    entries.extend(codes);
    if entries.len() > before {
        document.renumber(&mut entries);
    }
    let own = std::mem::take(&mut document.outline.own);
    document.outline = Outline::new(entries);
    document.outline.own = own;
}

impl Document {
    /// Puts `entries` in reading order and leads every block's paragraph to its entry's new place.
    fn renumber(&mut self, entries: &mut Vec<Entry>) {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by_key(|&i| (entries[i].block, i));
        let mut moved = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            moved[old] = new as u32;
        }
        *entries = order.iter().map(|&old| entries[old].clone()).collect();
        for block in &mut self.blocks {
            block.paragraph = block.paragraph.map(|p| moved[p as usize]);
        }
    }
}

fn label_kind(kind: StatementKind) -> LabelKind {
    match kind {
        StatementKind::Finding => LabelKind::Finding,
        StatementKind::Recommendation => LabelKind::Recommendation,
        StatementKind::LearningPoint => LabelKind::LearningPoint,
        StatementKind::Action => LabelKind::Action,
    }
}

fn statement_kind(kind: LabelKind) -> Option<StatementKind> {
    match kind {
        LabelKind::Finding => Some(StatementKind::Finding),
        LabelKind::Recommendation => Some(StatementKind::Recommendation),
        LabelKind::LearningPoint => Some(StatementKind::LearningPoint),
        LabelKind::Action => Some(StatementKind::Action),
        _ => None,
    }
}

/// From the first byte of the first block to the end of the last.
fn blocks_span(document: &Document, blocks: (u32, u32)) -> Span {
    let first = document.blocks[blocks.0 as usize].span;
    let last = document.blocks[(blocks.1.max(blocks.0 + 1) - 1) as usize].span;
    Span::new(first.start, last.end)
}
