//! Every record keeps the contract: it is as its schema says, and each quotation is exactly what its offsets cut out.

use std::fs;

use candour::identity::Accepted;
use candour::patterns::Catalogue;
use candour::reading::{Failure, Reading};
use candour::report::json::run::Run;
use candour::report::json::{line, record::tool};
use candour::report::rows;
use candour::report::schema::{Subject, schema};
use candour::report::{Close, Edition, Format, Stream, Terms, Units};
use candour::scan::scan;
use candour::summary::Summary;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, from_slice, to_value};

use crate::place::{Place, corpus};

const ALL: Units = Units { byte: true, utf16: true };
/// Those that can do without text, and are text themselves.
const FORMATS: [Format; 8] = [
    Format::Json,
    Format::Jsonl,
    Format::Rows,
    Format::Csv,
    Format::CsvExcel,
    Format::Xlsx,
    Format::Sarif,
    Format::W3c,
];

fn validator(subject: Subject) -> Validator {
    jsonschema::validator_for(&to_value(schema(subject)).unwrap()).unwrap()
}

fn valid(validator: &Validator, value: &Value) {
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|e| format!("{e} at {}", e.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn reading<'p>(catalogue: &'p Catalogue, name: &str, text: &[u8]) -> Reading<'p> {
    Reading::new(name.to_owned(), text.to_vec(), |text| scan(text, catalogue, None))
}

fn edition(units: Units, excerpts: bool, accepted: &Accepted) -> Edition<'_> {
    Edition {
        rules_sha256: "0",
        units,
        excerpts,
        accepted,
    }
}

fn published(reading: &Reading<'_>, edition: &Edition<'_>) -> Value {
    let mut out = vec![];
    line(reading, edition, &mut out).unwrap();
    from_slice(&out).unwrap()
}

/// Every object in `value` that has offsets, with its exact words.
fn quoted<'v>(value: &'v Value, found: &mut Vec<(&'v Value, &'v str)>) {
    match value {
        Value::Object(object) => {
            let words = ["quote", "written", "term"].iter().find_map(|key| object.get(*key)?.as_str());
            if let (true, Some(words)) = (object.contains_key("char_start"), words) {
                let words = object.get("quote").and_then(Value::as_str).unwrap_or(words);
                found.push((value, words));
            }
            object.values().for_each(|it| quoted(it, found));
        }
        Value::Array(items) => items.iter().for_each(|it| quoted(it, found)),
        _ => {}
    }
}

/// Offsets in all three units cut exactly the quoted words out of `text`.
fn offsets_hold(record: &Value, text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    let wide: Vec<u16> = text.encode_utf16().collect();
    let mut found = vec![];
    quoted(record, &mut found);
    for (it, words) in &found {
        let range = |unit: &str| {
            let at = |end: &str| it[format!("{unit}_{end}")].as_u64().unwrap() as usize;
            at("start")..at("end")
        };
        assert_eq!(chars[range("char")].iter().collect::<String>(), *words, "{it}");
        assert_eq!(&text[range("byte")], *words, "{it}");
        assert_eq!(String::from_utf16(&wide[range("utf16")]).unwrap(), *words, "{it}");
    }
    for it in record["annotations"].as_array().unwrap() {
        let at = it["char_start"].as_u64().unwrap() as usize;
        let line = 1 + chars[..at].iter().filter(|&&c| c == '\n').count();
        let column = 1 + chars[..at].iter().rev().take_while(|&&c| c != '\n').count();
        assert_eq!(
            (it["line"].as_u64(), it["column"].as_u64()),
            (Some(line as u64), Some(column as u64))
        );
        let prefix: Vec<char> = it["prefix"].as_str().unwrap().chars().collect();
        assert_eq!(chars[at - prefix.len()..at], prefix[..]);
    }
    found.len()
}

fn text_of(reading: &Reading<'_>) -> String {
    reading.outcome.as_ref().map(|read| read.scan.text.content.clone()).unwrap()
}

