//! A `deadline` is the day, or the occasion, by which a sentence says that something is to be done.

use super::align::Hunk;
use super::change::Two;
use super::lexis::Kind;
use super::word::Word;

/// Words before a day that make it a deadline, with little between.
const CUES: [&str; 5] = ["by", "before", "until", "due", "within"];
/// Words that make it one though more stands between.
const TITLES: [&str; 4] = ["deadline", "target", "timescale", "due"];
/// How many words may stand between a title and the day.
const REACH: usize = 8;
/// Stretches of time.
const UNITS: [&str; 6] = ["day", "week", "month", "year", "term", "hour"];
/// Occasions that serve for a day.
#[rustfmt::skip]
const OCCASIONS: [&str; 24] = [
    "q1", "q2", "q3", "q4", "quarter",
    "meeting", "conference", "review", "coregroup", "term", "easter", "christmas", "holiday", "week", "month", "year", "summer", "end", "panel",
    "hearing", "rcpc", "icpc", "autumn", "spring",
];

/// Whether `hunk` lies in a deadline and nothing but that has changed in it; `heavy` are its words that are no fillers.
pub(super) fn is_one(two: &Two<'_>, hunk: &Hunk, heavy: (&[usize], &[usize])) -> bool {
    let side = |words: &[Word], at: &[usize], start: usize| at.is_empty() || is_side(words, at, start);
    let some = !heavy.0.is_empty() || !heavy.1.is_empty();
    some && side(two.before, heavy.0, hunk.at.0) && side(two.after, heavy.1, hunk.at.1)
}

fn is_side(words: &[Word], at: &[usize], start: usize) -> bool {
    let own = || at.iter().map(|&at| &words[at]);
    if own().any(|word| word.kind == Kind::Time) {
        return false;
    }
    let first = at[0];
    let last = at[at.len() - 1];
    let next = words.iter().skip(last + 1).take(2);
    let measured = own().chain(next).any(|word| UNITS.contains(&word.stem.as_str()));
    let days = own().all(|word| word.kind == Kind::Date || CUES.contains(&word.key.as_str()));
    let counted = measured && own().all(|word| word.kind == Kind::Number || UNITS.contains(&word.stem.as_str()));
    let occasion = at.len() <= 5 && own().any(|word| [&word.stem, &word.key].iter().any(|it| OCCASIONS.contains(&it.as_str())));
    let from = start.min(first);
    let cued = cue(words, first) || own().any(|word| CUES.contains(&word.key.as_str()));
    days && (cued || titled(words, from) || reviewed(words, first)) || counted && (cued || in_so_many(words, first)) || occasion && cued
}

/// Whether a cue stands before the word at `at`, with nothing but more of the time between.
fn cue(words: &[Word], at: usize) -> bool {
    let between = |word: &&Word| {
        !CUES.contains(&word.key.as_str())
            && (matches!(word.kind, Kind::Filler | Kind::Date | Kind::Time | Kind::Number | Kind::Much)
                || matches!(word.key.as_str(), "end" | "later" | "than"))
    };
    let before = words[..at].iter().rev().find(|word| !between(word));
    before.is_some_and(|word| {
        CUES.contains(&word.key.as_str()) || word.key == "no" && words[..at].iter().rev().take(4).any(|word| word.key == "later")
    })
}

/// Whether a title such as "target date" stands before.
fn titled(words: &[Word], at: usize) -> bool {
    words[..at].iter().rev().take(REACH).any(|word| TITLES.contains(&word.key.as_str()))
}

/// "to be reviewed on".
fn reviewed(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev().find(|word| word.kind != Kind::Filler);
    before.is_some_and(|word| word.stem == "review" && word.past)
}

/// "to issue proceedings in 14 days".
fn in_so_many(words: &[Word], at: usize) -> bool {
    let planned = words[..at].iter().any(|word| matches!(word.kind, Kind::To | Kind::Will));
    planned && at > 0 && words[at - 1].key == "in"
}
