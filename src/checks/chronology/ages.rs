//! Ages in rows and sentences are held to the day of birth, where the day they are told of is known.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::births::Birth;
use super::calendar::{When, days, spoken};
use super::dates::{Known, find, number_word};
use super::desk::Desk;
use super::scene::{Prose, Scene};
use crate::annotation::{Annotation, Role, Severity};
use crate::document::Genre;
use crate::text::Span;

static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:aged|was(?: then| now| only| just)?|then|now|is)(?: then| only| just)? ((?:\d{1,2}|[a-z]+(?:-[a-z]+)?) (day|week|month|year)s?(?: and a half| and \d{1,2} \w+)?( old)?)\b|\b(?:aged|when (?:he|she) was|who (?:is|was)(?: now| then| only| just)?|at the age of|at age) (\d{1,2}|[a-z]+(?:-[a-z]+)?)\b").ok()
});

/// Ages that do not agree with a date of birth, where the day is told.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    let known = known(births);
    // Building the expression takes as long as reading a short document.
    let Some(pattern) = (!known.is_empty()).then(|| AGE.as_ref()).flatten() else {
        return;
    };
    let told = scene.by_sentence().filter_map(|dates| told(scene, dates, &known));
    for told in in_rows(desk, scene).into_iter().chain(told).chain(now(desk, scene)) {
        held(desk, told, &known, (pattern, out));
    }
    if let Some((day, _)) = scene.own_day {
        for &birth in known.iter().filter(|birth| !birth.row) {
            let told = Told {
                born: Some(birth),
                ..Told::of(right_behind(desk, birth), day)
            };
            held(desk, told, &[], (pattern, out));
        }
    }
}

/// Those whose one day of birth is told, best in prose.
fn known(births: &[Birth]) -> Vec<&Birth> {
    let first = |(at, birth): &(usize, &Birth)| {
        let mut before = births[..*at.min(&64)].iter();
        before.all(|other| other.name != birth.name || other.row && !birth.row)
    };
    let told = |birth: &&Birth| births.iter().all(|other| other.name != birth.name || !birth.row || other.row);
    let once = births.iter().enumerate().filter(first).map(|(_, birth)| birth);
    once.filter(told).take(64).collect()
}

/// The cells of rows that tell of their row's day and no other.
fn in_rows<'b>(desk: Desk<'_>, scene: &Scene<'_>) -> Vec<Told<'b>> {
    let rows = scene.timeline.rows.iter();
    let dated = rows.filter_map(|row| Some((row.when.and_then(When::exact)?, &row.account)));
    let pieces = dated.flat_map(|(day, account)| account.iter().map(move |&piece| (day, piece)));
    let alone = pieces.filter(|(_, piece)| find(desk.words(*piece), Known::default()).is_empty());
    alone.map(|(day, piece)| Told::of(piece, day)).collect()
}

/// The sentences of minutes that say how old somebody is now.
fn now<'b>(desk: Desk<'_>, scene: &Scene<'_>) -> Vec<Told<'b>> {
    let Some((day, _)) = scene.own_day.filter(|_| scene.document.genre == Genre::Minutes) else {
        return Vec::new();
    };
    let dated: HashSet<usize> = scene.prose.iter().map(|it| it.sentence).collect();
    let sentences = scene.document.sentences.iter().enumerate();
    sentences
        .filter(|(at, it)| !dated.contains(at) && desk.words(it.span).contains(" is "))
        .map(|(_, it)| Told::of(it.span, day))
        .collect()
}

/// Words that tell of one day, or of one month.
#[derive(Clone, Copy)]
struct Told<'b> {
    span: Span,
    /// The first and the last day that they may tell of.
    days: (Date, Date),
    /// Whose day of birth stands in the same sentence.
    born: Option<&'b Birth>,
}

impl Told<'_> {
    /// Words that tell of one day, and of nobody's birth.
    const fn of(span: Span, day: Date) -> Self {
        Self {
            span,
            days: (day, day),
            born: None,
        }
    }
}

/// Days of the longest stretch that an age is held to.
const LONGEST: i32 = 31;

