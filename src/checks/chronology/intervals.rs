//! An interval is a length of time that is told between two dates which do not stand beside it: "five weeks later, on 20 August",
//! "back on 23 January, so that he was away for three months", "the second visit, a fortnight after the first".

use std::sync::LazyLock;

use regex::Regex;

use super::desk::Desk;
use super::lengths::{End, Length, measured, pattern};
use super::points::{Point, base, head, place, points};
use super::scene::Scene;
use crate::annotation::Annotation;
use crate::document::Genre;

/// "five weeks later, on", "the following day,", right before a date.
static AHEAD: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"\b#(?P<later>,? later| afterwards| after that| on|)(?:,| \(|:| \x{2013})?(?: on| of)?(?: the)?$"));
/// What makes a length the time between the two dates of its sentence: "so that he was away for", "a gap of", "went by".
static SUMMED: LazyLock<[Option<Regex>; 4]> = LazyLock::new(|| {
    [
        pattern(
            r"(?:\bso(?: that)? [^.;:,0-9]{0,48}?for |\bmeaning [^.;:,0-9]{0,48}?for |\b(?:gap|wait|delay|period|interval|stay|absence|silence|space|span|stretch|total|spell) of |\b(?:lasted|lasting|took|taken|taking|spent|waited|stayed|stayed there|away|so missed|ran|was open|was on the plan|remained)(?: for)? )#(?P<led>)",
        ),
        pattern(
            r"#(?: after (?:it|they) (?:was|were|had been) [a-z]+| in all| in total| altogether| apart| went by| passed| elapsed| in between| between (?:them|the two|these)|,? before (?:any|some|he |she |it |they |the next)(?:[a-z]*))(?P<led>)",
        ),
        pattern(r"(?:\bafter |\bwithin |\bwas |[:;] |[-\x{2013}\x{2014}] )#(?P<led>)(?:[.,;)]|$)"),
        // "From the visit on 24 May to the burn on 12 July there were nine weeks in which"
        pattern(
            r"^(?:[0-9.]+ )?(?:From|Between)\b[^;:]*?\b(?:there (?:were|was|passed|are|is)|lay|passed|it (?:was|took|is)|were|ran) #(?P<led>)(?: in which| without| when| during which|[.,;)]|$)",
        ),
    ]
});
/// A length that is no time between two dates: an age, a sentence of a court, what came before.
static OTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:sentenced|aged|age|jailed|imprisoned|notice|custody|prison|order|course|supply)\b[^.;]{0,24}#|#(?: old| pregnant| ago| after (?:the|his|her|their|a|she|he|that|this|being)| in prison| of age| custody| imprisonment| suspended| earlier| previously| before (?:that|his|her|the birth|birth)))",
    )
});
/// What tells of the two dates of the sentence before: "It took nine weeks.", "Nobody came in the nine weeks between."
static AGAIN: LazyLock<[Option<Regex>; 2]> = LazyLock::new(|| {
    [
        pattern(
            r"^(?:it|this|that|the (?:wait|delay|gap|stay|plan|placement|interval))(?: had| has| have)? (?:took|taken|lasted|ran|run|was|is|amounted to|came to)(?: for| a (?:delay|gap|wait|period|stay) of)? #(?P<led>)(?:[.,;]|$)",
        ),
        pattern(r"\b(?:the|these|those) #(?P<led>) (?:in )?between\b"),
    ]
});
/// "two weeks after the first", "a fortnight later", in a row.
static ROW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"\b#(?P<later> later| after the (?:first|last|previous|earlier|second|third)\b| after the (?:one|visit|call) before\b| since the (?:last|previous|first)\b)",
    )
});
/// "between the first and the last of these lie three years", of the rows above.
static SPANNED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"\b(?:[Bb]etween|[Ff]rom) the first(?: of (?:these|them)| entry| row| call| visit)? (?:and|to) the last(?: of (?:these|them|those)| entry| row| call| visit)?,? (?:lie|lay|there (?:is|are|was|were)|is|are|was|were|it (?:is|was)|passed|there passed) #",
    )
});

