//! A part's label is the word before a colon, or a column's title, that says what a stretch of an action is:
//! "Response:", "By when", "Lead".

use super::{Part, PartRole};
use crate::text::Span;

/// The words that label each role, lower case. A label may hold more words after one of these.
const LABELS: &[(PartRole, &[&str])] = &[
    (
        PartRole::Response,
        &[
            "response",
            "status",
            "rag",
            "rag status",
            "rag rating",
            "current status",
            "current position",
            "completion and outcome",
            "completion",
            "outcome and completion",
            "position",
            "progress status",
            "brag",
        ],
    ),
    (
        PartRole::Update,
        &[
            "update",
            "updates",
            "progress",
            "progress update",
            "comments",
            "comment",
            "notes",
            "action taken",
            "actions taken",
            "key milestones achieved",
            "milestones",
            "key milestones",
        ],
    ),
    (
        PartRole::Timescale,
        &[
            "timescale",
            "timescales",
            "time scale",
            "timeframe",
            "timeline",
            "by when",
            "deadline",
            "due",
            "due date",
            "due by",
            "target date",
            "completion date",
            "date",
            "date due",
            "when",
            "when by",
            "by",
            "by when?",
            "review date",
            "target",
            "date for completion",
            "date of completion",
            "timing",
            "timings",
            "frequency",
            "how often",
            "start date",
            "by date",
            "complete by",
            "to be done by",
            "finish by",
            "end date",
            "completed by",
            "by when and how often",
        ],
    ),
    (
        PartRole::Outstanding,
        &[
            "outstanding",
            "outstanding actions",
            "still to do",
            "remaining",
            "still outstanding",
            "to be done",
        ],
    ),
    (
        PartRole::Owner,
        &[
            "lead",
            "leads",
            "owner",
            "owners",
            "lead agency",
            "lead officer",
            "lead professional",
            "lead person",
            "responsible",
            "responsibility",
            "person responsible",
            "responsible person",
            "responsible agency",
            "responsible officer",
            "who",
            "by whom",
            "by who",
            "who by",
            "who will do it",
            "who is responsible",
            "led by",
            "action by",
            "accountable",
            "accountable lead",
            "lead/owner",
            "owner/lead",
            "agency",
            "assigned to",
            "persons responsible",
            "named person",
            "named lead",
            "named worker",
            "officer",
            "agencies",
            "lead worker",
            "professional",
            "initials",
            "whose job",
            "lead name",
            "lead for action",
            "leading",
            "who is doing it",
            "who will do this",
        ],
    ),
    (
        PartRole::Check,
        &[
            "evidence",
            "outcome",
            "outcomes",
            "success measure",
            "success measures",
            "success criteria",
            "measure",
            "measures",
            "how will we know",
            "how we will know",
            "how will we know?",
            "impact",
            "outcome/impact",
            "outcome / impact",
            "desired outcome",
            "expected outcome",
            "assurance",
            "evidence of completion",
            "evidence of impact",
            "how measured",
            "what will success look like",
            "result",
            "results",
            "result we want",
            "results we want",
            "result wanted",
            "what we want",
            "what will be different",
            "what will change",
            "what good looks like",
            "desired result",
            "intended outcome",
            "intended result",
            "expected result",
            "target outcome",
            "sign of success",
            "signs of success",
            "success",
            "success looks like",
            "measure of success",
            "measures of success",
            "how it will be measured",
            "how we measure",
            "what difference will it make",
            "difference made",
            "evidence of progress",
        ],
    ),
    (
        PartRole::Body,
        &[
            "action",
            "actions",
            "what",
            "recommendation",
            "recommendations",
            "action to take",
            "action required",
            "actions required",
            "action needed",
            "what needs to happen",
            "task",
            "agreed action",
            "action agreed",
            "actions agreed",
            "action/recommendation",
            "what we will do",
            "what will be done",
            "what needs to be done",
            "proposed action",
            "who and how",
            "what and who",
            "what and how",
            "who does what",
            "who will do what",
            "what we agreed",
            "what was agreed",
            "what will happen",
            "what happens next",
            "what we will do next",
            "what we are going to do",
            "what do we need to do",
            "what will be done and by whom",
            "how we will do it",
            "how will this be done",
            "how will this be achieved",
            "steps",
            "step",
            "next step",
            "next steps",
            "tasks",
            "to do",
            "what is to be done",
            "what needs doing",
            "agreed actions",
            "intervention",
            "work to be done",
        ],
    ),
];

