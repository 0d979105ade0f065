//! The `fit` of the weights to labelled sentences, and the test that keeps them: logistic regression with a ridge, by Newton's
//! method (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 4.4).
//!
//! `corpus/promises/*.tsv` holds a label and a text a line; what promises is in double brackets there. With `UPDATE=1` the test writes
//! the weights anew.

#![expect(clippy::disallowed_methods, reason = "the test reads its sentences and writes the weights")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::clause::Clause;
use super::traits::traits;
use super::weights::WEIGHTS;
use super::{ENOUGH, noun_of, weigh};
use crate::checks::references::anchor::{Anchor, Found, anchors};
use crate::document::LabelKind;

/// Against large weights: as much as half a sentence speaks.
const RIDGE: f64 = 0.5;
/// How often each plain phrase counts.
const PLAIN: usize = 8;
/// The lowest share of right ones among what is told, and of told ones among what promises, over all sentences.
const FLOORS: (f64, f64) = (0.92, 0.82);

/// A labelled text: the traits of each noun that its promise holds, or that promises nothing.
struct Sample {
    promises: bool,
    nouns: Vec<Vec<&'static str>>,
}

/// The samples of one line; a line that promises also has nouns that do not.
fn samples(line: &str, own: bool) -> Vec<Sample> {
    let (_, marked) = line.split_once('\t').expect("a label and a text");
    let marked = marked.split('\t').next().unwrap_or(marked);
    let span = marked
        .find("[[")
        .map(|from| (from, marked.find("]]").expect("a bracket closes") - 2));
    let text = marked.replace("[[", "").replace("]]", "");
    let (mut inside, mut outside) = (vec![], vec![]);
    let nouns = anchors(&text)
        .map(|found| (found, false))
        .chain(own.then(|| undertakings(&text)).into_iter().flatten());
    for (found, own) in nouns {
        let at = found.start..found.end;
        let Some(noun) = noun_of(&text, &found, own) else { continue };
        let clause = Clause::around(&text, at, noun);
        let held = span.is_some_and(|(from, to)| clause.range.start < to && from < clause.range.end);
        if held { &mut inside } else { &mut outside }.push(traits(&clause));
    }
    let mut all: Vec<Sample> = outside
        .into_iter()
        .map(|noun| Sample {
            promises: false,
            nouns: vec![noun],
        })
        .collect();
    if !inside.is_empty() {
        all.push(Sample {
            promises: true,
            nouns: inside,
        });
    }
    all
}

/// The nouns by which a document may call its actions, as if it did.
fn undertakings(text: &str) -> Vec<(Found, bool)> {
    const NOUNS: &[&str] = &["task", "step", "improvement", "commitment", "pledge"];
    let lower = text.to_lowercase();
    let hits = NOUNS.iter().flat_map(|noun| lower.match_indices(noun));
    let whole = hits.filter_map(|(start, noun)| {
        let many = start + noun.len() + usize::from(lower[start + noun.len()..].starts_with('s'));
        let free = !lower[..start].ends_with(char::is_alphanumeric) && !lower[many..].starts_with(char::is_alphanumeric);
        let anchor = Anchor::Label(LabelKind::Own(0));
        free.then_some((Found { anchor, start, end: many }, true))
    });
    let mut all: Vec<(Found, bool)> = whole.collect();
    all.sort_by_key(|(found, _)| found.start);
    all
}

fn read() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/promises");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    files.sort();
    let lines = |path: &PathBuf| {
        // The plain phrases are to be right in any case.
        let times = if path.ends_with("phrases.tsv") { PLAIN } else { 1 };
        let text = fs::read_to_string(path).unwrap();
        let own = path.ends_with("undertakings.tsv");
        (0..times)
            .flat_map(|_| text.lines().flat_map(|line| samples(line, own)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(lines).collect()
}

/// The weights that fit `samples` best. Of the nouns of one promise the one that speaks for it most is learnt from.
fn fit(samples: &[Sample], names: &[&str]) -> Vec<f64> {
    let place = |name: &str| names.binary_search(&name).expect("every trait has a place");
    let mut weights = vec![0.0; names.len()];
    for _ in 0..4 {
        let sum = |noun: &[&str], weights: &[f64]| noun.iter().map(|name| weights[place(name)]).sum::<f64>();
        let chosen: Vec<(Vec<usize>, f64)> = samples
            .iter()
            .map(|sample| {
                let best = sample
                    .nouns
                    .iter()
                    .max_by(|a, b| sum(a, &weights).total_cmp(&sum(b, &weights)))
                    .unwrap();
                (best.iter().map(|name| place(name)).collect(), f64::from(u8::from(sample.promises)))
            })
            .collect();
        for _ in 0..12 {
            step(&chosen, &mut weights);
        }
    }
    weights
}

/// One step of Newton's method.
fn step(chosen: &[(Vec<usize>, f64)], weights: &mut [f64]) {
    let size = weights.len();
    let mut slope: Vec<f64> = weights.iter().map(|weight| RIDGE * weight).collect();
    let mut bend = vec![vec![0.0; size]; size];
    (0..size).for_each(|i| bend[i][i] = RIDGE);
    for (places, label) in chosen {
        let sum: f64 = places.iter().map(|&i| weights[i]).sum();
        let likely = 1.0 / (1.0 + (-sum).exp());
        for &i in places {
            slope[i] += likely - label;
            places.iter().for_each(|&k| bend[i][k] += likely * (1.0 - likely));
        }
    }
    for (weight, by) in weights.iter_mut().zip(solved(bend, slope)) {
        *weight -= by;
    }
}

/// The solution of a system of equations whose matrix is symmetric and positive.
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        for k in i + 1..size {
            let factor = matrix[k][i] / matrix[i][i];
            let (upper, lower) = matrix.split_at_mut(k);
            lower[0][i..].iter_mut().zip(&upper[i][i..]).for_each(|(a, b)| *a -= factor * b);
            right[k] -= factor * right[i];
        }
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}

fn written(names: &[&str], weights: &[f64]) -> String {
    let rows: String = names
        .iter()
        .zip(weights)
        .map(|(name, weight)| format!("    (\"{name}\", {}),\n", (weight * 10.0).round() as i32))
        .collect();
    format!(
        "//! The `weights` of the traits of a clause, in tenths of a natural logit. Written by `UPDATE=1 cargo test weights_fit`.\n\n\
         /// What each trait weighs for a promise, by name.\npub(super) const WEIGHTS: &[(&str, i32)] = &[\n{rows}];\n"
    )
}

#[test]
fn the_weights_fit_the_labelled_sentences() {
    let samples = read();
    let names: BTreeSet<&str> = samples.iter().flat_map(|sample| sample.nouns.iter().flatten().copied()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let code = written(&names, &fit(&samples, &names));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks/references/promise/weights.rs");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, code).unwrap();
        return;
    }
    assert_eq!(fs::read_to_string(path).unwrap(), code, "UPDATE=1 cargo test weights_fit");
    assert!(WEIGHTS.is_sorted_by_key(|(name, _)| *name));
    let told = |sample: &&Sample| sample.nouns.iter().any(|noun| weigh(noun) > ENOUGH);
    let (yes, no): (Vec<&Sample>, Vec<&Sample>) = samples.iter().partition(|sample| sample.promises);
    let (right, wrong) = (
        yes.iter().filter(|s| told(s)).count() as f64,
        no.iter().filter(|s| told(s)).count() as f64,
    );
    let shares = (right / (right + wrong), right / yes.len() as f64);
    assert!(shares.0 >= FLOORS.0 && shares.1 >= FLOORS.1, "{shares:?}");
}
