//! `People` is who a document says is in the family: the children and the men, by the names it gives them.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::attendance;
use crate::document::{Document, Setting, Zone, dates};

/// More names of a kind than this are no family's; a bound, not a limit anyone meets.
const MOST: usize = 64;

/// The oldest child.
const OLDEST: u32 = 17;
/// Bytes of a heading that is a child's name and little else.
const HEADING: usize = 60;

/// "Child(ren): Amy Cole and Ben Cole"; in a table the names stand in the next cell.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?i:names? of |full names? of |the |subject |index )*)(?:Child|Children|Child\(ren\)|child|children|child\(ren\)|Young [Pp]erson|Baby|Siblings?|CHILD|CHILDREN)(?:'s|s')?(?: (?:names?|details|concerned|discussed|considered))?(?: \d)?(?: ?\([^)]{0,12}\))? ?(?::|$)",
    )
});

/// "Amy (7)", "Amy Cole, aged 7", "Amy, 7 years".
static AGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b([A-Z][a-z]+)(?: [A-Z][a-z]+){0,2},? ?(?:\((?:aged? )?(\d{1,2})(?: ?(?:years?|yrs?|months?|weeks?|y)\b[^)]{0,12})?\)|\(?aged? (\d{1,2})\b|\(?(\d{1,2}) (?:years?|months?|weeks?)(?: old)?\b)",
    )
});

/// "her son Amy", "their daughter, Amy".
static KIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:son|daughter|sons|daughters|twins|baby|toddler|boy|girl|stepson|stepdaughter|grandson|granddaughter),? ([A-Z][a-z]+)\b(?: and ([A-Z][a-z]+)\b)?",
    )
});

/// "Child 1", "Sibling B".
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:Child|Sibling|Baby|Young Person|Twin) (?:[0-9]|[A-Z]|One|Two|Three|Four|Five)\b"));

/// The words that those begin with.
const LABELLED: [&str; 5] = ["Child", "Sibling", "Baby", "Young", "Twin"];

/// What both of the next two need, and few paragraphs have: plain words are found far sooner.
static MAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[Ff]ather|[Dd]ad|[Pp]artner|[Bb]oyfriend|[Hh]usband"));

/// "father, Cormac Voss", "her partner Dean".
static MAN_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:[Ff]ather|[Dd]ad|[Ss]tep ?father|[Ss]tep ?dad|[Pp]artner|[Bb]oyfriend|[Hh]usband),? ?\(?(?:is |was )?(?:called |named |now )?((?:Mr )?[A-Z][a-z]+)\b",
    )
});

/// "Dean is Marnie's father", "Cormac Voss (father)", "Ryan Chalk | Father".
static MAN_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b((?:Mr )?[A-Z][a-z]+)(?: [A-Z][a-z]+){0,2}(?: is| was|,| -)? ?\(?(?:(?:[A-Z][a-z]+'s|the|her|his|their|birth|biological|new|ex|mother's|mum's|children's|baby's|child's)[ ,])*(?:[Ff]ather|[Dd]ad|[Ss]tep ?father|[Ss]tep ?dad|[Pp]artner|[Bb]oyfriend|[Hh]usband)\b",
    )
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern written in this file compiles")
}

/// Capitalised words that are no first names.
const NO_NAMES: [&str; 59] = [
    "Born",
    "Aged",
    "Age",
    "Date",
    "Mother",
    "Father",
    "Mum",
    "Dad",
    "Parents",
    "Social",
    "Health",
    "Child",
    "Children",
    "School",
    "Nursery",
    "The",
    "This",
    "That",
    "She",
    "He",
    "They",
    "His",
    "Her",
    "Their",
    "When",
    "While",
    "Who",
    "What",
    "Where",
    "Year",
    "Plan",
    "Protection",
    "Service",
    "Services",
    "Name",
    "Names",
    "Present",
    "Both",
    "All",
    "And",
    "Not",
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Family",
    "Unborn",
    "None",
    "Unknown",
    "Male",
    "Female",
    "Boy",
    "Girl",
    "Review",
    "Meeting",
    "Case",
    "Group",
    "Baby",
];

fn is_no_name(word: &str) -> bool {
    NO_NAMES.contains(&word) || dates::is_calendar_word(word)
}

/// Who is in the family.
#[derive(Debug, Default)]
pub(super) struct People {
    children: HashSet<String>,
    /// "Child 1", as written.
    numbered: HashSet<String>,
    men: HashSet<String>,
    /// The first names in the list of those present.
    present: HashSet<String>,
    /// For each block, whether it tells something, and is not only the form's list of names.
    told: Vec<bool>,
}

impl People {
    pub(super) fn of(document: &Document) -> Self {
        let mut people = Self::default();
        let mut named_next = false;
        for block in &document.blocks {
            let text = document.fold.slice(block.body);
            let label = LABEL.find(text);
            let readable = !matches!(block.zone, Zone::Heading | Zone::Contents);
            let cell = block.cell.is_some() && named_next;
            let is_list = readable && (cell || label.is_some_and(|l| l.end() < text.len()) && block.setting != Setting::Plan);
            if is_list {
                let from = label.filter(|_| !cell).map_or(0, |l| l.end());
                people.listed(&text[from..]);
            }
            named_next = block.cell.is_some() && label.is_some_and(|l| l.end() >= text.len());
            people.read(text);
            let told = readable && !is_list && block.setting != Setting::Matter && !text.ends_with(':');
            people.told.push(told && (text.ends_with('.') || text.split(' ').count() > 4));
        }
        for part in attendance::find(document) {
            people.present.extend(first_names(document.fold.slice(part)).map(str::to_owned));
        }
        let children = &people.children;
        people.men.retain(|man| !children.contains(man));
        people
    }

