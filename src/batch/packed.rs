//! Packed bytes are how a file stands in JSON: base64 (RFC 4648, section 4), with or without padding and line ends.

use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD, Engine as _};

/// The bytes that `text` stands for; `None` when it is no base64.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut signs = text.as_bytes().to_vec();
    signs.retain(|sign| !matches!(sign, b' ' | b'\t' | b'\r' | b'\n'));
    let padded = signs.ends_with(b"=");
    let engine = if padded { BASE64_STANDARD } else { BASE64_STANDARD_NO_PAD };
    engine.decode(signs).ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_examples_of_the_standard_and_what_is_none() {
        let right = [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm8", "fo"),
            ("Zm9v", "foo"),
            ("Zm9v\r\nYmFy\n", "foobar"),
        ];
        for (text, bytes) in right {
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()), "{text:?}");
        }
        assert_eq!(decode("+/+/"), Some(vec![0xfb, 0xff, 0xbf]));
        for wrong in ["Z", "Zg=", "Zg===", "Zh==", "Zg==Zg==", "Zm9v-", "Zm9vé", "===="] {
            assert_eq!(decode(wrong), None, "{wrong:?}");
        }
    }
}
