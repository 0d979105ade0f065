//! A chronology's table is one whose rows open with dates: some column among its first three holds them.

use super::dates::{Known, Lead, lead, relative};
use super::gather::{above, is_narrative, row};
use super::timeline::Row;
use crate::document::{Document, LabelKind, Zone};

/// A table with this many dated rows is a chronology; with a title that says so, fewer.
const FEWEST_ROWS: usize = 3;
/// Columns among which the dates are looked for.
const OUTERMOST: usize = 3;
/// Columns beyond this are left out.
const WIDEST: usize = 24;
/// Longest line that may stand between two parts of one table: a page's number, a running header.
const LONGEST_BREAK: u32 = 60;

/// The cells of a table.
struct Grid {
    rows: Vec<Vec<Option<usize>>>,
    header: bool,
    first: usize,
    last: usize,
}

/// What the columns of a chronology hold.
struct Columns {
    date: usize,
    source: Option<usize>,
    /// The column of times of day.
    time: Option<usize>,
    /// The column of years, beside one of days and months.
    year: Option<usize>,
}

/// The rows of each chronology that is a table, and whether it has a column of sources.
pub(super) fn all(document: &Document) -> Vec<(Vec<Row>, bool)> {
    let mut found: Vec<(Vec<Row>, bool, Grid)> = Vec::new();
    for grid in grids(document) {
        let previous = found.last_mut().filter(|(.., before)| continues(document, before, &grid));
        if let Some((rows, _, before)) = previous {
            let columns = columns(document, before, true).unwrap_or(Columns {
                date: 0,
                source: None,
                time: None,
                year: None,
            });
            fill(document, &grid, &columns, rows);
            before.last = grid.last;
            continue;
        }
        let Some(columns) = columns(document, &grid, false) else {
            continue;
        };
        let mut rows = Vec::new();
        fill(document, &grid, &columns, &mut rows);
        if !rows.is_empty() {
            found.push((rows, columns.source.is_some(), grid));
        }
    }
    found.into_iter().map(|(rows, sourced, _)| (rows, sourced)).collect()
}

fn grids(document: &Document) -> Vec<Grid> {
    let mut grids: Vec<Grid> = Vec::new();
    let mut current = None;
    for (i, block) in document.blocks.iter().enumerate() {
        let Some(cell) = block
            .cell
            .filter(|cell| block.zone == Zone::Table && (cell.column as usize) < WIDEST)
        else {
            continue;
        };
        if current != Some(cell.table) {
            current = Some(cell.table);
            grids.push(Grid {
                rows: Vec::new(),
                header: false,
                first: i,
                last: i,
            });
        }
        let Some(grid) = grids.last_mut() else { continue };
        let (row, column) = (cell.row as usize, cell.column as usize);
        grid.rows.resize_with(grid.rows.len().max(row + 1), Vec::new);
        let len = grid.rows[row].len().max(column + 1);
        grid.rows[row].resize(len, None);
        grid.rows[row][column] = Some(i);
        grid.header |= cell.header;
        grid.last = i;
    }
    for grid in &mut grids {
        grid.header |= has_header(document, grid);
    }
    grids
}

/// A first row of short words without a figure.
fn has_header(document: &Document, grid: &Grid) -> bool {
    let Some(first) = grid.rows.first() else { return false };
    let mut cells = first.iter().flatten().map(|&at| words(document, at)).peekable();
    let titled = |cell: &str| cell.len() <= 60 && (!cell.ends_with('.') || cell.len() <= 6) && !cell.bytes().any(|b| b.is_ascii_digit());
    first.iter().flatten().count() > 1 && cells.peek().is_some() && cells.all(titled)
}

fn words(document: &Document, block: usize) -> &str {
    document.fold.slice(document.blocks[block].body)
}

/// Whether a table is the rest of the one before, which a page broke off: nothing but a page's mark stands between.
fn continues(document: &Document, before: &Grid, grid: &Grid) -> bool {
    let between = &document.blocks[before.last + 1..grid.first];
    let marks = between.len() <= 3 && between.iter().all(|b| b.level == 0 && b.span.len() <= LONGEST_BREAK);
    let repeats = || title_row(document, before) == title_row(document, grid);
    marks && (!grid.header || repeats()) && (grid.rows.len() < 3 || columns(document, grid, true).is_some())
}

