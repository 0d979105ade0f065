//! A `role` is what a few words say that someone is to the family: "maternal grandmother", "Health Visitor, Duty".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::PersonKind;

#[rustfmt::skip]
const PARENTS: &[&str] = &[
    "mother", "mum", "mummy", "father", "dad", "daddy", "parent", "parents", "stepmother", "stepfather", "stepmum", "stepdad", "partner", "boyfriend",
    "girlfriend", "husband", "wife", "carer", "carers", "guardian", "spouse", "fiance", "ex",
];

#[rustfmt::skip]
const CHILDREN: &[&str] = &[
    "child", "children", "child(ren)", "son", "sons", "daughter", "daughters", "baby", "infant", "toddler", "boy", "girl", "twin", "twins", "sibling", "siblings",
    "brother", "brothers", "sister", "sisters", "stepson", "stepdaughter", "stepbrother", "stepsister", "unborn", "teenager",
];

#[rustfmt::skip]
const KIN: &[&str] = &[
    "grandmother", "grandfather", "grandparent", "grandparents", "grandma", "grandad", "granddad", "gran", "nan", "nanny", "aunt", "auntie", "aunty", "uncle",
    "cousin", "niece", "nephew", "relative", "godmother", "godfather", "mgm", "mgf", "pgm", "pgf", "mga", "mgps", "pgps",
];

#[rustfmt::skip]
const PROFESSIONALS: &[&str] = &[
    "worker", "workers", "visitor", "midwife", "nurse", "doctor", "gp", "teacher", "headteacher", "head", "officer", "manager", "chair", "practitioner", "police",
    "sergeant", "constable", "inspector", "superintendent", "consultant", "paediatrician", "psychologist", "psychiatrist", "solicitor", "barrister", "iro", "idva",
    "isva", "sw", "hv", "dsl", "senco", "advocate", "adviser", "advisor", "coordinator", "ordinator", "minute", "minutes", "notes", "clerk", "administrator",
    "admin", "director", "commissioner", "probation", "therapist", "counsellor", "keyworker", "author", "reviewer", "scrutineer", "leader", "assistant", "lead",
    "specialist", "deputy", "registrar", "pharmacist", "dentist", "matron", "professional", "supervisor", "mentor", "chairperson", "independent", "business",
    "paramedic", "surgeon", "physiotherapist", "clinician", "associate", "principal", "executive", "representative", "interpreter", "dietitian", "sister in charge",
];

/// Words that end the name of a body, or stand in one and in no person's name.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "service", "services", "team", "teams", "board", "trust", "council", "partnership", "constabulary", "school", "schools", "academy", "nursery", "college", "hospital",
    "hospitals", "infirmary", "surgery", "practice", "clinic", "agency", "authority", "department", "directorate", "hub", "unit", "centre", "project", "programme",
    "committee", "panel", "forum", "group", "charity", "ltd", "limited", "foundation", "association", "society", "homes", "housing", "care", "nhs", "network", "court",
    "scheme", "alliance", "federation", "probation", "refuge", "ward", "police", "university", "church", "prison", "company", "plc", "cic", "llp",
];

