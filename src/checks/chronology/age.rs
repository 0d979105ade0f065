//! An `Age` is how old somebody is told to be: a number, its unit, and whether it is told as of now.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::dates::{NUMBER, number_word};

/// "aged six", "at five months", "then fourteen months old", "who is now eight", "was 82 when", ", just fifteen,": what leads, the number, the
/// half, the unit, and what closes it.
static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?ix)\b(aged|at\ the\ age\ of|the\ age\ of|at\ age|age|at|was|were|is|are|then|now|only|just|turned|being|still)
          (?:\ (?:aged|then|now|only|just|still))*
          \ (NUMBER)(\ and\ a\ half)?(?:[\ -]((?:day|week|month|year)s?))?(\ and\ a\ half)?([\ -]old\b)?
          (\ when\b|\ at\ the\ time\b|\ at\ (?:his|her|the)\b|[,.;)]|\ and\b|\ by\ then\b|\ that\ day\b|\ in\ |\ on\ |$)?";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});

/// An age as written, where it stands in its words.
pub(super) struct Age {
    /// From the word that leads to it to its end.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where what is marked begins: at "aged", when that is not what leads.
    pub(super) mark: usize,
    pub(super) count: u32,
    pub(super) half: bool,
    pub(super) unit: String,
    /// Whether it is told as of now: "is", "now".
    pub(super) present: bool,
    /// Whether the word "age" leads to it.
    pub(super) called: bool,
}

/// The ages of some words.
pub(super) fn all(words: &str) -> Vec<Age> {
    let pattern = AGE.as_ref();
    pattern.map_or_else(Vec::new, |pattern| {
        pattern.captures_iter(words).filter_map(|found| age(words, &found)).collect()
    })
}

/// The age that the pattern found, when it is one: "was two meetings" and "now one" are none.
fn age(words: &str, found: &Captures<'_>) -> Option<Age> {
    let (whole, lead, number) = (found.get(0)?, found.get(1)?.as_str().to_lowercase(), found.get(2)?);
    let count = number_word(number.as_str()).filter(|count| !matches!(number.as_str(), "a" | "an") && *count > 0)?;
    let (unit, old, close) = (
        found.get(4),
        found.get(6).is_some(),
        found.get(7).map_or("", |close| close.as_str()),
    );
    let called = lead == "at" || lead.contains("age") || whole.as_str().to_lowercase().contains(" aged ");
    let ended = !close.is_empty() || whole.end() == words.len();
    // "was three", "who is eight": of somebody, and nothing that is counted behind it.
    let before = words[..whole.start()].trim_end();
    let before = [" just", " had", " only", " already"]
        .iter()
        .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before));
    let last = before.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    let pronoun = ["he", "she", "who", "and"].contains(&last.to_lowercase().as_str());
    let person = pronoun || last.starts_with(char::is_uppercase) || before.ends_with(',') || before.is_empty();
    // "turned five and was", "is now six and has": no count goes on behind these.
    let closed = lead == "turned" || whole.as_str().to_lowercase().contains(" now ");
    let half = found.get(3).is_some() || found.get(5).is_some();
    let bare = unit.is_none()
        && !old
        && ended
        && person
        && count > 1
        && (!close.starts_with(" and") || closed || half)
        && !(lead == "was" && close == " in ");
    let weighty = old && (called || person || unit.is_some());
    if !(called && (unit.is_none() || old || ended) || weighty || bare) {
        return None;
    }
    // "at six" is an hour, "at five months" an age, and "born at 38 weeks" none.
    let born = ["birth", "born", "deliver", "gestation", "pregnan", "booked", "scan"]
        .iter()
        .any(|word| words.to_lowercase().contains(word));
    if lead == "at" && (unit.is_none() || !ended || born) {
        return None;
    }
    let vague = ["nearly", "almost", "about", "around", "over", "under", "approximately"];
    if vague.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let end = found.get(6).or(found.get(5)).or(unit).or(found.get(3)).unwrap_or(number).end();
    let present = ["is", "are", "now"].contains(&lead.as_str())
        || before.ends_with(" is")
        || before.ends_with('(')
        || whole.as_str().to_lowercase().contains(" now ");
    Some(Age {
        from: whole.start(),
        to: end,
        mark: whole
            .as_str()
            .to_lowercase()
            .find(" aged ")
            .map_or(whole.start(), |at| whole.start() + at + 1),
        count,
        half,
        unit: unit.map_or("year".into(), |unit| unit.as_str().to_lowercase().trim_end_matches('s').to_owned()),
        present,
        called,
    })
}

/// Whether an age may be told of somebody who has lived so many days.
pub(super) fn fits(age: &Age, lived: i32) -> bool {
    if age.half {
        let unit = if age.unit == "year" { 365.25 } else { 30.44 };
        return (f64::from(lived) / unit - f64::from(age.count) - 0.5).abs() <= 0.6;
    }
    fits_in(age.count, &age.unit, lived)
}

/// Whether somebody who has lived so many days may be told to be so many days, weeks, months or years old.
pub(super) fn fits_in(count: u32, unit: &str, lived: i32) -> bool {
    let (count, lived) = (f64::from(count), f64::from(lived));
    match unit {
        "day" => (count - lived).abs() <= 1.0,
        // People count what is whole, and round up what nearly is.
        "week" => (-1.1..=0.6).contains(&(count - lived / 7.0)),
        "month" => (-1.1..=0.6).contains(&(count - lived / 30.44)),
        _ => lived / 365.25 > count - YEAR_SLACK && lived / 365.25 < count + 1.0 + YEAR_SLACK,
    }
}

/// Four days, in years: leap years and the night in which somebody died.
const YEAR_SLACK: f64 = 0.011;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_an_age() {
        let first = |words: &str| all(words).into_iter().next().map(|it| (it.count, it.unit));
        let years = |count| Some((count, "year".to_owned()));
        for (words, told) in [
            ("Wren, then aged six, told", years(6)),
            ("She was 38 when she died", years(38)),
            ("Tilly, who is eight, has", years(8)),
            ("JM, who is now five.", years(5)),
            ("He is nine.", years(9)),
            ("Jade, just fifteen, is", years(15)),
            ("Robin, then five months old", Some((5, "month".into()))),
            ("when they were six weeks old", Some((6, "week".into()))),
            ("There was one meeting", None),
            ("The panel was two short", None),
            ("it was three weeks before", None),
            ("he was nearly three.", None),
            ("he was 81% present", None),
            ("when she was fifty-two.", years(52)),
        ] {
            assert_eq!(first(words), told, "{words}");
        }
    }
}
