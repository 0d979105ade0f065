//! The drawing of the matrix is a graph in the language of Graphviz: actions point to what they cite, places that promise
//! an answer are notes, and what does not exist is drawn in dots. Words tell what is wrong; lines only help.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::checks::references::{ReferenceKind, State};
use crate::reading::Reading;
use crate::report::edition::Edition;

use super::{Action, Line, Matrix};

/// Writes the beginning of the graph.
///
/// # Errors
/// Those of `out`.
pub fn head(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"digraph references {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n")
}

/// Writes the part of the graph that is the `at`-th document. A failed reading has none.
///
/// # Errors
/// Those of `out`.
pub fn write(at: usize, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Some(matrix) = &Matrix::new(reading, edition) else {
        return Ok(());
    };
    writeln!(out, "  subgraph cluster_{at} {{\n    label={};", quoted(&matrix.path))?;
    let drawing = Drawing::new(at, matrix);
    drawing.nodes(out)?;
    drawing.citations(out)?;
    drawing.answers(out)?;
    out.write_all(b"  }\n")
}

/// Writes the end of the graph.
///
/// # Errors
/// Those of `out`.
pub fn tail(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"}\n")
}

struct Drawing<'m> {
    at: usize,
    matrix: &'m Matrix,
    /// The node of each label that an action has; of two with one label, the first.
    actions: BTreeMap<&'m str, String>,
    /// Numbers that are cited and lead nowhere.
    lost: BTreeSet<&'m str>,
}

impl<'m> Drawing<'m> {
    fn new(at: usize, matrix: &'m Matrix) -> Self {
        let mut actions = BTreeMap::new();
        for it in &matrix.actions {
            actions.entry(it.label.as_str()).or_insert_with(|| action(it));
        }
        let mut drawing = Self {
            at,
            matrix,
            actions,
            lost: BTreeSet::new(),
        };
        drawing.lost = drawing.cited().filter_map(|(_, it)| lost(it)).collect();
        drawing
    }

    /// The node of a place, which no other document's node is.
    fn node(&self, name: &str) -> String {
        let name = self.actions.get(name).map_or(name, String::as_str);
        quoted(&format!("{}/{name}", self.at))
    }

    /// What actions cite, references to other papers left out.
    fn cited(&self) -> impl Iterator<Item = (&'m Action, &'m Line)> + use<'m> {
        let matrix = self.matrix;
        let all = matrix.actions.iter().flat_map(|it| it.cites.iter().map(move |&at| (it, at)));
        let lines = all.map(|(by, at)| (by, &matrix.lines[at]));
        lines.filter(|(_, it)| it.kind == ReferenceKind::Explicit)
    }

    fn nodes(&self, out: &mut impl Write) -> io::Result<()> {
        for it in &self.matrix.actions {
            let missing = if it.cites.is_empty() { "\ncites nothing" } else { "" };
            let label = quoted(&format!("{} (line {}){missing}", it.label, it.line));
            writeln!(out, "    {} [label={label}, style=rounded];", self.node(&action(it)))?;
        }
        let mut drawn: BTreeSet<&str> = self.actions.keys().copied().collect();
        for it in self.matrix.promises().filter(|it| !it.name.is_empty()) {
            if drawn.insert(&it.name) {
                let label = quoted(&format!("{}\n{}", it.name, it.answer()));
                writeln!(out, "    {} [label={label}, shape=note];", self.node(&it.name))?;
            }
        }
        for it in self.matrix.answered.iter().filter(|it| drawn.insert(&it.label)) {
            let missing = if it.by.is_empty() { "\nanswered by nothing" } else { "" };
            let label = quoted(&format!("{}{missing}", it.label));
            writeln!(out, "    {} [label={label}];", self.node(&it.label))?;
        }
        let cited = self
            .cited()
            .flat_map(|(_, it)| it.targets.iter().map(String::as_str).chain(lost(it)));
        for name in cited.filter(|name| drawn.insert(name)) {
            let gone = self.lost.contains(name);
            let style = if gone { ", style=dotted" } else { "" };
            let label = quoted(&if gone { format!("{name}\nno such place") } else { name.to_owned() });
            writeln!(out, "    {} [label={label}{style}];", self.node(name))?;
        }
        Ok(())
    }

    fn citations(&self, out: &mut impl Write) -> io::Result<()> {
        for (by, it) in self.cited() {
            let by = self.node(&action(by));
            let style = match it.state {
                State::Ok => String::new(),
                state => format!(" [style=dashed, label={}]", quoted(state.name())),
            };
            for target in it.targets.iter().map(String::as_str).chain(lost(it)) {
                writeln!(out, "    {by} -> {}{style};", self.node(target))?;
            }
            if let Some(better) = it.suggestions.first() {
                let label = quoted("perhaps meant");
                writeln!(out, "    {by} -> {} [style=dotted, label={label}];", self.node(&better.target))?;
            }
        }
        Ok(())
    }

    /// Findings and recommendations point to what answers them.
    fn answers(&self, out: &mut impl Write) -> io::Result<()> {
        for it in &self.matrix.answered {
            for by in &it.by {
                let label = quoted("answered by");
                writeln!(
                    out,
                    "    {} -> {} [style=bold, label={label}];",
                    self.node(&it.label),
                    self.node(by)
                )?;
            }
        }
        Ok(())
    }
}

/// An action's name among the nodes; two actions of one label are told apart by their lines.
fn action(it: &Action) -> String {
    format!("{} (line {})", it.label, it.line)
}

/// The number of a citation that leads nowhere.
fn lost(it: &Line) -> Option<&str> {
    it.written
        .as_deref()
        .filter(|_| it.targets.is_empty() && it.state == State::Dangling)
}

/// `text` as a quoted string of Graphviz, where a new line is written `\n` and nothing else is an escape.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted() {
        assert_eq!(quoted("a \"b\" \\ c\nd"), r#""a \"b\" \\ c\nd""#);
    }
}
