//! A `plan` may be named and spoken of in many ways: "the plan of commitments", "by the police in their plan", "the plan says
//! what will be done".

use super::mention::Scene;
use super::own;
use super::promise::split_last;
use super::words::{is_in, words};

/// How a plan says that it has an answer: "the plan says what will be done about it".
pub(super) const SAYS: &[&str] = &[
    "says what will be done",
    "says what is to be done",
    "says what is being done",
    "says how this will",
    "says how it will",
    "sets out what will be done",
    "sets out how this will",
    "shows what will be done",
    "has the answer",
];

/// `head` without those who do it: "picked up by the police".
pub(super) fn strip_agent(head: &str) -> Option<&str> {
    const LONGEST: usize = 5;
    let at = head.rfind(" by ")?;
    (words(&head[at + 4..]).count() <= LONGEST).then(|| &head[..at])
}

/// `head` without the "is" after what it asks: "how this will be put right is".
pub(super) fn strip_asked(head: &str) -> Option<&str> {
    let (rest, being) = split_last(head)?;
    let mut said = words(rest);
    let asks = said.next().is_some_and(|word| is_in(word, &["how", "what"]));
    (asks && is_in(being, &["is", "are"]) && said.count() > 2).then_some(rest)
}

/// "the plan of commitments", where commitments are what the document's own labels say will be done.
pub(super) fn is_of_own(scene: &Scene, end: usize) -> bool {
    let Some(of) = scene.text[end..].strip_prefix(" of ") else {
        return false;
    };
    let of = of.strip_prefix("the ").unwrap_or(of);
    let at = scene.text.len() - of.len();
    let noun = own::label_after(scene, at - 1);
    noun.is_some_and(|(kind, _)| scene.outline.own.is_plan(kind))
}
