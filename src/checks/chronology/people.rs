//! A `Cast` knows by what words a document speaks of the child, the mother, the father and others of the family.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::births::Birth;
use super::timeline::{People, Row, Timeline};
use crate::document::{Document, Zone};

/// "mother (Ms A)", "Their mother is called Ms A".
static ROLE_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b([Mm]other|[Mm]um|[Ff]ather|[Dd]ad)(?:,? \(|,? | is called | is known as |, known as )((?:Ms|Mrs|Miss|Mr|Adult) [A-Z][A-Za-z]*)").ok()
});
/// "Ms A (mother)", "Ms A, the mother", "Ms A is the mother".
static NAME_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b((?:Ms|Mrs|Miss|Mr|Adult) [A-Z][A-Za-z]*)(?:,? \(|, | is )(?:the |his |her |their |[A-Z][a-z]+'s )?(mother|father)\b")
        .ok()
});

/// Words of a kind of person; "parents" are two.
const WORDS: [(&str, People); 40] = [
    ("child", People::CHILD),
    ("children", People::CHILD),
    ("baby", People::CHILD),
    ("babies", People::CHILD),
    ("infant", People::CHILD),
    ("newborn", People::CHILD),
    ("toddler", People::CHILD),
    ("boy", People::CHILD),
    ("boys", People::CHILD),
    ("girl", People::CHILD),
    ("girls", People::CHILD),
    ("son", People::CHILD),
    ("daughter", People::CHILD),
    ("twins", People::CHILD),
    ("sibling", People::CHILD),
    ("siblings", People::CHILD),
    ("mother", People::MOTHER),
    ("mum", People::MOTHER),
    ("mam", People::MOTHER),
    ("mummy", People::MOTHER),
    ("father", People::FATHER),
    ("dad", People::FATHER),
    ("daddy", People::FATHER),
    ("parents", People::MOTHER.and(People::FATHER)),
    ("grandmother", People::OTHER),
    ("grandfather", People::OTHER),
    ("grandparents", People::OTHER),
    ("grandparent", People::OTHER),
    ("aunt", People::OTHER),
    ("uncle", People::OTHER),
    ("partner", People::OTHER),
    ("boyfriend", People::OTHER),
    ("girlfriend", People::OTHER),
    ("stepfather", People::OTHER),
    ("stepmother", People::OTHER),
    ("cousin", People::OTHER),
    ("husband", People::OTHER),
    ("wife", People::OTHER),
    ("household", People::OTHER),
    ("lodger", People::OTHER),
];

/// Words after "child" and "children's" that make it the name of a service, a plan or a law.
const SERVICES: [&str; 26] = [
    "in",
    "protection",
    "and",
    "benefit",
    "care",
    "services",
    "service",
    "social",
    "centre",
    "centres",
    "home",
    "homes",
    "act",
    "looked",
    "health",
    "safeguarding",
    "development",
    "mental",
    "arrangements",
    "practice",
    "sexual",
    "criminal",
    "hospital",
    "commissioner",
    "concern",
    "trust",
];

/// Words after a name's "'s" that speak of somebody or something else.
const BELONGING: [&str; 24] = [
    "father",
    "mother",
    "partner",
    "boyfriend",
    "girlfriend",
    "grandmother",
    "grandfather",
    "grandparents",
    "aunt",
    "uncle",
    "sister",
    "brother",
    "friend",
    "family",
    "husband",
    "wife",
    "ex",
    "home",
    "house",
    "flat",
    "address",
    "tenancy",
    "school",
    "parents",
];

/// Names and the kinds of people that bear them.
pub(super) struct Cast {
    words: HashMap<String, People>,
}

impl Cast {
    /// The cast of `document`; those whose birth is told are children when they were under age at the first row.
    pub(super) fn new(document: &Document, births: &[Birth], timeline: &Timeline) -> Self {
        let mut words: HashMap<String, People> = WORDS.iter().map(|(word, who)| ((*word).to_owned(), *who)).collect();
        let first = timeline.rows.iter().filter_map(|row| row.when).map(|when| when.first).min();
        for birth in births {
            let minor = first.is_none_or(|first| first.year() - birth.date.year() < 18);
            words
                .entry(birth.name.to_lowercase())
                .or_insert(if minor { People::CHILD } else { People::OTHER });
        }
        for block in &document.blocks {
            let text = document.fold.slice(block.body);
            if matches!(block.zone, Zone::Contents | Zone::Footnote)
                || !text.contains("other") && !text.contains("ather") && !text.contains("um")
            {
                continue;
            }
            let roles = [(&*ROLE_FIRST, 1, 2), (&*NAME_FIRST, 2, 1)];
            for (pattern, role, name) in roles {
                for found in pattern.iter().flat_map(|pattern| pattern.captures_iter(text)) {
                    let father = found[role].to_lowercase().starts_with(['f', 'd']);
                    let who = if father { People::FATHER } else { People::MOTHER };
                    words.insert(found[name].to_lowercase(), who);
                }
            }
        }
        Self { words }
    }

