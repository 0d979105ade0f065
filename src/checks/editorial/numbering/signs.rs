//! A sign opens a block and counts: "(a)", "B.4", "A10", "17/21", "5C", "Step 3:". Signs that are written alike are a series.

use std::collections::HashMap;

use super::{Series, Step, Written};
use crate::document::{Block, Document, Zone, month, roman_value, unit_word};
use crate::text::Span;

/// Words that a number or a letter follows at the head of what they count.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "Item", "Minute", "Step", "Stage", "Part", "Chapter", "Section", "Theme", "Question", "Table", "Figure", "Box", "Appendix", "Annex", "Priority", "Objective", "Outcome", "Standard",
    "Issue", "Lesson", "Line", "Row", "Principle", "Episode", "Incident", "Phase", "Schedule", "Case", "Measure", "Measures", "Task", "Goal", "Aim", "Area", "Strand", "Key",
];
/// Letters that lists leave out lest they be read as figures or romans.
const LEFT_OUT: &[u32] = &[9, 12, 15, 17];
/// Bytes of a block in which its sign stands.
const LONGEST: usize = 24;

/// The series of signs, each in reading order.
pub(super) fn series(document: &Document) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    let mut by_shape: HashMap<(String, String, Written, Option<u32>), usize> = HashMap::new();
    let mut last_roman: HashMap<String, u32> = HashMap::new();
    for (at, column) in counting_blocks(document) {
        let block = &document.blocks[at];
        let text = document.fold.slice(block.span);
        let Some(sign) = sign(text, block) else { continue };
        let before = &text[..sign.from];
        let Some((number, written)) = value(&text[sign.from..sign.to], last_roman.get(before).copied()) else {
            continue;
        };
        let plain = before.bytes().all(|b| b.is_ascii_digit() || b == b'.') && written == Written::Figures;
        if block.cell.is_some() && plain && column != Column::Counts {
            continue;
        }
        if written == Written::Roman {
            last_roman.insert(before.to_owned(), number);
        }
        let shape = (before.to_owned(), sign.after.clone(), written, block.cell.map(|cell| cell.table));
        let one = *by_shape.entry(shape).or_insert_with(|| {
            all.push(Series {
                noun: "item",
                before: before.to_owned(),
                after: sign.after.clone(),
                written,
                steps: Vec::new(),
                told_elsewhere: false,
                signs: true,
                table: block.cell.map(|cell| cell.table),
            });
            all.len() - 1
        });
        all[one].steps.push(step(document, at, number, sign.end));
    }
    all
}

/// The step that the block `at` makes, whose sign counts `number` and takes `end` bytes.
fn step(document: &Document, at: usize, number: u32, end: usize) -> Step {
    const TITLE: usize = 80;
    let block = &document.blocks[at];
    let start = block.span.start as usize;
    let rest = match block.cell {
        Some(_) => beside(document, at),
        None => &document.fold.slice(block.span)[end..],
    };
    Step {
        number,
        span: Span::at(start, start + end),
        block: at as u32,
        title: rest.chars().take(TITLE).collect::<String>().to_lowercase().trim().to_owned(),
    }
}

/// The blocks that a sign may open, with what the column does in which they stand.
fn counting_blocks(document: &Document) -> impl Iterator<Item = (usize, Column)> {
    let columns = first_columns(document);
    let mut notes = false;
    document.blocks.iter().enumerate().filter_map(move |(at, block)| {
        // Notes say themselves which of them is not there.
        let head = document.fold.slice(block.span);
        let head = head[..head.floor_char_boundary(12)].trim_matches([':', ' ']).to_lowercase();
        let opens = matches!(head.as_str(), "notes" | "endnotes" | "footnotes");
        notes = opens || notes && block.zone != Zone::Heading;
        let away = matches!(block.zone, Zone::Contents | Zone::Footnote) || block.cell.is_some_and(|cell| cell.column > 0);
        let known = |table: &u32| columns.get(table).copied().unwrap_or(Column::Names);
        let column = block.cell.map_or(Column::Counts, |cell| known(&cell.table));
        (!away && !notes && column != Column::Cites).then_some((at, column))
    })
}

