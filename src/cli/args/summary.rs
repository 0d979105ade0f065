//! The arguments of `candour summary`, as they were typed.

use std::path::PathBuf;

use clap::{Args as ArgGroup, ValueEnum};

use super::{Inputs, RuleArgs};

/// Say with figures how the language of documents is: rates, actions, references, who is visible
///
/// For a quality lead's report. Counts and rates in 1,000 words with their limits, by category, voice, section and genre; how long
/// sentences are; what actions say; where references lead; who is visible; and the passages behind each figure. It gives no score
/// and no grade. docs/statistics.md says how each figure is made.
///
/// Examples: candour summary minutes/ --html -o minutes.html
///   candour summary minutes/2026 --against minutes/2025 --html -o year.html
///   candour summary minutes/ --before-after 2026-04-01 --markdown
#[derive(ArgGroup)]
pub(in crate::cli) struct Summary {
    #[command(flatten)]
    pub(in crate::cli) inputs: Inputs,
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// Hold the documents against others of the same genre, which are not listed themselves
    #[arg(long, num_args = 1.., value_name = "FILE", conflicts_with = "before_after")]
    pub(in crate::cli) against: Vec<PathBuf>,
    /// Hold the documents from this date on against those from before, by each document's own date: 2026-04-01
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) before_after: Option<String>,
    /// Also count folder by folder: counts of text alone, no rates and no order of merit
    #[arg(long)]
    pub(in crate::cli) by_folder: bool,
    /// The most passages that are kept behind each figure
    #[arg(long, value_name = "N", default_value_t = 25)]
    pub(in crate::cli) passages: usize,
    /// Leave out every word of the documents, headings too; figures and places stay
    #[arg(long)]
    pub(in crate::cli) no_text: bool,
    #[command(flatten)]
    pub(in crate::cli) form: Form,
    /// Where to write it; the file is complete or not there
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

/// How it is written.
#[derive(ArgGroup)]
pub(in crate::cli) struct Form {
    /// How to write it
    #[arg(long, short, default_value = "text", value_name = "FORMAT")]
    format: FormName,
    /// A web page with charts, to look at and to print; the same as --format html
    #[arg(long, conflicts_with_all = ["format", "markdown"])]
    html: bool,
    /// Markdown to paste into a report; the same as --format markdown
    #[arg(long, conflicts_with = "format")]
    markdown: bool,
}

/// The forms of a summary.
#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum FormName {
    Text,
    Json,
    Html,
    Markdown,
    Csv,
    CsvExcel,
}

impl Form {
    /// The form that was asked for.
    pub(in crate::cli) const fn name(&self) -> FormName {
        match (self.html, self.markdown) {
            (true, _) => FormName::Html,
            (_, true) => FormName::Markdown,
            _ => self.format,
        }
    }
}
