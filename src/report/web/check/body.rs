//! The `Body` is the document itself on its page: its headings, paragraphs, lists and tables as such, its words marked in place.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::document::{Cell, Zone};
use crate::report::web::Plain;
use crate::text::Span;

use super::runs::left_over;
use super::sheet::Sheet;
use super::sweep::Sweep;

/// Empty cells that are written before a cell, at most: no table of people has more columns.
const WIDEST: u32 = 32;
/// The level of the document's first headings, below those of the page.
const FIRST: u8 = 3;

/// What holds the block that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Plain,
    List,
    /// A table, by its number.
    Table(u32),
}

/// How large a table is.
#[derive(Clone, Copy, Default)]
struct Size {
    columns: u32,
    rows: u32,
}

/// The document while it is written.
pub(super) struct Body<'a> {
    sheet: &'a Sheet<'a>,
    sweep: Sweep<'a>,
    sizes: HashMap<u32, Size>,
    frame: Frame,
    /// The last cell that was opened in the table that is open.
    cell: Option<Cell>,
    /// The block that is open, and the tag that ends it.
    block: Option<(u32, &'static str)>,
    /// The blocks that have been opened once.
    opened: Vec<bool>,
    /// The level of the last heading.
    level: u8,
}

/// Writes the document of `sheet`.
pub(super) fn write(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    let blocks = &sheet.view.scan.document.blocks;
    let mut body = Body {
        sheet,
        sweep: Sweep::new(sheet),
        sizes: sizes(sheet),
        frame: Frame::Plain,
        cell: None,
        block: None,
        opened: vec![false; blocks.len()],
        level: FIRST - 1,
    };
    let end = sheet.view.scan.text.content.len() as u32;
    let runs = &sheet.runs.0;
    let mut before = 0;
    for (at, run) in runs.iter().enumerate() {
        body.between(Span::new(before, run.span.start), Some(run.block), out)?;
        body.enter(run.block, run.span.start, out)?;
        let next = runs.get(at + 1).map_or(end, |next| next.span.start);
        body.sweep.words(run.span, next, out)?;
        before = run.span.end;
    }
    body.between(Span::new(before, end), None, out)?;
    body.leave(out)?;
    body.reframe(Frame::Plain, out)?;
    body.sweep.rest(out)
}

fn sizes(sheet: &Sheet<'_>) -> HashMap<u32, Size> {
    let mut sizes: HashMap<u32, Size> = HashMap::new();
    for cell in sheet.view.scan.document.blocks.iter().filter_map(|block| block.cell) {
        let size = sizes.entry(cell.table).or_default();
        size.columns = size.columns.max(cell.column + 1);
        size.rows = size.rows.max(cell.row + 1);
    }
    sizes
}

