//! A feast is a day that people call by its name: "Christmas Eve 2022", "New Year's Day", "Easter Monday 2018".

use jiff::civil::Date;

use super::cursor::Cursor;
use super::{Known, Written};
use crate::checks::chronology::calendar::plus;

/// Days of the same date every year: names, month, day.
const FIXED: [(&[&str], u32, u32); 9] = [
    (&["new year's day", "new year\u{2019}s day", "new years day"], 1, 1),
    (&["valentine's day", "st valentine's day"], 2, 14),
    (&["st david's day"], 3, 1),
    (&["halloween", "hallowe'en"], 10, 31),
    (&["bonfire night"], 11, 5),
    (&["christmas eve"], 12, 24),
    (&["christmas day"], 12, 25),
    (&["boxing day"], 12, 26),
    (&["new year's eve", "new year\u{2019}s eve", "new years eve"], 12, 31),
];

/// Days that move with Easter: name, and days after Easter Sunday.
const MOVING: [(&str, i32); 7] = [
    ("shrove tuesday", -47),
    ("ash wednesday", -46),
    ("maundy thursday", -3),
    ("good friday", -2),
    ("easter sunday", 0),
    ("easter day", 0),
    ("easter monday", 1),
];

/// The longest name, in bytes.
const LONGEST: usize = 18;

/// The feast at byte `start`, with the year behind it or that of the heading.
pub(super) fn read(cursor: Cursor<'_>, start: usize, known: Known) -> Option<Written> {
    let initial = cursor.byte(start)?;
    if !matches!(initial, b'N' | b'V' | b'S' | b'H' | b'B' | b'C' | b'A' | b'M' | b'G' | b'E') {
        return None;
    }
    let rest = cursor.text.get(start..)?;
    let head = rest[..rest.floor_char_boundary(LONGEST)].to_lowercase();
    let fixed = FIXED
        .iter()
        .find_map(|(names, month, day)| Some((names.iter().find(|name| head.starts_with(**name))?.len(), Some((*month, *day)), 0)));
    let (len, parts, moved) = fixed.or_else(|| {
        let (name, after) = MOVING.iter().find(|(name, _)| head.starts_with(name))?;
        Some((name.len(), None, *after))
    })?;
    let end = start + len;
    if cursor.goes_on(end) {
        return None;
    }
    let own = cursor.year(cursor.past(end, b",("), false);
    let (year, stop) = own.or_else(|| Some((known.year?, end)))?;
    let (month, day) = parts.or_else(|| {
        let day = plus(easter(year)?, moved)?;
        Some((day.month() as u32, day.day() as u32))
    })?;
    Some(Written {
        dated: own.is_some(),
        ..Written::of(start..stop, Some(year), (month, day))
    })
}

/// Easter Sunday of a year of the Gregorian calendar, by the anonymous reckoning of 1876.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let sum = moon + week - 7 * late + 114;
    Date::new(year as i16, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easters() {
        for (year, month, day) in [
            (2016, 3, 27),
            (2018, 4, 1),
            (2020, 4, 12),
            (2021, 4, 4),
            (2024, 3, 31),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), Date::new(year, month, day).ok(), "{year}");
        }
    }

    #[test]
    fn days_by_their_names() {
        let iso = |text: &str, year: Option<i16>| {
            let found = read(Cursor::new(text), 0, Known { year, ..Known::default() })?;
            Some(found.when?.iso())
        };
        assert_eq!(iso("Christmas Eve. Father returns.", Some(2022)).as_deref(), Some("2022-12-24"));
        assert_eq!(iso("Boxing Day 2019: police", None).as_deref(), Some("2019-12-26"));
        assert_eq!(iso("Easter Monday, 2018", None).as_deref(), Some("2018-04-02"));
        assert_eq!(iso("New Year's Day", None), None);
        assert_eq!(iso("Christmas Days", Some(2022)), None);
        assert_eq!(iso("Christmas 2016", None), None);
    }
}
