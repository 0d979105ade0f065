//! `Gathered` is what one pass of the automaton found in one block: hits of rules, and the places of the words that
//! decide about hits. Its buffers are kept from block to block.

use crate::document::{Block, Document};
use crate::patterns::{Catalogue, Ground, SetId, Use};
use crate::text::Span;

/// A raw match of a rule, not yet judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the rule in the catalogue.
    pub(super) rule: u32,
    /// Where (bytes of the fold).
    pub(super) span: Span,
}

/// The finds of one block.
pub(super) struct Gathered {
    /// Hits by start, at one start the longest first.
    pub(super) hits: Vec<Hit>,
    /// For each set, where its literals stand, by their ends.
    places: Vec<Vec<Span>>,
    /// The sets that have places, so that clearing costs no more than filling did.
    filled: Vec<SetId>,
}

/// How many places are looked at when long literals overlap; a bound, not a limit anyone meets.
const OVERLAPS: usize = 16;

impl Gathered {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        Self {
            hits: Vec::new(),
            places: vec![Vec::new(); catalogue.set_count()],
            filled: Vec::new(),
        }
    }

    /// Forgets the last block and reads `block`.
    pub(super) fn read(&mut self, catalogue: &Catalogue, document: &Document, block: &Block) {
        self.clear();
        let ground = Ground::of(block.setting.name(), block.zone.name(), document.genre.name());
        let text = document.fold.text.as_str();
        let admits = |rule: u32| catalogue.rules()[rule as usize].scope.admits(ground);
        catalogue.matcher().scan(text, block.span, |span, usage| match usage {
            Use::Marker(set) => self.mark(set, span),
            Use::Hit(rule) if admits(rule) => self.hits.push(Hit { rule, span }),
            Use::Hit(_) => {}
        });
        for set in &self.filled {
            self.places[set.0 as usize].sort_unstable_by_key(|place| (place.end, place.start));
        }
        self.hits.sort_unstable_by_key(|h| (h.span.start, u32::MAX - h.span.end, h.rule));
    }

    fn clear(&mut self) {
        self.hits.clear();
        for set in self.filled.drain(..) {
            self.places[set.0 as usize].clear();
        }
    }

    fn mark(&mut self, set: SetId, span: Span) {
        let places = &mut self.places[set.0 as usize];
        if places.is_empty() {
            self.filled.push(set);
        }
        places.push(span);
    }

    /// The nearest place of `set` that ends at or before `at`.
    pub(super) fn before(&self, set: SetId, at: u32) -> Option<Span> {
        let places = &self.places[set.0 as usize];
        let after = places.partition_point(|p| p.end <= at);
        after.checked_sub(1).map(|last| places[last])
    }

    /// The nearest place of `set` that starts at or after `at`.
    pub(super) fn after(&self, set: SetId, at: u32) -> Option<Span> {
        let places = &self.places[set.0 as usize];
        let first = places.partition_point(|p| p.end <= at);
        places[first..].iter().take(OVERLAPS).find(|p| p.start >= at).copied()
    }

    /// Whether a place of `set` covers all of `span`.
    pub(super) fn covers(&self, set: SetId, span: Span) -> bool {
        let places = &self.places[set.0 as usize];
        let first = places.partition_point(|p| p.end < span.end);
        places[first..].iter().take(OVERLAPS).any(|p| p.contains(span))
    }
}
