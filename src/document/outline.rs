//! The `Outline` is the document's own list of places that can be cited: printed numbers and labels.

use std::collections::HashMap;

use super::block::{Block, Zone};
use super::label::{self, LabelKind};
use super::own::Own;
use super::{listed, number, parse};
use crate::text::{Fold, Span};

/// One place that can be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// [`LabelKind::Paragraph`] for a printed number ("7.1.25"), otherwise what the label says.
    pub kind: LabelKind,
    /// The number without its label, in digits and lower-case letters: "7.1.25", "2", "5b", "a".
    pub number: String,
    /// As the document names it: "7.1.25", "Finding Two".
    pub label: String,
    /// Index of the block that opens it.
    pub block: u32,
    /// Whether that block is a heading.
    pub heading: bool,
    /// From its first byte to the start of the next entry that does not lie below it (folded bytes).
    pub extent: Span,
}

/// All places that can be cited, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The entries, by place.
    pub entries: Vec<Entry>,
    by_name: HashMap<(LabelKind, String), Vec<u32>>,
    /// The letters of the document's own codes, without repetition.
    prefixes: Vec<String>,
    /// Whether it has paragraphs in parts with letters: "B.14".
    pub(crate) lettered: bool,
    /// What the document numbers by.
    pub(crate) own: Own,
}

impl Outline {
    /// An outline of `entries`, which must be in reading order.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut by_name: HashMap<(LabelKind, String), Vec<u32>> = HashMap::new();
        for (i, entry) in entries.iter().enumerate() {
            by_name.entry((entry.kind, entry.number.clone())).or_default().push(i as u32);
        }
        let codes = entries.iter().filter(|entry| entry.kind == LabelKind::Code);
        let mut prefixes: Vec<String> = codes
            .map(|entry| entry.label.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned())
            .collect();
        prefixes.sort_unstable();
        prefixes.dedup();
        let letter = |entry: &Entry| entry.kind == LabelKind::Paragraph && entry.label.starts_with(|c: char| c.is_ascii_uppercase());
        Self {
            lettered: entries.iter().any(letter),
            entries,
            by_name,
            prefixes,
            own: Own::default(),
        }
    }

    /// The letters of the document's own codes: "OP" where it has "OP1", "OP2", "OP3".
    #[must_use]
    pub fn prefixes(&self) -> &[String] {
        &self.prefixes
    }

    /// Indexes of the entries of `kind` that carry `number`, in reading order; more than one when it is used twice.
    #[must_use]
    pub fn find(&self, kind: LabelKind, number: &str) -> &[u32] {
        self.by_name.get(&(kind, number.to_owned())).map_or(&[], Vec::as_slice)
    }
}

