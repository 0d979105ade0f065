//! A `Mention` is a reference as it stands in one block, before anyone looks for its target.

use std::ops::Range;

use super::anchor::{Anchor, Found};
use super::list::Item;
use super::{bare, code, foreign, label, law, listed, own, plain, promise, vague};
use crate::document::{LabelKind, Outline, Zone};

/// One reference, unresolved. Byte offsets count in the text of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// The words that refer.
    pub(super) range: Range<usize>,
    /// What they say.
    pub(super) pointer: Pointer,
}

/// Whether one of those `found` has any of the words at `range`.
pub(super) fn is_taken(found: &[Mention], range: &Range<usize>) -> bool {
    found.iter().any(|it| it.range.start < range.end && range.start < it.range.end)
}

/// What a mention says of its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    /// A number, with a label or (bare) without.
    Named {
        /// What the label says; `None` for a bare number.
        label: Option<LabelKind>,
        /// The numbers, never empty.
        items: Vec<Item>,
    },
    /// A number that belongs to a law or to another document.
    Foreign {
        /// The label's name.
        label: &'static str,
        /// The number as written.
        written: Range<usize>,
    },
    /// A promise of an answer: in the action plan (no label), or in what `items` name.
    Promise {
        /// [`LabelKind::Recommendation`] or [`LabelKind::Action`] when it says so; `None` for the plan.
        label: Option<LabelKind>,
        /// The numbers of the recommendations or actions, when it gives them.
        items: Vec<Item>,
    },
    /// It points without naming.
    Vague {
        /// "above" and "below", which a reader can follow with the eye, are near.
        near: bool,
        /// "the previous finding": which label, and how many steps forward; near, "the finding above".
        step: Option<(LabelKind, i8)>,
    },
}

/// Where mentions are looked for.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The block's text, its printed number left out.
    pub(super) text: &'a str,
    /// What kind of block it is.
    pub(super) zone: Zone,
    /// Whether it is of a plan that stands apart from its report.
    pub(super) apart: bool,
    /// The places that the document has.
    pub(super) outline: &'a Outline,
}

impl Scene<'_> {
    /// Whether the document has a place of this kind and number.
    pub(super) fn has(&self, kind: LabelKind, number: &str) -> bool {
        !self.outline.find(kind, number).is_empty()
    }
}

/// Finds every mention of `scene`, in reading order; no two overlap.
pub(super) fn mentions(scene: &Scene) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut done = 0;
    for anchor in own::anchors(scene) {
        if anchor.start < done {
            continue;
        }
        let Some(mut mention) = read(scene, &anchor) else { continue };
        if is_open_promise(&mention) {
            // "paragraph 4.2 in the action plan" says where the paragraph stands.
            if found
                .last()
                .is_some_and(|last| is_place(&scene.text[last.range.end.min(anchor.start)..anchor.start]))
            {
                continue;
            }
            // The clause of a promise may hold a reference that stands before its plan; one after it says where the answer is.
            mention.range.start = mention.range.start.max(done);
            let lead = scene.text[mention.range.clone()].find(char::is_alphanumeric).unwrap_or(0);
            mention.range.start += lead;
            done = anchor.end;
            if found.last().is_none_or(|last| last.range.end <= mention.range.start) {
                found.push(mention);
            }
            continue;
        }
        if mention.range.start < done {
            continue;
        }
        if found
            .last()
            .is_some_and(|last| is_open_promise(last) && mention.range.start < last.range.end)
        {
            found.pop();
        }
        if found.last().is_some_and(|last| foreign::goes_on(scene.text, last, &mention)) {
            mention = foreign::made(mention);
        }
        done = mention.range.end;
        found.push(mention);
        while let Some(more) = bare::after(scene, done) {
            done = more.range.end;
            found.push(more);
        }
    }
    drop_pointers_beside_numbers(scene.text, &mut found);
    add_unlabelled(scene, &mut found);
    found
}

