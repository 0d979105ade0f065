//! `Coverage` says who answers what: which action cites the paragraph of a promise, which finding nobody takes up.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::graph::{Coverage, Graph, Reference, ReferenceKind, State, Suggestion};
use super::judge::Judged;
use super::locate::answers;
use super::resolve::{Lead, Places, kind_name, label_kind};
use super::spoken::spoken;
use super::suggest::{Hint, Learnt};
use crate::annotation::Confidence;
use crate::document::{Document, LabelKind, Statement, StatementKind};

/// Draws up the graph of everything that was judged; `learnt` is what the citations tell as a whole.
pub(super) fn graph(document: &Document, places: &Places, mut judged: Vec<Judged>, learnt: Learnt) -> Graph {
    let citations = Citations::new(document, &judged);
    let promises = settle(document, (places, &citations), &mut judged, &learnt);
    let answered_by: Vec<Vec<u32>> = (0..document.statements.len()).map(|s| citations.answers_to(places, s)).collect();
    // Collected, they would keep the room of all that was judged.
    let mut references: Vec<Reference> = Vec::with_capacity(judged.len());
    references.extend(judged.into_iter().map(|one| one.reference));
    Graph {
        cites: cites(document, &references),
        findings: findings(document, &answered_by, &citations),
        actions: actions(document, &references),
        answered_by: answered_by
            .iter()
            .map(|by| by.iter().map(|&s| statement_name(&document.statements[s as usize])).collect())
            .collect(),
        promises,
        drifts: learnt.drifts,
        references,
    }
}

/// Decides what became of every promise, by who cites it, by who evidently meant to, and last by who speaks of it.
fn settle(document: &Document, (places, citations): (&Places, &Citations), judged: &mut [Judged], learnt: &Learnt) -> Coverage {
    let mut meant: HashMap<u32, Vec<&Hint>> = HashMap::new();
    for hint in &learnt.hints {
        meant.entry(hint.paragraph).or_default().push(hint);
    }
    let mut silent = Vec::new();
    let is_promise = |one: &Judged| one.reference.kind == ReferenceKind::Promise;
    let is_open = |reference: &Reference| matches!(reference.state, State::Unanswered | State::Unspecific);
    for (at, one) in judged.iter_mut().enumerate().filter(|(_, one)| is_promise(one)) {
        citations.settle(places, one);
        let reference = &mut one.reference;
        if is_open(reference) {
            let paragraph = document.blocks[reference.block as usize].paragraph;
            // The innermost place that somebody meant: the paragraph, or the finding around it.
            let mut holders = paragraph.into_iter().chain(places.holders(places.holding(reference.span.start)));
            let hints = holders.find_map(|place| meant.get(&place)).into_iter().flatten();
            reference.suggestions = hints.map(|hint| hint.suggestion.clone()).collect();
            silent.extend(reference.suggestions.is_empty().then_some((at, reference.block)));
        }
    }
    let settled = settled(document, judged);
    let mut spoken = spoken(document, &silent, &settled, &learnt.stems);
    let mut coverage = Coverage::default();
    for (at, one) in judged.iter_mut().enumerate().filter(|(_, one)| is_promise(one)) {
        let reference = &mut one.reference;
        if is_open(reference) {
            reference.suggestions.extend(spoken.remove(&at));
            probably(reference);
        }
        coverage.total += 1;
        match reference.state {
            State::Ok if reference.suggestions.is_empty() => coverage.covered += 1,
            State::Unanswered if reference.suggestions.is_empty() => {}
            _ => coverage.unresolved += 1,
        }
    }
    coverage
}

/// The statements that cite what they answer, where most statements of the document do: they keep promises by citing them, not by
/// their words.
fn settled(document: &Document, judged: &[Judged]) -> HashSet<u32> {
    let explicit = judged.iter().filter(|one| one.reference.kind == ReferenceKind::Explicit);
    let citing: HashSet<u32> = explicit
        .filter(|one| {
            one.leads
                .iter()
                .flatten()
                .any(|lead| matches!(lead, Lead::Entry(_) | Lead::Nowhere))
        })
        .filter_map(|one| one.reference.statement)
        .collect();
    let able = document.statements.iter().filter(|s| answers(s.kind)).count();
    if citing.len() * 2 < able { HashSet::new() } else { citing }
}