/// Reads the outline off `blocks`, and tells each block its number, paragraph and section.
pub(super) fn build(fold: &Fold, blocks: &mut [Block]) -> Outline {
    let accepted = numbers(fold, blocks);
    let own = Own::learn(fold, blocks);
    let mut listed = listed::items(fold, blocks);
    if !listed.values().any(|(number, _)| number == "a") {
        listed.extend(listed::headed(fold, blocks));
    }
    let mut entries: Vec<Entry> = Vec::new();
    let (mut paragraph, mut section) = (None, None);
    for (i, block) in blocks.iter_mut().enumerate() {
        let is_heading = block.zone == Zone::Heading;
        let text = fold.slice(block.span);
        block.body.start += parse::bullet(block.zone, text) as u32;
        let mut at = block.body.start;
        if let Some(len) = accepted[i] {
            let name = text[..len].trim_end().trim_end_matches(['.', ')', ':']);
            let name = name.trim_start_matches(['§', '¶', ' ']).to_owned();
            let number = name.to_lowercase();
            at = block.span.start + len as u32;
            paragraph = Some(entries.len() as u32);
            entries.push(entry(LabelKind::Paragraph, number, name, i, is_heading));
        } else if let Some(len) = number_before_label(&text[(at - block.span.start) as usize..]) {
            at += len as u32;
        }
        // A box set as a quotation may hold a learning point; a recommendation in one is another paper's.
        let boxed = |head: &label::LabelHead| block.zone != Zone::Quote || head.kind == LabelKind::LearningPoint;
        let citable = !matches!(block.zone, Zone::Contents | Zone::Footnote | Zone::Table);
        if let Some(head) = label::label_head(fold.slice(Span::new(at, block.span.end))).filter(|head| citable && boxed(head)) {
            let label = label::bare(fold.slice(Span::new(at, at + head.label_len as u32))).to_owned();
            entries.push(entry(head.kind, head.number, label, i, is_heading));
        } else if let Some(head) = label_of_row(fold, block) {
            let label = fold.slice(block.body)[..head.label_len].to_owned();
            entries.push(entry(head.kind, head.number, label, i, false));
        } else if let Some(head) = own.head(i as u32) {
            entries.push(entry(head.kind, head.number.clone(), head.label.clone(), i, is_heading));
        } else if let Some((number, label)) = listed.get(&i) {
            entries.push(entry(LabelKind::Listed, number.clone(), label.clone(), i, is_heading));
        }
        if is_heading {
            let major = block.level <= 2 || section.is_none();
            paragraph = accepted[i].and(paragraph);
            section = if major { Some(i as u32) } else { section };
        }
        block.body.start = at;
        block.paragraph = paragraph;
        block.section = section.filter(|&s| s != i as u32 || is_heading);
    }
    for entry in &mut entries {
        entry.extent.start = blocks[entry.block as usize].span.start;
    }
    close_extents(&mut entries, blocks, fold.text.len() as u32);
    Outline {
        own,
        ..Outline::new(entries)
    }
}

/// The label that a table's row opens with, when it fills the cell and is of a kind that makes no statement.
fn label_of_row(fold: &Fold, block: &Block) -> Option<label::LabelHead> {
    let first = block.cell.is_some_and(|cell| cell.column == 0 && !cell.header);
    let head = label::label_head(fold.slice(block.body)).filter(|_| first)?;
    let alone = fold.slice(block.body)[head.label_len..]
        .trim_matches([' ', ':', '.', '*'])
        .is_empty();
    let kinds = [
        LabelKind::Question,
        LabelKind::Case,
        LabelKind::Theme,
        LabelKind::Episode,
        LabelKind::Decision,
        LabelKind::Point,
    ];
    (alone && kinds.contains(&head.kind)).then_some(head)
}

/// Bytes of a list's number before a label: the "3." of "3. Recommendation 1: …".
fn number_before_label(text: &str) -> Option<usize> {
    let printed = number::printed(text)?;
    label::label_head(&text[printed.len..]).map(|_| printed.len)
}

fn entry(kind: LabelKind, number: String, label: String, block: usize, heading: bool) -> Entry {
    Entry {
        kind,
        number,
        label,
        block: block as u32,
        heading,
        extent: Span::default(),
    }
}

/// For each block, the bytes of the paragraph number it opens with; `None` where it opens with none, or with a date or
/// a list's number.
fn numbers(fold: &Fold, blocks: &[Block]) -> Vec<Option<usize>> {
    let candidates: Vec<(usize, number::Printed, Vec<u32>)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| matches!(b.zone, Zone::Paragraph | Zone::Heading | Zone::List | Zone::Quote))
        .filter_map(|(i, b)| number::printed(fold.slice(b.span)).map(|p| (i, p)))
        .map(|(i, p)| (i, p.clone(), p.number.split('.').filter_map(number::level).collect()))
        .collect();
    let deep = candidates.iter().filter(|(_, _, parts)| parts.len() > 1).count();
    let mut accepted = vec![None; blocks.len()];
    let is_flat = deep * 4 < candidates.len() && counts_sentences(fold, blocks, &candidates);
    let mut last: Vec<u32> = Vec::new();
    let (mut flat, mut chapter) = (0, 0);
    for (n, (i, printed, parts)) in candidates.iter().enumerate() {
        let heading = blocks[*i].zone == Zone::Heading;
        let next = candidates.get(n + 1).map_or(&[][..], |c| &c.2);
        let take = match parts[..] {
            // What numbers of its own follow is a section, whatever it looks like.
            [only] if next.starts_with(&[only, 1]) => true,
            [only] if heading => !printed.bare || only == chapter + 1,
            // A part of a longer paper begins where that part's numbers do.
            [only] if flat == 0 => is_flat && (only == 1 || next == [only + 1]),
            [only] => is_flat && (only == flat + 1 || only == flat + 2),
            // A letter before a number may be of a name or a law: only a run of them counts.
            [first, ..] if first >= number::LETTERS => follows(&last, parts) || follows(parts, next),
            _ => !is_date(parts) || follows(&last, parts) || follows(parts, next),
        };
        if take {
            match (&parts[..], heading) {
                ([only], false) => flat = *only,
                ([only, ..], true) if *only < number::LETTERS => chapter = *only,
                _ => {}
            }
            last.clone_from(parts);
            accepted[*i] = Some(printed.len);
        }
    }
    accepted
}

