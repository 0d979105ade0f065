//! In `prose` a name is learned from the words beside it: "the mother, Kelly", "Dean (father)", "social worker Jo Pratt",
//! "a girl whom we call Wren".

use super::name::{Name, next_capital};
use super::role;
use super::{Hearsay, PersonKind, SAID};
use crate::document::unit_word;

/// Bytes looked at on either side of a name.
const AROUND: usize = 64;

/// Reads what one block says of its names.
pub(super) fn read(text: &str, hearsay: &mut Hearsay) {
    if text.starts_with("Address") || text.starts_with("Home address") {
        return;
    }
    let mut at = 0;
    while let Some(start) = next_capital(text, at) {
        let Some(name) = Name::at(text, start) else {
            at = start + 1;
            continue;
        };
        if name.has_office() {
            hearsay.note(&name, PersonKind::Professional, SAID);
        }
        let before = &text[text.floor_char_boundary(start.saturating_sub(AROUND))..start];
        let after = &text[name.end..text.floor_char_boundary((name.end + AROUND).min(text.len()))];
        // One word before a role may open any sentence: "Missing, a worker said".
        let bare = name.count() == 1 && name.title.is_none();
        let told_after = || from_after(after).filter(|&kind| !bare || kind != PersonKind::Professional);
        if let Some(kind) = from_before(before, after).or_else(told_after).or_else(|| by_call(before)) {
            hearsay.note(&name, kind, SAID);
        }
        at = name.end;
    }
}

/// What the words before a name say: "the mother, ", "his sister ", "Father: ", "the health visitor (".
fn from_before(before: &str, after: &str) -> Option<PersonKind> {
    let said = before.trim_end();
    if said.len() == before.len() && !before.ends_with('(') {
        return None;
    }
    let bare = said.trim_end_matches([',', '(', ':', '-', ' ']);
    let apart = &said[bare.len()..];
    // A comma may also part the members of a list; closed by another sign the name stands beside its role.
    let closed = after.starts_with([',', '.', ')', ';']) || after.is_empty() || opens_clause(after);
    if !apart.is_empty() && (!closed || apart.contains(',') && after.trim_start_matches(',').starts_with(" and ")) {
        return None;
    }
    if bare.len() == said.len() && said.ends_with(['.', ';', '"', '\'', '?', '!']) {
        return None;
    }
    let last = bare.rsplit([' ']).next().unwrap_or_default();
    let kind = role::kind_of(last).filter(|_| last.chars().all(|c| c.is_alphabetic() || c == '\''))?;
    // "Nursery Manager, Little Acorns": after a title of a post a comma goes on to the place.
    if last == "Baby" || apart.contains(',') && last.starts_with(char::is_uppercase) {
        return None;
    }
    let single = !matches!(
        last.to_lowercase().as_str(),
        "parents"
            | "children"
            | "partner"
            | "boys"
            | "girls"
            | "ex"
            | "adult"
            | "police"
            | "minutes"
            | "notes"
            | "head"
            | "chair"
            | "lead"
            | "business"
            | "independent"
    );
    let owned = |word: &str| {
        matches!(
            word.to_lowercase().as_str(),
            "his" | "her" | "their" | "the" | "new" | "former" | "current" | "ex"
        ) || word.ends_with("'s")
            || word.ends_with("s'")
    };
    let introduced = bare.rsplit(' ').nth(1).is_some_and(owned);
    // "both parents Kelly" is a list's head; "her partner Dean" is not.
    (single || introduced && last.eq_ignore_ascii_case("partner")).then_some(kind)
}

/// Whether a verb or a relative follows a name.
fn opens_clause(after: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "was", "has", "had", "said", "says", "told", "who", "will", "to", "did", "does", "came", "went", "lives", "lived", "must",
        "asked", "agreed",
    ];
    after
        .strip_prefix(' ')
        .is_some_and(|rest| VERBS.contains(&rest.split(' ').next().unwrap_or_default()))
}

