//! A list `number` is what a page prints before an item of an ordered list; it becomes a label and no part of the text.

use super::tree::{Element, Tree};
use crate::input::numeral::Style;

/// The labels of the items of one ordered list, as it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    next: i32,
    step: i32,
    style: Style,
}

impl Numbers {
    /// The numbers of the list `id`; `None` when it prints none.
    pub(super) fn of(tree: &Tree, id: u32, element: &Element) -> Option<Self> {
        if &*element.name != "ol" {
            return None;
        }
        let style = element.style("list-style-type").or_else(|| element.style("list-style"));
        let style = style_of(style.as_deref(), element.attr("type").unwrap_or_default())?;
        let start = || element.attr("start").and_then(|start| start.trim().parse().ok());
        let (next, step) = if element.attr("reversed").is_some() {
            let items = || tree.children(id).filter(|&id| tree.name(id) == "li").count() as i32;
            (start().unwrap_or_else(items), -1)
        } else {
            (start().unwrap_or(1), 1)
        };
        Some(Self { next, step, style })
    }

    /// The label of the item `element`, which begins with `words`.
    pub(super) fn label(&mut self, element: &Element, words: &str) -> Option<String> {
        if let Some(value) = element.attr("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let number = self.next;
        self.next = self.next.saturating_add(self.step);
        let bare = element.style("list-style-type").or_else(|| element.style("list-style"));
        if bare.is_some_and(|style| style.starts_with("none")) || is_numbered(words) {
            return None;
        }
        let printed = u32::try_from(number).map_or_else(|_| number.to_string(), |number| self.style.write(number));
        Some(format!("{printed}."))
    }
}

fn style_of(style: Option<&str>, kind: &str) -> Option<Style> {
    let says = |name: &str| style.is_some_and(|style| style.split_ascii_whitespace().any(|it| it == name));
    if ["none", "disc", "circle", "square"].iter().any(|name| says(name)) {
        return None;
    }
    Some(match kind.trim() {
        _ if says("lower-alpha") || says("lower-latin") => Style::LowerLetter,
        _ if says("upper-alpha") || says("upper-latin") => Style::UpperLetter,
        _ if says("lower-roman") => Style::LowerRoman,
        _ if says("upper-roman") => Style::UpperRoman,
        _ if says("decimal") => Style::Decimal,
        "a" => Style::LowerLetter,
        "A" => Style::UpperLetter,
        "i" => Style::LowerRoman,
        "I" => Style::UpperRoman,
        _ => Style::Decimal,
    })
}

/// Whether an item's own words begin with a number, so that its list can print none: "1.2 The", "(a) the".
fn is_numbered(words: &str) -> bool {
    let words = words.trim_start();
    let head = words.split_whitespace().next().unwrap_or_default();
    let dotted = head.starts_with(|c: char| c.is_ascii_digit())
        && head.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b')'))
        && head.contains(['.', ')']);
    dotted || head.len() <= 6 && head.starts_with('(') && head.ends_with(')') && head.len() > 2
}
