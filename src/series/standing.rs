//! Text is `standing` when it is in the minutes because they are minutes: agenda, attendance, apologies, terms of reference, dates and
//! places of meetings, what is said of the minutes themselves. That it recurs tells nothing.

use crate::document::{Document, Setting, Zone};

/// Headings under which text is standing, lower case, as they begin.
#[rustfmt::skip]
const SECTIONS: [&str; 40] = [
    "present", "in attendance", "attendance", "attendees", "attended", "apologies", "apology", "invited", "invitees", "absent", "distribution",
    "circulation", "copies to", "confidential", "agenda", "terms of reference", "purpose of", "ground rules", "equal", "diversity", "data protection",
    "privacy", "date of next", "dates of next", "next meeting", "date and time of next", "future meeting", "future dates", "introductions", "welcome",
    "quorum", "quoracy", "declarations of interest", "declaration of interest", "membership", "members", "family details", "details of child",
    "family composition", "household",
];
/// Labels of lines that are standing.
#[rustfmt::skip]
const LABELS: [&str; 32] = [
    "date", "time", "venue", "location", "place", "child", "child(ren)", "children", "name", "name of child", "dob", "d.o.b", "address", "chair",
    "chaired by", "minutes", "minute taker", "minutes taken by", "note taker", "present", "apologies", "in attendance", "attendees", "distribution",
    "cc", "next meeting", "date of next meeting", "date of meeting", "date of this meeting", "type of meeting", "legal status", "reference",
];
/// What is said of the minutes themselves, lower case.
#[rustfmt::skip]
const OF_MINUTES: [&str; 12] = [
    "these minutes", "the minutes of", "previous minutes", "minutes of the last", "minutes of the previous", "last minutes were", "minutes were agreed",
    "minutes will be", "agreed as a true", "agreed as an accurate", "must not be copied", "strictly confidential",
];

/// For each block of `document`, whether it is standing text.
pub(super) fn blocks(document: &Document) -> Vec<bool> {
    let under = |block: Option<u32>| {
        let heading = block.and_then(|at| document.blocks.get(at as usize));
        heading.is_some_and(|heading| opens_section(document.fold.slice(heading.body)))
    };
    let is_standing = |at: usize| {
        let block = &document.blocks[at];
        let text = document.fold.slice(block.body);
        matches!(block.zone, Zone::Heading | Zone::Contents)
            || block.setting == Setting::Matter
            || under(block.section)
            || is_labelled(text)
            || in_labelled_row(document, at)
            || is_attendee(document, at)
    };
    (0..document.blocks.len()).map(is_standing).collect()
}

/// Whether a sentence speaks of the minutes themselves.
pub(super) fn speaks_of_minutes(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    OF_MINUTES.iter().any(|words| lower.contains(words))
}

fn opens_section(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let bare = lower.trim_start_matches(|c: char| !c.is_alphabetic());
    SECTIONS.iter().any(|words| bare.starts_with(words))
}

/// "Date: Tuesday 26 March 2024", "Venue:".
fn is_labelled(text: &str) -> bool {
    let Some((label, _)) = text.split_once(':') else { return false };
    label.len() <= 32 && LABELS.contains(&label.trim().to_lowercase().as_str())
}

/// A cell of a row that a label opens: "Venue", "Date:".
fn in_labelled_row(document: &Document, at: usize) -> bool {
    let Some(cell) = document.blocks[at].cell else { return false };
    let mut row = document.blocks[..at].iter().rev().take_while(|block| {
        let other = block.cell;
        other.is_some_and(|other| (other.table, other.row) == (cell.table, cell.row))
    });
    row.any(|block| {
        let text = document.fold.slice(block.body).to_lowercase();
        LABELS.contains(&text.trim_end_matches([':', ' ']))
    })
}

/// A row of a table whose header names who was there.
fn is_attendee(document: &Document, at: usize) -> bool {
    let Some(cell) = document.blocks[at].cell else { return false };
    let before = document.blocks[..at]
        .iter()
        .rev()
        .take_while(|block| block.cell.is_some_and(|other| other.table == cell.table));
    let header = before.filter(|block| block.cell.is_some_and(|other| other.row == 0));
    let mut words = header.map(|block| document.fold.slice(block.body).to_lowercase());
    words.any(|word| matches!(word.trim(), "attended" | "present" | "in attendance" | "apologies" | "attendance"))
}
