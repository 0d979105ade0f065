//! A ledger is a sheet of cases, one a row, each with several dates in fields of their own: a table, or lines set by semicolons,
//! "Child 05; born 30.11.2018; age 5; referred 04.03.2024; visit 08.03.2024; days 4".

use jiff::civil::Date;

use super::calendar::When;
use super::dates::{Known, find};
use super::desk::Desk;
use super::inner;
use crate::document::Zone;
use crate::text::Span;

/// Fewest cases of a ledger.
pub(super) const FEWEST: usize = 4;
/// Most cases, and most fields of one.
const MOST: usize = 400;
const WIDEST: usize = 24;
/// Fewest fields of a line set by semicolons, and the longest name of one.
const FIELDS: usize = 4;
const NAME: usize = 28;

/// What one field of one case holds.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its place; of an empty one, where its name or its row stands.
    pub(super) span: Span,
    /// What it holds, without the name.
    pub(super) words: String,
    /// The day, when it is nothing but one.
    pub(super) day: Option<Date>,
}

/// A sheet of cases.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    /// The names of its fields, in lower case.
    pub(super) titles: Vec<String>,
    /// Its cases; a field that a case lacks is `None`.
    pub(super) cases: Vec<Vec<Option<Field>>>,
}

impl Ledger {
    /// The field of one case.
    pub(super) fn at(&self, case: usize, column: usize) -> Option<&Field> {
        self.cases.get(case)?.get(column)?.as_ref()
    }

    /// The day in one field of one case.
    pub(super) fn day(&self, case: usize, column: usize) -> Option<Date> {
        self.at(case, column)?.day
    }

    /// The columns that mostly hold days.
    pub(super) fn days(&self) -> Vec<usize> {
        let dated = |column: &usize| (0..self.cases.len()).filter(|&case| self.day(case, *column).is_some()).count();
        (0..self.titles.len())
            .filter(|column| dated(column) * 2 > self.cases.len())
            .collect()
    }

    /// The column of births.
    pub(super) fn birth(&self) -> Option<usize> {
        self.titles
            .iter()
            .position(|title| title.contains("born") || title.contains("birth") || title == "dob")
    }
}

/// The ledgers of a document: those with two columns of days at least.
pub(super) fn all(desk: Desk<'_>) -> Vec<Ledger> {
    let mut found = of_tables(desk);
    found.extend(of_lines(desk));
    found.retain(|ledger| (FEWEST..=MOST).contains(&ledger.cases.len()) && ledger.days().len() >= 2);
    found
}

fn field(desk: Desk<'_>, span: Span) -> Field {
    let words = desk.words(span).trim().to_owned();
    let place = Known {
        place: true,
        ..Known::default()
    };
    let only = find(&words, place)
        .into_iter()
        .next()
        .filter(|it| it.range.len() == words.len() && it.dated);
    let day = only.and_then(|it| it.when).and_then(When::exact);
    Field { span, words, day }
}

fn of_tables(desk: Desk<'_>) -> Vec<Ledger> {
    let mut found: Vec<(u32, Ledger)> = Vec::new();
    for block in desk.document.blocks.iter().filter(|block| block.zone == Zone::Table) {
        let Some(cell) = block.cell.filter(|cell| (cell.column as usize) < WIDEST) else {
            continue;
        };
        let (row, column) = (cell.row as usize, cell.column as usize);
        if found.last().is_none_or(|(table, _)| *table != cell.table) {
            found.push((
                cell.table,
                Ledger {
                    titles: Vec::new(),
                    cases: Vec::new(),
                },
            ));
        }
        let Some((_, ledger)) = found.last_mut() else { continue };
        if row == 0 {
            ledger.titles.resize(ledger.titles.len().max(column + 1), String::new());
            ledger.titles[column] = desk.words(block.body).trim().to_lowercase();
        } else if row <= MOST && column < ledger.titles.len() {
            let width = ledger.titles.len();
            ledger.cases.resize_with(ledger.cases.len().max(row), || vec![None; width]);
            ledger.cases[row - 1][column] = Some(field(desk, block.body));
        }
    }
    found.into_iter().map(|(_, ledger)| ledger).collect()
}

/// Lines that follow one another and are set by semicolons, each piece a name and what it holds.
fn of_lines(desk: Desk<'_>) -> Vec<Ledger> {
    let mut found = Vec::new();
    let mut cases: Vec<Vec<(String, Field)>> = Vec::new();
    for block in desk.document.blocks.iter().filter(|block| block.cell.is_none() && block.level == 0) {
        if !desk.words(block.body).contains(';') {
            found.extend(ledger(std::mem::take(&mut cases)));
            continue;
        }
        for line in inner::lines(desk, block) {
            let pieces = pieces(desk, line);
            if pieces.len() < FIELDS {
                found.extend(ledger(std::mem::take(&mut cases)));
            } else if cases.len() < MOST {
                cases.push(pieces);
            }
        }
    }
    found.extend(ledger(cases));
    found
}

/// The named fields of one line.
fn pieces(desk: Desk<'_>, line: Span) -> Vec<(String, Field)> {
    let text = desk.words(line);
    if text.matches(';').count() + 1 < FIELDS {
        return Vec::new();
    }
    let mut at = line.start as usize;
    let pieces = text.split(';').take(WIDEST).filter_map(|piece| {
        let from = at + piece.len() - piece.trim_start().len();
        at += piece.len() + 1;
        let piece = piece.trim();
        let name = piece.find(|c: char| c == ':' || c.is_ascii_digit()).unwrap_or(piece.len());
        let rest = piece[name..].trim_start_matches([':', ' ']);
        let title = piece[..name].trim().to_lowercase();
        let span = Span::at(from + piece.len() - rest.len(), from + piece.len());
        let empty = Span::at(from, from + piece.len());
        let held = if rest.is_empty() {
            Field {
                span: empty,
                words: String::new(),
                day: None,
            }
        } else {
            field(desk, span)
        };
        (!title.is_empty() && title.len() <= NAME).then_some((title, held))
    });
    pieces.collect()
}

/// The sheet that lines make when they name the same fields.
fn ledger(lines: Vec<Vec<(String, Field)>>) -> Option<Ledger> {
    if lines.len() < FEWEST {
        return None;
    }
    let mut titles: Vec<String> = Vec::new();
    for (name, _) in lines.iter().flatten() {
        let often = || lines.iter().filter(|line| line.iter().any(|it| it.0 == *name)).count() * 2 > lines.len();
        if !titles.contains(name) && titles.len() < WIDEST && often() {
            titles.push(name.clone());
        }
    }
    let case = |line: Vec<(String, Field)>| {
        let mut fields = vec![None; titles.len()];
        for (name, held) in line {
            if let Some(column) = titles.iter().position(|title| *title == name) {
                fields[column] = Some(held);
            }
        }
        fields
    };
    let cases = lines.into_iter().map(case).collect();
    Some(Ledger { titles, cases })
}
