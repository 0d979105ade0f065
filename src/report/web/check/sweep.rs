//! A `Sweep` goes once through a text from its first byte to its last, and writes its words with the marks on them.
//!
//! Marks may overlap and nest, elements may not. So words bear the mark of the gravest remark on them, the shortest among equals;
//! each remark's number stands where its words end, and its own place is kept where they begin. The cost is that of sorting.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::io::{self, Write};

use crate::report::web::Plain;
use crate::text::{MarkKind, Span};

use super::sheet::Sheet;

/// The rank of a reference that is only followed, after all remarks.
const FOLLOWED: u8 = 9;

/// Something that stands on words.
#[derive(Clone, Copy)]
struct Item {
    span: Span,
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// The annotation with this index.
    Remark(usize),
    /// A reference that leads to this block.
    Link(u32),
}

/// A way through a text.
pub(super) struct Sweep<'a> {
    sheet: &'a Sheet<'a>,
    /// By start.
    items: Vec<Item>,
    /// The first item that has not begun.
    next: usize,
    /// The items that have begun and not ended: rank, length, index.
    active: BTreeSet<(u8, u32, usize)>,
    ends: BinaryHeap<Reverse<(u32, usize)>>,
    /// The item whose element is open.
    open: Option<usize>,
    /// Items that have begun and whose place is not kept yet.
    fresh: Vec<usize>,
    /// Items that have ended inside another's element, after which their number comes.
    owed: Vec<usize>,
    /// The first of the format's signs that lies ahead.
    syntax: usize,
    /// The pages that lie ahead, the next one last.
    pages: Vec<(u32, u32)>,
}

