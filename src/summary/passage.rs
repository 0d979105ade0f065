//! A `Passage` is a place that stands behind a figure, with its words when they may be repeated.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::annotation::Severity;

/// The name of the list of passages to read first.
pub const STRONGEST: &str = "strongest";

/// One place behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Which input of the run, from 0.
    pub document: u32,
    /// Its first line, from 1.
    pub line: u32,
    /// Its page, where the format has pages.
    pub page: Option<u32>,
    /// The number or label of its paragraph.
    pub paragraph: Option<String>,
    /// Code points of the text.
    pub chars: (u32, u32),
    /// How grave it is, and how much there is of it; the gravest come first.
    pub weight: (Severity, u32),
    /// The rules that speak there.
    pub rules: Vec<String>,
    /// Its words; empty when they may not be repeated.
    pub words: Vec<Piece>,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are what the passage is about.
    pub marked: bool,
}

/// The passages behind one figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// How many there are.
    pub total: u64,
    /// Those that are kept: the gravest, then the first.
    pub kept: Vec<Arc<Passage>>,
}

/// The passages behind each figure, by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages(pub BTreeMap<String, List>);

impl List {
    /// Adds `other`, of which no more than `most` stay.
    pub fn add(&mut self, other: &Self, most: usize) {
        self.total += other.total;
        self.kept.extend(other.kept.iter().cloned());
        self.kept.sort_by_key(|it| (Reverse(it.weight), it.document, it.chars));
        self.kept.truncate(most);
    }
}

impl Passages {
    /// The list behind `figure`.
    #[must_use]
    pub fn behind(&self, figure: &str) -> Option<&List> {
        self.0.get(figure)
    }

    /// Adds those of other documents behind the figures that are `wanted`; of each no more than `most` stay.
    pub fn add(&mut self, other: &Self, most: usize, wanted: impl Fn(&str) -> bool) {
        for (figure, list) in other.0.iter().filter(|(figure, _)| wanted(figure)) {
            if !self.0.contains_key(figure) {
                self.0.insert(figure.clone(), List::default());
            }
            if let Some(own) = self.0.get_mut(figure) {
                own.add(list, most);
            }
        }
    }
}
