//! Layout is how a plain text shows its blocks: blank lines, short lines, bullets, numbers, columns.
//! It turns lines into drafts; nothing here reads a word for its meaning.

use super::columns::{BLANKS, cells, is_number, is_row_mark, numbers_paragraphs, starts};
use super::draft::Draft;
use super::label;
use super::line::{self, Line};
use super::running;
use super::{Cell, Zone};
use super::{grid, stack};
use crate::text::Span;

/// Lines longer than this are not wrapped by hand: each is a paragraph of its own.
const WIDEST_WRAP: usize = 140;

/// A line shorter than this share of the widest line around it ended on purpose.
const FULL_LINE: f32 = 0.72;

/// Lines of a title that may stand close above a table.
const TITLE_LINES: usize = 2;

/// Fewer lines with another close below them than this tell nothing of a text's width.
const FEWEST_WRAPPED: usize = 12;

/// A line shorter than this, in a text that is not wrapped by hand, is a line of its own.
const LONG_LINE: usize = 60;

/// A line longer than this between two rows is no page number or running line.
const LONGEST_INTERLUDE: usize = 100;

/// The drafts of a plain text, page numbers left out, in reading order, with whether a page began before each.
pub(super) fn drafts(content: &str) -> Vec<Draft> {
    let lines = running::without_running(line::lines(content));
    let mut layout = Layout {
        drafts: Vec::new(),
        table: None,
        suspended: None,
        tables: 0,
        numbered: [numbers_paragraphs(&lines, "\t"), numbers_paragraphs(&lines, BLANKS)],
        measure: measure(&lines),
    };
    let mut at = 0;
    while at < lines.len() {
        let chunk_end = (at + 1..lines.len()).find(|&i| lines[i].gap).unwrap_or(lines.len());
        let set = (at..chunk_end).find_map(|i| Some((i, grid::open(&lines[i..])?)));
        match set.or_else(|| Some((at, stack::open(&lines[at..])?))) {
            Some((titles, grid)) => {
                layout.chunk(&lines[at..titles]);
                layout.grid(&grid);
                at = titles + grid.lines;
            }
            None => {
                layout.chunk(&lines[at..chunk_end]);
                at = chunk_end;
            }
        }
    }
    layout.drafts
}

struct Layout {
    drafts: Vec<Draft>,
    table: Option<OpenTable>,
    /// A table cut by a page number or a running line: a row that opens with an empty cell goes on with it.
    suspended: Option<OpenTable>,
    tables: u32,
    /// Whether a number and a tab, and whether a number and blanks open a paragraph, not a row.
    numbered: [bool; 2],
    /// The width the whole text is set to; `None` when its lines end where their paragraphs do.
    measure: Option<usize>,
}

/// The table that the next lines may belong to.
struct OpenTable {
    number: u32,
    rows: u32,
    columns: usize,
    /// Drafts of the last row, by column; a later line may go on with them.
    last_row: Vec<Option<usize>>,
    /// Where the cells of the last row begin in their line, in a table that is set by blanks.
    starts: Vec<usize>,
}

impl Layout {
    /// A table set by blanks under its titles.
    fn grid(&mut self, grid: &grid::Grid) {
        (self.table, self.suspended) = (None, None);
        let mut number = 0;
        for row in &grid.rows {
            match row {
                grid::Row::Cells(cells) => {
                    self.grid_row(cells, number);
                    number += 1;
                }
                grid::Row::Banner(span) => self.drafts.push(Draft {
                    gap: true,
                    ..Draft::new(Zone::Paragraph, *span)
                }),
            }
        }
        self.tables += 1;
    }

    /// A row of a table set by blanks.
    fn grid_row(&mut self, cells: &[Vec<Span>], row: u32) {
        for (column, pieces) in (0..).zip(cells) {
            let Some((&first, others)) = pieces.split_first() else { continue };
            let place = Cell {
                table: self.tables,
                row,
                column,
                header: row == 0,
            };
            let mut draft = Draft {
                cell: Some(place),
                ..Draft::new(Zone::Table, first)
            };
            draft.segments.extend(others);
            self.drafts.push(draft);
        }
    }

