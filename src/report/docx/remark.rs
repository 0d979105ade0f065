//! A `Remark` is one comment to be written: on which words, and what it says.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::annotation::{Annotation, Severity};
use crate::reading::Read;
use crate::report::twice::Twice;
use crate::report::{Edition, View};
use crate::text::Span;

/// A rule that says the same of more places than this says it once.
const DENSE: usize = 10;
/// Places that a comment on a dense rule names.
const NAMED: usize = 5;

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remark {
    /// The words it is about (bytes of the text).
    pub(super) span: Span,
    /// What it says, a paragraph each.
    pub(super) lines: Vec<String>,
}

/// The remarks on `read`, in the order of their place, `most` of them at most: the gravest where there are more, and a last
/// one that counts what was left out.
pub(super) fn choose(read: &Read<'_>, edition: &Edition<'_>, most: usize) -> Vec<Remark> {
    let view = View::new(read, edition);
    let twice = Twice::new(&read.scan.annotations);
    let standing = read.standing(edition.accepted).map(|(_, annotation)| annotation);
    let standing: Vec<&Annotation<'_>> = standing.filter(|annotation| !twice.holds(annotation)).collect();
    let mut alike: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, annotation) in standing.iter().enumerate() {
        alike.entry((annotation.rule, &annotation.message)).or_default().push(at);
    }
    let mut chosen: Vec<(Severity, Remark)> = Vec::new();
    for (at, annotation) in standing.iter().enumerate() {
        let places = &alike[&(annotation.rule, &*annotation.message)];
        let said_once = places.len() > DENSE;
        if !said_once || places[0] == at {
            let others = if said_once { &places[1..] } else { &[] };
            let others = others.iter().map(|&other| standing[other]).collect::<Vec<_>>();
            chosen.push((annotation.severity, remark(annotation, &view, &others)));
        }
    }
    let left_out = chosen.len().saturating_sub(most);
    if left_out > 0 {
        chosen.sort_by_key(|(severity, remark)| (Reverse(*severity), remark.span));
        let left_out = chosen.split_off(most.saturating_sub(1)).len();
        chosen.sort_by_key(|(_, remark)| remark.span);
        chosen.extend(closing(read, left_out).filter(|_| most > 0).map(|remark| (Severity::Info, remark)));
    }
    chosen.into_iter().map(|(_, remark)| remark).collect()
}

fn remark(annotation: &Annotation<'_>, view: &View<'_>, others: &[&Annotation<'_>]) -> Remark {
    let mut lines = vec![annotation.message.to_string()];
    if !annotation.ask.is_empty() {
        lines.push(annotation.ask.to_string());
    }
    lines.extend(
        annotation
            .related
            .iter()
            .filter(|it| !it.note.is_empty())
            .map(|it| it.note.to_string()),
    );
    if !others.is_empty() {
        let mut places: Vec<&str> = others.iter().filter_map(|other| view.paragraph(other.block)).collect();
        places.dedup();
        let named = places.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = if places.len() > NAMED { " and more" } else { "" };
        let where_else = if named.is_empty() {
            String::new()
        } else {
            format!(" (paragraphs {named}{more})")
        };
        lines.push(format!(
            "The same stands in {} more places{where_else}; it is said here once.",
            others.len()
        ));
    }
    lines.push(format!("[{}, {}]", annotation.severity.name(), annotation.rule));
    Remark {
        span: annotation.span,
        lines,
    }
}

/// The remark on the last words of the document that counts what was left out.
fn closing(read: &Read<'_>, left_out: usize) -> Option<Remark> {
    let content = &read.scan.text.content;
    let end = content.trim_end().len();
    let start = content[..end]
        .rfind(char::is_whitespace)
        .map_or(0, |at| content.ceil_char_boundary(at + 1));
    (start < end).then(|| Remark {
        span: Span::at(start, end),
        lines: vec![format!(
            "{left_out} more remarks were left out, the least grave. Run candour on the document to read them all."
        )],
    })
}
