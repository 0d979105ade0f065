//! An action is `narrow` when what it answers speaks of everyone, and it of one team.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::super::super::remark::Remark;
use super::Remarker;
use crate::annotation::{Annotation, Confidence, Related, Role, Severity};
use crate::document::PartRole;
use crate::text::Span;

/// What speaks of everyone.
static WIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:all|every|each|none of the|no) (?:\w+ )?(?:agencies|agency|services|service|professionals?|schools?|teams?|partners?|surgeries|surgery|wards?|hospitals?|practitioners?|staff|organisations?|workers?|police forces?|nurses|midwives|social workers?|children|child|families|young people)\b|\b(?:across|throughout) (?:the )?(?:whole )?(?:partnership|county|borough|city|system|region|workforce|agencies|services|all)\b",
    )
});

/// What speaks of one, or of some.
static NARROW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:one|a single|two|three|some|selected) (?:\w+ )?(?:teams?|schools?|surger(?:y|ies)|wards?|practices?|clinics?|units?|agency|services?|hospitals?)\b|\b(?:a |as a )?pilot\b|\b(?:its|their|the) (?:\w+ )?team meetings?\b|\bnew(?:ly qualified)? (?:staff|starters|workers)\b",
    )
});

/// "In reference to paragraph 7.1.25", "Finding 3".
static CITED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:paragraph|para|finding)s? (\d{1,3}(?:\.\d{1,3}){0,4})\b"));

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern written in this file compiles")
}

impl Remarker<'_> {
    /// What the action answers speaks of everyone, and the action of one team.
    pub(super) fn narrows(&self) -> Option<Annotation<'static>> {
        let bodies: Vec<Span> = self.spans(PartRole::Body).collect();
        let slice = |span: Span| self.document.fold.slice(span);
        if bodies.iter().any(|&span| WIDE.is_match(slice(span))) {
            return None;
        }
        let narrow = bodies.iter().find_map(|&span| within(span, NARROW.find(slice(span))?))?;
        let wide = self.answered().into_iter().find_map(|span| within(span, WIDE.find(slice(span))?))?;
        let message = format!(
            "{} speaks of \u{201c}{}\u{201d}, and what it answers of \u{201c}{}\u{201d}.",
            self.name(),
            slice(narrow),
            slice(wide)
        );
        let remark = Remark::new(
            "actions/narrows-finding",
            Severity::Low,
            message,
            "What is to happen everywhere else?",
        );
        let evidence = Related {
            role: Role::Evidence,
            span: self.document.source(wide, &self.text.content),
            note: Cow::Borrowed("This is what the action answers."),
        };
        Some(self.annotation(remark.sure(Confidence::Low), narrow, vec![evidence]))
    }

    /// What the action answers: the recommendation or finding beside it in its row, or the paragraphs that it cites.
    fn answered(&self) -> Vec<Span> {
        let beside: Vec<Span> = self.spans(PartRole::Answers).collect();
        if !beside.is_empty() {
            return beside;
        }
        let texts = self.spans(PartRole::Body).map(|span| self.document.fold.slice(span));
        let numbers: Vec<&str> = texts
            .flat_map(|text| CITED.captures_iter(text).filter_map(|c| c.get(1)).map(|m| m.as_str()))
            .collect();
        let cited = self
            .document
            .outline
            .entries
            .iter()
            .filter(|entry| numbers.contains(&entry.number.as_str()));
        cited
            .map(|entry| self.document.blocks[entry.block as usize].span)
            .filter(|span| !self.statement.span.contains(*span))
            .collect()
    }
}

fn within(span: Span, found: regex::Match<'_>) -> Option<Span> {
    Some(Span::new(span.start + found.start() as u32, span.start + found.end() as u32))
}