/// Intervals that their dates do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    let points = points(scene);
    let told: Vec<_> = points.chunk_by(|a, b| a.sentence == b.sentence && a.block == b.block).collect();
    for (at, sentence) in told.iter().enumerate() {
        for second in 0..sentence.len() {
            out.extend(later(desk, &told[..at], (sentence, second)));
        }
        out.extend(summed(desk, sentence));
        out.extend(attached(desk, &told[..at], sentence));
        out.extend(after_first(desk, sentence));
        out.extend(to_own_day(desk, scene, sentence));
        out.extend(goes_by(desk, &told[..at], sentence));
    }
    in_rows(desk, scene, out);
    spanned(desk, scene, out);
    out.sort_by_key(|it| it.span);
    out.dedup_by(|a, b| a.rule == b.rule && a.rule == "chronology/duration-mismatch" && a.span.overlaps(b.span));
}

/// "He left five weeks later, on 20 August": counted from the date before, in the sentence or one shortly before.
fn later(desk: Desk<'_>, before: &[&[Point]], (sentence, at): (&[Point], usize)) -> Option<Annotation<'static>> {
    let second = sentence[at];
    let words = head(desk, second);
    // Building an expression takes as long as reading a short document.
    let worded = ["later", "after", "he next day", "he following day"]
        .iter()
        .any(|word| words.contains(word));
    let found = Some(()).filter(|()| worded).and_then(|()| AHEAD.as_ref())?.captures(words)?;
    let next = found["count"].to_lowercase().starts_with("the ");
    if !next && found["later"].trim_matches([',', ' ']).is_empty() || &found["later"] == " on" {
        return None;
    }
    let first = match at.checked_sub(1) {
        Some(one) => sentence[one],
        None => base(desk, before.last().copied(), second)?,
    };
    let base = words.as_ptr() as usize - desk.document.fold.text.as_ptr() as usize;
    measured(desk, (first.end, second.end), Length::of(&found)?, place(base as u32, &found))
}

/// "He left on 9 December and came back on 23 January, so that he was away for three months."
fn summed(desk: Desk<'_>, sentence: &[Point]) -> Option<Annotation<'static>> {
    let [one, other] = sentence else { return None };
    let whole = desk.document.sentences.get(other.sentence)?;
    let own = desk.words(whole.span);
    if let Some(marked) = told(own, &*SUMMED) {
        return between(desk, (*one, *other), marked, whole.span.start);
    }
    let next = desk
        .document
        .sentences
        .get(other.sentence + 1)
        .filter(|next| next.block == whole.block)?;
    let marked = told(desk.words(next.span), &*AGAIN)?;
    between(desk, (*one, *other), marked, next.span.start)
}

/// "It was issued five weeks later together with this briefing, on 19 May", "That was twelve days after she had rung on 9 July".
fn attached(desk: Desk<'_>, before: &[&[Point]], sentence: &[Point]) -> Option<Annotation<'static>> {
    let last = *sentence.last()?;
    let first = match sentence {
        [_] => None,
        [one, _] => Some(*one),
        _ => return None,
    };
    let span = desk.document.sentences.get(last.sentence)?.span;
    let words = desk.words(span);
    if words.len() > super::reach::LONGEST || !words.contains(" later") && !words.contains(" after ") {
        return None;
    }
    let found = ATTACHED.iter().flatten().find_map(|pattern| pattern.captures(words))?;
    let alone = ANY.as_ref().is_some_and(|pattern| pattern.find_iter(words).count() == 1);
    let marked = place(span.start, &found);
    // The length stands between the two dates, or right before the only one.
    let beside = marked.end <= last.end.span.start && first.is_none_or(|one| one.end.span.end <= marked.start);
    let first = first.or_else(|| base_near(desk, before, last)).filter(|_| alone && beside)?;
    between(
        desk,
        (first, last),
        (Length::of(&found)?, (found.name("count")?.start(), found.name("units")?.end())),
        span.start,
    )
}

/// The one date of the nearest dated sentence before, in the block of `second`.
fn base_near(desk: Desk<'_>, before: &[&[Point]], second: Point) -> Option<Point> {
    before.iter().rev().take(1).find_map(|told| {
        base(desk, Some(told), second).or_else(|| {
            told.last()
                .copied()
                .filter(|it| it.block == second.block && it.sentence + 1 == second.sentence)
        })
    })
}

/// A length told between two days that other words part from the second.
static ATTACHED: LazyLock<[Option<Regex>; 2]> = LazyLock::new(|| {
    [
        pattern(r"#(?P<later> later) (?:[a-z'\x{2019}-]+ ){1,8}?(?:[a-z'\x{2019}-]+, )?on (?:[A-Z][a-z]+day,? )?(?:the )?\d"),
        pattern(
            r"^(?:That|This|It) (?:was|is|came|happened|took place) #(?P<later> after) (?:(?:[Hh]e|[Ss]he|they|the|his|her|their|it|[A-Z][a-z]+) )?(?:[a-z'\x{2019}-]+ ){1,9}?(?:on|of) (?:[A-Z][a-z]+day,? )?(?:the )?\d",
        ),
    ]
});

/// "Ten days after the referral of 4 June a meeting was held, on 16 July."
fn after_first(desk: Desk<'_>, sentence: &[Point]) -> Option<Annotation<'static>> {
    let [first, second] = sentence else { return None };
    let words = head(desk, *first);
    let worded = words.contains(" after ") || words.contains(" before ");
    let found = Some(()).filter(|()| worded).and_then(|()| COUNTED.as_ref())?.captures(words)?;
    let order = if &found["way"] == "after" {
        (first.end, second.end)
    } else {
        (second.end, first.end)
    };
    let base = words.as_ptr() as usize - desk.document.fold.text.as_ptr() as usize;
    measured(desk, order, Length::of(&found)?, place(base as u32, &found))
}

/// "Ten days after the referral of", which opens a sentence.
static COUNTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^(?:[0-9.]+ |[A-Z][0-9]+\.? )?(?:only |some )?#(?P<led>) (?P<way>after|before) (?:the|his|her|their|its|that|an?) (?:[a-z'\x{2019}-]+ ){0,4}?(?:of|on|dated)$",
    )
});

/// "The last meeting was on 9 April 2019, three months ago": up to the day of the minutes themselves.
fn to_own_day(desk: Desk<'_>, scene: &Scene<'_>, sentence: &[Point]) -> Option<Annotation<'static>> {
    let [only] = sentence else { return None };
    let minutes = scene.document.genre == Genre::Minutes;
    let (day, span) = scene
        .own_day
        .filter(|(day, span)| minutes && *span != only.end.span && only.end.last < *day)?;
    let whole = desk.document.sentences.get(only.sentence)?.span;
    let words = desk.words(whole);
    let worded = [" ago", " since ", "has lasted", "has been"]
        .iter()
        .any(|word| words.contains(word));
    let found = Some(())
        .filter(|()| worded)
        .and_then(|()| AGO.iter().flatten().find_map(|pattern| pattern.captures(words)))?;
    let alone = ANY.as_ref().is_some_and(|pattern| pattern.find_iter(words).count() == 1);
    let own = End {
        first: day,
        last: day,
        span,
    };
    measured(desk, (only.end, own), Length::of(&found)?, place(whole.start, &found)).filter(|_| alone)
}

