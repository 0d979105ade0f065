//! `Hidden` is how a document keeps its people's names to itself: under letters, under initials, with a promise.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{ACTS, first_word};
use crate::document::{Document, Zone, terms};
use crate::text::Span;

/// Two capitals that act and are no person's.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "SW", "HV", "GP", "PC", "DC", "DS", "DI", "SN", "LA", "CP", "EP", "OT", "HR", "UK", "EU", "US", "IT", "ED", "PA", "TA", "SI", "QA", "DV", "DA", "LD", "HM", "PE", "TV", "ID", "MP", "KC", "QC", "MW", "EH", "YP", "AE",
];

/// How a document hides its people.
pub(super) struct Hidden<'d> {
    /// The initials by which people go: how often, and one place.
    pub(super) initials: HashMap<&'d str, (usize, Span)>,
    /// Each place of a person's letter: "Child A".
    lettered: Vec<Span>,
    /// What it promises.
    pub(super) pledge: Option<Pledge>,
    /// Where it promises it.
    pledged: Option<Span>,
}

impl<'d> Hidden<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut lettered = lettered(document);
        let kin = kin(document);
        if kin.len() >= OFTEN {
            lettered.extend(kin);
        }
        let (pledge, pledged) = pledge(document).unzip();
        Self {
            initials: initials(document),
            lettered,
            pledge,
            pledged,
        }
    }

    /// How often people stand there under letters.
    pub(super) fn count(&self) -> usize {
        self.lettered.len() + self.initials.values().map(|(times, _)| times).sum::<usize>()
    }

    /// The first place where one does.
    pub(super) fn first(&self) -> Option<Span> {
        let initials = || self.initials.values().map(|(_, span)| *span).min();
        self.lettered.iter().min().copied().or_else(initials).or(self.pledged)
    }
}

/// Two capitals by which a person goes, with one place of each: they act, or something is theirs, again and again.
fn initials(document: &Document) -> HashMap<&str, (usize, Span)> {
    let mut seen: HashMap<&str, (usize, usize, Span)> = HashMap::new();
    for block in document.blocks.iter().filter(|block| block.zone != Zone::Contents) {
        let text = document.fold.slice(block.body);
        for at in terms(text).into_iter().filter(|at| at.len() == 2) {
            let term = &text[at.clone()];
            if ROLES.contains(&term) {
                continue;
            }
            let after = &text[at.end..];
            let acts = after.starts_with("'s ") || after.strip_prefix(' ').is_some_and(|rest| ACTS.contains(&first_word(rest)));
            let article = text[..at.start].trim_end().ends_with("the") || text[..at.start].ends_with("The ");
            let span = Span::at(block.body.start as usize + at.start, block.body.start as usize + at.end);
            let entry = seen.entry(term).or_insert((0, 0, span));
            entry.0 += 1;
            entry.1 += usize::from(acts && !article);
        }
    }
    let persons = seen.into_iter().filter(|(_, (all, acting, _))| *all >= 3 && *acting >= 2);
    persons.map(|(term, (all, _, span))| (term, (all, span))).collect()
}

/// What a document promises of its names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pledge {
    /// They are other names.
    OtherNames,
    /// It is anonymous.
    Anonymous,
}

/// Words that promise it: other names first, then no names.
static PLEDGES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build([OTHER, ANONYMOUS].concat())
        .expect("a few words make an automaton")
});
const ANONYMOUS: &[&str] = &["anonymis", "anonymiz"];
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "pseudonym",
    "not his real name",
    "not his name",
    "not her name",
    "not their name",
    "not the name",
    "not her real name",
    "not their real name",
    "not the child's real name",
    "names have been changed",
    "name has been changed",
    "names were changed",
    "name was chosen",
    "chosen name",
    "name is one that",
    "name we use",
    "name used in this",
    "is the name chosen",
    "will be called",
    "whom we call",
    "have called her",
    "have called him",
    "be known as",
    "known in this report as",
    "known in this review as",
    "real names",
    "referred to as",
    "not the child's name",
    "here called",
    "names were chosen",
    "names are withheld",
    "family are withheld",
    "this name to be used",
    "to these names",
    "known by letters",
    "by letters at",
    "in these minutes by",
    "letters are used",
    "initials are used",
    "names are not used",
    "names have not been used",
    "called by their place",
    "chose the letter",
    "chose the name",
    "chose this name",
    "name has been chosen",
    "identities",
    "names are those of",
    "names were those of",
    "names are of plants",
    "chosen by the family",
    "letter and not the name",
    "letters and not names",
    "letters stand for",
    "are called mother",
    "is called mother",
    "no names are used",
    "names are left out",
    "goes by a letter",
    "go by letters",
];

