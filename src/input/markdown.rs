//! Markdown, through pulldown-cmark's events with offsets: its blocks become marks, its signs become syntax, and the
//! text stays the file's own characters, so that every span points into the file.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::decode::Decoded;
use crate::text::{Format, Mark, MarkKind, Span, Text};

/// The text of a Markdown file.
pub(super) fn read(decoded: Decoded) -> Text {
    let Decoded {
        content,
        mut warnings,
        same,
    } = decoded;
    if is_too_nested(&content) {
        warnings.push("The file nests brackets too deeply for Markdown; it was read as plain text.".to_owned());
        return super::plain::read(Decoded { content, warnings, same });
    }
    let mut walk = Walk {
        content: &content,
        ..Walk::default()
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(&content, options).into_offset_iter() {
        walk.event(&event, Span::at(range.start, range.end));
    }
    walk.close_leaf();
    let Walk { marks, syntax, .. } = walk;
    Text {
        content,
        marks,
        syntax,
        format: Format::Markdown,
        warnings,
    }
}

/// More opening brackets or quotation signs in a row than any author writes; pulldown-cmark is kept from them.
fn is_too_nested(content: &str) -> bool {
    const DEEPEST: usize = 500;
    let mut run = 0_usize;
    content.bytes().any(|b| {
        match b {
            b'[' | b'>' | b'*' | b'_' | b'(' | b'!' | b'`' => run += 1,
            b' ' => {}
            _ => run = 0,
        }
        run > DEEPEST
    })
}

/// The walk over the events: where it is, and the marks and syntax found so far.
#[derive(Default)]
struct Walk<'c> {
    content: &'c str,
    marks: Vec<Mark>,
    syntax: Vec<Span>,
    /// The mark being filled, and the end of its last words.
    leaf: Option<(MarkKind, Span)>,
    /// Where the printed number of the list item just begun stands, until its first words take it in.
    number: Option<u32>,
    quotes: u32,
    notes: u32,
    items: u32,
    tables: u32,
    row: u32,
    column: u32,
    header: bool,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag),
            Event::Text(_) | Event::Code(_) | Event::Html(_) => self.words(span),
            // Breaks, note marks and inline tags are no words: they become the gap before the next words.
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.open(self.paragraph_kind()),
            Tag::Heading { level, .. } => self.open(MarkKind::Heading(*level as u8)),
            Tag::BlockQuote(_) => self.nest(|w| w.quotes += 1),
            Tag::FootnoteDefinition(_) => self.nest(|w| w.notes += 1),
            Tag::Item => {
                self.nest(|w| w.items += 1);
                self.open(MarkKind::Item);
                // The author's own number is part of the text; a bullet sign is not.
                let numbered = self.content.as_bytes().get(span.start as usize).is_some_and(u8::is_ascii_digit);
                self.number = numbered.then_some(span.start);
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.open(MarkKind::Paragraph),
            Tag::Table(_) => self.row = 0,
            Tag::TableHead => (self.header, self.column) = (true, 0),
            Tag::TableRow => (self.header, self.column) = (false, 0),
            Tag::TableCell => {
                self.open(MarkKind::Cell {
                    table: self.tables,
                    row: self.row,
                    column: self.column,
                    header: self.header,
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.close_leaf(),
            TagEnd::BlockQuote(_) => self.nest(|w| w.quotes -= 1),
            TagEnd::FootnoteDefinition => self.nest(|w| w.notes -= 1),
            TagEnd::Item => self.nest(|w| w.items -= 1),
            TagEnd::Table => self.tables += 1,
            TagEnd::TableHead | TagEnd::TableRow => self.row += 1,
            TagEnd::TableCell => {
                self.close_leaf();
                self.column += 1;
            }
            _ => {}
        }
    }

    fn paragraph_kind(&self) -> MarkKind {
        if self.notes > 0 {
            MarkKind::Note
        } else if self.quotes > 0 {
            MarkKind::Quote
        } else if self.items > 0 {
            MarkKind::Item
        } else {
            MarkKind::Paragraph
        }
    }

    fn nest(&mut self, change: impl FnOnce(&mut Self)) {
        self.close_leaf();
        change(self);
    }

    fn open(&mut self, kind: MarkKind) {
        // A loose list item holds paragraphs: the item's own leaf is still empty and gives way.
        self.close_leaf();
        self.leaf = Some((kind, Span::new(u32::MAX, 0)));
    }

    /// Words of the open leaf; what lies between two stretches of words is syntax, but for white space.
    fn words(&mut self, span: Span) {
        let Some((_, covered)) = &mut self.leaf else { return };
        if covered.start == u32::MAX {
            *covered = Span::new(self.number.take().unwrap_or(span.start), span.end);
        } else if span.start >= covered.end {
            if span.start > covered.end {
                self.syntax.push(Span::new(covered.end, span.start));
            }
            covered.end = span.end;
        }
    }

    fn close_leaf(&mut self) {
        if let Some((kind, span)) = self.leaf.take()
            && span.start != u32::MAX
        {
            self.marks.push(Mark { span, kind });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(content: &str) -> Vec<(MarkKind, String)> {
        let text = read(Decoded {
            content: content.into(),
            warnings: vec![],
            same: true,
        });
        text.marks.iter().map(|m| (m.kind.clone(), text.slice(m.span).to_owned())).collect()
    }

    #[test]
    fn every_kind_of_block_becomes_a_mark() {
        let source = "# One\n\nTwo *words*\nwrapped[^1].\n\n- item\n\n  more\n\n1. numbered\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: note\n";
        let cell = |row, column, header| MarkKind::Cell {
            table: 0,
            row,
            column,
            header,
        };
        let expected = [
            (MarkKind::Heading(1), "One"),
            (MarkKind::Paragraph, "Two *words*\nwrapped[^1]."),
            (MarkKind::Item, "item"),
            (MarkKind::Item, "more"),
            (MarkKind::Item, "1. numbered"),
            (MarkKind::Quote, "said"),
            (cell(0, 0, true), "a"),
            (cell(0, 1, true), "b"),
            (cell(1, 0, false), "c"),
            (cell(1, 1, false), "d"),
            (MarkKind::Note, "note"),
        ];
        assert_eq!(blocks(source), expected.map(|(kind, words)| (kind, words.to_owned())));
    }

    #[test]
    fn deep_nesting_falls_back_to_plain_text() {
        let text = read(Decoded {
            content: "[".repeat(100_000),
            warnings: vec![],
            same: true,
        });
        assert!(text.marks.is_empty() && text.warnings.len() == 1);
    }
}
