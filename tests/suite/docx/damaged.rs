//! Whatever the bytes, they give a text or a named error, and never a panic.

use std::panic;

use candour::input::{ReadError, read};
use proptest::prelude::*;

use super::paper::{Paper, WORD, item, level, list, p};

fn sample() -> Vec<u8> {
    let body = [p("The mother was seen."), item(1, 0, "One"), item(1, 0, "Two &amp; more")].concat();
    Paper::new(&body).numbering(&list(1, &level(0, "decimal", "%1.", ""))).bytes()
}

fn error(bytes: &[u8]) -> ReadError {
    read("a.docx", bytes).unwrap_err()
}

#[test]
fn each_thing_that_is_no_word_document_is_named() {
    assert_eq!(error(b"PK\x03\x04....").cause(), "damaged");
    let zip = Paper {
        parts: vec![("a.txt".into(), b"words".to_vec())],
    };
    assert_eq!(error(&zip.bytes()), ReadError::Package);
    let sheet = Paper::raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
    assert_eq!(error(&sheet.bytes()), ReadError::Package);
    let wrapped = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 512], &name].concat()
    };
    assert_eq!(error(&wrapped("EncryptedPackage")), ReadError::Protected);
    assert_eq!(error(&wrapped("WordDocument")), ReadError::OldWord);
    assert_eq!(error(&wrapped("Workbook")), ReadError::OldOffice);
    for (error, says) in [(ReadError::Protected, "password"), (ReadError::OldWord, "save it as .docx")] {
        assert!(error.to_string().contains(says), "{error}");
    }
}

#[test]
fn bombs_end_at_a_named_bound() {
    let deep = Paper::raw(&format!("<w:document xmlns:w=\"{WORD}\">{}", "<w:p>".repeat(200_000)));
    assert_eq!(error(&deep.bytes()).cause(), "beyond-limit");
    let large = Paper::raw(&format!("<w:document xmlns:w=\"{WORD}\"><w:body>{}", " ".repeat(65 << 20)));
    assert_eq!(error(&large.bytes()).cause(), "beyond-limit");
    let mut many = Paper::new(&p("Seen"));
    many.parts.extend((0..5_000).map(|n| (format!("a{n}"), vec![])));
    assert_eq!(error(&many.bytes()).cause(), "beyond-limit");
    let mut twice = Paper::new(&p("Seen"));
    twice.parts.push(("Word/Document.xml".into(), vec![]));
    assert_eq!(error(&twice.bytes()).cause(), "damaged");
    let entities = Paper::raw(&format!(
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><w:document xmlns:w=\"{WORD}\"><w:body>{}</w:body></w:document>",
        p("&c;")
    ));
    assert_eq!(read("a.docx", &entities.bytes()).unwrap().content, "\u{fffd}\n");
}

#[test]
fn cut_and_flipped_files_end_well() {
    let whole = sample();
    for end in (0..whole.len()).step_by(7) {
        let _ = panic::catch_unwind(|| read("a.docx", &whole[..end])).expect("no panic");
    }
    let mut flipped = whole.clone();
    for (at, &byte) in whole.iter().enumerate() {
        flipped[at] = byte ^ (1 << (at % 8));
        let _ = read("a.docx", &flipped);
        flipped[at] = byte;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_main_part(tags in prop::collection::vec(0..TAGS.len(), 0..80)) {
        let body: String = tags.into_iter().map(|tag| TAGS[tag]).collect();
        for paper in [Paper::new(&body), Paper::new(&format!("<w:p>{body}</w:p>"))] {
            if let Ok(text) = read("a.docx", &paper.bytes()) {
                prop_assert!(text.marks.iter().all(|mark| text.content.get(mark.span.range()).is_some()));
            }
        }
    }

    #[test]
    fn any_bytes_behind_a_zip_signature(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read("a.docx", &[b"PK\x03\x04".as_slice(), &bytes].concat());
    }
}

/// Pieces that nest into a part more often than not, in any order.
pub(crate) const TAGS: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:p><w:r><w:t>one </w:t></w:r></w:p>",
    "<w:r>",
    "</w:r>",
    "<w:r><w:t> a </w:t></w:r>",
    "<w:t>\u{e9} &#32;</w:t>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:tc>",
    "</w:tc>",
    "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:ins>",
    "</w:ins>",
    "<w:del>",
    "</w:del>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<mc:AlternateContent><mc:Choice>",
    "</mc:Choice></mc:AlternateContent>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:tab/>",
    "<w:br></w:br>",
    "<w:sym w:char=\"F0\"/>",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "<w:trPr><w:del/></w:trPr>",
];
