//! `Paragraphs` are the numbered paragraphs of a document in reading order, or its findings, learning points or other places
//! of one label, with what they promise and who cites them.

use std::collections::{HashMap, HashSet};

use super::graph::ReferenceKind;
use super::judge::Judged;
use super::locate::answers;
use super::terms::{Bag, Terms};
use crate::document::{Block, Document, LabelKind, Zone};

/// Candidates to each side: promises nearby, and plain neighbours.
const PROMISES_ASIDE: usize = 6;
const NEIGHBOURS: u32 = 3;
/// Farthest promise, in paragraphs.
const FARTHEST: i64 = 25;

/// Most paragraphs whose words are counted to learn what is rare.
const SAMPLE: usize = 4_000;
/// Blocks of a labelled place that are read.
const LONGEST_PLACE: usize = 12;

/// The paragraphs of one document; a rank is a place in their order.
pub(super) struct Paragraphs<'d> {
    pub(super) document: &'d Document,
    /// What they are.
    pub(super) kind: LabelKind,
    /// The outline entries that are paragraphs.
    pub(super) entries: Vec<u32>,
    pub(super) rank: HashMap<u32, u32>,
    /// Ranks of paragraphs that promise, rising.
    pub(super) promising: Vec<u32>,
    /// Ranks of findings and the like that hold a promise somewhere: too wide a place to tell what an action meant, and yet whose
    /// promise it keeps.
    holding_promise: HashSet<u32>,
    /// The statements that cite each rank by its own number.
    claimed: HashMap<u32, HashSet<u32>>,
}

impl<'d> Paragraphs<'d> {
    /// Reads the paragraphs, or the places of another `kind`, that `judged` promises stand in and citations lead to.
    pub(super) fn new(document: &'d Document, judged: &[Judged], kind: LabelKind) -> Self {
        let is_paragraph = |e: &usize| document.outline.entries[*e].kind == kind;
        let entries: Vec<u32> = (0..document.outline.entries.len()).filter(is_paragraph).map(|e| e as u32).collect();
        let rank: HashMap<u32, u32> = entries.iter().enumerate().map(|(r, &e)| (e, r as u32)).collect();
        let mut promising: Vec<u32> = Vec::new();
        let mut holding_promise: HashSet<u32> = HashSet::new();
        let mut claimed: HashMap<u32, HashSet<u32>> = HashMap::new();
        for one in judged {
            if one.reference.kind == ReferenceKind::Promise {
                let entry = document.blocks[one.reference.block as usize].paragraph;
                promising.extend(entry.and_then(|e| rank.get(&e)));
                let place = holding(document, &entries, one.reference.span.start).filter(|_| kind != LabelKind::Paragraph);
                holding_promise.extend(place.and_then(|e| rank.get(&e)));
            }
            if let (Some(statement), true) = (one.reference.statement, is_citation(document, one, kind)) {
                for rank in one.reference.entries.iter().filter_map(|e| rank.get(e)) {
                    claimed.entry(*rank).or_default().insert(statement);
                }
            }
        }
        promising.dedup();
        Self {
            document,
            kind,
            entries,
            rank,
            promising,
            holding_promise,
            claimed,
        }
    }

