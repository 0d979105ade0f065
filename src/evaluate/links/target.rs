//! A target's `key` is its name with the ways of writing it taken away: "Action Five", "action 5" and "A5" are one.

use crate::document::after_label;

/// The key of the target `name`: the last initial of its label, and its number in digits. A numbered paragraph or section
/// is its number alone.
pub(super) fn key(name: &str) -> String {
    if let Some(item) = listed(name) {
        return item.to_owned();
    }
    // A sub-letter stands within the place that the document numbers.
    let name = name.split_once('(').map_or(name, |(head, _)| head).trim();
    let label: String = name.chars().take_while(|c| !c.is_ascii_digit()).collect();
    if label.len() == name.len() {
        return worded(name);
    }
    // A number of several levels says by itself what it counts.
    let levels = name[label.len()..].trim_end_matches('.').contains('.');
    let initial = if levels { String::new() } else { initial(&label) };
    format!("{}{}", initial, name[label.len()..].to_lowercase().trim_end_matches(['.', ')']))
}

/// The item in brackets that a name ends with, where a word or nothing stands before it: "(iv)" and "Terms of reference (iv)".
fn listed(name: &str) -> Option<&str> {
    let open = name.rfind('(').filter(|&open| open == 0 || name[..open].ends_with(' '))?;
    let plain = !name[..open].contains(|c: char| c.is_ascii_digit());
    let item = name[open..].strip_prefix('(')?.strip_suffix(')')?;
    (plain && (1..=5).contains(&item.len()) && item.bytes().all(|b| b.is_ascii_lowercase())).then_some(&name[open..])
}

/// The key of a name without digits: "Finding Three", "Appendix B".
fn worded(name: &str) -> String {
    let Some((label, last)) = name.rsplit_once(' ') else {
        return name.to_lowercase();
    };
    let number = after_label(last).filter(|(_, len)| *len == last.len()).map(|(number, _)| number);
    format!("{}{}", initial(label), number.unwrap_or_else(|| last.to_lowercase()))
}

/// The last initial of a label: "Key Practice Episode" is "e", as "KPE" is; none for paragraphs and sections.
fn initial(label: &str) -> String {
    let Some(word) = label.split_whitespace().next_back() else {
        return String::new();
    };
    let word = word.trim_end_matches('.');
    let lower = word.to_lowercase();
    if lower.starts_with("para") || lower.starts_with("section") || matches!(word, "\u{a7}" | "\u{b6}") {
        return String::new();
    }
    let capitals = word.len() <= 3 && word.chars().all(char::is_uppercase);
    let letter = if capitals {
        lower.chars().next_back()
    } else {
        lower.chars().next()
    };
    letter.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn one_key_for_one_place() {
        for (one, other) in [
            ("paragraph 4.27", "4.27"),
            ("Action Five", "action 5"),
            ("R1", "Recommendation 1"),
            ("Key Practice Episode 3", "KPE 3"),
            ("LP4", "Learning Point Four"),
            ("Recommendation Twenty", "Rec. 20"),
            ("Appendix II", "appendix 2"),
            ("Terms of reference (iv)", "(iv)"),
        ] {
            assert_eq!(key(one), key(other));
        }
        assert_ne!(key("Finding A"), key("Finding B"));
        assert_ne!(key("(i)"), key("(ii)"));
        assert_ne!(key("Finding 2"), key("Action 2"));
    }
}
