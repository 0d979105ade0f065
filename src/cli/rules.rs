//! `candour rules` lists and explains the rules of all checks, and tests those of language.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use candour::checks;
use candour::checks::CheckRule;
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
    let settings = Settings::new(rules, common)?;
    let catalogue = settings.catalogue()?;
    let mut output = Output::to(None)?;
    let language = catalogue
        .rules()
        .iter()
        .map(|rule| (&*rule.name, rule.severity, rule.enabled, &*rule.message));
    let others = checks::rules().map(|rule| (rule.name, rule.severity, settings.wants(rule.name, rule.severity), rule.says));
    let longest = language.clone().map(|(name, ..)| name.len()).max().unwrap_or(0);
    for (name, severity, enabled, says) in language.chain(others) {
        let off = if enabled { "" } else { "(off) " };
        writeln!(output, "{name:longest$}  {:6}  {off}{says}", severity.name())?;
    }
    output.finish()?;
    Ok(Exit::Done)
}

fn show(name: &str, rules: RuleArgs, common: &Common) -> anyhow::Result<Exit> {
    let settings = Settings::new(rules, common)?;
    let catalogue = settings.catalogue()?;
    let mut output = Output::to(None)?;
    match (catalogue.rule(name), checks::rules().find(|rule| rule.name == name)) {
        (Some(rule), _) => explain(rule, &mut output)?,
        (None, Some(rule)) => explain_check(rule, settings.wants(rule.name, rule.severity), &mut output)?,
        (None, None) => bail!("there is no rule `{name}`; `candour rules list` names them all"),
    }
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

/// A rule that is no pack's is code: there is less to tell of it.
fn explain_check(rule: &CheckRule, wanted: bool, out: &mut impl Write) -> io::Result<()> {
    let state = if wanted { "at work" } else { "left out by the settings" };
    writeln!(out, "{}", rule.name)?;
    writeln!(out, "  severity {}, {state}", rule.severity.name())?;
    writeln!(out, "\n  {}", rule.says)?;
    writeln!(out, "\nIn the check of {}", rule.category())
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
