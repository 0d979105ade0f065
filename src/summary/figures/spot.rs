//! A `Spot` here is a passage not yet cut out of its document: the gravest of each figure become passages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Scope;
use crate::annotation::Severity;
use crate::scan::Scan;
use crate::summary::passage::{List, Passage, Passages, Piece};
use crate::text::{MarkKind, Places, Span};

/// Bytes of a sentence that are kept on each side of the words it is about.
const REACH: u32 = 280;
/// Spots that are held of a figure before the first are let go.
const SPARE: usize = 64;
/// Bytes of a paragraph that is kept whole.
const WHOLE: u32 = 2_400;

/// A place behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Spot {
    pub(super) weight: (Severity, u32),
    /// The words it is about, apart, in order (bytes of the text).
    pub(super) marks: Vec<Span>,
    /// What is shown of it (bytes of the text).
    pub(super) around: Span,
    pub(super) block: u32,
    pub(super) rules: Vec<String>,
}

/// The spots of one document, by figure. Of each no more are held than can be kept, and as many again.
pub(super) struct Spots {
    most: usize,
    lists: BTreeMap<String, Held>,
}

/// The spots of one figure: how many there were, and those that may be kept.
#[derive(Default)]
struct Held {
    total: u64,
    spots: Vec<Arc<Spot>>,
}

impl Held {
    /// Leaves the gravest, then the first.
    fn cut(&mut self, most: usize) {
        self.spots.sort_by_key(|spot| (Reverse(spot.weight), spot.marks[0]));
        self.spots.truncate(most);
    }
}

impl Spots {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            most,
            lists: BTreeMap::new(),
        }
    }

    pub(super) fn put(&mut self, figure: impl Into<String>, spot: &Arc<Spot>) {
        let held = self.lists.entry(figure.into()).or_default();
        held.total += 1;
        held.spots.push(Arc::clone(spot));
        if held.spots.len() > SPARE + 2 * self.most {
            held.cut(self.most);
        }
    }

    /// The passages that are kept of the input number `at`.
    pub(super) fn passages(self, at: u32, scan: &Scan<'_>, scope: &Scope<'_>) -> Passages {
        let cutter = Cutter::new(at, scan, scope);
        let mut made: HashMap<*const Spot, Arc<Passage>> = HashMap::new();
        let mut passages = Passages::default();
        for (figure, held) in &mut self.lists.into_iter().collect::<Vec<_>>() {
            held.cut(scope.most);
            let one = |spot: &Arc<Spot>| {
                let passage = made.entry(Arc::as_ptr(spot)).or_insert_with(|| Arc::new(cutter.cut(spot)));
                Arc::clone(passage)
            };
            let kept = held.spots.iter().map(one).collect();
            passages.0.insert(std::mem::take(figure), List { total: held.total, kept });
        }
        passages
    }
}

/// What cuts passages out of one document.
struct Cutter<'a> {
    at: u32,
    scan: &'a Scan<'a>,
    excerpts: bool,
    places: Places<'a>,
    pages: Vec<(u32, u32)>,
}

impl<'a> Cutter<'a> {
    fn new(at: u32, scan: &'a Scan<'a>, scope: &Scope<'_>) -> Self {
        let page = |mark: &crate::text::Mark| match mark.kind {
            MarkKind::Page(page) => Some((mark.span.start, page)),
            _ => None,
        };
        Self {
            at,
            scan,
            excerpts: scope.excerpts,
            places: Places::new(&scan.text.content),
            pages: scan.text.marks.iter().filter_map(page).collect(),
        }
    }

    fn cut(&self, spot: &Spot) -> Passage {
        let (first, last) = (spot.marks[0], spot.marks[spot.marks.len() - 1]);
        let start = self.places.place(first.start);
        let page = self.pages.partition_point(|&(from, _)| from <= first.start);
        Passage {
            document: self.at,
            line: start.line,
            page: page.checked_sub(1).map(|page| self.pages[page].1),
            paragraph: self.paragraph(spot.block),
            chars: (start.chars, self.places.place(last.end).chars),
            weight: spot.weight,
            rules: spot.rules.clone(),
            words: if self.excerpts { self.words(spot) } else { Vec::new() },
        }
    }

    fn paragraph(&self, block: u32) -> Option<String> {
        let document = &self.scan.document;
        let entry = document.blocks.get(block as usize)?.paragraph?;
        document.outline.entries.get(entry as usize).map(|entry| entry.label.clone())
    }

    /// The words around the marks, as far as they are shown, in pieces.
    fn words(&self, spot: &Spot) -> Vec<Piece> {
        let content = &self.scan.text.content;
        let reach = if spot.marks.len() > 1 { WHOLE } else { REACH };
        let (first, last) = (spot.marks[0], spot.marks[spot.marks.len() - 1]);
        let from = content.ceil_char_boundary(spot.around.start.max(first.start.saturating_sub(reach)).min(first.start) as usize);
        let limit = spot.around.end.max(last.end).min(last.end.max(first.start).saturating_add(reach));
        let to = content.floor_char_boundary((limit as usize).min(content.len()));
        let mut pieces = Vec::new();
        let mut piece = |text: String, marked: bool| {
            if !text.is_empty() {
                pieces.push(Piece { text, marked });
            }
        };
        let mut at = from;
        if from > spot.around.start as usize {
            piece("\u{2026} ".to_owned(), false);
        }
        for mark in &spot.marks {
            // A mark that overlaps the one before goes on with what is left of it.
            let (start, end) = ((mark.start as usize).clamp(at, to), (mark.end as usize).clamp(at, to));
            piece(content[at..start].to_owned(), false);
            piece(content[start..end].to_owned(), true);
            at = end;
        }
        piece(content[at..to].to_owned(), false);
        if to < spot.around.end as usize {
            piece(" \u{2026}".to_owned(), false);
        }
        pieces
    }
}
