//! Spoken undertakings are sentences in the prose of minutes that promise something: "It was agreed that …", "HO will tell
//! Dean", "The health visitor undertook to ring".

use std::sync::LazyLock;

use regex::Regex;

use crate::document::people::is_known_role;
use crate::document::{Document, Part, PartRole, PersonKind, Sentence, Statement, StatementKind};
use crate::text::Span;

/// "It was agreed that …" and its kin, at the start of a sentence.
static AGREED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:It (?:was|is) (?:also |further |unanimously |therefore )?(?:agreed|resolved|decided) (?:that|to)\b|(?:The (?:group|meeting|conference|core group|panel|board|network) |All |Everyone |We |Those present |All present )(?:also )?(?:agreed|resolved|decided) (?:that|to)\b)",
    )
});

/// "HV to book …": a doer of up to seven words, then "to" and a verb.
static DOER_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:The )?[A-Z][A-Za-z'./&]*(?: ?/ ?[A-Z][A-Za-z'.]*| (?:and|&|of|the|for|in|[A-Z][A-Za-z'./&]*|worker|visitor|officer|nurse|manager|team|lead|school|nursery|police|mother|father|mum|dad|parents|teacher|chair|clerk|group|service|services|care|health|safeguarding|social|family|support|sister|carer|carers|matron|midwife|doctor|consultant|advocate|practitioner|coordinator|board|trust|council|unit|head|director|assistant|deputy|grandmother|grandfather|aunt|uncle|keyworker|psychologist|psychiatrist|paediatrician|solicitor|adviser|supervisor|reviewer|author|landlord|hospital|surgery|practice|nana?|gran)){0,7}(?: \([^)]{1,40}\))?,? to ([a-z]{2,})\b",
    )
});

/// First words that go with "to" without being a doer.
const NO_DOERS: &[&str] = &[
    "Due",
    "According",
    "Prior",
    "Subject",
    "Thanks",
    "Owing",
    "Next",
    "Agreed",
    "Unable",
    "Able",
    "Happy",
    "Ready",
    "Likely",
    "Welcome",
    "Reference",
    "Access",
    "Referral",
    "Referrals",
    "Attention",
    "Apologies",
    "In",
    "As",
    "With",
    "From",
    "Further",
    "Back",
    "Not",
    "There",
    "It",
    "This",
    "That",
    "What",
    "Who",
    "How",
    "When",
    "Response",
    "Answer",
    "Contrary",
    "Close",
    "Similar",
    "Harm",
    "Risk",
    "Risks",
    "Damage",
    "Threat",
    "Visit",
    "Visits",
    "Opportunity",
    "Need",
    "Having",
    "Nothing",
];

/// "HO will tell …", "Ms Idris agreed to email …", "The social worker said she would ring …": a name of up to four words, then
/// a promise and a verb.
static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:The )?([A-Z][A-Za-z'./]*(?: [A-Za-z'./]+){0,3}?) (?:(?:will|shall|is going to|has agreed to|agreed to|agreed that (?:s?he|they) would|has undertaken to|undertook to|offered to|has offered to|promised to|volunteered to) (?:also |then |now |therefore )?|((?:said|confirmed|advised|explained|stated)(?: that)? (?:s?he|they) (?:would|will) (?:also |then )?))([a-z]{2,})\b",
    )
});

/// Verbs after "will" that foretell and promise nothing.
#[rustfmt::skip]
const FORETOLD: &[&str] = &[
    "be", "have", "not", "need", "never", "like", "want", "become", "remain", "turn", "probably", "likely", "always", "still", "often", "only", "get", "struggle", "depend",
    "benefit", "prefer", "rather", "hopefully", "soon", "refuse", "lose", "find", "feel", "know", "live", "move", "miss", "love", "hate", "leave", "expect",
    "receive", "stay", "keep", "say", "tend",
];