fn title_row(document: &Document, grid: &Grid) -> Vec<String> {
    let first = grid.rows.first().filter(|_| grid.header);
    first
        .into_iter()
        .flatten()
        .map(|cell| cell.map_or(String::new(), |at| words(document, at).trim().to_lowercase()))
        .collect()
}

/// The columns of `grid` when it is a chronology; a `part` of one needs fewer rows.
fn columns(document: &Document, grid: &Grid, part: bool) -> Option<Columns> {
    let titles = title_row(document, grid);
    if titles.iter().any(|title| is_other(title)) || !is_narrative(document, grid.last) {
        return None;
    }
    let known = above(document, grid.first);
    let body = &grid.rows[usize::from(grid.header)..];
    let date = (0..OUTERMOST).find(|&column| {
        let cells = body.iter().filter_map(|row| row.get(column).copied().flatten());
        let (mut all, mut dated) = (0, 0);
        for cell in cells {
            all += 1;
            dated +=
                usize::from(opening(words(document, cell), known).is_some_and(|lead| !is_numbered(document, &lead, words(document, cell))));
        }
        let titled = titles
            .get(column)
            .is_some_and(|t| ["date", "when", "day", "time"].iter().any(|w| t.contains(w)));
        let fewest = if part {
            1
        } else if titled {
            2
        } else {
            FEWEST_ROWS
        };
        dated >= fewest && (dated * 2 > all || titled && dated * 4 > all)
    })?;
    if is_sheet(document, (&titles, body), date) {
        return None;
    }
    let told = |row: &&Vec<Option<usize>>| row.iter().enumerate().any(|(c, cell)| c != date && cell.is_some());
    if body.iter().filter(told).count() * 2 < body.len() {
        return None;
    }
    let filled = |column: usize| body.iter().filter(|row| row.get(column).copied().flatten().is_some()).count();
    // "Agency" and "Record": that which some rows leave empty tells more.
    let sources = (0..titles.len()).filter(|&column| column != date && super::sources::is_title(&titles[column]));
    let source = sources
        .filter(|&column| filled(column) * 4 >= body.len() * 3)
        .min_by_key(|&column| filled(column))
        .or_else(|| {
            titles
                .iter()
                .position(|title| super::sources::is_title(title))
                .filter(|&column| column != date)
        });
    let year = titles.iter().position(|title| title == "year").filter(|&column| column != date);
    let time = titles
        .iter()
        .position(|title| title.starts_with("time"))
        .filter(|&column| column != date);
    Some(Columns { date, source, time, year })
}

/// Whether a table is a sheet of cases, each with several dates: its rows follow the cases and no calendar.
fn is_sheet(document: &Document, (titles, body): (&[String], &[Vec<Option<usize>>]), date: usize) -> bool {
    let plain = titles
        .get(date)
        .is_none_or(|title| title.is_empty() || ["date", "when", "day", "time"].iter().any(|word| title.contains(word)));
    let dated = |column: usize| {
        let cells = body.iter().filter_map(|row| row.get(column).copied().flatten());
        let days = cells.filter(|&at| {
            let words = words(document, at);
            opening(words, Known::default()).is_some_and(|lead| lead.written.dated && lead.end == words.trim_end().len())
        });
        days.count() * 2 > body.len()
    };
    !plain && (0..titles.len()).any(|column| column != date && dated(column))
}

/// Whether a column's title is that of a plan, a family's table or a register of versions.
fn is_other(title: &str) -> bool {
    let whole = [
        "who",
        "rag",
        "status",
        "owner",
        "lead",
        "version",
        "author",
        "born",
        "no. of pages",
        "action owner",
    ];
    let pieces = [
        "birth",
        "dob",
        "by when",
        "deadline",
        "timescale",
        "target",
        "due date",
        "completion",
        "signed",
        "expir",
    ];
    whole.contains(&title) || pieces.iter().any(|piece| title.contains(piece))
}

/// Whether what could be a day and a month is the number of a paragraph of the document: a column "Para".
fn is_numbered(document: &Document, lead: &Lead, words: &str) -> bool {
    let written = &words[lead.written.range.clone()];
    !lead.written.dated && !document.outline.find(LabelKind::Paragraph, written).is_empty()
}

/// The date that fills or opens a cell of the dates' column.
fn opening(text: &str, known: Known) -> Option<Lead> {
    lead(text, Known { place: true, ..known }).filter(|lead| lead.written.range.start < 40)
}

