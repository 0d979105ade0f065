//! Whom a sentence speaks of, among those whose day of birth is known: a name, or the one that a pronoun stands for.

use super::births::Birth;
use super::desk::Desk;

/// Words for others of a family: between a name and what is told, they may be whom it is told of.
#[rustfmt::skip]
pub(super) const KIN: [&str; 34] = [
    "mother", "father", "parent", "parents", "brother", "sister", "sibling", "siblings", "grandmother", "grandfather", "grandparents", "aunt", "uncle", "partner",
    "husband", "wife", "cousin", "half", "twin", "son", "daughter", "child", "children", "boyfriend", "girlfriend", "stepfather", "stepmother", "mum", "dad", "their", "another",
    "sons", "daughters", "friend",
];

/// Sentences before its own in which a pronoun's name is looked for.
const BACK: usize = 3;

/// Whether `words` speak of somebody of the family.
pub(super) fn has_kin(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| KIN.contains(&word.to_lowercase().as_str()))
}

/// The last of the known that `words` name, and where the name ends; not the "Wren" of "Wren's father".
pub(super) fn named<'b>(words: &str, known: &[&'b Birth]) -> Option<(usize, &'b Birth)> {
    let whole = |at: usize, name: &str| {
        let after = &words[at + name.len()..];
        !words[..at].ends_with(char::is_alphanumeric) && !after.starts_with(|c: char| c.is_alphanumeric() || c == '-')
    };
    let ends = known.iter().filter_map(|birth| {
        let name = birth.name.as_str();
        let mut places = words.rmatch_indices(name).filter(|(at, _)| whole(*at, name));
        let end = places.next()?.0 + name.len();
        Some((end + surname(&words[end..]), *birth))
    });
    ends.max_by_key(|(end, _)| *end)
}

/// Bytes of the surname that goes on from a given name: " Lane" of "Kestrel Lane".
fn surname(after: &str) -> usize {
    let word = after
        .strip_prefix(' ')
        .map_or("", |rest| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    let name = word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    if name && !crate::document::dates::is_calendar_word(word) {
        word.len() + 1
    } else {
        0
    }
}

/// Whom words right before an age or a verb speak of, in sentence `at` of the document. Of words that are `called` an age,
/// "at the age of six", it may be the one with whom the sentence begins.
pub(super) fn spoken_of<'b>(desk: Desk<'_>, at: usize, (before, called): (&str, bool), known: &[&'b Birth]) -> Option<&'b Birth> {
    let led = before.trim_end_matches([' ', ',', '(', '\u{2013}']);
    let led = led.strip_suffix(" who").map_or(led, |rest| rest.trim_end_matches([' ', ',']));
    if let Some((end, birth)) = named(led, known) {
        let between = led[end..].strip_suffix("the child").unwrap_or(&led[end..]);
        if is_birthday(between) {
            return Some(birth);
        }
        let own = between.is_empty() || !is_possessive(between) && !has_kin(between) && !names_others(between);
        let opens = called && end <= birth.name.len() + 4 && !is_possessive(between);
        return (own || opens).then_some(birth);
    }
    let last = led.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let first = opening(led);
    if called && is_pronoun(&first) {
        return antecedent(desk, at, &first, known);
    }
    if !is_pronoun(&last) || first != last && (has_kin(before) || names_others(before)) {
        return None;
    }
    antecedent(desk, at, &last, known)
}

/// "'s birthday was on the 5th; she": what is told of the one whose birthday it is.
fn is_birthday(after: &str) -> bool {
    let told = is_possessive(after) && after.contains(" birthday ") && after.split(" birthday ").next().is_some_and(|own| own.len() <= 16);
    let last = after.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    told && is_pronoun(last) && !has_kin(after) && !names_others(after.split_once(" birthday ").map_or("", |(_, rest)| rest))
}

fn is_possessive(after: &str) -> bool {
    after.starts_with(['\'', '\u{2019}'])
}

fn is_pronoun(word: &str) -> bool {
    ["he", "she"].contains(&word)
}

/// The first word, in lower case.
fn opening(words: &str) -> String {
    let mut all = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    all.next().unwrap_or_default().to_lowercase()
}

/// The only one of the known whom the sentences before name, the nearest first; those that go on with `pronoun` are passed.
pub(super) fn antecedent<'b>(desk: Desk<'_>, at: usize, pronoun: &str, known: &[&'b Birth]) -> Option<&'b Birth> {
    let sentences = &desk.document.sentences;
    let block = sentences.get(at)?.block;
    for back in (at.saturating_sub(BACK)..at).rev().filter(|&back| sentences[back].block == block) {
        let words = desk.words(sentences[back].span);
        if words.len() > super::reach::LONGEST {
            return None;
        }
        if let Some(birth) = only(words, known) {
            return Some(birth);
        }
        let goes_on = opening(words) == pronoun && named(words, known).is_none();
        if !goes_on && (has_kin(words) || named(words, known).is_some()) {
            return None;
        }
    }
    None
}

/// The only one whom a sentence names, besides those whose kin it is ("Ash's brother Rowan"); nobody else of the family.
fn only<'b>(words: &str, known: &[&'b Birth]) -> Option<&'b Birth> {
    let (end, birth) = named(words, known)?;
    if is_possessive(&words[end..]) && !super::unborn::is_own(&words[end..]) {
        return None;
    }
    let head = words[..end - birth.name.len()].trim_end();
    let kin = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let head = if KIN.contains(&kin.as_str()) {
        &head[..head.len() - kin.len()]
    } else {
        head
    };
    let others: Vec<&Birth> = known.iter().filter(|it| it.name != birth.name).copied().collect();
    let other = named(head, &others).is_some_and(|(end, _)| !is_possessive(&head[end..]));
    (!other && !has_kin(head) && !has_kin(&words[end..])).then_some(birth)
}

/// Whether words in the middle of a sentence name somebody: a capital that is no day or month.
pub(super) fn names_others(words: &str) -> bool {
    let calendar = |word: &str| {
        word.len() >= 3
            && (crate::document::dates::is_calendar_word(word)
                || ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"].contains(&word))
    };
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .skip(usize::from(!words.starts_with([' ', ','])))
        .any(|word| word.starts_with(char::is_uppercase) && !calendar(word) && word.len() > 1)
}
