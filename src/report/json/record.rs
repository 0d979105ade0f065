//! A record is one document in the form that the contract publishes; here it is made from a reading.

use crate::annotation::{self, Related};
use crate::checks::actions::ActionFacts;
use crate::checks::references;
use crate::document::{Acronym, Event, Statement, StatementKind};
use crate::reading::{Failure, Reading, Source};
use crate::report::edition::Edition;
use crate::report::view::View;
use crate::summary::measure;

use super::each::{Each, Hex};
use super::v1;

/// The published tool.
#[must_use]
pub const fn tool<'a>(edition: &Edition<'a>) -> v1::Tool<'a> {
    v1::Tool {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        rules_sha256: edition.rules_sha256,
    }
}

/// The record of an input that could not be read.
#[must_use]
pub fn failed<'a>(source: &'a Source, failure: &'a Failure, edition: &Edition<'a>) -> v1::Document<'a> {
    v1::Document {
        schema: v1::DOCUMENT,
        doc_id: source.bytes.map(|(_, sum)| Hex::Short(sum)),
        name: source.name(),
        path: &source.path,
        format: None,
        genre: None,
        source_bytes: source.bytes.map(|(size, _)| size),
        source_sha256: source.bytes.map(|(_, sum)| Hex::Sum(sum)),
        text_chars: None,
        text_sha256: None,
        tool: tool(edition),
        metrics: v1::Metrics::default(),
        annotations: Each::none(),
        references: Each::none(),
        statements: Each::none(),
        events: Each::none(),
        acronyms: Each::none(),
        warnings: &[],
        error: Some(v1::Error {
            cause: failure.cause,
            message: &failure.message,
        }),
    }
}

/// The record of the document that `view` shows.
#[must_use]
pub fn read<'a>(reading: &'a Reading<'a>, text_sha256: crate::reading::Digest, view: &'a View<'a>) -> v1::Document<'a> {
    let scan = view.scan;
    let document = &scan.document;
    let source = &reading.source;
    let size = measure(document);
    v1::Document {
        schema: v1::DOCUMENT,
        doc_id: source.bytes.map(|(_, sum)| Hex::Short(sum)),
        name: source.name(),
        path: &source.path,
        format: Some(scan.text.format.name()),
        genre: Some(document.genre.contract_name()),
        source_bytes: source.bytes.map(|(size, _)| size),
        source_sha256: source.bytes.map(|(_, sum)| Hex::Sum(sum)),
        text_chars: Some(view.total_chars()),
        text_sha256: Some(Hex::Sum(text_sha256)),
        tool: tool(view.edition),
        metrics: v1::Metrics {
            words: Some(size.words),
            sentences: Some(size.sentences),
            annotations: Some(scan.annotations.len() as u64),
        },
        annotations: Each::new(|| annotations(view)),
        references: Each::new(|| references(view)),
        statements: Each::new(|| statements(view)),
        events: Each::new(|| document.events.iter().map(|it| event(view, it))),
        acronyms: Each::new(|| document.acronyms.iter().map(|it| acronym(view, it))),
        warnings: &scan.text.warnings,
        error: None,
    }
}

/// The published annotations of a view, in order.
pub fn annotations<'a>(view: &'a View<'a>) -> impl Iterator<Item = v1::Annotation<'a>> + 'a {
    (0..view.scan.annotations.len()).map(|at| annotation(view, at))
}

/// The published annotation at `at`.
pub(super) fn annotation<'a>(view: &'a View<'a>, at: usize) -> v1::Annotation<'a> {
    let it: &annotation::Annotation<'_> = &view.scan.annotations[at];
    let place = view.place(it.span.start);
    let accepted = view.edition.accepted.reason(view.ids[at]);
    v1::Annotation {
        id: Hex::Id(view.ids[at]),
        rule: it.rule,
        category: it.category,
        severity: it.severity.name(),
        confidence: it.confidence.name(),
        voice: it.voice.name(),
        polarity: it.polarity.name(),
        clarified: it.clarified,
        at: view.stretch_from(place, it.span),
        line: place.line,
        column: place.column,
        page: view.page(it.span.start),
        paragraph: view.paragraph(it.block),
        section: view.section(it.block),
        zone: view.zone(it.block),
        quote: view.words(it.span),
        prefix: view.prefix(it.span),
        suffix: view.suffix(it.span),
        sentence: view.sentence(it),
        message: view.said(&it.message),
        ask: it.ask,
        related: list(&it.related, |it| related(view, it)),
        suppressed: accepted.map(|reason| v1::Suppressed { reason }),
    }
}

