//! The document's `own` labels are met in its text as any label is: "pointers i and ii", "PE2", "E. 9", "A(ii) and (iii)".

use super::anchor::{self, Anchor, Found};
use super::list::{Item, To, is_measured, list};
use super::mention::{Mention, Pointer, Scene, is_taken};
use super::number::numeral;
use super::words::ahead;
use crate::document::{LabelKind, Said, Zone};

/// Every anchor of `scene`, in reading order, with the nouns that the document numbers by.
pub(super) fn anchors(scene: &Scene) -> Vec<Found> {
    let mut all: Vec<Found> = anchor::anchors(scene.text).collect();
    if scene.outline.own.is_empty() {
        return all;
    }
    let small = |start: usize| scene.text[start..].starts_with(|c: char| c.is_lowercase());
    // "the point 2 miles on" measures a way.
    let known = |end: usize, kind: LabelKind| {
        let first = numeral(scene.text, (end + 1).min(scene.text.len()), &|_| false);
        first.is_some_and(|first| scene.has(kind, &first.number) && !is_measured(scene.text, first.end))
    };
    let own = scene.outline.own.find(scene.text);
    // "episode 4", where a whole name is "Key Practice Episode 4", is one that there is.
    let own = own.filter(|&(start, end, said)| !matches!(said, Said::Short(kind) if small(start) && !known(end, kind)));
    let own = own.map(|(start, end, said)| Found {
        anchor: match said {
            Said::Noun(kind) | Said::Short(kind) => Anchor::Label(kind),
            Said::Initials(kind) => Anchor::Initials(kind),
        },
        start,
        end,
    });
    all.extend(own);
    all.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    // Of two words in one place the longer counts.
    let mut kept: Vec<Found> = Vec::with_capacity(all.len());
    for found in all {
        let within = |last: &Found| found.start < last.end && matches!(last.anchor, Anchor::Label(_) | Anchor::Plan);
        // "P2" may be a pledge, where a page is written "p2".
        let coded = matches!(found.anchor, Anchor::Initials(_));
        if coded || !kept.last().is_some_and(within) {
            kept.push(found);
        }
    }
    kept
}

/// The label right after byte `at`, one blank between, and where it ends.
pub(super) fn label_after(scene: &Scene, at: usize) -> Option<(LabelKind, usize)> {
    let text = ahead(scene.text, at);
    let own = scene
        .outline
        .own
        .find(text)
        .find(|(start, ..)| *start >= 1)
        .filter(|(start, ..)| *start == 1);
    if let Some((_, end, Said::Noun(kind))) = own {
        return Some((kind, at + end));
    }
    let found = anchor::anchors(text).next().filter(|found| found.start == 1)?;
    let Anchor::Label(kind) = found.anchor else { return None };
    Some((kind, at + found.end))
}

/// Reads the number stuck to the initials at `anchor`, when the document has that place: "PE2", "E. 9". One letter alone is
/// evident only in brackets and in cells.
pub(super) fn initials(scene: &Scene, kind: LabelKind, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let after = &text[anchor.end..];
    let digits = after.strip_prefix('.').map_or(after, |rest| rest.strip_prefix(' ').unwrap_or(rest));
    let first = numeral(text, text.len() - digits.len(), &|_| false)?;
    let before = text[..anchor.start].trim_end();
    let pointed =
        before.is_empty() && scene.zone == Zone::Table || before.ends_with(['(', '[', ';', ',', '/', '&']) || before.ends_with(" and");
    let bracketed = scene.zone == Zone::Table || text[..anchor.start].rfind(['(', '[']) > text[..anchor.start].rfind([')', ']']);
    let evident = anchor.end - anchor.start > 1 || pointed && bracketed;
    (evident && scene.has(kind, &first.number)).then(|| mention(kind, anchor.start, vec![single(first)]))
}

fn single(first: super::number::Numeral) -> Item {
    Item {
        end: first.end,
        first,
        to: To::Itself,
    }
}

fn mention(kind: LabelKind, start: usize, items: Vec<Item>) -> Mention {
    Mention {
        range: start..items.last().map_or(start, |item| item.end),
        pointer: Pointer::Named { label: Some(kind), items },
    }
}

/// Numbers such as "A(ii)" outside the mentions that are `found`, where one kind of label alone is numbered so.
pub(super) fn compounds(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let mut all: Vec<Mention> = Vec::new();
    let Some(kind) = scene.outline.own.compound() else { return all };
    let text = scene.text;
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let Some(at) = open.checked_sub(1).filter(|&at| text.as_bytes()[at].is_ascii_uppercase()) else {
            continue;
        };
        let free = !text[..at].ends_with(|c: char| c.is_alphanumeric()) && all.last().is_none_or(|last| last.range.end <= at);
        let known = |number: &str| scene.has(kind, number);
        let items = if free { list(text, at, "", &known) } else { Vec::new() };
        let Some(last) = items.last() else { continue };
        let taken = is_taken(found, &(at..last.end));
        if !taken && items[0].first.number.len() > 1 && known(&items[0].first.number) {
            all.push(mention(kind, at, items));
        }
    }
    all
}

/// Whether a cell that opens with capitals and a number gives it as the document's own labels do: "Q3", "A(ii)".
pub(super) fn is_label(scene: &Scene) -> bool {
    let opens = |(start, _, said): (usize, usize, Said)| start == 0 && matches!(said, Said::Initials(_));
    scene.outline.own.find(scene.text).next().is_some_and(opens)
        || compounds(scene, &[]).first().is_some_and(|first| first.range.start == 0)
}