impl<'a> Sweep<'a> {
    /// The way through the text of `sheet`.
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        let scan = sheet.view.scan;
        let remarks = scan.annotations.iter().enumerate().map(|(at, it)| Item {
            span: it.span,
            what: What::Remark(at),
        });
        let links = scan.graph.references.iter().filter_map(|it| {
            let entry = &scan.document.outline.entries[*it.entries.first()? as usize];
            Some(Item {
                span: sheet.view.source(it.span),
                what: What::Link(entry.block),
            })
        });
        let mut items: Vec<Item> = remarks.chain(links).collect();
        items.sort_by_key(|item| item.span);
        let page = |mark: &crate::text::Mark| match mark.kind {
            MarkKind::Page(page) => Some((mark.span.start, page)),
            _ => None,
        };
        Self {
            sheet,
            items,
            next: 0,
            active: BTreeSet::new(),
            ends: BinaryHeap::new(),
            open: None,
            fresh: vec![],
            owed: vec![],
            syntax: 0,
            pages: scan.text.marks.iter().rev().filter_map(page).collect(),
        }
    }

    /// Writes the words of `span`. What ends before the byte at `until`, where the next words stand, ends with them.
    pub(super) fn words(&mut self, span: Span, until: u32, out: &mut impl Write) -> io::Result<()> {
        let text = &self.sheet.view.scan.text;
        let mut at = span.start;
        while at < span.end {
            self.begin(at);
            self.finish(at, out)?;
            let sign = self.sign(at);
            if sign.start <= at {
                at = sign.end.min(span.end);
                continue;
            }
            self.page(at, out)?;
            let stop = self.stop().min(sign.start).min(span.end);
            let words = text.slice(Span::new(at, stop));
            // A link on nothing but blanks has no name; what is fresh then waits for words.
            if words.trim().is_empty() && self.gravest() != self.open {
                self.close(out)?;
            } else {
                self.turn(out)?;
            }
            write!(out, "{}", Words(words))?;
            at = stop;
        }
        self.finish(until, out)?;
        self.close(out)
    }

    /// Writes the numbers of what stands on no words at all, after the last words.
    pub(super) fn rest(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.begin(u32::MAX);
        self.finish(u32::MAX, out)
    }

    /// The number of the page that begins at or before the byte at `at`, when it was not told yet.
    pub(super) fn turned(&mut self, at: u32) -> Option<u32> {
        let mut page = None;
        while let Some((_, number)) = self.pages.pop_if(|(start, _)| *start <= at) {
            page = Some(number);
        }
        page
    }

    fn page(&mut self, at: u32, out: &mut impl Write) -> io::Result<()> {
        self.turned(at)
            .map_or(Ok(()), |page| write!(out, "<span class=\"page\">page {page}</span> "))
    }

    /// Takes up the items that begin at or before `at`.
    fn begin(&mut self, at: u32) {
        while let Some(item) = self.items.get(self.next).filter(|item| item.span.start <= at) {
            self.active.insert(self.key(self.next));
            self.ends.push(Reverse((item.span.end, self.next)));
            if matches!(item.what, What::Remark(_)) {
                self.fresh.push(self.next);
            }
            self.next += 1;
        }
    }

    fn key(&self, index: usize) -> (u8, u32, usize) {
        let item = self.items[index];
        let rank = match item.what {
            What::Remark(at) => self.sheet.entry(at).rank(),
            What::Link(_) => FOLLOWED,
        };
        (rank, item.span.len(), index)
    }

    /// The next of the format's signs.
    fn sign(&mut self, at: u32) -> Span {
        let signs = &self.sheet.view.scan.text.syntax;
        while signs.get(self.syntax).is_some_and(|sign| sign.end <= at) {
            self.syntax += 1;
        }
        signs.get(self.syntax).copied().unwrap_or(Span::new(u32::MAX, u32::MAX))
    }

    /// Where something begins or ends next.
    fn stop(&self) -> u32 {
        let begins = self.items.get(self.next).map_or(u32::MAX, |item| item.span.start);
        let ends = self.ends.peek().map_or(u32::MAX, |Reverse((end, _))| *end);
        let page = self.pages.last().map_or(u32::MAX, |(start, _)| *start);
        begins.min(ends).min(page)
    }

    fn gravest(&self) -> Option<usize> {
        self.active.first().map(|&(_, _, index)| index)
    }

    /// Opens the element of what is gravest now, unless it is open, and keeps the places of all that have begun.
    fn turn(&mut self, out: &mut impl Write) -> io::Result<()> {
        let gravest = self.gravest();
        if gravest != self.open {
            self.close(out)?;
        }
        for index in std::mem::take(&mut self.fresh) {
            match self.items[index].what {
                What::Remark(at) if self.open.is_some() || gravest != Some(index) => {
                    write!(out, "<span id=\"m-{}\"></span>", self.sheet.view.ids[at])?;
                }
                _ => self.fresh.push(index),
            }
        }
        if let (None, Some(index)) = (self.open, gravest) {
            self.open(index, out)?;
        }
        Ok(())
    }

    fn open(&mut self, index: usize, out: &mut impl Write) -> io::Result<()> {
        self.open = Some(index);
        match self.items[index].what {
            What::Link(block) => write!(out, "<a class=\"ref\" href=\"#b{block}\">"),
            What::Remark(at) => {
                let id = self.sheet.view.ids[at];
                write!(out, "<mark class=\"{}\"", self.sheet.entry(at).class())?;
                if self.keep(index) {
                    write!(out, " id=\"m-{id}\"")?;
                }
                write!(out, "><a href=\"#e-{id}\">")
            }
        }
    }

    /// Whether the place of an item was still to be kept.
    fn keep(&mut self, index: usize) -> bool {
        let before = self.fresh.len();
        self.fresh.retain(|&fresh| fresh != index);
        self.fresh.len() < before
    }

    /// Ends the items that end at or before `at`.
    fn finish(&mut self, at: u32, out: &mut impl Write) -> io::Result<()> {
        while let Some(&Reverse((end, index))) = self.ends.peek()
            && end <= at
        {
            self.ends.pop();
            self.active.remove(&self.key(index));
            let What::Remark(remark) = self.items[index].what else {
                if self.open == Some(index) {
                    self.close(out)?;
                }
                continue;
            };
            if self.open == Some(index) {
                self.number(remark, out)?;
                self.close(out)?;
            } else {
                self.owed.push(index);
            }
        }
        if self.open.is_none() { self.pay(out) } else { Ok(()) }
    }

    fn number(&self, at: usize, out: &mut impl Write) -> io::Result<()> {
        let (level, number) = (self.sheet.entry(at).level(), self.sheet.number(at));
        write!(out, "<sup><span class=\"v\">, {level}, note </span>{number}</sup>")
    }

    /// Closes the element that is open, and writes the numbers that were owed.
    fn close(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.open.take().map(|index| self.items[index].what) {
            Some(What::Remark(_)) => write!(out, "</a></mark>")?,
            Some(What::Link(_)) => write!(out, "</a>")?,
            None => {}
        }
        self.pay(out)
    }

    fn pay(&mut self, out: &mut impl Write) -> io::Result<()> {
        for index in std::mem::take(&mut self.owed) {
            let What::Remark(at) = self.items[index].what else { continue };
            let id = self.sheet.view.ids[at];
            write!(out, "<a class=\"also\"")?;
            if self.keep(index) {
                write!(out, " id=\"m-{id}\"")?;
            }
            write!(out, " href=\"#e-{id}\">")?;
            self.number(at, out)?;
            write!(out, "</a>")?;
        }
        Ok(())
    }
}

/// Words of a text; the ends of pages and lines in them are blanks.
struct Words<'t>(&'t str);

impl std::fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, piece) in self.0.split(['\u{b}', '\u{c}', '\u{85}']).enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            Plain(piece).fmt(f)?;
        }
        Ok(())
    }
}
