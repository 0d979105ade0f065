//! A `LinkTally` counts right and wrong references, slots of actions and faults over one or more planted documents.

use std::collections::{BTreeMap, BTreeSet};

use super::label::{Mark, Planted, Slots};
use super::slots::SlotPairs;
use super::target;
use crate::annotation::{Annotation, Severity};
use crate::checks::actions::ActionFacts;
use crate::checks::references::{Reference, ReferenceKind, State};
use crate::document::{Statement, StatementKind};
use crate::evaluate::score::{Outcome, Verdict};
use crate::evaluate::share::{Pair, Share};
use crate::scan::Scan;
use crate::text::Span;

/// The counts.
#[derive(Clone, Debug, Default)]
pub struct LinkTally {
    /// References that name a place, in this document or another: whether they were seen.
    pub explicit: Pair,
    /// Of those seen, how many lead where they were labelled to lead.
    pub targets: Share,
    /// Seen and led rightly, of all that were said and of all that were labelled.
    pub end_to_end: Pair,
    /// References told to be wrong (dangling, off target, ambiguous): whether they are.
    pub broken: Pair,
    /// Wrong references whose place the document holds: the first suggestion is that place.
    pub suggested: Share,
    /// Wrong references whose place it does not hold: nothing is suggested.
    pub silent: Share,
    /// Promises of an answer: whether they were seen.
    pub promises: Pair,
    /// Of those seen, how many were rightly told kept or not kept.
    pub kept: Share,
    /// Pointers without a number: whether they were seen.
    pub vague: Pair,
    /// Actions: whether they were seen.
    pub actions: Pair,
    /// What they say.
    pub slots: SlotPairs,
    /// Faults of dates and of editing, by check: "chronology", "editorial".
    pub faults: BTreeMap<String, Pair>,
    /// What became of each label.
    pub verdicts: Vec<Verdict>,
    /// What went wrong.
    pub outcomes: Vec<Outcome>,
}

/// The checks whose remarks are held against planted faults.
const CHECKS: [&str; 2] = ["chronology", "editorial"];

/// Rules that may tell the same fault: a date that no calendar holds is malformed or impossible; what is told of another
/// day than the chronology's is a second date, or a day that it lacks; a paragraph's number used twice is told by the check of
/// references.
const KIN: [(&str, &str); 5] = [
    ("chronology/malformed-date", "chronology/impossible-date"),
    ("actions/impossible-date", "chronology/impossible-date"),
    ("actions/impossible-date", "chronology/malformed-date"),
    ("chronology/same-event-two-dates", "chronology/missing-from-chronology"),
    ("references/number-used-twice", "editorial/numbering-duplicate"),
];

/// How far from its label, in lines, a remark on a fault may stand.
const NEAR: usize = 1;

/// One document while it is counted.
struct Desk<'d> {
    name: &'d str,
    planted: &'d Planted,
    scan: &'d Scan<'d>,
}

impl LinkTally {
    /// Adds the document `name`, which was labelled as `planted` and scanned as `scan`.
    pub fn add(&mut self, name: &str, planted: &Planted, scan: &Scan<'_>) {
        let desk = Desk { name, planted, scan };
        let said: Vec<(Span, &Reference)> = scan.graph.references.iter().map(|it| (desk.source(it.span), it)).collect();
        for kind in [ReferenceKind::Explicit, ReferenceKind::Promise, ReferenceKind::Vague] {
            self.references(&desk, kind, &said);
        }
        self.actions(&desk);
        self.faults(&desk);
    }

    /// Counts the references of `kind`; those that lead out of the document count with the explicit ones.
    fn references(&mut self, desk: &Desk<'_>, kind: ReferenceKind, said: &[(Span, &Reference)]) {
        let same = |it: ReferenceKind| it == kind || (kind == ReferenceKind::Explicit && it == ReferenceKind::External);
        // A promise that gives the number of its action names a place.
        let named = |it: &Reference| match it.kind {
            ReferenceKind::Promise if it.written.is_some() => ReferenceKind::Explicit,
            kind => kind,
        };
        let said: Vec<&(Span, &Reference)> = said.iter().filter(|(_, it)| same(named(it))).collect();
        let labels: Vec<(Span, &Mark)> = desk
            .planted
            .marks
            .iter()
            .filter(|(_, mark)| matches!(mark, Mark::Reference { kind, .. } if same(*kind)))
            .map(|(span, mark)| (*span, mark))
            .collect();
        let mut right: BTreeSet<u32> = BTreeSet::new();
        for (span, label) in &labels {
            let over: Vec<&Reference> = said.iter().filter(|(at, _)| at.overlaps(*span)).map(|(_, it)| *it).collect();
            self.verdict(desk, *span, kind.name(), !over.is_empty());
            self.pair(kind).recall.count(!over.is_empty());
            let leads = !over.is_empty() && self.judged(desk, *span, label, &over);
            if leads {
                right.extend(over.iter().map(|it| it.span.start));
            }
            if kind == ReferenceKind::Explicit {
                self.end_to_end.recall.count(leads);
            }
            if over.is_empty() {
                self.note(desk, *span, "missed", kind.name());
            }
        }
        for (span, it) in said {
            let known = labels.iter().any(|(at, _)| at.overlaps(*span));
            self.pair(kind).precision.count(known);
            if kind == ReferenceKind::Explicit {
                self.end_to_end.precision.count(right.contains(&it.span.start));
            }
            if !known {
                self.note(desk, *span, "false", &format!("{} {}", it.kind.name(), it.state.name()));
            }
        }
    }

