//! A `Tally` counts the hits of rules that speak only when there are many, and then once, at the first.

use std::collections::HashMap;

use crate::annotation::{Annotation, Related, Role};
use crate::document::{Document, dates};
use crate::patterns::{Reach, Repeat};

/// Places named beside the first.
const NAMED: usize = 8;

/// Headings over a chronology that are looked back over; a bound, not a limit anyone meets.
const YEARS: usize = 64;

/// The heading of what is told under `section`: a year or a month that heads a part of a chronology is stepped over, so
/// that a pattern which crosses New Year is one.
pub(super) fn account(document: &Document, section: Option<u32>) -> Option<u32> {
    let mut section = section?;
    for _ in 0..YEARS {
        let heading = &document.blocks[section as usize];
        match heading.section.filter(|&before| before < section) {
            Some(before) if is_date(document.fold.slice(heading.body)) => section = before,
            _ => break,
        }
    }
    Some(section)
}

/// Whether a heading is a date and nothing else: "2018", "March 2018", "January to June 2019".
fn is_date(heading: &str) -> bool {
    const OTHERS: [&str; 3] = ["to", "and", "year"];
    let mut words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let dated = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit())
            || dates::MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word))
            || OTHERS.iter().any(|other| other.eq_ignore_ascii_case(word))
    };
    heading.bytes().any(|b| b.is_ascii_digit()) && words.all(dated)
}

/// The hits counted so far.
#[derive(Default)]
pub(super) struct Tally<'p> {
    counts: HashMap<(u32, u32), Count<'p>>,
}

struct Count<'p> {
    hits: u32,
    at_least: u32,
    first: Annotation<'p>,
}

impl<'p> Tally<'p> {
    /// Counts `hit` of rule number `rule`; `section` is the heading its block stands under.
    pub(super) fn count(&mut self, rule: u32, repeat: Repeat, section: Option<u32>, hit: Annotation<'p>) {
        let stretch = match repeat.within {
            Reach::Block => hit.block,
            Reach::Section => section.map_or(0, |heading| heading + 1),
            Reach::Document => 0,
        };
        match self.counts.get_mut(&(rule, stretch)) {
            Some(count) => {
                count.hits += 1;
                if count.first.related.len() < NAMED {
                    count.first.related.push(Related {
                        role: Role::Evidence,
                        span: hit.span,
                        note: "Said again here.".into(),
                    });
                }
            }
            None => {
                let count = Count {
                    hits: 1,
                    at_least: repeat.at_least,
                    first: hit,
                };
                self.counts.insert((rule, stretch), count);
            }
        }
    }

    /// The annotations of those that were often enough, in no particular order.
    pub(super) fn finish(self) -> impl Iterator<Item = Annotation<'p>> {
        self.counts.into_values().filter(|c| c.hits >= c.at_least).map(|c| c.first)
    }
}
