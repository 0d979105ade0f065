//! The `Walk` goes through one part of a document and gathers its paragraphs in reading order.

mod runs;

use super::counter::Counter;
use super::map::Run;
use super::paragraph::Facts;
use super::styles::{Style, Styles};
use super::symbol;
use super::table;
use super::writing::Writing;
use crate::input::flow::Done;
use crate::input::printed::{self, Printed};
use crate::input::table::Table;
use crate::input::xml::{Ns, Tag, Token, Xml};
use crate::input::{ReadError, Revision};
use crate::text::MarkKind;

/// A note that the text refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteRef {
    /// Whether it is an endnote.
    pub(super) end: bool,
    pub(super) id: String,
    /// The run that carries it.
    pub(super) run: u32,
}

/// What the parts of one document share while they are read.
pub(super) struct Reading<'n> {
    pub(super) styles: &'n Styles,
    pub(super) counter: Counter<'n>,
    pub(super) revision: Revision,
    /// Whether instructions of fields are told from their results; a document that leaves fields open cannot be trusted.
    pub(super) fields: bool,
    /// Whether the way back from the text is wanted.
    pub(super) mapped: bool,
    pub(super) runs: Vec<Run>,
    pub(super) notes: Vec<NoteRef>,
    pub(super) tables: u32,
    /// Whether another file stands in it that is not read.
    pub(super) embeds: bool,
    /// Whether a field was left open.
    pub(super) open_field: bool,
}

/// Elements that are open, as far as something happens at their end.
#[derive(Debug)]
enum Frame {
    Plain,
    Paragraph,
    Run,
    /// Characters; where they begin in the paragraph when the blanks around them go.
    Text {
        shown: bool,
        trimmed: Option<(usize, usize)>,
    },
    /// An element that stands for one character.
    Sign {
        shown: bool,
    },
    Table,
    Row,
    Cell,
    Control(Control),
    TextBox,
    /// Content in several forms, and whether one was taken.
    Choice(bool),
    Note,
}

/// A content control.
#[derive(Debug)]
struct Control {
    start: usize,
    /// The first run that may stand in it.
    run: usize,
    inline: bool,
    bound: bool,
    placeholder: bool,
}

/// A run while it is read.
struct OpenRun {
    at: u32,
    hidden: bool,
}

/// A walk through one part.
pub(super) struct Walk<'x, 'r, 'n> {
    xml: Xml<'x>,
    reading: &'r mut Reading<'n>,
    part: u32,
    frames: Vec<Frame>,
    writings: Vec<Writing>,
    /// A paragraph whose end a tracked change took away, and how many stood around it.
    carried: Option<(usize, Writing)>,
    runs: Vec<OpenRun>,
    tables: Vec<Table>,
    /// For each open field, whether its result has begun.
    fields: Vec<bool>,
    /// How many of them are still instructions.
    instructions: usize,
    note: Option<String>,
    paragraphs: u32,
    done: Vec<(Option<String>, Done)>,
}

impl<'x, 'r, 'n> Walk<'x, 'r, 'n> {
    /// Gives `put` the paragraphs of `source`, the part of that number, in reading order, each with the id of its note.
    pub(super) fn through(
        source: &'x str,
        part: u32,
        reading: &'r mut Reading<'n>,
        mut put: impl FnMut(Option<String>, Done),
    ) -> Result<(), ReadError> {
        let mut walk = Self {
            xml: Xml::new(source),
            reading,
            part,
            frames: Vec::new(),
            writings: Vec::new(),
            carried: None,
            runs: Vec::new(),
            tables: Vec::new(),
            fields: Vec::new(),
            instructions: 0,
            note: None,
            paragraphs: 0,
            done: Vec::new(),
        };
        loop {
            match walk.xml.token()? {
                Token::Open(tag) => walk.open(tag)?,
                Token::Close => walk.close(),
                Token::Text(text) => walk.characters(text),
                Token::Char(sign) => walk.reference(sign),
                Token::End => break,
            }
            walk.done.drain(..).for_each(|(note, done)| put(note, done));
        }
        walk.flush();
        walk.reading.open_field |= !walk.fields.is_empty();
        walk.done.into_iter().for_each(|(note, done)| put(note, done));
        Ok(())
    }

