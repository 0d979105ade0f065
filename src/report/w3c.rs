//! Web annotations: each remark as the W3C's data model has it, in one page of JSON-LD.
//!
//! A target has two selectors that pick the same words: a position in code points, as the model counts, and the words
//! themselves with what stands around them. Both are those of the text that `candour text` prints.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use crate::reading::Reading;

use super::edition::Edition;
use super::iri::iri;
use super::json::{record, v1};
use super::view::View;

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: [Body<'a>; 5],
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: Vec<Selector<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

/// Writes what stands before the first annotation.
///
/// # Errors
/// Those of `out`.
pub fn head(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"{\n \"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n \"id\": \"#candour\",\n")?;
    out.write_all(b" \"type\": \"AnnotationPage\",\n \"items\": [")
}

/// Writes the annotations of `reading`, each with a comma before it. A failed reading has none.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let Ok(read) = &reading.outcome else { return Ok(()) };
    let view = View::new(read, edition);
    let source = iri(&reading.source.path);
    for it in record::annotations(&view) {
        out.write_all(b",\n  ")?;
        serde_json::to_writer(&mut *out, &annotation(&it, &source))?;
    }
    Ok(())
}

/// Writes what stands after the last annotation.
///
/// # Errors
/// Those of `out`.
pub fn tail(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n ]\n}\n")
}

fn annotation<'a>(it: &'a v1::Annotation<'_>, source: &'a str) -> Annotation<'a> {
    let tag = |value: &'a str| Body {
        kind: "TextualBody",
        purpose: "tagging",
        value: value.into(),
        format: None,
        language: None,
    };
    let remark = Body {
        purpose: "assessing",
        value: format!("{} {}", it.message, it.ask).into(),
        format: Some("text/plain"),
        language: Some("en"),
        ..tag("")
    };
    let mut selector = vec![Selector::Position {
        start: it.at.char_start,
        end: it.at.char_end,
    }];
    if let (Some(exact), Some(prefix), Some(suffix)) = (it.quote, it.prefix, it.suffix) {
        selector.push(Selector::Quote { exact, prefix, suffix });
    }
    Annotation {
        id: format!("{source}#{}", it.id),
        kind: "Annotation",
        motivation: "assessing",
        body: [remark, tag(it.rule), tag(it.severity), tag(it.voice), tag(it.polarity)],
        target: Target { source, selector },
    }
}
