//! An asking sentence wants something done by somebody, in a paragraph that is no action and no recommendation by its
//! place: "Agencies to pass things on.", "The force should look at its use of video.", in a comment, a record or a draft.

use super::people::is_known_role;
use super::{Block, Document, Genre, People, Setting, Zone, undertaking};
use crate::text::Span;

/// How far into a sentence its verb stands, in words.
const FURTHEST: usize = 11;
/// How many words of a sentence are read.
const REACH: usize = 30;
/// Most words of somebody before "to" and a verb.
const SUBJECT: usize = 5;
/// Longest label before what is asked, in words: "School trust: heads to be reminded".
const LABEL: usize = 5;

/// The asking sentences of the document, in reading order, in paragraphs that are an account by their place. What a report
/// on a whole service asks for stands under its headings.
pub(super) fn find(document: &Document) -> Vec<Span> {
    if document.genre == Genre::Inspection {
        return Vec::new();
    }
    let accounts = |block: &Block| {
        matches!(block.setting, Setting::Narrative | Setting::Minutes) && matches!(block.zone, Zone::Paragraph | Zone::List | Zone::Table)
    };
    let reader = Reader {
        people: &document.people,
        family: document.genre != Genre::Review,
    };
    let sentences = document.sentences.iter().filter(|s| accounts(&document.blocks[s.block as usize]));
    sentences
        .filter(|s| reader.asks(document.fold.slice(s.span)))
        .map(|s| s.span)
        .collect()
}

/// Who may be asked in a document.
struct Reader<'a> {
    people: &'a People,
    /// Whether parents and children are asked too; a review only tells of them.
    family: bool,
}

impl Reader<'_> {
    fn asks(&self, text: &str) -> bool {
        let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
        if text.ends_with('?') || names_law(text) {
            return false;
        }
        let after = text.split_once(": ").filter(|(label, _)| label.split(' ').count() <= LABEL);
        let told = |(label, said): (&str, &str)| names_part(label) || is_told(label, said) || self.reads(said, true);
        self.reads(after_condition(text), false) || after.is_some_and(told)
    }

    fn reads(&self, text: &str, labelled: bool) -> bool {
        let mut words: Vec<&str> = text.split_whitespace().take(REACH).map(bare).collect();
        if labelled && words.first() == Some(&"to") {
            words.remove(0);
            return words.first().is_some_and(|verb| is_verb(verb));
        }
        let verdict = |at| self.verdict(&words, at);
        is_order(&words, labelled) || (1..words.len().min(FURTHEST)).find_map(verdict).unwrap_or(false)
    }

    /// What the word at `at` says, the words before it being the subject: that the sentence asks, that it does not, or
    /// nothing.
    fn verdict(&self, words: &[&str], at: usize) -> Option<bool> {
        let (subject, rest) = (&words[..at], &words[at + 1..]);
        let next = rest.first().copied().unwrap_or_default();
        let behind = |n: usize| rest.get(n).is_some_and(|verb| is_verb(verb));
        let done = || !names_pronoun(subject) && rest.get(1).is_some_and(|word| is_participle(word));
        Some(match words[at] {
            "to" if next == "be" => at <= SUBJECT + 1 && (done() || is_single(subject) || self.has_doer(subject, true)) && !tells(rest),
            // In a review what "should be" considered is as often a standard that was not met.
            "must" | "should" if next == "be" && !self.family => self.has_doer(subject, false),
            "to" => at <= SUBJECT && is_verb(next) && (is_single(subject) || self.has_doer(subject, true)) && !tells(rest),
            "will" | "shall" | "must" | "should" if next == "be" => done() || self.has_doer(subject, self.family),
            "will" | "shall" | "must" | "should" => is_verb(next) && self.has_doer(subject, self.family),
            "need" | "needs" | "ought" if next == "to" => behind(1) && self.has_doer(subject, self.family),
            "need" | "needs" if next.ends_with("ing") => self.has_doer(subject, self.family),
            "is" | "are" if next == "to" => behind(1) && !names_pronoun(subject),
            "is" | "are" if matches!(next, "asked" | "invited" | "encouraged" | "expected" | "reminded") => self.has_doer(subject, false),
            "could" if matches!(next, "usefully" | "consider" | "do" | "be") => self.has_doer(subject, false),
            "may" | "might" if matches!(next, "wish" | "want" | "like" | "care") => self.has_doer(subject, false),
            // "Everyone who works with adults is to know."
            word if FINITE.contains(&word) && !subject.contains(&"who") => false,
            _ => return None,
        })
    }

    /// Whether `subject` is somebody who can be asked: its last word, or the one before "in", "of" and their kin. `family`:
    /// a parent or a child too.
    fn has_doer(&self, subject: &[&str], family: bool) -> bool {
        const JOINTS: &[&str] = &["in", "of", "for", "at", "across", "on", "with", "from", "within"];
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
        let home = HOME.contains(&lower.as_str());
        let named = || titled || home || self.people.knows(head);
        AGENTS.contains(&lower.as_str()) || family && named() || !home && is_known_role(&lower).is_some()
    }
}

