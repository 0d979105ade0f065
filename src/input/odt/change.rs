//! A `Change` is a tracked change: an insertion between two signs in the text, or a deletion whose words stand apart.

use std::collections::HashMap;
use std::ops::Range;

use crate::input::ReadError;
use crate::input::xml::{Ns, Token, Xml};

/// One tracked change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Insertion,
    /// The bytes of the part that hold the deleted paragraphs.
    Deletion(Range<usize>),
}

/// The tracked changes, by id, of the element that `xml` has just opened.
pub(super) fn read(xml: &mut Xml<'_>) -> Result<HashMap<String, Change>, ReadError> {
    let mut changes = HashMap::new();
    let depth = xml.depth();
    while let Some(region) = xml.child(depth)? {
        if (region.ns, region.local) != (Ns::Text, "changed-region") {
            continue;
        }
        let id = region.any("id").unwrap_or_default().into_owned();
        let inside = xml.depth();
        while let Some(tag) = xml.child(inside)? {
            match (tag.ns, tag.local) {
                (Ns::Text, "insertion") => drop(changes.insert(id.clone(), Change::Insertion)),
                (Ns::Text, "deletion") => {
                    let range = content(xml)?;
                    changes.insert(id.clone(), Change::Deletion(range));
                }
                _ => {}
            }
        }
    }
    Ok(changes)
}

/// The bytes of what stands in the element that `xml` has just opened.
fn content(xml: &mut Xml<'_>) -> Result<Range<usize>, ReadError> {
    let (start, depth) = (xml.at().end, xml.depth());
    let is_empty = |at: Range<usize>| at.start < start;
    loop {
        match xml.token()? {
            Token::Close if xml.depth() < depth => {
                let at = xml.at();
                return Ok(if is_empty(at.clone()) { start..start } else { start..at.start });
            }
            Token::End => return Ok(start..start),
            _ => {}
        }
    }
}
