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
            let Some((letters, digits)) = code(&text[start..]).filter(|(letters, _)| letters == prefix && !stuck) else {
                continue;
            };
            let end = start + letters.len() + digits.len();
            let taken = found.iter().any(|it| it.range.start < end && start < it.range.end);
            if !taken {
                codes.push(mention(start..end, format!("{}{digits}", letters.to_lowercase())));
            }
        }
    }
    codes
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
