//! The arguments of `candour filter`, as they were typed.

use clap::Args as ArgGroup;

use super::{Records, RuleArgs, ViewName};

/// The longest line that is read unless more is allowed.
const LINE: usize = 256 << 20;

/// Read one document a line as JSON, write one record a line
///
/// For engines that work through many documents: Spark, GNU parallel, a queue. A line of standard input is {"id": …, "text": …} or
/// {"id": …, "content_base64": …, "format": …}; the line written for it is the record of `scan --format jsonl` with the id in
/// front, in the same order. A line that is wrong gives a record with an error, and the next is read. Ends with status 0
/// whatever it finds.
///
/// Example: candour filter < documents.jsonl > records.jsonl
#[derive(ArgGroup)]
pub(in crate::cli) struct Filter {
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// The longest line that is read, in bytes; a longer one gives a record with an error
    #[arg(long, value_name = "BYTES", default_value_t = LINE)]
    pub(in crate::cli) max_line: usize,
    /// Threads; without it, as many as there are processors
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(in crate::cli) jobs: Option<u16>,
    /// Which side of tracked changes to read in Word documents
    #[arg(long, default_value = "final", value_name = "SIDE")]
    pub(in crate::cli) view: ViewName,
    #[command(flatten)]
    pub(in crate::cli) records: Records,
}
