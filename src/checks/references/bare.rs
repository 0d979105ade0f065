//! A `bare` number is a reference without a label: "(see 4.12-4.15)", "(4.12)", "see 7.1.53", `[R3]`. Scores, dates
//! and sums stand in brackets too, so only numbers that look like this document's own are taken.

use super::anchor::Found;
use super::list::{Item, is_measured, list};
use super::mention::{Mention, Pointer, Scene};
use super::number::{Numeral, Shape};
use super::words::{begins, clause_before, is_in, last, next, words};
use crate::document::LabelKind;

/// Letters before the number of a bracketed code: "(R3)".
#[rustfmt::skip]
const CODES: &[(&str, LabelKind)] = &[
    ("r", LabelKind::Recommendation),
    ("rec", LabelKind::Recommendation),
    ("f", LabelKind::Finding),
    ("kf", LabelKind::Finding),
    ("a", LabelKind::Action),
    ("ap", LabelKind::Action),
    ("lp", LabelKind::LearningPoint),
    ("kpe", LabelKind::Episode),
    ("lt", LabelKind::LearningPoint),
    ("t", LabelKind::Theme),
    ("q", LabelKind::Question),
];

/// Words before "in 5.4" that speak of a text.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "stated", "mentioned", "noted", "set", "described", "referenced", "highlighted", "discussed", "outlined", "detailed", "explained",
    "identified", "shown", "recorded", "said", "reported", "summarised", "particular", "out", "raised", "given", "made", "seen", "found", "point", "points", "text", "passage", "wording",
    "account", "summary", "comment", "comments", "quotation",
];

/// Reads the bare numbers after the cue at `anchor`; `None` when none stands there or it is something else.
pub(super) fn read(scene: &Scene, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let cue = &text[anchor.start..anchor.end];
    let bracket = matches!(cue, "(" | "[" | "{");
    let mut at = anchor.end;
    for filler in [".", " ", "also ", "see ", "at "] {
        if begins(&text[at..], filler) {
            at += filler.len();
        }
    }
    let first = *text.as_bytes().get(at)?;
    let word = !bracket && !is_in(cue, SIGNS);
    if !first.is_ascii_alphanumeric() || (word && !first.is_ascii_digit()) {
        return None;
    }
    let items = list(text, at, "", &|number| scene.has(LabelKind::Paragraph, number));
    let end = items.last()?.end;
    let label = code(scene, &items).filter(|_| bracket);
    let seen = !bracket || begins(&text[anchor.end..], "see ");
    let fits = label.is_some()
        || items.iter().all(|item| is_paragraph_number(scene, &item.first, seen))
        || (bracket && seen && items.iter().all(|item| is_flat(scene, &item.first)))
        || (bracket && follows_undertaking(text, anchor.start) && is_closing_citation(scene, &items, end));
    let weak = word && !is_said(scene, anchor.start, cue, &items);
    if !fits || weak || (bracket && !closes(&text[end..])) || is_measured(text, end) || is_score(text, anchor.start) {
        return None;
    }
    Some(Mention {
        range: at..end,
        pointer: Pointer::Named { label, items },
    })
}

/// Reads "R4" at `anchor` outside brackets, when the document prints its labels so: an F2 may be a doctor elsewhere.
pub(super) fn coded(scene: &Scene, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let items = list(text, anchor.start, "", &|_| false);
    let printed = |item: &Item| {
        let digits = item.first.other.as_deref()?;
        let (_, kind) = CODES
            .iter()
            .find(|(code, _)| item.first.number.strip_suffix(digits) == Some(code))?;
        let written = &text[item.first.start..item.first.end];
        let entries = scene.outline.find(*kind, digits).iter();
        entries
            .take(4)
            .any(|&e| scene.outline.entries[e as usize].label.trim_matches(['*', '_']) == written)
            .then_some(*kind)
    };
    // "A16" of a plan that goes to A7; "the A16" is a road.
    let lost = |item: &Item| {
        let digits = item.first.other.as_deref()?;
        let letters = item.first.number.strip_suffix(digits)?;
        let kind = CODES.iter().find(|(code, _)| *code == letters)?.1;
        let road = is_in(last(text, anchor.start), &["the", "a", "an", "on", "class", "size"]);
        (!road && digits.len() <= 2 && is_printed_so(scene, kind, letters)).then_some(kind)
    };
    let printed = |item: &Item| printed(item).or_else(|| lost(item));
    let kind = printed(items.first()?)?;
    items.iter().all(|item| printed(item) == Some(kind)).then(|| Mention {
        range: anchor.start..items[items.len() - 1].end,
        pointer: Pointer::Named { label: Some(kind), items },
    })
}