/// Whether `subject` is one word with a capital, a name or a group: "Marlon to", "Logs to be".
fn is_single(subject: &[&str]) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "Due", "According", "Prior", "Subject", "Thanks", "Owing", "Next", "Unable", "Able", "Happy", "Back", "Visit", "Access", "Admission", "Failure",
        "Need", "Plan", "Plans", "Harm", "Risk", "Damage", "Threat", "Similar", "Contrary", "Close", "Attempts", "Efforts",
    ];
    let &[word] = subject else { return false };
    word.starts_with(|c: char| c.is_ascii_uppercase()) && !names_pronoun(subject) && !word.ends_with("ing") && !OTHERS.contains(&word)
}

/// `text` without the clause that opens it: "Where appropriate, a room will be found".
fn after_condition(text: &str) -> &str {
    #[rustfmt::skip]
    const OPENERS: &[&str] = &[
        "When", "Where", "If", "As", "Although", "While", "Whilst", "Since", "Once", "In", "At", "For", "By", "From",
    ];
    let opened = text.split(' ').next().is_some_and(|first| OPENERS.contains(&first));
    let main = text.split_once(", ").filter(|_| opened);
    main.map_or(if opened { "" } else { text }, |(_, main)| main)
}

/// Whether `rest`, the words after "to", go on to tell of the subject: "Systems to track children have failed".
fn tells(rest: &[&str]) -> bool {
    const VERBS: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "remains", "remain", "came"];
    #[rustfmt::skip]
    const CLAUSES: &[&str] = &[
        "if", "when", "that", "who", "which", "where", "as", "unless", "until", "he", "she", "they", "it", "what", "whether", "how", "there", "because",
        "once", "so", "and", "while", "anything", "everything",
    ];
    let told = |at: usize| VERBS.contains(&rest[at]) && !rest[at.saturating_sub(4)..at].iter().any(|word| CLAUSES.contains(word));
    (1..rest.len()).any(told)
}

/// Whether the law asks it, and not the author.
fn names_law(text: &str) -> bool {
    [" Act ", "under section ", "section 42", "section 47", "by law", "by statute"]
        .iter()
        .any(|law| text.contains(law))
}

/// Whether `label` stands before the outcome or the date of an action.
fn names_part(label: &str) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "outcome", "desired outcome", "goal", "aim", "timescale", "deadline", "by when", "target",
    ];
    PARTS.iter().any(|part| label.eq_ignore_ascii_case(part))
}

