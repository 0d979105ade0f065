//! A symbol is a sign that a document sets by its place in a font of signs; here it becomes the character that it shows.

/// Signs of Wingdings that documents use: ticks, boxes, bullets, arrows.
const WINGDINGS: [(u8, char); 18] = [
    (0x4A, '\u{263a}'),
    (0x6C, '\u{25cf}'),
    (0x6E, '\u{25a0}'),
    (0x6F, '\u{25a1}'),
    (0x71, '\u{2751}'),
    (0x76, '\u{2756}'),
    (0x9F, '\u{2022}'),
    (0xA7, '\u{25aa}'),
    (0xA8, '\u{25fb}'),
    (0xD8, '\u{27a2}'),
    (0xDF, '\u{2190}'),
    (0xE0, '\u{2192}'),
    (0xE8, '\u{2794}'),
    (0xF0, '\u{21e8}'),
    (0xFB, '\u{2717}'),
    (0xFC, '\u{2713}'),
    (0xFD, '\u{2612}'),
    (0xFE, '\u{2611}'),
];
/// Signs of Symbol.
const SYMBOL: [(u8, char); 12] = [
    (0xA3, '\u{2264}'),
    (0xAB, '\u{2194}'),
    (0xAC, '\u{2190}'),
    (0xAE, '\u{2192}'),
    (0xB0, '\u{b0}'),
    (0xB1, '\u{b1}'),
    (0xB3, '\u{2265}'),
    (0xB7, '\u{2022}'),
    (0xB9, '\u{2260}'),
    (0xD6, '\u{221a}'),
    (0xD2, '\u{ae}'),
    (0xD4, '\u{2122}'),
];

/// The character at the hexadecimal `place` of `font`; `None` when the place is none.
pub(super) fn character(font: &str, place: &str) -> Option<char> {
    let code = u32::from_str_radix(place.trim(), 16).ok()?;
    let byte = match code {
        0xF000..=0xF0FF => (code - 0xF000) as u8,
        0..=0xFF => code as u8,
        _ => return char::from_u32(code),
    };
    let font = font.to_ascii_lowercase();
    let table: &[(u8, char)] = match font.as_str() {
        "symbol" => &SYMBOL,
        "wingdings" => &WINGDINGS,
        _ if code > 0xFF => &[],
        _ => return char::from_u32(code),
    };
    let known = table.iter().find(|(at, _)| *at == byte).map(|&(_, sign)| sign);
    // A sign that is not known is still a sign, and no letter.
    known.or_else(|| char::from_u32(0xF000 + u32::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn signs_of_known_fonts_become_characters() {
        assert_eq!(character("Wingdings", "F0FC"), Some('\u{2713}'));
        assert_eq!(character("Symbol", "00B7"), Some('\u{2022}'));
        assert_eq!(character("Arial", "2019"), Some('\u{2019}'));
        assert_eq!(character("Webdings", "F061"), Some('\u{f061}'));
        assert_eq!(character("Arial", "zz"), None);
    }
}
