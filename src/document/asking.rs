//! An asking sentence wants something done by somebody, in a paragraph that is no action and no recommendation by its
//! place: "Agencies to pass things on.", "The force should look at its use of video.", in a comment, a record or a draft.

use super::people::is_known_role;
use super::{Block, Document, Genre, Setting, Zone, undertaking};
use crate::text::Span;

/// How far into a sentence its verb stands, in words.
const FURTHEST: usize = 11;
/// Longest label before what is asked, in words: "School trust: heads to be reminded".
const LABEL: usize = 5;

/// The asking sentences of the document, in reading order, in paragraphs that are an account by their place.
pub(super) fn find(document: &Document) -> Vec<Span> {
    let accounts = |block: &Block| {
        matches!(block.setting, Setting::Narrative | Setting::Minutes) && matches!(block.zone, Zone::Paragraph | Zone::List | Zone::Table)
    };
    let family = document.genre != Genre::Review;
    let sentences = document.sentences.iter().filter(|s| accounts(&document.blocks[s.block as usize]));
    sentences
        .filter(|s| asks(document.fold.slice(s.span), family))
        .map(|s| s.span)
        .collect()
}

/// Whether `text` asks for something; `family`: also of parents and children, of whom a review only tells.
fn asks(text: &str, family: bool) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    if text.ends_with('?') {
        return false;
    }
    let after = text.split_once(": ").filter(|(label, _)| label.split(' ').count() <= LABEL);
    reads(text, family, false) || after.is_some_and(|(label, said)| names_part(label) || is_told(label, said) || reads(said, family, true))
}

/// Whether `label` stands before the outcome or the date of an action.
fn names_part(label: &str) -> bool {
    const PARTS: &[&str] = &["outcome", "desired outcome", "goal", "aim", "timescale", "deadline", "by when", "target"];
    PARTS.iter().any(|part| label.eq_ignore_ascii_case(part))
}

/// Whether somebody is told what to do: "Social worker: have a chat with Dad".
fn is_told(label: &str, said: &str) -> bool {
    let first = bare(said.split(' ').next().unwrap_or_default());
    is_known_role(&label.to_lowercase()).is_some() && is_verb(first) && !first.ends_with('s') && !first.ends_with("ed")
}

fn reads(text: &str, family: bool, labelled: bool) -> bool {
    let mut words: Vec<&str> = text.split_whitespace().take(FURTHEST + 4).map(bare).collect();
    if labelled && words.first() == Some(&"to") {
        words.remove(0);
        return words.first().is_some_and(|verb| is_verb(verb));
    }
    is_order(&words, labelled) || (1..words.len().min(FURTHEST)).find_map(|at| verdict(&words, at, family)).unwrap_or(false)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// "Consider a conference", "Explore options"; a word that is a noun as well needs what only a verb has behind it.
fn is_order(words: &[&str], labelled: bool) -> bool {
    const ONLY_VERBS: &[&str] = &[
        "consider", "continue", "develop", "embed", "encourage", "enhance", "ensure", "explore", "identify", "improve", "liaise", "maintain",
        "monitor", "obtain", "promote", "provide", "raise", "remind", "revisit", "seek", "signpost", "strengthen", "undertake", "upskill",
    ];
    const OPENERS: &[&str] = &[
        "the", "a", "an", "all", "any", "every", "each", "both", "that", "whether", "how", "what", "which", "who", "his", "her", "their",
        "its", "our", "your", "on", "into", "up", "down", "out", "again", "to",
    ];
    let Some(first) = words.first() else { return false };
    let lower = first.to_ascii_lowercase();
    let cased = labelled || first.starts_with(|c: char| c.is_ascii_uppercase());
    let alone = ONLY_VERBS.contains(&lower.as_str()) && (words.len() > 1 || labelled);
    let opened = || undertaking::is_order(&lower) && words.get(1).is_some_and(|next| OPENERS.contains(next));
    cased && (alone || opened())
}

/// What the word at `at` says, the words before it being the subject: that the sentence asks, that it does not, or nothing.
fn verdict(words: &[&str], at: usize, family: bool) -> Option<bool> {
    let (subject, rest) = (&words[..at], &words[at + 1..]);
    let next = rest.first().copied().unwrap_or_default();
    let behind = |n: usize| rest.get(n).is_some_and(|verb| is_verb(verb));
    Some(match words[at] {
        "to" if next == "be" => !names_pronoun(subject) && (is_doer(subject, true) || rest.get(1).is_some_and(|word| is_participle(word))),
        "to" => is_doer(subject, true) && is_verb(next),
        "will" | "shall" | "must" | "should" if next == "be" => {
            !names_pronoun(subject) && (is_doer(subject, family) || rest.get(1).is_some_and(|word| is_participle(word)))
        }
        "will" | "shall" | "must" | "should" => is_doer(subject, family) && is_verb(next),
        "need" | "needs" | "ought" if next == "to" => is_doer(subject, family) && behind(1),
        "need" | "needs" if next.ends_with("ing") => is_doer(subject, family),
        // "Everyone who works with adults is to know".
        "who" => return None,
        "is" | "are" if next == "to" => !names_pronoun(subject) && behind(1),
        "is" | "are" if matches!(next, "asked" | "invited" | "encouraged" | "expected" | "reminded") => is_doer(subject, false),
        "could" if matches!(next, "usefully" | "consider" | "do" | "be") => is_doer(subject, false),
        "may" | "might" if matches!(next, "wish" | "want" | "like" | "care") => is_doer(subject, false),
        word if FINITE.contains(&word) => false,
        _ => return None,
    })
}

/// Words that show that a sentence tells.
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "can", "could", "would", "may", "might", "said", "says", "told",
    "asked", "wants", "wanted", "which", "that", "when", "where", "because", "if", "came", "went", "needs", "need", "used",
];

