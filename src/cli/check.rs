//! `candour check` shows a person what to look at, and tells by its status whether something stands.

use std::io::Write;

use candour::annotation::Severity;
use candour::reading::Reading;
use candour::report::text::check::{self, Shown};
use candour::report::{Edition, Units};

use super::args::{Check, Common};
use super::engine::{Engine, look};
use super::leaf::Leaf;
use super::marking::Marking;
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: Check, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    let edition = engine.edition(Units::default(), true);
    let look = look();
    let marking = verb
        .docx
        .as_deref()
        .map(|place| Marking::new(place, verb.most_comments, &engine))
        .transpose()?;
    let on_page = Edition {
        excerpts: !verb.no_text,
        ..edition
    };
    let leaf = verb.html.as_deref().map(|place| Leaf::new(place, on_page, &engine)).transpose()?;
    let page = |_: usize, reading: Reading<'_>| -> anyhow::Result<(Shown, Vec<u8>)> {
        let mut page = vec![];
        let shown = check::write(&reading, &edition, &look, &mut page)?;
        if let (Some(marking), Ok(read)) = (&marking, &reading.outcome) {
            marking.write(read, &edition)?;
        }
        leaf.iter().try_for_each(|leaf| leaf.write(&reading))?;
        Ok((shown, page))
    };
    let mut output = Output::to(None)?;
    let mut total = Shown::default();
    let ledger = engine.run(page, |page| {
        let (shown, page) = page?;
        total.add(&shown);
        Ok(output.write_all(&page)?)
    })?;
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