/// The published references of a view, in reading order.
pub fn references<'a>(view: &'a View<'a>) -> impl Iterator<Item = v1::Reference<'a>> + 'a {
    view.scan.graph.references.iter().map(|it| reference(view, it))
}

fn related<'a>(view: &'a View<'a>, it: &'a Related) -> v1::Related<'a> {
    v1::Related {
        role: it.role.name(),
        at: view.stretch(it.span),
        quote: view.words(it.span),
        note: view.said(&it.note),
    }
}

fn reference<'a>(view: &'a View<'a>, it: &'a references::Reference) -> v1::Reference<'a> {
    let span = view.source(it.span);
    let place = view.place(span.start);
    v1::Reference {
        at: view.stretch_from(place, span),
        line: place.line,
        paragraph: view.paragraph(it.block),
        quote: view.words(span),
        kind: it.kind.name(),
        label: it.label.as_deref(),
        written: it.written.as_deref().and_then(|written| view.shown(written)),
        targets: &it.targets,
        state: it.state.name(),
        suggestions: list(&it.suggestions, |it| v1::Suggestion {
            target: &it.target,
            confidence: it.confidence.name(),
            why: view.shown(it.why.as_str()),
        }),
    }
}

fn statements<'a>(view: &'a View<'a>) -> impl Iterator<Item = v1::Statement<'a>> + 'a {
    view.scan
        .document
        .statements
        .iter()
        .enumerate()
        .map(|(at, it)| statement(view, at, it))
}

fn statement<'a>(view: &'a View<'a>, at: usize, it: &'a Statement) -> v1::Statement<'a> {
    let facts: &ActionFacts = &view.scan.facts[at];
    let graph = &view.scan.graph;
    v1::Statement {
        kind: statement_kind(it.kind),
        label: Some(it.label.as_str()).filter(|label| !label.is_empty()),
        number: it.number.as_deref(),
        at: view.stretch(view.source(it.span)),
        cites: &graph.cites[at],
        answered_by: &graph.answered_by[at],
        owners: view.shown(facts.owners.as_slice()),
        response: facts.response.as_deref().and_then(|response| view.shown(response)),
        status: facts.status.name(),
        timescales: list(&facts.timescales, |it| v1::Timescale {
            written: view.folded(it.span),
            date: it.date.as_deref(),
        }),
        outstanding: list(&facts.outstanding, |&span| view.folded(span)),
    }
}

fn event<'a>(view: &View<'a>, it: &'a Event) -> v1::Event<'a> {
    let span = view.source(it.span);
    v1::Event {
        written: view.words(span),
        date: it.date.as_deref(),
        at: view.stretch(span),
        row: it.row,
    }
}

fn acronym<'a>(view: &View<'a>, it: &'a Acronym) -> v1::Acronym<'a> {
    let span = view.source(it.span);
    v1::Acronym {
        term: view.words(span),
        expansion: it.expansion.and_then(|expansion| view.folded(expansion)),
        at: view.stretch(span),
    }
}

/// The published list of `items`, each made by `make` when it is written.
fn list<'a, T, U>(items: &'a [T], make: impl Fn(&'a T) -> U + Copy + 'a) -> Each<'a, U> {
    if items.is_empty() {
        return Each::none();
    }
    Each::new(move || items.iter().map(make))
}

/// The name of a kind of statement in the contract.
#[must_use]
pub const fn statement_kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Finding => "finding",
        StatementKind::Recommendation => "recommendation",
        StatementKind::LearningPoint => "learning-point",
        StatementKind::Action => "action",
    }
}
