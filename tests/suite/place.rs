//! A `Place` is a folder of a test's own, gone when the test ends, in which the command is run; and what tests ask of any document.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use candour::text::{MarkKind, Text};

/// A folder of a test's own.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("place-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn write(&self, name: &str, content: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs `candour` here. Colour and settings of the person who runs the tests stay out of it.
    pub(crate) fn candour(&self, args: &[&str], stdin: &str) -> Output {
        self.candour_of(args, stdin.as_bytes())
    }

    /// The same with any bytes on standard input, written while it answers.
    pub(crate) fn candour_of(&self, args: &[&str], stdin: &[u8]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(args)
            .current_dir(&self.0)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        thread::scope(|scope| {
            scope.spawn(move || pipe.write_all(stdin));
            child.wait_with_output().unwrap()
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Holds a document of the corpus against the one that a test makes of it; `UPDATE=1` writes it anew.
pub(crate) fn hold_made(name: &str, made: &[u8]) {
    let path = corpus().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, made).unwrap();
    }
    let kept = fs::read(&path).unwrap_or_default();
    let text = |bytes: &[u8]| candour::input::read(name, bytes).map(|text| text.content);
    assert_eq!(text(&kept), text(made), "{name} is not what it is made of; UPDATE=1 writes it anew");
}

/// The paragraphs of `text`, each with the number that is printed before it.
pub(crate) fn printed(text: &Text) -> Vec<String> {
    let mut label = String::new();
    let mut found = vec![];
    for mark in &text.marks {
        match &mark.kind {
            MarkKind::Label(words) => label = format!("{words} "),
            _ => found.push(std::mem::take(&mut label) + text.slice(mark.span)),
        }
    }
    found
}

/// The folder of the crate's own documents.
pub(crate) fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus")
}
