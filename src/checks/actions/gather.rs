//! To `gather` is to read the facts of an action off its parts, with the places that remarks will need.

use super::facts::{ActionFacts, Status, Timescale};
use super::ground::Ground;
use super::owner::{Owners, owners};
use super::timescale::{Time, When, in_body, in_timescale, year_in};
use super::{check, contradiction, status};
use crate::document::{Document, Genre, Part, PartRole, Statement, StatementKind, dates};
use crate::text::{Span, Text};

/// The facts of one action, and where the evidence for remarks stands (folded bytes).
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// The facts that are published.
    pub(super) facts: ActionFacts,
    /// Who it is given to.
    pub(super) owners: Owners,
    /// Where the response stands, from its status words on.
    pub(super) said: Option<Span>,
    /// Words that put it off.
    pub(super) vague: Option<Span>,
    /// Dates that the calendar lacks, and why.
    pub(super) impossible: Vec<(Span, String)>,
    /// Whether it gives a date or a period.
    pub(super) timed: bool,
    /// What its own text denies of its status, and whether outright.
    pub(super) denied: Vec<(Span, bool)>,
    /// Whether it is a decision about the case, which nobody has to carry out.
    pub(super) decision: bool,
}

/// Words of a decision that takes effect by itself.
#[rustfmt::skip]
const DECIDED: &[&str] = &[
    "would end", "will end", "is to continue", "are to continue", "to remain open", "to be the subject of", "to be made the subject of", "would remain", "will remain", "would be closed", "would close", "is to end",
    "should remain", "would be stepped down", "threshold was", "threshold is",
];

/// Fewest words beside the status that make a response of it.
const FEWEST_TOLD: usize = 2;

/// Longest response that is published whole when its status words are not known.
const LONGEST_RESPONSE: usize = 60;

/// Whether `statement` says what is to be done: an action, a recommendation, a learning point with "should".
pub(super) fn is_to_do(document: &Document, statement: &Statement) -> bool {
    match statement.kind {
        StatementKind::Action | StatementKind::Recommendation => true,
        StatementKind::LearningPoint => spans(statement, PartRole::Body).any(|span| document.fold.slice(span).contains(" should ")),
        StatementKind::Finding => false,
    }
}

/// Reads the facts of `statement`; of what is no action, only who is to do it and when.
pub(super) fn gather(document: &Document, source: &Text, statement: &Statement, ground: &Ground) -> Gathered {
    if !is_to_do(document, statement) {
        return Gathered::default();
    }
    let mut gathered = Gathered {
        owners: owners(document, source, statement),
        ..Gathered::default()
    };
    let table = document.blocks[statement.blocks.0 as usize].cell.map(|cell| cell.table);
    if !gathered.owners.has_place && table.is_some_and(|table| ground.owned.contains(&table)) {
        // The owner's cell is empty: a group that the action's words name does not fill it.
        gathered.owners.has_place = true;
        gathered.owners.groups.clear();
    }
    gathered.facts.owners = gathered.owners.named.clone();
    gathered.time(document, statement, ground);
    if statement.kind != StatementKind::Action {
        return gathered;
    }
    gathered.respond(document, statement, ground);
    gathered.facts.outstanding = spans(statement, PartRole::Outstanding)
        .filter(|&span| is_left(document.fold.slice(span)))
        .collect();
    gathered.facts.checked = check::is_checked(document, statement, ground);
    let bodies = || spans(statement, PartRole::Body).map(|span| document.fold.slice(span));
    gathered.decision = gathered.owners.named.is_empty() && bodies().any(|text| DECIDED.iter().any(|words| text.contains(words)));
    // "Remy to ring 999 if he feels unsafe" has its time.
    gathered.timed |= document.genre == Genre::Minutes && bodies().any(|text| text.contains(" if "));
    let green = gathered.facts.response.as_deref().is_some_and(status::is_green);
    if gathered.facts.status == Status::Completed || green {
        gathered.deny(document, statement);
        // Green without a key may mean on track: then only what has not begun denies it.
        let begun = gathered.facts.status == Status::Completed;
        gathered
            .denied
            .retain(|&(span, outright)| begun || outright || document.fold.slice(span).starts_with("to be "));
    }
    gathered
}

fn spans(statement: &Statement, role: PartRole) -> impl Iterator<Item = Span> {
    statement.parts.iter().filter(move |part| part.role == role).map(|part| part.span)
}

