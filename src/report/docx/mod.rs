//! The marked-up copy of a Word document: the same file with a comment on the words of each remark, and nothing else
//! changed.
//!
//! [`remark`] chooses what is said, `splice` sets the marks of comments between the bytes of the main part, `comments`
//! writes their words, `wiring` makes both known to the package, and `zip` packs it; parts that do not change are copied as
//! they are packed.

mod comments;
mod remark;
mod run;
mod splice;
mod wiring;
mod zip;

use std::fmt;

use crate::input::docx::Docx;
use crate::input::xml::{WORD, WORD_STRICT};
use crate::input::{ReadError, Revision};
use crate::reading::Read;
use crate::report::Edition;

use comments::Comments;
use splice::Splice;

/// Who wrote candour's comments.
pub const AUTHOR: &str = "candour";
/// The most comments that are written when nobody says otherwise.
pub const MOST_COMMENTS: usize = 300;

/// A marked-up copy.
#[derive(Debug)]
pub struct Marked {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// How many comments were written, the last that counts what was left out among them.
    pub comments: usize,
}

/// Why a copy could not be marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkError {
    /// The document is not the one that was read, or was not read as if all changes were accepted.
    OtherText,
    /// The document itself cannot be read.
    Read(ReadError),
}

impl fmt::Display for MarkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherText => f.write_str("changed while it was read; try again"),
            Self::Read(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for MarkError {}

impl From<ReadError> for MarkError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

/// The copy of the Word document `bytes`, which was read as `read`, with at most `most` comments. Comments of other people
/// stay; those of an earlier copy are replaced.
///
/// # Errors
/// When `bytes` are no Word document, or not the one that was read.
pub fn mark_up(bytes: &[u8], read: &Read<'_>, edition: &Edition<'_>, most: usize) -> Result<Marked, MarkError> {
    let docx = Docx::read(bytes, Revision::Final)?;
    if docx.text.content != read.scan.text.content {
        return Err(MarkError::OtherText);
    }
    let remarks = remark::choose(read, edition, most);
    let known = docx.relations.iter().find(|it| it.kind == "comments").map(|it| it.target.clone());
    let written = match &known {
        Some(name) => docx.package.xml(name)?,
        None => None,
    };
    let word = if docx.source.contains(WORD_STRICT) { WORD_STRICT } else { WORD };
    let earlier = Comments::read(written.as_deref(), word)?;
    let mut splice = Splice::new(&docx, earlier.next_id());
    splice.remove(earlier.own())?;
    let placed: Vec<&remark::Remark> = remarks.iter().filter(|remark| splice.mark(remark.span).is_some()).collect();
    let main = splice.finish();
    let comments = earlier.with(&placed)?;
    let name = match known.filter(|_| written.is_some()) {
        Some(name) => name,
        None => wiring::free_name(&docx),
    };
    let mut parts = wiring::known(&docx, &name)?;
    parts.push((docx.main.clone(), main));
    parts.push((name, comments));
    Ok(Marked {
        bytes: zip::pack(&docx.package, &parts)?,
        comments: placed.len(),
    })
}
