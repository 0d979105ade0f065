//! A `run` is a stretch of bytes that the fold copies as they stand. Letters set apart for show end one.

/// The end of the run of bytes from `at` that are copied as they stand; two spaces in a row end it, and so do letters
/// set apart.
pub(super) fn plain_run(bytes: &[u8], at: usize, end: usize) -> usize {
    let mut previous = 0_u8;
    let mut singles = 0;
    for (i, &b) in bytes[at..end].iter().enumerate() {
        if SPECIAL[b as usize] {
            return at + i;
        }
        if b == b' ' {
            let alone = previous.is_ascii_alphabetic() && (i < 2 || bytes[at + i - 2] == b' ');
            singles = if alone { singles + 1 } else { 0 };
            if singles == SPACED {
                return at + i + 1 - 2 * SPACED;
            }
            if previous == b' ' {
                return at + i;
            }
        }
        previous = b;
    }
    end
}

/// So many single letters in a row are a word set apart.
const SPACED: usize = 4;

/// Whether letters set apart begin `text`.
pub(super) fn opens_spaced(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 2 * SPACED - 2
        && (0..SPACED).all(|i| bytes[2 * i].is_ascii_alphabetic() && (i + 1 == SPACED || bytes[2 * i + 1] == b' '))
        && bytes.get(2 * SPACED - 1).is_none_or(|b| !b.is_ascii_alphanumeric())
}

/// Whether a letter by itself begins `bytes`.
pub(super) fn is_single(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(1).is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'\'')
}

static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0x80;
    while b < 256 {
        table[b] = true;
        b += 1;
    }
    table[b'\n' as usize] = true;
    table[b'\r' as usize] = true;
    table[b'\t' as usize] = true;
    table[0x0b] = true;
    table[0x0c] = true;
    table[b'-' as usize] = true;
    table[b'*' as usize] = true;
    table[b'<' as usize] = true;
    table[b'[' as usize] = true;
    table[b'`' as usize] = true;
    table
};
