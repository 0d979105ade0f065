//! A `Catalogue` is every rule that is at work, compiled: built once, then read by any number of threads.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::bundle::BUILT_IN;
use super::compile::{Compiled, compile, is_word_file};
use super::confirm::Confirm;
use super::error::{PackError, PackErrors};
use super::matcher::Matcher;
use super::pack::Source;
use super::rule::{Kind, Rule, SetId};
use super::shipped;
use super::weights::Weights;
use crate::annotation::{Confidence, Severity};
use crate::text::Lexicon;

/// Which rules are at work. Rules are named in full ("category/rule") or by category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Rules and categories to leave out; stronger than `enable`.
    pub disable: Vec<String>,
    /// Rules and categories that are shipped switched off and wanted; `*` is all of them.
    pub enable: Vec<String>,
    /// Leave out rules less grave than this.
    pub min_severity: Severity,
    /// Leave out rules less sure than this.
    pub min_confidence: Confidence,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            disable: Vec::new(),
            enable: Vec::new(),
            min_severity: Severity::Info,
            min_confidence: Confidence::Low,
        }
    }
}

impl Choice {
    /// Every rule, also those shipped switched off.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            enable: vec!["*".into()],
            ..Self::default()
        }
    }

    pub(super) fn takes(&self, rule: &Rule) -> bool {
        let names = |list: &[String]| list.iter().any(|n| *n == rule.name || *n == rule.category || n == "*");
        let wanted = !rule.off || names(&self.enable);
        wanted && !names(&self.disable) && rule.severity >= self.min_severity && rule.confidence >= self.min_confidence
    }
}

/// The sets that the check itself reads: names, and the cues of voice and polarity. Their words are in `cues.toml`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cues {
    /// Names and terms of art, in which nothing is a hit.
    pub names: SetId,
    /// "not", "cannot", "failed to".
    pub negation: SetId,
    /// What denies only the words directly after it: "less than", "avoided".
    pub negation_close: SetId,
    /// What denies the words after its "to": "the failure by both agencies to", "missed opportunities to".
    pub failing: SetId,
    /// What says that the deed directly after it was not done: "should have".
    pub unfulfilled: SetId,
    /// After a subject, what says that it did not come about: "was not provided".
    pub denial_after: SetId,
    /// After a chance to do something, what says that it was lost.
    pub lost_after: SetId,
    /// After what somebody claimed ("the suggestion that") these say that it is not so.
    pub refuted_after: SetId,
    /// At the end of a clause these take back what it said.
    pub taken_back: SetId,
    /// What looks like a negation and is none: "not only", "no doubt".
    pub no_negation: SetId,
    /// Where the reach of a negation ends: "but", "although".
    pub turn: SetId,
    /// Directly before words that are spoken of as words: "the term", "so-called".
    pub mention: SetId,
    /// The same before a quotation only: "words such as", "language like".
    pub mention_quote: SetId,
    /// Directly after a quotation that is spoken of as words: "was used", "is a phrase".
    pub mention_after: SetId,
    /// Before reported words: "said that", "described as".
    pub report: SetId,
    /// At the end of a sentence of reported words, or between its commas: "she said".
    pub report_after: SetId,
    /// After a comma and reported words, with more to follow: "according to".
    pub report_tail: SetId,
    /// Verbs of saying, which report when a "that" follows and quote when words set in emphasis do.
    pub says: SetId,
    /// Words that end a name: "Ltd", "Team".
    pub name_end: SetId,
    /// Where a report ends because the author speaks again: "and the panel".
    pub report_end: SetId,
    /// What condemns the words or the practice just named: "was wrong", "poor practice".
    pub criticism: SetId,
    /// Where a law, a procedure or a study speaks, or a reviewer's task is told: "the guidance requires", "research shows".
    pub general: SetId,
    /// In the sentence after a general one, what goes on with what is due: "must", "are expected".
    pub general_duty: SetId,
    /// Before what is supposed and not told: "if".
    pub supposed: SetId,
    /// What looks like a supposition and tells: "as if".
    pub no_supposed: SetId,
    /// After a vague word that is made specific: "namely", "every two weeks".
    pub clarify: SetId,
}

