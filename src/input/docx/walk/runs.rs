//! The inside of a paragraph on the `Walk`: runs, characters, fields, and what stands around them.

use super::{Control, Frame, NoteRef, OpenRun, Walk};
use crate::input::ReadError;
use crate::input::Revision;
use crate::input::docx::map::Run;
use crate::input::docx::table::RowFacts;
use crate::input::table;
use crate::input::xml::Tag;

impl<'x> Walk<'x, '_, '_> {
    pub(super) fn begin_run(&mut self) -> Frame {
        let at = self.xml.at();
        let style = self.writings.last().and_then(|writing| writing.facts.style.as_deref());
        let hidden = self.reading.styles.get(style).hidden.unwrap_or(false);
        self.runs.push(OpenRun {
            at: self.reading.runs.len() as u32,
            hidden,
        });
        if self.reading.mapped {
            self.reading.runs.push(Run {
                part: self.part,
                paragraph: self.paragraphs.saturating_sub(1),
                raw: at,
                carrier: None,
            });
        }
        Frame::Run
    }

    pub(super) fn end_run(&mut self, end: usize) {
        let Some(open) = self.runs.pop().filter(|_| self.reading.mapped) else {
            return;
        };
        let (own, inner) = self.reading.runs[open.at as usize..].split_at_mut(1);
        own[0].raw.end = end;
        // Runs inside a run stand in its text box.
        for run in inner.iter_mut().filter(|run| run.part == self.part) {
            run.carrier = Some(own[0].raw.clone());
        }
    }

    pub(super) fn run_properties(&mut self, original: bool) -> Result<Option<Frame>, ReadError> {
        let (mut hidden, mut by_style) = (None, None);
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.word() {
                "vanish" => hidden = Some(tag.on()),
                "rStyle" => by_style = tag.val().and_then(|id| self.reading.styles.hides(&id)),
                "rPrChange" if original => {
                    (hidden, by_style) = (None, None);
                    let depth = self.xml.depth();
                    while let Some(old) = self.xml.child(depth)? {
                        let inner = self.xml.depth();
                        while let Some(tag) = self.xml.child(inner)? {
                            if old.word() == "rPr" && tag.word() == "vanish" {
                                hidden = Some(tag.on());
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        if let (Some(run), Some(hidden)) = (self.runs.last_mut(), hidden.or(by_style)) {
            run.hidden = hidden;
        }
        Ok(None)
    }

    /// The run whose characters are shown now; `None` outside runs, in hidden ones and in the instruction of a field.
    fn shown(&self) -> Option<u32> {
        let run = self.runs.last().filter(|run| !run.hidden)?;
        let result = !self.reading.fields || self.instructions == 0;
        (result && !self.writings.is_empty()).then_some(run.at)
    }

    pub(super) fn begin_text(&mut self, tag: &Tag<'x>) -> Frame {
        let shown = self.shown().is_some();
        let kept = tag
            .attr_where(|prefix, name| prefix == "xml" && name == "space")
            .is_some_and(|space| space == "preserve");
        let writing = self.writings.last().filter(|_| shown && !kept);
        Frame::Text {
            shown,
            trimmed: writing.map(|writing| (writing.text.len(), writing.pieces.len())),
        }
    }

    pub(super) fn characters(&mut self, text: &str) {
        if let (Some(Frame::Text { shown: true, .. }), Some(run)) = (self.frames.last(), self.shown())
            && let Some(writing) = self.writings.last_mut()
        {
            writing.copy(text, self.xml.at(), run);
        }
    }

    pub(super) fn reference(&mut self, sign: char) {
        if matches!(self.frames.last(), Some(Frame::Text { shown: true, .. })) {
            self.sign(sign);
        }
    }

    /// Adds the character that the element just opened stands for.
    pub(super) fn sign(&mut self, sign: char) -> Frame {
        let run = self.shown();
        if let (Some(run), Some(writing)) = (run, self.writings.last_mut()) {
            writing.sign(sign, self.xml.at(), run);
        }
        Frame::Sign { shown: run.is_some() }
    }

    pub(super) fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => {
                self.fields.push(false);
                self.instructions += 1;
            }
            Some("separate") => {
                if let Some(begun) = self.fields.last_mut() {
                    self.instructions -= usize::from(!*begun);
                    *begun = true;
                }
            }
            Some("end") => self.instructions -= usize::from(self.fields.pop() == Some(false)),
            _ => {}
        }
    }

    pub(super) fn refer(&mut self, tag: &Tag<'x>) {
        if let (Some(run), Some(id)) = (self.shown(), tag.attr("id")) {
            self.reading.notes.push(NoteRef {
                end: tag.local == "endnoteReference",
                id: id.into_owned(),
                run,
            });
        }
    }

    pub(super) fn begin_row(&mut self) -> Frame {
        if let Some(table) = self.tables.last_mut() {
            table.begin_row();
        }
        table::number(&mut self.tables, &mut self.reading.tables);
        Frame::Row
    }

    pub(super) fn row_properties(&mut self) -> Result<Option<Frame>, ReadError> {
        let facts = RowFacts::read(&mut self.xml)?;
        let gone = match self.reading.revision {
            Revision::Final => facts.deleted,
            Revision::Original => facts.added,
        };
        if gone && matches!(self.frames.last(), Some(Frame::Row)) {
            self.frames.pop();
            return self.skip();
        }
        if let Some(table) = self.tables.last_mut() {
            table.row_facts(facts.header, facts.skipped);
        }
        Ok(None)
    }

    pub(super) fn control_properties(&mut self) -> Result<Option<Frame>, ReadError> {
        let (mut placeholder, mut bound) = (false, false);
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.local {
                "showingPlcHdr" => placeholder = tag.on(),
                "dataBinding" => bound = true,
                _ => {}
            }
        }
        if let Some(Frame::Control(control)) = self.frames.last_mut() {
            (control.placeholder, control.bound) = (placeholder, bound);
        }
        Ok(None)
    }

    pub(super) fn end_control(&mut self, control: &Control, end: usize) {
        if control.bound && control.inline {
            for run in &mut self.reading.runs[control.run..] {
                run.carrier = Some(control.start..end);
            }
        }
    }
}
