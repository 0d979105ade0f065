//! The `Walk` goes through the body of a document and gathers its paragraphs in reading order.

mod grid;
mod words;

use std::collections::{HashMap, HashSet};

use self::grid::Place;
use super::change::{self, Change};
use super::counter::{Around, Counter};
use super::styles::Styles;
use super::writing::{Facts, Writing};
use crate::input::flow::Done;
use crate::input::printed::{self, Printed};
use crate::input::table::Table;
use crate::input::xml::{Ns, Tag, Token, Xml};
use crate::input::{ReadError, Revision};
use crate::text::MarkKind;

/// Elements that are open, as far as something happens at their end.
#[derive(Debug)]
enum Frame {
    /// Nothing; whether characters in it are words of the paragraph.
    Plain(bool),
    Paragraph,
    /// Words, and whether those around them are hidden.
    Words(bool),
    /// What is not shown, but counted.
    Hidden,
    List,
    Item,
    /// A paragraph that is a list item of its own.
    Lone,
    /// A table, and whether it stands in header rows of another.
    Table(bool),
    HeaderRows,
    Row(Place),
    Cell(Place, Around),
    /// A frame or a shape, with the lists around it.
    Shape(Around),
    Note(Option<Note>, Around),
    Contents,
    /// The title of a table of contents, and how many of them were open.
    Title(usize),
}

/// A note that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Note {
    is_endnote: bool,
    /// How many paragraphs are open around its own.
    around: usize,
}

/// A paragraph that goes on in the next.
struct Carried<'s> {
    around: usize,
    writing: Writing<'s>,
    /// Whether the next paragraph joins it.
    joins: bool,
}

/// Deleted text that is read where it stood.
struct Restored<'s> {
    /// How many paragraphs are open around its own.
    around: usize,
    /// What was known of the paragraph that it cuts; `None` between paragraphs.
    cut: Option<(Facts<'s>, bool, bool)>,
    /// Paragraphs of it so far.
    paragraphs: u32,
    lists: Around,
}

/// A walk through one document.
pub(super) struct Walk<'x, 's> {
    xml: Xml<'x>,
    styles: &'s Styles,
    counter: Counter<'s>,
    revision: Revision,
    frames: Vec<Frame>,
    writings: Vec<Writing<'s>>,
    carried: Option<Carried<'s>>,
    restored: Vec<Restored<'s>>,
    changes: HashMap<String, Change>,
    /// Insertions that are open and not to be read.
    inserted: HashSet<String>,
    hidden: usize,
    contents: usize,
    tables: Vec<Table>,
    table: u32,
    header: bool,
    /// Bytes that repeated cells and rows added.
    repeated: usize,
    note: Option<Note>,
    /// Whether a text was met.
    found: bool,
    done: Vec<Done>,
    footnotes: Vec<Done>,
    endnotes: Vec<Done>,
}

impl<'x, 's> Walk<'x, 's> {
    /// Gives `put` the paragraphs of `source` in reading order, its notes at the end.
    pub(super) fn through(source: &'x str, styles: &'s Styles, revision: Revision, mut put: impl FnMut(Done)) -> Result<(), ReadError> {
        let mut walk = Self {
            xml: Xml::new(source),
            styles,
            counter: Counter::new(styles),
            revision,
            frames: Vec::new(),
            writings: Vec::new(),
            carried: None,
            restored: Vec::new(),
            changes: HashMap::new(),
            inserted: HashSet::new(),
            hidden: 0,
            contents: 0,
            tables: Vec::new(),
            table: 0,
            header: false,
            repeated: 0,
            note: None,
            found: false,
            done: Vec::new(),
            footnotes: Vec::new(),
            endnotes: Vec::new(),
        };
        loop {
            match walk.xml.token()? {
                Token::Open(tag) => {
                    let frame = walk.open(tag)?;
                    walk.frames.extend(frame);
                }
                Token::Close => walk.close()?,
                Token::Text(text) => walk.characters(text),
                Token::Char(sign) => walk.characters(sign.encode_utf8(&mut [0; 4])),
                Token::End if walk.restored.is_empty() => break,
                Token::End => walk.end_restored(),
            }
            // Rows may be repeated.
            if walk.tables.is_empty() {
                walk.done.drain(..).for_each(&mut put);
            }
        }
        walk.flush();
        if !walk.found {
            return Err(ReadError::OpenDocument);
        }
        [walk.done, walk.footnotes, walk.endnotes].into_iter().flatten().for_each(put);
        Ok(())
    }

    /// Passes over the element just opened.
    fn skip(&mut self) -> Result<Option<Frame>, ReadError> {
        self.xml.skip()?;
        Ok(None)
    }

    /// What the start of an element does; the frame that stays open, or none when it was read to its end.
    fn open(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        match (tag.ns, tag.local) {
            (Ns::Text, _) => self.text(tag),
            (Ns::Table, _) => self.grid(tag),
            // Another document inside this one, whose picture is beside it.
            (Ns::Draw, "object" | "object-ole" | "plugin" | "applet") => self.skip(),
            (Ns::Draw, _) => {
                let around = std::mem::take(&mut self.counter.around);
                Ok(Some(Frame::Shape(around)))
            }
            (Ns::Office, "text") => {
                self.found = true;
                Ok(Some(Frame::Plain(false)))
            }
            (Ns::Office, "document" | "document-content" | "body") => Ok(Some(Frame::Plain(false))),
            (Ns::Office | Ns::Style | Ns::Drawn | Ns::Math, _) => self.skip(),
            // A field of a form that nobody has filled in.
            (_, "content-control") if tag.any("showing-place-holder").is_some_and(|it| it == "true") => self.skip(),
            _ => Ok(Some(Frame::Plain(true))),
        }
    }

