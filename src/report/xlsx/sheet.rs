//! A `Sheet` is one table of the workbook while its rows come in.

use std::fmt::Write as _;

use crate::report::edition::Units;
use crate::report::rows;

use super::row::{Row, letters};
use crate::report::zip::{Packed, Packing};

/// What a sheet holds; the order is that of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Summary = 16,
    Annotations,
    Actions,
    References,
    Documents,
    Rules,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Annotations => "annotations",
            Self::Actions => "actions",
            Self::References => "references",
            Self::Documents => "documents",
            Self::Rules => "rules",
        }
    }

    fn columns(self, units: Units) -> Vec<&'static str> {
        let fixed: &[&str] = match self {
            Self::Annotations => return rows::columns(units).collect(),
            Self::Summary => &["part", "item", "count", "of", "high", "medium", "low", "per_1000_words", "note"],
            Self::Actions => &ACTIONS,
            Self::References => &REFERENCES,
            Self::Documents => &DOCUMENTS,
            Self::Rules => &["rule", "category", "severity", "confidence", "standing", "says", "ask", "source"],
        };
        fixed.to_vec()
    }
}

const ACTIONS: [&str; 19] = [
    "doc_id",
    "name",
    "path",
    "label",
    "number",
    "action",
    "owners",
    "when",
    "dates",
    "response",
    "status",
    "outstanding",
    "cites",
    "has_owner",
    "has_date",
    "has_check",
    "line",
    "char_start",
    "char_end",
];
const REFERENCES: [&str; 16] = [
    "doc_id",
    "name",
    "path",
    "line",
    "paragraph",
    "quote",
    "kind",
    "label",
    "written",
    "state",
    "targets",
    "suggestion",
    "confidence",
    "why",
    "char_start",
    "char_end",
];
const DOCUMENTS: [&str; 17] = [
    "doc_id",
    "name",
    "path",
    "format",
    "genre",
    "source_bytes",
    "source_sha256",
    "text_chars",
    "text_sha256",
    "words",
    "sentences",
    "annotations",
    "references",
    "actions",
    "warnings",
    "error",
    "error_message",
];

/// One table of the workbook.
pub(super) struct Sheet {
    pub(super) kind: Kind,
    columns: Vec<&'static str>,
    /// The name of its part in the package.
    pub(super) part: String,
    /// The number of the last row.
    pub(super) row: u32,
    /// Its bytes.
    pub(super) packing: Packing,
}

/// A sheet that is complete.
pub(super) struct Table {
    /// The name on its tab.
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The cells that hold something: "$A$1:$E$12".
    pub(super) extent: String,
    /// Its rows without the head.
    pub(super) rows: u32,
    /// The name of its part in the package, and its bytes when they are not written yet.
    pub(super) part: String,
    pub(super) packed: Option<Packed>,
}

impl Sheet {
    /// An empty sheet with its head.
    pub(super) fn begin(kind: Kind, units: Units, part: String) -> Self {
        let mut sheet = Self {
            kind,
            columns: kind.columns(units),
            part,
            row: 0,
            packing: Packing::default(),
        };
        let mut head = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>",
        );
        let chosen = if kind == Kind::Summary { " tabSelected=\"1\"" } else { "" };
        let _ = write!(head, "<sheetView{chosen} workbookViewId=\"0\">");
        head.push_str("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        head.push_str("<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>");
        head.push_str("<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (at, column) in sheet.columns.iter().enumerate() {
            let (at, width) = (at + 1, width(column));
            let _ = write!(head, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
        }
        head.push_str("</cols><sheetData>");
        sheet.packing.add(head.as_bytes());
        sheet
    }

    /// The row of names, in the form in which rows come.
    pub(super) fn names(&self) -> Vec<u8> {
        let mut names = vec![];
        let mut row = Row::head(self.kind, &mut names);
        self.columns.iter().for_each(|name| {
            row.text(name);
        });
        row.end();
        names
    }

    /// Writes what stands after the last row.
    pub(super) fn close(&mut self) {
        let extent = self.extent("");
        let tail = format!(
            "</sheetData><autoFilter ref=\"{extent}\"/><ignoredErrors><ignoredError sqref=\"{extent}\" \
             numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
        );
        self.packing.add(tail.as_bytes());
    }

    /// The cells that hold something, with `fix` before each part of a name.
    pub(super) fn extent(&self, fix: &str) -> String {
        let last = letters(self.columns.len() - 1);
        format!("{fix}A{fix}1:{fix}{last}{fix}{}", self.row)
    }
}

/// The width of a column, in characters.
fn width(column: &str) -> u32 {
    match column {
        "sentence" | "message" | "error_message" | "says" | "action" | "warnings" | "note" => 60,
        "quote" | "ask" | "path" | "section" | "why" | "prefix" | "suffix" | "rule" | "source" | "outstanding" | "item" => 36,
        "doc_id" | "name" | "id" | "owners" | "response" | "when" | "cites" | "targets" | "category" => 22,
        _ => 13,
    }
}
