//! Somebody is unborn before the day of birth: rows and sentences that have them there already are remarked on.

use super::super::remark::Remark;
use super::births::Birth;
use super::calendar::{When, spoken};
use super::desk::Desk;
use super::scene::{Prose, Scene};
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// Two days of birth for one person, and rows that have somebody seen before being born.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    for (at, birth) in births.iter().enumerate() {
        let first = births[..at.min(64)].iter().find(|other| other.name == birth.name);
        let exact = |first: &&Birth| first.within == 0 && birth.within == 0 && first.date != birth.date;
        if let Some(first) = first.filter(exact) {
            let message = format!(
                "\u{201c}{}\u{201d} is said to have been born on {} here and on {} elsewhere.",
                birth.name,
                spoken(birth.date),
                spoken(first.date)
            );
            let said = Remark::new(
                "chronology/same-event-two-dates",
                Severity::High,
                message,
                "Which of the two dates is right?",
            );
            out.push(desk.remark(
                said,
                birth.span,
                vec![desk.related(Role::Previous, first.span, "The other date of birth")],
            ));
        }
    }
    before_birth(desk, scene, births, out);
}

fn before_birth(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    let told: Vec<&Birth> = births.iter().filter(|birth| !birth.row).take(32).collect();
    let early = |when: When, accounts: &[Span]| {
        let before = |birth: &&&Birth| when.last < birth.date && births.iter().all(|b| b.name != birth.name || b.row || when.last < b.date);
        let there = |birth: &&&Birth| accounts.iter().any(|&piece| is_there(desk.words(piece), &birth.name));
        told.iter().filter(before).find(there).copied()
    };
    for row in &scene.timeline.rows {
        if let Some(birth) = row.when.and_then(|when| early(when, &row.account)) {
            out.push(remark(desk, birth, row.written));
        }
    }
    for sentence in scene.by_sentence() {
        let is_birth = |it: &Prose| births.iter().any(|birth| birth.span.overlaps(it.span)) || follows_birth(desk, it);
        let told_of = |it: &&Prose| it.running && it.written.dated && it.written.when.is_some() && !is_birth(it);
        let Some((only, when)) = sentence.iter().find(told_of).and_then(|it| Some((it, it.written.when?))) else {
            continue;
        };
        let whole = scene.document.sentences.get(only.sentence).map_or(only.span, |s| s.span);
        let whole = if sentence.len() == 1 { whole } else { Span::default() };
        if let Some(birth) = early(when, &[whole]).or_else(|| spoken_of(desk, only, &told).filter(|birth| when.last < birth.date)) {
            out.push(remark(desk, birth, only.span));
        }
    }
}

/// Whether a date is somebody's birth, named or not: "her sister (born 2 May 2013)".
fn follows_birth(desk: Desk<'_>, it: &Prose) -> bool {
    let block = desk.document.blocks[it.block].body.start;
    let from = desk.document.fold.text.ceil_char_boundary((it.span.start as usize).saturating_sub(12).max(block as usize));
    let head = desk.words(Span::at(from.min(it.span.start as usize), it.span.start as usize)).to_lowercase();
    ["born", "born on", "born in", "birth", "dob"].iter().any(|word| head.trim_end_matches([' ', ':', '(']).ends_with(word))
}

/// The one whose birth was told earlier in the block, when the sentence of `date` goes on with "He" or "She" and names
/// nobody else of the family.
fn spoken_of<'b>(desk: Desk<'_>, date: &Prose, told: &[&'b Birth]) -> Option<&'b Birth> {
    let body = desk.document.blocks[date.block].body;
    let mut here = told
        .iter()
        .filter(|birth| body.contains(birth.span) && birth.span.end <= date.span.start);
    let sentence = desk.document.sentences.get(date.sentence)?.span;
    let words = desk.words(sentence).to_lowercase();
    let kin = [
        "mother", "father", "parent", "grand", "brother", "sister", "family", "expect", "before",
    ];
    let goes_on = words.starts_with("he ") || words.starts_with("she ");
    let only = here.next().filter(|_| here.next().is_none())?;
    (goes_on && !kin.iter().any(|word| words.contains(word))).then_some(*only)
}

fn remark(desk: Desk<'_>, birth: &Birth, date: Span) -> Annotation<'static> {
    let message = format!(
        "\u{201c}{}\u{201d} was born on {}, after this date.",
        birth.name,
        spoken(birth.date)
    );
    let said = Remark::new(
        "chronology/before-birth",
        Severity::High,
        message,
        "Which of the two dates is right?",
    )
    .sure(Confidence::Medium);
    desk.remark(said, date, vec![desk.related(Role::Evidence, birth.span, "The date of birth")])
}

/// Whether words name somebody as there, not as expected and not in "Wren's father".
fn is_there(text: &str, name: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let expected = [
        "unborn",
        "pregnan",
        "antenatal",
        "ante-natal",
        "expect",
        "due date",
        "booking",
        "scan",
        "birth plan",
        "baby due",
        "pre-birth",
        "before ",
        "not yet born",
    ];
    if expected.iter().any(|word| lower.contains(word)) {
        return false;
    }
    text.match_indices(name).any(|(at, _)| {
        let after = &text[at + name.len()..];
        let before = &text[..at];
        let whole =
            !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}')) && !before.ends_with(char::is_alphanumeric);
        let verb: Vec<&str> = after.split_whitespace().take(3).collect();
        let there = [
            "seen",
            "weighed",
            "was",
            "had",
            "aged",
            "attended",
            "brought",
            "taken",
            "asleep",
            "said",
            "told",
            "in",
            "admitted",
            "discharged",
        ];
        let looked = [
            "describe ",
            "describes ",
            "described ",
            "saw ",
            "weighed ",
            "examined ",
            "visited ",
            "brought ",
            "with ",
            "and ",
        ];
        whole
            && (verb.iter().any(|word| there.contains(&word.trim_matches([',', '.']))) || looked.iter().any(|word| before.ends_with(word)))
    })
}
