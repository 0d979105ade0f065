//! `candour evaluate` holds the marks of the rules against documents that a person labelled.

use std::path::Path;

use anyhow::{Context, bail};
use candour::annotation::Severity;
use candour::batch::{self, Input};
use candour::evaluate::{FORM, Gold, Saved, Tally};
use candour::report::json;
use candour::report::text::evaluation;
use candour::scan::scan;

use super::Exit;
use super::args::{self, Common, SummaryFormat};
use super::output::Output;
use super::settings::Settings;

/// What a labelled document's name ends in; the ending before it tells the format.
const ENDING: &str = ".gold";

pub(super) fn run(verb: args::Evaluate, common: &Common) -> anyhow::Result<Exit> {
    let settings = Settings::new(verb.rules, common)?;
    let catalogue = settings.catalogue()?;
    let walk = batch::walk_for(&verb.gold, &[&ENDING[1..]]);
    if walk.inputs.is_empty() {
        bail!("there is no labelled document (*{ENDING}) among the inputs");
    }
    let grave = |rule: &str| catalogue.rule(rule).map_or(Severity::Info, |rule| rule.severity);
    let mut tally = Tally::default();
    for input in &walk.inputs {
        let path = input.path();
        let bytes = batch::read(input, candour::input::MAX_BYTES).map_err(|failure| anyhow::anyhow!("{path} {}", failure.message))?;
        let labelled = candour::input::read("labels.txt", &bytes).with_context(|| path.clone())?;
        let gold = Gold::parse(&labelled.content).with_context(|| path.clone())?;
        let name = path.strip_suffix(ENDING).unwrap_or(&path);
        let text = candour::input::read(name, gold.content.as_bytes()).with_context(|| path.clone())?;
        let scan = scan(text, &catalogue, settings.as_of.as_deref());
        let language: Vec<_> = scan.annotations.into_iter().filter(|a| catalogue.rule(&a.rule).is_some()).collect();
        tally.add(name, &gold, &language, grave);
    }
    let run = Saved::of(&tally, catalogue.rules_sha256());
    let mut output = Output::to(verb.output.as_deref())?;
    match verb.format {
        SummaryFormat::Json => json::evaluation::write(&run, &mut output)?,
        SummaryFormat::Text => {
            evaluation::write(&tally, verb.outcomes, &mut output)?;
            if let Some(path) = &verb.against {
                let before = saved(path)?;
                evaluation::changes(&run, &before, &mut output)?;
            }
        }
    }
    output.finish()?;
    Ok(Exit::Done)
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