/// What the first column of a table does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    /// It counts the rows.
    Counts,
    /// It may count them in letters and codes.
    Names,
    /// It says what each row answers, or when it happened.
    Cites,
}

/// What the first column of each table does, by its head.
fn first_columns(document: &Document) -> HashMap<u32, Column> {
    #[rustfmt::skip]
    const COUNTING: &[&str] = &["no", "number", "item", "ref", "action", "id", "line", "row", "measure", "action no", "action ref", "item no", "step"];
    const CITING: &[&str] = &["rec", "finding", "para", "theme", "section", "date", "when"];
    let heads = document.blocks.iter().filter_map(|block| {
        let cell = block.cell.filter(|cell| cell.row == 0 && cell.column == 0)?;
        let head = document.fold.slice(block.span).trim_matches(['.', ':', '#', ' ']).to_lowercase();
        // A table whose first row has a sign like the others has no head.
        let counts = head.len() < 3 || head.contains(|c: char| c.is_ascii_digit()) || COUNTING.contains(&head.as_str());
        let cites = head.split(' ').any(|part| CITING.iter().any(|word| part.starts_with(word)));
        let column = match (cites, counts) {
            (true, _) => Column::Cites,
            (false, true) => Column::Counts,
            (false, false) => Column::Names,
        };
        Some((cell.table, column))
    });
    heads.collect()
}

/// Whether a list may leave the letter of `number` out on purpose.
pub(super) fn may_be_left_out(written: Written, number: u32) -> bool {
    written == Written::Letters && LEFT_OUT.contains(&number)
}

/// The words of the cell right of block `at`.
fn beside(document: &Document, at: usize) -> &str {
    document.blocks.get(at + 1).map_or("", |next| document.fold.slice(next.span))
}

/// Where in a block the part that counts stands.
struct Sign {
    from: usize,
    to: usize,
    /// What follows the part that counts: ")", "/21".
    after: String,
    /// Where the sign ends.
    end: usize,
}

fn sign(text: &str, block: &Block) -> Option<Sign> {
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let end = head.find(' ').unwrap_or(head.len());
    let word = &head[..end];
    // A sign alone is no sign, but in a table, where what it counts stands beside it.
    let alone = end == text.len() && block.cell.is_none();
    if block.zone == Zone::Heading && word.trim_end_matches(['.', ')']).bytes().all(|b| b.is_ascii_digit()) {
        let title = text[end..].trim_start();
        let dated = month(title.split(' ').next().unwrap_or("")).is_some();
        return dotted_figures(word.trim_end_matches(')')).filter(|_| title.starts_with(char::is_uppercase) && !dated);
    }
    if NOUNS.contains(&word) {
        return noun(head, end, text.len(), block.zone == Zone::Heading);
    }
    if alone || end == head.len() && text.len() > LONGEST {
        return None;
    }
    bracketed(word)
        .or_else(|| year(word))
        .or_else(|| lettered(word))
        .or_else(|| behind(word))
        .or_else(|| {
            let dotted = block.cell.is_some() && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            dotted.then(|| dotted_figures(word)).flatten()
        })
}

/// "Step 3:", "Appendix C" before its title.
fn noun(head: &str, end: usize, length: usize, heading: bool) -> Option<Sign> {
    let from = end + 1;
    let rest = head.get(from..)?;
    let to = from + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let tail = &head[to..];
    let stops = tail.starts_with([':', '.', ')']) || tail.starts_with(" - ") || to == length;
    (to > from && (stops || heading)).then(|| Sign {
        from,
        to,
        after: String::new(),
        end: to,
    })
}

