//! The `longer` paper is the full report that a summary or a plan is drawn from: numbers that the document lacks and that are said
//! of it are its own.

use super::list::Item;
use super::mention::{Mention, Pointer, Scene};
use super::words::{clause_after, clause_before, is_in, words};
use crate::document::LabelKind;

/// "… of the full report": a place that this document lacks and that the longer paper has.
pub(super) fn is_of_longer(scene: &Scene, label: Option<LabelKind>, items: &[Item], after: &str) -> bool {
    const LONGER: &[&str] = &["full", "main", "overview", "longer", "original", "published", "complete"];
    let mut tokens = words(after);
    let of = tokens.next().is_some_and(|word| is_in(word, &["of", "in", "from"]));
    let the = tokens.next().is_some_and(|word| is_in(word, &["the"]));
    let longer = tokens.next().is_some_and(|word| is_in(word, LONGER));
    let paper = tokens
        .next()
        .is_some_and(|word| is_in(word, &["report", "review", "serious", "overview"]));
    let printed = |number: &str| match label {
        // Sections and paragraphs are of one tree.
        None | Some(LabelKind::Section) => scene.has(LabelKind::Paragraph, number) || scene.has(LabelKind::Section, number),
        Some(kind) => scene.has(kind, number),
    };
    let ours = items.iter().any(|item| printed(&item.first.number) || printed(&item.first.base));
    of && the && longer && paper && !ours
}

/// "overview report, paragraph 4.14" of a plan that stands apart from its report: a number that this document lacks.
pub(super) fn is_of_overview(scene: &Scene, label: Option<LabelKind>, mention: &Mention) -> bool {
    let Pointer::Named { items, .. } = &mention.pointer else {
        return false;
    };
    let before = clause_before(scene.text, mention.range.start)
        .trim_end()
        .trim_end_matches(',')
        .to_lowercase();
    let after = clause_after(scene.text, mention.range.end).to_lowercase();
    let said = before.ends_with("overview report")
        || ["of", "in"]
            .iter()
            .any(|of| after.trim_start().starts_with(&format!("{of} the overview report")));
    let place = matches!(label, Some(LabelKind::Paragraph | LabelKind::Section | LabelKind::Page));
    let ours = items
        .iter()
        .any(|item| scene.has(LabelKind::Paragraph, &item.first.number) && item.first.number.contains('.'));
    scene.apart && said && place && !ours
}
