//! A `PackError` is one thing that is wrong in a pack: which file, which line, what.

use std::fmt;

/// One problem of one pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// The pack's name, usually its file name.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong, a sentence without its full stop.
    pub problem: String,
}

/// All problems of all packs that were read together, in the order of the files and their lines; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackErrors(pub Vec<PackError>);

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

impl fmt::Display for PackErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, error) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for PackError {}
impl std::error::Error for PackErrors {}

/// Collects the problems of one pack; a byte offset in its TOML becomes a line.
pub(super) struct Problems<'s> {
    file: &'s str,
    toml: &'s str,
    found: Vec<PackError>,
}

impl<'s> Problems<'s> {
    pub(super) fn of(file: &'s str, toml: &'s str) -> Self {
        Self {
            file,
            toml,
            found: Vec::new(),
        }
    }

    /// Notes a problem at byte `at` of the TOML.
    pub(super) fn note(&mut self, at: usize, problem: impl Into<String>) {
        self.found.push(PackError {
            file: self.file.to_owned(),
            line: line_at(self.toml, at),
            problem: problem.into(),
        });
    }

    /// The problems found, by line.
    pub(super) fn finish(mut self) -> Vec<PackError> {
        self.found.sort_by_key(|e| e.line);
        self.found
    }
}

/// The line, from 1, of byte `at`.
pub(super) fn line_at(toml: &str, at: usize) -> u32 {
    let before = &toml.as_bytes()[..at.min(toml.len())];
    1 + before.iter().filter(|&&b| b == b'\n').count() as u32
}
