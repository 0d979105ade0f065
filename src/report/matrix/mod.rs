//! A `Matrix` is one document's references as a table for people and programs: what each action cites, what answers each
//! finding, the coverage both ways, and the faults in the order in which a board would mend them. It is drawn up once;
//! text, [`html`], [`csv`] and [`dot`] only write it down.

pub mod csv;
pub mod dot;
pub mod html;

use std::collections::HashSet;

use crate::checks::references::{Coverage, Drift, Reference, ReferenceKind, State, Suggestion};
use crate::document::StatementKind;
use crate::reading::Reading;
use crate::text::Span;

use super::edition::Edition;
use super::json::record::statement_kind;
use super::text::passage::{cleaned, start_of};
use super::view::View;

/// Most characters of a reference that are shown.
const LONGEST: usize = 60;

/// One document's references, drawn up.
pub(super) struct Matrix {
    /// The document, as it was named.
    pub(super) path: String,
    /// Every reference, in reading order.
    pub(super) lines: Vec<Line>,
    /// Every action, in reading order; every recommendation where the document has no action.
    pub(super) actions: Vec<Action>,
    /// What those are: "action", "recommendation".
    pub(super) answering: &'static str,
    /// Every finding, recommendation and learning point that others answer, in reading order.
    pub(super) answered: Vec<Answered>,
    /// What is covered, of how much.
    pub(super) coverage: [(&'static str, Coverage); 3],
    /// What to mend, gravest first.
    pub(super) faults: Vec<Faults>,
    /// Whether the document stands on the same page, so that places can be linked to.
    pub(super) is_linked: bool,
}

/// One reference.
pub(super) struct Line {
    /// Where it stands: its paragraph or action, and the line; the line alone where it is in neither.
    pub(super) place: String,
    /// The paragraph or action without the line; empty where it is in neither.
    pub(super) name: String,
    /// Line, from 1.
    pub(super) line: u32,
    /// Index of its block.
    pub(super) block: u32,
    /// Its words, between quotation marks; `None` when words may not be shown.
    pub(super) quote: Option<String>,
    /// What its label names: "paragraph", "action plan"; empty when it names nothing.
    pub(super) label: String,
    /// How it is written.
    pub(super) kind: ReferenceKind,
    /// The number as written.
    pub(super) written: Option<String>,
    /// What it leads to.
    pub(super) targets: Vec<String>,
    /// What became of it.
    pub(super) state: State,
    /// Better targets.
    pub(super) suggestions: Vec<Suggestion>,
}

/// One action.
pub(super) struct Action {
    /// Its label; "An action" where it has none.
    pub(super) label: String,
    /// Line, from 1.
    pub(super) line: u32,
    /// Index of its block.
    pub(super) block: u32,
    /// What it cites, as indices of the lines.
    pub(super) cites: Vec<usize>,
}

/// One finding, recommendation or learning point.
pub(super) struct Answered {
    /// Its label.
    pub(super) label: String,
    /// Line, from 1.
    pub(super) line: u32,
    /// Index of its block.
    pub(super) block: u32,
    /// The actions and recommendations that answer it.
    pub(super) by: Vec<String>,
}

/// Faults of one kind.
pub(super) struct Faults {
    /// What is wrong with all of them.
    pub(super) title: &'static str,
    /// Each of them.
    pub(super) faults: Vec<Fault>,
}

/// One fault.
pub(super) struct Fault {
    /// Its place in the whole list, from 1.
    pub(super) number: usize,
    /// Where it is and what is wrong, a line of words.
    pub(super) says: String,
    /// The reference it is about, as an index of the lines.
    pub(super) line: Option<usize>,
}

impl Matrix {
    /// Draws up the matrix of `reading`; `None` for one that failed.
    pub(super) fn new(reading: &Reading<'_>, edition: &Edition<'_>) -> Option<Self> {
        let read = reading.outcome.as_ref().ok()?;
        let view = View::new(read, edition);
        let graph = &view.scan.graph;
        let lines: Vec<Line> = graph.references.iter().map(|it| line(&view, it)).collect();
        let answering = answering(&view);
        Some(Self {
            path: cleaned(reading.source.shown()),
            actions: actions(&view, answering),
            answering: statement_kind(answering),
            answered: answered(&view, answering),
            coverage: [
                ("Promises that an action answers", graph.promises),
                ("Findings and recommendations that an action answers", graph.findings),
                ("Actions that cite a place that exists", graph.actions),
            ],
            faults: faults(&view, &lines),
            lines,
            is_linked: false,
        })
    }

    /// The same, for a page on which the document stands when `is_linked`.
    pub(super) const fn linked(mut self, is_linked: bool) -> Self {
        self.is_linked = is_linked;
        self
    }

    /// The promises, with their places among the lines.
    pub(super) fn promises(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|it| it.kind == ReferenceKind::Promise)
    }

    /// For each line, its number in the list of what to mend.
    pub(super) fn mending(&self) -> Vec<Option<usize>> {
        let mut mending = vec![None; self.lines.len()];
        for fault in self.faults.iter().flat_map(|group| &group.faults) {
            if let Some(at) = fault.line {
                mending[at] = Some(fault.number);
            }
        }
        mending
    }
}

impl Line {
    /// Its words; where they may not be shown, what it names and the number.
    pub(super) fn words(&self) -> String {
        let named = || [self.label.as_str(), self.written.as_deref().unwrap_or_default()].join(" ");
        let words = self.quote.clone().unwrap_or_else(named);
        match words.trim() {
            "" => "\u{2026}".to_owned(),
            words => words.to_owned(),
        }
    }

