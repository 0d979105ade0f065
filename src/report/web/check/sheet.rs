//! A `Sheet` is one document's page before it is written: every annotation in its entry, every entry with its number.

use std::fmt::{self, Display};

use crate::annotation::{Annotation, Polarity, Severity, Voice};
use crate::checks;
use crate::reading::Read;
use crate::report::group::{Group, gather, groups};
use crate::report::twice::Twice;
use crate::report::{Edition, View};

use super::runs::Runs;

/// Why the annotations of an entry are shown, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// They stand, and are counted.
    Stands,
    /// Their words are quoted.
    Quoted,
    /// Their words are spoken of as words.
    Mentioned,
    /// Their words are denied.
    Denied,
    /// Their action has a remark that says so already.
    Said,
    /// They are for information.
    Information,
    /// They were accepted with a reason.
    Accepted,
}

/// What one rule says, with the number that its marks bear.
pub(super) struct Entry<'a> {
    /// Why it is shown.
    pub(super) kind: Kind,
    /// What it says, and where.
    pub(super) group: Group<'a>,
}

/// One document's page before it is written.
pub(super) struct Sheet<'a> {
    /// The document.
    pub(super) view: &'a View<'a>,
    /// The entries in the order in which they are shown; the number of each is its index and one.
    pub(super) entries: Vec<Entry<'a>>,
    /// Where each block stands in the text; nothing when the document's words are left out.
    pub(super) runs: Runs,
    /// For each annotation, the index of its entry.
    of: Vec<u32>,
}

impl<'a> Sheet<'a> {
    /// The sheet of `read`, which `view` shows.
    pub(super) fn new(read: &'a Read<'a>, view: &'a View<'a>) -> Self {
        let standing = groups(read, view.edition)
            .into_iter()
            .map(|group| Entry { kind: Kind::Stands, group });
        let mut entries: Vec<Entry<'a>> = standing.collect();
        entries.extend(asides(read, view.edition, &entries));
        let mut of = vec![0; read.scan.annotations.len()];
        for (number, entry) in (0..).zip(&entries) {
            entry.group.members.iter().for_each(|&at| of[at] = number);
        }
        let runs = view.shown(view).map(Runs::new).unwrap_or_default();
        Self { view, entries, runs, of }
    }

    /// The entry of the annotation at index `at`.
    pub(super) fn entry(&self, at: usize) -> &Entry<'a> {
        &self.entries[self.of[at] as usize]
    }

    /// The number of that entry, as its marks bear it.
    pub(super) fn number(&self, at: usize) -> Number {
        Number(self.entry(at).kind, self.of[at] + 1)
    }

    /// The entries of what stands, with their numbers.
    pub(super) fn standing(&self) -> impl Iterator<Item = (usize, &Entry<'a>)> {
        (1..).zip(&self.entries).filter(|(_, entry)| entry.kind == Kind::Stands)
    }

    /// The annotation at index `at`.
    pub(super) fn annotation(&self, at: usize) -> &'a Annotation<'a> {
        &self.view.scan.annotations[at]
    }

    /// Whether the document itself is on the page, so that places in it can be linked to.
    pub(super) const fn is_linked(&self) -> bool {
        self.view.edition.excerpts
    }
}

/// The entries of what does not stand, after the `standing` ones.
fn asides<'a>(read: &'a Read<'a>, edition: &'a Edition<'a>, standing: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let mut shown = vec![false; read.scan.annotations.len()];
    let members = standing.iter().flat_map(|entry| &entry.group.members);
    members.for_each(|&at| shown[at] = true);
    let twice = Twice::new(&read.scan.annotations);
    let kind = |at: usize, it: &Annotation<'_>| match (it.voice, it.polarity) {
        _ if edition.accepted.reason(read.ids[at]).is_some() => Kind::Accepted,
        (Voice::Quoted, _) => Kind::Quoted,
        (Voice::Mentioned, _) => Kind::Mentioned,
        (_, Polarity::Negated) => Kind::Denied,
        _ if twice.holds(it) => Kind::Said,
        _ => Kind::Information,
    };
    let rest = read.scan.annotations.iter().enumerate().filter(|(at, _)| !shown[*at]);
    let mut asides = gather(rest, kind);
    asides.sort_by_key(|(kind, group)| (*kind, group.section));
    asides.into_iter().map(|(kind, group)| Entry { kind, group }).collect()
}

impl Entry<'_> {
    /// The word for how grave it is, or for why it is not counted.
    pub(super) const fn level(&self) -> &'static str {
        match self.kind {
            Kind::Stands => self.group.first.severity.name(),
            Kind::Quoted => "quoted",
            Kind::Mentioned => "mentioned",
            Kind::Denied => "denied",
            Kind::Said => "said already",
            Kind::Information => "information",
            Kind::Accepted => "accepted",
        }
    }

    /// The class of its marks.
    pub(super) const fn class(&self) -> &'static str {
        match (self.kind, self.group.first.severity) {
            (Kind::Stands, Severity::High) => "h",
            (Kind::Stands, Severity::Medium) => "m",
            (Kind::Stands, _) => "l",
            _ => "q",
        }
    }

    /// How early its marks are shown where marks overlap.
    pub(super) const fn rank(&self) -> u8 {
        match (self.kind, self.group.first.severity) {
            (Kind::Stands, Severity::High) => 0,
            (Kind::Stands, Severity::Medium) => 1,
            (Kind::Stands, _) => 2,
            _ => 3,
        }
    }

    /// The name of its rule in words: "Unanswered promise".
    pub(super) fn title(&self) -> String {
        rule_in_words(self.group.first.rule)
    }

    /// What is said of all its places; `None` where each place is told something else and the rule has no sentence of its own.
    pub(super) fn says(&self, view: &View<'_>) -> Option<String> {
        let first = self.group.first;
        if self.group.alike {
            return Some(view.said(&first.message).into_owned());
        }
        checks::rules()
            .find(|rule| rule.name == first.rule)
            .map(|rule| rule.says.to_owned())
    }
}

/// Rules whose names alone say too little.
const PLAINER: [(&str, &str); 4] = [
    ("references/ambiguous", "Could be either of two places"),
    ("references/dangling", "Leads to nothing in this document"),
    ("references/off-target", "Leads to another place than it speaks of"),
    ("references/vague", "Does not say where"),
];

/// The name of a rule in words.
pub(super) fn rule_in_words(rule: &str) -> String {
    let plainer = PLAINER.iter().find(|(name, _)| *name == rule);
    plainer.map_or_else(
        || in_words(rule.rsplit('/').next().unwrap_or(rule)),
        |(_, words)| (*words).to_owned(),
    )
}

/// "unanswered-promise" as a person writes it.
pub(super) fn in_words(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut chars = words.chars();
    chars
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The number of an entry as a mark bears it: plain for what stands, in marks of quotation or brackets for what does not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number(Kind, u32);

impl Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(kind, number) = self;
        match kind {
            Kind::Stands => write!(f, "{number}"),
            Kind::Quoted => write!(f, "\u{201c}{number}\u{201d}"),
            Kind::Mentioned => write!(f, "\u{2018}{number}\u{2019}"),
            _ => write!(f, "({number})"),
        }
    }
}
