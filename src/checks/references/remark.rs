//! A `remark` says one fault of the references as an annotation: what stands there, what is wrong with it, and the
//! question that would mend it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::remark::{Place, Remark};
use super::coverage::statement_name;
use super::gaps;
use super::graph::{Graph, Reference, ReferenceKind, State};
use super::resolve::Places;
use crate::annotation::{Annotation, Confidence, Related, Role, Severity};
use crate::document::{Document, LabelKind, StatementKind};
use crate::text::{Span, Text};

/// What every remark needs at hand.
pub(super) struct Remarker<'d> {
    /// The document.
    pub(super) document: &'d Document,
    /// The text that spans of annotations count in.
    pub(super) text: &'d Text,
    /// The document's targets.
    pub(super) places: &'d Places<'d>,
    /// What was learnt of its references.
    pub(super) graph: &'d Graph,
    /// For entries, the citation that leads there and evidently means another.
    missed: HashMap<u32, &'d Reference>,
}

/// All remarks on the references of a document, in reading order.
pub(super) fn remarks(document: &Document, text: &Text, places: &Places, graph: &Graph) -> Vec<Annotation<'static>> {
    let misses = graph
        .references
        .iter()
        .filter(|r| r.state == State::OffTarget && !r.suggestions.is_empty());
    let remarker = Remarker {
        document,
        text,
        places,
        graph,
        missed: misses.flat_map(|r| r.entries.iter().map(move |&entry| (entry, r))).collect(),
    };
    let mut all: Vec<Annotation<'static>> = graph
        .references
        .iter()
        .flat_map(|reference| remarker.reference(reference))
        .collect();
    all.extend(gaps::drifts(&remarker));
    all.extend(gaps::numbers_used_twice(&remarker));
    all.extend(gaps::findings_unanswered(&remarker));
    all.extend(gaps::actions_without_citation(&remarker));
    all.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    all
}

