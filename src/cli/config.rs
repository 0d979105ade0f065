//! A `Config` is a board's own settings, from `candour.toml`: packs of its own terms, rules switched off or on, and the
//! annotations it has looked at and accepted, each with its reason.

#![expect(clippy::disallowed_methods, reason = "this file reads candour.toml")]

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use candour::annotation::Severity;
use candour::identity::Id;
use serde::Deserialize;
use toml::Spanned;

/// The file that is read from the current folder when no other is named.
const NAME: &str = "candour.toml";

/// The settings of a file, as written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Written {
    packs: Vec<PathBuf>,
    disable: Vec<String>,
    enable: Vec<String>,
    min_severity: Option<Spanned<String>>,
    gap_days: Option<u32>,
    accepted: Vec<Acceptance>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acceptance {
    id: Spanned<String>,
    reason: Spanned<String>,
}

/// The settings of a file, checked.
#[derive(Default)]
pub(super) struct Config {
    pub(super) packs: Vec<PathBuf>,
    pub(super) disable: Vec<String>,
    pub(super) enable: Vec<String>,
    pub(super) min_severity: Option<Severity>,
    pub(super) gap_days: Option<u32>,
    /// Annotations that were accepted, with their reasons.
    pub(super) accepted: Vec<(Id, String)>,
}

/// The settings in `named`, or in `candour.toml` of the current folder when there is one.
pub(super) fn read(named: Option<&Path>) -> anyhow::Result<Config> {
    let path = named.unwrap_or(Path::new(NAME));
    match fs::read_to_string(path) {
        Ok(toml) => parse(path, &toml),
        Err(error) if named.is_none() && error.kind() == ErrorKind::NotFound => Ok(Config::default()),
        Err(error) => Err(anyhow!(error)).with_context(|| format!("the settings file {} cannot be read", path.display())),
    }
}

fn parse(path: &Path, toml: &str) -> anyhow::Result<Config> {
    let at = |offset: usize| format!("{}:{}", path.display(), 1 + toml[..offset].matches('\n').count());
    let written: Written = toml::from_str(toml).map_err(|error| {
        let place = at(error.span().map_or(0, |span| toml.floor_char_boundary(span.start)));
        anyhow!("{place}: {}", error.message())
    })?;
    let mut problems = vec![];
    let mut accepted = vec![];
    for it in &written.accepted {
        match it.id.get_ref().parse::<Id>() {
            Ok(id) => accepted.push((id, it.reason.get_ref().clone())),
            Err(error) => problems.push(format!("{}: `{}`: {error}", at(it.id.span().start), it.id.get_ref())),
        }
        if it.reason.get_ref().trim().is_empty() {
            problems.push(format!("{}: an accepted annotation needs a reason", at(it.reason.span().start)));
        }
    }
    let min_severity = written.min_severity.as_ref().and_then(|name| {
        let known = severity(name.get_ref());
        if known.is_none() {
            let place = at(name.span().start);
            problems.push(format!("{place}: `{}` is none of high, medium, low, info", name.get_ref()));
        }
        known
    });
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    Ok(Config {
        packs: written.packs.iter().map(|pack| folder.join(pack)).collect(),
        disable: written.disable,
        enable: written.enable,
        min_severity,
        gap_days: written.gap_days,
        accepted,
    })
}

fn severity(name: &str) -> Option<Severity> {
    let all = [Severity::High, Severity::Medium, Severity::Low, Severity::Info];
    all.into_iter().find(|severity| severity.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(toml: &str) -> String {
        parse(Path::new("candour.toml"), toml)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn says_the_line_and_all_that_is_wrong_in_it() {
        assert!(problem("disable = []\npack = []\n").starts_with("candour.toml:2: unknown field `pack`"));
        assert!(problem("disable = [\n").starts_with("candour.toml:"));
        let two = problem("min-severity = \"grave\"\naccepted = [\n  { id = \"12\", reason = \"\" },\n]\n");
        let lines: Vec<&str> = two.lines().collect();
        assert_eq!(lines.len(), 3, "{two}");
        assert!(lines[0].starts_with("candour.toml:3: `12`"));
        assert!(lines[1].starts_with("candour.toml:3: an accepted"));
        assert!(lines[2].starts_with("candour.toml:1: `grave`"));
    }

    #[test]
    fn packs_lie_beside_the_file() {
        let config = parse(Path::new("board/candour.toml"), "packs = [\"our.toml\"]").ok();
        assert_eq!(config.map(|it| it.packs), Some(vec![PathBuf::from("board/our.toml")]));
    }
}
