//! A `plain` number is one that the document prints before a paragraph, standing free in a sentence: "it rests on 4.3.2", "2.5 was
//! noted". Sums, scores, times of day and what counts something are none, and neither is a number that nothing before or after
//! it speaks for.

use std::ops::Range;

use super::bare::{is_clock, is_counted_out, is_date, is_score};
use super::foreign;
use super::list::{Item, is_measured, list};
use super::mention::{Mention, Pointer, Scene, is_taken};
use super::number::Shape;
use super::words::{begins, is_in, last, next};
use crate::document::{LabelKind, Zone};

/// Words that may follow a number which is a place: verbs, prepositions and what joins clauses, but no noun.
#[rustfmt::skip]
const AFTER: &[&str] = &[
    "is", "was", "were", "are", "has", "have", "had", "be", "been", "may", "might", "would", "will", "shall", "should", "must", "can", "could", "do", "does", "did", "and", "or",
    "but", "nor", "above", "below", "on", "in", "at", "to", "by", "with", "which", "that", "who", "as", "when", "where", "while", "because", "if", "though", "although", "since",
    "for", "from", "under", "about", "too", "also", "again", "alone", "itself", "together", "before", "after", "shows", "show", "says", "say", "describes", "describe", "tells",
    "tell", "explains", "explain", "records", "record", "sets", "set", "gives", "give", "refers", "refer", "makes", "make", "suggests", "suggest", "implies", "notes", "states",
    "asks", "deals", "deal", "applies", "apply", "came", "comes", "stands", "stand", "belongs", "rests", "remains", "led", "leads", "speaks", "speak", "here", "there", "not", "then",
];
/// Words right before a number that make it a quantity.
#[rustfmt::skip]
const QUANTITY: &[&str] = &[
    "a", "an", "about", "around", "nearly", "almost", "over", "approximately", "roughly", "least", "most", "averaged", "averaging", "exactly", "only", "just", "plus", "minus",
    "times", "scored", "scoring", "score", "weigh", "weighed", "weighing", "measured", "reach", "reached", "drop", "total", "totalled", "average", "kept", "stood", "rose", "fell", "cost", "costs", "version", "grade", "level", "figure", "table", "chart",
];
/// Words nearby that speak of a measure.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "rose", "fell", "rise", "fall", "increase", "increased", "decreased", "decrease", "grew", "dropped", "ratio", "hours", "weight", "temperature", "units", "dose", "cost",
    "price", "per", "rate", "rates", "average", "mean", "median", "scored", "scores", "weighed", "weighs", "measured", "total", "less", "reduced", "raised", "down", "up", "doubled", "multiplied", "kilograms", "litres", "percent", "population",
];
/// What leans on a text: "it rests on 4.3.10", which is no day then.
const LEANING: &[&str] = &[
    "rests",
    "rest",
    "resting",
    "based",
    "relies",
    "rely",
    "draws",
    "draw",
    "builds",
    "build",
    "bears",
    "bear",
    "depends",
    "remark",
    "comment",
    "comments",
    "read",
    "more",
    "nothing",
    "something",
    "learning",
    "reflects",
    "founded",
    "turns",
    "light",
];
/// What a paragraph does, or is done with it, when it is the subject.
#[rustfmt::skip]
const DOES: &[&str] = &[
    "is", "was", "were", "are", "has", "have", "had", "may", "might", "would", "will", "shall", "should", "must", "can", "could", "do", "does", "did", "and", "or", "above", "below",
    "shows", "show", "says", "say", "describes", "describe", "tells", "tell", "explains", "explain", "records", "record", "sets", "set", "gives", "give", "refers", "refer", "makes",
    "make", "suggests", "suggest", "implies", "notes", "states", "asks", "deals", "deal", "applies", "apply", "stands", "stand", "belongs", "rests", "remains", "leads", "speaks",
    "speak", "itself", "together", "too", "also", "alone",
];
/// Words before a time of day.
const TIMES: &[&str] = &[
    "at", "by", "from", "until", "till", "to", "before", "after", "about", "around", "since", "and", "between",
];
/// Words before a number among which a measure is looked for.
const NEAR: usize = 4;
/// Words before a day.
const DAYS: &[&str] = &["on", "dated", "since", "until", "from", "by", "of", "to"];

