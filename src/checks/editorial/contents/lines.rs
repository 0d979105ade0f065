//! The lines of a contents page are read from the text itself where its layout made running words of them.

use super::{Editor, Entry, FEWEST, MOST, appendix, plain, split_number, split_page};
use crate::text::Span;

/// The contents page as its lines stand in the text, from its title to where the first entry stands again, with the block
/// from which the sections follow: a page that was read as running lines has no place of its own in the document.
pub(super) fn page(editor: &Editor<'_>) -> Option<(Vec<Entry>, usize)> {
    let content = editor.content();
    let mut found: Vec<Entry> = Vec::new();
    let (mut open, mut at, mut shaped, mut done) = (false, 0, 0, false);
    for line in content.split(['\n', '\u{c}']) {
        let start = at;
        at += line.len() + 1;
        let text = line.trim().trim_matches(['|', '*', '#', ' ']);
        if !open {
            if !text.chars().find(|c| c.is_alphanumeric()).is_some_and(is_initial) {
                continue;
            }
            let title = plain(text);
            open = matches!(
                title.trim_end_matches(" page"),
                "contents" | "index" | "table of contents" | "list of contents"
            );
            continue;
        }
        if is_furniture(text) {
            continue;
        }
        let (words, page) = split_page(text);
        let (number, title) = split_number(words);
        let title = plain(title);
        if found.len() >= FEWEST && found[0].title == title && found[0].number == number {
            let from = editor
                .document()
                .blocks
                .iter()
                .position(|block| editor.document().source(block.span, content).end as usize > start)?;
            let near = editor.document().blocks.get(from.checked_sub(1)?)?.span;
            found.iter_mut().for_each(|entry| entry.span = near);
            return Some((found, from));
        }
        if matches!(title.as_str(), "" | "page") {
            if let Some(last) = found.last_mut() {
                last.page = last.page.or(page);
            }
            done |= found.len() >= FEWEST && shaped == 0 && title.is_empty();
            continue;
        }
        let shape = page.is_some() || number.is_some() || appendix(&title).is_some();
        done |= shaped >= FEWEST && !shape || text.len() > WIDEST || found.len() > MOST;
        if !done {
            shaped += usize::from(shape);
            let from = start + line.find(words.trim()).unwrap_or(0);
            let source = Some(Span::at(from, from + words.trim().len()));
            found.push(Entry {
                number,
                title,
                page,
                span: Span::default(),
                source,
            });
        }
    }
    None
}

/// Whether a line is the foot or the head of a page: "Child K review    Page 2 of 6".
pub(super) fn is_furniture(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let rest = lower
        .rfind("page ")
        .map_or("", |at| lower[at + 5..].trim_start_matches(|c: char| c.is_ascii_digit()));
    rest.trim_start().starts_with("of ") && rest.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a title of a contents page may begin so.
const fn is_initial(c: char) -> bool {
    matches!(c, 'c' | 'C' | 'i' | 'I' | 't' | 'T' | 'l' | 'L')
}

/// A longer line, dots and all, is none of a contents page.
const WIDEST: usize = 120;