/// What makes a length one that ends with the day of the minutes.
static AGO: LazyLock<[Option<Regex>; 2]> = LazyLock::new(|| {
    [
        pattern(r"#(?P<led>) ago\b"),
        pattern(
            r"(?:\bit is |\bit has been |\bhas (?:now )?lasted(?: for)? |\bhas (?:now )?been (?:in place|open|on a plan|made|running)(?: for)? )#(?P<led>)(?: since\b|[.,;)]|$)",
        ),
    ]
});

/// The length that one of `patterns` finds in `words`, when it is the only one there, and where it stands.
fn told(words: &str, patterns: &[Option<Regex>]) -> Option<(Length, (usize, usize))> {
    // Building an expression takes as long as reading a short document.
    if words.len() > super::reach::LONGEST
        || !["day", "week", "fortnight", "month", "year"]
            .iter()
            .any(|unit| words.contains(unit))
    {
        return None;
    }
    let found = patterns.iter().flatten().find_map(|pattern| pattern.captures(words))?;
    let (from, to) = (found.name("count")?.start(), found.name("units")?.end());
    let other = OTHER.as_ref().is_some_and(|pattern| pattern.is_match(words));
    let so = found.get(0).is_some_and(|whole| whole.as_str().starts_with("so "));
    let alone = so || ANY.as_ref().is_some_and(|pattern| pattern.find_iter(words).count() == 1);
    (alone && !other).then_some((Length::of(&found)?, (from, to)))
}

