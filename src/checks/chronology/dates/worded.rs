//! Dates in words: "5th January 2015", "Jan 5, 15", "3–5 May 2015", "July 2016", "Summer 2015", "5 January".

use super::cursor::{Cursor, Figures};
use super::{Flaw, Known, Written};
use crate::checks::chronology::calendar::When;

const SEASONS: [(&str, i8, i8); 10] = [
    ("spring", 3, 5),
    ("summer", 6, 8),
    ("autumn", 9, 11),
    ("winter", 1, 12),
    ("easter", 3, 4),
    ("christmas", 12, 12),
    ("michaelmas", 9, 12),
    ("whitsun", 5, 6),
    ("pre", 1, 12),
    ("quarter", 1, 12),
];

/// The date in words at `start`; whether a weekday stands before it lets a day of the known month do.
pub(super) fn read(cursor: Cursor<'_>, start: usize, (known, weekday): (Known, bool)) -> Option<Written> {
    match cursor.figures(start) {
        Some(figures) if figures.count <= 2 => {
            day_first(cursor, start, figures, known).or_else(|| day_alone(cursor, start, figures, (known, weekday)))
        }
        Some(figures) => year_alone(cursor, start, figures, known),
        None => month_first(cursor, start, known)
            .or_else(|| super::feasts::read(cursor, start, known))
            .or_else(|| season(cursor, start)),
    }
}

/// Past "st", "nd", "rd", "th".
fn past_ordinal(cursor: Cursor<'_>, end: usize) -> Option<usize> {
    let letters = cursor.letters(end);
    ["st", "nd", "rd", "th"]
        .iter()
        .find(|s| letters.eq_ignore_ascii_case(s))
        .map(|_| end + 2)
}

/// "5 January 2015", "5th of January", "3–5 May 2015", "28 April – 3 May 2015".
fn day_first(cursor: Cursor<'_>, start: usize, day: Figures, known: Known) -> Option<Written> {
    let after = past_ordinal(cursor, day.end).unwrap_or(day.end);
    if let Some((month_at, last)) = other_day(cursor, after) {
        let rest = day_first(cursor, month_at, last, known)?;
        let when = rest.when.and_then(|when| range_to(when, day));
        return Some(Written {
            range: start..rest.range.end,
            when,
            weekday: None,
            ..rest
        });
    }
    let month_at = cursor.past(after, b",-");
    let month_at = cursor.past_word(month_at, &["of", "day"]).unwrap_or(month_at);
    if month_at == day.end && !cursor.letters(month_at).starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let Some((month, end)) = cursor.month(month_at) else {
        return misspelt(cursor, start, month_at, day);
    };
    // "12 May Street", "5 March Road" are rare; a number of three figures is none of ours.
    if !(1..=39).contains(&day.value) {
        return None;
    }
    let written = with_year(cursor, start, (month, day.value, end), known);
    Some(misnumbered(cursor, day, written))
}