    /// The number of the paragraph at `rank`.
    pub(super) fn label(&self, rank: u32) -> &'d str {
        &self.document.outline.entries[self.entries[rank as usize] as usize].label
    }

    /// Whether the paragraph at `rank` promises an answer.
    pub(super) fn is_promise(&self, rank: u32) -> bool {
        self.promising.binary_search(&rank).is_ok()
    }

    /// Whether a promise stands in the place at `rank`.
    pub(super) fn holds_promise(&self, rank: u32) -> bool {
        self.is_promise(rank) || self.holding_promise.contains(&rank)
    }

    /// Whether the number at `rank` opens a heading that promises nothing. A finding's heading is the finding.
    pub(super) fn is_heading(&self, rank: u32) -> bool {
        self.kind == LabelKind::Paragraph
            && self.document.outline.entries[self.entries[rank as usize] as usize].heading
            && !self.is_promise(rank)
    }

    /// Whether a statement other than `statement` cites the paragraph at `rank` by its own number.
    pub(super) fn is_claimed_by_another(&self, rank: u32, statement: u32) -> bool {
        self.claimed.get(&rank).is_some_and(|by| by.iter().any(|&s| s != statement))
    }

    /// Every rank that a statement cites by its number, with the statement.
    pub(super) fn claims(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.claimed
            .iter()
            .flat_map(|(&rank, by)| by.iter().map(move |&statement| (rank, statement)))
    }

    /// Index of the block that opens the paragraph at `rank`.
    pub(super) fn block(&self, rank: u32) -> u32 {
        self.document.outline.entries[self.entries[rank as usize] as usize].block
    }

    /// The ranks of those whose words are counted to learn what is rare.
    pub(super) fn sample(&self) -> impl Iterator<Item = u32> + use<> {
        let stride = self.entries.len().div_ceil(SAMPLE).max(1);
        (0..self.entries.len() as u32).step_by(stride)
    }

    /// The words of the paragraph at `rank`.
    pub(super) fn bag(&self, terms: &mut Terms<'_>, rank: u32) -> Bag {
        let entry = self.entries[rank as usize];
        let first = self.document.outline.entries[entry as usize].block as usize;
        let blocks = self.document.blocks[first..].iter().take(60);
        if self.kind != LabelKind::Paragraph {
            let end = self.document.outline.entries[entry as usize].extent.end;
            // The last of a series does not hold the plan that follows it.
            let statements = &self.document.statements;
            let below = self.document.blocks[first].span.end;
            let later = statements[statements.partition_point(|s| s.span.start < below)..].iter();
            let plan = later.filter(|s| answers(s.kind)).map(|s| s.span.start).next();
            let end = plan.map_or(end, |plan| plan.min(end));
            // A table is its title and its cells, whatever stands below it; an item of a list is itself.
            // What no heading opens ends where the next one stands.
            let headed = self.document.blocks[first].zone == Zone::Heading;
            let bracketed = self.document.outline.entries[entry as usize].label.starts_with('(');
            let alone = |i: usize, b: &Block| match self.kind {
                LabelKind::Table | LabelKind::Figure => i == 0 || b.zone == Zone::Table,
                LabelKind::Listed if bracketed => i == 0,
                _ => i == 0 || headed || b.zone != Zone::Heading,
            };
            let own = blocks.take(LONGEST_PLACE).enumerate();
            let own = own.take_while(|&(i, b)| b.span.start < end && alone(i, b)).map(|(_, b)| b);
            return terms.bag(own.map(|b| self.document.fold.slice(b.body)));
        }
        let own = blocks
            .take_while(|b| b.paragraph == Some(entry))
            .filter(|b| b.zone != Zone::Footnote);
        terms.bag(own.map(|b| self.document.fold.slice(b.body)))
    }

    /// The rank of the only paragraph that carries `number`.
    pub(super) fn rank_of(&self, number: &str) -> Option<u32> {
        let [only] = self.document.outline.find(self.kind, number) else {
            return None;
        };
        self.rank.get(only).copied()
    }

    /// Where a number that nothing has would stand: after the sibling before it; `None` when it has no sibling.
    pub(super) fn place_of(&self, number: &str) -> Option<i64> {
        // "7.1." before 25, "sg-" before 05.
        let lead = number.find('-').map_or(0, |hyphen| hyphen + 1);
        let (stem, last) = number
            .rsplit_once('.')
            .map_or((number[..lead].to_owned(), &number[lead..]), |(stem, last)| {
                (format!("{stem}."), last)
            });
        let letter = |byte: u8| self.rank_of(&char::from(byte).to_string()).map(i64::from);
        if let &[byte @ b'a'..=b'z'] = last.as_bytes() {
            // A letter past the last one, as a number past it.
            let before = (b'a'..byte)
                .rev()
                .find_map(|at| letter(at).map(|rank| rank + i64::from((byte - at).min(3))));
            return before.filter(|_| stem.is_empty());
        }
        let width = if last.starts_with('0') { last.len() } else { 1 };
        let last: u32 = last.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
        let rank_of = |n: u32| {
            let outline = &self.document.outline;
            let found = outline.find(self.kind, &format!("{stem}{n:0width$}"));
            // "KF-12" of a series that goes to KF-09.
            let found = if found.is_empty() && stem.ends_with('-') {
                outline.find(self.kind, &format!("{stem}{n:02}"))
            } else {
                found
            };
            found.last().and_then(|e| self.rank.get(e)).map(|&rank| i64::from(rank))
        };
        // A number far past the last one is mistyped, and says little of where it belongs: it counts as three past.
        let before = (last.saturating_sub(60)..last)
            .rev()
            .find_map(|n| rank_of(n).map(|rank| rank + i64::from((last - n).min(3))));
        before.or_else(|| (last + 1..last + 6).find_map(|n| rank_of(n).map(|rank| rank - 1)))
    }

    /// Every rank of a series so short that a number which leads nowhere may have meant any of it.
    pub(super) fn all_of_few(&self) -> std::ops::Range<u32> {
        const FEW: usize = 40;
        let few = self.kind != LabelKind::Paragraph && self.entries.len() <= FEW;
        0..if few { self.entries.len() as u32 } else { 0 }
    }

    /// The paragraphs around `place` that a citation may have meant, rising.
    pub(super) fn ranks_near(&self, place: i64) -> Vec<u32> {
        let promising = &self.promising;
        let at = promising.partition_point(|&rank| i64::from(rank) < place);
        let promises = promising[at.saturating_sub(PROMISES_ASIDE)..promising.len().min(at + PROMISES_ASIDE)]
            .iter()
            .copied();
        let near = |rank: &u32| (i64::from(*rank) - place).abs() <= FARTHEST;
        let last = (self.entries.len() as i64 - 1).max(0);
        let around = (place - i64::from(NEIGHBOURS)).clamp(0, last) as u32..=(place + i64::from(NEIGHBOURS)).clamp(0, last) as u32;
        let around = around.filter(|&rank| (rank as usize) < self.entries.len() && (i64::from(rank) == place || !self.is_heading(rank)));
        let mut ranks: Vec<u32> = promises.filter(near).chain(around).collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks
    }
}

