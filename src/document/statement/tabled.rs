//! Tabled statements are the rows of an action plan: who, what, by when, in columns that their header names.

use std::collections::BTreeSet;

use super::blocks_span;
use super::filled;
use super::heir::heir;
use crate::document::table::{self, Table};
use crate::document::{Document, LabelKind, Part, PartRole, Statement, StatementKind, label, number, part};
use crate::text::Span;

/// What one column of a plan holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Recommendation,
    Role(PartRole),
    Other,
}

/// Signs that fill a cell by themselves: ticks, crosses, boxes.
const SIGNS: &[char] = &[
    '\u{2713}', '\u{2714}', '\u{2705}', '\u{2717}', '\u{2718}', '\u{274c}', '\u{2610}', '\u{2611}', '\u{2612}', '[',
];

/// Titles of columns that only chronologies have.
const EVENTS: &[&str] = &[
    "event",
    "events",
    "significant event",
    "key event",
    "incident",
    "event details",
    "summary of event",
    "entry",
    "source of information",
];

/// The statements of all tables that are plans.
pub(super) fn find(document: &Document) -> Vec<Statement> {
    table::all(document).iter().flat_map(|table| statements(document, table)).collect()
}

fn statements(document: &Document, table: &Table) -> Vec<Statement> {
    if let Some(statement) = upright(document, table) {
        return vec![statement];
    }
    let (mut columns, named) = columns(document, table);
    let width = columns.len();
    let has = |columns: &[Column], role| columns.contains(&Column::Role(role));
    filled::judge(document, table, &mut columns);
    // An outcome that follows the status is what came of it, not what was wanted.
    for c in 1..width {
        let came = matches!(table.title(document, c).as_str(), "outcome" | "outcomes" | "result" | "results");
        if came && columns[..c].contains(&Column::Role(PartRole::Response)) {
            columns[c] = Column::Role(PartRole::Update);
        }
    }
    // A chronology may tell what action was taken.
    if (0..width).any(|c| EVENTS.contains(&table.title(document, c).as_str())) {
        return Vec::new();
    }
    let answers = [PartRole::Owner, PartRole::Timescale, PartRole::Response]
        .into_iter()
        .filter(|&r| has(&columns, r))
        .count();
    if !has(&columns, PartRole::Body) {
        match stands_for_actions(document, table, &columns) {
            Some(at) => columns[at] = Column::Role(PartRole::Body),
            None => return Vec::new(),
        }
    }
    if answers == 0 {
        return Vec::new();
    }
    // An owner's column before that of the actions groups its rows: what it says once holds until it says more.
    let place = |role| columns.iter().position(|c| *c == Column::Role(role));
    let groups = place(PartRole::Owner).filter(|&owner| place(PartRole::Body).is_some_and(|body| owner < body));
    // A table without owners may stand under a heading that names one.
    let mut above = table
        .rows
        .iter()
        .flatten()
        .flatten()
        .next()
        .and_then(|&block| captioned(document, block));
    above = above.filter(|_| place(PartRole::Owner).is_none());
    let keeps = groups.is_some() || above.is_some();
    let mut found = Vec::new();
    for row in table.body() {
        let Some(mut statement) = statement(document, row, &columns) else {
            continue;
        };
        let own = statement.parts.iter().find(|part| part.role == PartRole::Owner).copied();
        if let (None, Some(above)) = (own, above) {
            statement.parts.insert(0, above);
        }
        above = own.or(above).filter(|_| keeps);
        if named {
            statement.label = statement.label.replacen("Action ", "Recommendation ", 1);
        }
        found.push(statement);
    }
    found
}

/// What the titles say of the columns, and whether the first numbers recommendations.
fn columns(document: &Document, table: &Table) -> (Vec<Column>, bool) {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<Column> = (0..width).map(|c| column(&table.title(document, c))).collect();
    let acts = columns.contains(&Column::Role(PartRole::Body));
    let untitled = table.header && table.title(document, 0).is_empty() && columns.first() == Some(&Column::Other);
    if table.header && counts_actions(document, table, &columns) {
        columns[0] = Column::Number;
    }
    let named = acts && names_recommendations(document, table);
    if named || untitled && acts {
        columns[0] = Column::Number;
    }
    (columns, named)
}

