//! The `Facts` of a paragraph are what its own properties say: style, numbering, outline level, and what became of its end.

use crate::input::ReadError;
use crate::input::xml::Xml;

/// Which list a paragraph belongs to, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The list; 0 takes the paragraph out of any.
    pub(super) list: Option<u32>,
    /// The level, from 0.
    pub(super) level: Option<u8>,
}

/// What a paragraph's properties say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) style: Option<String>,
    pub(super) numbered: Numbered,
    /// Outline level from 0; 9 is text.
    pub(super) outline: Option<u8>,
    /// Whether a tracked change added its end, which joined it with the next before.
    pub(super) end_added: bool,
    /// Whether a tracked change took its end away, which joins it with the next.
    pub(super) end_deleted: bool,
    /// Whether its end is hidden.
    pub(super) end_hidden: bool,
}

impl Facts {
    /// Reads the properties that `xml` has just opened; with `before`, as they were before a tracked change of them.
    pub(super) fn read(xml: &mut Xml<'_>, before: bool) -> Result<Self, ReadError> {
        let mut facts = Self::default();
        let depth = xml.depth();
        while let Some(tag) = xml.child(depth)? {
            match tag.word() {
                "pStyle" => facts.style = tag.val().map(|id| id.into_owned()),
                "outlineLvl" => facts.outline = tag.number(),
                "numPr" => facts.numbered = numbered(xml)?,
                "rPr" => facts.end(xml)?,
                "pPrChange" if before => {
                    let depth = xml.depth();
                    let mut old = Self::default();
                    while let Some(tag) = xml.child(depth)? {
                        if tag.word() == "pPr" {
                            old = Self::read(xml, false)?;
                        }
                    }
                    (facts.style, facts.outline, facts.numbered) = (old.style, old.outline, old.numbered);
                }
                _ => {}
            }
        }
        Ok(facts)
    }

    fn end(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        let depth = xml.depth();
        while let Some(tag) = xml.child(depth)? {
            match tag.word() {
                "ins" | "moveTo" => self.end_added = true,
                "del" | "moveFrom" => self.end_deleted = true,
                "vanish" => self.end_hidden = tag.on(),
                _ => {}
            }
        }
        Ok(())
    }
}

fn numbered(xml: &mut Xml<'_>) -> Result<Numbered, ReadError> {
    let mut numbered = Numbered::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.word() {
            "numId" => numbered.list = tag.number(),
            "ilvl" => numbered.level = tag.number().map(|level: u8| level.min(8)),
            _ => {}
        }
    }
    Ok(numbered)
}
