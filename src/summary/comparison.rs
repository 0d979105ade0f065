//! A `Comparison` holds documents against others of the same genre: a reference set, or those from before a date.

use std::collections::BTreeMap;

use super::day::When;
use super::figures::Figures;
use super::statistics::{Base, Counted, Rate, Ratio, ratio};

/// Two sets of documents of one genre, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The genre.
    pub genre: &'static str,
    /// The documents in question; those from the date on.
    pub first: Side,
    /// What they are held against; those from before.
    pub second: Side,
    /// All language, then each category that either has, by name.
    pub lines: Vec<Line>,
}

/// One of the two sets.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Side {
    /// Documents.
    pub documents: u64,
    /// Words.
    pub words: u64,
    /// Sentences that are not cells, and those of more than 25 words among them.
    pub sentences: (u64, u64),
}

/// One figure of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The category; "all language" for all.
    pub name: String,
    /// How many in the first set, and in the second.
    pub counts: (u64, u64),
    /// How many in a thousand words.
    pub rates: (Option<Rate>, Option<Rate>),
    /// How many times more often in the first.
    pub ratio: Option<Ratio>,
}

/// All language together, as a comparison names it.
const ALL: &str = "all language";

/// `documents` held against `others`, genre by genre; genres that only one side has are left out.
#[must_use]
pub fn against<'f>(documents: impl IntoIterator<Item = &'f Figures>, others: impl IntoIterator<Item = &'f Figures>) -> Vec<Comparison> {
    let (ours, mut theirs) = (by_genre(documents), by_genre(others));
    let pairs = ours
        .into_iter()
        .filter_map(|(genre, first)| Some((genre, first, theirs.remove(genre)?)));
    pairs.map(|(genre, first, second)| compare(genre, &first, &second)).collect()
}

/// The documents from `date` on (ISO 8601) held against those from before, genre by genre, and how many have no date or none
/// that tells.
#[must_use]
pub fn before_after<'f>(documents: impl IntoIterator<Item = &'f Figures>, date: &str) -> (Vec<Comparison>, u64) {
    let (mut after, mut before, mut undated) = (Vec::new(), Vec::new(), 0);
    for figures in documents.into_iter().filter(|figures| figures.counts.read > 0) {
        match figures.day.as_ref().and_then(|day| day.side(date)) {
            Some(When::After) => after.push(figures),
            Some(When::Before) => before.push(figures),
            None => undated += 1,
        }
    }
    (against(after, before), undated)
}

fn by_genre<'f>(documents: impl IntoIterator<Item = &'f Figures>) -> BTreeMap<&'static str, Figures> {
    let mut sets: BTreeMap<&'static str, Figures> = BTreeMap::new();
    for figures in documents {
        if let Some(genre) = figures.genre() {
            sets.entry(genre).or_default().add(figures, 0);
        }
    }
    sets
}

fn compare(genre: &'static str, first: &Figures, second: &Figures) -> Comparison {
    let mut names: Vec<&String> = first.categories.keys().chain(second.categories.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let none = Counted::default();
    let category = |figures: &Figures, name: &String| figures.categories.get(name).copied().unwrap_or(none);
    let bases = (&first.base, &second.base);
    let mut lines = vec![line(ALL, (&first.language, &second.language), bases)];
    lines.extend(
        names
            .into_iter()
            .map(|name| line(name, (&category(first, name), &category(second, name)), bases)),
    );
    Comparison {
        genre,
        first: side(first),
        second: side(second),
        lines,
    }
}

fn line(name: &str, counted: (&Counted, &Counted), bases: (&Base, &Base)) -> Line {
    Line {
        name: name.to_owned(),
        counts: (counted.0.count(), counted.1.count()),
        rates: (counted.0.rate(bases.0), counted.1.rate(bases.1)),
        ratio: ratio((counted.0, bases.0), (counted.1, bases.1)),
    }
}

fn side(figures: &Figures) -> Side {
    Side {
        documents: figures.counts.read,
        words: figures.base.words(),
        sentences: (figures.lengths.total(), figures.lengths.over(super::LONG)),
    }
}
