//! A `status` is what a plan says became of an action, in the many words that plans have for it.

use super::Status;

/// Status words and what they mean; of two that fit, the longer one counts.
#[rustfmt::skip]
const WORDS: &[(Status, &[&str])] = &[
    (
        Status::Completed,
        &["completed", "complete", "closed", "green", "blue", "done", "achieved", "fully implemented", "fully completed", "implemented", "fully achieved", "finished", "discharged", "actioned", "fully met", "met"],
    ),
    (
        Status::Partial,
        &["partially completed", "partially complete", "partly completed", "partly complete", "part complete", "part completed", "partial", "partially achieved", "partially met", "partially implemented", "partly done", "partially", "mostly complete", "substantially complete"],
    ),
    (
        Status::InProgress,
        &["in progress", "ongoing", "on going", "on track", "amber", "yellow", "underway", "under way", "started", "in hand", "work in progress", "progressing", "commenced", "in train"],
    ),
    (
        Status::Outstanding,
        &["outstanding", "overdue", "not started", "not yet started", "not yet due", "red", "open", "pending", "carried forward", "c/f", "delayed", "to be started", "awaiting", "not commenced", "on hold", "paused", "behind schedule"],
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
            ("Redrafted", None),
        ] {
            let read = opening(text).map(|(length, status)| (&text[..length], status));
            assert_eq!(read, expected, "{text:?}");
        }
    }
}
