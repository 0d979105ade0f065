//! A `Numeral` is one number of a reference as it stands in running text: "7.1.53", "5(b)", "Fourteen", "IV", "B".

use crate::document::{tens_word, unit_word};

/// How a numeral is written, which decides what may follow it in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Digits with dots: "7.1.53".
    Dotted,
    /// Digits alone: "3", "5b".
    Integer,
    /// A number word: "Fourteen".
    Word,
    /// Roman capitals: "IV".
    Roman,
    /// A capital letter, alone or before digits: "B", "R1.2".
    Letter,
}

/// One number, with the bytes it takes in the string it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// In digits and lower-case letters: "7.1.53", "5b", "14".
    pub(super) number: String,
    /// Without its letters: "5" of "5b"; what it falls back on when the document has no list of that letter.
    pub(super) base: String,
    /// A second reading, tried when the first leads nowhere: "iv" of "IV", "7" of "A7".
    pub(super) other: Option<String>,
    /// How it is written.
    pub(super) shape: Shape,
    /// Its first byte.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
}

/// Longest component, in digits: a fourth digit makes a year.
const LONGEST_COMPONENT: usize = 3;
/// Deepest number read: "7.1.53.2.1".
const DEEPEST: usize = 6;

/// Reads the numeral that begins at byte `at` of `text`. `known` says whether the document prints a number; it decides
/// only whether a blank after a dot ("7. 1.53") was a line break. Returns `None` where no numeral stands.
pub(super) fn numeral(text: &str, at: usize, known: &dyn Fn(&str) -> bool) -> Option<Numeral> {
    let first = *text.as_bytes().get(at)?;
    if first.is_ascii_digit() {
        digits(text, at, known)
    } else if first.is_ascii_alphabetic() {
        word(text, at)
            .or_else(|| lettered(text, at, known))
            .or_else(|| roman(text, at))
            .or_else(|| small_roman(text, at, known))
            .or_else(|| compound(text, at))
            .or_else(|| letter(text, at, known))
    } else {
        None
    }
}

fn digits(text: &str, at: usize, known: &dyn Fn(&str) -> bool) -> Option<Numeral> {
    let bytes = text.as_bytes();
    let (mut end, mut number) = component(bytes, at)?;
    let mut parts = 1;
    while parts < DEEPEST {
        let Some((next, blank)) = after_dot(bytes, end) else { break };
        let (next_end, digits) = component(bytes, next)?;
        let joined = format!("{number}.{digits}");
        let goes_on = matches!(after_dot(bytes, next_end), Some((_, false)));
        if blank && !goes_on && !known(&joined) {
            break;
        }
        number = joined;
        end = next_end;
        parts += 1;
    }
    if let Some(end) = slashed(text, end).filter(|&end| parts == 1 && known(&text[at..end])) {
        let written = text[at..end].to_owned();
        return Some(Numeral {
            base: written.clone(),
            number: written,
            other: None,
            shape: Shape::Dotted,
            start: at,
            end,
        });
    }
    if is_clock_or_measure(bytes, end) {
        return None;
    }
    let shape = if parts > 1 { Shape::Dotted } else { Shape::Integer };
    let mut numeral = Numeral {
        base: number.clone(),
        number,
        other: None,
        shape,
        start: at,
        end,
    };
    attach_letters(text, &mut numeral)?;
    Some(numeral)
}

/// The digits from `at` and where they end; `None` when there are none or too many.
fn component(bytes: &[u8], at: usize) -> Option<(usize, String)> {
    let run = bytes[at.min(bytes.len())..]
        .iter()
        .take(LONGEST_COMPONENT + 1)
        .take_while(|b| b.is_ascii_digit())
        .count();
    if run == 0 || run > LONGEST_COMPONENT {
        return None;
    }
    let digits: String = bytes[at..at + run].iter().map(|&b| b as char).collect();
    let trimmed = digits.trim_start_matches('0');
    Some((at + run, if trimmed.is_empty() { "0".into() } else { trimmed.to_owned() }))
}

