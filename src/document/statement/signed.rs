//! A `signed` action ends in a sentence that names who has it and when it is due, and does no more: "Head of Service, March 2024.",
//! "Bursar, within six weeks.", "30 November 2020."

use super::heir::is_owner;
use crate::document::{Document, Part, PartRole, Statement, StatementKind, dates, label, undertaking};
use crate::text::Span;

/// Longest such sentence, in bytes.
const LONGEST: usize = 110;
/// Most words of a name that no list knows.
const WORDS: usize = 7;

/// What may stand between a name and a time.
const JOINTS: &[&str] = &[", by ", ", before ", ", ", " by ", " before ", "; ", " - ", " \u{2013} ", " ("];

/// How a time begins that is no date.
const TIMES: &[&str] = &[
    "within ",
    "by ",
    "before ",
    "end of ",
    "the end of ",
    "ongoing",
    "immediate",
    "asap",
    "as soon as",
    "at once",
    "half term",
    "next ",
    "tbc",
    "to be confirmed",
    "monthly",
    "quarterly",
    "spring ",
    "summer ",
    "autumn ",
    "winter ",
    "easter ",
    "christmas ",
];

/// Gives the action `statement` the owner and the timescale that a sentence of its own words signs it with, where it has none of
/// the kind yet.
pub(super) fn sign(document: &Document, statement: &mut Statement) {
    let has = |role| statement.parts.iter().any(|part| part.role == role);
    let (owned, timed) = (has(PartRole::Owner), has(PartRole::Timescale));
    if statement.kind != StatementKind::Action || owned && timed {
        return;
    }
    let owned = owned || opens_with_name(document, statement);
    let mut found = Vec::new();
    // The first sentence says what is to be done.
    let mut told = false;
    for part in statement.parts.iter().filter(|part| part.role == PartRole::Body) {
        let text = document.fold.slice(part.span);
        let sentences = sentences(text, true);
        let cites = |sentence: &str| sentence.contains(|c: char| c.is_ascii_digit()) && sentence.len() <= CITED;
        let skipped = sentences.iter().position(|sentence| !cites(sentence)).map_or(0, |at| at + 1);
        for (i, &sentence) in sentences.iter().enumerate().skip(if told { 0 } else { skipped }) {
            let (name, time) = read(document, sentence);
            // "FSW (Family Support Worker)": a bracket names its owner with a time.
            let opened = text[..sentence.as_ptr() as usize - text.as_ptr() as usize]
                .trim_end()
                .ends_with('(');
            // In a bracket the time that goes with a name stands in it too.
            let near = |next: &str| {
                let end = sentence.as_ptr() as usize - text.as_ptr() as usize + sentence.len();
                let gap = text.get(end..next.as_ptr() as usize - text.as_ptr() as usize).unwrap_or_default();
                !opened || !gap.contains(')')
            };
            let timed_next = || {
                let next = sentences.get(i + 1).filter(|next| near(next));
                next.is_some_and(|next| matches!(read(document, next), (None, Some(_))))
            };
            let name = name.filter(|_| time.is_some() || !opened || timed_next());
            // A name that no list knows stands before a time, or after a name that one knows; "Social worker (Kemi Ansah)" is one.
            let beside = || timed_next() || !opened && i.checked_sub(1).is_some_and(|last| is_somebody(document, sentences[last]));
            let name = name.or_else(|| (time.is_none() && is_titled(sentence) && beside()).then_some(sentence));
            let mut add = |role, words: &str| {
                let start = part.span.start + (words.as_ptr() as usize - text.as_ptr() as usize) as u32;
                let span = Span::new(start, start + words.len() as u32);
                found.push(Part { role, span });
            };
            if let Some(name) = name.filter(|_| !owned) {
                add(PartRole::Owner, name);
            }
            if let Some(time) = time.filter(|_| !timed) {
                add(PartRole::Timescale, time);
            }
        }
        told |= skipped > 0;
    }
    join_owners(document, &mut found);
    let one = |role: PartRole| found.iter().filter(move |part: &&Part| part.role == role).count() == 1;
    let sure: Vec<Part> = found.iter().filter(|part| one(part.role)).copied().collect();
    statement.parts.extend(sure);
}

