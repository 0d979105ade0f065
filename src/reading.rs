//! A `Reading` is one input of a run: where it came from, and its scan or the reason why there is none.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::annotation::{Annotation, Severity, Voice};
use crate::identity::{Accepted, Id, ids};
use crate::input::{self, ReadError, Revision, Taken};
use crate::scan::Scan;
use crate::text::Text;

/// A SHA-256 sum; 64 hexadecimal digits when shown, or fewer: `{:.32}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The sum of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(64);
        self.0.iter().take(digits / 2).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Where an input came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as it was given, never made absolute; "-" for standard input.
    pub path: String,
    /// The name that standard input was given; it stands for the file's own.
    pub given: Option<String>,
    /// Size and sum of its bytes; `None` when they could not be read.
    pub bytes: Option<(u64, Digest)>,
}

impl Source {
    /// The source at `path` before its bytes are read.
    #[must_use]
    pub const fn at(path: String) -> Self {
        Self {
            path,
            given: None,
            bytes: None,
        }
    }

    /// The path as people read it.
    #[must_use]
    pub fn shown(&self) -> &str {
        match &self.given {
            Some(name) => name,
            None if self.path == "-" => "standard input",
            None => &self.path,
        }
    }

    /// The file's name without its folders.
    #[must_use]
    pub fn name(&self) -> &str {
        let path = self.given.as_ref().unwrap_or(&self.path);
        path.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or(path)
    }
}

/// Why an input could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The cause in one word for programs: "not-found".
    pub cause: &'static str,
    /// What went wrong and what to do, for people: the rest of a sentence that begins with the file's name. It never
    /// holds the document's words.
    pub message: String,
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self {
            cause: error.cause(),
            message: error.to_string(),
        }
    }
}

/// A document that was read and scanned.
#[derive(Debug)]
pub struct Read<'p> {
    /// What was learnt.
    pub scan: Scan<'p>,
    /// The ids of its annotations, in their order.
    pub ids: Vec<Id>,
    /// The sum of the text's own bytes.
    pub text_sha256: Digest,
}

/// One input, read or failed.
#[derive(Debug)]
pub struct Reading<'p> {
    /// Where it came from.
    pub source: Source,
    /// What came of it.
    pub outcome: Result<Read<'p>, Failure>,
}

impl<'p> Reading<'p> {
    /// The reading of `bytes` that stood at `path`; `scan` does all the work after the text is known.
    pub fn new(path: String, bytes: Vec<u8>, scan: impl FnOnce(Text) -> Scan<'p>) -> Self {
        let read = |name: &str, bytes| Ok(input::take(name, bytes, Revision::Final)?);
        Self::through(path, bytes, read, scan)
    }

    /// The same where `read` turns a name and bytes into a text.
    pub fn through(
        path: String,
        bytes: Vec<u8>,
        read: impl FnOnce(&str, Vec<u8>) -> Result<Taken, Failure>,
        scan: impl FnOnce(Text) -> Scan<'p>,
    ) -> Self {
        let sum = Digest::of(&bytes);
        let source = Source {
            bytes: Some((bytes.len() as u64, sum)),
            ..Source::at(path)
        };
        let outcome = match read(source.name(), bytes) {
            Ok(Taken { text, same }) => {
                let text_sha256 = if same { sum } else { Digest::of(text.content.as_bytes()) };
                Ok(Read::new(scan(text), text_sha256))
            }
            Err(failure) => Err(failure),
        };
        Self { source, outcome }
    }

    /// The reading of an input whose bytes never came.
    #[must_use]
    pub fn failed(path: String, failure: Failure) -> Self {
        Self {
            source: Source::at(path),
            outcome: Err(failure),
        }
    }
}

impl<'p> Read<'p> {
    /// A read document.
    #[must_use]
    pub fn new(scan: Scan<'p>, text_sha256: Digest) -> Self {
        let ids = ids(&scan.text, &scan.annotations);
        Self { scan, ids, text_sha256 }
    }

    /// The annotations that stand against the author, with their index: not accepted, not for information only, and the
    /// author's own words or what the author reports. These are what is shown and counted; the JSON holds all.
    pub fn standing<'r>(&'r self, accepted: &'r Accepted) -> impl Iterator<Item = (usize, &'r Annotation<'p>)> {
        let annotations = self.scan.annotations.iter().enumerate();
        annotations.filter(|&(at, annotation)| stands(annotation) && accepted.reason(self.ids[at]).is_none())
    }
}

fn stands(annotation: &Annotation<'_>) -> bool {
    annotation.severity > Severity::Info && matches!(annotation.voice, Voice::Own | Voice::Reported)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_shows_as_many_digits_as_asked() {
        let sum = Digest::of(b"");
        assert_eq!(format!("{sum:.32}"), "e3b0c44298fc1c149afbf4c8996fb924");
        assert_eq!(sum.to_string().len(), 64);
    }

    #[test]
    fn the_name_is_the_last_part_of_the_path() {
        let source = |path: &str| Source::at(path.into());
        assert_eq!(source("a/b/minutes 3.md").name(), "minutes 3.md");
        assert_eq!(source("-").name(), "-");
        let given = Source {
            given: Some("drafts/plan.html".into()),
            ..source("-")
        };
        assert_eq!((given.name(), given.path.as_str()), ("plan.html", "-"));
    }
}
