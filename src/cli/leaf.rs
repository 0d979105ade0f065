//! A `Leaf` is the page for the browser that a check writes of the one document that it reads.

use std::path::Path;

use anyhow::bail;
use candour::reading::Reading;
use candour::report::Edition;
use candour::report::web::check;

use super::engine::Engine;
use super::output::Output;
use super::say;

/// Where the page goes, and under which terms.
pub(super) struct Leaf<'e> {
    place: &'e Path,
    edition: Edition<'e>,
    quiet: bool,
}

impl<'e> Leaf<'e> {
    /// The page of the one input of `engine`.
    pub(super) fn new(place: &'e Path, edition: Edition<'e>, engine: &Engine) -> anyhow::Result<Self> {
        if engine.walk.inputs.len() > 1 {
            bail!("--html of check is the page of one document; `candour scan --html FOLDER` writes pages of many");
        }
        let quiet = engine.settings.quiet;
        Ok(Self { place, edition, quiet })
    }

    /// Writes the page of `reading`, unless it failed.
    pub(super) fn write(&self, reading: &Reading<'_>) -> anyhow::Result<()> {
        if reading.outcome.is_err() {
            return Ok(());
        }
        let mut output = Output::to(Some(self.place))?;
        check::write(reading, &self.edition, &mut output)?;
        output.finish()?;
        if !self.quiet {
            let (place, repeats) = (self.place.display(), self.edition.excerpts);
            let keep = if repeats {
                ", which repeats words of the document: keep it as safe as that"
            } else {
                ", without the document's words"
            };
            say(format_args!("candour: page written to {place}{keep}"));
        }
        Ok(())
    }
}
