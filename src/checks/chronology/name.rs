//! A `name` at the end of a stretch of text is whose date of birth follows it.

/// Words that begin with a capital and are no name of a child.
const NO_NAMES: [&str; 30] = [
    "The", "He", "She", "They", "It", "Mother", "Father", "Baby", "Child", "Was", "Hospital", "Social", "Health", "Children", "Who", "His",
    "Her", "This", "Date", "On", "In", "Review", "Birth", "Born", "Both", "Parents", "Midwife", "Sibling", "Son", "Daughter",
];

/// Two capitals that are no one's initials.
const NO_INITIALS: [&str; 14] = ["GP", "HV", "SW", "CP", "DV", "DA", "UK", "ED", "SN", "NO", "OF", "IN", "ON", "MH"];

/// The name that ends `text`: "Wren", "Child T", "Ms D", and of "Rhys Cole" the given name, since a family shares the other.
pub(super) fn name_at_end(text: &str) -> Option<String> {
    let mut words = text.rsplit(' ');
    let last = words.next()?.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-');
    // "E.T., born 12 March 2016"
    if last.len() <= 5
        && last.contains('.')
        && last
            .split('.')
            .all(|letter| letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase()))
    {
        return Some(last.to_owned());
    }
    let capital = last.starts_with(char::is_uppercase) && last.chars().all(|c| c.is_alphanumeric() || c == '-');
    if !capital || last.len() > 24 {
        return None;
    }
    let before = words.next().unwrap_or("").trim_start_matches(|c: char| !c.is_alphanumeric());
    if matches!(before, "Child" | "Baby" | "Ms" | "Mr" | "Mrs" | "Miss" | "Adult" | "Sibling") {
        return Some(format!("{before} {last}"));
    }
    // "Children: T, born 9 March 2016": one letter, where a list of names stands.
    let counted = |before: &str| !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
    let listed = |before: &str| before.is_empty() || before.ends_with([':', ',', ';', ')']) || before == "and" || counted(before);
    if last.len() == 1 && listed(before) && (!matches!(last, "I" | "A") || before.ends_with(':')) {
        return Some(last.to_owned());
    }
    // "Children: M H, born": the letters of a given name and a surname.
    let initial = before.len() == 1 && last.len() == 1 && before.starts_with(|c: char| c.is_ascii_uppercase());
    if initial && listed(words.next().unwrap_or("")) {
        return Some(before.to_owned());
    }
    let shouted = last.len() > 1 && last.chars().all(char::is_uppercase);
    if shouted && last.len() == 2 && !NO_INITIALS.contains(&last) {
        return Some(last.to_owned());
    }
    let name = |word: &str| word.len() > 1 && !NO_NAMES.contains(&word);
    if shouted || !name(last) {
        return None;
    }
    let given = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase) && letters.all(char::is_alphabetic)
    };
    let full = text
        .rsplit(' ')
        .skip(1)
        .take(MOST_GIVEN)
        .take_while(|word| given(word) && name(word));
    Some(full.last().unwrap_or(last).to_owned())
}

/// Names before a surname.
const MOST_GIVEN: usize = 2;

#[cfg(test)]
mod tests {
    use super::name_at_end;

    #[test]
    fn siblings_share_a_surname() {
        for (text, name) in [
            ("Children: Keeley Cole", Some("Keeley")),
            ("and Rhys Cole", Some("Rhys")),
            ("Wren", Some("Wren")),
            ("seen with Child T", Some("Child T")),
            ("the baby", None),
            ("Children: KB", Some("KB")),
            ("seen by GP", None),
            ("Children: T", Some("T")),
            ("What I", None),
        ] {
            assert_eq!(name_at_end(text).as_deref(), name, "{text}");
        }
    }
}
