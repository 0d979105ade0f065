//! A `promise` tells the reader that an answer stands in the plan: "(This is addressed in the Action Plan)", "see
//! Recommendations", "hence a recommendation". Its negation promises nothing, and neither do words about how the plan works
//! ("timescales are set out in the action plan") or about somebody else's plan.
//!
//! Authors say it in more ways than a list of phrases holds. So the [`clause`] around each noun of an answer is looked at for
//! [`traits`] and for its words ([`lexis`]), whose [`weights`] were fitted to labelled sentences.

mod clause;
#[cfg(test)]
mod fit;
mod forms;
mod lexicon;
mod lexis;
mod traits;
mod weights;
mod words;

use std::ops::Range;

use self::clause::{Clause, Noun};
use self::lexicon::LEXICON;
use self::weights::WEIGHTS;
use super::anchor::{Anchor, Found};
use super::mention::{Mention, Pointer, Scene};
use crate::document::{LabelKind, Zone};

/// Reads the promise around `anchor`: a plan's name, or a label of an answer without a number.
pub(super) fn read(scene: &Scene, anchor: &Found) -> Option<Mention> {
    let own = matches!(anchor.anchor, Anchor::Label(kind) if scene.outline.own.is_plan(kind));
    let noun = noun_of(scene.text, anchor, own)?;
    let clause = Clause::around(scene.text, anchor.start..anchor.end, noun);
    // "the recommendation above" points, and names what it points to.
    let points = matches!(noun, Noun::Recommendation | Noun::Action) && clause.determiner == "the";
    if points && clause.after.first().is_some_and(|word| word == "above" || word == "below") {
        return None;
    }
    let closing = closes(scene, &clause);
    // Much is a remedy or a commitment; one that closes a paragraph may be the answer to it.
    if matches!(anchor.anchor, Anchor::Deed) && !closing {
        return None;
    }
    let traits = traits::traits(&clause);
    let enough = if closing && !traits.contains(&"denied-before") {
        CLOSING
    } else {
        ENOUGH
    };
    (weigh(&traits, &lexis::words(&clause)) > enough).then(|| Mention {
        pointer: Pointer::Promise {
            label: label_of(noun),
            items: Vec::new(),
        },
        range: clause.range,
    })
}

/// Turns "Recommendation 4" into a promise when "is addressed in" stands before it.
pub(super) fn around(scene: &Scene, mention: Mention) -> Mention {
    let Pointer::Named {
        label: label @ Some(LabelKind::Recommendation | LabelKind::Action),
        items,
    } = &mention.pointer
    else {
        return mention;
    };
    let Some(start) = held_from(scene.text, &mention.range, *label) else {
        return mention;
    };
    Mention {
        range: start..mention.range.end,
        pointer: Pointer::Promise {
            label: *label,
            items: items.clone(),
        },
    }
}

/// Longest short form of a label, in bytes: "Recs".
const SHORTEST: usize = 4;

/// What noun of an answer stands at `found`; `own` is for what the document calls its undertakings.
fn noun_of(text: &str, found: &Found, own: bool) -> Option<Noun> {
    // "Rec" heads a column.
    if found.end - found.start <= SHORTEST && matches!(found.anchor, Anchor::Label(LabelKind::Recommendation | LabelKind::Action)) {
        return None;
    }
    let many = text[found.start..found.end].ends_with(['s', 'S']);
    Some(match (found.anchor, many) {
        (Anchor::Plan, true) => Noun::Plans,
        (Anchor::Plan, false) => Noun::Plan,
        (Anchor::Label(LabelKind::Recommendation), true) => Noun::Recommendations,
        (Anchor::Label(LabelKind::Recommendation), false) => Noun::Recommendation,
        (Anchor::Label(LabelKind::Action), true) => Noun::Actions,
        (Anchor::Label(LabelKind::Action), false) => Noun::Action,
        (Anchor::Deed, _) => Noun::Undertaking,
        (Anchor::Label(_), _) if own => Noun::Undertaking,
        _ => return None,
    })
}

const fn label_of(noun: Noun) -> Option<LabelKind> {
    match noun {
        Noun::Plan | Noun::Plans | Noun::Undertaking => None,
        Noun::Recommendation | Noun::Recommendations => Some(LabelKind::Recommendation),
        Noun::Action | Noun::Actions => Some(LabelKind::Action),
    }
}

/// What the traits of a promise weigh more than, in tenths of a logit: odds of more than two to one, for a promise that is told
/// to be broken alarms its reader.
const ENOUGH: i32 = 8;
/// The same where it closes a paragraph, as an answer to what was found there does.
const CLOSING: i32 = 1;

/// Whether the sentence of `clause` is the last of a paragraph that has others.
fn closes(scene: &Scene, clause: &Clause) -> bool {
    let from = clause.sentence.as_ptr() as usize - scene.text.as_ptr() as usize;
    let last = scene.text[from..].trim_end().len() <= clause.sentence.trim_end().len();
    matches!(scene.zone, Zone::Paragraph | Zone::List | Zone::Quote) && from > 0 && last
}

/// What promises nothing, whatever else speaks for it: a denial, a family's own plan, action that people take.
const SILENT: [&str; 3] = ["denied", "plan-of-another", "uncounted"];

/// What `traits` and `words` weigh together.
fn weigh(traits: &[&str], words: &[String]) -> i32 {
    if SILENT.iter().any(|name| traits.contains(name)) {
        return 0;
    }
    let facts = traits.iter().map(|name| weight(WEIGHTS, name));
    facts.chain(words.iter().map(|name| weight(LEXICON, name))).sum()
}

/// What `name` weighs in `table`.
fn weight(table: &[(&str, i32)], name: &str) -> i32 {
    table.binary_search_by_key(&name, |(known, _)| *known).map_or(0, |at| table[at].1)
}

/// Where the clause begins that holds a matter in the numbered answer at `range`, if one does.
fn held_from(text: &str, range: &Range<usize>, label: Option<LabelKind>) -> Option<usize> {
    let noun = if label == Some(LabelKind::Action) {
        Noun::Action
    } else {
        Noun::Recommendation
    };
    let clause = Clause::around(text, range.clone(), noun);
    let traits = traits::traits(&clause);
    let is = |name: &str| traits.contains(&name);
    let held = is("held") && is("in") && !is("denied") && !is("before-modal") && !is("asks");
    held.then_some(clause.range.start)
}
