//! `Places` are all the targets of a document, found by label and number.

use std::collections::{HashMap, HashSet};

use super::list::{Item, To};
use super::number::{Numeral, Shape};
use crate::document::{Document, Entry, LabelKind, Statement, StatementKind};

/// Places of one name that are told apart; a bound on the work for a text in which one number stands everywhere.
const MOST_NAMESAKES: usize = 16;

/// Most targets that one range is unfolded into; a longer range keeps its first ones.
const LONGEST_RANGE: usize = 200;
/// Most entries that are looked at to unfold one range; a bound on the work.
const LONGEST_LOOK: u32 = 2_000;

/// What a number leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing in the document has it.
    Nowhere,
    /// One entry of the outline.
    Entry(u32),
    /// A statement that the outline does not hold: a row of a table.
    Row(u32),
    /// Several entries have it.
    Several(Vec<u32>),
}

/// The targets of one document.
pub(super) struct Places<'d> {
    document: &'d Document,
    rows: HashMap<(StatementKind, &'d str), u32>,
    kinds: HashSet<LabelKind>,
    /// The most dots that a printed number has.
    deepest: Option<usize>,
    /// For each entry, the innermost entry whose extent holds it.
    parents: Vec<Option<u32>>,
    /// Where each appendix begins (folded bytes), rising.
    appendices: Vec<u32>,
}

impl<'d> Places<'d> {
    /// Indexes the places of `document` in one pass.
    pub(super) fn new(document: &'d Document) -> Self {
        let mut rows = HashMap::new();
        for (i, statement) in document.statements.iter().enumerate() {
            if let Some(number) = &statement.number {
                rows.entry((statement.kind, number.as_str())).or_insert(i as u32);
            }
        }
        // A plan may call its actions recommendations, where no others are.
        let plain = |s: &&Statement| s.number.as_deref().is_none_or(|number| !number.contains('.'));
        let recommendations = || document.statements.iter().filter(|s| s.kind == StatementKind::Recommendation);
        let (any, others) = (recommendations().count() > 0, recommendations().filter(plain).count() > 0);
        for (i, statement) in document.statements.iter().enumerate().filter(|_| !others) {
            let tabled = document.blocks[statement.blocks.0 as usize].cell.is_some();
            let row = plain(&statement) && tabled && statement.kind == StatementKind::Action;
            let named = !any && statement.label.starts_with("Rec");
            if let Some(number) = statement.number.as_deref().filter(|_| row || named) {
                rows.entry((StatementKind::Recommendation, number)).or_insert(i as u32);
            }
        }
        let row_kinds = rows.keys().map(|(kind, _)| label_kind(*kind)).collect::<Vec<_>>();
        Self {
            document,
            rows,
            deepest: document
                .outline
                .entries
                .iter()
                .filter(|e| e.kind == LabelKind::Paragraph)
                .map(|e| e.number.matches('.').count())
                .max(),
            kinds: document.outline.entries.iter().map(|e| e.kind).chain(row_kinds).collect(),
            parents: parents(&document.outline.entries),
            appendices: document
                .outline
                .entries
                .iter()
                .filter(|e| e.kind == LabelKind::Appendix && e.heading)
                .map(|e| e.extent.start)
                .collect(),
        }
    }

    /// The entries of the outline, by index.
    pub(super) fn entry(&self, at: u32) -> &'d Entry {
        &self.document.outline.entries[at as usize]
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> u32 {
        self.document.outline.entries.len() as u32
    }