/// Words of titles, places and sentences that stand in no person's name.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "social", "health", "family", "support", "community", "designated", "named", "senior", "safeguarding", "early", "help", "primary", "secondary", "domestic",
    "abuse", "mental", "public", "county", "city", "borough", "district", "adult", "adults", "key", "education", "recovery", "engagement", "youth", "the", "a", "an",
    "in", "on", "at", "this", "that", "these", "those", "when", "where", "while", "what", "who", "how", "if", "it", "he", "she", "they", "we", "i", "his", "her",
    "their", "our", "its", "there", "and", "but", "for", "from", "with", "by", "to", "of", "as", "not", "no", "yes", "all", "both", "each", "any", "some", "after",
    "before", "since", "during", "following", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "july",
    "august", "september", "october", "november", "december", "christmas", "easter", "date", "time", "venue", "agenda", "action", "actions", "review", "report",
    "meeting", "conference", "plan", "section", "part", "page", "appendix", "table", "act", "unknown", "none", "tbc", "apologies", "present", "vacant", "name", "role",
    "you", "so", "then", "also", "however", "although", "because", "since", "once", "one", "two", "three", "four", "room", "street", "road", "strengths", "worries",
    "concerns", "referral", "assessment", "information", "outcome", "finding", "recommendation", "learning", "response", "status", "completed", "ongoing", "green",
    "asked", "said", "told", "seen", "was", "were", "is", "has", "had", "did", "does", "will be", "would", "should", "could", "see", "due", "male", "female", "english",
    "british", "children's", "women's", "men's", "people's", "young", "work", "protection", "need", "in need", "abuse", "order", "development", "development", "practice", "voice", "safety", "impact", "centred", "day", "night", "week", "month", "year", "today", "mothers", "fathers", "justice", "benefit", "maternal", "paternal", "chief", "protecting", "missing", "neighbourhoods", "answer", "differences", "birth", "half", "step", "foster", "unborn", "children", "address", "little", "steps", "stones", "members", "staff", "everyone", "everybody", "others", "nobody", "somebody", "someone", "people", "attendees", "residents", "neighbours", "anyone", "many", "most", "several", "few", "partners", "men", "women", "students", "pupils", "records", "research", "evidence", "agencies", "practitioners", "professionals", "letter", "line", "contact", "visit", "home", "notes", "decision", "decisions", "summary", "views", "view",
];

/// What `words` say that someone is; `None` when they say nothing of the kind. The last role before "of" decides:
/// "mother of Kezia" is a parent, "child's social worker" a professional.
pub(super) fn kind_of(words: &str) -> Option<PersonKind> {
    let mut kind = None;
    for word in words
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .take(12)
    {
        let word = word.to_lowercase();
        if word == "of" && kind.is_some() {
            break;
        }
        if let Some(said) = kind_of_word(&word) {
            if said == PersonKind::Professional {
                return Some(said);
            }
            // "paternal aunt and carer", "foster carer": the stranger word decides.
            kind = match kind {
                Some(PersonKind::Kin) => kind,
                _ => Some(said),
            };
        } else if word == "foster" {
            return Some(PersonKind::Professional);
        }
    }
    kind
}

fn kind_of_word(word: &str) -> Option<PersonKind> {
    let kinds = [
        (PARENTS, PersonKind::Parent),
        (CHILDREN, PersonKind::Child),
        (KIN, PersonKind::Kin),
        (PROFESSIONALS, PersonKind::Professional),
    ];
    kinds.iter().find(|(list, _)| list.contains(&word)).map(|&(_, kind)| kind)
}

/// Whether `word` ends the name of a body: "Service", "Trust".
pub(super) fn is_body(word: &str) -> bool {
    BODIES.contains(&word.to_lowercase().as_str())
}

/// Whether `word` can be part of a person's name, as far as a list can say.
pub(super) fn may_name(word: &str) -> bool {
    /// The words of all lists: this is asked of every capital.
    static OTHERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let lists = [PARENTS, CHILDREN, KIN, PROFESSIONALS, BODIES, NO_NAMES];
        lists.into_iter().flatten().copied().collect()
    });
    !OTHERS.contains(word.to_lowercase().as_str())
}

/// What a label before a colon, or a cell before a name, says of the name: "Mother", "Name of child", "Chaired by".
pub(super) fn of_label(label: &str) -> Option<PersonKind> {
    #[rustfmt::skip]
    const BESIDE: &[&str] = &[
        "name", "names", "of", "the", "subject", "other", "in", "household", "s", "ren", "maternal", "paternal", "birth", "half", "step", "social", "health", "family",
        "conference", "taker", "by", "to", "support", "independent", "reviewing", "lead", "key", "school", "team", "allocated", "and", "full", "biological", "taken",
        "first", "second", "index", "young", "adult", "meeting", "report", "present", "duty", "named", "older", "younger",
    ];
    match label {
        "chaired by" | "recorded by" | "minutes by" | "minuted by" | "written by" | "completed by" | "prepared by" | "notes by"
        | "kept by" => {
            return Some(PersonKind::Professional);
        }
        "subject" | "subjects" | "young person" | "young people" => return Some(PersonKind::Child),
        _ => {}
    }
    let plain = label.replace("'s name", " name");
    let mut words = plain.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
    let known = words.all(|w| BESIDE.contains(&w) || kind_of_word(w).is_some());
    known.then(|| kind_of(&plain)).flatten()
}
