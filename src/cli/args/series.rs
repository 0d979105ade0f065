//! The arguments of `candour series`, as they were typed.

use std::path::PathBuf;

use clap::{Args as ArgGroup, ValueEnum};

use super::{Inputs, RuleArgs};

/// Show what successive minutes say again and again, what has changed, and what became of their actions
///
/// For chairs, reviewing officers and quality leads. The minutes are put in order of the meetings' own dates. Each statement that
/// recurs has a line: who says it first, where the same is said again, where something has changed, where only the deadline
/// has moved. Actions show through how many meetings they were carried and whether anything was reported of them.
///
/// Example: candour series core-group-*.docx --format html -o series.html
#[derive(ArgGroup)]
pub(in crate::cli) struct Series {
    #[command(flatten)]
    pub(in crate::cli) inputs: Inputs,
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// How to write it: text for a terminal, html with the picture, json for programs, csv with a row for each statement and meeting
    #[arg(long, short, default_value = "text", value_name = "FORMAT")]
    pub(in crate::cli) format: SeriesFormat,
    /// Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Leave out every excerpt of the documents; places, dates and counts stay
    #[arg(long)]
    pub(in crate::cli) no_text: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum SeriesFormat {
    Text,
    Html,
    Json,
    Csv,
    CsvExcel,
}
