//! A report is a reading in the form that somebody asked for, streamed to any [`std::io::Write`].
//!
//! [`json`] holds the published types; [`rows`] and [`csv`] flatten them; [`text`] is for people; [`docx`] writes into a copy of the document itself. An output format is one file
//! here and one line in [`Format`].

pub mod csv;
pub mod docx;
mod edition;
pub mod json;
pub mod matrix;
pub mod rows;
pub mod schema;
pub mod text;
pub mod timeline;
mod twice;
mod view;

pub use edition::{Edition, Units};
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
}

impl Format {
    /// Writes what stands before the first document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn head(self, run: &json::run::Run<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Json => json::run::head(run, out),
            Self::Jsonl | Self::Rows => Ok(()),
            Self::Csv => csv::head(csv::Reader::Program, edition, out),
            Self::CsvExcel => csv::head(csv::Reader::Excel, edition, out),
        }
    }

    /// Writes the `at`-th document, counted from 0.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn document(self, at: usize, reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Json => {
                out.write_all(if at == 0 { b"\n  " } else { b",\n  " })?;
                json::item(reading, edition, out)
            }
            Self::Jsonl => {
                json::line(reading, edition, out)?;
                out.write_all(b"\n")
            }
            Self::Rows => rows::write(reading, edition, out),
            Self::Csv => csv::write(csv::Reader::Program, reading, edition, out),
            Self::CsvExcel => csv::write(csv::Reader::Excel, reading, edition, out),
        }
    }

    /// Writes what stands after the last document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn tail(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Json => json::run::tail(out),
            _ => Ok(()),
        }
    }
}
