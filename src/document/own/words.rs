//! The words that make, and unmake, a noun that a document numbers its parts by.

/// Words within a noun of several: "Question for the Board".
const COMMON: &[&str] = &["for", "of", "the", "to", "and", "from", "in", "on"];

/// Nouns that are numbered and are no part of the paper: places, times, people, bodies, measures; and those that other
/// lists know ("paragraph", "page").
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "year", "years", "week", "month", "day", "night", "hour", "quarter", "term", "age", "aged", "date", "time", "stage", "level", "tier", "phase", "period", "grade", "band", "class",
    "category", "type", "version", "draft", "issue", "edition", "volume", "number", "no", "nos", "page", "pages", "paragraph", "para", "item", "minute", "note", "footnote",
    "endnote", "regulation", "article", "schedule", "clause", "section", "chapter", "part", "appendix", "annex", "table", "figure", "chart", "graph", "slide",
    "ward", "room", "flat", "house", "floor", "unit", "block", "street", "road", "route", "site", "area", "zone", "district", "region", "group", "team", "school", "agency", "body", "borough",
    "hospital", "trust", "nursery", "home", "practice", "surgery", "college", "service", "provider", "organisation", "authority", "company", "council", "court", "person", "people", "family", "families", "household",
    "subject", "adult", "adults", "victim", "perpetrator", "offender", "witness", "patient", "client", "resident", "tenant", "neighbour", "friend", "female", "male", "woman", "man", "women", "men",
    "mr", "mrs", "ms", "miss", "dr", "staff", "colleague", "respondent", "participant", "interviewee", "professional", "manager", "caller", "applicant", "employee", "member", "officer",
    "visit", "meeting", "conference", "session", "call", "contact", "referral", "report", "letter", "email", "incident", "assessment", "review", "attendance", "appointment", "interview", "panel", "plan", "form", "document",
    "pregnancy", "dose", "score", "total", "rank", "rating", "risk", "weight", "height", "model", "key", "act", "tel", "telephone", "phone", "fax", "line manager", "formula", "world", "war", "covid", "channel",
    "station", "zone", "gate", "platform", "bus", "model", "mark", "size", "scale", "step-down", "top", "chapter", "vol", "vs", "option", "scenario", "case", "sample", "cohort", "file", "record", "image", "photo", "photograph", "video", "exhibit",
    "question", "answer", "part", "year-group", "reception", "id", "ref", "reference", "code", "index", "signed", "version", "name", "initials", "copy",
];

/// Words that open a sentence and no label: "On 1 May".
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "the", "this", "that", "these", "those", "a", "an", "in", "on", "at", "by", "from", "of", "to", "for", "with", "when", "where", "while", "after", "before", "since",
    "during", "about", "over", "under", "only", "all", "both", "each", "every", "some", "any", "no", "not", "if", "it", "he", "she", "they", "we", "i", "you", "his", "her",
    "their", "our", "its", "there", "here", "and", "but", "or", "so", "as", "than", "then", "at least", "around", "some", "nearly", "almost", "between", "until", "within", "see", "also", "of these",
    "is", "was", "are", "were", "has", "had", "have", "will", "approximately", "more", "fewer", "less", "up", "another", "other", "how", "what", "who", "why", "which",
];

/// Whether `word` only joins the words of a noun.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.contains(&word)
}

/// Whether `word` numbers something that is no part of a paper.
pub(super) fn is_other(word: &str) -> bool {
    OTHERS.contains(&word) && crate::document::label::known(word).is_none()
        || crate::document::label::known(word).is_some_and(crate::document::LabelKind::is_elsewhere)
}

/// Whether what was read as a noun opens a sentence.
pub(super) fn opens_sentence(noun: &str) -> bool {
    let first = noun.split(' ').next().unwrap_or(noun);
    OPENINGS.contains(&first)
}

/// The word that says what the noun is: its last, or the one before "for" or "of".
pub(super) fn head_word(noun: &str) -> &str {
    let mut words = noun.split(' ');
    let first = words.next().unwrap_or(noun);
    words.take_while(|word| !is_common(word)).last().unwrap_or(first)
}

/// The plural of `noun`: of its last word, or of the word before "for" or "of".
pub(super) fn plural(noun: &str) -> String {
    let head_end = [" for ", " of ", " to ", " in ", " on ", " from "]
        .iter()
        .filter_map(|joint| noun.find(joint))
        .min();
    let (head, rest) = noun.split_at(head_end.unwrap_or(noun.len()));
    let vowel = |head: &str| head.len() > 1 && head[..head.len() - 1].ends_with(['a', 'e', 'i', 'o', 'u']);
    let many = match head {
        _ if head.ends_with('y') && !vowel(head) => format!("{}ies", &head[..head.len() - 1]),
        _ if head.ends_with(['s', 'x', 'z']) || head.ends_with("ch") || head.ends_with("sh") => format!("{head}es"),
        _ => format!("{head}s"),
    };
    many + rest
}

/// The word by which a noun of several may be called for short: "episode" for "practice episode".
pub(super) fn shortened(noun: &str) -> Option<&str> {
    const SHORTEST: usize = 3;
    if noun.split(' ').any(is_common) {
        return None;
    }
    let (_, last) = noun.rsplit_once(' ')?;
    (last.len() >= SHORTEST && !is_other(last)).then_some(last)
}
