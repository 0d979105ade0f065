//! A `Point` is a date from or to which a length of time may be told: one of the narrative, or one that opens a row.

use regex::Captures;

use super::desk::Desk;
use super::lengths::End;
use super::scene::Scene;
use crate::text::Span;

/// A date of a sentence, one that opens a row too.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) sentence: usize,
    pub(super) block: usize,
    pub(super) end: End,
}

/// The dates of the narrative and of the rows, in reading order.
pub(super) fn points(scene: &Scene<'_>) -> Vec<Point> {
    let told = scene.prose.iter().filter(|it| it.running || it.in_row);
    let told = told.filter_map(|it| {
        Some(Point {
            sentence: it.sentence,
            block: it.block,
            end: End::of(it.written.when?, it.span)?,
        })
    });
    let rows = scene.timeline.rows.iter().filter_map(|row| {
        Some(Point {
            sentence: scene.document.sentence_at(row.written.start),
            block: row.block as usize,
            end: End::of(row.when?, row.written)?,
        })
    });
    let mut points: Vec<Point> = told.chain(rows).collect();
    points.sort_by_key(|it| it.end.span.start);
    points
}

/// The words of the sentence behind a date, up to the next, and those before it.
pub(super) fn tail<'d>(desk: Desk<'d>, point: Point) -> &'d str {
    let end = desk
        .document
        .sentences
        .get(point.sentence)
        .map_or(point.end.span.end, |s| s.span.end.max(point.end.span.end));
    desk.words(Span::new(point.end.span.end, end))
}

/// The words of the sentence before a date.
pub(super) fn head<'d>(desk: Desk<'d>, point: Point) -> &'d str {
    let start = desk
        .document
        .sentences
        .get(point.sentence)
        .map_or(point.end.span.start, |s| s.span.start);
    super::reach::before(desk, (start, point.end.span.start), NEAR).trim_end()
}

/// Bytes before a date in which its length of time stands.
const NEAR: u32 = 200;

/// The place of what a pattern found in words that begin at the folded byte `base`: from its softening words to its unit.
pub(super) fn place(base: u32, found: &Captures<'_>) -> Span {
    let from = found.name("count").map_or(0, |it| it.start());
    let to = found.name("later").or(found.name("units")).map_or(from, |it| it.end());
    Span::at(base as usize + from, base as usize + to)
}

/// Sentences back to which "later" counts.
const BACK: usize = 3;

/// The one date of the nearest dated sentence, when it is near: in the same block, or the one before.
pub(super) fn base(desk: Desk<'_>, before: Option<&[Point]>, second: Point) -> Option<Point> {
    let [only] = before? else { return None };
    let near = only.sentence + BACK >= second.sentence;
    let block = |point: Point| desk.document.sentences.get(point.sentence).map(|it| it.block);
    let here = block(*only) == block(second) || block(*only).zip(block(second)).is_some_and(|(one, other)| one + 1 == other);
    (near && here && only.end.first <= second.end.last).then_some(*only)
}
