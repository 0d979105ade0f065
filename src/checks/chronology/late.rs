//! What a report tells of days after its own cannot have happened yet.

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::{Precision, spoken};
use super::desk::Desk;
use super::reach;
use super::scene::{Prose, Scene};
use super::tense::{self, Tense};
use super::timeline::Row;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::document::{Genre, Setting};
use crate::text::Span;

/// Most dates after the document's own day that are taken for slips, in a paper of few dates.
const MOST: usize = 3;

/// Rows dated after the day on which the report says that it was written.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    let Some((day, span)) = scene.own_day else { return };
    let rows = &scene.timeline.rows;
    let after = |row: &&Row| row.when.is_some_and(|when| when.first > day);
    // A document whose rows mostly come after its day is a diary, or the day is not its own.
    if rows.iter().filter(after).count() * 5 > rows.len() {
        return;
    }
    for row in rows.iter().filter(after) {
        let planned = row.account.iter().any(|&piece| {
            let lower = desk.words(piece).to_lowercase();
            [
                "will ",
                " to be ",
                "due",
                "planned",
                "scheduled",
                "next ",
                "review date",
                "hearing",
                "listed",
                "fixed for",
                "trial",
            ]
            .iter()
            .any(|word| lower.contains(word))
        });
        if planned {
            continue;
        }
        out.push(too_late(desk, "row", row.written, (day, span)));
    }
    if scene.document.genre != Genre::Inspection {
        told_after(desk, scene, (day, span), out);
    }
}

/// Days of the narrative after the review's own, told as past, and of what a plan says has been done.
fn told_after(desk: Desk<'_>, scene: &Scene<'_>, own: (Date, Span), out: &mut Vec<Annotation<'static>>) {
    let after = |it: &&Prose| it.written.when.is_some_and(|when| when.first > own.0) && is_past(desk, it);
    let planned = |it: &&Prose| scene.document.blocks[it.block].setting == Setting::Plan && !it.in_row;
    let told = scene.prose.iter().filter(|it| it.running && it.written.dated);
    let late: Vec<&Prose> = told.clone().filter(after).collect();
    // What tells so often of later days was not written on the one that looks like its own.
    if late.len() <= MOST.max(told.count() / 10) {
        out.extend(late.into_iter().map(|it| too_late(desk, "date", it.span, own)));
    }
    // A plan that was brought up to date later tells of more than one such day.
    let done = scene.prose.iter().filter(|it| it.written.dated && !it.running).filter(planned);
    let late: Vec<&Prose> = done.clone().filter(after).collect();
    if let [only] = late[..]
        && done.filter(|it| it.written.when.is_some_and(|when| when.last < own.0)).count() >= MOST
    {
        out.push(too_late(desk, "date", only.span, own));
    }
}

/// Whether the clause of a date tells what happened on it.
fn is_past(desk: Desk<'_>, it: &Prose) -> bool {
    let (head, tail) = reach::around(desk, it);
    let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
    let aside = PAPER.iter().any(|word| head.contains(word) || tail.contains(word));
    let preposition = head.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let whole = it.written.when.is_some_and(|when| when.precision == Precision::Month);
    let stands = preposition == "on" || whole && preposition == "in";
    stands && !aside && tense::around(&head, &tail) == Tense::Past
}

/// Words of a sentence that tells what became of the paper itself.
const PAPER: [&str; 18] = [
    "postscript",
    "added ",
    "this version",
    "updated",
    "minutes",
    "drafted",
    "typed",
    "circulated",
    "sent out",
    "distributed",
    "published",
    "signed",
    "approved",
    "ratified",
    "endorsed",
    "amended",
    "corrected",
    "footnote",
];

fn too_late(desk: Desk<'_>, what: &str, at: Span, (day, own): (Date, Span)) -> Annotation<'static> {
    let message = format!(
        "This {what} {} after {}, the document's own date.",
        if what == "row" { "is dated" } else { "comes" },
        spoken(day)
    );
    let said = Remark::new(
        "chronology/after-report-date",
        Severity::Medium,
        message,
        "Which of the two dates is right?",
    )
    .sure(Confidence::Medium);
    desk.remark(said, at, vec![desk.related(Role::Evidence, own, "The document's own date")])
}
