//! Labelled statements open with their name: "Action Five" over its paragraphs, "Recommendation 3: The Board should …".

use super::cited;
use super::heir::is_owner;
use super::owned;
use super::under::{Under, heading_says};
use super::{blocks_span, statement_kind};
use crate::document::label::{self, LabelHead, LabelKind};
use crate::document::{Document, Genre, Part, PartRole, Statement, StatementKind, Zone, line, part};
use crate::text::Span;

/// The labelled statements, in reading order.
pub(super) fn find(document: &Document) -> Vec<Statement> {
    let mut own = owned::heads(document);
    let head = |i: usize| head(document, i).or_else(|| Some((StatementKind::Action, own.remove(&(i as u32))?)));
    let heads: Vec<Option<(StatementKind, LabelHead)>> = (0..document.blocks.len()).map(head).collect();
    let built = (0..heads.len()).filter_map(|i| heads[i].as_ref().map(|head| build(document, &heads, i, head)));
    let mut found: Vec<Statement> = built.collect();
    close_runs(document, &mut found);
    found
}

/// Lets the last of a run of actions, recommendations or learning points reach no further than the others do: what stands behind it
/// is of the whole paper.
fn close_runs(document: &Document, found: &mut [Statement]) {
    const FEWEST: usize = 2;
    for run in found.chunk_by_mut(|a, b| a.kind == b.kind && a.blocks.1 == b.blocks.0) {
        let Some((last, others)) = run.split_last_mut() else { continue };
        let longest = others.iter().map(|it| it.blocks.1 - it.blocks.0).max().unwrap_or(0);
        if others.len() < FEWEST || last.kind == StatementKind::Finding || last.blocks.1 - last.blocks.0 <= longest {
            continue;
        }
        let parted = |at: &u32| {
            let text = document.fold.slice(document.blocks[*at as usize].body);
            part::opening(text).is_some() || document.blocks[*at as usize].zone == Zone::List
        };
        let own = last.blocks.0 + longest;
        let end = (own..last.blocks.1).find(|at| !parted(at)).unwrap_or(last.blocks.1);
        last.blocks.1 = end;
        last.span = blocks_span(document, last.blocks);
        let bound = last.span.end;
        last.parts.retain(|part| part.span.start < bound);
    }
}

/// The label that block `i` opens with, if it makes a statement.
fn head(document: &Document, i: usize) -> Option<(StatementKind, LabelHead)> {
    let block = &document.blocks[i];
    if !matches!(block.zone, Zone::Paragraph | Zone::Heading | Zone::List) {
        return None;
    }
    let text = document.fold.slice(block.body);
    // "A1. How well did agencies understand …?" is a question of the terms of reference.
    let head = label::label_head(text).filter(|head| head.kind != LabelKind::Action || !text.trim_end().ends_with('?'))?;
    let kind = statement_kind(head.kind)?;
    // "Action 1: visited on 28 April" under "Matters arising" is what became of an earlier meeting's action.
    let section = block.section.map(|at| document.fold.slice(document.blocks[at as usize].body));
    let reported = document.genre == Genre::Minutes && section.is_some_and(|title| heading_says(title) == Under::Reports);
    (!reported || kind != StatementKind::Action).then_some((kind, head))
}

fn build(
    document: &Document,
    heads: &[Option<(StatementKind, LabelHead)>],
    i: usize,
    (kind, head): &(StatementKind, LabelHead),
) -> Statement {
    let block = &document.blocks[i];
    let label = document
        .fold
        .slice(Span::new(block.body.start, block.body.start + head.label_len as u32));
    let label = label::bare(label).to_owned();
    let end = end_of(document, heads, i, *kind);
    let blocks = (i as u32, end as u32);
    let mut statement = Statement {
        kind: *kind,
        label,
        number: Some(head.number.clone()),
        span: blocks_span(document, blocks),
        blocks,
        parts: Vec::new(),
    };
    statement.parts = parts(document, i, end, head.len);
    if document.outline.own.head(i as u32).is_some() {
        statement.parts.extend(owned::owners(document, &statement.parts));
    }
    // In a plan that is set out by recommendation, what stands under one is its action.
    let has = |role| statement.parts.iter().any(|p| p.role == role);
    let answered = [PartRole::Owner, PartRole::Timescale, PartRole::Response]
        .into_iter()
        .filter(|&role| has(role))
        .count();
    let enough = if names_action(document, &statement) { 1 } else { 2 };
    if statement.kind == StatementKind::Recommendation && answered >= enough {
        statement.kind = StatementKind::Action;
    }
    statement
}

/// Whether a part under the statement's heading is labelled as its action.
fn names_action(document: &Document, statement: &Statement) -> bool {
    let (from, to) = statement.blocks;
    (from + 1..to)
        .any(|i| part::opening(document.fold.slice(document.blocks[i as usize].body)).is_some_and(|(role, _)| role == PartRole::Body))
}

