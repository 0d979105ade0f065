//! The contents page is held to the document: each entry has its section, under the same title and on the page it gives, and
//! no chapter is left out.

mod lines;
mod printed;
mod told;

use std::collections::{HashMap, HashSet};

use super::{Editor, Slip, related_text};
use crate::annotation::{Confidence, Related, Role};
use crate::document::{Document, Zone};
use crate::text::{MarkKind, Span, Text};

const RULE: &str = "editorial/contents-mismatch";
/// Entries that must have their section before the others are said to lack one.
const FEWEST: usize = 3;

/// A contents page with more entries than this is an index, or none.
const MOST: usize = 300;

/// One line of the contents page.
struct Entry {
    number: Option<String>,
    /// The title's words, small, one blank between them.
    title: String,
    page: Option<u32>,
    span: Span,
    /// Its place in bytes of the text, where it was read from the text's lines; `span` is then the block nearest to it.
    source: Option<Span>,
}

/// One heading of the document.
struct Heading {
    number: Option<String>,
    title: String,
    span: Span,
}

/// Remarks on what the contents page gets wrong.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let document = editor.document();
    let marked = document.blocks.iter().rposition(|block| block.zone == Zone::Contents);
    let marked = marked
        .map(|last| (entries(document), last + 1))
        .filter(|page| is_held(document, page));
    let Some((entries, from)) = marked.or_else(|| lines::page(editor).filter(|page| is_held(document, page))) else {
        printed::remarks(editor, false);
        return;
    };
    let signed = entries.iter().any(|entry| entry.number.is_some());
    let headings = headings(document, from);
    let found: Vec<Option<usize>> = entries.iter().map(|entry| section(entry, &headings)).collect();
    // The first entry of a page that was read from its lines stands again where the page ends.
    let again = |entry: &Entry| entry.source.is_some() && entry.source == entries[0].source;
    let without = entries.iter().zip(&found).filter(|(entry, found)| found.is_none() && !again(entry));
    let without: Vec<&Entry> = without.map(|(entry, _)| entry).collect();
    for (entry, told) in without.iter().zip(told::told(document, from, &without)) {
        if !told {
            without_section(editor, entry, &headings);
        }
    }
    left_out(editor, &entries, &headings);
    pages(editor, &entries, &headings, &found);
    // Parts and letters count too, and a page may be known by its foot alone.
    if !signed || page_starts(editor.desk.text).len() < FEWEST {
        printed::remarks(editor, signed);
    }
}

/// Whether most entries of a contents page have their section from its end on, so that the others should.
fn is_held(document: &Document, (entries, from): &(Vec<Entry>, usize)) -> bool {
    let headings = headings(document, *from);
    let count = entries.iter().filter(|entry| section(entry, &headings).is_some()).count();
    entries.len() <= MOST && count >= FEWEST && count * 2 >= entries.len()
}

/// An entry whose section is not there, or has another title.
fn without_section(editor: &mut Editor<'_>, entry: &Entry, headings: &[Heading]) {
    if entry.title.split(' ').count() > 14 {
        return;
    }
    let mut alike = headings.iter().filter(|heading| {
        key(heading.number.as_deref(), &heading.title).is_some_and(|it| Some(it) == key(entry.number.as_deref(), &entry.title))
    });
    let other = alike.next().filter(|_| alike.next().is_none());
    match other {
        // A heading that a line end cut is no other title; a short one is cut by none.
        Some(other) if is_cut(&other.title, &entry.title) || is_cut(&entry.title, &other.title) => {}
        Some(other) => {
            let here = editor.shown(other.span);
            let related = vec![editor.related(Role::Target, other.span, "The section has this title.")];
            let message = format!("The contents page gives this title, and the section is headed \u{201c}{here}\u{201d}.");
            say(editor, slip(message, "Which title is right?"), entry, related);
        }
        None if entry.title.split(' ').count() > 1 || entry.number.is_some() => {
            let message = "The contents page lists this, and the document has no such heading.".to_owned();
            let ask = "Is the section missing, or does it have another title?";
            say(editor, slip(message, ask), entry, Vec::new());
        }
        None => {}
    }
}

/// Whether `short` is how `long` begins, and long enough for a line to have ended there.
fn is_cut(short: &str, long: &str) -> bool {
    const LINE: usize = 30;
    long.starts_with(short) && short.len() > LINE
}

