//! A `Birth` is a day on which a document says that somebody was born.

use jiff::civil::Date;

use super::birth_words;
use super::calendar::{Precision, When, days};
use super::dates::{Known, find};
use super::name::name_at_end;
use super::scene::Scene;
use crate::document::{Document, Zone};
use crate::text::Span;

/// A day on which somebody is said to have been born.
#[derive(Clone, Debug)]
pub(super) struct Birth {
    /// Who, as written.
    pub(super) name: String,
    /// When; of a month, its first day.
    pub(super) date: Date,
    /// Days by which the birth may be later, when a month alone is told.
    pub(super) within: i32,
    /// The date as written (folded bytes).
    pub(super) span: Span,
    /// Whether a row of a chronology tells it.
    pub(super) row: bool,
}

/// All births that `document` tells, in reading order.
pub(super) fn births(document: &Document, scene: &Scene<'_>) -> Vec<Birth> {
    let mut found = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if matches!(block.zone, Zone::Contents | Zone::Footnote) {
            continue;
        }
        let text = document.fold.slice(block.body);
        let lower = text.to_ascii_lowercase();
        found.extend(beside_name(document, at, &lower));
        found.extend(below_name(document, at, &lower));
        // Of a table's cells, those that name somebody and tell the birth themselves; columns of births are read below.
        if block.cell.is_some() && !lower.contains("born ") {
            continue;
        }
        if ["born", "birth", "d.o.b", "dob", "(b."].iter().any(|word| lower.contains(word)) {
            in_prose(text, block.body.start, &mut found);
        }
    }
    in_tables(document, &mut found);
    for row in &scene.timeline.rows {
        let Some(day) = row.when.and_then(When::exact) else { continue };
        for &piece in &row.account {
            let text = document.fold.slice(piece);
            for (at, _) in text.match_indices("born") {
                let head = text[..at].trim_end();
                let verbs = [" was", " is", " were", " are"];
                let before = verbs.iter().find_map(|verb| head.strip_suffix(verb)).unwrap_or(head).trim_end();
                let other_day = !find(text.get(at..).unwrap_or(""), Known::default()).is_empty();
                let whole = !text[at + 4..].starts_with(|c: char| c.is_alphanumeric()) && text[..at].ends_with(' ');
                if let Some(name) = name_at_end(before).filter(|_| whole && !other_day) {
                    found.push(Birth {
                        name: own_name(name),
                        date: day,
                        within: 0,
                        span: row.written,
                        row: true,
                    });
                }
            }
        }
    }
    found
}

/// "born 30 June 2014", the cell behind that of a name.
fn beside_name(document: &Document, at: usize, lower: &str) -> Option<Birth> {
    let (block, before) = (&document.blocks[at], document.blocks.get(at.checked_sub(1)?)?);
    let (cell, name) = (block.cell?, before.cell?);
    let titled = document.fold.slice(before.body).trim_end_matches([':', ' ']).to_lowercase();
    if ["date of birth", "dob", "d.o.b", "born"].contains(&titled.as_str()) {
        return of_form(document, at);
    }
    let led = ["born", "b.", "dob", "d.o.b", "date of birth"]
        .iter()
        .any(|stem| lower.starts_with(stem));
    let beside = led && (cell.table, cell.row, cell.column) == (name.table, name.row, name.column + 1);
    let text = document.fold.slice(block.body);
    let date = find(text, Known::default()).into_iter().next().filter(|_| beside)?;
    let alone = text[..date.range.start].split_whitespace().count() <= 4;
    let day = date.when.and_then(When::exact).filter(|_| alone && date.dated)?;
    Some(Birth {
        name: own_name(name_at_end(document.fold.slice(before.body).trim())?),
        date: day,
        within: 0,
        span: Span::new(block.body.start + date.range.start as u32, block.body.start + date.range.end as u32),
        row: false,
    })
}

/// "Date of birth: 4 May 2015", the line below "Name: Kestrel".
fn below_name(document: &Document, at: usize, lower: &str) -> Option<Birth> {
    let led = ["date of birth:", "dob:", "d.o.b.:", "born:"]
        .iter()
        .find(|lead| lower.starts_with(**lead))?;
    let above = document.blocks.get(at.checked_sub(1)?)?;
    let (title, name) = document.fold.slice(above.body).split_once(':')?;
    let named = ["name", "child", "subject", "child's name", "adult"].contains(&title.trim().to_lowercase().as_str());
    let block = &document.blocks[at];
    let text = document.fold.slice(block.body);
    let date = find(text, Known::default())
        .into_iter()
        .next()
        .filter(|date| date.range.start <= led.len() + 2)?;
    Some(Birth {
        name: own_name(name_at_end(name.split(" (").next()?.trim()).filter(|_| named)?),
        date: date.when.and_then(When::exact)?,
        within: 0,
        span: Span::new(block.body.start + date.range.start as u32, block.body.start + date.range.end as u32),
        row: false,
    })
}

