//! At an `edge` of an action's words stands the name of its owner: "KB by 12/3/24 - ring school", "Ring school (KB)".

use super::super::doer::{is_group, is_initials, is_person, is_someone, names};
use crate::document::{Document, People, dates};

/// Longest name at an edge, in bytes.
const LONGEST_NAME: usize = 48;

/// Where "KB by 12/3/24 -", "RA/MI -", "School nurse:", "Nursery (Miss Ford) -", "All -" ends its name.
pub(super) fn opening_name(text: &str, document: &Document) -> Option<usize> {
    let ends = [" by ", " - ", ": "]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .filter(|&end| end <= LONGEST_NAME)?;
    let by = text[ends..].starts_with(" by ");
    let dated = by && text[ends + 4..].starts_with(|c: char| c.is_ascii_digit());
    let name = &text[..ends];
    let bare = name.split_once(" (").map_or(name, |(bare, _)| bare);
    // "Lena - to see Toby", not "Photos - to be printed".
    let told =
        text[ends..].strip_prefix(" - to ").is_some_and(|rest| !rest.starts_with("be ")) && !bare.contains(' ') && People::may_be(bare);
    let all = |name: &str| name.split('/').flat_map(names).all(|name| is_owner(name.trim(), document));
    ((told || all(bare)) && (dated || !by)).then_some(ends)
}

/// "(KB)", "(Mum, 19 May)", or "KB/CD" and "LM, 27 October" after the last full stop or dash.
pub(super) fn closing_name<'t>(text: &'t str, document: &Document) -> Option<&'t str> {
    let text = text.trim_end().trim_end_matches('.');
    let first = |words: &'t str| {
        let end = [",", ";", " by ", " - ", " before ", " on "]
            .iter()
            .filter_map(|mark| words.find(mark))
            .min();
        words[..end.unwrap_or(words.len())].trim()
    };
    let bracket = text
        .strip_suffix(')')
        .and_then(|t| t.rsplit_once('('))
        .map(|(_, words)| first(words));
    let short = |word: &&str| word.split('/').all(|part| (2..=3).contains(&part.len()) && is_initials(part));
    let owner =
        |word: &&str| short(word) || !is_initials(word) && word.split('/').flat_map(names).all(|name| is_owner(name.trim(), document));
    // "Eye test - Mum": all that stands after the last dash.
    let dashed = || {
        let (body, name) = text.rsplit_once(" - ")?;
        (body.contains(' ') && name.len() <= LONGEST_NAME && name.split('/').flat_map(names).all(is_someone)).then_some(name)
    };
    let last = || {
        let dash = text.rfind(" - ").map(|at| at + 2);
        let stop = text.rfind(['.', ':', ';']).map(|at| at + 1);
        dash.max(stop).map(|at| first(text[at..].trim()))
    };
    bracket
        .filter(|word| word.len() <= LONGEST_NAME && owner(word))
        .or_else(|| last().filter(short))
        .or_else(dashed)
}

/// Who is named in the last bracket that gives a name and a time: "[Head of Health Visiting, 30 April 2024] (Theme 1)"; in a
/// square one the name may stand alone.
pub(super) fn bracketed_name<'t>(text: &'t str, document: &Document) -> Option<&'t str> {
    const LONGEST: usize = 90;
    let opens = text.char_indices().filter(|(_, c)| matches!(c, '[' | '(')).collect::<Vec<_>>();
    opens.into_iter().rev().find_map(|(at, open)| {
        let inner = &text[at + 1..];
        let inner = &inner[..inner.find(if open == '[' { ']' } else { ')' })?];
        let each = |name: &str| name.split([';', '/']).flat_map(names).all(|name| is_owner(name.trim(), document));
        let Some((name, _)) = inner.rsplit_once([',', ';']).filter(|(_, when)| is_when(when.trim())) else {
            return Some(inner)
                .filter(|name| open == '[' && name.len() <= LONGEST && !name.contains(|c: char| c.is_ascii_digit()) && each(name));
        };
        let named = name.starts_with(char::is_uppercase) && !name.contains(|c: char| c.is_ascii_digit()) && name.len() <= LONGEST;
        (named && !is_place(name)).then_some(name)
    })
}