    const fn pair(&mut self, kind: ReferenceKind) -> &mut Pair {
        match kind {
            ReferenceKind::Promise => &mut self.promises,
            ReferenceKind::Vague => &mut self.vague,
            ReferenceKind::Explicit | ReferenceKind::External => &mut self.explicit,
        }
    }

    /// Whether the references `over` a label lead where it says; counts states and suggestions on the way.
    fn judged(&mut self, desk: &Desk<'_>, span: Span, label: &Mark, over: &[&Reference]) -> bool {
        let Mark::Reference {
            kind,
            state,
            targets,
            meant,
        } = label
        else {
            return false;
        };
        let said: BTreeSet<String> = over.iter().flat_map(|it| &it.targets).map(|it| target::key(it)).collect();
        let told = || {
            let all: Vec<String> = over
                .iter()
                .map(|it| format!("{} {}", it.state.name(), it.targets.join(", ")))
                .collect();
            all.join("; ")
        };
        let leads = match (kind, state) {
            (ReferenceKind::Promise, _) => over.iter().any(|it| it.state == *state),
            (ReferenceKind::External, _) => over.iter().any(|it| it.kind == ReferenceKind::External),
            (_, State::Ambiguous) => said == *targets || over.iter().any(|it| it.state == State::Ambiguous),
            (_, State::Dangling) => said.is_empty() && over.iter().any(|it| is_broken(it.state)),
            _ => said == *targets && over.iter().all(|it| it.kind != ReferenceKind::External),
        };
        match kind {
            ReferenceKind::Promise => self.kept.count(leads),
            ReferenceKind::Vague => {}
            ReferenceKind::Explicit | ReferenceKind::External => self.targets.count(leads),
        }
        if !leads && *kind != ReferenceKind::Vague {
            self.note(desk, span, "target", &format!("{} (told {})", state.name(), told()));
        }
        let faulty = over.iter().any(|it| is_broken(it.state));
        if is_broken(*state) {
            self.broken.recall.count(faulty);
        }
        if faulty {
            self.broken.precision.count(is_broken(*state));
        }
        if faulty != is_broken(*state) {
            self.note(desk, span, "state", &format!("{} (told {})", state.name(), told()));
        }
        if let Some(meant) = meant {
            self.suggestion(desk, span, meant, over);
        }
        leads
    }

    /// Counts the first suggestion for a reference against the place that was `meant`.
    fn suggestion(&mut self, desk: &Desk<'_>, span: Span, meant: &str, over: &[&Reference]) {
        let first: Option<&str> = over.iter().find_map(|it| it.suggestions.first()).map(|it| it.target.as_str());
        let right = first.map_or(meant.is_empty(), |first| target::key(first) == meant);
        if meant.is_empty() {
            self.silent.count(right);
        } else {
            self.suggested.count(right);
        }
        if !right {
            let what = format!("meant {meant} (told {})", first.unwrap_or("none"));
            self.note(desk, span, "suggested", &what);
        }
    }

