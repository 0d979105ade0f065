//! An `Output` is where data goes: standard output, or a file that is complete or not there.

#![expect(clippy::disallowed_methods, reason = "this file writes the output")]

use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 18;

/// Where data goes.
pub(super) enum Output {
    Stdout(BufWriter<StdoutLock<'static>>),
    File(Beside),
}

/// A file that is written beside its place and renamed into it.
pub(super) struct Beside {
    writer: BufWriter<File>,
    path: PathBuf,
    place: PathBuf,
    finished: bool,
}

impl Output {
    /// The output to `place`, or to standard output.
    pub(super) fn to(place: Option<&Path>) -> anyhow::Result<Self> {
        let Some(place) = place else {
            return Ok(Self::Stdout(BufWriter::with_capacity(BUFFER, io::stdout().lock())));
        };
        let name = place
            .file_name()
            .with_context(|| format!("{} is no name for a file", place.display()))?;
        let path = place.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
        let file = File::create(&path).with_context(|| format!("cannot write {}", place.display()))?;
        Ok(Self::File(Beside {
            writer: BufWriter::with_capacity(BUFFER, file),
            path,
            place: place.to_owned(),
            finished: false,
        }))
    }

    /// Writes what is left, and puts a file into its place.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stdout(mut out) => Ok(out.flush()?),
            Self::File(mut file) => file.finish().with_context(|| format!("cannot write {}", file.place.display())),
        }
    }
}

impl Beside {
    fn finish(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        fs::rename(&self.path, &self.place)?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(file) => file.writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(file) => file.writer.flush(),
        }
    }
}
