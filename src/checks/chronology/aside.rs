//! An `aside` is a date of the prose that tells of no event of its own: one that is quoted to be put right, a line of the front
//! matter, the far side of a midnight, or a statement that the author only repeats.

use jiff::civil::Date;

use super::calendar::{When, days};
use super::defects::is_quoted;
use super::desk::Desk;
use super::reach;
use super::scene::{Prose, Scene};

/// Words of a line without a sentence: "Filed 20 December 2019".
const LINE: usize = 6;

/// Whether the day at `it` is none that the chronology should have.
pub(super) fn is_aside(desk: Desk<'_>, scene: &Scene<'_>, (it, day): (&Prose, Date)) -> bool {
    is_of_the_letter(desk, it)
        || is_of_the_record(desk, it)
        || is_reckoned(desk, it)
        || is_line(desk, it)
        || is_owned(desk, it)
        || is_corrected(desk, scene, it)
        || is_by_midnight(desk, scene, (it, day))
        || is_repeated(desk, it)
}

/// Whether a letter tells its reader what the two of them wrote or said: "You wrote to me on 3 May", "It was answered on".
fn is_of_the_letter(desk: Desk<'_>, it: &Prose) -> bool {
    #[rustfmt::skip]
    const BETWEEN: [&str; 18] = [
        "you say", "you said", "you wrote", "you told me", "you told us", "you asked", "you rang me", "you rang us", "your letter", "your email", "your e-mail", "wrote to me", "i wrote", "i met",
        "i rang", "was answered", "your number", "we met",
    ];
    const TOP: usize = 40;
    let letter = || {
        desk.document
            .blocks
            .iter()
            .take(TOP)
            .any(|block| desk.words(block.body).starts_with("Dear "))
    };
    let (head, tail) = reach::around(desk, it);
    let around = format!("{head} {tail}").to_lowercase();
    BETWEEN.iter().any(|words| around.contains(words)) && letter()
}

/// Whether it is the day on which something was put down that the chronology has under its own: "written up on 21 May".
fn is_of_the_record(desk: Desk<'_>, it: &Prose) -> bool {
    const PUT_DOWN: [&str; 9] = [
        "written up on",
        "entered on",
        "typed on",
        "typed up on",
        "filed on",
        "not recorded until",
        "not written up until",
        "came to light on",
        "plotted on",
    ];
    let (head, _) = reach::around(desk, it);
    let head = head.trim_end().to_lowercase();
    PUT_DOWN.iter().any(|words| head.ends_with(words))
}

/// Whether a day is reckoned and nothing happened on it: "Week 26 ended on 15 July", "the window for the fractures".
fn is_reckoned(desk: Desk<'_>, it: &Prose) -> bool {
    let (head, _) = reach::around(desk, it);
    let clause = head.rsplit(". ").next().unwrap_or_default().to_lowercase();
    let week = clause
        .find("week ")
        .is_some_and(|at| clause[at + 5..].starts_with(|c: char| c.is_ascii_digit()));
    week || ["window", "time limit", "limitation", "expire", "fell due", "ran out", "deadline"]
        .iter()
        .any(|word| clause.contains(word))
}

/// Whether the date stands in a short line that is no sentence.
fn is_line(desk: Desk<'_>, it: &Prose) -> bool {
    let text = desk.words(desk.document.blocks[it.block].body).trim();
    text.len() < 120 && !text.ends_with(['.', '!', '?', ':', '"', '\u{201d}']) && text.split_whitespace().count() <= LINE
}

/// "for \"12 January 2018\" read \"21 January 2018\"": a date that alone stands in quotation marks.
fn is_corrected(desk: Desk<'_>, scene: &Scene<'_>, it: &Prose) -> bool {
    let (head, tail) = reach::around(desk, it);
    let alone = head.ends_with(['"', '\'', '\u{201c}', '\u{2018}']) && tail.starts_with(['"', '\'', '\u{201d}', '\u{2019}', '.', ',']);
    alone && is_quoted(scene, it.span)
}

/// Whether the next day or the one before has a row, and the sentence tells of the hour between them.
fn is_by_midnight(desk: Desk<'_>, scene: &Scene<'_>, (it, day): (&Prose, Date)) -> bool {
    let (head, tail) = reach::around(desk, it);
    let near = [head, tail].into_iter().any(|words| {
        let lower = words.to_lowercase();
        [
            "midnight",
            "23:4",
            "23:5",
            "23.4",
            "23.5",
            "00:0",
            "00:1",
            "00.0",
            "00.1",
            "overnight",
            "small hours",
            "night of",
        ]
        .iter()
        .any(|hour| lower.contains(hour))
    });
    near && scene
        .timeline
        .rows
        .iter()
        .filter_map(|row| row.when.and_then(When::exact))
        .any(|other| days(other, day).abs() == 1)
}

/// Whether the text owns that no row has the day, in its sentence or the next.
fn is_owned(desk: Desk<'_>, it: &Prose) -> bool {
    const OWNED: [&str; 8] = [
        "not in the chronology",
        "not in the timeline",
        "not in the table",
        "no row",
        "no entry",
        "to be added",
        "will be added",
        "not been added",
    ];
    let sentences = &desk.document.sentences;
    let block = sentences.get(it.sentence).map(|own| own.block);
    let near = sentences[it.sentence.min(sentences.len())..]
        .iter()
        .take(2)
        .filter(|one| Some(one.block) == block);
    near.map(|one| desk.words(one.span)).any(|words| {
        words.len() <= reach::LONGEST && {
            let lower = words.to_lowercase();
            OWNED.iter().any(|own| lower.contains(own))
        }
    })
}

/// Whether a statement is said to give the day: the author does not say that it was so.
fn is_repeated(desk: Desk<'_>, it: &Prose) -> bool {
    let (head, _) = reach::around(desk, it);
    let head = head.to_lowercase();
    let clause = head.rsplit(". ").next().unwrap_or_default();
    [
        "gives the day",
        "gives the date",
        "according to",
        "puts it at",
        "puts it on",
        "puts the day at",
        "puts the date at",
        "has it on",
        "statement says",
        "statement gives",
        "statement, ",
        "statement (",
        "thought that",
        "thinks that",
        "believes that",
        "remembers",
        "recalls",
    ]
    .iter()
    .any(|words| clause.contains(words))
}
