//! The command reads Word documents like any other and writes a marked-up copy when it is asked for one.

use candour::input::read;

use super::paper::{Paper, p};
use crate::place::{Place, corpus};

fn said(place: &Place, args: &[&str]) -> (i32, String, String) {
    let output = place.candour(args, "");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_checked_draft_comes_back_with_comments() {
    let place = Place::new();
    place.write("draft.docx", &std::fs::read(corpus().join("pell-review.docx")).unwrap());
    let (status, page, told) = said(&place, &["check", "draft.docx", "--docx", "reviewed.docx"]);
    assert_eq!((status, told.contains("comments in reviewed.docx")), (1, true), "{told}");
    assert!(page.contains("draft.docx:15:87"), "{page}");
    let bytes = |name: &str| std::fs::read(place.0.join(name)).unwrap();
    let text = |name: &str| read(name, &bytes(name)).unwrap().content;
    assert_eq!(text("draft.docx"), text("reviewed.docx"));
    let (status, ..) = said(&place, &["check", "reviewed.docx", "--docx", "reviewed.docx", "-q"]);
    assert_eq!(status, 1);
    let (status, ..) = said(&place, &["check", "draft.docx", "--docx", "once.docx", "-q", "--fail-on", "never"]);
    assert_eq!((status, bytes("reviewed.docx") == bytes("once.docx")), (0, true));
    let (status, ..) = said(
        &place,
        &[
            "check",
            "draft.docx",
            "--docx",
            "few.docx",
            "--min-severity",
            "high",
            "--most-comments",
            "2",
        ],
    );
    assert!(status == 1 && bytes("few.docx").len() < bytes("once.docx").len());
}

#[test]
fn what_cannot_be_marked_up_is_said_and_nothing_is_written() {
    let place = Place::new();
    place.write("draft.docx", &Paper::new(&p("The boy was safe and well.")).bytes());
    place.write("draft.md", b"The boy was safe and well.");
    place.write("old.docx", b"PK\x03\x04 cut off");
    for (args, says) in [
        (&["check", "draft.md", "--docx", "out.docx"][..], "draft.md is none"),
        (&["check", "draft.docx", "draft.docx", "--docx", "out.docx"], "one Word document"),
        (&["check", "-", "--docx", "out.docx"], "one Word document"),
        (
            &["check", "draft.docx", "--view", "original", "--docx", "out.docx"],
            "--view original",
        ),
        (&["check", "old.docx", "--docx", "out.docx"], "old.docx is damaged"),
        (&["scan", "old.docx"], "old.docx is damaged"),
    ] {
        let (status, _, told) = said(&place, args);
        assert_eq!((status, told.contains(says)), (2, true), "{args:?}: {told}");
    }
    let left: Vec<_> = std::fs::read_dir(&place.0).unwrap().collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn every_verb_reads_a_word_document_on_either_side() {
    let place = Place::new();
    place.write("in/draft.docx", &std::fs::read(corpus().join("pell-review.docx")).unwrap());
    place.write("in/~$draft.docx", b"a lock");
    let (status, page, _) = said(&place, &["refs", "in"]);
    assert!(status == 0 && page.contains("1.9"), "{page}");
    let (_, record, _) = said(&place, &["scan", "in", "--format", "jsonl"]);
    assert!(record.contains("\"format\":\"docx\"") && record.lines().count() == 1, "{record}");
    assert!(record.contains("\"paragraph\":\"1.2\""));
    for (side, words) in [("final", "did not look at his feet"), ("original", "had no concerns")] {
        let (_, text, _) = said(&place, &["text", "in/draft.docx", "--view", side]);
        assert!(text.contains(words), "{text}");
    }
}
