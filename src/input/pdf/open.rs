//! An `open` table is one that no upright rules draw: white stripes part its columns, and its rows are told by level rules,
//! by the order in which cells are printed, or by gaps.
//!
//! White stripes part the columns of a page as well, and the numbers of paragraphs from their words. A table is known by
//! its rows: each begins below the one before, and its cells stand level at head, middle or foot.

use super::Leaf;
use super::grid::Grid;
use super::row::{Row, rows};
use super::rule::Rule;
use super::strip::Strip;
use super::stripe::{Column, Piece, Region, bands, pieces, region};

/// The columns of the table that ends a page; the next page may go on with it.
#[derive(Default)]
pub(super) struct Columns(Vec<Column>);

/// Finds the open tables of a page, and cuts its strips where they run over a stripe. `last` are the columns of the page
/// before, and then of this.
pub(super) fn grids(leaf: &mut Leaf, last: &mut Columns) -> Vec<Grid> {
    let bands = bands(pieces(leaf));
    let page = Page {
        bands: &bands,
        rules: &leaf.rules,
        before: std::mem::take(last).0,
    };
    let mut found = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < bands.len() {
        let region = (bands[at].len() > 1).then(|| region(&bands, free, at)).flatten();
        let tables = region.as_ref().map_or(Vec::new(), |region| page.tables(region));
        match region.filter(|_| !tables.is_empty()) {
            Some(region) => {
                (at, free) = (region.to, region.to);
                found.extend(tables);
            }
            None => at += 1,
        }
    }
    let found = joined(found, &bands);
    let below = |table: &&Open| bands.last().is_none_or(|band| band[0].y <= table.foot() + 1.0);
    last.0 = found.last().filter(below).map_or(Vec::new(), |table| table.columns.clone());
    let grids: Vec<Grid> = found.iter().filter_map(Open::grid).collect();
    for grid in &grids {
        cut(&mut leaf.strips, grid);
    }
    grids
}

/// An open table that was found.
struct Open {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Open {
    fn top(&self) -> f32 {
        self.rows.first().map_or(0.0, Row::top)
    }

    fn foot(&self) -> f32 {
        self.rows.last().map_or(0.0, Row::foot)
    }

    /// Whether each column of `other` begins or has its middle where one of this does.
    fn is_like(&self, other: &[Column]) -> bool {
        const WANDER: f32 = 3.0;
        let like = |a: &Column, b: &Column| (a.x - b.x).abs() < WANDER || (a.x + a.end - b.x - b.end).abs() < 2.0 * WANDER;
        other.iter().all(|b| self.columns.iter().any(|a| like(a, b)))
    }

    fn grid(&self) -> Option<Grid> {
        let between = |pair: &[Column]| (pair[0].end + pair[1].x) / 2.0;
        let mut upright = vec![self.columns.first()?.x - 1.0];
        upright.extend(self.columns.windows(2).map(between));
        upright.push(self.columns.last()?.end + 1.0);
        let mut level = vec![self.top() - 1.0];
        level.extend(self.rows.windows(2).map(|pair| (pair[0].foot() + pair[1].top()) / 2.0));
        level.push(self.foot() + 2.0);
        Some(Grid::open(upright, level))
    }
}

/// Tables that titles over their whole width part are one, and so is the header over the first title.
fn joined(tables: Vec<Open>, bands: &[Vec<Piece>]) -> Vec<Open> {
    const TITLE: usize = 4;
    let mut out: Vec<Open> = Vec::new();
    for mut table in tables {
        let above: Vec<&Vec<Piece>> = bands.iter().filter(|band| band[0].y < table.top()).rev().take(TITLE + 1).collect();
        let ends = out.last().map_or(f32::MIN, Open::foot);
        let lies = |band: &&&Vec<Piece>| band[0].y <= ends + 1.0;
        let title = |bands: &[&Vec<Piece>]| Row::of(bands.iter().rev().flat_map(|band| band.iter()).cloned().collect());
        let parting = above.iter().position(|band| lies(&band));
        let before = out
            .last_mut()
            .filter(|before| before.is_like(&table.columns) || table.is_like(&before.columns));
        match (before, parting) {
            (Some(before), Some(lines)) => {
                before.rows.extend((lines > 0).then(|| title(&above[..lines])));
                before.rows.append(&mut table.rows);
                before.columns = wider(&before.columns, &table.columns);
            }
            _ => {
                let header = above.iter().take_while(|band| !lies(band)).position(|band| heads(&table, band));
                if let Some(lines) = header.filter(|lines| *lines > 0) {
                    table.columns = wider(&table.columns, &columns_of(above[lines]));
                    table.rows.insert(0, title(&above[..lines]));
                    table.rows.insert(0, title(&above[lines..=lines]));
                }
                out.push(table);
            }
        }
    }
    out
}

/// Whether a band stands in most of the columns of a table.
fn heads(table: &Open, band: &[Piece]) -> bool {
    band.len() > 2 && band.len() * 2 > table.columns.len() && table.is_like(&columns_of(band))
}

fn columns_of(band: &[Piece]) -> Vec<Column> {
    let column = |p: &Piece| Column {
        x: p.x,
        end: p.end,
        bands: 1,
    };
    band.iter().map(column).collect()
}

/// The columns of two tables that are one.
fn wider(mine: &[Column], theirs: &[Column]) -> Vec<Column> {
    let (more, fewer) = if mine.len() < theirs.len() {
        (theirs, mine)
    } else {
        (mine, theirs)
    };
    let reach = |column: &Column| {
        let same = fewer.iter().find(|c| c.x < column.end && column.x < c.end);
        same.map_or(*column, |c| Column {
            x: column.x.min(c.x),
            end: column.end.max(c.end),
            ..*column
        })
    };
    more.iter().map(reach).collect()
}

/// What a page has that its tables are told by.
struct Page<'p> {
    bands: &'p [Vec<Piece>],
    rules: &'p [Rule],
    /// The columns of the table that the page before ends with.
    before: Vec<Column>,
}

