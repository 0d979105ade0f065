//! `candour rules` lists, explains and tests the rules of language.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use candour::checks::language::run_examples;
use candour::patterns::{Choice, Rule};

use super::args::{Common, RuleArgs, Rules, RulesVerb};
use super::output::Output;
use super::settings::{Settings, catalogue, read_packs};
use super::{Exit, say};

pub(super) fn run(verb: Rules, common: &Common) -> anyhow::Result<Exit> {
    match verb.verb {
        RulesVerb::List(rules) => list(rules, common),
        RulesVerb::Show { rule, rules } => show(&rule, rules, common),
        RulesVerb::Test { packs } => test(&packs),
    }
}

fn list(rules: RuleArgs, common: &Common) -> anyhow::Result<Exit> {
    let catalogue = Settings::new(rules, common)?.catalogue()?;
    let mut output = Output::to(None)?;
    let longest = catalogue.rules().iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in catalogue.rules() {
        let off = if rule.enabled { "" } else { "(off) " };
        writeln!(output, "{:longest$}  {:6}  {off}{}", rule.name, rule.severity.name(), rule.message)?;
    }
    output.finish()?;
    Ok(Exit::Done)
}

fn show(name: &str, rules: RuleArgs, common: &Common) -> anyhow::Result<Exit> {
    let catalogue = Settings::new(rules, common)?.catalogue()?;
    let Some(rule) = catalogue.rule(name) else {
        bail!("there is no rule `{name}`; `candour rules list` names them all");
    };
    let mut output = Output::to(None)?;
    explain(rule, &mut output)?;
    output.finish()?;
    Ok(Exit::Done)
}

/// Every rule is explained in the same order: what, how grave, why, what to ask, where from, what it finds and leaves.
fn explain(rule: &Rule, out: &mut impl Write) -> io::Result<()> {
    let state = match (rule.enabled, rule.off) {
        (true, _) => "at work",
        (false, true) => "off unless --enable names it",
        (false, false) => "left out by the settings",
    };
    writeln!(out, "{}", rule.name)?;
    writeln!(
        out,
        "  severity {}, confidence {}, {state}",
        rule.severity.name(),
        rule.confidence.name()
    )?;
    writeln!(out, "\n  {}\n  {}", rule.message, rule.ask)?;
    writeln!(out, "\nSource\n  {}", rule.source)?;
    writeln!(out, "\nWhere\n  settings: {}", rule.scope.settings.join(", "))?;
    writeln!(out, "  zones: {}", rule.scope.zones.join(", "))?;
    writeln!(out, "  genres: {}", rule.scope.genres.join(", "))?;
    writeln!(out, "\nFinds")?;
    rule.hit.iter().try_for_each(|example| writeln!(out, "  {example}"))?;
    writeln!(out, "\nLeaves alone")?;
    rule.miss.iter().try_for_each(|example| writeln!(out, "  {example}"))?;
    writeln!(out, "\nIn {}, line {}", rule.file, rule.line)
}

fn test(packs: &[PathBuf]) -> anyhow::Result<Exit> {
    let packs = read_packs(packs)?;
    let catalogue = catalogue(&packs, &Choice::everything())?;
    let ours = |file: &str| packs.is_empty() || packs.iter().any(|(name, _)| name == file);
    let tested: Vec<&Rule> = catalogue.rules().iter().filter(|rule| ours(&rule.file)).collect();
    let examples: usize = tested.iter().map(|rule| rule.hit.count() + rule.miss.count()).sum();
    let mut failed = 0;
    for failure in run_examples(&catalogue) {
        let Some(rule) = tested.iter().find(|rule| rule.name == failure.rule) else {
            continue;
        };
        failed += 1;
        let expected = if failure.is_hit {
            "should be found"
        } else {
            "should be left alone"
        };
        say(format_args!(
            "{}:{}: {}: {expected}: {}",
            rule.file, rule.line, rule.name, failure.example
        ));
        failure.found.iter().for_each(|found| say(format_args!("    found: {found}")));
    }
    let mut output = Output::to(None)?;
    writeln!(output, "{} rules, {examples} examples, {failed} of them wrong", tested.len())?;
    output.finish()?;
    Ok(if failed == 0 { Exit::Done } else { Exit::Trouble })
}
