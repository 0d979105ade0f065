//! The `lint` of a rule: what every rule must be whoever wrote it, beyond being readable.

use std::collections::HashSet;

use toml::Spanned;

use super::confirm::Confirm;
use super::error::Problems;
use super::pack::{Pack, RuleSource};
use super::rule::Kind;

/// Notes everything about `pack` that a careful editor would send back.
pub(super) fn lint(pack: &Pack, problems: &mut Problems<'_>) {
    if !pack.category.is_empty() && !is_kebab(&pack.category) {
        problems.note(0, format!("category `{}` is not in kebab-case", pack.category));
    }
    let mut seen = HashSet::new();
    for rule in &pack.rules {
        let rule = rule.get_ref();
        if !seen.insert(rule.id.get_ref().as_str()) {
            problems.note(rule.id.span().start, format!("the pack has two rules `{}`", rule.id.get_ref()));
        }
        lint_rule(rule, problems);
    }
}

fn lint_rule(rule: &RuleSource, problems: &mut Problems<'_>) {
    let id = rule.id.get_ref();
    let at = rule.id.span().start;
    if !is_kebab(id) {
        problems.note(at, format!("id `{id}` is not in kebab-case"));
    }
    match (rule.phrases.is_empty(), rule.kind == Kind::Weighed) {
        (true, false) => problems.note(at, format!("`{id}` has no phrases")),
        (false, true) => problems.note(at, format!("`{id}` is weighed and has phrases")),
        _ => {}
    }
    lint_words(rule, problems);
    for (name, examples) in [("hit", &rule.hit), ("miss", &rule.miss)] {
        if examples.is_empty() {
            problems.note(at, format!("`{id}` has no `{name}` example"));
        }
    }
    if (rule.kind == Kind::Repeat) != rule.repeat.is_some() {
        problems.note(at, format!("`{id}`: `kind = \"repeat\"` and `repeat = …` go together"));
    }
    for role in &rule.subject {
        if rule.unless_subject.iter().any(|other| other.get_ref() == role.get_ref()) {
            problems.note(
                role.span().start,
                format!("`{id}`: `{}` stands in both `subject` and `unless_subject`", role.get_ref()),
            );
        }
    }
    if (rule.kind == Kind::Group) != rule.group.is_some() {
        problems.note(at, format!("`{id}`: `kind = \"group\"` and `group = …` go together"));
    }
    if let Some(confirm) = &rule.confirm
        && let Some(problem) = Confirm::new(confirm.get_ref()).problem()
    {
        let last = problem.lines().last().unwrap_or_default();
        problems.note(confirm.span().start, format!("`{id}`: `confirm` is no regular expression: {last}"));
    }
}

/// A message is a whole sentence, an ask one question; neither is left to the reader to finish.
fn lint_words(rule: &RuleSource, problems: &mut Problems<'_>) {
    for (name, words, end) in [("message", &rule.message, '.'), ("ask", &rule.ask, '?')] {
        let said = words.get_ref();
        let opens = said.chars().find(|c| c.is_alphanumeric());
        if !opens.is_some_and(|c| c.is_uppercase() || c.is_numeric()) || !is_closed(said, end) {
            note_words(words, format!("{name} is not a whole sentence that ends in `{end}`"), problems);
        }
    }
    if rule.source.get_ref().trim().is_empty() {
        note_words(&rule.source, "source is empty".into(), problems);
    }
}

/// Whether `said` ends in `end`, a closing quotation mark or bracket left aside.
fn is_closed(said: &str, end: char) -> bool {
    said.trim_end_matches(['\u{201d}', '\u{2019}', '"', ')']).ends_with(end)
}

fn note_words(words: &Spanned<String>, problem: String, problems: &mut Problems<'_>) {
    problems.note(words.span().start, problem);
}

/// Whether `name` is lower-case words joined by single hyphens.
fn is_kebab(name: &str) -> bool {
    !name.is_empty()
        && name
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}
