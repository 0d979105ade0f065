//! Tables on the `Walk`: rows, cells, and what is repeated of them.

use super::{Frame, Walk};
use crate::input::ReadError;
use crate::input::bounds::{MIB, REPEATED};
use crate::input::flow::Done;
use crate::input::table::{self, Table};
use crate::input::xml::Tag;
use crate::text::MarkKind;

/// The most columns of a grid that are told apart.
const MOST_COLUMNS: u32 = 1024;

/// A row or a cell that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// How many times it stands there.
    times: u32,
    /// How many paragraphs were done before it.
    from: usize,
}

impl<'x> Walk<'x, '_> {
    /// What the start of an element of a table does.
    pub(super) fn grid(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        let times = |name: &str| tag.any_number(name).unwrap_or(1_u32).max(1);
        Ok(Some(match tag.local {
            "table" => {
                self.flush();
                self.tables.push(Table::new());
                Frame::Table(std::mem::take(&mut self.header))
            }
            "table-column" => {
                if let Some(table) = self.tables.last_mut() {
                    let columns = times("number-columns-repeated");
                    table.columns = table.columns.saturating_add(columns).min(MOST_COLUMNS);
                }
                Frame::Plain(false)
            }
            "table-header-rows" => {
                self.header = true;
                Frame::HeaderRows
            }
            "table-row" => {
                let header = self.header;
                if let Some(table) = self.tables.last_mut() {
                    table.begin_row();
                    table.row_facts(header, 0);
                }
                table::number(&mut self.tables, &mut self.table);
                Frame::Row(self.place(times("number-rows-repeated")))
            }
            "table-cell" => {
                if let Some(table) = self.tables.last_mut() {
                    table.begin_cell();
                    table.cell_covers(times("number-columns-spanned"));
                }
                let around = std::mem::take(&mut self.counter.around);
                Frame::Cell(self.place(times("number-columns-repeated")), around)
            }
            "covered-table-cell" => {
                if let Some(table) = self.tables.last_mut() {
                    table.pass(times("number-columns-repeated"));
                }
                return self.skip();
            }
            "table-rows" | "table-row-group" | "table-columns" | "table-column-group" | "table-header-columns" => Frame::Plain(false),
            _ => return self.skip(),
        }))
    }

    fn place(&self, times: u32) -> Place {
        Place {
            times,
            from: self.done.len(),
        }
    }

    pub(super) fn end_cell(&mut self, place: Place) -> Result<(), ReadError> {
        self.repeat(place, |column, _, by| *column = column.saturating_add(by))?;
        if let Some(table) = self.tables.last_mut() {
            table.end_cell();
            table.pass(place.times - 1);
        }
        Ok(())
    }

    pub(super) fn end_row(&mut self, place: Place) -> Result<(), ReadError> {
        self.repeat(place, |_, row, by| *row = row.saturating_add(by))?;
        if let Some(table) = self.tables.last_mut() {
            table.end_row();
            table.pass_rows(place.times - 1);
        }
        Ok(())
    }

    /// Adds what was done since `place` began as many times more as it says, each time `moved` on, within a numbered table of
    /// the body.
    fn repeat(&mut self, place: Place, moved: impl Fn(&mut u32, &mut u32, u32)) -> Result<(), ReadError> {
        let is_own = self.tables.last().is_some_and(|table| table.number.is_some());
        if place.times == 1 || !is_own || !self.writings.is_empty() || self.note.is_some() {
            return Ok(());
        }
        let cells: Vec<Done> = self.done.get(place.from..).unwrap_or_default().to_vec();
        let once: usize = cells.iter().map(|done| done.text.len() + 1).sum();
        let added = once.saturating_mul(place.times as usize - 1);
        self.repeated = self.repeated.saturating_add(added);
        REPEATED.hold((self.repeated as u64).div_ceil(MIB))?;
        for by in 1..place.times {
            if cells.is_empty() {
                break;
            }
            for done in &cells {
                let mut again = done.clone();
                if let MarkKind::Cell { column, row, .. } = &mut again.kind {
                    moved(column, row, by);
                }
                self.done.push(again);
            }
        }
        Ok(())
    }
}