/// The plain numbers of `scene` outside of the mentions that are `found` already.
pub(super) fn mentions(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let text = scene.text;
    let mut all: Vec<Mention> = Vec::new();
    let mut passed = 0;
    for point in memchr::memchr_iter(b'.', text.as_bytes()) {
        let digits = text.as_bytes()[..point]
            .iter()
            .rev()
            .take(4)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let start = point - digits;
        let numbered = text.as_bytes().get(point + 1).is_some_and(u8::is_ascii_digit);
        let free = start == 0 || text[..start].ends_with([' ', '(', '[', '"']);
        if !(1..=3).contains(&digits) || !numbered || !free || start < passed {
            continue;
        }
        let items = list(text, start, "", &|number| scene.has(LabelKind::Paragraph, number));
        let Some(end) = items.last().map(|item| item.end) else { continue };
        // What is no place as a whole has no part that is one.
        passed = end;
        let taken = is_taken(found, &(start..end));
        if taken || !items.iter().all(|item| item.first.shape == Shape::Dotted) {
            continue;
        }
        if let Some(mention) = of_full_report(scene, start, &items) {
            all.push(mention);
            continue;
        }
        let cell = scene.zone == Zone::Table && start == 0;
        if !cell && scene.zone != Zone::Heading && is_place(scene, start..end, &items, is_joined(text, start, found)) {
            let mention = Mention {
                range: start..end,
                pointer: Pointer::Named { label: None, items },
            };
            all.push(foreign::claim(scene, mention));
        }
    }
    all
}

/// Whether a mention of `found` is joined to what stands at byte `start`: "Learning Point 2, and 4.8".
fn is_joined(text: &str, start: usize, found: &[Mention]) -> bool {
    let joins = |gap: &str| matches!(gap, ", and " | " and " | "; and " | ", " | "; " | " or ");
    found.iter().any(|it| text.get(it.range.end..start).is_some_and(joins))
}

/// Whether the numbers at `range` are places, by what stands around them; `joined` to a place they are, if they measure nothing.
fn is_place(scene: &Scene, range: Range<usize>, items: &[Item], joined: bool) -> bool {
    let text = scene.text;
    let Range { start, end } = range;
    // What stands before a bracket tells what the number in it is.
    let lead = start - usize::from(text[..start].ends_with(['(', '[']));
    let before = last(text, start);
    let after = next(text, end);
    let ended = after.is_empty() && !text[end..].starts_with(['%', '\u{b0}', '/', '-', '\u{a3}']);
    let counted = is_measured(text, end) || is_counted_out(text, end) || is_in(before, QUANTITY) || is_score(text, lead);
    if !(ended || is_in(after, AFTER)) || counted || is_compared(text, lead) || is_among_measures(text, lead) {
        return false;
    }
    let printed = |item: &Item| scene.has(LabelKind::Paragraph, &item.first.base);
    let deep = items.iter().all(|item| item.first.base.matches('.').count() >= 2);
    let dated = items.iter().any(|item| is_date(&item.first.base));
    let leant = is_in(before, &["on"]) && is_in(last(text, start - 1 - before.len()), LEANING);
    if items.iter().all(printed) {
        let timed = items.iter().any(|item| is_clock(text, &item.first)) && is_in(before, TIMES);
        return joined || leant || deep && !(dated && is_in(before, DAYS)) || !deep && !timed && is_led(text, start, end);
    }
    let kin = |item: &Item| printed(item) || has_kin(scene, &item.first.base) || deep && has_cousin(scene, &item.first.base);
    let bracketed = lead < start && text[end..].starts_with([')', ']']);
    !dated && items.iter().all(kin) && (deep || bracketed || leant || is_in(before, &["discussed", "see"]))
}

/// Whether the words beside a number of two levels make it a place; a ward, an extension or a sum has such numbers too.
fn is_led(text: &str, start: usize, end: usize) -> bool {
    let head = text[..start].trim_end();
    let before = last(text, start);
    let beyond = last(head, head.len() - before.len());
    let does = is_in(next(text, end), DOES);
    let stopped = text[end..].starts_with(['.', ',', ';', ':', ')', ']', '?']);
    // A bracket that holds the number and the word which leads to it: "(from 7.2)".
    let alone = head.strip_suffix(before).is_some_and(|head| head.ends_with(['(', '['])) && text[end..].starts_with([')', ']']);
    match before.to_ascii_lowercase().as_str() {
        // A line may be broken before a number that ends its sentence.
        "" => does || stopped && head.ends_with([',', ':', ';', '(', '[']) || start == 0 && &text[end..] == ".",
        "at" | "from" | "by" | "to" | "of" => does || stopped,
        "than" => is_in(beyond, &["so", "rather", "other"]),
        "on" => alone,
        "and" | "or" => does,
        word if is_in(word, LEADS) => true,
        // "they do not accept 7.1": a verb, and no noun that a number tells from others.
        word => is_in(beyond, BEFORE_VERBS) && stopped && !is_in(word, NUMBERED),
    }
}

