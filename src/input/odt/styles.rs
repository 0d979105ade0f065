//! The `Styles` of a document are what its styles say of paragraphs, words and lists.

use std::collections::HashMap;

use super::list::ListStyle;
use crate::input::ReadError;
use crate::input::printed::is_quotation;
use crate::input::xml::{Ns, Tag, Token, Xml};

/// Longest chain of styles that are based on one another.
const LONGEST_CHAIN: usize = 32;

/// What a style of paragraphs or of words says, what it is based on taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Heading level, from 1; 0 says that it is no heading.
    outline: Option<u8>,
    /// Heading level by its name, "Heading 2" or "Title".
    named: Option<u8>,
    pub(super) is_contents: bool,
    pub(super) quotes: bool,
    /// Whether its words are hidden.
    pub(super) hidden: Option<bool>,
    /// Whether it is a paragraph's own and takes the paragraph out of the numbering of headings.
    pub(super) is_unnumbered: bool,
}

impl Style {
    /// The heading level that it gives, from 1; `None` for text.
    pub(super) fn level(&self) -> Option<u8> {
        match self.outline {
            Some(level) => (level > 0).then_some(level),
            None => self.named,
        }
    }

    /// Whether it stands for a level of the outline.
    pub(super) fn is_outlined(&self) -> bool {
        self.outline.is_some_and(|level| level > 0)
    }
}

/// A style as it is written.
#[derive(Debug, Default)]
struct Written {
    /// Its name as people see it, lower case.
    shown: String,
    parent: Option<String>,
    outline: Option<u8>,
    hidden: Option<bool>,
    /// Whether it says that it belongs to no list.
    unlisted: bool,
    /// Whether it is one that a program made for a place, and no named one.
    automatic: bool,
}

/// All styles.
#[derive(Debug, Default)]
pub(super) struct Styles {
    written: HashMap<(Family, String), Written>,
    ready: HashMap<(Family, String), Style>,
    default: Style,
    pub(super) lists: HashMap<String, ListStyle>,
    /// How headings are numbered, and the name under which lists may share in it.
    pub(super) outline: ListStyle,
    pub(super) outline_name: String,
}

/// What a style is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Paragraph,
    Words,
}

impl Styles {
    /// Adds the styles that `source` defines; its automatic ones only when `automatic` is [`Ns::Office`], as those beside the
    /// named styles belong to headers and footers.
    pub(super) fn read(&mut self, source: &str, automatic: Ns) -> Result<(), ReadError> {
        let mut xml = Xml::new(source);
        let mut own = false;
        loop {
            match xml.token()? {
                Token::Open(tag) => match (tag.ns, tag.local) {
                    (Ns::Office, "styles") => own = false,
                    (Ns::Office, "automatic-styles") if automatic == Ns::Office => own = true,
                    (Ns::Office, "automatic-styles" | "master-styles" | "font-face-decls" | "meta" | "settings" | "scripts") => {
                        xml.skip()?
                    }
                    (Ns::Office, "body") => break,
                    (Ns::Style, "style") => self.style(&tag, &mut xml, own)?,
                    (Ns::Text, "list-style") => {
                        let name = tag.any("name").unwrap_or_default().into_owned();
                        self.lists.insert(name, ListStyle::read(&mut xml)?);
                    }
                    (Ns::Text, "outline-style") => {
                        self.outline_name = tag.any("name").unwrap_or_default().into_owned();
                        self.outline = ListStyle::read(&mut xml)?;
                    }
                    _ => {}
                },
                Token::End => break,
                _ => {}
            }
        }
        self.ready = self.written.keys().map(|key| (key.clone(), self.resolved(key))).collect();
        Ok(())
    }

    fn style(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>, automatic: bool) -> Result<(), ReadError> {
        let family = match tag.any("family").as_deref() {
            Some("paragraph") => Family::Paragraph,
            Some("text") => Family::Words,
            _ => return xml.skip(),
        };
        let name = tag
            .attr_where(|prefix, local| prefix == tag.prefix && local == "name")
            .unwrap_or_default();
        let mut style = Written {
            shown: tag.any("display-name").unwrap_or_else(|| decoded(&name).into()).to_lowercase(),
            parent: tag.any("parent-style-name").map(|name| name.into_owned()),
            outline: tag.any("default-outline-level").map(|level| level.trim().parse().unwrap_or(0)),
            hidden: None,
            unlisted: tag.any("list-style-name").is_some_and(|list| list.is_empty()),
            automatic,
        };
        let depth = xml.depth();
        while let Some(tag) = xml.child(depth)? {
            if (tag.ns, tag.local) == (Ns::Style, "text-properties") {
                let display = tag.any("display");
                style.hidden = display.map(|display| display == "none").or(style.hidden);
            }
        }
        self.written.insert((family, name.into_owned()), style);
        Ok(())
    }

    fn resolved(&self, key: &(Family, String)) -> Style {
        let mut style = Style::default();
        let mut next = Some(key.clone());
        for depth in 0..LONGEST_CHAIN {
            let Some(own) = next.as_ref().and_then(|key| self.written.get(key)) else {
                break;
            };
            style.outline = style.outline.or(own.outline);
            style.hidden = style.hidden.or(own.hidden);
            style.named = style.named.or(named(&own.shown));
            style.quotes |= is_quotation(&own.shown);
            style.is_contents |= is_contents(&own.shown);
            style.is_unnumbered |= depth == 0 && own.automatic && own.unlisted;
            next = own.parent.clone().map(|name| (key.0, name));
        }
        style
    }

    /// The style of that family called `name`.
    pub(super) fn get(&self, family: Family, name: Option<&str>) -> &Style {
        name.and_then(|name| self.ready.get(&(family, name.to_owned())))
            .unwrap_or(&self.default)
    }
}

/// The heading level that a style of that name stands for.
fn named(name: &str) -> Option<u8> {
    let level = name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok());
    match level {
        Some(1..=9) => level,
        _ => (name == "title").then_some(1),
    }
}

/// Whether a style of that name sets lines of a table of contents.
fn is_contents(name: &str) -> bool {
    const NAMES: [&str; 6] = [
        "contents ",
        "toc ",
        "illustration index ",
        "table index ",
        "figure index ",
        "table of figures",
    ];
    let rest = NAMES.iter().find_map(|list| name.strip_prefix(list));
    rest.is_some_and(|level| level.bytes().all(|b| b.is_ascii_digit()))
}

/// A name as people see it: "Contents 1" for "Contents_20_1".
fn decoded(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some(at) = rest.find('_') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let sign = rest.find('_').filter(|&end| end <= 6).and_then(|end| {
            let sign = u32::from_str_radix(&rest[..end], 16).ok().and_then(char::from_u32)?;
            Some((end, sign))
        });
        match sign {
            Some((end, sign)) => {
                out.push(sign);
                rest = &rest[end + 1..];
            }
            None => out.push('_'),
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_people_see_them() {
        assert_eq!(decoded("Contents_20_1"), "Contents 1");
        assert_eq!(decoded("My_style_zz_"), "My_style_zz_");
        assert_eq!(decoded("_"), "_");
        assert!(is_contents("contents 10") && is_contents("table of figures"));
        assert_eq!(
            ["heading 2", "title", "heading", "heading 10"].map(named),
            [Some(2), Some(1), None, None]
        );
        assert!(!is_contents("contents heading") && !is_contents("title"));
    }
}
