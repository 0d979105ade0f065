//! A duration that stands beside the two dates it lies between is held to them; so are weeks of pregnancy from row to row.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::dates::number_word;
use super::desk::Desk;
use super::scene::{Prose, Scene};
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// ", a period of six weeks", " (eleven days)", ", two months later", right after the second date.
static LENGTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^,? ?(?:\(|[-\x{2013}\x{2014}] ?)?(after )?(?:that is,? |and |a period of |a total of |a gap of |an interval of |a delay of |a stay of |some |in all |only |just |nearly |almost |about |around |roughly |over |more than |a little )*((\d{1,3}|[a-z]+(?:-[a-z]+)?) (day|week|month|year)s?)( later)?\b").ok()
});

/// "14 weeks pregnant", "at 18 weeks' gestation".
static PREGNANT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b((\d{1,2}|[a-z]+(?:-[a-z]+)?) weeks['\x{2019}]? (?:pregnant|gestation|into (?:her|the) pregnancy))").ok()
});

/// Durations that their two dates do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    let mut before: Option<&[Prose]> = None;
    for sentence in scene.by_sentence() {
        for (at, it) in sentence.iter().enumerate() {
            let Some(second) = it.written.when.and_then(When::exact).filter(|_| it.running) else {
                continue;
            };
            let end = scene
                .document
                .sentences
                .get(it.sentence)
                .map_or(it.span.end, |s| s.span.end.max(it.span.end));
            let tail = desk.words(Span::new(it.span.end, end));
            let Some(found) = LENGTH.as_ref().and_then(|pattern| pattern.captures(tail)) else {
                continue;
            };
            let later = found.get(1).is_some() || found.get(5).is_some();
            let Some(first) = first_date(desk, (sentence, at), before, later) else {
                continue;
            };
            out.extend(held(desk, (first, it), second, &found));
        }
        before = Some(sentence);
    }
    ahead(desk, scene, out);
    behind(desk, scene, out);
    pregnancies(desk, scene, out);
}

/// "the twelve days between", "for six weeks from", right before the first of two dates; "for two weeks, since", before one.
static AHEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b((\d{1,3}|[a-z]+(?:-[a-z]+)?) (day|week|month|year)s?),? (?:that lay |which lay |that passed )?(between|from|since)$",
    )
    .ok()
});

/// "In those eleven months", at the start of the sentence after the two dates.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:in|within|during|over|throughout|for) (?:those|these|the intervening|the whole of those|all those) ((\d{1,3}|[a-z]+(?:-[a-z]+)?) (day|week|month|year)s?)\b").ok()
});

/// Durations told of the sentence before, which gives a stretch from one date to another.
fn behind(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for sentence in scene.by_sentence() {
        let [one, other] = sentence else { continue };
        let next = scene
            .document
            .sentences
            .get(one.sentence + 1)
            .filter(|next| next.block as usize == one.block);
        let (Some(next), true) = (next, one.running) else { continue };
        let Some(found) = BEHIND.as_ref().and_then(|pattern| pattern.captures(desk.words(next.span))) else {
            continue;
        };
        let day = |it: &Prose| it.written.when.and_then(When::exact).map(|day| (day, it.span));
        let (Some(words), Some(first), Some(second)) = (found.get(1), day(one), day(other)) else {
            continue;
        };
        let marked = Span::at(next.span.start as usize + words.start(), next.span.start as usize + words.end());
        out.extend(measured(desk, (first, second), (&found[2], &found[3]), marked));
    }
}

/// Durations that stand before their dates.
fn ahead(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for sentence in scene.by_sentence() {
        let Some(start) = scene.document.sentences.get(sentence[0].sentence).map(|s| s.span.start) else {
            continue;
        };
        let head = desk
            .words(Span::new(start.min(sentence[0].span.start), sentence[0].span.start))
            .trim_end();
        let Some(found) = AHEAD.as_ref().and_then(|pattern| pattern.captures(head)) else {
            continue;
        };
        let first = sentence[0].written.when.and_then(When::exact).map(|day| (day, sentence[0].span));
        let second = match (&found[4].to_lowercase()[..], sentence) {
            ("since", [_]) => scene.own_day,
            ("between" | "from", [one, other, ..]) => {
                let between = desk.words(Span::new(one.span.end, other.span.start)).trim();
                let pair = ["and", "to", "until"].contains(&between);
                other
                    .written
                    .when
                    .and_then(When::exact)
                    .filter(|_| pair)
                    .map(|day| (day, other.span))
            }
            _ => None,
        };
        let (Some(words), Some(first), Some(second)) = (found.get(1), first, second) else {
            continue;
        };
        let marked = Span::at(start as usize + words.start(), start as usize + words.end());
        if sentence[0].running {
            out.extend(measured(desk, (first, second), (&found[2], &found[3]), marked));
        }
    }
}