/// "22th May 2017": the letters behind the day are another number's, as when one figure of it was changed.
fn misnumbered(cursor: Cursor<'_>, day: Figures, written: Written) -> Written {
    let right = match (day.value % 10, day.value / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let letters = cursor.letters(day.end);
    let ordinal = past_ordinal(cursor, day.end).is_some() && !cursor.goes_on(day.end + 2);
    if !ordinal || letters.eq_ignore_ascii_case(right) || written.flaw.is_some() {
        return written;
    }
    let why = "The letters after the day do not belong to its number.";
    Written {
        flaw: Some(Flaw::Malformed(why)),
        ..written
    }
}

/// "and 5 May", "- 5 May", "/5 May" after a day: where the second day stands, and its figures.
fn other_day(cursor: Cursor<'_>, at: usize) -> Option<(usize, Figures)> {
    let gap = cursor.past(at, b"");
    let rest = &cursor.text[gap..];
    let sign = ["\u{2013}", "\u{2014}", "-", "/", "&", "to ", "and "]
        .iter()
        .find(|sign| rest.starts_with(**sign))?;
    let at = cursor.past(gap + sign.len(), b"");
    let figures = cursor.figures(at).filter(|figures| figures.count <= 2)?;
    Some((at, figures))
}

fn range_to(last: When, day: Figures) -> Option<When> {
    let last = last.exact()?;
    let first = jiff::civil::Date::new(last.year(), last.month(), day.value.min(99) as i8).ok()?;
    When::day(first).until(When::day(last))
}

/// The date of this month and day; its year is what follows, or the year of the heading.
fn with_year(cursor: Cursor<'_>, start: usize, (month, day, end): (u32, u32, usize), known: Known) -> Written {
    let year_at = cursor.past(end, b",.-/");
    if let Some((year, stop)) = cursor
        .year(year_at, closes(cursor, year_at, known))
        .filter(|_| year_at > end || end > start)
    {
        return Written::of(start..stop, Some(year), (month, day));
    }
    let poor = cursor
        .figures(year_at)
        .filter(|figures| year_at > end && (known.place || is_poor(cursor, *figures)) && (figures.count == 3 || figures.count == 5));
    if let Some(poor) = poor {
        let why = "Its year has too few or too many figures.";
        return Written {
            parts: Some((month as i8, day.min(99) as i8)),
            ..Written::flawed(start..poor.end, Flaw::Malformed(why))
        };
    }
    // "12 March 2109": figures of the year exchanged.
    let beyond = cursor
        .figures(year_at)
        .filter(|figures| year_at > end && figures.count == 4 && (2100..3000).contains(&figures.value));
    if let Some(beyond) = beyond.filter(|figures| !cursor.goes_on(figures.end)) {
        let why = "No child of these records lived in such a year.";
        return Written {
            parts: Some((month as i8, day.min(99) as i8)),
            ..Written::flawed(start..beyond.end, Flaw::Malformed(why))
        };
    }
    let written = cursor.text[..end].trim_end_matches('.').len().max(start + 1);
    Written {
        dated: false,
        ..Written::of(start..written, known.year, (month, day))
    }
}

/// Whether figures behind a month can only be a year with a figure too few or too many: nothing counted follows them.
fn is_poor(cursor: Cursor<'_>, figures: Figures) -> bool {
    let rest = &cursor.text[figures.end..];
    let ends = rest.is_empty() || rest.starts_with([',', '.', ';', ')']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let shaped = matches!(figures.value, 190..=219 | 19_000..=20_999);
    shaped && (ends || rest.starts_with(" and "))
}

/// Whether two figures at `at` can only be a year: nothing counted, no time of day follows them.
fn closes(cursor: Cursor<'_>, at: usize, known: Known) -> bool {
    let Some(figures) = cursor.figures(at).filter(|figures| figures.count == 2) else {
        return false;
    };
    let rest = &cursor.text[figures.end..];
    let timed = rest.starts_with([':', '.']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let next = rest.trim_start();
    !timed && (known.place || !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
}

/// "24 Apirl 2019": a month one letter wrong, between a day and a year.
fn misspelt(cursor: Cursor<'_>, start: usize, at: usize, day: Figures) -> Option<Written> {
    let (month, end) = cursor.month_misspelt(at)?;
    let (year, stop) = cursor.year(cursor.past(end, b","), false)?;
    let when = super::real(Some(year), month, day.value).ok().flatten();
    Some(Written {
        when,
        parts: Some((month as i8, day.value.min(31) as i8)),
        ..Written::flawed(start..stop, Flaw::Malformed("The month is misspelt."))
    })
}

/// "Mon 5th" or "5th" where the month is known from the heading.
fn day_alone(cursor: Cursor<'_>, start: usize, day: Figures, (known, weekday): (Known, bool)) -> Option<Written> {
    let month = known.month.filter(|_| known.place)?;
    let ordinal = past_ordinal(cursor, day.end);
    let end = ordinal.unwrap_or(day.end);
    let shaped = (ordinal.is_some() || weekday) && !cursor.goes_on(end) && (1..=31).contains(&day.value);
    shaped.then(|| Written {
        dated: false,
        ..Written::of(start..end, known.year, (month as u32, day.value))
    })
}

/// "2015", "2015 to 2016", where a date must stand.
fn year_alone(cursor: Cursor<'_>, start: usize, figures: Figures, known: Known) -> Option<Written> {
    let (year, end) = cursor.year(start, false).filter(|_| known.place && figures.count == 4)?;
    let next = cursor.past(end, b"");
    let sign = ["\u{2013}", "to ", "and ", "-"]
        .iter()
        .find(|sign| cursor.text[next..].starts_with(**sign));
    let second = sign.and_then(|sign| cursor.year(cursor.past(next + sign.len(), b""), false));
    match second.and_then(|(to, stop)| Some((When::years(year, to)?, stop))) {
        Some((when, stop)) => Some(Written::new(start..stop, Some(when))),
        None => Some(Written::new(start..end, When::years(year, year))),
    }
}

/// "January 5th, 2015", "January 2015", "June to August 2017".
fn month_first(cursor: Cursor<'_>, start: usize, known: Known) -> Option<Written> {
    let (month, end) = cursor.month(start)?;
    let next = cursor.past(end, b",-/");
    if let Some((year, stop)) = cursor.year(next, false).filter(|_| next > end) {
        return Some(Written::new(start..stop, When::month(year, month as i8)));
    }
    if let Some(day) = cursor.figures(next).filter(|figures| next > end && figures.count <= 2) {
        let after = past_ordinal(cursor, day.end).unwrap_or(day.end);
        let year_at = cursor.past(after, b",");
        if let Some((year, stop)) = cursor.year(year_at, false).filter(|_| year_at > after) {
            return (1..=39)
                .contains(&day.value)
                .then(|| Written::of(start..stop, Some(year), (month, day.value)));
        }
        if after > day.end && (1..=31).contains(&day.value) {
            return Some(Written {
                dated: false,
                ..Written::of(start..after, known.year, (month, day.value))
            });
        }
        if known.place && after == day.end && !cursor.goes_on(after) {
            let (year, stop) = cursor.year(next, true)?;
            return Some(Written::new(start..stop, When::month(year, month as i8)));
        }
        return None;
    }
    two_months(cursor, start, (month, end)).or_else(|| {
        let year = known.year.filter(|_| known.place)?;
        Some(Written {
            dated: false,
            ..Written::new(start..end, When::month(year, month as i8))
        })
    })
}

/// "June to August 2017", "June/July 2017".
fn two_months(cursor: Cursor<'_>, start: usize, (month, end): (u32, usize)) -> Option<Written> {
    let gap = cursor.past(end, b"");
    let rest = &cursor.text[gap..];
    let sign = ["\u{2013}", "\u{2014}", "-", "/", "to ", "and ", "until "]
        .iter()
        .find(|sign| rest.starts_with(**sign))?;
    let (last, last_end) = cursor.month(cursor.past(gap + sign.len(), b""))?;
    let (year, stop) = cursor.year(cursor.past(last_end, b","), false)?;
    let first_year = if month <= last { year } else { year - 1 };
    let when = When::month(first_year, month as i8)?.until(When::month(year, last as i8)?)?;
    Some(Written::new(start..stop, Some(when)))
}

/// "Summer 2015", "Autumn term 2016", "Summer of 2015".
fn season(cursor: Cursor<'_>, start: usize) -> Option<Written> {
    let word = cursor.letters(start);
    let lower = word.to_ascii_lowercase();
    let (_, from, to) = *SEASONS.iter().find(|(name, _, _)| *name == lower)?;
    let next = cursor.past(start + word.len(), b"-");
    let next = cursor
        .past_word(next, &["term", "half", "holidays", "holiday", "of", "break"])
        .unwrap_or(next);
    let next = cursor.past_word(next, &["of", "in"]).unwrap_or(next);
    let (year, stop) = cursor.year(next, false).filter(|_| next > start + word.len())?;
    let when = When::month(year, from)?.until(When::month(year, to)?)?;
    Some(Written::new(start..stop, Some(when.vaguely())))
}
