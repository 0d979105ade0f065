//! A `code` names a row or paragraph by the document's own letters and number: "OP4", "P3 and P6".

use super::list::{Item, To, list};
use super::mention::{Mention, Pointer, Scene, is_taken};
use super::number::{Numeral, Shape};
use crate::document::{LabelKind, code};

/// The document's own codes in `scene` outside of the mentions that are `found` already.
pub(super) fn codes(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let text = scene.text;
    let mut codes: Vec<Mention> = Vec::new();
    for prefix in scene.outline.prefixes() {
        for (start, _) in text.match_indices(prefix.as_str()) {
            let stuck = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-');
            let Some((digits, end)) = number_after(text, start, prefix).filter(|_| !stuck) else {
                continue;
            };
            if let Some(first) = codes.last_mut().filter(|first| is_range(text, first.range.end, start)) {
                reach(first, item(start..end, format!("{}{digits}", prefix.to_lowercase())));
                continue;
            }
            if !is_taken(found, &(start..end)) {
                codes.push(mention(start..end, format!("{}{digits}", prefix.to_lowercase())));
            }
        }
    }
    codes
}

/// The numbers of paragraphs in lettered parts, "B.14", in `scene` outside of the mentions that are `found` already: nothing else
/// looks like them, so they need no word before them.
pub(super) fn lettered(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    const LETTERS: usize = 4;
    let mut all: Vec<Mention> = Vec::new();
    if !scene.outline.lettered {
        return all;
    }
    let text = scene.text;
    for point in memchr::memchr_iter(b'.', text.as_bytes()) {
        let letters = text.as_bytes()[..point]
            .iter()
            .rev()
            .take(LETTERS + 1)
            .take_while(|b| b.is_ascii_uppercase())
            .count();
        let start = point - letters;
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '.');
        if !(1..=LETTERS).contains(&letters) || !free || all.last().is_some_and(|last| last.range.end > start) {
            continue;
        }
        let items = list(text, start, "", &|number| scene.has(LabelKind::Paragraph, number));
        let Some(end) = items.last().map(|item| item.end) else { continue };
        let dotted = items[0].first.shape == Shape::Dotted;
        if dotted && !is_taken(found, &(start..end)) {
            all.push(Mention {
                range: start..end,
                pointer: Pointer::Named { label: None, items },
            });
        }
    }
    all
}

/// The digits after the letters of a code at `start`, and where they end: "OP4", "IP 5".
fn number_after<'t>(text: &'t str, start: usize, prefix: &str) -> Option<(&'t str, usize)> {
    if let Some((letters, digits)) = code(&text[start..]) {
        return (letters == prefix).then_some((digits, start + letters.len() + digits.len()));
    }
    let after = text[start + prefix.len()..].strip_prefix(' ').filter(|_| prefix.len() > 1)?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let whole = !after[digits..].starts_with(|c: char| {
        c.is_alphanumeric() || matches!(c, '.' | ':') && after[digits + 1..].starts_with(|c: char| c.is_ascii_digit())
    });
    ((1..=2).contains(&digits) && whole).then(|| (&after[..digits], start + prefix.len() + 1 + digits))
}

/// Whether only the words of a range stand between two codes: "OP1 to OP4".
fn is_range(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|gap| matches!(gap.trim(), "to" | "-" | "\u{2013}" | "through"))
}

/// Lets `first` reach to `last`.
fn reach(first: &mut Mention, last: Item) {
    let Pointer::Named { items, .. } = &mut first.pointer else { return };
    if let Some(item) = items.first_mut() {
        item.end = last.end;
        item.to = To::Number(last.first);
        first.range.end = last.end;
    }
}

fn mention(range: std::ops::Range<usize>, number: String) -> Mention {
    Mention {
        range: range.clone(),
        pointer: Pointer::Named {
            label: Some(LabelKind::Code),
            items: vec![item(range, number)],
        },
    }
}

fn item(range: std::ops::Range<usize>, number: String) -> Item {
    let numeral = Numeral {
        base: number.clone(),
        number,
        other: None,
        shape: Shape::Integer,
        start: range.start,
        end: range.end,
    };
    Item {
        first: numeral,
        to: To::Itself,
        end: range.end,
    }
}
