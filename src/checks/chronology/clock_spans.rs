//! A clock span is a length of hours and minutes that is told between two times of day: "one hour and ten minutes after the
//! doctor saw him at 22:15".

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::dates::{NUMBER, number_word};
use super::desk::Desk;
use super::hours::{self, Hour};
use super::scene::Scene;
use crate::annotation::{Annotation, Confidence, Severity};
use crate::document::Zone;
use crate::text::Span;

/// "nearly four hours and twenty-three minutes", "an hour and a half", "forty minutes".
static LENGTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?i)\b(?P<soft>(?:nearly|almost|about|around|some|roughly|approximately|over|more than|at least|less than|under|within|just over|just under|not quite|only|up to|barely|well over) )*(?:(?P<halfhour>half an hour)|(?P<hours>an?|NUMBER) hours?(?P<half> and a half)?(?:,? (?:and )?(?P<rest>NUMBER) minutes?)?|(?P<minutes>NUMBER) minutes?)\b";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});

/// What makes a length the time between its two hours, behind it and before it.
const BEHIND: [&str; 12] = [
    " after ",
    " before ",
    " from ",
    " between ",
    " later",
    " apart",
    " afterwards",
    " had passed",
    " passed",
    " went by",
    " in all",
    " elapsed",
];
const BEFORE: [&str; 16] = [
    "wait of",
    "delay of",
    "gap of",
    "period of",
    "interval of",
    "waited",
    "waited for",
    "took",
    "lasted",
    "lasting",
    "total of",
    "waiting",
    "there was",
    "there were",
    "which was",
    "that was",
];

/// A length of time in minutes, and how exactly it is told.
struct Told {
    minutes: i32,
    slack: (i32, i32),
    span: (usize, usize),
}

/// Lengths that their two hours do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for (at, sentence) in desk.document.sentences.iter().enumerate() {
        let words = desk.words(sentence.span);
        let contents = desk.document.blocks[sentence.block as usize].zone == Zone::Contents;
        if contents || words.len() > super::reach::LONGEST || !(words.contains("hour") || words.contains("minute")) {
            continue;
        }
        let mut lengths = LENGTH.iter().flat_map(|pattern| pattern.captures_iter(words));
        let (Some(only), None) = (lengths.next(), lengths.next()) else {
            continue;
        };
        let Some(told) = told(&only).filter(|told| is_between(words, told.span)) else {
            continue;
        };
        let hours = hours::all(words);
        let Some(pair) = pair(words, &hours, told.span) else { continue };
        let days = dates_of(scene, at, sentence.span, [pair.0, pair.1]);
        out.extend(held(desk, (sentence.span, pair), days, &told));
    }
}

fn told(found: &regex::Captures<'_>) -> Option<Told> {
    let number = |name: &str| found.name(name).and_then(|it| number_word(it.as_str())).map(|n| n as i32);
    let soft = found.name("soft").map_or("", |it| it.as_str()).to_lowercase();
    let half = if found.name("half").is_some() { 30 } else { 0 };
    let minutes = match (found.name("halfhour"), number("hours")) {
        (Some(_), _) => 30,
        (_, Some(hours)) => hours * 60 + half + number("rest").unwrap_or(0),
        _ => number("minutes")?,
    };
    let exact = found.name("rest").is_some() || found.name("minutes").is_some();
    let plain = match (exact, minutes % 5) {
        (true, 0) => 5 + minutes / 20,
        (true, _) => 2,
        (false, _) => 12 + minutes / 10,
    };
    let wide = plain + minutes / 4 + 5;
    let more = ["over", "more than", "at least"].iter().any(|word| soft.contains(word));
    let less = ["nearly", "almost", "under", "less than", "within", "not quite", "up to", "barely"]
        .iter()
        .any(|word| soft.contains(word));
    // "just under" holds "under", and no more.
    let slack = match (more, less) {
        (true, false) => (2, minutes + wide),
        (_, true) => (minutes, 2),
        _ if soft.trim().is_empty() || soft.contains("only") => (plain, plain),
        _ => (wide, wide),
    };
    let from = found
        .name("soft")
        .map_or_else(|| found.get(0).map_or(0, |it| it.start()), |it| it.start());
    Some(Told {
        minutes,
        slack,
        span: (from, found.get(0)?.end()),
    })
}

