//! A cut is where a PDF breaks off before its end, as one does that came only half through a network.
//!
//! Such a file can often be read in part, since its objects stand one after the other; nobody must take that part for the whole.

use memchr::memmem;

/// Whether `bytes` break off: every whole PDF, however often it was added to, says behind its last object where its table of objects
/// begins (ISO 32000-2, 7.5.5). What stands behind that is no matter.
pub(super) fn is_cut_off(bytes: &[u8]) -> bool {
    let last = |sign: &[u8]| memmem::rfind(bytes, sign);
    // `obj` and `endobj`; the keyword itself holds neither.
    last(b"startxref") <= last(b"obj")
}

#[cfg(test)]
mod tests {
    use super::super::tests::pdf;
    use super::is_cut_off;

    #[test]
    fn whole_files_say_where_their_table_is() {
        let page = "BT /F 10 Tf 50 480 Td (seen) Tj ET".to_owned();
        let whole = pdf(&[page]);
        assert!(!is_cut_off(&whole));
        assert!(!is_cut_off(&[&whole[..], b"\r\n<!-- added by a server -->"].concat()));
        let added = [
            &whole[..],
            b"\n9 0 obj<</A 1>>endobj\nxref\n0 0\ntrailer<</Prev 9>>\nstartxref\n99\n%%EOF\n",
        ]
        .concat();
        assert!(!is_cut_off(&added));
        for end in [100, whole.len() / 2, whole.len() - 30] {
            assert!(is_cut_off(&whole[..end]), "{end}");
        }
        assert!(is_cut_off(&added[..whole.len() + 12]), "cut off in what was added");
    }
}