impl Remarker<'_> {
    /// The annotation that says `remark` of `span` (folded bytes) in `block`.
    pub(super) fn annotation(&self, remark: Remark, span: Span, block: u32, related: Vec<Related>) -> Annotation<'static> {
        let around = self.document.sentences.get(self.document.sentence_at(span.start));
        let place = Place {
            span,
            sentence: around
                .filter(|s| s.span.contains(span))
                .map_or(self.document.blocks[block as usize].span, |s| s.span),
            block,
        };
        remark.annotation(self.document, self.text, &place, related)
    }

    /// A related place: the first sentence of the block that opens an entry.
    pub(super) fn place(&self, role: Role, entry: u32, note: String) -> Related {
        let block = self.document.blocks[self.places.entry(entry).block as usize].span;
        let sentence = self
            .document
            .sentences
            .get(self.document.sentence_at(block.start))
            .map_or(block, |s| s.span);
        let end = if block.contains(sentence) { sentence.end } else { block.end };
        Related {
            role,
            span: self.document.source(Span::new(block.start, end), &self.text.content),
            note: Cow::Owned(note),
        }
    }

    /// What is broken in a reference: one remark, or one for each number of its list that leads nowhere.
    fn reference(&self, reference: &Reference) -> Vec<Annotation<'static>> {
        let (remark, related) = match (reference.kind, reference.state) {
            (_, State::Dangling) if !reference.lost.is_empty() => {
                let one = |&span: &Span| {
                    let (remark, related) = self.dangling(reference, span);
                    self.annotation(remark, span, reference.block, related)
                };
                return reference.lost.iter().map(one).collect();
            }
            (_, State::Dangling) => self.dangling(reference, reference.span),
            (_, State::OffTarget) => self.off_target(reference),
            (_, State::Ambiguous) => self.ambiguous(reference),
            (ReferenceKind::Promise, State::Unanswered) => self.unanswered(reference),
            (ReferenceKind::Vague, State::Unspecific) => self.vague(reference),
            _ => return Vec::new(),
        };
        vec![self.annotation(remark, reference.span, reference.block, related)]
    }

    /// Who cites: "Action Eleven", or "This passage".
    fn citer(&self, reference: &Reference) -> String {
        let statement = reference.statement.map(|s| &self.document.statements[s as usize]);
        if statement.is_some_and(|s| s.kind == StatementKind::Action && s.label == self.quote(reference)) {
            return "The plan".to_owned();
        }
        match statement.filter(|s| super::locate::answers(s.kind)) {
            Some(statement) if !statement.label.is_empty() || statement.number.is_some() => statement_name(statement),
            Some(_) => "This action".to_owned(),
            None => "This passage".to_owned(),
        }
    }

    fn quote(&self, reference: &Reference) -> &str {
        self.document.fold.slice(reference.span)
    }

    /// The words at `span`, the reference or one number of it, lead nowhere.
    fn dangling(&self, reference: &Reference, span: Span) -> (Remark, Vec<Related>) {
        let message = format!(
            "{} cites \u{201c}{}\u{201d}, and the document has no such {}.{}",
            self.citer(reference),
            self.document.fold.slice(span),
            noun(reference),
            hint(reference)
        );
        let remark = Remark {
            rule: "references/dangling",
            severity: Severity::High,
            confidence: if reference.label.as_deref() == Some("appendix") {
                Confidence::Medium
            } else {
                Confidence::High
            },
            message,
            ask: "Which place is meant, and what is its number now?",
        };
        (remark, self.suggested(reference))
    }

    fn off_target(&self, reference: &Reference) -> (Remark, Vec<Related>) {
        let Some(&entry) = reference.entries.first() else {
            return self.dangling(reference, reference.span);
        };
        let target = self.places.entry(entry);
        let what = match (target.kind, target.heading) {
            (LabelKind::Paragraph, true) => "a heading and not a paragraph",
            (LabelKind::Paragraph, false) => "a paragraph that does not seem to be the one meant",
            _ => "a place that does not seem to be the one meant",
        };
        let words = clip(self.document.fold.slice(self.document.blocks[target.block as usize].body));
        let message = format!(
            "{} cites {}, which is {what} (\u{201c}{words}\u{201d}).{}",
            self.citer(reference),
            target.label,
            hint(reference)
        );
        let confidence = match (target.heading, reference.suggestions.first()) {
            (true, _) => Confidence::High,
            (false, Some(suggestion)) => suggestion.confidence,
            (false, None) => Confidence::Low,
        };
        let mut related = vec![self.place(Role::Target, entry, "The place cited.".to_owned())];
        related.extend(self.suggested(reference));
        let remark = Remark {
            rule: "references/off-target",
            severity: Severity::Medium,
            confidence,
            message,
            ask: "Is this the paragraph that is meant?",
        };
        (remark, related)
    }

    fn ambiguous(&self, reference: &Reference) -> (Remark, Vec<Related>) {
        let twice = reference.entries.iter().find_map(|&e| {
            let entry = self.places.entry(e);
            let all = self.document.outline.find(entry.kind, &entry.number);
            (all.len() > 1).then_some((entry, all))
        });
        let (number, all) = twice.map_or(("", &[][..]), |(entry, all)| (entry.label.as_str(), all));
        let remark = Remark {
            rule: "references/ambiguous",
            severity: Severity::Medium,
            confidence: Confidence::High,
            message: format!(
                "{} cites {number}, and {} places carry that number.",
                self.citer(reference),
                all.len()
            ),
            ask: "Which of them is meant?",
        };
        (
            remark,
            all.iter()
                .take(4)
                .map(|&e| self.place(Role::Target, e, format!("A place numbered {number}.")))
                .collect(),
        )
    }

    fn unanswered(&self, reference: &Reference) -> (Remark, Vec<Related>) {
        let paragraph = self.document.blocks[reference.block as usize].paragraph;
        let place = paragraph.map_or_else(|| "This paragraph".to_owned(), |e| self.places.entry(e).label.clone());
        let cited = match paragraph.and_then(|e| self.missed.get(&e)) {
            Some(by) => format!(
                "{} cites it and seems to mean another place, and no other action does",
                self.citer(by)
            ),
            None => "no action cites it".to_owned(),
        };
        let suggestion = reference.suggestions.first().map_or_else(String::new, |s| format!(" {}", s.why));
        let remark = Remark {
            rule: "references/unanswered-promise",
            severity: Severity::High,
            confidence: if reference.label.as_deref() == Some("action-plan") {
                Confidence::High
            } else {
                Confidence::Medium
            },
            message: format!("{place} promises that the plan answers it, and {cited}.{suggestion}"),
            ask: "Which action answers this paragraph?",
        };
        (remark, Vec::new())
    }

    fn vague(&self, reference: &Reference) -> (Remark, Vec<Related>) {
        let words = self.quote(reference).to_lowercase();
        let near = words.ends_with("above") || words.ends_with("below");
        let remark = Remark {
            rule: "references/vague",
            severity: if near { Severity::Low } else { Severity::Medium },
            confidence: Confidence::High,
            message: "This points to another place without naming it, so that a reader cannot follow it.".to_owned(),
            ask: "Which paragraph is meant?",
        };
        (remark, Vec::new())
    }

    /// The places suggested, as related targets.
    fn suggested(&self, reference: &Reference) -> Vec<Related> {
        let place = |target: &String| self.document.outline.find(LabelKind::Paragraph, target).first().copied();
        let suggestions = reference.suggestions.iter();
        suggestions
            .filter_map(|s| Some(self.place(Role::Target, place(&s.target)?, format!("Perhaps meant: {}", s.why))))
            .collect()
    }
}

fn hint(reference: &Reference) -> String {
    reference
        .suggestions
        .first()
        .map_or_else(String::new, |s| format!(" Perhaps {} is meant: {}", s.target, s.why))
}

/// What a reference looks for, as a plain noun.
fn noun(reference: &Reference) -> String {
    match reference.label.as_deref() {
        Some("learning-point") => "learning point".to_owned(),
        Some(label) => label.to_owned(),
        None => "paragraph".to_owned(),
    }
}

/// At most the first eighty bytes of a passage, cut at a word.
pub(super) fn clip(words: &str) -> String {
    if words.len() <= 80 {
        return words.to_owned();
    }
    let mut end = 80;
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let cut = words[..end].rfind(' ').unwrap_or(end);
    format!("{}\u{2026}", &words[..cut])
}
