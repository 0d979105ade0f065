//! An `inset` is a paragraph set in from the margin after words that announce a quotation: "The letter said:".

use super::Zone;
use super::draft::Draft;
use crate::text::Span;

/// Blanks by which an inset stands further in than what announces it.
const DEPTH: usize = 4;
/// Words before a colon among which the verb that announces must be.
const ANNOUNCED: usize = 8;
/// Bytes of a line's start that are looked at for blanks.
const MARGIN: usize = 80;

/// Marks the insets of a plain text as quotations.
pub(super) fn mark(drafts: &mut [Draft], content: &str) {
    let mut deep: Option<usize> = None;
    for i in 1..drafts.len() {
        let (before, here) = (&drafts[i - 1], &drafts[i]);
        let depth = margin(here, content);
        let plain = here.zone == Zone::Paragraph && here.cell.is_none();
        let goes_on = deep.is_some_and(|deep| depth >= deep);
        let opens = plain && depth >= margin(before, content) + DEPTH && announces(before.last(content));
        if plain && (goes_on || opens) {
            drafts[i].zone = Zone::Quote;
            deep = Some(deep.unwrap_or(depth));
        } else {
            deep = None;
        }
    }
}

/// Blanks before the first words of a draft in their line.
fn margin(draft: &Draft, content: &str) -> usize {
    let start = draft.segments.first().map_or(0, |s: &Span| s.start as usize);
    let before = &content.as_bytes()[..start];
    before.iter().rev().take(MARGIN).take_while(|&&b| b == b' ').count()
}

/// Whether `text` ends in a colon after a verb that gives somebody's words.
fn announces(text: &str) -> bool {
    const VERBS: [&str; 11] = [
        "said", "says", "wrote", "writes", "read", "reads", "stated", "states", "replied", "quoted", "words",
    ];
    text.trim_end().strip_suffix(':').is_some_and(|said| {
        let last = said
            .rsplit(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .take(ANNOUNCED);
        last.into_iter().any(|word| VERBS.contains(&word))
    })
}
