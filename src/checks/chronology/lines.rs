//! A list of dated lines is a chronology without a table: paragraphs, bullets or headings that open with a date.

use super::dates::{Known, lead};
use super::desk::Desk;
use super::gather::{heading, is_narrative, row, tells};
use super::inner;
use super::tables::follow;
use super::timeline::Row;
use crate::document::{Block, Document, Zone};
use crate::text::Span;

/// Fewest rows of a list.
const FEWEST_ROWS: usize = 3;
/// Most other blocks between two rows of a list.
const FARTHEST: usize = 4;
/// The longest banner: "2019", "**March 2021**".
const BANNER: usize = 12;
/// Most blocks that a heading's row takes in.
const LONGEST: usize = 60;

/// A list while it is read.
#[derive(Default)]
struct List {
    rows: Vec<Row>,
    last: usize,
    /// Whether its rows are headings.
    headed: bool,
}

/// The rows of each list of dated lines.
pub(super) fn all(desk: Desk<'_>) -> Vec<Vec<Row>> {
    let document = desk.document;
    let mut found = Vec::new();
    let mut list = List::default();
    let mut known = Known::default();
    for (at, block) in document.blocks.iter().enumerate() {
        if block.zone == Zone::Table || matches!(block.zone, Zone::Contents | Zone::Footnote) {
            continue;
        }
        if block.level > 0 && !dated_heading(document, at, (block, known), &mut list, &mut found) {
            match heading(document.fold.slice(block.body), known) {
                Some(banner) => known = banner,
                None => {
                    known = Known::default();
                    close(&mut list, &mut found);
                }
            }
            continue;
        }
        if block.level > 0 {
            continue;
        }
        let pieces = inner::rows(desk, block, known);
        for &piece in &pieces {
            let piece = unnumbered(document, piece);
            let text = document.fold.slice(piece);
            match heading(text, known).filter(|_| text.len() <= BANNER) {
                Some(banner) => known = banner,
                None => line(document, (at, piece), (known, pieces.len() > 1), &mut list, &mut found),
            }
        }
    }
    close(&mut list, &mut found);
    found
}

fn close(list: &mut List, found: &mut Vec<Vec<Row>>) {
    let list = std::mem::take(list);
    if list.rows.len() >= FEWEST_ROWS {
        found.push(list.rows);
    }
}

/// Takes in a heading that opens with a day; whether it did.
fn dated_heading(document: &Document, at: usize, (block, known): (&Block, Known), list: &mut List, found: &mut Vec<Vec<Row>>) -> bool {
    let text = document.fold.slice(block.body);
    let place = Known { place: false, ..known };
    let opened = lead(text, place).filter(|lead| lead.written.parts.is_some() && lead.written.range.start < 16);
    let Some(opened) = opened.filter(|_| is_narrative(document, at)) else {
        return false;
    };
    if !list.headed || at - list.last > LONGEST {
        close(list, found);
        list.headed = true;
    }
    let end = opened.end;
    let mut new = row(block.body.start, at, opened);
    new.account.extend(after(document, block.body, end));
    list.rows.push(new);
    list.last = at;
    true
}

/// Takes in a line, `inner` when it is one of several in its block: a row of its own, or more of a heading's row.
fn line(document: &Document, (at, piece): (usize, Span), (known, inner): (Known, bool), list: &mut List, found: &mut Vec<Vec<Row>>) {
    let block = &document.blocks[at];
    if list.headed {
        if at - list.last <= LONGEST && timed(document, at, piece, list) {
            return;
        }
        if at - list.last <= LONGEST
            && let Some(row) = list.rows.last_mut()
        {
            row.account.push(piece);
        }
        return;
    }
    let text = document.fold.slice(piece);
    let numbered = block
        .paragraph
        .is_some_and(|p| document.outline.entries[p as usize].block == at as u32);
    let place = Known { place: true, ..known };
    let opened = lead(text, place)
        .filter(|lead| lead.written.range.start <= text.find(|c: char| c.is_alphanumeric()).unwrap_or(0) + 20)
        .filter(|lead| {
            !(numbered && lead.written.pointed)
                && (opens_row(text, lead.written.range.start, lead.end, &lead.written) || list.rows.len() > 1 && is_brief(text, lead))
        })
        .or_else(|| follow(text, list.rows.last()).filter(|lead| text[lead.end..].starts_with(['.', ':', ',', ' ', '*'])));
    let Some(opened) = opened.filter(|_| is_narrative(document, at)) else {
        if let Some(row) = list.rows.last_mut().filter(|_| inner) {
            row.account.push(piece);
        }
        return;
    };
    if !list.rows.is_empty() && at - list.last > FARTHEST {
        close(list, found);
    }
    let end = opened.end;
    let mut new = row(piece.start, at, opened);
    new.hour = super::hours::opening(text[end..].trim_start_matches([',', ' ', '('])).map(|hour| hour.minute);
    new.account.extend(after(document, piece, end));
    list.rows.push(new);
    list.last = at;
}

