//! The own day of a document is the one on which it says that it was written, agreed or published, or its meeting was held.

use std::collections::HashSet;

use jiff::civil::Date;

use super::calendar::Precision;
use super::dates::{Known, find};
use super::timeline::{Row, Timeline};
use crate::document::{Block, Document, Genre, Setting};
use crate::text::Span;

/// How far the first page reaches, in folded bytes.
const FIRST_PAGE: u32 = 3_000;

/// Words before a date that make it the document's own.
const OWN: [&str; 43] = [
    "adopted",
    "adopted in",
    "agreed in",
    "approved in",
    "endorsed in",
    "filed",
    "filed on",
    "lodged on",
    "typed on",
    "version of",
    "text of",
    "draft of",
    "edition of",
    "revision of",
    "closed on",
    "dated",
    "date of report",
    "date of this report",
    "date of this version",
    "report date",
    "date",
    "completed",
    "completed on",
    "published",
    "published on",
    "published in",
    "published by",
    "agreed",
    "agreed on",
    "approved",
    "approved on",
    "signed off",
    "signed off on",
    "ratified on",
    "adopted on",
    "endorsed on",
    "issued",
    "issued on",
    "finalised",
    "finalised on",
    "submitted on",
    "final report",
    "version",
];

/// The same in minutes.
const MEETING: [&str; 16] = [
    "date and time",
    "date and place",
    "date and venue",
    "date & time",
    "date/time",
    "record sent",
    "record sent out",
    "record typed",
    "held on",
    "date of meeting",
    "meeting date",
    "meeting held on",
    "date of conference",
    "conference held on",
    "meeting",
    "date of core group",
];

/// Words before a date that make it another day than the document's.
const FOREIGN: [&str; 16] = [
    "hearing",
    "listed",
    "birth",
    "meeting",
    "conference",
    "death",
    "died",
    "guidance",
    "act ",
    "inspection",
    "letter",
    "from",
    "review date",
    "born",
    "terms of reference",
    "rapid review",
];

/// The latest day that the first page gives as the document's own: one that its words call so, or a line of its title that
/// is nothing but a date.
pub(super) fn find_in(document: &Document, timeline: &Timeline) -> Option<(Date, Span)> {
    let told = |row: &Row| {
        row.account
            .iter()
            .map(|piece| document.block_at(piece.start) as u32)
            .collect::<Vec<_>>()
    };
    let rows: HashSet<u32> = timeline
        .rows
        .iter()
        .flat_map(|row| told(row).into_iter().chain([row.block]))
        .collect();
    let mut latest: Option<(Date, Span)> = None;
    let mut titled = None;
    let series = tells_by_months(document);
    let first_page = document.blocks.iter().take_while(|block| block.span.start < FIRST_PAGE);
    let mut label = (None, String::new());
    for block in first_page {
        let text = document.fold.slice(block.body);
        // What a row tells of its day is no word on the paper's.
        if rows.contains(&(document.block_at(block.span.start) as u32)) {
            label.0 = None;
            continue;
        }
        let row = block.cell.map(|cell| (cell.table, cell.row));
        // "Held on:" may be a cell of its own.
        let before = if row.is_some() && label.0 == row {
            std::mem::take(&mut label.1)
        } else {
            String::new()
        };
        label = (row, row.map_or(String::new(), |_| text.to_lowercase()));
        // A block may be the whole document; what stands beyond the first page of it is no title.
        let on_page = text.floor_char_boundary(FIRST_PAGE as usize);
        for written in find(&text[..on_page], Known::default()) {
            let Some(when) = written.when.filter(|_| written.dated) else {
                continue;
            };
            let span = Span::new(
                block.body.start + written.range.start as u32,
                block.body.start + written.range.end as u32,
            );
            let line = || is_line_of_title(document, block, written.range.clone());
            if titled.is_none()
                && !(when.precision != Precision::Day && series)
                && (is_title(document, block, written.range.clone()) || line())
            {
                titled = Some((when.last, span));
            }
            let head = format!("{before} {}", text[..written.range.start].to_lowercase());
            let called = is_own(document.genre, head.trim_start());
            if called && latest.is_none_or(|(day, _)| day < when.last) {
                latest = Some((when.last, span));
            }
        }
    }
    latest.or(titled)
}

/// Whether the story is told month by month: its headings are months, and the first of them is no date of the paper.
fn tells_by_months(document: &Document) -> bool {
    const FEWEST: usize = 3;
    let months = document.blocks.iter().filter(|block| block.level > 0).filter(|block| {
        super::gather::heading(document.fold.slice(block.body), Known::default()).is_some_and(|known| known.month.is_some())
    });
    months.take(FEWEST).count() == FEWEST
}

/// Whether a date is all that a line of the title says, or in minutes the first thing, before the hour and the room.
fn is_title(document: &Document, block: &Block, written: std::ops::Range<usize>) -> bool {
    const TITLE: u32 = 600;
    let text = document.fold.slice(block.body).trim();
    let above = block.setting != Setting::Narrative || block.level > 0 || block.body.start < TITLE;
    let alone = text.len() <= written.len() + 1;
    let meeting = document.genre == Genre::Minutes && block.body.start < TITLE && written.start == 0;
    let hour = || text[written.end.min(text.len())..].starts_with([',', ' ']) && text.len() < NEAR * 2;
    block.cell.is_none() && (above && alone || meeting && hour())
}