/// Whether `words` begin as a time does: "30 April 2024", "within six weeks", "by half-term", "ongoing".
fn is_when(words: &str) -> bool {
    const OPENERS: &[&str] = &[
        "by",
        "within",
        "before",
        "ongoing",
        "asap",
        "immediately",
        "immediate",
        "end",
        "quarterly",
        "monthly",
        "weekly",
        "annually",
        "from",
        "spring",
        "summer",
        "autumn",
        "winter",
        "easter",
        "christmas",
        "half",
        "next",
        "due",
    ];
    let first = words.split([' ', '/', '.']).next().unwrap_or("");
    let lower = first.to_lowercase();
    let dated = first.len() <= 4 && first.starts_with(|c: char| c.is_ascii_digit()) && words.len() > first.len() + 1;
    dated || OPENERS.contains(&lower.as_str()) || words == "now" || words.starts_with("as soon") || dates::is_calendar_word(first)
}

/// Whether `words` name a place of a document: "Finding Two", "Theme One".
fn is_place(words: &str) -> bool {
    const PLACES: &[&str] = &[
        "finding",
        "findings",
        "theme",
        "themes",
        "recommendation",
        "recommendations",
        "rec",
        "recs",
        "section",
        "paragraph",
        "para",
        "paras",
        "appendix",
        "table",
        "see",
        "learning",
        "lesson",
        "chapter",
        "annex",
        "item",
        "minute",
        "decision",
        "note",
    ];
    let first = words.split([' ', '.']).next().unwrap_or("").to_lowercase();
    PLACES.contains(&first.as_str())
}

/// Whether `name` is somebody who may be given an action: by its words, or because the document makes him known.
fn is_owner(name: &str, document: &Document) -> bool {
    is_someone(name) || is_person(name) || is_group(name) || document.people.knows(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_at_either_end() {
        let nobody = Document::default();
        assert_eq!(opening_name("KB by 12/3/24 - contact the officer", &nobody), Some(2));
        assert_eq!(opening_name("RA/MI - RA to weigh", &nobody), Some(5));
        assert_eq!(opening_name("All - share information", &nobody), Some(3));
        assert_eq!(opening_name("Mother - to stop him going out", &nobody), Some(6));
        assert_eq!(opening_name("Photos - to be printed", &nobody), None);
        assert_eq!(opening_name("CSC audited by the Board", &nobody), None);
        assert_eq!(closing_name("Rewrite the history. LM, 27 October.", &nobody), Some("LM"));
        assert_eq!(closing_name("Chase the contractor. KB/CD", &nobody), Some("KB/CD"));
        assert_eq!(closing_name("Chase the contractor (KB)", &nobody), Some("KB"));
        assert_eq!(closing_name("Refer the case to CSC", &nobody), None);
        assert_eq!(closing_name("Ring the landlord (AB, by 12 May)", &nobody), Some("AB"));
        assert_eq!(closing_name("Send the form (CD/EF by 5/5/23).", &nobody), Some("CD/EF"));
        assert_eq!(closing_name("Share the plan with school (Sam Otley)", &nobody), Some("Sam Otley"));
        assert_eq!(closing_name("Apply for a place (Mum, 19 May)", &nobody), Some("Mum"));
        assert_eq!(closing_name("Ring the GP - AB by 12 May", &nobody), Some("AB"));
        assert_eq!(closing_name("Read the review (Finding Three)", &nobody), None);
        assert_eq!(closing_name("Weigh the baby (on the same scales)", &nobody), None);
        for (text, expected) in [
            (
                "Make a plan (Theme One, 3.2). [Head of Health Visiting, 30 April 2024]",
                Some("Head of Health Visiting"),
            ),
            (
                "Change the coding. [Practice Manager, 30 April 2023] (Theme 1, para 10)",
                Some("Practice Manager"),
            ),
            ("Review each plan. [Head Teacher, half term]", Some("Head Teacher")),
            (
                "Redirect them. (Detective Superintendent; Head of School Nursing, 5 April 2024)",
                Some("Detective Superintendent; Head of School Nursing"),
            ),
            ("Weigh the baby [School Nurse]", Some("School Nurse")),
            ("Read the review (Finding Two, 3.2)", None),
            ("Weigh the baby [3] (see Finding 2)", None),
        ] {
            assert_eq!(bracketed_name(text, &nobody), expected, "{text}");
        }
        assert_eq!(opening_name("Lena - to see Toby alone", &nobody), Some(4));
        assert_eq!(opening_name("Nursery (Miss Ford) - keep a diary", &nobody), Some(19));
        assert_eq!(opening_name("Grandad: collect Mia", &nobody), Some(7));
        assert_eq!(opening_name("Transport: book a taxi", &nobody), None);
    }
}
