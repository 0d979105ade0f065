//! A `listed` item of the document's own is cited by its letter in brackets: "term (iv)", "items (a) and (c)".

use std::ops::Range;

use super::list::{Item, To};
use super::mention::{Mention, Pointer, Scene, is_taken};
use super::number::{Numeral, Shape, bracketed, is_small_roman};
use super::words::{is_in, last, next};
use crate::document::{LabelKind, roman_value};

/// What an item of a list is called.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "term", "terms", "item", "items", "point", "points", "bullet", "bullets", "question", "questions", "objective", "objectives", "aim", "aims", "line", "lines",
    "action", "actions", "step", "steps", "need", "needs", "element", "elements", "criterion", "criteria", "reference", "tor", "task", "tasks", "limb", "heading",
    "finding", "findings", "recommendation", "recommendations", "lesson", "lessons", "theme", "themes", "part", "parts", "paragraph", "paragraphs", "section", "sections", "lettered",
    "learning", "issue", "proposal", "proposals", "concern", "concerns", "condition", "conditions", "measure", "measures", "purpose", "purposes", "issue", "issues", "matter", "matters",
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
        let named = is_in(noun, NOUNS);
        if !spaced || all.last().is_some_and(|last| last.range.end > open) {
            continue;
        }
        let read = |at: usize| numeral(scene, at);
        let items = list(text, open, &read);
        let Some(end) = items.last().map(|item| item.end) else { continue };
        // Two of them together need no noun: "(b) and (c) are best read together".
        let several = || {
            let single = items.len() == 1 && items[0].to == To::Itself;
            !single && items.iter().all(|item| scene.has(LabelKind::Listed, &item.first.number))
        };
        if !named && !several() {
            continue;
        }
        let start = if named { open - 1 - noun.len() } else { open };
        if !is_taken(found, &(start..end)) {
            all.push(listed(start..end, items));
        }
    }
    all
}

/// The capitals that headings are counted by, "From D", "what A describes", "B and D", in `scene` outside of those that are `found`.
pub(super) fn capitals(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let mut all: Vec<Mention> = Vec::new();
    let first = scene.outline.find(LabelKind::Listed, "a").first();
    if first.is_none_or(|&entry| scene.outline.entries[entry as usize].label != "A") {
        return all;
    }
    let text = scene.text;
    let letters = text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase());
    for (start, _) in letters {
        let free = start == 0 || text[..start].ends_with([' ', '(', '[']);
        if !free || start == 0 || all.last().is_some_and(|last| last.range.end > start) {
            continue;
        }
        let items = list(text, start, &|at| capital(text, at));
        let Some(end) = items.last().map(|item| item.end) else { continue };
        let before = last(text, start);
        let after = &text[end..];
        // "taken to A and E", "getting from A to B"
        if is_in(&text[start..end], IDIOMS) {
            continue;
        }
        let ended =
            after.is_empty() || after.starts_with(['.', ',', ';', ')', ':', '?']) && !after.starts_with(". ") || is_full_stop(after);
        let told = is_in(next(text, end), TELLING);
        let several = items.len() > 1 || items[0].to != To::Itself;
        let pointed = text[..start].ends_with(['(', '[']) && after.starts_with([')', ']', ',', ';']);
        let led = is_in(before, CUES);
        let here = pointed || led && (ended || told || several) || several && is_in(before, &["that", "both"]);
        if here && !is_taken(found, &(start..end)) {
            all.push(listed(start..end, items));
        }
    }
    all
}

/// A mention of what is listed under letters.
const fn listed(range: Range<usize>, items: Vec<Item>) -> Mention {
    Mention {
        range,
        pointer: Pointer::Named {
            label: Some(LabelKind::Listed),
            items,
        },
    }
}

/// Letters that are said together and name no places.
const IDIOMS: &[&str] = &["A and E", "A to B", "A to Z", "Q and A", "P and O", "B and B"];

/// The capitals by which `text` calls people: "Child B", "Ms C", "D's mother".
pub(super) fn people(text: &str) -> Vec<String> {
    const CALLED: &[&str] = &[
        "child", "baby", "adult", "mr", "mrs", "ms", "miss", "dr", "infant", "brother", "sister", "twin", "sibling", "person", "patient",
        "resident", "mother", "father",
    ];
    let alone = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_none_or(|c| !c.is_alphanumeric()) && after.is_none_or(|c| !c.is_alphanumeric())
    };
    let letters = text
        .bytes()
        .enumerate()
        .filter(|&(at, byte)| byte.is_ascii_uppercase() && alone(at));
    let person = |at: usize| text[at + 1..].starts_with("'s ") || is_in(last(text, at), CALLED);
    let mut all: Vec<String> = letters
        .filter(|&(at, _)| person(at))
        .map(|(at, _)| text[at..=at].to_lowercase())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Words before a letter that is a place.
const CUES: &[&str] = &[
    "from", "compare", "see", "what", "as", "under", "in", "at", "with", "of", "answers", "answer", "meets", "that", "to", "by", "also",
    "on", "than",
];
/// What a place does.
const TELLING: &[&str] = &[
    "describes",
    "says",
    "shows",
    "tells",
    "asks",
    "sets",
    "explains",
    "records",
    "finds",
    "gives",
    "suggests",
    "implies",
    "notes",
    "above",
    "below",
];

/// Whether `after` is the end of a sentence: a stop, and a capital or nothing behind it.
fn is_full_stop(after: &str) -> bool {
    let rest = after.strip_prefix('.').map(str::trim_start);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '"')))
}

/// The capital that stands alone at byte `at`.
fn capital(text: &str, at: usize) -> Option<Numeral> {
    let letter = text.as_bytes().get(at).filter(|byte| byte.is_ascii_uppercase())?;
    let whole = !text[at + 1..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '-' | '&'));
    let number = char::from(letter.to_ascii_lowercase()).to_string();
    whole.then(|| Numeral {
        base: number.clone(),
        number,
        other: None,
        shape: Shape::Letter,
        start: at,
        end: at + 1,
    })
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
