//! A `Saved` evaluation is what one run found, label by label, kept in a file so that a later run can be held against it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::links::LinkTally;
use super::score::{Outcome, Tally, Verdict};
use super::share::Pair;

/// The name of the form, written into every file of it.
pub const FORM: &str = "candour/evaluation/1";

/// One run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// [`FORM`].
    pub schema: String,
    /// The fingerprint of the rules that were at work.
    pub rules_sha256: String,
    /// All marks and labels of language, overlapping, as they were counted.
    pub all: Pair,
    /// Every label that asks to be found, in the order of the documents.
    pub labels: Vec<Verdict>,
    /// Every wrong mark, and every voice or polarity that was told wrongly, in the order of the documents.
    pub faults: Vec<Outcome>,
}

/// What differs between two runs over the same documents.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes<'s> {
    /// Labels that are found now and were not, with the rules that find them.
    pub gained: Vec<&'s Verdict>,
    /// Labels that were found and are not now, with the rules that found them.
    pub lost: Vec<&'s Verdict>,
    /// Faults of the run before that are gone.
    pub mended: Vec<&'s Outcome>,
    /// Faults that are new.
    pub broken: Vec<&'s Outcome>,
    /// Documents that only one of the runs read; nothing is said of them.
    pub apart: Vec<&'s str>,
}

impl Saved {
    /// What `tally` and `links` counted with the rules of this fingerprint.
    #[must_use]
    pub fn of(tally: &Tally, links: &LinkTally, rules_sha256: &str) -> Self {
        let outcomes = tally.outcomes.iter().chain(&links.outcomes);
        Self {
            schema: FORM.to_owned(),
            rules_sha256: rules_sha256.to_owned(),
            all: tally.all,
            labels: tally.verdicts.iter().chain(&links.verdicts).cloned().collect(),
            faults: outcomes.filter(|it| it.fault != "missed").cloned().collect(),
        }
    }

    /// What this run gained and lost against `before`.
    #[must_use]
    pub fn against<'s>(&'s self, before: &'s Self) -> Changes<'s> {
        let (now, then) = (self.documents(), before.documents());
        let both: BTreeSet<&str> = now.intersection(&then).copied().collect();
        let mut changes = Changes {
            apart: now.symmetric_difference(&then).copied().collect(),
            ..Changes::default()
        };
        let mut labels: BTreeMap<_, (Vec<&Verdict>, Vec<&Verdict>)> = BTreeMap::new();
        for label in before.labels.iter().filter(|it| both.contains(document(&it.place))) {
            labels
                .entry((&label.place, &label.category, &label.quote))
                .or_default()
                .0
                .push(label);
        }
        for label in self.labels.iter().filter(|it| both.contains(document(&it.place))) {
            labels
                .entry((&label.place, &label.category, &label.quote))
                .or_default()
                .1
                .push(label);
        }
        for (then, now) in labels.values() {
            for (then, now) in then.iter().zip(now) {
                match (then.rules.is_empty(), now.rules.is_empty()) {
                    (true, false) => changes.gained.push(now),
                    (false, true) => changes.lost.push(then),
                    _ => {}
                }
            }
        }
        changes.mended = missing(&before.faults, &self.faults, &both);
        changes.broken = missing(&self.faults, &before.faults, &both);
        changes
    }

    /// The names of the documents that were read, as far as anything is known of them.
    fn documents(&self) -> BTreeSet<&str> {
        let places = self.labels.iter().map(|it| &it.place).chain(self.faults.iter().map(|it| &it.place));
        places.map(|place| document(place)).collect()
    }
}

/// The document of a place, which ends in a colon and the line.
fn document(place: &str) -> &str {
    place.rsplit_once(':').map_or(place, |(document, _)| document)
}

/// Those of `faults` in the documents `both` that are not among `others`; of several alike, as many as there are more.
fn missing<'s>(faults: &'s [Outcome], others: &[Outcome], both: &BTreeSet<&str>) -> Vec<&'s Outcome> {
    let mut left: BTreeMap<&Outcome, usize> = BTreeMap::new();
    for other in others {
        *left.entry(other).or_default() += 1;
    }
    let mut found = Vec::new();
    for fault in faults.iter().filter(|it| both.contains(document(&it.place))) {
        match left.get_mut(fault) {
            Some(count) if *count > 0 => *count -= 1,
            _ => found.push(fault),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(place: &str, rules: &[&str]) -> Verdict {
        Verdict {
            place: place.into(),
            category: "jargon".into(),
            quote: "going forward".into(),
            open: false,
            rules: rules.iter().map(|&rule| rule.into()).collect(),
        }
    }

    fn fault(place: &str) -> Outcome {
        Outcome {
            place: place.into(),
            fault: "false".into(),
            what: "jargon/rule".into(),
            quote: "row".into(),
        }
    }

    #[test]
    fn what_was_gained_and_lost() {
        let before = Saved {
            labels: vec![
                verdict("a:1", &[]),
                verdict("a:1", &["jargon/x"]),
                verdict("a:2", &["jargon/x"]),
                verdict("b:1", &[]),
            ],
            faults: vec![fault("a:3"), fault("a:3"), fault("a:4")],
            ..Saved::default()
        };
        let now = Saved {
            labels: vec![
                verdict("a:1", &["jargon/y"]),
                verdict("a:1", &["jargon/x"]),
                verdict("a:2", &[]),
                verdict("c:1", &[]),
            ],
            faults: vec![fault("a:3"), fault("a:5")],
            ..Saved::default()
        };
        let changes = now.against(&before);
        assert_eq!(changes.gained, [&verdict("a:1", &["jargon/y"])]);
        assert_eq!(changes.lost, [&verdict("a:2", &["jargon/x"])]);
        assert_eq!(changes.mended, [&fault("a:3"), &fault("a:4")]);
        assert_eq!(changes.broken, [&fault("a:5")]);
        assert_eq!(changes.apart, ["b", "c"]);
        assert_eq!(now.against(&now), Changes::default());
    }
}
