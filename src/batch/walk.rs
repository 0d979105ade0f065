//! A `Walk` is the list of inputs that the given paths stand for: files as they are, folders as the files in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::read::{Input, named};
use crate::input::ENDINGS;
use crate::reading::Failure;

/// What a list of paths stands for.
#[derive(Debug, Default)]
pub struct Walk {
    /// The inputs, in the order given, those of a folder by name.
    pub inputs: Vec<Input>,
    /// How many files of folders were passed over for their ending, by ending.
    pub passed_over: BTreeMap<String, usize>,
}

/// Finds the inputs that `paths` stand for. Hidden files are left alone; links to folders are not followed.
#[must_use]
pub fn walk(paths: &[PathBuf]) -> Walk {
    walk_for(paths, ENDINGS)
}

/// The same for files of folders whose names end in one of `endings` (lower case, without the point).
#[must_use]
pub fn walk_for(paths: &[PathBuf], endings: &[&str]) -> Walk {
    let mut walk = Walk::default();
    for path in paths {
        if path.as_os_str() == "-" {
            walk.inputs.push(Input::Stdin);
        } else if path.is_dir() {
            walk.folder(path, endings);
        } else {
            walk.inputs.push(Input::File(path.clone()));
        }
    }
    walk
}

impl Walk {
    fn folder(&mut self, folder: &Path, endings: &[&str]) {
        let before = self.inputs.len();
        let entries = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .sort_by_file_name(Ord::cmp)
            .build();
        for entry in entries {
            match entry {
                Ok(entry) if entry.path().is_file() => self.file(entry.into_path(), endings),
                Ok(_) => {}
                Err(error) => self.inputs.push(lost(folder, error)),
            }
        }
        if self.inputs.len() == before {
            let failure = Failure {
                cause: "empty-folder",
                message: format!("is a folder without a file that ends in .{}", endings.join(", .")),
            };
            self.inputs.push(Input::Missing(folder.to_owned(), failure));
        }
    }

    fn file(&mut self, path: PathBuf, endings: &[&str]) {
        let ending = path
            .extension()
            .map_or_else(String::new, |e| e.to_string_lossy().to_ascii_lowercase());
        // Word leaves a small file of that name beside a document that is open.
        let lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
        if endings.contains(&ending.as_str()) && !lock {
            self.inputs.push(Input::File(path));
        } else {
            *self.passed_over.entry(ending).or_default() += 1;
        }
    }
}

/// The input that stands for a place in `folder` that could not be listed.
fn lost(folder: &Path, error: ignore::Error) -> Input {
    let path = place(&error).unwrap_or(folder).to_owned();
    let failure = error.into_io_error().map_or_else(unlisted, |error| named(&error));
    Input::Missing(path, failure)
}

/// The path that a walker's error speaks of.
fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        _ => None,
    }
}

fn unlisted() -> Failure {
    Failure {
        cause: "unreadable",
        message: "cannot be listed".to_owned(),
    }
}
