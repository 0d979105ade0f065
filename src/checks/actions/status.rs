//! A `status` is what a plan says became of an action, in the many words that plans have for it.

use super::Status;

/// Status words and what they mean; of two that fit, the longer one counts.
#[rustfmt::skip]
const WORDS: &[(Status, &[&str])] = &[
    (
        Status::Completed,
        &["completed", "complete", "closed", "green", "blue", "done", "achieved", "fully implemented", "fully completed", "fully complete", "implemented", "fully achieved", "finished", "discharged", "actioned", "fully met", "met", "in place", "fully embedded", "embedded", "delivered", "fulfilled", "signed off", "action closed", "action complete", "action completed", "now complete", "now completed", "now closed", "business as usual", "100%", "yes", "y", "[x]", "\u{2713}", "\u{2714}", "\u{2611}", "\u{2612}", "\u{2705}"],
    ),
    (
        Status::Partial,
        &["partially completed", "partially complete", "partly completed", "partly complete", "part complete", "part completed", "part completed", "partial", "partially achieved", "partially met", "partially implemented", "partly done", "partly met", "partly achieved", "part met", "partially", "partly", "in part", "part done", "part finished", "half finished", "half done", "half complete", "half way", "half way there", "some done", "some of it done", "mostly complete", "mostly completed", "mostly done", "nearly complete", "nearly completed", "almost complete", "almost completed", "largely complete", "largely completed", "substantially complete", "substantially completed", "partial completion"],
    ),
    (
        Status::InProgress,
        &["in progress", "in process", "ongoing", "on going", "on track", "on target", "on schedule", "amber", "yellow", "underway", "under way", "work underway", "work under way", "started", "in hand", "work in progress", "wip", "progressing", "making progress", "commenced", "begun", "moving", "on course", "work has begun", "work has started", "in train", "under review", "remains under review", "kept under review", "in development", "in draft", "drafted", "being progressed", "continuing", "continues", "at risk", "some progress"],
    ),
    (
        Status::Outstanding,
        &["outstanding", "overdue", "not started", "not yet started", "not begun", "not yet begun", "yet to start", "yet to begin", "not yet due", "not due", "red", "open", "pending", "carried forward", "carry forward", "carried over", "c/f", "delayed", "to be started", "to do", "awaiting", "awaited", "waiting", "not commenced", "on hold", "paused", "suspended", "stalled", "slipped", "slipping", "off track", "behind schedule", "behind", "deferred", "postponed", "rolled over", "planned", "scheduled", "to follow", "late", "white", "new", "[ ]", "\u{2610}", "no progress", "0%"],
    ),
    (Status::NotCompleted, &["not completed", "not complete", "incomplete", "not done", "not achieved", "not met", "not implemented", "not delivered", "not actioned", "uncompleted", "not yet complete", "not yet completed", "abandoned", "not progressed", "not taken forward", "rejected", "declined", "no", "n", "\u{2717}", "\u{2718}", "\u{274c}"]),
    // Closed, and not done: nothing here says what became of them.
    (Status::None, &["superseded", "withdrawn", "no longer required", "no longer needed", "no longer applicable", "not applicable", "n/a", "merged", "replaced", "grey", "gray", "not required"]),
];

/// Words before a status that say what it is: "RAG: GREEN", "Status - Complete", "Rated amber".
const LABELS: &[&str] = &[
    "rag rating",
    "brag rating",
    "rag",
    "brag",
    "status",
    "rated",
    "rating",
    "action",
    "now",
    "currently",
    "update",
    "work",
];

/// Where the status words of a response begin, what names them passed over.
pub(super) fn lead(text: &str) -> usize {
    let mut from = 0;
    while let Some(label) = LABELS.iter().find(|label| begins(&text[from..], label)) {
        let rest = &text[from + label.len()..];
        let next = text.len() - rest.trim_start_matches([' ', ':', '-', '=']).len();
        if next == from + label.len() || opening(&text[from..]).is_some() {
            break;
        }
        from = next;
    }
    if opening(&text[from..]).is_some() { from } else { 0 }
}