impl Page<'_> {
    /// The tables of a region: runs of rows that are a table's.
    fn tables(&self, region: &Region) -> Vec<Open> {
        let mut pieces: Vec<Piece> = self.bands[region.from..region.to].iter().flatten().cloned().collect();
        for piece in &mut pieces {
            let middle = (piece.x + piece.end) / 2.0;
            piece.column = region.columns.iter().rposition(|c| c.x <= middle).unwrap_or(0);
        }
        let mut runs: Vec<Vec<Row>> = vec![Vec::new()];
        for row in rows(pieces, self.rules) {
            let follows = runs.last().and_then(|run| run.last()).is_none_or(|above| above.is_above(&row));
            if !follows || !row.is_level() {
                runs.push(Vec::new());
            }
            if let Some(run) = runs.last_mut().filter(|_| row.is_level()) {
                run.push(row);
            }
        }
        runs.into_iter().filter_map(|run| self.table(run, &region.columns)).collect()
    }

    /// The table that these rows are, if they are one.
    fn table(&self, mut rows: Vec<Row>, columns: &[Column]) -> Option<Open> {
        let top = self.bands.iter().flatten().map(Piece::top).fold(f32::MAX, f32::min);
        // Lone lines above or below in the first column are captions and paragraphs, but for the rest of a row that a page cut.
        let lone = |row: &Row| row.columns() == [0];
        while rows.last().is_some_and(lone) {
            rows.pop();
        }
        let rest = |row: &Row| row.top() <= top && row.goes_on();
        let captions = rows.iter().take_while(|row| lone(row) && !rest(row)).count();
        rows.drain(..captions);
        let filled = |at: &usize| rows.iter().any(|row| row.columns().contains(at));
        let columns: Vec<Column> = (0..columns.len()).filter(filled).map(|at| columns[at]).collect();
        let table = Open { columns, rows };
        let goes_on =
            table.top() <= top && table.columns.len() > 1 && table.columns.len() == self.before.len() && table.is_like(&self.before);
        is_table(&table.rows, goes_on).then_some(table)
    }
}

/// Whether rows are a table's: enough of them, with words and no mere numbers in two columns or more. One that goes on
/// with the table of the page before may be one row.
fn is_table(rows: &[Row], goes_on: bool) -> bool {
    const LONG_CELL: usize = 12;
    let wide = rows.iter().filter(|row| row.columns().len() > 1).count();
    let mut columns: Vec<usize> = rows.iter().flat_map(Row::columns).collect();
    columns.sort_unstable();
    columns.dedup();
    let worded = |column: &&usize| {
        let cells: Vec<&Row> = rows.iter().filter(|row| row.columns().contains(column)).collect();
        let labels = cells.iter().filter(|row| row.is_label(**column)).count();
        cells.len() * 5 >= wide * 2 && labels * 10 <= cells.len() * 7
    };
    let needed = match columns.len() {
        _ if goes_on => 1,
        ..=2 => 3,
        _ => 2,
    };
    let runs_on = rows.iter().filter(|row| row.runs_on()).count();
    let lines: usize = rows.iter().map(Row::len).sum();
    let cells: usize = rows.iter().map(|row| row.columns().len()).sum();
    wide >= needed
        && wide * 2 >= rows.len()
        && runs_on * 3 <= wide
        && columns.iter().filter(worded).count() > 1
        && (columns.len() > 2 || lines <= cells * LONG_CELL)
}

