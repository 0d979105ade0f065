//! The weights `written` as `patterns/weights.tsv`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::features::{Feature, Slot};
use super::papers::Words;

/// Weights that are nearer to nought are left out (natural logits).
const LEAST: f64 = 0.05;

/// The weights of one line: of a word, or of a pair or skip of two.
type Lines = BTreeMap<(u8, u32, u32), [i32; 7]>;

/// The file: `mark` says which papers it is from, `faults` weigh for a fault.
pub(super) fn file(mark: &str, words: &Words, faults: &[(Feature, f64)]) -> String {
    let mut out = format!(
        "# What words weigh for a fault of wording, as src/patterns/weights/written.rs says.\n\
         # Written by `UPDATE=1 cargo test weights_are_fitted`.\n{mark}"
    );
    let lines = lines(faults);
    for (number, stem) in words.stems.iter().enumerate() {
        let weights = lines.get(&(0, number as u32, 0)).copied().unwrap_or_default();
        let forms: Vec<&str> = words.forms[number].iter().map(String::as_str).collect();
        writeln!(out, "word\t{stem}\t{}\t{}", forms.join(" "), joined(&weights)).expect("a string takes it");
    }
    for ((form, one, other), weights) in lines.iter().filter(|(key, _)| key.0 > 0) {
        let (name, many) = if *form == 1 { ("pair", 4) } else { ("skip", 2) };
        let stem = |number: &u32| &words.stems[*number as usize];
        writeln!(out, "{name}\t{}\t{}\t{}", stem(one), stem(other), joined(&weights[..many])).expect("a string takes it");
    }
    out
}

fn lines(faults: &[(Feature, f64)]) -> Lines {
    let mut lines = Lines::new();
    for (feature, weight) in faults.iter().filter(|(_, weight)| weight.abs() >= LEAST) {
        let (form, place) = match feature.slot {
            Slot::At(by) => (0, by),
            Slot::Before => (0, 5),
            Slot::After => (0, 6),
            Slot::Pair(at) => (1, at),
            Slot::Skip(at) => (2, at),
        };
        let (one, other) = feature.stems;
        lines.entry((form, one, other)).or_default()[place as usize] = (weight * 100.0).round() as i32;
    }
    lines
}

fn joined(weights: &[i32]) -> String {
    weights.iter().map(i32::to_string).collect::<Vec<_>>().join(",")
}
