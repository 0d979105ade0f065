//! Parsing builds a [`Document`] from a text, one step after another, each a file of its own.

use super::block::{Block, Setting, Zone};
use super::draft::{self, Draft};
use super::{
    Document, People, acronym, asking, event, genre, heading, inset, layout, line, outline, quotation, repair, sentence, setting, statement,
};
use crate::text::{Folder, Format, Lexicon, MarkKind, Span, Text};

impl Document {
    /// The document that `text` is; `lexicon` knows the words that a line end may have cut. Total: any text gives a
    /// document, and the work grows with the length of the text alone.
    #[must_use]
    pub fn parse(text: &Text, lexicon: &Lexicon) -> Self {
        let drafts = drafts(text);
        let mut folder = Folder::new(text, lexicon);
        let mut blocks: Vec<Block> = Vec::with_capacity(drafts.len());
        for draft in &drafts {
            let span = folder.labelled_block(draft.label.as_deref(), &draft.segments);
            // A block of signs that the fold leaves out (a lone soft hyphen) says nothing.
            if !span.is_empty() {
                blocks.push(block(draft, span));
            }
        }
        drop(drafts);
        let fold = folder.finish();
        let outline = outline::build(&fold, &mut blocks);
        let mut document = Self {
            fold,
            blocks,
            outline,
            ..Self::default()
        };
        document.genre = genre::of(&document);
        document.sentences = sentence::find(&document);
        document.quotations = quotation::find(&document, &text.content);
        document.events = event::find(&document);
        document.acronyms = acronym::find(&document);
        document.people = People::of(&document);
        document.statements = statement::find(&mut document);
        setting::assign(&mut document);
        document.asking = asking::find(&document);
        document
    }
}

fn drafts(text: &Text) -> Vec<Draft> {
    // A plain text is laid out by its lines; what marks it has (the subject of a mail, what a mail quotes) only add to that.
    let marked = text.format != Format::Text && text.marks.iter().any(|m| !matches!(m.kind, MarkKind::Page(_) | MarkKind::Label(_)));
    let mut drafts = if marked {
        let mut drafts = draft::from_marks(text);
        heading::unmark_statements(&mut drafts, &text.content);
        drafts
    } else {
        let mut drafts = repair::repair(layout::drafts(&text.content), &text.content);
        heading::mark_headings(&mut drafts, &text.content);
        inset::mark(&mut drafts, &text.content);
        draft::mark_told(&mut drafts, &text.marks);
        drafts
    };
    heading::mark_contents(&mut drafts, &text.content);
    drafts
}

fn block(draft: &Draft, span: Span) -> Block {
    Block {
        span,
        body: span,
        zone: draft.zone,
        level: draft.level,
        cell: draft.cell,
        paragraph: None,
        section: None,
        setting: Setting::Narrative,
    }
}

/// Bytes of the bullet at the start of a folded block.
pub(super) fn bullet(zone: Zone, text: &str) -> usize {
    if zone == Zone::Heading || zone == Zone::Table {
        0
    } else {
        line::bullet_len(text)
    }
}
