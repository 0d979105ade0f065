//! The contents page against the document.

use super::hold;

const BODY: &str = "1. Background to the report\n\n1.1 It began in May and was long.\n\n2. About the author\n\n2.1 The author is new to this.\n\n3. Methodology\n\n3.1 People were met and papers read.\n\n4. Findings\n\n4.1 The visits were late.\n\n5. Summary\n\n5.1 The end came soon.\n";

fn with(contents: &str) -> String {
    format!("{contents}\n\n{BODY}")
}

#[test]
fn contents_that_disagree() {
    for (contents, expected) in [
        (
            "Contents\n\n1. Background to the report ..... 3\n2. About the author ..... 3\n3. Methodology ..... 4\n4. Findings ..... 5\n5. Summary ..... 9\n",
            &[][..],
        ),
        (
            "Index\n\n1. BACKGROUND TO THE REPORT\nPage 3\n2. About the Author\nPage 3\n3. Methodology\nPage 4\n4. Findings\nPage 5\n5. Summary\nPage 9\n",
            &[],
        ),
        (
            "Contents\n\n1. Background to the report ..... 3\n2. About the author ..... 3\n3. Terms of reference ..... 4\n4. Findings ..... 5\n5. Summary ..... 9\n",
            &["contents-mismatch 3. Terms of reference"],
        ),
        (
            "Contents\n\n1. Background to the report ..... 3\n2. About the author ..... 3\n3. Methodology ..... 4\n4. Findings ..... 5\n5. Summary ..... 9\n6. Action plan ..... 12\n",
            &["contents-mismatch 6. Action plan"],
        ),
        (
            "Contents\n\n1. Background to the report ..... 3\n2. About the author ..... 3\n4. Findings ..... 5\n5. Summary ..... 9\n",
            &["contents-mismatch 3. Methodology"],
        ),
        (
            "Contents\n\n1. Background to the report ..... 3\n2. About the author ..... 3\n3. Methodology ..... 4\n4. Findings ..... 5\n5. Summary ..... 9\nAppendix 1 Terms of the review ..... 12\n",
            &["contents-mismatch Appendix 1 Terms of the review"],
        ),
        ("Contents\n\nChapter one ..... 3\nChapter two ..... 5\nChapter three ..... 7\n", &[]),
    ] {
        hold("contents", &[(&with(contents), expected)]);
    }
}

#[test]
fn pages_that_disagree() {
    let page = |n: u32, title: &str| format!("{n}. {title}\n\n{n}.1 It began in May and was long and slow.\n\n\u{c}");
    let titles = [
        "Background to it",
        "About the author",
        "Methodology",
        "Findings of it",
        "Summary of it",
    ];
    let body: String = titles.iter().zip(1..).map(|(title, n)| page(n, title)).collect();
    let contents = |pages: [u32; 5]| -> String {
        let lines: String = titles
            .iter()
            .zip(1..)
            .zip(pages)
            .map(|((title, n), page)| format!("{n}. {title} ..... {page}\n"))
            .collect();
        format!("Contents\n\n{lines}\n\u{c}{body}")
    };
    hold(
        "contents",
        &[
            (&contents([2, 3, 4, 5, 6]), &[]),
            (&contents([1, 2, 3, 4, 5]), &[]),
            (&contents([2, 3, 4, 7, 6]), &["contents-mismatch 4. Findings of it"]),
            (&contents([2, 4, 9, 5, 7]), &[]),
        ],
    );
}

#[test]
fn pages_of_contents_with_other_signs() {
    hold(
        "contents",
        &[
            (
                "CONTENTS\n\nA   How it was done\nB   Mrs D\nC   Analysis of the discharge\nD   Advice to the Board\n\nA   HOW IT WAS DONE\n\nThe Board asked five bodies for an account.\n\nB   MRS D\n\nMrs D was eighty and lived alone.\n\nC   ANALYSIS OF THE CARE AT HOME\n\nNobody held the whole picture of her.\n\nD   ADVICE TO THE BOARD\n\nThe Board should compare the visits.\n",
                &["contents-mismatch C   Analysis of the discharge"],
            ),
            (
                "In this summary\n  Background ........ first section\n  Themes ............ second section\n  Views of school ...... third section\n  Endnotes\n\nThe name is not hers.\n\nBACKGROUND\n\nShe was fourteen when it began.\n\nTHEMES\n\nNobody listened to the carers.\n\nTHE FAMILY\n\nHer mother read a draft of this.\n\nENDNOTES\n\nNone.\n",
                &["contents-mismatch Views of school"],
            ),
            (
                "Contents\n\nPart One      Preface\nPart Two      The bodies\nPart Three    The family\n\nPart One: Preface\n\nThis was the first of them.\n\nPart Two: The bodies\n\nThere were nine of them in all.\n\nPart Three: The family\n\nThey were asked for their views.\n\nPart Four: The law\n\nIt is long and has been changed.\n",
                &["contents-mismatch Part Four: The law"],
            ),
            (
                "Contents\n\n1  Preface     1\n2  The bodies     1\n3  The family     2\n4  The end     3\n\n1  Preface\n\nThis was the first of them.\n\n2  The bodies\n\nThere were nine of them in all.\n\n                       Page 1 of 2\n\n3  The family\n\nThey were asked for their views.\n\n4  The end\n\nIt came late in the year.\n\n                       Page 2 of 2\n",
                &["contents-mismatch 4  The end"],
            ),
            (
                "Contents\n\n1 Preface          page 1\n2 Summary of it    page 1\n3 What they learned about the work of the\n  school and the police      page 2\n4 Advice          page 2\n\n1 Preface\n\nThis was the first of them.\n\n2 Summary of it\n\nThere were nine of them in all.\n\n3 What they learned about the work of the school and the police\n\nThey were asked for their views.\n\n4 Advice\n\nIt came late in the year.\n",
                &[],
            ),
        ],
    );
}
