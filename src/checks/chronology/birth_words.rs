//! A birth word is one by which a sentence says whose birth a date is: "born on", "date of birth", "gave birth to".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::dates::NUMBER;
use super::name::name_at_end;
use crate::document::dates::is_calendar_word;

/// Bytes before a date, and behind it, in which its birth is told.
const NEAR: usize = 240;

/// "was born at 36 weeks, on", "(DOB", "date of birth is", right before a date.
static BORN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?:^|[\s(,;:])(?P<verb>was |were |had been |is |been )?(?:[Bb]orn|b\.|[Dd]\.?[Oo]\.?[Bb]\.?|[Dd]ates? of (?:[Bb])irth(?: is| was| being)?)(?P<mid>[,:]?(?: (?:at|in|to|by|on|of|prematurely|early|late|safely|here|abroad|full|term|home|hospital|the|a|an|his|her|their|local|same|maternity|unit|ward|centre|first|second|third|twin|healthy|emergency|caesarean|section|weeks|days|night|parents|(?:half )?past|[A-Z][a-z]+|[A-Z]|\d{1,2}|NUMBER),?){0,6}?)?(?: on| in|:|,| -)?(?: the)?[\s(:]*$";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});
/// "gave birth to Wren on", "the birth of Wren, on", "Wren's birth, on", right before a date.
static BIRTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:gave birth to (?:(?:a|her|the) (?:[a-z]+ ){0,2}(?:boy|girl|son|daughter|baby|child)(?: called|,)? )?|[Bb]irth of )(?P<to>(?:(?:Baby|Child) )?[A-Z][A-Za-z'-]*),?(?: on| in)?(?: the)?\s*$|(?P<of>(?:(?:Baby|Child) )?[A-Z][A-Za-z-]*)'s (?:birth|date of birth|dob|DOB)(?: is| was)?[,:]?(?: on| in)?(?: the)?\s*$",
    )
    .ok()
});
/// " Wren was born", ", Mother gave birth to a girl, Wren", right behind a date.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^,? (?:(?P<born>(?:(?:Baby|Child) )?[A-Z][A-Za-z-]*) was born\b|[A-Za-z' ]{0,32}?gave birth to (?:(?:a|her|the) (?:[a-z]+ ){0,2}(?:boy|girl|son|daughter|baby|child)(?:,? (?:called|named|known as))?,? )?(?P<to>(?:(?:Baby|Child) )?[A-Z][A-Za-z-]*))",
    )
    .ok()
});

/// Those whose birth the date at `at` of `text` is said to be.
pub(super) fn told(text: &str, at: Range<usize>) -> Vec<String> {
    let start = text.ceil_char_boundary(at.start.saturating_sub(NEAR)).min(at.start);
    let head = &text[start..at.start];
    let tail = &text[at.end..text.floor_char_boundary(at.end + NEAR)];
    let lower = head.to_lowercase();
    let worded = |words: &str| {
        words.contains("born") || words.contains("birth") || words.contains("dob") || words.contains("d.o.b") || words.contains("b.")
    };
    if worded(&lower) {
        if let Some(names) = born(head).filter(|names| !names.is_empty()) {
            return names;
        }
        let found = BIRTH.as_ref().and_then(|pattern| pattern.captures(head));
        let name = found.as_ref().and_then(|found| found.name("to").or(found.name("of")));
        if let Some(name) = name.and_then(|name| name_at_end(name.as_str())) {
            return vec![name];
        }
        if lower.trim_start().starts_with("born ") || lower.contains(". born ") {
            return led_by(head, tail).into_iter().collect();
        }
        let titled = ["date of birth", "dates of birth", "dob"]
            .iter()
            .any(|title| text.len() >= title.len() && text[..text.floor_char_boundary(title.len())].eq_ignore_ascii_case(title));
        if titled {
            return name_at_end(head.trim_end_matches(['(', ' ', ':', ','])).into_iter().collect();
        }
    }
    let opens = head.trim_end().rsplit(". ").next().is_some_and(|head| head.len() < 12);
    if opens && (tail.contains("was born") || tail.contains("gave birth")) {
        let found = BEHIND.as_ref().and_then(|pattern| pattern.captures(tail));
        let name = found.as_ref().and_then(|found| found.name("to").or(found.name("born")));
        return name.and_then(|name| name_at_end(name.as_str())).into_iter().collect();
    }
    Vec::new()
}

/// "Born on 4 May 2015, Wren": whom the words behind the date open with.
fn led_by(head: &str, tail: &str) -> Option<String> {
    let near = head.trim_end().rsplit(". ").next()?.len() < 16;
    let name = tail.strip_prefix(", ")?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(name.len());
    name_at_end(&name[..end]).filter(|_| near)
}

/// Those of whom the words before a date say that they were born on it.
fn born(head: &str) -> Option<Vec<String>> {
    let found = BORN.as_ref()?.captures(head)?;
    let mid = found.name("mid").map_or("", |mid| mid.as_str());
    if [" and ", " who ", " with ", " before ", " after ", " died", " when "]
        .iter()
        .any(|word| format!("{mid} ").contains(word))
    {
        return None;
    }
    let verb = found.name("verb").map_or("", |verb| verb.as_str().trim());
    let rest = head[..found.get(0)?.start()].trim_end_matches(['(', ' ', ',', ':', '-', '\u{2013}', '"']);
    let rest = ["who", "and", "he date"]
        .iter()
        .find_map(|word| rest.strip_suffix(&format!(" {word}")))
        .map_or(rest, |rest| rest.trim_end_matches([' ', ',']));
    if verb.eq_ignore_ascii_case("were") {
        return Some(several(rest));
    }
    let rest = rest.strip_suffix("'s").unwrap_or(rest);
    if is_kin_of(rest) {
        return Some(Vec::new());
    }
    let name = name_at_end(without_kind(rest))
        .or_else(|| spoken_of(rest))
        .or_else(|| told_of(rest))
        .or_else(|| subject(rest))
        .or_else(|| antecedent(rest));
    Some(name.into_iter().collect())
}

