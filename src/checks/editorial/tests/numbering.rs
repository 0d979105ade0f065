//! Numbers skipped and used twice.

use super::hold;

#[test]
fn numbers_that_are_skipped() {
    hold(
        "numbering-gap",
        &[
            (
                "7.1 A thing was said.\n\n7.2 A thing was done.\n\n7.4 A thing was left.\n\n7.5 It ended.",
                &["numbering-gap 7.4"],
            ),
            (
                "7.1.1 It was said.\n\n7.1.2 It was done.\n\n7.1.3 It was left.\n\n7.1.5 It ended there.",
                &["numbering-gap 7.1.5"],
            ),
            (
                "Recommendation 1\n\nThe board should visit.\n\nRecommendation 2\n\nThe board should ring.\n\nRecommendation 4\n\nThe board should write.",
                &["numbering-gap Recommendation 4"],
            ),
            (
                "Finding One: the visit\n\nIt was late.\n\nFinding Two: the call\n\nIt was short.\n\nFinding Four: the letter\n\nIt was lost.",
                &["numbering-gap Finding Four"],
            ),
            (
                "7.1 A thing was said.\n\n7.2 A thing was done.\n\n7.3 A thing was left.\n\n8.1 A new chapter.",
                &[],
            ),
            (
                "7.1 A thing was said.\n\n7.2 A thing was done. 7.3 A thing was hidden.\n\n7.4 A thing was left.",
                &[],
            ),
            ("Date\tEvent\n5.1.15\tSeen\n5.2.15\tSeen\n5.4.15\tSeen\n", &[]),
            ("7.1 A thing.\n\n7.3 A thing.\n\n7.9 A thing.\n\n7.20 A thing was cited.", &[]),
            ("1. Visit\n2. Ring\n\n1. Write\n2. Ask\n4. Close\n", &[]),
            (
                "4.1 It was seen.\n\n4.2 It was said.\n\nAppendix A\n\n4.1 It was seen.\n\n4.2 It was said.\n\n4.3 It was left.",
                &[],
            ),
            (
                "Recommendation 1\n\nThe board should visit.\n\nRecommendations 2 and 3\n\nThe board should ring.\n\nRecommendation 4\n\nThe board should write.",
                &[],
            ),
        ],
    );
}

#[test]
fn numbers_that_are_used_twice() {
    hold(
        "numbering-duplicate",
        &[
            (
                "Recommendation 1: visit\n\nThe board should visit.\n\nRecommendation 2: ring\n\nThe board should ring.\n\nRecommendation 2: write\n\nThe board should write.",
                &["numbering-duplicate Recommendation 2"],
            ),
            (
                "Finding One: the visit\n\nIt was late.\n\nFinding Two: the call\n\nIt was short.\n\nFinding Two: the letter\n\nIt was lost.\n\nFinding Three: the end\n\nIt came.",
                &["numbering-duplicate Finding Two"],
            ),
            (
                "7.1 A thing was said.\n\n7.2 A thing was done.\n\n7.2 A thing was left.\n\n7.3 It ended.",
                &[],
            ),
            (
                "Recommendation 1: visit\n\nThe board should visit.\n\nRecommendation 2: ring\n\nThe board should ring.\n\nSummary\n\nRecommendation 1: visit\n\nThe board should visit.\n\nRecommendation 2: ring\n\nThe board should ring.",
                &[],
            ),
            (
                "Finding One: the visit\n\nIt was late.\n\nFinding Two: the call\n\nIt was short.\n\nFinding Two: the call\n\nIt was lost.",
                &[],
            ),
        ],
    );
}