/// The birth in the cell at `at` of a form, whose rows above name the child: "Name | Kestrel".
fn of_form(document: &Document, at: usize) -> Option<Birth> {
    const ABOVE: usize = 12;
    const TITLES: [&str; 7] = ["name", "child", "subject", "child's name", "name of child", "adult", "full name"];
    let block = &document.blocks[at];
    let table = block.cell?.table;
    let above = &document.blocks[at.saturating_sub(ABOVE)..at];
    let pair = above.windows(2).rev().find(|pair| {
        let here = pair.iter().all(|it| it.cell.is_some_and(|cell| cell.table == table));
        let title = document.fold.slice(pair[0].body).trim_end_matches([':', ' ']).to_lowercase();
        here && TITLES.contains(&title.as_str())
    })?;
    let name = name_at_end(document.fold.slice(pair[1].body).split(" (").next()?)?;
    let date = find(
        document.fold.slice(block.body),
        Known {
            place: true,
            ..Known::default()
        },
    )
    .into_iter()
    .next()?;
    Some(Birth {
        name: own_name(name),
        date: date.when.and_then(When::exact)?,
        within: 0,
        span: Span::new(block.body.start + date.range.start as u32, block.body.start + date.range.end as u32),
        row: false,
    })
}

/// "Wren was born on 9 April 2018", "Perran (date of birth 20.2.19)", "Tamsin (born 4 May 2012)", "Date of birth: Bailey 2 May 2014".
fn in_prose(text: &str, base: u32, found: &mut Vec<Birth>) {
    for date in find(text, Known::default()) {
        let near = |when: &When| date.dated && matches!(when.precision, Precision::Day | Precision::Month);
        let Some(when) = date.when.filter(near) else {
            continue;
        };
        let last = found.last().map(|birth| birth.span);
        let mut names = birth_words::told(text, date.range.clone());
        if names.is_empty() {
            names.extend(and_another(text, last, (base, date.range.start)));
        }
        found.extend(names.into_iter().map(|name| Birth {
            name: own_name(name),
            date: when.first,
            within: days(when.first, when.last),
            span: Span::new(base + date.range.start as u32, base + date.range.end as u32),
            row: false,
        }));
    }
}

/// The name in "and Gareth on", between the birth told at `before` and the date that begins at byte `at` of `text`.
fn and_another(text: &str, before: Option<Span>, (base, at): (u32, usize)) -> Option<String> {
    const LONGEST: usize = 48;
    let from = before?.end.checked_sub(base)? as usize;
    let between = text.get(from..at).filter(|between| between.len() <= LONGEST)?;
    let rest = between.trim_start_matches([',', ')', ' ', ';']);
    let name = rest.strip_prefix("and ").unwrap_or(rest).trim_end();
    let name = [" on", " in", ":", " ("].iter().find_map(|end| name.strip_suffix(end))?;
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let own = name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= 3
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    name_at_end(name).filter(|_| own)
}

/// "Noor" of "Baby Noor": the text goes on with the name alone. "Baby N" and "Child T" stay whole.
fn own_name(name: String) -> String {
    let bare = ["Baby ", "Child "]
        .iter()
        .find_map(|kind| name.strip_prefix(kind))
        .filter(|bare| bare.len() > 2);
    bare.map_or(name.clone(), str::to_owned)
}

/// Tables with a column "Date of birth".
fn in_tables(document: &Document, found: &mut Vec<Birth>) {
    let mut column = None;
    let mut name: Option<(u32, u32, String)> = None;
    for block in &document.blocks {
        let Some(cell) = block.cell else { continue };
        let text = document.fold.slice(block.body);
        if cell.row == 0 {
            let lower = text.to_ascii_lowercase();
            if lower.contains("birth") || lower.contains("dob") || lower == "born" {
                column = Some((cell.table, cell.column));
            }
            continue;
        }
        if cell.column == 0 {
            name = name_at_end(text.split(" (").next().unwrap_or(text)).map(|name| (cell.table, cell.row, name));
        }
        let here = column == Some((cell.table, cell.column));
        let Some((_, _, name)) = name.as_ref().filter(|it| here && (it.0, it.1) == (cell.table, cell.row)) else {
            continue;
        };
        if let Some(date) = find(text, Known::default()).first()
            && let Some(day) = date.when.and_then(When::exact)
        {
            found.push(Birth {
                name: name.clone(),
                date: day,
                within: 0,
                span: Span::new(block.body.start + date.range.start as u32, block.body.start + date.range.end as u32),
                row: false,
            });
        }
    }
}
