//! An event is a date in the text: the first cell of a chronology's row, or a date in the narrative.

use super::dates::{self, Found};
use super::{Document, Event, LabelKind, Zone, table};
use crate::text::Span;

/// A line that opens with a date is a row when its section has at least this many such lines.
const FEWEST_ROWS: usize = 3;

/// The dates of all blocks, in reading order.
pub(super) fn find(document: &Document) -> Vec<Event> {
    let mut events = rows_of_tables(document);
    events.extend(rows_of_lines(document));
    let rows: std::collections::HashSet<u32> = events.iter().map(|e| e.block).collect();
    for (i, block) in document.blocks.iter().enumerate() {
        let readable = !matches!(block.zone, Zone::Contents | Zone::Footnote);
        if !readable || (rows.contains(&(i as u32)) && block.zone == Zone::Table) {
            continue;
        }
        let text = document.fold.slice(block.body);
        let skip = if rows.contains(&(i as u32)) {
            dates::leading(text).map_or(0, |d| d.range.end)
        } else {
            0
        };
        for found in dates::find(text) {
            if found.range.start >= skip && !is_paragraph_number(document, text, &found) {
                events.push(event(block.body.start, i, &found, false, Span::default()));
            }
        }
    }
    events.sort_by_key(|e| e.span);
    events
}

fn event(base: u32, block: usize, found: &Found, row: bool, account: Span) -> Event {
    let span = Span::new(base + found.range.start as u32, base + found.range.end as u32);
    Event {
        span,
        block: block as u32,
        date: found.iso.clone(),
        row,
        account,
    }
}

/// Rows of tables whose first column holds dates: every cell there that is shaped like a date is one, real or not.
fn rows_of_tables(document: &Document) -> Vec<Event> {
    let mut events = Vec::new();
    for table in table::all(document) {
        let column = (0..table.rows.first().map_or(0, Vec::len).min(3)).find(|&c| holds_dates(document, &table, c));
        let Some(column) = column else { continue };
        for row in table.body() {
            let Some(block) = row.get(column).copied().flatten() else {
                continue;
            };
            let body = document.blocks[block].body;
            let text = document.fold.slice(body);
            let last = row.iter().flatten().next_back().copied().unwrap_or(block);
            let account = if last == block {
                Span::default()
            } else {
                document.blocks[last].body
            };
            if let Some(found) = dates::leading(text).or_else(|| shaped_like_date(text)) {
                events.push(event(body.start, block, &found, true, account));
            }
        }
    }
    events
}

fn holds_dates(document: &Document, table: &table::Table, column: usize) -> bool {
    let cells: Vec<&str> = table
        .body()
        .iter()
        .filter_map(|r| r.get(column).copied().flatten())
        .map(|b| document.fold.slice(document.blocks[b].body))
        .collect();
    let dated = cells.iter().filter(|c| dates::leading(c).is_some()).count();
    let titled = table.title(document, column).contains("date");
    dated > 0 && (dated * 2 > cells.len() || (titled && dated * 4 > cells.len()))
}

/// Figures set out as a date, though no calendar has it ("14.1.6"); read only where a date must stand.
fn shaped_like_date(text: &str) -> Option<Found> {
    let len = text
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/' | b'-'))
        .count();
    let figures = &text[..len];
    let parts = figures.split(['.', '/', '-']).filter(|p| !p.is_empty()).count();
    (len >= 4 && (2..=3).contains(&parts)).then(|| Found {
        range: 0..len,
        iso: None,
        pointed: figures.contains('.'),
    })
}

/// Lines that open with a date, several to a section.
fn rows_of_lines(document: &Document) -> Vec<Event> {
    let mut events: Vec<(Option<u32>, Event)> = Vec::new();
    for (i, block) in document.blocks.iter().enumerate() {
        let numbered = block
            .paragraph
            .is_some_and(|p| document.outline.entries[p as usize].block == i as u32);
        if !matches!(block.zone, Zone::Paragraph | Zone::List) || numbered {
            continue;
        }
        let text = document.fold.slice(block.body);
        let Some(found) = dates::leading(text).filter(|d| d.iso.is_some() || d.pointed) else {
            continue;
        };
        let rest = text[found.range.end..].trim_start_matches([' ', '-', ':', ',', ';', '.']);
        if !rest.is_empty() {
            let account = Span::new(block.body.end - rest.len() as u32, block.body.end);
            events.push((block.section, event(block.body.start, i, &found, true, account)));
        }
    }
    let mut counts = std::collections::HashMap::new();
    for (section, _) in &events {
        *counts.entry(*section).or_insert(0_usize) += 1;
    }
    events
        .into_iter()
        .filter(|(section, _)| counts[section] >= FEWEST_ROWS)
        .map(|(_, e)| e)
        .collect()
}

/// "paragraph 7.1.15" and "7.1.15 to 7.1.17" cite paragraphs; "on 7.1.15" is a day. Figures that no paragraph carries are dates.
fn is_paragraph_number(document: &Document, text: &str, found: &Found) -> bool {
    if !found.pointed {
        return false;
    }
    let before = text[..found.range.start].trim_end();
    let word: String = before
        .rsplit(' ')
        .next()
        .unwrap_or("")
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_ascii_lowercase();
    if matches!(
        word.as_str(),
        "paragraph"
            | "paragraphs"
            | "para"
            | "paras"
            | "section"
            | "sections"
            | "finding"
            | "recommendation"
            | "see"
            | "action"
            | "point"
            | "at"
    ) {
        return true;
    }
    let dated = matches!(
        word.as_str(),
        "on" | "by" | "from" | "between" | "since" | "until" | "till" | "dated" | "of" | "before" | "after" | "held" | "for"
    );
    !dated && !document.outline.find(LabelKind::Paragraph, &text[found.range.clone()]).is_empty()
}