/// Whether `response` closes an action that need not be done any more.
pub(super) fn is_dropped(response: &str) -> bool {
    opening(response).is_some_and(|(_, status)| status == Status::None)
}

/// The status that `text` opens with: its words' length in bytes and their meaning; `None` when it opens with none.
pub(super) fn opening(text: &str) -> Option<(usize, Status)> {
    let all = WORDS
        .iter()
        .flat_map(|(status, words)| words.iter().map(move |word| (word.len(), *status, *word)));
    // "Met with the school" tells of a meeting.
    let meets = begins(text, "met with") || begins(text, "met on");
    let fitting = all.filter(|(length, _, word)| begins(text, word) && is_end(&text[*length..]) && !(meets && *word == "met"));
    fitting
        .max_by_key(|(length, ..)| *length)
        .map(|(length, status, _)| (length, status))
        .or_else(|| share(text))
        .or_else(|| letter(text))
}

/// The letter that stands for a colour where a cell holds nothing else.
fn letter(text: &str) -> Option<(usize, Status)> {
    let status = match text.trim_end() {
        "R" => Status::Outstanding,
        "A" => Status::InProgress,
        "G" | "B" => Status::Completed,
        _ => return None,
    };
    Some((1, status))
}

/// Whether a response is the colour green, which a document's key may say is done or on track.
pub(super) fn is_green(response: &str) -> bool {
    response == "G" || response.eq_ignore_ascii_case("green")
}

/// "60%", "75% complete": a share of it is done.
fn share(text: &str) -> Option<(usize, Status)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let share: u32 = text[..digits].parse().ok().filter(|share| (1..100).contains(share))?;
    let rest = text[digits..].strip_prefix('%')?;
    let bare = [" complete", " completed", " done", ""]
        .iter()
        .any(|said| rest.trim_end_matches('.') == *said);
    (bare && share > 0).then_some((digits + 1, Status::Partial))
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

/// Words of status that a sentence seldom opens with for another reason.
#[rustfmt::skip]
const SENTENCES: &[&str] = &[
    "complete", "completed", "done", "closed", "finished", "implemented", "delivered", "achieved", "action complete", "action completed", "action closed",
    "now complete", "now completed", "now closed", "signed off", "fully implemented", "fully completed", "partially completed", "partially complete", "partly completed", "partly complete", "part complete", "part completed",
    "partly done", "partially achieved", "partially met", "partially implemented", "partially", "partly", "nearly complete", "mostly complete", "mostly completed", "in progress", "underway", "under way",
    "begun", "started", "on track", "in hand", "work in progress", "commenced", "drafted", "in draft", "outstanding", "overdue", "not started", "not yet started", "not begun",
    "not yet begun", "yet to start", "not yet due", "not due", "on hold", "paused", "delayed", "deferred", "postponed", "carried forward", "not completed", "not complete", "not done", "not achieved",
    "not met", "not delivered", "not implemented", "not yet complete", "not yet completed", "not actioned", "abandoned", "incomplete", "green", "amber", "red",
];

/// The sentence of an action's own words that says what became of it: where it begins, and its status. It is not the first
/// sentence, unless `first` says that others went before.
pub(super) fn sentence(text: &str, first: bool) -> Option<(usize, Status)> {
    let starts = text.match_indices(['.', ')', ';', ']']).map(|(at, sign)| at + sign.len());
    let starts = starts.filter_map(|at| {
        let rest = text[at..].trim_start();
        (rest.len() < text.len() - at).then_some(text.len() - rest.len())
    });
    starts.chain(first.then_some(0)).find_map(|at| {
        let rest = &text[at..];
        let lead = rest.len() - rest.strip_prefix("Status: ").unwrap_or(rest).len();
        let (length, status) = opening(&rest[lead..])?;
        let word = rest[lead..lead + length].to_ascii_lowercase();
        let after = &rest[lead + length..];
        let ends = after.is_empty()
            || after.starts_with(['.', ':', ';', ',', '-', '\u{2013}', '(', '!'])
            || [" -", " \u{2013}", " (", " by ", " on ", " in ", " but ", " and ", " since "]
                .iter()
                .any(|joint| after.starts_with(joint));
        let capital = rest[lead..].starts_with(char::is_uppercase);
        (capital && ends && SENTENCES.contains(&word.as_str())).then_some((at + lead, status))
    })
}

