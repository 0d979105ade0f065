//! An `Input` is one thing to be read: a file, standard input, or a path at which there turned out to be nothing.
#![expect(clippy::disallowed_methods, reason = "this file reads the inputs")]

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::PathBuf;

use crate::input::bounds;
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

    /// Its size in bytes, as far as that can be told before it is read.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::File(path) => path.metadata().map_or(0, |data| data.len()),
            Self::Stdin | Self::Missing(..) => 0,
        }
    }
}

/// The bytes of `input`, `limit` of them at most.
///
/// # Errors
/// A named failure when they cannot be read or are too many.
pub fn read(input: &Input, limit: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = limit as u64 + 1;
    let read = match input {
        Input::Stdin => io::stdin().lock().take(most).read_to_end(&mut bytes),
        Input::File(path) => File::open(path).and_then(|file| {
            let size = file.metadata().map_or(0, |data| data.len());
            bytes.reserve_exact(size.min(most) as usize + 1);
            file.take(most).read_to_end(&mut bytes)
        }),
        Input::Missing(_, failure) => return Err(failure.clone()),
    };
    match read {
        Err(error) => Err(named(&error)),
        Ok(size) if size > limit => Err(bounds::FILE.beyond().into()),
        Ok(_) => Ok(bytes),
    }
}

/// The failure that an error of the system amounts to.
pub(super) fn named(error: &io::Error) -> Failure {
    let (cause, message) = match error.kind() {
        ErrorKind::NotFound => ("not-found", "is not there; check the name".to_owned()),
        ErrorKind::PermissionDenied => (
            "no-permission",
            "may not be read by you; ask its owner, or copy it to a folder of yours".to_owned(),
        ),
        ErrorKind::IsADirectory => ("not-a-file", "is a folder where a file was expected".to_owned()),
        _ => ("unreadable", format!("cannot be read: {error}")),
    };
    Failure { cause, message }
}