/// Any length of time.
static ANY: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"\b#"));

/// The remark on a length at byte `from` to `to` of words that begin at the folded `base`, between two dates in either order.
fn between(
    desk: Desk<'_>,
    (one, other): (Point, Point),
    (length, (from, to)): (Length, (usize, usize)),
    base: u32,
) -> Option<Annotation<'static>> {
    let (first, second) = if one.end.first <= other.end.first {
        (one, other)
    } else {
        (other, one)
    };
    let marked = crate::text::Span::at(base as usize + from, base as usize + to);
    measured(desk, (first.end, second.end), length, marked)
}

/// "Ten days went by before the next visit, on 4 September", after a sentence that tells of one date.
fn goes_by(desk: Desk<'_>, before: &[&[Point]], sentence: &[Point]) -> Option<Annotation<'static>> {
    let [second] = sentence else { return None };
    let span = desk.document.sentences.get(second.sentence)?.span;
    let marked = told(desk.words(span), &*GONE)?;
    let first = base(desk, before.last().copied(), *second)?;
    between(desk, (first, *second), marked, span.start)
}

/// What makes a length count from the sentence before: "Ten days later", "It took six weeks for".
static GONE: LazyLock<[Option<Regex>; 2]> = LazyLock::new(|| {
    [
        pattern(r"^(?:(?:it|that) was |only |some )?#(?P<led>)(?: later| afterwards| after that| went by| passed| elapsed)"),
        pattern(r"^(?:but |and |yet )?it (?:took|was) #(?P<led>) (?:for|before|until|to)\b"),
    ]
});

/// "Second visit, two weeks after the first": some row before must lie so far back.
fn in_rows(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for chronicle in scene.timeline.chronicles.iter().filter(|it| !it.narrative) {
        let rows = scene.timeline.of(chronicle);
        for (at, row) in rows.iter().enumerate().skip(1) {
            let Some(own) = row.when.and_then(|when| End::of(when, row.written)) else {
                continue;
            };
            for &piece in &row.account {
                let words = desk.words(piece);
                if words.len() > super::reach::LONGEST || ![" later", " after the ", " since the "].iter().any(|word| words.contains(word))
                {
                    continue;
                }
                let Some(found) = ROW.as_ref().and_then(|pattern| pattern.captures(words)) else {
                    continue;
                };
                if !super::dates::find(words, super::dates::Known::default()).is_empty() {
                    continue;
                }
                let marked = place(piece.start, &found);
                let near = rows[at.saturating_sub(ROWS_BACK)..at].iter().rev();
                let ends = near.filter_map(|row| End::of(row.when?, row.written));
                let held: Option<Vec<_>> = ends.map(|end| measured(desk, (end, own), Length::of(&found)?, marked)).collect();
                out.extend(held.unwrap_or_default().into_iter().next());
            }
        }
    }
}

/// Rows back from which a row may count.
const ROWS_BACK: usize = 12;

/// "Between the first and the last of these lie three years."
fn spanned(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for sentence in &desk.document.sentences {
        let words = desk.words(sentence.span);
        if words.len() > super::reach::LONGEST || !words.contains("the first") || !words.contains("the last") {
            continue;
        }
        let Some(found) = SPANNED.as_ref().and_then(|pattern| pattern.captures(words)) else {
            continue;
        };
        let above = |rows: &&super::timeline::Chronicle| {
            scene
                .timeline
                .of(rows)
                .last()
                .is_some_and(|row| row.written.end <= sentence.span.start)
        };
        let Some(chronicle) = scene.timeline.chronicles.iter().rev().find(above) else {
            continue;
        };
        let mut ends = scene
            .timeline
            .of(chronicle)
            .iter()
            .filter_map(|row| End::of(row.when?, row.written));
        if let (Some(first), Some(last), Some(length)) = (ends.next(), ends.next_back(), Length::of(&found)) {
            out.extend(measured(desk, (first, last), length, place(sentence.span.start, &found)));
        }
    }
}
