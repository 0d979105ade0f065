//! The arguments are what was typed, and no more: nothing here asks the system or checks one thing against another.
//! [`super::settings`] does that.

mod diff;
mod filter;
mod records;
mod series;
mod summary;

pub(super) use diff::Diff;
pub(super) use filter::Filter;
pub(super) use records::Records;
pub(super) use series::{Series, SeriesFormat};
pub(super) use summary::{FormName, Summary};

use std::path::PathBuf;

use anstream::ColorChoice;
use candour::annotation::Severity;
use candour::input::{Revision, bounds};
use candour::report::docx::MOST_COMMENTS;
use candour::report::{Format, schema::Subject};
use clap::{Args as ArgGroup, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Reads safeguarding reviews, action plans and minutes. Marks language that hides what happened or what will be
/// done, follows every cross-reference, and says both. Nothing leaves your machine.
#[derive(Parser)]
#[command(version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) verb: Verb,
    #[command(flatten)]
    pub(super) common: Common,
}

const EXAMPLES: &str = "\
Examples:
  candour check minutes-3.md                     what to look at before the minutes go out
  candour refs review.txt                        which actions answer which paragraphs, and which miss
  candour scan reviews/ --format jsonl -o reviews.jsonl
                                                 one record a document, for R, pandas or DuckDB
  candour check draft.docx --html draft.html     the same, and a page to look at in a browser
  candour check draft.docx --docx reviewed.docx  the same, and a copy of the draft with each remark as a comment
  candour series minutes/                        what successive minutes say again and again
  candour summary minutes/ --html -o report.html  figures for a quality report, with the passages behind them
";

/// What every verb takes.
#[derive(ArgGroup)]
#[command(next_help_heading = "Options of every command")]
pub(super) struct Common {
    /// Settings file; without it, candour.toml in the current folder when there is one
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Say nothing about the run but errors
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// Colour the output
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Colour,
}

#[derive(Subcommand)]
pub(super) enum Verb {
    Scan(Scan),
    Filter(Filter),
    Check(Check),
    Refs(Refs),
    Timeline(Timeline),
    Summary(Summary),
    Series(Series),
    Diff(Diff),
    Rules(Rules),
    Evaluate(Evaluate),
    /// Print the JSON Schema of what candour writes
    ///
    /// Example: candour schema document > document.schema.json
    Schema {
        /// What to describe
        #[arg(default_value = "document", value_name = "WHAT")]
        of: SchemaOf,
    },
    /// Print the text of a file as candour reads it; all offsets count in it
    ///
    /// Example: candour text review.md
    Text {
        /// A file, or - for standard input
        file: PathBuf,
        /// A file name for standard input; its ending tells the format where the content does not
        #[arg(long, value_name = "NAME")]
        stdin_name: Option<String>,
        /// Which side of tracked changes to read in Word documents and web pages
        #[arg(long, default_value = "final", value_name = "SIDE")]
        view: ViewName,
    },
    /// Print completions for a shell
    ///
    /// Example: candour completions bash > ~/.local/share/bash-completion/completions/candour
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// Write everything that was learnt as JSON, as a table or for other programs
///
/// For researchers and programs. Each document becomes a record with its annotations, references, findings, actions and
/// dates, with exact offsets. A file that cannot be read becomes a record with its error.
///
/// Ctrl-C ends it with status 130 once the documents in hand are written.
///
/// Example: candour scan reviews/ --format jsonl -o reviews.jsonl --resume
#[derive(ArgGroup)]
#[command(after_long_help = bounds::listed())]
pub(super) struct Scan {
    #[command(flatten)]
    pub(super) inputs: Inputs,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// How to write it: records (json, jsonl), one annotation a row (rows, csv, csv-excel), a workbook (xlsx), or as other
    /// programs have it: sarif, w3c (web annotations), spans (spaCy, Prodigy), doccano
    #[arg(long, short, default_value = "json", value_name = "FORMAT")]
    pub(super) format: ScanFormat,
    /// Where to write it; the file is complete or not there, but jsonl grows record by record
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write pages for the browser into this folder, one a document, and an index.html; records are then written only where -o says
    #[arg(long, value_name = "FOLDER", conflicts_with = "resume")]
    pub(super) html: Option<PathBuf>,
    /// Go on with the jsonl file that is there: what it holds of unchanged documents, rules and settings stays
    #[arg(long, requires = "output")]
    pub(super) resume: bool,
    /// End with status 2 also when a file was passed over or a document was read with a warning
    #[arg(long)]
    pub(super) strict: bool,
    /// Also write a record of the run: settings, times, threads, failures
    #[arg(long, value_name = "FILE")]
    pub(super) run_record: Option<PathBuf>,
    #[command(flatten)]
    pub(super) records: Records,
}

/// Show what to look at: broken references first, then actions, then language
///
/// For reviewers and chairs with a draft in hand. Each remark shows its place, the words marked, and the question that would
/// make them specific. Ends with status 1 when something stands at or above --fail-on.
///
/// Examples: candour check draft-report.md --min-severity medium
///   candour check draft.docx --docx reviewed.docx
#[derive(ArgGroup)]
#[command(after_long_help = bounds::listed())]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) inputs: Inputs,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// Also write what stands now as a baseline, to be gone through: a line each, with --reason or an empty reason to fill in
    #[arg(long, value_name = "FILE")]
    pub(super) write_baseline: Option<PathBuf>,
    /// The reason for all lines of that baseline that have none yet
    #[arg(long, value_name = "WORDS", requires = "write_baseline")]
    pub(super) reason: Option<String>,
    /// The least severity that ends with status 1
    #[arg(long, default_value = "medium", value_name = "SEVERITY")]
    pub(super) fail_on: FailOn,
    /// Also write a copy of the Word document with each remark as a comment on its words
    #[arg(long, value_name = "FILE")]
    pub(super) docx: Option<PathBuf>,
    /// Also write a page for the browser: the document with its words marked, each mark explained
    #[arg(long, value_name = "FILE")]
    pub(super) html: Option<PathBuf>,
    /// Leave every word of the documents out, here, in that page and in that baseline: places, rules and counts stay
    #[arg(long, conflicts_with = "docx")]
    pub(super) no_text: bool,
    /// The most comments in that copy; the gravest are kept
    #[arg(long, value_name = "N", default_value_t = MOST_COMMENTS, requires = "docx")]
    pub(super) most_comments: usize,
}

