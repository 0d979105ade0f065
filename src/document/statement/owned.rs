//! `Owned` statements open with a label of the document's own, "Commitment Two", and say what somebody will do.

use std::collections::{BTreeMap, HashMap};

use super::coded;
use super::heir::is_owner;
use super::signed;
use super::spoken::is_undertaking;
use super::under::{Under, heading_says};
use crate::document::label::{self, LabelHead, LabelKind};
use crate::document::{Document, Part, PartRole, Zone, dates, part, undertaking};
use crate::text::Span;

/// Stems of titles over what is to be done.
const PLANS: &[&str] = &[
    "plan",
    "commit",
    "respon",
    "undertak",
    "pledge",
    "steps",
    "will do",
    "shall do",
    "what we will",
    "what will",
    "actions",
    "agreed to do",
    "promis",
    "to be done",
    "next",
    "improv",
    "task",
    "who will",
    "taking it forward",
    "our part",
    "programme of work",
];

/// Nouns of what is to be done, and of what is learnt, known or asked.
const DEEDS: &[&str] = &[
    "commitment",
    "undertaking",
    "pledge",
    "task",
    "deliverable",
    "step",
    "promise",
    "milestone",
    "measure",
    "job",
    "workstream",
    "assignment",
    "target",
    "activity",
    "deed",
    "improvement",
    "change",
    "remedy",
    "resolution",
    "proposal",
    "intention",
    "to do",
];
const THOUGHTS: &[&str] = &[
    "lesson",
    "observation",
    "matter",
    "theme",
    "question",
    "pointer",
    "insight",
    "message",
    "reflection",
    "episode",
    "concern",
    "worry",
    "strength",
    "fact",
    "hypothesis",
    "standard",
    "principle",
    "criterion",
    "test",
    "argument",
    "conclusion",
    "opinion",
    "entry",
    "event",
    "barrier",
    "factor",
    "missed opportunity",
    "opportunity",
];

/// Known labels that a plan may give its lines.
const LINES: &[&str] = &["Line ", "Strand ", "Priority "];

/// The heads of actions, by block.
pub(super) fn heads(document: &Document) -> HashMap<u32, LabelHead> {
    let mut kinds: BTreeMap<LabelKind, Vec<(u32, LabelHead)>> = BTreeMap::new();
    for (block, head) in document.outline.own.heads() {
        let cell = document.blocks[block as usize].cell.is_some();
        if !cell && matches!(head.kind, LabelKind::Own(_)) {
            let lead = lead(head.number.clone(), head.label_len, head.len);
            kinds.entry(head.kind).or_default().push((block, lead));
        }
    }
    for entry in document.outline.entries.iter().filter(|entry| entry.kind == LabelKind::Point) {
        let block = &document.blocks[entry.block as usize];
        let line = LINES.iter().any(|noun| entry.label.starts_with(noun));
        if line && block.cell.is_none() && block.zone != Zone::Heading {
            kinds.entry(LabelKind::Point).or_default().extend(known(document, entry.block));
        }
    }
    let mut all: Vec<(&str, Vec<(u32, LabelHead)>)> = Vec::new();
    for (kind, mut heads) in kinds {
        heads.sort_unstable_by_key(|(block, _)| *block);
        all.push((document.outline.own.noun(kind).unwrap_or_default(), heads));
    }
    all.extend(coded::heads(document).into_iter().map(|heads| ("", heads)));
    all.retain(|(noun, heads)| is_plan(document, noun, heads));
    all.into_iter().flat_map(|(_, heads)| heads).collect()
}

const fn lead(number: String, label_len: usize, len: usize) -> LabelHead {
    LabelHead {
        kind: LabelKind::Action,
        number,
        label_len,
        len,
    }
}

/// The head of a block that a known label opens.
fn known(document: &Document, block: u32) -> Option<(u32, LabelHead)> {
    let own = document
        .outline
        .own
        .head(block)
        .map(|own| (own.number.clone(), own.label_len, own.len));
    let known =
        || label::label_head(document.fold.slice(document.blocks[block as usize].body)).map(|head| (head.number, head.label_len, head.len));
    let (number, label_len, len) = own.or_else(known)?;
    Some((block, lead(number, label_len, len)))
}

/// What is said of somebody who has an action, after the name.
const CARRY: &[&str] = &[
    " leads",
    " lead ",
    " lead,",
    " carries this",
    " carry this",
    " will lead",
    " is responsible",
    " are responsible",
    " owns this",
    " has this",
    " holds this",
    " takes this",
    " take this",
    " answers for",
];

