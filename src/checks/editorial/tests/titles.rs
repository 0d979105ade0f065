//! One paper under two names.

use super::hold;

#[test]
fn papers_with_two_names() {
    hold(
        "document-two-names",
        &[
            (
                "The Neglect Strategy 2018-21 was agreed.\n\nThe Neglect and Early Help Strategy 2018 was not read.",
                &["document-two-names Neglect and Early Help Strategy 2018"],
            ),
            (
                "The Neglect Strategy 2018-21 was agreed.\n\nThe Neglect Strategy 2018-2022 was not.",
                &["document-two-names Neglect Strategy 2018-2022"],
            ),
            (
                "The Early Help Strategy (2015 to 2018) came.\n\nThe Early Help Strategy (2016-18) went.",
                &["document-two-names Early Help Strategy (2016-18)"],
            ),
            (
                "The Neglect Strategy 2018-21 was agreed.\n\nThe Neglect Strategy 2021-24 followed.",
                &[],
            ),
            (
                "The Neglect Strategy 2018-21 was agreed.\n\nThe Neglect Strategy 2018-2021 was read.",
                &[],
            ),
            ("The Neglect Strategy 2018-21 was agreed.\n\nThe Neglect Strategy was read.", &[]),
            (
                "The Neglect Strategy 2018 replaced the Neglect and Early Help Strategy 2018 at once.",
                &[],
            ),
            (
                "The Child in Need Plan 2018 was the CIN Plan 2018.\n\nThe CIN Plan 2018 failed.",
                &[],
            ),
            (
                "The Business Plan 2018-19 came.\n\nThe Business Plan 2019-20 came.\n\nThe Business Plan 2020-21 came.",
                &[],
            ),
            ("The Suicide Strategy 2018 came.\n\nThe Housing and Health Strategy 2018 came.", &[]),
        ],
    );
}
