//! A `Unit` is what a series compares: a sentence of the minutes, or a whole action.

use super::word::{Word, is_shouted, words};
use crate::checks::actions::{ActionFacts, Status};
use crate::document::{Document, PartRole, Sentence, Statement, StatementKind, Zone};
use crate::scan::Scan;
use crate::text::{MarkKind, Place, Places, Span};

use super::lexis::Kind;
use super::standing;

/// The least weight of words from which a fragment without a full stop is compared.
const FRAGMENT: f32 = 1.5;
/// The most words of a line without a full stop that is a heading by its sense.
const HEADING: u32 = 5;
/// The weight under which a sentence says too little to be known without what stands before it: "No report received."
const SHORT: f32 = 1.9;

/// One sentence or action.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The words as people read them: white space folded, numbers and bullets left out.
    pub text: String,
    /// The words as they are compared; their bytes count in `text`.
    pub(super) words: Vec<Word>,
    /// Where it begins, and where it ends, in the text of the document.
    pub place: (Place, Place),
    /// Its page, when the format has pages.
    pub page: Option<u32>,
    /// The number or label of its paragraph.
    pub paragraph: Option<String>,
    /// Its words, counted.
    pub count: u32,
    /// Whether it is there because these are minutes.
    pub standing: bool,
    /// Whether it reviews what was agreed earlier: it stands under "Matters arising" and the like.
    pub reviewing: bool,
    /// What it stands beside, by which short sentences are told apart: "police" of "Police: no report received".
    pub(super) beside: String,
    /// For an action, its facts.
    pub action: Option<Slots>,
}

/// The facts of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots {
    /// Its label, as the minutes number it: "AP3".
    pub label: Option<String>,
    /// Who is to act, as written.
    pub owners: Vec<String>,
    /// The days by which, ISO 8601.
    pub due: Vec<String>,
    /// What is said to have become of it.
    pub status: Status,
}

impl Unit {
    /// Its words without a label, and what it stands beside where it says too little by itself: "Police: No report received."
    #[must_use]
    pub fn title(&self) -> String {
        let start = self.words.iter().map(|word| word.range.start).min().unwrap_or(0);
        let words = self.text.get(start..).unwrap_or(&self.text);
        match self.is_short() && !self.beside.is_empty() && self.action.is_none() {
            true => format!("{}: {words}", self.beside),
            false => words.to_owned(),
        }
    }

    /// Whether it says too little to be known by its own words.
    pub(super) fn is_short(&self) -> bool {
        super::likeness::total(&self.words) < SHORT
    }
}

/// The units of a scanned document, in reading order.
pub(super) fn units(scan: &Scan<'_>) -> Vec<Unit> {
    let reader = Reader::new(scan);
    let document = &scan.document;
    let actions = || {
        let all = document.statements.iter().zip(&scan.facts);
        all.filter(|(statement, _)| statement.kind == StatementKind::Action)
    };
    let mut taken = vec![];
    let mut units = vec![];
    for (statement, facts) in actions() {
        let spans = reader.body(statement);
        if let Some(unit) = reader.action(statement, facts, &spans) {
            taken.extend(own(statement));
            taken.extend(&spans);
            units.push((spans[0].start, unit));
        }
    }
    taken.sort_unstable();
    for sentence in &document.sentences {
        let after = taken.partition_point(|span: &Span| span.start <= sentence.span.start);
        let inside = taken[..after].iter().rev().take(4).any(|span| span.contains(sentence.span));
        if !inside && let Some(unit) = reader.sentence(sentence) {
            units.push((sentence.span.start, unit));
        }
    }
    units.sort_by_key(|&(start, _)| start);
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// The stretches of an action that are no sentences beside it: all but what became of it.
fn own(statement: &Statement) -> Vec<Span> {
    let told = [PartRole::Response, PartRole::Update, PartRole::Outstanding];
    let parts = statement
        .parts
        .iter()
        .filter(|part| !told.contains(&part.role))
        .map(|part| part.span);
    let more = statement.parts.iter().any(|part| told.contains(&part.role));
    if more {
        parts.collect()
    } else {
        parts.chain([statement.span]).collect()
    }
}

/// Reads units from one scan.
struct Reader<'s> {
    scan: &'s Scan<'s>,
    places: Places<'s>,
    standing: Vec<bool>,
    pages: Vec<(u32, u32)>,
}

impl<'s> Reader<'s> {
    fn new(scan: &'s Scan<'s>) -> Self {
        let page = |mark: &crate::text::Mark| match mark.kind {
            MarkKind::Page(page) => Some((mark.span.start, page)),
            _ => None,
        };
        Self {
            scan,
            places: Places::new(&scan.text.content),
            standing: standing::blocks(&scan.document),
            pages: scan.text.marks.iter().filter_map(page).collect(),
        }
    }

