//! What is `given` to somebody under a plan asks for something and says who has it or when it is due; where items are given, the
//! heading over them is a plan's, whatever it is called.

use super::heir::is_owner;
use super::signed;
use super::spoken::is_undertaking;
use super::telling::is_narrative;
use super::under::{Under, heading_says};
use crate::document::{Document, Part, PartRole, Zone, dates, number, part, undertaking};
use crate::text::Span;

/// Whether `words`, which stand under a plan, ask for something and say who has it or when it is due: "P3. Weigh him each week.
/// Lead: Matron.", "Matron: weigh him each week. May 2024.", "What: Weigh him each week."
pub(super) fn is_given(document: &Document, words: &str) -> bool {
    const LONGEST_CODE: usize = 6;
    let sign = words
        .find([' ', '\t'])
        .filter(|&at| at <= LONGEST_CODE)
        .map_or("", |at| &words[..at]);
    let coded = sign.contains(|c: char| c.is_ascii_digit()) && sign.ends_with([']', '.', ')', ':']);
    let words = if coded { words[sign.len()..].trim_start() } else { words };
    let titled = part::opening(words).filter(|(role, _)| *role == PartRole::Body).map(|(_, at)| at);
    let words = &words[titled.unwrap_or(0)..];
    let told = words
        .split_once(": ")
        .filter(|(name, _)| !name.contains(". ") && is_owner(name, &document.people))
        .map_or(words, |(_, told)| told);
    let order = told.split(' ').next().is_some_and(undertaking::is_order) || is_undertaking(told);
    let parted = || part::split(words, 0, PartRole::Body).iter().any(|part| part.role != PartRole::Body);
    // "The group will read the plan again in May" is about the plan.
    let asked = || undertaking::asks(told) && (coded || titled.is_some());
    // "Two urgent places at each clinic – Named Nurse, July 2021" names a thing, and who brings it about.
    if signed::dashed(document, words) && !is_narrative(words) {
        return true;
    }
    (order || asked())
        && !is_narrative(words)
        && (titled.is_some() || told.len() < words.len() || parted() || coded && is_due(words) || signed::closes(document, words))
}

/// Whether `words` name a date by which.
fn is_due(words: &str) -> bool {
    let before = |at: usize| words[..at].trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    dates::find(words)
        .iter()
        .any(|date| matches!(before(date.range.start).as_str(), "by" | "before" | "until" | "due"))
}

/// Whether what follows block `i`, a heading, are items that ask for something, the first two of them or the only one.
pub(super) fn opens_undertakings(document: &Document, i: usize) -> bool {
    const LOOKED_AT: usize = 8;
    let section = document.blocks[i + 1..]
        .iter()
        .take(LOOKED_AT)
        .take_while(|block| block.zone != Zone::Heading && block.cell.is_none());
    let items = section.filter_map(|block| {
        let text = document.fold.slice(block.body);
        let lead = number::printed(document.fold.slice(block.span)).map(|_| number::printed(text).map_or(0, |printed| printed.len));
        let lead = lead.or_else(|| (block.zone == Zone::List || is_given(document, text)).then_some(0))?;
        Some(&text[lead..])
    });
    let asks = |words: &str| {
        !is_narrative(words)
            && (is_undertaking(words) || undertaking::orders(words) || undertaking::asks(words) || is_given(document, words))
    };
    let (asking, all) = items
        .take(2)
        .fold((0, 0), |(asking, all), words| (asking + usize::from(asks(words)), all + 1));
    all > 0 && asking == all
}

/// Whether block `i`, a short line, names the plan whose items follow it.
pub(super) fn opens_items(document: &Document, i: usize) -> bool {
    let block = &document.blocks[i];
    let text = document.fold.slice(block.body);
    let short = block.zone == Zone::Paragraph && text.len() <= 80 && !text.ends_with('.') && block.paragraph.is_none();
    let next = document.blocks.get(i + 1);
    let below = next.and_then(|next| number::printed(document.fold.slice(next.span)));
    let items = below.is_some() || next.is_some_and(|next| next.zone == Zone::List);
    // "6. Actions / 7. Date of next meeting" are lines of an agenda.
    let sibling = number::printed(text).zip(below).is_some_and(|(own, below)| {
        let count = |number: &str| number.parse::<u32>().ok();
        count(&own.number).is_some_and(|own| count(&below.number) == Some(own + 1))
    });
    short && items && !sibling && heading_says(text) == Under::Actions
}

/// The parts of a line that dashes part: "Eye test - Mum - before Christmas".
pub(super) fn dashed(document: &Document, whole: Part) -> Option<Vec<Part>> {
    const LONGEST_TIME: usize = 40;
    let text = document.fold.slice(whole.span);
    let (head, time) = text.rsplit_once(" - ")?;
    let (body, owner) = head.rsplit_once(" - ")?;
    let when = time.starts_with("next ") || time.bytes().any(|b| b.is_ascii_digit());
    let timed = time.len() <= LONGEST_TIME && (when || !is_owner(time, &document.people));
    if !timed || !is_owner(owner, &document.people) || body.len() < 4 {
        return None;
    }
    let part = |role, words: &str| {
        let start = whole.span.start + (words.as_ptr() as usize - text.as_ptr() as usize) as u32;
        Part {
            role,
            span: Span::new(start, start + words.len() as u32),
        }
    };
    Some(vec![
        part(PartRole::Body, body),
        part(PartRole::Owner, owner),
        part(PartRole::Timescale, time),
    ])
}

#[cfg(test)]
mod tests {
    use super::is_given;
    use crate::document::Document;

    #[test]
    fn items_that_are_given_and_words_about_the_plan() {
        let nobody = Document::default();
        for text in [
            "[3] Weigh each baby undressed. Lead: Matron. Due: May 2024.",
            "P4. Replace the pier light by May 2024.",
            "What: Count passengers at each call.",
            "Matron: weigh him each week.",
            "Replace the pier light. Harbour Master, May 2024.",
        ] {
            assert!(is_given(&nobody, text), "{text}");
        }
        for text in [
            "The group will read the plan again by May 2024.",
            "Replace the pier light.",
            "The light was mended by May 2024.",
            "Police: no record of the call.",
        ] {
            assert!(!is_given(&nobody, text), "{text}");
        }
    }
}
