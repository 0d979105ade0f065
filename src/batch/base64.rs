//! Base64 is how bytes stand in JSON: 4 signs for 3 bytes (RFC 4648, section 4), with or without padding and line ends.

/// The bytes that `text` stands for; `None` when it is no base64.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut held, mut bits, mut signs, mut padding) = (0_u32, 0, 0_usize, 0_usize);
    for sign in text.bytes() {
        match (sign, value(sign)) {
            (b'=', _) => padding += 1,
            (b' ' | b'\t' | b'\r' | b'\n', _) => {}
            (_, Some(value)) if padding == 0 => {
                signs += 1;
                held = held << 6 | value;
                bits += 6;
                if bits >= 8 {
                    bits -= 8;
                    bytes.push((held >> bits) as u8);
                    held &= (1 << bits) - 1;
                }
            }
            _ => return None,
        }
    }
    let whole = signs % 4 != 1 && held == 0 && (padding == 0 || padding < 3 && (signs + padding).is_multiple_of(4));
    whole.then_some(bytes)
}

const fn value(sign: u8) -> Option<u32> {
    match sign {
        b'A'..=b'Z' => Some((sign - b'A') as u32),
        b'a'..=b'z' => Some((sign - b'a') as u32 + 26),
        b'0'..=b'9' => Some((sign - b'0') as u32 + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
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