fn names_pronoun(subject: &[&str]) -> bool {
    const PRONOUNS: &[&str] = &["he", "she", "it", "they", "there", "this", "that", "these", "those", "i", "you", "what", "nothing"];
    let first = subject.first().map_or(String::new(), |word| word.to_ascii_lowercase());
    PRONOUNS.contains(&first.as_str()) || subject.last().is_some_and(|word| word.ends_with("ed"))
}

/// Whether `subject` is somebody who can be asked: its last word, or the one before "in", "of" and their kin.
fn is_doer(subject: &[&str], family: bool) -> bool {
    const JOINTS: &[&str] = &["in", "of", "for", "at", "across", "on", "with", "from", "within"];
    const AGENTS: &[&str] = &[
        "agencies", "all", "association", "authority", "board", "care", "carers", "chairs", "clinicians", "colleagues", "commissioners",
        "council", "crews", "department", "desk", "doctors", "education", "everybody", "everyone", "force", "forum", "governors", "gps",
        "group", "head", "heads", "health", "hospital", "hospitals", "housing", "landlords", "lead", "leaders", "leads", "managers",
        "members", "midwifery", "midwives", "network", "nurses", "nursery", "officers", "organisations", "partners", "partnership",
        "police", "practices", "practitioners", "probation", "professionals", "providers", "schools", "service", "services", "staff",
        "supervisors", "surgeries", "teachers", "team", "teams", "trust", "trusts", "units", "visitors", "we", "welfare", "workers", "sergeants",
    ];
    const HOME: &[&str] = &["mum", "dad", "mother", "father", "parents", "children", "child", "family", "nan", "boys", "girls"];
    if subject.is_empty() || names_pronoun(subject) {
        return false;
    }
    if matches!(subject[0], "Everyone" | "Everybody" | "Anyone" | "All" | "Each") {
        return true;
    }
    let end = subject.iter().position(|word| JOINTS.contains(word)).unwrap_or(subject.len());
    let head = subject[..end].last().copied().unwrap_or_default();
    let lower = head.to_ascii_lowercase();
    let titled = subject.len() > 1 && matches!(subject[0], "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "PC" | "DC" | "DS");
    let named = family && head.starts_with(|c: char| c.is_ascii_uppercase()) && end == 1 && is_name(&lower);
    let home = HOME.contains(&lower.as_str());
    AGENTS.contains(&lower.as_str()) || titled && family || named || home && family || !home && is_known_role(&lower).is_some()
}

/// Whether a capital at the start of a sentence may be a name's.
fn is_name(lower: &str) -> bool {
    const OTHERS: &[&str] = &["due", "according", "prior", "subject", "thanks", "owing", "next", "unable", "able", "happy", "back", "visit", "access"];
    lower.len() > 1 && !OTHERS.contains(&lower) && !lower.ends_with("ed") && !lower.ends_with("ing")
}

fn is_verb(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "the", "a", "an", "his", "her", "their", "its", "this", "that", "which", "who", "whom", "have", "date", "both", "each", "all",
    ];
    word.len() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase()) && !OTHERS.contains(&word)
}

fn is_participle(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "told", "sent", "given", "done", "held", "taken", "seen", "written", "shown", "brought", "found", "drawn", "put", "set", "made", "kept",
        "built", "run", "rung",
    ];
    word.ends_with("ed") || IRREGULAR.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_ask() {
        for text in [
            "Agencies to pass things on as they come up.",
            "6. Everyone to talk to one another.",
            "The force should look at its use of video.",
            "School trust: heads to be reminded that hunger matters.",
            "Social worker: have a chat with Dad.",
            "Timescale: as and when.",
            "Staff need reminding of the pathway.",
            "Everyone who works with adults is to know the signs.",
            "Midwifery: to continue to build on its good work.",
            "Consider a family group conference.",
            "- Explore options for a refuge place.",
            "Work to be done around weapons.",
            "Arrangements will be put in place for sharing logs.",
            "Governors may wish to revisit the policy.",
            "Staff in all three wards are to bear in mind that he listens.",
        ] {
            assert!(asks(text, false), "{text}");
        }
        assert!(asks("Mr R will not raise his voice.", true));
        assert!(!asks("Mr R will not raise his voice.", false));
    }

    #[test]
    fn sentences_that_tell() {
        for text in [
            "He asked to be assessed as a carer.",
            "Mother went to the clinic.",
            "The social worker should have rung.",
            "This review will consider the years to 2021.",
            "Support was offered to the father.",
            "Review of the file took a week.",
            "The baby was to be weighed each week.",
            "Should the school have asked?",
            "The plan to review the file came to nothing.",
        ] {
            assert!(!asks(text, true), "{text}");
        }
    }
}