/// Whether the first column is titled as that of the actions and holds nothing but their numbers, while another says what they are.
fn counts_actions(document: &Document, table: &Table, columns: &[Column]) -> bool {
    let acts = |column: &Column| *column == Column::Role(PartRole::Body);
    let number = |row: &Vec<Option<usize>>| {
        let Some(block) = row.first().copied().flatten() else { return true };
        let cell = document.fold.slice(document.blocks[block].body).trim().trim_end_matches(['.', ')']);
        label::number_of(cell).is_some_and(|(_, length)| length == cell.len())
    };
    columns.first().is_some_and(acts) && columns[1..].iter().any(acts) && table.body().iter().all(number)
}

/// The column that says what is to be done where none is titled so: the recommendations, or a first column without a title.
fn stands_for_actions(document: &Document, table: &Table, columns: &[Column]) -> Option<usize> {
    let what = |&c: &usize| columns[c] == Column::Role(PartRole::Check) && table.title(document, c).starts_with("what ");
    let recommendation = || columns.iter().position(|c| *c == Column::Recommendation);
    let untitled = || Some(0).filter(|&first| table.header && table.title(document, first).is_empty());
    (0..columns.len()).find(what).or_else(recommendation).or_else(untitled)
}

/// Whether the first column of a plan numbers its rows as recommendations, and no others are in the document that it could cite.
fn names_recommendations(document: &Document, table: &Table) -> bool {
    let title = table.title(document, 0);
    let titled = [
        "rec",
        "recs",
        "rec no",
        "recommendation",
        "recommendation no",
        "recommendation number",
    ]
    .contains(&title.trim_matches(|c: char| !c.is_alphanumeric()));
    let digits = |row: &Vec<Option<usize>>| {
        let block = row.first().copied().flatten()?;
        let number = document.fold.slice(document.blocks[block].body).trim().trim_end_matches(['.', ')']);
        (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then(|| number.to_owned())
    };
    let numbers: Option<BTreeSet<String>> = table.body().iter().map(digits).collect();
    let each = numbers.is_some_and(|numbers| !numbers.is_empty() && numbers.len() == table.body().len());
    let others = document.outline.entries.iter().any(|entry| entry.kind == LabelKind::Recommendation);
    table.header && titled && each && !others
}

/// The action of a table that gives each of its fields a row: "Lead | Head of Midwifery".
fn upright(document: &Document, table: &Table) -> Option<Statement> {
    const FEWEST: usize = 3;
    let mut fields = Vec::new();
    // A format that must have a header may leave it empty.
    let filled_in = |block: &usize| !document.fold.slice(document.blocks[*block].body).trim().is_empty();
    let rows = table.rows.iter().filter(|row| row.iter().flatten().any(filled_in));
    for row in rows {
        let [Some(title), value] = row[..] else { return None };
        let title = document.fold.slice(document.blocks[title].body).to_lowercase();
        fields.push((column(&title), value));
    }
    let is = |wanted: PartRole| fields.iter().filter(|(column, _)| *column == Column::Role(wanted)).count();
    let answers = is(PartRole::Owner) + is(PartRole::Timescale) + is(PartRole::Response);
    if fields.len() < FEWEST || is(PartRole::Body) != 1 || answers < 2 || is(PartRole::Owner) > 1 {
        return None;
    }
    let parts: Vec<Part> = fields
        .iter()
        .filter_map(|(column, value)| filled(document, *column, (*value)?))
        .collect();
    let cells = || table.rows.iter().flatten().flatten().copied();
    let blocks = (cells().min()? as u32, cells().max()? as u32 + 1);
    let number = fields
        .iter()
        .find(|(column, _)| *column == Column::Number)
        .and_then(|(_, value)| *value);
    let (label, number) = name(number.map(|b| document.fold.slice(document.blocks[b].body)), "");
    Some(Statement {
        kind: StatementKind::Action,
        label,
        number,
        span: blocks_span(document, blocks),
        blocks,
        parts,
    })
}

/// The owner whom the heading over `block` names: "Northgate Academy".
fn captioned(document: &Document, block: usize) -> Option<Part> {
    let title = document.blocks[document.blocks[block].section? as usize].body;
    let text = document.fold.slice(title);
    let name = heir(text, &document.people)?.name;
    let start = title.start + (name.as_ptr() as usize - text.as_ptr() as usize) as u32;
    Some(Part {
        role: PartRole::Owner,
        span: Span::new(start, start + name.len() as u32),
    })
}

fn column(title: &str) -> Column {
    let bare = title.trim_matches(|c: char| !c.is_alphanumeric() && c != '#');
    if matches!(
        bare,
        "no" | "ref" | "#" | "number" | "item" | "action no" | "rec no" | "ref no" | "action number" | "id" | "recommendation no"
    ) {
        Column::Number
    } else if bare.starts_with("recommendation") || bare.starts_with("finding") || bare.starts_with("learning") {
        Column::Recommendation
    } else {
        part::column(title).map_or(Column::Other, Column::Role)
    }
}

fn statement(document: &Document, row: &[Option<usize>], columns: &[Column]) -> Option<Statement> {
    let first = row.iter().flatten().min().copied()?;
    let last = row.iter().flatten().max().copied()?;
    let cell = |wanted: Column| {
        columns
            .iter()
            .zip(row)
            .find(|(c, b)| **c == wanted && b.is_some())
            .and_then(|(_, b)| *b)
    };
    let body = cell(Column::Role(PartRole::Body));
    let words = body.map(|b| document.fold.slice(document.blocks[b].body)).unwrap_or_default();
    let named = cell(Column::Number).map(|b| document.fold.slice(document.blocks[b].body).to_owned());
    let own = row.first().copied().flatten().and_then(|b| document.outline.own.head(b as u32));
    let (label, number) = match own {
        Some(own) => (own.label.clone(), Some(own.number.clone())),
        None => name(named.as_deref(), words),
    };
    let parts: Vec<Part> = columns
        .iter()
        .zip(row)
        .filter_map(|(column, block)| filled(document, *column, (*block)?))
        .collect();
    if !parts.iter().any(|p| p.role == PartRole::Body) {
        return None;
    }
    let blocks = (first as u32, last as u32 + 1);
    Some(Statement {
        kind: StatementKind::Action,
        label,
        number,
        span: blocks_span(document, blocks),
        blocks,
        parts,
    })
}

fn filled(document: &Document, column: Column, block: usize) -> Option<Part> {
    let role = match column {
        Column::Role(role) => role,
        Column::Recommendation => PartRole::Answers,
        Column::Number | Column::Other => return None,
    };
    let span = document.blocks[block].body;
    let empty = document
        .fold
        .slice(span)
        .chars()
        .all(|c| !c.is_alphanumeric() && !SIGNS.contains(&c));
    (!empty).then_some(Part { role, span })
}

/// The row's label and number: from its number column, or from the label or number its action opens with.
fn name(cell: Option<&str>, words: &str) -> (String, Option<String>) {
    // "1 (R1)": what a bracket adds is what the row answers.
    let cell = cell.map(|c| c.split_once(" (").map_or(c, |(number, _)| number).trim());
    if let Some(cell) = cell.filter(|c| !c.is_empty() && c.len() <= 16) {
        let number = cell.trim_end_matches(['.', ')']);
        let plain = number.bytes().all(|b| b.is_ascii_digit());
        let label = if plain { format!("Action {number}") } else { number.to_owned() };
        let digits = number
            .trim_start_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-'))
            .to_lowercase();
        return (label, Some(if digits.is_empty() { number.to_lowercase() } else { digits }));
    }
    if let Some(head) = label::label_head(words) {
        return (words[..head.label_len].to_owned(), Some(head.number));
    }
    match number::printed(words) {
        Some(printed) => (format!("Action {}", printed.number), Some(printed.number)),
        None => (String::new(), None),
    }
}
