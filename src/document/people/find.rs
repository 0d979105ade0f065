//! To `find` people is to see where a document's names stand in a stretch of its fold.

use super::name::{Name, is_office, next_capital, word};
use super::{People, PersonKind};
use crate::text::Span;

/// Names that are words as well: at the start of a sentence only what follows tells.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "Will", "May", "Mark", "Grace", "Hope", "Rose", "Faith", "Joy", "Dawn", "Summer", "April", "June", "August", "Art", "Bill", "Rob", "Pat", "Frank", "Grant",
    "Chance", "Sue", "Drew", "Carol", "Bob", "Chase", "Guy", "Cross", "Long", "Young", "Short", "Brown", "White", "Black", "Green", "King", "Little", "Lane", "Hill",
    "Wood", "Day", "Page", "Price", "Best", "Rich", "Case", "Ward", "Bishop", "Cook", "Noble", "Sky", "Star", "Angel", "Destiny", "Harmony", "Serenity", "Honour",
    "Patience", "Charity", "Clay", "Reed", "Miles", "Josh", "Jack", "Penny", "Dale", "Brook", "Holly", "Ivy", "Lily", "Daisy", "Olive", "Autumn", "Winter", "Rain",
];
const MONTHS: &[&str] = &["May", "April", "June", "August"];
/// Letters of roles before a number: "HV1".
const CODES: &[&str] = &[
    "HV", "SW", "FSW", "GP", "PC", "TM", "SM", "EHW", "IRO", "MW", "SN", "DC", "PO", "FW", "ASW", "CPN",
];

impl People {
    /// Calls `found` for every name in `stretch` of `text`, in order, the longest at each place.
    pub fn each(&self, text: &str, stretch: Span, mut found: impl FnMut(Span, PersonKind)) {
        let part = &text[stretch.range()];
        let mut at = 0;
        while let Some(start) = next_capital(part, at) {
            let first = word(part, start);
            let hit = self.known(part, start, first).or_else(|| by_form(part, start, first));
            match hit {
                Some((end, kind)) => {
                    found(Span::new(stretch.start + start as u32, stretch.start + end as u32), kind);
                    at = end;
                }
                None => at = start + first.len().max(1),
            }
        }
    }

    /// The learned name that begins at `start` with the word `first`.
    fn known(&self, text: &str, start: usize, first: &str) -> Option<(usize, PersonKind)> {
        let forms = self.by_word.get(first)?;
        for &form in forms {
            let form = &self.forms[form as usize];
            let end = start + form.words.len();
            let fits = text[start..].starts_with(&*form.words) && !text[end..].starts_with(|c: char| c.is_alphanumeric());
            if fits && (form.words.contains(' ') || !WORDS.contains(&first) || is_name_here(text, start, end, first)) {
                return Some((end, form.kind));
            }
        }
        None
    }
}

/// Whether a word that may also be a name is one where it stands.
fn is_name_here(text: &str, start: usize, end: usize, first: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "was", "has", "had", "said", "says", "told", "to", "did", "does", "will", "would", "and", "who", "asked", "agreed", "stated",
    ];
    const BEFORE_MONTH: &[&str] = &[
        "in", "by", "of", "since", "until", "from", "last", "this", "next", "early", "late", "mid", "during", "to", "between", "and",
    ];
    let next = text[end..]
        .strip_prefix(' ')
        .map_or("", |rest| rest.split(' ').next().unwrap_or_default());
    let before = text[..start].trim_end();
    let previous = before.rsplit(' ').next().unwrap_or_default();
    if MONTHS.contains(&first) {
        let dated = next.starts_with(|c: char| c.is_ascii_digit()) || previous.ends_with(|c: char| c.is_ascii_digit());
        if dated || BEFORE_MONTH.contains(&previous.to_lowercase().as_str()) || previous.ends_with("th") || previous.ends_with("st") {
            return false;
        }
    }
    let opens = before.is_empty() || before.ends_with(['.', '?', '!', ':', ';', '"', '\n', '\u{2022}', '-']);
    !opens || VERBS.contains(&next) || text[end..].starts_with("'s ")
}

/// Names that need no learning: "PC Singh", "Child A", "Mr K", "HV1".
fn by_form(text: &str, start: usize, first: &str) -> Option<(usize, PersonKind)> {
    let end = start + first.len();
    match first {
        "Mr" | "Mrs" | "Ms" | "Miss" => {
            let name = Name::at(text, start)?;
            (name.words.len() == 1).then_some((name.end, PersonKind::Parent))
        }
        "Child" | "Baby" | "Sibling" | "Twin" | "Adult" | "Parent" | "Mother" | "Father" => {
            let code = text[end..].strip_prefix(' ')?;
            if first == "Baby"
                && let Some(name) = Name::at(text, end + 1)
            {
                return Some((name.end, PersonKind::Child));
            }
            let sign = code.chars().next().filter(|c| c.is_ascii_uppercase() || c.is_ascii_digit())?;
            let kind = if matches!(first, "Child" | "Baby" | "Sibling" | "Twin") {
                PersonKind::Child
            } else {
                PersonKind::Parent
            };
            (!code[sign.len_utf8()..].starts_with(|c: char| c.is_alphanumeric())).then_some((end + 2, kind))
        }
        _ if CODES.contains(&first) && text[end..].starts_with(|c: char| c.is_ascii_digit()) => Some((end + 1, PersonKind::Professional)),
        _ if is_office(first) => Some((Name::at(text, start)?.end, PersonKind::Professional)),
        _ => None,
    }
}