/// The last of `entries` that begins before the folded byte `offset` and holds it.
fn holding(document: &Document, entries: &[u32], offset: u32) -> Option<u32> {
    let extent = |entry: u32| document.outline.entries[entry as usize].extent;
    let last = entries.partition_point(|&entry| extent(entry).start <= offset).checked_sub(1)?;
    Some(entries[last]).filter(|&entry| extent(entry).holds(offset))
}

/// Whether a reference is a statement's citation of paragraphs, or of places of another `kind`.
pub(super) fn is_citation(document: &Document, one: &Judged, kind: LabelKind) -> bool {
    let by_answer = one
        .reference
        .statement
        .is_some_and(|s| answers(document.statements[s as usize].kind));
    let label = one.reference.label.as_deref();
    // "Theme 2" may lead to Learning Theme 2, "Question B" to what a heading letters.
    let leads = || {
        let entries = &document.outline.entries;
        one.reference.entries.iter().any(|&entry| entries[entry as usize].kind == kind)
    };
    let of_kind = match kind {
        LabelKind::Paragraph => matches!(label, None | Some("paragraph" | "section" | "item")),
        kind => label == Some(document.outline.own.noun(kind).unwrap_or(kind.name())) || leads(),
    };
    by_answer && one.reference.kind == ReferenceKind::Explicit && of_kind
}
