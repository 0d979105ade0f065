//! Engines run `candour filter` as the examples show, and get the records of the plain run. What is not installed is skipped,
//! and the test says so.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::docx::paper::{Paper, p};
use crate::place::Place;

const CANDOUR: &str = env!("CARGO_BIN_EXE_candour");

/// Says, past the harness, that a test was not run.
fn skipped(what: &str) {
    let _ = writeln!(io::stderr(), "skipped: {what} is not installed");
}

fn runs(program: &str, args: &[&str]) -> bool {
    let status = Command::new(program)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

/// Runs an example in `place`.
fn spark(place: &Place, python: &str, example: &str, input: &str) -> Vec<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/spark").join(example);
    let out = format!("{example}.out");
    let output = Command::new(python)
        .arg(script)
        .args([input, &out])
        .current_dir(&place.0)
        .env("CANDOUR", CANDOUR)
        .env("PYSPARK_PYTHON", python)
        .env("PYSPARK_SUBMIT_ARGS", "--master local-cluster[2,1,1024] pyspark-shell")
        .output()
        .unwrap();
    assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
    let mut parts: Vec<PathBuf> = fs::read_dir(place.0.join(out))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    parts.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("part-"));
    parts.sort();
    assert!(parts.len() > 1, "{example} works in several parts");
    let text: String = parts.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    text.split_terminator('\n').map(str::to_owned).collect()
}

fn lines() -> String {
    let line = |at: usize| match at {
        50 => "no JSON at all\n".to_owned(),
        at => format!("{{\"id\":\"{at}.txt\",\"text\":\"Visit {at}:\\u2028 the child was safe and well.\\n\"}}\n"),
    };
    (0..200).map(line).collect()
}

/// The records of `candour filter`, the numbers of bad lines left out: each part counts its own.
fn unnumbered(lines: impl Iterator<Item = String>) -> Vec<Value> {
    let record = |line: String| {
        let mut record: Value = serde_json::from_str(&line).unwrap();
        if let Some(message) = record.pointer_mut("/error/message") {
            *message = message.as_str().unwrap().split_once(" is ").unwrap().1.into();
        }
        record
    };
    lines.map(record).collect()
}

fn plain(place: &Place, lines: &str) -> Vec<Value> {
    let output = place.candour(&["filter"], lines);
    assert_eq!(output.status.code(), Some(0));
    unnumbered(String::from_utf8(output.stdout).unwrap().split_terminator('\n').map(str::to_owned))
}

#[test]
fn spark_gets_the_records_of_the_plain_run() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if !runs(&python, &["-c", "import pyspark, pyarrow, pandas"]) || !runs("java", &["-version"]) {
        return skipped("pyspark with pyarrow and pandas, or Java,");
    }
    let place = Place::new();
    place.write("lines.jsonl", lines().as_bytes());
    let piped = unnumbered(spark(&place, &python, "pipe.py", "lines.jsonl").into_iter());
    assert_eq!(piped, plain(&place, &lines()));

    let mut names = vec![];
    for at in 0..40 {
        let (name, bytes) = match at % 4 {
            0 => (format!("{at}.docx"), Paper::new(&p("The child was safe and well.")).bytes()),
            1 => (format!("{at}.pdf"), b"%PDF-1.7 broken".to_vec()),
            _ => (format!("{at}.txt"), format!("Visit {at}: she was fine.\n").into_bytes()),
        };
        place.write(&format!("papers/{name}"), &bytes);
        names.push(name);
    }
    let mut mapped = spark(&place, &python, "map_in_arrow.py", "papers");
    mapped.sort();
    let mut args = vec!["scan", "--format", "jsonl", "--quiet"];
    args.extend(names.iter().map(String::as_str));
    let papers = Command::new(CANDOUR)
        .args(args)
        .current_dir(place.0.join("papers"))
        .output()
        .unwrap();
    let scanned = String::from_utf8(papers.stdout).unwrap();
    let with_id = |(record, name): (&str, &String)| format!("{{\"id\":\"{name}\",{}", &record[1..]);
    let mut expected: Vec<String> = scanned.split_terminator('\n').zip(&names).map(with_id).collect();
    expected.sort();
    assert_eq!(mapped, expected);
}

#[test]
fn gnu_parallel_gets_the_records_of_the_plain_run() {
    if !runs("parallel", &["--version"]) {
        return skipped("GNU parallel");
    }
    let place = Place::new();
    place.write("lines.jsonl", lines().as_bytes());
    let output = Command::new("parallel")
        .args(["--pipe", "-k", "--block", "4k", CANDOUR, "filter", "-j1"])
        .stdin(fs::File::open(place.0.join("lines.jsonl")).unwrap())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let parallel = unnumbered(text.split_terminator('\n').map(str::to_owned));
    assert_eq!(parallel, plain(&place, &lines()));
}
