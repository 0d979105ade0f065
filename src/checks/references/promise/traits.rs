//! A `trait` of a clause is one fact of how it speaks of a plan, a recommendation or an action; together they weigh for a promise or
//! against it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::words::is_in;
use super::clause::{Clause, Noun};
use super::words::{ANOTHERS_PLAN, AUTHOR, BEING, DENY, HOLD, MAKE, OPEN, OWN_PLAN, SIDED, THIS, WORKS};

/// The traits of `clause`, by name, each once.
pub(super) fn traits(clause: &Clause) -> Vec<&'static str> {
    let mut found = vec!["always", noun(clause.noun)];
    determined(clause, &mut found);
    led(clause, &mut found);
    denied(clause, &mut found);
    done(clause, &mut found);
    does(clause, &mut found);
    let (said_before, said_after) = (classes(&clause.before), classes(&clause.after));
    for (at, (before, after, _)) in SIDED.iter().enumerate() {
        found.extend((said_before >> at & 1 == 1).then_some(*before));
        found.extend((said_after >> at & 1 == 1).then_some(*after));
    }
    shaped(clause, &mut found);
    super::forms::formed(clause, &mut found);
    found
}

/// For each word of [`SIDED`], its classes there, a bit for each: hundreds of words are asked for at every noun.
static CLASSES: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut classes: HashMap<&str, u32> = HashMap::new();
    for (at, (_, _, words)) in SIDED.iter().enumerate() {
        words.iter().for_each(|word| *classes.entry(word).or_default() |= 1 << at);
    }
    classes
});

/// The classes of [`SIDED`] that have one of `words`, which are in small letters.
fn classes(words: &[String]) -> u32 {
    let known = words.iter().filter_map(|word| CLASSES.get(word.as_str()));
    known.fold(0, |all, classes| all | classes)
}

const fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Plan => "plan",
        Noun::Plans => "plans",
        Noun::Recommendation => "recommendation",
        Noun::Recommendations => "recommendations",
        Noun::Action => "action",
        Noun::Actions => "actions",
        Noun::Undertaking => "undertaking",
    }
}

/// Whose the noun is.
fn determined(clause: &Clause, found: &mut Vec<&'static str>) {
    let any = |list: &[&str], most: usize| clause.modifiers.iter().take(most).any(|word| is_in(word, list));
    if any(ANOTHERS_PLAN, 2) && clause.noun == Noun::Plan {
        found.push("plan-of-another");
    } else if any(OWN_PLAN, usize::MAX) {
        found.push("plan-of-ours");
    } else if clause.noun == Noun::Plan {
        found.push("plan-plain");
    }
    found.extend(any(&["further"], usize::MAX).then_some("further"));
    found.push(match clause.determiner.as_str() {
        "" => "opens",
        "the" => "the",
        "a" | "an" => "a",
        "our" | "my" | "this" | "its" | "these" | "their" => "this",
        "no" | "any" => "no",
        "his" | "her" | "another" | "whose" => "another",
        "board's" | "partnership's" | "review's" | "panel's" | "report's" | "agencies'" | "partners'" | "author's" => "board's",
        word if word.ends_with("'s") || word.ends_with("s'") => "another",
        _ => "bare",
    });
}

/// The word that leads to the noun.
fn led(clause: &Clause, found: &mut Vec<&'static str>) {
    let articles = ["the", "a", "an", "our", "my", "its", "these", "this"];
    let article = is_in(&clause.determiner, &articles);
    let last = clause
        .led
        .checked_sub(if article { 2 } else { 1 })
        .map_or("", |i| clause.before[i].as_str());
    found.extend(match last {
        "in" | "within" | "into" | "under" | "through" | "via" | "by" | "among" => Some("in"),
        "of" => Some("of"),
        "as" => Some("as"),
        "with" => Some("with"),
        "at" => Some("at"),
        "from" => Some("from"),
        "to" => Some("to"),
        "see" | "refer" => Some("see"),
        "is" | "are" | "be" | "been" | "becomes" | "become" | "has" | "have" => Some("is"),
        ":" | "\u{2013}" => Some("after-colon"),
        _ => None,
    });
}

