//! A `Grid` is a table that a plain text sets by blanks under a line of titles: every piece of a row stands under one of
//! them, and a row goes on below where its first column is empty.

use super::line::Line;
use crate::text::Span;

/// Fewest and most titles of a grid.
const TITLES: std::ops::RangeInclusive<usize> = 3..=10;
/// Longest title, in characters.
const LONGEST_TITLE: usize = 32;
/// Fewest rows under the titles.
const FEWEST_ROWS: usize = 2;
/// Longest line over a group of rows, in bytes.
const LONGEST_BANNER: usize = 120;
/// How far a piece may stand from its title, in characters.
const OFF: usize = 1;

/// A table with its titles as the first row.
#[derive(Debug)]
pub(super) struct Grid {
    /// Its rows, and the lines between them that run over all columns.
    pub(super) rows: Vec<Row>,
    /// Lines that it takes.
    pub(super) lines: usize,
}

/// A row, or a line that heads the rows below it.
#[derive(Debug)]
pub(super) enum Row {
    /// For each column, the pieces of its cell.
    Cells(Vec<Vec<Span>>),
    /// "Rec 1  Weigh every child", over the whole width.
    Banner(Span),
}

/// A piece of a line between gaps of two blanks or more: where it begins in the printed line, in characters, and its place.
#[derive(Clone, Copy)]
struct Piece<'t> {
    at: usize,
    span: Span,
    text: &'t str,
}