    /// The entry at `at` and every entry that holds it, the innermost first.
    pub(super) fn holders(&self, at: Option<u32>) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(at, |&entry| self.parents[entry as usize])
    }

    /// The innermost entry whose extent holds the folded byte `offset`.
    pub(super) fn holding(&self, offset: u32) -> Option<u32> {
        let entries = &self.document.outline.entries;
        let last = entries.partition_point(|e| e.extent.start <= offset).checked_sub(1)?;
        self.holders(Some(last as u32)).find(|&e| entries[e as usize].extent.holds(offset))
    }

    /// The first entry that opens after the folded byte `offset`.
    pub(super) fn after(&self, offset: u32) -> u32 {
        self.document.outline.entries.partition_point(|e| e.extent.start <= offset) as u32
    }

    /// Whether the document has any place of this kind.
    pub(super) fn has_kind(&self, kind: LabelKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether the document prints numbers of paragraphs as deep as `number`.
    pub(super) fn has_depth(&self, number: &str) -> bool {
        self.deepest.is_some_and(|deepest| deepest >= number.matches('.').count().min(1))
    }

    /// Whether `number` stands before the first that the document prints, as of a record that goes on with an earlier one's.
    pub(super) fn is_earlier(&self, number: &str) -> bool {
        let top = |number: &str| number.split('.').next().and_then(|top| top.parse::<u32>().ok());
        let mut entries = self.document.outline.entries.iter();
        let first = entries
            .find(|entry| entry.kind == LabelKind::Paragraph)
            .and_then(|entry| top(&entry.number));
        top(number) < first
    }

    /// Of several places of one number, chooses the one in the part of the document where the reference stands, `offset`, or in
    /// its body: an appendix counts its own paragraphs. What `answers` the report cites its body first.
    pub(super) fn choose_part(&self, lead: &mut Lead, offset: u32, answers: bool) {
        let Lead::Several(found) = lead else { return };
        // A number of several levels is meant to be one place's alone.
        if self.entry(found[0]).number.contains('.') {
            return;
        }
        let here = self.appendix(offset);
        let parts = if answers { [None, here] } else { [here, None] };
        let only = |part: Option<u32>| {
            let mut own = found.iter().filter(|&&e| self.appendix(self.entry(e).extent.start) == part);
            own.next().filter(|_| own.next().is_none()).copied()
        };
        if let Some(entry) = parts.into_iter().find_map(only).filter(|_| !self.appendices.is_empty()) {
            *lead = Lead::Entry(entry);
        }
    }

    /// Which appendix holds the folded byte `offset`; `None` in the body.
    fn appendix(&self, offset: u32) -> Option<u32> {
        (self.appendices.partition_point(|&start| start <= offset) as u32).checked_sub(1)
    }

    /// What `numeral` after `label` leads to; `None` as label for a bare number.
    pub(super) fn lead(&self, label: Option<LabelKind>, numeral: &Numeral) -> Lead {
        let readings = [Some(&numeral.number), Some(&numeral.base), numeral.other.as_ref()];
        let leads = readings
            .into_iter()
            .flatten()
            .map(|number| self.number(label, number, numeral.shape));
        leads.into_iter().find(|lead| *lead != Lead::Nowhere).unwrap_or(Lead::Nowhere)
    }

    fn number(&self, label: Option<LabelKind>, number: &str, shape: Shape) -> Lead {
        let kind = label.unwrap_or(LabelKind::Paragraph);
        let outline = &self.document.outline;
        match kind {
            LabelKind::Paragraph => self.choose(outline.find(kind, number), false),
            LabelKind::Item => self.choose(outline.find(LabelKind::Paragraph, number), true),
            LabelKind::Section => match self.choose(outline.find(LabelKind::Section, number), true) {
                Lead::Nowhere => self.choose(outline.find(LabelKind::Paragraph, number), true),
                lead => lead,
            },
            _ => match self.choose_labelled(outline.find(kind, number)) {
                Lead::Nowhere => self.row_or_number(kind, number, shape),
                lead => lead,
            },
        }
    }

    /// One entry, or several when the number is used more than once; headings first when a section is meant.
    fn choose(&self, found: &[u32], headings: bool) -> Lead {
        let found = &found[..found.len().min(MOST_NAMESAKES)];
        let mut heads = found.iter().filter(|&&e| self.entry(e).heading);
        match (found, heads.next(), heads.next()) {
            ([], ..) => Lead::Nowhere,
            (&[only], ..) => Lead::Entry(only),
            (_, Some(&head), None) if headings => Lead::Entry(head),
            _ => Lead::Several(found.to_vec()),
        }
    }

    /// A label that opens several blocks with the same words is one thing said again, as in a plan that repeats it; of
    /// a list and a heading, the heading is the place.
    fn choose_labelled(&self, found: &[u32]) -> Lead {
        let found = &found[..found.len().min(MOST_NAMESAKES)];
        let (Some(&first), true) = (found.first(), found.len() > 1) else {
            return self.choose(found, false);
        };
        let words = |entry: u32| {
            let block = self.entry(entry).block as usize;
            let blocks = &self.document.blocks;
            let own = self.document.fold.slice(blocks[block].body);
            let text = if own.trim().len() > 3 {
                own
            } else {
                blocks.get(block + 1).map_or("", |next| self.document.fold.slice(next.body))
            };
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .take(40)
                .collect::<String>()
                .to_lowercase()
        };
        if found.iter().all(|&other| words(other) == words(first)) {
            return Lead::Entry(first);
        }
        // What a label opens is the place, and where it only stands in a list it opens little.
        let reach = |entry: u32| self.entry(entry).extent.len();
        let longest = found.iter().copied().max_by_key(|&e| reach(e)).unwrap_or(first);
        if found.iter().all(|&other| other == longest || reach(other) * 3 < reach(longest)) {
            return Lead::Entry(longest);
        }
        self.choose(found, true)
    }

    /// Whether the outline has a place of `kind`.
    fn has_entries(&self, kind: LabelKind) -> bool {
        ["1", "2", "a"]
            .iter()
            .any(|number| !self.document.outline.find(kind, number).is_empty())
    }

    /// A row of a table, or a dotted number that the label only names ("Recommendation 21.10.2").
    fn row_or_number(&self, kind: LabelKind, number: &str, shape: Shape) -> Lead {
        // "Theme 2" of a document that calls it Learning Theme 2: a place of the outline before a row.
        let themed = self.document.outline.find(LabelKind::LearningPoint, number);
        if kind == LabelKind::Theme && !self.has_entries(kind) && !themed.is_empty() {
            return self.choose_labelled(themed);
        }
        let row = statement_kind(kind).and_then(|kind| self.rows.get(&(kind, number)));
        match row {
            Some(&row) => Lead::Row(row),
            None if shape == Shape::Dotted => self.choose(self.document.outline.find(LabelKind::Paragraph, number), true),
            None => match kind {
                LabelKind::Question if shape == Shape::Letter && !self.has_kind(kind) => {
                    self.choose(self.document.outline.find(LabelKind::Listed, number), false)
                }
                // What it has of its own kind is not called by another.
                kind if self.has_kind(kind) => Lead::Nowhere,
                LabelKind::Theme => self.choose(self.document.outline.find(LabelKind::LearningPoint, number), false),
                LabelKind::LearningPoint => self.choose(self.document.outline.find(LabelKind::Theme, number), false),
                _ => Lead::Nowhere,
            },
        }
    }

    /// The entries of a range from `first` to `last`, both included: those of the same kind and depth between them.
    pub(super) fn between(&self, first: u32, last: u32) -> Vec<u32> {
        let depth = |entry: &Entry| entry.number.matches('.').count();
        let (from, to) = (self.entry(first), self.entry(last));
        if last <= first {
            return vec![first, last];
        }
        // Of "R1 to R8", the paragraph 7 under the heading of R1 is none.
        let worded = |entry: &Entry| entry.label.trim_start_matches(['*', '_']).starts_with(char::is_alphabetic);
        let inside = (first..=last.min(first + LONGEST_LOOK)).filter(|&e| {
            let entry = self.entry(e);
            entry.kind == from.kind
                && worded(entry) == worded(from)
                && (e == last || depth(entry) == depth(from) || depth(entry) == depth(to))
        });
        inside.take(LONGEST_RANGE).collect()
    }

    /// The entries after `first` that "and subsequent paragraphs" takes in: its siblings, up to the next heading, and
    /// before `stop`, but always one.
    pub(super) fn onward(&self, first: u32, stop: u32) -> Vec<u32> {
        let head = self.entry(first);
        let stem = |number: &str| number.rsplit_once('.').map(|(stem, _)| stem.to_owned());
        let entries = &self.document.outline.entries;
        let mut taken = vec![first];
        let depth = head.number.matches('.').count();
        for next in first + 1..(entries.len() as u32).min(first + LONGEST_LOOK) {
            let entry = self.entry(next);
            if entry.kind == head.kind && entry.number.matches('.').count() > depth {
                continue;
            }
            let sibling = entry.kind == head.kind && stem(&entry.number) == stem(&head.number) && !entry.heading;
            if !sibling || (next >= stop && taken.len() > 1) || taken.len() >= LONGEST_RANGE {
                break;
            }
            taken.push(next);
        }
        taken
    }

    /// What an item as a whole leads to: its entries, and the numbers that lead nowhere.
    pub(super) fn unfold(&self, label: Option<LabelKind>, item: &Item, stop: u32) -> Vec<Lead> {
        let first = self.lead(label, &item.first);
        match (&item.to, &first) {
            (To::Number(last), Lead::Entry(from)) => match self.lead(label, last) {
                Lead::Entry(to) => self.between(*from, to).into_iter().map(Lead::Entry).collect(),
                other => vec![first, other],
            },
            (To::Number(last), _) => vec![first, self.lead(label, last)],
            (To::Onward, Lead::Entry(from)) => self.onward(*from, stop).into_iter().map(Lead::Entry).collect(),
            _ => vec![first],
        }
    }

    /// What the recommendation that an action is named after leads to; the action's own entry does not count.
    pub(super) fn recommendation(&self, number: &str) -> Lead {
        match self.rows.get(&(StatementKind::Recommendation, number)) {
            Some(&row) => Lead::Row(row),
            None => self.choose(self.document.outline.find(LabelKind::Paragraph, number), false),
        }
    }

    /// The statement behind a row.
    pub(super) fn row(&self, row: u32) -> &'d Statement {
        &self.document.statements[row as usize]
    }
}