/// Where the next component begins when a dot follows `end`, and whether a blank stands beside the dot.
fn after_dot(bytes: &[u8], end: usize) -> Option<(usize, bool)> {
    let at = |i: usize| bytes.get(i).copied().unwrap_or(b'\n');
    match (at(end), at(end + 1), at(end + 2)) {
        (b'.', d, _) if d.is_ascii_digit() => Some((end + 1, false)),
        (b'.', b' ', d) | (b' ', b'.', d) if d.is_ascii_digit() => Some((end + 2, true)),
        _ => None,
    }
}

/// Where the number of a year's own series ends, whose first digits end at `end`: "23/05".
fn slashed(text: &str, end: usize) -> Option<usize> {
    let tail = text[end..].strip_prefix('/')?;
    let digits = tail.bytes().take(LONGEST_COMPONENT + 1).take_while(u8::is_ascii_digit).count();
    let whole = !tail[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    ((1..=LONGEST_COMPONENT).contains(&digits) && whole).then_some(end + 1 + digits)
}

/// Whether what follows the digits says that they measure something: "7.1%", "4.30pm", "12/3", "10:15".
fn is_clock_or_measure(bytes: &[u8], end: usize) -> bool {
    let at = |i: usize| bytes.get(i).copied().unwrap_or(b'\n');
    match at(end) {
        b'%' | b'/' => true,
        b':' => at(end + 1).is_ascii_digit(),
        b',' => at(end + 1).is_ascii_digit() && at(end + 2).is_ascii_digit() && at(end + 3).is_ascii_digit(),
        _ => false,
    }
}

/// Takes in "(a)", " (a)", "(ii)" and a letter stuck to the digits; `None` when a longer word is stuck to them.
fn attach_letters(text: &str, numeral: &mut Numeral) -> Option<()> {
    let bytes = text.as_bytes();
    let capitals = bytes[numeral.end..].iter().take(4).take_while(|b| b.is_ascii_uppercase()).count();
    let tail = &text[numeral.end..numeral.end + capitals];
    // "section 23CZB", and no "10PM".
    let provision = (2..=3).contains(&capitals)
        && !bytes.get(numeral.end + capitals).is_some_and(u8::is_ascii_alphanumeric)
        && !matches!(tail, "AM" | "PM" | "KG" | "CM" | "MM" | "ML" | "MG");
    if provision {
        numeral.number.push_str(&tail.to_ascii_lowercase());
        numeral.end += capitals;
        return Some(());
    }
    let stuck = bytes[numeral.end..].iter().take(2).take_while(|b| b.is_ascii_alphabetic()).count();
    match stuck {
        2 => return is_following(&text[numeral.end..]).then_some(()),
        1 => {
            numeral.number.push(bytes[numeral.end].to_ascii_lowercase() as char);
            numeral.end += 1;
        }
        _ => {}
    }
    while let Some((end, letters)) = bracketed(bytes, numeral.end) {
        numeral.number.push_str(&letters);
        numeral.end = end;
    }
    Some(())
}

fn is_following(rest: &str) -> bool {
    rest.starts_with("ff") && !rest[2..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// A letter, small roman number or digit in brackets at `at`, a blank before it allowed: its end and its letters.
pub(super) fn bracketed(bytes: &[u8], at: usize) -> Option<(usize, String)> {
    let open = at + usize::from(bytes.get(at) == Some(&b' '));
    if bytes.get(open) != Some(&b'(') {
        return None;
    }
    let inside = &bytes[open + 1..];
    let length = inside.iter().take(5).take_while(|b| b.is_ascii_alphanumeric()).count();
    let letters: String = inside[..length].iter().map(|b| b.to_ascii_lowercase() as char).collect();
    let digits = letters.bytes().all(|b| b.is_ascii_digit());
    let fits = match length {
        1 => !digits || open == at,
        2..=4 => letters.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) || (length == 2 && digits && open == at),
        _ => false,
    };
    let shown = if digits { format!("({letters})") } else { letters };
    (fits && inside.get(length) == Some(&b')')).then_some((open + length + 2, shown))
}

#[rustfmt::skip]
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
];

fn word(text: &str, at: usize) -> Option<Numeral> {
    let (first_end, first) = word_at(text, at);
    let unit = |word: &str| unit_word(word).filter(|&n| n > 0);
    let (value, end) = if let Some(value) = unit(first) {
        (value, first_end)
    } else {
        let tens = tens_word(first).filter(|&tens| tens <= 50)?;
        let (unit_end, second) = word_at(text, (first_end + 1).min(text.len()));
        let blank = matches!(text.as_bytes().get(first_end), Some(b' ' | b'-'));
        match unit(second).filter(|&n| blank && n < 10) {
            Some(unit) => (tens + unit, unit_end),
            None => (tens, first_end),
        }
    };
    Some(Numeral {
        base: value.to_string(),
        number: value.to_string(),
        other: None,
        shape: Shape::Word,
        start: at,
        end,
    })
}

/// The number that an ordinal ("second", "2nd") stands for; `None` for any other word.
pub(super) fn ordinal(word: &str) -> Option<String> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.is_empty() {
        index_of(ORDINALS, word).map(|i| (i + 1).to_string())
    } else {
        Some(digits.to_owned())
    }
}

