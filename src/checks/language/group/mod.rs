//! A `group` is what a rule says once of a whole stretch of the document: its hits there, and what is missing around them.
//! The pack says what must be missing; here it is looked for.

mod attendance;
mod people;
mod stretch;
mod subject;

use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeMap;

use super::gather::{Gathered, Hit};
use super::passage::words;
use crate::annotation::{Annotation, Polarity, Related, Role, Voice};
use crate::document::{Document, Zone};
use crate::patterns::{Catalogue, Ground, Group, Place, Rule, Single, Stretch};
use crate::text::Span;
use people::People;
use stretch::Ground as Land;
use subject::Subjects;

/// Places given as evidence beside the first.
const NAMED: usize = 16;
/// How many sets of words a group reads; see [`Group::sets`].
const SETS: usize = 7;

/// Where the words of one group stand in the document, by set, in reading order.
#[derive(Default)]
struct Places([Vec<Span>; SETS]);

impl Places {
    fn lacks(&self) -> &[Span] {
        &self.0[0]
    }
    fn child_says(&self) -> &[Span] {
        &self.0[1]
    }
    fn child_does(&self) -> &[Span] {
        &self.0[2]
    }
    fn adult_says(&self) -> &[Span] {
        &self.0[3]
    }
    fn adults(&self) -> &[Span] {
        &self.0[4]
    }
    fn several(&self) -> &[Span] {
        &self.0[5]
    }
    fn known_as(&self) -> &[Span] {
        &self.0[6]
    }
}

/// One hit of a group rule, where it stands in the fold.
struct Found<'p> {
    span: Span,
    annotation: Annotation<'p>,
}

/// What is known so far of one group rule.
struct Watch<'p> {
    rule: &'p Rule,
    group: &'p Group,
    hits: Vec<Found<'p>>,
    places: Places,
}

/// The group rules at work on one document.
pub(super) struct Groups<'p> {
    watches: Vec<Watch<'p>>,
    /// For each marker, the sets that hold it: which watch, which set.
    sets: Vec<Vec<(u16, u8)>>,
    /// The sets that the block being noted adds to, and how many places each had before it.
    fresh: Vec<(u16, u8, usize)>,
}

impl<'p> Groups<'p> {
    pub(super) fn new(catalogue: &'p Catalogue) -> Self {
        let enabled = catalogue.rules().iter().filter(|rule| rule.enabled);
        let watches: Vec<Watch<'p>> = enabled
            .filter_map(|rule| {
                Some(Watch {
                    rule,
                    group: rule.group.as_ref()?,
                    hits: Vec::new(),
                    places: Places::default(),
                })
            })
            .collect();
        let mut sets = vec![Vec::new(); if watches.is_empty() { 0 } else { catalogue.marker_count() }];
        for (at, watch) in watches.iter().enumerate() {
            for (which, ids) in watch.group.sets().into_iter().enumerate() {
                for &marker in ids.iter().flat_map(|&id| catalogue.markers(id)) {
                    sets[marker as usize].push((at as u16, which as u8));
                }
            }
        }
        Self {
            watches,
            sets,
            fresh: Vec::new(),
        }
    }

    /// Notes the words of the block just read, in reading order: blocks are read in theirs.
    pub(super) fn note(&mut self, gathered: &Gathered<'_>) {
        if self.watches.is_empty() {
            return;
        }
        self.fresh.clear();
        for (marker, places) in gathered.found() {
            for &(at, which) in &self.sets[marker as usize] {
                let noted = &mut self.watches[at as usize].places.0[which as usize];
                if !self.fresh.iter().any(|&(a, w, _)| (a, w) == (at, which)) {
                    self.fresh.push((at, which, noted.len()));
                }
                noted.extend_from_slice(places);
            }
        }
        for &(at, which, from) in &self.fresh {
            self.watches[at as usize].places.0[which as usize][from..].sort_unstable();
        }
    }

