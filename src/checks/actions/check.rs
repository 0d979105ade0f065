//! A `check` says how anyone would know that an action was done or worked: an audit, a count, a report to a named meeting.
//! A column or label for it is one; so are words of the action itself and of its answer.

use super::ground::Ground;
use super::status;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::document::{Document, PartRole, Statement, dates};
use crate::text::Span;

/// Openings of words and phrases by which an action is checked, lower case; each begins at a word's start.
#[rustfmt::skip]
const CHECKS: &[&str] = &[
    "audit", "dip sampl", "dip-sampl", "sample of", "samples of", "sampling", "case file review", "mystery ", "survey", "scorecard", "dashboard", "spot check", "test of ",
    "tests of ", "test before and after", "test message", "test this", "test with ", "tested with ", "tested by ", "monthly count", "weekly count", "quarterly count", "yearly count", "annual count", "count of ", "count the ", "count how ",
    "count its ", "counted ", "counts of ", "monthly figure", "weekly figure", "quarterly figure", "yearly figure", "annual figure", "monthly list", "weekly list", "figures to ", "figure to ", "figures go",
    "figure goes", "numbers to be ", "numbers attending", "number of ", "share of ", "proportion of ", "percentage of ", "exception report", "exceptions reported", "report to the ",
    "report back", "report the ", "report on ", "report uptake", "reports to the ", "reported to ", "reported monthly", "reported weekly", "reported quarterly",
    "reported annually", "report quarterly", "report monthly", "a report by ", "to be reported", "will be reported", "measured by", "measured through", "measured against",
    "monitored by", "monitored through", "reviewed by the ", "evaluated", "evaluation", "evidenced by", "evidence of ", "feedback from", "assurance to ", "assured by", "checked by ",
    "confirm in writing", "confirm it to", "written confirmation", "confirmation to ", "minute of the ", "signed off by", "sign-off by", "read receipts", "compared with ", "compare with ",
    "what came of it", "tally ", "chart the ", "counts the ", "reports them to ", "reports it to ", "will see it", "will see whether", "core group will hear", "conference will hear", "board will hear", "tell the next ", "inspect", "observed practice", "key performance", "performance data", "performance report", "photograph to ", "photograph of ", "confirm to ", "see it working", "files read", "records read", "listen to ten", "calls counted", "watched practice", "annual return", "termly return", "yearly return", "monthly return",
    "dip check", "a sample", "reporting ", "numbers to ", "numbers go ", "figures each ", "will be the measure", "the measure of ", "success measure",
    "success will be ", "we shall know", "we will know", "will show whether", "see what changed", "see whether it ", "whether it has worked", "whether they felt",
    "test on ", "tests on ", "counted.", "counted;", "counted,", "numbers screened", "numbers seen", "numbers trained", "sampled in", "sampled by", "returns at ", "returns to ", "quarterly return", "weekly return",
    "a return ", "attendance lists", "feedback", "a quiz", "quizzed", "quarterly count", "staff survey", "spot-check", "asked at the", "exit survey", "test it ", "tried out ", "before and after", "re-audit", "peer review of ", "deep dive", "learning walk", "walk-through", "case review of ", "look-back",
];

/// Verbs that bring a thing back to those who asked for it, when a meeting is named soon after.
const BRINGS: &[&str] = &[
    "bring ",
    "brings ",
    "brought ",
    "come to ",
    "sent to ",
    "go to ",
    "goes to ",
    "send the board ",
    "send ",
    "given to ",
    "give ",
    "tell ",
    "shown to ",
    "show ",
    "read out at ",
    "back to ",
    "report to ",
];

/// Those to whom it is brought.
const MEETINGS: &[&str] = &[
    "core group",
    "next meeting",
    "this meeting",
    "each meeting",
    "board",
    "conference",
    "next review",
    "partnership",
    "sub-group",
    "subgroup",
    "strategic group",
];

/// How far behind the verb the meeting is named, in bytes.
const NEAR: usize = 60;

/// Whether `statement` says how anyone would know.
pub(super) fn is_checked(document: &Document, statement: &Statement, ground: &Ground) -> bool {
    let is_hope = |span: Span| {
        let cell = document.blocks[document.block_at(span.start)].cell;
        cell.is_some_and(|cell| ground.hopes.contains(&(cell.table, cell.column)))
    };
    let words = |span: Span| document.fold.slice(span).trim();
    statement.parts.iter().any(|part| match part.role {
        PartRole::Check if is_outcome(document, part.span) => says(&words(part.span).to_lowercase()),
        // Where a column is kept for what shows it, what is hoped for shows nothing.
        PartRole::Check if is_hope(part.span) => says(&words(part.span).to_lowercase()),
        PartRole::Check => is_shown(&words(part.span).to_lowercase()),
        PartRole::Body | PartRole::Response | PartRole::Update => says(&words(part.span).to_lowercase()),
        PartRole::Timescale | PartRole::Outstanding | PartRole::Owner | PartRole::Answers => false,
    })
}

