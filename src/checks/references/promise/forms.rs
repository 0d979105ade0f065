//! The `forms` of a clause are how its verb and its noun are built, whatever the words are: "has been tackled in the plan", "the plan
//! corrects it", "is for the plan to cure".

use super::super::words::is_in;
use super::clause::{Clause, Noun};

/// Participles that do not end in "ed".
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "made", "given", "put", "taken", "set", "brought", "built", "found", "written", "drawn", "met", "caught", "sought", "spoken", "told", "held", "laid", "shown", "sent", "kept",
    "woven", "dealt", "spelt", "bound", "come", "chosen", "undertaken", "begun", "risen", "taught", "bought", "understood", "forgotten",
];
/// What leads into a plan.
const INTO: &[&str] = &[
    "into", "within", "on", "among", "amongst", "through", "via", "under", "by", "with", "against",
];
/// Verbs that are no deed of a plan.
const STATES: &[&str] = &[
    "is", "was", "has", "does", "this", "its", "as", "names", "lists", "gives", "follows", "uses", "keeps", "stands", "runs", "bears",
];

/// Adds the forms of `clause` to the traits that are `found`.
pub(super) fn formed(clause: &Clause, found: &mut Vec<&'static str>) {
    let before = &clause.before;
    let led = &before[..clause.led];
    let article = led
        .last()
        .is_some_and(|word| matches!(word.as_str(), "the" | "a" | "an" | "its" | "our" | "this" | "their" | "one"));
    let led = &led[..led.len() - usize::from(article)];
    let lead = led.last().map_or("", String::as_str);
    let verb = led.len().checked_sub(2).map_or("", |at| led[at].as_str());
    let near = &led[led.len().saturating_sub(8)..];
    let done = near.iter().any(|word| is_participle(word));
    let has = near.iter().any(|word| is_in(word, &["has", "have"]));
    let is = near.iter().any(|word| is_in(word, &["is", "are", "be", "being"]));
    let past = near.iter().any(|word| is_in(word, &["was", "were", "had"]));
    let next = clause.after.first().map_or("", String::as_str);
    let deed = next.ends_with('s') && next.len() > 3 && !is_in(next, STATES);
    let plan = matches!(clause.noun, Noun::Plan | Noun::Plans | Noun::Recommendations | Noun::Undertaking);
    let possessed = before.first().is_some_and(|word| word.ends_with("'s") || word.ends_with("s'"));
    let words = clause.sentence.split_whitespace().count();
    let facts = [
        (is_in(lead, INTO), "into"),
        (is_in(lead, INTO) && is_participle(verb), "done-into"),
        (lead == "in" && is_participle(verb), "done-in"),
        (done && has, "perfect"),
        (done && is && !has, "passive"),
        (done && past, "past-passive"),
        (has && !done, "having"),
        (lead == "for" && next == "to", "for-it-to"),
        (deed && plan, "plan-does"),
        (deed && !plan, "answer-does"),
        (clause.after.is_empty(), "closes"),
        (clause.after.is_empty() && done && has, "perfect-closes"),
        (possessed, "possessed"),
        ((6..=13).contains(&words), "terse"),
        (clause.sentence.contains(": see ") || clause.sentence.contains("; see "), "then-see"),
        (next == "to", "to-do"),
        (next == "has" || next == "have", "plan-has"),
    ];
    found.extend(facts.into_iter().filter_map(|(is, name)| is.then_some(name)));
    counted(clause, done && has, found);
}

/// Adds how one answer, and no plan, is counted: "a recommendation has been framed", "one of the actions".
fn counted(clause: &Clause, perfect: bool, found: &mut Vec<&'static str>) {
    let single = matches!(clause.noun, Noun::Recommendation | Noun::Action | Noun::Undertaking);
    let some = is_in(&clause.determiner, &["a", "an", "one", "two", "three"]);
    let after = &clause.after[..clause.after.len().min(10)];
    let later = after.iter().any(|word| is_in(word, &["has", "have"])) && after.iter().any(|word| is_participle(word));
    let of = clause.before.len() >= 3 && clause.before[clause.before.len() - 2] == "of" && !single;
    let facts = [
        (single && some, "one-answer"),
        (single && some && perfect, "one-given"),
        (single && some && later, "one-framed"),
        (single && !some, "other-answer"),
        (of, "one-of"),
        (clause.noun == Noun::Plan && perfect, "plan-given"),
        (clause.noun == Noun::Plan && clause.determiner == "its", "its-plan"),
    ];
    found.extend(facts.into_iter().filter_map(|(is, name)| is.then_some(name)));
}

/// Whether `word`, in small letters, has the form of a participle.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || IRREGULAR.contains(&word)
}
