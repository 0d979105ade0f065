//! What is written for programs of other trades is as they know it: SARIF by its schema, web annotations, spans and labels
//! by the characters that their positions cut out, each in the units of its consumer.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::place::{Place, corpus};

/// Characters of one, two and four bytes before, in and after what is marked; a name that no formula or address may be.
const HOSTILE: &str = "# \u{1F600} Minutes\r\n\r\n\u{1F600} The child was safe and well\u{a0}\u{2013} we will ensure\r\nsafety. \u{1F600}\r\n\r\n\
                       4.10 \u{201c}Safe and well\u{201d} (see paragraph 9.9).\r\n";
const NAME: &str = "=a b#\u{e9}.md";

/// What `candour scan` writes in `format` of the hostile text, and that text as candour reads it.
fn scanned(format: &str, more: &[&str]) -> (String, String) {
    let place = Place::new();
    place.write(NAME, HOSTILE.as_bytes());
    let output = place.candour(&[&["scan", NAME, "-q", "--format", format], more].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = place.candour(&["text", NAME], "").stdout;
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(text).unwrap())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn cut(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn items<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap()
}

/// Holds `log` against the standard's own schema.
fn is_sarif(log: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json");
    let schema = json(&fs::read_to_string(path).unwrap());
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(log)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn a_log_keeps_the_schema_of_sarif_with_failures_and_acceptance_in_it() {
    let place = Place::new();
    place.write("bad.txt", b"PK\0\x01");
    place.write("candour.toml", b"accepted = [{ id = \"9d7dd45567feb541\", reason = \"ours\" }]");
    let corpus = corpus();
    for more in [&["--no-text"][..], &[]] {
        let args = [
            &["scan", corpus.to_str().unwrap(), "bad.txt", "gone.txt", "-q", "--format", "sarif"],
            more,
        ]
        .concat();
        let output = place.candour(&args, "");
        assert_eq!(output.status.code(), Some(2));
        let log = json(&String::from_utf8(output.stdout).unwrap());
        is_sarif(&log);
        let run = &log["runs"][0];
        assert!(items(run, "results").len() > 100);
        let invocation = &run["invocations"][0];
        let failed = items(invocation, "toolExecutionNotifications");
        assert_eq!(failed.len(), 2);
        assert_eq!(failed[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "gone.txt");
        assert_eq!(invocation["executionSuccessful"], false);
    }
}

#[test]
fn regions_of_a_log_cut_out_their_snippets() {
    let (log, text) = scanned("sarif", &[]);
    let log = json(&log);
    is_sarif(&log);
    let results = items(&log["runs"][0], "results");
    assert!(results.len() >= 3);
    let lines: Vec<&str> = text.split('\n').collect();
    for result in results {
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "%3Da%20b%23%C3%A9.md");
        for region in [&location["region"], &location["contextRegion"]] {
            let Some(words) = region["snippet"]["text"].as_str() else {
                continue;
            };
            let start = number(&region["charOffset"]);
            assert_eq!(cut(&text, start, start + number(&region["charLength"])), words);
            let first: String = lines[number(&region["startLine"]) - 1]
                .chars()
                .skip(number(&region["startColumn"]) - 1)
                .collect();
            assert!(first.starts_with(words.split('\n').next().unwrap()));
            let last: String = lines[number(&region["endLine"]) - 1]
                .chars()
                .take(number(&region["endColumn"]) - 1)
                .collect();
            assert!(last.ends_with(words.split('\n').next_back().unwrap()));
        }
    }
    let quoted = results.iter().find(|it| it["properties"]["voice"] == "quoted").unwrap();
    assert_eq!((&quoted["kind"], &quoted["level"]), (&"informational".into(), &"none".into()));
    let rules = items(&log["runs"][0]["tool"]["driver"], "rules");
    assert!(results.iter().all(|result| rules.iter().any(|rule| rule["id"] == result["ruleId"])));
}

#[test]
fn selectors_of_web_annotations_pick_the_same_words() {
    let (page, text) = scanned("w3c", &[]);
    let page = json(&page);
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    assert!(items(&page, "items").len() >= 3);
    for it in items(&page, "items") {
        assert_eq!(it["type"], "Annotation");
        assert_eq!(it["target"]["source"], "%3Da%20b%23%C3%A9.md");
        let [position, quote] = &items(&it["target"], "selector")[..] else {
            panic!("two selectors")
        };
        assert_eq!(
            (&position["type"], &quote["type"]),
            (&"TextPositionSelector".into(), &"TextQuoteSelector".into())
        );
        let exact = quote["exact"].as_str().unwrap();
        assert_eq!(cut(&text, number(&position["start"]), number(&position["end"])), exact);
        let around = format!("{}{exact}{}", quote["prefix"].as_str().unwrap(), quote["suffix"].as_str().unwrap());
        assert!(text.contains(&around), "{around:?}");
    }
    let (page, _) = scanned("w3c", &["--no-text"]);
    assert!(
        items(&json(&page), "items")
            .iter()
            .all(|it| items(&it["target"], "selector").len() == 1)
    );
}

#[test]
fn spans_count_in_code_points() {
    let (line, text) = scanned("spans", &[]);
    let task = json(line.trim_end());
    assert_eq!(task["text"], text);
    let words: Vec<String> = items(&task, "spans")
        .iter()
        .filter(|span| span["label"] == "generic-reassurance")
        .map(|span| cut(&text, number(&span["start"]), number(&span["end"])))
        .collect();
    assert_eq!(words, ["safe and well", "Safe and well"]);
    assert_eq!(task["meta"]["path"], NAME);
}

#[test]
fn labels_for_doccano_count_as_javascript_does_in_plain_ascii() {
    let (line, text) = scanned("doccano", &[]);
    assert!(line.is_ascii());
    let example = json(line.trim_end());
    assert_eq!(example["text"], text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |label: &Value| String::from_utf16(&units[number(&label[0])..number(&label[1])]).unwrap();
    let reassuring: Vec<String> = items(&example, "label")
        .iter()
        .filter(|label| label[2] == "generic-reassurance")
        .map(words)
        .collect();
    assert_eq!(reassuring, ["safe and well"], "what is quoted does not stand");
}

#[test]
fn each_format_is_the_same_for_any_number_of_threads() {
    let place = Place::new();
    let file = |nth: u8| corpus().join(format!("core-group-{nth}.txt")).to_str().unwrap().to_owned();
    let files: Vec<String> = (1..=5).map(file).collect();
    for format in ["xlsx", "sarif", "w3c", "spans", "doccano"] {
        let run = |jobs: &str| {
            let mut args = vec!["scan", "gone.txt", "-q", "--format", format, "--jobs", jobs];
            args.extend(files.iter().map(String::as_str));
            place.candour(&args, "")
        };
        let (one, three) = (run("1"), run("3"));
        assert_eq!(one.status.code(), Some(2), "{format}");
        assert!(String::from_utf8_lossy(&one.stderr).contains("gone.txt is not there"));
        assert!(one.stdout == three.stdout, "{format}");
    }
}