/// Cuts strips in the reach of a grid where they run from one of its columns into the next.
fn cut(strips: &mut Vec<Strip>, grid: &Grid) {
    let mut out = Vec::with_capacity(strips.len());
    for mut strip in strips.drain(..) {
        while grid.cell(&strip).is_some() {
            let stripe = |gap: &super::gap::Gap| grid.columns.iter().any(|edge| gap.from < *edge && *edge < gap.to);
            let Some((first, second)) = strip.cut_at_gap(stripe) else { break };
            out.push(first);
            strip = second;
        }
        out.push(strip);
    }
    *strips = out;
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::tests::{ONE, TWO, at, blocks, lines, pdf};
    use crate::text::MarkKind;

    const COLUMNS: [f32; 3] = [50.0, 180.0, 310.0];

    /// Lines of nine points in a column.
    fn cell(column: usize, y: f32, lines: &[&str]) -> String {
        (0_u8..)
            .zip(lines)
            .map(|(i, line)| at(COLUMNS[column], y - 11.0 * f32::from(i), 9.0, line))
            .collect()
    }

    fn header() -> String {
        [(50, "Action"), (180, "Lead"), (310, "When")]
            .iter()
            .map(|(x, word)| format!("BT /B 9 Tf {x} 520 Td ({word}) Tj ET\n"))
            .collect()
    }

    const AUDIT: [&str; 3] = ["Audit of forty records", "in each of the teams, with", "the results to the board."];

    /// Two rows under a header, printed cell by cell.
    fn plan() -> String {
        header()
            + &cell(0, 500.0, &AUDIT)
            + &cell(1, 500.0, &["Head of", "Safeguarding"])
            + &cell(2, 500.0, &["May 2022"])
            + &cell(0, 460.0, &["Tell the named GP."])
            + &cell(1, 460.0, &["Named nurse"])
            + &cell(2, 460.0, &["June 2022"])
    }

    /// The rows of cells, each cell with its column.
    fn rows(pages: &[String]) -> Vec<Vec<(u32, String)>> {
        let mut rows: Vec<(u32, Vec<(u32, String)>)> = Vec::new();
        for (kind, words) in blocks(&pdf(pages)) {
            let MarkKind::Cell { row, column, .. } = kind else { continue };
            match rows.last_mut().filter(|last| last.0 == row) {
                Some(last) => last.1.push((column, words)),
                None => rows.push((row, vec![(column, words)])),
            }
        }
        rows.into_iter().map(|row| row.1).collect()
    }

    fn words(pages: &[String]) -> Vec<Vec<String>> {
        let cells = |row: Vec<(u32, String)>| row.into_iter().map(|cell| cell.1).collect();
        rows(pages).into_iter().map(cells).collect()
    }

    fn wanted() -> Vec<Vec<String>> {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        vec![
            row(["Action", "Lead", "When"]),
            row([&AUDIT.join(" "), "Head of Safeguarding", "May 2022"]),
            row(["Tell the named GP.", "Named nurse", "June 2022"]),
        ]
    }

    #[test]
    fn cells_without_rules_are_rows_wherever_they_stand_in_them() {
        assert_eq!(words(&[plan()]), wanted());
        let middle = header()
            + &cell(0, 500.0, &AUDIT)
            + &cell(1, 494.5, &["Head of", "Safeguarding"])
            + &cell(2, 489.0, &["May 2022"])
            + &cell(0, 460.0, &["Tell the named GP."])
            + &cell(1, 460.0, &["Named nurse"])
            + &cell(2, 460.0, &["June 2022"]);
        assert_eq!(words(&[middle]), wanted(), "set in the middle");
        let ruled = plan() + "50 512 m 380 512 l S 50 471 m 380 471 l S 50 450 m 380 450 l S\n";
        assert_eq!(words(&[ruled]), wanted(), "with level rules");
        let around = lines(560.0, &["The plan of May was agreed", "at the board."]) + &plan() + &lines(430.0, &["Next steps", ONE, TWO]);
        assert_eq!(words(&[around]), wanted(), "between captions and prose");
    }

    #[test]
    fn empty_cells_keep_their_columns_and_close_ones_come_apart() {
        let empty = plan().replace("Named nurse", " ");
        let found = rows(&[empty]);
        assert_eq!(found[2].iter().map(|cell| cell.0).collect::<Vec<_>>(), [0, 2]);
        // A cell that its words fill ends less than a word's width before the next.
        let full = plan() + &cell(0, 440.0, &["Ring the school nurses for it"]) + &cell(1, 440.0, &["School"]) + &cell(2, 440.0, &["Now"]);
        assert_eq!(words(&[full])[3], ["Ring the school nurses for it", "School", "Now"]);
    }

    #[test]
    fn rows_printed_line_by_line_are_told_by_gaps() {
        let line = |y: f32, words: [&str; 3]| (0..3).map(|i| cell(i, y, &[words[i]])).collect::<String>();
        let page = line(520.0, ["Action", "Lead", "When"])
            + &line(500.0, [AUDIT[0], "Head of", "May 2022"])
            + &cell(0, 489.0, &AUDIT[1..2])
            + &cell(1, 489.0, &["Safeguarding"])
            + &cell(0, 478.0, &AUDIT[2..])
            + &line(460.0, ["Tell the named GP.", "Named nurse", "June 2022"]);
        assert_eq!(words(&[page]), wanted());
    }

    #[test]
    fn a_table_goes_on_over_the_page_with_one_row_and_over_a_title() {
        let last = cell(0, 560.0, &["Ask each school twice,", "in May and in June."])
            + &cell(1, 560.0, &["Education"])
            + &cell(2, 560.0, &["July 2022"]);
        let found = words(&[plan(), last]);
        assert_eq!(found[3], ["Ask each school twice, in May and in June.", "Education", "July 2022"]);
        let title = at(
            50.0,
            440.0,
            9.0,
            "Recommendation 2: the board should know who saw each child and when they did",
        );
        let more = cell(0, 420.0, &["List all visits", "of the year."])
            + &cell(1, 420.0, &["Team manager"])
            + &cell(2, 420.0, &["May 2023"])
            + &cell(0, 390.0, &["Send it round."])
            + &cell(1, 390.0, &["Clerk"])
            + &cell(2, 390.0, &["June 2023"]);
        let found = words(&[plan() + &title + &more]);
        assert_eq!(found.len(), 6, "{found:?}");
        assert_eq!(found[3].len(), 1);
        assert_eq!(found[5], ["Send it round.", "Clerk", "June 2023"]);
    }

    #[test]
    fn values_that_come_again_at_the_heads_of_pages_stay_in_their_rows() {
        let page = |n: u32| {
            let row = |y: f32, row: u32| {
                cell(0, y, &[&format!("Visit {} to the home", 7 * row * row)])
                    + &cell(1, y, &[&format!("Worker {}", row * row + 3)])
                    + &cell(2, y, &["Completed"])
            };
            (0_u8..4)
                .map(|i| row(560.0 - 30.0 * f32::from(i), 4 * n + u32::from(i)))
                .collect::<String>()
        };
        let found = words(&[page(1), page(2), page(3), page(4)]);
        assert_eq!(found.len(), 16);
        assert!(found.iter().all(|row| row.len() == 3 && row[2] == "Completed"), "{found:?}");
    }

    #[test]
    fn what_white_stripes_part_is_not_always_a_table() {
        let left = [
            "The panel met four times",
            "in May and heard from all",
            "the bodies that knew the",
            "family. It read records of",
        ];
        let right = [
            "visits and spoke with two",
            "of the nurses. A diary",
            "showed that the children",
            "were seldom at home.",
        ];
        let columns = cell(0, 500.0, &left) + &cell(0, 440.0, &right) + &cell(1, 500.0, &right) + &cell(1, 440.0, &left);
        let three = columns.clone() + &cell(2, 500.0, &left) + &cell(2, 440.0, &right);
        let hung = |label: &str, y: f32| at(50.0, y, 9.0, label) + &at(90.0, y, 9.0, ONE) + &at(90.0, y - 11.0, 9.0, TWO);
        let numbered = hung("7.1.2", 500.0) + &hung("7.1.3", 470.0) + &hung("7.1.4", 440.0) + &hung("7.1.5", 410.0);
        let coded = numbered.replace("7.1.", "AP");
        let worded = numbered.replace("7.1.", "KLOE ");
        let lettered = hung("\\(a\\)", 500.0) + &hung("\\(b\\)", 470.0) + &hung("\\(c\\)", 440.0);
        let entry = |y: f32, title: &str, page: &str| at(50.0, y, 9.0, title) + &at(350.0, y, 9.0, page);
        let contents = entry(500.0, "Introduction", "3") + &entry(485.0, "The family", "5") + &entry(470.0, "Findings", "9");
        let aside =
            cell(2, 494.0, &["Nobody asked", "me what I", "knew."]) + &at(50.0, 500.0, 9.0, &ONE[..40]) + &at(50.0, 489.0, 9.0, &ONE[..42]);
        let signed = cell(0, 500.0, &["Signed: A. Finch"]) + &cell(2, 500.0, &["Date: 4 May"]) + &lines(470.0, &[ONE, TWO]);
        for (name, page) in [
            ("two columns", columns),
            ("three columns", three),
            ("numbers", numbered),
            ("codes", coded),
            ("worded numbers", worded),
            ("letters", lettered),
            ("contents", contents),
            ("an aside", aside),
            ("a signature", signed),
            ("prose", lines(500.0, &[ONE, TWO, ONE, TWO])),
        ] {
            assert_eq!(rows(&[page]), Vec::<Vec<(u32, String)>>::new(), "{name}");
        }
    }
}