    /// Learns the first names of a list: "Amy Cole (born 2017), Ben Cole and Cal".
    fn listed(&mut self, text: &str) {
        first_names(text).for_each(|name| self.child(name));
    }

    /// Learns names from running words.
    fn read(&mut self, text: &str) {
        for found in AGED.captures_iter(if may_tell_age(text) { text } else { "" }) {
            let age = found
                .iter()
                .skip(2)
                .flatten()
                .next()
                .and_then(|age| age.as_str().parse::<u32>().ok());
            if age.is_some_and(|age| age <= OLDEST) {
                self.child(&found[1]);
            }
        }
        for found in KIN.captures_iter(text) {
            found.iter().skip(1).flatten().for_each(|name| self.child(name.as_str()));
        }
        self.numbered
            .extend(NUMBERED.find_iter(text).map(|found| found.as_str().to_owned()));
        if !MAN.is_match(text) {
            return;
        }
        for found in MAN_AFTER.captures_iter(text).chain(MAN_BEFORE.captures_iter(text)) {
            let name = &found[1];
            if !is_no_name(name) && self.men.len() < MOST {
                self.men.insert(name.to_owned());
            }
        }
    }

    fn child(&mut self, name: &str) {
        if !is_no_name(name) && name.len() > 1 && self.children.len() < MOST {
            self.children.insert(name.to_owned());
        }
    }

    pub(super) fn has_several_children(&self) -> bool {
        self.children.len().max(self.numbered.len()) > 1
    }

    /// Whether the sentences of block number `block` tell something.
    pub(super) fn is_told(&self, block: u32) -> bool {
        self.told.get(block as usize).is_some_and(|&told| told)
    }

    /// Whether `word` is the name of a child.
    pub(super) fn is_name(&self, word: &str) -> bool {
        let bare = word.strip_suffix("'s").unwrap_or(word);
        self.children.contains(bare)
    }

    /// Whether `word` may be the name of a child whom the document never introduces: somebody who was not present.
    pub(super) fn may_be_child(&self, word: &str) -> bool {
        let known = self.present.contains(word) || self.men.contains(word) || is_no_name(word);
        let learned = self.children.is_empty() || !self.present.is_empty();
        learned && !known && is_first_name(word)
    }

    /// How many children are named in `text`.
    pub(super) fn children_in(&self, text: &str) -> usize {
        let mut labelled = false;
        let seen = capitalised(text).inspect(|word| labelled |= LABELLED.contains(word));
        let mut named: Vec<&str> = seen.filter(|word| self.children.contains(*word)).collect();
        if labelled {
            named.extend(self.numbered.iter().filter(|label| holds(text, label)).map(String::as_str));
        }
        named.sort_unstable();
        named.dedup();
        named.len()
    }

    /// Whether a heading is a child's name, its number and age left aside.
    pub(super) fn is_child(&self, heading: &str) -> bool {
        let bare = heading.split('(').next().unwrap_or_default().split(',').next().unwrap_or_default();
        let bare = bare
            .trim_matches(|c: char| !c.is_alphanumeric())
            .trim_start_matches(|c: char| !c.is_alphabetic());
        let bare = bare.strip_prefix("About ").unwrap_or(bare);
        let small = heading.len() <= HEADING && bare.split(' ').count() <= 3;
        let first = bare.split([' ', '\'']).next().unwrap_or_default();
        let named =
            self.children.contains(first) && bare.split(' ').all(|word| word.starts_with(char::is_uppercase)) && !bare.contains('\'');
        small && (named || self.numbered.contains(bare))
    }

    /// Whether one of the men is named in `text`.
    pub(super) fn names_a_man(&self, text: &str) -> bool {
        self.men.iter().any(|man| holds(text, man))
    }
}

/// The first names in a list, one to a piece between commas, brackets and "and".
fn first_names(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text
        .split([',', ';', '&', '/', '(', ')', '\n', ':'])
        .flat_map(|piece| piece.split(" and "));
    let first = pieces.filter_map(|piece| piece.trim_start_matches(|c: char| !c.is_alphabetic()).split(' ').next());
    first.map(|word| word.trim_end_matches('.')).filter(|word| is_first_name(word))
}

/// Whether `word` is written as a first name is: a capital, then small letters.
fn is_first_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.len() > 2 && letters.all(|c| c.is_lowercase() || c == '\'')
}

/// Whether `text` has `name` as words of its own.
fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Whether `text` has what every age in words or brackets has: plain words are found far sooner.
fn may_tell_age(text: &str) -> bool {
    let marked = || ["(", "age", "year", "month", "week", "yr"].iter().any(|mark| text.contains(mark));
    text.bytes().any(|b| b.is_ascii_digit()) && marked()
}

/// The words of `text` that begin with a capital. Small letters are passed over byte by byte.
fn capitalised(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let may_open = |at: &usize| bytes[*at].is_ascii_uppercase() || !bytes[*at].is_ascii() && text.is_char_boundary(*at);
    let opens = |at: &usize| !text[..*at].ends_with(char::is_alphanumeric) && text[*at..].starts_with(char::is_uppercase);
    let word = |at: usize| text[at..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    (0..bytes.len()).filter(may_open).filter(opens).map(word)
}
