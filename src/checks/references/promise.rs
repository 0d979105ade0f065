//! A `promise` tells the reader that an answer stands in the plan: "(This is addressed in the Action Plan)", "see
//! Recommendations", "is the subject of an action". Its negation promises nothing, and neither do words about how the
//! plan works ("timescales are set out in the action plan").

use super::anchor::{Anchor, Found};
use super::framed::framed;
use super::made::made;
use super::mention::{Mention, Pointer, Scene};
use super::plan::{SAYS, is_of_own, strip_agent, strip_asked};
use super::words::{begins, clause_after, clause_before, is_in, next, words};
use crate::document::LabelKind;

/// What is done to a matter in a plan.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "addressed", "considered", "dealt with", "picked up", "covered", "reflected", "included", "responded to", "taken forward", "taken up",
    "captured", "incorporated", "set out", "followed up", "tackled", "contained", "detailed", "resolved", "managed", "progressed", "answered",
    "actioned", "outlined", "found", "featured", "features", "feature", "part", "picked up on", "acted on", "acted upon", "remedied",
    "reported", "built", "embedded", "appears", "appear", "found its way", "made provision for this", "provided for", "being dealt with", "gone", "put right", "shared", "promised", "met", "recorded", "developed", "described", "noted", "explored", "discussed", "identified", "highlighted", "made",
    "subject of",
];

/// Words between the verb and the plan: "addressed further in the Action Plan".
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "further", "fully", "below", "also", "now", "later", "separately", "specifically", "directly", "in full", "in detail", "elsewhere", "more",
    "again", "likewise", "similarly", "already",
];

/// Words by which a plan holds a matter.
pub(super) const HOLDING: &[&str] = &[
    "in", "within", "by", "through", "under", "into", "via", "of", "as", "with", "at", "from", "among", "amongst",
];

/// Words that may stand between "in the" and "Action Plan" when it is this document's plan.
#[rustfmt::skip]
pub(super) const OWN_PLAN: &[&str] = &[
    "the", "our", "this", "an", "a", "attached", "accompanying", "following", "multi", "agency", "overarching", "partnership", "partnership's",
    "board", "board's", "safeguarding", "composite", "overview", "integrated", "combined", "joint", "review", "review's", "resulting",
    "final", "response", "and", "report's", "their", "partners'", "agencies'", "appended", "its", "review", "these", "learning", "associated", "own",
];

/// Words before the verb that belong to it.
#[rustfmt::skip]
pub(super) const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "been", "being", "be", "has", "have", "had", "will", "shall", "also", "now", "therefore", "further", "all",
    "both", "fully", "each", "subsequently", "then", "and", "to", "should", "must", "needs", "need", "already", "is therefore",
];

/// Words that undo a promise, in the clause before the verb or right beside it.
#[rustfmt::skip]
pub(super) const UNDONE: &[&str] = &[
    "not", "never", "nor", "no", "nothing", "none", "neither", "cannot", "could", "might", "may", "without", "rather", "instead", "isn't",
    "wasn't", "aren't", "weren't", "hasn't", "haven't", "unless", "whether", "if", "until", "yet", "hardly", "nowhere", "fails", "failed",
    "partially",
];

/// Subjects that speak of the plan's own parts: how the plan works, not what it answers.
#[rustfmt::skip]
const PLAN_PARTS: &[&str] = &[
    "action", "actions", "recommendation", "recommendations", "progress", "update", "updates", "timescale", "timescales", "lead", "leads",
    "owner", "owners", "deadline", "deadlines", "target", "targets", "evidence", "outcome", "outcomes", "responses", "dates", "status",
    "milestones", "responsibilities", "measures",
];

/// Words that point at the matter at hand.
pub(super) const THIS: &[&str] = &["this", "these", "it", "they", "which", "that", "those", "both"];

/// What a plan does to a matter: "the action plan addresses this".
#[rustfmt::skip]
const DOES: &[&str] = &[
    "addresses", "covers", "responds to", "deals with", "picks up", "includes", "answers", "tackles", "takes forward", "reflects",
    "considers", "returns to", "returns", "provides for", "will deal with", "will answer", "will address", "seeks to address", "sets out", "address", "cover", "respond to", "deal with", "pick up", "answer", "tackle",
    "reflect", "consider", "seek to address", "are intended to address", "is intended to address", "aim to address", "aims to address",
];

