//! A `Stream` is the data of a scan while it is written: what stands before the first document, between two, and after
//! the last.
//!
//! [`Format::document`] makes the page of a document without knowing what others hold, so that threads may make many
//! at once; the stream takes the pages, one after the other, as a writer.

use std::io::{self, Write};

use crate::reading::{Failure, Source};
use crate::summary::Summary;

use super::edition::Edition;
use super::listed::Listed;
use super::xlsx::Book;
use super::{Format, csv, json, sarif, w3c};

/// What is known before the first document is read.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// The settings.
    pub run: &'a json::run::Run<'a>,
    /// How records are published.
    pub edition: &'a Edition<'a>,
    /// The rules at work.
    pub rules: &'a [Listed<'a>],
}

/// What is known after the last document.
#[derive(Clone, Copy)]
pub struct Close<'a> {
    /// The terms of the run.
    pub terms: &'a Terms<'a>,
    /// The counts of all documents.
    pub total: &'a Summary,
    /// What could not be read.
    pub failures: &'a [(Source, Failure)],
}

/// The data of a scan while it is written.
pub struct Stream<W: Write> {
    format: Format,
    form: Form<W>,
}

enum Form<W: Write> {
    /// Pages stand one after the other.
    Pages(W),
    /// Pages are items of a list, each with a comma before it; `begun` once there was one, whose comma is left out.
    List { out: W, begun: bool },
    /// Pages are rows of several sheets.
    Book(Box<Book<W>>),
}

impl<W: Write> Stream<W> {
    /// Writes what stands before the first document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn begin(format: Format, terms: &Terms<'_>, mut out: W) -> io::Result<Self> {
        match format {
            Format::Json => json::run::head(terms.run, &mut out)?,
            Format::Csv => csv::head(csv::Reader::Program, terms.edition, &mut out)?,
            Format::CsvExcel => csv::head(csv::Reader::Excel, terms.edition, &mut out)?,
            Format::Sarif => sarif::head(terms, &mut out)?,
            Format::W3c => w3c::head(&mut out)?,
            Format::Jsonl | Format::Rows | Format::Xlsx | Format::Spans | Format::Doccano => {}
        }
        let form = match format {
            Format::Json | Format::Sarif | Format::W3c => Form::List { out, begun: false },
            Format::Xlsx => Form::Book(Box::new(Book::begin(terms, out)?)),
            _ => Form::Pages(out),
        };
        Ok(Self { format, form })
    }

    /// What the stream writes to, where pages simply stand one after the other.
    pub fn pages(&mut self) -> Option<&mut W> {
        match &mut self.form {
            Form::Pages(out) => Some(out),
            Form::List { .. } | Form::Book(_) => None,
        }
    }

    /// Writes what stands after the last document.
    ///
    /// # Errors
    /// Those of the writer, or that a workbook cannot be that large.
    pub fn end(self, close: &Close<'_>) -> io::Result<()> {
        match (self.format, self.form) {
            (_, Form::Pages(mut out)) => out.flush(),
            (_, Form::Book(book)) => book.end(close),
            (Format::Sarif, Form::List { mut out, .. }) => sarif::tail(close.failures, &mut out),
            (Format::W3c, Form::List { mut out, .. }) => w3c::tail(&mut out),
            (_, Form::List { mut out, .. }) => json::run::tail(&mut out),
        }
    }
}

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, page: &[u8]) -> io::Result<usize> {
        self.write_all(page)?;
        Ok(page.len())
    }

    fn write_all(&mut self, page: &[u8]) -> io::Result<()> {
        match &mut self.form {
            Form::Pages(out) => out.write_all(page),
            Form::List { out, begun } => {
                let first = usize::from(!*begun && !page.is_empty());
                *begun |= !page.is_empty();
                out.write_all(&page[first..])
            }
            Form::Book(book) => book.take(page),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.form {
            Form::Pages(out) | Form::List { out, .. } => out.flush(),
            Form::Book(_) => Ok(()),
        }
    }
}
