//! A number as documents print it: "7.1.25" before a paragraph, "Eleven", "11", "XI" or "5b" after a label.

use super::dates::MONTHS;
use crate::text::cardinal::{TENS, UNITS};

/// A number printed at the start of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// Digits and points only, no point at the end: "7.1.25"; the letter of a lettered part may stand first, "B.14".
    pub(crate) number: String,
    /// Bytes up to the first word after it.
    pub(crate) len: usize,
    /// Whether it has only one level and no point or bracket after it: "12 The mother said".
    pub(crate) bare: bool,
}

/// Levels deeper than any outline; a longer row of numbers is no paragraph number.
const DEEPEST: usize = 6;

/// Signs that may stand before a printed number: "§2 The family".
const SIGNS: [char; 2] = ['§', '¶'];

/// The number printed at the start of `text`, if the block may be a numbered paragraph. Dates such as "5.1.15" pass
/// here: only their neighbours can tell (see `outline`).
pub(crate) fn printed(text: &str) -> Option<Printed> {
    let bytes = text.as_bytes();
    let lead = text.len() - text.trim_start_matches(SIGNS).len();
    let mut at = lead + usize::from(lead > 0 && text[lead..].starts_with(' '));
    let first = at;
    let part = part_letter(&text[at..]);
    at += part;
    let mut levels = 0;
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 3 {
            break;
        }
        at += digits;
        levels += 1;
        if bytes.get(at) != Some(&b'.') || !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            break;
        }
        at += 1;
    }
    if levels == 0 || levels > DEEPEST || bytes.get(at).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    levels += usize::from(part > 0);
    let number = text[first..at].to_owned();
    let stop = usize::from(matches!(bytes.get(at), Some(b'.' | b')' | b':')));
    let rest = &text[at + stop..];
    let blanks = rest.len() - rest.trim_start().len();
    let word = rest[blanks..].trim_start_matches('*');
    let follows = word.chars().next();
    if (blanks == 0 && !rest.is_empty()) || follows.is_some_and(|c| matches!(c, '%' | '/' | '-' | '\u{2013}')) {
        return None;
    }
    // A date or the end of a reference that a line broke before: "28.6.19 and all letters", "4.7) In progress".
    let dated = levels == 3
        && stop == 0
        && number.rsplit('.').next().is_some_and(|year| year.len() == 2)
        && follows.is_some_and(char::is_lowercase);
    if dated || levels > 1 && rest.len() < text.len() - at && bytes[at] == b')' {
        return None;
    }
    let bare = levels == 1 && stop == 0;
    if word.is_empty() || is_measure(word) || (bare && (!follows.is_some_and(char::is_uppercase) || month(word).is_some())) {
        return None;
    }
    Some(Printed {
        number,
        len: at + stop + blanks,
        bare,
    })
}

/// Bytes of the letter, or the Roman figures, of a part with the point after it: the "B." of "B.14", the "II." of "II.3". A
/// section of a law ("S.47") and a page ("P.3") have no such letter.
fn part_letter(text: &str) -> usize {
    const LONGEST: usize = 4;
    let letters = text.bytes().take(LONGEST + 1).take_while(u8::is_ascii_uppercase).count();
    let word = &text[..letters];
    let roman = letters > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let numbered = text.as_bytes().get(letters) == Some(&b'.') && text.as_bytes().get(letters + 1).is_some_and(u8::is_ascii_digit);
    let fits = letters <= LONGEST && (roman || letters == 1 && !matches!(word, "S" | "P" | "V"));
    if fits && numbered { letters + 1 } else { 0 }
}

/// From where the letters of parts count, when a level is read as a number.
pub(super) const LETTERS: u32 = 1000;

/// One level of a printed number as a number: a part's letter counts on from [`LETTERS`], its Roman figures from twice that.
pub(super) fn level(written: &str) -> Option<u32> {
    const ROMANS: u32 = 2 * LETTERS;
    if written.len() > 1 && written.starts_with(|c: char| c.is_ascii_uppercase()) {
        return super::label::roman_value(&written.to_ascii_lowercase()).map(|value| ROMANS + value);
    }
    let letter = written.bytes().next().filter(u8::is_ascii_uppercase);
    letter.map_or_else(|| written.parse().ok(), |letter| Some(LETTERS + u32::from(letter - b'A') + 1))
}

fn is_measure(word: &str) -> bool {
    const MEASURES: &[&str] = &[
        "million", "billion", "per", "percent", "years", "hours", "weeks", "months", "days", "miles", "cm", "kg", "mm", "am", "pm", "times",
    ];
    let first = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    MEASURES.contains(&first)
}

