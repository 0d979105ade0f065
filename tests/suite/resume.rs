//! A run that was cut off goes on with `--resume` and ends with the very bytes of a run that was not.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::place::Place;

const SCAN: [&str; 6] = ["scan", "many", "--format", "jsonl", "-o", "out.jsonl"];

/// A place with `count` documents, and the whole output for them.
fn place(count: usize) -> (Place, Vec<u8>) {
    let place = Place::new();
    for at in 0..count {
        let text = format!("Visit {at}. The child was safe and well.\n").repeat(1 + at * 7 % 40);
        place.write(&format!("many/{at:04}.txt"), text.as_bytes());
    }
    place.write("many/bad.txt", b"\0\x01\x02");
    let whole = scan(&place, &[], 2);
    (place, whole)
}

/// The output of a scan with further arguments, which ends with `status`.
fn scan(place: &Place, more: &[&str], status: i32) -> Vec<u8> {
    let args = [&SCAN, more].concat();
    let output = place.candour(&args, "");
    assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read(place.0.join("out.jsonl")).unwrap()
}

fn read_now(place: &Place) -> String {
    let record: serde_json::Value = serde_json::from_str(&place.read("run.json")).unwrap();
    format!("{} read, {} unchanged", record["read"], record["unchanged"])
}

#[test]
fn a_file_cut_off_anywhere_is_completed() {
    let (place, whole) = place(12);
    let first = whole.iter().position(|&byte| byte == b'\n').unwrap();
    let last = whole.len() - 1;
    for cut in [0, 1, 40, first - 1, first, first + 1, first + 2, whole.len() / 2, last, last + 1] {
        place.write("out.jsonl", &whole[..cut]);
        assert!(scan(&place, &["--resume", "--quiet"], 2) == whole, "cut at {cut}");
    }
    fs::remove_file(place.0.join("out.jsonl")).unwrap();
    assert!(scan(&place, &["--resume", "--quiet"], 2) == whole, "nothing there");
    let zeros = [&whole[..whole.len() / 2], &[0; 4096]].concat();
    place.write("out.jsonl", &zeros);
    assert!(
        scan(&place, &["--resume", "--quiet"], 2) == whole,
        "zeros, as a power cut leaves them"
    );
    scan(&place, &["--resume", "--quiet", "--run-record", "run.json"], 2);
    assert_eq!(read_now(&place), "0 read, 12 unchanged");
}

#[test]
fn documents_that_changed_came_or_went_are_told_apart() {
    let (place, _) = place(12);
    place.write("many/0003.txt", b"Changed: everyone was fine.\n");
    place.write("many/0005b.txt", b"New.\n");
    fs::remove_file(place.0.join("many/0008.txt")).unwrap();
    let resumed = scan(&place, &["--resume", "--quiet", "--run-record", "run.json"], 2);
    assert_eq!(read_now(&place), "2 read, 10 unchanged");
    assert!(resumed == scan(&place, &["--quiet"], 2));
    // Fewer documents than before, none of them changed.
    fs::remove_file(place.0.join("many/bad.txt")).unwrap();
    let resumed = scan(&place, &["--resume", "--quiet"], 0);
    assert!(resumed == scan(&place, &["--quiet"], 0));
    assert_eq!(fs::read_dir(&place.0).unwrap().count(), 3, "nothing is left beside the output");
}

#[test]
fn other_rules_or_settings_begin_anew() {
    let (place, whole) = place(3);
    place.write("candour.toml", b"disable = [\"editorial\"]\n");
    let settings: [&[&str]; 6] = [
        &["--no-text"],
        &["--min-severity", "high"],
        &["--as-of", "2026-03-31"],
        &["--offsets", "byte"],
        &["--gap-days", "30"],
        &[],
    ];
    for more in settings {
        scan(&place, &[more, &["--resume", "--quiet", "--run-record", "run.json"]].concat(), 2);
        assert_eq!(read_now(&place), "3 read, 0 unchanged", "{more:?}");
    }
    fs::remove_file(place.0.join("candour.toml")).unwrap();
    assert!(scan(&place, &["--resume", "--quiet"], 2) == whole);
}

#[test]
fn a_file_that_is_not_ours_stays_as_it_is() {
    let (place, _) = place(1);
    place.write("out.jsonl", b"My notes.\n");
    let output = place.candour(&[&SCAN[..], &["--resume"]].concat(), "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing in it was changed"));
    assert_eq!(place.read("out.jsonl"), "My notes.\n");
}

/// Begins a scan and ends it with `signal` once it has written something.
#[cfg(unix)]
fn struck(place: &Place, signal: &str) -> Option<i32> {
    let _ = fs::remove_file(place.0.join("out.jsonl"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(SCAN)
        .arg("--quiet")
        .current_dir(&place.0)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let written = || fs::metadata(place.0.join("out.jsonl")).map_or(0, |data| data.len());
    while written() < 50_000 && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(2));
    }
    let status = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
    assert!(status.success(), "the run was over before it could be struck");
    child.wait().unwrap().code()
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_or_stopped_goes_on() {
    let (place, whole) = place(600);
    assert_eq!(struck(&place, "-KILL"), None);
    let partial = place.read("out.jsonl");
    assert!(partial.len() < whole.len() && whole.starts_with(partial.as_bytes()));
    assert!(scan(&place, &["--resume", "--quiet"], 2) == whole, "killed");

    assert_eq!(struck(&place, "-INT"), Some(130));
    let partial = place.read("out.jsonl");
    assert!(partial.len() < whole.len() && partial.ends_with('\n'), "whole lines only");
    assert!(
        scan(&place, &["--resume", "--quiet", "--run-record", "run.json"], 2) == whole,
        "stopped"
    );
    assert!(!read_now(&place).ends_with(" 0 unchanged"));
}

#[test]
fn standard_input_under_another_name_is_read_again() {
    let place = Place::new();
    let read = |name: &str, more: &[&str]| {
        let args = [&["scan", "-", "--stdin-name", name, "--format", "jsonl", "-o", "out.jsonl"], more].concat();
        let output = place.candour(&args, "# The child was safe and well\n");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        place.read("out.jsonl")
    };
    let resumed = ["--resume", "--run-record", "run.json"];
    let (plain, marked) = (read("a.txt", &[]), read("a.md", &[]));
    assert!(read("a.txt", &resumed) == plain && plain != marked);
    assert_eq!(read_now(&place), "1 read, 0 unchanged");
    assert!(read("a.txt", &resumed) == plain);
    assert_eq!(read_now(&place), "0 read, 1 unchanged");
}

/// Half-written files hold words of documents: they do not stay behind.
#[cfg(unix)]
#[test]
fn a_second_interrupt_ends_at_once_and_leaves_nothing_behind() {
    let place = Place::new();
    place.write("long.txt", "The child was safe and well.\n".repeat(200_000).as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["scan", "long.txt", "--format", "json", "-o", "out.json"])
        .current_dir(&place.0)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let names = || {
        let names = fs::read_dir(&place.0).unwrap().map(|entry| entry.unwrap().file_name());
        names.map(|name| name.into_string().unwrap()).collect::<Vec<_>>()
    };
    while names().len() < 2 {
        std::thread::sleep(Duration::from_millis(2));
    }
    let strike = || Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert!(strike().success());
    std::thread::sleep(Duration::from_millis(200));
    assert!(strike().success(), "the document in hand was done before it could be struck again");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(names(), ["long.txt"]);
}
