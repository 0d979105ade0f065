//! A `Located` mention knows its place in the document: its block, the statement it stands in, whether it is quoted.

use std::collections::{HashMap, HashSet};
use std::iter::Peekable;

use super::column::{self, Column};
use super::mention::{Mention, Pointer, Scene, mentions};
use super::{listed, plain};
use crate::document::{Block, Document, Entry, Genre, LabelKind, Quotation, Setting, StatementKind, Zone, label_head};
use crate::text::Span;

/// Shortest quotation whose references are the quoted document's own; a shorter one names a title.
const SHORTEST_QUOTATION: u32 = 40;

/// A mention in its place.
#[derive(Clone, Debug)]
pub(super) struct Located {
    /// The mention, its bytes counted in the block's body.
    pub(super) mention: Mention,
    /// Its words (folded bytes).
    pub(super) span: Span,
    /// Index of its block.
    pub(super) block: u32,
    /// The innermost statement that holds it.
    pub(super) statement: Option<u32>,
    /// Whether it stands in words quoted from elsewhere.
    pub(super) quoted: bool,
    /// Whether it is the name of an action that a plan calls after the recommendation it answers.
    pub(super) names_action: bool,
}

/// Every mention of `document`, in reading order.
pub(super) fn located(document: &Document) -> Vec<Located> {
    let mut all = Vec::new();
    let mut statements = Holders::new(document);
    let mut quotations = document.quotations.iter().filter(|q| q.closed).peekable();
    let asks = document.statements.iter().filter(|s| s.kind == StatementKind::Recommendation);
    let recommended: HashSet<&str> = asks.filter_map(|s| s.number.as_deref()).collect();
    let mut columns: HashMap<(u32, u32), Column> = HashMap::new();
    let mut openers = document.outline.entries.iter().peekable();
    for (at, block) in document.blocks.iter().enumerate() {
        let opened = opened_at(&mut openers, at);
        if block.zone == Zone::Contents {
            continue;
        }
        let scene = Scene {
            text: document.fold.slice(block.body),
            zone: block.zone,
            apart: document.genre == Genre::ActionPlan,
            outline: &document.outline,
        };
        columns.extend(titled(block, &scene));
        let kind = block.cell.and_then(|cell| columns.get(&(cell.table, cell.column)).copied());
        let beside = || beside(document, at, &scene).filter(|_| statements.at(block.body.start).is_some());
        let kind = kind.or_else(beside);
        let listed = kind
            .and_then(|column| column::numbers(&scene, column))
            .or_else(|| column::line(&scene));
        let found = with_listed(mentions(&scene), listed);
        for mention in found {
            let span = Span::new(
                block.body.start + mention.range.start as u32,
                block.body.start + mention.range.end as u32,
            );
            while quotations.next_if(|q| q.span.end <= span.start).is_some() {}
            let statement = statements.at(span.start);
            let names_action = names_action(document, &mention, statement, &recommended);
            let names = opens_itself(scene.text, &mention, &opened)
                || is_short_name(scene.text, &mention, &opened)
                || (block.cell.is_none_or(|cell| cell.column == 0 && kind.is_none()) && heads_its_line(scene.text, &mention))
                || is_row_name(document, &mention, block, statement);
            if names && !names_action {
                continue;
            }
            let quoted = is_quoted(document, block, (&mention, span), quotations.peek().copied());
            all.push(Located {
                mention,
                span,
                block: at as u32,
                statement,
                quoted,
                names_action,
            });
        }
    }
    all.retain(|located| is_reference(document, located));
    drop_people(document, &mut all);
    of_longer_paper(document, &mut all);
    all
}

/// Whether `mention`, at its span, stands in words quoted from elsewhere; `next` is the quotation that may hold it.
fn is_quoted(document: &Document, block: &Block, (mention, span): (&Mention, Span), next: Option<&Quotation>) -> bool {
    let promise = matches!(mention.pointer, Pointer::Promise { .. });
    let end = Span::new(span.end - 1, span.end);
    // A box that opens with a label, "> **Learning Point 2.** …", is the document's own, however it is set.
    let boxed = block.zone == Zone::Quote && label_head(document.fold.slice(block.span)).is_some();
    let around = |q: &Quotation| {
        let all = boxed && q.span.contains(block.body);
        !all && (promise && q.span.contains(end) || q.span.contains(span) && q.span.len() >= SHORTEST_QUOTATION)
    };
    next.is_some_and(around) || block.zone == Zone::Quote && !boxed
}

