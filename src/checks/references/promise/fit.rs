//! The `fit` of the weights to labelled sentences, and the test that keeps them: logistic regression with a ridge, by Newton's
//! method (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 4.4), whose steps are found by
//! conjugate gradients, for there are many words.
//!
//! `corpus/promises/*.tsv` holds a label and a text a line; what promises is in double brackets there. With `UPDATE=1` the test writes
//! the weights anew.

#![expect(clippy::disallowed_methods, reason = "the test reads its sentences and writes the weights")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::clause::Clause;
use super::lexicon::LEXICON;
use super::traits::traits;
use super::weights::WEIGHTS;
use super::{ENOUGH, lexis, noun_of, weigh};
use crate::checks::references::anchor::{Anchor, Found, anchors};
use crate::document::LabelKind;

/// Against large weights: as much as half a sentence speaks.
const RIDGE: f64 = 0.5;
/// How often each plain phrase counts.
const PLAIN: f64 = 8.0;
/// Words in a line of the lexicon.
const IN_A_LINE: usize = 8;
/// In how many texts a word must stand to weigh.
const COMMON: usize = 4;
/// The lowest share of right ones among what is told, and of told ones among what promises, over all sentences.
const FLOORS: (f64, f64) = (0.92, 0.82);

/// A labelled text: the traits of each noun that its promise holds, or that promises nothing.
struct Sample {
    promises: bool,
    nouns: Vec<Vec<String>>,
    times: f64,
}

