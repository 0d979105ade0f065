//! A summary is written from what was `Gathered`: panels of figures first, the passages behind them after.
//!
//! The panels are the same in all forms for people; [`html`], [`markdown`] and [`super::text::summary`] only set them. [`csv`] is for
//! programs.

pub mod csv;
pub mod html;
pub mod markdown;
mod panel;
mod panels;
mod wording;

pub(super) use panel::{Cell, Panel, Row};

use crate::reading::Source;
use crate::summary::statistics::{may_have_rate, percentile};
use crate::summary::{Comparison, Figures};

use super::edition::Edition;

/// What a summary is written from.
#[derive(Clone, Copy, Debug)]
pub struct Gathered<'a> {
    /// Each input with its figures, in the order given.
    pub documents: &'a [(Source, Figures)],
    /// All documents together, with the passages behind the figures.
    pub total: &'a Figures,
    /// The reference set; empty without one.
    pub others: &'a [(Source, Figures)],
    /// What the documents are held against.
    pub compared: Option<&'a Compared>,
    /// What was not looked for, as typed: "--disable jargon".
    pub off: &'a [String],
    /// Whether counts are told folder by folder.
    pub by_folder: bool,
    /// The terms of the run.
    pub edition: &'a Edition<'a>,
}

/// What the documents are held against, and what came of it.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The date between before and after; `None` for a reference set.
    pub date: Option<String>,
    /// The comparisons, by genre.
    pub comparisons: Vec<Comparison>,
    /// Documents on neither side.
    pub undated: u64,
}

/// The panels of figures, in order.
pub(super) fn panels(gathered: &Gathered<'_>) -> Vec<Panel> {
    panels::all(gathered)
}

/// What stands at the head: that this may hold personal data, or that it repeats no words.
pub(super) const fn notice(gathered: &Gathered<'_>) -> &'static str {
    wording::notice(gathered.edition.excerpts)
}

/// What counts are and are not.
pub(super) const fn prompts() -> &'static str {
    wording::PROMPTS
}

/// The title: the document's name, or how many there are.
pub(super) fn heading(gathered: &Gathered<'_>) -> String {
    match gathered.documents {
        [(source, _)] => format!("Summary of {}", source.shown()),
        documents => format!("Summary of {}", super::text::counted(documents.len() as u64, "document")),
    }
}

/// A piece of a passage for a person: white space folded, the blanks at its ends kept.
pub(super) fn smooth(text: &str) -> String {
    let blank = |at: bool| if at { " " } else { "" };
    let cleaned = super::text::cleaned(text);
    if cleaned.is_empty() {
        return blank(!text.is_empty()).to_owned();
    }
    let (opens, ends) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{cleaned}{}", blank(opens), blank(ends))
}

impl Gathered<'_> {
    /// How a person knows the input number `document`: its path, without the folder that all inputs share.
    #[must_use]
    pub fn name(&self, document: u32) -> &str {
        self.documents
            .get(document as usize)
            .map_or("", |(source, _)| &source.shown()[self.shared_folder()..])
    }

    /// Bytes of the folder that all of several inputs lie in.
    fn shared_folder(&self) -> usize {
        let [(first, _), others @ ..] = self.documents else { return 0 };
        if others.is_empty() {
            return 0;
        }
        let first = first.shown();
        let shared = |path: &str| first.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count();
        let least = others.iter().map(|(source, _)| shared(source.shown())).min().unwrap_or(0);
        first.as_bytes()[..least]
            .iter()
            .rposition(|&b| b == b'/' || b == b'\\')
            .map_or(0, |slash| slash + 1)
    }

    /// How many in a hundred documents of the same genre have a lower rate of language: of the reference set, or without one of
    /// these documents. `None` among fewer than twenty.
    #[must_use]
    pub fn percentile(&self, figures: &Figures) -> Option<f64> {
        let set = if self.others.is_empty() { self.documents } else { self.others };
        let same = set
            .iter()
            .filter(|(_, other)| other.genre().is_some() && other.genre() == figures.genre());
        let rates: Vec<f64> = same.filter_map(|(_, other)| raw_rate(other)).collect();
        let enough = may_have_rate(figures.language.count(), figures.base.words());
        percentile(raw_rate(figures).filter(|_| enough)?, &rates)
    }
}

/// The rate of language, however few there are, of a text of a thousand words or more.
fn raw_rate(figures: &Figures) -> Option<f64> {
    let words = figures.base.words();
    (words >= crate::summary::statistics::FEWEST_WORDS).then(|| figures.language.count() as f64 * 1_000.0 / words as f64)
}