/// The month that `word` begins with, from 1: "January", "Sept", "Dec".
pub(crate) fn month(word: &str) -> Option<u8> {
    let name: String = word
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .take(10)
        .collect::<String>()
        .to_ascii_lowercase();
    let short = matches!(
        name.as_str(),
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
    );
    MONTHS
        .iter()
        .position(|m| *m == name || (short && m.starts_with(&name[..3])))
        .map(|i| i as u8 + 1)
}

/// The number that follows a label, and the bytes it takes: digits with points and a letter ("3", "1.2", "5b"),
/// number words up to ninety-nine, Roman numerals in capitals up to thirty-nine. The number comes back in digits and
/// lower-case letters.
pub(crate) fn after_label(text: &str) -> Option<(String, usize)> {
    digits(text).or_else(|| words(text)).or_else(|| roman(text))
}

fn digits(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let mut at = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_digit)
        || (bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
    {
        at += 1;
    }
    let letter = bytes.get(at).is_some_and(u8::is_ascii_lowercase) && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    let end = at + usize::from(letter);
    let clean = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    clean.then(|| (text[..end].to_owned(), end))
}

fn words(text: &str) -> Option<(String, usize)> {
    let first = leading_word(text);
    if let Some(n) = unit_word(first) {
        return Some((n.to_string(), first.len()));
    }
    let tens = tens_word(first)?;
    if let Some(after) = text[first.len()..].strip_prefix([' ', '-']) {
        let second = leading_word(after);
        if let Some(unit) = unit_word(second).filter(|n| (1..10).contains(n)) {
            return Some(((tens + unit).to_string(), first.len() + 1 + second.len()));
        }
    }
    Some((tens.to_string(), first.len()))
}

/// The number that a word spells, from "zero" to "nineteen"; any case.
pub(crate) fn unit_word(word: &str) -> Option<u32> {
    position(&UNITS, word)
}

/// The number that a word spells, "twenty" to "ninety"; any case.
pub(crate) fn tens_word(word: &str) -> Option<u32> {
    position(&TENS, word).filter(|&tens| tens > 1).map(|tens| tens * 10)
}

fn position(words: &[&str], word: &str) -> Option<u32> {
    words.iter().position(|known| known.eq_ignore_ascii_case(word)).map(|at| at as u32)
}

fn roman(text: &str) -> Option<(String, usize)> {
    let word = leading_word(text);
    if word.is_empty() || word.len() > 6 || !word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        return None;
    }
    let value = |b: u8| match b {
        b'I' => 1,
        b'V' => 5,
        _ => 10,
    };
    let bytes = word.as_bytes();
    let total: i32 = (0..bytes.len())
        .map(|i| {
            if bytes.get(i + 1).is_some_and(|&next| value(next) > value(bytes[i])) {
                -value(bytes[i])
            } else {
                value(bytes[i])
            }
        })
        .sum();
    (total > 0).then(|| (total.to_string(), word.len()))
}

fn leading_word(text: &str) -> &str {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_printed_before_a_paragraph() {
        for (text, expected) in [
            ("7.1.25 The escalation", Some("7.1.25")),
            ("12. The review", Some("12")),
            ("3) Chair", Some("3")),
            ("12 The review", Some("12")),
            ("4.18.", None),
            ("1 in 4 women", None),
            ("15 January 2019", None),
            ("41% of children", None),
            ("6-10% of women", None),
            ("2.5 million people", None),
            ("2019 The year", None),
            ("7.1.531.", None),
            ("§1 Introduction", Some("1")),
            ("B.14 Nine files mention dogs.", Some("B.14")),
            ("II.3 The school", Some("II.3")),
            ("S.47 enquiries were begun", None),
            ("A.M. shift", None),
            ("B.5", None),
        ] {
            assert_eq!(printed(text).map(|p| p.number).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_after_a_label() {
        for (text, expected) in [
            ("Eleven", Some(("11", 6))),
            ("twenty-three and", Some(("23", 12))),
            ("Twenty One:", Some(("21", 10))),
            ("XIV.", Some(("14", 3))),
            ("5b)", Some(("5b", 2))),
            ("7.1.53, and", Some(("7.1.53", 6))),
            ("3rd", None),
            ("plan", None),
        ] {
            assert_eq!(after_label(text), expected.map(|(n, len)| (n.to_owned(), len)), "{text}");
        }
    }
}
