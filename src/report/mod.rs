//! A report is a reading in the form that somebody asked for, streamed to any [`std::io::Write`].
//!
//! [`json`] holds the published types; [`rows`] and [`csv`] flatten them; [`xlsx`] makes a workbook of them; [`sarif`], [`w3c`] and
//! [`spans`] say them as programs of other trades know them; [`text`] is for people, as are the pages of [`web`]; [`docx`] writes into a copy of the document
//! itself. An output format is one file here and one line in [`Format`]; a [`Stream`] puts its pages together.

pub mod csv;
pub mod diff;
pub mod docx;
mod edition;
mod excerpt;
mod group;
mod guard;
mod iri;
pub mod json;
mod listed;
pub mod matrix;
pub mod rows;
pub mod sarif;
pub mod schema;
pub mod series;
pub mod spans;
mod stream;
pub mod summary;
pub mod text;
pub mod timeline;
mod twice;
mod view;
pub mod w3c;
pub mod web;
pub mod xlsx;
mod zip;

pub use edition::{Edition, Units};
pub use listed::{Listed, listed};
pub use stream::{Close, Stream, Terms};
pub use view::View;

use std::io::{self, Write};

use crate::reading::Reading;

/// The forms in which `candour scan` writes its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One object with all document records.
    Json,
    /// One document record a line.
    Jsonl,
    /// One flat annotation a line, JSON.
    Rows,
    /// One flat annotation a line, comma-separated.
    Csv,
    /// The same, safe to open in Excel.
    CsvExcel,
    /// A workbook with sheets for annotations, actions, references and documents.
    Xlsx,
    /// A SARIF log.
    Sarif,
    /// Web annotations.
    W3c,
    /// Texts with spans for spaCy and Prodigy.
    Spans,
    /// Texts with labels for doccano.
    Doccano,
}

impl Format {
    /// Whether it is made of the documents' own text, so that nothing is left of it without text.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Spans | Self::Doccano)
    }

    /// The units of all its offsets, where its readers take no others.
    #[must_use]
    pub const fn own_units(self) -> Option<&'static str> {
        match self {
            Self::Json | Self::Jsonl | Self::Rows | Self::Csv | Self::CsvExcel => None,
            Self::Xlsx | Self::Sarif | Self::W3c | Self::Spans => Some("code points"),
            Self::Doccano => Some("UTF-16 units"),
        }
    }

    /// Writes the page of one document, which a [`Stream`] takes.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn document(self, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Json => {
                out.write_all(b",\n  ")?;
                json::item(reading, edition, out)
            }
            Self::Jsonl => {
                json::line(reading, edition, out)?;
                out.write_all(b"\n")
            }
            Self::Rows => rows::write(reading, edition, out),
            Self::Csv => csv::write(csv::Reader::Program, reading, edition, out),
            Self::CsvExcel => csv::write(csv::Reader::Excel, reading, edition, out),
            Self::Xlsx => xlsx::write(reading, edition, out),
            Self::Sarif => sarif::write(reading, edition, out),
            Self::W3c => w3c::write(reading, edition, out),
            Self::Spans => spans::write(reading, edition, out),
            Self::Doccano => spans::write_doccano(reading, edition, out),
        }
    }
}
