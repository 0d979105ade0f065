//! A `loose` form of an expression matches wherever the expression does, and in some places more: what is counted there may
//! stand any number of times here. It is asked first, since it is small, and most sentences have no match of it.
//!
//! Counts are what makes an expression dear: "a gap of at most 60 letters" needs sixty states, and every sentence leads
//! through others of their combinations, which a lazy automaton builds anew each time.

use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

/// The loose form of `exact`: every text in which `exact` has a match has one of it.
pub(super) fn loosened(exact: &Hir) -> Hir {
    match exact.kind() {
        HirKind::Look(look) if reads_unicode(*look) => Hir::empty(),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => exact.clone(),
        HirKind::Repetition(repetition) => Hir::repetition(uncounted(repetition)),
        HirKind::Capture(capture) => loosened(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(loosened).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(loosened).collect()),
    }
}

fn uncounted(repetition: &Repetition) -> Repetition {
    Repetition {
        min: repetition.min.min(1),
        max: repetition.max.filter(|&most| most < 2),
        greedy: repetition.greedy,
        sub: Box::new(loosened(&repetition.sub)),
    }
}

/// Whether an automaton would have to give up at the first letter beyond ASCII.
const fn reads_unicode(look: Look) -> bool {
    matches!(
        look,
        Look::WordUnicode
            | Look::WordUnicodeNegate
            | Look::WordStartUnicode
            | Look::WordEndUnicode
            | Look::WordStartHalfUnicode
            | Look::WordEndHalfUnicode
    )
}