fn is_between(words: &str, (from, to): (usize, usize)) -> bool {
    let (head, tail) = (words[..from].trim_end().to_lowercase(), words[to..].to_lowercase());
    BEHIND.iter().any(|word| tail.starts_with(word)) || BEFORE.iter().any(|word| head.ends_with(word))
}

/// The two hours beside a length: the nearest before it and the first behind it, or the only two of the sentence.
fn pair<'h>(words: &str, hours: &'h [Hour], (from, to): (usize, usize)) -> Option<(&'h Hour, &'h Hour)> {
    let after = words[to..].starts_with(" after ") || words[to..].starts_with(" before ");
    let before = hours.iter().rfind(|hour| hour.range.end <= from);
    let behind = hours.iter().find(|hour| hour.range.start >= to);
    match (hours, before, behind) {
        ([one, other], ..) => Some((one, other)),
        (_, Some(before), Some(behind)) if after => Some((before, behind)),
        _ => None,
    }
}

/// The days right behind two hours, "at 00:25 on 28 October".
fn dates_of(scene: &Scene<'_>, sentence: usize, span: Span, hours: [&Hour; 2]) -> [Option<Date>; 2] {
    const NEAR: u32 = 6;
    hours.map(|hour| {
        let end = span.start + hour.range.end as u32;
        let here = scene.prose.iter().filter(|it| it.sentence == sentence);
        let mut behind = here.filter(|it| it.span.start >= end && it.span.start - end <= NEAR);
        behind.next().and_then(|it| it.written.when).and_then(super::calendar::When::exact)
    })
}

fn held(desk: Desk<'_>, (span, (one, other)): (Span, (&Hour, &Hour)), days: [Option<Date>; 2], told: &Told) -> Option<Annotation<'static>> {
    const DAY: i32 = 24 * 60;
    let apart = match days {
        [Some(first), Some(second)] => (super::calendar::days(first, second) * DAY + other.minute - one.minute).abs(),
        _ => (other.minute - one.minute).abs(),
    };
    let fits = |minutes: i32| (told.minutes - told.slack.0..=told.minutes + told.slack.1).contains(&minutes);
    // Over midnight, or told the other way round.
    if fits(apart) || days[0].zip(days[1]).is_none() && fits(DAY - apart) {
        return None;
    }
    let shortest = if days[0].zip(days[1]).is_some() {
        apart
    } else {
        apart.min(DAY - apart)
    };
    let message = format!(
        "From {} to {} it is {}.",
        desk.words(at(span, one.range.clone())),
        desk.words(at(span, other.range.clone())),
        spoken(shortest)
    );
    let said = Remark::new(
        "chronology/duration-mismatch",
        Severity::Medium,
        message,
        "Is the length of time wrong, or one of the times?",
    );
    let related = [one, other].map(|hour| {
        desk.related(
            crate::annotation::Role::Evidence,
            at(span, hour.range.clone()),
            "One of the two times",
        )
    });
    Some(desk.remark(said.sure(Confidence::Medium), at(span, told.span.0..told.span.1), related.to_vec()))
}

fn at(span: Span, range: std::ops::Range<usize>) -> Span {
    Span::at(span.start as usize + range.start, span.start as usize + range.end)
}

/// "2 hours 10 minutes".
fn spoken(minutes: i32) -> String {
    let counted = |count: i32, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    match (minutes / 60, minutes % 60) {
        (0, rest) => counted(rest, "minute"),
        (hours, 0) => counted(hours, "hour"),
        (hours, rest) => format!("{} {}", counted(hours, "hour"), counted(rest, "minute")),
    }
}
