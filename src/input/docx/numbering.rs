//! The `Numbering` of a document is what its lists look like: for each level where it starts, how its number is
//! written, and when it starts again.

use std::collections::HashMap;

use super::styles::Styles;
use crate::input::ReadError;
use crate::input::numeral::Style;
use crate::input::xml::{Tag, Token, Xml};

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) style: Style,
    /// What is printed, with "%1" for the number of the first level.
    pub(super) text: String,
    /// The level, from 1, after whose numbers this one starts again; 0 for never, `None` for any above it.
    pub(super) restart: Option<u8>,
    /// Whether all numbers in its text are written in digits.
    pub(super) legal: bool,
    /// The paragraph style that stands for this level.
    paragraph_style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            style: Style::Decimal,
            text: String::new(),
            restart: None,
            legal: false,
            paragraph_style: None,
        }
    }
}

/// What lists share.
#[derive(Clone, Debug, Default)]
struct Kind {
    levels: [Level; LEVELS],
    /// The numbering style in which its levels really stand.
    link: Option<String>,
}

/// One list.
#[derive(Clone, Debug, Default)]
struct List {
    kind: u32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: HashMap<u32, Kind>,
    lists: HashMap<u32, List>,
}

/// One list, ready to be counted.
#[derive(Debug)]
pub(super) struct Counted<'n> {
    /// What it shares its counting with.
    pub(super) kind: u32,
    /// Where its levels start, when it says so itself.
    pub(super) starts: &'n [Option<u32>; LEVELS],
    pub(super) levels: [&'n Level; LEVELS],
}

impl Numbering {
    /// The lists that the part `source` defines.
    pub(super) fn read(source: &str) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(source);
        loop {
            match xml.token()? {
                Token::Open(tag) if tag.word() == "abstractNum" => {
                    let id = id_of(&tag, "abstractNumId");
                    let kind = kind(&mut xml)?;
                    numbering.kinds.insert(id, kind);
                }
                Token::Open(tag) if tag.word() == "num" => {
                    let id = id_of(&tag, "numId");
                    let list = list(&mut xml)?;
                    numbering.lists.insert(id, list);
                }
                Token::End => return Ok(numbering),
                _ => {}
            }
        }
    }

    /// The list called `id`; `None` when it is not defined.
    pub(super) fn list(&self, id: u32, styles: &Styles) -> Option<Counted<'_>> {
        let list = self.lists.get(&id)?;
        let mut number = list.kind;
        let mut kind = self.kinds.get(&number)?;
        // A kind that is only a link stands for the kind of the style's own list.
        if let Some(linked) = kind.link.as_deref().and_then(|style| styles.list_of(style))
            && let Some(target) = self.lists.get(&linked)
            && let Some(real) = self.kinds.get(&target.kind)
        {
            (number, kind) = (target.kind, real);
        }
        Some(Counted {
            kind: number,
            starts: &list.starts,
            levels: std::array::from_fn(|at| list.levels[at].as_ref().unwrap_or(&kind.levels[at])),
        })
    }
}

impl Counted<'_> {
    /// The level that stands for the paragraph style `id`.
    pub(super) fn level_of(&self, id: &str) -> Option<u8> {
        let at = self.levels.iter().position(|level| level.paragraph_style.as_deref() == Some(id))?;
        u8::try_from(at).ok()
    }
}

fn id_of(tag: &Tag<'_>, name: &str) -> u32 {
    tag.attr(name).and_then(|id| id.trim().parse().ok()).unwrap_or(u32::MAX)
}

fn level_of(tag: &Tag<'_>) -> Option<usize> {
    let level = id_of(tag, "ilvl") as usize;
    (level < LEVELS).then_some(level)
}

fn kind(xml: &mut Xml<'_>) -> Result<Kind, ReadError> {
    let mut kind = Kind::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.word() {
            "lvl" => {
                let at = level_of(&tag);
                let level = level(xml)?;
                if let Some(at) = at {
                    kind.levels[at] = level;
                }
            }
            "numStyleLink" => kind.link = tag.val().map(|id| id.into_owned()),
            _ => {}
        }
    }
    Ok(kind)
}

fn list(xml: &mut Xml<'_>) -> Result<List, ReadError> {
    let mut list = List::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.word() {
            "abstractNumId" => list.kind = tag.number().unwrap_or(u32::MAX),
            "lvlOverride" => {
                let at = level_of(&tag);
                let depth = xml.depth();
                while let Some(tag) = xml.child(depth)? {
                    let Some(at) = at else { continue };
                    match tag.word() {
                        "startOverride" => list.starts[at] = tag.number(),
                        "lvl" => list.levels[at] = Some(level(xml)?),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(list)
}

fn level(xml: &mut Xml<'_>) -> Result<Level, ReadError> {
    let mut level = Level::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.word() {
            "start" => level.start = tag.number().unwrap_or(0),
            "numFmt" => level.style = tag.val().map_or(Style::Decimal, |name| Style::named(&name)),
            "lvlText" => level.text = tag.val().unwrap_or_default().into_owned(),
            "lvlRestart" => level.restart = tag.number(),
            "isLgl" => level.legal = tag.on(),
            "pStyle" => level.paragraph_style = tag.val().map(|id| id.into_owned()),
            // Newer formats stand in a choice, the older one in its place.
            "" if tag.local == "AlternateContent" => {
                let depth = xml.depth();
                while let Some(side) = xml.child(depth)? {
                    let inner = xml.depth();
                    while let Some(tag) = xml.child(inner)? {
                        if side.local == "Fallback" && tag.word() == "numFmt" {
                            level.style = tag.val().map_or(Style::Decimal, |name| Style::named(&name));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(level)
}
