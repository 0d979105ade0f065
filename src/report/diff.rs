//! A `Count` is how many remarks of one category and severity two drafts have: mended, new, still there, accepted.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::Severity;
use crate::drafts::Drafts;

use super::view::View;

/// The remarks of one category and severity.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[schemars(deny_unknown_fields)]
pub struct Count<'a> {
    /// The category.
    pub category: &'a str,
    /// The severity.
    #[schemars(extend("enum" = ["high", "medium", "low"]))]
    pub severity: &'static str,
    /// Mended.
    pub mended: u64,
    /// New.
    pub new: u64,
    /// Still there.
    pub still: u64,
    /// Accepted with a reason.
    pub accepted: u64,
}

/// The counts of `drafts`, by category in alphabetical order, the gravest severity first.
#[must_use]
pub fn counts<'a>(drafts: &Drafts, (before, after): (&'a View<'a>, &'a View<'a>)) -> Vec<Count<'a>> {
    let mut counts: BTreeMap<(&str, std::cmp::Reverse<Severity>), [u64; 4]> = BTreeMap::new();
    let mut add = |view: &'a View<'a>, at: usize, column: usize| {
        let it = &view.scan.annotations[at];
        counts.entry((it.category, std::cmp::Reverse(it.severity))).or_default()[column] += 1;
    };
    drafts.mended.iter().for_each(|&at| add(before, at, 0));
    drafts.new.iter().for_each(|&at| add(after, at, 1));
    drafts.still.iter().for_each(|still| add(after, still.after, 2));
    drafts.accepted.iter().for_each(|&at| add(after, at, 3));
    let count = |((category, severity), [mended, new, still, accepted]): ((&'a str, std::cmp::Reverse<Severity>), [u64; 4])| Count {
        category,
        severity: severity.0.name(),
        mended,
        new,
        still,
        accepted,
    };
    counts.into_iter().map(count).collect()
}
