//! An `Output` is where data goes: standard output, a file that is complete or not there, one that grows, or nowhere.

#![expect(clippy::disallowed_methods, reason = "this file writes the output")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 18;

/// Where data goes.
pub(super) enum Output {
    Stdout(BufWriter<StdoutLock<'static>>),
    File(Beside),
    Growing(BufWriter<File>),
    /// Nobody asked for the data.
    Nowhere,
}

/// A file that is written beside its place and renamed into it.
pub(super) struct Beside {
    writer: BufWriter<File>,
    path: PathBuf,
    place: PathBuf,
    finished: bool,
}

impl Output {
    /// The output to `place`, or to standard output. What is no plain file, such as a pipe, is written straight.
    pub(super) fn to(place: Option<&Path>) -> anyhow::Result<Self> {
        let Some(place) = place else {
            return Ok(Self::Stdout(BufWriter::with_capacity(BUFFER, io::stdout().lock())));
        };
        if place.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir()) {
            return Self::growing(place, 0);
        }
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

    /// The output to `place` itself, after the first `kept` bytes of what is there.
    pub(super) fn growing(place: &Path, kept: u64) -> anyhow::Result<Self> {
        let open = || {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(place)?;
            if file.metadata()?.is_file() {
                file.set_len(kept)?;
                file.seek(SeekFrom::End(0))?;
            }
            io::Result::Ok(file)
        };
        let file = open().with_context(|| format!("cannot write {}", place.display()))?;
        Ok(Self::Growing(BufWriter::with_capacity(BUFFER, file)))
    }

    /// Writes what is left, and puts a file into its place.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stdout(mut out) => Ok(out.flush()?),
            Self::Growing(mut out) => Ok(out.flush()?),
            Self::Nowhere => Ok(()),
            Self::File(mut file) => {
                let place = file.place.clone();
                file.rename(&place).with_context(|| format!("cannot write {}", place.display()))
            }
        }
    }

    /// Writes what is left of an output that is not whole. A file does not come into its place but beside it, under the name that is
    /// returned.
    pub(super) fn set_aside(self) -> anyhow::Result<Option<PathBuf>> {
        let Self::File(mut file) = self else {
            return self.finish().map(|()| None);
        };
        let mut name = file.place.clone().into_os_string();
        name.push(".part");
        let aside = PathBuf::from(name);
        file.rename(&aside).with_context(|| format!("cannot write {}", aside.display()))?;
        Ok(Some(aside))
    }
}

impl Beside {
    fn rename(&mut self, place: &Path) -> io::Result<()> {
        self.writer.flush()?;
        fs::rename(&self.path, place)?;
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
            Self::Growing(out) => out.write(bytes),
            Self::Nowhere => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(file) => file.writer.flush(),
            Self::Growing(out) => out.flush(),
            Self::Nowhere => Ok(()),
        }
    }
}
