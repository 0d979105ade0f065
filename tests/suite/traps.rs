//! A trap is a sentence that breaks naive tools. The files of `tests/traps` hold them, each with its relatives;
//! `tests/traps/README.md` tells their form.

use std::fs;
use std::path::Path;

use candour::annotation::Polarity;
use candour::input;
use candour::patterns::{BUILT_IN, Catalogue, Choice, Source};
use candour::scan::scan;
use serde::Deserialize;

/// The words that the traps are laid for, beside the built-in lists, names and cues.
const RULE: &str = r#"
category = "trap"
[[rule]]
id = "words"
severity = "high"
phrases = ["ensur(e|es|ed|ing)", "safe (and|&) well", "robust(ly|ness)?", "(re-|non-|dis)?engag(e|es|ed|ing|ement)", "(disengagement|reengag(e|es|ed|ing))", "effective", "confidence", "no concerns", "fine", "appropriate(ly)?", "guarantee(s|d|ing)?"]
unless = ["safe and well (check|visit)(s)?", "engaged to be married", "engag(ed|es|ing) a solicitor", "an engaging (child|boy|girl)", "(phone |telephone )?line (was )?engaged"]
message = "A."
ask = "A?"
source = "s"
hit = ["a"]
miss = ["a"]
"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    trap: Vec<Trap>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trap {
    number: Option<u32>,
    about: String,
    #[serde(default = "plain")]
    format: String,
    /// What every row must warn of.
    warns: Option<String>,
    /// What is expected, the text, and perhaps the words as they stand in it.
    rows: Vec<Vec<String>>,
}

fn plain() -> String {
    "txt".into()
}

#[test]
fn every_trap_is_seen_through() {
    let catalogue = catalogue();
    let (mut wrong, mut count) = (vec![], 0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/traps");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
        let file: File = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        for trap in &file.trap {
            count += trap.rows.len();
            let number = trap.number.map_or_else(String::new, |number| format!("{number} "));
            let of_trap = trap.rows.iter().filter_map(|row| run(&catalogue, trap, row));
            wrong.extend(of_trap.map(|it| format!("{number}{}: {it}", trap.about)));
        }
    }
    assert!(count > 400, "the traps were read");
    assert!(wrong.is_empty(), "{} of {count}\n{}", wrong.len(), wrong.join("\n"));
}

/// A clause keeps its polarity whatever clause goes before its "but".
#[test]
fn a_clause_before_but_changes_nothing() {
    let catalogue = catalogue();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/traps/denial-probes.toml");
    let file: File = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = vec![];
    for said in file.trap.iter().flat_map(|trap| &trap.rows).map(|row| &row[1]) {
        let polarities = |text: &str| {
            let scan = scan(input::read("a.txt", text.as_bytes()).unwrap(), &catalogue, None);
            let marks = scan.annotations.iter().filter(|a| a.category == "trap");
            marks.map(|a| a.polarity.name()).collect::<Vec<_>>()
        };
        let alone = polarities(said);
        let clause = said[..1].to_lowercase() + &said[1..];
        for before in ["The board did not meet", "The board met", "Nobody came and no plan was made"] {
            let joined = format!("{before} but {clause}");
            if polarities(&joined) != alone {
                wrong.push(joined);
            }
        }
    }
    assert!(wrong.is_empty(), "{} change\n{}", wrong.len(), wrong.join("\n"));
}

fn catalogue() -> Catalogue {
    let words = |source: &&Source<'_>| matches!(source.name, "lists.toml" | "names.toml" | "cues.toml");
    let mut sources: Vec<Source<'_>> = BUILT_IN.iter().filter(words).copied().collect();
    sources.push(Source {
        name: "trap.toml",
        toml: RULE,
    });
    Catalogue::of(&sources, &Choice::everything()).unwrap_or_else(|errors| panic!("{errors}"))
}

/// What is wrong with what is made of `row`, if anything.
fn run(catalogue: &Catalogue, trap: &Trap, row: &[String]) -> Option<String> {
    let [expected, said, words @ ..] = row else {
        panic!("{row:?} is no row")
    };
    let text = input::read(&format!("trap.{}", trap.format), said.as_bytes()).unwrap();
    let scan = scan(text, catalogue, None);
    let marks: Vec<_> = scan.annotations.iter().filter(|a| a.category == "trap").collect();
    let found: Vec<String> = marks
        .iter()
        .map(|a| {
            if a.polarity == Polarity::Negated {
                "denied".into()
            } else {
                a.voice.name().to_owned()
            }
        })
        .collect();
    let found = if found.is_empty() { "none".into() } else { found.join(" ") };
    if found != *expected {
        return Some(format!("{said:?} is {expected}, not {found}"));
    }
    let quotes: Vec<&str> = marks.iter().map(|a| scan.text.slice(a.span)).collect();
    if !words.is_empty() && quotes != words {
        return Some(format!("{said:?} holds {words:?}, not {quotes:?}"));
    }
    let warnings = scan.text.warnings.join(" ");
    let silent = trap.warns.as_ref().filter(|wanted| !warnings.contains(wanted.as_str()))?;
    Some(format!("{said:?} does not warn of {silent:?} but of {warnings:?}"))
}
