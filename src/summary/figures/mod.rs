//! `Figures` are all that a summary tells of one document, or of many together, with the passages behind them. Of many documents
//! they hold numbers and a bounded number of passages, and no text.

mod gather;
mod spot;
mod tally;

use std::collections::BTreeMap;

use super::day::Day;
use super::passage::Passages;
use super::section::Sections;
use super::statistics::{Base, Counted, Lengths};
use super::visible::Visible;
use super::{Accepted, Reading, Summary};

/// A sentence of more words is long.
pub const LONG: u32 = 25;
/// A sentence of more words is very long.
pub const VERY_LONG: u32 = 40;

/// What the names of figures of sections begin with; the section's key follows.
pub const SECTION: &str = "section/";

/// What is kept of each document.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// Annotations that were accepted.
    pub accepted: &'a Accepted,
    /// Whether the document's words may be kept.
    pub excerpts: bool,
    /// The most passages that are kept behind one figure.
    pub most: usize,
}

/// Everything a summary tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Plain counts.
    pub counts: Summary,
    /// The words that rates stand on.
    pub base: Base,
    /// What stands of all language.
    pub language: Counted,
    /// What stands of each category of language.
    pub categories: BTreeMap<String, Counted>,
    /// All asserted language by voice, in the order of [`super::VOICES`].
    pub voices: [Counted; 4],
    /// What stands of language by section.
    pub sections: Sections,
    /// What stands of language by genre.
    pub genres: BTreeMap<&'static str, Group>,
    /// How long the sentences are, cells of tables left out.
    pub lengths: Lengths,
    /// What actions say beyond the plain counts.
    pub slots: Slots,
    /// Who is visible, in the order of [`super::visible::SEEN`].
    pub visible: [Visible; 7],
    /// The child's own words.
    pub heard: Heard,
    /// Of one document, when it was written.
    pub day: Option<Day>,
    /// The passages behind the figures.
    pub passages: Passages,
}

/// Documents of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    /// How many.
    pub documents: u64,
    /// Their words.
    pub base: Base,
    /// What stands of language.
    pub language: Counted,
}

/// What actions say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slots {
    /// Actions that say how anyone would know that they were done.
    pub checked: u64,
    /// Actions of which the document says that they are not, or not wholly, done.
    pub open: u64,
    /// Actions whose date had passed and that are not said to be done.
    pub late: u64,
}

/// The child's own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Quotations.
    pub quotations: u64,
    /// Words in them.
    pub words: u64,
}

impl Figures {
    /// The figures of the input number `at`.
    #[must_use]
    pub fn of(at: u32, reading: &Reading<'_>, scope: &Scope<'_>) -> Self {
        gather::gather(at, reading, scope)
    }

    /// The genre of the one document; `None` for several or none.
    #[must_use]
    pub fn genre(&self) -> Option<&'static str> {
        let mut genres = self.genres.iter();
        match (genres.next(), genres.next()) {
            (Some((name, group)), None) if group.documents == 1 => Some(name),
            _ => None,
        }
    }

    /// Adds those of other documents; behind each figure no more than `most` passages stay.
    pub fn add(&mut self, other: &Self, most: usize) {
        self.counts.add(&other.counts);
        self.base.add(&other.base);
        self.language.add(&other.language);
        for (category, counted) in &other.categories {
            self.categories.entry(category.clone()).or_default().add(counted);
        }
        self.voices.iter_mut().zip(&other.voices).for_each(|(own, more)| own.add(more));
        self.sections.add(&other.sections);
        for (genre, group) in &other.genres {
            let own = self.genres.entry(genre).or_default();
            own.documents += group.documents;
            own.base.add(&group.base);
            own.language.add(&group.language);
        }
        self.lengths.add(&other.lengths);
        self.slots.checked += other.slots.checked;
        self.slots.open += other.slots.open;
        self.slots.late += other.slots.late;
        for (own, more) in self.visible.iter_mut().zip(other.visible) {
            own.named += more.named;
            own.doer += more.doer;
            own.object += more.object;
        }
        self.heard.quotations += other.heard.quotations;
        self.heard.words += other.heard.words;
        let known = |figure: &str| figure.strip_prefix(SECTION).is_none_or(|key| self.sections.0.contains_key(key));
        self.passages.add(&other.passages, most, known);
    }

    /// The same without what a set tells once: places, passages, sections.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.passages = Passages::default();
        self.sections = Sections::default();
        self.counts.rules.clear();
        self
    }
}
