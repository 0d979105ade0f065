//! A `Panel` is one table of a summary, with what is said above it and a chart of the same figures.

use crate::report::text::grouped;
use crate::summary::statistics::{Rate, Ratio};

/// Stands where the numbers are too small for a figure.
pub(in crate::report) const DASH: &str = "\u{2013}";

/// One table with its title, its words and its chart.
#[derive(Debug, Default)]
pub(in crate::report) struct Panel {
    /// Its name in links.
    pub(in crate::report) id: String,
    pub(in crate::report) title: String,
    /// Paragraphs above the table.
    pub(in crate::report) says: Vec<String>,
    /// Heads of the columns, the one of the names first.
    pub(in crate::report) columns: Vec<&'static str>,
    pub(in crate::report) rows: Vec<Row>,
    pub(in crate::report) chart: Option<Chart>,
}

/// One line of a table.
#[derive(Debug, Default)]
pub(in crate::report) struct Row {
    pub(in crate::report) name: String,
    pub(in crate::report) cells: Vec<Cell>,
}

/// One figure as people read it.
#[derive(Clone, Debug, Default)]
pub(in crate::report) struct Cell {
    pub(in crate::report) text: String,
    /// The figure whose passages stand behind it.
    pub(in crate::report) figure: Option<String>,
}

/// A picture of a panel's figures.
#[derive(Debug)]
pub(in crate::report) enum Chart {
    /// Rates in a thousand words with their limits.
    Rates(Vec<(String, Rate)>),
    /// Ratios with their limits, around 1.
    Ratios(Vec<(String, Ratio)>),
    /// How many of all, one bar each.
    Shares(Vec<(String, u64, u64)>),
    /// How many in each class, in order; and what is counted.
    Classes(Vec<(String, u64)>, &'static str),
}

impl Chart {
    /// Whether there is nothing to draw.
    pub(in crate::report) fn is_empty(&self) -> bool {
        match self {
            Self::Rates(bars) => bars.is_empty(),
            Self::Ratios(bars) => bars.is_empty(),
            Self::Shares(bars) => bars.iter().all(|(_, _, total)| *total == 0),
            Self::Classes(bars, _) => bars.iter().all(|(_, count)| *count == 0),
        }
    }
}

impl Row {
    pub(in crate::report) fn new(name: impl Into<String>, cells: Vec<Cell>) -> Self {
        Self { name: name.into(), cells }
    }
}

impl Cell {
    pub(in crate::report) fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            figure: None,
        }
    }

    pub(in crate::report) fn count(count: u64) -> Self {
        Self::words(grouped(count))
    }

    /// A count whose passages stand behind `figure`.
    pub(in crate::report) fn linked(count: u64, figure: impl Into<String>) -> Self {
        Self {
            figure: (count > 0).then(|| figure.into()),
            ..Self::count(count)
        }
    }

    /// A rate with its limits: "2.31 (1.20 to 4.02)".
    pub(in crate::report) fn rate(rate: Option<Rate>) -> Self {
        Self::words(match rate {
            None => DASH.to_owned(),
            Some(Rate {
                value,
                limits: Some((low, high)),
                ..
            }) => format!("{value:.2} ({low:.2} to {high:.2})"),
            Some(rate) => format!("{:.2}", rate.value),
        })
    }

    pub(in crate::report) fn ratio(ratio: Option<Ratio>) -> Self {
        let shown = ratio.map(|it| {
            let (low, high) = it.limits();
            format!("{:.2} ({low:.2} to {high:.2})", it.value())
        });
        Self::words(shown.unwrap_or_else(|| DASH.to_owned()))
    }

    /// A share of `total` in a hundred; nothing for a share of nothing.
    pub(in crate::report) fn share(part: u64, total: u64) -> Self {
        let share = || format!("{:.1} %", part as f64 * 100.0 / total as f64);
        Self::words(if total == 0 { DASH.to_owned() } else { share() })
    }

    pub(in crate::report) fn number(value: Option<f64>) -> Self {
        Self::words(value.map_or_else(|| DASH.to_owned(), |value| format!("{value:.1}")))
    }
}
