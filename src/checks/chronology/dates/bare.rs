//! A bare day is one that a narrative told month by month gives by its number: "On the 8th, a Wednesday," under "January 2020".

use std::sync::LazyLock;

use regex::Regex;

use super::cursor::Cursor;
use super::{Known, Written};

/// "On the 8th", with what stands behind it; "the 2nd floor" and "the 21st century" count something.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:[Oo]n|[Uu]ntil|[Ss]ince|[Bb]y|[Ff]rom|[Bb]etween|[Bb]efore|[Aa]fter|and|to|of) (?:the )?(?P<day>(?P<number>\d{1,2})(?:st|nd|rd|th))(?P<tail>[,.;:)]|$| and (?:on )?the \d| (?:he|she|they|it|we|I|a|an|the|his|her|their|its|this|that|was|were|had|did|came|went|rang|two|three|one|no|nobody|nothing|police|officers|when|after|before|to|both|another|someone|staff) | [A-Z])",
    )
    .ok()
});

/// The bare days of `text`, where the heading above it gives the month and its year.
pub(in super::super) fn bare_days(text: &str, known: Known) -> Vec<Written> {
    let (Some(month), Some(year)) = (known.month, known.year) else {
        return Vec::new();
    };
    if !["st", "nd", "rd", "th"].iter().any(|letters| text.contains(letters)) {
        return Vec::new();
    }
    let cursor = Cursor::new(text);
    // What closes one day may lead to the next: "from the 3rd to the 9th".
    let mut at = 0;
    let found = std::iter::from_fn(|| {
        let found = DAY.as_ref()?.captures_at(text, at)?;
        at = found.name("day")?.end();
        Some(found)
    });
    let days = found.filter_map(|found| {
        let (day, number) = (found.name("day")?.range(), found["number"].parse().ok()?);
        // "On the 8th March" has its month.
        let month_behind = cursor.month(cursor.past(day.end, b",")).is_some();
        let of_month = text[day.end..].starts_with(" of ");
        if month_behind || of_month || !(1..=31).contains(&number) {
            return None;
        }
        let mut written = Written {
            dated: false,
            ..Written::of(day.clone(), Some(year), (month as u32, number))
        };
        written.weekday = cursor.trailing_weekday(day.end).map(|(weekday, _)| weekday);
        Some(written)
    });
    days.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_their_numbers() {
        let known = Known {
            year: Some(2020),
            month: Some(1),
            place: false,
        };
        for (text, days) in [
            ("On the 8th, a Wednesday, she rang.", 1),
            ("On the 5th she came; on the 9th nobody did.", 2),
            ("He stayed from the 3rd to the 9th.", 2),
            ("The visits of the 4th and the 11th were short.", 2),
            ("Her birthday was on the 5th; she was six.", 1),
            ("On the 24th Conrad moved in.", 1),
            ("He lived on the 2nd floor.", 0),
            ("It was from the 19th century.", 0),
            ("She was on the 2nd centile.", 0),
            ("On the 8th of March she rang.", 0),
            ("On the 8th March she rang.", 0),
            ("On the 1st occasion she was out.", 0),
        ] {
            assert_eq!(bare_days(text, known).len(), days, "{text}");
            assert_eq!(bare_days(text, Known::default()).len(), 0, "{text}");
        }
        let weekday = bare_days("On the 8th, a Wednesday, she rang.", known)[0].weekday;
        assert_eq!(weekday, Some(jiff::civil::Weekday::Wednesday));
    }
}
