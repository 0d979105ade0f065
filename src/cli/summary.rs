//! `candour summary` says with figures how the language of documents is, for a quality lead's report.

use candour::annotation::Severity;
use candour::batch;
use candour::reading::Source;
use candour::report::csv::Reader;
use candour::report::summary::{Compared, Gathered, csv, html, markdown};
use candour::report::text::summary as text;
use candour::report::{Units, json};
use candour::summary::{Figures, Scope, against, before_after};

use super::args::{self, Common, FormName};
use super::engine::{Engine, look};
use super::ledger::Ledger;
use super::output::Output;
use super::settings::{Settings, day};
use super::{Exit, exit_after};

/// What was read: each input, and all together.
#[derive(Default)]
struct Set {
    documents: Vec<(Source, Figures)>,
    total: Figures,
}

impl Set {
    fn figures(&self) -> impl Iterator<Item = &Figures> {
        self.documents.iter().map(|(_, figures)| figures)
    }
}

pub(super) fn run(verb: args::Summary, common: &Common) -> anyhow::Result<Exit> {
    let date = verb.before_after.as_deref().map(|date| day("--before-after", date)).transpose()?;
    let mut engine = Engine::new(Settings::new(verb.rules, common)?, &verb.inputs)?;
    engine.spare(verb.output.as_deref())?;
    let off = off(&engine.settings);
    let (set, ledger) = read(&engine, !verb.no_text, verb.passages)?;
    let (mut others, mut other_ledger) = (Set::default(), Ledger::default());
    if !verb.against.is_empty() {
        engine.walk = batch::walk(&verb.against);
        (others, other_ledger) = read(&engine, false, 0)?;
    }
    let compared = compared(&set, &others, date, !verb.against.is_empty());
    let edition = engine.edition(Units::default(), !verb.no_text);
    let gathered = Gathered {
        documents: &set.documents,
        total: &set.total,
        others: &others.documents,
        compared: compared.as_ref(),
        off: &off,
        by_folder: verb.by_folder,
        edition: &edition,
    };
    let mut output = Output::to(verb.output.as_deref())?;
    match verb.form.name() {
        FormName::Text => text::write(&gathered, &look(), &mut output)?,
        FormName::Json => json::summary::write(&gathered, &mut output)?,
        FormName::Html => html::write(&gathered, &mut output)?,
        FormName::Markdown => markdown::write(&gathered, &mut output)?,
        FormName::Csv => csv::write(Reader::Program, &gathered, &mut output)?,
        FormName::CsvExcel => csv::write(Reader::Excel, &gathered, &mut output)?,
    }
    output.finish()?;
    Ok(match exit_after(&ledger) {
        Exit::Done => exit_after(&other_ledger),
        exit => exit,
    })
}

/// Reads the inputs of `engine`. Of each document its numbers stay; of passages `most` behind each figure of all together, their
/// words where they may be repeated.
fn read(engine: &Engine, excerpts: bool, most: usize) -> anyhow::Result<(Set, Ledger)> {
    let scope = Scope {
        accepted: &engine.settings.accepted,
        excerpts,
        most,
    };
    let mut set = Set::default();
    let ledger = engine.run(
        |at, reading| {
            let figures = Figures::of(at as u32, &reading, &scope);
            (reading.source, figures)
        },
        |(source, figures)| {
            set.total.add(&figures, scope.most);
            set.documents.push((source, figures.bare()));
            Ok(())
        },
    )?;
    Ok((set, ledger))
}

fn compared(set: &Set, others: &Set, date: Option<String>, is_against: bool) -> Option<Compared> {
    match date {
        Some(date) => {
            let (comparisons, undated) = before_after(set.figures(), &date);
            Some(Compared {
                date: Some(date),
                comparisons,
                undated,
            })
        }
        None if is_against => Some(Compared {
            date: None,
            comparisons: against(set.figures(), others.figures()),
            undated: 0,
        }),
        None => None,
    }
}

/// What is not looked for, as it is typed.
fn off(settings: &Settings) -> Vec<String> {
    let disabled = settings.disabled.iter().map(|name| format!("--disable {name}"));
    let least = Some(settings.min_severity).filter(|&it| it > Severity::Info);
    disabled.chain(least.map(|it| format!("--min-severity {}", it.name()))).collect()
}
