//! The `Marking` is the marked-up copy of the one Word document that a check reads.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, bail};
use candour::batch::{self, Input};
use candour::input::{MAX_BYTES, Revision};
use candour::reading::Read;
use candour::report::Edition;
use candour::report::docx::mark_up;
use candour::text::Format;

use super::engine::Engine;
use super::output::Output;
use super::say;

/// What is to be marked up, and where the copy goes.
pub(super) struct Marking<'e> {
    place: &'e Path,
    most: usize,
    input: &'e Input,
    quiet: bool,
}

impl<'e> Marking<'e> {
    /// The marking of the one input of `engine`.
    pub(super) fn new(place: &'e Path, most: usize, engine: &'e Engine) -> anyhow::Result<Self> {
        let [input @ (Input::File(_) | Input::Missing(..))] = engine.walk.inputs.as_slice() else {
            bail!("--docx marks up one Word document; name that file and no other");
        };
        if engine.revision == Revision::Original {
            bail!("--docx marks up a document as it stands; it does not go with --view original");
        }
        Ok(Self {
            place,
            most,
            input,
            quiet: engine.settings.quiet,
        })
    }

    /// Writes the copy of the document that was read as `read`.
    pub(super) fn write(&self, read: &Read<'_>, edition: &Edition<'_>) -> anyhow::Result<()> {
        let path = self.input.path();
        if read.scan.text.format != Format::Docx {
            bail!("--docx marks up Word documents, and {path} is none; save it as .docx for that");
        }
        let bytes = batch::read(self.input, MAX_BYTES).map_err(|failure| anyhow::anyhow!("{path} {}", failure.message))?;
        let marked = mark_up(&bytes, read, edition, self.most).with_context(|| path.clone())?;
        let mut output = Output::to(Some(self.place))?;
        output.write_all(&marked.bytes)?;
        output.finish()?;
        if !self.quiet {
            let comments = if marked.comments == 1 { "comment" } else { "comments" };
            say(format_args!("candour: {} {comments} in {}", marked.comments, self.place.display()));
        }
        Ok(())
    }
}
