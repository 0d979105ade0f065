//! Dates in figures: 5.1.15, 14/03/2019, 5-1-15, 2019-03-14, 3-5/5/15, 03/2019; and figures that should be a date and are none.

use super::cursor::{Cursor, Figures, century};
use super::{Flaw, Known, Written};
use crate::checks::chronology::calendar::When;

/// The date in figures at `start`.
pub(super) fn read(cursor: Cursor<'_>, start: usize, known: Known) -> Option<Written> {
    let first = cursor.figures(start)?;
    let separator = cursor.byte(first.end).filter(|b| matches!(b, b'.' | b'/' | b'-'))?;
    if let Some(doubled) = doubled(cursor, start, first, known) {
        return Some(doubled);
    }
    let second = cursor.figures(first.end + 1)?;
    if cursor.byte(second.end) != Some(separator) {
        return days_of_one_month(cursor, start, (first, second)).or_else(|| short(cursor, start, (first, second), (separator, known)));
    }
    let third = cursor.figures(second.end + 1)?;
    let more = cursor.goes_on(third.end)
        || matches!(cursor.byte(third.end), Some(b'.' | b'/'))
            && cursor.byte(third.end + 1).is_some_and(|b| b.is_ascii_digit() && !known.place);
    if more {
        return None;
    }
    let range = start..third.end;
    let mut written = if first.count == 4 {
        if separator != b'-' && separator != b'/' || second.count > 2 || third.count > 2 || !(1900..2100).contains(&first.value) {
            return None;
        }
        Written::of(range, Some(first.value as i16), (second.value, third.value))
    } else {
        in_order(range, (first, second, third), (separator == b'/', known))?
    };
    written.pointed = separator == b'.';
    Some(written)
}

/// "16..6.17", "3.5..19", "4/6.2018": a mark too many, or two of one kind and another; where a date must stand, or the year
/// is whole.
fn doubled(cursor: Cursor<'_>, start: usize, day: Figures, known: Known) -> Option<Written> {
    let marks = |at: usize| {
        let rest = &cursor.text.as_bytes()[at.min(cursor.text.len())..];
        rest.iter().take(2).take_while(|b| matches!(b, b'.' | b'/' | b',')).count()
    };
    let first = marks(day.end);
    let month = cursor.figures(day.end + first)?;
    let second = marks(month.end);
    let year = cursor.figures(month.end + second)?;
    let one = |at: usize| cursor.byte(at).filter(|b| matches!(b, b'.' | b'/'));
    let twice = (first, second) == (2, 1) || (first, second) == (1, 2);
    let mixed = (first, second) == (1, 1) && one(day.end).is_some() && one(month.end).is_some() && one(day.end) != one(month.end);
    let ends = cursor.goes_on(year.end) || matches!(cursor.byte(year.end), Some(b'.' | b'/')) && cursor.goes_on(year.end + 1);
    let plausible = day.count <= 2 && month.count <= 2 && (1..=31).contains(&day.value) && (1..=12).contains(&month.value);
    let whole = year.count == 4 && (1900..2100).contains(&year.value);
    let shaped = plausible && !ends && (whole || year.count == 2 && known.place) && (twice || mixed && (known.place || whole));
    let value = if whole { year.value as i16 } else { century(year.value) };
    shaped.then(|| Written {
        when: super::real(Some(value), month.value, day.value).ok().flatten(),
        ..malformed(
            start..year.end,
            (month.value, day.value),
            "The marks between its figures are wrong.",
        )
    })
}

