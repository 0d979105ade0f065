//! An `Input` is one thing to be read: a file, standard input, or a path at which there turned out to be nothing.
#![expect(clippy::disallowed_methods, reason = "this file reads the inputs")]

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::PathBuf;

use crate::reading::Failure;

/// Where the bytes of one document are.
#[derive(Clone, Debug)]
pub enum Input {
    /// Standard input, written `-`.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A path that could not even be listed, and why.
    Missing(PathBuf, Failure),
}

impl Input {
    /// The path as given; "-" for standard input.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path) | Self::Missing(path, _) => path.to_string_lossy().into_owned(),
        }
    }
}

/// The bytes of `input`, `limit` of them at most.
///
/// # Errors
/// A named failure when they cannot be read or are too many.
pub fn read(input: &Input, limit: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = match input {
        Input::Stdin => io::stdin().lock().take(limit + 1).read_to_end(&mut bytes),
        Input::File(path) => File::open(path).and_then(|file| {
            let size = file.metadata().map_or(0, |data| data.len());
            bytes.reserve_exact(size.min(limit) as usize);
            file.take(limit + 1).read_to_end(&mut bytes)
        }),
        Input::Missing(_, failure) => return Err(failure.clone()),
    };
    match read {
        Err(error) => Err(named(&error)),
        Ok(size) if size as u64 > limit => Err(Failure {
            cause: "too-large",
            message: format!("it is larger than {} MB; split it into parts", limit / 1_000_000),
        }),
        Ok(_) => Ok(bytes),
    }
}

/// The failure that an error of the system amounts to.
pub(super) fn named(error: &io::Error) -> Failure {
    let (cause, message) = match error.kind() {
        ErrorKind::NotFound => ("not-found", "there is no such file or folder; check the name".to_owned()),
        ErrorKind::PermissionDenied => (
            "no-permission",
            "you may not read it; ask its owner, or copy it to a folder of yours".to_owned(),
        ),
        ErrorKind::IsADirectory => ("not-a-file", "it is a folder where a file was expected".to_owned()),
        _ => ("unreadable", format!("it cannot be read: {error}")),
    };
    Failure { cause, message }
}
