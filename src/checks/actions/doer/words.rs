//! The words by which somebody who acts is known: nouns of roles and bodies, groups in which nobody is named.

use crate::document::People;

/// Nouns without capitals that name someone who acts.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "partnership", "board", "constabulary", "council", "trust", "team", "service", "services", "unit", "subgroup", "worker", "officer", "nurse", "manager",
    "lead", "school", "nursery", "police", "head", "director", "chair", "clerk", "doctor", "midwife", "visitor", "teacher", "mother", "father", "parents", "mum",
    "dad", "panel", "committee", "department", "hub", "practitioner", "coordinator", "adviser", "author", "reviewer", "hospital", "surgery", "practice",
    "federation", "authority", "grandma", "grandad", "gran", "nan", "grandparents", "auntie", "stepfather", "stepmother", "stepdad", "stepmum", "headteacher", "keyworker",
    "advocate", "counsellor", "therapist", "dentist", "pharmacist", "registrar", "guardian", "inspector", "superintendent", "constable", "matron", "administrator",
    "secretary", "mentor", "deputy", "paramedic", "dietitian", "commander", "supervisor", "sister", "treasurer", "governors", "trustees", "academy", "college", "chairs", "heads", "commissioner", "commissioners", "midwifery", "care", "grandmother", "grandfather", "aunt", "uncle", "carer", "carers", "court",
    "solicitor", "psychologist", "psychiatrist", "consultant", "paediatrician", "gp", "executive", "probation", "group", "sergeant", "landlord", "provider", "contractor", "contractors", "company", "charity", "taker", "ordinator", "commissioner", "registrar", "bursar", "caretaker",
];

/// Words without capitals inside such a name.
#[rustfmt::skip]
const MODIFIERS: &[&str] = &[
    "key", "social", "health", "family", "community", "designated", "named", "principal", "safeguarding", "children's", "adult", "adults", "local", "housing",
    "support", "business", "senior", "assistant", "deputy", "mental", "public", "clinical", "commissioning", "county", "city", "borough", "learning",
    "improvement", "quality", "audit", "review", "independent", "conference", "board's", "partnership's", "trust's", "secondary", "primary", "sub", "class",
    "maternal", "paternal", "meetings", "conferences", "allocated", "new", "head", "advanced", "lead", "link", "outreach", "drug", "alcohol", "domestic", "abuse",
    "private", "joint", "regional", "national", "newly", "formed", "strategic", "operational", "statutory", "voluntary", "integrated", "specialist", "acute", "neonatal",
    "maternity", "paediatric", "emergency", "fostering", "adoption", "early", "help", "years", "youth", "offending", "justice", "custody", "duty", "transport",
    "licensing", "environmental", "homelessness", "substance", "misuse", "recovery", "sexual", "perinatal", "infant", "crime", "missing", "exploitation",
    "attendance", "inclusion", "virtual", "partner", "foster", "half", "step", "nursing", "home", "day", "centre", "welfare", "student", "pastoral", "education", "ambulance", "fire", "rescue", "dental", "pharmacy", "ward", "charge", "duty",
];

/// Nouns in which nobody is named.
#[rustfmt::skip]
pub(super) const GROUPS: &[&str] = &[
    "agencies", "agency", "professionals", "partners", "practitioners", "staff", "everyone", "all", "services", "organisations", "colleagues", "managers",
    "supervisors", "leads", "workers", "network", "teams", "attendees", "members", "group", "everybody", "officers", "clinicians", "schools", "settings",
];

/// Words that may stand beside a group noun and name nobody either.
#[rustfmt::skip]
pub(super) const GROUP_WORDS: &[&str] = &[
    "all", "each", "every", "individual", "partner", "relevant", "other", "multi", "the", "any", "both", "frontline", "key", "appropriate", "involved", "core",
    "professional", "single", "safeguarding", "and",
];

/// Members of a family.
#[rustfmt::skip]
const KIN: &[&str] = &[
    "mum", "dad", "mother", "father", "parents", "gran", "nan", "nana", "grandma", "grandad", "grandmother", "grandfather", "grandparents", "aunt", "auntie", "uncle",
];

/// Sectors that are named for whoever acts in them: "Health to weigh the baby".
const SECTORS: &[&str] = &["health", "education", "housing", "probation", "police", "parents", "family"];

