//! The arguments of `candour diff`, as they were typed.

use std::path::PathBuf;

use clap::Args as ArgGroup;

use super::{Inputs, RuleArgs, SummaryFormat};

/// Show what a later draft has mended, what is new in it, and what is still there
///
/// For reviewers and chairs who send a draft back. Name the earlier draft, then the later; their formats may differ. A remark
/// is known by its rule, its words and its sentence, wherever they come to stand.
///
/// Examples: candour diff draft-1.docx draft-2.docx --min-severity medium
///   candour diff draft-1.docx draft-2.docx --baseline accepted.jsonl
#[derive(ArgGroup)]
pub(in crate::cli) struct Diff {
    #[command(flatten)]
    pub(in crate::cli) inputs: Inputs,
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// How to write it
    #[arg(long, short, default_value = "text", value_name = "FORMAT")]
    pub(in crate::cli) format: SummaryFormat,
    /// Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Leave out every excerpt of the documents; rules, places and counts stay
    #[arg(long)]
    pub(in crate::cli) no_text: bool,
}