/// A statement's kind with a capital, as a label would name it.
pub(super) const fn kind_name(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Finding => "Finding",
        StatementKind::Recommendation => "Recommendation",
        StatementKind::LearningPoint => "Learning Point",
        StatementKind::Action => "Action",
    }
}

/// The label that a statement of this kind carries.
pub(super) const fn label_kind(kind: StatementKind) -> LabelKind {
    match kind {
        StatementKind::Finding => LabelKind::Finding,
        StatementKind::Recommendation => LabelKind::Recommendation,
        StatementKind::LearningPoint => LabelKind::LearningPoint,
        StatementKind::Action => LabelKind::Action,
    }
}

const fn statement_kind(kind: LabelKind) -> Option<StatementKind> {
    match kind {
        LabelKind::Finding => Some(StatementKind::Finding),
        LabelKind::Recommendation => Some(StatementKind::Recommendation),
        LabelKind::LearningPoint | LabelKind::Theme => Some(StatementKind::LearningPoint),
        LabelKind::Action => Some(StatementKind::Action),
        _ => None,
    }
}

fn parents(entries: &[Entry]) -> Vec<Option<u32>> {
    let mut open: Vec<u32> = Vec::new();
    let mut parents = Vec::with_capacity(entries.len());
    for (i, entry) in entries.iter().enumerate() {
        while open.last().is_some_and(|&top| !entries[top as usize].extent.contains(entry.extent)) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(i as u32);
    }
    parents
}
