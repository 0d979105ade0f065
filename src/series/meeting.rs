//! A `Meeting` is one set of minutes in a series: its own date, and what is said in it.

use super::unit::{Unit, units};
use crate::checks::actions;
use crate::reading::{Digest, Failure, Reading, Source};

/// One input of a series.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Where its minutes came from.
    pub source: Source,
    /// What they say, or why they could not be read.
    pub outcome: Result<Minutes, Failure>,
}

/// What one set of minutes says.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// The meeting's own date, ISO 8601; `None` when the minutes do not tell it.
    pub date: Option<String>,
    /// The sum of their text, by which the same minutes under two names are known.
    pub text_sha256: Digest,
    /// Sentences and actions, in reading order.
    pub units: Vec<Unit>,
}

impl Meeting {
    /// What a series keeps of `reading`.
    #[must_use]
    pub fn of(reading: Reading<'_>) -> Self {
        let outcome = reading.outcome.map(|read| Minutes {
            date: actions::own_day(&read.scan.document),
            text_sha256: read.text_sha256,
            units: units(&read.scan),
        });
        Self {
            source: reading.source,
            outcome,
        }
    }

    /// What is said in it; nothing when it could not be read.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        self.outcome.as_ref().map_or(&[], |minutes| &minutes.units)
    }

    /// The meeting's own date.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        self.outcome.as_ref().ok().and_then(|minutes| minutes.date.as_deref())
    }
}