/// Adds the rows of `grid` to `rows`; what has no date of its own goes on with the row before.
fn fill(document: &Document, grid: &Grid, columns: &Columns, rows: &mut Vec<Row>) {
    let mut known = above(document, grid.first);
    for cells in &grid.rows[usize::from(grid.header)..] {
        let year = columns.year.and_then(|column| cells.get(column).copied().flatten());
        if let Some(year) = year.and_then(|at| words(document, at).trim().parse().ok()) {
            known.year = Some(year).filter(|year| (1900..2100).contains(year));
        }
        let date = cells.get(columns.date).copied().flatten();
        let others = || {
            cells
                .iter()
                .enumerate()
                .filter(|(c, _)| *c != columns.date && Some(*c) != columns.year)
                .filter_map(|(c, cell)| Some((c, (*cell)?)))
        };
        let Some(block) = date else {
            if let Some(row) = rows.last().and_then(|day| timed(document, (cells, columns), day)) {
                rows.push(row);
            } else if let Some(row) = rows.last_mut() {
                row.account.extend(others().map(|(_, at)| document.blocks[at].body));
                row.cut |= others().next().is_some();
            }
            continue;
        };
        let text = words(document, block);
        if others().next().is_none()
            && let Some(banner) = super::gather::heading(text, known)
        {
            known = banner;
            continue;
        }
        let found = opening(text, known).or_else(|| follow(text, rows.last()));
        let Some(found) = found else {
            if let Some(row) = rows.last_mut().filter(|_| !text.starts_with(char::is_uppercase)) {
                row.account.extend(others().map(|(_, at)| document.blocks[at].body));
                row.cut = true;
            }
            continue;
        };
        let end = found.end;
        let base = document.blocks[block].body.start;
        let mut row = row(base, block, found);
        if text[end..].bytes().filter(u8::is_ascii_alphabetic).count() > 12 {
            row.account
                .push(crate::text::Span::new(base + end as u32, document.blocks[block].body.end));
        }
        row.hour = hour(document, (cells, columns), &text[end..]);
        let told = others().any(|(column, _)| Some(column) != columns.source);
        for (column, at) in others() {
            // Where the source was left out of a line set by blanks, the account stands in its place.
            let account = !told && words(document, at).ends_with('.') && words(document, at).contains(' ');
            if Some(column) == columns.source && !account {
                row.source = Some(document.blocks[at].body).filter(|_| !super::sources::is_blank(words(document, at)));
            } else {
                row.account.push(document.blocks[at].body);
            }
        }
        rows.push(row);
    }
}

/// The time of a row: in a column of its own, or behind the date.
fn hour(document: &Document, (cells, columns): (&[Option<usize>], &Columns), behind: &str) -> Option<i32> {
    let own = columns.time.and_then(|column| cells.get(column).copied().flatten());
    let told = own.map_or_else(|| behind.trim_start_matches([',', ' ', '(']), |at| words(document, at));
    super::hours::opening(told).map(|hour| hour.minute)
}

/// The row of a day that has no date of its own but an hour, and goes on with the day above.
fn timed(document: &Document, (cells, columns): (&[Option<usize>], &Columns), day: &Row) -> Option<Row> {
    let cell = |column: usize| cells.get(column).copied().flatten();
    let at = cell(columns.time?)?;
    let hour = super::hours::opening(words(document, at))?;
    let when = day.when.filter(|when| when.exact().is_some())?;
    let end = hour.range.end;
    let written = super::dates::Written::following(hour.range, Some(when));
    let mut new = row(document.blocks[at].body.start, at, Lead { written, end });
    new.hour = Some(hour.minute);
    for (column, at) in cells.iter().enumerate().filter_map(|(column, cell)| Some((column, (*cell)?))) {
        if Some(column) == columns.source {
            new.source = Some(document.blocks[at].body).filter(|_| !super::sources::is_blank(words(document, at)));
        } else if Some(column) != columns.time {
            new.account.push(document.blocks[at].body);
        }
    }
    (!new.account.is_empty()).then_some(new)
}

/// "The next day", as a lead.
pub(super) fn follow(text: &str, before: Option<&Row>) -> Option<Lead> {
    let (range, when) = relative(text, before?.when)?;
    Some(Lead {
        end: range.end,
        written: super::dates::Written::following(range, when),
    })
}