/// Words on either side of an "and" or a comma that is part of one name: "Fire and Rescue Service".
#[rustfmt::skip]
const COMPOUNDS: &[(&str, &str)] = &[
    ("fire", "rescue"), ("police", "crime"), ("health", "social"), ("health", "wellbeing"), ("health", "care"), ("children", "families"), ("children", "young"),
    ("adults", "health"), ("learning", "development"), ("drug", "alcohol"), ("drugs", "alcohol"), ("accident", "emergency"), ("education", "skills"),
    ("maternity", "neonatal"), ("training", "development"), ("people", "families"), ("workforce", "development"), ("housing", "homelessness"), ("child", "family"),
    ("child", "adolescent"), ("families", "young"), ("women", "children"), ("women's", "children's"), ("safeguarding", "quality"), ("quality", "safeguarding"), ("quality", "assurance"),
    ("quality", "performance"), ("performance", "quality"), ("health", "education"), ("mental", "physical"),
];

/// Whether `name` names a group and nobody in it.
pub(in crate::checks::actions) fn is_group(name: &str) -> bool {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .collect();
    // "All surgeries", "Every health agency's staff": nobody of them is named.
    let every = words.len() > 1 && is_in(words[0], &["all", "every", "individual", "partner", "other", "relevant"]);
    let several = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase()) && word.ends_with('s') && !word.ends_with("ss");
    if every && words.len() <= 4 && words.last().is_some_and(|word| several(word)) {
        return true;
    }
    let noun = words.iter().any(|w| is_in(w, GROUPS));
    noun && words.iter().all(|w| is_in(w, GROUPS) || is_in(w, GROUP_WORDS))
}

/// A capital word, an acronym, initials, or a noun of a role.
pub(super) fn is_name_word(token: &str) -> bool {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    let capital = bare.starts_with(|c: char| c.is_uppercase());
    // "The council's private housing team".
    let owning = bare.ends_with("'s")
        && !matches!(
            bare,
            "it's" | "that's" | "there's" | "he's" | "she's" | "who's" | "what's" | "let's"
        );
    (capital && !is_in(bare, OPENERS)) || is_in(bare, HEADS) || is_in(bare, MODIFIERS) || owning
}

/// Capital words that open a sentence and name nobody.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "In", "As", "See", "Following", "When", "Where", "If", "This", "These", "It", "There", "That", "For", "With", "From", "To", "Once", "After", "Before",
    "Any", "An", "A", "Nobody", "None", "No", "Anyone", "Everything", "Nothing", "Consideration", "Work", "Action", "Actions", "Training", "Information", "Also", "Should", "What", "How", "Response", "Continue",
    "Agree", "Arrange", "Attempt", "Try", "Seek", "Aim", "Plan", "Need", "Ensure", "Look", "Write", "Speak", "Talk", "Ask", "Invite", "Support", "Help",
    "Encourage", "Refer", "Respond", "Return", "Listen", "Begin", "Start", "Liaise", "Propose", "Commit", "Offer", "Consider", "Request", "Explore", "Agreed",
    "Policy", "Procedure", "Guidance", "Template", "Report", "Letter", "Audit", "Review", "Form", "Protocol", "Agreement", "Minutes", "Referral", "Contact",
    "Visit", "Meeting", "Access", "Funding", "Both", "Due", "Able", "Unable", "Prior", "According", "Subject", "Evidence", "Feedback", "Process", "Steps",
];

