//! A name is left where a document that hides its people under letters, roles or other names lets one of them slip.

mod forenames;
mod hidden;
mod public;

use std::collections::{HashMap, HashSet};

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Document, Genre, People, PersonKind, Setting, Zone};
use crate::text::Span;
use forenames::FORENAMES;
use hidden::{Hidden, Pledge};
use public::{is_kin, is_public, stands_alone};

const RULE: &str = "editorial/name-left";
const ASK: &str = "Should the name be taken out?";
/// Places of a name above which it is meant to be there.
const SLIPS: usize = 2;
/// Places of letters for people that make a text an anonymous one.
const LETTERED: usize = 6;

/// What people do, right after their name.
#[rustfmt::skip]
const ACTS: &[&str] = &[
    "said", "told", "says", "was", "had", "has", "is", "did", "went", "came", "left", "moved", "attended", "reported", "stated", "denied", "disclosed", "asked", "rang", "called",
    "contacted", "refused", "agreed", "lives", "lived", "returned", "presented", "took", "gave", "made", "felt", "wanted", "ran", "cried", "hit", "assaulted", "threatened", "visited",
    "stayed", "missed", "failed", "declined", "explained", "described", "admitted", "became", "continued", "appeared", "answered", "started", "would", "could", "will", "does", "takes", "gives", "says", "keeps", "liked", "loved", "knew", "thought", "slept", "and",
];

/// Remarks on names that should not have stayed.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let document = editor.document();
    // Minutes name those who sat there, and plans those who act; of the others, only who is named once among letters is
    // asked about.
    let minutes = matches!(document.genre, Genre::Minutes | Genre::ActionPlan);
    let words = Words::of(document);
    if words.places.is_empty() {
        return;
    }
    let hidden = Hidden::of(document);
    let mut said: Vec<Span> = Vec::new();
    let mut left = strangers(document, &words, &hidden);
    left.extend(titled(document, &words, &hidden));
    if !minutes {
        left.extend(behind_initials(document, &words, &hidden.initials));
        left.extend(among_letters(document, &words, &hidden));
        left.extend(surnames(document, &words, hidden.pledge));
    }
    for (span, told, evidence) in left {
        if said.iter().any(|other| other.overlaps(span)) {
            continue;
        }
        said.push(span);
        let related = vec![editor.related(Role::Evidence, evidence, "Elsewhere it stands so.")];
        let slip = Slip {
            rule: RULE,
            message: told,
            ask: ASK,
            confidence: Confidence::Medium,
        };
        editor.say(slip, span, related);
    }
}

/// A name that seems to have stayed: where, what is said of it, and how it stands elsewhere.
type Left = (Span, String, Span);

/// The words of the running text, with what they are beside.
struct Words<'d> {
    document: &'d Document,
    /// Where each capitalised word begins: they are many.
    places: Vec<u32>,
    counts: HashMap<&'d str, usize>,
}

impl<'d> Words<'d> {
    fn of(document: &'d Document) -> Self {
        let mut places = Vec::new();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for block in &document.blocks {
            let text = document.fold.slice(block.body);
            let mut at = 0;
            for word in text.split(|c: char| !c.is_alphabetic()) {
                let from = at;
                at = from + word.len() + text[from + word.len()..].chars().next().map_or(0, char::len_utf8);
                if word.starts_with(char::is_uppercase) {
                    places.push(block.body.start + from as u32);
                    *counts.entry(word).or_default() += 1;
                }
            }
        }
        Self { document, places, counts }
    }

    /// Each capitalised word, its place, its block.
    fn capitals(&self) -> impl Iterator<Item = (&'d str, Span, u32)> {
        let (fold, blocks) = (&self.document.fold, &self.document.blocks);
        let mut block = 0;
        self.places.iter().map(move |&start| {
            while blocks[block].body.end <= start {
                block += 1;
            }
            let rest = fold.slice(Span::new(start, blocks[block].body.end));
            let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            (word, Span::new(start, start + word.len() as u32), block as u32)
        })
    }

    /// Each capitalised word with the next of them.
    fn pairs(&self) -> impl Iterator<Item = ((&'d str, Span, u32), (&'d str, Span, u32))> {
        self.capitals().zip(self.capitals().skip(1))
    }

    fn count(&self, word: &str) -> usize {
        self.counts.get(word).copied().unwrap_or(0)
    }
}

