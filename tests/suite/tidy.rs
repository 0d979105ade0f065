//! The house rules, executable: which room may know which, how a file opens, how long it may be.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order in which data flows through them; a room may name only itself and those before it.
const FLOW: [&str; 15] = [
    "text",
    "input",
    "annotation",
    "document",
    "patterns",
    "checks",
    "scan",
    "evaluate",
    "identity",
    "reading",
    "batch",
    "series",
    "drafts",
    "summary",
    "report",
];
/// Most lines of a file, its tests apart.
const LONGEST: usize = 400;

#[test]
fn no_room_knows_one_after_it() {
    let mut wrong = vec![];
    for (path, text) in sources("src") {
        let Some(room) = FLOW.iter().position(|room| *room == room_of(&path)) else {
            continue;
        };
        for other in named(&text) {
            match FLOW.iter().position(|room| *room == other) {
                Some(at) if at <= room => {}
                Some(_) => wrong.push(format!("{} names crate::{other}, which comes after it", path.display())),
                None => wrong.push(format!("{} names crate::{other}, which is no room", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_in_the_flow() {
    for (path, _) in sources("src") {
        let room = room_of(&path);
        let known = FLOW.contains(&room.as_str()) || ["lib", "main", "cli"].contains(&room.as_str());
        assert!(known, "{} is in no room of the flow", path.display());
    }
}

#[test]
fn every_file_defines_itself_and_is_short() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(text.starts_with("//! "), "{} does not open with `//!`", path.display());
        assert!(
            !["utils", "util", "types", "helpers"].contains(&name.as_str()),
            "{} is a drawer",
            path.display()
        );
        let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(&text);
        let is_test = name == "tests" || path.components().any(|part| part.as_os_str() == "tests");
        assert!(
            is_test || own.lines().count() <= LONGEST,
            "{} is longer than {LONGEST} lines",
            path.display()
        );
    }
}

/// The rooms of the crate that `text` names in code, not in comments; `use crate::{a, b::c}` is understood.
fn named(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n");
    let mut rooms = vec![];
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(heads(list)),
            None => rooms.push(word(rest)),
        }
    }
    rooms
}

/// The first words of the items of a braced list, up to its closing brace.
fn heads(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            c => items.last_mut().unwrap().push(c),
        }
    }
    items.iter().map(|item| word(item.trim())).filter(|item| !item.is_empty()).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect()
}

/// "checks" for `src/checks/language/judge.rs`, "scan" for `src/scan.rs`.
fn room_of(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn braced_lists_are_understood() {
    let text = "use crate::{text::{Span, Text}, scan};\n// crate::nothing\nfn f() { mycrate::x(); crate::report::y() }";
    assert_eq!(named(text), ["text", "scan", "report"]);
}