    fn actions(&mut self, desk: &Desk<'_>) {
        let statements: Vec<(Span, usize)> = (0..desk.scan.document.statements.len())
            .map(|at| (desk.source(desk.scan.document.statements[at].span), at))
            .collect();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for (span, mark) in &desk.planted.marks {
            let Mark::Action(label) = mark else { continue };
            let found = statements
                .iter()
                .filter(|(at, one)| at.overlaps(*span) && !taken.contains(one))
                .filter(|(_, one)| desk.scan.document.statements[*one].kind != StatementKind::Finding)
                .min_by_key(|(at, one)| (desk.scan.document.statements[*one].kind != StatementKind::Action, at.len()));
            self.verdict(desk, *span, "action", found.is_some());
            self.actions.recall.count(found.is_some());
            match found {
                Some((_, one)) => {
                    taken.insert(*one);
                    self.slots(desk, *span, label, *one);
                }
                None => self.note(desk, *span, "missed", "action"),
            }
        }
        for (span, one) in statements {
            let statement: &Statement = &desk.scan.document.statements[one];
            if taken.contains(&one) {
                self.actions.precision.count(true);
            } else if statement.kind == StatementKind::Action {
                self.actions.precision.count(false);
                self.note(
                    desk,
                    Span::at(span.start as usize, span.start as usize),
                    "false",
                    &format!("action {}", statement.label),
                );
            }
        }
    }

    fn slots(&mut self, desk: &Desk<'_>, span: Span, label: &Slots, statement: usize) {
        let facts: &ActionFacts = &desk.scan.facts[statement];
        let words = |span: Span| desk.scan.document.fold.slice(span).to_owned();
        let written: Vec<(String, bool)> = facts.timescales.iter().map(|it| (words(it.span), it.date.is_some())).collect();
        for wrong in self.slots.add(label, facts, &written) {
            self.note(desk, span, "slot", &wrong);
        }
    }

    /// Counts the remarks of the checks of dates and of editing against the planted faults.
    fn faults(&mut self, desk: &Desk<'_>) {
        let said: Vec<&Annotation<'_>> = desk
            .scan
            .annotations
            .iter()
            .filter(|it| CHECKS.contains(&it.category) || KIN.iter().any(|(other, _)| it.rule == *other))
            .collect();
        let labels: Vec<(Span, &str)> = desk
            .planted
            .marks
            .iter()
            .filter_map(|(span, mark)| match mark {
                Mark::Fault(rule) => Some((*span, rule.as_str())),
                _ => None,
            })
            .collect();
        let meets = |said: &Annotation<'_>, (span, rule): (Span, &str)| {
            is_one_fault(said.rule, rule) && (desk.near(said.span, span) || said.related.iter().any(|it| desk.near(it.span, span)))
        };
        for &(span, rule) in &labels {
            let found = said.iter().any(|it| meets(it, (span, rule)));
            self.verdict(desk, span, rule, found);
            self.fault(rule).recall.count(found);
            if !found {
                self.note(desk, span, "missed", rule);
            }
        }
        for it in said {
            let right = labels.iter().any(|&label| meets(it, label));
            // What is for information calls nothing a fault.
            if !right && it.severity == Severity::Info {
                continue;
            }
            self.fault(it.category).precision.count(right);
            if !right {
                self.note(desk, it.span, "false", it.rule);
            }
        }
    }

    /// The figures of the check that the rule or check `name` belongs to.
    fn fault(&mut self, name: &str) -> &mut Pair {
        let check = name.split('/').next().unwrap_or_default();
        self.faults.entry(check.to_owned()).or_default()
    }

    fn verdict(&mut self, desk: &Desk<'_>, span: Span, category: &str, found: bool) {
        self.verdicts.push(Verdict {
            place: desk.place(span),
            category: category.to_owned(),
            quote: desk.words(span),
            open: false,
            rules: if found { vec![category.to_owned()] } else { Vec::new() },
        });
    }

    fn note(&mut self, desk: &Desk<'_>, span: Span, fault: &str, what: &str) {
        self.outcomes.push(Outcome {
            place: desk.place(span),
            fault: fault.to_owned(),
            what: what.to_owned(),
            quote: desk.words(span),
        });
    }
}

impl Desk<'_> {
    fn source(&self, folded: Span) -> Span {
        self.scan.document.source(folded, &self.scan.text.content)
    }

    fn line(&self, at: u32) -> usize {
        1 + self.planted.content[..at as usize].matches('\n').count()
    }

    fn place(&self, span: Span) -> String {
        format!("{}:{}", self.name, self.line(span.start))
    }

    fn words(&self, span: Span) -> String {
        self.planted.content[span.range()].to_owned()
    }

    /// Whether two places overlap, or stand on neighbouring lines.
    fn near(&self, one: Span, other: Span) -> bool {
        one.overlaps(other) || self.line(one.start).abs_diff(self.line(other.start)) <= NEAR
    }
}

fn is_one_fault(said: &str, label: &str) -> bool {
    said == label
        || KIN
            .iter()
            .any(|&(one, other)| (said, label) == (one, other) || (said, label) == (other, one))
}

const fn is_broken(state: State) -> bool {
    matches!(state, State::Dangling | State::OffTarget | State::Ambiguous)
}
