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

#[test]
fn signs_that_open_a_line_count() {
    hold(
        "numbering-gap",
        &[
            (
                "Who will act:\n\n(a) AB: ring the school.\n(b) AB: ring the nurse.\n(c) CD: write to the landlord.\n(e) CD: visit on Monday.\n(f) AB: book the room.",
                &["numbering-gap (e)"],
            ),
            (
                "We asked:\n\n(i) Who knew?\n\n(ii) Who was told?\n\n(iii) Who came?\n\n(v) Who stayed?\n\n(vi) Who wrote?",
                &["numbering-gap (v)"],
            ),
            (
                "31/19 Welcome\n\nAll were welcomed by the chair.\n\n32/19 Minutes\n\nThey were agreed as right.\n\n34/19 Budget\n\nIt was spent in full.\n\n35/19 Staff\n\nTwo have left the team.\n\n36/19 Close\n\nThe meeting ended early.",
                &["numbering-gap 34/19"],
            ),
            (
                "| Ref | Action | Lead |\n|---|---|---|\n| R1 | Ring the school | Head |\n| R2 | Visit the flat | Nurse |\n| R4 | Write to them | Clerk |\n| R5 | Book a room | Clerk |\n",
                &["numbering-gap R4"],
            ),
            // One slip, that of the number used twice.
            (
                "| No | Action | Lead |\n|---|---|---|\n| 1 | Ring the school | Head |\n| 2 | Visit the flat | Nurse |\n| 2 | Write to them | Clerk |\n| 4 | Book a room | Clerk |\n| 5 | Close | Clerk |\n",
                &[],
            ),
            // What a row answers, or when it happened, does not count the rows.
            (
                "| Rec | Action | Lead |\n|---|---|---|\n| R1 | Ring the school | Head |\n| R2 | Visit the flat | Nurse |\n| R4 | Write to them | Clerk |\n| R5 | Book a room | Clerk |\n",
                &[],
            ),
            // The missing number stands within the line before.
            (
                "(a) Ring the school. (b) Ring the nurse.\n\n(c) Write to the landlord.\n\n(d) Visit on Monday.\n\n(e) Book the room.",
                &[],
            ),
            // Lists leave out letters that read as figures.
            (
                "(a) One thing.\n(b) One thing.\n(c) A thing.\n(d) A thing.\n(e) A thing.\n(f) A thing.\n(g) A thing.\n(h) A thing.\n(j) A thing.\n(k) A thing.",
                &[],
            ),
            // A number that a table only cites is not there.
            (
                "5.1 It was said.\n\n5.3 It was done.\n\n| No | Para | Action |\n|---|---|---|\n| 1 | 5.2 | Ring |\n| 2 | 5.3 | Write |\n",
                &["numbering-gap 5.3"],
            ),
        ],
    );
}

#[test]
fn signs_that_stand_twice() {
    hold(
        "numbering-duplicate",
        &[
            (
                "| Measure | Start |\n|---|---|\n| 5A Cases held | 19 |\n| 5B Posts empty | 31 |\n| 5C Plans in date | 58 |\n| 5C Calls made | 0 |\n| 5D Records read | 22 |\n",
                &["numbering-duplicate 5C"],
            ),
            (
                "7. It was late in the day.\n\n8. It was known to all.\n\n8. It was told to none.\n\n9. It ended there.\n\n10. It was over.",
                &["numbering-duplicate 8."],
            ),
            // One recommendation with two actions.
            (
                "Rec.\tAction\tLead\n1\tRing the school\tHead\n2\tVisit the flat\tNurse\n3\tWrite to them\tClerk\n3\tBook a room\tClerk\n4\tClose the file\tHead\n",
                &[],
            ),
        ],
    );
}

#[test]
fn short_lists_and_tables_of_figures() {
    hold(
        "numbering-",
        &[
            (
                "There were three things.\n\n(i) The list was typed twice.\n\n(ii) The card was wrong.\n\n(ii) Nobody had the job of asking.\n",
                &["numbering-duplicate (ii)"],
            ),
            (
                "What was found\n\ni. It was late.\n\nii. It was known.\n\niv. It was told to none.\n\nv. It ended.\n",
                &["numbering-gap iv."],
            ),
            (
                "No.\tAction\tDays\n1\tRing the school\t3\n2\tVisit the flat\t3\n4\tWrite to them\t3\n5\tBook a room\t7\n",
                &["numbering-gap 4"],
            ),
            (
                "There were two.\n\n(i) The list was typed twice.\n\n(ii) The card was wrong.\n",
                &[],
            ),
        ],
    );
}