/// Drops the letters that the document calls people by, "told by B": no headings then, though headings have letters too.
fn drop_people(document: &Document, all: &mut Vec<Located>) {
    let lettered = |one: &Located| match &one.mention.pointer {
        Pointer::Named {
            label: Some(LabelKind::Listed),
            items,
        } => {
            let words = document.fold.slice(one.span);
            (words.starts_with(|c: char| c.is_ascii_uppercase()))
                .then(|| items.iter().map(|item| item.first.number.clone()).collect::<Vec<_>>())
        }
        _ => None,
    };
    if all.iter().any(|one| lettered(one).is_some()) {
        let people = listed::people(&document.fold.text);
        all.retain(|one| !lettered(one).is_some_and(|letters| letters.iter().any(|letter| people.binary_search(letter).is_ok())));
    }
}

/// Adds the bare numbers in brackets of a summary that names the full report for some of them, and prints no such numbers itself.
fn of_longer_paper(document: &Document, all: &mut Vec<Located>) {
    let names = |one: &Located| {
        let text = document.fold.slice(one.span).to_lowercase();
        matches!(one.mention.pointer, Pointer::Foreign { .. }) && plain::LONGER.iter().any(|name| text.contains(name)) && text.contains('.')
    };
    let own = |entry: &Entry| entry.number.contains('.');
    if document.outline.entries.iter().any(own) || !all.iter().any(names) {
        return;
    }
    let mut added = Vec::new();
    for (at, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.zone != Zone::Contents) {
        let scene = Scene {
            text: document.fold.slice(block.body),
            zone: block.zone,
            apart: document.genre == Genre::ActionPlan,
            outline: &document.outline,
        };
        let from = all.partition_point(|one| one.block < at as u32);
        let here = all[from..].iter().take_while(|one| one.block == at as u32);
        let found: Vec<Mention> = here.map(|one| one.mention.clone()).collect();
        added.extend(plain::elsewhere(&scene, &found).into_iter().map(|mention| Located {
            span: Span::new(
                block.body.start + mention.range.start as u32,
                block.body.start + mention.range.end as u32,
            ),
            mention,
            block: at as u32,
            statement: None,
            quoted: false,
            names_action: false,
        }));
    }
    all.extend(added);
    all.sort_by_key(|one| one.span.start);
}

/// The column that a title opens, with its table and its place there.
fn titled(block: &Block, scene: &Scene) -> Option<((u32, u32), Column)> {
    let cell = block.cell.filter(|cell| cell.header || cell.row == 0)?;
    let kind = column::heading(scene)?;
    Some(((cell.table, cell.column), column::of(scene.outline, kind)))
}

/// What the cell to the left says that the numbers of cell `at` name, in a table that gives each field of an action a row:
/// "Finding | 3".
fn beside(document: &Document, at: usize, scene: &Scene) -> Option<Column> {
    let cell = document.blocks[at].cell.filter(|cell| cell.column == 1)?;
    let left = &document.blocks[at.checked_sub(1)?];
    let own = left
        .cell
        .is_some_and(|other| (other.table, other.row, other.column) == (cell.table, cell.row, 0));
    let title = Scene {
        text: document.fold.slice(left.body),
        ..*scene
    };
    column::heading(&title)
        .filter(|_| own)
        .map(|kind| column::of(&document.outline, kind))
}

/// The entries that open with block `at`; `openers` goes on behind it.
fn opened_at<'d>(openers: &mut Peekable<impl Iterator<Item = &'d Entry>>, at: usize) -> Vec<&'d Entry> {
    let mut opened = Vec::new();
    while let Some(entry) = openers.next_if(|entry| entry.block as usize <= at) {
        opened.extend((entry.block as usize == at).then_some(entry));
    }
    opened
}

/// Most bytes of a box's frame, of a bullet or a quotation mark before a label.
const FRAME: usize = 8;

/// The mentions of a cell, with the numbers that its column makes one.
fn with_listed(mut found: Vec<Mention>, listed: Option<Mention>) -> Vec<Mention> {
    if let Some(first) = listed {
        found.retain(|mention| mention.range.start >= first.range.end);
        found.insert(0, first);
    }
    found
}

/// "Finding Two" at the head of its own block names the finding and refers to nothing.
fn opens_itself(text: &str, mention: &Mention, opened: &[&Entry]) -> bool {
    let own = match &mention.pointer {
        Pointer::Named { label: Some(kind), .. } => opened.iter().any(|entry| entry.kind == *kind),
        // The sentence after it may name another paper: "Action 2: In reference to the Ellerby review, …".
        Pointer::Foreign { label, .. } => {
            let sentence = text[mention.range.end..].trim_start_matches([':', '.', '\t', ' ', '-']);
            let states = |kind: &&LabelKind| {
                let statement = matches!(
                    kind,
                    LabelKind::Finding | LabelKind::Recommendation | LabelKind::LearningPoint | LabelKind::Action
                );
                statement && kind.name() == *label
            };
            sentence.starts_with(char::is_uppercase) && opened.iter().any(|entry| states(&&entry.kind))
        }
        _ => false,
    };
    // The frame of a box may stand before it.
    let first = !text[..mention.range.start].contains(char::is_alphanumeric);
    first && mention.range.start <= FRAME && own
}

