//! `Gathered` is what one pass of the automaton found in one block: hits of rules, and the places of the words that
//! decide about hits. Its buffers are kept from block to block.

use super::leg::Leg;
use super::weighed::Weighed;
use crate::document::{Block, Document, PersonKind, Quotation, Setting};
use crate::patterns::{Catalogue, Ground, Roles, SetId, Use, Where};
use crate::text::Span;

/// A raw match of a rule, not yet judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the rule in the catalogue.
    pub(super) rule: u32,
    /// Where (bytes of the fold).
    pub(super) span: Span,
}

/// The finds of one block. `'p` is the life of the catalogue.
pub(super) struct Gathered<'p> {
    catalogue: &'p Catalogue,
    weighed: Weighed<'p>,
    /// Hits by start, at one start the longest first.
    pub(super) hits: Vec<Hit>,
    /// For each marker, where it stands, by its ends.
    places: Vec<Vec<Span>>,
    /// Where names and terms of art stand.
    names: Vec<Span>,
    /// For each kind of person, the marker of the names that documents teach.
    learned: [Option<u32>; 5],
    /// The sets of the word lists of those kinds.
    people: [&'p [SetId]; 5],
    /// The markers that have places, so that clearing costs no more than filling did.
    filled: Vec<u32>,
    /// The same, a bit for each: a set has many markers, and a block few of them.
    stands: Vec<u64>,
    /// The markers that are asked for anywhere in the block: their places are read at once, also where the block is read leg by leg.
    /// Empty until such a block is met.
    lasting: Vec<bool>,
    /// The ground of the last block, and for each rule whether it applies there.
    ground: Option<Ground>,
    admitted: Vec<bool>,
    /// For each rule, whether it applies to a record that the block quotes.
    quoted: Vec<bool>,
    /// For each rule, whether it applies to what is asked for, wherever that stands.
    asked: Vec<bool>,
}

/// How many places are looked at when long phrases overlap; a bound, not a limit anyone meets.
const OVERLAPS: usize = 16;
/// Bytes around a mark in which a phrase that holds most of it may begin and end.
const AROUND: u32 = 80;