#[test]
fn every_document_of_the_corpus_keeps_the_contract() {
    let catalogue = Catalogue::builtin().unwrap();
    let accepted = Accepted::default();
    let (documents, flat) = (validator(Subject::Document), validator(Subject::Row));
    let mut count = 0;
    for entry in fs::read_dir(corpus()).unwrap() {
        let path = entry.unwrap().path();
        if !path
            .extension()
            .is_some_and(|ending| ending == "md" || ending == "txt" || ending == "docx")
        {
            continue;
        }
        let reading = reading(&catalogue, path.to_str().unwrap(), &fs::read(&path).unwrap());
        for (units, excerpts) in [(ALL, true), (Units::default(), true), (Units::default(), false)] {
            let edition = edition(units, excerpts, &accepted);
            let record = published(&reading, &edition);
            valid(&documents, &record);
            if units == ALL {
                count += offsets_hold(&record, &text_of(&reading));
            }
            let mut lines = vec![];
            rows::write(&reading, &edition, &mut lines).unwrap();
            for line in String::from_utf8(lines).unwrap().lines() {
                valid(&flat, &serde_json::from_str(line).unwrap());
            }
        }
    }
    assert!(count > 100, "only {count} quotations were looked at");
}

#[test]
fn a_whole_run_keeps_its_schema_with_failures_in_it() {
    let catalogue = Catalogue::builtin().unwrap();
    let accepted = Accepted::default();
    let edition = edition(ALL, true, &accepted);
    let missing = Failure {
        cause: "not-found",
        message: "is not there".into(),
    };
    let readings = [
        Reading::failed("gone.txt".into(), missing),
        reading(&catalogue, "blob.txt", b"\0\0\0\x01\x02"),
        reading(&catalogue, "empty.txt", b""),
        reading(&catalogue, "short.txt", b"The child was safe and well."),
    ];
    let settings = Run {
        tool: tool(&edition),
        inputs: 4,
        rules: 0,
        packs: &[],
        disabled: &[],
        enabled: &[],
        min_severity: "info",
        as_of: None,
        accepted: 0,
        view: "final",
        offsets: vec!["char"],
        no_text: false,
    };
    let mut written = vec![];
    let terms = Terms {
        run: &settings,
        edition: &edition,
        rules: &[],
    };
    let mut stream = Stream::begin(Format::Json, &terms, &mut written).unwrap();
    for reading in &readings {
        Format::Json.document(reading, &edition, &mut stream).unwrap();
    }
    let close = Close {
        terms: &terms,
        total: &Summary::default(),
        failures: &[],
    };
    stream.end(&close).unwrap();
    let run: Value = from_slice(&written).unwrap();
    valid(&validator(Subject::Run), &run);
    let errors: Vec<&Value> = run["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["error"]["cause"])
        .collect();
    assert_eq!(
        errors,
        [&Value::from("not-found"), &Value::from("not-text"), &Value::Null, &Value::Null]
    );
}

#[test]
fn the_run_record_and_the_summary_keep_their_schemas() {
    let place = Place::new();
    let corpus = corpus();
    let corpus = corpus.to_str().unwrap();
    place.write("blob.txt", b"\0\0\x01");
    let output = place.candour(
        &["scan", corpus, "blob.txt", "gone.txt", "-o", "out.json", "--run-record", "run.json"],
        "",
    );
    assert_eq!(output.status.code(), Some(2));
    valid(
        &validator(Subject::RunRecord),
        &serde_json::from_str(&place.read("run.json")).unwrap(),
    );
    valid(&validator(Subject::Run), &serde_json::from_str(&place.read("out.json")).unwrap());
    let output = place.candour(&["summary", corpus, "gone.txt", "--format", "json"], "");
    valid(&validator(Subject::Summary), &from_slice(&output.stdout).unwrap());
    let output = place.candour(&["timeline", corpus, "gone.txt", "--format", "json"], "");
    valid(&validator(Subject::Timeline), &from_slice(&output.stdout).unwrap());
    for more in [&[][..], &["--no-text"]] {
        let output = place.candour(&[&["series", corpus, "gone.txt", "--format", "json"], more].concat(), "");
        valid(&validator(Subject::Series), &from_slice(&output.stdout).unwrap());
    }
    place.write("one.txt", b"The child was safe and well. The boy was fine.");
    place.write("two.txt", b"The child was safe and well. The girl was otherwise fine.");
    for more in [&[][..], &["--no-text"]] {
        let output = place.candour(&[&["diff", "one.txt", "two.txt", "--format", "json"], more].concat(), "");
        valid(&validator(Subject::Diff), &from_slice(&output.stdout).unwrap());
    }
}

#[test]
fn a_table_has_one_name_for_each_cell() {
    let catalogue = Catalogue::builtin().unwrap();
    let accepted = Accepted::default();
    let reading = reading(&catalogue, "=a.txt", b"The child was safe and well.\n");
    for units in [Units::default(), ALL] {
        let edition = edition(units, true, &accepted);
        for format in [Format::Csv, Format::CsvExcel] {
            let mut table = vec![];
            let terms = Terms {
                run: &settings(&edition),
                edition: &edition,
                rules: &[],
            };
            let mut stream = Stream::begin(format, &terms, &mut table).unwrap();
            format.document(&reading, &edition, &mut stream).unwrap();
            drop(stream);
            let mut lines = csv::Reader::from_reader(&table[..]);
            let names = lines.headers().unwrap().clone();
            for line in lines.records() {
                let line = line.unwrap();
                let cell = |name: &str| &line[names.iter().position(|it| it.trim_start_matches('\u{feff}') == name).unwrap()];
                assert_eq!(cell("quote"), "safe and well");
                assert_eq!(cell("name").starts_with("'="), format == Format::CsvExcel);
            }
        }
        let mut row = vec![];
        rows::write(&reading, &edition, &mut row).unwrap();
        let first: Value = serde_json::from_str(std::str::from_utf8(&row).unwrap().lines().next().unwrap()).unwrap();
        let mut keys: Vec<&str> = first.as_object().unwrap().keys().map(String::as_str).collect();
        let mut columns: Vec<&str> = rows::columns(units).collect();
        keys.sort_unstable();
        columns.sort_unstable();
        assert_eq!(keys, columns);
    }
}

fn settings<'a>(edition: &Edition<'a>) -> Run<'a> {
    Run {
        tool: tool(edition),
        inputs: 1,
        rules: 0,
        packs: &[],
        disabled: &[],
        enabled: &[],
        min_severity: "info",
        as_of: None,
        accepted: 0,
        view: "final",
        offsets: vec!["char"],
        no_text: false,
    }
}

