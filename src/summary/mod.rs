//! A `Summary` counts what was learnt of one document, or of many together. It is no grade: the counts are prompts.

mod comparison;
mod day;
mod figures;
mod measure;
mod often;
mod passage;
mod section;
pub mod statistics;
pub mod visible;

pub use comparison::{Comparison, Line, Side, against, before_after};
pub use day::{Day, When};
pub use figures::{Figures, Group, Heard, LONG, SECTION, Scope, Slots, VERY_LONG};
pub use measure::{Measure, measure, per_thousand};
pub use often::{Often, Spot};
pub use passage::{List, Passage, Passages, Piece, STRONGEST};
pub use section::{MOST_SECTIONS, Section, Sections};

use std::collections::BTreeMap;

use crate::annotation::{Annotation, Polarity, Severity, Voice};
use crate::checks::actions::Status;
use crate::checks::references::{Coverage, State};
use crate::document::StatementKind;
use crate::identity::Accepted;
use crate::reading::{Read, Reading};
use crate::scan::Scan;

/// All voices, in the order in which they are counted and shown.
pub const VOICES: [Voice; 4] = [Voice::Own, Voice::Reported, Voice::Quoted, Voice::Mentioned];
/// All states of references, those to be mended first.
pub const STATES: [State; 7] = [
    State::Dangling,
    State::OffTarget,
    State::Unanswered,
    State::Ambiguous,
    State::Unspecific,
    State::Ok,
    State::External,
];
/// All statuses of actions.
pub const STATUSES: [Status; 6] = [
    Status::Completed,
    Status::Partial,
    Status::InProgress,
    Status::Outstanding,
    Status::NotCompleted,
    Status::None,
];

/// Counts over some documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents that were read.
    pub read: u64,
    /// Inputs that could not be read.
    pub failed: u64,
    /// The size of what was read.
    pub measure: Measure,
    /// All annotations, counted or not.
    pub annotations: u64,
    /// Annotations that were accepted with a reason.
    pub accepted: u64,
    /// Counts of each category, by name.
    pub categories: BTreeMap<String, Tally>,
    /// Counts of all annotations of language together.
    pub language: Tally,
    /// How often each rule of language speaks, by its full name.
    pub rules: BTreeMap<String, Often>,
    /// Facts of the actions.
    pub actions: Actions,
    /// References by state, in the order of [`STATES`].
    pub references: [u64; 7],
    /// Promises that an action answers.
    pub promises: Coverage,
    /// Findings, recommendations and learning points that an action answers.
    pub findings: Coverage,
    /// Actions that cite a place that exists.
    pub citing: Coverage,
}

/// Counts of some annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that stand, by severity: high, medium, low.
    pub standing: [u64; 3],
    /// All that are asserted, whatever their severity, by voice, in the order of [`VOICES`].
    pub voices: [u64; 4],
    /// All that are negated.
    pub negated: u64,
}

/// Counts of the actions and of what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    /// All actions.
    pub total: u64,
    /// Those that name who is to act.
    pub with_owner: u64,
    /// Those that give a date, to the day, month or year.
    pub with_date: u64,
    /// By status, in the order of [`STATUSES`].
    pub statuses: [u64; 6],
    /// Those whose text does not bear their status out.
    pub contradicted: u64,
}

impl Summary {
    /// The counts of one input.
    #[must_use]
    pub fn of(reading: &Reading<'_>, accepted: &Accepted) -> Self {
        match &reading.outcome {
            Ok(read) => Self::of_read(read, accepted),
            Err(_) => Self {
                failed: 1,
                ..Self::default()
            },
        }
    }

    fn of_read(read: &Read<'_>, accepted: &Accepted) -> Self {
        let scan = &read.scan;
        let mut summary = Self {
            read: 1,
            measure: measure(&scan.document),
            annotations: scan.annotations.len() as u64,
            accepted: read.ids.iter().filter(|&&id| accepted.reason(id).is_some()).count() as u64,
            rules: often::of(read, accepted),
            actions: Actions::of(scan),
            promises: scan.graph.promises,
            findings: scan.graph.findings,
            citing: scan.graph.actions,
            ..Self::default()
        };
        for annotation in &scan.annotations {
            summary.each_tally(annotation, Tally::heard);
        }
        for (_, annotation) in read.standing(accepted) {
            summary.each_tally(annotation, Tally::stood);
        }
        for reference in &scan.graph.references {
            summary.references[position(&STATES, reference.state)] += 1;
        }
        summary
    }

