//! A `lettered` recommendation is counted by a capital, and by no label: "A. Visits should …", "**B.** The board should …".

use crate::document::Document;

/// The capital by which block `i` is counted among its like, "**B.** Visits should …", and where its words begin in the body.
pub(super) fn lettered(document: &Document, i: usize) -> Option<(char, usize)> {
    let letter = |i: usize| {
        let text = document.fold.slice(document.blocks.get(i)?.span);
        let bare = text.trim_start_matches(['*', '_']);
        let letter = bare.chars().next().filter(char::is_ascii_uppercase)?;
        let rest = bare[1..].trim_start_matches(['*', '_']).strip_prefix(['.', ')', ':'])?;
        let words = rest.trim_start_matches(['*', '_']);
        words
            .starts_with([' ', '\t'])
            .then(|| (letter, text.len() - words.trim_start().len()))
    };
    let (own, lead) = letter(i)?;
    let is_beside = |other: Option<usize>, by: i8| {
        let beside = other.and_then(letter);
        beside.is_some_and(|(it, _)| u8::try_from(it).ok() == (own as u8).checked_add_signed(by))
    };
    let run = is_beside(i.checked_sub(1), -1) || is_beside(Some(i + 1), 1);
    let block = &document.blocks[i];
    let before = (block.body.start - block.span.start) as usize;
    (run && block.cell.is_none()).then(|| (own, lead.saturating_sub(before)))
}

/// The label and the number of what is so counted.
pub(super) fn name(counted: Option<(char, usize)>) -> (String, Option<String>) {
    let letter = counted.map_or('A', |(letter, _)| letter);
    (format!("Recommendation {letter}"), Some(letter.to_ascii_lowercase().to_string()))
}