/// Words that lead to a place by themselves.
const LEADS: &[&str] = &[
    "that", "what", "which", "with", "for", "but", "nor", "both", "like", "against", "beside", "see", "where", "because", "how", "as",
    "while", "when", "though", "since",
];
/// What is told from others of its kind by such a number.
const NUMBERED: &[&str] = &[
    "plot",
    "block",
    "room",
    "ward",
    "unit",
    "floor",
    "gate",
    "bay",
    "extension",
    "version",
    "release",
    "level",
    "line",
    "platform",
    "stage",
    "grade",
];
/// Words right before a verb.
const BEFORE_VERBS: &[&str] = &[
    "to", "not", "they", "we", "will", "would", "should", "may", "might", "must", "can", "cannot", "could", "did", "does", "do", "who",
];

/// Whether the number's own section is printed, with its first three paragraphs.
fn has_kin(scene: &Scene, number: &str) -> bool {
    let stem = number.rsplit_once('.').map_or("", |(stem, _)| stem);
    (1..=3).all(|n| scene.has(LabelKind::Paragraph, &format!("{stem}.{n}")))
}

/// Whether the number's chapter is printed with numbers of that depth: 3.1.1 of 3.4.1.
fn has_cousin(scene: &Scene, number: &str) -> bool {
    let chapter = number.split('.').next().unwrap_or_default();
    scene.has(LabelKind::Paragraph, &format!("{chapter}.1.1")) || scene.has(LabelKind::Paragraph, &format!("{chapter}.1.2"))
}

/// "more than 2.4", "rather than 1.5": a quantity; "more so than 2.4" is none.
fn is_compared(text: &str, start: usize) -> bool {
    let head = &text[..start];
    [
        "more than ",
        "less than ",
        "fewer than ",
        "greater than ",
        "higher than ",
        "lower than ",
        "up to ",
        "as much as ",
    ]
    .iter()
    .any(|words| head.to_ascii_lowercase().ends_with(words))
}

/// Whether the clause before byte `at` speaks of a measure shortly before; the numbers of a range do not part the two.
fn is_among_measures(text: &str, at: usize) -> bool {
    let clause = super::words::clause_before(text, at);
    let words = super::words::words(clause)
        .rev()
        .filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    words.take(NEAR).any(|word| is_in(word, MEASURES))
}

/// What the longer paper is called of which a summary is made.
pub(super) const LONGER: &[&str] = &[
    "full report",
    "overview report",
    "main report",
    "longer report",
    "published report",
    "full review",
];

/// "full report 5.14", "the overview report, 7.19": a number that this document lacks and names the longer paper for.
fn of_full_report(scene: &Scene, start: usize, items: &[Item]) -> Option<Mention> {
    let head = scene.text[..start].trim_end().trim_end_matches(',');
    let name = LONGER.iter().find(|name| {
        head.len() >= name.len() && head.is_char_boundary(head.len() - name.len()) && begins(&head[head.len() - name.len()..], name)
    })?;
    let ours = items.iter().any(|item| scene.has(LabelKind::Paragraph, &item.first.base));
    let from = head.len() - name.len();
    (!ours).then(|| {
        foreign::made(Mention {
            range: from..items.last().map_or(start, |item| item.end),
            pointer: Pointer::Named {
                label: None,
                items: items.to_vec(),
            },
        })
    })
}

/// The numbers in brackets of `text` that are those of the longer paper which the document names, when it has no such paragraphs
/// itself: "(7.2)", "(5.31-5.40)".
pub(super) fn elsewhere(scene: &Scene, found: &[Mention]) -> Vec<Mention> {
    let text = scene.text;
    let mut all = Vec::new();
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let items = list(text, open + 1, "", &|_| false);
        let Some(end) = items.last().map(|item| item.end) else { continue };
        let taken = is_taken(found, &(open..end));
        let dotted = items
            .iter()
            .all(|item| item.first.shape == Shape::Dotted && !is_date(&item.first.base));
        if !taken && dotted && text[end..].starts_with(')') && !is_score(text, open) && !is_among_measures(text, open) {
            all.push(foreign::made(Mention {
                range: open + 1..end,
                pointer: Pointer::Named { label: None, items },
            }));
        }
    }
    all
}
