//! `candour evaluate` holds what the program says against documents that a person labelled.

use std::path::Path;

use anyhow::{Context, bail};
use candour::annotation::Severity;
use candour::batch::{self, Input};
use candour::evaluate::{FORM, Gold, LinkTally, Planted, Saved, Tally};
use candour::patterns::Catalogue;
use candour::report::json;
use candour::report::text::evaluation;
use candour::scan::scan;

use super::Exit;
use super::args::{self, Common, SummaryFormat};
use super::output::Output;
use super::settings::Settings;

/// What the names of documents labelled for language, and for what leads where, end in; the ending before it tells the format.
const LANGUAGE: &str = "gold";
const LINKS: &str = "links";

/// The counts of both kinds of labelled documents.
#[derive(Default)]
struct Tallies {
    language: Tally,
    links: LinkTally,
}

pub(super) fn run(verb: args::Evaluate, common: &Common) -> anyhow::Result<Exit> {
    let settings = Settings::new(verb.rules, common)?;
    let catalogue = settings.catalogue()?;
    let walk = batch::walk_for(&verb.gold, &[LANGUAGE, LINKS]);
    if walk.inputs.is_empty() {
        bail!("there is no labelled document (*.{LANGUAGE}, *.{LINKS}) among the inputs");
    }
    let mut tallies = Tallies::default();
    for input in &walk.inputs {
        let path = input.path();
        let mut add = || -> anyhow::Result<()> {
            let bytes = batch::read(input, candour::input::MAX_BYTES).map_err(|failure| anyhow::anyhow!(failure.message))?;
            let labelled = candour::input::read("labels.txt", &bytes)?;
            tallies.add(&path, &labelled.content, &catalogue, settings.as_of.as_deref())
        };
        add().with_context(|| path.clone())?;
    }
    let (tally, links) = (tallies.language, tallies.links);
    let run = Saved::of(&tally, &links, catalogue.rules_sha256());
    let mut output = Output::to(verb.output.as_deref())?;
    match verb.format {
        SummaryFormat::Json => json::evaluation::write(&run, &mut output)?,
        SummaryFormat::Text => {
            if !tally.verdicts.is_empty() {
                evaluation::write(&tally, verb.outcomes, &mut output)?;
            }
            if !links.verdicts.is_empty() {
                evaluation::links(&links, verb.outcomes, &mut output)?;
            }
            if let Some(path) = &verb.against {
                let before = saved(path)?;
                evaluation::changes(&run, &before, &mut output)?;
            }
        }
    }
    output.finish()?;
    Ok(Exit::Done)
}

impl Tallies {
    /// Scans the labelled document at `path` and counts it.
    fn add(&mut self, path: &str, labelled: &str, catalogue: &Catalogue, as_of: Option<&str>) -> anyhow::Result<()> {
        let (name, kind) = path.rsplit_once('.').unwrap_or((path, LANGUAGE));
        let read = |content: &str| candour::input::read(name, content.as_bytes());
        if kind == LINKS {
            let planted = Planted::parse(labelled)?;
            self.links.add(name, &planted, &scan(read(&planted.content)?, catalogue, as_of));
            return Ok(());
        }
        let gold = Gold::parse(labelled)?;
        let grave = |rule: &str| catalogue.rule(rule).map_or(Severity::Info, |rule| rule.severity);
        let mut marks = scan(read(&gold.content)?, catalogue, as_of).annotations;
        marks.retain(|it| catalogue.rule(it.rule).is_some());
        self.language.add(name, &gold, &marks, grave);
        Ok(())
    }
}

/// The run that was saved at `path`.
fn saved(path: &Path) -> anyhow::Result<Saved> {
    let name = path.display();
    let bytes = batch::read(&Input::File(path.to_owned()), candour::input::MAX_BYTES)
        .map_err(|failure| anyhow::anyhow!("{name} {}", failure.message))?;
    let run: Saved = serde_json::from_slice(&bytes).with_context(|| format!("{name} is no saved evaluation"))?;
    if run.schema != FORM {
        bail!("{name} is no saved evaluation of this version: it says {}, not {FORM}", run.schema);
    }
    Ok(run)
}