/// Measure the rules against documents that people have labelled
///
/// For whoever writes rules. A labelled document is a text whose name ends in .gold, with labels in it:
/// [[safe and well::must generic-reassurance quoted]]. corpus/gold/README.md says more.
///
/// Examples: candour evaluate corpus/gold/test
///   candour evaluate corpus/gold/tune --format json -o before.json
///   candour evaluate corpus/gold/tune --against before.json
#[derive(ArgGroup)]
pub(super) struct Evaluate {
    /// Labelled documents (*.gold for language, *.links for references, actions and dates), or folders of them
    #[arg(required = true, value_name = "GOLD")]
    pub(super) gold: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// Also list every label that was missed and every mark that was wrong
    #[arg(long)]
    pub(super) outcomes: bool,
    /// Also list what was gained and lost since a run that was saved with --format json
    #[arg(long, value_name = "SAVED")]
    pub(super) against: Option<PathBuf>,
    /// How to write it: text for people, json to save the run
    #[arg(long, short, default_value = "text", value_name = "FORMAT")]
    pub(super) format: SummaryFormat,
    /// Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// Show what each action cites, which promises are kept, and what does not lead where it should
///
/// For whoever must answer for the action plan.
///
/// Example: candour refs review.txt --format html > references.html
#[derive(ArgGroup)]
pub(super) struct Refs {
    #[command(flatten)]
    pub(super) inputs: Inputs,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// How to write it: dot is for Graphviz
    #[arg(long, short, default_value = "text", value_name = "FORMAT")]
    pub(super) format: RefsFormat,
    /// Leave every word of the documents out; places, numbers, states and counts stay
    #[arg(long)]
    pub(super) no_text: bool,
}

/// Show what happened when, row by row, and what is wrong with the dates
///
/// For whoever keeps or checks a chronology. Each row shows its date, the date as written, who is seen (names alone stand
/// in brackets) and its words; beneath stand the dates that are malformed, impossible, out of order, or at odds with the
/// narrative, each with its line and what to do.
///
/// Example: candour timeline review.txt --format csv > timeline.csv
#[derive(ArgGroup)]
pub(super) struct Timeline {
    #[command(flatten)]
    pub(super) inputs: Inputs,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// How to write it
    #[arg(long, short, default_value = "text", value_name = "FORMAT")]
    pub(super) format: TimelineFormat,
    /// Leave every word of the documents out; dates, places, rules and counts stay
    #[arg(long)]
    pub(super) no_text: bool,
}

/// List, explain and test the rules of language
///
/// Example: candour rules show generic-reassurance/safe-and-well
#[derive(ArgGroup)]
pub(super) struct Rules {
    #[command(subcommand)]
    pub(super) verb: RulesVerb,
}

#[derive(Subcommand)]
pub(super) enum RulesVerb {
    /// List every rule with its severity
    List(RuleArgs),
    /// Explain one rule: what it finds, why, where it comes from, examples
    Show {
        /// The rule's full name, category/rule
        rule: String,
        #[command(flatten)]
        rules: RuleArgs,
    },
    /// Run the examples that rules carry with them; without a pack, those of all rules
    ///
    /// Example: candour rules test our-board.toml
    Test {
        /// Packs of your own
        #[arg(value_name = "PACK")]
        packs: Vec<PathBuf>,
    },
}

/// What to read.
#[derive(ArgGroup)]
pub(super) struct Inputs {
    /// Files, folders (their .txt, .md, .docx, .odt, .pdf, .html and .eml files and their like), or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) paths: Vec<PathBuf>,
    /// A file name for standard input; its ending tells the format where the content does not
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_name: Option<String>,
    /// Threads; without it, as many as there are processors
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) jobs: Option<u16>,
    /// How long one file may take to be read; then it is named as an error, and the others go on
    #[arg(long, value_name = "SECONDS", default_value_t = bounds::SECONDS.most as u16, value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) read_timeout: u16,
    /// Which side of tracked changes to read in documents that have them
    #[arg(long, default_value = "final", value_name = "SIDE")]
    pub(super) view: ViewName,
}

