//! What a report tells of days after its own cannot have happened yet.

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::spoken;
use super::desk::Desk;
use super::scene::Scene;
use super::timeline::Row;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::document::Genre;
use crate::text::Span;

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
            ["will ", " to be ", "due", "planned", "scheduled", "next ", "review date", "hearing"]
                .iter()
                .any(|word| lower.contains(word))
        });
        if planned {
            continue;
        }
        out.push(too_late(desk, "row", row.written, (day, span)));
    }
    if matches!(scene.document.genre, Genre::Review | Genre::Minutes) {
        told_after(desk, scene, (day, span), out);
    }
}

/// Days of the narrative after the review's own, told as past.
fn told_after(desk: Desk<'_>, scene: &Scene<'_>, own: (Date, Span), out: &mut Vec<Annotation<'static>>) {
    for it in scene.prose.iter().filter(|it| it.running && it.written.dated) {
        let after = it.written.when.is_some_and(|when| when.first > own.0);
        let Some(sentence) = scene.document.sentences.get(it.sentence).filter(|_| after) else {
            continue;
        };
        let words = format!(" {} ", desk.words(sentence.span).to_lowercase());
        let past = [" was ", " were ", " had ", " met ", " took place", " died ", " saw "]
            .iter()
            .any(|word| words.contains(word));
        if past && !TO_COME.iter().any(|word| words.contains(word)) {
            out.push(too_late(desk, "date", it.span, own));
        }
    }
}

/// Words of a sentence that looks ahead.
const TO_COME: [&str; 21] = [
    " will ",
    " would ",
    " to be ",
    " due",
    "planned",
    "scheduled",
    " next ",
    " by ",
    " until ",
    "expected",
    "deadline",
    "target",
    "timescale",
    "since ",
    "added",
    "postscript",
    " version",
    " dated ",
    " updated",
    " published",
    " agreed on ",
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
