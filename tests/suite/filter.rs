//! `candour filter` answers line by line: the record that a scan gives, in order, at once, whatever the lines hold.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use candour::report::schema::{Subject, schema};
use serde_json::{Value, json, to_value};

use crate::place::Place;

fn filter(place: &Place, args: &[&str], stdin: &[u8]) -> Vec<Value> {
    let args = [&["filter"], args].concat();
    let output = place.candour_of(&args, stdin);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.split_terminator('\n')
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn each_line_gets_the_record_that_a_scan_gives() {
    let place = Place::new();
    let texts = [
        "The child was safe and well.\n",
        "# Plan\n\nSW to monitor.\n",
        "Tab\there, \"quoted\" \u{2028} caf\u{e9}.\n",
        "",
    ];
    let mut lines = String::new();
    let mut names = vec![];
    for (at, text) in texts.iter().cycle().take(60).enumerate() {
        let name = if at % 2 == 0 { format!("n/{at}.txt") } else { format!("n/{at}.md") };
        place.write(&name, text.as_bytes());
        lines += &format!("{}\n", json!({ "id": name, "text": text }));
        names.push(name);
    }
    let mut args = vec!["scan", "--format", "jsonl", "--quiet"];
    args.extend(names.iter().map(String::as_str));
    let scanned = String::from_utf8(place.candour(&args, "").stdout).unwrap();
    for jobs in ["1", "4"] {
        let records = filter(&place, &["--jobs", jobs], lines.as_bytes());
        assert_eq!(records.len(), 60);
        for ((mut record, scanned), name) in records.into_iter().zip(scanned.split_terminator('\n')).zip(&names) {
            assert_eq!(record.as_object_mut().unwrap().remove("id"), Some(json!(name)));
            assert_eq!(record, serde_json::from_str::<Value>(scanned).unwrap());
        }
    }
}

#[test]
fn a_bad_line_gets_an_error_and_the_stream_goes_on() {
    let place = Place::new();
    let mut stdin = b"\xef\xbb\xbf{\"id\":1,\"text\":\"Fine.\"}\r\n\n{\"id\":\"\xff\",\"text\":\"\"}\n[1]\n".to_vec();
    stdin.extend(format!("{{\"id\":5,\"text\":\"{}\"}}\n", "long ".repeat(100)).bytes());
    stdin.extend(b"{\"id\":1,\"text\":\"Fine.\"}\n{\"id\":7,\"content_base64\":\"AAEC\"}\n{\"id\":\"8\",\"content_base64\":\"RmluZS4=\",\"format\":\"markdown\"}");
    let record = jsonschema::validator_for(&to_value(schema(Subject::FilterOutput)).unwrap()).unwrap();
    let of_input = jsonschema::validator_for(&to_value(schema(Subject::FilterInput)).unwrap()).unwrap();
    assert!(of_input.is_valid(&json!({ "id": "a", "text": "b" })) && !of_input.is_valid(&json!({ "text": "b" })));
    for jobs in ["1", "3"] {
        let records = filter(&place, &["--max-line", "100", "--jobs", jobs], &stdin);
        records.iter().for_each(|it| assert!(record.is_valid(it), "{it}"));
        let ids: Vec<&Value> = records.iter().map(|it| &it["id"]).collect();
        let null = Value::Null;
        assert_eq!(ids, [&json!(1), &null, &null, &null, &null, &json!(1), &json!(7), &json!("8")]);
        let said = |at: usize| records[at]["error"]["message"].as_str().unwrap_or("none");
        assert_eq!(said(1), "line 2 is empty");
        assert_eq!(said(2), "line 3 is not UTF-8");
        assert!(said(3).starts_with("line 4 is no object"));
        assert!(said(4).starts_with("line 5 is longer than 100 bytes"));
        assert_eq!(records[6]["error"]["cause"], "not-text");
        assert_eq!(records[7]["format"], "markdown");
        assert_eq!(records[0], records[5]);
    }
    assert!(filter(&place, &[], b"").is_empty());
}

#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    for jobs in ["1", "2"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(["filter", "--jobs", jobs])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        for id in 0..3 {
            // The beginning of the next line is there already, but not its end.
            let beginning = if id == 0 { "{\"id\":" } else { "" };
            write!(pipe, "{beginning}{id},\"text\":\"Fine.\"}}\n{{\"id\":").unwrap();
            pipe.flush().unwrap();
            let answer = answers.next().unwrap().unwrap();
            assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
        }
        // Whoever goes away while a line is awaited is not waited for.
        drop(answers);
        writeln!(pipe, "3,\"text\":\"Fine.\"}}").unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}
