//! The consumers of candour's data read it: the scripts of `examples/consumers`, each where its program is installed. What is
//! not installed is skipped, and said so.

#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::place::{Place, corpus};

/// What a script ends with whose program is not installed.
const NOT_INSTALLED: i32 = 77;
const FORMATS: [&str; 8] = ["rows", "jsonl", "csv", "xlsx", "sarif", "w3c", "spans", "doccano"];
/// Documents of every format, and one that tables and addresses stumble over.
const DOCUMENTS: [&str; 5] = [
    "brackenford-action-plan.md",
    "core-group-1.txt",
    "harrow-vale-scr.txt",
    "pell-review.docx",
    "ferrisby-action-plan.pdf",
];
const HOSTILE: &str =
    "4.10 \u{1F600} Minutes _x0041_\r\n\r\n=SUM(A1) The child was safe and well. \u{1F600} We will ensure safety <b>&amp; \"x\"\u{1}.\r\n";

#[test]
fn the_programs_that_data_is_for_read_it_exactly() {
    let place = Place::new();
    for name in DOCUMENTS {
        place.write(name, &fs::read(corpus().join(name)).unwrap());
    }
    let documents = [&DOCUMENTS[..], &["=a b#\u{e9}.txt", "NA"]].concat();
    place.write(documents[5], HOSTILE.as_bytes());
    place.write(documents[6], HOSTILE.as_bytes());
    for format in FORMATS {
        let output = format!("out.{format}");
        let scan = place.candour(&[&["scan", "-q", "--format", format, "-o", &output], &documents[..]].concat(), "");
        assert_eq!(scan.status.code(), Some(0), "{}", String::from_utf8_lossy(&scan.stderr));
    }
    for name in documents {
        let text = place.candour(&["text", name], "");
        place.write(&format!("text/{name}"), &text.stdout);
    }
    let python = env::var("CANDOUR_PYTHON").unwrap_or_else(|_| "python3".into());
    for (program, script) in [
        (python.as_str(), "tables.py"),
        (&python, "spans.py"),
        ("Rscript", "tables.R"),
        ("node", "w3c.mjs"),
        ("node", "sarif.mjs"),
    ] {
        consume(program, script, &place);
    }
}

/// Runs `script` on the outputs in `place`.
fn consume(program: &str, script: &str, place: &Place) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/consumers").join(script);
    let Ok(output) = Command::new(program).arg(path).arg(&place.0).output() else {
        eprintln!("{script} is skipped: {program} is not installed");
        return;
    };
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    match output.status.code() {
        Some(0) => eprintln!("{script}: {said}"),
        Some(NOT_INSTALLED) => eprintln!("{script} is skipped: {said}"),
        _ => panic!("{script}: {said}"),
    }
}