/// Sentences of a paragraph of minutes that are undertakings.
pub(super) fn find(document: &Document, i: usize) -> Vec<Statement> {
    let block = &document.blocks[i];
    let from = document.sentences.partition_point(|s| s.span.start < block.body.start);
    let sentences = document.sentences[from..].iter().take_while(|s| s.block == i as u32);
    sentences
        .filter(|s| {
            let text = document.fold.slice(s.span);
            is_undertaking(text) || is_promise(text, document)
        })
        .map(|s| of_sentence(document, *s))
        .collect()
}

/// Whether `text` is a promise by somebody who is known, or named as those are who have something to do.
fn is_promise(text: &str, document: &Document) -> bool {
    let Some(found) = PROMISE.captures(text) else { return false };
    let (name, verb) = (found.get(1).map_or("", |m| m.as_str()), found.get(3).map_or("", |m| m.as_str()));
    let first = name.split(' ').next().unwrap_or("");
    if FORETOLD.contains(&verb) || NO_DOERS.contains(&first) || text.ends_with('?') {
        return false;
    }
    let kind = document.people.kind(name).or_else(|| is_known_role(name));
    let initials = (2..=3).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    let titled = ["Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "PC ", "DC ", "DS ", "Sgt "]
        .iter()
        .any(|title| name.starts_with(title));
    match kind {
        Some(PersonKind::Professional | PersonKind::Body) => true,
        // What a parent said that he would do is often told to be doubted.
        Some(PersonKind::Parent | PersonKind::Kin) => found.get(2).is_none(),
        Some(PersonKind::Child) => false,
        None => initials || titled,
    }
}

pub(super) fn is_undertaking(text: &str) -> bool {
    if AGREED.is_match(text) {
        return decision(text).is_some();
    }
    let Some(found) = DOER_TO.captures(text) else { return false };
    let first = text
        .strip_prefix("The ")
        .unwrap_or(text)
        .split([' ', '/', ','])
        .next()
        .unwrap_or("");
    let verb = found.get(1).map_or("", |v| v.as_str());
    !NO_DOERS.contains(&first)
        && !matches!(
            verb,
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "date" | "be" | "this" | "that" | "which" | "who" | "whom"
        )
}

/// Where the words of a decision that somebody has to carry out begin: "It was agreed that RK would write"; none for one that
/// takes effect by itself ("that the children remain on plans") or only tells ("that the lock is the safeguard").
pub(super) fn decision(text: &str) -> Option<usize> {
    let agreed = AGREED.find(text);
    let lead = agreed.map_or(0, |found| text.len() - text[found.end()..].trim_start().len());
    let to = agreed.is_some_and(|found| found.as_str().ends_with("to"));
    let words: Vec<&str> = text[lead..].split_whitespace().collect();
    let carried = to && words.first().is_some_and(|verb| !STATES.contains(verb))
        || (1..words.len().min(FURTHEST)).any(|at| is_modal(words[at]) && is_carried_out(&words[at + 1..]));
    (carried && !text.trim_end().ends_with(':')).then_some(lead)
}

/// How far into a decision its verb stands, in words.
const FURTHEST: usize = 14;

/// Verbs of a decision that takes effect by itself.
const STATES: &[&str] = &[
    "remain", "stay", "end", "have", "become", "cease", "stand", "apply", "not", "continue", "lapse", "the", "a", "an", "this", "no",
];

/// Participles of such a decision: "will be made the subject of a plan", "would be closed".
const EFFECTED: &[&str] = &[
    "placed",
    "made",
    "removed",
    "registered",
    "deregistered",
    "discharged",
    "stepped",
    "closed",
    "ended",
    "categorised",
    "listed",
    "agreed",
    "met",
    "maintained",
    "continued",
];

fn is_modal(word: &str) -> bool {
    matches!(word, "would" | "will" | "should" | "must" | "shall" | "to")
}

/// Whether what follows "would" or "to" is something to carry out.
fn is_carried_out(after: &[&str]) -> bool {
    let verb = |at: usize| after.get(at).map_or("", |word| word.trim_end_matches([',', '.', ';']));
    let small = verb(0).starts_with(|c: char| c.is_ascii_lowercase());
    let participle = |word: &str| {
        word.ends_with("ed")
            || matches!(
                word,
                "told"
                    | "sent"
                    | "given"
                    | "done"
                    | "held"
                    | "taken"
                    | "seen"
                    | "written"
                    | "shown"
                    | "brought"
                    | "found"
                    | "drawn"
                    | "paid"
                    | "rung"
                    | "set"
            )
    };
    match verb(0) {
        "be" => participle(verb(1)) && !EFFECTED.contains(&verb(1)),
        // "should not be alone with Ellis"
        "not" if verb(1) == "be" => !matches!(verb(2), "the" | "a" | "an" | "subject") && !EFFECTED.contains(&verb(2)),
        "not" => verb(1).starts_with(|c: char| c.is_ascii_lowercase()) && !STATES.contains(&verb(1)),
        "continue" => after.len() > 1 && !matches!(verb(1), "on" | "as" | "under" | "subject" | "at" | "for") && verb(2) != "be",
        verb => small && !STATES.contains(&verb) && !matches!(verb, "his" | "her" | "their" | "its" | "both" | "all" | "any"),
    }
}

fn of_sentence(document: &Document, sentence: Sentence) -> Statement {
    let blocks = (sentence.block, sentence.block + 1);
    let parts = vec![Part {
        role: PartRole::Body,
        span: sentence.span,
    }];
    let lead = AGREED.find(document.fold.slice(sentence.span)).map_or(0, |m| m.end() as u32);
    let body = Span::new(sentence.span.start + lead, sentence.span.end);
    let parts = if lead > 0 {
        vec![Part {
            role: PartRole::Body,
            span: trim(document, body),
        }]
    } else {
        parts
    };
    Statement {
        kind: StatementKind::Action,
        label: String::new(),
        number: None,
        span: sentence.span,
        blocks,
        parts,
    }
}

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern written in this file compiles")
}

