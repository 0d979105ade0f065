//! `candour refs` shows what each action cites, which promises are kept, and what does not lead where it should.

use std::io::{self, Write};

use candour::reading::Reading;
use candour::report::Units;
use candour::report::text::refs;

use super::args::{Common, Refs};
use super::engine::{Engine, look};
use super::output::Output;
use super::settings::Settings;
use super::{Exit, exit_after};

pub(super) fn run(verb: Refs, common: &Common) -> anyhow::Result<Exit> {
    let engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    let edition = engine.edition(Units::default(), true);
    let look = look();
    let page = |_: usize, reading: Reading<'_>| -> io::Result<Vec<u8>> {
        let mut page = vec![];
        refs::write(&reading, &edition, &look, &mut page)?;
        Ok(page)
    };
    let mut output = Output::to(None)?;
    let failures = engine.run(page, |page| Ok(output.write_all(&page?)?))?;
    output.finish()?;
    Ok(exit_after(&failures))
}