/// Whether `title`, of a column or before a colon, promises a word of status and no more.
pub(super) fn is_status_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let named = words.any(|word| {
        matches!(
            word,
            "status"
                | "rag"
                | "brag"
                | "rating"
                | "rated"
                | "colour"
                | "done"
                | "actioned"
                | "completed"
                | "complete"
                | "closed"
                | "state"
                | "met"
        )
    });
    let told = ["outcome", "response", "progress", "evidence", "how"]
        .iter()
        .any(|word| lower.contains(word));
    named && (!told || lower.trim_end().ends_with("status"))
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

pub(super) fn begins(text: &str, word: &str) -> bool {
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
                    word.trim_end_matches([',', ':', ';', '.']),
                    "and"
                        | "but"
                        | "in"
                        | "on"
                        | "by"
                        | "with"
                        | "as"
                        | "for"
                        | "from"
                        | "to"
                        | "at"
                        | "until"
                        | "since"
                        | "except"
                        | "early"
                        | "late"
                        | "ahead"
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
    fn a_sentence_may_say_what_became_of_it() {
        for (text, expected) in [
            ("KB to ring the school by 4 May. Outstanding.", Some(Status::Outstanding)),
            ("Issue the policy by May. Completed: an audit found two.", Some(Status::Completed)),
            (
                "Obtain a cooker ((minute 4.7)) In progress: a form is signed.",
                Some(Status::InProgress),
            ),
            ("Write to the landlord; Not started.", Some(Status::Outstanding)),
            ("Completed forms to go to the board. Red forms to be kept.", None),
            ("Ask for outstanding. Completed forms are kept.", None),
        ] {
            assert_eq!(sentence(text, false).map(|(_, status)| status), expected, "{text}");
        }
        assert_eq!(sentence("Outstanding.", true), Some((0, Status::Outstanding)));
    }

    #[test]
    fn titles_that_promise_no_more_than_a_status() {
        for title in ["Status", "RAG rating", "Current status", "Progress status", "Done?", "RAG"] {
            assert!(is_status_title(title), "{title}");
        }
        for title in [
            "Progress",
            "Response",
            "Where it stands",
            "Completed and outcome",
            "Update",
            "Position",
        ] {
            assert!(!is_status_title(title), "{title}");
        }
    }

    #[test]
    fn what_names_a_status_is_passed_over() {
        for (text, expected) in [
            ("RAG: GREEN (complete)", "GREEN (complete)"),
            ("Status - Complete", "Complete"),
            ("Action closed", "Action closed"),
            ("Work in progress", "Work in progress"),
            ("Rated amber", "amber"),
            ("Action plan written", "Action plan written"),
        ] {
            assert_eq!(&text[lead(text)..], expected);
        }
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
            ("60%", Some(("60%", Status::Partial))),
            ("60% of cases were read", None),
            ("100%", Some(("100%", Status::Completed))),
            ("Nearly complete", Some(("Nearly complete", Status::Partial))),
            ("Slipped to May", Some(("Slipped", Status::Outstanding))),
            ("No", Some(("No", Status::NotCompleted))),
            ("No meeting took place", None),
            ("Superseded by action 4", Some(("Superseded", Status::None))),
            ("New form written", None),
            ("Redrafted", None),
        ] {
            let read = opening(text).map(|(length, status)| (&text[..length], status));
            assert_eq!(read, expected, "{text:?}");
        }
    }
}
