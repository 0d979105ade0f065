//! The refs view is the matrix of one document's references: what each action cites, which promises are kept, what
//! answers each finding, the coverage both ways, and the faults in the order in which a board would mend them.

use std::collections::HashSet;
use std::io::{self, Write};

use crate::checks::references::{Coverage, Reference, ReferenceKind, State};
use crate::document::StatementKind;
use crate::reading::Reading;
use crate::report::{Edition, View};
use crate::summary::STATES;
use crate::text::Span;

use super::look::{Look, counted};
use super::passage::{cleaned, start_of};

/// Most characters of a reference that are shown.
const LONGEST: usize = 60;

/// Writes the matrix of `reading`. A failed reading shows nothing.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = &View::new(read, edition);
    let matrix = Matrix { view, look };
    let references = view.scan.graph.references.len() as u64;
    let path = cleaned(reading.source.shown());
    writeln!(out, "{}: {}", look.title(path), counted(references, "reference"))?;
    matrix.actions(out)?;
    matrix.promises(out)?;
    matrix.answered(out)?;
    matrix.coverage(out)?;
    matrix.to_mend(out)?;
    writeln!(out)
}

struct Matrix<'a> {
    view: &'a View<'a>,
    look: &'a Look,
}

impl<'a> Matrix<'a> {
    fn title(&self, words: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\n{}", self.look.title(words))
    }