/// The same with the matter between: "the action plan picks this up".
const DOES_THIS: &[&str] = &[
    "picks this up",
    "deals with that",
    "deals with these",
    "picks these up",
    "takes this forward",
    "takes these forward",
    "pick this up",
    "take this forward",
];

/// Reads the promise that ends at `anchor`: a plan's name, "subject of", or a label without a number.
pub(super) fn read(scene: &Scene, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let (start, mut end) = (anchor.start, anchor.end);
    let label = match anchor.anchor {
        Anchor::Plan => None,
        Anchor::Label(kind) if scene.outline.own.is_plan(kind) && text[start..end].ends_with('s') => None,
        Anchor::Label(LabelKind::Recommendation) => Some(LabelKind::Recommendation),
        Anchor::Label(LabelKind::Action) => Some(LabelKind::Action),
        Anchor::Subject => {
            let object = clause_after(text, anchor.end);
            let promised = [
                "action",
                "actions",
                "recommendation",
                "recommendations",
                "undertaking",
                "commitment",
                "undertakings",
                "commitments",
            ];
            let taken = words(object).take(2).any(|w| is_in(w, &promised));
            let nouns = ["ction", "ommendation", "undertaking", "commitment"];
            let noun = nouns.iter().find_map(|noun| object.find(noun))?;
            end = anchor.end + noun + object[noun..].find(|c: char| !c.is_alphanumeric()).unwrap_or(object.len() - noun);
            return (taken && is_kept(text, anchor.start)).then(|| promise(subject_start(text, anchor.start)..end, None));
        }
        _ => return None,
    };
    let made = label.and_then(|_| made(text, anchor)).filter(|&(_, end)| !is_asked(text, end));
    let many = text[start..end].ends_with('s');
    if made.is_some() || label == Some(LabelKind::Action) && !many {
        let framed = || framed(text, (start, end), true).filter(|&(_, end)| label == Some(LabelKind::Action) && !is_asked(text, end));
        let made = made.or_else(framed);
        return made.map(|(start, end)| promise(start..end, label));
    }
    if is_another_plan(text, end) && !is_of_own(scene, end) || is_plain(text, start, end) && !is_present(text, start) {
        return None;
    }
    let held = held_by(text, start).map(|at| (at, end));
    let pointed = || is_pointed_at(text, start, end).then(|| (pointer_start(text, start), end));
    let doing = || (label.is_none() || many).then(|| does(text, start, end)).flatten();
    let framed = || (label.is_none() || many).then(|| framed(text, (start, end), false)).flatten();
    let (from, to) = held.or_else(pointed).or_else(doing).or_else(framed)?;
    (!is_asked(text, to)).then(|| promise(from..to, label))
}

/// Turns "Recommendation 4" into a promise when "is addressed in" stands before it.
pub(super) fn around(scene: &Scene, mention: Mention) -> Mention {
    let Pointer::Named {
        label: label @ Some(LabelKind::Recommendation | LabelKind::Action),
        items,
    } = &mention.pointer
    else {
        return mention;
    };
    let Some(start) = held_by(scene.text, mention.range.start) else {
        return mention;
    };
    Mention {
        range: start..mention.range.end,
        pointer: Pointer::Promise {
            label: *label,
            items: items.clone(),
        },
    }
}

const fn promise(range: std::ops::Range<usize>, label: Option<LabelKind>) -> Mention {
    Mention {
        range,
        pointer: Pointer::Promise { label, items: Vec::new() },
    }
}

/// Where the promise begins when "is addressed in the" stands before byte `object`; `None` when it does not, or the
/// plan is another's, or it is denied.
fn held_by(text: &str, object: usize) -> Option<usize> {
    let clause = clause_before(text, object);
    let base = object - clause.len();
    let head = strip_words(clause.trim_end(), OWN_PLAN);
    let (head, holder) = split_last(head)?;
    let head = strip_words(head, ADVERBS);
    // "answered by one of the actions"
    let head = if holder == "of" && head.trim_end().ends_with(" one") {
        split_last(strip_words(head, &["one"])).map_or(head, |(head, _)| head)
    } else {
        head
    };
    let head = match holder {
        // "a matter for the action plan"
        "for" => strip_noun(head).or_else(|| strip_asked(head))?,
        _ if is_in(holder, HOLDING) => strip_verb(head)
            .or_else(|| strip_verb(strip_agent(head)?))
            .or_else(|| strip_deed(head))
            .or_else(|| strip_being(head))
            .or_else(|| strip_asked(head))?,
        _ => return None,
    };
    let verb_at = base + (head.len()).min(clause.len());
    is_kept(text, verb_at).then(|| subject_start(text, verb_at))
}