/// The grid whose titles are the first of `lines`.
pub(super) fn open(lines: &[Line<'_>]) -> Option<Grid> {
    let titles = pieces(lines.first()?)?;
    if !TITLES.contains(&titles.len()) || !titles.iter().all(is_title) {
        return None;
    }
    let stops: Vec<usize> = titles.iter().map(|piece| piece.at).collect();
    let mut rows = vec![Row::Cells(titles.iter().map(|piece| vec![piece.span]).collect())];
    let (mut taken, mut filled) = (1, 0);
    while let Some(line) = lines.get(taken) {
        let placed = place(line, &stops).filter(|placed| !is_alone(placed, line));
        let Some(placed) = placed else {
            if !is_banner(line, lines.get(taken + 1), &stops) {
                break;
            }
            rows.push(Row::Banner(line.span));
            taken += 1;
            continue;
        };
        if opens_row(&placed) || !matches!(rows.last(), Some(Row::Cells(_))) {
            rows.push(Row::Cells(vec![Vec::new(); stops.len()]));
            filled += 1;
        }
        if let Some(Row::Cells(row)) = rows.last_mut() {
            placed.into_iter().for_each(|(column, span)| row[column].push(span));
        }
        taken += 1;
    }
    (filled >= FEWEST_ROWS).then_some(Grid { rows, lines: taken })
}

/// One piece alone in the first column is a line of text, unless it goes on with the cell right above.
fn is_alone(placed: &[(usize, Span)], line: &Line<'_>) -> bool {
    placed.len() == 1 && placed[0].0 == 0 && line.gap
}

fn opens_row(placed: &[(usize, Span)]) -> bool {
    placed.len() > 1 && placed[0].0 == 0
}

/// Whether `line` stands over the row that follows it: after a blank line, short, with a row right below.
fn is_banner(line: &Line<'_>, next: Option<&Line<'_>>, stops: &[usize]) -> bool {
    let below = next.filter(|next| !next.gap).and_then(|next| place(next, stops));
    line.gap && line.text.len() <= LONGEST_BANNER && below.is_some_and(|placed| opens_row(&placed))
}

fn is_title(piece: &Piece<'_>) -> bool {
    let text = piece.text;
    let ended = text.ends_with(['.', ',', ';', '!']) && text.len() > "Para.".len();
    text.chars().count() <= LONGEST_TITLE && text.starts_with(|c: char| c.is_uppercase() || c == '#') && !ended
}

/// The pieces of `line` under the stops, by column; `None` when one of them stands elsewhere.
fn place(line: &Line<'_>, stops: &[usize]) -> Option<Vec<(usize, Span)>> {
    let mut placed = Vec::new();
    for piece in pieces(line)? {
        let mut rest = piece;
        let mut column = stops.iter().rposition(|&stop| stop <= rest.at + OFF)?;
        if stops[column].abs_diff(rest.at) > OFF {
            return None;
        }
        // A cell that fills its column leaves one blank before the next.
        while let Some(&next) = stops.get(column + 1).filter(|&&next| rest.at + rest.text.chars().count() > next) {
            let (head, tail) = split(rest, next)?;
            placed.push((column, head.span));
            (rest, column) = (tail, column + 1);
        }
        placed.push((column, rest.span));
    }
    (!placed.is_empty()).then_some(placed)
}

/// `piece` cut before the character at `stop`, where a blank stands before it.
fn split(piece: Piece<'_>, stop: usize) -> Option<(Piece<'_>, Piece<'_>)> {
    let (cut, _) = piece.text.char_indices().nth(stop - piece.at)?;
    let head = piece.text[..cut].strip_suffix(' ')?;
    let start = piece.span.start as usize;
    let head = Piece {
        span: Span::at(start, start + head.len()),
        text: head,
        ..piece
    };
    let tail = Piece {
        at: stop,
        span: Span::at(start + cut, piece.span.end as usize),
        text: &piece.text[cut..],
    };
    Some((head, tail))
}

/// The pieces of a line set by blanks; `None` for one set by tabs or bars.
fn pieces<'t>(line: &Line<'t>) -> Option<Vec<Piece<'t>>> {
    if line.text.contains(['\t', '|']) {
        return None;
    }
    let mut found = Vec::new();
    let (mut at, mut chars) = (0, line.indent);
    for text in line.text.split("  ") {
        let trimmed = text.trim();
        if !trimmed.is_empty() {
            let lead = text.len() - text.trim_start().len();
            let start = line.span.start as usize + at + lead;
            found.push(Piece {
                at: chars + lead,
                span: Span::at(start, start + trimmed.len()),
                text: trimmed,
            });
        }
        at += text.len() + 2;
        chars += text.chars().count() + 2;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{Row, open};
    use crate::document::line;

    fn rows(content: &str) -> Vec<Vec<String>> {
        let grid = open(&line::lines(content)).map(|grid| grid.rows).unwrap_or_default();
        let cell = |spans: &Vec<crate::text::Span>| spans.iter().map(|s| &content[s.range()]).collect::<Vec<_>>().join(" ");
        let row = |row: &Row| match row {
            Row::Cells(cells) => cells.iter().map(cell).collect(),
            Row::Banner(span) => vec![content[span.range()].to_owned()],
        };
        grid.iter().map(row).collect()
    }

    #[test]
    fn rows_go_on_under_their_titles_over_blank_lines() {
        let plan = "No.  Para    Action                     Lead             Status\n\n\
                    1    5.1.1   Search all disputes for    Superintendent,  Done\n             \
                                 repeated calls             North\n\n\
                    2    5.1.2   Re-issue the instruction   Chief Inspector  Open\n\nThe plan ends here.\n";
        assert_eq!(
            rows(plan)[1..],
            [
                [
                    "1",
                    "5.1.1",
                    "Search all disputes for repeated calls",
                    "Superintendent, North",
                    "Done"
                ],
                ["2", "5.1.2", "Re-issue the instruction", "Chief Inspector", "Open"],
            ]
        );
    }

    #[test]
    fn a_full_cell_and_an_empty_one() {
        let chronology = "Date      Source               Event\n\
                          16.6.21   Mental health trust  Victor assessed by telephone.\n\
                          31.11.22  Ambulance            Nora fell again.\n\
                          6.12.22                        Nora absent.\n";
        assert_eq!(
            rows(chronology)[1..],
            [
                ["16.6.21", "Mental health trust", "Victor assessed by telephone."],
                ["31.11.22", "Ambulance", "Nora fell again."],
                ["6.12.22", "", "Nora absent."],
            ]
        );
    }

    #[test]
    fn lines_over_groups_of_rows() {
        let plan = "No.  Action                    Lead      Due\n\n\
                    Rec 1  Weigh every disabled child as often as any other.\n\
                    1.1  Buy hoist scales          Manager   May\n\
                    1.2  Set the chart             Dietitian June\n\n\
                    Rec 2  Treat a missed appointment as news.\n\
                    2.1  Replace the letter        Nurse     July\n\nThe end of it.\n";
        let rows = rows(plan);
        assert_eq!(rows.len(), 6);
        assert_eq!(rows[4], ["Rec 2  Treat a missed appointment as news."]);
        assert_eq!(rows[5], ["2.1", "Replace the letter", "Nurse", "July"]);
    }

    #[test]
    fn prose_and_lists_are_no_grids() {
        for text in [
            "Present:  Ann Lee  Chair\nThe meeting began at ten and all were there.\nIt ended at noon.\n",
            "One two three.\nFour five six.\n",
            "Name  Role  Agency\n",
        ] {
            assert_eq!(rows(text), Vec::<Vec<String>>::new(), "{text}");
        }
    }
}
