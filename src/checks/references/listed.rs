//! A `listed` item of the document's own is cited by its letter in brackets: "term (iv)", "items (a) and (c)".

use super::list::{Item, To};
use super::mention::{Mention, Pointer, Scene};
use super::number::{Numeral, Shape, bracketed, is_small_roman};
use super::words::{is_in, last};
use crate::document::{LabelKind, roman_value};

/// What an item of a list is called.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "term", "terms", "item", "items", "point", "points", "bullet", "bullets", "question", "questions", "objective", "objectives", "aim", "aims", "line", "lines",
    "action", "actions", "step", "steps", "need", "needs", "element", "elements", "criterion", "criteria", "reference", "tor", "task", "tasks", "limb", "heading",
    "concern", "concerns", "condition", "conditions", "measure", "measures", "purpose", "purposes", "issue", "issues", "matter", "matters",
];

/// The mentions of such items in `scene` outside of those that are `found` already.
pub(super) fn mentions(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let (romans, letters) = (scene.has(LabelKind::Listed, "1"), scene.has(LabelKind::Listed, "a"));
    let mut all: Vec<Mention> = Vec::new();
    if !romans && !letters {
        return all;
    }
    let text = scene.text;
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let noun = last(text, open);
        let spaced = open > noun.len() && text[..open].ends_with(' ');
        if !spaced || !is_in(noun, NOUNS) || all.last().is_some_and(|last| last.range.end > open) {
            continue;
        }
        let start = open - 1 - noun.len();
        let read = |at: usize| numeral(scene, at);
        let items = list(text, open, &read);
        let Some(end) = items.last().map(|item| item.end) else { continue };
        if !found.iter().any(|it| it.range.start < end && start < it.range.end) {
            all.push(Mention {
                range: start..end,
                pointer: Pointer::Named {
                    label: Some(LabelKind::Listed),
                    items,
                },
            });
        }
    }
    all
}

/// The numbers in brackets from byte `at` on, with what joins them.
fn list(text: &str, at: usize, read: &dyn Fn(usize) -> Option<Numeral>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut next = Some((at, false));
    while let Some((at, reaches)) = next {
        let Some(numeral) = read(at) else { break };
        let end = numeral.end;
        match items.last_mut().filter(|_| reaches) {
            Some(item) => (item.to, item.end) = (To::Number(numeral), end),
            None => items.push(Item {
                first: numeral,
                to: To::Itself,
                end,
            }),
        }
        let joint = |(joint, reaches): &(&str, bool)| text[end..].starts_with(joint).then(|| (end + joint.len(), *reaches));
        next = JOINTS.iter().find_map(joint);
    }
    items
}

/// What may stand between two items, and whether it reaches from one to the other.
const JOINTS: [(&str, bool); 8] = [
    (" to ", true),
    ("-", true),
    (" - ", true),
    (", and ", false),
    (", ", false),
    (" and ", false),
    (" or ", false),
    (" & ", false),
];

/// The number in brackets at byte `at`, in digits or as a small letter.
fn numeral(scene: &Scene, at: usize) -> Option<Numeral> {
    let text = scene.text;
    let (end, word) = bracketed(text.as_bytes(), at).filter(|_| text.as_bytes().get(at) == Some(&b'('))?;
    let roman = is_small_roman(&word) && scene.has(LabelKind::Listed, "1");
    let letter = word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase() && scene.has(LabelKind::Listed, "a");
    if !(roman || letter) {
        return None;
    }
    let number = if roman { roman_value(&word)?.to_string() } else { word };
    Some(Numeral {
        base: number.clone(),
        number,
        other: None,
        shape: Shape::Letter,
        start: at,
        end,
    })
}
