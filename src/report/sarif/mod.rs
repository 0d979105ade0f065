//! A SARIF log (2.1.0) holds the remarks of a run as programs for checkers of code know them: editors, dashboards,
//! continuous integration.
//!
//! Regions are those of the text that `candour text` prints: lines, columns and characters in code points, as the log
//! itself says. What is only quoted or mentioned is for information, and fails nothing.

mod v210;

use std::borrow::Cow;
use std::io::{self, Write};

use crate::annotation::{Annotation, Confidence, Severity};
use crate::reading::{Failure, Reading, Source};
use crate::text::Span;

use super::edition::Edition;
use super::iri::iri;
use super::json::{record, v1};
use super::listed::Listed;
use super::stream::Terms;
use super::view::View;
use v210::{
    ArtifactLocation, Configuration, Content, Descriptor, Driver, Fingerprints, Invocation, Location, LogicalLocation, Message,
    Notification, PhysicalLocation, Properties, Region, Related, Result as Finding, RuleProperties, RunProperties, Suppression, Tool,
};

/// The schema that a log names.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes what stands before the first result: the program and its rules.
///
/// # Errors
/// Those of `out`.
pub(super) fn head(terms: &Terms<'_>, out: &mut impl Write) -> io::Result<()> {
    let tool = Tool {
        driver: Driver {
            name: env!("CARGO_PKG_NAME"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            rules: terms.rules.iter().map(descriptor).collect(),
        },
    };
    let properties = RunProperties {
        rules_sha256: terms.edition.rules_sha256,
        no_text: !terms.edition.excerpts,
        regions: "of the text that `candour text` prints",
    };
    write!(
        out,
        "{{\n \"$schema\": \"{SCHEMA}\",\n \"version\": \"2.1.0\",\n \"runs\": [{{\n  \"tool\": "
    )?;
    serde_json::to_writer(&mut *out, &tool)?;
    out.write_all(b",\n  \"columnKind\": \"unicodeCodePoints\",\n  \"properties\": ")?;
    serde_json::to_writer(&mut *out, &properties)?;
    out.write_all(b",\n  \"results\": [")
}

/// Writes the results of `reading`, each with a comma before it. A failed reading has none.
///
/// # Errors
/// Those of `out`.
pub(super) fn write(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = View::new(read, edition);
    let uri = iri(&reading.source.path);
    let place = Place { view: &view, uri: &uri };
    for (inner, it) in read.scan.annotations.iter().zip(record::annotations(&view)) {
        out.write_all(b",\n   ")?;
        let related = inner.related.iter().map(|it| place.related(it.span, view.said(&it.note))).collect();
        let result = result(&it, place.location(inner, &it), related);
        serde_json::to_writer(&mut *out, &result)?;
    }
    Ok(())
}

/// Writes what stands after the last result: how the run went, and what could not be read.
///
/// # Errors
/// Those of `out`.
pub(super) fn tail(failures: &[(Source, Failure)], out: &mut impl Write) -> io::Result<()> {
    let invocation = Invocation {
        execution_successful: failures.is_empty(),
        exit_code: if failures.is_empty() { 0 } else { 2 },
        tool_execution_notifications: failures.iter().map(notification).collect(),
    };
    out.write_all(b"\n  ],\n  \"invocations\": [")?;
    serde_json::to_writer(&mut *out, &invocation)?;
    out.write_all(b"]\n }]\n}\n")
}

fn notification((source, failure): &(Source, Failure)) -> Notification<'_> {
    Notification {
        level: "error",
        message: Message {
            text: format!("{} {}.", source.shown(), failure.message).into(),
        },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: iri(&source.path).into(),
                },
                region: None,
                context_region: None,
            },
            logical_locations: None,
        }],
        properties: v210::Cause { cause: failure.cause },
    }
}

fn descriptor<'a>(rule: &Listed<'a>) -> Descriptor<'a> {
    let said = |text: &'a str| Message { text: text.into() };
    let help = match (rule.ask, rule.source) {
        (Some(ask), Some(source)) => Some(Message {
            text: format!("{ask} Source: {source}").into(),
        }),
        (ask, source) => ask.or(source).map(said),
    };
    Descriptor {
        id: rule.name,
        short_description: said(rule.says),
        help,
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: RuleProperties {
            tags: [rule.category],
            precision: rule.confidence.map(Confidence::name),
        },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

fn result<'a>(it: &'a v1::Annotation<'_>, location: Location<'a>, related: Vec<Related<'a>>) -> Finding<'a> {
    let stands = matches!(it.voice, "own" | "reported");
    let level = match it.severity {
        _ if !stands => "none",
        "high" => "error",
        "medium" => "warning",
        _ => "note",
    };
    Finding {
        rule_id: it.rule,
        kind: if stands { "fail" } else { "informational" },
        level,
        message: Message {
            text: format!("{} {}", it.message, it.ask).into(),
        },
        locations: [location],
        related_locations: related,
        partial_fingerprints: Fingerprints { candour: it.id },
        suppressions: it.suppressed.iter().map(|it| suppression(it.reason)).collect(),
        properties: Properties {
            severity: it.severity,
            confidence: it.confidence,
            voice: it.voice,
            polarity: it.polarity,
            clarified: it.clarified,
            page: it.page,
            zone: it.zone,
        },
    }
}

const fn suppression(reason: &str) -> Suppression<'_> {
    Suppression {
        kind: "external",
        status: "accepted",
        justification: reason,
    }
}

/// Where the results of one document are.
struct Place<'v> {
    view: &'v View<'v>,
    uri: &'v str,
}

impl<'v> Place<'v> {
    fn location<'i>(&self, inner: &Annotation<'_>, it: &'i v1::Annotation<'_>) -> Location<'i>
    where
        'v: 'i,
    {
        let sentence = self.view.sentence_span(inner);
        let wider = self.view.edition.excerpts && sentence != inner.span;
        let physical_location = PhysicalLocation {
            context_region: wider.then(|| self.region(sentence)),
            ..self.physical(inner.span)
        };
        let parts = [(it.section, "section"), (it.paragraph, "paragraph")];
        let logical: Vec<_> = parts
            .into_iter()
            .filter_map(|(name, kind)| Some(LogicalLocation { name: name?, kind }))
            .filter(|it| !it.name.is_empty())
            .collect();
        Location {
            physical_location,
            logical_locations: (!logical.is_empty()).then_some(logical),
        }
    }

    fn related(&self, span: Span, note: Cow<'v, str>) -> Related<'v> {
        Related {
            physical_location: self.physical(span),
            message: Message { text: note },
        }
    }

    fn physical(&self, span: Span) -> PhysicalLocation<'v> {
        PhysicalLocation {
            artifact_location: ArtifactLocation { uri: self.uri.into() },
            region: Some(self.region(span)),
            context_region: None,
        }
    }

    fn region(&self, span: Span) -> Region<'v> {
        let (start, end) = (self.view.place(span.start), self.view.place(span.end));
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            char_offset: start.chars,
            char_length: end.chars - start.chars,
            snippet: self.view.words(span).map(|text| Content { text }),
        }
    }
}