/// Takes for kept what somebody evidently meant to keep: the citation beside is the fault, and is told as one. The suggestions stay, as
/// the reason, and it counts as no coverage.
fn probably(reference: &mut Reference) {
    let sure = |suggestion: &&Suggestion| suggestion.confidence >= Confidence::Medium;
    let Some(by) = reference.suggestions.iter().find(sure) else {
        return;
    };
    reference.targets = vec![by.target.clone()];
    reference.state = State::Ok;
}

/// A statement's name: its label, or its kind and number; "an action" for one that has neither.
pub(super) fn statement_name(statement: &Statement) -> String {
    let worded = statement.label.starts_with(|c: char| c.is_alphabetic());
    match (&statement.number, worded, statement.kind) {
        (_, true, _) => statement.label.clone(),
        (Some(number), false, kind) => format!("{} {number}", kind_name(kind)),
        (None, false, StatementKind::Action) => "an action".to_owned(),
        (None, false, kind) => format!("a {}", kind_name(kind).to_lowercase()),
    }
}

/// Which statements cite what.
struct Citations<'d> {
    document: &'d Document,
    /// Entries cited by statements that can answer, rising, with those statements.
    cited: BTreeMap<u32, Vec<u32>>,
    /// Numbered paragraphs among `cited`, rising; headings left out.
    paragraphs: Vec<u32>,
    /// Rows of tables cited, with the statements that cite them.
    rows: HashMap<u32, Vec<u32>>,
    /// Entries with statements that cite them and evidently mean another.
    doubted: HashSet<(u32, u32)>,
    /// Whether any statement can answer at all.
    any: bool,
}

impl<'d> Citations<'d> {
    fn new(document: &'d Document, judged: &[Judged]) -> Self {
        let mut cited: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut rows: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut doubted = HashSet::new();
        for one in judged.iter().filter(|one| one.reference.kind == ReferenceKind::Explicit) {
            let Some(by) = one.reference.statement.filter(|&s| answers(document.statements[s as usize].kind)) else {
                continue;
            };
            for lead in one.leads.iter().flatten() {
                match lead {
                    Lead::Entry(entry) => {
                        cited.entry(*entry).or_default().push(by);
                        let misses = one.reference.state == State::OffTarget && !one.reference.suggestions.is_empty();
                        doubted.extend(misses.then_some((*entry, by)));
                    }
                    Lead::Row(row) => rows.entry(*row).or_default().push(by),
                    Lead::Nowhere | Lead::Several(_) => {}
                }
            }
        }
        let paragraph = |&&entry: &&u32| {
            let entry = &document.outline.entries[entry as usize];
            entry.kind == LabelKind::Paragraph && !entry.heading
        };
        Self {
            document,
            paragraphs: cited.keys().filter(paragraph).copied().collect(),
            cited,
            rows,
            doubted,
            any: document.statements.iter().any(|s| answers(s.kind)),
        }
    }

    /// Decides what became of a promise.
    fn settle(&self, places: &Places, one: &mut Judged) {
        let reference = &mut one.reference;
        if !one.leads.is_empty() {
            let lost = one.leads.iter().flatten().any(|lead| *lead == Lead::Nowhere);
            reference.state = if lost { State::Dangling } else { State::Ok };
            return;
        }
        let paragraph = self.document.blocks[reference.block as usize].paragraph;
        let inner = paragraph.or_else(|| places.holding(reference.span.start));
        let mut by: Vec<u32> = places
            .holders(inner)
            .filter(|&entry| Some(entry) == inner || !self.is_cited_by_paragraph(places, entry))
            .flat_map(|entry| self.cited.get(&entry).into_iter().flatten().map(move |&by| (entry, by)))
            .filter(|pair| !self.doubted.contains(pair))
            .map(|(_, by)| by)
            .collect();
        by.retain(|&s| Some(s) != reference.statement);
        by.sort_unstable();
        by.dedup();
        reference.targets = by.iter().map(|&s| statement_name(&self.document.statements[s as usize])).collect();
        reference.state = match (by.is_empty(), self.cited.is_empty(), self.any) {
            (false, ..) => State::Ok,
            (true, false, _) => State::Unanswered,
            (true, true, true) => State::Unspecific,
            (true, true, false) => State::External,
        };
    }

