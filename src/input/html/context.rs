//! A `Context` is what the elements around some words make of them.

use super::tree::Element;
use crate::text::MarkKind;

/// Which cell, of which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) table: u32,
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) header: bool,
}

/// What the elements around some words make of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    pub(super) cell: Option<Place>,
    pub(super) heading: Option<u8>,
    pub(super) contents: bool,
    pub(super) note: bool,
    pub(super) quote: bool,
    pub(super) item: bool,
    /// How deep in lists, for the numbers of Word.
    pub(super) depth: u8,
    /// Whether line ends stay.
    pub(super) pre: bool,
    /// Whether figures are raised.
    pub(super) raised: bool,
    /// How many quotations within the line stand around.
    pub(super) quoted: u8,
}

impl Context {
    pub(super) fn kind(self) -> MarkKind {
        if let Some(Place {
            table,
            row,
            column,
            header,
        }) = self.cell
        {
            return MarkKind::Cell {
                table,
                row,
                column,
                header,
            };
        }
        match self.heading {
            Some(level) => MarkKind::Heading(level),
            None if self.contents => MarkKind::Contents,
            None if self.note => MarkKind::Note,
            None if self.quote => MarkKind::Quote,
            None if self.item => MarkKind::Item,
            None => MarkKind::Paragraph,
        }
    }

    /// What stands inside `element`.
    pub(super) fn inside(mut self, element: &Element) -> Self {
        match &*element.name {
            "blockquote" => self.quote = true,
            "pre" | "listing" | "xmp" | "plaintext" => self.pre = true,
            "li" => self.item = true,
            "ol" | "ul" | "menu" | "dir" => self.depth = self.depth.saturating_add(1),
            "sup" => self.raised = true,
            "q" => self.quoted = self.quoted.saturating_add(1),
            _ => {}
        }
        self.heading = element.heading().or(self.heading);
        self.contents |= element.class(|class| {
            let level = class.strip_prefix("MsoToc");
            level.is_some_and(|level| level.bytes().all(|b| b.is_ascii_digit()))
        });
        self.quote |= element.class(|class| matches!(class, "MsoQuote" | "MsoIntenseQuote"));
        if let Some(list) = element.style("mso-list").filter(|list| list.contains("level")) {
            let level = list.split("level").nth(1).and_then(|rest| rest.chars().next()?.to_digit(10));
            self.item = true;
            self.depth = level.unwrap_or(1).saturating_sub(1) as u8;
        }
        self
    }
}