impl Cues {
    pub(super) fn numbered(mut next: impl FnMut() -> SetId) -> Self {
        Self {
            names: next(),
            negation: next(),
            negation_close: next(),
            failing: next(),
            unfulfilled: next(),
            denial_after: next(),
            lost_after: next(),
            refuted_after: next(),
            taken_back: next(),
            no_negation: next(),
            turn: next(),
            mention: next(),
            mention_quote: next(),
            mention_after: next(),
            report: next(),
            report_after: next(),
            report_tail: next(),
            says: next(),
            name_end: next(),
            report_end: next(),
            criticism: next(),
            general: next(),
            general_duty: next(),
            supposed: next(),
            no_supposed: next(),
            clarify: next(),
        }
    }

    pub(super) fn named(&self, name: &str) -> Option<SetId> {
        Some(match name {
            "negation" => self.negation,
            "negation_close" => self.negation_close,
            "failing" => self.failing,
            "unfulfilled" => self.unfulfilled,
            "denial_after" => self.denial_after,
            "lost_after" => self.lost_after,
            "refuted_after" => self.refuted_after,
            "taken_back" => self.taken_back,
            "no_negation" => self.no_negation,
            "turn" => self.turn,
            "mention" => self.mention,
            "mention_quote" => self.mention_quote,
            "mention_after" => self.mention_after,
            "report" => self.report,
            "report_after" => self.report_after,
            "report_tail" => self.report_tail,
            "says" => self.says,
            "name_end" => self.name_end,
            "report_end" => self.report_end,
            "criticism" => self.criticism,
            "general" => self.general,
            "general_duty" => self.general_duty,
            "supposed" => self.supposed,
            "no_supposed" => self.no_supposed,
            "clarify" => self.clarify,
            _ => return None,
        })
    }
}

/// The shared word lists that names learned from a document join, each by one marker.
pub(super) const LEARNED: [&str; 5] = ["parent", "child", "kin", "professional", "body"];

/// Compiled packs.
#[derive(Debug)]
pub struct Catalogue {
    rules: Vec<Rule>,
    matcher: Matcher,
    cues: Cues,
    sets: Vec<Vec<u32>>,
    markers: usize,
    /// For each marker, whether it is a name or a term of art.
    names: Vec<bool>,
    /// The shared word lists whose members the check asks for by name.
    lists: Vec<(String, Vec<SetId>)>,
    lexicon: Lexicon,
    weights: Weights,
    /// The weighed rules that are at work.
    weighed: Vec<u32>,
    sha256: String,
}

impl Catalogue {
    /// The packs built into the program.
    ///
    /// # Errors
    /// When a built-in pack is wrong, which the tests rule out.
    pub fn builtin() -> Result<Self, PackErrors> {
        Self::with(&[], &Choice::default())
    }

