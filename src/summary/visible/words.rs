//! The `words` by which people are named without a name, and the verbs beside them.

use super::mention::Seen;

/// One word and whom it names.
#[rustfmt::skip]
const WORDS: &[(Seen, &[&str])] = &[
    (
        Seen::Child,
        &[
            "child", "children", "baby", "babies", "infant", "infants", "toddler", "toddlers", "boy", "boys", "girl", "girls", "son", "sons",
            "daughter", "daughters", "sibling", "siblings", "twins", "teenager", "teenagers", "stepson", "stepdaughter", "kids",
        ],
    ),
    (
        Seen::Mother,
        &["mother", "mothers", "mum", "mums", "mummy", "stepmother", "stepmum"],
    ),
    (
        Seen::Father,
        &["father", "fathers", "dad", "dads", "daddy", "stepfather", "stepdad"],
    ),
    (
        Seen::Parent,
        &[
            "parent", "parents", "carer", "carers", "guardian", "guardians", "boyfriend", "girlfriend", "husband", "wife",
        ],
    ),
    (
        Seen::Kin,
        &[
            "grandmother", "grandfather", "grandparent", "grandparents", "grandma", "grandad", "nan", "nanna", "aunt", "auntie", "uncle", "cousin",
            "cousins", "relative", "relatives", "mgm", "mgf", "pgm", "pgf",
        ],
    ),
    (
        Seen::Professional,
        &[
            "midwife", "midwives", "nurse", "nurses", "doctor", "doctors", "gp", "gps", "teacher", "teachers", "headteacher", "practitioner",
            "practitioners", "professional", "professionals", "paediatrician", "consultant", "iro", "manager", "managers", "officer", "officers",
            "clinician", "clinicians", "therapist", "psychologist", "psychiatrist", "solicitor", "chair", "coordinator", "staff", "worker", "workers",
            "leaders",
        ],
    ),
    (
        Seen::Body,
        &[
            "agency", "agencies", "services", "police", "school", "schools", "nursery", "hospital", "council", "authority", "probation", "panel",
            "partnership",
        ],
    ),
];

/// Two words together and whom they name.
#[rustfmt::skip]
const PAIRS: &[(Seen, &str, &[&str])] = &[
    (Seen::Child, "young", &["person", "people", "persons"]),
    (Seen::Mother, "step", &["mother"]),
    (Seen::Father, "step", &["father", "dad"]),
    (Seen::Professional, "social", &["worker", "workers"]),
    (Seen::Professional, "health", &["visitor", "visitors"]),
    (Seen::Professional, "school", &["nurse", "nurses"]),
    (Seen::Professional, "police", &["officer", "officers"]),
    (Seen::Professional, "support", &["worker", "workers"]),
    (Seen::Professional, "key", &["worker", "workers"]),
    (Seen::Professional, "team", &["manager", "managers"]),
    (Seen::Professional, "family", &["doctor"]),
    (Seen::Professional, "foster", &["carer", "carers"]),
    (Seen::Body, "local", &["authority", "authorities"]),
];

/// Words after "child" and its kin that make a term of art of it, in which nobody is named.
#[rustfmt::skip]
const ART: &[&str] = &[
    "protection", "sexual", "criminal", "exploitation", "abuse", "safeguarding", "practice", "death", "deaths", "poverty", "centred", "focused",
    "development", "mental", "health", "care", "benefit", "maintenance", "arrangements", "home", "homes", "services", "service", "social", "act",
    "trust", "board", "and", "in", "looked", "services'", "partnership", "commissioner", "hospital", "centre", "minder", "minding", "neglect",
    "welfare", "trafficking", "evening", "association",
];

/// Whom the word `first` names, followed by `second`, and how many words that takes.
pub(super) fn named(first: &str, second: Option<&str>) -> Option<(Seen, usize)> {
    let lower = first.to_ascii_lowercase();
    if let Some(second) = second.map(str::to_ascii_lowercase) {
        let pair = PAIRS.iter().find(|(_, one, others)| *one == lower && others.contains(&&*second));
        if let Some(&(seen, ..)) = pair {
            return Some((seen, 2));
        }
    }
    let entry = WORDS.iter().find(|(_, words)| words.contains(&&*lower))?;
    Some((entry.0, 1))
}