    /// Notes a hit of a group rule.
    pub(super) fn hit(&mut self, rule: &'p Rule, hit: Hit, annotation: Annotation<'p>) {
        if let Some(watch) = self.watches.iter_mut().find(|watch| std::ptr::eq(watch.rule, rule)) {
            watch.hits.push(Found {
                span: hit.span,
                annotation,
            });
        }
    }

    /// What the groups say of the document, in no particular order.
    pub(super) fn finish(self, document: &Document, content: &str) -> Vec<Annotation<'p>> {
        let mut said = Vec::new();
        let judge = LazyCell::new(|| Judge {
            document,
            people: People::of(document),
            one_child: OnceCell::new(),
        });
        for mut watch in self.watches {
            if watch.hits.is_empty() && !watch.group.child_headings {
                continue;
            }
            if watch.group.child_headings {
                let headed = headings(&watch, document, content, &judge.people);
                watch.hits.extend(headed);
                watch.hits.sort_by_key(|hit| hit.span);
            }
            said.extend(judge.judge(watch));
        }
        said
    }
}

/// The headings that are a child's name, as hits of the rule.
fn headings<'p>(watch: &Watch<'p>, document: &Document, content: &str, people: &People) -> Vec<Found<'p>> {
    let blocks = document.blocks.iter().enumerate().filter(|(_, b)| b.zone == Zone::Heading);
    let named = blocks.filter(|(_, b)| people.is_child(document.fold.slice(b.body)));
    let admitted = named.filter(|(_, b)| {
        let ground = Ground::of(b.setting.name(), b.zone.name(), document.genre.name());
        watch.rule.scope.admits(ground)
    });
    admitted
        .map(|(at, block)| Found {
            span: block.body,
            annotation: annotation(watch.rule, document.source(block.body, content), at as u32),
        })
        .collect()
}

fn annotation(rule: &Rule, span: Span, block: u32) -> Annotation<'_> {
    Annotation {
        rule: &rule.name,
        category: &rule.category,
        severity: rule.severity,
        confidence: rule.confidence,
        voice: Voice::Own,
        polarity: Polarity::Asserted,
        clarified: false,
        span,
        sentence: span,
        block,
        message: (&*rule.message).into(),
        ask: &rule.ask,
        related: Vec::new(),
    }
}

/// Judges the groups of one document.
struct Judge<'d> {
    document: &'d Document,
    people: People,
    /// For each sentence, whether one child is named in it: several groups ask.
    one_child: OnceCell<Vec<bool>>,
}