    /// The built-in packs and `sources` after them, as far as `choice` wants them.
    ///
    /// # Errors
    /// All that is wrong in the packs, with file and line, and names in `choice` that no rule bears.
    pub fn with(sources: &[Source<'_>], choice: &Choice) -> Result<Self, PackErrors> {
        let all: Vec<Source<'_>> = BUILT_IN.iter().chain(sources).copied().collect();
        let redefines = sources.iter().any(|source| is_word_file(source.name));
        match shipped::packs(!sources.is_empty()).filter(|_| !redefines) {
            Some(shipped) if sources.is_empty() && *choice == Choice::default() => Self::finish(shipped.compiled, choice, shipped.sha256),
            // With nothing to add, the finished table is read as it is.
            Some(shipped) if sources.is_empty() => Self::finish(shipped.compiled, choice, fingerprint(&all, choice)),
            Some(mut shipped) => {
                shipped.compiled.add_packs(sources);
                Self::finish(shipped.compiled, choice, fingerprint(&all, choice))
            }
            None => Self::of(&all, choice),
        }
    }

    /// `sources` alone, nothing built in.
    ///
    /// # Errors
    /// As [`Catalogue::with`].
    pub fn of(sources: &[Source<'_>], choice: &Choice) -> Result<Self, PackErrors> {
        Self::finish(compile(sources), choice, fingerprint(sources, choice))
    }

    fn finish(mut compiled: Compiled, choice: &Choice, sha256: String) -> Result<Self, PackErrors> {
        compiled.errors.extend(unknown_names(choice, &compiled.rules));
        if !compiled.errors.is_empty() {
            return Err(PackErrors(compiled.errors));
        }
        compiled.add_learned();
        let markers = compiled.marker_count();
        let Compiled {
            matcher,
            mut rules,
            cues,
            sets,
            shared_sets,
            lexicon,
            weights,
            ..
        } = compiled;
        rules.iter_mut().for_each(|rule| rule.enabled = choice.takes(rule));
        let lists: Vec<(String, Vec<SetId>)> = shared_sets.into_iter().collect();
        let mut names = vec![false; markers];
        sets[cues.names.0 as usize].iter().for_each(|&marker| names[marker as usize] = true);
        let weighed = weighed(&rules);
        Ok(Self {
            rules,
            matcher,
            cues,
            sets,
            markers,
            names,
            lists,
            lexicon,
            weighed,
            weights,
            sha256,
        })
    }

    /// All rules of all packs in the order of the files, also those that are not at work.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Forgets what the rules' expressions found out while they searched: after a large text that is more than the next one needs.
    pub fn forget_searches(&self) {
        self.rules.iter().filter_map(|rule| rule.confirm.as_ref()).for_each(Confirm::forget);
    }

    /// The rule with this full name, "category/rule".
    #[must_use]
    pub fn rule(&self, full_name: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.name == full_name)
    }

    /// Every word of every literal, for mending words that a line end cut in two.
    #[must_use]
    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What words weigh where no phrase is listed.
    #[must_use]
    pub const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The numbers of the rules that weighed words are hits of, in the order of the packs.
    #[must_use]
    pub fn weighed(&self) -> &[u32] {
        &self.weighed
    }

    /// Whether the rule with this full name is of the weighed kind.
    #[must_use]
    pub fn is_weighed(&self, full_name: &str) -> bool {
        self.weighed.iter().any(|&rule| self.rules[rule as usize].name == full_name)
    }

    /// Hexadecimal SHA-256 of the packs' texts and of the choice among them.
    #[must_use]
    pub fn rules_sha256(&self) -> &str {
        &self.sha256
    }

    /// The compiled phrases, also those of rules that are not at work.
    #[must_use]
    pub const fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The sets that the check itself reads.
    #[must_use]
    pub const fn cues(&self) -> &Cues {
        &self.cues
    }

    /// Whether a marker is a name or a term of art, in which nothing is a hit.
    #[must_use]
    pub fn is_name(&self, marker: u32) -> bool {
        self.names[marker as usize]
    }

    /// The markers that make up a set.
    #[must_use]
    pub fn markers(&self, set: SetId) -> &[u32] {
        &self.sets[set.0 as usize]
    }

    /// The sets that make up the shared word list `name`; empty when there is none.
    #[must_use]
    pub fn list(&self, name: &str) -> &[SetId] {
        let known = self.lists.iter().find(|(list, _)| list == name);
        known.map_or(&[], |(_, sets)| sets)
    }

    /// The marker of the names that documents themselves teach for the list `name`; `None` when no such list is shared.
    #[must_use]
    pub fn learned(&self, name: &str) -> Option<u32> {
        let at = LEARNED.iter().position(|list| *list == name)?;
        Some((self.markers - LEARNED.len() + at) as u32)
    }

    /// How many markers there are; their numbers are below it.
    #[must_use]
    pub const fn marker_count(&self) -> usize {
        self.markers
    }
}

/// The numbers of the weighed ones of `rules` that are at work.
fn weighed(rules: &[Rule]) -> Vec<u32> {
    let all = rules.iter().enumerate();
    let at_work = all.filter(|(_, rule)| rule.kind == Kind::Weighed && rule.enabled);
    at_work.map(|(number, _)| number as u32).collect()
}

fn unknown_names<'a>(choice: &'a Choice, rules: &'a [Rule]) -> impl Iterator<Item = PackError> + 'a {
    let named = choice.disable.iter().chain(&choice.enable);
    named
        .filter(|name| *name != "*" && !rules.iter().any(|r| r.name == **name || r.category == **name))
        .map(|name| PackError {
            file: "choice of rules".into(),
            line: 1,
            problem: format!("there is no rule and no category `{name}`"),
        })
}

pub(super) fn fingerprint(sources: &[Source<'_>], choice: &Choice) -> String {
    let mut hash = Sha256::new();
    for source in sources {
        for part in [source.name, source.toml] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.update(format!("{choice:?}"));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