/// A line without the number of its item, "6. Thu 10 Nov 2022", where a date stands behind it.
fn unnumbered(document: &Document, piece: Span) -> Span {
    let text = document.fold.slice(piece);
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[figures..]
        .strip_prefix([')', '.'])
        .filter(|rest| (1..=3).contains(&figures) && rest.starts_with(' '));
    let Some(rest) = rest.map(|rest| rest.trim_start_matches([' ', '*', '_'])) else {
        return piece;
    };
    let place = Known {
        place: true,
        ..Known::default()
    };
    let dated = lead(rest, place).is_some_and(|lead| lead.written.range.start == 0 && (lead.written.dated || lead.written.parts.is_some()));
    if dated {
        Span::new(piece.end - rest.len() as u32, piece.end)
    } else {
        piece
    }
}

/// Whether a line is a row of a word or two, "10 December. Closed.", where a list goes on.
fn is_brief(text: &str, lead: &super::dates::Lead) -> bool {
    const LONGEST: usize = 60;
    let rest = &text[lead.end..];
    let capital = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let set_off = capital || rest.starts_with(['.', ':', ',', '\t']) || [" -", " \u{2013}"].iter().any(|mark| rest.starts_with(mark));
    let word = rest.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 2);
    text.len() <= LONGEST && lead.written.range.start <= 4 && lead.written.parts.is_some() && set_off && word
}

/// Takes in a line that opens with a time, below a heading that is a day: a row of that day.
fn timed(document: &Document, at: usize, piece: Span, list: &mut List) -> bool {
    // "07.15" may have been taken for the number of a paragraph.
    let block = &document.blocks[at];
    let piece = if piece == block.body { block.span } else { piece };
    let text = document.fold.slice(piece);
    let day = list.rows.last().and_then(|row| row.when).filter(|when| when.exact().is_some());
    let Some((hour, day)) = super::hours::opening(text).zip(day).filter(|_| is_narrative(document, at)) else {
        return false;
    };
    let end = hour.range.end;
    let written = super::dates::Written::following(hour.range, Some(day));
    let mut new = row(piece.start, at, super::dates::Lead { written, end });
    new.hour = Some(hour.minute);
    new.account.extend(after(document, piece, end));
    list.rows.push(new);
    list.last = at;
    true
}

/// The words of a line after its date.
fn after(document: &Document, piece: Span, end: usize) -> Option<Span> {
    let text = document.fold.slice(piece);
    let rest = text[end..].trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\u{201c}' | '('));
    let span = Span::new(piece.end - rest.len() as u32, piece.end);
    (!rest.is_empty()).then_some(span)
}

/// Whether what opens a line opens a row of a chronology and not a sentence: "5 January 2015 was a Monday".
pub(super) fn opens_row(text: &str, start: usize, end: usize, written: &super::dates::Written) -> bool {
    let rest = &text[end..];
    let next = rest.trim_start();
    let bare = text[..start].bytes().filter(u8::is_ascii_alphabetic).count();
    // "In March 2015 the mother …" is a sentence; "w/c 5.3.15" and "Early March 2015" are not.
    let word = text
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .split(' ')
        .next()
        .unwrap_or("");
    let preposition = [
        "in", "on", "between", "from", "during", "about", "around", "by", "since", "before", "after",
    ];
    if bare > 0 && preposition.contains(&word.to_ascii_lowercase().as_str()) {
        return false;
    }
    let verb = next.split(' ').next().unwrap_or("");
    let prose = [
        "was", "is", "were", "and", "had", "has", "saw", "to", "until", "marked", "or", "edition", "census", "onwards",
    ];
    let separated =
        rest.starts_with([':', '.', ',', ';', ')', '*', '\t', '-', '\u{2013}']) || rest.starts_with(" -") || rest.starts_with(" \u{2013}");
    // A year alone is a row only when the words after it are set off.
    let year_alone = written.parts.is_none() && text[start..end].len() == 4;
    // What is flawed and stands in points is as likely a paragraph's number.
    let doubtful = written.pointed && written.flaw.is_some() && written.parts.is_none();
    tells(rest) && !doubtful && (separated || !prose.contains(&verb)) && !(year_alone && next.starts_with(char::is_lowercase))
}
