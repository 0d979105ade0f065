//! Numbered statements are the rows of a table that gives findings or recommendations by number and says no more of them:
//! "Finding | What the report found".

use super::blocks_span;
use crate::document::label::{self, LabelKind};
use crate::document::part;
use crate::document::table::{self, Table};
use crate::document::{Document, Part, PartRole, Statement, StatementKind};

/// Most columns: the number, the words, and what they rest on.
const WIDEST: usize = 4;
/// Longest number of a row, in bytes.
const LONGEST_NUMBER: usize = 5;

/// The statements of all tables that list findings, recommendations or learning points.
pub(super) fn find(document: &Document) -> Vec<Statement> {
    table::all(document).iter().flat_map(|table| statements(document, table)).collect()
}

fn statements(document: &Document, table: &Table) -> Vec<Statement> {
    let Some((kind, noun)) = kind(&table.title(document, 0)).filter(|_| table.header) else {
        return Vec::new();
    };
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let plans = |c: &usize| {
        matches!(
            part::role(&table.title(document, *c)),
            Some(PartRole::Owner | PartRole::Timescale | PartRole::Response)
        )
    };
    if width > WIDEST || (1..width).any(|c| plans(&c)) {
        return Vec::new();
    }
    // A line of dashes parts the titles from the rows.
    let said = |block: &usize| document.fold.slice(document.blocks[*block].body).contains(char::is_alphanumeric);
    let body: Vec<&Vec<Option<usize>>> = table.body().iter().filter(|row| row.iter().flatten().any(said)).collect();
    let rows: Vec<Statement> = body.iter().filter_map(|row| statement(document, row, (kind, &noun))).collect();
    let all = rows.len() == body.len();
    if all { rows } else { Vec::new() }
}

/// What the column's title says that its numbers count.
fn kind(title: &str) -> Option<(StatementKind, String)> {
    let bare = title.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let singular = bare.trim_end_matches('s');
    let known = match label::known(singular) {
        Some(LabelKind::Finding) => Some(StatementKind::Finding),
        Some(LabelKind::LearningPoint) if singular != "learning" => Some(StatementKind::LearningPoint),
        _ => None,
    };
    if let Some(kind) = known {
        return Some((kind, titled(singular)));
    }
    let first = bare.split(' ').next().unwrap_or_default();
    let (kind, noun) = match first.trim_end_matches(['s', '.']) {
        "finding" => (StatementKind::Finding, "Finding"),
        "recommendation" | "rec" => (StatementKind::Recommendation, "Recommendation"),
        "learning" | "lesson" => (StatementKind::LearningPoint, "Learning Point"),
        _ => return None,
    };
    Some((kind, noun.to_owned()))
}

/// `noun` with the capitals of a label: "Key Finding".
fn titled(noun: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    noun.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

fn statement(document: &Document, row: &[Option<usize>], (kind, noun): (StatementKind, &str)) -> Option<Statement> {
    let (number, words) = (row.first().copied().flatten()?, row.get(1).copied().flatten()?);
    let written = document.fold.slice(document.blocks[number].body).trim();
    let digits = written
        .trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ')
        .trim_end_matches(['.', ')']);
    if written.len() > LONGEST_NUMBER || digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // What it rests on stands beside it.
    let last = row.iter().flatten().max().map_or(words, |&last| last.max(words));
    let blocks = (number as u32, last as u32 + 1);
    Some(Statement {
        kind,
        label: if digits.len() < written.trim_end_matches(['.', ')']).len() {
            written.trim_end_matches(['.', ')']).to_owned()
        } else {
            format!("{noun} {digits}")
        },
        number: Some(digits.to_owned()),
        span: blocks_span(document, blocks),
        blocks,
        parts: vec![Part {
            role: PartRole::Body,
            span: document.blocks[words].body,
        }],
    })
}
