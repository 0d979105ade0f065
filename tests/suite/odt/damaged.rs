//! Whatever the bytes, they give a text or a named error, and never a panic.

use std::panic;

use candour::input::{ReadError, Revision, read, read_revision};
use proptest::prelude::*;

use super::paper::{document, flat, item, level, list_style, of, p};
use crate::docx::paper::Paper;
use crate::place::{Place, corpus};

fn error(paper: &Paper) -> ReadError {
    read("a.odt", &paper.bytes()).unwrap_err()
}

/// A document with one part written anew.
fn with(name: &str, content: &str) -> Paper {
    let mut paper = document("", "", &p("Seen"));
    paper.put(name, content);
    paper
}

#[test]
fn each_thing_that_is_no_text_is_named() {
    let content = document("", "", "").text("content.xml");
    for kind in ["spreadsheet", "presentation", "drawing"] {
        let other = content.replace("office:text>", &format!("office:{kind}>"));
        let mut paper = with("content.xml", &other);
        paper.put("mimetype", &format!("application/vnd.oasis.opendocument.{kind}"));
        assert_eq!(error(&paper), ReadError::OpenDocument);
    }
    let mut missing = document("", "", "");
    missing.parts.retain(|(name, _)| name != "content.xml");
    assert_eq!(error(&missing).cause(), "damaged");
    assert_eq!(error(&with("content.xml", "<office:document-content")).cause(), "damaged");
    assert!(error(&missing).to_string().contains("open it in Word or LibreOffice"));
    let entry = "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data m:checksum=\"x\"/></m:file-entry></m:manifest>";
    let locked = with("META-INF/manifest.xml", entry);
    assert_eq!(error(&locked), ReadError::Protected);
    let mut locked = with("encrypted-package", "\u{1}");
    locked.parts.retain(|(name, _)| name != "content.xml");
    assert_eq!(error(&locked), ReadError::Protected);
    let formula = Paper {
        parts: vec![
            ("mimetype".into(), b"application/vnd.oasis.opendocument.formula".to_vec()),
            ("content.xml".into(), b"<math/>".to_vec()),
        ],
    };
    assert_eq!(error(&formula), ReadError::OpenDocument);
}

#[test]
fn bombs_end_at_a_named_bound() {
    let deep = document("", "", &"<text:span>".repeat(200_000));
    assert_eq!(error(&deep).cause(), "beyond-limit");
    let cell = |words: &str| {
        format!(
            "<table:table><table:table-column table:number-columns-repeated=\"2\"/><table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell table:number-columns-repeated=\"4000000000\">{words}</table:table-cell></table:table-row></table:table>"
        )
    };
    assert_eq!(error(&document("", "", &cell(&p("Seen")))).cause(), "beyond-limit");
    assert_eq!(
        read("a.odt", &document("", "", &(cell("") + &p("Seen"))).bytes()).unwrap().content,
        "Seen\n"
    );
    let entities = with(
        "content.xml",
        &format!(
            "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c SYSTEM \"file:///etc/hosts\">]>{}",
            document("", "", &p("&b;&c;")).text("content.xml").split_once("?>").unwrap().1
        ),
    );
    assert_eq!(read("a.odt", &entities.bytes()).unwrap().content, "\u{fffd}\u{fffd}\n");
    let blanks = document("", "", &p("a<text:s text:c=\"4000000000\"/>b"));
    assert!(read("a.odt", &blanks.bytes()).unwrap().content.len() < 200);
}

#[test]
fn the_marked_up_copy_is_of_word_documents_only() {
    let place = Place::new();
    place.write("draft.odt", &document("", "", &p("The boy was safe and well.")).bytes());
    let output = place.candour(&["check", "draft.odt", "--docx", "out.docx"], "");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        (output.status.code(), told.contains("draft.odt is none")),
        (Some(2), true),
        "{told}"
    );
    assert!(!place.0.join("out.docx").exists());
    let output = place.candour(&["text", "draft.odt"], "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "The boy was safe and well.\n");
}