/// Whether the words of `statement` open with whom they are for, before a dash: "DK - NRM by 6 June".
fn opens_with_name(document: &Document, statement: &Statement) -> bool {
    const INITIALS: usize = 4;
    let mut bodies = statement.parts.iter().filter(|part| part.role == PartRole::Body);
    let text = bodies.next().map_or("", |part| document.fold.slice(part.span));
    let Some((first, _)) = [" - ", " \u{2013} "].iter().find_map(|dash| text.split_once(dash)) else {
        return false;
    };
    let first = first.trim();
    let initials = (2..=INITIALS).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_uppercase());
    initials || is_owner(first, &document.people)
}

/// Longest sentence, in bytes, that may stand before the one that says what is to be done and only cite: "(from LP1)".
const CITED: usize = 30;

/// Makes one of the owners whom nothing but a sign parts: "Named Nurse; Adult Front Door".
fn join_owners(document: &Document, found: &mut Vec<Part>) {
    let mut joined: Vec<Part> = Vec::new();
    for part in found.drain(..) {
        let owner = joined.iter_mut().rev().find(|it| it.role == PartRole::Owner);
        let gap = |last: &Part| {
            let gap = (last.span.end <= part.span.start).then(|| document.fold.slice(Span::new(last.span.end, part.span.start)));
            gap.is_some_and(|gap| matches!(gap.trim(), ";" | "/" | "&"))
        };
        match owner.filter(|last| part.role == PartRole::Owner && gap(last)) {
            Some(last) => last.span.end = part.span.end,
            None => joined.push(part),
        }
    }
    *found = joined;
}

/// The sentences of `text`, their stops and emphasis left out; with `dashes`, what long dashes part too.
fn sentences(text: &str, dashes: bool) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (stop, sign) in text.match_indices(['.', ')', ';', '(', '[', ']', '?', '!', '-', '\u{2013}', '\u{2014}']) {
        let rest = &text[stop + sign.len()..];
        let parts = match sign {
            "-" | "\u{2013}" | "\u{2014}" => dashes && rest.starts_with(' ') && text[..stop].ends_with(' '),
            "?" | "!" => rest.trim_start_matches(['"', '\'']).starts_with(' '),
            "(" | "[" | "]" => true,
            _ => rest.is_empty() || rest.starts_with([' ', '*', '_']),
        };
        if parts {
            found.push(&text[from..stop]);
            from = stop + sign.len();
        }
    }
    found.push(&text[from..]);
    let bare = |sentence: &'_ str| -> (usize, usize) {
        let signs = [' ', '*', '_', '(', '[', ']', '-', '.', '"'];
        let start = sentence.len() - sentence.trim_start_matches(signs).len();
        // What a bracket opened has been cut before it.
        (
            start,
            sentence.trim_end_matches(signs).trim_end_matches([')', ' ']).len().max(start),
        )
    };
    found
        .into_iter()
        .map(|sentence| {
            let (start, end) = bare(sentence);
            &sentence[start..end]
        })
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

/// Whether `text` names who has an action, or when it is due, and says nothing else.
pub(super) fn signs(document: &Document, text: &str) -> bool {
    let sentences = sentences(text, false);
    let known = |sentence: &&str| match read(document, sentence) {
        (Some(name), _) => is_owner(name, &document.people),
        (None, time) => time.is_some(),
    };
    // "Eye test - Mum - before Christmas" and "Date of next meeting: 4 May" are lines of their own.
    let parted = text.contains([':', '\u{2013}']) || text.contains(" - ");
    !parted && !sentences.is_empty() && sentences.iter().all(known)
}

/// Whether the last sentence of `text`, behind another, names who has it and when it is due.
pub(super) fn closes(document: &Document, text: &str) -> bool {
    let sentences = sentences(text, false);
    let last = sentences.last().filter(|_| sentences.len() > 1);
    last.is_some_and(|last| matches!(read(document, last), (Some(_), Some(_))))
}

