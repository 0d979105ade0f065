//! Pages for the browser: what must be true of each, whatever the document, and what a real browser makes of them.

mod browser;
mod hostile;
mod page;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::place::Place;
use page::Page;

/// Every document of the corpus, in all formats.
fn corpus() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders = [root.clone(), root.join("twins"), root.join("chronology")];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path());
    let known = |path: &PathBuf| path.extension().is_some_and(|it| it != "expected" && it != "toml") && path.is_file();
    let mut files: Vec<PathBuf> = files.filter(known).filter(|path| !path.ends_with("README.md")).collect();
    files.sort();
    files
}

/// The page that `check --html` writes of the document at `path`, with further arguments.
fn page_of(path: &Path, more: &[&str]) -> String {
    let place = Place::new();
    let path = path.to_string_lossy();
    let args = [&["check", &path, "--html", "page.html", "--fail-on", "never", "--quiet"], more].concat();
    let output = place.candour(&args, "");
    assert!(output.status.success(), "{path}: {}", String::from_utf8_lossy(&output.stderr));
    place.read("page.html")
}

#[test]
fn every_page_of_the_corpus_is_sound_and_holds_every_word() {
    let mut wrong = vec![];
    for path in corpus() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let html = page_of(&path, &[]);
        let page = Page::read(&html);
        wrong.extend(page.faults().into_iter().map(|fault| format!("{name}: {fault}")));
        let text = candour::input::read(&name, &fs::read(&path).unwrap()).unwrap();
        wrong.extend(page.lost(&text).map(|lost| format!("{name}: {lost}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_text_no_word_of_the_document_is_on_the_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/harrow-vale-scr.txt");
    let html = page_of(&path, &["--no-text"]);
    let page = Page::read(&html);
    assert_eq!(page.faults(), Vec::<String>::new());
    let text = fs::read_to_string(&path).unwrap();
    let runs = |words: &str| {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        words.windows(6).map(|run| run.join(" ")).collect::<HashSet<String>>()
    };
    let (own, full) = (runs(&text), Page::read(&page_of(&path, &[])));
    assert!(runs(&full.words).intersection(&own).count() > 4_000, "with text all of it is there");
    assert_eq!(runs(&page.words).intersection(&own).collect::<Vec<_>>(), Vec::<&String>::new());
    for name in ["Wren", "Harrow Vale", "Ms A"] {
        assert!(text.contains(name) && !page.words.contains(name), "{name}");
    }
    assert!(page.words.contains("unanswered-promise"), "rules stay");
    assert!(page.words.contains("paragraph"), "places stay");
}

#[test]
fn a_scan_writes_an_index_and_a_page_for_each_document() {
    let place = Place::new();
    for number in 0..30 {
        place.write(
            &format!("in/{}/minutes.txt", number % 3 * 10 + number),
            b"The mother will ensure that Tia is safe.\n",
        );
    }
    place.write("in/broken.docx", b"PK\x03\x04 no more");
    let output = place.candour(&["scan", "in", "--html", "out", "--jobs", "2"], "");
    assert_eq!(output.status.code(), Some(2), "one document is broken");
    assert!(output.stdout.is_empty(), "records were not asked for");
    let index = Page::read(&place.read("out/index.html"));
    assert_eq!(index.faults(), Vec::<String>::new());
    assert_eq!(index.files.len(), 30);
    for file in &index.files {
        let page = Page::read(&place.read(&format!("out/{file}")));
        assert_eq!(page.faults(), Vec::<String>::new(), "{file}");
    }
    let written = fs::read_dir(place.0.join("out")).unwrap().count();
    assert_eq!(written, 31, "nothing else is left in the folder");
    assert!(
        index.words.contains("broken.docx") && index.words.contains("1 could not be read"),
        "{}",
        index.words
    );
    let again = place.candour(&["scan", "in", "--html", "out2", "--jobs", "1"], "");
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(
        place.read("out/index.html"),
        place.read("out2/index.html"),
        "the same for any number of threads"
    );
    let among = place.candour(&["scan", "in", "--html", "in/pages"], "");
    let said = String::from_utf8_lossy(&among.stderr).into_owned();
    assert!(among.status.code() == Some(2) && said.contains("among the documents"), "{said}");
}
