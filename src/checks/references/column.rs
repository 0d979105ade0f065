//! A `column` of a table may hold nothing but numbers of what its heading names: "Rec", "Finding", "Report paragraph".

use super::anchor::{Anchor, anchors};
use super::list::list;
use super::mention::{Mention, Pointer, Scene};
use super::words::begins;
use crate::document::LabelKind;

/// Longest heading of such a column, in bytes.
const LONGEST: usize = 40;

/// Headings of columns that give the item of a record or the paragraph of a report by its number alone.
const ITEMS: &[&str] = &[
    "item",
    "items",
    "minute",
    "minutes",
    "minute ref",
    "minute no",
    "minute no.",
    "min.",
    "agenda item",
    "discussed at",
    "see",
    "para ref",
    "para ref.",
    "report ref",
    "report ref.",
    "source para",
    "links to",
    "linked to",
    "cross-reference",
    "cross reference",
    "cross-ref",
    "answers",
    "responds to",
    "from",
    "source",
    "arises from",
    "arising from",
    "relates to",
    "refers to",
];

/// What the numbers of a column headed `heading` name; `None` for a column of anything else, and for one of actions,
/// whose numbers are the rows' own.
pub(super) fn heading(heading: &str) -> Option<LabelKind> {
    if ITEMS.contains(&heading.trim().to_lowercase().as_str()) {
        return Some(LabelKind::Item);
    }
    let before = ["report ", "review ", "linked ", "related ", "relevant ", "overview report "];
    let start = before.iter().find(|word| begins(heading, word)).map_or(0, |word| word.len());
    let found = anchors(heading)
        .find(|found| found.start >= start)
        .filter(|found| found.start == start)?;
    let Anchor::Label(kind) = found.anchor else { return None };
    let named = !matches!(kind, LabelKind::Action | LabelKind::Page | LabelKind::Table | LabelKind::Figure);
    (named && heading.len() <= LONGEST).then_some(kind)
}

/// The mention that a cell of such a column is, when it holds numbers of the document and nothing else.
pub(super) fn numbers(scene: &Scene, kind: LabelKind) -> Option<Mention> {
    if super::own::is_label(scene) {
        return None;
    }
    let known = |number: &str| scene.has(kind, number);
    let text = scene.text.trim_end();
    let items = list(text, text.len() - text.trim_start().len(), "", &known);
    let end = items.last()?.end;
    // A code of the document's own may stand beside them: "4.4, B3".
    let goes_on = kind == LabelKind::Item && text[end..].starts_with([',', ';']);
    (end == text.len() || goes_on).then(|| Mention {
        range: items[0].first.start..end,
        pointer: Pointer::Named { label: Some(kind), items },
    })
}