/// A numbered chapter that the contents page passes over between its neighbours.
fn left_out(editor: &mut Editor<'_>, entries: &[Entry], headings: &[Heading]) {
    let listed: HashMap<u32, &Entry> = entries
        .iter()
        .filter_map(|entry| Some((chapter(entry.number.as_deref(), &entry.title)?, entry)))
        .collect();
    let (mut seen, mut last) = (HashSet::new(), None);
    for heading in headings {
        let Some(number) = chapter(heading.number.as_deref(), &heading.title).filter(|&number| seen.insert(number)) else {
            continue;
        };
        let in_order = last.replace(number).is_none_or(|last: u32| last + 1 == number);
        let before = number.checked_sub(1).and_then(|before| listed.get(&before));
        // An appendix after the last that is listed has no next; the two before it show that appendices are listed.
        let next = listed.get(&(number + 1));
        let next = next.or_else(|| {
            listed
                .get(&number.saturating_sub(2))
                .filter(|_| number > APPENDIX + 2 || last_of(number, &listed))
        });
        let between = before.zip(next);
        if between.is_none() || listed.contains_key(&number) {
            continue;
        }
        let named = entries
            .iter()
            .any(|entry| entry.title.contains(&heading.title) || heading.title.contains(&entry.title));
        if let Some((before, _)) = between.filter(|_| !named && in_order) {
            let note = "The contents page goes on from here without it.";
            let related = vec![match before.source {
                Some(source) => related_text(Role::Previous, source, note),
                None => editor.related(Role::Previous, before.span, note),
            }];
            let message = "This section is not on the contents page.".to_owned();
            editor.say(slip(message, "Should the contents page list it?"), heading.span, related);
        }
    }
}

/// Whether the chapter `number` follows the last that is listed, with every one before it listed.
fn last_of(number: u32, listed: &HashMap<u32, &Entry>) -> bool {
    let chapters = listed.keys().filter(|&&other| other < APPENDIX).count();
    number < APPENDIX && number as usize == chapters + 1 && (1..number).all(|one| listed.contains_key(&one))
}

/// Entries whose page is not the one on which their section begins, all counted from where most begin.
fn pages(editor: &mut Editor<'_>, entries: &[Entry], headings: &[Heading], found: &[Option<usize>]) {
    let starts = page_starts(editor.desk.text);
    if starts.len() < FEWEST {
        return;
    }
    let content = editor.content();
    let sheet = |heading: &Heading| {
        let at = editor.document().source(heading.span, content).start;
        starts.partition_point(|&start| start <= at) as i64
    };
    // A title that stands over two sections does not say which is on the page.
    let alone = |heading: &Heading| {
        let entries = entries.iter().filter(|it| it.title == heading.title).count();
        entries == 1 && headings.iter().filter(|it| it.title == heading.title).count() == 1
    };
    let placed: Vec<(&Entry, &Heading, u32, i64)> = entries
        .iter()
        .zip(found)
        .filter_map(|(entry, found)| Some((entry, &headings[(*found)?], entry.page?)))
        .filter(|(_, heading, _)| alone(heading))
        .map(|(entry, heading, page)| (entry, heading, page, sheet(heading) - i64::from(page)))
        .collect();
    let mut shifts: HashMap<i64, usize> = HashMap::new();
    placed.iter().for_each(|(.., shift)| *shifts.entry(*shift).or_default() += 1);
    let Some((&usual, &most)) = shifts.iter().max_by_key(|(shift, count)| (**count, **shift)) else {
        return;
    };
    if most < FEWEST || most * 3 < placed.len() * 2 {
        return;
    }
    for (entry, heading, page, shift) in placed.into_iter().filter(|(.., shift)| *shift != usual) {
        let real = i64::from(page) + shift - usual;
        let message = format!("The contents page gives page {page}, and the section begins on page {real}.");
        let related = vec![editor.related(Role::Target, heading.span, "The section begins here.")];
        say(editor, slip(message, "Which page is right?"), entry, related);
    }
}

const fn slip(message: String, ask: &'static str) -> Slip {
    Slip {
        rule: RULE,
        message,
        ask,
        confidence: Confidence::Medium,
    }
}

/// Where each page begins, in bytes of the text.
fn page_starts(text: &Text) -> Vec<u32> {
    let pages = text.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Page(_)));
    pages.map(|mark| mark.span.start).collect()
}

/// The heading that an entry names; the first of those with its title, its number where several have it.
fn section(entry: &Entry, headings: &[Heading]) -> Option<usize> {
    let same = |heading: &&Heading| heading.title == entry.title;
    let numbered = headings.iter().position(|heading| same(&heading) && heading.number == entry.number);
    numbered.or_else(|| headings.iter().position(|heading| same(&heading)))
}

/// The number of a chapter, no deeper; appendices count on from their own.
fn chapter(number: Option<&str>, title: &str) -> Option<u32> {
    if let Some(number) = number {
        return number.parse().ok().filter(|&number: &u32| number < APPENDIX);
    }
    let sign = appendix(title)?;
    let letter = sign
        .bytes()
        .next()
        .filter(|b| sign.len() == 1 && b.is_ascii_alphabetic())
        .map(|b| u32::from(b.to_ascii_lowercase() - b'a') + 1);
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
        .iter()
        .zip(1..)
        .find(|(it, _)| **it == sign);
    let number = sign.parse().ok().or_else(|| roman.map(|(_, n)| n)).or(letter);
    number.filter(|&number: &u32| number < APPENDIX).map(|number| APPENDIX + number)
}

/// Where the numbers of appendices begin among those of chapters.
const APPENDIX: u32 = 1000;

