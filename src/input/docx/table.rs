//! What a Word document says of its tables: how many columns a grid has and a cell takes, and what a row is.

use crate::input::ReadError;
use crate::input::xml::Xml;

/// What a row's own properties say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RowFacts {
    pub(super) header: bool,
    pub(super) added: bool,
    pub(super) deleted: bool,
    /// Columns that it leaves out in front.
    pub(super) skipped: u32,
}

impl RowFacts {
    /// Reads the properties of a row that `xml` has just opened.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut facts = Self::default();
        let depth = xml.depth();
        while let Some(tag) = xml.child(depth)? {
            match tag.word() {
                "tblHeader" => facts.header = tag.on(),
                "gridBefore" => facts.skipped = tag.number().unwrap_or(0).min(63),
                "ins" => facts.added = true,
                "del" => facts.deleted = true,
                _ => {}
            }
        }
        Ok(facts)
    }
}

/// How many columns a cell takes, by the properties that `xml` has just opened.
pub(super) fn columns_of_cell(xml: &mut Xml<'_>) -> Result<u32, ReadError> {
    let mut columns = 1;
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        if tag.word() == "gridSpan" {
            columns = tag.number().unwrap_or(1).clamp(1, 63);
        }
    }
    Ok(columns)
}

/// How many columns a grid has that `xml` has just opened.
pub(super) fn columns_of_grid(xml: &mut Xml<'_>) -> Result<u32, ReadError> {
    let mut columns = 0;
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        columns += u32::from(tag.word() == "gridCol");
    }
    Ok(columns)
}