/// "Michael H" where everything else is about MH.
fn behind_initials(document: &Document, words: &Words<'_>, people: &HashMap<&str, (usize, Span)>) -> Vec<Left> {
    let text = &document.fold.text;
    let inner =
        memchr::memchr_iter(b'(', text.as_bytes()).filter_map(|at| text.get(at + 1..at + 3).filter(|_| text[at + 3..].starts_with(')')));
    let bracketed: HashSet<&str> = inner.collect();
    let mut found = Vec::new();
    if people.is_empty() {
        return Vec::new();
    }
    for ((first, at, block), (last, after, _)) in words.pairs() {
        if after.start != at.end + 1 || !text[at.end as usize..].starts_with(' ') {
            continue;
        }
        let letters: String = first.chars().take(1).chain(last.chars().take(1)).collect();
        let Some(&(times, evidence)) = people.get(letters.as_str()) else {
            continue;
        };
        let shape = is_name(first) && (last.len() == 1 || is_name(last) && is_forename(first));
        let span = Span::new(at.start, after.end);
        let rest = &text[span.end as usize..];
        // "Marlow House", "Dr Maria Hunt (MH)", "Maria Hunt, Chair" are no slips.
        let longer = rest.starts_with(' ') && rest[1..].starts_with(char::is_uppercase)
            || rest.starts_with('\'') && last.len() == 1 && first.len() < 3;
        let introduced = rest.trim_start().starts_with(['(', ',']) && rest.len() > 2 && bracketed.contains(letters.as_str());
        if words.count(first) <= SLIPS && shape && !longer && !introduced && !is_public(document, span, block) {
            let name = &text[span.range()];
            let told =
                format!("\u{201c}{name}\u{201d} seems to be the person whom the document calls \u{201c}{letters}\u{201d}, {times} times.");
            found.push((span, told, evidence));
        }
    }
    found
}

/// A first name among people who all go by letters.
fn among_letters(document: &Document, words: &Words<'_>, hidden: &Hidden<'_>) -> Vec<Left> {
    let Some(evidence) = hidden.first() else {
        return Vec::new();
    };
    let family = |kind: PersonKind| matches!(kind, PersonKind::Parent | PersonKind::Child | PersonKind::Kin);
    let forms = document.people.forms();
    let learned: HashSet<&str> = forms
        .iter()
        .filter(|form| family(form.kind) && is_name(&form.words))
        .map(|form| &*form.words)
        .collect();
    // Where names are meant to be, or stand for other names, one more is no slip.
    let meant = learned.iter().any(|name| words.count(name) > SLIPS)
        || FORENAMES.iter().any(|name| words.count(name) > SLIPS + 2)
        || hidden.pledge == Some(Pledge::OtherNames);
    if hidden.count() < LETTERED || meant {
        return Vec::new();
    }
    let others: HashSet<&str> = forms.iter().filter(|form| !family(form.kind)).map(|form| &*form.words).collect();
    let slips = words.capitals().filter(|&(word, span, block)| {
        words.count(word) <= SLIPS
            && is_name(word)
            && !others.contains(word)
            && stands_alone(document, span)
            && (is_forename(word) && (learned.contains(word) || acts(document, span)))
            && !is_public(document, span, block)
    });
    slips
        .map(|(word, span, _)| {
            let told = format!("\u{201c}{word}\u{201d} is a name, in a document whose people go by letters.");
            (span, told, evidence)
        })
        .collect()
}

/// A first name that stands once, where nobody of that name was spoken of, in a document that hides its people.
fn strangers(document: &Document, words: &Words<'_>, hidden: &Hidden<'_>) -> Vec<Left> {
    let forms = document.people.forms();
    let family = |kind: PersonKind| matches!(kind, PersonKind::Parent | PersonKind::Child | PersonKind::Kin);
    let given = forms.iter().find(|form| family(form.kind) && words.count(&form.words) > SLIPS);
    let given = given.and_then(|form| words.capitals().find(|(word, ..)| *word == &*form.words));
    let pledged = hidden.pledge.is_some() && document.genre != Genre::Minutes;
    let evidence = hidden.first().or(given.map(|(_, span, _)| span));
    let Some(evidence) = evidence.filter(|_| pledged || hidden.count() >= LETTERED) else {
        return Vec::new();
    };
    let others: HashSet<&str> = forms
        .iter()
        .filter(|form| !family(form.kind))
        .flat_map(|form| form.words.split(' '))
        .collect();
    // Where several people go by names, one more may be a name like theirs: it must do something, or be one of the family.
    let named = FORENAMES.iter().filter(|name| words.count(name) > SLIPS).take(2).count();
    let slips = words.capitals().filter(|&(word, span, block)| {
        let kin = || is_kin(document, span);
        words.count(word) == 1
            && is_name(word)
            && (is_forename(word) || kin() && hidden.pledge != Some(Pledge::OtherNames))
            && !others.contains(word)
            && stands_alone(document, span)
            && (acts(document, span) || beside_hidden(document, span) || kin() || named < 2 && is_spoken_of(document, span, block))
            && !is_public(document, span, block)
    });
    slips
        .map(|(word, span, _)| {
            let told = format!("\u{201c}{word}\u{201d} is named here and nowhere else, in a document that hides its people's names.");
            (span, told, evidence)
        })
        .collect()
}

