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

#[test]
fn papers_that_were_made_on_one_day() {
    hold(
        "document-two-names",
        &[
            (
                "The Home Conditions Agreement that Ms F signed on 21 January 2019 had four parts.\n\nThe fourth part of the Home Safety Contract which Ms F signed on 21 January 2019 was unfair.",
                &["document-two-names Home Safety Contract"],
            ),
            (
                "The Quiet Nights Pathway, which the Board adopted on 10 November 2020, was read.\n\nIt is part of the Quiet Night Protocol adopted by the Board on 10 November 2020.",
                &["document-two-names Quiet Night Protocol"],
            ),
            (
                "The Board\u{2019}s Bruising Protocol, issued in 2016, was long.\n\nFew had read the Infant Bruising Guidance of June 2016.",
                &["document-two-names Infant Bruising Guidance"],
            ),
            (
                "The mother signed the family safety agreement on 3 May 2019.\n\nShe had not understood the safety contract of 3 May 2019.",
                &["document-two-names safety contract"],
            ),
            (
                "The Family Safety Plan was read out.\n\nNobody could find the Home Safety Agreement that day.",
                &["document-two-names Home Safety Agreement"],
            ),
            // Two papers of one day that nobody takes for one, and two that are named side by side.
            (
                "The Early Help Strategy was adopted on 3 March 2021.\n\nThe Hoarding Protocol was adopted on 3 March 2021.",
                &[],
            ),
            (
                "The Hoarding Protocol of 2018 and the Hoarding Policy of 2018 are two.\n\nThe Hoarding Policy of 2018 was read.",
                &[],
            ),
            (
                "The Neglect Strategy 2021 to 2024 was agreed.\n\nThe Neglect Action Plan 2021 to 2024 followed from it.",
                &[],
            ),
            (
                "The Child Protection Plan was made in May.\n\nThe Child in Need Plan was made in June.",
                &[],
            ),
            (
                "The Contact Agreement was signed on 4 May 2019.\n\nThe Contact Agreement was broken on 9 May 2019.",
                &[],
            ),
        ],
    );
}

#[test]
fn papers_of_a_day_without_a_year() {
    hold(
        "document-two-names",
        &[
            (
                "He agreed to the Winter Warmth Plan, which was signed at his table on 12 May.\n\nThe Keeping Well Agreement of 12 May was found on the wall.",
                &["document-two-names Keeping Well Agreement"],
            ),
            (
                "The Repeat Visits Policy, brought in in January of that year, was clear.\n\nNobody had read the Return Calls Protocol of that January.",
                &["document-two-names Return Calls Protocol"],
            ),
            (
                "He agreed to the Winter Warmth Plan, which was signed at his table on 12 May.\n\nThe Keeping Well Agreement of 3 June was found on the wall.",
                &[],
            ),
        ],
    );
}