    /// Says of every row who is named and who is seen.
    pub(super) fn appear(&self, document: &Document, timeline: &mut Timeline) {
        for row in &mut timeline.rows {
            self.enter(document, row);
        }
    }

    fn enter(&self, document: &Document, row: &mut Row) {
        for &piece in &row.account {
            for sentence in document.fold.slice(piece).split(['.', ';', '!', '?']) {
                let tokens = self.tokens(sentence);
                for token in &tokens {
                    row.named = row.named.and(token.who);
                }
                row.seen = row.seen.and(seen(&tokens));
            }
        }
        row.named = row.named.and(row.seen);
    }

    /// The words of a sentence, with who is meant by them.
    fn tokens<'t>(&self, sentence: &'t str) -> Vec<Token<'t>> {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let mut tokens = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let (stem, owns) = owner(bare);
            let next = words
                .get(at + 1)
                .map_or("", |next| next.trim_matches(|c: char| !c.is_alphanumeric()));
            let lower = stem.to_lowercase();
            let other = owns && BELONGING.contains(&next.to_lowercase().as_str());
            let service = lower.starts_with("child") && SERVICES.contains(&next.to_lowercase().as_str());
            let mut who = if service || other { People::NONE } else { self.who(&lower, next) };
            if bare.starts_with(char::is_uppercase) && matches!(lower.as_str(), "child" | "baby") && !service && !owner(next).1 {
                who = who.and(People::CHILD);
            }
            tokens.push(Token {
                word: bare,
                who,
                owns,
                stop: word.ends_with([',', ':', ')']),
            });
        }
        tokens
    }

    fn who(&self, lower: &str, next: &str) -> People {
        let pair = || {
            let (stem, owns) = owner(next);
            self.words
                .get(&format!("{lower} {}", stem.to_lowercase()))
                .copied()
                .filter(|_| !owns)
        };
        self.words.get(lower).copied().or_else(pair).unwrap_or_default()
    }
}

/// A word without its "'s", and whether it had one.
fn owner(word: &str) -> (&str, bool) {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s"));
    let stem = stem.or_else(|| word.strip_suffix("s'")).or_else(|| word.strip_suffix("s\u{2019}"));
    stem.map_or((word, false), |stem| (stem, true))
}

/// A word of a sentence.
struct Token<'t> {
    word: &'t str,
    who: People,
    owns: bool,
    stop: bool,
}

/// Words before a verb of seeing that undo it.
const UNDOES: [&str; 13] = [
    "not", "never", "nobody", "no", "without", "unable", "be", "to", "didn't", "wasn't", "cannot", "neither", "nor",
];

/// Who is said to have been seen in a sentence.
fn seen(tokens: &[Token<'_>]) -> People {
    let mut found = People::NONE;
    let mut from = 0;
    for (at, token) in tokens.iter().enumerate() {
        let lower = token.word.to_lowercase();
        let passive = matches!(lower.as_str(), "seen" | "weighed" | "examined" | "observed" | "present");
        let active = matches!(lower.as_str(), "saw" | "weighed" | "examined" | "observed" | "met");
        if !passive && !active {
            continue;
        }
        let undone = tokens[at.saturating_sub(3)..at]
            .iter()
            .any(|before| UNDOES.contains(&before.word.to_lowercase().as_str()));
        let undone = undone
            || tokens[at.saturating_sub(8)..at]
                .iter()
                .any(|before| ["unable", "nobody", "without", "unclear", "whether"].contains(&before.word.to_lowercase().as_str()));
        let persons = |tokens: &[Token<'_>]| tokens.iter().filter(|t| !t.owns).fold(People::NONE, |all, t| all.and(t.who));
        if !undone && passive {
            found = found.and(persons(&tokens[from..at]));
        }
        if !undone && active {
            let after = &tokens[at + 1..(at + 9).min(tokens.len())];
            let end = after.iter().position(|t| t.stop).map_or(after.len(), |stop| stop + 1);
            found = found.and(persons(&after[..end]));
        }
        from = at + 1;
    }
    found
}