/// The samples of one line; a line that promises also has nouns that do not.
fn samples(line: &str, own: bool, times: f64) -> Vec<Sample> {
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
        let facts = traits(&clause).into_iter().map(str::to_owned);
        if held { &mut inside } else { &mut outside }.push(facts.chain(lexis::words(&clause)).collect::<Vec<String>>());
    }
    let mut all: Vec<Sample> = outside
        .into_iter()
        .map(|noun| Sample {
            promises: false,
            nouns: vec![noun],
            times,
        })
        .collect();
    if !inside.is_empty() {
        all.push(Sample {
            promises: true,
            nouns: inside,
            times,
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
    files.iter().flat_map(|path| read_file(path)).collect()
}

fn read_file(path: &Path) -> Vec<Sample> {
    // The plain phrases are to be right in any case.
    let times = if path.ends_with("phrases.tsv") { PLAIN } else { 1.0 };
    let text = fs::read_to_string(path).unwrap();
    let own = path.ends_with("undertakings.tsv");
    text.lines().flat_map(|line| samples(line, own, times)).collect()
}

/// The names of what may weigh: every trait, and the words that stand in [`COMMON`] texts.
fn names(samples: &[Sample]) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in samples.iter().flat_map(|sample| sample.nouns.iter().flatten()) {
        *counts.entry(name).or_default() += 1;
    }
    counts.retain(|name, count| !is_word(name) || *count >= COMMON);
    counts.into_keys().collect()
}

/// Whether `name` is of a word, and of no trait.
fn is_word(name: &str) -> bool {
    !name.starts_with(char::is_alphabetic)
}

/// What one sample says: the places of its facts among the names, whether it promises, and how often it counts.
struct Chosen {
    places: Vec<usize>,
    label: f64,
    times: f64,
}

/// The weights that fit `samples` best. Of the nouns of one promise the one that speaks for it most is learnt from.
fn fit(samples: &[Sample], names: &[&str]) -> Vec<f64> {
    let mut weights = vec![0.0; names.len()];
    let places = |noun: &Vec<String>| -> Vec<usize> { noun.iter().filter_map(|name| names.binary_search(&name.as_str()).ok()).collect() };
    let nouns: Vec<Vec<Vec<usize>>> = samples.iter().map(|sample| sample.nouns.iter().map(places).collect()).collect();
    for _ in 0..3 {
        let sum = |noun: &[usize]| noun.iter().map(|&at| weights[at]).sum::<f64>();
        let best = |nouns: &Vec<Vec<usize>>| nouns.iter().max_by(|a, b| sum(a).total_cmp(&sum(b))).unwrap().clone();
        let choose = |(sample, nouns): (&Sample, &Vec<Vec<usize>>)| Chosen {
            places: best(nouns),
            label: f64::from(u8::from(sample.promises)),
            times: sample.times,
        };
        let chosen: Vec<Chosen> = samples.iter().zip(&nouns).map(choose).collect();
        for _ in 0..8 {
            step(&chosen, &mut weights);
        }
    }
    weights
}

/// One step of Newton's method.
fn step(chosen: &[Chosen], weights: &mut [f64]) {
    let mut slope: Vec<f64> = weights.iter().map(|weight| RIDGE * weight).collect();
    let mut bends = Vec::with_capacity(chosen.len());
    for one in chosen {
        let sum: f64 = one.places.iter().map(|&i| weights[i]).sum();
        let likely = 1.0 / (1.0 + (-sum).exp());
        one.places.iter().for_each(|&i| slope[i] += one.times * (likely - one.label));
        bends.push(one.times * likely * (1.0 - likely));
    }
    for (weight, by) in weights.iter_mut().zip(solved(chosen, &bends, slope)) {
        *weight -= by;
    }
}

/// What the bend of the likelihood makes of `by`.
fn bent(chosen: &[Chosen], bends: &[f64], by: &[f64]) -> Vec<f64> {
    let mut all: Vec<f64> = by.iter().map(|by| RIDGE * by).collect();
    for (one, bend) in chosen.iter().zip(bends) {
        let sum = bend * one.places.iter().map(|&i| by[i]).sum::<f64>();
        one.places.iter().for_each(|&i| all[i] += sum);
    }
    all
}

/// The step that the bend turns into `slope`, by conjugate gradients.
fn solved(chosen: &[Chosen], bends: &[f64], slope: Vec<f64>) -> Vec<f64> {
    const MOST: usize = 60;
    const LITTLE: f64 = 1e-10;
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let mut found = vec![0.0; slope.len()];
    let mut way = slope.clone();
    let mut left = slope;
    let mut size = dot(&left, &left);
    for _ in 0..MOST {
        if size < LITTLE {
            break;
        }
        let turned = bent(chosen, bends, &way);
        let far = size / dot(&way, &turned);
        found.iter_mut().zip(&way).for_each(|(f, w)| *f += far * w);
        left.iter_mut().zip(&turned).for_each(|(l, t)| *l -= far * t);
        let next = dot(&left, &left);
        way.iter_mut().zip(&left).for_each(|(w, l)| *w = l + next / size * *w);
        size = next;
    }
    found
}

/// The code of the two tables: of the traits, and of the words that weigh something.
fn written(names: &[&str], weights: &[f64]) -> [String; 2] {
    let tenths = |weight: &f64| (weight * 10.0).round() as i32;
    let rows = |words: bool| -> String {
        let all = names.iter().zip(weights).filter(|(name, _)| is_word(name) == words);
        let all = all.filter(|(_, weight)| !words || tenths(weight) != 0);
        let pairs: Vec<String> = all.map(|(name, weight)| format!("({name:?}, {}),", tenths(weight))).collect();
        let row = |row: &[String]| format!("    {}\n", row.join(" "));
        pairs.chunks(if words { IN_A_LINE } else { 1 }).map(row).collect()
    };
    let by = "in tenths of a natural logit. Written by `UPDATE=1 cargo test weights_fit`.\n\n";
    [
        format!(
            "//! The `weights` of the traits of a clause, {by}\
             /// What each trait weighs for a promise, by name.\npub(super) const WEIGHTS: &[(&str, i32)] = &[\n{}];\n",
            rows(false)
        ),
        format!(
            "//! The `lexicon`: what the words of a clause weigh, {by}\
             /// What each word weighs for a promise, by its place and stem.\n#[rustfmt::skip]\npub(super) const LEXICON: &[(&str, i32)] = &[\n{}];\n",
            rows(true)
        ),
    ]
}

#[test]
fn the_weights_fit_the_labelled_sentences() {
    let samples = read();
    let names = names(&samples);
    let code = written(&names, &fit(&samples, &names));
    for (file, code) in ["weights.rs", "lexicon.rs"].iter().zip(code) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src/checks/references/promise")
            .join(file);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, code).unwrap();
        } else {
            assert_eq!(fs::read_to_string(path).unwrap(), code, "UPDATE=1 cargo test weights_fit");
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        return;
    }
    assert!(WEIGHTS.is_sorted_by_key(|(name, _)| *name) && LEXICON.is_sorted_by_key(|(name, _)| *name));
    let told = |sample: &&Sample| sample.nouns.iter().any(|noun| weighed(noun) > ENOUGH);
    let (yes, no): (Vec<&Sample>, Vec<&Sample>) = samples.iter().partition(|sample| sample.promises);
    let sum = |samples: &[&Sample]| samples.iter().filter(|s| told(s)).map(|s| s.times).sum::<f64>();
    let (right, wrong) = (sum(&yes), sum(&no));
    let shares = (right / (right + wrong), right / yes.iter().map(|s| s.times).sum::<f64>());
    assert!(shares.0 >= FLOORS.0 && shares.1 >= FLOORS.1, "{shares:?}");
}

/// What the facts of a noun weigh.
fn weighed(noun: &[String]) -> i32 {
    let (words, traits): (Vec<String>, Vec<String>) = noun.iter().cloned().partition(|name| is_word(name));
    weigh(&traits.iter().map(String::as_str).collect::<Vec<_>>(), &words)
}
