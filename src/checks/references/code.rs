//! A `code` names a row or paragraph by the document's own letters and number: "OP4", "P3 and P6".

use super::list::{Item, To};
use super::mention::{Mention, Pointer, Scene};
use super::number::{Numeral, Shape};
use crate::document::{LabelKind, code};

/// The document's own codes in `scene` outside of the mentions that are `found` already.
pub(super) fn codes(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let text = scene.text;
    let mut codes = Vec::new();
    for prefix in scene.outline.prefixes() {
        for (start, _) in text.match_indices(prefix.as_str()) {
            let stuck = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-');
            let Some((digits, end)) = number_after(text, start, prefix).filter(|_| !stuck) else {
                continue;
            };
            let taken = found.iter().any(|it| it.range.start < end && start < it.range.end);
            if !taken {
                codes.push(mention(start..end, format!("{}{digits}", prefix.to_lowercase())));
            }
        }
    }
    codes
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

fn mention(range: std::ops::Range<usize>, number: String) -> Mention {
    let numeral = Numeral {
        base: number.clone(),
        number,
        other: None,
        shape: Shape::Integer,
        start: range.start,
        end: range.end,
    };
    let item = Item {
        first: numeral,
        to: To::Itself,
        end: range.end,
    };
    Mention {
        range,
        pointer: Pointer::Named {
            label: Some(LabelKind::Code),
            items: vec![item],
        },
    }
}
