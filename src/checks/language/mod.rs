//! The language check marks the uses of words that rules name: one pass of the automaton over the fold, then each hit
//! is judged by where it stands, whose words it is and whether it is affirmed.

mod aftermath;
mod clarify;
mod clause;
mod compound;
mod criticism;
mod disown;
mod emphasis;
mod examples;
mod forbid;
mod gather;
mod general;
mod group;
mod judge;
mod kind;
mod leg;
mod names;
mod near;
mod once;
mod passage;
mod polarity;
mod repeat;
mod scope;
mod suppose;
#[cfg(test)]
mod tests;
mod told;
mod voice;
mod weighed;
mod who;

pub use examples::{Failure, run_examples};

use gather::Gathered;
use group::Groups;
use judge::Judge;
use repeat::Tally;

use crate::annotation::{Annotation, Polarity, Voice};
use crate::document::Document;
use crate::patterns::Catalogue;
use crate::text::Text;

/// The language annotations of `document`, which was parsed from `text`, by place and then by rule. Quoted and mentioned
/// words are among them, for information. Where two rules of a category mark the same words, the graver speaks,
/// and what was only weighed is silent where a listed phrase speaks.
#[must_use]
pub fn check<'p>(document: &Document, text: &Text, catalogue: &'p Catalogue) -> Vec<Annotation<'p>> {
    once::keep(marks(document, text, catalogue), |rule| catalogue.is_weighed(rule))
}

/// What every rule says for itself.
fn marks<'p>(document: &Document, text: &Text, catalogue: &'p Catalogue) -> Vec<Annotation<'p>> {
    let mut annotations = Vec::new();
    let mut tally = Tally::default();
    let mut groups = Groups::new(catalogue);
    let mut gathered = Gathered::new(catalogue);
    let mut judge = Judge::new(document, &text.content, catalogue);
    for (number, block) in document.blocks.iter().enumerate() {
        for leg in leg::legs(document, block) {
            gathered.read(document, block, leg);
            if leg.opens {
                groups.note(&gathered);
            }
            for &hit in &gathered.hits {
                let Some(annotation) = judge.judge(number as u32, hit, &gathered) else {
                    continue;
                };
                let rule = &catalogue.rules()[hit.rule as usize];
                if rule.group.is_some() {
                    if counts(&annotation) {
                        groups.hit(rule, hit, annotation);
                    }
                    continue;
                }
                match rule.repeat {
                    Some(repeat) if counts(&annotation) => {
                        tally.count(hit.rule, repeat, repeat::account(document, block.section), annotation);
                    }
                    Some(_) => {}
                    None => annotations.push(annotation),
                }
            }
        }
    }
    annotations.extend(tally.finish());
    annotations.extend(groups.finish(document, &text.content));
    // Stable: at one place the rules keep the order of their packs, the particular before the general. They are large, and each
    // is moved once.
    annotations.sort_by_cached_key(|a| a.span);
    annotations
}

/// Whether a hit counts towards "many": the author's own words or a report, and affirmed.
fn counts(annotation: &Annotation<'_>) -> bool {
    matches!(annotation.voice, Voice::Own | Voice::Reported) && annotation.polarity == Polarity::Asserted
}