impl Gathered {
    /// The status: of the response, else of an update or an outcome that opens with one, else of a sentence of the action's
    /// own words; without one, the words of the update.
    fn respond(&mut self, document: &Document, statement: &Statement, ground: &Ground) {
        let filled = |role| spans(statement, role).filter(|&span| document.fold.slice(span).contains(char::is_alphanumeric));
        let marked = |span| spans(statement, span).filter(|&span| !document.fold.slice(span).trim().is_empty());
        let opens =
            |span: &Span| ground.key.opening(document.fold.slice(*span)).is_some() || status::opening(document.fold.slice(*span)).is_some();
        let own = self.said_of_itself(document, statement, ground);
        let responds = filled(PartRole::Response).chain(filled(PartRole::Update)).chain(own);
        let outcomes =
            filled(PartRole::Check).filter(|span| check::is_outcome(document, *span) || check::is_result(document.fold.slice(*span)));
        self.facts.answered = outcomes.count() > 0
            || responds
                .filter(|&span| {
                    let bare = is_progress(document, span) && opens(&span);
                    is_told(document.fold.slice(span), ground) || Some(span) != own && !bare && !is_status_place(document, ground, span)
                })
                .count()
                > 0;
        let span = marked(PartRole::Response)
            .find(opens)
            .or_else(|| filled(PartRole::Update).find(opens))
            .or_else(|| filled(PartRole::Check).find(|span| check::is_outcome(document, *span)))
            .or(own)
            .or_else(|| marked(PartRole::Response).next())
            .or_else(|| filled(PartRole::Update).next());
        if let Some(span) = span {
            self.say(document, statement, ground, span);
        }
    }

    /// Reads the response at `span`.
    fn say(&mut self, document: &Document, statement: &Statement, ground: &Ground, span: Span) {
        let text = document.fold.slice(span);
        let lead = status::lead(text);
        let text = &text[lead..];
        self.said = Some(Span::new(span.start + lead as u32, span.end));
        if let Some((length, status)) = ground.key.opening(text).or_else(|| status::opening(text)) {
            self.facts.response = Some(text[..length].to_owned());
            self.facts.status = match status::is_green(&text[..length]) {
                true => ground.key.get("green").unwrap_or_else(|| self.green(document, statement, ground)),
                false => status,
            };
            return;
        }
        let whole = text.split_inclusive(". ").next().unwrap_or(text).trim_end();
        self.facts.response = Some(clip(whole));
        let dated = dates::leading(text).is_some_and(|date| date.range.end == text.trim_end_matches('.').len());
        self.facts.status = match dated {
            // "Date completed: 4 May 2023".
            true => Status::Completed,
            false => status::closing(text).unwrap_or_default(),
        };
    }

    /// The words in which the action's own text goes on to say what became of it: "… by 4 May. Completed: an audit found two".
    fn said_of_itself(&self, document: &Document, statement: &Statement, ground: &Ground) -> Option<Span> {
        let beside = spans(statement, PartRole::Timescale).find_map(|span| {
            let at = status_beside(document.fold.slice(span))?;
            Some(Span::new(span.start + at as u32, span.end))
        });
        if beside.is_some() {
            return beside;
        }
        let mut bodies = statement.parts.iter().filter(|part| part.role == PartRole::Body).enumerate();
        bodies.find_map(|(i, part)| {
            let text = document.fold.slice(part.span);
            let at = ground.key.closing(text).or_else(|| Some(status::sentence(text, i > 0)?.0))?;
            Some(Span::new(part.span.start + at as u32, part.span.end))
        })
    }

    /// Green in a plan without a key: done when its words say so and its date has come, else on track.
    fn green(&self, document: &Document, statement: &Statement, ground: &Ground) -> Status {
        let said = [PartRole::Response, PartRole::Update, PartRole::Check]
            .into_iter()
            .flat_map(|role| spans(statement, role));
        let done = said.into_iter().any(|span| status::says_done(document.fold.slice(span)));
        let last = self.facts.timescales.iter().filter_map(|time| time.date.as_deref()).max();
        let ahead = ground.today.as_deref().zip(last).is_some_and(|(today, date)| date > today);
        if done && !ahead { Status::Completed } else { Status::InProgress }
    }