    fn open(&mut self, tag: Tag<'x>) -> Result<(), ReadError> {
        let frame = match tag.ns {
            Ns::Word => self.word(tag)?,
            Ns::Compatibility => self.compatible(tag)?,
            Ns::Math if tag.local.starts_with("oMath") => self.skip()?,
            _ => Some(Frame::Plain),
        };
        self.frames.extend(frame);
        Ok(())
    }

    /// Passes over the element just opened.
    fn skip(&mut self) -> Result<Option<Frame>, ReadError> {
        self.xml.skip()?;
        Ok(None)
    }

    fn compatible(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        match (tag.local, self.frames.last_mut()) {
            ("AlternateContent", _) => Ok(Some(Frame::Choice(false))),
            ("Choice" | "Fallback", Some(Frame::Choice(true))) => self.skip(),
            ("Choice" | "Fallback", Some(Frame::Choice(taken))) => {
                *taken = true;
                Ok(Some(Frame::Plain))
            }
            _ => Ok(Some(Frame::Plain)),
        }
    }

    /// What the start of a WordprocessingML element does; the frame that stays open, or none when it was read to its end.
    fn word(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        let original = self.reading.revision == Revision::Original;
        Ok(Some(match tag.local {
            "p" => self.begin_paragraph(),
            "pPr" => {
                let facts = Facts::read(&mut self.xml, original)?;
                if let Some(writing) = self.writings.last_mut() {
                    writing.facts = facts;
                }
                return Ok(None);
            }
            "r" => self.begin_run(),
            "rPr" => return self.run_properties(original),
            "t" => self.begin_text(&tag),
            "delText" if original => self.begin_text(&tag),
            "tab" | "ptab" => self.sign('\t'),
            "br" | "cr" => self.sign('\n'),
            "noBreakHyphen" => self.sign('\u{2011}'),
            "softHyphen" => self.sign('\u{ad}'),
            "sym" => {
                let (font, place) = (tag.attr("font").unwrap_or_default(), tag.attr("char").unwrap_or_default());
                symbol::character(&font, &place).map_or(Frame::Plain, |sign| self.sign(sign))
            }
            "fldChar" => {
                self.field(tag.attr("fldCharType").as_deref());
                Frame::Plain
            }
            "footnoteReference" | "endnoteReference" => {
                self.refer(&tag);
                Frame::Plain
            }
            "del" | "moveFrom" if !original => return self.skip(),
            "ins" | "moveTo" if original => return self.skip(),
            "instrText" | "delInstrText" | "delText" | "rt" | "tblPr" | "tblPrEx" | "sectPr" | "sdtEndPr" | "customXmlPr"
            | "smartTagPr" => {
                return self.skip();
            }
            "altChunk" | "subDoc" => {
                self.reading.embeds = true;
                Frame::Plain
            }
            _ => return self.structure(tag),
        }))
    }