/// What is denied, near the noun and far from it.
fn denied(clause: &Clause, found: &mut Vec<&'static str>) {
    let deny = |words: &[String]| words.iter().any(|word| is_in(word, DENY) || word.ends_with("n't"));
    // "This will not be left: see the plan"
    let colon = clause.before.iter().rposition(|word| word == ":").map_or(0, |at| at + 1);
    let last = |most: usize| &clause.before[clause.before.len().saturating_sub(most).max(colon)..];
    // "there is no role for the meeting in that part of the plan"
    let none = clause.before[colon..]
        .windows(3)
        .any(|words| words[0] == "there" && is_in(&words[1], &["is", "was"]) && words[2] == "no");
    if deny(last(6)) || none {
        found.push("denied");
    } else if deny(last(14)) {
        found.push("denied-before");
    }
    let stop = clause.after.iter().position(|word| is_in(word, &["and", "but", ","]));
    let near = stop.unwrap_or(clause.after.len()).min(6);
    if deny(&clause.after[..near]) {
        found.push("denied-after");
    } else if deny(&clause.after[..clause.after.len().min(10)]) {
        found.push("denied-later");
    }
}

/// What is done in the plan, or to make the answer.
fn done(clause: &Clause, found: &mut Vec<&'static str>) {
    let any = |words: &[String], list: &[&str]| words.iter().any(|word| is_in(word, list));
    let last = |most: usize| &clause.before[clause.before.len().saturating_sub(most)..];
    let first = |most: usize| &clause.after[..clause.after.len().min(most)];
    let opening = &clause.before[..clause.before.len().min(3)];
    let made = any(last(3), MAKE);
    let facts = [
        (any(last(5), HOLD), "held"),
        (any(first(4), HOLD), "holds"),
        (any(first(4), HOLD) && any(first(3), BEING), "is-held"),
        (made, "made"),
        (made && any(last(8), AUTHOR), "made-by-us"),
        (any(first(6), THIS), "this-near"),
        (any(opening, THIS), "this-first"),
        (any(last(6), &["which", "whom"]), "which"),
        (any(last(8), OPEN), "open"),
        (any(opening, OPEN), "open-first"),
        (any(&opening[..opening.len().min(1)], WORKS), "works-first"),
        (any(&opening[..opening.len().min(1)], DENY), "denied-first"),
    ];
    found.extend(facts.into_iter().filter_map(|(is, name)| is.then_some(name)));
}

/// What the plan itself does, when it is what the clause speaks of: "the plan at the end deals with this", "the recommendations follow
/// the order of …"; and who has an answer: "the council has an action for it".
fn does(clause: &Clause, found: &mut Vec<&'static str>) {
    const PLACE: &[&str] = &[
        "at", "the", "end", "back", "of", "this", "report", "in", "last", "chapter", "below", "that", "follows", "also", "then", "itself",
        "will", "now", "overleaf",
    ];
    let opens = clause.led <= 1;
    let verb = clause.after.iter().find(|word| !is_in(word, PLACE)).map_or("", String::as_str);
    let article = clause
        .led
        .checked_sub(1)
        .map_or(0, |last| usize::from(clause.before[last].len() <= 3));
    let led = &clause.before[..clause.led.saturating_sub(article)];
    let [.., first, second] = led else {
        found.extend(opens.then(|| subject(verb)).flatten());
        return;
    };
    let facts = [
        (second == "for" && is_in(first, MATTERS), "matter-for"),
        (is_in(second, HAVING) && matches!(clause.determiner.as_str(), "a" | "an"), "has-one"),
        (second == "in" && is_in(first, PROMISED), "promised-in"),
    ];
    found.extend(facts.into_iter().filter_map(|(is, name)| is.then_some(name)));
    found.extend(opens.then(|| subject(verb)).flatten());
}

/// What the verb of a plan that is the subject says.
fn subject(verb: &str) -> Option<&'static str> {
    if is_in(verb, DEALING) {
        Some("plan-deals")
    } else if is_in(verb, ORDERING) {
        Some("plan-ordered")
    } else {
        None
    }
}

