//! What stands in a folder is read, or said not to be: nothing is lost without a word, and no document is written over.

use serde_json::Value;

use crate::place::Place;

const WORDS: &[u8] = b"The child was safe and well.\n";

/// The cause of each record that `output` holds, by path; "read" where there is none.
fn causes(stdout: &[u8]) -> Vec<(String, String)> {
    let records = str::from_utf8(stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let cause = |record: Value| {
        let cause = record["error"]["cause"].as_str().unwrap_or("read").to_owned();
        (record["path"].as_str().unwrap().to_owned(), cause)
    };
    records.map(cause).collect()
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_named_like_documents_are_accounted_for() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    for name in ["in/a.txt", "in/full.pdf/b.txt", "in/sub/c.txt", "aside/d.txt"] {
        place.write(name, WORDS);
    }
    std::fs::create_dir(place.0.join("in/bare.pdf")).unwrap();
    for (to, link) in [
        ("loop.txt", "in/loop.txt"),
        ("nowhere.pdf", "in/gone.pdf"),
        ("nowhere.jpg", "in/gone.jpg"),
        ("../aside/d.txt", "in/linked.txt"),
        ("../aside", "in/elsewhere"),
        ("..", "in/sub/up"),
    ] {
        symlink(to, place.0.join(link)).unwrap();
    }
    let _socket = std::os::unix::net::UnixListener::bind(place.0.join("in/socket.txt")).unwrap();
    let output = place.candour(&["scan", "in", "--format", "jsonl", "--run-record", "run.json"], "");
    let found = causes(&output.stdout);
    let found: Vec<(&str, &str)> = found.iter().map(|(path, cause)| (path.as_str(), cause.as_str())).collect();
    let expected = [
        ("in/a.txt", "read"),
        ("in/bare.pdf", "not-a-file"),
        ("in/full.pdf/b.txt", "read"),
        ("in/gone.pdf", "not-found"),
        ("in/linked.txt", "read"),
        ("in/loop.txt", "not-found"),
        ("in/socket.txt", "not-a-file"),
        ("in/sub/c.txt", "read"),
    ];
    assert_eq!(found, expected);
    let account = String::from_utf8(output.stderr).unwrap();
    assert!(
        account.contains("Did not follow 2 links to folders: in/elsewhere, in/sub/up."),
        "{account}"
    );
    assert!(account.contains("1 .jpg"), "{account}");
    let run: Value = serde_json::from_str(&place.read("run.json")).unwrap();
    assert_eq!(run["links"], serde_json::json!(["in/elsewhere", "in/sub/up"]));
}

#[cfg(unix)]
#[test]
fn strict_minds_a_link_that_was_not_followed() {
    let place = Place::new();
    place.write("in/a.txt", WORDS);
    let strict = || place.candour(&["scan", "in", "--strict", "-q"], "").status.code();
    assert_eq!(strict(), Some(0));
    std::os::unix::fs::symlink("..", place.0.join("in/up")).unwrap();
    assert_eq!(strict(), Some(2));
}

#[test]
fn a_document_is_never_written_over() {
    let place = Place::new();
    place.write("in/a.txt", WORDS);
    place.write("in/b.txt", b"The boy was safe and well...\n");
    for args in [
        &["scan", "in", "-o", "in/a.txt"][..],
        &["scan", "in", "--format", "jsonl", "-o", "in/../in/a.txt"],
        &["scan", "in", "--format", "jsonl", "--resume", "-o", "in/a.txt"],
        &["scan", "in", "-q", "--run-record", "in/a.txt"],
        &["check", "in/a.txt", "--html", "in/a.txt"],
        &["check", "in/a.txt", "--write-baseline", "in/a.txt"],
        &["summary", "in", "-o", "in/a.txt"],
        &["series", "in", "-o", "in/a.txt"],
        &["diff", "in/b.txt", "in/a.txt", "-o", "in/a.txt"],
    ] {
        let output = place.candour(args, "");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("is one of the documents to be read"), "{args:?}: {said}");
        assert_eq!(place.read("in/a.txt").as_bytes(), WORDS);
    }
    // Beside the documents is fine, as long as the next scan does not read it.
    for _ in 0..2 {
        let output = place.candour(&["scan", "in", "-q", "--format", "jsonl", "-o", "in/out.jsonl"], "");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(place.read("in/out.jsonl").lines().count(), 2);
    }
}
