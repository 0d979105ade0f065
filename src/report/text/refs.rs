//! The refs view is the matrix of one document's references: what each action cites, which promises are kept, what
//! answers each finding, the coverage both ways, and the faults in the order in which a board would mend them.

use std::io::{self, Write};

use crate::checks::references::{Coverage, Reference, ReferenceKind, State};
use crate::document::StatementKind;
use crate::reading::Reading;
use crate::report::{Edition, View};
use crate::summary::STATES;

use super::look::{Look, counted};
use super::passage::cleaned;

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
        let leads = if it.targets.is_empty() {
            String::new()
        } else {
            format!(", leads to {}", it.targets.join(", "))
        };
        let line = format!("{}: {}{leads}", self.quote(it), it.state.name());
        self.look.paragraph(out, 4, &line)?;
        self.suggestions(it, 6, out)
    }

    fn suggestions(&self, it: &Reference, indent: usize, out: &mut impl Write) -> io::Result<()> {
        it.suggestions.iter().try_for_each(|suggestion| {
            let sure = suggestion.confidence.name();
            let line = format!("perhaps {} ({sure} confidence): {}", suggestion.target, suggestion.why);
            self.look.paragraph(out, indent, &line)
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
            self.look.paragraph(out, 2, &format!("{}: {answer}", self.place(it)))?;
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
            self.look.paragraph(out, 2, &format!("{} (line {line}): {answer}", it.label))
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
        let faults = || STATES.iter().filter(|state| !matches!(state, State::Ok | State::External));
        let mut number = 0;
        for &state in faults() {
            for it in self.references().filter(|it| it.state == state) {
                number += 1;
                let better = match it.suggestions.first() {
                    Some(suggestion) => format!(" Perhaps {} is meant.", suggestion.target),
                    None => String::new(),
                };
                let line = format!("{number}. {}: {} {}.{better}", self.place(it), self.quote(it), said(state));
                self.look.paragraph(out, 2, &line)?;
            }
        }
        if number == 0 {
            writeln!(out, "  Nothing.")?;
        }
        Ok(())
    }

    fn place(&self, it: &Reference) -> String {
        let line = self.view.place(self.view.source(it.span).start).line;
        match self.view.paragraph(it.block) {
            Some(number) => format!("{} (line {line})", cleaned(number)),
            None => format!("line {line}"),
        }
    }

    fn quote(&self, it: &Reference) -> String {
        let words = cleaned(self.view.scan.document.fold.slice(it.span));
        match words.char_indices().nth(LONGEST) {
            Some((cut, _)) => format!("\u{201c}{}\u{2026}\u{201d}", &words[..cut]),
            None => format!("\u{201c}{words}\u{201d}"),
        }
    }
}

/// What is wrong with a reference in `state`, as the end of a sentence.
const fn said(state: State) -> &'static str {
    match state {
        State::Dangling => "leads to nothing in this document",
        State::OffTarget => "does not lead to what it speaks of",
        State::Unanswered => "is answered by no action",
        State::Ambiguous => "could be either of two places, for the number is used twice",
        State::Unspecific => "does not say where",
        State::Ok | State::External => "is in order",
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
