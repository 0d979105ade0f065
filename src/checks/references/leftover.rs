//! The one appendix, table or figure that is `left over`: where each other is cited, a citation that leads nowhere can hardly have
//! meant another.

use std::collections::HashSet;

use super::graph::{State, Suggestion};
use super::judge::Judged;
use super::list::To;
use super::mention::Pointer;
use super::resolve::Lead;
use crate::annotation::Confidence;
use crate::document::{Document, LabelKind};

/// What stands apart from the text, and is there to be cited.
const APART: [LabelKind; 3] = [LabelKind::Appendix, LabelKind::Table, LabelKind::Figure];

/// Adds to each citation of `judged` that leads nowhere the place of its kind that nothing else cites, if there is one and no more.
pub(super) fn suggest(document: &Document, judged: &mut [Judged]) {
    for kind in APART {
        let lost: Vec<usize> = (0..judged.len()).filter(|&at| is_lost(&judged[at], kind)).collect();
        // Of two that lead nowhere neither tells what the other meant.
        let &[at] = lost.as_slice() else { continue };
        let cited: HashSet<u32> = judged.iter().flat_map(|one| &one.leads).flatten().filter_map(entry).collect();
        let places = document.outline.entries.iter().enumerate().filter(|(_, entry)| entry.kind == kind);
        let free: Vec<usize> = places.map(|(at, _)| at).filter(|&at| !cited.contains(&(at as u32))).collect();
        let &[place] = free.as_slice() else { continue };
        // "Annex C", where Annex A is left over, may be of another paper; "Annex B" is one off.
        if !is_one_off(&judged[at], &document.outline.entries[place].number) {
            continue;
        }
        let label = document.outline.entries[place].label.clone();
        judged[at].reference.suggestions.push(Suggestion {
            why: format!("nothing else cites {label}, and every other is cited"),
            target: label,
            confidence: Confidence::Low,
        });
    }
}

/// Whether `one` cites a single place of `kind`, leads nowhere, and nothing is known of what it meant.
fn is_lost(one: &Judged, kind: LabelKind) -> bool {
    let Pointer::Named { label, items } = &one.located.mention.pointer else {
        return false;
    };
    let single = matches!(items.as_slice(), [item] if item.to == To::Itself);
    *label == Some(kind) && single && one.reference.state == State::Dangling && one.reference.suggestions.is_empty()
}

/// Whether the number that `one` cites is the next to `number`, which is of figures or a letter.
fn is_one_off(one: &Judged, number: &str) -> bool {
    let value = |number: &str| match number.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(u32::from(*letter)),
        _ => number.parse().ok(),
    };
    let Pointer::Named { items, .. } = &one.located.mention.pointer else {
        return false;
    };
    let written = items.first().and_then(|item| value(&item.first.number));
    written
        .zip(value(number))
        .is_some_and(|(written, number)| written.abs_diff(number) == 1)
}

const fn entry(lead: &Lead) -> Option<u32> {
    match lead {
        Lead::Entry(entry) => Some(*entry),
        Lead::Nowhere | Lead::Row(_) | Lead::Several(_) => None,
    }
}