#[test]
fn without_text_no_word_of_the_document_is_repeated() {
    let catalogue = Catalogue::builtin().unwrap();
    let accepted = Accepted::default();
    let text = "# Zebedee\n\n4.1 The child Zebedee was safe and well (see paragraph 9.9, Zebedee).\n\n## Action One\n\nZebedee will ensure \
                safety by 5 May 2020. ZEB (Zebedee).\n\nResponse: Completed. Zebedee is due to do this; it is not achievable by ZEB.\n";
    let reading = reading(&catalogue, "a.md", text.as_bytes());
    for format in FORMATS {
        let mut out = vec![];
        format.document(&reading, &edition(ALL, false, &accepted), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains("safe-and-well"));
        assert!(!out.contains("Zebedee") && !out.contains("ZEB"), "{out}");
        assert!(!out.contains("due to") && !out.contains("not achievable"), "{out}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn offsets_hold_in_hostile_text(parts in proptest::collection::vec(part(), 0..60), markdown: bool) {
        thread_local!(static CATALOGUE: Catalogue = Catalogue::builtin().unwrap());
        let accepted = Accepted::default();
        let name = if markdown { "a.md" } else { "a.txt" };
        CATALOGUE.with(|catalogue| {
            let reading = reading(catalogue, name, parts.concat().as_bytes());
            let record = published(&reading, &edition(ALL, true, &accepted));
            if reading.outcome.is_ok() {
                offsets_hold(&record, &text_of(&reading));
            }
        });
    }
}

fn part() -> impl Strategy<Value = String> {
    let words = [
        "safe and well",
        "will ensure\nsafety",
        "en-\nsure",
        "\u{201c}",
        "\u{2019}",
        "\u{1F600}",
        "e\u{fb00}ective",
        "\r\n",
        "\n\n",
        "| a | b |\n",
        "> ",
        "# ",
        "Action One ",
        "paragraph 4.27 ",
        "7.1.2 ",
        "5.9.14",
        "(This is addressed in the Action Plan)",
        "**",
        "[x](y)",
        " ",
        "\u{a0}",
        ". ",
        "\u{feff}",
        "\u{ad}",
        "cannot ",
        "MARAC ",
        "| - |\n",
        "[^1]",
        "[^1]: ",
        "Timescale: ",
        "lack of engagement",
    ];
    prop_oneof![
        4 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}
