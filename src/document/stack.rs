//! A `Stack` is a table that lost its columns: one cell a line, each row a run of lines between blank ones, the titles first.

use super::grid::{Grid, Row};
use super::line::Line;
use super::{PartRole, part};

/// Fewest and most titles of a stack, and how many of them a plan's columns must be.
const TITLES: std::ops::RangeInclusive<usize> = 3..=9;
const FEWEST_KNOWN: usize = 3;
/// Longest title and longest cell, in bytes.
const LONGEST_TITLE: usize = 32;
const LONGEST_CELL: usize = 240;
/// Fewest lines of a row, and fewest rows under the titles.
const FEWEST_CELLS: usize = 2;
const FEWEST_ROWS: usize = 2;

/// The stack whose titles are the first run of `lines`.
pub(super) fn open(lines: &[Line<'_>]) -> Option<Grid> {
    let titles = run(lines);
    if !TITLES.contains(&titles.len()) || !is_head(titles) {
        return None;
    }
    let mut rows = vec![cells(titles, titles.len())];
    let mut taken = titles.len();
    loop {
        let row = run(&lines[taken..]);
        let short = row
            .iter()
            .all(|line| line.text.len() <= LONGEST_CELL && !line.text.contains(['\t', '|']));
        if !(FEWEST_CELLS..=titles.len()).contains(&row.len()) || !short || !opens_row(row[0].text) {
            break;
        }
        rows.push(cells(row, titles.len()));
        taken += row.len();
    }
    (rows.len() > FEWEST_ROWS).then(|| Grid {
        rows: rows.into_iter().map(Row::Cells).collect(),
        lines: taken,
    })
}

/// The lines up to the next blank one.
fn run<'l, 't>(lines: &'l [Line<'t>]) -> &'l [Line<'t>] {
    let end = (1..lines.len()).find(|&i| lines[i].gap).unwrap_or(lines.len());
    &lines[..end]
}

/// Whether every line is a title, and enough of them name columns of a plan, what is to be done among them.
fn is_head(titles: &[Line<'_>]) -> bool {
    let plain = |line: &Line<'_>| {
        let text = line.text;
        text.len() <= LONGEST_TITLE && text.starts_with(char::is_uppercase) && (!text.ends_with(['.', ',', ';', ':']) || text.len() <= 6)
    };
    if !titles.iter().all(plain) {
        return false;
    }
    let roles: Vec<PartRole> = titles.iter().filter_map(|line| part::column(&line.text.to_lowercase())).collect();
    roles.len() >= FEWEST_KNOWN && roles.contains(&PartRole::Body)
}

/// Whether `text` is the first cell of a row: a number, a code, a reference.
fn opens_row(text: &str) -> bool {
    const LONGEST: usize = 24;
    text.len() <= LONGEST && (text.bytes().any(|b| b.is_ascii_digit()) || text.len() <= 6)
}

/// A row of `width` cells, the first of them the lines of `row`.
fn cells(row: &[Line<'_>], width: usize) -> Vec<Vec<crate::text::Span>> {
    let mut cells: Vec<_> = row.iter().map(|line| vec![line.span]).collect();
    cells.resize(width, Vec::new());
    cells
}

#[cfg(test)]
mod tests {
    use super::{Row, open};
    use crate::document::line;

    #[test]
    fn a_row_is_a_run_of_short_lines_under_a_run_of_titles() {
        let plan = "Rec.\nAction\nLead\nBy\nProgress\n\n1\nChange the form\nTeam Manager\n4 May 2021\nIn progress.\n\n2 and 4\nMake a film\nBoard Manager\n\nThe plan ends here and is read again in the summer by those who wrote it.\n";
        let grid = open(&line::lines(plan)).unwrap();
        assert_eq!((grid.rows.len(), grid.lines), (3, 13));
        let empty = |row: usize, column: usize| matches!(&grid.rows[row], Row::Cells(cells) if cells[column].is_empty());
        assert!(empty(2, 3) && !empty(1, 4));
        for text in [
            "Action\nLead\nBy when\n\nThe plan was agreed.\nIt will be read again.\n",
            "Ann\nBob\nCal\n\n1\nTwo\n\n2\nThree\n",
        ] {
            assert!(open(&line::lines(text)).is_none(), "{text}");
        }
    }
}
