//! A duration that stands beside the two dates it lies between is held to them.

use std::sync::LazyLock;

use regex::Regex;

use super::deaths::{self, Death};
use super::desk::Desk;
use super::lengths::{End, Length, measured, pattern};
use super::points::{Point, base, head, place, points, tail};
use super::scene::Scene;
use super::stretch;
use super::terms::stem;
use crate::annotation::Annotation;
use crate::document::{Genre, Zone};
use crate::text::Span;

/// ", a period of six weeks", " (eleven days)", ", two months later", right behind the second date.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^,? ?(?:\(|[-\x{2013}\x{2014}] ?)?(?P<after>after )?(?:that is,? (?:for )?|and |for |lasting |a (?:period|total|gap|space|span|stretch|interval|delay|wait|stay) of |the )?#(?P<later> later| afterwards| after that| on\b)?",
    )
});
/// "for six weeks, from", "the twelve days between", right before the first of two dates; "for two weeks, since" before one.
static AHEAD: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?P<lead>[a-z]+ |^)#,? ?\(?(?:that lay |which lay |that passed |that is,? )?(?P<side>between|from|since)$"));
/// "In those eleven months", at the start of the sentence after the two dates.
static AGAIN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(?:in|within|during|over|throughout|for) (?:those|these|the intervening|the whole of those|all those) #"));
/// ", five weeks after the request of", between a date and the one it counts from.
static AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^[,:;(\x{2013}\x{2014} ]*(?:which was |and |this was |that is,? )?#,? (?P<way>after|before|following|from) (?:(?:the|his|her|their|its|that|an?) )?(?:[a-z'\x{2019}-]+ ){0,5}?(?:of |on |dated )?$",
    )
});
/// ", five weeks after the promise", counted from what a sentence before tells.
static THING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"^[,(\x{2013} ]*#,? after (?:the|his|her|their|this|that) (?P<thing>[a-z]{4,}(?: [a-z]{4,})?)\b(?P<more> of\b| on\b)?")
});
/// "on a plan for five months", "a child protection plan had been in place for eight weeks", in minutes.
static PLAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"\b(?:has|have|had) (?:now |all |both )?been (?:on|subject (?:to|of)|the subjects? of|under|in place|made subject to)\b[^.;:0-9]{0,48}\bfor (?:the (?:past|last) )?#",
    )
});

/// Durations that their two dates do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, deaths: &[Death], out: &mut Vec<Annotation<'static>>) {
    let points = points(scene);
    let mut before: Option<&[Point]> = None;
    for sentence in points.chunk_by(|a, b| a.sentence == b.sentence && a.block == b.block) {
        for at in 0..sentence.len() {
            out.extend(behind(desk, sentence, at, before));
            out.extend(after_date(desk, sentence, at));
            out.extend(after_thing(desk, &points, sentence[at]));
        }
        out.extend(since(desk, scene, sentence));
        out.extend(ahead(desk, scene, sentence, deaths));
        out.extend(again(desk, sentence));
        before = Some(sentence);
    }
    for dates in scene.by_sentence() {
        out.extend(of_stretch(desk, scene, dates));
    }
    on_plans(desk, scene, &points, out);
    out.sort_by_key(|it| it.span);
    out.dedup_by(|a, b| a.rule == b.rule && a.rule == "chronology/duration-mismatch" && a.span.overlaps(b.span));
}

/// A length right behind the second of two dates, or behind one that follows another: "…, two months later".
fn behind(desk: Desk<'_>, sentence: &[Point], at: usize, before: Option<&[Point]>) -> Option<Annotation<'static>> {
    let second = sentence[at];
    let found = BEHIND.as_ref()?.captures(tail(desk, second))?;
    let later = found.name("after").is_some() || found.name("later").is_some();
    let first = match at.checked_sub(1).map(|at| sentence[at]) {
        Some(first) => {
            let between = desk
                .words(Span::new(first.end.span.end.min(second.end.span.start), second.end.span.start))
                .trim();
            let from = head(desk, first).to_lowercase();
            let stretch =
                (from.ends_with("from") || from.ends_with("between")) && ["to", "and", "until", "\u{2013}", "-"].contains(&between);
            (stretch || later).then_some(first)?
        }
        None => {
            let first = base(desk, before, second)?;
            later.then_some(first)?
        }
    };
    measured(
        desk,
        (first.end, second.end),
        Length::of(&found)?,
        place(second.end.span.end, &found),
    )
}

/// "since 12 December 2018, that is for nine months", up to the document's own day.
fn since(desk: Desk<'_>, scene: &Scene<'_>, sentence: &[Point]) -> Option<Annotation<'static>> {
    let [only] = sentence else { return None };
    let (day, span) = scene.own_day.filter(|_| head(desk, *only).to_lowercase().ends_with("since"))?;
    let found = BEHIND.as_ref()?.captures(tail(desk, *only))?;
    let own = End {
        first: day,
        last: day,
        span,
    };
    measured(desk, (only.end, own), Length::of(&found)?, place(only.end.span.end, &found))
}