/// Whether a sentence of `text` behind its first names who has it, by a name that is known or with a time, or is a date alone.
pub(super) fn is_signed(document: &Document, text: &str) -> bool {
    let sentences = sentences(text, true);
    sentences.into_iter().skip(1).any(|sentence| match read(document, sentence) {
        (Some(name), None) => is_owner(name, &document.people),
        (_, time) => time.is_some(),
    })
}

/// Whether `text` is one sentence whose last part, behind a dash, names who has it or when it is due: "Photographs: order to crews –
/// Clinical Director, June 2021; twenty read."
pub(super) fn dashed(document: &Document, text: &str) -> bool {
    let Some((told, rest)) = text
        .rsplit_once(" \u{2013} ")
        .or_else(|| text.rsplit_once(" \u{2014} "))
        .or_else(|| text.rsplit_once(" - "))
    else {
        return false;
    };
    let first = sentences(rest, false).into_iter().next().unwrap_or_default();
    let named = match read(document, first) {
        (Some(name), None) => is_owner(name, &document.people),
        (_, time) => time.is_some(),
    };
    named && !told.contains(". ") && told.contains(' ')
}

/// The name and the time that make up `sentence`; neither where it says anything else.
fn read<'t>(document: &Document, sentence: &'t str) -> (Option<&'t str>, Option<&'t str>) {
    if sentence.len() > LONGEST || undertaking::asks(sentence) || label::label_head(sentence).is_some() {
        return (None, None);
    }
    // "Head of Assessment, November 2017, with a dip sample of twelve": what follows the time is how it is shown.
    let sentence = [", with ", ", and ", ": "]
        .iter()
        .filter_map(|joint| sentence.find(joint))
        .filter(|&at| sentence[..at].contains(|c: char| c.is_ascii_digit()))
        .min()
        .map_or(sentence, |at| &sentence[..at]);
    let dated = || is_time(sentence) && sentence.split(' ').count() <= WORDS && sentence.contains(|c: char| c.is_ascii_digit());
    if is_date(sentence) || dated() {
        return (None, Some(sentence));
    }
    let cut = |joint: &&str| {
        sentence.match_indices(*joint).find_map(|(at, joint)| {
            let (name, time) = (sentence[..at].trim(), sentence[at + joint.len()..].trim());
            (is_time(time) && is_name(document, name)).then_some((name, time))
        })
    };
    match JOINTS.iter().find_map(cut) {
        Some((name, time)) => (Some(name), Some(time)),
        None if is_cased(sentence) && is_plain(sentence) && is_somebody(document, sentence) => (Some(sentence), None),
        None => (None, None),
    }
}

/// Whether `name` is an owner's, or several of one kind: "Team managers".
fn is_somebody(document: &Document, name: &str) -> bool {
    let one = name.strip_suffix('s').unwrap_or(name);
    // "Chief Inspector, Rural"
    let first = name
        .split_once(", ")
        .filter(|(_, place)| place.starts_with(char::is_uppercase))
        .map(|(first, _)| first);
    [Some(name), Some(one), first]
        .into_iter()
        .flatten()
        .any(|name| is_owner(name, &document.people))
}

/// Whether every word of `name` has a capital, but for those that join them: "Women's Aid Elain".
fn is_titled(name: &str) -> bool {
    let capitals = name
        .split(' ')
        .all(|word| JOINING.contains(&word) || word.starts_with(char::is_uppercase));
    capitals && name.contains(' ') && name.len() <= LONGEST && is_cased(name) && is_plain(name) && label::label_head(name).is_none()
}

/// Whether `words` are a date and nothing else.
fn is_date(words: &str) -> bool {
    dates::leading(words).is_some_and(|date| date.range.end == words.len())
}

fn is_time(words: &str) -> bool {
    const LONGEST: usize = 48;
    let lower = words.to_lowercase();
    let from = words.strip_prefix("from ").or_else(|| words.strip_prefix("From ")).unwrap_or(words);
    let year = words.len() == 4 && words.starts_with("20") && words.bytes().all(|b| b.is_ascii_digit());
    is_date(from) || year || words.len() <= LONGEST && TIMES.iter().any(|time| lower.starts_with(time))
}