    /// The same for tables, content controls, text boxes and notes.
    fn structure(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        Ok(Some(match tag.local {
            "tbl" => {
                self.tables.push(Table::new());
                Frame::Table
            }
            "tblGrid" => {
                let columns = table::columns_of_grid(&mut self.xml)?;
                if let Some(table) = self.tables.last_mut() {
                    table.columns = columns;
                }
                return Ok(None);
            }
            "tr" => self.begin_row(),
            "trPr" => return self.row_properties(),
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.begin_cell();
                }
                Frame::Cell
            }
            "tcPr" => {
                let columns = table::columns_of_cell(&mut self.xml)?;
                if let Some(table) = self.tables.last_mut() {
                    table.cell_spans(columns);
                }
                return Ok(None);
            }
            "sdt" => Frame::Control(Control {
                start: self.xml.at().start,
                run: self.reading.runs.len(),
                inline: !self.writings.is_empty(),
                bound: false,
                placeholder: false,
            }),
            "sdtPr" => return self.control_properties(),
            "sdtContent" if matches!(self.frames.last(), Some(Frame::Control(it)) if it.placeholder) => return self.skip(),
            "txbxContent" => Frame::TextBox,
            "footnote" | "endnote" => {
                // Separators of notes are no notes.
                if tag.attr("type").is_some_and(|kind| kind != "normal") {
                    return self.skip();
                }
                self.note = tag.attr("id").map(|id| id.into_owned());
                Frame::Note
            }
            _ => Frame::Plain,
        }))
    }

    fn close(&mut self) {
        let end = self.xml.at().end;
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.end_paragraph(),
            Some(Frame::Run) => self.end_run(end),
            Some(Frame::Text { trimmed, .. }) => {
                if let Some((from, first)) = trimmed
                    && let Some(writing) = self.writings.last_mut()
                {
                    writing.trim(from, first);
                }
            }
            Some(Frame::Sign { shown: true }) => {
                if let Some(piece) = self.writings.last_mut().and_then(|writing| writing.pieces.last_mut()) {
                    piece.raw.end = piece.raw.end.max(end);
                }
            }
            Some(Frame::Cell) => {
                self.flush();
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            Some(Frame::Row) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            Some(Frame::Table) => drop(self.tables.pop()),
            Some(Frame::Control(control)) => self.end_control(&control, end),
            Some(Frame::TextBox) => self.flush(),
            Some(Frame::Note) => {
                self.flush();
                self.note = None;
            }
            Some(Frame::Plain | Frame::Sign { .. } | Frame::Choice(_)) | None => {}
        }
    }

    fn begin_paragraph(&mut self) -> Frame {
        let depth = self.writings.len();
        let carried = self.carried.take_if(|(around, _)| *around == depth);
        let mut writing = carried.map(|(_, writing)| writing).unwrap_or_default();
        writing.facts = Facts::default();
        writing.mapped = self.reading.mapped;
        self.writings.push(writing);
        self.paragraphs += 1;
        Frame::Paragraph
    }

    fn end_paragraph(&mut self) {
        let Some(writing) = self.writings.pop() else { return };
        let joined = match self.reading.revision {
            Revision::Final => writing.facts.end_deleted,
            Revision::Original => writing.facts.end_added,
        };
        if joined {
            self.carried = Some((self.writings.len(), writing));
        } else {
            self.finish(writing);
        }
    }

    /// Ends a carried paragraph that no other follows.
    fn flush(&mut self) {
        let depth = self.writings.len();
        if let Some((_, writing)) = self.carried.take_if(|(around, _)| *around >= depth) {
            self.finish(writing);
        }
    }

    fn finish(&mut self, writing: Writing) {
        let facts = &writing.facts;
        let style = self.reading.styles.get(facts.style.as_deref());
        let gone = writing.text.trim().is_empty() && facts.end_hidden;
        let printed = (!gone).then(|| self.reading.counter.next(facts.numbered, style)).flatten();
        let kind = self.kind(style, facts, printed.as_ref());
        let label = match printed {
            Some(Printed::Label(label, _)) if kind != MarkKind::Contents => Some(label),
            _ => None,
        };
        let done = Done {
            text: writing.text,
            pieces: writing.pieces,
            kind,
            label,
        };
        match self.writings.last_mut() {
            Some(carrier) => {
                carrier.after.push(done);
                carrier.after.extend(writing.after);
            }
            None => {
                let note = &self.note;
                self.done.push((note.clone(), done));
                self.done.extend(writing.after.into_iter().map(|done| (note.clone(), done)));
            }
        }
    }

    fn kind(&self, style: &Style, facts: &Facts, printed: Option<&Printed>) -> MarkKind {
        if self.note.is_some() {
            return MarkKind::Note;
        }
        if let Some(cell) = self.tables.iter().find_map(Table::cell) {
            return cell;
        }
        let level = match facts.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None => style.level(),
        };
        if style.is_contents() {
            return MarkKind::Contents;
        }
        printed::kind(level, style.quotes(), printed)
    }
}
