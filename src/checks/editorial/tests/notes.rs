//! Notes and their marks.

use super::{hold, said_of};

#[test]
fn notes_that_lack_a_half() {
    hold(
        "note",
        &[
            (
                "It was published\u{b9} in 2016. Another\u{b2} followed.\n\n\u{b9}Board, Annual Report.\n",
                &["note-without-text \u{b2}"],
            ),
            (
                "It was published\u{b9} in 2016.\n\n\u{b9}Board, Annual Report.\n\n\u{b2}Board, Second Report.\n",
                &["note-without-mark \u{b2}"],
            ),
            (
                "It was known\u{b9} and said\u{b2} and written\u{b3} at last.",
                &["note-without-text \u{b9}"],
            ),
            (
                "As in 2014\u{b9} the plan failed.\u{b2}\n\n\u{b2} See the report of the board.\n",
                &["note-without-text \u{b9}"],
            ),
            (
                "One.\u{b9} Two.\u{b2} Three.\u{b9}\u{2070}\n\n\u{b9} A.\n\n\u{b2} B.\n",
                &["note-without-text \u{b9}\u{2070}"],
            ),
            (
                "It was published\u{b9} in 2016.\n\n\u{b9}[https://example.org](https://example.org)\n",
                &[],
            ),
            ("The garden was 40 m\u{b2} and the room 9m\u{b2}, not 3\u{b2}.", &[]),
            (
                "One\u{b9} and two\u{b2}.\n\n1 See the first report.\n2 See the second report.\n",
                &[],
            ),
            ("One\u{b9} and two.2\n\n\u{b9} The first.\n\n\u{b2} The second.\n", &[]),
            ("\u{b9} The first.\n\n\u{b2} The second.\n\nNo marks were kept.", &[]),
            (
                "Page one\u{b9} ends.\n\n\u{b9} A note.\n\nPage two\u{b9} ends.\n\n\u{b9} Another note.\n",
                &[],
            ),
        ],
    );
}

#[test]
fn notes_of_markdown() {
    for (content, expected) in [
        (
            "It was published.[^1] Another.[^2]\n\n[^1]: Annual Report.\n",
            &["note-without-text [^2]"][..],
        ),
        (
            "It was published.[^1]\n\n[^1]: Annual Report.\n[^3]: Lost.\n",
            &["note-without-mark [^3]"],
        ),
        ("It was published.[^a]\n\n[^a]: Annual Report.\n", &[]),
        ("A bracket [1] and a power 2^3.\n", &[]),
        (
            "It was published.[^ofsted-2017]\n\n[^ofsted-2018]: Annual Report.\n",
            &["note-without-text [^ofsted-2017]", "note-without-mark [^ofsted-2018]"],
        ),
    ] {
        assert_eq!(said_of("a.md", content, "note"), expected, "{content}");
    }
}
