//! `candour check` shows a person what to look at, and tells by its status whether something stands.

use std::io::Write;

use candour::annotation::Severity;
use candour::reading::Reading;
use candour::report::Units;
use candour::report::text::check::{self, Shown};

use super::args::{Check, Common};
use super::baseline::Written;
use super::engine::{Engine, look};
use super::leaf::Leaf;
use super::marking::Marking;
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

/// What a thread makes of one document.
#[derive(Default)]
struct Page {
    shown: Shown,
    bytes: Vec<u8>,
    /// What stands in it, when that is asked for.
    baseline: Written,
}

pub(super) fn run(verb: Check, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    engine.spare(verb.html.as_deref())?;
    engine.spare(verb.write_baseline.as_deref())?;
    let edition = engine.edition(Units::default(), !verb.no_text);
    let look = look();
    let marking = verb
        .docx
        .as_deref()
        .map(|place| Marking::new(place, verb.most_comments, &engine))
        .transpose()?;
    let leaf = verb.html.as_deref().map(|place| Leaf::new(place, edition, &engine)).transpose()?;
    let reason = verb.reason.as_deref().unwrap_or_default();
    let page = |_: usize, reading: Reading<'_>| -> anyhow::Result<Page> {
        let mut page = Page::default();
        page.shown = check::write(&reading, &edition, &look, &mut page.bytes)?;
        if let (Some(marking), Ok(read)) = (&marking, &reading.outcome) {
            marking.write(read, &edition)?;
        }
        if let (Some(_), Ok(read)) = (&verb.write_baseline, &reading.outcome) {
            page.baseline.add(&reading.source, read, &edition, reason);
        }
        leaf.iter().try_for_each(|leaf| leaf.write(&reading))?;
        Ok(page)
    };
    let mut output = Output::to(None)?;
    let mut total = Shown::default();
    let mut baseline = Written::default();
    let ledger = engine.run(page, |page| {
        let page = page?;
        total.add(&page.shown);
        baseline.append(page.baseline);
        Ok(output.write_all(&page.bytes)?)
    })?;
    if let Some(place) = &verb.write_baseline {
        baseline.write(place, common.quiet)?;
    }
    if total.documents() > 0 {
        total.close(&look, &mut output)?;
    }
    output.finish()?;
    let least: Option<Severity> = verb.fail_on.into();
    match exit_after(&ledger) {
        Exit::Done if least.is_some_and(|least| total.at_least(least) > 0) => Ok(Exit::Stands),
        exit => Ok(exit),
    }
}