/// The sentence of `dates`, when it tells of one day besides a day of birth.
fn told<'b>(scene: &Scene<'_>, dates: &[Prose], known: &[&'b Birth]) -> Option<Told<'b>> {
    let is_birth = |it: &Prose| known.iter().find(|birth| birth.span.overlaps(it.span)).copied();
    let mut days = dates.iter().filter(|it| is_birth(it).is_none()).filter_map(|it| it.written.when);
    let mut born = dates.iter().filter_map(is_birth);
    let (day, born) = (days.next()?, (born.next(), born.next()));
    let span = scene.document.sentences.get(dates[0].sentence)?.span;
    let born = born.0.filter(|_| born.1.is_none());
    let near = super::calendar::days(day.first, day.last) <= LONGEST;
    (days.next().is_none() && near).then_some(Told {
        span,
        days: (day.first, day.last),
        born,
    })
}

/// What stands right behind a day of birth: ", aged five".
fn right_behind(desk: Desk<'_>, birth: &Birth) -> Span {
    let block = &desk.document.blocks[desk.document.block_at(birth.span.start)];
    let end = block.body.end.max(birth.span.end);
    let text = desk.words(Span::new(birth.span.end, end));
    let lead = text.len() - text.trim_start_matches([',', ' ', '(', ')', ';']).len();
    let rest = &text[lead..];
    let reach = rest
        .find([',', ';', ')', '.', '\n'])
        .unwrap_or(rest.len())
        .min(rest.floor_char_boundary(40));
    let start = birth.span.end + lead as u32;
    let reach = if rest.to_ascii_lowercase().starts_with("aged ") { reach } else { 0 };
    Span::new(start, start + reach as u32)
}

/// Holds the ages in words that tell of one day to the births.
fn held(desk: Desk<'_>, told: Told<'_>, known: &[&Birth], (pattern, out): (&Regex, &mut Vec<Annotation<'static>>)) {
    let Told {
        span, days: (day, last), ..
    } = told;
    let text = desk.words(span);
    for found in pattern.captures_iter(text) {
        let (Some(whole), Some(age)) = (found.get(0), found.get(1).or_else(|| found.get(4))) else {
            continue;
        };
        // "when she was ten weeks old": the unit may stand behind the number of any lead.
        let behind = text[whole.end()..].trim_start_matches([' ', '-']);
        let unit = ["day", "week", "month"]
            .into_iter()
            .find(|unit| behind.starts_with(unit))
            .unwrap_or("year");
        let unit = found.get(2).map_or(unit, |unit| unit.as_str());
        let old = found.get(3).is_some() || found.get(4).is_some() || whole.as_str().to_ascii_lowercase().starts_with("aged");
        let Some(count) = age.as_str().split(' ').next().and_then(number_word).filter(|_| old) else {
            continue;
        };
        let before = &text[..whole.start()];
        let Some(birth) = subject(before, known).or_else(|| only_one(whole.as_str(), before, told, known)) else {
            continue;
        };
        let lived = days(birth.date, day);
        let fitting = (0..=days(day, last)).any(|more| fits(count, unit, lived + more));
        if lived < 0 || fitting {
            continue;
        }
        let message = format!(
            "\u{201c}{}\u{201d} was born on {}, and on {} was {}.",
            birth.name,
            spoken(birth.date),
            spoken(day),
            said_age(lived)
        );
        let said = Remark::new(
            "chronology/age-mismatch",
            Severity::Medium,
            message,
            "Is the age, the date or the date of birth wrong?",
        );
        let span = Span::at(span.start as usize + whole.start(), span.start as usize + whole.end());
        let marked = if whole.as_str().to_ascii_lowercase().starts_with("aged") {
            span
        } else {
            Span::new(span.start + (age.start() - whole.start()) as u32, span.end)
        };
        out.push(desk.remark(said, marked, vec![desk.related(Role::Evidence, birth.span, "The date of birth")]));
    }
}

/// Who is spoken of right before an age: the last name, with nobody else after it.
fn subject<'b>(before: &str, known: &[&'b Birth]) -> Option<&'b Birth> {
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(60))..];
    let (at, birth) = known
        .iter()
        .filter_map(|birth| Some((near.rfind(birth.name.as_str())? + birth.name.len(), *birth)))
        .max_by_key(|(at, _)| *at)?;
    let between = &near[at..];
    let others = [
        "his", "her", "mother", "father", "sister", "brother", "he", "she", "their", "and", "child", "sibling", "who had", "when",
    ];
    let alone = !between.starts_with(['\'', '\u{2019}'])
        && !between.contains(['.', ';'])
        && !between
            .split(|c: char| !c.is_alphabetic())
            .any(|word| others.contains(&word.to_ascii_lowercase().as_str()))
        && between.split_whitespace().skip(1).all(|word| !word.starts_with(char::is_uppercase));
    alone.then_some(birth)
}

/// Whom "he was fourteen months old" or "born on 12 May 2017, aged five" speaks of: the one whose day of birth stands
/// in the same sentence; of ages in months, the only one whose birth is known. Nobody else of the family may be named.
fn only_one<'b>(age: &str, before: &str, told: Told<'b>, known: &[&'b Birth]) -> Option<&'b Birth> {
    let words = || before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let kin = [
        "brother", "sister", "sibling", "cousin", "twin", "half", "mother", "father", "partner", "another", "their",
    ];
    if words().any(|word| kin.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let age = age.to_lowercase();
    let is_person = |word: &str| ["he", "she", "baby", "infant"].contains(&word);
    let verb = |word: &&str| !["was", "is", "then", "now", "only", "just"].contains(&word.to_lowercase().as_str());
    let last = words().rfind(verb).unwrap_or_default().to_lowercase();
    let pronoun = age.starts_with("when ") || is_person(&last);
    let years = !["day", "week", "month"].iter().any(|unit| age.contains(unit));
    match (told.born, known) {
        (Some(born), _) => Some(born).filter(|_| pronoun || before.is_empty()),
        (None, [only]) => Some(*only).filter(|_| pronoun && !years || last == "child"),
        _ => None,
    }
}

fn fits(count: u32, unit: &str, lived: i32) -> bool {
    let (count, lived) = (f64::from(count), f64::from(lived));
    match unit.to_ascii_lowercase().as_str() {
        "day" => (count - lived).abs() <= 1.0,
        "week" => (count - lived / 7.0).abs() <= 1.1,
        "month" => (count - lived / 30.44).abs() <= 1.1,
        // Up to a month round a birthday people say the one or the other.
        _ => lived / 365.25 > count - 0.09 && lived / 365.25 < count + 1.09,
    }
}

fn said_age(days: i32) -> String {
    match days {
        0..=13 => format!("{days} days old"),
        14..=83 => format!("{} weeks old", days / 7),
        84..=729 => format!("{} months old", (f64::from(days) / 30.44) as i32),
        _ => format!("{} years old", (f64::from(days) / 365.25) as i32),
    }
}