/// Whether what stands in the place of a check shows anything: that people will be more aware does not.
fn is_shown(text: &str) -> bool {
    let hoped = [
        "more aware",
        "better aware",
        "raised awareness",
        "increased awareness",
        "awareness raised",
    ];
    text.bytes().any(|b| b.is_ascii_alphanumeric()) && (says(text) || !hoped.iter().any(|words| text.contains(words)))
}

/// Whether what stands in the place of a check gives what was counted, and of how many: "Audit of 40 records: described in 37".
pub(super) fn is_result(text: &str) -> bool {
    let lower = text.to_lowercase();
    let counts = lower
        .split(|c: char| !c.is_alphanumeric() && c != '%')
        .filter(|word| word.parse::<u32>().is_ok_and(|count| count < 1000));
    let ahead = [" will ", " each ", " every ", " until ", " target", " per ", " to be ", "%"];
    counts.count() >= 2 && !ahead.iter().any(|word| lower.contains(word)) && dates::find(text).len() <= 1
}

/// Whether what stands in the place of a check is what became of the action: it opens with a status ("In progress. Software
/// on trial.").
pub(super) fn is_outcome(document: &Document, span: Span) -> bool {
    let text = document.fold.slice(span);
    text.len() > 1 && status::opening(text).is_some()
}

/// The phrases of both lists, those of [`CHECKS`] first.
static PHRASES: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(CHECKS.iter().chain(BRINGS)).expect("short lists of plain words always compile"));

fn says(text: &str) -> bool {
    let phrased = PHRASES.find_overlapping_iter(text).any(|hit| {
        let opens = !text[..hit.start()].ends_with(|c: char| c.is_alphanumeric());
        opens && (hit.pattern().as_usize() < CHECKS.len() || names_meeting(&text[hit.start()..]))
    });
    phrased || text.ends_with(" counted") || is_counted(text) || is_counted_often(text)
}

/// "Count exceptions monthly", "publish waiting times each quarter", "list the failures every week": a figure that comes again and
/// again.
fn is_counted_often(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "count ",
        "counts ",
        "list ",
        "log ",
        "publish ",
        "chart ",
        "track ",
        "number ",
        "total ",
        "figures ",
        "record how ",
    ];
    const OFTEN: &[&str] = &[
        " monthly",
        " weekly",
        " quarterly",
        " termly",
        " yearly",
        " annually",
        " each month",
        " each week",
        " each quarter",
        " each term",
        " each half term",
        " each year",
        " every month",
        " every week",
        " every quarter",
        " every term",
        " every year",
        " a month",
        " a quarter",
    ];
    text.split(['.', ';', ',']).any(|clause| {
        let verb = VERBS.iter().filter_map(|verb| {
            let at = clause.find(verb)?;
            (!clause[..at].ends_with(|c: char| c.is_alphanumeric())).then_some(at + verb.len())
        });
        verb.min()
            .is_some_and(|from| OFTEN.iter().any(|often| clause[from - 1..].contains(often)))
    })
}

/// "Of 30 files read, 26 had a rating", "twenty letters were read": so many of a thing were looked at.
fn is_counted(text: &str) -> bool {
    const LOOKED: &[&str] = &[
        "read",
        "viewed",
        "checked",
        "examined",
        "sampled",
        "reviewed",
        "tested",
        "audited",
        "heard",
        "observed",
        "inspected",
        "compared",
        "watched",
        "scored",
        "looked",
        "asked",
        "surveyed",
    ];
    const NUMBERS: &[&str] = &[
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "fifteen",
        "twenty",
        "twenty-five",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "hundred",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().any(|(i, word)| {
        let looked = LOOKED.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic()));
        let mut before = words[..i]
            .iter()
            .rev()
            .skip_while(|word| matches!(**word, "were" | "have" | "been" | "are" | "will" | "be" | "to" | "should"))
            .peekable();
        let things = before.next().is_some_and(|word| word.ends_with('s') && !word.ends_with("ss"));
        let number = |word: &&str| NUMBERS.contains(word) || word.parse::<u32>().is_ok_and(|count| count < 1000);
        looked && things && before.take(4).any(number)
    })
}

fn names_meeting(after: &str) -> bool {
    let near = &after[..after.floor_char_boundary(NEAR)];
    let near = near.split(['.', ';']).next().unwrap_or(near);
    MEETINGS.iter().any(|meeting| near.contains(meeting))
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn actions_that_are_checked_and_not() {
        for text in [
            "retrain every health visitor; audit forty records in july",
            "dip-sample ten cases in the autumn",
            "put the marker on the form, with a monthly count to the board",
            "weigh him each fortnight and bring the chart to the next core group",
            "the list will come to the board quarterly",
            "set up a repayment arrangement and confirm it to sw in writing",
            "run the course; share of staff trained to be shown in the scorecard",
            "completed. audit found 17 of 20",
            "of 30 files read, 26 had a rating",
            "twenty letters were read by the matron",
            "two hundred films from body cameras will be viewed",
            "tally sheet to each core group",
        ] {
            assert!(says(text), "{text}");
        }
        for text in [
            "remind staff of the importance of recording",
            "send the letter to the landlord",
            "bring the children to school on time",
            "telephone the school about the uniform",
            "apply to the board of governors for a grant",
        ] {
            assert!(!says(text), "{text}");
        }
    }
}
