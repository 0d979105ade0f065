//! The `features` of a word are its neighbours by where they stand, as `patterns/weights` adds them up.

use super::papers::{ALWAYS, FROM, Paper, QUOTED, TO, Truth, Words};
use crate::patterns::REACH;

/// What a weight is for: a place beside the word, and the stems that stand there (the second for pairs).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Feature {
    pub(super) slot: Slot,
    pub(super) stems: (u32, u32),
}

impl Feature {
    /// That the word is `stem`, or stands where it says.
    const fn here(stem: u32) -> Self {
        Self {
            slot: Slot::At(2),
            stems: (stem, 0),
        }
    }
}

/// A place beside a word, in the order in which the file has the weights of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    /// A stem `-2..=2` places on, as `0..=4`.
    At(u8),
    Before,
    After,
    /// Two neighbouring stems: before the word, ending there, opening there, after it.
    Pair(u8),
    /// Two stems with one between: ending at the word, opening there.
    Skip(u8),
}

/// What a regression learns from: for each feature its column, and for each row its truth.
#[derive(Default)]
pub(super) struct Data {
    pub(super) features: Vec<Feature>,
    /// For each feature the rows that have it, and how much of it.
    pub(super) columns: Vec<Vec<(u32, f32)>>,
    pub(super) truths: Vec<bool>,
    /// How often each row counts.
    pub(super) times: Vec<f64>,
}

impl Data {
    /// `cells` are features of rows; a feature of a single row teaches nothing.
    fn of(mut cells: Vec<(Feature, u32, f32)>, truths: Vec<bool>, times: Vec<f64>) -> Self {
        cells.sort_unstable_by_key(|(feature, row, _)| (*feature, *row));
        let mut data = Self {
            truths,
            times,
            ..Self::default()
        };
        for column in cells.chunk_by(|a, b| a.0 == b.0) {
            let rows = column.chunk_by(|a, b| a.1 == b.1);
            let rows: Vec<(u32, f32)> = rows.map(|same| (same[0].1, same.iter().map(|cell| cell.2).sum())).collect();
            if rows.len() > 1 {
                data.features.push(column[0].0);
                data.columns.push(rows);
            }
        }
        data
    }
}

/// The words of `papers`, and whether each is part of a fault.
pub(super) fn of_words(papers: &[Paper], words: &Words) -> Data {
    let (mut cells, mut truths, mut times) = (Vec::new(), Vec::new(), Vec::new());
    for (paper, sentence) in papers.iter().flat_map(|paper| paper.sentences.iter().map(move |s| (paper, s))) {
        let mut stems = vec![Some(FROM), Some(FROM)];
        stems.extend(sentence.words.iter().map(|word| words.number(word)));
        stems.extend([Some(TO), Some(TO)]);
        for (at, word) in sentence.words.iter().enumerate().filter(|(_, word)| word.truth != Truth::Arguable) {
            let row = truths.len() as u32;
            truths.push(word.truth == Truth::Fault);
            times.push(paper.times);
            cells.extend(features(&stems, at + 2).into_iter().map(|(feature, much)| (feature, row, much)));
            let places = sentence.places.iter().copied().chain(word.quoted.then_some(QUOTED));
            cells.extend(places.map(|place| (Feature::here(place), row, 1.0)));
        }
    }
    Data::of(cells, truths, times)
}

/// The features of the word at `at` of `stems`, which has two ends before and behind.
fn features(stems: &[Option<u32>], at: usize) -> Vec<(Feature, f32)> {
    let one = |place: usize| Some((stems[place]?, 0));
    let two = |first: usize, second: usize| Some((stems[first]?, stems[second]?));
    let mut all = vec![(Slot::At(2), Some((ALWAYS, 0)), 1.0)];
    all.extend((0..5).map(|by| (Slot::At(by as u8), one(at + by - 2), 1.0)));
    let pairs = [(at - 2, at - 1), (at - 1, at), (at, at + 1), (at + 1, at + 2)];
    let pair = |(number, (first, second))| (Slot::Pair(number as u8), two(first, second), 1.0);
    all.extend(pairs.into_iter().enumerate().map(pair));
    all.extend([(Slot::Skip(0), two(at - 2, at), 1.0), (Slot::Skip(1), two(at, at + 2), 1.0)]);
    all.extend((at.saturating_sub(REACH).max(2)..at).map(|place| (Slot::Before, one(place), 0.5)));
    all.extend((at + 1..=(at + REACH).min(stems.len() - 3)).map(|place| (Slot::After, one(place), 0.5)));
    let known = all
        .into_iter()
        .filter_map(|(slot, stems, much)| Some((Feature { slot, stems: stems? }, much)));
    known.collect()
}