fn pledge(document: &Document) -> Option<(Pledge, Span)> {
    let told = PLEDGES.find_overlapping_iter(&document.fold.text);
    let told = told.map(|found| {
        let other = found.pattern().as_usize() < OTHER.len();
        let pledge = if other { Pledge::OtherNames } else { Pledge::Anonymous };
        (pledge, Span::at(found.start(), found.end()))
    });
    told.chain(called(document)).min()
}

/// "is called Rowan in this report", "are called Mr Abbot and Miss Birch".
fn called(document: &Document) -> Option<(Pledge, Span)> {
    const NEAR: usize = 60;
    const HERE: &[&str] = &[
        "in this report",
        "in this review",
        "in these minutes",
        "in this summary",
        " here",
        "throughout",
    ];
    let text = &document.fold.text;
    let mut places = memchr::memmem::find_iter(text.as_bytes(), " called ").map(|at| at + 1);
    let found = places.find(|&at| {
        let rest = &text[at + "called ".len()..text.floor_char_boundary((at + NEAR).min(text.len()))];
        let rest = rest.split(['.', ';', '\n']).next().unwrap_or("");
        let verb = ["is", "are", "be", "was", "were"]
            .iter()
            .any(|verb| text[..at].trim_end().ends_with(verb));
        let title = ["Mr ", "Mrs ", "Ms ", "Miss "].iter().any(|title| rest.starts_with(title));
        verb && rest.starts_with(char::is_uppercase) && (title || HERE.iter().any(|here| rest.contains(here)))
    });
    found.map(|at| (Pledge::OtherNames, Span::at(at, at + "called".len())))
}

/// How often kin must stand as names, "Mother said", for a document to call its people so.
const OFTEN: usize = 6;

/// Each place where a word for kin stands as a name: with a capital, within a sentence or before a verb.
fn kin(document: &Document) -> Vec<Span> {
    const KIN: &[&str] = &[
        "Mother",
        "Father",
        "Grandmother",
        "Grandfather",
        "Stepfather",
        "Stepmother",
        "Mum",
        "Dad",
    ];
    static FIND_KIN: LazyLock<AhoCorasick> = LazyLock::new(|| AhoCorasick::new(KIN).expect("a few nouns make an automaton"));
    let mut found = Vec::new();
    for block in document
        .blocks
        .iter()
        .filter(|block| matches!(block.zone, Zone::Paragraph | Zone::List))
    {
        let text = document.fold.slice(block.body);
        for noun in FIND_KIN.find_iter(text) {
            let (before, after) = (&text[..noun.start()], &text[noun.end()..]);
            let whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '-')
                && !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
            let titled = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
            if whole && !titled {
                let start = block.body.start as usize;
                found.push(Span::at(start + noun.start(), start + noun.end()));
            }
        }
    }
    found
}

/// Nouns that a letter or a number follows where people have no names.
const NOUNS: &[&str] = &[
    "Child", "Adult", "Sibling", "Baby", "Mr", "Ms", "Mrs", "Miss", "Father", "Mother", "Parent", "Subject", "Person",
];
static FIND_NOUNS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(NOUNS);
    built.expect("a few nouns make an automaton")
});

/// Every "Child A", "Adult B", "Sibling 1", "Ms C", in reading order.
fn lettered(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    for block in document.blocks.iter().filter(|block| block.zone != Zone::Contents) {
        let text = document.fold.slice(block.body);
        for noun in FIND_NOUNS.find_iter(text) {
            let rest = text[noun.end()..].strip_prefix(' ').unwrap_or("");
            let sign = first_word(rest);
            let letter = sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
                || matches!(sign, "One" | "Two" | "Three" | "Four");
            let free = !text[..noun.start()].ends_with(char::is_alphabetic);
            if letter && free {
                let start = block.body.start as usize;
                found.push(Span::at(start + noun.start(), start + noun.end() + 1 + sign.len()));
            }
        }
    }
    found
}
