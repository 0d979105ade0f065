//! The `Settings` are what a run works with: what was typed and what `candour.toml` says, brought together and checked.

#![expect(clippy::disallowed_methods, reason = "this file reads packs")]

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use candour::annotation::Severity;
use candour::checks;
use candour::checks::chronology::GAP_DAYS;
use candour::identity::Accepted;
use candour::patterns::{Catalogue, Choice, Source};
use candour::summary::is_language;
use jiff::civil::Date;

use super::args::{Common, RuleArgs};
use super::{baseline, config};

/// What a run works with.
pub(super) struct Settings {
    /// Names and texts of the packs beside the program's own.
    pub(super) packs: Vec<(String, String)>,
    pub(super) disabled: Vec<String>,
    pub(super) enabled: Vec<String>,
    pub(super) min_severity: Severity,
    /// The day against which timescales are held, ISO 8601.
    pub(super) as_of: Option<String>,
    /// Days without a row from which a chronology has a gap.
    pub(super) gap_days: u32,
    pub(super) accepted: Accepted,
    pub(super) accepted_count: u64,
    /// The accepted annotations in a fixed order, for telling whether they are the same.
    accepted_list: String,
    pub(super) quiet: bool,
}

impl Settings {
    /// The settings that were typed and written.
    pub(super) fn new(typed: RuleArgs, common: &Common) -> anyhow::Result<Self> {
        let config = config::read(common.config.as_deref())?;
        let mut accepted = config.accepted;
        for path in &typed.baseline {
            accepted.extend(baseline::read(path)?);
        }
        accepted.sort_by_key(|(id, _)| id.to_string());
        accepted.dedup_by_key(|(id, _)| *id);
        let packs = config.packs.iter().chain(&typed.pack);
        Ok(Self {
            packs: packs.map(|path| read_pack(path)).collect::<anyhow::Result<_>>()?,
            disabled: [config.disable, typed.disable].concat(),
            enabled: [config.enable, typed.enable].concat(),
            min_severity: typed.min_severity.map(Into::into).or(config.min_severity).unwrap_or(Severity::Info),
            gap_days: typed.gap_days.or(config.gap_days).unwrap_or(GAP_DAYS),
            as_of: typed.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?,
            accepted_count: accepted.len() as u64,
            accepted_list: accepted.iter().map(|(id, reason)| format!("{id} {reason:?}\n")).collect(),
            accepted: accepted.into_iter().collect(),
            quiet: common.quiet,
        })
    }

    /// The rules of language that are at work.
    pub(super) fn catalogue(&self) -> anyhow::Result<Catalogue> {
        self.disabled.iter().chain(&self.enabled).try_for_each(|name| known(name))?;
        let language = |name: &&String| is_language(category(name));
        let choice = Choice {
            disable: self.disabled.iter().filter(language).cloned().collect(),
            enable: self.enabled.iter().filter(language).cloned().collect(),
            min_severity: self.min_severity,
            ..Choice::default()
        };
        catalogue(&self.packs, &choice)
    }

    /// What is not as without any settings and bears on records, beyond the catalogue; empty when nothing is.
    pub(super) fn peculiar(&self) -> String {
        let mut disabled: Vec<&String> = self.disabled.iter().filter(|name| !is_language(category(name))).collect();
        disabled.sort();
        let mut text: String = disabled.iter().map(|name| format!("disable {name}\n")).collect();
        text.extend(self.as_of.iter().map(|day| format!("as-of {day}\n")));
        if self.gap_days != GAP_DAYS {
            text += &format!("gap-days {}\n", self.gap_days);
        }
        text + &self.accepted_list
    }

    /// Whether an annotation by `rule` of this `severity` is wanted.
    pub(super) fn wants(&self, rule: &str, severity: Severity) -> bool {
        severity >= self.min_severity && !self.disabled.iter().any(|name| name == rule || name == category(rule))
    }
}

/// The built-in rules and those of `packs`, as far as `choice` wants them.
pub(super) fn catalogue(packs: &[(String, String)], choice: &Choice) -> anyhow::Result<Catalogue> {
    let sources: Vec<Source<'_>> = packs.iter().map(|(name, toml)| Source { name, toml }).collect();
    Ok(Catalogue::with(&sources, choice)?)
}

/// The name and the text of the pack at `path`.
pub(super) fn read_pack(path: &Path) -> anyhow::Result<(String, String)> {
    let toml = fs::read_to_string(path).with_context(|| format!("the pack {} cannot be read", path.display()))?;
    Ok((path.to_string_lossy().into_owned(), toml))
}

/// Reads the packs at `paths`.
pub(super) fn read_packs(paths: &[PathBuf]) -> anyhow::Result<Vec<(String, String)>> {
    paths.iter().map(|path| read_pack(path)).collect()
}

/// Refuses the name of a rule that one of the checks beside that of language would have to have, and has not; names of
/// language are the catalogue's to refuse.
fn known(name: &str) -> anyhow::Result<()> {
    if is_language(category(name)) || name == category(name) || checks::rules().any(|rule| rule.name == name) {
        return Ok(());
    }
    bail!("there is no rule `{name}`; `candour rules list` names them all")
}

fn category(rule: &str) -> &str {
    rule.split('/').next().unwrap_or(rule)
}

/// The day that was typed as `text` after `option`.
pub(super) fn day(option: &str, text: &str) -> anyhow::Result<String> {
    let day: Result<Date, _> = text.parse();
    day.map(|day| day.to_string())
        .map_err(|_| anyhow!("{option} {text}: a day is written year-month-day: 2026-03-31"))
}
