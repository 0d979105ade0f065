//! Writing lays the blocks of a PDF down as a text with marks: lines as printed, a blank line between blocks, tabs
//! between the cells of a row, a form feed where a page begins.

use super::block::{Block, Kind, opens_item};
use super::hyphen::{Cut, Words};
use super::strip::Strip;
use crate::text::{Mark, MarkKind, Span};

/// The text of `blocks` and its marks, in the order of their start.
pub(super) fn write(blocks: &[Block]) -> (String, Vec<Mark>) {
    let mut pen = Pen {
        content: String::new(),
        marks: vec![Mark {
            span: Span::at(0, 0),
            kind: MarkKind::Page(1),
        }],
        page: 0,
        last: 0,
        words: Words::of(blocks),
    };
    let mut before: Option<&Block> = None;
    for block in blocks {
        pen.part(before, block);
        pen.block(block);
        before = Some(block);
    }
    if !pen.content.is_empty() {
        pen.content.push('\n');
    }
    pen.marks.sort_by_key(|m| (m.span.start, !matches!(m.kind, MarkKind::Page(_))));
    (pen.content, pen.marks)
}

struct Pen {
    content: String,
    marks: Vec<Mark>,
    /// The page that the next character stands on, and the last page begun.
    page: u32,
    last: u32,
    words: Words,
}

impl Pen {
    /// What stands between two blocks: a tab between cells of a row, a line end between rows, else a blank line.
    fn part(&mut self, before: Option<&Block>, next: &Block) {
        let cell = |b: &Block| match b.kind {
            Kind::Text(MarkKind::Cell { table, row, column, .. }) => Some((table, row, column)),
            _ => None,
        };
        let between = match (before.map(|b| (b, cell(b))), cell(next)) {
            (None, _) => "",
            (Some((_, Some((t, r, c)))), Some((table, row, column))) if t == table && r == row => {
                let tabs = column.saturating_sub(c).clamp(1, 16) as usize;
                &"\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"[..tabs]
            }
            (Some((_, Some((t, ..)))), Some((table, ..))) if t == table => "\n",
            (Some((b, _)), _) if b.kind == Kind::Margin && next.kind == Kind::Margin && b.page() == next.page() => "\n",
            _ => "\n\n",
        };
        self.content.push_str(between);
    }

    fn block(&mut self, block: &Block) {
        let bullet = matches!(block.kind, Kind::Text(MarkKind::Item)) && block.strips.first().is_some_and(|s| opens_item(&s.text));
        let mut start = None;
        for (i, strip) in block.strips.iter().enumerate() {
            let text = match i.checked_sub(1).map(|above| &block.strips[above]) {
                None => {
                    self.turn_to(strip);
                    &strip.text
                }
                Some(above) => self.line_end(block, above, strip),
            };
            if start.is_none() {
                let sign = text.find(char::is_whitespace).filter(|_| bullet).map_or(0, |at| at + 1);
                start = Some(self.content.len() + sign);
            }
            self.content.push_str(text);
        }
        if let (Kind::Text(kind), Some(start)) = (block.kind.clone(), start) {
            let span = Span::at(start, self.content.len());
            self.marks.push(Mark { span, kind });
        }
    }

    /// Marks the page of `strip` when it is another than that of what was written last.
    fn turn_to(&mut self, strip: &Strip) {
        if strip.page == self.page {
            return;
        }
        self.page = strip.page;
        if strip.page > self.last {
            self.content.push('\x0c');
            self.last = strip.page;
        }
        self.marks.push(Mark {
            span: Span::at(self.content.len(), self.content.len()),
            kind: MarkKind::Page(strip.page + 1),
        });
    }

    /// Ends the line `above` and begins `next`, of the same block; what is still to be written of `next`.
    fn line_end<'s>(&mut self, block: &Block, above: &Strip, next: &'s Strip) -> &'s str {
        let cut = self.words.cut(&above.text, &next.text);
        if cut == Cut::Joined || cut == Cut::Kept {
            self.content.pop();
        }
        if cut == Cut::Kept {
            self.content.push('-');
        }
        let rest = if cut == Cut::Open {
            next.text.as_str()
        } else {
            let word = next.text.find(char::is_whitespace).unwrap_or(next.text.len());
            self.content.push_str(&next.text[..word]);
            next.text[word..].trim_start()
        };
        let open = above.text.ends_with(['-', '\u{2010}']) && cut == Cut::Open;
        if !rest.is_empty() {
            self.content.push(if block.is_cell() && !open { ' ' } else { '\n' });
        }
        self.turn_to(next);
        rest
    }
}
