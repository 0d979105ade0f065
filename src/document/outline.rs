//! The `Outline` is the document's own list of places that can be cited: printed numbers and labels.

use std::collections::HashMap;

use super::LabelKind;
use crate::text::Span;

/// One place that can be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// [`LabelKind::Paragraph`] for a printed number ("7.1.25"), otherwise what the label says.
    pub kind: LabelKind,
    /// The number without its label, in digits and lower-case letters: "7.1.25", "2", "5b", "a".
    pub number: String,
    /// As the document names it: "7.1.25", "Finding Two".
    pub label: String,
    /// Index of the block that opens it.
    pub block: u32,
    /// Whether that block is a heading.
    pub heading: bool,
    /// From its first byte to the start of the next entry that does not lie below it (folded bytes).
    pub extent: Span,
}

/// All places that can be cited, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The entries, by place.
    pub entries: Vec<Entry>,
    by_name: HashMap<(LabelKind, String), Vec<u32>>,
}

impl Outline {
    /// An outline of `entries`, which must be in reading order.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut by_name: HashMap<(LabelKind, String), Vec<u32>> = HashMap::new();
        for (i, entry) in entries.iter().enumerate() {
            by_name.entry((entry.kind, entry.number.clone())).or_default().push(i as u32);
        }
        Self { entries, by_name }
    }

    /// Indexes of the entries of `kind` that carry `number`, in reading order; more than one when it is used twice.
    #[must_use]
    pub fn find(&self, kind: LabelKind, number: &str) -> &[u32] {
        self.by_name.get(&(kind, number.to_owned())).map_or(&[], Vec::as_slice)
    }
}
