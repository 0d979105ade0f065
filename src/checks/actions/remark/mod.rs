//! A `remark` says one thing that an action leaves open, as an annotation on the action's name or first words.

mod answer;
pub(super) mod custom;
mod narrow;
mod size;

use super::super::remark::{Place, Remark};
use super::facts::Status;
use super::gather::Gathered;
use super::status;
use crate::annotation::{Annotation, Confidence, Related, Severity};
use crate::document::{Document, Genre, PartRole, Statement, StatementKind};
use crate::text::{Span, Text};
use custom::Custom;

/// One action with all that is known of it.
pub(super) struct Remarker<'d> {
    /// The document.
    pub(super) document: &'d Document,
    /// The text that spans of annotations count in.
    pub(super) text: &'d Text,
    /// The action.
    pub(super) statement: &'d Statement,
    /// Its facts.
    pub(super) gathered: &'d Gathered,
}

impl Remarker<'_> {
    /// Everything that this action leaves open. `as_of` is the day to measure dates against, ISO 8601.
    /// `as_of` comes with whether it is the document's own.
    pub(super) fn remarks(&self, custom: Custom, as_of: Option<(&str, bool)>) -> Vec<Annotation<'static>> {
        let mut found = Vec::new();
        if self.gathered.decision {
            return found;
        }
        found.extend(self.owner());
        found.extend(self.date());
        found.extend(self.contradicted());
        found.extend(self.impossible());
        found.extend(as_of.and_then(|(day, own)| self.passed(day, own)));
        found.extend(self.off_point());
        found.extend(self.narrows());
        found.extend(self.compound());
        if custom.responds {
            found.extend(self.response());
        }
        if custom.checks && !self.gathered.facts.checked {
            let message = format!("{} does not say how anyone would know that it was done.", self.name());
            let remark = Remark::new(
                "actions/no-check",
                Severity::Low,
                message,
                "What would show that it was done, and to whom?",
            );
            found.push(self.annotation(remark.sure(Confidence::Medium), self.head(), Vec::new()));
        }
        found
    }

    /// What a recommendation leaves open, in a document without a plan to answer it; less grave than in an action.
    pub(super) fn advice(&self) -> Vec<Annotation<'static>> {
        let lowered = |mut annotation: Annotation<'static>, severity: Severity| {
            annotation.severity = severity;
            annotation
        };
        let mut found: Vec<Annotation<'static>> = self.impossible();
        // An inspectorate's are all for the authority inspected, which answers them in a plan of its own.
        if self.document.genre == Genre::Inspection {
            return found;
        }
        found.extend(self.owner().map(|annotation| lowered(annotation, Severity::Medium)));
        found.extend(self.date().map(|annotation| lowered(annotation, Severity::Low)));
        found
    }

    fn impossible(&self) -> Vec<Annotation<'static>> {
        let one = |(span, why): &(Span, String)| {
            let words = self.document.fold.slice(*span);
            let message = format!("{} gives the date \u{201c}{words}\u{201d}. {why}", self.name());
            let remark = Remark::new("actions/impossible-date", Severity::High, message, "Which date is meant?");
            self.annotation(remark, *span, Vec::new())
        };
        self.gathered.impossible.iter().map(one).collect()
    }

    fn owner(&self) -> Option<Annotation<'static>> {
        let owners = &self.gathered.owners;
        if !owners.named.is_empty() {
            return None;
        }
        if let Some(&group) = owners.groups.first() {
            let words = self.document.fold.slice(group).trim();
            let message = format!("{} is given to \u{201c}{words}\u{201d}, in which nobody is named.", self.name());
            let remark = Remark::new(
                "actions/group-owner",
                Severity::Medium,
                message,
                "Who in each of them will see to it?",
            );
            return Some(self.annotation(remark, group, Vec::new()));
        }
        let message = format!("{} names no person, role or body that is to do it.", self.name());
        let remark = Remark::new("actions/no-owner", Severity::High, message, "Who will do it?");
        let confidence = if owners.has_place { Confidence::High } else { Confidence::Medium };
        Some(self.annotation(remark.sure(confidence), self.head(), Vec::new()))
    }

    fn date(&self) -> Option<Annotation<'static>> {
        if self.gathered.timed {
            return None;
        }
        if let Some(vague) = self.gathered.vague {
            let words = self.document.fold.slice(vague);
            let message = format!("{} is to be done \u{201c}{words}\u{201d}, which is no date.", self.name());
            let remark = Remark::new("actions/vague-date", Severity::Medium, message, "By what date?");
            return Some(self.annotation(remark, vague, Vec::new()));
        }
        let done = self.gathered.facts.status == Status::Completed;
        let message = match done {
            true => format!(
                "{} is said to be completed, and gives no date by which it was to be or was done.",
                self.name()
            ),
            false => format!("{} gives no date by which it is to be done.", self.name()),
        };
        // A promise in the course of a discussion is held to less than a line of a plan.
        let block = self.document.blocks[self.statement.blocks.0 as usize].span;
        let spoken = self.document.genre == Genre::Minutes && self.statement.span.len() < block.len();
        let severity = if done || spoken { Severity::Medium } else { Severity::High };
        let ask = if done { "When was it completed?" } else { "By what date?" };
        Some(self.annotation(Remark::new("actions/no-date", severity, message, ask), self.head(), Vec::new()))
    }

    fn passed(&self, as_of: &str, own: bool) -> Option<Annotation<'static>> {
        let dropped = self.gathered.facts.response.as_deref().is_some_and(status::is_dropped);
        if dropped || self.gathered.facts.status == Status::Completed {
            return None;
        }
        let dates = self
            .gathered
            .facts
            .timescales
            .iter()
            .filter_map(|time| Some((time, time.date.as_deref()?)));
        let (time, date) = dates.max_by_key(|(_, date)| *date)?;
        let day = as_of.get(..date.len())?;
        if date >= day {
            return None;
        }
        let words = self.document.fold.slice(time.span);
        let day = match own {
            true => format!("{as_of}, the document's own date"),
            false => as_of.to_owned(),
        };
        let message = format!(
            "{} was to be done by {words}, which had passed on {day}, and it is not said to be completed.",
            self.name()
        );
        let remark = Remark::new(
            "actions/date-passed",
            Severity::Medium,
            message,
            "What stopped it, and what is the new date?",
        );
        Some(self.annotation(remark, time.span, Vec::new()))
    }

    /// "Action Eleven", or "This action".
    fn name(&self) -> String {
        let worded = self.statement.label.starts_with(|c: char| c.is_alphabetic());
        match (&self.statement.number, worded) {
            (_, true) => self.statement.label.clone(),
            (Some(number), false) => format!("{} {number}", kind(self.statement.kind)),
            (None, false) => format!("This {}", kind(self.statement.kind).to_lowercase()),
        }
    }

    /// The action's label, or its first words (folded bytes).
    fn head(&self) -> Span {
        let first = self.document.blocks[self.statement.blocks.0 as usize].span;
        let text = self.document.fold.slice(first);
        let label = self.statement.label.as_str();
        let bare = label.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b')'));
        if !bare && let Some(at) = text.find(label).filter(|&at| at < 12) {
            return Span::new(first.start + at as u32, first.start + (at + label.len()) as u32);
        }
        let body = self
            .statement
            .parts
            .iter()
            .find(|part| part.role == PartRole::Body)
            .map_or(self.statement.span, |part| part.span);
        let sentence = self
            .document
            .sentences
            .get(self.document.sentence_at(body.start))
            .map_or(body, |s| s.span);
        Span::new(body.start, body.end.min(sentence.end.max(body.start + 1)))
    }

    fn response_span(&self) -> Span {
        let length = self.gathered.facts.response.as_ref().map_or(0, String::len) as u32;
        self.gathered
            .said
            .map_or_else(|| self.head(), |span| Span::new(span.start, span.end.min(span.start + length)))
    }

    fn annotation(&self, remark: Remark, span: Span, related: Vec<Related>) -> Annotation<'static> {
        remark.annotation(self.document, self.text, &Place::of(self.document, span), related)
    }
}

/// A kind of statement as its name begins.
const fn kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Finding => "Finding",
        StatementKind::Recommendation => "Recommendation",
        StatementKind::LearningPoint => "Learning point",
        StatementKind::Action => "Action",
    }
}

fn clip(words: &str) -> String {
    if words.len() <= 80 {
        return words.to_owned();
    }
    let mut end = 80;
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}\u{2026}", words[..end].trim_end())
}
