//! A `column` of a table may hold nothing but numbers of what its heading names: "Rec", "Finding", "Report paragraph".

use super::anchor::Anchor;
use super::list::list;
use super::mention::{Mention, Pointer, Scene};
use super::number::Shape;
use super::own::anchors;
use super::words::begins;
use crate::document::{LabelKind, Outline};

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
pub(super) fn heading(scene: &Scene) -> Option<LabelKind> {
    let heading = scene.text;
    if ITEMS.contains(&heading.trim().to_lowercase().as_str()) {
        return Some(LabelKind::Item);
    }
    let before = ["report ", "review ", "linked ", "related ", "relevant ", "overview report "];
    let start = before.iter().find(|word| begins(heading, word)).map_or(0, |word| word.len());
    let found = anchors(scene)
        .into_iter()
        .find(|found| found.start >= start)
        .filter(|found| found.start == start)?;
    let Anchor::Label(kind) = found.anchor else { return None };
    let acts = scene.outline.own.is_plan(kind);
    let named = !acts && !matches!(kind, LabelKind::Action | LabelKind::Page | LabelKind::Table | LabelKind::Figure);
    (named && heading.len() <= LONGEST).then_some(kind)
}

/// The mention of a line that is no more than a title and numbers: "Theme: 2 and 4".
pub(super) fn line(scene: &Scene) -> Option<Mention> {
    let colon = scene.text.find(':').filter(|&colon| colon <= LONGEST)?;
    let title = Scene {
        text: scene.text[..colon].trim_matches(['*', '_', ' ']),
        ..*scene
    };
    let column = of(scene.outline, heading(&title)?);
    let rest = Scene {
        text: &scene.text[colon + 1..],
        ..*scene
    };
    let mut mention = numbers(&rest, column)?;
    let by = colon + 1;
    mention.range = mention.range.start + by..mention.range.end + by;
    if let Pointer::Named { items, .. } = &mut mention.pointer {
        items.iter_mut().for_each(|item| item.shift(by));
    }
    Some(mention)
}

/// A column that cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// What its numbers name.
    kind: LabelKind,
    /// Whether its title calls what it cites by a name that the document uses for nothing: then only numbers of several levels are
    /// evident.
    guessed: bool,
}

/// Fewest places that are a series.
const FEWEST: usize = 3;

/// The column whose title names `kind`: where the document has none of that kind, its numbers are those of the one series that it
/// has, "Finding" over the numbers of key issues, or of its paragraphs.
pub(super) fn of(outline: &Outline, kind: LabelKind) -> Column {
    let count = |kind: LabelKind| outline.entries.iter().filter(|entry| entry.kind == kind).count();
    let sure = |kind| Column { kind, guessed: false };
    if kind == LabelKind::Item || count(kind) > 0 {
        return sure(kind);
    }
    let learnt = [
        LabelKind::Finding,
        LabelKind::LearningPoint,
        LabelKind::Theme,
        LabelKind::Episode,
        LabelKind::Question,
        LabelKind::Point,
    ];
    let named = learnt.contains(&kind);
    let own = outline.own.kinds().filter(|&kind| !outline.own.is_plan(kind));
    let mut series = learnt.into_iter().chain(own).filter(|&kind| named && count(kind) >= FEWEST);
    match (series.next(), series.next()) {
        (Some(only), None) => sure(only),
        _ => Column {
            kind: LabelKind::Paragraph,
            guessed: true,
        },
    }
}

/// The mention that a cell of such a column is, when it holds numbers of the document and nothing else.
pub(super) fn numbers(scene: &Scene, Column { kind, guessed }: Column) -> Option<Mention> {
    if super::own::is_label(scene) {
        return None;
    }
    let known = |number: &str| scene.has(kind, number) || scene.has(LabelKind::Paragraph, number);
    let text = scene.text.trim_end();
    let items = list(text, text.len() - text.trim_start().len(), "", &known);
    let end = items.last()?.end;
    // "Links to | G4": letters before a number are a code of the document's own.
    if kind == LabelKind::Item && items[0].first.shape == Shape::Letter {
        return None;
    }
    if guessed && items.iter().any(|item| item.first.shape != Shape::Dotted) {
        return None;
    }
    // A code of the document's own may stand beside them: "4.4, B3".
    let goes_on = kind == LabelKind::Item && text[end..].starts_with([',', ';']);
    (end == text.len() || goes_on).then(|| Mention {
        range: items[0].first.start..end,
        pointer: Pointer::Named { label: Some(kind), items },
    })
}