fn is_cased(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

/// Words that tell or ask, and stand in no name.
#[rustfmt::skip]
const TELLING: &[&str] = &[
    "to", "will", "was", "were", "is", "are", "be", "been", "has", "have", "had", "it", "this", "that", "due", "a", "an", "each", "every", "not", "no", "should",
    "must", "can", "may", "who", "which", "what", "when", "if", "from", "by", "until", "since", "than", "their", "his", "her", "its", "our",
];
/// Words of a name that have no capital.
const JOINING: &[&str] = &["and", "of", "the", "for", "in", "on", "with", "&"];
/// Most words of a name in small letters.
const SMALL: usize = 4;

/// Whether `name`, before a time, may be somebody's.
fn is_name(document: &Document, name: &str) -> bool {
    let words = || name.split(' ');
    let capitals = words().all(|word| JOINING.contains(&word) || word.starts_with(char::is_uppercase));
    let few = name
        .split([';', '/', '&', ','])
        .flat_map(|piece| piece.split(" and "))
        .all(|piece| piece.split_whitespace().count() <= SMALL);
    let short = few && words().all(|word| !word.ends_with("ed") && !word.ends_with("ly"));
    is_plain(name) && (is_cased(name) && (capitals || short) || is_owner(name, &document.people))
}

/// Whether `name` is short and neither tells, nor asks, nor names a place of the paper or a day.
fn is_plain(name: &str) -> bool {
    let words = || name.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let first = words().next().unwrap_or(name).to_lowercase();
    let ordered = undertaking::is_order(&first) && words().nth(1).is_some_and(|word| word.starts_with(char::is_lowercase));
    words().count() <= WORDS
        && !name.contains(|c: char| c.is_ascii_digit())
        && !name.contains(['"', '?', '!', ':'])
        && !ordered
        && label::known(&first).is_none()
        && words().all(|word| !TELLING.contains(&word.to_lowercase().as_str()) && !dates::is_calendar_word(word))
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::input;
    use crate::text::Lexicon;

    /// What the parts of the only action of `text` say, by role.
    fn parts(text: &str) -> Vec<(super::PartRole, String)> {
        let read = input::read("plan.txt", text.as_bytes()).unwrap();
        let document = Document::parse(&read, &Lexicon::default());
        let parts = document.statements.iter().flat_map(|s| &s.parts);
        parts
            .filter(|part| part.role != super::PartRole::Body)
            .map(|part| (part.role, document.fold.slice(part.span).to_owned()))
            .collect()
    }

    #[test]
    fn the_last_sentence_signs_an_action() {
        use super::PartRole::{Owner, Timescale};
        for (text, expected) in [
            (
                "Action 1: Read the log each week. Harbour Patrol Unit, June 2023.",
                vec![(Owner, "Harbour Patrol Unit"), (Timescale, "June 2023")],
            ),
            (
                "Action 1: Read the log each week. Tenancy body, within six weeks.",
                vec![(Owner, "Tenancy body"), (Timescale, "within six weeks")],
            ),
            (
                "Action 1: Matron to read the log each week. 4 June 2023.",
                vec![(Timescale, "4 June 2023")],
            ),
            ("Action 1: Read the log each week. One hundred were viewed, by June 2023.", vec![]),
            ("Action 1: Read the log each week. Buy a mat for the hall, June 2023.", vec![]),
            ("Action 1: Read the log each week. Finding Two, March 2023.", vec![]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(role, words): (_, &str)| (role, words.to_owned()))
                .collect();
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn what_opens_with_a_name_is_signed_by_nobody_else() {
        let owners = |text: &str| parts(text).into_iter().filter(|(role, _)| *role == super::PartRole::Owner).count();
        assert_eq!(owners("Action 1: DK - NRM by 6 June 2024."), 0);
        assert_eq!(owners("Action 1: Head teacher \u{2013} EHCP by 6 June 2024."), 0);
        assert_eq!(owners("Action 1: Social worker (Kemi Ansah) to see Remy tomorrow at 4pm."), 0);
        assert_eq!(owners("Action 1: Read the log each week - Harbour Patrol Unit, June 2023."), 1);
    }
}
