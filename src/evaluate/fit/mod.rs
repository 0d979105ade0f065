//! The `fit` of what words weigh to labelled papers, and the tests that keep it.
//!
//! `UPDATE=1 cargo test weights_are_fitted` writes `patterns/weights.tsv` anew from `corpus/gold/tune` and
//! `corpus/wording/fit`. Whether a word is part of a fault is learnt by logistic regression with a lasso penalty
//! (Tibshirani 1996; Genkin, Lewis and Madigan 2007 for the algorithm).

#![expect(clippy::disallowed_methods, reason = "the fit reads its papers and writes the weights")]

mod features;
mod papers;
mod regression;
mod written;

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use self::papers::Paper;
use crate::patterns::Catalogue;

/// Against weights that few words bear out: as much as one word wrongly told.
const PENALTY: f64 = 1.0;

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The labelled papers that are learnt from, by folder and name.
fn labelled() -> Vec<String> {
    let mut paths: Vec<PathBuf> = ["corpus/gold/tune", "corpus/wording/fit"]
        .iter()
        .flat_map(|folder| fs::read_dir(root(folder)).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "gold"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// A digest of the papers, which the file of the weights carries.
fn digest(labelled: &[String]) -> String {
    let mut hash = Sha256::new();
    labelled.iter().for_each(|text| hash.update(text));
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn weights_are_fitted() {
    let labelled = labelled();
    let path = root("patterns/weights.tsv");
    let mark = format!("# Papers: {}\n", digest(&labelled));
    if std::env::var_os("UPDATE").is_none() {
        let held = fs::read_to_string(path).unwrap();
        assert!(held.contains(&mark), "UPDATE=1 cargo test weights_are_fitted");
        return;
    }
    let catalogue = Catalogue::builtin().unwrap();
    let papers: Vec<Paper> = labelled.iter().map(|text| Paper::read(text, catalogue.lexicon())).collect();
    let words = papers::Words::of(&papers);
    let faults = regression::fit(&features::of_words(&papers, &words), PENALTY);
    fs::write(path, written::file(&mark, &words, &faults)).unwrap();
}
