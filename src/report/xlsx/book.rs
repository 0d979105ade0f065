//! A `Book` is a workbook while its rows come in, page by page.

use std::io::{self, Write};

use crate::report::edition::Units;
use crate::report::stream::{Close, Terms};

use super::parts;
use super::row::{CUT, NUMBER, ROW};
use super::sheet::{Kind, Sheet, Table};
use super::totals;
use crate::report::zip::{Packing, UTF8, Zip};

/// Most rows that Excel has in a sheet, the head with them.
const MOST_ROWS: u32 = 1_048_576;
/// Bytes of a sheet, before they are packed, after which another begins: no part of a package may have 4 GiB.
const MOST_BYTES: u64 = 3 << 30;

/// A workbook while its rows come in.
pub(crate) struct Book<W> {
    zip: Zip<W>,
    units: Units,
    most_rows: u32,
    /// The sheets that are open. That of the annotations is written as it comes, the others are kept, packed.
    sheets: Vec<Sheet>,
    /// The sheets that are complete.
    tables: Vec<Table>,
    /// How many sheets were begun.
    begun: usize,
    /// Which open sheet the bytes at hand belong to.
    at: usize,
    /// Whether the next byte names the sheet of a new row.
    naming: bool,
    /// Cells whose text was cut.
    cut: u64,
}

impl<W: Write> Book<W> {
    /// An empty workbook.
    pub(crate) fn begin(terms: &Terms<'_>, out: W) -> io::Result<Self> {
        Self::with_most_rows(MOST_ROWS, terms.edition.units, out)
    }

    pub(super) fn with_most_rows(most_rows: u32, units: Units, out: W) -> io::Result<Self> {
        let mut book = Self {
            zip: Zip::new(out),
            units,
            most_rows,
            sheets: vec![],
            tables: vec![],
            begun: 0,
            at: 0,
            naming: false,
            cut: 0,
        };
        for kind in [Kind::Annotations, Kind::Actions, Kind::References, Kind::Documents] {
            book.open(kind)?;
        }
        Ok(book)
    }

    /// Takes rows as they are made for pages, or a part of them.
    pub(crate) fn take(&mut self, mut page: &[u8]) -> io::Result<()> {
        while let Some(&first) = page.first() {
            if self.naming {
                self.naming = false;
                self.row(first)?;
                page = &page[1..];
                continue;
            }
            let end = memchr::memchr3(NUMBER, ROW, CUT, page).unwrap_or(page.len());
            let sheet = &mut self.sheets[self.at];
            sheet.packing.add(&page[..end]);
            match page.get(end) {
                Some(&NUMBER) => sheet.packing.add(sheet.row.to_string().as_bytes()),
                Some(&ROW) => self.naming = true,
                Some(_) => self.cut += 1,
                None => break,
            }
            page = &page[end + 1..];
        }
        let annotations = self.sheets.iter_mut().find(|sheet| sheet.kind == Kind::Annotations);
        annotations.map_or(Ok(()), |sheet| self.zip.more(sheet.packing.taken()))
    }

    /// Writes the other sheets and what holds them together.
    pub(crate) fn end(mut self, close: &Close<'_>) -> io::Result<()> {
        let mut page = vec![];
        totals::rules(close, &mut page);
        self.open(Kind::Rules)?;
        self.take(&page)?;
        self.close_all()?;
        page.clear();
        totals::summary(close, &self.tables, self.cut, &mut page);
        self.open(Kind::Summary)?;
        self.take(&page)?;
        self.close_all()?;
        self.tables.sort_by_key(|table| table.kind);
        for table in &self.tables {
            if let Some(packed) = &table.packed {
                self.zip.part(&packed.part(table.part.as_bytes(), UTF8))?;
            }
        }
        for (name, content) in parts::all(&self.tables) {
            let mut packing = Packing::default();
            packing.add(content.as_bytes());
            self.zip.part(&packing.finish().part(name.as_bytes(), UTF8))?;
        }
        self.zip.finish()
    }

    /// Begins a row of the sheet that `byte` names, on a further sheet when that is full.
    fn row(&mut self, byte: u8) -> io::Result<()> {
        let place = |sheets: &[Sheet]| sheets.iter().position(|sheet| sheet.kind as u8 == byte).unwrap_or(0);
        let at = place(&self.sheets);
        let sheet = &self.sheets[at];
        if sheet.row >= self.most_rows || sheet.packing.size() > MOST_BYTES {
            let full = self.sheets.remove(at);
            let kind = full.kind;
            self.close(full)?;
            self.open(kind)?;
        }
        self.at = place(&self.sheets);
        self.sheets[self.at].row += 1;
        Ok(())
    }

    fn open(&mut self, kind: Kind) -> io::Result<()> {
        self.begun += 1;
        let sheet = Sheet::begin(kind, self.units, format!("xl/worksheets/sheet{}.xml", self.begun));
        if kind == Kind::Annotations {
            self.zip.begin(&sheet.part)?;
        }
        let names = sheet.names();
        self.at = self.sheets.len();
        self.sheets.push(sheet);
        self.take(&names)
    }

    fn close(&mut self, mut sheet: Sheet) -> io::Result<()> {
        sheet.close();
        let extent = sheet.extent("$");
        let packed = sheet.packing.finish();
        let packed = match sheet.kind {
            Kind::Annotations => {
                self.zip.end(packed)?;
                None
            }
            _ => Some(packed),
        };
        let nth = 1 + self.tables.iter().filter(|table| table.kind == sheet.kind).count();
        let name = sheet.kind.name();
        self.tables.push(Table {
            name: if nth == 1 { name.to_owned() } else { format!("{name} {nth}") },
            kind: sheet.kind,
            extent,
            rows: sheet.row - 1,
            part: sheet.part,
            packed,
        });
        Ok(())
    }

    fn close_all(&mut self) -> io::Result<()> {
        std::mem::take(&mut self.sheets).into_iter().try_for_each(|sheet| self.close(sheet))
    }
}