    fn document(&self) -> &'s Document {
        &self.scan.document
    }

    /// What is to be done, in whole sentences where it stands in running text: "It was agreed that" belongs to what was agreed.
    fn body(&self, statement: &Statement) -> Vec<Span> {
        let parts = statement.parts.iter().filter(|part| part.role == PartRole::Body);
        let mut spans: Vec<Span> = parts.map(|part| part.span).filter(|span| !span.is_empty()).collect();
        if spans.is_empty() {
            spans.push(statement.span);
        }
        let document = self.document();
        let told = statement.parts.iter().any(|part| part.role != PartRole::Body);
        if let ([span], false) = (spans.as_mut_slice(), told)
            && let Some(first) = document.sentences.get(document.sentence_at(span.start))
            && let Some(last) = document.sentences.get(document.sentence_at(span.end.saturating_sub(1)))
            && document.blocks[first.block as usize].cell.is_none()
            && first.block == last.block
        {
            *span = Span::new(first.span.start.min(span.start), last.span.end.max(span.end));
        }
        spans
    }

    fn sentence(&self, sentence: &Sentence) -> Option<Unit> {
        let text = self.document().fold.slice(sentence.span).trim();
        let mut unit = self.unit(text.to_owned(), sentence.span, sentence.block as usize);
        let whole = text.ends_with(['.', '!', '?']) && !unit.words.is_empty();
        let block = &self.document().blocks[sentence.block as usize];
        // "Nursery (TG)" on a line of its own is a heading by its sense.
        let denies = unit.words.iter().any(|word| word.kind == Kind::Denial);
        unit.standing |= !whole && !denies && block.zone == Zone::Paragraph && (unit.count <= HEADING || is_shouted(text));
        (whole || super::likeness::total(&unit.words) >= FRAGMENT).then_some(unit)
    }

    fn action(&self, statement: &Statement, facts: &ActionFacts, spans: &[Span]) -> Option<Unit> {
        let pieces = spans.iter().map(|&span| self.document().fold.slice(span).trim());
        let text = pieces.collect::<Vec<_>>().join(" ").replace('\n', " ");
        let span = Span::new(spans[0].start, spans[spans.len() - 1].end);
        let mut unit = self.unit(text, span, self.document().block_at(span.start));
        unit.standing = false;
        unit.action = Some(Slots {
            label: Some(statement.label.clone()).filter(|label| !label.is_empty()),
            owners: facts.owners.clone(),
            due: facts.timescales.iter().filter_map(|time| time.date.clone()).collect(),
            status: facts.status,
        });
        (!unit.words.is_empty()).then_some(unit)
    }

    fn unit(&self, text: String, span: Span, block: usize) -> Unit {
        let source = self.document().source(span, &self.scan.text.content);
        let at = &self.document().blocks[block];
        let entry = at.paragraph.and_then(|entry| self.document().outline.entries.get(entry as usize));
        let heading = at
            .section
            .map(|at| self.document().fold.slice(self.document().blocks[at as usize].body));
        let after = self.pages.partition_point(|&(start, _)| start <= source.start);
        Unit {
            words: words(&text),
            place: (self.places.place(source.start), self.places.place(source.end)),
            page: after.checked_sub(1).map(|at| self.pages[at].1),
            paragraph: entry.map(|entry| entry.label.clone()),
            count: text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u32,
            standing: self.standing[block] || standing::speaks_of_minutes(&text),
            reviewing: heading.is_some_and(reviews),
            beside: self.beside(block),
            action: None,
            text,
        }
    }

    /// The first word of what a block stands beside or under: the first cell of its row, a short line without a full stop right above,
    /// its heading.
    fn beside(&self, block: usize) -> String {
        let blocks = &self.document().blocks;
        let cell = blocks[block].cell;
        let row = cell.and_then(|cell| {
            let mut row = blocks[..block].iter().rev().take(cell.column as usize);
            row.rfind(|it| it.cell.is_some_and(|it| (it.table, it.row) == (cell.table, cell.row)))
        });
        let above = block.checked_sub(1).map(|at| &blocks[at]).filter(|it| {
            let text = self.document().fold.slice(it.body);
            it.zone != Zone::List && text.len() < 40 && !text.ends_with(['.', '!', '?', ';'])
        });
        let heading = blocks[block].section.map(|at| &blocks[at as usize]);
        let text = row.or(above).or(heading).map_or("", |it| self.document().fold.slice(it.body));
        let mut words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.contains(char::is_alphabetic));
        words.next().unwrap_or_default().to_owned()
    }
}

/// Headings under which earlier actions are gone through, lower case.
#[rustfmt::skip]
const REVIEWS: [&str; 16] = [
    "matters arising", "actions from", "action from", "review of action", "review of the action", "previous action", "outstanding action", "action log",
    "update on action", "updates on action", "progress", "actions arising", "review of plan", "review of the plan", "review of previous", "action tracker",
];

fn reviews(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    REVIEWS.iter().any(|words| lower.contains(words))
}