/// Whether a short line of the first page is of the paper itself and ends with its date: "Harlow Board, June 2019".
fn is_line_of_title(document: &Document, block: &Block, written: std::ops::Range<usize>) -> bool {
    const TOP: u32 = 400;
    #[rustfmt::skip]
    const PAPER: [&str; 32] = [
        "report", "version", "draft", "status", "chronology", "log", "audit", "author", "board", "partnership", "letter", "submitted", "printed", "written", "prepared", "review", "minutes",
        "notes", "note", "meeting", "conference", "core group", "held", "plan", "final", "briefing", "summary", "paper", "council", "trust", "school", "update",
    ];
    #[rustfmt::skip]
    const OTHER: [&str; 26] = [
        "born", "birth", "dob", "died", "death", "dead", "period", "since", "from", "between", "covering", "next", "previous", "last ", "injur", "incident", "killed", "murder", "offence", "arrest",
        "admi", "act ", "guidance", "working together", "inspection", "terms of reference",
    ];
    let text = document.fold.slice(block.body);
    let (head, tail) = (text[..written.start].to_lowercase(), text[written.end..].to_lowercase());
    let clock = tail.trim_start_matches([',', ' ', '.', ')']);
    let ends = clock.len() <= 40 && (clock.is_empty() || tail.starts_with([',', ' ', ')']) && !clock.contains(". "));
    let short = text.len() < NEAR + NEAR / 2 && block.body.start < TOP && block.cell.is_none() && !head.contains(". ");
    let minutes = document.genre == Genre::Minutes;
    // "Panel meeting, 3 March 2019" is one day of a review's work.
    let work = ["meeting", "conference", "panel", "referral", "notification", "decision"]
        .iter()
        .any(|word| head.contains(word));
    let work = work && !minutes && !["report", "letter", "paper", "prepared"].iter().any(|word| head.contains(word));
    let other = work || (!minutes || head.contains("born")) && OTHER.iter().any(|word| head.contains(word));
    let clock_only = clock.is_empty() || minutes;
    short && ends && clock_only && !other && PAPER.iter().any(|word| head.contains(word))
}

/// Whether the words before a date make it the document's own.
fn is_own(genre: Genre, head: &str) -> bool {
    let said = head.rsplit(". ").next().unwrap_or_default();
    let plain = head.trim_end_matches([' ', ':', '*', '_', '-', '\u{2013}']);
    let named = [
        "report date",
        "date of report",
        "date of this report",
        "report dated",
        "review completed",
        "report completed",
    ];
    if head.len() < NEAR * 5 && (opens_own(said) || named.iter().any(|lead| plain.ends_with(lead))) {
        return true;
    }
    let mut bare = head.trim_end_matches([' ', ':', '*', '_', ',', '-', '\u{2013}']);
    // "First child in need meeting 18 April", "Next meeting" are still to come.
    let other = ["next", "first ", "following", "last ", "previous", "future"]
        .iter()
        .any(|word| head.contains(word));
    if matches!(genre, Genre::Minutes) && MEETING.iter().any(|lead| bare.ends_with(lead)) && !other {
        return true;
    }
    // "Agreed by the Partnership on", "Version 3,"
    if let Some(at) = bare.find(" by ") {
        bare = &bare[..at];
    }
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    // "Her first note is dated 31 March" is of another paper.
    let of_a_paper = bare.ends_with(" is dated") || bare.ends_with(" was dated");
    // "For the review panel. Version of"
    let version = said.len() < 16
        && ["version of", "draft of", "text of", "version"]
            .iter()
            .any(|lead| said.trim().starts_with(lead));
    if version && head.len() < NEAR * 5 && !strange(said) {
        return true;
    }
    head.len() < NEAR && !of_a_paper && OWN.iter().any(|lead| bare.ends_with(lead)) && !strange(head)
}

/// Whether a sentence before a date opens as one that tells the document's own: "Presented to the Board on".
fn opens_own(said: &str) -> bool {
    let bare = said.trim_end_matches([' ', ':', '*', '_', ',', '-', '\u{2013}', '(']);
    let paper = [
        "this report ",
        "this review ",
        "this paper ",
        "this document ",
        "this chronology ",
        "this briefing ",
    ];
    let ends = [
        "is dated",
        "was completed on",
        "was agreed on",
        "was finished on",
        "was written in",
        "was written on",
        "is of",
    ];
    if paper.iter().any(|lead| said.starts_with(lead)) && ends.iter().any(|end| bare.ends_with(end)) {
        return true;
    }
    let led = OPENING.iter().any(|lead| {
        said.rfind(lead).is_some_and(|at| {
            let whole = !said[..at].ends_with(char::is_alphanumeric);
            // "Her words were written down on" is of another paper.
            let verb = [" was ", " were ", " had "].iter().any(|verb| said[..at].contains(verb));
            let paper = [
                "report",
                "review",
                "chronology",
                "paper",
                "document",
                "plan",
                "version",
                "briefing",
                "minutes",
                "note",
            ];
            whole && (!verb || paper.iter().any(|word| said[..at].contains(word))) && bare.len().saturating_sub(at + lead.len()) < 48
        })
    });
    led && said.len() < NEAR && !said.contains(';') && !strange(said)
}

/// Whether words before a date make it another day than the document's.
fn strange(head: &str) -> bool {
    FOREIGN.iter().any(|word| head.contains(word))
}

/// Words that open a line which ends with the document's own date, whatever stands between: "Presented to the Board on".
const OPENING: [&str; 21] = [
    "final text",
    "author's final text",
    "author's text",
    "presented",
    "prepared",
    "produced",
    "compiled",
    "written",
    "drafted",
    "final version",
    "author's final version",
    "final draft",
    "final report",
    "independent reviewer's report",
    "report of the",
    "report agreed",
    "position at",
    "position as at",
    "as at",
    "date of this",
    "last updated",
];

/// How near to its block's start, in bytes, the document's own date stands.
const NEAR: usize = 80;