/// Whether somebody is told what to do: "Social worker: have a chat with Dad".
fn is_told(label: &str, said: &str) -> bool {
    let first = bare(said.split(' ').next().unwrap_or_default());
    is_known_role(&label.to_lowercase()).is_some() && (first == "have" || is_verb(first)) && !first.ends_with("ed")
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// "Consider a conference", "Explore options"; a word that is a noun as well needs what only a verb has behind it.
fn is_order(words: &[&str], labelled: bool) -> bool {
    const ONLY_VERBS: &[&str] = &[
        "consider",
        "continue",
        "develop",
        "embed",
        "encourage",
        "enhance",
        "ensure",
        "explore",
        "identify",
        "improve",
        "liaise",
        "maintain",
        "monitor",
        "obtain",
        "promote",
        "provide",
        "raise",
        "remind",
        "revisit",
        "seek",
        "signpost",
        "strengthen",
        "undertake",
        "upskill",
    ];
    #[rustfmt::skip]
    const OPENERS: &[&str] = &[
        "the", "a", "an", "all", "any", "every", "each", "both", "that", "whether", "how", "what", "which", "who", "his", "her", "their", "its", "our",
        "your", "on", "into", "up", "down", "out", "again", "to",
    ];
    let Some(first) = words.first() else { return false };
    let lower = first.to_ascii_lowercase();
    let cased = labelled || first.starts_with(|c: char| c.is_ascii_uppercase());
    let alone = ONLY_VERBS.contains(&lower.as_str()) && (words.len() > 1 || labelled);
    let opened = || undertaking::is_order(&lower) && words.get(1).is_some_and(|next| OPENERS.contains(next));
    cased && (alone || opened())
}

/// Words that show that a sentence tells.
#[rustfmt::skip]
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "can", "could", "would", "may", "might", "said", "says", "told", "asked",
    "wants", "wanted", "which", "that", "when", "where", "because", "if", "came", "went", "needs", "need", "used", "enable", "enables", "make", "makes",
    "help", "helps", "allow", "allows", "find", "receive", "meet", "continue", "continues", "advocate", "work", "works", "oversee", "tend", "try",
    "tries", "seem", "appear",
];

fn names_pronoun(subject: &[&str]) -> bool {
    #[rustfmt::skip]
    const PRONOUNS: &[&str] = &[
        "he", "she", "it", "they", "there", "this", "that", "these", "those", "i", "you", "what", "nothing",
    ];
    let first = subject.first().map_or(String::new(), |word| word.to_ascii_lowercase());
    PRONOUNS.contains(&first.as_str()) || subject.last().is_some_and(|word| word.ends_with("ed"))
}

/// Last words of those who are asked as a group or by their post, beside the roles that are known.
#[rustfmt::skip]
const AGENTS: &[&str] = &[
    "agencies", "all", "association", "authority", "board", "care", "carers", "chairs", "clinicians", "colleagues", "commissioners", "council", "crews",
    "department", "desk", "doctors", "education", "everybody", "everyone", "force", "forum", "governors", "gps", "group", "head", "heads", "health",
    "hospital", "hospitals", "housing", "landlords", "lead", "leaders", "leads", "managers", "members", "midwifery", "midwives", "network", "nurses",
    "nursery", "officers", "organisations", "partners", "partnership", "police", "practices", "practitioners", "probation", "professionals", "providers",
    "schools", "service", "services", "staff", "supervisors", "surgeries", "teachers", "team", "teams", "trust", "trusts", "units", "visitors", "we",
    "welfare", "workers", "sergeants",
];
/// Those at home.
#[rustfmt::skip]
const HOME: &[&str] = &[
    "mum", "dad", "mother", "father", "parents", "children", "child", "family", "nan", "boys", "girls",
];

fn is_verb(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "the", "a", "an", "his", "her", "their", "its", "this", "that", "which", "who", "whom", "have", "date", "both", "each", "all", "children",
        "child", "harm", "care", "school", "police", "social", "early", "mental", "domestic",
    ];
    // "Responses to concerns": no verb that follows "to" ends in one s.
    let plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    word.len() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase()) && !OTHERS.contains(&word) && !plural
}

fn is_participle(word: &str) -> bool {
    #[rustfmt::skip]
    const IRREGULAR: &[&str] = &[
        "told", "sent", "given", "done", "held", "taken", "seen", "written", "shown", "brought", "found", "drawn", "put", "set", "made", "kept", "built",
        "run", "rung",
    ];
    word.ends_with("ed") || IRREGULAR.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(text: &str, family: bool) -> bool {
        let people = &People::default();
        Reader { people, family }.asks(text)
    }

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
            "Capacity should be considered decision by decision.",
            "An enquiry under section 42 must be made where an adult is at risk.",
            "The plan to review the file came to nothing.",
            "Systems in place to oversee placements are not robust enough.",
            "Responses to children are timely.",
            "Groups enable foster carers to receive support.",
            "When children need to be adopted, social workers find parents quickly.",
        ] {
            assert!(!asks(text, false), "{text}");
        }
    }
}
