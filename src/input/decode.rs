//! Decoding turns bytes into characters: UTF-8, UTF-16 or Windows-1252, with line feeds only and no byte-order mark.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{MAX_BYTES, ReadError, bounds};

/// Decoded characters and what had to be guessed.
pub(super) struct Decoded {
    pub(super) content: String,
    pub(super) warnings: Vec<String>,
    /// Whether the characters are the very bytes.
    pub(super) same: bool,
}

/// How many bytes at the start are looked at when judging whether they are text.
const SAMPLE: usize = 64 * 1024;

/// Decodes `bytes`. A byte-order mark decides; then valid UTF-8; then UTF-16 shown by its zero bytes; then, when most
/// non-ASCII bytes do form UTF-8, UTF-8 with the broken ones replaced; else Windows-1252, which older Word files use.
///
/// An `encoding` that the bytes name themselves decides when they have no mark and are no UTF-8.
pub(super) fn decode(bytes: Vec<u8>, encoding: Option<&str>) -> Result<Decoded, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(bounds::FILE.beyond());
    }
    if let Some(error) = known_format(&bytes) {
        return Err(error);
    }
    let mut warnings = Vec::new();
    let whole = as_they_are(bytes);
    let same = whole
        .as_ref()
        .is_ok_and(|content| memchr::memchr(b'\r', content.as_bytes()).is_none());
    let content = whole.unwrap_or_else(|bytes| match &bytes[..] {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_mended(rest, &mut warnings),
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        bytes => without_mark(bytes, encoding, &mut warnings),
    });
    if is_binary(content.as_bytes()) {
        return Err(ReadError::Binary);
    }
    Ok(Decoded {
        content: if same { content } else { line_feeds(content) },
        warnings,
        same,
    })
}

/// `bytes` as characters, without a copy, when they are UTF-8 without a byte-order mark; the bytes again when they are not.
fn as_they_are(bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    if bytes.starts_with(b"\xEF\xBB\xBF") || bytes[..bytes.len().min(SAMPLE)].contains(&0) {
        return Err(bytes);
    }
    String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes)
}

fn known_format(bytes: &[u8]) -> Option<ReadError> {
    let starts = |signature: &[u8]| bytes.starts_with(signature);
    if starts(b"PK\x03\x04") {
        Some(ReadError::Package)
    } else if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Some(old_office(bytes))
    } else if starts(b"{\\rtf") {
        Some(ReadError::Rtf)
    } else {
        None
    }
}

/// What an old Office file is; a new one with a password hides in the same wrapping. Streams are named in UTF-16.
fn old_office(bytes: &[u8]) -> ReadError {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if holds("EncryptedPackage") {
        ReadError::Protected
    } else if holds("WordDocument") {
        ReadError::OldWord
    } else {
        ReadError::OldOffice
    }
}

fn without_mark(bytes: &[u8], encoding: Option<&str>, warnings: &mut Vec<String>) -> String {
    let named = encoding.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    // A page that can be read for the name of its encoding is in no UTF-16, and bytes that are no UTF-8 are none.
    let named = named.filter(|it| it.is_ascii_compatible() && *it != encoding_rs::UTF_8);
    match utf16_parity(bytes).or(named) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => utf8_or_mended(bytes, warnings),
    }
}

/// English in UTF-16 has a zero in nearly every second byte: on even places big-endian, on odd places little-endian.
fn utf16_parity(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = sample.len() / 2;
    if half >= 2 && odd * 10 > half * 6 && even * 10 < half {
        Some(UTF_16LE)
    } else if half >= 2 && even * 10 > half * 6 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn utf8_or_mended(bytes: &[u8], warnings: &mut Vec<String>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let (whole, broken) = utf8_sequences(bytes);
    if whole > broken * 4 {
        warnings.push(format!("{broken} places were not valid UTF-8 and are shown as \u{fffd}."));
        return String::from_utf8_lossy(bytes).into_owned();
    }
    warnings.push("The file is not UTF-8; it was read as Windows-1252.".to_owned());
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// How many multi-byte characters are whole and how many places are broken.
fn utf8_sequences(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(whole, broken), chunk| {
        let multibyte = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (whole + multibyte, broken + usize::from(!chunk.invalid().is_empty()))
    })
}

/// A text has no zero characters and hardly any control characters.
fn is_binary(content: &[u8]) -> bool {
    let sample = &content[..content.len().min(SAMPLE)];
    let control = sample
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c))
        .count();
    sample.contains(&0) || control * 50 > sample.len()
}

/// Line feeds for every line end: CR LF and lone CR.
fn line_feeds(content: String) -> String {
    if memchr::memchr(b'\r', content.as_bytes()).is_none() {
        return content;
    }
    let mut out = String::with_capacity(content.len());
    let mut rest = content.as_str();
    while let Some(at) = memchr::memchr(b'\r', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes.to_vec(), None).map(|d| d.content).unwrap()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let expected = "\u{a3}5 \u{2018}safe\u{2019}\nand well\n";
        assert_eq!(text("\u{a3}5 \u{2018}safe\u{2019}\nand well\n".as_bytes()), expected);
        assert_eq!(text("\u{feff}\u{a3}5 \u{2018}safe\u{2019}\r\nand well\r".as_bytes()), expected);
        assert_eq!(text(b"\xa35 \x91safe\x92\r\nand well\n"), expected);
        let units = |f: fn(u16) -> [u8; 2]| expected.encode_utf16().flat_map(f).collect::<Vec<_>>();
        assert_eq!(text(&units(u16::to_le_bytes)), expected);
        assert_eq!(text(&units(u16::to_be_bytes)), expected);
        assert_eq!(text(&[vec![0xFF, 0xFE], units(u16::to_le_bytes)].concat()), expected);
    }

    #[test]
    fn one_broken_byte_does_not_spoil_the_rest() {
        let mut bytes = "\u{2018}a\u{2019} \u{2018}b\u{2019} \u{2018}c\u{2019}".as_bytes().to_vec();
        bytes.push(0xFF);
        assert_eq!(text(&bytes), "\u{2018}a\u{2019} \u{2018}b\u{2019} \u{2018}c\u{2019}\u{fffd}");
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b"PK\x03\x04....".to_vec(), None).err(), Some(ReadError::Package));
        assert_eq!(
            decode(vec![0x89, b'P', b'N', b'G', 0, 0, 0, 13, 1, 2, 0, 3], None).err(),
            Some(ReadError::Binary)
        );
        assert_eq!(text(b""), "");
    }
}