/// Reads the numbers that follow a mention in its bracket: the "4.5 and 4.6" of "(KLOE 2; 4.5 and 4.6)".
pub(super) fn after(scene: &Scene, end: usize) -> Option<Mention> {
    let at = end + ["; ", ", ", " and "].iter().find(|sep| scene.text[end..].starts_with(**sep))?.len();
    let items = list(scene.text, at, "", &|number| scene.has(LabelKind::Paragraph, number));
    let end = items.last()?.end;
    let known = items.iter().all(|item| is_paragraph_number(scene, &item.first, false));
    let running =
        || scene.text[at..].starts_with(|c: char| c.is_ascii_digit()) && !is_measured(scene.text, end) && !is_counted_out(scene.text, end);
    let fits = (known && (closes(&scene.text[end..]) || running())) || is_closing_citation(scene, &items, end);
    fits.then_some(Mention {
        range: at..end,
        pointer: Pointer::Named { label: None, items },
    })
}

/// Reads "4.12" before a pointer at byte `at`: "as 4.12 above says".
pub(super) fn before_pointer(scene: &Scene, at: usize) -> Option<Mention> {
    let text = scene.text;
    let head = text[..at].strip_suffix(' ')?;
    let length = head.bytes().rev().take(16).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let start = head.len() - length;
    if start.checked_sub(1).is_some_and(|i| !matches!(text.as_bytes()[i], b' ' | b'(')) {
        return None;
    }
    let items = list(text, start, "", &|_| false);
    let fits = items.len() == 1 && items[0].end == head.len() && scene.has(LabelKind::Paragraph, &items[0].first.number);
    (fits && items[0].first.shape == Shape::Dotted).then_some(Mention {
        range: start..head.len(),
        pointer: Pointer::Named { label: None, items },
    })
}

/// Whether `word`, "in" or one of its kin at byte `cue`, leads to paragraphs: "as stated in 5.4", "a change in 5.3",
/// "the end of 4.8", and any number of three levels that the document prints. Sums, scores and times of day do not.
fn is_said(scene: &Scene, cue: usize, word: &str, items: &[Item]) -> bool {
    let text = scene.text;
    let numbers = || items.iter().map(|item| &item.first);
    let before = last(text, cue);
    let clock = numbers().any(|numeral| is_clock(text, numeral)) && !is_in(word, &["in", "of", "under"]);
    let seen_at = clock
        && is_in(
            before,
            &["seen", "found", "made", "given", "reported", "recorded", "raised", "noted"],
        );
    if is_in(word, &["in", "at"]) && is_in(before, SAID) && !seen_at {
        return numbers().all(|numeral| scene.has(LabelKind::Paragraph, &numeral.base));
    }
    let printed = || numbers().all(|numeral| scene.has(LabelKind::Paragraph, &numeral.base));
    // Nobody writes "at 5.3.15" of a day.
    let date = numbers().any(|numeral| is_date(&numeral.base)) && !(is_in(word, &["at"]) && printed());
    let deep = numbers().all(|numeral| numeral.base.matches('.').count() >= 2);
    let end = items.last().map_or(cue, |item| item.end);
    if date || items.iter().any(|item| is_measured(text, item.end)) || is_counted_out(text, end) || is_score(text, cue) {
        return false;
    }
    let led = match word.to_ascii_lowercase().as_str() {
        "in" | "under" => true,
        "item" | "items" | "point" | "points" => printed(),
        "as" | "what" | "than" => printed() && is_in(next(text, end), TELLING),
        "with" => {
            printed()
                && (is_in(next(text, end), TELLING) || text[end..].starts_with([':', '.', ',', ')']))
                && is_in(
                    before,
                    &[
                        "disagreed",
                        "agreed",
                        "agrees",
                        "fits",
                        "fitted",
                        "together",
                        "read",
                        "along",
                        "line",
                        "consistent",
                        "linked",
                        "compare",
                        "compared",
                        "keeping",
                    ],
                )
        }
        // Two places or more are no measure.
        "at" => deep || printed() && (items.len() > 1 || is_in(before, PLACED) || is_in(before, TEXTS)),
        "of" => is_in(before, TEXTS),
        "to" => is_in(before, TOWARDS),
        "from" => is_in(before, AWAY) || word.starts_with('F') && printed(),
        "by" => is_in(before, BY),
        _ => deep && word.eq_ignore_ascii_case("and"),
    };
    led && (deep || !clock)
}