impl<'p> Gathered<'p> {
    pub(super) fn new(catalogue: &'p Catalogue) -> Self {
        Self {
            catalogue,
            weighed: Weighed::new(catalogue),
            hits: Vec::new(),
            names: Vec::new(),
            places: vec![Vec::new(); catalogue.marker_count()],
            learned: PersonKind::ALL.map(|kind| catalogue.learned(kind.name())),
            people: PersonKind::ALL.map(|kind| catalogue.list(kind.name())),
            filled: Vec::new(),
            stands: vec![0; catalogue.marker_count().div_ceil(64)],
            lasting: Vec::new(),
            ground: None,
            admitted: Vec::new(),
            quoted: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// Forgets the last block and reads `block`; where `leg` is but a part of it, only what is asked for near a hit is forgotten.
    pub(super) fn read(&mut self, document: &Document, block: &Block, leg: Leg) {
        self.clear(leg.is_part && !leg.opens);
        if leg.is_part && leg.opens {
            self.read_lasting(document, block);
        }
        let catalogue = self.catalogue;
        let ground = Ground::of(block.setting.name(), block.zone.name(), document.genre.name());
        let text = document.fold.text.as_str();
        self.admit(ground, block, document);
        let (admitted, quoted) = (std::mem::take(&mut self.admitted), std::mem::take(&mut self.quoted));
        let asked = std::mem::take(&mut self.asked);
        let (quotes, asking) = (quotations(document, block), asking(document, block));
        let wanted = |usage| match usage {
            Use::Marker(_) => true,
            Use::Hit(rule) => {
                let rule = rule as usize;
                admitted[rule] || !quotes.is_empty() && quoted[rule] || !asking.is_empty() && asked[rule]
            }
        };
        let admits = |rule: usize, span: Span| {
            admitted[rule] || quoted[rule] && is_quoted(quotes, span) || asked[rule] && asking.iter().any(|it| it.contains(span))
        };
        catalogue.matcher().scan(text, leg.reach, wanted, |span, usage| match usage {
            Use::Marker(marker) => self.mark(marker, span, leg),
            Use::Hit(rule) if admits(rule as usize, span) => {
                self.hits.push(Hit { rule, span });
            }
            Use::Hit(_) => {}
        });
        let in_order = |h: &Hit| (h.span.start, u32::MAX - h.span.end, h.rule);
        self.hits.sort_unstable_by_key(in_order);
        if catalogue.weighed().iter().any(|&rule| wanted(Use::Hit(rule))) {
            let weighed = |rule: u32, span| admits(rule as usize, span);
            let listed = self.hits.len();
            self.weighed.read(document, (block, leg.own), weighed, &mut self.hits);
            self.leave_switched_off(listed, text, (block.span, ground));
            self.hits.sort_unstable_by_key(in_order);
        }
        document.people.each(text, leg.reach, |span, kind| self.meet(span, kind, leg));
        if leg.is_part {
            self.hits.retain(|hit| leg.own.holds(hit.span.start));
        }
        (self.admitted, self.quoted, self.asked) = (admitted, quoted, asked);
    }

    /// Reads the places in `block` of what is asked for anywhere in it.
    fn read_lasting(&mut self, document: &Document, block: &Block) {
        let text = document.fold.text.as_str();
        let lasting = match std::mem::take(&mut self.lasting) {
            known if known.is_empty() => lasting(self.catalogue),
            known => known,
        };
        let wanted = |usage| matches!(usage, Use::Marker(marker) if lasting[marker as usize]);
        let matcher = self.catalogue.matcher();
        matcher.scan(text, block.span, wanted, |span, usage| {
            if let Use::Marker(marker) = usage {
                self.place(marker, span);
            }
        });
        document.people.each(text, block.span, |span, kind| {
            if let Some(marker) = self.learned[kind as usize].filter(|&marker| lasting[marker as usize]) {
                self.place(marker, span);
            }
        });
        self.lasting = lasting;
    }

    /// Drops those of the hits from number `from` on that share words with a phrase of a rule that is switched off: who does not
    /// want to hear of the phrase wants no weights to speak of it either.
    fn leave_switched_off(&mut self, from: usize, text: &str, (bounds, ground): (Span, Ground)) {
        let (rules, matcher) = (self.catalogue.rules(), self.catalogue.matcher());
        let is_off = |usage| match usage {
            Use::Marker(_) => false,
            Use::Hit(rule) => {
                let rule = &rules[rule as usize];
                !rule.enabled && rule.scope.admits(ground)
            }
        };
        let mut number = 0;
        self.hits.retain(|hit| {
            number += 1;
            let mut silent = false;
            if number > from {
                matcher.scan(text, around(text, hit.span, bounds), is_off, |span, _| {
                    silent |= span.overlaps(hit.span) && text[span.range()].contains(' ');
                });
            }
            !silent
        });
    }

    /// Notes for each rule whether it applies on `ground`, to the minutes or plans that a narrative quotes, and to what is
    /// asked for; blocks of one kind follow one another.
    fn admit(&mut self, ground: Ground, block: &Block, document: &Document) {
        if self.ground == Some(ground) {
            return;
        }
        self.ground = Some(ground);
        let rules = self.catalogue.rules().iter();
        self.admitted.clear();
        self.admitted
            .extend(rules.clone().map(|rule| rule.enabled && rule.scope.admits(ground)));
        let on = |setting: Setting| Ground::of(setting.name(), block.zone.name(), document.genre.name());
        let records = [on(Setting::Minutes), on(Setting::Plan)];
        let narrative = block.setting == Setting::Narrative;
        let asked = [on(Setting::Plan), on(Setting::Recommendation)];
        self.asked.clear();
        self.asked.extend(
            rules
                .clone()
                .map(|rule| rule.enabled && asked.iter().any(|&asked| rule.scope.admits(asked))),
        );
        self.quoted.clear();
        self.quoted
            .extend(rules.map(|rule| narrative && rule.enabled && records.iter().any(|&record| rule.scope.admits(record))));
    }

    /// Forgets what was found; all but what is `lasting` when it is asked for on the next leg too.
    fn clear(&mut self, lasting: bool) {
        self.hits.clear();
        self.names.clear();
        self.filled.retain(|&marker| {
            let stays = lasting && self.lasting[marker as usize];
            if !stays {
                self.places[marker as usize].clear();
                self.stands[marker as usize / 64] &= !(1 << (marker % 64));
            }
            stays
        });
    }

    /// Marks a name that the document itself teaches: it joins the word list of its kind, and in a body's name no word
    /// of a rule is one.
    fn meet(&mut self, span: Span, kind: PersonKind, leg: Leg) {
        if kind == PersonKind::Body {
            put(&mut self.names, span);
        }
        if let Some(marker) = self.learned[kind as usize] {
            self.mark(marker, span, leg);
        }
    }

    fn mark(&mut self, marker: u32, span: Span, leg: Leg) {
        if self.catalogue.is_name(marker) {
            put(&mut self.names, span);
        }
        if !(leg.is_part && self.lasting[marker as usize]) {
            self.place(marker, span);
        }
    }

    fn place(&mut self, marker: u32, span: Span) {
        let places = &mut self.places[marker as usize];
        if places.is_empty() {
            self.filled.push(marker);
            self.stands[marker as usize / 64] |= 1 << (marker % 64);
        }
        put(places, span);
    }

    /// The places of each marker of `set`.
    fn places(&self, set: SetId) -> impl Iterator<Item = &[Span]> {
        let markers = self.catalogue.markers(set).iter();
        markers
            .filter(|&&marker| self.stands[marker as usize / 64] >> (marker % 64) & 1 == 1)
            .map(|&marker| self.places[marker as usize].as_slice())
    }

    /// The nearest place of `set` that ends at or before `at`.
    pub(super) fn before(&self, set: SetId, at: u32) -> Option<Span> {
        let nearest = |places: &[Span]| {
            let after = places.partition_point(|p| p.end <= at);
            after.checked_sub(1).map(|last| places[last])
        };
        self.places(set).filter_map(nearest).max_by_key(|p| (p.end, p.start))
    }

    /// The nearest place of `set` that starts at or after `at`.
    pub(super) fn after(&self, set: SetId, at: u32) -> Option<Span> {
        let nearest = |places: &[Span]| {
            let first = places.partition_point(|p| p.end <= at);
            places[first..].iter().take(OVERLAPS).find(|p| p.start >= at).copied()
        };
        self.places(set).filter_map(nearest).min_by_key(|p| (p.start, p.end))
    }

    /// The nearest person or body that ends at or before `at`, the longest of those that end together, and its role.
    pub(super) fn person_before(&self, at: u32) -> Option<(Span, Roles)> {
        let of = |number: usize| self.people[number].iter().filter_map(move |&set| self.before(set, at));
        let all = (0..self.people.len()).flat_map(|number| of(number).map(move |span| (span, Roles::of_list(number))));
        all.max_by_key(|(span, _)| (span.end, u32::MAX - span.start))
    }

    /// The nearest person or body that starts at or after `at`, the longest of those that start together, and its role.
    pub(super) fn person_after(&self, at: u32) -> Option<(Span, Roles)> {
        let of = |number: usize| self.people[number].iter().filter_map(move |&set| self.after(set, at));
        let all = (0..self.people.len()).flat_map(|number| of(number).map(move |span| (span, Roles::of_list(number))));
        all.min_by_key(|(span, _)| (span.start, u32::MAX - span.end))
    }

    /// Whether rule number `rule` would take all of `words`, which stand nowhere.
    pub(super) fn takes(&self, rule: u32, words: &str) -> bool {
        let mut taken = false;
        let whole = Span::at(0, words.len());
        let matcher = self.catalogue.matcher();
        matcher.scan(words, whole, |usage| usage == Use::Hit(rule), |span, _| taken |= span == whole);
        taken
    }

    /// The places of `set` within `bounds`.
    pub(super) fn inside(&self, set: SetId, bounds: Span) -> impl Iterator<Item = Span> {
        self.places(set).flatten().copied().filter(move |p| bounds.contains(*p))
    }

    /// The markers that stand in the block, and where.
    pub(super) fn found(&self) -> impl Iterator<Item = (u32, &[Span])> {
        self.filled.iter().map(|&marker| (marker, self.places[marker as usize].as_slice()))
    }

    /// Whether a name or a term of art covers all of `span`.
    pub(super) fn is_named(&self, span: Span) -> bool {
        covers(&self.names, span)
    }

    /// Whether a place of `set` that ends at or before `limit` covers all of `span`.
    pub(super) fn covers_before(&self, set: SetId, span: Span, limit: u32) -> bool {
        self.places(set).any(|places| {
            let first = places.partition_point(|p| p.end < span.end);
            places[first..].iter().take(OVERLAPS).any(|p| p.end <= limit && p.contains(span))
        })
    }

    /// Whether a place of `set` covers all of `span`.
    pub(super) fn covers(&self, set: SetId, span: Span) -> bool {
        self.places(set).any(|places| covers(places, span))
    }
}

/// For each marker, whether a rule asks for it anywhere in a block, or a group of rules in the document.
fn lasting(catalogue: &Catalogue) -> Vec<bool> {
    let mut lasting = vec![false; catalogue.marker_count()];
    for rule in catalogue.rules() {
        let near = rule.near.iter().chain(&rule.unless_near).filter(|near| near.place == Where::Block);
        let groups = rule.group.iter().flat_map(|group| group.sets()).flatten();
        for &set in near.flat_map(|near| &near.any).chain(groups) {
            catalogue.markers(set).iter().for_each(|&marker| lasting[marker as usize] = true);
        }
    }
    lasting
}

/// `span` with the words around it that a phrase may reach over, within `bounds`.
fn around(text: &str, span: Span, bounds: Span) -> Span {
    let from = span.start.saturating_sub(AROUND).max(bounds.start) as usize;
    let to = (span.end + AROUND).min(bounds.end) as usize;
    let whole = |at: usize| at == bounds.start as usize || at == bounds.end as usize || text.as_bytes()[at - 1] == b' ';
    let from = (from..span.start as usize).find(|&at| whole(at)).unwrap_or(span.start as usize);
    let to = (span.end as usize..=to).rev().find(|&at| whole(at)).unwrap_or(span.end as usize);
    Span::at(from, to)
}

/// Whether one of `quotes`, in the order of their starts, covers all of `span`; only the nearest are looked at, so that
/// a line of nothing but quotation marks costs no more than another.
fn is_quoted(quotes: &[Quotation], span: Span) -> bool {
    let opened = quotes.partition_point(|q| q.span.start <= span.start);
    quotes[..opened].iter().rev().take(OVERLAPS).any(|q| q.span.contains(span))
}

/// The asking sentences of `block`.
fn asking<'d>(document: &'d Document, block: &Block) -> &'d [Span] {
    let from = document.asking.partition_point(|it| it.start < block.span.start);
    let length = document.asking[from..].partition_point(|it| it.start < block.span.end);
    &document.asking[from..from + length]
}

/// The quotations of `block`.
fn quotations<'d>(document: &'d Document, block: &Block) -> &'d [Quotation] {
    let from = document.quotations.partition_point(|q| q.span.start < block.span.start);
    let length = document.quotations[from..].partition_point(|q| q.span.start < block.span.end);
    &document.quotations[from..from + length]
}

/// Puts `span` among `places`, which stay in the order of their ends and, at one end, of their starts: the longest is met
/// first, in whatever order a list names them. Found in the order of their rarest words, they are nearly always in the order
/// of their own.
fn put(places: &mut Vec<Span>, span: Span) {
    let goes_before = |p: &Span| (p.end, p.start) <= (span.end, span.start);
    if places.last().is_none_or(goes_before) {
        places.push(span);
        return;
    }
    let at = places.iter().rposition(goes_before).map_or(0, |p| p + 1);
    places.insert(at, span);
}

/// Whether one of `places`, in the order of their ends, covers all of `span`.
fn covers(places: &[Span], span: Span) -> bool {
    let first = places.partition_point(|p| p.end < span.end);
    places[first..].iter().take(OVERLAPS).any(|p| p.contains(span))
}
