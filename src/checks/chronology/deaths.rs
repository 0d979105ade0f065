//! A `Death` is a day or month on which a document says that somebody died.

use std::sync::LazyLock;

use regex::Regex;

use super::births::Birth;
use super::calendar::{Precision, When};
use super::desk::Desk;
use super::reach;
use super::scene::Scene;

/// When somebody died.
#[derive(Clone, Debug)]
pub(super) struct Death {
    /// Who, when somebody whose birth is known is named.
    name: Option<String>,
    /// When.
    pub(super) when: When,
}

/// "died in hospital on", "was found dead at home on", "until her death on", right before a date.
static BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(died|found dead|pronounced dead|passed away|was killed|took (?:his|her) own life|(?:his|her|'s) death)\b[^.;:,0-9]{0,40}$",
    )
    .ok()
});
/// "Kit dies", "is found dead", in a row.
static ROW: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:dies|died|(?:is|was) found dead|(?:is|was) pronounced dead|passes away)\b").ok());

/// Those of the family whose death is another than the one a review is about.
const KIN: [&str; 16] = [
    "father",
    "mother",
    "wife",
    "husband",
    "partner",
    "grandmother",
    "grandfather",
    "brother",
    "sister",
    "parents",
    "uncle",
    "aunt",
    "nan",
    "son",
    "daughter",
    "dog",
];

/// All deaths that the document dates.
pub(super) fn deaths(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth]) -> Vec<Death> {
    let mut found = Vec::new();
    let text = desk.document.fold.text.as_str();
    if !["died", "dies", "dead", "death", "killed", "passe"]
        .iter()
        .any(|word| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some())
    {
        return found;
    }
    let (Some(before), Some(row)) = (BEFORE.as_ref(), ROW.as_ref()) else {
        return found;
    };
    for it in &scene.prose {
        let Some(when) = it.written.when.filter(|when| it.written.dated && is_near(*when)) else {
            continue;
        };
        let (head, _) = reach::around(desk, it);
        if let Some(verb) = before.captures(head).and_then(|found| found.get(1)) {
            found.extend(death(&head[..verb.start()], births, when));
        }
    }
    for told in &scene.timeline.rows {
        let Some(when) = told.when.filter(|when| is_near(*when)) else {
            continue;
        };
        for &piece in &told.account {
            let words = desk.words(piece);
            if let Some(verb) = row.find(words) {
                found.extend(death(&words[..verb.start()], births, when));
            }
        }
    }
    found
}

fn is_near(when: When) -> bool {
    matches!(when.precision, Precision::Day | Precision::Month)
}

/// The death that a verb tells after the words of `head`; `None` when it is that of others of the family.
fn death(head: &str, births: &[Birth], when: When) -> Option<Death> {
    let near = &head[head.floor_char_boundary(head.len().saturating_sub(48))..];
    let kin = near
        .split(|c: char| !c.is_alphabetic())
        .any(|word| KIN.contains(&word.to_lowercase().as_str()));
    let name = births
        .iter()
        .filter_map(|birth| Some((head.rfind(birth.name.as_str())?, birth)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, birth)| birth.name.clone());
    (!kin).then_some(Death { name, when })
}

/// The one death of `name`, or of whom the document is about: all that it tells agree.
pub(super) fn of<'d>(deaths: &'d [Death], name: Option<&str>) -> Option<&'d Death> {
    let mut fitting = deaths
        .iter()
        .filter(|death| death.name.is_none() || name.is_none() || death.name.as_deref() == name);
    let first = fitting.next()?;
    let agrees = |other: &Death| other.when.first <= first.when.last && first.when.first <= other.when.last;
    fitting.all(agrees).then_some(first)
}