/// Which rules are at work.
#[derive(ArgGroup, Default)]
pub(super) struct RuleArgs {
    /// Add a pack of rules of your own (may be repeated)
    #[arg(long, value_name = "FILE")]
    pub(super) pack: Vec<PathBuf>,
    /// Switch off a rule or a category (may be repeated)
    #[arg(long, value_name = "RULE")]
    pub(super) disable: Vec<String>,
    /// Switch on a rule or a category that is off by default (may be repeated)
    #[arg(long, value_name = "RULE")]
    pub(super) enable: Vec<String>,
    /// The least severity to report
    #[arg(long, value_name = "SEVERITY")]
    pub(super) min_severity: Option<SeverityName>,
    /// Remarks that were accepted, one JSON object a line with its id and reason: they stay, marked suppressed (may be repeated)
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Vec<PathBuf>,
    /// The day against which timescales are held: 2026-03-31
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// Days without a row from which a chronology has a gap; without it, 90
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) gap_days: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

impl Colour {
    pub(super) fn write_global(self) {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
        .write_global();
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum SummaryFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum RefsFormat {
    Text,
    Html,
    Csv,
    CsvExcel,
    Dot,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum TimelineFormat {
    Text,
    Csv,
    CsvExcel,
    Json,
}

/// A type of the library's, as it is typed.
macro_rules! typed {
    ($name:ident is $of:ty { $($variant:ident => $value:expr),+ $(,)? }) => {
        #[derive(Clone, Copy, ValueEnum)]
        pub(super) enum $name { $($variant),+ }

        impl From<$name> for $of {
            fn from(typed: $name) -> Self {
                match typed { $($name::$variant => $value),+ }
            }
        }
    };
}

typed!(ScanFormat is Format {
    Json => Self::Json, Jsonl => Self::Jsonl, Rows => Self::Rows, Csv => Self::Csv, CsvExcel => Self::CsvExcel,
    Xlsx => Self::Xlsx, Sarif => Self::Sarif, W3c => Self::W3c, Spans => Self::Spans, Doccano => Self::Doccano,
});
typed!(ViewName is Revision { Final => Self::Final, Original => Self::Original });
typed!(SeverityName is Severity { High => Self::High, Medium => Self::Medium, Low => Self::Low, Info => Self::Info });
typed!(FailOn is Option<Severity> {
    High => Some(Severity::High), Medium => Some(Severity::Medium), Low => Some(Severity::Low),
    Info => Some(Severity::Info), Never => None,
});
typed!(SchemaOf is Subject {
    Document => Self::Document, Run => Self::Run, Row => Self::Row, RunRecord => Self::RunRecord, Series => Self::Series, Diff => Self::Diff, Summary => Self::Summary,
    Timeline => Self::Timeline, FilterInput => Self::FilterInput, FilterOutput => Self::FilterOutput,
});
