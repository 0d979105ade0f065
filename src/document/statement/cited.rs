//! What is `cited` at the head of an action is a labelled line of nothing but places: "Answers: Finding 2, paragraph 5.4",
//! "Source: Recs 1 and 3", "Links to: 4.12-4.15".

use crate::document::label;

/// Words between places.
const JOINTS: &[&str] = &[
    "and", "to", "also", "of", "the", "report", "see", "in", "with", "both", "or", "no", "no.", "number",
];

/// Nouns of places beside those that open statements, and halves of nouns of two words.
const NOUNS: &[&str] = &[
    "paragraph",
    "para",
    "page",
    "key",
    "practice",
    "episode",
    "point",
    "box",
    "footnote",
    "item",
    "minute",
];

/// One past the last byte of the places that stand after the label and colon `text` opens with; `None` when no place stands
/// there, or the words run on in their sentence.
pub(super) fn opening(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let (mut end, mut places) = (colon + 1, 0);
    let mut at = end;
    for word in text[colon + 1..].split_inclusive(' ') {
        let start = at;
        at += word.len();
        let word = word.trim_end();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() || is_in(bare, JOINTS) {
            continue;
        }
        let numbered = is_place(bare);
        if !numbered && !is_noun(bare) {
            break;
        }
        if numbered {
            places += 1;
            end = start + word.len();
        }
    }
    let rest = text[end..].trim_start();
    let free = rest.is_empty() || rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '\u{201c}' | '\u{2018}'));
    (places > 0 && free).then_some(end)
}

/// Whether a word is the number of a place: "5.4", "R3", "12-15", "5(b)", "Two", "iv". A day of a month is none.
fn is_place(word: &str) -> bool {
    let digit = word.contains(|c: char| c.is_ascii_digit());
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (digit && letters <= 3 && !word.contains('/')) || label::number_of(word).is_some_and(|(_, len)| len == word.len())
}

/// Whether a word names a kind of place, or is half of such a name.
fn is_noun(word: &str) -> bool {
    let word = word.to_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    let stem = one.strip_suffix('e').unwrap_or(one);
    label::known(one).is_some() || is_in(one, NOUNS) || is_in(stem, NOUNS)
}

fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| other.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::opening;

    #[test]
    fn a_line_of_places_ends_where_the_words_begin() {
        for (text, places) in [
            (
                "Answers: Finding 2, paragraph 5.4 Cigarette burns to lead to a referral.",
                "Answers: Finding 2, paragraph 5.4",
            ),
            (
                "Answers: Finding Two and paragraphs 4.12 to 4.14",
                "Answers: Finding Two and paragraphs 4.12 to 4.14",
            ),
            ("Source: Recs 1 & 3. The Board will write to schools.", "Source: Recs 1 & 3."),
            ("Links to: R3, F5(b) Each team to name a lead.", "Links to: R3, F5(b)"),
            ("Relates to: 7.1.53-7.1.55 of the report", "Relates to: 7.1.53-7.1.55"),
            (
                "Report reference: para 4.2 (see also 4.9) Training is to be bought.",
                "Report reference: para 4.2 (see also 4.9)",
            ),
        ] {
            let found = opening(text).map(|end| &text[..end]);
            let tail = text.starts_with("Relates");
            assert_eq!(found, (!tail).then_some(places), "{text}");
        }
    }

    #[test]
    fn other_labels_stand() {
        for text in [
            "Scope: local",
            "Cost: within budget",
            "Note: the 12 schools were told",
            "Meeting: 3 times a year",
        ] {
            assert_eq!(opening(text), None, "{text}");
        }
    }
}
