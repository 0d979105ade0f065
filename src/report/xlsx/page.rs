//! A page is what one document adds to the sheets of a workbook.

use std::io::{self, Write};

use crate::document::{Statement, StatementKind};
use crate::reading::{Read, Reading};
use crate::report::edition::Edition;
use crate::report::json::each::Hex;
use crate::report::json::{record, v1};
use crate::report::view::View;
use crate::summary::measure;

use super::row::Row;
use super::sheet::Kind;

/// Writes the rows of `reading`. A failed reading has one, among the documents.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut row = vec![];
    let Ok(read) = &reading.outcome else {
        failed(reading, &mut row);
        return out.write_all(&row);
    };
    let view = View::new(read, edition);
    for it in record::annotations(&view) {
        row.clear();
        annotation(reading, &view, &it, &mut row);
        out.write_all(&row)?;
    }
    let statements = read.scan.document.statements.iter().enumerate();
    for (at, it) in statements.filter(|(_, it)| it.kind == StatementKind::Action) {
        row.clear();
        action(reading, &view, (at, it), &mut row);
        out.write_all(&row)?;
    }
    for it in record::references(&view) {
        row.clear();
        reference(reading, &it, &mut row);
        out.write_all(&row)?;
    }
    row.clear();
    document(reading, read, &view, &mut row);
    out.write_all(&row)
}

/// A row that begins with where it comes from.
fn begin<'o>(kind: Kind, reading: &Reading<'_>, out: &'o mut Vec<u8>) -> Row<'o> {
    let source = &reading.source;
    let mut row = Row::begin(kind, out);
    row.maybe(source.bytes.map(|(_, sum)| Hex::Short(sum).to_string()).as_deref())
        .text(source.name())
        .text(&source.path);
    row
}

fn annotation(reading: &Reading<'_>, view: &View<'_>, it: &v1::Annotation<'_>, out: &mut Vec<u8>) {
    let mut row = begin(Kind::Annotations, reading, out);
    row.text(view.scan.document.genre.contract_name())
        .text(&it.id.to_string())
        .text(it.rule)
        .text(it.category)
        .text(it.severity)
        .text(it.confidence)
        .text(it.voice)
        .text(it.polarity)
        .flag(it.clarified)
        .number(Some(it.at.char_start))
        .number(Some(it.at.char_end));
    let units = [it.at.byte_start, it.at.byte_end, it.at.utf16_start, it.at.utf16_end];
    units.into_iter().flatten().for_each(|unit| {
        row.number(Some(unit));
    });
    row.number(Some(it.line))
        .number(Some(it.column))
        .number(it.page)
        .maybe(it.paragraph)
        .maybe(it.section)
        .maybe(it.zone)
        .maybe(it.quote)
        .maybe(it.prefix)
        .maybe(it.suffix)
        .maybe(it.sentence)
        .text(&it.message)
        .text(it.ask)
        .maybe(it.suppressed.as_ref().map(|it| it.reason))
        .end();
}

fn action(reading: &Reading<'_>, view: &View<'_>, (at, it): (usize, &Statement), out: &mut Vec<u8>) {
    let facts = &view.scan.facts[at];
    let span = view.source(it.span);
    let place = view.place(span.start);
    let said = |words: Vec<&str>| view.shown(words.join("; ").as_str()).map(str::to_owned);
    let dates: Vec<&str> = facts.timescales.iter().filter_map(|it| it.date.as_deref()).collect();
    let fold = &view.scan.document.fold;
    begin(Kind::Actions, reading, out)
        .text(&it.label)
        .maybe(it.number.as_deref())
        .maybe(view.folded(it.span).map(str::trim))
        .maybe(said(facts.owners.iter().map(String::as_str).collect()).as_deref())
        .maybe(said(facts.timescales.iter().map(|it| fold.slice(it.span)).collect()).as_deref())
        .text(&dates.join("; "))
        .maybe(facts.response.as_deref().and_then(|response| view.shown(response)))
        .text(facts.status.name())
        .maybe(said(facts.outstanding.iter().map(|&span| fold.slice(span)).collect()).as_deref())
        .text(&view.scan.graph.cites[at].join("; "))
        .flag(!facts.owners.is_empty())
        .flag(!dates.is_empty())
        .flag(facts.checked)
        .number(Some(place.line))
        .number(Some(place.chars))
        .number(Some(view.place(span.end).chars))
        .end();
}

fn reference(reading: &Reading<'_>, it: &v1::Reference<'_>, out: &mut Vec<u8>) {
    let better = it.suggestions.iter().next();
    begin(Kind::References, reading, out)
        .number(Some(it.line))
        .maybe(it.paragraph)
        .maybe(it.quote)
        .text(it.kind)
        .maybe(it.label)
        .maybe(it.written)
        .text(it.state)
        .text(&it.targets.join("; "))
        .maybe(better.as_ref().map(|it| it.target))
        .maybe(better.as_ref().map(|it| it.confidence))
        .maybe(better.as_ref().and_then(|it| it.why))
        .number(Some(it.at.char_start))
        .number(Some(it.at.char_end))
        .end();
}

fn document(reading: &Reading<'_>, read: &Read<'_>, view: &View<'_>, out: &mut Vec<u8>) {
    let scan = &read.scan;
    let size = measure(&scan.document);
    let statements = scan.document.statements.iter();
    let (bytes, sum) = sizes(reading);
    begin(Kind::Documents, reading, out)
        .text(scan.text.format.name())
        .text(scan.document.genre.contract_name())
        .number(bytes)
        .maybe(sum.as_deref())
        .number(Some(view.total_chars()))
        .text(&read.text_sha256.to_string())
        .number(Some(size.words))
        .number(Some(size.sentences))
        .number(Some(scan.annotations.len()))
        .number(Some(scan.graph.references.len()))
        .number(Some(statements.filter(|it| it.kind == StatementKind::Action).count()))
        .text(&scan.text.warnings.join(" "))
        .end();
}

fn failed(reading: &Reading<'_>, out: &mut Vec<u8>) {
    let (bytes, sum) = sizes(reading);
    let failure = reading.outcome.as_ref().err();
    let mut row = begin(Kind::Documents, reading, out);
    row.maybe(None).maybe(None).number(bytes).maybe(sum.as_deref());
    (0..8).for_each(|_| {
        row.maybe(None);
    });
    row.maybe(failure.map(|it| it.cause))
        .maybe(failure.map(|it| it.message.as_str()))
        .end();
}

fn sizes(reading: &Reading<'_>) -> (Option<u64>, Option<String>) {
    (
        reading.source.bytes.map(|(size, _)| size),
        reading.source.bytes.map(|(_, sum)| sum.to_string()),
    )
}
