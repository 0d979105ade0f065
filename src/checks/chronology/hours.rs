//! An `Hour` is a time of day as records write it: "17:52", "5.52 pm", "0025 hrs", "noon"; in minutes after midnight.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hour {
    /// Where it is written.
    pub(super) range: Range<usize>,
    /// Minutes after midnight.
    pub(super) minute: i32,
}

/// "17:52", "17.52", "5.52 pm", "5pm", "1752 hrs".
static HOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b\.?|(?: ?(?:hrs|hours|h)\b)?)|(?P<h12>1[0-2]|[1-9]) ?(?P<half12>[ap])\.?m\b\.?|(?P<h24>[01]\d|2[0-3])(?P<m24>[0-5]\d) ?(?:hrs|hours|h)\b|(?P<name>noon|midday|midnight)\b)",
    )
    .ok()
});

/// Words before a time that make it none to hold others to.
const VAGUE: [&str; 12] = [
    "about",
    "around",
    "approx",
    "approximately",
    "circa",
    "c.",
    "c",
    "nearly",
    "almost",
    "before",
    "after",
    "by",
];

/// All times of day in `text`. What stands in points needs a word beside it that makes it a time: "at 6.20" and no paragraph.
pub(super) fn all(text: &str) -> Vec<Hour> {
    if !text.bytes().any(|b| b.is_ascii_digit()) && !text.contains("noon") && !text.contains("mid") {
        return Vec::new();
    }
    let found = HOUR.iter().flat_map(|pattern| pattern.captures_iter(text));
    let hours = found.filter_map(|found| {
        let whole = found.get(0)?;
        let near = text[..whole.start()]
            .trim_end()
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let stuck = text[..whole.start()].ends_with(['.', ':', '/', '-', '\u{a3}']) || text[whole.end()..].starts_with(['/', '%', ':']);
        let number = |tail: &str| {
            tail.strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        if stuck || number(&text[whole.end()..]) || VAGUE.contains(&near.as_str()) {
            return None;
        }
        let hour = of(&found)?;
        let pointed = whole.as_str().contains('.') && found.name("half").is_none() && found.name("half12").is_none();
        let led = ["at", "from", "to", "until", "and", "between", "the", "since"].contains(&near.as_str());
        (!pointed || led || whole.as_str().to_lowercase().contains('h')).then_some(hour)
    });
    hours.collect()
}

/// The time with which `text` opens, where a row may begin; points are enough there.
pub(super) fn opening(text: &str) -> Option<Hour> {
    let lead = text.len() - text.trim_start_matches([' ', '*', '_', '[', '(', ',', '\u{a0}']).len();
    let found = HOUR.as_ref()?.captures(&text[lead..])?;
    let whole = found.get(0).filter(|whole| whole.start() == 0)?;
    let rest = &text[lead + whole.end()..];
    let ends = rest.is_empty() || rest.starts_with([' ', ',', ':', '.', ')', ']', '*', '_', ';', '\t', '-', '\u{2013}', '\u{2014}']);
    let figures = rest.trim_start_matches(['.', ',', ':']);
    let goes_on = rest.starts_with(['.', ',', ':']) && figures.starts_with(|c: char| c.is_ascii_digit());
    let hour = of(&found).filter(|_| ends && !goes_on)?;
    Some(Hour {
        range: lead + hour.range.start..lead + hour.range.end,
        ..hour
    })
}

fn of(found: &regex::Captures<'_>) -> Option<Hour> {
    let number = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<i32>().ok());
    let after_noon = |name: &str| found.name(name).map(|half| half.as_str().eq_ignore_ascii_case("p"));
    let of_twelve = |hour: i32, late: bool| hour % 12 + if late { 12 } else { 0 };
    let minute = match (number("h"), number("h12"), number("h24")) {
        (Some(hour), ..) => {
            let hour = match after_noon("half") {
                Some(late) if hour <= 12 => of_twelve(hour, late),
                Some(_) => return None,
                None => hour,
            };
            hour * 60 + number("m")?
        }
        (_, Some(hour), _) => of_twelve(hour, after_noon("half12")?) * 60,
        (.., Some(hour)) => hour * 60 + number("m24")?,
        _ => match found.name("name")?.as_str().to_lowercase().as_str() {
            "midnight" => return None,
            _ => 720,
        },
    };
    Some(Hour {
        range: found.get(0)?.range(),
        minute,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        let told = |text: &str| all(text).into_iter().map(|hour| hour.minute).collect::<Vec<_>>();
        assert_eq!(told("He came at 17:52 and left at 6.20."), [1072, 380]);
        assert_eq!(told("at 5.52 pm, at 5pm, at 0025 hrs, at noon"), [1072, 1020, 25, 720]);
        assert_eq!(told("at 12.05 a.m. and 12.05 p.m."), [5, 725]);
        assert_eq!(told("paragraph 4.12, a score of 7.10 and 3:2"), Vec::<i32>::new());
        assert_eq!(told("about 17:52, on 3.12.19, 10:30:12"), Vec::<i32>::new());
    }

    #[test]
    fn times_that_open_a_row() {
        let told = |text: &str| opening(text).map(|hour| hour.minute);
        assert_eq!(told("**17:52** Mr R is brought"), Some(1072));
        assert_eq!(told("21.10 \u{2013} second set"), Some(1270));
        assert_eq!(told("0830 hrs: seen"), Some(510));
        assert_eq!(told("9 a.m. seen"), Some(540));
        assert_eq!(told("4.12.19 seen"), None);
        assert_eq!(told("c. 17:52 seen"), None);
        assert_eq!(told("Seen at 17:52"), None);
    }
}