#[test]
fn cut_and_flipped_files_end_well() {
    let whole = std::fs::read(corpus().join("ludd-lane-review.odt")).unwrap();
    for end in (0..whole.len()).step_by(29) {
        let _ = panic::catch_unwind(|| read("a.odt", &whole[..end])).expect("no panic");
    }
    let mut flipped = whole.clone();
    for (at, &byte) in whole.iter().enumerate().step_by(3) {
        flipped[at] = byte ^ (1 << (at % 8));
        let _ = read("a.odt", &flipped);
        flipped[at] = byte;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_content(tags in prop::collection::vec(0..TAGS.len(), 0..80)) {
        let inside: String = tags.into_iter().map(|tag| TAGS[tag]).collect();
        let styles = list_style("L", &level(1, "1", ""));
        for inside in [balanced(&inside), p(&balanced(&inside)), inside.clone()] {
            for revision in [Revision::Final, Revision::Original] {
                if let Ok(text) = read_revision("a.fodt", flat(&styles, "", &inside).as_bytes(), revision) {
                    prop_assert!(text.marks.iter().all(|mark| text.content.get(mark.span.range()).is_some()));
                }
            }
        }
    }

    #[test]
    fn any_cut_in_the_content(from in 0_usize..2_000, len in 0_usize..400) {
        let content = document("", "", &of("L", &item(&p("One &amp; two")).repeat(9))).text("content.xml");
        let (from, to) = (from.min(content.len()), (from + len).min(content.len()));
        let _ = read("a.odt", &with("content.xml", &(content[..from].to_owned() + &content[to..])).bytes());
    }
}

/// The same tags, ends without a beginning left out and beginnings ended.
fn balanced(tags: &str) -> String {
    let (mut out, mut open) = (String::new(), vec![]);
    for tag in tags.split_inclusive('>') {
        let at = tag.find('<').unwrap_or(0);
        let name: String = tag[at..]
            .chars()
            .skip_while(|c| "</".contains(*c))
            .take_while(|c| !" />".contains(*c))
            .collect();
        if tag.contains("</") {
            if open.last() != Some(&name) {
                continue;
            }
            open.pop();
        } else if tag.contains('<') && !tag.ends_with("/>") {
            open.push(name);
        }
        out.push_str(tag);
    }
    while let Some(name) = open.pop() {
        out += &format!("</{name}>");
    }
    out
}

/// Pieces that nest into a document more often than not, in any order.
const TAGS: &[&str] = &[
    "<text:p>",
    "</text:p>",
    "<text:p>one </text:p>",
    "<text:span>",
    "</text:span>",
    "<text:s/>",
    "<text:list text:style-name=\"L\">",
    "</text:list>",
    "<text:list-item>",
    "</text:list-item>",
    "<text:list-item text:start-value=\"4294967295\"><text:p>x</text:p></text:list-item>",
    "<text:h text:outline-level=\"0\">",
    "</text:h>",
    "<text:note><text:note-body><text:p>",
    "</text:p></text:note-body></text:note>",
    "<draw:frame><draw:text-box>",
    "</draw:text-box></draw:frame>",
    "<table:table><table:table-row><table:table-cell>",
    "</table:table-cell></table:table-row></table:table>",
    "<table:table-cell table:number-columns-repeated=\"3\">",
    "</table:table-cell>",
    "<table:table-header-rows>",
    "</table:table-header-rows>",
    "<text:tracked-changes><text:changed-region text:id=\"a\"><text:insertion/></text:changed-region><text:changed-region text:id=\"b\"><text:deletion><text:p>d</text:p><text:p>e<text:change text:change-id=\"c\"/></text:p></text:deletion></text:changed-region><text:changed-region text:id=\"c\"><text:deletion><text:list><text:list-item><text:p>f</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>g</text:p></table:table-cell></table:table-row></table:table></text:deletion></text:changed-region></text:tracked-changes>",
    "<text:change-start text:change-id=\"a\"/>",
    "<text:change-end text:change-id=\"a\"/>",
    "<text:change text:change-id=\"b\"/>",
    "<text:change text:change-id=\"c\"/>",
    "<text:section text:display=\"none\">",
    "</text:section>",
    "<text:table-of-content><text:index-title>",
    "</text:index-title></text:table-of-content>",
    "<text:hidden-paragraph text:is-hidden=\"true\"/>",
    "<text:numbered-paragraph text:level=\"99\">",
    "</text:numbered-paragraph>",
    "\u{e9} &#32;",
];