/// What a paragraph does when it is the subject: "as 4.1 implies".
#[rustfmt::skip]
const TELLING: &[&str] = &[
    "says", "shows", "implies", "explains", "describes", "suggests", "sets", "makes", "records", "tells", "notes", "states", "indicates", "illustrates",
    "demonstrates", "points", "asks", "finds", "gives", "reports", "argues", "concludes", "recommends", "observes", "confirms",
];

/// Words before "at 6.1" that put a text there: nothing weighs or scores so.
#[rustfmt::skip]
const PLACED: &[&str] = &["are", "those", "that", "quoted", "listed", "named", "told", "words", "reasons", "account", "look", "looked", "again"];

/// What a text has an end, a beginning or a purpose of.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "light", "end", "start", "beginning", "sentence", "sentences", "part", "subject", "words", "wording", "point", "points", "reading", "purpose", "findings",
    "account", "because", "matter", "matters", "spirit", "conclusion", "conclusions", "content", "lessons", "lesson", "learning", "half", "view", "argument",
    "discussion", "analysis", "finding", "decision", "discussed", "observation", "observations", "evidence",
];

/// Words before "to 4.8" that speak of a text.
#[rustfmt::skip]
const TOWARDS: &[&str] = &[
    "refer", "refers", "referred", "relates", "relate", "related", "relating", "return", "returns", "linked", "link", "links", "response", "responds", "answer",
    "answers", "regard", "respect", "reference", "addition", "relation", "due", "attention", "points", "see", "back", "similar", "contrary",
];

/// Words before "from 4.8" that speak of a text.
const AWAY: &[&str] = &[
    "drawn", "follows", "follow", "arises", "arise", "arising", "comes", "come", "flows", "taken", "clear", "apparent", "known",
    "learning", "quoted", "away",
];

/// Words before "by 4.8" that speak of a text.
const BY: &[&str] = &[
    "answered",
    "met",
    "covered",
    "shown",
    "explained",
    "addressed",
    "illustrated",
    "supported",
    "confirmed",
    "borne",
    "prompted",
];

/// Cues that point at a place by themselves.
const SIGNS: &[&str] = &["(", "[", "see", "cf", "compare", "refer to", "referred to in", "referred to at"];

/// Whether a number may be a time of day: "at 4.30", "by 11.05".
pub(super) fn is_clock(text: &str, numeral: &Numeral) -> bool {
    let written = &text[numeral.start..numeral.end];
    let (hour, minute) = written.split_once('.').unwrap_or(("", ""));
    minute.len() == 2 && hour.parse::<u32>().is_ok_and(|h| h < 24) && minute.parse::<u32>().is_ok_and(|m| m < 60)
}

/// Whether what follows the numbers counts something: "in 4.8 million", "in 4.5 out of ten", "4.5-fold".
pub(super) fn is_counted_out(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let unit = is_in(
        next(text, end),
        &[
            "million", "billion", "thousand", "out", "per", "cent", "cases", "miles", "km", "cm", "mm", "m", "mg", "ml", "lb", "st",
            "stone", "degrees", "people", "points", "children", "families",
        ],
    );
    unit || rest.starts_with("-fold") || rest.starts_with(['\u{b0}', '%'])
}

/// The kind that a bracketed code stands for, when the document has all of those places.
fn code(scene: &Scene, items: &[Item]) -> Option<LabelKind> {
    let kind_of = |numeral: &Numeral| {
        let digits = numeral.other.as_deref().filter(|_| numeral.shape == Shape::Letter)?;
        let letters = numeral.number.strip_suffix(digits)?;
        let kind = CODES.iter().find(|(code, _)| *code == letters)?.1;
        let there = scene.has(kind, digits) || scene.has(kind, &numeral.number);
        (there || is_printed_so(scene, kind, letters)).then_some(kind)
    };
    let kind = kind_of(&items.first()?.first)?;
    items.iter().all(|item| kind_of(&item.first) == Some(kind)).then_some(kind)
}

/// Whether the document prints the first two labels of `kind` as the code `letters` with a number: "F1", "F2".
fn is_printed_so(scene: &Scene, kind: LabelKind, letters: &str) -> bool {
    ["1", "2"].iter().all(|digits| {
        let entries = scene.outline.find(kind, digits).iter().take(4);
        let name = format!("{letters}{digits}");
        entries.clone().any(|&entry| {
            let label = &scene.outline.entries[entry as usize].label;
            label.trim_matches(['*', '_']).eq_ignore_ascii_case(&name)
        })
    })
}