/// Whether `next` makes a term of art of a word for a child or a parent: "child protection", "children's services", "parent
/// carer forum". "And" and "in" do so in "child and family", "child in need".
pub(super) fn is_art(next: &str, after: Option<&str>) -> bool {
    let lower = next.to_ascii_lowercase();
    let after = after.map(str::to_ascii_lowercase);
    match &*lower {
        "and" => matches!(after.as_deref(), Some("family" | "families" | "adolescent" | "young")),
        "in" => matches!(after.as_deref(), Some("need" | "care")),
        "looked" => after.as_deref() == Some("after"),
        lower => ART.contains(&lower),
    }
}

/// Words between somebody and what they do, or between a verb and its object.
#[rustfmt::skip]
pub(super) const ADVERBS: &[&str] = &[
    "also", "then", "often", "always", "never", "not", "now", "still", "just", "only", "both", "all", "again", "later", "once", "twice", "since",
    "who", "too", "herself", "himself", "themselves", "already", "first", "each", "soon", "sometimes", "more", "aged", "years", "year", "old",
    "months",
];

/// Words between a verb or preposition and whom it is about.
#[rustfmt::skip]
pub(super) const BETWEEN: &[&str] = &[
    "the", "a", "an", "her", "his", "their", "this", "that", "these", "those", "both", "all", "each", "every", "any", "some", "many", "most", "other",
    "older", "younger", "eldest", "youngest", "two", "three", "four", "birth", "own", "new", "our", "my", "your", "individual", "vulnerable", "more",
    "named", "allocated", "unborn", "little", "its",
];

/// Helping verbs after which whoever stands before does something.
#[rustfmt::skip]
pub(super) const HELPERS: &[&str] = &[
    "has", "have", "had", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "did", "does", "do", "cannot",
    "didn't", "doesn't", "don't", "won't", "wouldn't", "couldn't", "hadn't", "hasn't",
];

/// Forms of "to be".
#[rustfmt::skip]
pub(super) const BE: &[&str] = &[
    "is", "was", "are", "were", "be", "been", "being", "wasn't", "weren't", "isn't", "aren't", "get", "gets", "got",
];

/// Verbs in their past form that do not end in "ed".
#[rustfmt::skip]
const PAST: &[&str] = &[
    "said", "told", "went", "came", "saw", "took", "gave", "felt", "thought", "knew", "made", "left", "brought", "kept", "met", "spoke", "wrote",
    "ran", "held", "began", "chose", "became", "understood", "lost", "found", "hit", "sent", "heard", "slept", "ate", "drank", "drove", "fell", "hid",
    "hurt", "let", "paid", "put", "read", "rang", "sat", "stood", "spent", "swore", "threw", "wore", "won", "broke", "bought", "built", "caught",
    "cut", "dealt", "drew", "grew", "led", "meant", "set", "shook", "shut", "sought", "stuck", "taught", "withdrew", "woke", "showed", "forgot",
    "bit",
];

/// Participles that do not end in "ed": "was seen".
#[rustfmt::skip]
const DONE: &[&str] = &[
    "seen", "taken", "told", "given", "known", "found", "left", "sent", "held", "heard", "kept", "brought", "made", "met", "spoken", "written",
    "shown", "hit", "hurt", "put", "driven", "bitten", "born", "thrown", "chosen", "withdrawn", "paid", "caught", "taught", "understood", "shaken",
    "let", "beaten", "broken",
];