/// A label or a column's title is shorter than this, in bytes.
const LONGEST: usize = 48;

/// What a label or a column's title says its words are; `None` for words that label nothing here.
pub(super) fn role(label: &str) -> Option<PartRole> {
    if label.len() > LONGEST {
        return None;
    }
    let label = label.trim().trim_end_matches([':', '?', '.', '-']).trim().to_lowercase();
    let exact = LABELS.iter().find(|(_, words)| words.contains(&label.as_str()));
    let short = label.split([' ', '/', '(']).count() <= 6;
    let leading = || {
        LABELS.iter().find(|(_, words)| {
            words
                .iter()
                .any(|w| w.len() > 4 && label.strip_prefix(w).is_some_and(|rest| rest.starts_with([' ', '/', '('])))
        })
    };
    exact.or_else(|| if short { leading() } else { None }).map(|(role, _)| *role)
}

/// The part of a block that opens with a label and a colon or dash: its role and the byte where its words begin.
pub(super) fn opening(text: &str) -> Option<(PartRole, usize)> {
    let stop = text.bytes().take(LONGEST).position(|b| b == b':')?;
    let role = role(&text[..stop])?;
    let rest = &text[stop + 1..];
    Some((role, stop + 1 + rest.len() - rest.trim_start().len()))
}

/// Splits a block's words at the labels inside it: "Lead: CSC. By when: March 2020." The words before the first label
/// take `first`.
pub(super) fn split(text: &str, base: u32, first: PartRole) -> Vec<Part> {
    let mut cuts = vec![(0, 0, first)];
    let mut from = 0;
    for colon in memchr::memchr_iter(b':', text.as_bytes()) {
        let label_at = text[from..colon].rfind(['.', ';', '|', ',', ')']).map_or(from, |p| from + p + 1);
        let label = text[label_at..colon].trim_start();
        let starts = colon - label.len();
        if label.starts_with(char::is_uppercase)
            && label.len() <= 40
            && (starts == 0 || from > 0 || label_at > 0)
            && let Some(role) = role(label)
        {
            let rest = &text[colon + 1..];
            cuts.push((starts, colon + 1 + rest.len() - rest.trim_start().len(), role));
        }
        from = colon + 1;
    }
    let ends = cuts
        .iter()
        .skip(1)
        .map(|c| c.0)
        .chain(std::iter::once(text.len()))
        .collect::<Vec<_>>();
    cuts.iter()
        .zip(ends)
        .filter(|((_, from, _), to)| !text[*from.min(to)..*to].trim().is_empty())
        .map(|(&(_, from, role), to)| Part {
            role,
            span: Span::new(base + from as u32, base + (from + text[from..to].trim_end().len()) as u32),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_inside_a_line() {
        let text = "CSC to audit cases. Lead: Head of Service. By when: March 2020; Status: Green";
        let parts: Vec<_> = split(text, 0, PartRole::Body)
            .iter()
            .map(|p| (p.role, &text[p.span.range()]))
            .collect();
        let expected = [
            (PartRole::Body, "CSC to audit cases."),
            (PartRole::Owner, "Head of Service."),
            (PartRole::Timescale, "March 2020;"),
            (PartRole::Response, "Green"),
        ];
        assert_eq!(parts, expected);
        assert_eq!(opening("Timescale: September 2019"), Some((PartRole::Timescale, 11)));
        assert_eq!(opening("The minutes say: nothing"), None);
        assert_eq!(role("By When?"), Some(PartRole::Timescale));
    }
}
