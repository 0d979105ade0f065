//! A `contradiction` is a passage of an action that its own status denies: "Completed" beside "is due to be agreed".

use std::ops::Range;

/// Words that say outright that something is not done.
#[rustfmt::skip]
const UNDONE: &[&str] = &[
    "not achievable", "unable to", "not possible", "not been able", "cannot be", "could not be", "can not be", "outstanding", "still to be", "still to", "yet to be", "yet to",
    "not yet", "is awaited", "awaiting", "has not been", "have not been", "have not", "has not", "is delayed", "delayed", "not started", "not all",
    "remains to be", "still in progress", "incomplete", "on hold", "has been paused", "not in place", "waiting for", "still being",
    "remain outstanding", "no progress", "did not take place", "has stalled", "not complete",
];

/// Words that put something off, or that say how little was done; they deny a status less surely.
#[rustfmt::skip]
const PUT_OFF: &[&str] = &[
    "is due to", "are due to", "due to be", "due to become", "to become", "to be agreed", "to be arranged", "to be commissioned", "to be finalised",
    "to be completed", "to be confirmed", "to be developed", "to be written", "to be set up", "to be signed", "to be undertaken", "to be launched",
    "to be published", "to be sent", "to be done", "to be made", "to be held", "to be reviewed", "to be updated", "to be drafted", "to be signed off",
    "to be rolled out", "to be scheduled", "will be completed", "will be finalised", "will be agreed", "will be developed", "will be brought",
    "will be rolled out", "will be implemented", "will be delivered", "will be arranged", "will be commissioned", "will be launched", "will be introduced",
    "will be published", "will be undertaken", "will be set up", "will be drafted", "will be written", "will be sought", "will be put in place",
    "is proposed", "is intended", "is planned", "are planned", "it is hoped", "plans to", "in progress", "under way", "underway", "is ongoing", "are ongoing",
    "much of this", "some of this", "most of this", "partially", "partly", "in part", "in draft", "scheduled for",
    "in due course", "once funding", "under review", "begins in", "will begin", "will start", "is being developed", "are being developed", "being finalised",
    "being considered", "working towards",
];

/// Words before one of these that turn it round: "nothing is outstanding".
const TURNED: &[&str] = &["no", "nothing", "none", "not", "never", "any", "without", "longer"];

/// A passage that denies a status of done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contradiction {
    /// The words (bytes of the text read).
    pub(super) range: Range<usize>,
    /// Whether they say outright that something is not done.
    pub(super) outright: bool,
}

/// What in `text` denies that the action is done, in reading order.
pub(super) fn contradictions(text: &str) -> Vec<Contradiction> {
    let lower = text.to_ascii_lowercase();
    let find = |words: &'static [&'static str], outright: bool| {
        let lower = &lower;
        let hits = words
            .iter()
            .flat_map(move |word| lower.match_indices(word).map(move |(at, _)| at..at + word.len()));
        hits.filter(move |range| is_whole(lower, range) && !is_turned(lower, range))
            .map(move |range| Contradiction { range, outright })
            .collect::<Vec<_>>()
    };
    let mut found = find(UNDONE, true);
    found.extend(find(PUT_OFF, false));
    found.sort_by_key(|c| (c.range.start, std::cmp::Reverse(c.range.end)));
    let mut done = 0;
    found.retain(|c| {
        let fresh = c.range.start >= done;
        done = done.max(c.range.end);
        fresh
    });
    found
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(|c: char| c.is_alphanumeric()) && !text[range.end..].starts_with(|c: char| c.is_alphanumeric())
}

/// "nothing outstanding", "was outstanding practice", "rated outstanding": not about what is left to do.
fn is_turned(text: &str, range: &Range<usize>) -> bool {
    let before: Vec<&str> = text[..range.start].rsplit([' ', '-']).filter(|w| !w.is_empty()).take(3).collect();
    let turned = before.iter().any(|word| TURNED.contains(word)) && text[range.clone()].starts_with(['o', 'i', 'd']);
    let praise = &text[range.clone()] == "outstanding"
        && (before.iter().any(|w| matches!(*w, "rated" | "judged" | "graded"))
            || [" practice", " rating", " work", " judgement"]
                .iter()
                .any(|w| text[range.end..].starts_with(w)));
    // "has not been needed since", "not only": a condition of success, no fault.
    let only = text[range.end..].starts_with(" only");
    turned || praise || only
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_denies_a_status() {
        for (text, expected) in [
            ("An audit of cases is not achievable as there is no way", &["not achievable"][..]),
            ("Training is to become part of the curriculum", &["to become"]),
            ("The new work meets much of this action to date", &["much of this"]),
            (
                "A draft rota has been prepared. It is still to be agreed by the Trust",
                &["still to be"],
            ),
            ("Nothing is outstanding.", &[]),
            ("The school was rated outstanding.", &[]),
            ("The mandate was sent and will be revisited periodically", &[]),
            ("Steps are set out in the plan", &[]),
        ] {
            let found: Vec<&str> = contradictions(text).into_iter().map(|c| &text[c.range]).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