    fn references(&self) -> impl Iterator<Item = &'a Reference> {
        self.view.scan.graph.references.iter()
    }

    fn actions(&self, out: &mut impl Write) -> io::Result<()> {
        let statements = self.view.scan.document.statements.iter().enumerate();
        let actions: Vec<_> = statements.filter(|(_, it)| it.kind == StatementKind::Action).collect();
        if actions.is_empty() {
            return Ok(());
        }
        self.title("WHAT EACH ACTION CITES", out)?;
        for (at, action) in actions {
            let line = self.view.place(self.view.source(action.span).start).line;
            let label = if action.label.is_empty() { "An action" } else { &action.label };
            writeln!(out, "  {label} (line {line})")?;
            let mut cited = self.references().filter(|it| it.statement == Some(at as u32)).peekable();
            if cited.peek().is_none() {
                writeln!(out, "    cites nothing")?;
            }
            cited.try_for_each(|it| self.cited(it, out))?;
        }
        Ok(())
    }

    fn cited(&self, it: &Reference, out: &mut impl Write) -> io::Result<()> {
        let targets = it.targets.join(", ");
        let state = match it.state {
            State::Ok => format!("leads to {targets}"),
            State::OffTarget => format!("OFF TARGET, leads to {targets}"),
            State::Ambiguous => format!("AMBIGUOUS, could be any of {targets}"),
            State::Dangling => "DANGLING, there is no such place".to_owned(),
            State::Unanswered => "UNANSWERED".to_owned(),
            State::Unspecific => "does not say where".to_owned(),
            State::External => "another paper, or the law".to_owned(),
        };
        self.look.item(out, 4, &format!("{}: {state}", self.quote(it)))?;
        self.suggestions(it, 6, out)
    }

    fn suggestions(&self, it: &Reference, indent: usize, out: &mut impl Write) -> io::Result<()> {
        it.suggestions.iter().try_for_each(|suggestion| {
            let sure = suggestion.confidence.name();
            let line = format!("perhaps {} ({sure} confidence): {}", suggestion.target, suggestion.why);
            self.look.item(out, indent, &line)
        })
    }

    fn promises(&self, out: &mut impl Write) -> io::Result<()> {
        let mut promises = self.references().filter(|it| it.kind == ReferenceKind::Promise).peekable();
        if promises.peek().is_none() {
            return Ok(());
        }
        self.title("WHAT IS PROMISED", out)?;
        promises.try_for_each(|it| {
            let answer = match it.state {
                State::Ok => format!("answered by {}", it.targets.join(", ")),
                State::Unanswered => "ANSWERED BY NO ACTION".to_owned(),
                other => other.name().to_owned(),
            };
            self.look.item(out, 2, &format!("{}: {answer}", self.place(it)))?;
            self.suggestions(it, 4, out)
        })
    }

    fn answered(&self, out: &mut impl Write) -> io::Result<()> {
        let scan = self.view.scan;
        let statements = scan.document.statements.iter().zip(&scan.graph.answered_by);
        let mut others = statements.filter(|(it, _)| it.kind != StatementKind::Action).peekable();
        if others.peek().is_none() {
            return Ok(());
        }
        self.title("WHAT ANSWERS EACH FINDING AND RECOMMENDATION", out)?;
        others.try_for_each(|(it, answers)| {
            let line = self.view.place(self.view.source(it.span).start).line;
            let answer = if answers.is_empty() {
                "nothing".to_owned()
            } else {
                answers.join(", ")
            };
            self.look.item(out, 2, &format!("{} (line {line}): {answer}", it.label))
        })
    }

    fn coverage(&self, out: &mut impl Write) -> io::Result<()> {
        let graph = &self.view.scan.graph;
        self.title("COVERAGE", out)?;
        for (name, share) in [
            ("Promises that an action answers", graph.promises),
            ("Findings and recommendations that an action answers", graph.findings),
            ("Actions that cite a place that exists", graph.actions),
        ] {
            writeln!(out, "  {name}: {}", shared(share))?;
        }
        Ok(())
    }

    fn to_mend(&self, out: &mut impl Write) -> io::Result<()> {
        self.title("TO MEND, IN THIS ORDER", out)?;
        let mut number = 0;
        for state in STATES.into_iter().filter(|state| !matches!(state, State::Ok | State::External)) {
            let mut faults = self.references().filter(|it| it.state == state).peekable();
            if faults.peek().is_some() {
                writeln!(out, "  {}", said(state))?;
            }
            for it in faults {
                number += 1;
                let better = match it.suggestions.first() {
                    Some(suggestion) => format!(". Perhaps {} is meant.", suggestion.target),
                    None => String::new(),
                };
                let line = format!("{number}. {}: {}{better}", self.place(it), self.quote(it));
                self.look.item(out, 4, &line)?;
            }
        }
        number = self.gaps(number, out)?;
        if number == 0 {
            writeln!(out, "  Nothing.")?;
        }
        Ok(())
    }

    /// Writes what is wrong with no reference in particular: a number used twice, a finding that nothing answers.
    fn gaps(&self, mut number: usize, out: &mut impl Write) -> io::Result<usize> {
        let referring: HashSet<Span> = self.references().map(|it| self.view.source(it.span)).collect();
        let remarks = self.view.scan.annotations.iter().filter(|it| it.category == "references");
        let mut gaps = remarks.filter(|it| !referring.contains(&it.span)).peekable();
        if gaps.peek().is_some() {
            writeln!(out, "  Missing, or there twice")?;
        }
        for it in gaps {
            number += 1;
            let line = self.view.place(it.span.start).line;
            self.look.item(out, 4, &format!("{number}. line {line}: {}", it.message))?;
        }
        Ok(number)
    }

    /// Where a reference stands, for a person: its paragraph or the action it is part of, and the line.
    fn place(&self, it: &Reference) -> String {
        let line = self.view.place(self.view.source(it.span).start).line;
        let statements = &self.view.scan.document.statements;
        let statement = it.statement.map(|at| statements[at as usize].label.as_str());
        match self.view.paragraph(it.block).or(statement).filter(|name| !name.is_empty()) {
            Some(name) => format!("{} (line {line})", cleaned(name)),
            None => format!("line {line}"),
        }
    }

    fn quote(&self, it: &Reference) -> String {
        let words = cleaned(self.view.scan.document.fold.slice(it.span));
        match start_of(&words, LONGEST) {
            (start, true) => format!("\u{201c}{start} \u{2026}\u{201d}"),
            (words, false) => format!("\u{201c}{words}\u{201d}"),
        }
    }
}

/// What is wrong with references in `state`.
const fn said(state: State) -> &'static str {
    match state {
        State::Dangling => "Lead to nothing in this document",
        State::OffTarget => "Do not lead to what they speak of",
        State::Unanswered => "Promised, and answered by no action",
        State::Ambiguous => "Could be either of two places, for the number is used twice",
        State::Unspecific => "Do not say where",
        State::Ok | State::External => "In order",
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