    /// One run of lines without a blank line between them; a title may stand close above a table.
    fn chunk(&mut self, lines: &[Line<'_>]) {
        if lines.is_empty() {
            return;
        }
        let title = lines
            .iter()
            .take(TITLE_LINES + 1)
            .position(|l| self.cells(l).is_some())
            .unwrap_or(0);
        let rows = lines[title..].iter().filter(|l| self.cells(l).is_some()).count();
        if title > 0 && rows >= 3 && rows * 2 > lines.len() {
            self.run(&lines[..title]);
            self.run(&lines[title..]);
        } else {
            self.run(lines);
        }
    }

    /// Lines that are all paragraphs or all a table.
    fn run(&mut self, lines: &[Line<'_>]) {
        if !self.is_table(lines) {
            let interlude = matches!(lines, [only] if only.text.len() <= LONGEST_INTERLUDE);
            self.suspended = self.table.take().or(self.suspended.take()).filter(|_| interlude);
            return self.paragraphs(lines);
        }
        if lines[0].text.starts_with('\t') {
            self.table = self.table.take().or(self.suspended.take());
        } else if !self.is_open_to(&lines[0]) {
            self.table = None;
        }
        for line in lines {
            match self.cells(line) {
                Some(cells) => self.row(line, &cells),
                // Of a row whose other cells are empty, its tabs alone are left.
                None if line.trails && self.open_cell().is_none() && !line.text.starts_with('\t') => self.short_row(line),
                None => self.go_on_in_cell(line),
            }
        }
    }

    /// Whether the open table goes on with `line`, which stands after a blank line: it has as many columns.
    fn is_open_to(&self, line: &Line<'_>) -> bool {
        self.table
            .as_ref()
            .is_some_and(|table| cells(line, false).is_some_and(|cells| cells.len() == table.columns))
    }

    /// Whether `line` is a number, a tab and a paragraph, and no row of the open table.
    fn opens_paragraph(&self, line: &Line<'_>) -> bool {
        let gap = if line.text.contains('\t') { "\t" } else { BLANKS };
        let number = line.text.split_once(gap).filter(|(_, rest)| !rest.contains(gap));
        self.is_numbered(line) && number.is_some_and(|(first, _)| is_number(first.trim())) && !self.is_open_to(line)
    }

    /// Whether a number opens a paragraph in lines set as `line` is.
    fn is_numbered(&self, line: &Line<'_>) -> bool {
        self.numbered[usize::from(!line.text.contains('\t'))]
    }

    fn cells(&self, line: &Line<'_>) -> Option<Vec<Span>> {
        let found = cells(line, self.open_cell().is_some())?;
        // "Finding One   Refusal was taken for choice" is a heading.
        let head = || label::label_head(&line.text[..found[0].len() as usize]).is_some();
        if found.len() == 2 && self.table.is_none() && !line.text.contains(['\t', '|']) && head() {
            return None;
        }
        let wide = self.table.as_ref().is_some_and(|t| t.columns > 2);
        let prose = self.is_numbered(line) && !wide && found.len() == 2 && is_number(&line.text[..found[0].len() as usize]);
        (!prose).then_some(found)
    }

    /// A chunk is a table when its lines have columns, most of them; a single such line goes on with an open table, or
    /// opens one that the next chunk must carry on.
    fn is_table(&self, lines: &[Line<'_>]) -> bool {
        let rows = lines.iter().filter(|l| self.cells(l).is_some()).count();
        let first_has_columns = lines.first().is_some_and(|l| self.cells(l).is_some());
        let prose = lines.first().is_some_and(|l| self.opens_paragraph(l));
        !prose && rows > 0 && first_has_columns && (self.table.is_some() || rows * 3 >= lines.len())
    }

    /// A line with columns: a row of its own, or more of the row before it, whose last cell ran over several lines.
    fn row(&mut self, line: &Line<'_>, cells: &[Span]) {
        if self.go_on_below(line, cells) {
            return;
        }
        if let Some(&open) = self
            .open_cell()
            .as_ref()
            .filter(|&&open| !cells.is_empty() && !self.opens_row(line, cells, open))
        {
            self.fill(open, cells);
            return;
        }
        let table = self.table.get_or_insert_with(|| {
            self.tables += 1;
            OpenTable {
                number: self.tables - 1,
                rows: 0,
                columns: cells.len(),
                last_row: Vec::new(),
                starts: Vec::new(),
            }
        });
        let goes_on = table.rows > 0 && cells.first().is_some_and(|c| c.is_empty());
        if !goes_on {
            table.rows += 1;
            table.last_row = vec![None; cells.len().max(table.columns)];
            table.starts = starts(line, cells);
        }
        self.fill(0, cells);
    }

    /// A row of one cell, whose other cells are empty: nothing goes on with it.
    fn short_row(&mut self, line: &Line<'_>) {
        self.row(line, &[line.span]);
        self.table.iter_mut().for_each(|table| table.last_row.clear());
    }

    /// Whether `line` is a row of its own, though the row before it has cells to come: its first cell is a mark of a row, or it
    /// fills every column.
    fn opens_row(&self, line: &Line<'_>, cells: &[Span], open: usize) -> bool {
        const LONGEST_MARK: usize = 6;
        let first = cells.first().map_or("", |cell| {
            let at = (cell.start - line.span.start) as usize;
            line.text.get(at..at + cell.len() as usize).unwrap_or("")
        });
        let short = first.len() <= LONGEST_MARK && first.bytes().any(|b| b.is_ascii_digit());
        let full = open > 0 && self.table.as_ref().is_some_and(|table| cells.len() == table.columns) && !first.is_empty();
        is_row_mark(line) || short || full || label::label_head(first).is_some()
    }

    /// Lets the last row go on where each piece of an indented line stands under one of its cells; whether it did.
    fn go_on_below(&mut self, line: &Line<'_>, pieces: &[Span]) -> bool {
        let Some(table) = self.table.as_ref().filter(|t| t.rows > 1) else {
            return false;
        };
        let under = |start: usize| table.starts.iter().rposition(|&cell| cell.abs_diff(start) <= 1);
        let columns: Vec<usize> = starts(line, pieces).into_iter().map_while(under).collect();
        let all = !columns.is_empty() && columns.len() == pieces.len() && columns[0] > 0;
        if all {
            for (&column, &piece) in columns.iter().zip(pieces) {
                self.fill(column, &[piece]);
            }
        }
        all
    }

    /// The column of the last row's last cell, when columns are still to come.
    fn open_cell(&self) -> Option<usize> {
        let table = self.table.as_ref().filter(|t| t.rows > 1)?;
        table
            .last_row
            .iter()
            .rposition(Option::is_some)
            .filter(|last| last + 1 < table.columns)
    }

    /// Lets the last row go on: the first piece belongs to its open cell, the others to the columns after it.
    fn fill(&mut self, open: usize, cells: &[Span]) {
        let Some(table) = self.table.as_mut() else { return };
        for (i, &cell) in cells.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
            match table.last_row.get(open + i).copied().flatten() {
                Some(draft) => self.drafts[draft].segments.push(cell),
                None => {
                    if let Some(slot) = table.last_row.get_mut(open + i) {
                        *slot = Some(self.drafts.len());
                    }
                    let place = Cell {
                        table: table.number,
                        row: table.rows - 1,
                        column: (open + i) as u32,
                        header: false,
                    };
                    self.drafts.push(Draft {
                        cell: Some(place),
                        ..Draft::new(Zone::Table, cell)
                    });
                }
            }
        }
    }

    /// A line without columns inside a table goes on with the last cell of the row before it.
    fn go_on_in_cell(&mut self, line: &Line<'_>) {
        if self.go_on_below(line, &[line.span]) {
            return;
        }
        let last = self.table.as_ref().and_then(|t| t.last_row.iter().rev().flatten().next().copied());
        match last {
            Some(draft) => self.drafts[draft].segments.push(line.span),
            None => self.drafts.push(Draft::new(Zone::Paragraph, line.span)),
        }
    }

    fn paragraphs(&mut self, lines: &[Line<'_>]) {
        let widest = || lines.iter().map(|l| l.text.len()).filter(|&w| w <= WIDEST_WRAP).max().unwrap_or(0);
        let width = self.measure.unwrap_or_else(widest);
        let mut first = "";
        for (i, line) in lines.iter().enumerate() {
            // Below a line that opens with a date, one that opens with another so set is the next of a list.
            let wrapped = i > 0
                && !line::are_dated(first, line.text)
                && is_wrap(&lines[i - 1], line, width)
                && (self.measure.is_some() || runs_on(&lines[i - 1], line) || line::is_cut(&lines[i - 1], line));
            if let (true, Some(draft)) = (wrapped, self.drafts.last_mut()) {
                extend(draft, line);
                continue;
            }
            first = line.text;
            let zone = if line::bullet_len(line.text) > 0 {
                Zone::List
            } else {
                Zone::Paragraph
            };
            self.drafts.push(Draft {
                gap: line.gap,
                page: line.page,
                ..Draft::new(zone, line.span)
            });
        }
    }
}

/// Takes a wrapped line into the draft: the line end inside it stays for the fold to judge.
fn extend(draft: &mut Draft, line: &Line<'_>) {
    match draft.segments.last_mut() {
        Some(last) if !line.page => last.end = line.span.end,
        _ => draft.segments.push(line.span),
    }
}

/// The width that a text was wrapped to by hand: where most lines with another close below them come near one length.
fn measure(lines: &[Line<'_>]) -> Option<usize> {
    let inner = lines
        .windows(2)
        .filter(|pair| !pair[1].gap && !pair[0].text.contains('\t'))
        .map(|pair| pair[0].text.len());
    let mut lengths: Vec<usize> = inner.collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 9 / 10).filter(|_| lengths.len() >= FEWEST_WRAPPED)?;
    let full = lengths.iter().filter(|&&length| length as f32 >= FULL_LINE * width as f32).count();
    ((40..=WIDEST_WRAP).contains(&width) && full * 2 > lengths.len()).then_some(width)
}

/// In a text that is not wrapped by hand, whether two close lines may still be one paragraph: the first is long and
/// breaks off, or the second opens with a small letter.
fn runs_on(previous: &Line<'_>, line: &Line<'_>) -> bool {
    line::goes_on(line.text)
        || line::is_number_alone(previous.text)
        || line::awaits_number(previous.text) && !line::is_parent(previous.text, line.text)
        || (previous.text.len() >= LONG_LINE && !line::ends_sentence(previous.text))
}

/// Whether `line` goes on with the paragraph of `previous`, for lines set to `width` bytes.
fn is_wrap(previous: &Line<'_>, line: &Line<'_>, width: usize) -> bool {
    let counts = || line.text.starts_with(|c: char| c.is_ascii_digit()) || line::opens_with_number_word(line.text);
    let awaits = || line::awaits_number(previous.text) && counts() && !line::is_parent(previous.text, line.text);
    if line::is_number_alone(previous.text) || awaits() || line::ends_with_label(previous, line) {
        return true;
    }
    let full = previous.text.len() as f32 >= FULL_LINE * width as f32 && width >= 40;
    // Inside a full paragraph a colon after a few words is a sentence, not a form.
    let opens = if full {
        line::opens_marked(line.text)
    } else {
        line::opens_block(line.text)
    };
    if opens || line::is_page_number(line.text) || line::is_page_number(previous.text) {
        return false;
    }
    if previous.text.len() > WIDEST_WRAP {
        return line::goes_on(line.text) && !line::ends_sentence(previous.text);
    }
    full || line::is_cut(previous, line) || (line::goes_on(line.text) && !line::ends_sentence(previous.text))
}

#[cfg(test)]
mod tests {
    use super::drafts;

    fn blocks(content: &str) -> Vec<String> {
        let shown = |d: &super::Draft| d.segments.iter().map(|s| &content[s.range()]).collect::<Vec<_>>().join(" / ");
        drafts(content).iter().map(|d| shown(d).replace('\n', " ")).collect()
    }

    #[test]
    fn lines_of_minutes_stay_apart_and_wrapped_ones_join() {
        let minutes = "Present\nAnn Lee, Chair\nTom Hay, GP\n\nSD to ring the school nurse about the plan for the holidays by 3 May.\nHV to weigh the baby.\n";
        assert_eq!(blocks(minutes).len(), 5);
        let line = "the health visitor saw the mother and both children at home that";
        let wrapped = format!("{}\n\nA short end\nof it.\n", [line; 14].join("\n"));
        assert_eq!(blocks(&wrapped).len(), 2, "{:?}", blocks(&wrapped));
    }

    #[test]
    fn cells_run_over_lines_and_pages() {
        let table = "No\tAction\tWho\n1\tVisit\tHV\n2\tMap of\n  the family\tSW\n";
        assert_eq!(
            blocks(table),
            ["No", "Action", "Who", "1", "Visit", "HV", "2", "Map of / the family", "SW"]
        );
        let aligned = "Ref  Action                 Lead      By\nA1   Fit a chain and show     Ms Rao    3 May\n     her how it is used\nA10  New bedding              Fire      4 May\n     on the bed               (Mr Coe)\n";
        assert_eq!(
            blocks(aligned)[4..],
            [
                "A1",
                "Fit a chain and show / her how it is used",
                "Ms Rao",
                "3 May",
                "A10",
                "New bedding / on the bed",
                "Fire / (Mr Coe)",
                "4 May"
            ]
        );
        let empty = "Action\tWho\tBy\nVisit\tHV\t3 May\nSupport for Irene\t\t\nRing\tSW\t4 May\n";
        assert_eq!(blocks(empty)[6..], ["Support for Irene", "Ring", "SW", "4 May"]);
        let cut = "5.1.15\tSeen at\n6.1.15\tNot seen by\n\n\tthe nurse\n";
        assert_eq!(blocks(cut), ["5.1.15", "Seen at", "6.1.15", "Not seen by / the nurse"]);
    }
}
