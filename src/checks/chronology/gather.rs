//! Gathering puts the rows of all chronologies of a document together: tables with a column of dates, and lists of
//! paragraphs, bullets or headings that open with one.

use super::calendar::Precision;
use super::dates::{Flaw, Known, Lead, lead};
use super::desk::Desk;
use super::timeline::{Chronicle, People, Row, Timeline};
use super::{diary, lines, records, tables};
use crate::document::{Document, Zone};
use crate::text::Span;

/// The chronologies of `document`, in reading order. Who is named and seen is found later.
pub(super) fn timeline(desk: Desk<'_>) -> Timeline {
    let document = desk.document;
    let mut found: Vec<(Vec<Row>, bool)> = tables::all(document);
    found.extend(lines::all(desk).into_iter().map(|rows| (rows, false)));
    found.extend(records::all(document));
    // Beside a chronology a narrative is held to it; alone it stands for one.
    let narrative = found.is_empty();
    if narrative {
        found.extend(diary::all(document).into_iter().map(|rows| (rows, false)));
    }
    // "12/21", "13/21": what mostly has no date's form is numbered so.
    let malformed = |row: &&Row| matches!(row.how.flaw, Some(Flaw::Malformed(_))) && row.when.is_none();
    found.retain(|(rows, _)| rows.iter().filter(malformed).count() * 2 <= rows.len());
    found.sort_by_key(|(rows, _)| rows.first().map(|row| row.written));
    let mut timeline = Timeline::default();
    for (rows, sourced) in found {
        let from = timeline.rows.len();
        timeline.rows.extend(with_years(rows));
        let to = timeline.rows.len();
        timeline.chronicles.push(Chronicle {
            from,
            to,
            sourced,
            narrative,
        });
    }
    timeline
}

/// The rows with the year of the row before for those that give a day and a month, or the year after when that fits better.
fn with_years(mut rows: Vec<Row>) -> Vec<Row> {
    disown_headings(&mut rows);
    for at in 0..rows.len() {
        let (Some((month, day)), None, None) = (rows[at].how.parts, rows[at].when, &rows[at].how.flaw) else {
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| rows[before].when);
        let after = rows[at + 1..].iter().take(4).find_map(|row| row.when);
        let years = [before, after]
            .into_iter()
            .flatten()
            .flat_map(|when| [when.first.year(), when.last.year()]);
        let dates = years.filter_map(|year| jiff::civil::Date::new(year, month, day).ok());
        let fits = |date: &jiff::civil::Date| before.is_none_or(|b| b.first <= *date) && after.is_none_or(|a| *date <= a.last);
        rows[at].when = { dates }.find(fits).map(super::calendar::When::day);
    }
    rows
}

/// Takes back the year that a heading gave to a row whose neighbours have their own, where it does not lie between theirs: the
/// heading was the paper's date.
fn disown_headings(rows: &mut [Row]) {
    for at in 1..rows.len().saturating_sub(1) {
        let (before, after) = (&rows[at - 1], &rows[at + 1]);
        let own = before.how.dated && after.how.dated && !rows[at].how.dated && rows[at].how.parts.is_some();
        let (Some(when), Some(before), Some(after)) = (rows[at].when.filter(|_| own), before.when, after.when) else {
            continue;
        };
        if before.first <= after.last && (when.last < before.first || after.last < when.first) {
            rows[at].when = None;
            rows[at].how.when = None;
        }
    }
}

/// A row whose date opens the block at `block`, whose words begin at the folded byte `base`.
pub(super) fn row(base: u32, block: usize, found: Lead) -> Row {
    let range = &found.written.range;
    Row {
        written: Span::new(base + range.start as u32, base + range.end as u32),
        block: block as u32,
        when: found.written.when,
        inferred: !found.written.dated,
        account: Vec::new(),
        source: None,
        cut: false,
        named: People::NONE,
        seen: People::NONE,
        hour: None,
        how: found.written,
    }
}

/// What a short heading that holds a year or a month gives to the dates beneath it; `None` when it holds neither.
pub(super) fn heading(text: &str, above: Known) -> Option<Known> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words = bare.split_whitespace().count();
    if bare.is_empty() || words > 6 {
        return None;
    }
    let place = Known { place: true, ..above };
    for (at, _) in bare
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - bare.as_ptr() as usize, word))
    {
        let Some(found) = lead(&bare[at..], place) else {
            continue;
        };
        let Some(when) = found.written.when else { continue };
        let known = match when.precision {
            Precision::Year if when.first.year() == when.last.year() => Known {
                year: Some(when.first.year()),
                month: None,
                place: false,
            },
            Precision::Year => Known::default(),
            Precision::Month => Known {
                year: Some(when.first.year()),
                month: Some(when.first.month()),
                place: false,
            },
            _ => continue,
        };
        return Some(known);
    }
    None
}

/// What the headings above `block` give to the dates in it, or a line of its own right above that is a year.
pub(super) fn above(document: &Document, block: usize) -> Known {
    let line = block.checked_sub(1).map(|before| &document.blocks[before]);
    let line = line.filter(|line| line.cell.is_none() && line.body.len() <= 12);
    if let Some(known) = line.and_then(|line| heading(document.fold.slice(line.body), Known::default())) {
        return known;
    }
    let section = document.blocks.get(block).and_then(|b| b.section);
    let Some(section) = section.and_then(|at| document.blocks.get(at as usize)) else {
        return Known::default();
    };
    heading(document.fold.slice(section.body), Known::default()).unwrap_or_default()
}

/// Whether words after a date tell of something: two words at least that are no time of day.
pub(super) fn tells(rest: &str) -> bool {
    let words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    words
        .filter(|word| !matches!(word.to_ascii_lowercase().as_str(), "hrs" | "noon" | "time" | "venue"))
        .nth(1)
        .is_some()
}

/// Whether a block can be part of a chronology.
pub(super) fn is_narrative(document: &Document, block: usize) -> bool {
    use crate::document::Setting;
    let block = &document.blocks[block];
    !matches!(block.zone, Zone::Contents | Zone::Footnote)
        && !matches!(block.setting, Setting::Plan | Setting::Recommendation | Setting::Matter)
}