    /// The times of the timescale parts; of the action's own words only dates, when a timescale stands.
    fn time(&mut self, document: &Document, statement: &Statement, ground: &Ground) {
        let minuted = document.genre == Genre::Minutes;
        let has_timescale = statement.parts.iter().any(|part| part.role == PartRole::Timescale);
        let meeting = ground.meeting(document);
        let told = || spans(statement, PartRole::Timescale).find_map(|span| year_in(document.fold.slice(span)));
        for part in &statement.parts {
            let text = document.fold.slice(part.span);
            let mut times = match part.role {
                PartRole::Timescale => in_timescale(&text[..status_beside(text).unwrap_or(text.len())]),
                PartRole::Body => in_body(text, minuted),
                _ => Vec::new(),
            };
            times.retain(|time| part.role == PartRole::Timescale || !has_timescale || matches!(time.when, When::Date(_)));
            let year = year_in(text).or_else(told);
            times.into_iter().for_each(|time| self.add(part, time.placed(text, meeting, year)));
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
        if let Some(why) = time.wrong {
            self.impossible.push((span, why));
        }
        let date = match time.when {
            When::Date(date) => {
                self.timed = true;
                date
            }
            When::Day(..) | When::Period => {
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
                PartRole::Outstanding if is_left(document.fold.slice(part.span)) => self.denied.push((part.span, true)),
                PartRole::Response | PartRole::Update | PartRole::Timescale | PartRole::Check => {
                    let found = contradiction::contradictions(document.fold.slice(part.span));
                    let place = |c: &contradiction::Contradiction| {
                        Span::new(part.span.start + c.range.start as u32, part.span.start + c.range.end as u32)
                    };
                    self.denied.extend(found.iter().map(|c| (place(c), c.outright)));
                }
                PartRole::Body | PartRole::Owner | PartRole::Answers | PartRole::Outstanding => {}
            }
        }
    }
}

/// Where the status begins that stands in a bracket beside a time: "December 2023 (completed September 2023)".
fn status_beside(text: &str) -> Option<usize> {
    let open = text.find(['(', '['])? + 1;
    let (_, found) = status::opening(&text[open..])?;
    matches!(
        found,
        Status::Completed | Status::Partial | Status::Outstanding | Status::NotCompleted
    )
    .then_some(open)
    .filter(|_| text[..open - 1].contains(char::is_alphanumeric))
}

/// Whether `text` tells more than a word of status.
fn is_told(text: &str, ground: &Ground) -> bool {
    let length = ground
        .key
        .opening(text)
        .or_else(|| status::opening(text))
        .map_or(0, |(length, _)| length);
    let words = text[length..]
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic));
    words.count() >= FEWEST_TOLD
}

/// Whether `span` stands behind the label "Progress:", which asks for a word of status.
fn is_progress(document: &Document, span: Span) -> bool {
    let block = &document.blocks[document.block_at(span.start)];
    let before = document.fold.slice(Span::new(block.body.start.min(span.start), span.start));
    let label = before.trim_end_matches([' ', ':', '*', '_']);
    block.cell.is_none() && label.len() < before.len() && label.to_lowercase().ends_with("progress")
}

/// Whether the place of `span` has a title that promises a word of status and no more: "RAG", "Status:".
fn is_status_place(document: &Document, ground: &Ground, span: Span) -> bool {
    const LONGEST: usize = 24;
    let at = document.block_at(span.start);
    let block = &document.blocks[at];
    let above = |at: usize| at.checked_sub(1).map_or("", |at| document.fold.slice(document.blocks[at].body));
    if let Some(cell) = block.cell {
        let titled = ground.statuses.contains(&(cell.table, cell.column));
        return titled || cell.column == 1 && status::is_status_title(above(at));
    }
    let before = document.fold.slice(Span::new(block.body.start, span.start.max(block.body.start)));
    let title = if before.trim().is_empty() { above(at) } else { before };
    let title = title.trim_end_matches([' ', ':', '-', '*', '_']);
    let title = title.rsplit(['.', ';', '|', ',', ':']).next().unwrap_or(title);
    title.len() <= LONGEST * 2 && status::is_status_title(&title[title.ceil_char_boundary(title.len().saturating_sub(LONGEST))..])
}

/// Whether `text`, what stands under "Outstanding", leaves anything to do.
fn is_left(text: &str) -> bool {
    const NOTHING: &[&str] = &[
        "none",
        "nil",
        "n/a",
        "nothing",
        "no",
        "not applicable",
        "nothing outstanding",
        "complete",
        "completed",
    ];
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '/').to_lowercase();
    !bare.is_empty() && !NOTHING.contains(&bare.as_str())
}

fn clip(text: &str) -> String {
    let mut end = text.len().min(LONGEST_RESPONSE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}
