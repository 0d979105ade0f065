//! The same input gives the same bytes for any number of threads.

use std::fs;

use crate::place::{Place, corpus};

#[test]
fn threads_do_not_show_in_the_output() {
    let place = Place::new();
    let corpus = corpus();
    let corpus = corpus.to_str().unwrap();
    for format in ["json", "csv"] {
        let run = |jobs: &str| {
            let output = place.candour(&["scan", corpus, corpus, "--quiet", "--format", format, "--jobs", jobs], "");
            assert_eq!(output.status.code(), Some(0));
            output.stdout
        };
        let one = run("1");
        assert!(one.len() > 10_000);
        for jobs in ["2", "7"] {
            assert!(run(jobs) == one, "{format} with {jobs} threads");
        }
    }
}

#[test]
fn the_name_of_a_file_and_its_line_ends_do_not_show_in_the_annotations() {
    let place = Place::new();
    let text = "The plan\n\nThe child was safe and well.\n\nHe said everything was fine.\n";
    place.write("a.txt", text.as_bytes());
    place.write("b.txt", text.replace('\n', "\r\n").as_bytes());
    place.write("c.txt", format!("\u{feff}{text}").as_bytes());
    let annotations = |name: &str| {
        let output = place.candour(&["scan", name, "--quiet"], "");
        let run: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        run["documents"][0]["annotations"].clone()
    };
    let first = annotations("a.txt");
    assert!(first.as_array().is_some_and(|it| it.len() >= 2));
    assert_eq!(first, annotations("b.txt"));
    assert_eq!(first, annotations("c.txt"));
}

#[test]
fn ten_thousand_small_files_come_in_the_order_of_their_names() {
    let place = Place::new();
    let count = 2_000;
    for at in 0..count {
        place.write(
            &format!("many/{at:05}.txt"),
            format!("Visit {at}: the child was fine.\n").as_bytes(),
        );
    }
    let output = place.candour(&["scan", "many", "--format", "jsonl", "--quiet", "-o", "out.jsonl"], "");
    assert_eq!(output.status.code(), Some(0));
    let out = place.read("out.jsonl");
    assert_eq!(out.lines().count(), count);
    for (at, line) in out.lines().enumerate() {
        assert!(line.contains(&format!("\"name\":\"{at:05}.txt\"")));
    }
    assert_eq!(fs::read_dir(&place.0).unwrap().count(), 2, "nothing is left beside the output");
}
