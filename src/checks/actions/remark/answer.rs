//! An `answer` is the response of an action: missing, denied by its own words, or about something else than was asked.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::super::super::remark::Remark;
use super::super::facts::Status;
use super::{Remarker, clip};
use crate::annotation::{Annotation, Confidence, Related, Role, Severity};
use crate::document::PartRole;
use crate::text::Span;

/// What asks for a figure.
static ASKS_FIGURE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:what|the) (?:percentage|proportion|share|number) of\b|\bhow (?:many|often|frequently)\b"));

/// What gives one, or says that there is none to give.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|half|third|quarter of|all|none|no|every|most|majority|weekly|monthly|daily|per cent)\b",
    )
});

/// What asks to be told or shown something.
static ASKS_TO_BE_TOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:advise|tell|inform|report to|confirm to|explain|set out)\b[^.]{0,60}\b(?:what|how|whether|which|when)\b|\bprovide (?:\w+ ){0,2}(?:evidence|assurance|details)\b",
    )
});

/// What says where the answer stands, and not what it is.
static SAYS_WHERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|are|be|been)\b(?: \w+){0,2} (?:set out|available|found|contained|included|recorded|held|captured|covered|addressed) (?:\w+ ){0,3}?(?:in|through|via|on|at|within|by)\b",
    )
});

/// Words for the action itself: an answer that has one may be about it in other words.
static BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:this|these|those|it|its|they|action|recommendation|above|same|done|complete[d]?|signed off|agreed|approved|published|circulated|launched|issued)\b",
    )
});

/// An answer of fewer telling words says too little to be about something else.
const LONG_ANSWER: usize = 10;
/// An action of fewer telling words may be answered in others.
const LONG_ACTION: usize = 5;

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern written in this file compiles")
}

impl Remarker<'_> {
    pub(super) fn response(&self) -> Option<Annotation<'static>> {
        if self.gathered.facts.response.is_some() {
            return None;
        }
        let message = format!("{} has no response, and the other actions of the plan have one.", self.name());
        let remark = Remark::new("actions/no-response", Severity::Medium, message, "What has become of it?");
        Some(self.annotation(remark, self.head(), Vec::new()))
    }

    pub(super) fn contradicted(&self) -> Option<Annotation<'static>> {
        let &(first, _) = self.gathered.denied.first()?;
        let outright = self.gathered.denied.iter().any(|(_, outright)| *outright);
        let status = self.gathered.facts.response.as_deref().unwrap_or("completed");
        let words = clip(self.document.fold.slice(first));
        let message = format!(
            "{} is marked \u{201c}{status}\u{201d}, and its own text says \u{201c}{words}\u{201d}.",
            self.name()
        );
        let remark = Remark::new(
            "actions/status-contradicted",
            Severity::High,
            message,
            "Is it done, and if not all of it, what is left?",
        );
        let evidence = self.gathered.denied.iter().take(5).map(|&(span, _)| Related {
            role: Role::Evidence,
            span: self.document.source(span, &self.text.content),
            note: Cow::Borrowed("These words do not agree with the status."),
        });
        let confidence = if outright { Confidence::High } else { Confidence::Medium };
        Some(self.annotation(remark.sure(confidence), self.response_span(), evidence.collect()))
    }

    /// An answer that does not answer: it has no figure where one was asked for, says where the answer stands, or speaks of
    /// something else.
    pub(super) fn off_point(&self) -> Option<Annotation<'static>> {
        let gathered = self.gathered;
        let answered = gathered.facts.response.is_some() && gathered.denied.is_empty();
        let said = gathered.said.filter(|_| answered)?;
        let asked = self.words(PartRole::Body);
        // A response without status words is all answer.
        let known = gathered.facts.status != Status::None;
        let status = gathered.facts.response.as_deref().filter(|_| known).map_or(0, str::len) as u32;
        let rest = Span::new((said.start + status).min(said.end), said.end);
        let told = self.document.fold.slice(rest).bytes().any(|b| b.is_ascii_alphabetic());
        let first = told.then_some(rest).map(|rest| self.trimmed(rest));
        let more = self.spans(PartRole::Update).filter(|span| *span != said);
        let answer: Vec<Span> = first.into_iter().chain(more).collect();
        let text = answer
            .iter()
            .map(|&span| self.document.fold.slice(span))
            .collect::<Vec<_>>()
            .join(" ");
        let shown = *answer.first()?;
        let words = clip(self.document.fold.slice(shown));
        let (fault, confidence) = off_point(&asked, &text, gathered.facts.status == Status::Completed)?;
        let message = format!("{} {fault} (\u{201c}{words}\u{201d}).", self.name());
        let remark = Remark::new(
            "actions/response-off-point",
            Severity::Medium,
            message,
            "What is the answer to what was asked?",
        );
        Some(self.annotation(remark.sure(confidence), shown, Vec::new()))
    }

    /// `span` from its first letter or figure on.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.document.fold.slice(span);
        let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        Span::new(span.start + lead as u32, span.end)
    }

    /// The words of all parts of one role.
    fn words(&self, role: PartRole) -> String {
        self.spans(role)
            .map(|span| self.document.fold.slice(span))
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(super) fn spans(&self, role: PartRole) -> impl Iterator<Item = Span> {
        self.statement
            .parts
            .iter()
            .filter(move |part| part.role == role)
            .map(|part| part.span)
    }
}

