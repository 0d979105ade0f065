//! To `judge` a mention is to follow it: the [`Reference`] that it becomes has its targets and its state. What only
//! the whole document can tell (the neighbour that was meant, the promise that nobody answers) is judged afterwards.

use super::coverage::statement_name;
use super::graph::{Reference, ReferenceKind, State};
use super::list::{Item, To};
use super::locate::{Located, answers};
use super::mention::Pointer;
use super::resolve::{Lead, Places};
use crate::document::{Block, Document, Genre, LabelKind, Statement, StatementKind, Zone};
use crate::text::Span;

/// Entries that are looked over for the one before or after; a bound on the work.
const FARTHEST_STEP: u32 = 500;

/// A reference with the mention it was made from.
pub(super) struct Judged {
    /// Where it stands and what it says.
    pub(super) located: Located,
    /// What became of it.
    pub(super) reference: Reference,
    /// For each number, in reading order, what it leads to.
    pub(super) leads: Vec<Vec<Lead>>,
}

/// Follows every mention. `pages` is the number of pages that the format tells, if it tells.
pub(super) fn judge(document: &Document, places: &Places, located: Vec<Located>, pages: Option<u32>) -> Vec<Judged> {
    let stops = first_citations(document, places, &located);
    let judge_one = |located: Located| {
        let mut reference = blank(&located);
        let mut leads = Vec::new();
        match &located.mention.pointer {
            Pointer::Named { label, items } if !located.quoted => {
                let stop = stop_after(&stops, places, &located, items);
                leads = match located.names_action {
                    true => vec![vec![places.recommendation(&items[0].first.number)]],
                    false => items.iter().map(|item| places.unfold(*label, item, stop)).collect(),
                };
                choose_parts(document, places, &located, &mut leads);
                name(document, &located, *label, items, &mut reference);
                settle(places, &leads, &mut reference);
                reference.lost = lost(document, &located, items, &leads);
                reference.state = named_state(document, places, &located, &leads, pages);
                note_or_page(document, *label, items, &mut reference);
            }
            Pointer::Named { label, items } => {
                name(document, &located, *label, items, &mut reference);
                reference.kind = ReferenceKind::External;
                reference.state = State::External;
            }
            Pointer::Foreign { label, written } => {
                reference.label = Some((*label).to_owned());
                reference.written = Some(body(document, &located)[written.clone()].to_owned());
                reference.kind = ReferenceKind::External;
                reference.state = State::External;
            }
            Pointer::Promise { label, items } => {
                reference.kind = ReferenceKind::Promise;
                reference.state = State::Unspecific;
                leads = items.iter().map(|item| places.unfold(*label, item, u32::MAX)).collect();
                name(document, &located, *label, items, &mut reference);
                reference.label = Some(label.map_or("action-plan", LabelKind::name).to_owned());
                settle(places, &leads, &mut reference);
            }
            Pointer::Vague { step, near } => {
                reference.kind = ReferenceKind::Vague;
                reference.state = State::Unspecific;
                let follow = |(kind, step)| match *near {
                    true => beside(places, &located, kind, step),
                    false => stepped(places, located.span.start, kind, step),
                };
                if let Some(target) = step.and_then(follow) {
                    reference.label = step.map(|(kind, _)| document.outline.own.noun(kind).unwrap_or(kind.name()).to_owned());
                    settle(places, &[vec![Lead::Entry(target)]], &mut reference);
                    reference.state = State::Ok;
                }
            }
        }
        if reference.kind == ReferenceKind::Explicit && reference.state == State::External {
            reference.kind = ReferenceKind::External;
        }
        Judged { located, reference, leads }
    };
    located.into_iter().map(judge_one).collect()
}

/// Chooses among places of one number by the part of the document where the mention stands.
fn choose_parts(document: &Document, places: &Places, located: &Located, leads: &mut [Vec<Lead>]) {
    let answer = located.statement.is_some_and(|s| answers(document.statements[s as usize].kind));
    for lead in leads.iter_mut().flatten() {
        places.choose_part(lead, located.span.start, answer);
    }
}

fn blank(located: &Located) -> Reference {
    Reference {
        span: located.span,
        block: located.block,
        kind: ReferenceKind::Explicit,
        label: None,
        written: None,
        targets: Vec::new(),
        entries: Vec::new(),
        lost: Vec::new(),
        state: State::Ok,
        suggestions: Vec::new(),
        statement: located.statement,
    }
}

fn body<'d>(document: &'d Document, located: &Located) -> &'d str {
    document.fold.slice(document.blocks[located.block as usize].body)
}

/// Writes down the label and the numbers as they stand.
fn name(document: &Document, located: &Located, label: Option<LabelKind>, items: &[Item], reference: &mut Reference) {
    reference.label = label.map(|kind| document.outline.own.noun(kind).unwrap_or(kind.name()).to_owned());
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        let end = match &last.to {
            To::Number(number) => number.end,
            To::Itself | To::Onward => last.first.end,
        };
        reference.written = Some(body(document, located)[first.first.start..end.max(first.first.end)].to_owned());
    }
}

