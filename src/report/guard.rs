//! A `guard` is the apostrophe before a cell of a comma-separated table that Excel would not leave as it stands: it
//! takes some texts for formulas, and others, such as paragraph 4.10 or the date 1.2.15, for numbers and days.

use std::borrow::Cow;

/// With these Excel lets a formula begin, in their wide forms too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
/// What stands between the parts of a number, a day or a time.
const BETWEEN: &[char] = &[' ', '\u{a0}', '.', ',', ':', '/', '-', '(', ')', '%', '\u{a3}', '$', '\u{20ac}'];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// No number or day is written in more bytes.
const LONGEST: usize = 40;
/// Excel keeps so many digits of a number.
const DIGITS: usize = 15;

/// `text`, made harmless as a cell of Excel.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) || becomes_another(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether Excel makes of `text` a number or day that it shows in another way. A whole day in ISO form may become one.
fn becomes_another(text: &str) -> bool {
    if text.len() > LONGEST || is_plain_number(text) || is_day(text) {
        return false;
    }
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return true;
    }
    let mut parts = text.split(BETWEEN).filter(|part| !part.is_empty());
    text.contains(|c: char| c.is_ascii_digit()) && parts.all(is_part)
}

/// Whether `part` may be a part of a number, a day or a time.
fn is_part(part: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let lower = part.to_ascii_lowercase();
    let month = |month: &str| month.starts_with(&lower) && lower.len() >= 3;
    let power = lower
        .split_once('e')
        .is_some_and(|(before, after)| digits(before) && digits(after.trim_start_matches('+')));
    digits(part) || power || lower == "sept" || MONTHS.iter().any(|it| month(it)) || ["am", "pm", "a", "p"].contains(&&*lower)
}

/// Whether `text` is a number just as Excel would write it.
fn is_plain_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = |text: &str| digits(text) && (text == "0" || !text.starts_with('0'));
    let plain = match text.split_once('.') {
        Some((before, after)) => whole(before) && digits(after) && !after.ends_with('0'),
        None => whole(text),
    };
    plain && text.len() <= DIGITS
}

/// Whether `text` is a day as year-month-day.
fn is_day(text: &str) -> bool {
    let shape = |(at, b): (usize, u8)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_formula_is_guarded() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("- seen"), "'- seen");
        assert_eq!(guarded("seen = well"), "seen = well");
        assert_eq!(guarded(""), "");
    }

    #[test]
    fn what_excel_would_change_is_guarded() {
        let changed = [
            "4.10",
            "7.2.8",
            "1.2.15",
            "1/2",
            "3-4",
            "007",
            "1e5",
            "12345678901234e5",
            "1234567890123456",
            "(4)",
            "50%",
            "May 2019",
            "5 Sept 2019",
            "2019-09",
            "9:30",
            "9.30 am",
            "1,000",
            "TRUE",
            "\u{a3}5",
        ];
        for text in changed {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        let kept = [
            "4.27",
            "12",
            "0",
            "0.5",
            "2019-09-01",
            "5th May 2019",
            "may",
            "Action 4",
            "9d7dd45567feb541",
            "A1",
            "safe and well",
            "1 in 5",
            "paragraph 4.10",
        ];
        for text in kept {
            assert_eq!(guarded(text), text);
        }
    }
}