fn trim(document: &Document, span: Span) -> Span {
    let text = document.fold.slice(span);
    Span::new(span.start + (text.len() - text.trim_start().len()) as u32, span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_to_carry_out_and_those_that_take_effect() {
        for text in [
            "It was agreed that RK would write again to the landlord by 23 April.",
            "It was agreed that the incident logs would be shared with the core group.",
            "It was agreed that Mr P must be told in person.",
            "It was agreed to ring the school each Friday.",
            "HV to continue weekly visits.",
            "It was agreed that HV will continue to weigh him.",
        ] {
            assert!(decision(text).is_some(), "{text}");
        }
        for text in [
            "It was agreed that Tilly will be the subject of a child protection plan.",
            "It was agreed that the social worker is the lead professional.",
            "LD and MD remain subject to a plan under the category of neglect.",
            "The following would change that view:",
            "The threshold for a legal planning meeting is not met today.",
            "It was agreed that both children will remain on plans.",
            "The plans will continue under the category of neglect.",
        ] {
            assert_eq!(decision(text), None, "{text}");
        }
    }

    #[test]
    fn promises_and_what_is_only_foretold() {
        let nobody = Document::default();
        for text in [
            "HO will tell Dean before Friday.",
            "Ms Idris will email the timetable to everyone.",
            "The social worker said she would ring the GP tomorrow.",
            "The health visitor undertook to send the growth chart to the GP.",
            "KB agreed to chase the referral.",
            "School has agreed to ring home each day he is absent.",
            "Mum will book the dentist.",
        ] {
            assert!(is_promise(text, &nobody), "{text}");
        }
        for text in [
            "Dean will be six in March.",
            "The family will move when a house is found.",
            "The social worker will be on leave.",
            "Mum said she would stop drinking.",
            "It will take time.",
            "Ellis will start school in September.",
            "The meeting will close the plan.",
            "The social worker said she would like to know more.",
        ] {
            assert!(!is_promise(text, &nobody), "{text}");
        }
    }
}
