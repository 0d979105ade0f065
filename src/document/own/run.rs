//! A `run` of labels or of numbered rows opens blocks one after another, each number one more than the last.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{self, is_common};
use crate::document::block::{Block, Zone};
use crate::document::label::{self, LabelHead, LabelKind};
use crate::document::people::is_known_role;
use crate::document::{dates, number, parse};
use crate::text::Fold;

/// Most words of a noun: "Question for the Board".
const LONGEST: usize = 5;

/// A label that a run may be made of.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) block: u32,
    pub(super) label: String,
    pub(super) number: String,
    /// The number as written.
    pub(super) written: String,
    pub(super) label_len: usize,
    pub(super) len: usize,
    /// Whether the title of its column names it.
    pub(super) cell: bool,
}

/// What opens blocks and rows, by noun.
#[derive(Default)]
pub(super) struct Runs {
    pub(super) found: BTreeMap<String, Vec<Found>>,
    pub(super) tables: BTreeMap<u32, Column>,
}

impl Runs {
    pub(super) fn read(&mut self, fold: &Fold, at: u32, block: &Block) {
        let text = fold.slice(block.span);
        let text = &text[parse::bullet(block.zone, text)..];
        match (block.zone, block.cell) {
            (Zone::Table, Some(cell)) if cell.column == 0 => {
                let label = head(text).filter(|(_, head)| text[head.label_len..].trim_matches([' ', ':', '.', '*']).is_empty());
                if let Some((noun, head)) = label.filter(|_| cell.row > 0) {
                    self.take(noun, at, text, &head);
                }
                self.tables.entry(cell.table).or_default().take(at, cell.row, text);
            }
            (Zone::Paragraph | Zone::Heading | Zone::List, None) => {
                let lead = number::printed(text).map_or(0, |printed| printed.len);
                if let Some((noun, head)) = head(&text[lead..]) {
                    self.take(noun, at, &text[lead..], &head);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, noun: String, block: u32, text: &str, head: &LabelHead) {
        let label = text[..head.label_len].trim_start_matches(framed).to_owned();
        let written = label.rsplit(' ').next().unwrap_or_default().to_owned();
        self.found.entry(noun).or_default().push(Found {
            block,
            label,
            number: head.number.clone(),
            written,
            label_len: head.label_len,
            len: head.len,
            cell: false,
        });
    }
}

/// The first column of a table.
#[derive(Default)]
pub(super) struct Column {
    title: String,
    rows: Vec<(u32, String)>,
    other: bool,
}

impl Column {
    fn take(&mut self, block: u32, row: u32, text: &str) {
        if row == 0 {
            text.clone_into(&mut self.title);
            return;
        }
        let cell = text.trim().trim_end_matches(['.', ')']);
        if label::number_of(cell).is_some_and(|(_, length)| length == cell.len()) {
            self.rows.push((block, cell.to_owned()));
        } else {
            self.other |= cell.contains(char::is_alphanumeric);
        }
    }

    /// The noun of its title, and its rows.
    pub(super) fn run(&self) -> Option<(String, Vec<Found>)> {
        let lower = self.title.trim().to_lowercase();
        let bare = lower.trim_end_matches(['.', ':', '*', '#']).trim();
        let noun = [" no", " number", " ref", " nos"]
            .iter()
            .find_map(|end| bare.strip_suffix(end))
            .unwrap_or(bare);
        let listed = matches!(
            label::known(noun),
            None | Some(LabelKind::Point | LabelKind::Question | LabelKind::Episode | LabelKind::Decision | LabelKind::Theme)
        );
        if self.other || !listed || !is_noun(noun) || noun == "no" {
            return None;
        }
        let title = &self.title.trim()[..noun.len().min(self.title.trim().len())];
        let found = |(block, written): &(u32, String)| {
            let (number, length) = label::number_of(written)?;
            Some(Found {
                block: *block,
                label: format!("{title} {written}"),
                number,
                written: written.clone(),
                label_len: length,
                len: length,
                cell: true,
            })
        };
        Some((noun.to_owned(), self.rows.iter().filter_map(found).collect()))
    }
}

fn framed(c: char) -> bool {
    matches!(c, '*' | '_' | '#' | ' ' | '|' | '\u{2500}'..='\u{257f}')
}

/// The label that `text` opens with, with its noun in lower case: "Pointer iv." as "pointer".
fn head(text: &str) -> Option<(String, LabelHead)> {
    let lead = text.len() - text.trim_start_matches(framed).len();
    if !text[lead..].starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let mut at = lead;
    for count in 0..=LONGEST {
        if count > 0
            && let Some((number, length)) = label::number_of(&text[at..])
        {
            let noun = text[lead..at].trim_end().to_lowercase();
            let kind = label::known(&noun).unwrap_or(LabelKind::Own(0));
            let (label_len, plain) = (at + length, !number.contains('.'));
            let len = label::words_after(text, label_len, kind).filter(|_| plain && is_noun(&noun))?;
            return Some((
                noun,
                LabelHead {
                    kind,
                    number,
                    label_len,
                    len,
                },
            ));
        }
        let rest = &text[at..];
        let length = rest.bytes().take_while(|b| b.is_ascii_alphabetic() || *b == b'-').count();
        if length == 0 || !rest[length..].starts_with(' ') {
            return None;
        }
        at += length + 1;
    }
    None
}

/// Whether `noun`, in lower case, may be one that a document numbers its parts by: no person, body, place or time.
fn is_noun(noun: &str) -> bool {
    const SHORTEST: usize = 3;
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let content = noun.split(' ').filter(|word| !is_common(word));
    let last = words::head_word(noun);
    let other = |word: &str| words::is_other(word) || is_known_role(word).is_some() || dates::is_calendar_word(word);
    last.len() >= SHORTEST
        && noun.split(' ').all(plain)
        && (1..=3).contains(&content.clone().count())
        && !other(last)
        && !words::opens_sentence(noun)
}

/// Whether numbers rise by one from the first on, at least once.
pub(super) fn is_run(heads: &[Found]) -> bool {
    let values: BTreeSet<u32> = heads.iter().filter_map(|head| value(&head.number)).collect();
    let first = values.first().copied().unwrap_or_default();
    matches!(first % LETTER, 1) && values.contains(&(first + 1))
}

/// How far letters stand apart in the order of numbers.
const LETTER: u32 = 1000;

/// A number's place in its run: "3", "b" and "bii" by their order.
fn value(number: &str) -> Option<u32> {
    if let Ok(value) = number.parse::<u32>() {
        return Some(value % LETTER);
    }
    let letter = |c: u8| c.is_ascii_lowercase().then(|| u32::from(c - b'a') + 1);
    let first = letter(*number.as_bytes().first()?)?;
    let rest = &number[1..];
    let below = || label::roman_value(rest).or_else(|| (rest.len() == 1).then(|| letter(rest.as_bytes()[0])).flatten());
    if rest.is_empty() {
        Some(first)
    } else {
        Some(first * LETTER + below()?)
    }
}