/// Capitals by which a person or a body is known: "KB", "KB/CD", "CSC".
pub(in crate::checks::actions) fn is_initials(name: &str) -> bool {
    name.split('/')
        .all(|part| (1..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Whether `name`, before a dash or a colon, is someone who acts: "Mother - to stop him", "School nurse: …".
pub(in crate::checks::actions) fn is_someone(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let head = words.last().is_some_and(|w| is_in(w, HEADS));
    words.len() <= 5
        && (words.iter().all(|w| is_initials(w))
            || (head && words.iter().all(|w| is_name_word(w) || is_in(w, &["the", "of", "and", "for", "&"])))
            || words.len() == 1 && is_in(name, SECTORS)
            || name.eq_ignore_ascii_case("all"))
}

/// Whether `name` is a person's: a title and a capital word, or two or three words that may be names.
pub(in crate::checks::actions) fn is_person(name: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr", "Mrs", "Ms", "Miss", "Dr", "Sgt", "PC", "DC", "DS", "DI", "Prof", "Cllr", "Revd",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    let titled = words.len() > 1 && TITLES.contains(&words[0].trim_end_matches('.')) && words[1..].iter().all(capital);
    titled || (2..=3).contains(&words.len()) && words.iter().all(|w| People::may_be(w.trim_end_matches('.')))
}

/// Whether `name` is a person, role, body or group by itself.
fn is_party(name: &str) -> bool {
    let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let nhs = bare.strip_prefix("NHS ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    !bare.is_empty() && (nhs || is_someone(bare) || is_person(bare) || is_group(bare))
}

/// The names in `words`, a list of them taken apart: "CSC, the police and the Trust" are three, and the "Fire and Rescue
/// Service" is one.
pub(in crate::checks::actions) fn names(words: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = Vec::new();
    let mut commas = 0;
    for (i, part) in words.split(", ").enumerate() {
        commas += usize::from(i > 0);
        let part = part.strip_prefix("and ").unwrap_or(part);
        match split_and(part) {
            Some((left, right)) => pieces.extend([left, right]),
            None => pieces.push(part),
        }
    }
    // "Priya Nolan, Head of Service" is one, and so is "Head of Service, NHS Trust".
    let plain = |name: &str| is_initials(name) || is_in(name, KIN) || is_in(name, SECTORS);
    let each = |of: fn(&str) -> bool| pieces.iter().all(|piece| of(piece));
    let titled = commas == 1
        && pieces.len() == 2
        && pieces.iter().any(|p| p.contains(' '))
        && !each(is_person)
        && !(plain(pieces[1]) && (plain(pieces[0]) || is_person(pieces[0])));
    match pieces.len() > 1 && !titled && (commas == 0 || pieces.iter().all(|p| is_party(p))) {
        true => pieces,
        false => vec![words],
    }
}

/// The two names on either side of an "and" or its sign, when each is one.
fn split_and(part: &str) -> Option<(&str, &str)> {
    let (left, right) = [" and ", " & ", " + "].iter().find_map(|joint| part.split_once(joint))?;
    let (before, after) = (left.rsplit(' ').next()?.to_lowercase(), right.split(' ').next()?.to_lowercase());
    let one = COMPOUNDS.contains(&(before.as_str(), after.as_str()));
    // "Department of Health and Social Care", "Health and Wellbeing Board".
    let article = right.starts_with("the ");
    let within = !article && [" of ", " for "].iter().any(|of| left.contains(of)) && right.contains(' ');
    let sector = is_in(left, SECTORS) && right.contains(' ') && !article && right.starts_with(char::is_uppercase);
    (!one && !within && !sector && is_party(left) && is_party(right)).then_some((left, right))
}

pub(super) fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_names_come_apart() {
        for (words, expected) in [
            ("CSC, the police and the Trust", &["CSC", "the police", "the Trust"][..]),
            ("Mum and Dad", &["Mum", "Dad"]),
            ("Mum and Tess Orr", &["Mum", "Tess Orr"]),
            ("Health visitor and school nurse", &["Health visitor", "school nurse"]),
            ("Police & CSC", &["Police", "CSC"]),
            ("Health and Education", &["Health and Education"]),
            ("Health and school", &["Health", "school"]),
            ("Director of Adults and Health", &["Director of Adults and Health"]),
            ("Department of Health and Social Care", &["Department of Health and Social Care"]),
            ("Health and Wellbeing Board", &["Health and Wellbeing Board"]),
            ("Northmoor Fire and Rescue Service", &["Northmoor Fire and Rescue Service"]),
            ("Priya Nolan, Head of Service", &["Priya Nolan, Head of Service"]),
            ("SW, HV", &["SW", "HV"]),
            ("Mr Dunn, Nan", &["Mr Dunn", "Nan"]),
            ("PSW, Graham Oduya", &["PSW, Graham Oduya"]),
            (
                "Northmoor and Vale Safeguarding Adults Board",
                &["Northmoor and Vale Safeguarding Adults Board"],
            ),
        ] {
            assert_eq!(names(words), expected);
        }
    }
}
