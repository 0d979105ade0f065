//! An interval is a length of time that is told between two dates which do not stand beside it: "five weeks later, on 20 August",
//! "back on 23 January, so that he was away for three months", "the second visit, a fortnight after the first".

use std::sync::LazyLock;

use regex::Regex;

use super::desk::Desk;
use super::lengths::{End, Length, measured, pattern};
use super::points::{Point, base, head, place, points, tail};
use super::scene::Scene;
use crate::annotation::Annotation;

/// "five weeks later, on", "the following day,", right before a date.
static AHEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"\b#(?P<later>,? later| afterwards| after that| on|)(?:,| \(|:| \x{2013})?(?: on| of)?(?: the)?$")
});
/// ", so that he was away for three months", ", a stay of two weeks", behind the second of two dates.
static SUMMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^[^.;:0-9]{0,60}?(?:,? (?:and )?so(?: that)? [^.;:,0-9]{0,48}?for |, meaning [^.;:,0-9]{0,48}?for |,? (?:which (?:is|was) |that is |making )?(?:a|an|the) (?:further |total )?(?:stay|delay|wait|gap|interval|period|absence|silence|spell|space) of |,? (?:which|it|this|that) (?:had )?(?:lasted|took|taken)(?: for)? )#",
    )
});
/// "two weeks after the first", "a fortnight later", in a row.
static ROW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"\b#(?P<later> later| after the (?:first|last|previous|earlier|second|third)\b| after the (?:one|visit|call) before\b| since the (?:last|previous|first)\b)")
});
/// "between the first and the last of these lie three years", of the rows above.
static SPANNED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"\b(?:[Bb]etween|[Ff]rom) the first(?: of (?:these|them)| entry| row| call| visit)? (?:and|to) the last(?: of (?:these|them|those)| entry| row| call| visit)?,? (?:lie|lay|there (?:is|are|was|were)|is|are|was|were|it (?:is|was)|passed|there passed) #")
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
    let worded = ["later", "after", "the next day", "the following day"].iter().any(|word| words.contains(word));
    let found = Some(()).filter(|()| worded).and_then(|()| AHEAD.as_ref())?.captures(words)?;
    let next = found["count"].starts_with("the ");
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
    let [first, second] = sentence else { return None };
    let words = tail(desk, *second);
    let worded = [" for ", " of ", "lasted", "took"].iter().any(|word| words.contains(word));
    let found = Some(()).filter(|()| worded).and_then(|()| SUMMED.as_ref())?.captures(words)?;
    measured(desk, (first.end, second.end), Length::of(&found)?, place(second.end.span.end, &found))
}

/// "Second visit, two weeks after the first": some row before must lie so far back.
fn in_rows(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for chronicle in scene.timeline.chronicles.iter().filter(|it| !it.narrative) {
        let rows = scene.timeline.of(chronicle);
        for (at, row) in rows.iter().enumerate().skip(1) {
            let Some(own) = row.when.and_then(|when| End::of(when, row.written)) else { continue };
            for &piece in &row.account {
                let words = desk.words(piece);
                if words.len() > super::reach::LONGEST || ![" later", " after the ", " since the "].iter().any(|word| words.contains(word)) {
                    continue;
                }
                let Some(found) = ROW.as_ref().and_then(|pattern| pattern.captures(words)) else { continue };
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
        let Some(found) = SPANNED.as_ref().and_then(|pattern| pattern.captures(words)) else { continue };
        let above = |rows: &&super::timeline::Chronicle| scene.timeline.of(rows).last().is_some_and(|row| row.written.end <= sentence.span.start);
        let Some(chronicle) = scene.timeline.chronicles.iter().rev().find(above) else { continue };
        let mut ends = scene.timeline.of(chronicle).iter().filter_map(|row| End::of(row.when?, row.written));
        if let (Some(first), Some(last), Some(length)) = (ends.next(), ends.next_back(), Length::of(&found)) {
            out.extend(measured(desk, (first, last), length, place(sentence.span.start, &found)));
        }
    }
}
