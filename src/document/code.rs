//! A code is a name that a document itself gives to its rows or paragraphs: "OP1", "OP2", "P3". It can be cited as a number can.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Document, Entry, LabelKind, Zone};
use crate::text::Span;

/// Fewest codes of one prefix that are a series.
const FEWEST: usize = 3;
/// Longest prefix, in letters, and number, in digits.
const LETTERS: std::ops::RangeInclusive<usize> = 1..=4;
const DIGITS: std::ops::RangeInclusive<usize> = 1..=2;
/// Prefixes that are short forms of labels: codes only where the document has no such label.
const LABELS: &[(&str, LabelKind)] = &[
    ("R", LabelKind::Recommendation),
    ("REC", LabelKind::Recommendation),
    ("F", LabelKind::Finding),
    ("KF", LabelKind::Finding),
    ("A", LabelKind::Action),
    ("AP", LabelKind::Action),
    ("T", LabelKind::Theme),
    ("LP", LabelKind::LearningPoint),
    ("KLP", LabelKind::LearningPoint),
    ("KPE", LabelKind::Episode),
];

/// The code that `text` begins with: its letters, with the hyphen after them if there is one, and its digits.
pub(crate) fn code(text: &str) -> Option<(&str, &str)> {
    let capitals = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let letters = capitals + usize::from(text[capitals..].starts_with('-'));
    let digits = text[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[letters + digits..];
    let whole =
        !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-') && rest[1..].starts_with(|c: char| c.is_ascii_digit()));
    (LETTERS.contains(&capitals) && DIGITS.contains(&digits) && whole).then(|| (&text[..letters], &text[letters..letters + digits]))
}

/// The code whose digits stand apart from its letters, before a sign that ends a label: "EP 4.", "SL 12:".
fn parted(text: &str) -> Option<(&str, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let after = text[letters..].strip_prefix(' ')?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let rest = after[digits..].trim_start_matches(['*', '_']);
    let ends = rest.is_empty()
        || rest.starts_with([':', ')', '\u{2013}', '\t'])
        || rest.starts_with(". ")
        || rest.starts_with(" \u{2013}")
        || rest.starts_with(" - ");
    let fits = (2..=*LETTERS.end()).contains(&letters) && DIGITS.contains(&digits) && ends;
    fits.then(|| (&text[..letters], &after[..digits]))
}

/// The places that open with a code of a series; `labelled` are the places that the document labels otherwise.
pub(super) fn entries(document: &Document, labelled: &[Entry]) -> Vec<Entry> {
    let is_label = |letters: &str| {
        let kind = LABELS.iter().find(|(label, _)| *label == letters).map(|(_, kind)| *kind);
        kind.is_some_and(|kind| labelled.iter().any(|entry| entry.kind == kind))
    };
    let mut series: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if matches!(block.zone, Zone::Contents | Zone::Footnote | Zone::Quote) {
            continue;
        }
        let text = document.fold.slice(block.body).trim_start_matches(['*', '_']);
        let names = |&(letters, digits): &(&str, &str)| !is_label(letters) && opens(&text[letters.len() + digits.len()..]);
        let apart = || parted(text).filter(|(letters, _)| !is_label(letters));
        if let Some((letters, digits)) = code(text).filter(names).or_else(apart) {
            series.entry(letters).or_default().push((at, digits));
        }
    }
    let is_series = |found: &Vec<(usize, &str)>| found.iter().map(|it| it.1).collect::<BTreeSet<_>>().len() >= FEWEST;
    let entry = |letters: &str, at: usize, digits: &str| Entry {
        kind: LabelKind::Code,
        number: format!("{}{digits}", letters.to_lowercase()),
        label: format!("{letters}{digits}"),
        block: at as u32,
        heading: false,
        extent: row(document, at),
    };
    let series = series
        .into_iter()
        .filter(|(_, found)| is_series(found))
        .map(|(letters, found)| (letters, places(document, found)));
    series
        .flat_map(|(letters, found)| found.into_iter().map(move |(at, digits)| (letters, at, digits)))
        .map(|(letters, at, digits)| entry(letters, at, digits))
        .collect()
}

/// Those of `found` that are the places: a code that opens paragraphs is cited by the cell it fills, and one that opens rows by
/// a cell further on.
fn places<'d>(document: &Document, found: Vec<(usize, &'d str)>) -> Vec<(usize, &'d str)> {
    let class = |at: usize| document.blocks[at].cell.map_or(0, |cell| if cell.column == 0 { 1 } else { 2 });
    let mut first: BTreeMap<&str, u8> = BTreeMap::new();
    for &(at, digits) in &found {
        let best = first.entry(digits).or_insert(u8::MAX);
        *best = class(at).min(*best);
    }
    // Where paragraphs or rows open with codes, a cell further on cites, even what is not there.
    let least = first.values().min().copied().unwrap_or_default();
    let opens = |at: usize, digits: &str| class(at) == first[digits] && (class(at) < 2 || least == 2);
    found.into_iter().filter(|&(at, digits)| opens(at, digits)).collect()
}

/// What the code at block `at` names: its block, or its row of a table from there on.
fn row(document: &Document, at: usize) -> Span {
    let own = &document.blocks[at];
    let beside = |other: &&Block| own.cell.zip(other.cell).is_some_and(|(a, b)| (a.table, a.row) == (b.table, b.row));
    let last = document.blocks[at..].iter().take_while(beside).last().unwrap_or(own);
    Span::new(own.span.start, last.span.end)
}

/// Whether what follows a code makes it a name and not the subject of a sentence: "IP4 and IP9 are done".
fn opens(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '*', '_']);
    !rest.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn codes_and_what_only_looks_like_one() {
        assert_eq!(code("OP4 Head Teacher to give"), Some(("OP", "4")));
        assert_eq!(code("P3"), Some(("P", "3")));
        assert_eq!(code("SG-02 The council"), Some(("SG-", "02")));
        for no in ["4.2", "Op4", "COVID19a", "M25/26", "SARS", "B3-4 ward", "B-3-4", "COVID-19", "B-"] {
            assert_eq!(code(no), None, "{no}");
        }
    }
}
