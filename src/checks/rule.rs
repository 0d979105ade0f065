//! A `CheckRule` is one thing that a check other than that of language can remark on, told as data, so that it can be
//! listed, explained, and named in the settings.

use crate::annotation::Severity;

/// One rule of a check.
#[derive(Clone, Copy, Debug)]
pub struct CheckRule {
    /// Its full name, "category/rule".
    pub name: &'static str,
    /// How grave its remarks are; some are graver or lighter where the passage says so.
    pub severity: Severity,
    /// What it remarks on, a whole sentence.
    pub says: &'static str,
}

impl CheckRule {
    pub(super) const fn new(name: &'static str, severity: Severity, says: &'static str) -> Self {
        Self { name, severity, says }
    }

    /// The check it belongs to: the part of its name before the stroke.
    #[must_use]
    pub fn category(&self) -> &'static str {
        self.name.split_once('/').map_or(self.name, |(category, _)| category)
    }
}
