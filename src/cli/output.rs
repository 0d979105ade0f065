//! An `Output` is where data goes: standard output, a file that is complete or not there, one that grows, or nowhere.

#![expect(clippy::disallowed_methods, reason = "this file writes the output")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Sink, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Context;

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 18;

/// The files that are being written beside their places: whoever ends the program at once takes them away, as they hold words of
/// documents.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Takes away what is not whole, before the program ends at once.
pub(super) fn abandon() {
    for path in unfinished().drain(..) {
        let _ = fs::remove_file(path);
    }
}

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where data goes.
pub(super) enum Output {
    Stdout(BufWriter<StdoutLock<'static>>),
    File(Beside),
    Growing(Growing),
    /// Nobody asked for the data.
    Nowhere(Sink),
}

/// A file that grows at its place.
pub(super) struct Growing {
    writer: BufWriter<File>,
    place: PathBuf,
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
        unfinished().push(path.clone());
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
        Ok(Self::Growing(Growing {
            writer: BufWriter::with_capacity(BUFFER, file),
            place: place.to_owned(),
        }))
    }

    /// Writes what is left, and puts a file into its place.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.flush()?;
        if let Self::File(mut file) = self {
            let place = file.place.clone();
            file.rename(&place).with_context(|| format!("cannot write {}", place.display()))?;
        }
        Ok(())
    }

    /// Writes what is left of an output that is not whole. A file does not come into its place but beside it, under the name that is
    /// returned.
    pub(super) fn set_aside(mut self) -> anyhow::Result<Option<PathBuf>> {
        self.flush()?;
        let Self::File(mut file) = self else {
            return Ok(None);
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
        fs::rename(&self.path, place)?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        unfinished().retain(|path| *path != self.path);
        if !self.finished {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Output {
    /// What is written to.
    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Stdout(out) => out,
            Self::File(file) => &mut file.writer,
            Self::Growing(file) => &mut file.writer,
            Self::Nowhere(sink) => sink,
        }
    }

    /// `error`, with the name of what could not be written.
    fn named(&self, error: &io::Error) -> io::Error {
        let (name, hint) = match self {
            Self::Stdout(_) | Self::Nowhere(_) => ("standard output".to_owned(), ""),
            Self::File(file) => (file.place.display().to_string(), ""),
            Self::Growing(file) => (
                file.place.display().to_string(),
                "; the whole records in it stay, and the same command with --resume adds those that are missing",
            ),
        };
        io::Error::new(error.kind(), format!("cannot write {name}: {error}{hint}"))
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes).map_err(|error| self.named(&error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush().map_err(|error| self.named(&error))
    }
}
