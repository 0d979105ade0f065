//! Said `often`: a rule of language that speaks again and again is said once, with its count and its places.

use std::collections::BTreeMap;

use crate::identity::Accepted;
use crate::reading::Read;
use crate::text::Places;

use super::is_language;

/// How often one rule speaks, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Often {
    /// Annotations that stand.
    pub count: u64,
    /// Documents that have one.
    pub documents: u64,
    /// Where, in one document, each place once, in reading order; empty for several documents.
    pub places: Vec<Spot>,
}

/// A paragraph, item or cell in which a rule speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The number or label of its paragraph.
    pub paragraph: Option<String>,
    /// The line of the first words there.
    pub line: u32,
    /// How often the rule speaks there.
    pub times: u64,
    /// Index of the block.
    block: u32,
}

/// How often each rule of language speaks in one document.
pub(super) fn of(read: &Read<'_>, accepted: &Accepted) -> BTreeMap<String, Often> {
    let mut rules: BTreeMap<String, Often> = BTreeMap::new();
    let lines = Places::new(&read.scan.text.content);
    for (_, annotation) in read.standing(accepted).filter(|(_, a)| is_language(a.category)) {
        if !rules.contains_key(annotation.rule) {
            rules.insert(annotation.rule.to_string(), Often::default());
        }
        let Some(often) = rules.get_mut(annotation.rule) else { continue };
        often.count += 1;
        often.documents = 1;
        match often.places.last_mut().filter(|spot| spot.block == annotation.block) {
            Some(spot) => spot.times += 1,
            None => often.places.push(Spot {
                paragraph: paragraph(read, annotation.block),
                line: lines.place(annotation.span.start).line,
                times: 1,
                block: annotation.block,
            }),
        }
    }
    rules
}

fn paragraph(read: &Read<'_>, block: u32) -> Option<String> {
    let document = &read.scan.document;
    let entry = document.blocks.get(block as usize)?.paragraph?;
    document.outline.entries.get(entry as usize).map(|entry| entry.label.clone())
}

impl Often {
    /// Adds how often the rule speaks in other documents. Places are told of one document alone.
    pub(super) fn add(&mut self, other: &Self) {
        self.places = if self.count == 0 { other.places.clone() } else { Vec::new() };
        self.count += other.count;
        self.documents += other.documents;
    }
}