/// `head` without its last words that are in `list`.
pub(super) fn strip_words<'t>(mut head: &'t str, list: &[&str]) -> &'t str {
    while let Some((rest, word)) = split_last(head) {
        if !is_in(word, list) {
            break;
        }
        head = rest;
    }
    head
}

pub(super) fn split_last(head: &str) -> Option<(&str, &str)> {
    let head = head.trim_end();
    let at = head.rfind(' ').map_or(0, |at| at + 1);
    let word = &head[at..];
    (!word.is_empty()).then(|| (&head[..at], word))
}

/// `head` without the "a matter" or "one" at its end.
fn strip_noun(head: &str) -> Option<&str> {
    let (rest, noun) = split_last(head)?;
    is_in(noun, &["matter", "matters", "one", "issue", "point"]).then(|| strip_words(rest, &["a", "an"]))
}

/// `head` without the verb at its end; the verb may be of two words, "dealt with".
fn strip_verb(head: &str) -> Option<&str> {
    let head = head.trim_end();
    DONE.iter().find_map(|verb| {
        let at = head.len().checked_sub(verb.len())?;
        let whole = head.is_char_boundary(at) && head[at..].eq_ignore_ascii_case(verb);
        (whole && !head[..at].ends_with(|c: char| c.is_alphanumeric())).then(|| &head[..at])
    })
}

/// `head` without the deed at its end, "returns to this", "answer this finding".
fn strip_deed(head: &str) -> Option<&str> {
    let head = head.trim_end();
    let nouns = ["finding", "point", "matter", "issue", "paragraph", "question"];
    let head = strip_words(head, &nouns).trim_end();
    let (head, this) = split_last(head)?;
    let head = head.trim_end();
    let deed = DEEDS.iter().find(|deed| head.ends_with(**deed))?;
    is_in(this, THIS).then(|| &head[..head.len() - deed.len()])
}

/// What those who write a plan do to a matter in it.
#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "returns to", "return to", "answers", "answer", "addresses", "address", "deals with", "deal with", "takes up", "take up", "picks up", "pick up",
    "responds to", "respond to", "covers", "cover",
];

/// `head` without the "is" after a response: "the police response is".
fn strip_being(head: &str) -> Option<&str> {
    let (rest, being) = split_last(head)?;
    let (_, noun) = split_last(rest)?;
    (is_in(being, &["is", "are"]) && is_in(noun, &["response", "answer", "reply", "remedy"])).then_some(rest)
}

/// Whether the plan at `start` is called nothing more than "plan": then it may be a child's.
fn is_plain(text: &str, start: usize, end: usize) -> bool {
    is_in(&text[start..end], &["plan"])
}

/// Whether the clause before byte `at` tells of what is, and not of the past or of nothing: "although part of the plan".
fn is_present(text: &str, at: usize) -> bool {
    let clause = clause_before(text, at);
    let has = |list: &[&str]| words(clause).any(|word| is_in(word, list));
    let opens = text[..at - clause.len()].trim_end().ends_with(['(', '['])
        || words(clause).next().is_none_or(|word| is_in(word, &["the", "see", "our"]));
    !has(&["was", "were", "had"]) && (opens || has(THIS) || has(&["is", "are", "will", "has", "have"]))
}

/// Whether the clause before the verb at `verb` keeps the promise: not denied, and not about the plan's own parts.
pub(super) fn is_kept(text: &str, verb: usize) -> bool {
    let clause = clause_before(text, verb);
    let near: Vec<&str> = words(clause).collect();
    let aux = near.iter().rev().take_while(|word| is_in(word, AUXILIARIES)).count();
    let subject = &near[..near.len() - aux];
    let undone = |word: &&str| is_in(word, UNDONE) || word.to_ascii_lowercase().ends_with("n't");
    let last_clause = subject
        .iter()
        .rposition(|word| is_in(word, &["but", "although", "however", "while", "so"]))
        .map_or(0, |i| i + 1);
    let subject = &subject[last_clause..];
    if subject.iter().rev().take(10).any(undone)
        || near[near.len() - aux..]
            .windows(2)
            .any(|pair| is_in(pair[0], &["should"]) && is_in(pair[1], &["have"]))
    {
        return false;
    }
    // "Action is set out in the plan" speaks of what will be done, "the actions are" of the plan's own parts.
    let subject = match subject {
        [first, rest @ ..] if is_in(first, &["action", "response"]) => rest,
        _ => subject,
    };
    let about_parts = subject.iter().any(|word| is_in(word, PLAN_PARTS));
    !about_parts || subject.iter().any(|word| is_in(word, THIS))
}