/// "(a)", "(iv)", "(3)", "b)", "b.".
fn bracketed(word: &str) -> Option<Sign> {
    let from = usize::from(word.starts_with('('));
    let plain = |inner: &&str| from == 0 && inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let romans = |inner: &&str| {
        from == 0 && !inner.is_empty() && inner.len() < 6 && inner.bytes().all(|b| b"ivx".contains(&b) || b"IVX".contains(&b))
    };
    let inner = word[from..].strip_suffix(')').or_else(|| {
        word.strip_suffix('.')
            .filter(plain)
            .or_else(|| word.strip_suffix('.').filter(romans))
    })?;
    let whole = !inner.is_empty() && inner.len() < 6;
    let letters =
        inner.bytes().all(|b| b.is_ascii_lowercase()) || inner.len() == 1 && inner.as_bytes()[0].is_ascii_uppercase() || romans(&inner);
    let figures = (from == 1 || word.ends_with(')')) && inner.len() < 3 && inner.bytes().all(|b| b.is_ascii_digit());
    (whole && (letters || figures)).then(|| Sign {
        from,
        to: from + inner.len(),
        after: word[from + inner.len()..].to_owned(),
        end: word.len(),
    })
}

/// "17/21": a minute and its year.
fn year(word: &str) -> Option<Sign> {
    let (number, year) = word.trim_end_matches(['.', ':']).split_once('/')?;
    let figures = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let fits = figures(number, 3) && figures(year, 4) && matches!(year.len(), 2 | 4);
    fits.then(|| Sign {
        from: 0,
        to: number.len(),
        after: format!("/{year}"),
        end: number.len() + 1 + year.len(),
    })
}

/// "B.4", "A10", "LP-3", "B.2.4".
fn lettered(word: &str) -> Option<Sign> {
    let trimmed = word.trim_end_matches(['.', ':', ')']);
    let letters = trimmed.bytes().take_while(u8::is_ascii_uppercase).count();
    let from = trimmed.len() - trimmed.bytes().rev().take_while(u8::is_ascii_digit).count();
    let middle = trimmed.get(letters..from)?;
    let fits = (1..=4).contains(&letters)
        && (1..=3).contains(&(trimmed.len() - from))
        && middle.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    fits.then(|| Sign {
        from,
        to: trimmed.len(),
        after: String::new(),
        end: trimmed.len(),
    })
}

/// "5C", "2b.".
fn behind(word: &str) -> Option<Sign> {
    let trimmed = word.trim_end_matches(['.', ':', ')']);
    let from = trimmed.len().checked_sub(1)?;
    let fits = (1..=2).contains(&from)
        && trimmed.is_ascii()
        && trimmed[..from].bytes().all(|b| b.is_ascii_digit())
        && trimmed.ends_with(|c: char| c.is_ascii_alphabetic());
    fits.then(|| Sign {
        from,
        to: trimmed.len(),
        after: String::new(),
        end: trimmed.len(),
    })
}

/// "3", "4.2" at the left of a table.
fn dotted_figures(word: &str) -> Option<Sign> {
    let trimmed = word.trim_end_matches('.');
    let from = trimmed.rfind('.').map_or(0, |dot| dot + 1);
    let fits = trimmed.matches('.').count() < 2 && (1..=2).contains(&(trimmed.len() - from)) && trimmed.len() < 6;
    fits.then(|| Sign {
        from,
        to: trimmed.len(),
        after: String::new(),
        end: trimmed.len(),
    })
}

/// The number of a sign's counting part, and how it is written. A letter that goes on from the roman before it is a roman.
fn value(part: &str, roman: Option<u32>) -> Option<(u32, Written)> {
    if let Ok(number) = part.parse() {
        return Some((number, Written::Figures));
    }
    if let Some(number) = unit_word(part) {
        return Some((number, Written::Words));
    }
    let lower = part.to_ascii_lowercase();
    let as_roman = roman_value(&lower).filter(|&number| number < 40);
    if part.len() > 1 {
        return as_roman.map(|number| (number, Written::Roman));
    }
    let letter = lower.bytes().next().filter(u8::is_ascii_lowercase)?;
    // "(i)" begins a row of romans; a list of letters that comes as far may leave it out.
    let goes_on = as_roman.filter(|&number| number == 1 || roman.is_some_and(|before| number >= before && number <= before + 2));
    let letter = (u32::from(letter - b'a') + 1, Written::Letters);
    Some(goes_on.map_or(letter, |number| (number, Written::Roman)))
}
