//! A `Custom` is what a plan as a whole has, against which each of its actions is seen.

use std::collections::HashMap;

use super::super::gather::Gathered;
use crate::document::{Document, PartRole, Statement, StatementKind};

/// What the actions of one plan have.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::checks::actions) struct Custom {
    /// Most actions have a response.
    pub(super) responds: bool,
    /// Some actions say how anyone would know.
    pub(super) checks: bool,
}

/// The custom of each plan of a document: its tables, each by itself, and what stands outside tables.
pub(in crate::checks::actions) fn customs(document: &Document, gathered: &[Gathered]) -> HashMap<Option<u32>, Custom> {
    let mut counts: HashMap<Option<u32>, [usize; 3]> = HashMap::new();
    for (statement, gathered) in document.statements.iter().zip(gathered) {
        if statement.kind == StatementKind::Action {
            let count = counts.entry(table(document, statement)).or_default();
            count[0] += 1;
            count[1] += usize::from(gathered.facts.response.is_some());
            count[2] += usize::from(statement.parts.iter().any(|part| part.role == PartRole::Check));
        }
    }
    let custom = |[total, responding, checked]: [usize; 3]| Custom {
        responds: responding >= 2 && responding * 2 >= total,
        checks: checked >= 2,
    };
    counts.into_iter().map(|(table, count)| (table, custom(count))).collect()
}

/// The table that `statement` is a row of.
pub(in crate::checks::actions) fn table(document: &Document, statement: &Statement) -> Option<u32> {
    document.blocks[statement.blocks.0 as usize].cell.map(|cell| cell.table)
}
