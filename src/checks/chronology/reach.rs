//! The reach of a date is how much of its sentence is read for it: a sentence may be as long as a document, and hold dates
//! throughout.

use super::desk::Desk;
use super::scene::Prose;
use crate::text::Span;

/// Most bytes before a date, and behind it, that its clause has.
const MOST: u32 = 240;
/// The longest sentence that is read as a whole.
pub(super) const LONGEST: usize = 2_000;

/// The words of its sentence right before a date, and those right behind it.
pub(super) fn around<'d>(desk: Desk<'d>, it: &Prose) -> (&'d str, &'d str) {
    let sentence = desk.document.sentences.get(it.sentence).map_or(it.span, |s| s.span);
    (
        before(desk, (sentence.start, it.span.start), MOST),
        after(desk, (it.span.end, sentence.end)),
    )
}

/// The words between two places, of long ones the last `most` bytes.
pub(super) fn before(desk: Desk<'_>, (from, to): (u32, u32), most: u32) -> &str {
    let near = from.max(to.saturating_sub(most)).min(to) as usize;
    let start = desk.document.fold.text.ceil_char_boundary(near).min(to as usize);
    desk.words(Span::at(start, to as usize))
}

/// The words between two places, of long ones the first bytes.
fn after(desk: Desk<'_>, (from, to): (u32, u32)) -> &str {
    let near = to.min(from.saturating_add(MOST)).max(from) as usize;
    let end = desk.document.fold.text.floor_char_boundary(near).max(from as usize);
    desk.words(Span::at(from as usize, end))
}
