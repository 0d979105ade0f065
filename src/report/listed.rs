//! A `Listed` rule is a rule that was at work in a run, as reports name it beside what it found.

use crate::annotation::{Confidence, Severity};
use crate::checks;
use crate::patterns::Catalogue;

/// One rule that was at work.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Its full name, "category/rule".
    pub name: &'a str,
    /// Its category.
    pub category: &'a str,
    /// How grave its remarks are, as a rule.
    pub severity: Severity,
    /// How sure they are; `None` when that depends on the passage.
    pub confidence: Option<Confidence>,
    /// What it remarks on, a whole sentence.
    pub says: &'a str,
    /// The question it asks, when it is always the same.
    pub ask: Option<&'a str>,
    /// The publication behind it.
    pub source: Option<&'a str>,
}

/// The rules of `catalogue` that are at work, then those of the other checks that are `wanted`.
pub fn listed<'a>(catalogue: &'a Catalogue, wanted: impl Fn(&str, Severity) -> bool) -> Vec<Listed<'a>> {
    let language = catalogue.rules().iter().filter(|rule| rule.enabled).map(|rule| Listed {
        name: &rule.name,
        category: &rule.category,
        severity: rule.severity,
        confidence: Some(rule.confidence),
        says: &rule.message,
        ask: Some(&rule.ask),
        source: Some(&rule.source),
    });
    let others = checks::rules().filter(|rule| wanted(rule.name, rule.severity)).map(|rule| Listed {
        name: rule.name,
        category: rule.category(),
        severity: rule.severity,
        confidence: None,
        says: rule.says,
        ask: None,
        source: None,
    });
    language.chain(others).collect()
}