/// "c" of "appendix c action plan".
fn appendix(title: &str) -> Option<&str> {
    let rest = title.strip_prefix("appendix ").or_else(|| title.strip_prefix("annex "))?;
    let sign = rest.split(' ').next()?;
    (sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_alphanumeric())
        || sign.len() < 5 && sign.bytes().all(|b| b"ivx".contains(&b))
        || sign.parse::<u32>().is_ok())
    .then_some(sign)
}

/// What an entry and its section share whatever their titles: "4.2", "appendix c".
fn key<'t>(number: Option<&'t str>, title: &'t str) -> Option<&'t str> {
    number.or_else(|| appendix(title))
}

/// Makes a remark on `entry`.
fn say(editor: &mut Editor<'_>, slip: Slip, entry: &Entry, related: Vec<Related>) {
    match entry.source {
        Some(source) => editor.say_of_text(slip, (source, entry.span), related),
        None => editor.say(slip, entry.span, related),
    }
}

/// The lines of the contents page; a page by itself belongs to the line before it.
fn entries(document: &Document) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for block in document.blocks.iter().filter(|block| block.zone == Zone::Contents) {
        let text = document.fold.slice(block.span);
        let (words, page) = split_page(text);
        let (number, title) = split_number(words);
        let title = plain(title);
        let kept = words.trim_end().len();
        match found.last_mut() {
            Some(last) if title.is_empty() || title == "page" => last.page = last.page.or(page),
            // A title set over two lines.
            Some(last) if number.is_none() && last.number.is_some() && last.page.is_none() && appendix(&title).is_none() => {
                last.title = format!("{} {title}", last.title);
                last.page = page;
            }
            _ if title.is_empty() || title == "page" => {}
            _ => found.push(Entry {
                number,
                title,
                page,
                source: None,
                span: Span::at(block.span.start as usize, block.span.start as usize + kept),
            }),
        }
    }
    found
}

/// "Findings ........ 13" as its words and its page.
fn split_page(text: &str) -> (&str, Option<u32>) {
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[head.len()..];
    let page = digits
        .parse()
        .ok()
        .filter(|_| digits.len() < 4 && head.ends_with([' ', '.', '\u{2026}', '\t']));
    if page.is_none() {
        return (text, None);
    }
    let words = head.trim_end_matches([' ', '.', '\u{2026}', '\t', '_', '-']);
    let words = words.strip_suffix("Page").or_else(|| words.strip_suffix("page")).unwrap_or(words);
    (words.trim_end_matches([' ', '.', '\u{2026}', '\t', '_', '-', '|']), page)
}

/// "7. Findings" as its number and its words.
fn split_number(text: &str) -> (Option<String>, &str) {
    let text = text.trim_start_matches(['-', '*', '\u{2022}', ' ', '#']);
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = text[..digits].trim_end_matches('.');
    let apart = text[digits..].starts_with([' ', ')', ':', '\t']);
    if number.is_empty() || !apart || number.len() > 8 {
        return (None, text);
    }
    (Some(number.to_owned()), text[digits..].trim_start_matches([')', ':', ' ', '\t']))
}

/// The letters and figures of a title, small, one blank between words.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace(['\'', '\u{2019}'], "").replace('&', " and ");
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Whether `text` says `words`, which are as [`plain`] writes them, amid its own. It is read piece by piece: it may be the whole document.
fn says(text: &str, words: &str) -> bool {
    const PIECE: usize = 1 << 16;
    let wanted = format!(" {words} ");
    let (mut rest, mut read) = (text, String::new());
    while !rest.is_empty() {
        let end = rest.ceil_char_boundary(PIECE);
        let end = rest[end..].find(char::is_whitespace).map_or(rest.len(), |at| end + at);
        let piece = plain(&rest[..end]);
        rest = &rest[end..];
        if piece.is_empty() {
            continue;
        }
        if !read.is_empty() {
            read.push(' ');
        }
        read.push_str(&piece);
        if read.contains(&wanted) {
            return true;
        }
        // The words may have begun in this piece.
        read.drain(..read.floor_char_boundary(read.len().saturating_sub(wanted.len())));
    }
    false
}

/// The headings from block `from` on.
fn headings(document: &Document, from: usize) -> Vec<Heading> {
    let blocks = document.blocks[from..].iter().filter(|block| block.zone == Zone::Heading);
    blocks
        .map(|block| {
            let (number, title) = split_number(document.fold.slice(block.span));
            Heading {
                number,
                title: plain(title),
                span: block.span,
            }
        })
        .filter(|heading| !heading.title.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{plain, says};

    #[test]
    fn words_are_found_amid_a_long_text_as_in_the_whole_of_it() {
        let long = format!(
            "Who came? {} What\n\nwe & others found, then. {}",
            "a b ".repeat(20_000),
            "c".repeat(90_000)
        );
        for words in [
            "what we and others found",
            "came a b",
            "a a",
            "b what we",
            "who came",
            "then",
            "ccc",
        ] {
            assert_eq!(says(&long, words), plain(&long).contains(&format!(" {words} ")), "{words}");
        }
    }
}
