//! A `baseline` is a file of remarks that were looked at and accepted, one JSON object a line: `{"id": "…", "reason": "…"}`, and for
//! people, if they like, `rule`, `path`, `quote`, `by` and `date`.

#![expect(clippy::disallowed_methods, reason = "this file reads baselines")]

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, bail};
use candour::identity::{Accepted, Id};
use candour::reading::{Read, Source};
use candour::report::Edition;
use candour::report::text::counted;
use candour::text::Span;
use serde::{Deserialize, Serialize};

use super::output::Output;
use super::say;

/// One line of a baseline.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// The remark's id, as candour shows it.
    id: String,
    /// Why it was accepted.
    reason: String,
    /// Its rule, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    /// The document, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// The words remarked on, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
    /// Who accepted it, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    /// When, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// The accepted remarks in the baseline at `path`. All that is wrong in it is said, each with its line.
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<(Id, String)>> {
    let text = fs::read_to_string(path).with_context(|| format!("the baseline {} cannot be read", path.display()))?;
    let mut accepted = vec![];
    let mut problems = vec![];
    for (at, line) in text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        match parsed(line) {
            Ok(line) => accepted.push(line),
            Err(problem) => problems.push(format!("{}:{}: {problem}", path.display(), at + 1)),
        }
    }
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    Ok(accepted)
}

fn parsed(line: &str) -> Result<(Id, String), String> {
    // The words of serde_json say what is wrong and never quote the line; its own line number is always 1.
    let line: Line = serde_json::from_str(line).map_err(|error| {
        let said = error.to_string();
        said.split(" at line 1").next().unwrap_or(&said).to_owned()
    })?;
    let id = line.id.parse::<Id>().map_err(|error| format!("`{}`: {error}", line.id))?;
    if line.reason.trim().is_empty() {
        return Err("an accepted remark needs a reason; write one, or delete the line".to_owned());
    }
    Ok((id, line.reason))
}

/// A baseline as it is written: what stands in documents, each remark once.
#[derive(Default)]
pub(super) struct Written {
    lines: Vec<Line>,
    known: HashSet<Id>,
}

impl Written {
    /// Adds what stands in a document, or was accepted before; `reason` is for those that have none.
    pub(super) fn add(&mut self, source: &Source, read: &Read<'_>, edition: &Edition<'_>, reason: &str) {
        for (at, annotation) in read.standing(&Accepted::default()) {
            let id = read.ids[at];
            if !self.known.insert(id) {
                continue;
            }
            let reason = edition.accepted.reason(id).unwrap_or(reason).trim();
            self.lines.push(Line {
                id: id.to_string(),
                reason: reason.to_owned(),
                rule: Some(annotation.rule.to_string()),
                path: Some(source.shown().to_owned()),
                quote: edition.excerpts.then(|| words(read, annotation.span)),
                by: None,
                date: None,
            });
        }
    }

    /// Adds what `other` has and this has not.
    pub(super) fn append(&mut self, other: Self) {
        for line in other.lines {
            if line.id.parse().is_ok_and(|id| self.known.insert(id)) {
                self.lines.push(line);
            }
        }
    }

    /// Writes it to `place`, and says what is to be done with it unless `quiet`.
    pub(super) fn write(&self, place: &Path, quiet: bool) -> anyhow::Result<()> {
        let mut output = Output::to(Some(place))?;
        for line in &self.lines {
            serde_json::to_writer(&mut output, line).map_err(std::io::Error::from)?;
            output.write_all(b"\n")?;
        }
        output.finish()?;
        let open = self.lines.iter().filter(|line| line.reason.is_empty()).count();
        if !quiet && open > 0 {
            say(format_args!(
                "candour: {} has {} without a reason: write one for each that you accept, and delete the others",
                place.display(),
                counted(open as u64, "line")
            ));
        }
        Ok(())
    }
}

/// The words at `span`, on one line.
fn words(read: &Read<'_>, span: Span) -> String {
    let words: Vec<&str> = read.scan.text.slice(span).split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_needs_an_id_and_a_reason() {
        let problem = |line: &str| parsed(line).err().unwrap_or_default();
        assert!(parsed(r#"{"id":"0123456789abcdef","reason":"the court's words","by":"chair"}"#).is_ok());
        assert!(problem(r#"{"id":"0123456789abcdef"}"#).starts_with("missing field `reason`"));
        assert!(problem(r#"{"id":"0123456789abcdef","reason":" "}"#).starts_with("an accepted remark needs a reason"));
        assert!(problem(r#"{"id":"12","reason":"x"}"#).starts_with("`12`: an id is the 16"));
        assert!(problem(r#"{"id":"0123456789abcdef","reason":"x","colour":"red"}"#).starts_with("unknown field `colour`"));
        assert!(!problem("The child was safe and well.").contains("safe and well"));
    }
}
