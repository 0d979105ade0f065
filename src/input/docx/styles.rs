//! The `Styles` of a document are what its named styles say of paragraphs: heading level, numbering, hidden or not.

use std::collections::HashMap;

use super::paragraph::{Facts, Numbered};
use crate::input::ReadError;
use crate::input::printed::is_quotation;
use crate::input::xml::{Token, Xml};

/// Longest chain of styles that are based on one another.
const LONGEST_CHAIN: usize = 32;

/// What one style says, what it is based on taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Its names, its own first, lower case.
    names: Vec<String>,
    /// Heading level by outline, from 0; 9 says that it is no heading.
    outline: Option<u8>,
    pub(super) numbered: Numbered,
    /// The style, of those it is based on, that says its numbering.
    pub(super) numbered_by: String,
    /// Whether its words are hidden.
    pub(super) hidden: Option<bool>,
}

impl Style {
    /// The heading level that it gives, from 1; `None` for text.
    pub(super) fn level(&self) -> Option<u8> {
        let named = |name: &String| {
            let level: u8 = name.strip_prefix("heading ")?.trim().parse().ok()?;
            (1..=9).contains(&level).then_some(level)
        };
        match self.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None if self.is("title") => Some(1),
            None => self.names.iter().find_map(named),
        }
    }

    /// Whether it, or a style that it is based on, is called `name`.
    pub(super) fn is(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    /// Whether it sets words as a quotation.
    pub(super) fn quotes(&self) -> bool {
        self.names.iter().any(|name| is_quotation(name))
    }

    /// Whether it is set as a line of a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.names
            .iter()
            .any(|name| name.strip_prefix("toc ").is_some_and(|level| level.parse::<u8>().is_ok()))
            || self.is("table of figures")
    }
}

/// A style as it is written.
#[derive(Debug, Default)]
struct Written {
    name: String,
    based_on: Option<String>,
    facts: Facts,
    hidden: Option<bool>,
}

/// All styles, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Style,
}

impl Styles {
    /// The styles that the part `source` defines.
    pub(super) fn read(source: &str) -> Result<Self, ReadError> {
        let mut written: HashMap<String, Written> = HashMap::new();
        let mut default = None;
        let mut xml = Xml::new(source);
        loop {
            match xml.token()? {
                Token::Open(tag) if tag.word() == "style" => {
                    let id = tag.attr("styleId").unwrap_or_default().into_owned();
                    let is_default = matches!(tag.attr("default").as_deref(), Some("1" | "true" | "on"));
                    if is_default && tag.attr("type").as_deref() == Some("paragraph") {
                        default = Some(id.clone());
                    }
                    written.insert(id, style(&mut xml)?);
                }
                Token::End => break,
                _ => {}
            }
        }
        let by_id: HashMap<String, Style> = written.keys().map(|id| (id.clone(), resolved(&written, id))).collect();
        let default = default.and_then(|id| by_id.get(&id).cloned()).unwrap_or_default();
        Ok(Self { by_id, default })
    }

    /// The style called `id`; the paragraphs' default without one.
    pub(super) fn get(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.default)
    }

    /// Whether there is a style called `id`.
    pub(super) fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// What the character style `id` says of hiding words.
    pub(super) fn hides(&self, id: &str) -> Option<bool> {
        self.by_id.get(id).and_then(|style| style.hidden)
    }

    /// The list that the numbering style `id` stands for.
    pub(super) fn list_of(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).and_then(|style| style.numbered.list)
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Written, ReadError> {
    let mut style = Written::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.word() {
            "name" => style.name = tag.val().unwrap_or_default().to_lowercase(),
            "basedOn" => style.based_on = tag.val().map(|id| id.into_owned()),
            "pPr" => style.facts = Facts::read(xml, false)?,
            "rPr" => {
                let depth = xml.depth();
                while let Some(tag) = xml.child(depth)? {
                    if tag.word() == "vanish" {
                        style.hidden = Some(tag.on());
                    }
                }
            }
            _ => {}
        }
    }
    Ok(style)
}

fn resolved(written: &HashMap<String, Written>, id: &str) -> Style {
    let mut style = Style::default();
    let mut next = Some(id);
    for _ in 0..LONGEST_CHAIN {
        let Some((id, own)) = next.and_then(|id| written.get_key_value(id)) else {
            break;
        };
        style.names.push(own.name.clone());
        style.outline = style.outline.or(own.facts.outline);
        style.hidden = style.hidden.or(own.hidden);
        if style.numbered.list.is_none() && own.facts.numbered.list.is_some() {
            style.numbered.list = own.facts.numbered.list;
            style.numbered_by.clone_from(id);
        }
        style.numbered.level = style.numbered.level.or(own.facts.numbered.level);
        next = own.based_on.as_deref();
    }
    style
}
