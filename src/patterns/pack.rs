//! A `Pack` is one TOML file of rules as it was written, every value with its place, so that whatever is wrong in it
//! can be said with its line. The form is described in `patterns/README.md`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::error::Problems;
use super::group::{Place, Single, Stretch};
use super::rule::{Kind, Negated, Repeat, Where};
use crate::annotation::{Confidence, Severity};

/// The text of one pack and the name by which errors speak of it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Usually its file name; `lists.toml`, `names.toml` and `cues.toml` hold word lists and no rules, `weights.tsv` what
    /// words weigh.
    pub name: &'s str,
    /// Its TOML.
    pub toml: &'s str,
}

/// One phrase as written, with its place in the TOML.
pub(super) type Words = Spanned<String>;

/// A pack as it was written.
#[derive(Default)]
pub(super) struct Pack {
    pub(super) category: String,
    pub(super) rules: Vec<Spanned<RuleSource>>,
    pub(super) lists: Vec<List>,
    /// Names and terms of art that the pack adds to `names.toml`.
    pub(super) names: Vec<Words>,
}

/// A named list of phrases.
pub(super) struct List {
    pub(super) name: String,
    pub(super) phrases: Vec<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleSource {
    pub(super) id: Spanned<String>,
    #[serde(with = "SeverityName")]
    pub(super) severity: Severity,
    #[serde(default = "sure", with = "ConfidenceName")]
    pub(super) confidence: Confidence,
    #[serde(default)]
    pub(super) kind: Kind,
    #[serde(default)]
    pub(super) phrases: Vec<Words>,
    #[serde(default)]
    pub(super) exact_case: bool,
    #[serde(default)]
    pub(super) unless: Vec<Words>,
    #[serde(default)]
    pub(super) near: Vec<NearSource>,
    #[serde(default)]
    pub(super) unless_near: Vec<NearSource>,
    pub(super) confirm: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) subject: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) unless_subject: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) object: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) settings: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) zones: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) genres: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) negated: Negated,
    #[serde(default)]
    pub(super) clarifiable: bool,
    pub(super) repeat: Option<Repeat>,
    pub(super) group: Option<GroupSource>,
    #[serde(default)]
    pub(super) off: bool,
    pub(super) message: Spanned<String>,
    pub(super) ask: Spanned<String>,
    pub(super) source: Spanned<String>,
    pub(super) hit: Vec<Spanned<String>>,
    pub(super) miss: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NearSource {
    pub(super) any: Vec<Words>,
    #[serde(rename = "where")]
    pub(super) place: Where,
    pub(super) within: Option<u32>,
    #[serde(default)]
    pub(super) unquoted: bool,
    pub(super) evidence: Option<String>,
}

/// A `group` as written; see [`super::group::Group`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupSource {
    #[serde(rename = "in")]
    pub(super) stretch: Stretch,
    #[serde(default = "one_hit")]
    pub(super) at_least: u32,
    #[serde(default)]
    pub(super) fewest_words: u32,
    #[serde(default)]
    pub(super) lacks: Vec<Words>,
    #[serde(default)]
    pub(super) child_says: Vec<Words>,
    #[serde(default)]
    pub(super) child_does: Vec<Words>,
    #[serde(default)]
    pub(super) adult_says: Vec<Words>,
    #[serde(default)]
    pub(super) adults: Vec<Words>,
    #[serde(default)]
    pub(super) single_child: Option<Single>,
    #[serde(default)]
    pub(super) several: Vec<Words>,
    #[serde(default)]
    pub(super) absent_from: Vec<Place>,
    #[serde(default)]
    pub(super) known_as: Vec<Words>,
    #[serde(default)]
    pub(super) names_child: bool,
    #[serde(default)]
    pub(super) child_headings: bool,
}

const fn one_hit() -> u32 {
    1
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Severity", rename_all = "lowercase")]
pub(super) enum SeverityName {
    Info,
    Low,
    Medium,
    High,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Confidence", rename_all = "lowercase")]
pub(super) enum ConfidenceName {
    Low,
    Medium,
    High,
}

const fn sure() -> Confidence {
    Confidence::High
}

/// Reads a pack of rules. Every rule is read by itself, so that one that cannot be read does not hide the others.
pub(super) fn read(source: &Source<'_>, problems: &mut Problems<'_>) -> Pack {
    let mut pack = Pack::default();
    let Some(table) = parse(source, problems) else {
        return pack;
    };
    for (key, value) in table.into_inner() {
        let at = key.span().start;
        match key.get_ref().as_ref() {
            "category" => pack.category = one(value, problems).unwrap_or_default(),
            "title" => drop(one::<String>(value, problems)),
            "names" => pack.names = one(value, problems).unwrap_or_default(),
            "lists" => pack.lists = named_lists(value, problems),
            "rule" => pack.rules = each_rule(value, problems),
            other => problems.note(
                at,
                format!("unknown key `{other}`; a pack has category, title, names, [lists] and [[rule]]"),
            ),
        }
    }
    if pack.category.is_empty() {
        problems.note(0, "the pack does not say its `category`");
    }
    pack
}

/// Reads a file that holds nothing but word lists, one array each.
pub(super) fn read_lists(source: &Source<'_>, problems: &mut Problems<'_>) -> Vec<List> {
    let Some(table) = parse(source, problems) else {
        return Vec::new();
    };
    let span = table.span();
    named_lists(Spanned::new(span, DeValue::Table(table.into_inner())), problems)
}

fn parse<'s>(source: &Source<'s>, problems: &mut Problems<'_>) -> Option<Spanned<DeTable<'s>>> {
    let (table, errors) = DeTable::parse_recoverable(source.toml);
    for error in &errors {
        note_error(error, 0, problems);
    }
    errors.is_empty().then_some(table)
}

fn each_rule(value: Spanned<DeValue<'_>>, problems: &mut Problems<'_>) -> Vec<Spanned<RuleSource>> {
    let at = value.span().start;
    let DeValue::Array(rules) = value.into_inner() else {
        problems.note(at, "rules are written as [[rule]]");
        return Vec::new();
    };
    rules.into_iter().filter_map(|rule| one_spanned(rule, problems)).collect()
}

fn named_lists(value: Spanned<DeValue<'_>>, problems: &mut Problems<'_>) -> Vec<List> {
    let at = value.span().start;
    let DeValue::Table(lists) = value.into_inner() else {
        problems.note(at, "lists are written as name = [\"phrase\", …]");
        return Vec::new();
    };
    lists
        .into_iter()
        .filter_map(|(name, phrases)| {
            let name = name.into_inner().into_owned();
            one(phrases, problems).map(|phrases| List { name, phrases })
        })
        .collect()
}

fn one_spanned<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, problems: &mut Problems<'_>) -> Option<Spanned<T>> {
    let span = value.span();
    one(value, problems).map(|read| Spanned::new(span, read))
}

fn one<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, problems: &mut Problems<'_>) -> Option<T> {
    let at = value.span().start;
    T::deserialize(ValueDeserializer::from(value))
        .map_err(|error| note_error(&error, at, problems))
        .ok()
}

fn note_error(error: &toml::de::Error, at: usize, problems: &mut Problems<'_>) {
    let message: Vec<&str> = error.message().lines().collect();
    problems.note(error.span().map_or(at, |span| span.start), message.join(" "));
}
