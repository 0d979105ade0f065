//! A `Day` is when a document was written, as it says itself or as its file is called.

use crate::checks::actions::own_day;
use crate::document::{Document, dates};

/// When a document was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// ISO 8601, to the day or the month.
    pub iso: String,
    /// Whether the document says so itself; otherwise its file is called so.
    pub own: bool,
}

/// On which side of a date a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before it.
    Before,
    /// On it or after it.
    After,
}

impl Day {
    /// The day of `document`, whose file is called `name`; the document's own words come first.
    #[must_use]
    pub fn of(document: &Document, name: &str) -> Option<Self> {
        let own = own_day(document).map(|iso| Self { iso, own: true });
        own.or_else(|| named(name).map(|iso| Self { iso, own: false }))
    }

    /// On which side of `date` (ISO 8601, to the day) it lies; `None` for a month in which `date` itself lies.
    #[must_use]
    pub fn side(&self, date: &str) -> Option<When> {
        let date = date.get(..self.iso.len())?;
        match (self.iso.as_str() < date, self.iso.len() < 10 && self.iso == date) {
            (_, true) => None,
            (true, false) => Some(When::Before),
            (false, false) => Some(When::After),
        }
    }
}

/// The last date in the name of a file: "core-group-2024-03-12.docx", "12 march 2024.pdf".
fn named(name: &str) -> Option<String> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words: Vec<String> = stem.split(['-', '_', ' ', '.']).map(capitalised).collect();
    let spaced = dates::find(&words.join(" ")).into_iter().filter_map(|found| found.iso);
    let whole = dates::find(&stem.replace('_', " ")).into_iter().filter_map(|found| found.iso);
    spaced.chain(whole).last()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_tell_a_date() {
        assert_eq!(named("12-portsmouth-01-september-2014.pdf").as_deref(), Some("2014-09-01"));
        assert_eq!(named("core-group-2024-03-12.docx").as_deref(), Some("2024-03-12"));
        assert_eq!(named("minutes_march_2024.md").as_deref(), Some("2024-03"));
        assert_eq!(named("CP 14.3.24.docx").as_deref(), Some("2024-03-14"));
        assert_eq!(named("minutes-3.md"), None);
    }

    #[test]
    fn a_month_that_holds_the_date_is_on_no_side() {
        let side = |iso: &str| {
            Day {
                iso: iso.into(),
                own: true,
            }
            .side("2024-03-12")
        };
        assert_eq!(side("2024-03-11"), Some(When::Before));
        assert_eq!(side("2024-03-12"), Some(When::After));
        assert_eq!(side("2024-02"), Some(When::Before));
        assert_eq!(side("2024-04"), Some(When::After));
        assert_eq!(side("2024-03"), None);
    }
}
