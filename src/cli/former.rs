//! A `Former` is the output of an earlier run, whole or cut off, as far as a new run may leave it as it is.

#![expect(clippy::disallowed_methods, reason = "this file reads an earlier output")]

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use candour::reading::{Digest, Source};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// How every record begins.
const OPENING: &[u8] = b"{\"schema\":\"candour/document/1\",";
/// Bytes that are read at once.
const BUFFER: usize = 1 << 18;

/// The records of an earlier run.
pub(super) struct Former {
    pub(super) place: PathBuf,
    /// Where each whole line stands, in order.
    pub(super) lines: Vec<Range<u64>>,
    /// The documents that may stay.
    known: Arc<Known>,
}

/// The documents that may stay, by their paths.
#[derive(Default)]
pub(super) struct Known(HashMap<String, Kept>);

/// A document that may stay: the line of its record, its name and the sum of its bytes.
struct Kept {
    line: usize,
    name: String,
    sum: String,
}

impl Known {
    /// The line of the document from `source` with these `bytes`, if its record may stay as it is. The name that standard input is
    /// given may tell another format.
    pub(super) fn line_of(&self, source: &Source, bytes: &[u8]) -> Option<usize> {
        let kept = self.0.get(&source.path).filter(|kept| kept.name == source.name())?;
        (Digest::of(bytes).to_string() == kept.sum).then_some(kept.line)
    }
}

/// The part of a record that tells whether it may stay.
#[derive(Deserialize)]
struct Head {
    name: String,
    path: String,
    source_sha256: Option<String>,
    tool: Tool,
    error: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Tool {
    version: String,
    rules_sha256: String,
}

impl Former {
    /// What stands at `place`, as far as it was written with the rules and settings of `rules_sha256`.
    pub(super) fn read(place: &Path, rules_sha256: &str) -> anyhow::Result<Self> {
        let mut former = Self {
            place: place.to_owned(),
            lines: vec![],
            known: Arc::default(),
        };
        let file = match File::open(place) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(former),
            Err(error) => return Err(error).with_context(|| format!("cannot go on with {}", place.display())),
        };
        let mut reader = Counting {
            reader: BufReader::with_capacity(BUFFER, file),
            at: 0,
        };
        if !is_ours(reader.reader.fill_buf()?) {
            bail!(
                "cannot go on with {}: it was not written by `candour scan --format jsonl`; nothing in it was changed",
                place.display()
            );
        }
        let mut known = Known::default();
        while former.line(&mut reader, rules_sha256, &mut known)? {}
        former.known = Arc::new(known);
        Ok(former)
    }

    /// Reads the next line; `false` at the end. Lines are read through, never held: a record may be larger than its document.
    fn line(&mut self, reader: &mut Counting, rules_sha256: &str, known: &mut Known) -> io::Result<bool> {
        let start = reader.at;
        let head = Head::deserialize(&mut Deserializer::from_reader(&mut *reader));
        let rest = reader.skip_line()?;
        if reader.at == start {
            return Ok(false);
        }
        if let (Ok(head), Some(0)) = (head, rest) {
            let tool = &head.tool;
            let same = tool.version == env!("CARGO_PKG_VERSION") && tool.rules_sha256 == rules_sha256;
            if let Some(sum) = head.source_sha256.filter(|_| same && head.error.is_none()) {
                let (line, name) = (self.lines.len(), head.name);
                known.0.entry(head.path).or_insert(Kept { line, name, sum });
            }
            self.lines.push(start..reader.at);
        }
        Ok(true)
    }

    /// The documents that may stay.
    pub(super) fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known)
    }

    /// Copies these bytes of the file to `out`.
    pub(super) fn copy(&self, stretch: Range<u64>, out: &mut impl Write) -> io::Result<()> {
        let mut file = File::open(&self.place)?;
        file.seek(SeekFrom::Start(stretch.start))?;
        io::copy(&mut file.take(stretch.end - stretch.start), out).map(|_| ())
    }
}

/// Whether a file that begins so is an output of ours, be it cut off ever so early.
fn is_ours(beginning: &[u8]) -> bool {
    let shared = beginning.len().min(OPENING.len());
    beginning[..shared] == OPENING[..shared]
}

/// A reader that counts what was read.
struct Counting {
    reader: BufReader<File>,
    at: u64,
}

impl Counting {
    /// Reads on to the end of the line; how many bytes stood before it, or `None` when the file ends first.
    fn skip_line(&mut self) -> io::Result<Option<usize>> {
        let read = self.reader.skip_until(b'\n')?;
        self.at += read as u64;
        let ended = self.ended_line(read)?;
        Ok(ended.then_some(read.saturating_sub(1)))
    }

    /// Whether the last byte of the `read` that were just read ended a line.
    fn ended_line(&mut self, read: usize) -> io::Result<bool> {
        if read == 0 {
            return Ok(false);
        }
        let mut last = [0];
        self.reader.seek_relative(-1)?;
        self.reader.read_exact(&mut last)?;
        Ok(last == *b"\n")
    }
}

impl Read for Counting {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(bytes)?;
        self.at += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_ours_however_early_it_breaks_off() {
        assert!(is_ours(b""));
        assert!(is_ours(b"{\"sch"));
        assert!(is_ours(b"{\"schema\":\"candour/document/1\",\"doc_id\""));
        assert!(!is_ours(b"{\"schema\":\"candour/run/1\","));
        assert!(!is_ours(b"My notes"));
    }
}