    fn each_tally(&mut self, annotation: &Annotation<'_>, count: fn(&mut Tally, &Annotation<'_>)) {
        if !self.categories.contains_key(annotation.category) {
            self.categories.insert(annotation.category.to_string(), Tally::default());
        }
        if let Some(tally) = self.categories.get_mut(annotation.category) {
            count(tally, annotation);
        }
        if is_language(annotation.category) {
            count(&mut self.language, annotation);
        }
    }

    /// Adds the counts of other documents.
    pub fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.failed += other.failed;
        self.measure.words += other.measure.words;
        self.measure.sentences += other.measure.sentences;
        self.annotations += other.annotations;
        self.accepted += other.accepted;
        for (category, tally) in &other.categories {
            self.categories.entry(category.clone()).or_default().add(tally);
        }
        for (rule, often) in &other.rules {
            self.rules.entry(rule.clone()).or_default().add(often);
        }
        self.language.add(&other.language);
        self.actions.add(&other.actions);
        add_each(&mut self.references, &other.references);
        for (sum, more) in [
            (&mut self.promises, other.promises),
            (&mut self.findings, other.findings),
            (&mut self.citing, other.citing),
        ] {
            sum.covered += more.covered;
            sum.total += more.total;
            sum.unresolved += more.unresolved;
        }
    }

    /// How many references are in `state`.
    #[must_use]
    pub fn in_state(&self, state: State) -> u64 {
        self.references[position(&STATES, state)]
    }

    /// References that need mending: dangling, off target, ambiguous or unanswered.
    #[must_use]
    pub fn broken_references(&self) -> u64 {
        [State::Dangling, State::OffTarget, State::Ambiguous, State::Unanswered]
            .map(|state| self.in_state(state))
            .iter()
            .sum()
    }
}

impl Tally {
    fn stood(&mut self, annotation: &Annotation<'_>) {
        match annotation.severity {
            Severity::High => self.standing[0] += 1,
            Severity::Medium => self.standing[1] += 1,
            Severity::Low => self.standing[2] += 1,
            Severity::Info => {}
        }
    }

    fn heard(&mut self, annotation: &Annotation<'_>) {
        match annotation.polarity {
            Polarity::Negated => self.negated += 1,
            Polarity::Asserted => self.voices[position(&VOICES, annotation.voice)] += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        add_each(&mut self.standing, &other.standing);
        add_each(&mut self.voices, &other.voices);
        self.negated += other.negated;
    }

    /// All that stand.
    #[must_use]
    pub fn stands(&self) -> u64 {
        self.standing.iter().sum()
    }
}

impl Actions {
    fn of(scan: &Scan<'_>) -> Self {
        let mut actions = Self::default();
        let statements = scan.document.statements.iter().zip(&scan.facts);
        for (_, facts) in statements.filter(|(statement, _)| statement.kind == StatementKind::Action) {
            actions.total += 1;
            actions.with_owner += u64::from(!facts.owners.is_empty());
            actions.with_date += u64::from(facts.timescales.iter().any(|timescale| timescale.date.is_some()));
            actions.statuses[position(&STATUSES, facts.status)] += 1;
        }
        let contradicted = |annotation: &&Annotation<'_>| annotation.rule == "actions/status-contradicted";
        actions.contradicted = scan.annotations.iter().filter(contradicted).count() as u64;
        actions
    }

    fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.with_owner += other.with_owner;
        self.with_date += other.with_date;
        add_each(&mut self.statuses, &other.statuses);
        self.contradicted += other.contradicted;
    }
}

/// Whether `category` is a group of the catalogue of language, and not one of the other checks.
#[must_use]
pub fn is_language(category: &str) -> bool {
    !matches!(category, "references" | "actions" | "chronology" | "editorial")
}

fn position<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|each| *each == one).unwrap_or(0)
}

fn add_each<const N: usize>(sums: &mut [u64; N], more: &[u64; N]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}
