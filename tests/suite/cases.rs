//! A case is one call of the command and what must come of it. The files of `tests/cases` hold them, one file a verb;
//! `tests/cases/README.md` tells their keys.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde::Deserialize;

use crate::place::Place;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
    status: i32,
    stdout_is: Option<String>,
    #[serde(default)]
    stdout: Vec<String>,
    #[serde(default)]
    stdout_lacks: Vec<String>,
    #[serde(default)]
    stderr: Vec<String>,
    #[serde(default)]
    stderr_lacks: Vec<String>,
    #[serde(default)]
    writes: BTreeMap<String, Vec<String>>,
}

#[test]
fn every_case_comes_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut wrong = vec![];
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let file: File = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{path:?}: {error}"));
            count += file.case.len();
            wrong.par_extend(file.case.par_iter().filter_map(run));
        }
    }
    assert!(count > 0, "there are cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wrong with the outcome of `case`, if anything.
fn run(case: &Case) -> Option<String> {
    let place = Place::new();
    for (name, content) in &case.files {
        place.write(name, content.as_bytes());
    }
    let args: Vec<&str> = case.args.iter().map(String::as_str).collect();
    let output = place.candour(&args, &case.stdin);
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let mut wrong = vec![];
    if output.status.code() != Some(case.status) {
        wrong.push(format!("status is {:?}, not {}", output.status.code(), case.status));
    }
    if case.stdout_is.as_ref().is_some_and(|expected| *expected != stdout) {
        wrong.push("standard output is another".into());
    }
    wrong.extend(lacking("standard output", &stdout, &case.stdout));
    wrong.extend(holding("standard output", &stdout, &case.stdout_lacks));
    wrong.extend(lacking("standard error", &stderr, &case.stderr));
    wrong.extend(holding("standard error", &stderr, &case.stderr_lacks));
    for (name, expected) in &case.writes {
        wrong.extend(lacking(name, &place.read(name), expected));
    }
    (!wrong.is_empty()).then(|| {
        let name = &case.name;
        format!(
            "{name}: {}\n--- standard output\n{stdout}\n--- standard error\n{stderr}",
            wrong.join("; ")
        )
    })
}

fn lacking(what: &str, text: &str, expected: &[String]) -> Vec<String> {
    let lacking = expected.iter().filter(|it| !text.contains(it.as_str()));
    lacking.map(|it| format!("{what} lacks {it:?}")).collect()
}

fn holding(what: &str, text: &str, unwanted: &[String]) -> Vec<String> {
    let holding = unwanted.iter().filter(|it| text.contains(it.as_str()));
    holding.map(|it| format!("{what} holds {it:?}")).collect()
}