/// Verbs as they stand after "he" or "she", or after "they" and "will".
#[rustfmt::skip]
const PRESENT: &[&str] = &[
    "say", "tell", "ask", "report", "attend", "want", "like", "feel", "live", "go", "play", "need", "agree", "think", "enjoy", "take", "give", "make",
    "know", "see", "visit", "speak", "talk", "meet", "support", "help", "protect", "contact", "call", "refer", "encourage", "observe", "hear",
    "listen", "monitor", "discuss", "work", "engage", "offer", "keep", "remove", "place", "leave", "inform", "advise", "send", "bring", "come",
    "find", "get", "look", "show", "understand", "become", "remain", "continue", "receive", "experience", "provide", "ensure", "identify", "respond",
    "complete", "consider", "share", "make", "use", "describe", "express", "struggle", "sleep", "eat", "drink", "drive", "stay", "return", "refuse",
    "decline", "accept", "deny", "admit", "explain", "believe", "recognise", "benefit", "write", "record", "follow", "lead", "carry", "hold", "seek",
    "review", "assess", "involve", "consult", "reassure", "challenge", "care", "love", "hit", "hurt", "shout", "cry", "smile", "laugh", "read",
    "learn", "move", "wait", "miss", "trust", "spend", "update", "prepare", "undertake", "build",
];

/// Words that end as verbs do and are none beside a person.
const NO_VERBS: &[&str] = &[
    "need",
    "aged",
    "named",
    "concerned",
    "based",
    "related",
    "red",
    "bed",
    "indeed",
    "unborn",
    "during",
    "regarding",
    "including",
    "following",
    "according",
    "nothing",
    "something",
    "anything",
    "everything",
    "morning",
    "evening",
    "meeting",
    "sibling",
    "spring",
    "string",
    "hundred",
    "being",
    "allocated",
    "detailed",
    "experienced",
    "identified",
    "involved",
    "wellbeing",
    "parenting",
    "learning",
    "housing",
    "funding",
    "training",
    "finding",
];

/// Whether `word` is a finite verb after whoever does it.
pub(super) fn is_finite(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let past = lower.len() > 3 && lower.ends_with("ed") && !NO_VERBS.contains(&&*lower);
    past || PAST.contains(&&*lower) || is_present(&lower)
}

fn is_present(lower: &str) -> bool {
    let bare = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    PRESENT.contains(&lower)
        || lower.strip_suffix('s').is_some_and(|stem| PRESENT.contains(&stem))
        || lower.strip_suffix("es").is_some_and(|stem| PRESENT.contains(&stem))
        || bare.is_some_and(|stem| PRESENT.contains(&&*stem))
}

/// Words that end as participles do and tell how somebody feels.
#[rustfmt::skip]
const MOODS: &[&str] = &[
    "pleased", "worried", "concerned", "tired", "scared", "frightened", "excited", "interested", "aged", "delighted", "used", "related",
];

/// Whether `word` is a participle of what is done to somebody: "seen", "visited".
pub(super) fn is_done(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    DONE.contains(&&*lower) || lower.len() > 3 && lower.ends_with("ed") && lower != "need" && !MOODS.contains(&&*lower)
}

/// Whether `word` is a verb in any form, before its object: "saw", "visiting", "to protect".
pub(super) fn is_verb(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let doing = lower.len() > 4 && lower.ends_with("ing") && !NO_VERBS.contains(&&*lower);
    doing || is_finite(&lower) || DONE.contains(&&*lower)
}

/// What a word can be by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb: "saw", "visited", "telling".
    Verb,
    /// A verb or a noun: "visit", "support".
    Bare,
    /// A verb or several of a noun: "visits", "concerns".
    Third,
    /// No verb.
    Other,
}

/// What `word` can be by its form.
pub(super) fn form(word: &str) -> Form {
    let lower = word.to_ascii_lowercase();
    if MOODS.contains(&&*lower) {
        Form::Other
    } else if PAST.contains(&&*lower) || !is_present(&lower) && is_verb(&lower) {
        Form::Verb
    } else if PRESENT.contains(&&*lower) {
        Form::Bare
    } else if is_present(&lower) {
        Form::Third
    } else {
        Form::Other
    }
}

/// Whether `word` tells of speaking or writing.
pub(super) fn is_speech(word: &str) -> bool {
    #[rustfmt::skip]
    const SPEECH: &[&str] = &[
        "said", "says", "say", "saying", "told", "tells", "telling", "asked", "asks", "wrote", "writes", "described", "describes", "explained", "explains", "reported",
        "reports", "replied", "stated", "states", "added", "called", "calls", "answered", "shouted", "whispered", "drew", "disclosed", "shared",
    ];
    SPEECH.iter().any(|verb| verb.eq_ignore_ascii_case(word))
}