    /// The same for paragraphs, lists and what stands around them.
    fn text(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        Ok(Some(match tag.local {
            "p" | "h" => self.begin_paragraph(&tag),
            "list" => {
                self.counter.begin(&tag);
                Frame::List
            }
            "list-item" | "list-header" => {
                self.counter.item(&tag);
                Frame::Item
            }
            "numbered-paragraph" => {
                self.counter.lone(&tag);
                Frame::Lone
            }
            "section" if tag.any("display").is_some_and(|it| is_hiding(&it, &tag)) => {
                self.hidden += 1;
                Frame::Hidden
            }
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index" => {
                self.contents += 1;
                Frame::Contents
            }
            "index-title" => Frame::Title(std::mem::take(&mut self.contents)),
            "note" if !self.shows() => return self.skip(),
            "note" => {
                let note = Note {
                    is_endnote: tag.any("note-class").is_some_and(|class| class == "endnote"),
                    around: self.writings.len(),
                };
                let around = std::mem::take(&mut self.counter.around);
                Frame::Note(self.note.replace(note), around)
            }
            "tracked-changes" if self.revision == Revision::Original => {
                self.changes.extend(change::read(&mut self.xml)?);
                return Ok(None);
            }
            "tracked-changes" | "note-citation" | "number" | "ruby-text" | "placeholder" | "script" => return self.skip(),
            name if name.ends_with("-source") || name.ends_with("-decls") => return self.skip(),
            _ => return self.inside(tag),
        }))
    }

    fn close(&mut self) -> Result<(), ReadError> {
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.end_paragraph(),
            Some(Frame::Words(hidden)) => {
                if let Some(writing) = self.writings.last_mut() {
                    writing.hidden = hidden;
                }
            }
            Some(Frame::Hidden) => self.hidden -= 1,
            Some(Frame::List | Frame::Lone) => self.counter.end(),
            Some(Frame::Item) => self.counter.end_item(),
            Some(Frame::Table(header)) => {
                self.flush();
                self.tables.pop();
                self.header = header;
            }
            Some(Frame::HeaderRows) => self.header = false,
            Some(Frame::Row(place)) => self.end_row(place)?,
            Some(Frame::Cell(place, around)) => {
                self.flush();
                self.counter.around = around;
                self.end_cell(place)?;
            }
            Some(Frame::Shape(around)) => {
                self.flush();
                self.counter.around = around;
            }
            Some(Frame::Note(before, around)) => {
                self.flush();
                self.counter.around = around;
                self.note = before;
            }
            Some(Frame::Contents) => self.contents = self.contents.saturating_sub(1),
            Some(Frame::Title(open)) => self.contents = open,
            Some(Frame::Plain(_)) | None => {}
        }
        Ok(())
    }

    /// Ends a carried paragraph that no other follows.
    fn flush(&mut self) {
        let around = self.writings.len();
        if let Some(carried) = self.carried.take_if(|it| it.around >= around) {
            self.finish(carried.writing);
        }
    }

    fn finish(&mut self, writing: Writing<'s>) {
        let facts = &writing.facts;
        let is_empty = writing.text.trim().is_empty();
        let gone = is_empty && (writing.gone || facts.style.hidden == Some(true));
        let position = facts.position.as_ref().filter(|_| !gone);
        let printed = position.and_then(|position| self.counter.next(position));
        let kind = self.kind(facts, printed.as_ref());
        let label = match printed {
            Some(Printed::Label(label, _)) if kind != MarkKind::Contents && self.hidden == 0 => Some(label),
            _ => None,
        };
        let done = Done {
            text: writing.text,
            pieces: Vec::new(),
            kind,
            label,
        };
        let own = self.note.filter(|note| note.around == self.writings.len());
        let place = match (own, self.writings.last_mut()) {
            (Some(note), _) if note.is_endnote => &mut self.endnotes,
            (Some(_), _) => &mut self.footnotes,
            (None, Some(carrier)) => &mut carrier.after,
            (None, None) => &mut self.done,
        };
        place.push(done);
        place.extend(writing.after);
    }

    fn kind(&self, facts: &Facts<'_>, printed: Option<&Printed>) -> MarkKind {
        if self.note.is_some() {
            return MarkKind::Note;
        }
        if let Some(cell) = self.tables.iter().find_map(Table::cell) {
            return cell;
        }
        if self.contents > 0 || facts.style.is_contents {
            return MarkKind::Contents;
        }
        printed::kind(facts.level, facts.style.quotes, printed)
    }
}

/// Whether something that says `display` of itself is hidden; one that hangs on a condition says how that came out.
fn is_hiding(display: &str, tag: &Tag<'_>) -> bool {
    match display {
        "none" => true,
        "condition" => tag.any("is-hidden").is_some_and(|it| it == "true"),
        _ => false,
    }
}
