//! `People` are those whom a document itself makes known by name: the family, the professionals around it, and the bodies
//! they work for. Each name has a kind, learned from attendance lists, labels, tables and the words beside it, and only from
//! this document; words such as "mother" are lists of the packs.

mod body;
mod find;
mod name;
mod prose;
mod role;
mod roll;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::Document;
use name::Name;

/// What somebody or something with a name is to the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PersonKind {
    /// A parent, a parent's partner, a carer; in a review of an adult, the adult.
    Parent,
    /// A child, also one who is grown: what matters is whose child.
    Child,
    /// Any other member of the family.
    Kin,
    /// Somebody who is there by profession.
    Professional,
    /// A service, board, team or other body.
    Body,
}

impl PersonKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Parent, Self::Child, Self::Kin, Self::Professional, Self::Body];

    /// The kind's name; the word lists of packs bear the same.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parent => "parent",
            Self::Child => "child",
            Self::Kin => "kin",
            Self::Professional => "professional",
            Self::Body => "body",
        }
    }
}

/// The names that a document makes known.
#[derive(Debug, Default)]
pub struct People {
    /// The names in order.
    forms: Vec<Form>,
    /// The forms by their first word, the longest first.
    by_word: HashMap<Box<str>, Vec<u32>>,
}

/// One way of writing a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Exactly so, in the document's fold.
    pub words: Box<str>,
    /// Whose name it is.
    pub kind: PersonKind,
}

impl People {
    /// Those whom `document` makes known. Work grows with the length of its text alone.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        learn(document)
    }

    /// Whether `word` could be somebody's name, by its capital and by what it is not: "Kelly", not "Plan", not "CSC".
    #[must_use]
    pub fn may_be(word: &str) -> bool {
        name::is_capitalised(word) && role::may_name(word)
    }

    /// Whether `name` is one that was learned.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.kind(name).is_some()
    }

    /// Whose name `name` is, if it was learned.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<PersonKind> {
        let at = self.forms.binary_search_by(|form| (*form.words).cmp(name)).ok()?;
        Some(self.forms[at].kind)
    }

    /// Every name that was learned, in alphabetical order.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }
}

/// What `words` say by themselves that someone is: "health visitor" a professional, "Harbour Trust" a body.
pub(in crate::document) fn is_known_role(words: &str) -> Option<PersonKind> {
    let last = words.rsplit(' ').next().unwrap_or_default();
    if role::is_body(last) {
        return Some(PersonKind::Body);
    }
    role::kind_of(words)
}

/// Whether `words` are shaped as a person's name is: "Mrs Penn", "Tess Orr".
pub(in crate::document) fn may_be_person(words: &str) -> bool {
    name::Name::at(words, 0).is_some_and(|name| name.end == words.len())
}

/// Weight of what a list or a label says, and of what stands beside a name in a sentence.
const LISTED: u32 = 3;
const SAID: u32 = 1;
/// A document that has more names than this is a directory of something else.
const MOST: usize = 2_000;

/// What was heard of each name, before it is decided.
#[derive(Default)]
struct Hearsay {
    votes: HashMap<String, [u32; 5]>,
}

impl Hearsay {
    /// Notes that `name` is of `kind`: the full name, the first name by itself, and the surname after a title.
    fn note(&mut self, name: &Name<'_>, kind: PersonKind, weight: u32) {
        let words: Vec<&str> = name.words.split(' ').collect();
        let (first, last) = (words[0], words[words.len() - 1]);
        if words.len() > 1 {
            self.vote(name.words, kind, weight);
        }
        if name.title.is_none() && first.len() > 2 && !first.ends_with('.') {
            self.vote(first, kind, weight);
        }
        if kind != PersonKind::Child && (words.len() > 1 || name.title.is_some()) {
            let titles: &[&str] = name.title.as_ref().map_or(&["Mr", "Mrs", "Ms", "Miss"], std::slice::from_ref);
            for title in titles {
                self.vote(&format!("{title} {last}"), kind, weight);
            }
            if name.title.is_some() && words.len() > 1 {
                self.vote(&format!("{} {}", name.title.unwrap_or_default(), name.words), kind, weight);
            }
        }
    }

    /// Notes initials by which a professional is known.
    fn initials(&mut self, initials: &str, kind: PersonKind) {
        if (2..=4).contains(&initials.len()) && initials.bytes().all(|b| b.is_ascii_uppercase()) && !is_common(initials) {
            self.vote(initials, kind, SAID);
        }
    }

    fn vote(&mut self, words: &str, kind: PersonKind, weight: u32) {
        if self.votes.len() < MOST || self.votes.contains_key(words) {
            self.votes.entry(words.to_owned()).or_default()[kind as usize] += weight;
        }
    }

    /// A name is of the kind that was said most often; one that a member of the family shares with a professional is nobody's.
    fn decide(self) -> People {
        let mut forms: Vec<Form> = Vec::with_capacity(self.votes.len());
        for (words, votes) in self.votes {
            let most = votes.iter().copied().max().unwrap_or(0);
            let family = votes[..3].iter().copied().max().unwrap_or(0);
            let others = votes[3..].iter().copied().max().unwrap_or(0);
            let at = votes.iter().position(|&v| v == most).unwrap_or(0);
            if family != others {
                forms.push(Form {
                    words: words.into(),
                    kind: PersonKind::ALL[at],
                });
            }
        }
        forms.sort_by(|a, b| a.words.cmp(&b.words));
        let mut by_word: HashMap<Box<str>, Vec<u32>> = HashMap::new();
        for (i, form) in forms.iter().enumerate() {
            by_word.entry(name::word(&form.words, 0).into()).or_default().push(i as u32);
        }
        for known in by_word.values_mut() {
            known.sort_by_key(|&i| std::cmp::Reverse(forms[i as usize].words.len()));
        }
        People { forms, by_word }
    }
}

/// Capitals that stand for something else wherever they stand.
#[rustfmt::skip]
fn is_common(initials: &str) -> bool {
    const COMMON: &[&str] = &[
        "AM", "PM", "UK", "EU", "NHS", "GP", "HV", "SW", "SN", "CP", "CIN", "DV", "DA", "LA", "IT", "TV", "PE", "OK", "ID", "MH", "CSC", "ASC", "MASH", "ED", "AE",
        "IRO", "CPP", "TAF", "TAC", "DNA", "NFA", "PC", "DC", "DS", "DI", "IQ", "LAC", "EHCP", "SEN", "DOB", "GCSE", "BMI", "AKA", "TBC", "TBA", "NA", "II", "III", "IV",
    ];
    COMMON.contains(&initials)
}

fn learn(document: &Document) -> People {
    let mut hearsay = Hearsay::default();
    roll::read(document, &mut hearsay);
    for block in &document.blocks {
        let text = document.fold.slice(block.body);
        prose::read(text, &mut hearsay);
        body::read(text, &mut hearsay);
    }
    body::read_acronyms(document, &mut hearsay);
    hearsay.decide()
}
