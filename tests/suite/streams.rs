//! Streams and files end as they should: a reader that goes away is no error, a file is whole or not there.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::place::{Place, corpus};

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["scan", corpus().to_str().unwrap(), "-q"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut [0; 100]).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn an_output_that_cannot_be_written_is_said_at_once() {
    let place = Place::new();
    place.write("a.txt", b"Text.\n");
    let output = place.candour(&["scan", "a.txt", "-o", "no-such-folder/out.json"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write no-such-folder/out.json"));
}

#[test]
fn a_file_that_stood_there_stays_until_the_new_one_is_whole() {
    let place = Place::new();
    place.write("out.json", b"old");
    place.write("a.txt", b"Text.\n");
    let output = place.candour(&["scan", "a.txt", "-o", "out.json", "--disable", "no-such/rule"], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(place.read("out.json"), "old");
    let output = place.candour(&["scan", "a.txt", "-o", "out.json", "-q"], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(place.read("out.json").starts_with("{\n \"schema\""));
}

/// Renamed over, a device would be gone from the machine.
#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_written_to_and_not_replaced() {
    let place = Place::new();
    place.write("a.txt", b"The child was safe and well.\n");
    for format in ["json", "jsonl"] {
        let plain = place.candour(&["scan", "a.txt", "-q", "--format", format], "");
        let pipe = place.candour(&["scan", "a.txt", "-q", "--format", format, "-o", "/dev/stdout"], "");
        assert_eq!(pipe.status.code(), Some(0), "{}", String::from_utf8_lossy(&pipe.stderr));
        assert!(!plain.stdout.is_empty() && plain.stdout == pipe.stdout);
    }
}

#[test]
fn colour_is_for_terminals_or_on_request() {
    let place = Place::new();
    let coloured = |args: &[&str]| {
        let output = place.candour(args, "The child was safe and well.\n");
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured(&["check", "-"]));
    assert!(coloured(&["check", "-", "--color", "always"]));
    assert!(!coloured(&["check", "-", "--color", "never"]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_with_the_name_of_the_file() {
    let place = Place::new();
    place.write("a.txt", b"Text.\n");
    for format in ["json", "jsonl", "xlsx"] {
        let output = place.candour(&["scan", "a.txt", "-q", "--format", format, "-o", "/dev/full"], "");
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            said.starts_with("candour: cannot write /dev/full: No space left on device"),
            "{said}"
        );
        assert_eq!(said.matches("cannot write").count(), 1);
    }
}
