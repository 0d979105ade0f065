//! A mistyped figure is a letter in a date that looks like the figure it stands for: "1O November 2015", "O3/05/19", "12 May 2O19".

use super::cursor::Cursor;
use super::{Flaw, Known, Written};

/// Bytes of the longest word of figures in a date.
const LONGEST: usize = 10;

/// The date with a letter for a figure that starts exactly at `start`: all else of it must be right.
pub(super) fn read(cursor: Cursor<'_>, start: usize) -> Option<Written> {
    let (first, end) = word(cursor, start);
    if first.contains(['.', '/', '-']) {
        let real = mended(first)?;
        let whole = super::figures::read(Cursor::new(&real), 0, Known::default()).filter(|it| it.range.end == real.len());
        return flawed(start..end, whole?);
    }
    let day = first.starts_with(|c: char| c.is_ascii_digit()) || mended(first).is_some();
    let month_at = if day { cursor.past(end, b",") } else { start };
    let (_, after) = cursor.month(month_at)?;
    let (year, stop) = word(cursor, cursor.past(after, b","));
    let slips = [(day, first), (true, year)]
        .into_iter()
        .filter(|(asked, word)| *asked && mended(word).is_some())
        .count();
    let told = year.len() == 4 && slips == 1;
    let real = |word: &str| mended(word).unwrap_or_else(|| word.to_owned());
    let name = cursor.letters(month_at);
    let text = if day {
        format!("{} {name} {}", real(first), real(year))
    } else {
        format!("{name} {}", real(year))
    };
    let whole = super::worded::read(Cursor::new(&text), 0, (Known::default(), false));
    flawed(start..stop, whole.filter(|it| told && it.dated && it.range.end == text.len())?)
}

fn flawed(range: std::ops::Range<usize>, real: Written) -> Option<Written> {
    let when = real.when.filter(|_| real.flaw.is_none())?;
    let why = "A letter stands where a figure should.";
    Some(Written {
        when: Some(when),
        parts: real.parts,
        ..Written::flawed(range, Flaw::Malformed(why))
    })
}

/// The letters, figures and marks at `at` that make one word, and where it ends; a stop behind it is no part of it.
fn word(cursor: Cursor<'_>, at: usize) -> (&str, usize) {
    let rest = cursor.text.get(at..).unwrap_or_default();
    let length = rest
        .bytes()
        .take(LONGEST + 1)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'/' | b'-'))
        .count();
    let word = rest[..length].trim_end_matches(['.', '-', '/']);
    (word, at + word.len())
}

/// `word` with figures for the letters that look like them; `None` when it has no such letter, no figure, or another letter.
fn mended(word: &str) -> Option<String> {
    let figures = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    if figures == 0 || letters == 0 || letters > 2 || word.len() > LONGEST {
        return None;
    }
    word.chars()
        .map(|c| match c {
            'O' | 'o' => Some('0'),
            'l' | 'I' | 'i' => Some('1'),
            'S' => Some('5'),
            'Z' => Some('2'),
            'B' => Some('8'),
            c if c.is_ascii_alphabetic() => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    #[test]
    fn letters_for_figures() {
        for (text, written) in [
            ("seen on 1O March 2018 at home", "1O March 2018"),
            ("l2 June 2017: a call", "l2 June 2017"),
            ("O4/11/2019", "O4/11/2019"),
            ("on 7/I1/19.", "7/I1/19"),
            ("on 9 May 2Ol6 she", "9 May 2Ol6"),
            ("in October 2O20 he", "October 2O20"),
        ] {
            let found = find(text, Known::default());
            let flawed: Vec<&str> = found
                .iter()
                .filter(|it| it.flaw.is_some())
                .map(|it| &text[it.range.clone()])
                .collect();
            assert_eq!(flawed, [written], "{text}");
        }
    }

    #[test]
    fn letters_that_are_letters() {
        for text in [
            "Flat 1B May Street",
            "room 2S, 3 March 2019",
            "the A12 on 3 May 2019",
            "section 1I of 2014",
            "1l of milk",
        ] {
            assert!(find(text, Known::default()).iter().all(|it| it.flaw.is_none()), "{text}");
        }
    }
}
