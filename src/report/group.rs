//! A `Group` is what one rule says again and again: the annotations that ask the same question, to be asked once.
//!
//! Here it is judged what a person is shown and in what order; the text of a check and its page only set it.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::annotation::{Annotation, Severity};
use crate::reading::Read;

use super::edition::Edition;
use super::twice::Twice;
use super::view::View;

/// The sections in which groups are shown, in order.
pub(super) const SECTIONS: [&str; 4] = ["references", "actions", "dates and terms", "language"];

/// How many passages of one remark are shown when all say the same; the places of the others are listed.
pub(super) const ALIKE: usize = 3;
/// How many are shown when each says something else.
pub(super) const UNLIKE: usize = 40;

/// The annotations of one rule that ask the same question; it is asked once.
pub(super) struct Group<'a> {
    /// Index in [`SECTIONS`].
    pub(super) section: usize,
    /// The first of them.
    pub(super) first: &'a Annotation<'a>,
    /// Whether all say the same.
    pub(super) alike: bool,
    /// Their indexes, in order of their place.
    pub(super) members: Vec<usize>,
}

/// A passage in which one remark is made, once or more often.
pub(super) struct Member<'g> {
    /// Indexes of the annotations there, in order; never empty.
    pub(super) all: &'g [usize],
}

impl Member<'_> {
    /// Index of the first annotation there.
    pub(super) const fn at(&self) -> usize {
        self.all[0]
    }

    /// How many there are.
    pub(super) const fn times(&self) -> usize {
        self.all.len()
    }
}

impl Group<'_> {
    /// The passages of the group; those that say the same of one paragraph, item or cell are one.
    pub(super) fn gathered(&self, view: &View<'_>) -> Vec<Member<'_>> {
        let block = |at: usize| view.scan.annotations[at].block;
        let passages = self.members.chunk_by(|&a, &b| self.alike && block(a) == block(b));
        passages.map(|all| Member { all }).collect()
    }

    /// How many passages are shown in full.
    pub(super) const fn most(&self) -> usize {
        if self.alike { ALIKE } else { UNLIKE }
    }
}

/// The groups of what stands in `read`, in the order in which they are shown.
pub(super) fn groups<'a>(read: &'a Read<'a>, edition: &'a Edition<'a>) -> Vec<Group<'a>> {
    let twice = Twice::new(&read.scan.annotations);
    let standing = read.standing(edition.accepted).filter(|(_, annotation)| !twice.holds(annotation));
    let mut groups = gather(standing, |_, _| ());
    groups.sort_by_key(|(_, group)| (group.section, Reverse(group.first.severity)));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How many annotations of `groups` there are of each severity, from info to high.
pub(super) fn by_severity<'g>(groups: impl Iterator<Item = &'g Group<'g>>) -> [u64; 4] {
    let mut counts = [0; 4];
    groups.for_each(|group| counts[group.first.severity as usize] += group.members.len() as u64);
    counts
}

/// Gathers `annotations`, given with their indexes and in order of their place, into groups of one rule, severity and question,
/// and of one kind, which `kind` tells; in the order in which each begins.
pub(super) fn gather<'a, K: Copy + Eq + std::hash::Hash>(
    annotations: impl Iterator<Item = (usize, &'a Annotation<'a>)>,
    kind: impl Fn(usize, &Annotation<'_>) -> K,
) -> Vec<(K, Group<'a>)> {
    let mut groups: Vec<(K, Group<'a>)> = Vec::new();
    let mut known: HashMap<(K, &str, Severity, &str), usize> = HashMap::new();
    for (at, annotation) in annotations {
        let kind = kind(at, annotation);
        let key = (kind, annotation.rule, annotation.severity, annotation.ask);
        let index = *known.entry(key).or_insert_with(|| {
            let group = Group {
                section: section(annotation.category),
                first: annotation,
                alike: true,
                members: vec![],
            };
            groups.push((kind, group));
            groups.len() - 1
        });
        let group = &mut groups[index].1;
        group.alike &= annotation.message == group.first.message;
        group.members.push(at);
    }
    groups
}

fn section(category: &str) -> usize {
    match category {
        "references" => 0,
        "actions" => 1,
        "chronology" | "editorial" => 2,
        _ => 3,
    }
}
