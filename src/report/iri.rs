//! An `iri` names a document in formats of the web: its path as it was given, as a reference that needs no guessing.

/// The path as a URI reference: relative when the path was, with `file:` before an absolute one.
pub(super) fn iri(path: &str) -> String {
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut iri = String::with_capacity(path.len() + 8);
    if path.starts_with('/') {
        iri.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/') {
        iri.push_str("file:///");
    }
    for &byte in path.as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => iri.push(char::from(byte)),
            _ => {
                iri.push('%');
                iri.extend([byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])));
            }
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::iri;

    #[test]
    fn paths_become_references() {
        assert_eq!(iri("minutes/3 a.md"), "minutes/3%20a.md");
        assert_eq!(iri("./a:b#c?.txt"), "a%3Ab%23c%3F.txt");
        assert_eq!(iri("/papers/caf\u{e9}.txt"), "file:///papers/caf%C3%A9.txt");
        assert_eq!(iri("-"), "-");
    }
}