/// Whether a number can be a paragraph of this document: dotted, and known, or (after "see") not a date.
fn is_paragraph_number(scene: &Scene, numeral: &Numeral, seen: bool) -> bool {
    if numeral.shape != Shape::Dotted {
        return false;
    }
    let base = numeral.base.as_str();
    scene.has(LabelKind::Paragraph, base) || (seen && !is_date(base) && has_numbers_as_deep(scene, base))
}

/// Whether a number of one level is that of a paragraph that the document prints: "(see 6 and 7)".
fn is_flat(scene: &Scene, numeral: &Numeral) -> bool {
    let entries = scene.outline.find(LabelKind::Paragraph, &numeral.base).iter().take(4);
    numeral.shape == Shape::Integer
        && entries.clone().count() > 0
        && entries.into_iter().all(|&e| !scene.outline.entries[e as usize].heading)
}

/// Whether the first section of the number, or any paragraph of that depth, is printed in the document.
fn has_numbers_as_deep(scene: &Scene, number: &str) -> bool {
    let first = |n: &str| -> String {
        let stem = number.rsplit_once('.').map_or("", |(stem, _)| stem);
        format!("{stem}.{n}")
    };
    scene.has(LabelKind::Paragraph, &first("1")) || scene.has(LabelKind::Paragraph, &first("2"))
}

/// Whether `number` reads as a day: "7.1.15".
pub(super) fn is_date(number: &str) -> bool {
    // A year has two figures, or four.
    if number.rsplit('.').next().is_some_and(|year| year.len() < 2) {
        return false;
    }
    let mut parts = number.split('.').map(|part| part.parse::<u32>().unwrap_or(u32::MAX));
    let (day, month, year) = (parts.next(), parts.next(), parts.next());
    matches!((day, month, year, parts.next()), (Some(1..=31), Some(1..=12), Some(0..=99), None))
}

/// Whether a whole sentence, or the words of an undertaking, stand before the bracket at byte `at`: a figure in brackets
/// stands after neither.
fn follows_undertaking(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end();
    let said = words(clause_before(text, at)).any(|word| is_in(word, &["should", "must", "recommends", "recommended"]));
    said || head.ends_with(['.', '"'])
}

/// Whether the bracket with the numbers ends its sentence, "… is signed off. (4.14)", and each number is one that the
/// outline could have, though some may be missing: its section is printed with paragraphs of that depth.
fn is_closing_citation(scene: &Scene, items: &[Item], end: usize) -> bool {
    let Some(rest) = scene.text[end..].strip_prefix([')', ']', '}']) else {
        return false;
    };
    let stopped = rest.trim_start_matches(['.', '"', '\'', '*', '_']);
    let ends = stopped.trim().is_empty() || (stopped.len() < rest.len() && stopped.starts_with(' '));
    let could_be = |numeral: &Numeral| {
        let base = numeral.base.as_str();
        let section = base.rsplit_once('.').map_or("", |(stem, _)| stem);
        let printed = |n: u32| scene.has(LabelKind::Paragraph, &format!("{section}.{n}"));
        numeral.shape == Shape::Dotted && !is_date(base) && (scene.has(LabelKind::Paragraph, base) || (1..=3).all(printed))
    };
    ends && items.iter().all(|item| could_be(&item.first))
}

/// Whether the bracket closes after the numbers, or says no more than "above".
fn closes(rest: &str) -> bool {
    [")", "]", "}", " above)", " below)", " refers)", " refer)", ".)"]
        .iter()
        .any(|end| begins(rest, end))
}

/// Whether the words before a bracket speak of a measure: "a score of 7 (6.2)".
pub(super) fn is_score(text: &str, at: usize) -> bool {
    const MEASURES: &[&str] = &[
        "score",
        "scores",
        "scored",
        "mean",
        "median",
        "average",
        "rate",
        "ratio",
        "version",
        "sd",
        "rated",
        "grade",
        "kg",
        "cm",
        "mm",
        "mg",
        "ml",
        "centile",
        "percentile",
        "percent",
        "cent",
        "bmi",
        "iq",
    ];
    words(clause_before(text, at)).rev().take(4).any(|word| is_in(word, MEASURES))
}
