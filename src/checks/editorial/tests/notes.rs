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

#[test]
fn notes_of_other_makes() {
    hold(
        "note",
        &[
            (
                "Both were weighed.* She had grown.\n\nThe door was broken.\u{2020} It was cold.\u{2021}\n\n* At the clinic.\n\n\u{2020} The landlord was asked.\n",
                &["note-without-text \u{2021}"],
            ),
            (
                "Both were weighed.\u{2020} She had grown.\n\n\u{2020} At the clinic.\n\u{2021} The landlord was asked.\n",
                &["note-without-mark \u{2021}"],
            ),
            (
                "The log was short.[1] The nurse came late.[3]\n\nNOTES\n\n[1] Log of the agency.\n[2] Statement of the carer.\n[3] Her own standard.\n",
                &["note-without-mark [2]"],
            ),
            (
                "The log was short.[a] The nurse came late.[b] Nobody asked.[c]\n\n[a] Log of the agency.\n[b] Statement of the carer.\n",
                &["note-without-text [c]"],
            ),
            (
                "Her letter said so (i). Her words were kept (ii).\n\nENDNOTES\n\n(i) Letter of May 2020.\n(ii) Meeting of June 2020.\n(iii) The log of the spring.\n",
                &["note-without-mark (iii)"],
            ),
            (
                "It was known.1 It was told to all.2 It ended there.\n\n1 The first report.\n2 The second report.\n3 The third report.\n",
                &["note-without-mark 3"],
            ),
            // Bullets, grades and asides.
            ("* Ring the school\n* Visit the flat\n\nHer grade was A*.\n", &[]),
            ("\u{e9}\u{e9} [1]\u{e9}[2](x)\u{e9}\n[1]\u{e9}\n[2]", &[]),
            ("The letter [sic] was kept [1] and read.\n", &[]),
            (
                "We asked (i) who knew and (ii) who came.\n\nNotes\n\nNone were taken at the time.\n",
                &[],
            ),
            // Every mark was lost on the way into the file.
            (
                "It was known to all of them.\n\nNotes\n\n1 The first report.\n2 The second report.\n3 The third report.\n",
                &[],
            ),
        ],
    );
}

#[test]
fn notes_by_stars() {
    hold(
        "note-",
        &[
            (
                "The group went through the plan.* The form was sent.**\n\n* The plan is on the file.\n",
                &["note-without-text **"],
            ),
            (
                "The bar was full.* Nobody left.\n\n* No drink was served.\n** The figure holds a grant.\n",
                &["note-without-mark **"],
            ),
            (
                "The bar was full.* Nobody left.**\n\n* No drink was served.\n** The last went at ten.\n",
                &[],
            ),
            ("The **bar** was full.\n\n* Ring the school\n* Visit the flat\n", &[]),
            // The notes have a part of their own: the third chapter is no note.
            (
                "3 What was learned\n\nIt was known.\u{b9} It was told.\u{b2} It ended.\u{b3}\n\nNotes\n\n1 The first report.\n2 The second report.\n",
                &["note-without-text \u{b3}"],
            ),
        ],
    );
}