/// `digits` with a point after each digit whose bit is set in `points`, counted from the first; `None` where a level would
/// begin with a nought or be longer than any level is.
pub(super) fn joined_by_points(digits: &str, points: u32) -> Option<String> {
    let mut joined = String::new();
    for (i, digit) in digits.chars().enumerate() {
        joined.push(digit);
        if i + 1 < digits.len() && points >> i & 1 == 1 {
            joined.push('.');
        }
    }
    joined
        .split('.')
        .all(|level| !level.starts_with('0') && level.len() <= LONGEST_COMPONENT)
        .then_some(joined)
}

fn word_at(text: &str, at: usize) -> (usize, &str) {
    let rest = &text[at..];
    let length = rest.bytes().take(16).take_while(u8::is_ascii_alphabetic).count();
    (at + length, &rest[..length])
}

fn index_of(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|w| w.eq_ignore_ascii_case(word))
}

/// Roman capitals up to 39; one letter alone is left to [`letter`], which keeps both readings.
fn roman(text: &str, at: usize) -> Option<Numeral> {
    let (end, word) = word_at(text, at);
    if !(2..=6).contains(&word.len()) || stands_before_digit_or_letter(text, end) {
        return None;
    }
    let number = roman_value(word)?.to_string();
    Some(Numeral {
        base: number.clone(),
        number,
        other: Some(word.to_ascii_lowercase()),
        shape: Shape::Roman,
        start: at,
        end,
    })
}

/// Roman figures in small letters, where `known` says that the document numbers so: "iv".
fn small_roman(text: &str, at: usize, known: &dyn Fn(&str) -> bool) -> Option<Numeral> {
    let (end, word) = word_at(text, at);
    if stands_before_digit_or_letter(text, end) || !is_small_roman(word) || !known(word) {
        return None;
    }
    let number = roman_value(&word.to_ascii_uppercase())?.to_string();
    Some(Numeral {
        base: number.clone(),
        number,
        other: Some(word.to_owned()),
        shape: Shape::Roman,
        start: at,
        end,
    })
}