impl Judge<'_> {
    fn judge<'p>(&self, watch: Watch<'p>) -> Vec<Annotation<'p>> {
        let (group, places) = (watch.group, watch.places);
        let alone = group.single_child.map_or_else(Vec::new, |_| self.single_sentences(&places));
        let mut by_land: BTreeMap<u32, (Land, Vec<Found<'p>>)> = BTreeMap::new();
        for hit in watch.hits {
            let (key, land) = match group.stretch {
                Stretch::Document => (0, Land::all(self.document)),
                Stretch::Section => stretch::section(self.document, hit.annotation.block),
                Stretch::Under => match stretch::under(self.document, hit.annotation.block, hit.span) {
                    Some(land) => (hit.span.start, land),
                    None => continue,
                },
            };
            by_land.entry(key).or_insert_with(|| (land, Vec::new())).1.push(hit);
        }
        let spoken = by_land
            .into_values()
            .filter(|(land, hits)| hits.len() as u32 >= group.at_least && self.speaks((group, &places, &alone), land, hits));
        spoken.filter_map(|(_, hits)| once(hits)).collect()
    }

    /// Whether everything that the group wants to be missing is missing on `land`.
    fn speaks(&self, (group, places, alone): (&Group, &Places, &[Span]), land: &Land, hits: &[Found<'_>]) -> bool {
        let single = group.single_child.is_some();
        if !single && land.among(places.lacks()).iter().any(|&place| land.holds(place)) {
            return false;
        }
        if group.names_child && !hits.iter().any(|hit| self.names_child(hit)) {
            return false;
        }
        let short = !self.has_words(land, group.fewest_words);
        let child = group.child_says.is_empty() && group.child_does.is_empty() || {
            let subjects = Subjects::new(self.document, &self.people, places);
            if short {
                !subjects.is_quoted(land)
            } else {
                !subjects.is_heard(land)
            }
        };
        child
            && group.single_child.is_none_or(|wanted| self.is_lumped(wanted, places, alone, land))
            && (group.absent_from.is_empty() || self.is_absent(group, places, hits))
    }

    /// Whether the block of `hit` names a child.
    fn names_child(&self, hit: &Found<'_>) -> bool {
        let block = &self.document.blocks[hit.annotation.block as usize];
        self.people.children_in(self.document.fold.slice(block.body)) > 0
    }

    /// Whether `land` has at least `fewest` words; reads no further than that.
    fn has_words(&self, land: &Land, fewest: u32) -> bool {
        let all = land.spans().flat_map(|span| words(self.document.fold.slice(span)));
        all.take(fewest as usize).count() == fewest as usize
    }

    /// Whether the document is about several children and none of the sentences that are about one, `alone`, is on `land`.
    fn is_lumped(&self, wanted: Single, places: &Places, alone: &[Span], land: &Land) -> bool {
        let several = self.people.has_several_children() || !places.several().is_empty();
        let inside = land.among(alone).iter().any(|&sentence| land.holds(sentence));
        several && !inside && (wanted == Single::Nowhere || !alone.is_empty())
    }

    /// The sentences about one child.
    fn single_sentences(&self, places: &Places) -> Vec<Span> {
        let alone = places.lacks();
        let sentences = self.document.sentences.iter();
        let names_one = |span: Span| self.people.children_in(self.document.fold.slice(span)) == 1;
        let one_child = self.one_child.get_or_init(|| {
            sentences
                .clone()
                .map(|s| self.people.is_told(s.block) && names_one(s.span))
                .collect()
        });
        let told = sentences.zip(one_child).filter(|(s, _)| self.people.is_told(s.block));
        let one = told.map(|(s, &one)| (s.span, one)).filter(|&(span, one)| {
            let from = alone.partition_point(|place| place.start < span.start);
            let phrase = alone.get(from).is_some_and(|place| span.contains(*place));
            phrase || one
        });
        one.map(|(span, _)| span).collect()
    }

    /// Whether the man of the hits stands in none of the parts that the group names, and there is such a part.
    fn is_absent(&self, group: &Group, places: &Places, hits: &[Found<'_>]) -> bool {
        let mut parts = Vec::new();
        for part in &group.absent_from {
            match part {
                Place::Attendance => parts.extend(attendance::find(self.document)),
                Place::Actions => parts.extend(attendance::actions(self.document)),
            }
        }
        let parts = Land::of(parts);
        let holds = |place: Span| parts.holds(place);
        let named = || parts.spans().any(|part| self.people.names_a_man(self.document.fold.slice(part)));
        // Who is spoken of in the actions and the attendance alone is there.
        let told = hits.iter().any(|hit| !holds(hit.span));
        !parts.is_empty() && told && !places.known_as().iter().any(|&place| holds(place)) && !named()
    }
}

/// The annotation of the first hit, which gives the others as evidence.
fn once(hits: Vec<Found<'_>>) -> Option<Annotation<'_>> {
    let mut hits = hits.into_iter().map(|hit| hit.annotation);
    let mut first = hits.next()?;
    first.related.extend(hits.take(NAMED).map(|hit| Related {
        role: Role::Evidence,
        span: hit.span,
        note: "Again here.".into(),
    }));
    Some(first)
}
