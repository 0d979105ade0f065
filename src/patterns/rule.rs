//! A `Rule` is one pattern of language as the check uses it: its words are compiled away into the catalogue's
//! automaton, what is left is what must hold around them, and what to say.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::confirm::Confirm;
use super::group::Group;
use super::pack::{ConfidenceName, SeverityName};
use super::{Roles, Scope};
use crate::annotation::{Confidence, Severity};

/// Number of a set of literals whose places the check remembers: a word list, the `unless` of a rule, a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SetId(pub u32);

/// How the words of a rule must stand in their sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Anywhere.
    #[default]
    Phrase,
    /// Only as the verb of an undertaking: "will monitor", "Monitor …".
    Verb,
    /// Only at the start of a sentence.
    Start,
    /// Only when they fill their sentence, cell or answer.
    Whole,
    /// Anywhere, said once when there are many.
    Repeat,
    /// Anywhere, said once for a stretch of the document that lacks something.
    Group,
    /// Found by what words weigh, where no phrase is listed.
    Weighed,
}

/// What becomes of a negated hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Negated {
    /// Kept for information.
    #[default]
    Info,
    /// As grave as an asserted one.
    Same,
    /// The denial is itself the fault ("not engaging"): affirmed, unless somebody disowns it.
    Fault,
    /// No annotation.
    Drop,
}

/// Where a [`Near`] condition looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Where {
    /// Before the hit in its sentence.
    Before,
    /// After the hit in its sentence.
    After,
    /// Either side of the hit in its sentence.
    Sentence,
    /// In the hit's sentence or the one before or after it in its block.
    Beside,
    /// Anywhere in the block.
    Block,
}

/// A condition: one of some words stands near the hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    /// The words; any of these sets will do.
    pub any: Vec<SetId>,
    /// Where they must stand.
    pub place: Where,
    /// Most words between them and the hit; `None` is any number.
    pub within: Option<u32>,
    /// Whether the condition counts for words outside quotation marks only: what is quoted is a mark either way.
    pub unquoted: bool,
    /// What is said of their places, when they are given as evidence.
    pub evidence: Option<String>,
}

/// When a rule of kind [`Kind::Repeat`] speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// The fewest hits that count.
    pub at_least: u32,
    /// Within what.
    #[serde(rename = "in")]
    pub within: Reach,
}

/// The stretch in which a [`Repeat`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// One block.
    Block,
    /// All blocks under one heading.
    Section,
    /// The whole document.
    Document,
}

/// One rule of a pack.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Full name, "category/id".
    #[serde(borrow)]
    pub name: Cow<'static, str>,
    /// The pack's category.
    #[serde(borrow)]
    pub category: Cow<'static, str>,
    /// How grave.
    #[serde(with = "SeverityName")]
    pub severity: Severity,
    /// How sure.
    #[serde(with = "ConfidenceName")]
    pub confidence: Confidence,
    /// How its words must stand.
    pub kind: Kind,
    /// What becomes of a negated hit.
    pub negated: Negated,
    /// Whether words that make it specific lower its severity.
    pub clarifiable: bool,
    /// For kind [`Kind::Repeat`].
    pub repeat: Option<Repeat>,
    /// For kind [`Kind::Group`].
    pub group: Option<Group>,
    /// Where it applies.
    pub scope: Scope,
    /// Longer phrases that win.
    pub unless: Option<SetId>,
    /// Conditions that must all hold.
    pub near: Vec<Near>,
    /// Conditions of which none may hold.
    pub unless_near: Vec<Near>,
    /// Who must do the verb, or have the noun, at the hit.
    pub subject: Option<Roles>,
    /// Who must not.
    pub unless_subject: Option<Roles>,
    /// Whom the verb must be done to.
    pub object: Option<Roles>,
    /// An expression that must match in the sentence and overlap the hit.
    pub confirm: Option<Confirm>,
    /// What is wrong, a whole sentence.
    #[serde(borrow)]
    pub message: Cow<'static, str>,
    /// The question that would make it specific.
    #[serde(borrow)]
    pub ask: Cow<'static, str>,
    /// The publication that says so.
    #[serde(borrow)]
    pub source: Cow<'static, str>,
    /// Examples that it must find.
    pub hit: Examples,
    /// Examples that it must leave alone.
    pub miss: Examples,
    /// Whether the pack ships it switched off.
    pub off: bool,
    /// Whether it is at work in this catalogue.
    pub enabled: bool,
    /// The pack it came from, and its line there from 1.
    #[serde(borrow)]
    pub file: Cow<'static, str>,
    /// Line of the rule in its pack, from 1.
    pub line: u32,
}

/// The examples of a rule, kept as one text: most runs never ask for them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Examples(#[serde(borrow)] Cow<'static, str>);

/// What ends an example.
const END: char = '\0';

impl Examples {
    /// The examples in the order of the pack.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator(END)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.iter().count()
    }
}

impl<'a> FromIterator<&'a str> for Examples {
    fn from_iter<I: IntoIterator<Item = &'a str>>(examples: I) -> Self {
        let joined: String = examples.into_iter().flat_map(|example| [example, "\0"]).collect();
        Self(joined.into())
    }
}
