//! To `gather` is to read the facts of an action off its parts, with the places that remarks will need.

use super::facts::{ActionFacts, Status, Timescale};
use super::owner::{Owners, owners};
use super::timescale::{Time, When, in_body, in_timescale};
use super::{contradiction, status};
use crate::document::{Document, Genre, Part, PartRole, Statement};
use crate::text::Span;

/// The facts of one action, and where the evidence for remarks stands (folded bytes).
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// The facts that are published.
    pub(super) facts: ActionFacts,
    /// Who it is given to.
    pub(super) owners: Owners,
    /// Words that put it off.
    pub(super) vague: Option<Span>,
    /// Whether it gives a date or a period.
    pub(super) timed: bool,
    /// What its own text denies of its status, and whether outright.
    pub(super) denied: Vec<(Span, bool)>,
    /// Whether a part says how anyone would know.
    pub(super) checked: bool,
    /// Whether it is a decision about the case, which nobody has to carry out.
    pub(super) decision: bool,
}

/// Words of a decision that takes effect by itself.
#[rustfmt::skip]
const DECIDED: &[&str] = &[
    "would end", "will end", "to be the subject of", "to be made the subject of", "would remain", "will remain", "would be closed", "would close", "is to end",
    "should remain", "would be stepped down", "threshold was", "threshold is",
];

/// Longest response that is published whole when its status words are not known.
const LONGEST_RESPONSE: usize = 60;

/// Reads the facts of `statement`.
pub(super) fn gather(document: &Document, statement: &Statement) -> Gathered {
    let mut gathered = Gathered {
        owners: owners(document, statement),
        ..Gathered::default()
    };
    gathered.facts.owners = gathered.owners.named.clone();
    gathered.respond(document, statement);
    gathered.time(document, statement);
    gathered.facts.outstanding = spans(statement, PartRole::Outstanding).collect();
    gathered.checked = spans(statement, PartRole::Check).any(|span| !document.fold.slice(span).trim().is_empty());
    let bodies = || spans(statement, PartRole::Body).map(|span| document.fold.slice(span));
    gathered.decision = gathered.owners.named.is_empty() && bodies().any(|text| DECIDED.iter().any(|words| text.contains(words)));
    // "Remy to ring 999 if he feels unsafe" has its time.
    gathered.timed |= document.genre == Genre::Minutes && bodies().any(|text| text.contains(" if "));
    if gathered.facts.status == Status::Completed {
        gathered.deny(document, statement);
    }
    gathered
}

fn spans(statement: &Statement, role: PartRole) -> impl Iterator<Item = Span> {
    statement.parts.iter().filter(move |part| part.role == role).map(|part| part.span)
}

impl Gathered {
    /// The status: of the response, else of an update that opens with one.
    fn respond(&mut self, document: &Document, statement: &Statement) {
        let response = spans(statement, PartRole::Response)
            .map(|span| document.fold.slice(span))
            .find(|text| !text.trim().is_empty());
        let update = spans(statement, PartRole::Update)
            .map(|span| document.fold.slice(span))
            .find(|text| status::opening(text).is_some());
        let Some(text) = response.or(update) else { return };
        match status::opening(text) {
            Some((length, status)) => {
                self.facts.response = Some(text[..length].to_owned());
                self.facts.status = status;
            }
            None => {
                let whole = text.split_inclusive(". ").next().unwrap_or(text).trim_end();
                self.facts.response = Some(clip(whole));
            }
        }
    }

    /// The times of the timescale parts; of the action's own words only dates, when a timescale stands.
    fn time(&mut self, document: &Document, statement: &Statement) {
        let minuted = document.genre == Genre::Minutes;
        let has_timescale = statement.parts.iter().any(|part| part.role == PartRole::Timescale);
        for part in &statement.parts {
            let text = document.fold.slice(part.span);
            let mut times = match part.role {
                PartRole::Timescale => in_timescale(text),
                PartRole::Body => in_body(text, minuted),
                _ => Vec::new(),
            };
            times.retain(|time| part.role == PartRole::Timescale || !has_timescale || matches!(time.when, When::Date(_)));
            times.into_iter().for_each(|time| self.add(part, time));
        }
        let mut said: Vec<(String, Option<String>)> = Vec::new();
        self.facts.timescales.retain(|time| {
            let words = (document.fold.slice(time.span).to_lowercase(), time.date.clone());
            let fresh = !said.contains(&words);
            said.push(words);
            fresh
        });
    }

    fn add(&mut self, part: &Part, time: Time) {
        let span = Span::new(part.span.start + time.range.start as u32, part.span.start + time.range.end as u32);
        let date = match time.when {
            When::Date(date) => {
                self.timed = true;
                date
            }
            When::Period => {
                self.timed = true;
                None
            }
            When::Vague => {
                self.vague = self.vague.or(Some(span));
                None
            }
        };
        self.facts.timescales.push(Timescale { span, date });
    }

    /// Looks for words that deny a status of done, in all that follows the action's own words.
    fn deny(&mut self, document: &Document, statement: &Statement) {
        for part in &statement.parts {
            match part.role {
                PartRole::Outstanding => self.denied.push((part.span, true)),
                PartRole::Response | PartRole::Update | PartRole::Timescale | PartRole::Check => {
                    let found = contradiction::contradictions(document.fold.slice(part.span));
                    let place = |c: &contradiction::Contradiction| {
                        Span::new(part.span.start + c.range.start as u32, part.span.start + c.range.end as u32)
                    };
                    self.denied.extend(found.iter().map(|c| (place(c), c.outright)));
                }
                PartRole::Body | PartRole::Owner => {}
            }
        }
    }
}

fn clip(text: &str) -> String {
    let mut end = text.len().min(LONGEST_RESPONSE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}