    /// What became of a citation, in words.
    pub(super) fn outcome(&self) -> String {
        let targets = self.targets.join(", ");
        match self.state {
            State::Ok => format!("leads to {targets}"),
            State::OffTarget => format!("OFF TARGET, leads to {targets}"),
            State::Ambiguous => format!("AMBIGUOUS, could be any of {targets}"),
            State::Dangling => "DANGLING, there is no such place".to_owned(),
            State::Unanswered => "UNANSWERED".to_owned(),
            State::Unspecific => "does not say where".to_owned(),
            State::External => "another paper, or the law".to_owned(),
        }
    }

    /// What became of a promise, in words.
    pub(super) fn answer(&self) -> String {
        match self.state {
            State::Ok if self.suggestions.is_empty() => format!("answered by {}", self.targets.join(", ")),
            State::Ok => format!("probably answered by {}", self.targets.join(", ")),
            State::Unanswered => "ANSWERED BY NO ACTION".to_owned(),
            State::Dangling => "DANGLING, there is no such place".to_owned(),
            State::Unspecific => "cannot be told, for no action says what it answers".to_owned(),
            State::External => "the plan is not in this document".to_owned(),
            other => other.name().to_owned(),
        }
    }
}

/// A share in words.
pub(super) fn shared(share: Coverage) -> String {
    let unresolved = match share.unresolved {
        0 => String::new(),
        some => format!(" ({some} more could not be resolved)"),
    };
    match share.total {
        0 => "none in this document".to_owned(),
        total => format!("{} of {total}{unresolved}", share.covered),
    }
}

/// A suggestion in words.
pub(super) fn suggested(it: &Suggestion) -> String {
    let (target, confidence) = (&it.target, it.confidence.name());
    match it.why.as_str() {
        "" => format!("perhaps {target} ({confidence} confidence)"),
        why => format!("perhaps {target} ({confidence} confidence): {why}"),
    }
}

fn line(view: &View<'_>, it: &Reference) -> Line {
    let line = view.place(view.source(it.span).start).line;
    let statements = &view.scan.document.statements;
    let statement = it.statement.map(|at| statements[at as usize].label.as_str());
    let name = view.paragraph(it.block).or(statement).map(cleaned).unwrap_or_default();
    Line {
        place: if name.is_empty() {
            format!("line {line}")
        } else {
            format!("{name} (line {line})")
        },
        name,
        line,
        block: it.block,
        quote: quote(view, it),
        label: it.label.as_deref().unwrap_or_default().replace('-', " "),
        kind: it.kind,
        written: it.written.as_deref().map(cleaned),
        targets: it.targets.iter().map(|target| cleaned(target)).collect(),
        state: it.state,
        suggestions: it.suggestions.iter().map(|it| suggestion(view, it)).collect(),
    }
}

/// A suggestion, without its reason when words may not be shown: reasons repeat them.
fn suggestion(view: &View<'_>, it: &Suggestion) -> Suggestion {
    let why = view.shown(it.why.as_str()).unwrap_or_default().to_owned();
    Suggestion { why, ..it.clone() }
}

fn quote(view: &View<'_>, it: &Reference) -> Option<String> {
    let words = cleaned(view.folded(it.span)?);
    Some(match start_of(&words, LONGEST) {
        (start, true) => format!("\u{201c}{start} \u{2026}\u{201d}"),
        (words, false) => format!("\u{201c}{words}\u{201d}"),
    })
}

/// What answers in the document: its actions; its recommendations where it has no action.
fn answering(view: &View<'_>) -> StatementKind {
    let statements = &view.scan.document.statements;
    if statements.iter().any(|it| it.kind == StatementKind::Action) {
        StatementKind::Action
    } else {
        StatementKind::Recommendation
    }
}

fn actions(view: &View<'_>, answering: StatementKind) -> Vec<Action> {
    let statements = &view.scan.document.statements;
    let mut cites: Vec<Vec<usize>> = vec![Vec::new(); statements.len()];
    for (at, it) in view.scan.graph.references.iter().enumerate() {
        if let Some(statement) = it.statement {
            cites[statement as usize].push(at);
        }
    }
    let actions = statements.iter().zip(cites).filter(|(it, _)| it.kind == answering);
    let action = |(it, cites): (&crate::document::Statement, Vec<usize>)| Action {
        label: if it.label.is_empty() {
            "An action".to_owned()
        } else {
            cleaned(&it.label)
        },
        line: view.place(view.source(it.span).start).line,
        block: it.blocks.0,
        cites,
    };
    actions.map(action).collect()
}

fn answered(view: &View<'_>, answering: StatementKind) -> Vec<Answered> {
    let scan = view.scan;
    let statements = scan.document.statements.iter().zip(&scan.graph.answered_by);
    let others = statements.filter(|(it, _)| it.kind != answering);
    others
        .map(|(it, by)| Answered {
            label: cleaned(&it.label),
            line: view.place(view.source(it.span).start).line,
            block: it.blocks.0,
            by: by.iter().map(|name| cleaned(name)).collect(),
        })
        .collect()
}

/// What is wrong with references in each state that is a fault, in the order in which a board would mend them.
const SAID: [(State, &str); 4] = [
    (State::Dangling, "Lead to nothing in this document"),
    (State::OffTarget, "Do not lead to what they speak of"),
    (State::Unanswered, "Promised, and answered by no action"),
    (State::Ambiguous, "Could be either of two places, for the number is used twice"),
];

fn faults(view: &View<'_>, lines: &[Line]) -> Vec<Faults> {
    let mut all = vec![("Wrong as a whole", drifts(view, lines))];
    all.extend(SAID.map(|(state, title)| (title, in_state(lines, state))));
    all.push(("Missing, or there twice", gaps(view)));
    all.push(("Do not say where", in_state(lines, State::Unspecific)));
    let mut number = 0;
    let mut counted = |(says, line): (String, Option<usize>)| {
        number += 1;
        Fault { number, says, line }
    };
    let groups = all.into_iter().filter(|(_, faults)| !faults.is_empty());
    groups
        .map(|(title, faults)| Faults {
            title,
            faults: faults.into_iter().map(&mut counted).collect(),
        })
        .collect()
}

fn in_state(lines: &[Line], state: State) -> Vec<(String, Option<usize>)> {
    let faulty = lines.iter().enumerate().filter(|(_, it)| it.state == state);
    let says = |it: &Line| match it.suggestions.first() {
        Some(better) => format!("{}: {}. Perhaps {} is meant.", it.place, it.words(), better.target),
        None => format!("{}: {}", it.place, it.words()),
    };
    faulty.map(|(at, it)| (says(it), Some(at))).collect()
}

fn drifts(view: &View<'_>, lines: &[Line]) -> Vec<(String, Option<usize>)> {
    let says = |drift: &Drift| {
        let place = drift.references.first().map_or("", |&at| lines[at as usize].place.as_str());
        (format!("{place}: {}.", drift.says()), None)
    };
    view.scan.graph.drifts.iter().map(says).collect()
}

/// What is wrong with no reference in particular: a number used twice, a finding that nothing answers.
fn gaps(view: &View<'_>) -> Vec<(String, Option<usize>)> {
    let referring: HashSet<Span> = view.scan.graph.references.iter().map(|it| view.source(it.span)).collect();
    let remarks = view.scan.annotations.iter().filter(|it| it.category == "references");
    let gaps = remarks.filter(|it| it.rule != "references/drift" && !referring.contains(&it.span));
    // Of a list the numbers that lead nowhere are marked one by one, inside a reference that is listed already.
    let inside = |span: Span| referring.iter().any(|whole| whole.contains(span));
    gaps.filter(|it| it.rule != "references/dangling" || !inside(it.span))
        .map(|it| {
            (
                format!("line {}: {}", view.place(it.span.start).line, cleaned(&view.said(&it.message))),
                None,
            )
        })
        .collect()
}