const MATTERS: &[&str] = &[
    "matter",
    "question",
    "subject",
    "point",
    "job",
    "task",
    "work",
    "one",
    "topic",
    "something",
];
const HAVING: &[&str] = &["has", "have", "is", "are", "taken", "set", "agreed", "given", "got"];
const PROMISED: &[&str] = &[
    "promised",
    "offered",
    "proposed",
    "given",
    "made",
    "suggested",
    "undertaken",
    "pledged",
    "agreed",
];
#[rustfmt::skip]
const DEALING: &[&str] = &[
    "deals", "deal", "returns", "return", "takes", "take", "picks", "pick", "answers", "answer", "covers", "cover", "addresses", "address", "provides", "provide",
    "responds", "respond", "says", "say", "tackles", "tackle", "comes", "come", "turns", "turn", "speaks", "speak", "attends", "attend", "meets", "meet", "mends",
    "mend", "puts", "put", "makes", "make", "remedies", "remedy", "touches", "touch", "looks", "look",
];
#[rustfmt::skip]
const ORDERING: &[&str] = &[
    "follow", "follows", "keeps", "keep", "uses", "use", "stands", "stand", "names", "name", "lists", "list", "run", "runs", "bear", "bears", "read", "is", "are", "was",
    "were", "has", "have", "had",
];

/// How the sentence is built.
fn shaped(clause: &Clause, found: &mut Vec<&'static str>) {
    let sentence = clause.sentence.trim();
    let words = sentence.split_whitespace().count();
    let tail = clause.tail.trim_start();
    let opens = |list: &[&str]| {
        list.iter()
            .any(|word| tail.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    let year = sentence
        .split(|c: char| !c.is_ascii_digit())
        .any(|d| d.len() == 4 && (d.starts_with("19") || d.starts_with("20")));
    let short = words <= 5;
    let facts = [
        (short, "short"),
        (short && clause.determiner.is_empty(), "short-opens"),
        (
            short && is_in(&clause.determiner, &["see", "refer", "made", "covered", "addressed"]),
            "short-see",
        ),
        (words == 1, "alone"),
        (words > 5 && words <= 10, "brief"),
        (words > 30, "long"),
        (clause.bracketed || sentence.starts_with(['(', '[']), "bracketed"),
        (sentence.contains('?'), "asks"),
        (sentence.ends_with(':'), "announces"),
        (year, "year"),
        (is_numbered(tail), "numbered"),
        (opens(&["by", "from", "at", "made by", "made at", "produced"]), "by-another"),
        (
            opens(&[
                "is",
                "are",
                "was",
                "were",
                "will be",
                "has been",
                "have been",
                "should",
                "shows",
                "show",
                "had",
            ]),
            "then-is",
        ),
        (opens(ABOUT), "about"),
        (tail.starts_with(char::is_uppercase) && !is_numbered(tail), "named"),
        (is_bare(clause) && words > 5, "uncounted"),
        (opens(TAGS), "tagged"),
        (
            ["and ", "so ", "hence ", "but "].iter().any(|word| sentence.starts_with(word)),
            "goes-on",
        ),
    ];
    found.extend(facts.into_iter().filter_map(|(is, name)| is.then_some(name)));
}

/// Whether "action" stands as a mass, "timely action is taken": no article or owner before it or before its adjective, and no note
/// of few words.
fn is_bare(clause: &Clause) -> bool {
    let counted = [
        "a", "an", "one", "each", "every", "this", "that", "the", "no", "any", "another", "as", "for", "see", "its", "their", "his", "her",
        "our",
    ];
    let adjective = || clause.led.checked_sub(2).and_then(|at| clause.before.get(at));
    let is_counted = is_in(&clause.determiner, &counted) || adjective().is_some_and(|word| is_in(word, &counted));
    clause.noun == Noun::Action && !is_counted
}

/// Words that lead from an answer to its matter.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "on", "about", "concerning", "regarding", "in relation to", "in respect of", "in regard to", "around", "for", "to", "that", "against", "at", "which",
];

/// Words that make a note of a noun: "Action required", "Recommendation made".
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "required", "needed", "planned", "made", "agreed", "to follow", "follow", "follows", "below", "above", "overleaf", "result", "results",
];

/// Whether a number follows: then it is a reference of its own.
fn is_numbered(tail: &str) -> bool {
    let word = tail.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let counted = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    word.starts_with(|c: char| c.is_ascii_digit())
        || (word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()))
        || counted.contains(&word.to_lowercase().as_str())
}