/// The owners whom sentences of an action's own words name and do no more: "Bursar. By 1 May.", "The Matron leads."
pub(super) fn owners(document: &Document, parts: &[Part]) -> Vec<Part> {
    const LONGEST: usize = 90;
    const WORDS: usize = 6;
    let mut found = Vec::new();
    if parts.iter().any(|part| part.role == PartRole::Owner) {
        return found;
    }
    for part in parts.iter().filter(|part| part.role == PartRole::Body) {
        let text = document.fold.slice(part.span);
        for sentence in text.split(". ").map(|sentence| sentence.trim().trim_end_matches('.')) {
            let verb = CARRY.iter().filter_map(|verb| sentence.find(verb)).min();
            let name = &sentence[..verb.unwrap_or(sentence.len())];
            let name = name.strip_prefix("The ").unwrap_or(name);
            let start = part.span.start + (name.as_ptr() as usize - text.as_ptr() as usize) as u32;
            let plain = name.replace(" the ", " ");
            // Without a verb it is a name and nothing else.
            let bare = name.split(' ').count() <= WORDS && ![" a ", " an ", " to "].iter().any(|joint| name.contains(joint));
            let cased = name.contains(char::is_lowercase) && name.starts_with(char::is_uppercase);
            if sentence.len() <= LONGEST && (bare && cased || verb.is_some()) && is_owner(&plain, &document.people) {
                found.push(Part {
                    role: PartRole::Owner,
                    span: Span::new(start, start + name.len() as u32),
                });
            }
        }
    }
    found
}

/// Whether the places that `heads` open, called by `noun`, are a plan: they stand under a title that says so, or are called deeds, or
/// most of them ask for something and have an owner or a date.
fn is_plan(document: &Document, noun: &str, heads: &[(u32, LabelHead)]) -> bool {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    let announced = || heads.first().is_some_and(|(block, _)| is_announced(document, *block));
    let planned = heads.iter().filter(|(block, _)| is_under_plan(document, *block)).count() * 2 > heads.len() || announced();
    let share = |holds: fn(&Document, &str) -> bool| {
        let held = heads
            .iter()
            .filter(|(block, head)| words(document, *block, head.len).into_iter().any(|text| holds(document, text)));
        held.count() * 2 >= heads.len()
    };
    let (asking, parted, signed) = (share(is_asking), share(has_parts), share(signed::is_signed));
    if THOUGHTS.contains(&last) || THOUGHTS.contains(&noun) {
        return planned && (parted || signed) && asking;
    }
    let deed = DEEDS.contains(&last);
    let given = asking || parted || signed;
    planned && (deed || given) || deed && given || asking && (parted || signed)
}

/// Whether the line right above block `block` announces what follows: "The Board will do the following:".
fn is_announced(document: &Document, block: u32) -> bool {
    let Some(above) = block.checked_sub(1).map(|at| &document.blocks[at as usize]) else {
        return false;
    };
    let text = document.fold.slice(above.body).trim_end();
    text.ends_with(':') && PROMISING.iter().any(|words| text.contains(words))
}

/// Words by which a line announces what is going to be done.
const PROMISING: &[&str] = &[
    " will ",
    " shall ",
    " has agreed",
    " have agreed",
    " agreed to",
    " undertake",
    " undertook",
    " commit",
    " intend",
    " are to ",
    " is to ",
];

fn is_under_plan(document: &Document, block: u32) -> bool {
    let Some(section) = document.blocks[block as usize].section else {
        return false;
    };
    let title = document.fold.slice(document.blocks[section as usize].body);
    let lower = title.to_lowercase();
    heading_says(title) == Under::Actions || PLANS.iter().any(|stem| lower.contains(stem))
}

/// The words of the block behind its label, which takes `len` bytes, and of the one below a label that stands alone or only cites.
fn words(document: &Document, block: u32, len: usize) -> [&str; 2] {
    let text = &document.fold.slice(document.blocks[block as usize].body)[len..];
    let below = document.blocks.get(block as usize + 1).filter(|next| next.zone != Zone::Heading);
    [
        text,
        below.filter(|_| text.len() < 80).map_or("", |next| document.fold.slice(next.body)),
    ]
}

fn is_asking(_: &Document, text: &str) -> bool {
    undertaking::asks(text) || undertaking::orders(text) || is_undertaking(text) || text.contains(" will ")
}

fn has_parts(_: &Document, text: &str) -> bool {
    let parts = part::split(text, 0, PartRole::Body);
    parts.iter().any(|part| part.role != PartRole::Body) || text.contains("By ") && !dates::find(text).is_empty()
}
