//! The inside of a paragraph on the `Walk`: words, signs, fields, tracked changes, and where it begins and ends.

use super::{Carried, Frame, Restored, Walk, is_hiding};
use crate::input::ReadError;
use crate::input::odt::change::Change;
use crate::input::odt::counter::Start;
use crate::input::odt::styles::Family;
use crate::input::odt::writing::{Facts, Writing};
use crate::input::xml::Tag;

impl<'x, 's> Walk<'x, 's> {
    /// What the start of an element inside a paragraph does.
    pub(super) fn inside(&mut self, tag: Tag<'x>) -> Result<Option<Frame>, ReadError> {
        Ok(Some(match tag.local {
            "span" | "a" => self.begin_words(&tag),
            "s" => {
                let count = tag.any("c").map_or(Some(1), |count| count.trim().parse().ok());
                if let Some(writing) = self.shown() {
                    writing.blanks(count.unwrap_or(1));
                }
                Frame::Plain(false)
            }
            "tab" => self.sign('\t'),
            "line-break" => self.sign('\n'),
            "change-start" => {
                let id = tag.any("change-id").unwrap_or_default();
                if matches!(self.changes.get(&*id), Some(Change::Insertion)) {
                    self.inserted.insert(id.into_owned());
                }
                Frame::Plain(false)
            }
            "change-end" => {
                self.inserted.remove(&*tag.any("change-id").unwrap_or_default());
                Frame::Plain(false)
            }
            "change" => {
                self.xml.skip()?;
                let id = tag.any("change-id").unwrap_or_default();
                if self.inserted.is_empty()
                    && let Some(Change::Deletion(range)) = self.changes.remove(&*id)
                {
                    self.restore();
                    self.xml.detour(range);
                }
                return Ok(None);
            }
            "hidden-text" if tag.any("is-hidden").is_none_or(|it| it == "true") => return self.skip(),
            "hidden-paragraph" => {
                let is_hidden = tag.any("is-hidden").is_some_and(|it| it == "true");
                if let Some(writing) = self.writings.last_mut().filter(|_| is_hidden) {
                    writing.hidden = true;
                    writing.gone = true;
                    writing.text.clear();
                }
                Frame::Plain(false)
            }
            _ if tag.any("display").is_some_and(|it| is_hiding(&it, &tag)) => return self.skip(),
            _ => Frame::Plain(!tag.local.starts_with("index") && tag.local != "note-body"),
        }))
    }

    fn begin_words(&mut self, tag: &Tag<'x>) -> Frame {
        let name = tag.any("style-name");
        let Some(writing) = self.writings.last_mut() else {
            return Frame::Plain(true);
        };
        let before = writing.hidden;
        if let Some(hidden) = self.styles.get(Family::Words, name.as_deref()).hidden {
            writing.hidden = hidden || writing.gone;
        }
        Frame::Words(before)
    }

    /// Whether words are shown here.
    pub(super) fn shows(&self) -> bool {
        let hidden = self.writings.last().is_some_and(|writing| writing.hidden);
        self.hidden == 0 && self.inserted.is_empty() && !hidden
    }

    fn shown(&mut self) -> Option<&mut Writing<'s>> {
        let shows = self.shows();
        self.writings.last_mut().filter(|_| shows)
    }

    fn sign(&mut self, sign: char) -> Frame {
        if let Some(writing) = self.shown() {
            writing.sign(sign);
        }
        Frame::Plain(false)
    }

    pub(super) fn characters(&mut self, text: &str) {
        if matches!(self.frames.last(), Some(Frame::Paragraph | Frame::Words(_) | Frame::Plain(true)))
            && let Some(writing) = self.shown()
        {
            writing.add(text);
        }
    }

    fn facts(&mut self, tag: &Tag<'x>) -> Facts<'s> {
        let is_true = |name: &str| tag.any(name).is_some_and(|it| it == "true");
        let styles = self.styles;
        let style = styles.get(Family::Paragraph, tag.any("style-name").as_deref());
        let level = match tag.local {
            "h" => Some(tag.any_number("outline-level").unwrap_or(1)),
            _ => style.level(),
        };
        let unnumbered = is_true("is-list-header") || style.is_unnumbered;
        let outlined = tag.local == "h" || style.is_outlined();
        let restart = is_true("restart-numbering").then(|| tag.any_number("start-value").map_or(Start::Level, Start::At));
        let position = self.counter.position(level.filter(|_| outlined && !unnumbered), restart);
        Facts {
            style,
            level,
            position: position.filter(|_| !is_true("is-list-header")),
        }
    }

    pub(super) fn begin_paragraph(&mut self, tag: &Tag<'x>) -> Frame {
        let facts = self.facts(tag);
        let around = self.writings.len();
        let carried = match self.carried.take_if(|it| it.around == around) {
            Some(carried) if carried.joins => Some(carried.writing),
            Some(carried) => {
                self.finish(carried.writing);
                None
            }
            None => None,
        };
        let mut writing = match carried {
            Some(mut writing) => {
                // A paragraph of which nothing is left gives its place to the next.
                if writing.text.trim().is_empty() {
                    writing.hidden = facts.style.hidden.unwrap_or(false);
                    writing.facts = facts;
                }
                writing
            }
            None => {
                let mut writing = Writing::new(facts);
                writing.inserted = !self.inserted.is_empty();
                writing
            }
        };
        writing.gone = false;
        self.writings.push(writing);
        if let Some(restored) = self.restored.last_mut().filter(|it| it.around == around) {
            restored.paragraphs += 1;
        }
        Frame::Paragraph
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(writing) = self.writings.pop() else { return };
        let around = self.writings.len();
        let restored = self.restored.last().filter(|it| it.around == around);
        if restored.is_some_and(|it| it.cut.is_some()) {
            // The last of the deleted paragraphs goes on in the one that it was cut from.
            let joins = false;
            self.carried = Some(Carried { around, writing, joins });
        } else if self.inserted.is_empty() {
            self.finish(writing);
        } else if !writing.inserted || !writing.text.is_empty() {
            let joins = true;
            self.carried = Some(Carried { around, writing, joins });
        }
    }

    /// Prepares to read deleted text where it stood.
    fn restore(&mut self) {
        let lists = std::mem::take(&mut self.counter.around);
        self.counter.goes_on = true;
        let in_paragraph = matches!(self.frames.last(), Some(Frame::Paragraph | Frame::Words(_) | Frame::Plain(true)));
        let cut = self.writings.pop_if(|_| in_paragraph).map(|writing| {
            let known = (writing.facts.clone(), writing.hidden, writing.text.trim().is_empty());
            let (around, joins) = (self.writings.len(), true);
            self.carried = Some(Carried { around, writing, joins });
            known
        });
        self.restored.push(Restored {
            around: self.writings.len(),
            cut,
            paragraphs: 0,
            lists,
        });
    }

    /// Goes on with the paragraph that deleted text was read in.
    pub(super) fn end_restored(&mut self) {
        let Some(restored) = self.restored.pop() else { return };
        self.counter.around = restored.lists;
        self.counter.goes_on = !self.restored.is_empty();
        let Some((facts, hidden, was_empty)) = restored.cut else {
            return;
        };
        let carried = self.carried.take_if(|it| it.around == restored.around);
        let mut writing = match carried {
            Some(mut carried) => {
                if restored.paragraphs < 2 || was_empty {
                    carried.writing.facts = facts;
                }
                carried.writing
            }
            None => Writing::new(facts),
        };
        writing.hidden = hidden;
        self.writings.push(writing);
    }
}