/// Whether `word` is of small Roman figures and of nothing else.
pub(super) fn is_small_roman(word: &str) -> bool {
    (1..=6).contains(&word.len()) && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

/// A capital and what counts below it, set close: "A(ii)".
fn compound(text: &str, at: usize) -> Option<Numeral> {
    let capital = text.as_bytes()[at].is_ascii_uppercase() && text.as_bytes().get(at + 1) == Some(&b'(');
    let (end, letters) = bracketed(text.as_bytes(), at + 1).filter(|(_, letters)| capital && !letters.starts_with('('))?;
    let base = text[at..=at].to_ascii_lowercase();
    Some(Numeral {
        number: format!("{base}{letters}"),
        base,
        other: None,
        shape: Shape::Letter,
        start: at,
        end,
    })
}

fn roman_value(word: &str) -> Option<u32> {
    let mut total = 0;
    let mut highest = 0;
    for b in word.bytes().rev() {
        let value = match b {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        if value < highest {
            total -= value;
        } else {
            total += value;
            highest = value;
        }
    }
    Some(total)
}

/// The number of a paragraph in a part that has a letter or Roman figures, where the document prints such: "B.14", "II.3".
fn lettered(text: &str, at: usize, known: &dyn Fn(&str) -> bool) -> Option<Numeral> {
    let (end, word) = word_at(text, at);
    let point = text[end..].starts_with('.') && text.as_bytes().get(end + 1).is_some_and(u8::is_ascii_digit);
    if !point || word.len() > 4 || !word.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let tail = digits(text, end + 1, known)?;
    let part = word.to_ascii_lowercase();
    let printed = [tail.base.as_str(), "1", "2"].iter().any(|tail| known(&format!("{part}.{tail}")));
    printed.then(|| Numeral {
        base: format!("{part}.{}", tail.base),
        number: format!("{part}.{}", tail.number),
        other: None,
        shape: Shape::Dotted,
        start: at,
        end: tail.end,
    })
}

/// A capital letter alone ("B"), or capitals before digits ("A7", "R1.2").
fn letter(text: &str, at: usize, known: &dyn Fn(&str) -> bool) -> Option<Numeral> {
    let (end, word) = word_at(text, at);
    if word.is_empty() || word.len() > 3 || !word.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let dot = usize::from(text[end..].starts_with('.'));
    if text.as_bytes().get(end + dot).is_some_and(u8::is_ascii_digit) {
        let tail = digits(text, end + dot, known)?;
        return Some(Numeral {
            base: format!("{}{}", word.to_ascii_lowercase(), tail.base),
            number: format!("{}{}", word.to_ascii_lowercase(), tail.number),
            other: Some(tail.number),
            shape: Shape::Letter,
            start: at,
            end: tail.end,
        });
    }
    if word.len() > 1 || stands_before_digit_or_letter(text, end) {
        return None;
    }
    Some(Numeral {
        base: word.to_ascii_lowercase(),
        number: word.to_ascii_lowercase(),
        other: roman_value(word).map(|value| value.to_string()),
        shape: Shape::Letter,
        start: at,
        end,
    })
}

fn stands_before_digit_or_letter(text: &str, end: usize) -> bool {
    text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '&')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let known = |n: &str| n == "7.1.53" || n == "4.2";
        numeral(text, 0, &known).map(|n| (n.number, text[n.start..n.end].to_owned()))
    }

    #[test]
    fn reads_numbers_as_boards_write_them() {
        for (text, number, written) in [
            ("7.1.53 and", "7.1.53", "7.1.53"),
            ("7.1.53. The", "7.1.53", "7.1.53"),
            ("7. 1.53 says", "7.1.53", "7. 1.53"),
            ("7.1. 53 says", "7.1.53", "7.1. 53"),
            ("7.1.531", "7.1.531", "7.1.531"),
            ("4.2. 3 children", "4.2", "4.2"),
            ("5(b) and", "5b", "5(b)"),
            ("5 (b) and", "5b", "5 (b)"),
            ("5b,", "5b", "5b"),
            ("47(1)(b)", "47(1)b", "47(1)(b)"),
            ("3 (the third)", "3", "3"),
            ("Fourteen to", "14", "Fourteen"),
            ("twenty one.", "21", "twenty one"),
            ("thirty of", "30", "thirty"),
            ("IV of", "4", "IV"),
            ("XII", "12", "XII"),
            ("B,", "b", "B"),
            ("R1.2)", "r1.2", "R1.2"),
            ("A7", "a7", "A7"),
            ("07", "7", "07"),
        ] {
            assert_eq!(read(text), Some((number.into(), written.into())), "{text:?}");
        }
    }

    #[test]
    fn reads_no_number_where_none_stands() {
        for text in [
            "2015", "7.1.2015", "7.1%", "4.30pm", "12/3/19", "10:15", "1,250", "onerous", "Ivy", "NHS", "B's", "the", "a", "14th",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