impl Body<'_> {
    /// Writes what stands between two runs and belongs to no block: running lines, printed numbers of pages.
    fn between(&mut self, gap: Span, next: Option<u32>, out: &mut impl Write) -> io::Result<()> {
        let Some(words) = left_over(self.sheet.view, gap) else {
            return Ok(());
        };
        let words = words.trim().replace(['\u{b}', '\u{c}'], " ");
        if self.block.is_some_and(|(block, _)| next == Some(block)) {
            return write!(out, " <span class=\"printed\">{}</span> ", Plain(&words));
        }
        self.leave(out)?;
        match (self.frame, next) {
            (Frame::Table(table), Some(next)) if self.frame_of(next) == self.frame => {
                let columns = self.sizes[&table].columns.min(WIDEST);
                self.end_row(out)?;
                write!(out, "<tr><td colspan=\"{columns}\" class=\"printed\">{}</td></tr>", Plain(&words))
            }
            _ => {
                self.reframe(Frame::Plain, out)?;
                writeln!(out, "<p class=\"printed\">{}</p>", Plain(&words))
            }
        }
    }

    fn frame_of(&self, block: u32) -> Frame {
        let block = &self.sheet.view.scan.document.blocks[block as usize];
        match (block.cell, block.zone) {
            (Some(cell), _) => Frame::Table(cell.table),
            (None, Zone::List) => Frame::List,
            _ => Frame::Plain,
        }
    }

    /// Opens the element of `block`, whose words go on at the byte at `at`.
    fn enter(&mut self, block: u32, at: u32, out: &mut impl Write) -> io::Result<()> {
        if self.block.is_some_and(|(open, _)| open == block) {
            return Ok(());
        }
        self.leave(out)?;
        self.reframe(self.frame_of(block), out)?;
        if self.frame == Frame::Plain
            && let Some(page) = self.sweep.turned(at)
        {
            writeln!(out, "<p class=\"page\">page {page}</p>")?;
        }
        let again = std::mem::replace(&mut self.opened[block as usize], true);
        let (tag, end) = self.tag(block, out)?;
        write!(out, "<{tag}")?;
        if !again {
            write!(out, " id=\"b{block}\"")?;
        }
        write!(out, ">")?;
        self.block = Some((block, end));
        let document = &self.sheet.view.scan.document;
        match document.fold.label(document.blocks[block as usize].span) {
            Some(label) if !again => write!(out, "<span class=\"label\">{}</span> ", Plain(document.fold.slice(label).trim())),
            _ => Ok(()),
        }
    }

    /// The tag with its attributes that opens `block`, and the one that ends it.
    fn tag(&mut self, block: u32, out: &mut impl Write) -> io::Result<(&'static str, &'static str)> {
        let block = &self.sheet.view.scan.document.blocks[block as usize];
        if let Some(cell) = block.cell {
            self.row(cell, out)?;
            let heads = cell.header && self.sizes[&cell.table].rows > 1;
            return Ok(if heads { ("th scope=\"col\"", "th") } else { ("td", "td") });
        }
        Ok(match block.zone {
            Zone::Heading => {
                self.level = (FIRST - 1 + block.level.max(1)).min(self.level + 1).min(6);
                match self.level {
                    3 => ("h3", "h3"),
                    4 => ("h4", "h4"),
                    5 => ("h5", "h5"),
                    _ => ("h6", "h6"),
                }
            }
            Zone::List => ("li", "li"),
            Zone::Quote => ("blockquote", "blockquote"),
            Zone::Footnote => ("p class=\"foot\"", "p"),
            Zone::Contents => ("p class=\"toc\"", "p"),
            Zone::Paragraph | Zone::Table => ("p", "p"),
        })
    }

    /// Begins the row of `cell` unless it is open, and fills the columns that it leaves out.
    fn row(&mut self, cell: Cell, out: &mut impl Write) -> io::Result<()> {
        let goes_on = self.cell.is_some_and(|last| last.row == cell.row && last.column < cell.column);
        let from = match self.cell {
            Some(last) if goes_on => last.column + 1,
            _ => {
                self.end_row(out)?;
                write!(out, "<tr>")?;
                0
            }
        };
        for _ in from..cell.column.min(from + WIDEST) {
            write!(out, "<td></td>")?;
        }
        self.cell = Some(cell);
        Ok(())
    }

    fn end_row(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.cell.take().map_or(Ok(()), |_| writeln!(out, "</tr>"))
    }

    fn leave(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.block.take() {
            Some((_, end)) if matches!(self.frame, Frame::Table(_)) => write!(out, "</{end}>"),
            Some((_, end)) => writeln!(out, "</{end}>"),
            None => Ok(()),
        }
    }

    /// Closes the list or table that is open, and opens that of `frame`, unless they are the same.
    fn reframe(&mut self, frame: Frame, out: &mut impl Write) -> io::Result<()> {
        if frame == self.frame {
            return Ok(());
        }
        match self.frame {
            Frame::Plain => {}
            Frame::List => writeln!(out, "</ul>")?,
            Frame::Table(_) => {
                self.end_row(out)?;
                writeln!(out, "</tbody></table></div>")?;
            }
        }
        self.frame = frame;
        match frame {
            Frame::Plain => Ok(()),
            Frame::List => writeln!(out, "<ul>"),
            Frame::Table(table) => writeln!(
                out,
                "<div class=\"region\" role=\"group\" tabindex=\"0\" aria-label=\"Table {} of the document\"><table><tbody>",
                table + 1
            ),
        }
    }
}
