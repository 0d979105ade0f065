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