/// What the words after a name say: " (mother)", ", his father,", " is the mother of", ", nine months old".
fn from_after(after: &str) -> Option<PersonKind> {
    if let Some(inner) = after
        .strip_prefix(" (")
        .and_then(|rest| rest.split_once(')'))
        .map(|(inner, _)| inner)
    {
        let is_short = inner.split(' ').count() <= 6 && !inner.contains(':');
        return is_short.then(|| role::kind_of(inner)).flatten().or_else(|| aged(inner));
    }
    if let Some(rest) = after.strip_prefix(", ") {
        let aside = rest.split([',', '.', ';', '(', ')']).next().unwrap_or_default();
        let closed = aside.len() < rest.len();
        let words = aside.split(' ').count();
        if let Some(age) = aside.strip_prefix("who is ").or_else(|| aside.strip_prefix("who was ")) {
            return aged(age)
                .or_else(|| role::kind_of(age).filter(|_| age.starts_with("the ") || age.starts_with("his ") || age.starts_with("her ")));
        }
        if aside.starts_with("born ") {
            return Some(PersonKind::Child);
        }
        let rest_is_clause = ["and ", "but ", "who ", "so ", "when ", "which "]
            .iter()
            .any(|w| aside.starts_with(w));
        if !closed || words > 6 || rest_is_clause || aside.starts_with(char::is_uppercase) && role::kind_of(aside).is_none() {
            return None;
        }
        // In "Kelly, the social worker and Dean" a list goes on.
        let listed = aside.contains(" and ") && !aside.contains(" of ");
        return (!listed).then(|| apposition(aside)).flatten().or_else(|| aged(aside));
    }
    if [" was born ", " is in Year ", " was in Year "]
        .iter()
        .any(|born| after.starts_with(born))
    {
        return Some(PersonKind::Child);
    }
    let said = [" is ", " was "].iter().find_map(|verb| after.strip_prefix(verb))?;
    let words = said.split([',', '.', ';']).next().unwrap_or_default();
    if let Some(kind) = aged(words).or_else(|| words.strip_suffix(" old").and_then(aged)) {
        return Some(kind);
    }
    let mut opening = words.split(' ');
    let owned = opening
        .next()
        .is_some_and(|w| matches!(w, "the" | "his" | "her" | "their" | "a") || w.ends_with("'s"));
    let next = words.split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ");
    owned.then(|| role::kind_of(&next)).flatten()
}

/// "his father", "the allocated social worker", "mother of two", "Health Visitor": a role that opens with a word of it.
fn apposition(aside: &str) -> Option<PersonKind> {
    let first = aside.split(' ').next().unwrap_or_default();
    let owned = matches!(first, "his" | "her" | "their" | "the" | "an" | "a" | "whose") || first.ends_with("'s") || first.ends_with("s'");
    let opens = role::kind_of(first).is_some() || !role::may_name(first);
    (owned || opens).then(|| role::kind_of(aside)).flatten()
}

/// "aged 4", "4 years old", "nine months old": a child.
fn aged(words: &str) -> Option<PersonKind> {
    let lower = words.to_lowercase();
    let (told, rest) = match lower.strip_prefix("aged ").or_else(|| lower.strip_prefix("age ")) {
        Some(rest) => (true, rest),
        None => (false, lower.as_str()),
    };
    let mut parts = rest.split([' ', '-']);
    let number = parts.next().unwrap_or_default();
    let unit = parts.next().unwrap_or_default();
    let months = unit.starts_with("month") || unit.starts_with("week") || unit.starts_with("day");
    let spelled = unit_word(number).filter(|age| (1..18).contains(age));
    let age = number.parse().ok().or(spelled);
    let ended = unit.is_empty() && spelled.is_some();
    let counted = told || ended || unit.starts_with("year") || months || unit == "when" || unit == "and";
    (counted && age.is_some_and(|age| age < 18 || months)).then_some(PersonKind::Child)
}

/// "The child, referred to in this report as 'Ben'", "a girl we call Wren", "their mother is called Ms A".
fn by_call(before: &str) -> Option<PersonKind> {
    const CALLS: &[&str] = &[
        "referred to as",
        "referred to in this report as",
        "referred to here as",
        "known as",
        "known here as",
        "is called",
        "was called",
        "we call",
        "we have called",
        "named",
        "called",
        "whom we call",
        "given the name",
        "will be called",
        "be referred to as",
        "the pseudonym",
        "known in this report as",
        "referred to in this review as",
        "known in this review as",
    ];
    let said = before.trim_end_matches(['"', '\'', ' ']);
    let subject = CALLS.iter().find_map(|call| said.strip_suffix(call))?;
    let clause = subject.rsplit(['.', ';', ':']).next().unwrap_or_default();
    clause.rsplit([' ', ',']).filter(|w| !w.is_empty()).take(8).find_map(role::kind_of)
}