    /// Whether `entry` is a finding or a section of which some action cites a paragraph by its number: then whoever cites
    /// it as a whole answers it, and keeps no promise of its paragraphs.
    fn is_cited_by_paragraph(&self, places: &Places, entry: u32) -> bool {
        let whole = places.entry(entry);
        let next = self.paragraphs.partition_point(|&paragraph| paragraph <= entry);
        let inside = self
            .paragraphs
            .get(next)
            .is_some_and(|&p| whole.extent.contains(places.entry(p).extent));
        inside && (whole.heading || whole.kind != LabelKind::Paragraph)
    }

    /// The statements that answer statement `s`: they cite it, or a place inside it.
    fn answers_to(&self, places: &Places, s: usize) -> Vec<u32> {
        let statement = &self.document.statements[s];
        let extent = self.extent(places, statement);
        let first = self.document.outline.entries.partition_point(|e| e.extent.start < extent.0) as u32;
        let inside = self
            .cited
            .range(first..)
            .take_while(|(entry, _)| places.entry(**entry).extent.start < extent.1);
        let mut by: Vec<u32> = inside
            .flat_map(|(_, by)| by)
            .chain(self.rows.get(&(s as u32)).into_iter().flatten())
            .copied()
            .collect();
        by.retain(|&other| can_answer(self.document.statements[other as usize].kind, statement.kind) && other as usize != s);
        by.sort_unstable();
        by.dedup();
        by
    }

    /// Where a statement begins and ends: its own span, or that of the entry with its label when that reaches farther.
    fn extent(&self, places: &Places, statement: &Statement) -> (u32, u32) {
        let entry = statement.number.as_deref().and_then(|number| {
            let found = self.document.outline.find(label_kind(statement.kind), number);
            found.iter().copied().find(|&e| places.entry(e).block == statement.blocks.0)
        });
        let end = entry.map_or(0, |e| places.entry(e).extent.end);
        (statement.span.start, statement.span.end.max(end))
    }
}

/// Whether a statement of kind `by` can answer one of kind `what`.
const fn can_answer(by: StatementKind, what: StatementKind) -> bool {
    match what {
        StatementKind::Finding | StatementKind::LearningPoint => matches!(by, StatementKind::Action | StatementKind::Recommendation),
        StatementKind::Recommendation => matches!(by, StatementKind::Action),
        StatementKind::Action => false,
    }
}

/// For each statement, what it cites, as the document names it; a number that leads nowhere as it is written.
fn cites(document: &Document, references: &[Reference]) -> Vec<Vec<String>> {
    let mut cites: Vec<Vec<String>> = vec![Vec::new(); document.statements.len()];
    let mut seen: HashSet<(u32, String)> = HashSet::new();
    for reference in references.iter().filter(|r| r.kind == ReferenceKind::Explicit) {
        let Some(statement) = reference.statement else { continue };
        let lost = reference.targets.is_empty().then(|| reference.written.clone()).flatten();
        for target in reference.targets.iter().cloned().chain(lost) {
            if seen.insert((statement, target.clone())) {
                cites[statement as usize].push(target);
            }
        }
    }
    cites
}

fn findings(document: &Document, answered_by: &[Vec<u32>], citations: &Citations) -> Coverage {
    let has_actions = document.statements.iter().any(|s| s.kind == StatementKind::Action);
    let mut coverage = Coverage::default();
    for (statement, by) in document.statements.iter().zip(answered_by) {
        let asks = match statement.kind {
            StatementKind::Finding | StatementKind::LearningPoint => true,
            StatementKind::Recommendation => has_actions,
            StatementKind::Action => false,
        };
        if !asks {
            continue;
        }
        coverage.total += 1;
        if !by.is_empty() {
            coverage.covered += 1;
        } else if citations.cited.is_empty() {
            coverage.unresolved += 1;
        }
    }
    coverage
}

fn actions(document: &Document, references: &[Reference]) -> Coverage {
    let mut resolved: HashSet<u32> = HashSet::new();
    let mut citing: HashSet<u32> = HashSet::new();
    for reference in references.iter().filter(|r| r.kind == ReferenceKind::Explicit) {
        let Some(statement) = reference.statement else { continue };
        citing.insert(statement);
        if reference.state == State::Ok {
            resolved.insert(statement);
        }
    }
    let mut coverage = Coverage::default();
    for (s, _) in document
        .statements
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind == StatementKind::Action)
    {
        coverage.total += 1;
        if resolved.contains(&(s as u32)) {
            coverage.covered += 1;
        } else if citing.contains(&(s as u32)) {
            coverage.unresolved += 1;
        }
    }
    coverage
}