/// Writes down the targets that exist.
fn settle(places: &Places, leads: &[Vec<Lead>], reference: &mut Reference) {
    for lead in leads.iter().flatten() {
        match lead {
            Lead::Entry(entry) => {
                reference.targets.push(places.entry(*entry).label.clone());
                reference.entries.push(*entry);
            }
            Lead::Several(entries) => {
                reference.targets.push(places.entry(entries[0]).label.clone());
                reference.entries.push(entries[0]);
            }
            Lead::Row(row) => reference.targets.push(row_name(places.row(*row), reference.label.as_deref())),
            Lead::Nowhere => {}
        }
    }
}

/// The name of a row by the `label` of the reference to it: a table of recommendations may be the plan as well.
fn row_name(row: &Statement, label: Option<&str>) -> String {
    match row.number.as_deref() {
        Some(number) if label == Some("recommendation") && row.kind == StatementKind::Action && !row.label.starts_with("Rec") => {
            format!("Recommendation {number}")
        }
        _ => statement_name(row),
    }
}

/// The numbers of a list that lead nowhere, each by itself.
fn lost(document: &Document, located: &Located, items: &[Item], leads: &[Vec<Lead>]) -> Vec<Span> {
    let base = document.blocks[located.block as usize].body.start;
    let missing = items.iter().zip(leads).filter(|(_, leads)| leads.contains(&Lead::Nowhere));
    let span = |item: &Item| Span::new(base + item.first.start as u32, base + item.end as u32);
    missing.map(|(item, _)| span(item)).filter(|_| items.len() > 1).collect()
}

/// The state that a named reference has by itself.
fn named_state(document: &Document, places: &Places, located: &Located, leads: &[Vec<Lead>], pages: Option<u32>) -> State {
    let Pointer::Named { label, items } = &located.mention.pointer else {
        return State::Unspecific;
    };
    let kind = label.unwrap_or(LabelKind::Paragraph);
    if kind == LabelKind::Page {
        let last = items.iter().filter_map(|item| item.first.number.parse::<u32>().ok()).max();
        return match (pages, last) {
            (Some(pages), Some(last)) if last > pages => State::Dangling,
            (Some(_), _) => State::Ok,
            (None, _) => State::Unspecific,
        };
    }
    let mut flat = leads.iter().flatten();
    if flat.clone().any(|lead| *lead == Lead::Nowhere) {
        return nowhere(document, places, kind, &items[0].first.number);
    }
    if flat.any(|lead| matches!(lead, Lead::Several(_))) {
        return State::Ambiguous;
    }
    if cites_heading(document, places, located, leads) {
        State::OffTarget
    } else {
        State::Ok
    }
}