/// One past the last block of the statement that opens at block `i`.
fn end_of(document: &Document, heads: &[Option<(StatementKind, LabelHead)>], i: usize, kind: StatementKind) -> usize {
    let level = document.blocks[i].level;
    // In minutes an action is said in its line; what follows it there is discussion.
    let mut listed_part = document.genre == Genre::Minutes && document.blocks[i].zone != Zone::Heading && kind == StatementKind::Action;
    for (at, head) in heads.iter().enumerate().skip(i + 1) {
        let block = &document.blocks[at];
        let text = document.fold.slice(block.body);
        let opens_part = part::opening(text).is_some() || part::role(text).is_some();
        let ends = match kind {
            // A finding under a heading runs over its whole section.
            StatementKind::Finding if level > 0 => {
                head.as_ref().is_some_and(|h| h.0 == kind || h.0 == StatementKind::Action)
                    || (block.zone == Zone::Heading && block.level <= level)
            }
            // What a line says is learnt ends where the plan begins.
            StatementKind::LearningPoint | StatementKind::Finding
                if level == 0 && block.zone == Zone::Heading && heading_says(text) == Under::Actions =>
            {
                true
            }
            _ => {
                let plain = block.zone == Zone::Paragraph && !opens_part;
                head.is_some()
                    || block.zone == Zone::Table
                    || (block.zone == Zone::Heading && !opens_part)
                    || is_numbered(document, at)
                    || (plain && listed_part)
            }
        };
        if ends && block.zone != Zone::Footnote {
            return at;
        }
        // After the items of a part ("Response: …" and its bullets) a plain paragraph is no more of the statement.
        listed_part = if opens_part && block.zone != Zone::List {
            false
        } else {
            listed_part || block.zone == Zone::List
        };
    }
    document.blocks.len()
}

fn is_numbered(document: &Document, i: usize) -> bool {
    document.blocks[i]
        .paragraph
        .is_some_and(|p| document.outline.entries[p as usize].block == i as u32)
}

/// The owners whom a bracket right after the label names, and where the words go on: "(EF, Ms H): …".
fn bracketed<'t>(text: &'t str, document: &Document) -> Option<(Vec<&'t str>, usize)> {
    const LONGEST: usize = 60;
    let (inner, rest) = text.strip_prefix('(')?.split_once(')')?;
    let names: Vec<&str> = inner
        .split([',', '/', ';', '&', '+'])
        .flat_map(|name| name.split(" and "))
        .map(str::trim)
        .collect();
    let plain =
        |name: &&str| !name.contains(|c: char| c.is_ascii_digit()) && label::label_head(name).is_none() && is_owner(name, &document.people);
    let words = rest.trim_start_matches([':', '.', ' ', '-', '\u{2013}', '\u{2014}', '*']);
    (inner.len() <= LONGEST && !words.is_empty() && names.iter().all(plain)).then_some((names, text.len() - words.len()))
}

fn owner(start: u32, text: &str, name: &str) -> Part {
    let at = start + (name.as_ptr() as usize - text.as_ptr() as usize) as u32;
    Part {
        role: PartRole::Owner,
        span: Span::new(at, at + name.len() as u32),
    }
}

/// The parts of blocks `from..to`; the first block's words begin after its label.
fn parts(document: &Document, from: usize, to: usize, label_len: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut role = PartRole::Body;
    for i in from..to {
        let block = &document.blocks[i];
        let start = block.body.start + if i == from { label_len as u32 } else { 0 };
        let mut start = start;
        let mut text = document.fold.slice(Span::new(start, block.body.end));
        if block.zone == Zone::Footnote || text.is_empty() {
            continue;
        }
        if let Some((names, skip)) = bracketed(text, document).filter(|_| i == from) {
            parts.extend(names.into_iter().map(|name| owner(start, text, name)));
            start += skip as u32;
            text = &text[skip..];
        }
        // A heading that is only a label ("Timescale") names the blocks below it.
        if let (Zone::Heading, Some(named)) = (block.zone, part::role(text)) {
            role = named;
            continue;
        }
        let opening = part::opening(text);
        let item = block.zone == Zone::List;
        let unknown = opening.is_none() && !item && line::opens_part(text);
        // "Answers: Finding 2, paragraph 5.4" tells what is answered; what goes on after it says what is to be done.
        if let Some(cited) = unknown.then(|| cited::opening(text)).flatten() {
            parts.push(Part {
                role: PartRole::Answers,
                span: Span::new(start, start + cited as u32),
            });
            let rest = text[cited..].trim_start();
            role = PartRole::Body;
            if !rest.is_empty() {
                parts.extend(part::split(rest, start + (text.len() - rest.len()) as u32, role));
            }
            continue;
        }
        // "Named Nurse: rewrite the leaflet": who has it may open it.
        let named = unknown
            .then(|| text.find(": "))
            .flatten()
            .filter(|&colon| is_owner(&text[..colon], &document.people));
        if let Some(colon) = named.filter(|_| i == from) {
            parts.push(owner(start, text, &text[..colon]));
            let rest = text[colon + 1..].trim_start();
            parts.extend(part::split(rest, start + (text.len() - rest.len()) as u32, role));
            continue;
        }
        let own = match (opening, role) {
            // A label that says nothing about actions ("Scope: local") opens a remark.
            _ if unknown => PartRole::Update,
            (Some((named, _)), _) => named,
            // What follows the status word is an update of it.
            (None, PartRole::Response) => PartRole::Update,
            (None, role) => role,
        };
        // A label on an item holds for that item alone.
        if let (Some((named, _)), false) = (opening, item) {
            role = named;
        } else if unknown {
            role = PartRole::Update;
        }
        let skip = opening.map_or(0, |(_, at)| at);
        parts.extend(part::split(&text[skip..], start + skip as u32, own));
    }
    parts
}
