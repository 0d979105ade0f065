//! What is `Wordless` holds no word of the documents: every verb, in every form, when it is asked for `--no-text`.

use std::collections::HashSet;
use std::fs;

use crate::place::{Place, corpus};

/// Papers of several kinds, which have findings, actions, chronologies, broken references and people in them.
const PAPERS: [&str; 2] = ["harrow-vale-scr.txt", "brackenford-action-plan.md"];

/// What is typed for every verb and form, the papers left out; a workbook is packed, and another test reads it.
const ASKED: [&[&str]; 24] = [
    &["check"],
    &["refs"],
    &["refs", "--format", "html"],
    &["refs", "--format", "csv"],
    &["refs", "--format", "csv-excel"],
    &["refs", "--format", "dot"],
    &["timeline"],
    &["timeline", "--format", "csv"],
    &["timeline", "--format", "csv-excel"],
    &["timeline", "--format", "json"],
    &["scan"],
    &["scan", "--format", "jsonl"],
    &["scan", "--format", "rows"],
    &["scan", "--format", "csv"],
    &["scan", "--format", "sarif"],
    &["scan", "--format", "w3c"],
    &["series"],
    &["series", "--format", "html"],
    &["series", "--format", "json"],
    &["series", "--format", "csv"],
    &["summary"],
    &["summary", "--html"],
    &["summary", "--format", "json"],
    &["summary", "--format", "markdown"],
];

/// What is typed for two papers of one name.
const HELD_AGAINST: [&[&str]; 2] = [&["diff"], &["diff", "--format", "json"]];

/// Every run of `length` words in `text`, in small letters, all but letters left out; a number ends a run, for numbers are places.
pub(crate) fn runs(text: &str, length: usize) -> HashSet<String> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let spoken = |run: &&[&str]| run.iter().all(|word| !word.contains(|c: char| c.is_numeric()));
    words.windows(length).filter(spoken).map(|run| run.join(" ")).collect()
}

/// What `candour` prints when it is asked so of `papers`.
fn told(place: &Place, asked: &[&str], papers: &[&str], more: &[&str]) -> String {
    let output = place.candour(&[asked, papers, more, &["-q"]].concat(), "");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() != Some(2) && said.is_empty(), "{asked:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The runs of four words that the program says of itself, whatever the document.
fn own_words(place: &Place) -> HashSet<String> {
    let output = place.candour(&["scan", "empty.txt", "--format", "sarif"], "");
    runs(&String::from_utf8(output.stdout).unwrap(), 4)
}

/// A paper with words that stand nowhere else, in every place from which a report takes words.
const PLANTED: &str = "Quibblethorpe Serious Case Review\n\n1 Wugglefish findings\n\nFinding One: Snorkwheel\n\n\
    1.1 Zelda Flumpington would ensure that the child is safe from wugglefish. (This is addressed in the Action Plan)\n\n\
    1.2 The GRBX said \"the snorkwheel is loud\". The GRBX was safe and well, as stated elsewhere.\n\n\
    1.2 Zelda Flumpington was not seen on 31.4.19.\n\n\
    2 Chronology\n\nDate\tSource\tEvent\n5.9.19\tFlumpington GP\tZelda wept over wugglefish\n31.9.19\tGRBX\tSnorkwheel broke\n\
    4.9.19\tGRBX\tSeen by Mrs Flumpington\n\n3 Action Plan\n\nAction One\n\n\
    In reference to paragraph 1.9 and paragraph 1.1 wugglefish wardens at Quibblethorpe to monitor the snorkwheel.\n\n\
    Response: Completed; Flumpington wardens are still to start.\n\nTimescale: snorkwheel season\n\nAction Two\n\n\
    In reference to paragraph 2.1 wugglefish wardens: Zelda Flumpington to liaise as soon as possible, to keep the child safe from wugglefish.\n";

#[test]
fn no_planted_word_is_told_by_any_verb() {
    let place = Place::new();
    place.write("a.txt", PLANTED.as_bytes());
    place.write(
        "b.txt",
        PLANTED.replace("wept", "cried").replace("would ensure", "to ensure").as_bytes(),
    );
    let words = ["quibblethorpe", "wugglefish", "snorkwheel", "zelda", "flumpington", "grbx"];
    let mut silent = vec![];
    for asked in ASKED.iter().chain(&HELD_AGAINST) {
        let kept = told(&place, asked, &["a.txt", "b.txt"], &["--no-text"]).to_lowercase();
        for word in words {
            assert!(!kept.contains(word), "{asked:?} tells {word}: {kept}");
        }
        let full = told(&place, asked, &["a.txt", "b.txt"], &[]).to_lowercase();
        if !words.iter().any(|word| full.contains(word)) {
            silent.push(*asked);
        }
    }
    assert_eq!(
        silent,
        [&["refs", "--format", "dot"]],
        "with text each of them tells some, but a drawing, which has none"
    );
}

#[test]
fn no_run_of_four_words_of_a_paper_is_told_by_any_verb() {
    let place = Place::new();
    place.write("empty.txt", b"Nothing.\n");
    let texts = PAPERS.map(|paper| fs::read_to_string(corpus().join(paper)).unwrap());
    let names = ["0.txt", "1.md"];
    for (name, text) in names.iter().zip(&texts) {
        place.write(name, text.as_bytes());
    }
    let own = own_words(&place);
    let papers: HashSet<String> = texts
        .iter()
        .flat_map(|text| runs(text, 4))
        .filter(|run| !own.contains(run))
        .collect();
    for asked in ASKED {
        let kept = runs(&told(&place, asked, &names, &["--no-text"]), 4);
        let told: Vec<&String> = kept.intersection(&papers).collect();
        assert!(told.is_empty(), "{asked:?}: {told:?}");
    }
}