/// A footnote leads to its text, a page that exists to itself; neither is in the outline.
fn note_or_page(document: &Document, label: Option<LabelKind>, items: &[Item], reference: &mut Reference) {
    let noun = match label {
        Some(LabelKind::Footnote) => "Footnote",
        Some(LabelKind::Page) if reference.state == State::Ok => "Page",
        _ => return,
    };
    let there = |number: &str| {
        let opens = |text: &str| {
            let plain = text.trim_start_matches(['[', '^', '(']);
            let raised: String = plain.chars().map_while(raised_digit).collect();
            raised == number
                || plain
                    .strip_prefix(number)
                    .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        let raised = |text: &str| text.starts_with(|c: char| raised_digit(c).is_some());
        let is_note = |block: &&Block| block.zone == Zone::Footnote || raised(document.fold.slice(block.span));
        let mut notes = document.blocks.iter().filter(is_note);
        noun == "Page" || notes.any(|block| opens(document.fold.slice(block.span)))
    };
    if items.iter().all(|item| there(&item.first.number)) {
        reference.targets = items.iter().map(|item| format!("{noun} {}", item.first.number)).collect();
        reference.state = State::Ok;
    }
}

/// The digit that stands raised before a note's text: "2" of "²".
fn raised_digit(c: char) -> Option<char> {
    const RAISED: &str = "\u{2070}\u{b9}\u{b2}\u{b3}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}";
    let value = RAISED.chars().position(|raised| raised == c)?;
    char::from_digit(value as u32, 10)
}

/// A number that nothing has: broken when the document has others of its kind, else another document's or unknowable.
fn nowhere(document: &Document, places: &Places, kind: LabelKind, number: &str) -> State {
    let has_kind = match kind {
        LabelKind::Paragraph | LabelKind::Item => places.has_depth(number),
        LabelKind::Section => places.has_kind(LabelKind::Section) || places.has_depth(number),
        LabelKind::Theme | LabelKind::LearningPoint => places.has_kind(LabelKind::Theme) || places.has_kind(LabelKind::LearningPoint),
        _ => places.has_kind(kind),
    };
    let uncounted = matches!(
        kind,
        LabelKind::Table | LabelKind::Figure | LabelKind::Footnote | LabelKind::Question | LabelKind::Episode
    );
    match document.genre {
        _ if kind == LabelKind::Item && places.is_earlier(number) => State::External,
        _ if has_kind => State::Dangling,
        _ if uncounted => State::Unspecific,
        Genre::Review => State::Dangling,
        _ => State::External,
    }
}

/// Whether an action cites a heading as its paragraph, though nothing but numbered paragraphs stands under it.
fn cites_heading(document: &Document, places: &Places, located: &Located, leads: &[Vec<Lead>]) -> bool {
    let Pointer::Named {
        label: None | Some(LabelKind::Paragraph),
        ..
    } = &located.mention.pointer
    else {
        return false;
    };
    let by_action = located.statement.is_some_and(|s| answers(document.statements[s as usize].kind));
    let [only] = leads else { return false };
    let [Lead::Entry(entry)] = only.as_slice() else { return false };
    by_action && is_title(document, places, *entry) && !has_own_text(document, places, *entry)
}

/// Whether the entry opens a heading that is no sentence.
fn is_title(document: &Document, places: &Places, entry: u32) -> bool {
    let entry = places.entry(entry);
    let words = document.fold.slice(document.blocks[entry.block as usize].body).trim_end();
    entry.heading && !words.ends_with(['.', ')'])
}

/// Whether unnumbered text stands right under the heading that opens `entry`.
fn has_own_text(document: &Document, places: &Places, entry: u32) -> bool {
    let below = places.entry(entry).block as usize + 1;
    let next = document
        .outline
        .entries
        .get(entry as usize + 1)
        .map_or(usize::MAX, |next| next.block as usize);
    below < next
        && document
            .blocks
            .get(below)
            .is_some_and(|b| !matches!(b.zone, Zone::Heading | Zone::Footnote))
}

/// The only entry of `kind` above or below in the section of `located`: "the above recommendation".
fn beside(places: &Places, located: &Located, kind: LabelKind, step: i8) -> Option<u32> {
    if matches!(kind, LabelKind::Paragraph | LabelKind::Section) {
        return stepped(places, located.span.start, kind, step);
    }
    let here = places.after(located.span.start);
    let opens_section = |e: u32| {
        let entry = places.entry(e);
        entry.heading && matches!(entry.kind, LabelKind::Paragraph | LabelKind::Section | LabelKind::Appendix)
    };
    let in_section = |e: &u32| !opens_section(*e);
    let wanted = |e: &u32| places.entry(*e).kind == kind;
    let mut found: Box<dyn Iterator<Item = u32>> = if step < 0 {
        Box::new(
            (here.saturating_sub(FARTHEST_STEP)..here)
                .rev()
                .take_while(in_section)
                .filter(wanted),
        )
    } else {
        Box::new((here..places.len().min(here + FARTHEST_STEP)).take_while(in_section).filter(wanted))
    };
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The entry before or after the one that holds `offset`, of the same kind: "the previous finding".
fn stepped(places: &Places, offset: u32, kind: LabelKind, step: i8) -> Option<u32> {
    let wanted = |entry: u32| match kind {
        LabelKind::Section => {
            let place = places.entry(entry);
            place.heading && place.number.len() <= 2 && matches!(place.kind, LabelKind::Paragraph | LabelKind::Section)
        }
        LabelKind::Paragraph => places.entry(entry).kind == kind && !places.entry(entry).heading,
        _ => places.entry(entry).kind == kind,
    };
    let here = places.holders(places.holding(offset)).find(|&e| wanted(e))?;
    if step < 0 {
        (here.saturating_sub(FARTHEST_STEP)..here).rev().find(|&e| wanted(e))
    } else {
        (here + 1..places.len().min(here + FARTHEST_STEP)).find(|&e| wanted(e))
    }
}

/// The entries that statements cite by a single number, with the statement: rising by entry.
fn first_citations(document: &Document, places: &Places, located: &[Located]) -> Vec<(u32, u32)> {
    let mut cited: Vec<(u32, u32)> = Vec::new();
    for one in located.iter().filter(|one| !one.quoted) {
        let (Some(statement), Pointer::Named { label, items }) = (one.statement, &one.mention.pointer) else {
            continue;
        };
        if !answers(document.statements[statement as usize].kind) {
            continue;
        }
        for item in items {
            if let Lead::Entry(entry) = places.lead(*label, &item.first) {
                cited.push((entry, statement));
            }
        }
    }
    cited.sort_unstable();
    cited
}

/// Where "and subsequent paragraphs" stops: at the next entry that another statement cites.
fn stop_after(stops: &[(u32, u32)], places: &Places, located: &Located, items: &[Item]) -> u32 {
    let (Some(item), Pointer::Named { label, .. }) = (items.last(), &located.mention.pointer) else {
        return u32::MAX;
    };
    let Lead::Entry(first) = places.lead(*label, &item.first) else {
        return u32::MAX;
    };
    if item.to != To::Onward || located.statement.is_none() {
        return u32::MAX;
    }
    let from = stops.partition_point(|&(entry, _)| entry <= first);
    stops[from..]
        .iter()
        .find(|(_, statement)| Some(*statement) != located.statement)
        .map_or(u32::MAX, |(entry, _)| *entry)
}
