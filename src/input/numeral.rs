//! A numeral `Style` is how a list writes its numbers: in digits, letters, Roman numerals or words.

use crate::text::cardinal::{TENS, UNITS};

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Decimal,
    /// "01".
    Padded,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// Letters that count on as the columns of a spreadsheet do: "Z", "AA", "AB".
    UpperLetters,
    LowerLetters,
    /// "1st".
    Ordinal,
    /// "One".
    Cardinal,
    /// "First".
    OrdinalWord,
    /// "- 1 -".
    Dashed,
    /// A sign and no number.
    Bullet,
    /// Nothing.
    None,
}

/// Ordinals that are no cardinal with "th".
const IRREGULAR: [(&str, &str); 7] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

impl Style {
    /// The style that a Word document calls `name`; digits for those that English does not use.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "decimalZero" => Self::Padded,
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "ordinal" => Self::Ordinal,
            "cardinalText" => Self::Cardinal,
            "ordinalText" => Self::OrdinalWord,
            "numberInDash" => Self::Dashed,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// `number` as this style writes it.
    pub(super) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded => format!("{number:02}"),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperLetter => letter(number, b'A'),
            Self::LowerLetter => letter(number, b'a'),
            Self::UpperLetters => letters(number, b'A'),
            Self::LowerLetters => letters(number, b'a'),
            Self::Ordinal => format!("{number}{}", ending(number)),
            Self::Cardinal => capital(&cardinal(number)),
            Self::OrdinalWord => capital(&ordinal(number)),
            Self::Dashed => format!("- {number} -"),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut left, mut out) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

/// "a" to "z", then "aa", "bb": the letter is said again in each further round.
fn letter(number: u32, first: u8) -> String {
    match number.checked_sub(1) {
        Some(at) if at / 26 < 30 => char::from(first + (at % 26) as u8).to_string().repeat(at as usize / 26 + 1),
        _ => number.to_string(),
    }
}

/// "a" to "z", then "aa", "ab".
fn letters(mut number: u32, first: u8) -> String {
    if number == 0 {
        return number.to_string();
    }
    let mut signs = Vec::new();
    while number > 0 {
        signs.push(char::from(first + ((number - 1) % 26) as u8));
        number = (number - 1) / 26;
    }
    signs.iter().rev().collect()
}

fn ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    }
}

/// `number` in words, up to 999; in digits beyond.
fn cardinal(number: u32) -> String {
    match number {
        0..=19 => UNITS[number as usize].to_owned(),
        20..=99 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..=99 => format!("{}-{}", TENS[number as usize / 10], UNITS[number as usize % 10]),
        100..=999 if number.is_multiple_of(100) => format!("{} hundred", UNITS[number as usize / 100]),
        100..=999 => format!("{} hundred {}", UNITS[number as usize / 100], cardinal(number % 100)),
        _ => number.to_string(),
    }
}

fn ordinal(number: u32) -> String {
    let cardinal = cardinal(number);
    let at = cardinal.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = cardinal.split_at(at);
    if let Some((_, word)) = IRREGULAR.iter().find(|(word, _)| *word == last) {
        format!("{before}{word}")
    } else if let Some(stem) = last.strip_suffix('y') {
        format!("{before}{stem}ieth")
    } else if last.ends_with(|c: char| c.is_ascii_digit()) {
        format!("{cardinal}{}", ending(number))
    } else {
        format!("{cardinal}th")
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::Style;

    #[test]
    fn numbers_are_written_as_word_processors_write_them() {
        for (style, number, expected) in [
            (Style::UpperRoman, 1994, "MCMXCIV"),
            (Style::LowerRoman, 4, "iv"),
            (Style::LowerLetter, 26, "z"),
            (Style::LowerLetter, 28, "bb"),
            (Style::UpperLetter, 0, "0"),
            (Style::LowerLetters, 26, "z"),
            (Style::LowerLetters, 28, "ab"),
            (Style::UpperLetters, 703, "AAA"),
            (Style::UpperLetters, 0, "0"),
            (Style::Ordinal, 22, "22nd"),
            (Style::Ordinal, 112, "112th"),
            (Style::Cardinal, 11, "Eleven"),
            (Style::Cardinal, 21, "Twenty-one"),
            (Style::Cardinal, 340, "Three hundred forty"),
            (Style::OrdinalWord, 12, "Twelfth"),
            (Style::OrdinalWord, 20, "Twentieth"),
            (Style::OrdinalWord, 31, "Thirty-first"),
            (Style::Padded, 7, "07"),
        ] {
            assert_eq!(style.write(number), expected, "{style:?}");
        }
    }
}
