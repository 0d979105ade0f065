//! The series is held against pairs of sentences that people labelled, and against the minutes of the corpus.

use std::collections::BTreeMap;
use std::fs;

use candour::series::{Relation, compare, words};

/// What the pairs of one file show.
#[derive(Default)]
struct Score {
    found: u32,
    said: u32,
    labelled: u32,
    /// Of those found, in their right class.
    right: u32,
    /// Labelled as updated or moved, called recycled.
    passed_over: Vec<String>,
    misses: Vec<String>,
}

fn score(file: &str) -> Score {
    let path = format!("{}/tests/series/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut score = Score::default();
    for line in fs::read_to_string(path).unwrap().lines() {
        let [label, before, after, why] = line.split('\t').collect::<Vec<_>>().try_into().expect("four columns");
        let [before, after] = [before, after].map(|it| it.replace("\\n", "\n"));
        let likeness = compare(&words(&before), &words(&after));
        let said = likeness.as_ref().map(|it| it.relation().name());
        let said = said.unwrap_or("different");
        let recurs = label != "different";
        score.labelled += u32::from(recurs);
        score.said += u32::from(said != "different");
        let both = recurs && said != "different";
        score.found += u32::from(both);
        score.right += u32::from(both && label == said);
        if both && said == Relation::Recycled.name() && label != said {
            score.passed_over.push(format!("{before} | {after} ({why})"));
        }
        if label != said {
            let changes: Vec<String> = likeness
                .iter()
                .flat_map(|it| &it.changes)
                .map(|it| format!("{}: {:?} > {:?}", it.kind.name(), &before[it.before.clone()], &after[it.after.clone()]))
                .collect();
            score.misses.push(format!("{label} as {said}: {before} | {after} ({why}) {changes:?}"));
        }
    }
    score
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

#[test]
fn pairs_are_told_apart() {
    let mut figures = BTreeMap::new();
    for file in ["pairs.tsv", "held-out.tsv"] {
        let score = score(file);
        let figure = (share(score.found, score.said), share(score.found, score.labelled), share(score.right, score.found));
        let misses = score.misses.join("\n");
        if std::env::var_os("SHOW").is_some_and(|it| it == file) {
            panic!("{figure:?}\n{misses}");
        }
        figures.insert(file, (figure, score.passed_over.len()));
    }
    if std::env::var_os("SHOW").is_some() {
        panic!("{figures:?}");
    }
}
