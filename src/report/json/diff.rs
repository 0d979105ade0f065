//! The published comparison of two drafts, version 1: what was mended, what is new, what is still there.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::drafts::Drafts;
use crate::reading::Source;
use crate::report::View;
use crate::report::diff::{Count, counts};
use crate::report::edition::Edition;

use super::each::Hex;
use super::record::{annotation, tool};
use super::{set, v1};

/// The name of this version of the comparison.
pub const DIFF: &str = "candour/diff/1";

/// What `candour diff --format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Whole<'a> {
    /// The name and version of this form.
    #[schemars(extend("const" = DIFF))]
    pub schema: &'static str,
    /// The program and its rules.
    pub tool: v1::Tool<'a>,
    /// The earlier draft.
    pub before: Draft<'a>,
    /// The later draft.
    pub after: Draft<'a>,
    /// Counts of each category and severity, categories in alphabetical order.
    pub counts: Vec<Count<'a>>,
    /// Remarks on the earlier draft that stand no longer; places are those of the earlier draft.
    pub mended: Vec<v1::Annotation<'a>>,
    /// Remarks on the later draft that did not stand before.
    pub new: Vec<v1::Annotation<'a>>,
    /// Remarks that stand on both.
    pub still: Vec<Still<'a>>,
    /// Remarks on the later draft that were accepted, each with its reason.
    pub accepted: Vec<v1::Annotation<'a>>,
}

/// One of the two drafts.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Draft<'a> {
    /// The first 32 digits of the file's SHA-256.
    pub doc_id: Option<Hex>,
    /// The path as given.
    pub path: &'a str,
    /// The file's name without its folders.
    pub name: &'a str,
    /// Its format.
    pub format: &'static str,
}

/// A remark that stands on both drafts.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Still<'a> {
    /// Its id in the earlier draft; the same unless its sentence was reworded.
    pub before_id: Hex,
    /// Its line in the earlier draft.
    pub before_line: u32,
    /// Whether the sentence around its words was reworded.
    pub reworded: bool,
    /// The remark as it stands on the later draft.
    pub annotation: v1::Annotation<'a>,
}

/// The two sides of a comparison: where each came from, and how it is seen.
pub type Sides<'a> = [(&'a Source, &'a View<'a>); 2];

/// Writes `drafts`, of which `sides` are the earlier and the later.
///
/// # Errors
/// Those of `out`.
pub fn write(drafts: &Drafts, sides: &Sides<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let [(_, before), (_, after)] = sides;
    let sided = |side: usize| {
        let (source, view) = sides[side];
        Draft {
            doc_id: source.bytes.map(|(_, sum)| Hex::Short(sum)),
            path: &source.path,
            name: source.name(),
            format: view.scan.text.format.name(),
        }
    };
    let whole = Whole {
        schema: DIFF,
        tool: tool(edition),
        before: sided(0),
        after: sided(1),
        counts: counts(drafts, (before, after)),
        mended: drafts.mended.iter().map(|&at| annotation(before, at)).collect(),
        new: drafts.new.iter().map(|&at| annotation(after, at)).collect(),
        still: drafts
            .still
            .iter()
            .map(|still| Still {
                before_id: Hex::Id(before.ids[still.before]),
                before_line: before.place(before.scan.annotations[still.before].span.start).line,
                reworded: still.reworded,
                annotation: annotation(after, still.after),
            })
            .collect(),
        accepted: drafts.accepted.iter().map(|&at| annotation(after, at)).collect(),
    };
    set(&whole, 0, 2, out)?;
    out.write_all(b"\n")
}
