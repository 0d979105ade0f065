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
/// Fewest pieces of the row under a line that groups rows, and the longest such line, in bytes.
const FEWEST_CELLS: usize = 3;
const LONGEST_GROUP: usize = 100;
/// How far a piece may stand from its title, in characters.
const OFF: usize = 1;

/// A table with its titles as the first row.
#[derive(Debug)]
pub(super) struct Grid {
    /// For each row and column, the pieces of its cell.
    pub(super) rows: Vec<Vec<Vec<Span>>>,
    /// Lines that it takes.
    pub(super) lines: usize,
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
    let mut rows: Vec<Vec<Vec<Span>>> = vec![titles.iter().map(|piece| vec![piece.span]).collect()];
    let mut taken = 1;
    for line in &lines[1..] {
        let placed = place(line, &stops);
        let opens = placed.as_ref().is_some_and(|placed| placed.first().is_some_and(|(column, _)| *column == 0));
        // One piece alone in the first column is a line of text, unless it goes on with the cell right above, or groups the
        // rows below it: "Theme 2  The home".
        let alone = opens && placed.as_ref().is_some_and(|placed| placed.len() == 1) && line.gap;
        if placed.is_none() || alone {
            if !groups(line, lines.get(taken + 1), &stops) {
                break;
            }
            rows.push(vec![Vec::new(); stops.len()]);
            rows.last_mut()?[0].push(line.span);
            taken += 1;
            continue;
        }
        let placed = placed?;
        if opens && (placed.len() > 1 || rows.len() == 1) {
            rows.push(vec![Vec::new(); stops.len()]);
        }
        let Some(row) = rows.last_mut() else { break };
        for (column, span) in placed {
            row[column].push(span);
        }
        taken += 1;
    }
    (rows.len() > FEWEST_ROWS).then_some(Grid { rows, lines: taken })
}

/// Whether `line`, which opens where the first column does, groups the rows that `next` begins.
fn groups(line: &Line<'_>, next: Option<&Line<'_>>, stops: &[usize]) -> bool {
    let few = pieces(line).is_some_and(|pieces| pieces.len() <= 2 && pieces.first().is_some_and(|first| first.at.abs_diff(stops[0]) <= OFF));
    let row = |next: &Line<'_>| {
        let placed = place(next, stops)?;
        (placed.len() >= FEWEST_CELLS && placed.first()?.0 == 0).then_some(())
    };
    line.text.len() <= LONGEST_GROUP && few && next.and_then(row).is_some()
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
    use super::open;
    use crate::document::line;

    fn rows(content: &str) -> Vec<Vec<String>> {
        let grid = open(&line::lines(content)).map(|grid| grid.rows).unwrap_or_default();
        let cell = |spans: &Vec<crate::text::Span>| spans.iter().map(|s| &content[s.range()]).collect::<Vec<_>>().join(" ");
        grid.iter().map(|row| row.iter().map(cell).collect()).collect()
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
    fn a_line_may_group_the_rows_below_it() {
        let plan = "No.  Action                        Lead                  Due               RAG\n\n\
                    Rec 1  Weigh every disabled child as often as any other.\n\
                    1.1  Buy hoist scales for the      Clinic Manager        31 January 2024   G\n     \
                         three special schools\n\n\
                    Rec 2  Treat a missed appointment as an event.\n\
                    2.1  Replace the standard letter   Named Nurse           15 December 2023  G\n";
        let rows = rows(plan);
        assert_eq!(rows.len(), 5);
        assert_eq!(rows[2][1], "Buy hoist scales for the three special schools");
        assert_eq!(rows[3][0], "Rec 2  Treat a missed appointment as an event.");
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
