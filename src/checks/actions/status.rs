//! A `status` is what a plan says became of an action, in the many words that plans have for it.

use super::Status;

/// Status words and what they mean; of two that fit, the longer one counts.
#[rustfmt::skip]
const WORDS: &[(Status, &[&str])] = &[
    (
        Status::Completed,
        &["completed", "complete", "closed", "green", "blue", "done", "achieved", "fully implemented", "fully completed", "implemented", "fully achieved", "finished", "discharged", "actioned", "fully met", "met", "in place", "[x]", "\u{2713}", "\u{2714}", "\u{2611}", "\u{2612}"],
    ),
    (
        Status::Partial,
        &["partially completed", "partially complete", "partly completed", "partly complete", "part complete", "part completed", "partial", "partially achieved", "partially met", "partially implemented", "partly done", "partially", "mostly complete", "substantially complete"],
    ),
    (
        Status::InProgress,
        &["in progress", "ongoing", "on going", "on track", "amber", "yellow", "underway", "under way", "started", "in hand", "work in progress", "progressing", "commenced", "in train", "under review", "remains under review", "kept under review"],
    ),
    (
        Status::Outstanding,
        &["outstanding", "overdue", "not started", "not yet started", "not yet due", "red", "open", "pending", "carried forward", "c/f", "delayed", "to be started", "awaiting", "not commenced", "on hold", "paused", "behind schedule", "planned", "scheduled", "to follow", "[ ]", "\u{2610}", "no progress"],
    ),
    (Status::NotCompleted, &["not completed", "not complete", "incomplete", "not done", "not achieved", "not met", "not implemented", "uncompleted", "not yet complete", "not yet completed"]),
];

/// The status that `text` opens with: its words' length in bytes and their meaning; `None` when it opens with none.
pub(super) fn opening(text: &str) -> Option<(usize, Status)> {
    let all = WORDS
        .iter()
        .flat_map(|(status, words)| words.iter().map(move |word| (word.len(), *status, *word)));
    let fitting = all.filter(|(length, _, word)| begins(text, word) && is_end(&text[*length..]));
    fitting
        .max_by_key(|(length, ..)| *length)
        .map(|(length, status, _)| (length, status))
}

/// What the last words of a short response say: "Campaign planned.", "Policy remains under review".
#[rustfmt::skip]
const CLOSING: &[(Status, &[&str])] = &[
    (Status::InProgress, &["under review", "under way", "underway", "in progress", "in hand", "on track"]),
    (Status::Outstanding, &["planned", "scheduled", "to follow", "carried forward", "c/f", "awaited", "not yet due", "not started"]),
    (Status::NotCompleted, &["not done", "not completed"]),
];

/// The status that a short response closes with.
pub(super) fn closing(text: &str) -> Option<Status> {
    let sentence = text.split_inclusive(". ").next().unwrap_or(text).trim_end_matches([' ', '.']);
    let short = sentence.split(' ').count() <= 6;
    let ends = |word: &&str| {
        let at = sentence.len().checked_sub(word.len()).filter(|&at| sentence.is_char_boundary(at));
        at.is_some_and(|at| sentence[at..].eq_ignore_ascii_case(word) && sentence[..at].ends_with(' '))
    };
    CLOSING
        .iter()
        .find(|(_, words)| short && words.iter().any(ends))
        .map(|(status, _)| *status)
}

/// Whether `text` says that something has been carried out.
pub(super) fn says_done(text: &str) -> bool {
    const DONE: &[&str] = &[
        "completed",
        "complete",
        "done",
        "finished",
        "delivered",
        "achieved",
        "implemented",
        "embedded",
        "published",
        "launched",
        "relaunched",
        "issued",
        "signed",
        "in place",
        "has been",
        "have been",
        "was held",
        "tested",
        "circulated",
        "introduced",
        "agreed",
    ];
    let lower = text.to_ascii_lowercase();
    let whole = |at: usize, word: &str| {
        !lower[..at].ends_with(|c: char| c.is_alphanumeric())
            && !lower[at + word.len()..].starts_with(|c: char| c.is_alphanumeric())
            && !["not ", "be ", "not been ", "yet "]
                .iter()
                .any(|before| lower[..at].ends_with(before))
    };
    DONE.iter().any(|word| lower.match_indices(word).any(|(at, _)| whole(at, word)))
}

fn begins(text: &str, word: &str) -> bool {
    text.as_bytes()
        .get(..word.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether the status words end there: nothing that makes them part of a sentence follows ("Completed forms are …").
fn is_end(rest: &str) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    let word = rest.trim_start().split(' ').next().unwrap_or("");
    match next {
        ' ' => {
            word.starts_with(|c: char| !c.is_ascii_lowercase())
                || matches!(
                    word,
                    "and" | "but" | "in" | "on" | "by" | "with" | "as" | "for" | "from" | "to" | "at" | "until" | "since" | "except"
                )
        }
        c => !c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_response_closes_with_its_status() {
        assert_eq!(closing("Campaign planned."), Some(Status::Outstanding));
        assert_eq!(closing("Policy remains under review"), Some(Status::InProgress));
        assert_eq!(closing("The board heard on Monday that the whole campaign is planned"), None);
        assert_eq!(closing("Redrafted"), None);
    }

    #[test]
    fn maps_what_plans_write() {
        for (text, expected) in [
            ("Completed", Some(("Completed", Status::Completed))),
            ("Not Completed", Some(("Not Completed", Status::NotCompleted))),
            ("Partially Completed", Some(("Partially Completed", Status::Partial))),
            ("Outstanding.", Some(("Outstanding", Status::Outstanding))),
            ("Complete. Sixty test calls made", Some(("Complete", Status::Completed))),
            ("Green - seen by the Group", Some(("Green", Status::Completed))),
            ("On track", Some(("On track", Status::InProgress))),
            ("Not yet due", Some(("Not yet due", Status::Outstanding))),
            ("Completed forms are read", None),
            ("Policy remains under review", None),
            ("In place from 1 May 2024", Some(("In place", Status::Completed))),
            ("C/f", Some(("C/f", Status::Outstanding))),
            ("Carried forward", Some(("Carried forward", Status::Outstanding))),
            ("Not done", Some(("Not done", Status::NotCompleted))),
            ("Closed", Some(("Closed", Status::Completed))),
            ("[x]", Some(("[x]", Status::Completed))),
            ("[ ] Form", Some(("[ ]", Status::Outstanding))),
            ("\u{2713}", Some(("\u{2713}", Status::Completed))),
            ("Redrafted", None),
        ] {
            let read = opening(text).map(|(length, status)| (&text[..length], status));
            assert_eq!(read, expected, "{text:?}");
        }
    }
}
