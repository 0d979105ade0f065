//! A `Tally` counts right and wrong marks over one or more gold documents.
//!
//! A mark is an annotation of language; a label is found when a mark overlaps it. Strictly, the mark must have the
//! label's very place and category as well.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::gold::{Duty, Gold, Label};
use super::share::{Pair, Share};
use crate::annotation::{Annotation, Polarity, Severity, Voice};

/// What became of one mark or label that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Outcome {
    /// Where: the document's name and the line.
    pub place: String,
    /// "missed", "false", "voice" or "polarity".
    pub fault: String,
    /// The rule or category, and what was expected.
    pub what: String,
    /// The words.
    pub quote: String,
}

/// What became of one label that asks to be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Where: the document's name and the line.
    pub place: String,
    /// The group of the catalogue.
    pub category: String,
    /// The words.
    pub quote: String,
    /// Whether no list foresees the wording.
    pub open: bool,
    /// The rules that found it, in the order of their marks; none when it was missed.
    pub rules: Vec<String>,
}

/// The counts of an evaluation.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// All marks, and the labels whose wording is listed.
    pub all: Pair,
    /// The same where place and category must agree.
    pub strict: Pair,
    /// Labels that no list foresees.
    pub open: Share,
    /// Marks of medium severity and above.
    pub grave: Share,
    /// Temptations left alone.
    pub names: Share,
    /// Marked quotation (quoted or mentioned): marks that say so rightly, and labels that were told so.
    pub quotation: Pair,
    /// The same for denials, where mark and label are of one category.
    pub negation: Pair,
    /// By voice, of marks that lie on a label: marks whose voice is the label's, and labels told so.
    pub voices: BTreeMap<&'static str, Pair>,
    /// By category of the mark or label.
    pub categories: BTreeMap<String, Pair>,
    /// By rule: precision.
    pub rules: BTreeMap<String, Share>,
    /// What became of each label that asks to be found, in the order of the documents.
    pub verdicts: Vec<Verdict>,
    /// What went wrong, in the order of the documents.
    pub outcomes: Vec<Outcome>,
}

impl Tally {
    /// Adds the marks of the document `name`; `grave` says how grave a rule is when its words are the author's own.
    pub fn add(&mut self, name: &str, gold: &Gold, marks: &[Annotation<'_>], grave: impl Fn(&str) -> Severity) {
        let marks: Vec<&Annotation<'_>> = marks.iter().filter(|m| grave(m.rule) > Severity::Info).collect();
        let place = |at: u32| format!("{name}:{}", 1 + gold.content[..at as usize].matches('\n').count());
        for label in &gold.labels {
            let over: Vec<&&Annotation<'_>> = marks.iter().filter(|m| m.span.overlaps(label.span)).collect();
            self.label(label, &over, || {
                (place(label.span.start), gold.content[label.span.range()].to_owned())
            });
        }
        for mark in marks {
            let over: Vec<&Label> = gold.labels.iter().filter(|l| l.span.overlaps(mark.span)).collect();
            self.mark(mark, &over, grave(mark.rule), || {
                (place(mark.span.start), gold.content[mark.span.range()].to_owned())
            });
        }
    }

    fn label(&mut self, label: &Label, marks: &[&&Annotation<'_>], at: impl Fn() -> (String, String)) {
        let found = !marks.is_empty();
        if matches!(label.duty, Duty::Must | Duty::Open) {
            let (place, quote) = at();
            self.verdicts.push(Verdict {
                place,
                category: label.category.clone(),
                quote,
                open: label.duty == Duty::Open,
                rules: marks.iter().map(|m| m.rule.to_owned()).collect(),
            });
        }
        match label.duty {
            Duty::Must => {
                self.all.recall.count(found);
                self.categories.entry(label.category.clone()).or_default().recall.count(found);
                self.strict
                    .recall
                    .count(marks.iter().any(|m| m.span == label.span && *m.category == label.category));
                if !found {
                    self.note("missed", at(), &label.category);
                }
            }
            Duty::Open => self.open.count(found),
            Duty::Not => self.names.count(!marks.iter().any(|m| speaks(m))),
            Duty::May => {}
        }
        if label.duty != Duty::Not && found {
            if is_quotation(label.voice) {
                let told = marks.iter().any(|m| is_quotation(m.voice));
                self.quotation.recall.count(told);
            }
            // Another fault in the same words may be affirmed where this one is denied.
            let same: Vec<_> = marks.iter().filter(|m| *m.category == label.category).collect();
            if label.polarity == Polarity::Negated && !same.is_empty() {
                let told = same.iter().any(|m| m.polarity == Polarity::Negated);
                self.negation.recall.count(told);
                if !told {
                    self.note("polarity", at(), "negated (told asserted)");
                }
            }
            let told = marks.iter().any(|m| m.voice == label.voice);
            self.voices.entry(label.voice.name()).or_default().recall.count(told);
            if let Some(first) = marks.first().filter(|_| !told) {
                self.note("voice", at(), &format!("{} (told {})", label.voice.name(), first.voice.name()));
            }
        }
    }

    fn mark(&mut self, mark: &Annotation<'_>, labels: &[&Label], severity: Severity, at: impl Fn() -> (String, String)) {
        let faults: Vec<&&Label> = labels.iter().filter(|l| l.duty != Duty::Not).collect();
        let right = faults.iter().any(|l| l.duty != Duty::May);
        if !faults.is_empty() && is_quotation(mark.voice) {
            let told = faults.iter().any(|l| is_quotation(l.voice));
            self.quotation.precision.count(told);
            if !told {
                self.note("voice", at(), mark.rule);
            }
        }
        let mut same = faults.iter().filter(|l| l.category == *mark.category).peekable();
        if same.peek().is_some() && mark.polarity == Polarity::Negated {
            let told = same.any(|l| l.polarity == Polarity::Negated);
            self.negation.precision.count(told);
            if !told {
                self.note("polarity", at(), mark.rule);
            }
        }
        if !faults.is_empty() {
            let told = faults.iter().any(|l| l.voice == mark.voice);
            self.voices.entry(mark.voice.name()).or_default().precision.count(told);
        }
        let arguable = faults.iter().any(|l| l.duty == Duty::May);
        // A denied or quoted use that nobody labelled is for information, and no false alarm.
        if !right && (arguable || !speaks(mark)) {
            return;
        }
        self.all.precision.count(right);
        self.categories.entry(mark.category.to_owned()).or_default().precision.count(right);
        self.rules.entry(mark.rule.to_owned()).or_default().count(right);
        self.strict
            .precision
            .count(faults.iter().any(|l| l.span == mark.span && l.category == *mark.category));
        if severity >= Severity::Medium {
            self.grave.count(right);
        }
        if !right {
            self.note("false", at(), mark.rule);
        }
    }

    fn note(&mut self, fault: &'static str, (place, quote): (String, String), what: &str) {
        self.outcomes.push(Outcome {
            place,
            fault: fault.to_owned(),
            what: what.to_owned(),
            quote,
        });
    }
}

/// Whether a mark counts as the program's saying "this is a fault".
fn speaks(mark: &Annotation<'_>) -> bool {
    !is_quotation(mark.voice) && mark.severity > Severity::Info
}

fn is_quotation(voice: Voice) -> bool {
    matches!(voice, Voice::Quoted | Voice::Mentioned)
}
