//! A `Section` is what stands under one of a document's main headings; sections of several documents are one when their headings
//! read alike.

use std::collections::BTreeMap;

use super::statistics::{Base, Counted};
use crate::document::{Document, Zone};

/// More kinds of section than this are not told apart.
pub const MOST_SECTIONS: usize = 400;
/// Bytes of a heading that are kept.
const LONGEST: usize = 120;

/// What stands under one heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading, without its number.
    pub title: String,
    /// Where it first stands: the input, and which section it is there.
    pub place: (u32, u32),
    /// Documents that have it.
    pub documents: u64,
    /// Its words.
    pub base: Base,
    /// What stands of language.
    pub language: Counted,
}

/// Sections by their headings, case and blanks folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections(pub BTreeMap<String, Section>);

impl Sections {
    /// Adds those of another document.
    pub fn add(&mut self, other: &Self) {
        for (key, section) in &other.0 {
            if let Some(own) = self.0.get_mut(key) {
                own.documents += section.documents;
                own.base.add(&section.base);
                own.language.add(&section.language);
            } else if self.0.len() < MOST_SECTIONS {
                self.0.insert(key.clone(), section.clone());
            }
        }
    }

    /// The sections in the order in which they first stand.
    #[must_use]
    pub fn in_order(&self) -> Vec<(&str, &Section)> {
        let mut all: Vec<(&str, &Section)> = self.0.iter().map(|(key, section)| (key.as_str(), section)).collect();
        all.sort_by_key(|(_, section)| section.place);
        all
    }
}

/// The main headings of a document and the blocks under each: (key, title, first block). What stands before the first has no title.
pub(super) fn headings(document: &Document) -> Vec<(String, String, usize)> {
    let level = main_level(document);
    let mut sections = vec![(String::new(), String::new(), 0)];
    for (at, block) in document.blocks.iter().enumerate() {
        if block.zone == Zone::Heading && level.is_some_and(|level| block.level <= level) {
            let text = document.fold.slice(block.body).trim();
            let title = text[..text.floor_char_boundary(LONGEST.min(text.len()))].to_owned();
            let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
            sections.push((words.join(" "), title, at));
        }
    }
    sections
}

/// The highest level of which the document has two headings or more: one alone is its title.
fn main_level(document: &Document) -> Option<u8> {
    let mut counts = [0_u32; 256];
    let headings = document.blocks.iter().filter(|block| block.zone == Zone::Heading);
    headings.for_each(|block| counts[block.level as usize] += 1);
    (1..=255).find(|&level| counts[level as usize] > 1)
}