/// "(LP1)" right after "LEARNING POINT 1" gives the place that opens there its short name.
fn is_short_name(text: &str, mention: &Mention, opened: &[&Entry]) -> bool {
    let Pointer::Named { label: Some(kind), items } = &mention.pointer else {
        return false;
    };
    let before = text[..mention.range.start].strip_suffix(['(', '[']);
    let closed = text[mention.range.end..].starts_with([')', ']']);
    let own = |entry: &&Entry| {
        let label = entry.label.trim_matches(['*', '_']);
        let after = before.map(|before| before.trim_start_matches(['*', '_', ' ']).trim_end());
        let first = &items[0].first;
        let same = entry.number == first.number || first.other.as_ref() == Some(&entry.number);
        entry.kind == *kind && same && after.is_some_and(|after| after.eq_ignore_ascii_case(label))
    };
    closed && items.len() == 1 && opened.iter().any(own)
}

/// "AP1 - done" among the matters arising tells of an action under its code, and refers the reader nowhere.
fn heads_its_line(text: &str, mention: &Mention) -> bool {
    let code = text[mention.range.clone()].as_bytes();
    let coded = code[0].is_ascii_uppercase() && code.get(1).is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let rest = text[mention.range.end..].trim_start();
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == ' ' || c == '&');
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == ' ');
    coded && mention.range.start <= 1 && (rest.is_empty() || rest.starts_with(['-', ':', '\t', '|', '=']))
}

/// "Recommendation 12.1.1" over the action of a plan that goes through the recommendations.
fn names_action(document: &Document, mention: &Mention, statement: Option<u32>, recommended: &HashSet<&str>) -> bool {
    let (
        Pointer::Named {
            label: Some(LabelKind::Recommendation),
            items,
        },
        Some(statement),
    ) = (&mention.pointer, statement)
    else {
        return false;
    };
    let statement = &document.statements[statement as usize];
    let number = items[0].first.number.as_str();
    let own = mention.range.start <= 1 && statement.number.as_deref() == Some(number);
    // Without another place of that number it is the action's own name.
    let elsewhere = number.contains('.') || recommended.contains(number);
    own && elsewhere && statement.kind == StatementKind::Action && statement.label.starts_with("Rec")
}

/// "Recommendation 3" in the first cell of the row that is Recommendation 3.
fn is_row_name(document: &Document, mention: &Mention, block: &Block, statement: Option<u32>) -> bool {
    let (Pointer::Named { label: Some(kind), items }, Some(statement)) = (&mention.pointer, statement) else {
        return false;
    };
    let statement = &document.statements[statement as usize];
    let same = super::resolve::label_kind(statement.kind) == *kind && statement.number.as_deref() == Some(items[0].first.number.as_str());
    same && block.cell.is_some() && mention.range.start <= 1
}

/// Quoted promises and pointers are another author's; pointers in front matter lead nowhere worth following, and "as
/// above" in a cell only repeats the cell above it.
fn is_reference(document: &Document, located: &Located) -> bool {
    let block = &document.blocks[located.block as usize];
    match located.mention.pointer {
        // What an action says of actions is what it does.
        Pointer::Promise { ref items, .. } => {
            let within = located.statement.map(|s| document.statements[s as usize].kind);
            !located.quoted && (within != Some(StatementKind::Action) || !items.is_empty())
        }
        Pointer::Vague { .. } => {
            let ditto = block.cell.is_some() && document.fold.slice(located.span).eq_ignore_ascii_case("as above");
            !located.quoted && !ditto && block.setting != Setting::Matter
        }
        Pointer::Named { .. } | Pointer::Foreign { .. } => true,
    }
}

/// The innermost statement at rising offsets, found in one sweep.
struct Holders<'d> {
    document: &'d Document,
    next: usize,
    open: Vec<u32>,
}

impl<'d> Holders<'d> {
    const fn new(document: &'d Document) -> Self {
        Self {
            document,
            next: 0,
            open: Vec::new(),
        }
    }

    fn at(&mut self, offset: u32) -> Option<u32> {
        let statements = &self.document.statements;
        while statements.get(self.next).is_some_and(|s| s.span.start <= offset) {
            self.open.push(self.next as u32);
            self.next += 1;
        }
        while self.open.last().is_some_and(|&top| statements[top as usize].span.end <= offset) {
            self.open.pop();
        }
        self.open.iter().rev().copied().find(|&s| statements[s as usize].span.holds(offset))
    }
}

/// Whether `kind` of statement can answer a finding or a promise.
pub(super) const fn answers(kind: StatementKind) -> bool {
    matches!(kind, StatementKind::Action | StatementKind::Recommendation)
}
