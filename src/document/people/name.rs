//! A `Name` is a person's name as it is written: "Kelly", "Jo Pratt", "Mr K", "PC 1432 Singh", "Dr A. Rahman".

use super::role;

/// Titles that anyone may bear.
const CIVIL: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Mx"];
/// Titles of office.
#[rustfmt::skip]
const OFFICE: &[&str] = &["Dr", "Prof", "Professor", "PC", "DC", "DS", "DI", "DCI", "PS", "PCSO", "Sgt", "Sergeant", "Inspector", "Insp", "Supt", "Cllr", "Judge", "Sister", "Det"];
/// The longest name, in words.
const LONGEST: usize = 3;

/// A name read at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name<'t> {
    /// "Mr", "Dr".
    pub(super) title: Option<&'t str>,
    /// The name without its title and number: "Jo Pratt".
    pub(super) words: &'t str,
    /// One past its last byte.
    pub(super) end: usize,
}

impl<'t> Name<'t> {
    /// The name that begins at byte `start` of `text`.
    pub(super) fn at(text: &'t str, start: usize) -> Option<Self> {
        let first = word(text, start);
        let title = (CIVIL.contains(&first) || OFFICE.contains(&first)).then_some(first);
        let from = match title {
            Some(title) => after_title(text, start + title.len())?,
            None => start,
        };
        let mut end = from;
        for count in 0..LONGEST {
            let next = if count == 0 { from } else { end + 1 };
            if count > 0 && !text[end..].starts_with(' ') {
                break;
            }
            let word = word(text, next);
            let initial = word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase();
            let point = usize::from(initial && text[next + 1..].starts_with('.'));
            let fits = is_capitalised(word) && role::may_name(word) || initial && (title.is_some() || point == 1) && word != "I";
            if !fits {
                break;
            }
            end = next + word.len();
            // "Ms A. Perran was born" are two sentences, "Mr D. Ashby" at the end of a cell is one name.
            if point == 1 && !(title.is_some() && begins_sentence(&text[end + 1..])) {
                end += 1;
            }
        }
        let words = text[from..end.max(from)].trim_end_matches('.');
        (!words.is_empty()).then_some(Self {
            title,
            words,
            end: from + words.len(),
        })
    }

    /// Whether its title is one of office.
    pub(super) fn has_office(&self) -> bool {
        self.title.is_some_and(is_office)
    }

    /// How many words the name has, its title apart.
    pub(super) fn count(&self) -> usize {
        self.words.split(' ').count()
    }

    /// The letters that the words begin with.
    pub(super) fn initials(&self) -> String {
        self.words.split(' ').filter_map(|w| w.chars().next()).collect()
    }
}

/// Whether `word` is a title of office.
pub(super) fn is_office(word: &str) -> bool {
    OFFICE.contains(&word)
}

/// Whether a capital word and then a small one follow: the start of a sentence.
fn begins_sentence(after: &str) -> bool {
    let mut words = after.trim_start().split(' ');
    words
        .next()
        .is_some_and(|w| w.strip_suffix("'s").unwrap_or(w).chars().all(char::is_alphabetic))
        && words.next().is_some_and(|w| w.starts_with(char::is_lowercase))
}

/// Where a name begins that has a title ending at byte `at`: after a full stop, blanks and a collar number.
fn after_title(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('.').unwrap_or(&text[at..]).strip_prefix(' ')?;
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
    Some(text.len() - rest.len() + number)
}

/// The run of letters at byte `at`, an apostrophe before a capital among them ("O'Neil").
pub(super) fn word(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((i, c)) = letters.next() {
        let joins = c == '\'' && i > 0 && letters.peek().is_some_and(|&(_, next)| next.is_uppercase());
        if !c.is_alphabetic() && !joins {
            break;
        }
        end = i + c.len_utf8();
    }
    &rest[..end]
}

/// A capital and then a small letter: "Kelly", "McNee", "O'Neil"; an acronym is none.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// The byte at which the next word with a capital begins in `text`, from byte `from` on.
pub(super) fn next_capital(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(ahead) = bytes.get(at..)?.iter().position(u8::is_ascii_uppercase) {
        at += ahead;
        let inside = |before: u8| before.is_ascii_alphanumeric() || before >= 0x80;
        if !at.checked_sub(1).is_some_and(|before| inside(bytes[before])) {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn names_end_where_other_words_begin() {
        let read = |text: &'static str| Name::at(text, 0).map(|n| (n.title, n.words));
        assert_eq!(read("Jo Pratt, Social Worker"), Some((None, "Jo Pratt")));
        assert_eq!(read("PC 1432 Singh said"), Some((Some("PC"), "Singh")));
        assert_eq!(read("Dr. A. Rahman, GP"), Some((Some("Dr"), "A. Rahman")));
        assert_eq!(read("Mr K was later"), Some((Some("Mr"), "K")));
        assert_eq!(read("Kelly's partner"), Some((None, "Kelly")));
        assert_eq!(read("Tara O'Neil."), Some((None, "Tara O'Neil")));
        assert_eq!(read("Harbour Lane Primary School"), Some((None, "Harbour Lane")));
        for none in ["The mother", "Social Worker", "HV1", "kelly", "Mother", ""] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