/// Whether words end with somebody's kin, told by whose they are: "The father of Sol".
fn is_kin_of(rest: &str) -> bool {
    let Some((head, whose)) = rest.rsplit_once(" of ") else {
        return false;
    };
    let kin = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    whose.split(' ').count() <= 3 && !whose.contains([',', ';']) && super::whom::KIN.contains(&kin.as_str())
}

/// "The twins, Kestrel and Merlin,", "Kestrel and her twin, Merlin,": all whom the sentence names.
fn several(rest: &str) -> Vec<String> {
    const MOST: usize = 4;
    let sentence = rest.rsplit(". ").next().unwrap_or(rest).trim_end_matches(',');
    let pieces = sentence.split(", ").flat_map(|piece| piece.split(" and "));
    let mut names: Vec<String> = pieces.filter_map(name_at_end).collect();
    names.dedup();
    names.truncate(MOST);
    names
}

/// Whom a sentence opens with, when it goes on about the same one: "Kestrel is the middle child of three and".
fn subject(rest: &str) -> Option<String> {
    const VERBS: [&str; 8] = [" is ", " was ", " lives ", " lived ", " has ", " had ", " (", ", "];
    let from = rest.rfind(". ").map_or(0, |dot| dot + 2);
    let sentence = rest[from..].trim_start_matches(|c: char| !c.is_alphabetic());
    let at = VERBS.iter().filter_map(|verb| sentence.find(verb)).min()?;
    let others = sentence[at..].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let goes_on = !others.clone().any(|word| word.starts_with(char::is_uppercase))
        && !others.clone().any(|word| ["mother", "father", "brother", "sister"].contains(&word));
    name_at_end(&sentence[..at]).filter(|_| goes_on && sentence[..at].split(' ').count() <= 3)
}

/// Whom the pronoun of a new sentence stands for, when the one before opens with a name and names nobody else: "Ivor died in May,
/// aged 70, at home. He".
fn antecedent(rest: &str) -> Option<String> {
    let (before, pronoun) = rest.rsplit_once(". ")?;
    if !["He", "She", "His", "Her"].contains(&pronoun) {
        return None;
    }
    let sentence = before.rsplit(". ").next()?.trim_start_matches(|c: char| !c.is_alphabetic());
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let name: Vec<&str> = sentence.split(' ').take_while(capital).take(2).collect();
    let name = name.join(" ");
    let mut others = sentence[name.len().min(sentence.len())..]
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let alone = others.all(|word| is_calendar_word(word) || !capital(&word) && !super::whom::KIN.contains(&word));
    name_at_end(&name).filter(|_| alone)
}

/// "M, boy" without the ", boy".
fn without_kind(text: &str) -> &str {
    let kinds = [
        ", boy",
        ", girl",
        ", male",
        ", female",
        ", a boy",
        ", a girl",
        ", son",
        ", daughter",
        " (F)",
        " (M)",
        " (f)",
        " (m)",
        " (subject)",
        ", subject",
        " (boy",
        " (girl",
        " (male",
        " (female",
        " (son",
        " (daughter",
    ];
    kinds.iter().find_map(|kind| text.strip_suffix(kind)).unwrap_or(text)
}

/// Whom the pronoun or noun that ends `text` stands for: the last name given in words that give one.
///
/// "a boy who is called Rowan in this report. He", "Ellis is the name chosen for this review by a boy".
fn spoken_of(text: &str) -> Option<String> {
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let nouns = [
        "he", "she", "they", "boy", "girl", "child", "baby", "man", "woman", "son", "daughter",
    ];
    if !nouns.contains(&last.to_lowercase().as_str()) {
        return None;
    }
    let leads = ["called ", "known as ", "named ", "name ", "referred to as "];
    let after = leads.iter().filter_map(|lead| before.rfind(lead).map(|at| at + lead.len())).max();
    let given = |words: &str| {
        let end = words
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | ' '))
            .unwrap_or(words.len());
        let mut own: Vec<&str> = words[..end]
            .split(' ')
            .take_while(|word| word.starts_with(char::is_uppercase))
            .take(3)
            .collect();
        own.truncate(2);
        name_at_end(&own.join(" "))
    };
    after
        .and_then(|at| given(before[at..].trim_start_matches(['\'', '"', '\u{2018}', '\u{201c}'])))
        .or_else(|| {
            before
                .find(" is the name ")
                .and_then(|at| given(before[before[..at].rfind(['.', '\n']).map_or(0, |dot| dot + 1)..at].trim_start()))
        })
}

/// Of whom words behind a name tell more: "Mr Abel, a retired signalman,".
fn told_of(text: &str) -> Option<String> {
    let from = text.rfind(". ").map_or(0, |dot| dot + 2);
    let (name, aside) = text[from..].split_once(", ")?;
    // "known by letters: V, the child,"
    let name = name.rsplit(": ").next().unwrap_or(name);
    let aside = aside.trim_end_matches(',');
    let alone = aside.starts_with("a ") || aside.starts_with("an ") || aside.starts_with("who ") || aside.starts_with("the ");
    name_at_end(name).filter(|_| alone && !aside.contains([',', ';', '.']) && name.split(' ').count() < 4)
}
