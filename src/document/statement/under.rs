//! What items stand `Under`: the heading above them, and the lines that close a record.

/// What a heading says that the items below it are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Under {
    Actions,
    Recommendations,
    /// What became of actions of an earlier meeting.
    Reports,
    #[default]
    Other,
}

/// What a heading over actions opens with, lower case; "for", "from" or a sign may go on with it.
const ACTIONS: &[&str] = &[
    "actions",
    "action",
    "action points",
    "action plan",
    "action list",
    "action log",
    "action table",
    "actions agreed",
    "agreed actions",
    "actions arising",
    "actions required",
    "actions to be taken",
    "actions and decisions",
    "decisions and actions",
    "immediate actions",
    "new actions",
    "further actions",
    "summary of actions",
    "multi agency actions",
    "next steps",
    "agreed next steps",
    "plan",
    "the plan",
    "outline plan",
    "agreed plan",
    "plan agreed",
    "decisions",
    "decisions made",
    "decisions agreed",
    "agreed decisions",
    "agreed decisions and actions",
    "what will be done",
    "what we will do",
    "what we shall do",
    "what is to be done",
    "what is being done",
    "what we are doing",
    "what agencies are doing",
    "what agencies will do",
    "what the agencies will do",
    "what we agreed",
    "what was agreed",
    "we agreed",
    "we agreed that",
    "actions from this meeting",
    "actions from today",
    "actions following the meeting",
    "tasks",
    "safety planning",
    "safety actions",
    "agreed safety plan",
    "immediate safety plan",
    "action points agreed",
    "list of actions",
    "actions and timescales",
    "actions and owners",
    "care plan",
    "discharge plan",
    "contingency plan",
    "plan going forward",
    "recommended actions",
    "key actions",
    "priority actions",
    "supervision actions",
    "actions from supervision",
    "updated plan",
    "plan of action",
    "family plan",
    "support plan",
    "child in need plan",
    "child protection plan",
    "outline child protection plan",
    "interim safety plan",
    "safety plan",
    "protection plan",
    "improvement plan",
    "what needs to happen",
    "what will happen next",
    "what happens next",
    "who will do what",
    "what each of us will do",
    "what everyone will do",
];

/// What parts the name of a section from what it says more.
const MORE: &[&str] = &[
    " for ",
    " from ",
    " at ",
    " agreed ",
    " arising",
    ",",
    ":",
    " (",
    " \u{2013}",
    " \u{2014}",
    " - ",
];

pub(super) fn heading_says(text: &str) -> Under {
    let bare = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let bare = unparted(&bare);
    // "Actions from 10 September": those of an earlier meeting.
    let dated = bare
        .split_once(" from ")
        .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
    if dated || REPORTS.iter().any(|w| bare.starts_with(w)) {
        return Under::Reports;
    }
    let named = MORE
        .iter()
        .filter_map(|more| bare.find(more))
        .min()
        .map_or(bare, |at| &bare[..at])
        .trim();
    if ACTIONS.contains(&bare) || ACTIONS.contains(&named) {
        Under::Actions
    } else if names_recommendations(bare) {
        Under::Recommendations
    } else {
        Under::Other
    }
}

/// Nouns of what an answer to a review is called, and stems of titles that say what somebody will do: as a title alone they may head
/// an account as well.
const ANSWERS: &[&str] = &[
    "response",
    "responses",
    "plan",
    "plans",
    "commitment",
    "commitments",
    "undertaking",
    "undertakings",
    "pledge",
    "pledges",
    "action",
    "actions",
    "task",
    "tasks",
    "measures",
    "steps",
    "programme",
    "improvements",
    "promises",
    "agreement",
    "agreements",
    "changes",
    "workplan",
    "proposals",
    "answer",
    "answers",
    "resolutions",
];
const PROMISING: &[&str] = &[
    " will do",
    " shall do",
    " will be doing",
    " is doing",
    " are doing",
    " going to do",
    " must do",
    " to be done",
    " has agreed",
    " have agreed",
    " agreed to do",
    " was agreed",
    " is proposed",
    " was decided",
    " will change",
    " will happen",
    " happens now",
    " happens next",
    " will now",
    "taking it forward",
    "taking this forward",
    "way forward",
    "putting it right",
    "putting things right",
    " will respond",
    " to do next",
    "from here",
    " needs doing",
    " is to change",
];

/// Whether a heading may stand over a plan, if its items ask for something: "The Board's response", "What each partner has agreed".
pub(super) fn may_head_plan(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    let bare = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let bare = unparted(&bare);
    let named = MORE
        .iter()
        .filter_map(|more| bare.find(more))
        .min()
        .map_or(bare, |at| &bare[..at])
        .trim();
    let last = named.rsplit(' ').next().unwrap_or(named);
    let to = [" to ", " and ", " of ", " in "].iter().filter_map(|joint| named.find(joint)).min();
    let head = to.map_or(last, |at| named[..at].rsplit(' ').next().unwrap_or(last));
    let padded = format!(" {bare}");
    bare.split(' ').count() <= MOST_WORDS
        && (ANSWERS.contains(&last) || ANSWERS.contains(&head) || PROMISING.iter().any(|words| padded.contains(words)))
}

/// The title of a part without what it is counted by: "part 2: what we will do".
fn unparted(heading: &str) -> &str {
    const LONGEST_NUMBER: usize = 5;
    let counted = ["part ", "section "].iter().any(|noun| heading.starts_with(noun));
    let title = heading.split_once(": ").filter(|(head, _)| {
        let number = head.split_once(' ').map_or("", |(_, number)| number);
        counted && (1..=LONGEST_NUMBER).contains(&number.len()) && !number.contains(' ')
    });
    title.map_or(heading, |(_, title)| title.trim())
}

/// Whether a heading says that recommendations stand below it, and not what became of some: "Progress against previous
/// recommendations".
fn names_recommendations(heading: &str) -> bool {
    const OTHERS: &[&str] = &[
        "previous",
        "earlier",
        "progress",
        "implementation",
        "other review",
        "status of",
        "response to",
        "update on",
    ];
    let short = heading.split_whitespace().count() <= 9;
    short && heading.contains("recommendation") && !OTHERS.iter().any(|other| heading.contains(other))
}

/// Headings over what became of actions of an earlier meeting.
const REPORTS: &[&str] = &[
    "matters arising",
    "review of actions",
    "previous actions",
    "actions from last",
    "actions from the last",
    "actions from previous",
    "actions brought forward",
    "progress on actions",
    "update on actions",
    "outstanding actions from",
];

/// The lines that close a record: what comes after them is no action.
pub(super) fn is_end_matter(text: &str) -> bool {
    let opening = text.bytes().take(24).map(|b| b.to_ascii_lowercase() as char).collect::<String>();
    [
        "next meeting",
        "next strategy",
        "next review",
        "next core group",
        "date of next",
        "record sent",
        "signed",
        "minutes taken",
        "minutes to",
        "these minutes",
        "distribution",
        "circulation",
        "chair's signature",
        "the meeting closed",
        "meeting closed",
    ]
    .iter()
    .any(|closing| opening.starts_with(closing))
}