/// Day, month, year.
fn in_order(
    range: std::ops::Range<usize>,
    (day, month, year): (Figures, Figures, Figures),
    (slashed, known): (bool, Known),
) -> Option<Written> {
    if day.count > 2 || month.count > 2 {
        return None;
    }
    let parts = (month.value, day.value);
    let value = match year.count {
        2 => century(year.value),
        4 if (1900..2100).contains(&year.value) => year.value as i16,
        // In prose two numbers and a third of three figures are a date only between slashes: "13/2/202".
        3 if slashed && (1..=31).contains(&day.value) && (1..=12).contains(&month.value) => {
            return Some(malformed(range, parts, "Its year has too few figures."));
        }
        4 if slashed && (2100..3000).contains(&year.value) && (1..=31).contains(&day.value) && (1..=12).contains(&month.value) => {
            return Some(malformed(range, parts, "No child of these records lived in such a year."));
        }
        5 if slashed && (19_000..=20_999).contains(&year.value) && (1..=31).contains(&day.value) && (1..=12).contains(&month.value) => {
            return Some(malformed(range, parts, "Its year has too many figures."));
        }
        _ if !known.place => return None,
        4 => return Some(malformed(range, parts, "No child of these records lived in such a year.")),
        1 | 3 => return Some(malformed(range, parts, "Its year has too few figures.")),
        _ => return Some(malformed(range, parts, "Its year has too many figures.")),
    };
    if day.value == 0 && day.count == 2 && (1..=12).contains(&month.value) {
        // "00/05/2015": the day is not known.
        return Some(Written::new(range, When::month(value, month.value as i8)));
    }
    let plausible = known.place || (day.value <= 39 && month.value <= 31);
    plausible.then(|| Written::of(range, Some(value), parts))
}

fn malformed(range: std::ops::Range<usize>, (month, day): (u32, u32), why: &'static str) -> Written {
    Written {
        parts: ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month as i8, day as i8)),
        ..Written::flawed(range, Flaw::Malformed(why))
    }
}

/// "12-14.3.19", "12/13.3.19": days of one month.
fn days_of_one_month(cursor: Cursor<'_>, start: usize, (first, second): (Figures, Figures)) -> Option<Written> {
    let rest = super::figures::read(cursor, first.end + 1, Known::default())?;
    let last = rest.when?.exact()?;
    let opening = jiff::civil::Date::new(last.year(), last.month(), first.value.min(99) as i8).ok()?;
    let range = start..rest.range.end;
    (first.count <= 2 && second.count <= 2 && opening <= last)
        .then(|| When::day(opening).until(When::day(last)))
        .flatten()
        .map(|when| Written::new(range, Some(when)))
}

/// Two numbers: "03/2019", a month; "12.1", a day without its year; "5.115", a point left out.
fn short(cursor: Cursor<'_>, start: usize, (first, second): (Figures, Figures), (separator, known): (u8, Known)) -> Option<Written> {
    let range = start..second.end;
    let ordinal = !cursor.letters(second.end).is_empty();
    if !known.place || ordinal || cursor.goes_on(second.end) || cursor.month(cursor.past(second.end, b"")).is_some() {
        return None;
    }
    if second.count == 4 && (1..=12).contains(&first.value) && (1900..2100).contains(&second.value) {
        return Some(Written::new(range, When::month(second.value as i16, first.value as i8)));
    }
    if first.count == 4 && (1900..2100).contains(&first.value) && matches!(separator, b'-' | b'/') && second.count <= 4 {
        let (from, to) = (first.value as i16, second.value);
        let same_century = (first.value / 100 * 100 + to) as i16;
        let years = match second.count {
            2 if same_century > from => When::years(from, same_century),
            4 => When::years(from, i16::try_from(to).ok()?),
            _ => When::month(from, i8::try_from(to).ok()?),
        };
        return years.map(|when| Written::new(range, Some(when)));
    }
    if first.count <= 2 && second.count <= 2 && (1..=31).contains(&first.value) && (1..=12).contains(&second.value) {
        let mut written = Written::of(range, known.year, (second.value, first.value));
        written.dated = false;
        return Some(written);
    }
    let digits = first.count + second.count;
    ((4..=8).contains(&digits) && separator != b'-').then(|| {
        let why = "A mark between its figures is missing.";
        Written::flawed(range, Flaw::Malformed(why))
    })
}
