//! The `Walk` goes through the tree of a page in reading order and sets its words as blocks.

use super::context::{Context, Place};
use super::list::Numbers;
use super::note::Notes;
use super::region::Region;
use super::table::{Facts, Grid};
use super::tag;
use super::tree::{Element, Kind, Tree};
use crate::input::Revision;
use crate::input::flow::{Done, Flow};
use crate::input::printed::is_item;
use crate::text::MarkKind;

/// Bytes of an item's words that are looked at for a number.
const HEAD: usize = 24;

/// A walk through one page.
pub(super) struct Walk<'t> {
    tree: &'t Tree,
    region: &'t Region,
    notes: &'t Notes,
    facts: &'t Facts,
    revision: Revision,
    flow: Flow,
    tables: u32,
    /// The block being filled, and what it is once it has words.
    words: String,
    kind: Option<MarkKind>,
    label: Option<String>,
    /// Whether the label counts paragraphs and no items.
    numbers_paragraph: bool,
    /// White space before the next word, and line ends.
    space: bool,
    breaks: u8,
    /// Whether the block so far is a term with a colon, which its definition goes on with.
    term: bool,
}

impl<'t> Walk<'t> {
    pub(super) fn new(tree: &'t Tree, found: (&'t Region, &'t Notes, &'t Facts), revision: Revision) -> Self {
        let (region, notes, facts) = found;
        Self {
            tree,
            region,
            notes,
            facts,
            revision,
            flow: Flow::default(),
            tables: 0,
            words: String::new(),
            kind: None,
            label: None,
            numbers_paragraph: false,
            space: false,
            breaks: 0,
            term: false,
        }
    }

    /// The text of the page, under `title` when it has one.
    pub(super) fn through(mut self, title: Option<&str>) -> Flow {
        if let Some(title) = title {
            self.put(title, MarkKind::Heading(1), None);
        }
        self.children(0, Context::default());
        self.flush();
        self.flow
    }

    fn children(&mut self, id: u32, context: Context) {
        let mut numbers = self.tree.element(id).and_then(|element| Numbers::of(self.tree, id, element));
        let tree = self.tree;
        for child in tree.children(id) {
            match tree.kind(child) {
                Kind::Text(text) if self.region.holds(child) || context.pre || !text.contains(|c: char| !c.is_whitespace()) => {
                    self.text(text, context);
                }
                Kind::Text(_) => {}
                Kind::Element(element) => {
                    let label = numbers.as_mut().filter(|_| &*element.name == "li");
                    let label = label.and_then(|numbers| numbers.label(element, &tree.words(child, HEAD)));
                    self.element(child, element, context, label);
                }
            }
        }
    }

    fn element(&mut self, id: u32, element: &'t Element, around: Context, label: Option<String>) {
        let block = tag::is_block(&element.name) || element.style("display").is_some_and(|it| it == "block");
        if &*element.name == "br" {
            return self.line_end();
        }
        if !self.region.holds(id) {
            if block {
                self.flush();
            }
            return;
        }
        if self.is_left_out(id, element, around) {
            return;
        }
        if element.style("mso-list").is_some_and(|it| it == "ignore") {
            return self.printed(id, around);
        }
        let mut context = around.inside(element);
        context.note |= self.notes.is_text(id);
        context.contents |= self.region.is_contents(id);
        match &*element.name {
            "table" => self.table(id, context),
            "dd" if self.term => {
                (self.space, self.term) = (true, false);
                self.block(id, context, false);
            }
            "dt" => self.term(id, context),
            "q" => self.quotation(id, context),
            "li" => {
                self.flush();
                self.label = label.filter(|_| !context.note);
                self.block(id, context, true);
                self.label = None;
            }
            _ if block => self.block(id, context, true),
            _ => self.children(id, context),
        }
    }

    /// Whether an element's words are no words of this text: taken away, machinery, or the mark of a note.
    fn is_left_out(&self, id: u32, element: &Element, around: Context) -> bool {
        let gone = match self.revision {
            Revision::Final => element.is(&["del", "s", "strike"]),
            Revision::Original => element.is(&["ins"]),
        };
        let control = &*element.name == "button" && around.heading.is_none();
        gone || control || self.notes.is_mark(id)
    }

    fn block(&mut self, id: u32, context: Context, apart: bool) {
        if apart {
            self.flush();
        }
        self.children(id, context);
        self.flush();
    }

    /// The term of a list of definitions; with a colon it stands on one line with what follows.
    fn term(&mut self, id: u32, context: Context) {
        self.flush();
        self.children(id, context);
        self.term = self.words.ends_with(':');
        if !self.term {
            self.flush();
        }
    }

    /// A quotation within the line, in the marks that browsers print.
    fn quotation(&mut self, id: u32, context: Context) {
        let (open, close) = if context.quoted % 2 == 1 {
            ("\u{201c}", "\u{201d}")
        } else {
            ("\u{2018}", "\u{2019}")
        };
        self.word(open, context);
        self.children(id, context);
        let space = std::mem::take(&mut self.space);
        self.word(close, context);
        self.space = space;
    }

    /// The number that Word printed before a paragraph.
    fn printed(&mut self, id: u32, context: Context) {
        let words = self.tree.words(id, HEAD * 4);
        let label = words.trim();
        // Word draws hollow bullets as the letter o.
        if label.chars().any(char::is_alphanumeric) && label != "o" {
            self.numbers_paragraph = !is_item(label, context.depth);
            self.label = Some(label.to_owned());
        }
    }

    fn table(&mut self, id: u32, context: Context) {
        self.flush();
        let grid = Grid::of(self.tree, self.region, id, self.facts);
        for &id in &grid.before {
            match self.tree.kind(id) {
                Kind::Text(text) if self.region.holds(id) => self.text(text, context),
                Kind::Text(_) => {}
                Kind::Element(element) => self.element(id, element, context, None),
            }
        }
        self.flush();
        let number = self.tables;
        let is_data = !grid.is_layout && context.cell.is_none();
        self.tables += u32::from(is_data);
        let mut row = 0;
        for line in &grid.rows {
            for cell in &line.cells {
                let place = Place {
                    table: number,
                    row,
                    column: cell.column,
                    header: line.header,
                };
                let own = (is_data && !line.whole).then_some(place);
                let inside = Context {
                    cell: own.or(context.cell),
                    ..context
                };
                if self.region.holds(cell.id) {
                    self.block(cell.id, inside, true);
                }
            }
            row += u32::from(!line.whole);
        }
    }

    fn text(&mut self, text: &str, context: Context) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if is_space(first) {
                let end = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
                self.spaces(&rest[..end], context.pre);
                rest = &rest[end..];
            } else {
                let end = rest.find(is_space).unwrap_or(rest.len());
                self.word(&rest[..end], context);
                rest = &rest[end..];
            }
        }
    }

    fn spaces(&mut self, spaces: &str, kept: bool) {
        self.space = true;
        if kept {
            spaces.bytes().filter(|&b| b == b'\n').for_each(|_| self.line_end());
        }
    }

    fn line_end(&mut self) {
        self.breaks = self.breaks.saturating_add(1);
    }

    /// Adds characters without white space between them.
    fn word(&mut self, word: &str, context: Context) {
        if self.breaks > 1 && context.heading.is_none() {
            self.flush();
        }
        if self.kind.is_none() {
            let item = context.item && !self.numbers_paragraph;
            self.kind = Some(Context { item, ..context }.kind());
        } else if self.breaks > 0 {
            self.words.push('\n');
        } else if self.space {
            self.words.push(' ');
        }
        (self.space, self.breaks, self.term) = (false, 0, false);
        let shown = word.chars().filter(|&c| c != '\u{ad}');
        if context.raised {
            self.words.extend(shown.map(raised));
        } else {
            self.words.extend(shown);
        }
    }

    fn put(&mut self, words: &str, kind: MarkKind, label: Option<String>) {
        self.flow.put(Done {
            text: words.trim().to_owned(),
            pieces: Vec::new(),
            kind,
            label,
        });
    }

    fn flush(&mut self) {
        if let Some(kind) = self.kind.take() {
            let (words, label) = (std::mem::take(&mut self.words), self.label.take());
            self.put(&words, kind, label);
            self.numbers_paragraph = false;
        }
        (self.space, self.breaks, self.term) = (false, 0, false);
    }
}

/// White space that a page runs together; a no-break space is none.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn raised(c: char) -> char {
    match c {
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        '0' | '4'..='9' => char::from_u32(0x2070 + u32::from(c) - u32::from('0')).unwrap_or(c),
        _ => c,
    }
}