/// Whether the numbers of one level stand before whole sentences, as paragraph numbers do, and not before items of an
/// agenda or a list.
fn counts_sentences(fold: &Fold, blocks: &[Block], candidates: &[(usize, number::Printed, Vec<u32>)]) -> bool {
    let flat = candidates
        .iter()
        .filter(|(i, _, parts)| parts.len() == 1 && blocks[*i].zone != Zone::Heading);
    let (sentences, all) = flat.fold((0, 0), |(s, n), (i, ..)| {
        (s + usize::from(fold.slice(blocks[*i].span).ends_with(['.', '?', ')', '"'])), n + 1)
    });
    all >= 5 && sentences * 2 > all
}

/// Whether three numbers can be read as day, month, year.
fn is_date(parts: &[u32]) -> bool {
    matches!(parts, [1..=31, 1..=12, _])
}

/// Whether `next` comes after `last` in an outline: a step on at some level, small gaps allowed, or a first child.
fn follows(last: &[u32], next: &[u32]) -> bool {
    let common = last.iter().zip(next).take_while(|(a, b)| a == b).count();
    match (last.get(common), next.get(common)) {
        (Some(a), Some(b)) => b > a && b - a <= 3 && next[common + 1..].iter().all(|&n| n == 1),
        (None, Some(b)) => *b <= 2 && next[common + 1..].iter().all(|&n| n == 1),
        _ => false,
    }
}

/// Lets every entry reach to the next that does not lie below it.
fn close_extents(entries: &mut [Entry], blocks: &[Block], end: u32) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..entries.len() {
        let start = entries[at].extent.start;
        while let Some(&top) = open.last() {
            if lies_below(&entries[at], &entries[top], blocks) {
                break;
            }
            entries[top].extent.end = start.max(entries[top].extent.start);
            open.pop();
        }
        open.push(at);
    }
    for top in open {
        entries[top].extent.end = end;
    }
}

/// Whether `inner` stands below `outer` in the outline, given that it comes after it.
fn lies_below(inner: &Entry, outer: &Entry, blocks: &[Block]) -> bool {
    if inner.block == outer.block {
        return true;
    }
    if inner.kind == LabelKind::Listed {
        return outer.kind != LabelKind::Listed;
    }
    let level = |e: &Entry| blocks[e.block as usize].level;
    match (inner.kind, outer.kind) {
        (LabelKind::Paragraph, LabelKind::Paragraph) => {
            inner.number.len() > outer.number.len()
                && inner.number.starts_with(&outer.number)
                && inner.number.as_bytes()[outer.number.len()] == b'.'
        }
        (_, LabelKind::Paragraph) => outer.heading && (!inner.heading || level(inner) > level(outer)),
        (LabelKind::Paragraph, _) => outer.heading && (!inner.heading || level(inner) > level(outer).max(1)),
        (a, b) => a != b && outer.heading && (!inner.heading || level(inner) > level(outer)),
    }
}