/// Where the clause of the verb at `verb` begins: its own start, or after a comma.
pub(super) fn subject_start(text: &str, verb: usize) -> usize {
    let clause = clause_before(text, verb);
    let start = verb - clause.len();
    let comma = clause
        .rfind(", ")
        .filter(|comma| !clause[comma + 2..].trim().is_empty())
        .map_or(0, |comma| comma + 2);
    let and = ["and ", "but ", "so "]
        .iter()
        .find(|and| begins(&clause[comma..], and))
        .map_or(0, |and| and.len());
    start + comma + and
}

/// "the action plan of the 2011 review" is another plan.
fn is_another_plan(text: &str, end: usize) -> bool {
    let after = clause_after(text, end);
    let mut rest = words(after);
    let Some(first) = rest.next() else { return false };
    let own = rest.clone().take(2).any(|word| is_in(word, &["this", "report", "review"]))
        && !rest.clone().take(4).any(|word| word.starts_with("20"));
    if after.trim_start().starts_with("for what ") {
        return false;
    }
    is_in(
        first,
        &[
            "of",
            "from",
            "arising",
            "agreed",
            "following",
            "produced",
            "developed",
            "drawn",
            "for",
        ],
    ) && !own
}

/// "(see Action Plan)", "See recommendations below", "(Action Plan refers)".
fn is_pointed_at(text: &str, start: usize, end: usize) -> bool {
    let clause = clause_before(text, start);
    let head = strip_words(clause.trim_end(), OWN_PLAN).trim_end();
    let opening: Vec<&str> = words(head).collect();
    let told = matches!(opening.as_slice(), [.., a] if is_in(a, &["see", "cf"]))
        || matches!(opening.as_slice(), [.., a, b] if is_in(a, &["refer", "see"]) && is_in(b, &["to", "also"]));
    let before = text[..start - clause.len()].trim_end();
    let bracketed = before.ends_with(['(', '[']) && opening.is_empty();
    let closes = [")", "]", " refers)", " refers]", " applies)"]
        .iter()
        .any(|close| begins(&text[end..], close));
    (told && opening.len() <= 3) || (bracketed && closes)
}

fn pointer_start(text: &str, start: usize) -> usize {
    start - clause_before(text, start).len()
}

/// "The action plan addresses this": the promise from the plan's name to "this".
fn does(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let after = clause_after(text, end);
    let rest = after.trim_start();
    let rest = ["below ", "above ", "made ", "also ", "therefore ", "in this report "]
        .iter()
        .find_map(|between| rest.strip_prefix(between))
        .unwrap_or(rest);
    let clause = clause_before(text, start);
    if words(clause).any(|word| is_in(word, UNDONE) || is_in(word, &["how", "hard", "difficult", "unclear"])) {
        return None;
    }
    if let Some(verb) = DOES_THIS.iter().find(|verb| begins(rest, verb)) {
        let at = end + (after.len() - rest.len()) + verb.len();
        return Some((pointer_start(text, start), at));
    }
    if let Some(said) = SAYS.iter().find(|said| begins(rest, said)) {
        let at = end + (after.len() - rest.len()) + said.len();
        return Some((pointer_start(text, start), at));
    }
    let verb = DOES.iter().find(|verb| begins(rest, verb))?;
    let at = end + (after.len() - rest.len()) + verb.len();
    let object = next(text, at);
    let which = words(strip_words(clause.trim_end(), OWN_PLAN))
        .next_back()
        .is_some_and(|word| is_in(word, &["which", "this", "that"]));
    if which {
        return Some((subject_start(text, start), at));
    }
    let action = begins(&text[at..], " an action") || begins(&text[at..], " actions to") || begins(&text[at..], " actions for");
    if !is_in(object, &["this", "these", "it", "both"]) && !action {
        return None;
    }
    let length = if action { " an action".len() } else { 1 + object.len() };
    Some((pointer_start(text, start), at + length))
}

/// "Is this addressed in the action plan?"
fn is_asked(text: &str, end: usize) -> bool {
    text[end + clause_after(text, end).len()..].starts_with('?')
}