/// The date from which a duration counts: of "from A to B" the first; of "B, … later" the one before, if need be in the
/// sentence before.
fn first_date<'p>(desk: Desk<'_>, (sentence, at): (&'p [Prose], usize), before: Option<&'p [Prose]>, later: bool) -> Option<&'p Prose> {
    if let Some(first) = at.checked_sub(1).map(|at| &sentence[at]) {
        let between = desk.words(Span::new(first.span.end, sentence[at].span.start)).trim();
        let from = desk
            .words(Span::new(desk.document.blocks[first.block].body.start, first.span.start))
            .trim_end()
            .to_lowercase();
        let stretch = (from.ends_with("from") || from.ends_with("between")) && ["to", "and", "until", "\u{2013}", "-"].contains(&between);
        return (stretch || later).then_some(first);
    }
    let [only] = before? else { return None };
    (later && only.block == sentence[at].block && only.sentence + 1 == sentence[at].sentence).then_some(only)
}

fn held(desk: Desk<'_>, (first, it): (&Prose, &Prose), second: Date, found: &regex::Captures<'_>) -> Option<Annotation<'static>> {
    let start = first.written.when.and_then(When::exact)?;
    let words = found.get(2)?;
    let base = it.span.end as usize;
    let end = found.get(5).map_or(words.end(), |later| later.end());
    let marked = Span::at(base + words.start(), base + end);
    measured(desk, ((start, first.span), (second, it.span)), (&found[3], &found[4]), marked)
}

/// The remark on a length of time that its two days do not bear out.
fn measured(
    desk: Desk<'_>,
    (first, second): ((Date, Span), (Date, Span)),
    (count, unit): (&str, &str),
    marked: Span,
) -> Option<Annotation<'static>> {
    let length = days(first.0, second.0);
    let (count, exact) = (f64::from(number_word(count)?), f64::from(length));
    let fits = match unit.to_lowercase().as_str() {
        "day" => (count - exact).abs() <= 1.0_f64.max(exact * 0.1),
        "week" => (count - exact / 7.0).abs() <= 1.0_f64.max(exact / 7.0 * 0.12),
        "month" => (count - exact / 30.44).abs() <= 1.0_f64.max(exact / 30.44 * 0.1),
        _ => (count - exact / 365.25).abs() <= 0.75,
    };
    if fits || length < 0 {
        return None;
    }
    let message = format!("From {} to {} it is {length} days.", spoken(first.0), spoken(second.0));
    let said = Remark::new(
        "chronology/duration-mismatch",
        Severity::Medium,
        message,
        "Is the length of time wrong, or one of the dates?",
    );
    let related = [first, second].map(|it| desk.related(Role::Evidence, it.1, "One of the two dates"));
    Some(desk.remark(said.sure(Confidence::Medium), marked, related.to_vec()))
}

/// Weeks of one pregnancy that do not agree with the days between two rows.
fn pregnancies(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    let mut before: Option<(Date, i32, Span)> = None;
    for row in &scene.timeline.rows {
        let Some(day) = row.when.and_then(When::exact) else { continue };
        for &piece in &row.account {
            let text = desk.words(piece);
            if !text.contains("week") {
                continue;
            }
            let Some(found) = PREGNANT.as_ref().and_then(|pattern| pattern.captures(text)) else {
                continue;
            };
            let (Some(words), Some(weeks)) = (found.get(1), number_word(&found[2]).map(|weeks| weeks as i32)) else {
                continue;
            };
            let span = Span::at(piece.start as usize + words.start(), piece.start as usize + words.end());
            if let Some((earlier, then, other)) = before {
                let passed = days(earlier, day);
                let due = then * 7 + passed;
                if (1..=44 * 7).contains(&due) && passed >= 0 && (due - weeks * 7).abs() > 14 {
                    let message = format!(
                        "On {} it was {then} weeks, which makes it {} weeks here and not {weeks}.",
                        spoken(earlier),
                        due / 7
                    );
                    let said = Remark::new("chronology/age-mismatch", Severity::Low, message, "Which of the two is right?");
                    let related = vec![desk.related(Role::Previous, other, "The weeks given before")];
                    out.push(desk.remark(said.sure(Confidence::Medium), span, related));
                }
            }
            before = Some((day, weeks, span));
        }
    }
}