/// "Mrs Ollerenshaw", once, in a document that hides its people and names nobody else so.
fn titled(document: &Document, words: &Words<'_>, hidden: &Hidden<'_>) -> Vec<Left> {
    let Some(evidence) = hidden
        .first()
        .filter(|_| (hidden.count() >= LETTERED || hidden.pledge.is_some()) && document.genre != Genre::Minutes)
    else {
        return Vec::new();
    };
    let text = &document.fold.text;
    let mut found = Vec::new();
    let mut surnames: HashSet<&str> = HashSet::new();
    for ((title, at, block), (name, after, _)) in words.pairs() {
        let beside = matches!(title, "Mr" | "Mrs" | "Ms" | "Miss") && matches!(after.start - at.end, 1 | 2) && is_name(name);
        if !beside {
            continue;
        }
        surnames.insert(name);
        let span = Span::new(at.start, after.end);
        let longer = text[span.end as usize..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_uppercase));
        if words.count(name) == 1 && !longer && is_spoken_of(document, span, block) && !is_public(document, span, block) {
            let told = format!(
                "\u{201c}{}\u{201d} is a name, in a document whose people go by letters.",
                &text[span.range()]
            );
            found.push((span, told, evidence));
        }
    }
    // Where titles and names are the custom, they are meant.
    if surnames.len() > SLIPS { Vec::new() } else { found }
}

/// Whether the one at `span` stands in a sentence, and not in a list of those present or among signatures.
fn is_spoken_of(document: &Document, span: Span, block: u32) -> bool {
    const FEWEST: usize = 4;
    let here = &document.blocks[block as usize];
    let sentence = document.sentences.get(document.sentence_at(span.start));
    let running = matches!(here.zone, Zone::Paragraph | Zone::List) && here.setting != Setting::Matter;
    let words = sentence.map_or(0, |s| document.fold.slice(s.span).split(' ').take(FEWEST + 1).count());
    running && words > FEWEST
}

/// The surname of someone who goes by a first name that is said to be another.
fn surnames(document: &Document, words: &Words<'_>, pledge: Option<Pledge>) -> Vec<Left> {
    const OFTEN: usize = 5;
    if pledge != Some(Pledge::OtherNames) {
        return Vec::new();
    }
    let mut pairs: HashMap<&str, Vec<(Span, &str, u32)>> = HashMap::new();
    let mut firsts: HashMap<&str, Span> = HashMap::new();
    for ((first, at, block), (last, after, _)) in words.pairs() {
        firsts.entry(first).or_insert(at);
        let beside = after.start == at.end + 1 && document.fold.text[at.end as usize..].starts_with(' ');
        if beside && is_name(last) {
            let place = (Span::new(at.start, after.end), last, block);
            pairs.entry(first).or_default().push(place);
        }
    }
    let mut found = Vec::new();
    for form in document.people.forms() {
        let family = matches!(form.kind, PersonKind::Parent | PersonKind::Child | PersonKind::Kin);
        if !family || !is_name(&form.words) || words.count(&form.words) < OFTEN {
            continue;
        }
        let (Some(full), Some(&first)) = (pairs.get(&*form.words), firsts.get(&*form.words)) else {
            continue;
        };
        for (span, surname, block) in full.iter().filter(|_| full.len() <= SLIPS) {
            let followed = document.fold.text[span.end as usize..].starts_with(' ')
                && document.fold.text[span.end as usize + 1..].starts_with(char::is_uppercase);
            if words.count(surname) <= SLIPS && !followed && !is_public(document, *span, *block) && *span != first {
                let told = format!(
                    "A surname stands here beside \u{201c}{}\u{201d}, which is said not to be a real name.",
                    form.words
                );
                found.push((*span, told, first));
            }
        }
    }
    found
}

/// Whether a word has the shape of a name: "Callum".
fn is_name(word: &str) -> bool {
    word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase) && People::may_be(word)
}

/// Whether the one at `span` stands beside one who goes by a letter or a role: "Rosalind and Child 2".
fn beside_hidden(document: &Document, span: Span) -> bool {
    const WHO: [&str; 9] = ["Child ", "Adult ", "Sibling ", "Mother", "Father", "Baby ", "Ms ", "Mr ", "Person "];
    let after = document.fold.text[span.end as usize..].strip_prefix(" and ");
    after.is_some_and(|rest| WHO.iter().any(|who| rest.starts_with(who)))
}

/// Whether the one at `span` does something, or has family.
fn acts(document: &Document, span: Span) -> bool {
    const KIN: &[&str] = &[
        "mother",
        "father",
        "brother",
        "sister",
        "partner",
        "mum",
        "dad",
        "home",
        "bedroom",
        "school",
        "behaviour",
        "injuries",
        "care",
    ];
    let after = &document.fold.text[span.end as usize..];
    let verb = after
        .strip_prefix(' ')
        .is_some_and(|rest| ACTS.contains(&first_word(rest)) && first_word(rest) != "and");
    let owns = after.strip_prefix("'s ").is_some_and(|rest| KIN.contains(&first_word(rest)));
    verb || owns
}

/// Whether `word` is a first name that is seldom anything else.
pub(super) fn is_forename(word: &str) -> bool {
    FORENAMES.binary_search(&word).is_ok()
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("")
}