/// How `answer` fails to answer what `asked` asks for, said after the action's name, and how surely; a question is held
/// against an answer only when the action is said to be `done`.
fn off_point(asked: &str, answer: &str, done: bool) -> Option<(&'static str, Confidence)> {
    if done && ASKS_FIGURE.is_match(asked) && !answer.trim().is_empty() && !FIGURE.is_match(answer) {
        return Some(("asks for a figure, and its response gives none", Confidence::Medium));
    }
    let sentences: Vec<&str> = answer.split(". ").map(str::trim).filter(|s| !s.is_empty()).collect();
    let empty = |sentence: &&str| SAYS_WHERE.is_match(sentence) || sentence.contains(" assured ") || sentence.contains(" confirmed ");
    let elsewhere = (1..=2).contains(&sentences.len()) && sentences.iter().all(empty) && sentences.iter().any(|s| SAYS_WHERE.is_match(s));
    if done && elsewhere && ASKS_TO_BE_TOLD.is_match(asked) {
        return Some((
            "asks to be told or shown something, and its response says where that is and not what it is",
            Confidence::Low,
        ));
    }
    let (asks, answers) = (telling(asked), telling(answer));
    let apart = asks.is_disjoint(&answers) && !BACK.is_match(answer);
    (asks.len() >= LONG_ACTION && answers.len() >= LONG_ANSWER && apart)
        .then_some(("has a response that shares no telling word with what it asks for", Confidence::Low))
}

/// The beginnings of the words that tell what a text is about.
fn telling(text: &str) -> HashSet<String> {
    const COMMON: &[&str] = &[
        "shoul", "would", "could", "which", "their", "there", "these", "those", "about", "where", "within", "that", "have", "been", "with",
        "from", "will", "this", "also", "they", "when", "what", "into", "other", "being", "after", "before", "under", "ensur", "provi",
        "parag", "refer", "relat", "inclu",
    ];
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3 && !w.starts_with(|c: char| c.is_ascii_digit()));
    let short = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| (2..=3).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_uppercase()));
    words
        .map(|w| w.chars().take(5).collect::<String>().to_lowercase())
        .filter(|w| !COMMON.contains(&w.as_str()))
        .chain(short.map(str::to_lowercase))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_that_do_not_answer() {
        let fault = |asked: &str, answer: &str| {
            off_point(asked, answer, true).map(|(fault, _)| fault.split(' ').nth(1).unwrap_or_default().to_owned())
        };
        for (asked, answer, expected) in [
            (
                "The Trust to say what percentage of letters were sent on time.",
                "Letters are watched on the ward's board.",
                Some("for"),
            ),
            (
                "The Trust to say what percentage of letters were sent on time.",
                "91% of letters were sent on time.",
                None,
            ),
            (
                "CSC to tell the Board what is being done about supervision.",
                "Steps are set out in the improvement plan",
                Some("to"),
            ),
            (
                "CSC to tell the Board what is being done about supervision.",
                "Ten managers were trained and 40 files were read.",
                None,
            ),
            (
                "Midwives to ask about violence at home at every booking appointment and to write down the reply.",
                "The car park has new lighting, benches were painted by volunteers, and visitors have praised the improved cafe menu greatly.",
                Some("a"),
            ),
            (
                "Rewrite the bruising protocol with the hospital and publish it.",
                "Signed off on 20 June by the Quality Group and its chair.",
                None,
            ),
        ] {
            assert_eq!(fault(asked, answer).as_deref(), expected, "{answer}");
        }
    }
}
