//! A `Walk` is the list of inputs that the given paths stand for: files as they are, folders as the files in them.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
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
    /// Links in folders that lead to folders: they are not followed, as they may lead back.
    pub links: Vec<PathBuf>,
}

/// The cause of a folder that is named like a document.
const NOT_A_FILE: &str = "not-a-file";

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
    /// Whether the file at `place` is one of the inputs, under whatever name.
    #[must_use]
    pub fn holds(&self, place: &Path) -> bool {
        let Ok((data, place)) = place.metadata().and_then(|data| Ok((data, place.canonicalize()?))) else {
            return false;
        };
        let same =
            |path: &PathBuf| path.metadata().is_ok_and(|it| it.len() == data.len()) && path.canonicalize().is_ok_and(|it| it == place);
        let files = self.inputs.iter().filter_map(|input| match input {
            Input::File(path) => Some(path),
            _ => None,
        });
        data.is_file() && files.into_iter().any(same)
    }

    /// Whether something in a folder was passed over, or not followed.
    #[must_use]
    pub fn left_out(&self) -> bool {
        !self.passed_over.is_empty() || !self.links.is_empty()
    }

    fn folder(&mut self, folder: &Path, endings: &[&str]) {
        let before = self.inputs.len();
        let entries = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .sort_by_file_name(Ord::cmp)
            .build();
        for entry in entries {
            match entry {
                Ok(entry) if entry.depth() > 0 => self.entry(entry.into_path(), endings),
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

    /// Takes what stands at `path` in a folder: whatever is named like a document is accounted for.
    fn entry(&mut self, path: PathBuf, endings: &[&str]) {
        match path.metadata() {
            Ok(data) if data.is_dir() && path.is_symlink() => self.links.push(path),
            Ok(data) if data.is_dir() => {
                let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
                if ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
                    self.push(Input::Missing(path, folder()));
                }
            }
            found => self.file(path, found.map(|data| data.is_file()), endings),
        }
    }

    fn file(&mut self, path: PathBuf, plain: io::Result<bool>, endings: &[&str]) {
        let ending = path
            .extension()
            .map_or_else(String::new, |e| e.to_string_lossy().to_ascii_lowercase());
        // Word leaves a small file of that name beside a document that is open.
        let lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
        if endings.contains(&ending.as_str()) && !lock {
            self.push(match plain {
                Ok(true) => Input::File(path),
                Ok(false) => Input::Missing(path, no_file("is a pipe or a device and no file, and is left alone")),
                Err(error) => absent(path, &error),
            });
        } else {
            *self.passed_over.entry(ending).or_default() += 1;
        }
    }

    /// Takes an input of a folder. The folder above it is then no document that turned out to be a folder.
    fn push(&mut self, input: Input) {
        if let (Some(Input::Missing(folder, failure)), Input::File(path) | Input::Missing(path, _)) = (self.inputs.last(), &input)
            && failure.cause == NOT_A_FILE
            && path.starts_with(folder)
        {
            self.inputs.pop();
        }
        self.inputs.push(input);
    }
}

/// The input that stands for `path`, of which `error` is known.
fn absent(path: PathBuf, error: &io::Error) -> Input {
    // A link to itself is an error without a name of its own.
    let nowhere = path.is_symlink() && error.kind() != ErrorKind::PermissionDenied;
    let failure = match nowhere {
        true => Failure {
            cause: "not-found",
            message: "is a link that leads nowhere; mend it or take it away".to_owned(),
        },
        false => named(error),
    };
    Input::Missing(path, failure)
}

fn folder() -> Failure {
    no_file("is a folder where a file was expected, and holds no document")
}

fn no_file(message: &str) -> Failure {
    Failure {
        cause: NOT_A_FILE,
        message: message.to_owned(),
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
