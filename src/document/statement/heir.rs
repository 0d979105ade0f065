//! An `heir` is who the items of a list are given to by what stands above them: "The school will:", "Health:", "Actions for
//! Children's Social Care".

use crate::document::People;
use crate::document::people::{is_known_role, may_be_person};

/// Words between a name and the colon that opens its list.
#[rustfmt::skip]
const PROMISES: &[&str] = &[
    " to", " will", " should", " must", " shall", " agreed to", " has agreed to", " have agreed to", " will need to", " needs to", " need to", " is to", " are to",
    " undertook to", " is asked to", " are asked to", " has been asked to", " have been asked to", " agrees to", " agree to", " ought to",
];

/// Headings that may go on with "for" and a name.
const FOR: &[&str] = &[
    "actions for ",
    "action for ",
    "recommendations for ",
    "recommendation for ",
    "actions by ",
    "tasks for ",
    "next steps for ",
];

/// What a line above a list says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heir<'t> {
    /// Who the items are given to, as written.
    pub(super) name: &'t str,
    /// Whether the line promises that it will do them: "The school will:".
    pub(super) promised: bool,
}

/// Who `line`, a heading or the words before a list, gives its items to; `None` when it names nobody who acts.
pub(super) fn heir<'t>(line: &'t str, people: &People) -> Option<Heir<'t>> {
    const LONGEST: usize = 80;
    let line = line.trim().trim_end_matches('-').trim_end();
    if line.len() > LONGEST {
        return None;
    }
    let bare = line
        .trim_end_matches(':')
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    let lower = bare.to_ascii_lowercase();
    let (name, promised) = match FOR.iter().find(|lead| lower.starts_with(**lead)) {
        Some(lead) => (&bare[lead.len()..], false),
        None => {
            let promise = PROMISES
                .iter()
                .filter(|words| lower.ends_with(**words))
                .max_by_key(|words| words.len());
            let closed = line.ends_with(':');
            (
                &bare[..bare.len() - promise.filter(|_| closed).map_or(0, |words| words.len())],
                promise.is_some() && closed,
            )
        }
    };
    let name = name
        .strip_prefix("The ")
        .or_else(|| name.strip_prefix("the "))
        .unwrap_or(name)
        .trim_end_matches(" actions");
    // "Good practice" is no practice: a name that no colon follows has its capitals.
    let small = |word: &str| word.starts_with(char::is_lowercase) && !matches!(word, "and" | "of" | "the" | "for" | "in");
    if !line.ends_with(':') && lower == name.to_ascii_lowercase() && name.split(' ').any(small) {
        return None;
    }
    is_owner(name, people).then_some(Heir { name, promised })
}

/// Whether `name` is somebody, or several, to whom a list may be given.
pub(super) fn is_owner(name: &str, people: &People) -> bool {
    let pieces = name
        .split([',', '/', '&', ';'])
        .flat_map(|piece| piece.split(" and "))
        .flat_map(|piece| piece.split(" - "));
    let mut pieces = pieces.map(str::trim).filter(|piece| !piece.is_empty()).peekable();
    let some = pieces.peek().is_some();
    let acronym = |piece: &str| (2..=6).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_uppercase());
    let sector = |piece: &str| {
        matches!(
            piece.to_ascii_lowercase().as_str(),
            "health" | "education" | "police" | "school" | "family" | "housing" | "everyone" | "all agencies" | "all"
        )
    };
    let short = name.split(' ').count() <= 8;
    let whole = || name.split(' ').next_back().is_some_and(|last| is_known_role(last).is_some()) && is_known_role(name).is_some();
    let other = ["views", "plan", "update", "report", "meeting", "actions", "notes"]
        .iter()
        .any(|w| name.to_ascii_lowercase().contains(w));
    let each = |piece: &str| {
        acronym(piece) && !matches!(piece, "DRAFT" | "ACTION" | "PLAN" | "NOTES" | "AOB" | "DATE" | "TIME")
            || sector(piece)
            || is_known_role(piece).is_some()
            || piece.contains(' ') && may_be_person(piece)
            || people.knows(piece)
    };
    some && short && !other && (whole() || pieces.all(each))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_above_a_list_may_name_its_owner() {
        let nobody = People::default();
        for (line, name, promised) in [
            ("The school will:", "school", true),
            ("Health to:", "Health", true),
            ("Police:", "Police", false),
            ("Mum and Dad:", "Mum and Dad", false),
            ("School - Mrs Penn:", "School - Mrs Penn", false),
            ("Actions for Children's Social Care", "Children's Social Care", false),
            ("Northmoor Hospitals NHS Trust should:", "Northmoor Hospitals NHS Trust", true),
            ("The social worker has agreed to:", "social worker", true),
        ] {
            assert_eq!(heir(line, &nobody), Some(Heir { name, promised }), "{line}");
        }
        for line in [
            "Actions:",
            "We agreed to:",
            "The plan will:",
            "What went well:",
            "Next steps",
            "Actions for the family meeting",
            "Father's views:",
            "Recommendations",
            "5 Recommendations",
        ] {
            assert_eq!(heir(line, &nobody), None, "{line}");
        }
    }
}