/// "21 August 2018, five weeks after the request of 1 August 2018".
fn after_date(desk: Desk<'_>, sentence: &[Point], at: usize) -> Option<Annotation<'static>> {
    let (one, other) = (sentence[at], *sentence.get(at + 1)?);
    let between = desk.words(Span::new(one.end.span.end.min(other.end.span.start), other.end.span.start));
    // Building an expression takes as long as reading a short document.
    let worded = ["after", "before", "following", "from"].iter().any(|way| between.contains(way));
    let found = Some(()).filter(|()| worded).and_then(|()| AFTER.as_ref())?.captures(between)?;
    let pair = if &found["way"] == "before" {
        (one.end, other.end)
    } else {
        (other.end, one.end)
    };
    measured(desk, pair, Length::of(&found)?, place(one.end.span.end, &found))
}

/// "…, five weeks after the promise", where a sentence shortly before tells of a promise and gives one date.
fn after_thing(desk: Desk<'_>, points: &[Point], second: Point) -> Option<Annotation<'static>> {
    const BACK: usize = 3;
    const MOST: usize = 12;
    let found = THING
        .as_ref()?
        .captures(tail(desk, second))
        .filter(|found| found.name("more").is_none())?;
    let thing = found["thing"].to_lowercase();
    let key = stem(thing.split(' ').next_back().unwrap_or(&thing)).to_owned();
    let upto = points.partition_point(|it| it.sentence < second.sentence);
    let earlier = points[..upto]
        .iter()
        .rev()
        .take(MOST)
        .take_while(|it| it.block == second.block && it.sentence + BACK >= second.sentence);
    let speaks = |it: &&Point| {
        let sentence = desk.document.sentences.get(it.sentence).map_or(it.end.span, |s| s.span);
        let words = desk.words(sentence);
        let words = if words.len() > super::reach::LONGEST {
            String::new()
        } else {
            words.to_lowercase()
        };
        words.split(|c: char| !c.is_alphabetic()).any(|word| stem(word) == key)
    };
    let mut told = earlier.filter(speaks);
    let first = told.next()?;
    if told.any(|other| other.end.first != first.end.first) {
        return None;
    }
    measured(
        desk,
        (first.end, second.end),
        Length::of(&found)?,
        place(second.end.span.end, &found),
    )
}

/// A length that stands before its dates.
fn ahead(desk: Desk<'_>, scene: &Scene<'_>, sentence: &[Point], deaths: &[Death]) -> Option<Annotation<'static>> {
    let first = sentence[0];
    let before = head(desk, first);
    let led = ["between", "from", "since"]
        .iter()
        .any(|side| before.to_ascii_lowercase().ends_with(side));
    let found = Some(()).filter(|()| led).and_then(|()| AHEAD.as_ref())?.captures(before)?;
    if counts_days(&found) {
        return None;
    }
    let base = before.as_ptr() as usize - desk.document.fold.text.as_ptr() as usize;
    let second = match &found["side"].to_lowercase()[..] {
        "since" => scene.own_day.filter(|_| sentence.len() == 1).map(|(day, span)| End {
            first: day,
            last: day,
            span,
        }),
        _ => match sentence.get(1) {
            Some(other) => {
                let between = desk
                    .words(Span::new(first.end.span.end.min(other.end.span.start), other.end.span.start))
                    .trim();
                ["and", "to", "until"].contains(&between).then_some(other.end)
            }
            None => to_death(tail(desk, first), deaths, first.end.span),
        },
    };
    measured(desk, (first.end, second?), Length::of(&found)?, place(base as u32, &found))
}

/// Whether "missed four days between" counts days and tells no length.
fn counts_days(found: &regex::Captures<'_>) -> bool {
    let lead = found["lead"].trim().to_lowercase();
    let lengths = [
        "", "the", "those", "these", "for", "of", "in", "within", "after", "and", "that", "is", "was", "lasted", "took", "all",
    ];
    &found["unit"] == "day" && !lengths.contains(&lead.as_str())
}

/// "from 15 May 2018 to her death": the death that ends a stretch.
fn to_death(tail: &str, deaths: &[Death], span: Span) -> Option<End> {
    let lower = tail.trim_start().to_lowercase();
    let ends = [
        "to his death",
        "to her death",
        "until his death",
        "until her death",
        "until he died",
        "until she died",
    ];
    let death = ends
        .iter()
        .any(|end| lower.starts_with(end))
        .then(|| deaths::of(deaths, None))
        .flatten()?;
    End::of(death.when, span)
}

/// A length told of the sentence before, which gives a stretch from one date to another.
fn again(desk: Desk<'_>, sentence: &[Point]) -> Option<Annotation<'static>> {
    let [one, other] = sentence else { return None };
    let next = desk
        .document
        .sentences
        .get(one.sentence + 1)
        .filter(|next| next.block as usize == one.block)?;
    let found = AGAIN.as_ref()?.captures(desk.words(next.span))?;
    measured(desk, (one.end, other.end), Length::of(&found)?, place(next.span.start, &found))
}

/// "nine months, from March 2020 to June 2021", "seven months, from August to November 2021": a stretch that [`stretch`] reads,
/// with the length before it or behind it.
fn of_stretch(desk: Desk<'_>, scene: &Scene<'_>, dates: &[super::scene::Prose]) -> Option<Annotation<'static>> {
    use super::calendar::Precision::Day;
    let (from, to, start) = stretch::first_of(desk, dates)?;
    let whole = |it: &super::scene::Prose| it.written.when.is_some_and(|when| when.precision == Day);
    // Two days are read above, by their own spans.
    if dates.iter().take(2).all(whole) {
        return None;
    }
    let sentence = scene.document.sentences.get(dates[0].sentence)?.span;
    let before = desk.words(Span::new(sentence.start.min(start), start)).trim_end();
    let found = AHEAD.as_ref()?.captures(before).filter(|found| !counts_days(found))?;
    let ends = (
        End {
            first: from,
            last: from.last_of_month(),
            span: dates[0].span,
        },
        End {
            first: to.first_of_month(),
            last: to,
            span: dates[0].span,
        },
    );
    measured(desk, ends, Length::of(&found)?, place(sentence.start, &found))
}

/// How long children have been on a plan, in minutes: from the initial conference, or the day since which it is said, to the
/// document's own day.
fn on_plans(desk: Desk<'_>, scene: &Scene<'_>, points: &[Point], out: &mut Vec<Annotation<'static>>) {
    let (Some((day, span)), Genre::Minutes) = (scene.own_day, scene.document.genre) else {
        return;
    };
    let own = End {
        first: day,
        last: day,
        span,
    };
    let Some(start) = plan_begins(desk, scene, points) else { return };
    for sentence in desk
        .document
        .sentences
        .iter()
        .filter(|it| desk.document.blocks[it.block as usize].zone != Zone::Contents)
    {
        let words = desk.words(sentence.span);
        if !words.contains("been ") {
            continue;
        }
        let found = PLAN.as_ref().and_then(|pattern| pattern.captures(words));
        if let Some((found, length)) = found.as_ref().and_then(|found| Some((found, Length::of(found)?))) {
            out.extend(measured(desk, (start, own), length, place(sentence.span.start, found)));
        }
    }
}

/// The one day on which the plan was made: of the initial conference.
fn plan_begins(desk: Desk<'_>, scene: &Scene<'_>, points: &[Point]) -> Option<End> {
    let prose = scene.prose.iter().filter_map(|it| {
        Some(Point {
            sentence: it.sentence,
            block: it.block,
            end: End::of(it.written.when?, it.span)?,
        })
    });
    let mut begun: Option<End> = None;
    // What is told first is what the minutes rest upon.
    for point in prose.chain(points.iter().copied()) {
        let before = head(desk, point).to_lowercase();
        let near = &before[before.floor_char_boundary(before.len().saturating_sub(56))..];
        let plan = near.contains("plan")
            && [
                "since",
                "made at conference on",
                "agreed at conference on",
                "made on",
                "began on",
                "started on",
            ]
            .iter()
            .any(|end| near.ends_with(end));
        let told = near
            .rfind("initial ")
            .is_some_and(|at| near[at..].contains("conference") && !near[at..].contains("review"));
        if told || plan {
            begun = begun.or(Some(point.end));
        }
    }
    begun
}