/// Adds to the mentions that are `found` those that no label leads: codes, lettered and listed places, plain numbers.
fn add_unlabelled(scene: &Scene, found: &mut Vec<Mention>) {
    let claimed = |mentions: Vec<Mention>| mentions.into_iter().map(|mention| foreign::claim(scene, mention));
    let mut codes = code::codes(scene, found);
    codes.extend(claimed(code::lettered(scene, found)));
    codes.extend(own::compounds(scene, found));
    codes.extend(claimed(listed::mentions(scene, found)));
    codes.extend(listed::capitals(scene, found));
    found.extend(codes);
    found.sort_by_key(|mention| mention.range.start);
    let plain = plain::mentions(scene, found);
    put_in(found, plain);
}

/// Puts `plain` numbers among the mentions that are `found`; a promise does not hide the place that its words name.
fn put_in(found: &mut Vec<Mention>, plain: Vec<Mention>) {
    if !plain.is_empty() {
        found.extend(plain);
        found.sort_by_key(|mention| mention.range.start);
    }
}

/// Whether `gap` does no more than put what stands before it into what follows: " in the ", " of our ".
fn is_place(gap: &str) -> bool {
    let mut words = gap.split_whitespace();
    words
        .next()
        .is_some_and(|word| matches!(word, "in" | "of" | "from" | "under" | "to"))
        && words.count() <= 1
}

/// Whether a mention promises an answer and does not say where.
const fn is_open_promise(mention: &Mention) -> bool {
    matches!(&mention.pointer, Pointer::Promise { items, .. } if items.is_empty())
}

fn read(scene: &Scene, anchor: &Found) -> Option<Mention> {
    match anchor.anchor {
        Anchor::Label(kind) => label::read(scene, kind, anchor)
            .map(|mention| law::claim(scene, mention))
            .map(|mention| foreign::claim(scene, mention))
            .map(|mention| promise::around(scene, mention))
            .or_else(|| promise::read(scene, anchor))
            .or_else(|| vague::beside(scene.text, kind, anchor)),
        Anchor::Law(name) => law::read(scene, name, anchor),
        Anchor::Plan | Anchor::Deed => promise::read(scene, anchor),
        Anchor::Pointer => bare::before_pointer(scene, anchor.start)
            .or_else(|| vague::placed(scene.text, anchor))
            .or_else(|| vague::pointer(scene.text, anchor)),
        Anchor::Step(step) => vague::step(scene, step, anchor),
        Anchor::Initials(kind) => own::initials(scene, kind, anchor),
        Anchor::Ordinal => label::ordinal(scene, anchor),
        Anchor::Cue => bare::read(scene, anchor).map(|mention| foreign::claim(scene, mention)),
        Anchor::Code => bare::coded(scene, anchor).map(|mention| foreign::claim(scene, mention)),
        Anchor::Ibid => Some(vague::ibid(anchor)),
    }
}

/// "as set out above (4.12)" and "paragraph 4.2 above" name their target: the pointer beside the number is no
/// reference of its own.
fn drop_pointers_beside_numbers(text: &str, found: &mut Vec<Mention>) {
    let named: Vec<Range<usize>> = found
        .iter()
        .filter(|m| !matches!(m.pointer, Pointer::Vague { .. }))
        .map(|m| m.range.clone())
        .collect();
    found.retain(|mention| {
        if !matches!(mention.pointer, Pointer::Vague { step: None, .. }) {
            return true;
        }
        let at = named.partition_point(|range| range.start < mention.range.start);
        let before = at.checked_sub(1).map(|i| &text[named[i].end..mention.range.start]);
        let after = named.get(at).map(|range| &text[mention.range.end.min(range.start)..range.start]);
        !(before.is_some_and(|gap| gap.trim().is_empty()) || after.is_some_and(is_joint))
    });
}

/// Whether `gap` does no more than lead from a pointer to its number: " in ", " (", ", at ".
fn is_joint(gap: &str) -> bool {
    let joint = gap.trim_matches(|c: char| c == ' ' || c == ',' || c == '(' || c == '[' || c == ':');
    gap.len() <= 16 && matches!(joint, "" | "in" | "at" | "under" | "see" | "in the" | "from" | "within")
}

#[cfg(test)]
mod tests;
