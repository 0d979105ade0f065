//! A heading of a plain text is told by its shape: short, no full stop, a number or a label or a title's capitals,
//! and air before it. The contents page is told by its title and its page numbers.

use super::Zone;
use super::draft::Draft;
use super::label;
use super::line;
use super::number;
use super::repair::looks_titled;
use super::undertaking;

/// Longest heading with a number or label, in bytes.
const LONGEST_NUMBERED: usize = 220;

/// Longest heading with neither.
const LONGEST_PLAIN: usize = 90;

/// Longest title close above its paragraph, and shortest line that is such a paragraph, in bytes.
const SHORT_TITLE: usize = 60;
const LONG_PARAGRAPH: usize = 110;
/// Longest line of a contents page.
const LONGEST_ENTRY: usize = 180;

/// Takes the heading from what a format set as one though it is a whole recommendation, "### Recommendation 3: The Board
/// should …", or a whole paragraph, set in a heading's style for the sake of its number; both are read like any other text.
pub(super) fn unmark_statements(drafts: &mut [Draft], content: &str) {
    for draft in drafts.iter_mut().filter(|d| d.zone == Zone::Heading) {
        let text = joined(draft, content);
        let asks = label::label_head(&text).is_some_and(|head| undertaking::asks(&text[head.len..]));
        let told = text.len() > LONGEST_NUMBERED || (text.len() > LONGEST_PLAIN && text.ends_with('.'));
        if asks || told {
            (draft.zone, draft.level) = (Zone::Paragraph, 0);
        }
    }
}

/// Marks the headings among the drafts of a plain text.
pub(super) fn mark_headings(drafts: &mut [Draft], content: &str) {
    let mut chapter = 0;
    for i in 0..drafts.len() {
        let after = drafts.get(i + 1);
        let opened = chapter_number(&drafts[i], after, chapter, content);
        chapter = opened.unwrap_or(chapter);
        if let Some(level) = heading_level(&drafts[i], after, content).or(opened.map(|_| 1)) {
            drafts[i].zone = Zone::Heading;
            drafts[i].level = level;
        }
    }
}

/// The number of the chapter that `draft` opens, "3 Learning": its own paragraphs follow, "3.1", or it is the next after `last`.
fn chapter_number(draft: &Draft, next: Option<&Draft>, last: u32, content: &str) -> Option<u32> {
    const MOST_WORDS: usize = 10;
    let text = draft.first(content);
    let plain = draft.cell.is_none() && draft.zone == Zone::Paragraph && draft.segments.len() == 1 && draft.gap;
    let printed = number::printed(text).filter(|printed| plain && printed.bare)?;
    let title = &text[printed.len..];
    let own = next.and_then(|next| number::printed(next.first(content)));
    let first = own.is_some_and(|own| own.number.strip_prefix(&printed.number) == Some(".1"));
    let count = printed.number.parse::<u32>().ok()?;
    let following = last > 0 && count == last + 1 && next.is_some_and(|next| next.gap || next.cell.is_some());
    let short = title.split_whitespace().count() <= MOST_WORDS && text.len() <= LONGEST_PLAIN && is_title(title);
    (short && (first || following)).then_some(count)
}

/// The level of the heading that `draft` is, or `None` when it is none.
fn heading_level(draft: &Draft, next: Option<&Draft>, content: &str) -> Option<u8> {
    if draft.cell.is_some() || draft.zone != Zone::Paragraph || draft.segments.len() > 3 {
        return None;
    }
    let text = joined(draft, content);
    let text = text.trim_matches(['*', '_']);
    if text.len() > LONGEST_NUMBERED || text.contains("http") || text.contains("www.") {
        return None;
    }
    if let Some(head) = label::label_head(text) {
        let title = &text[head.len..];
        return (title.is_empty() || is_title(title) && !undertaking::asks(title)).then_some(2);
    }
    match number::printed(text) {
        Some(printed) => numbered_level(&printed, &text[printed.len..], next.map(|n| n.first(content))),
        None => (is_known_title(text) || is_plain_heading(draft, text, next, content)).then_some(2),
    }
}

fn joined(draft: &Draft, content: &str) -> String {
    let words = draft.segments.iter().map(|s| &content[s.range()]).collect::<Vec<_>>().join(" ");
    match &draft.label {
        Some(label) => format!("{label}\t{words}"),
        None => words,
    }
}

/// A title has no full stop; a question may be one.
fn is_title(text: &str) -> bool {
    !line::ends_sentence(text) || (text.ends_with('?') && text.len() <= LONGEST_PLAIN + 30)
}

fn numbered_level(printed: &number::Printed, title: &str, next: Option<&str>) -> Option<u8> {
    let depth = printed.number.split('.').count();
    // "The gap was known (see 4.2)" is a sentence that lost its stop.
    let sentence = title.contains(". ") || (title.ends_with(')') && title.split_whitespace().count() > 8);
    if sentence
        || !is_title(title)
        || (title.len() > 100 && !looks_titled(title))
        || label::label_head(title).is_some_and(|h| line::ends_sentence(&title[h.len..]))
    {
        return None;
    }
    // "1. Chair to circulate / 2. GP to write" are items, not headings; under "7. Recommendations" they count from 1 again.
    let count = |number: &str| number.parse::<u32>().unwrap_or(0);
    let sibling = next
        .and_then(number::printed)
        .is_some_and(|n| depth == 1 && !n.number.contains('.') && n.bare == printed.bare && count(&n.number) > count(&printed.number));
    let short = depth > 1 || (title.split_whitespace().count() <= 10 && !sibling && !printed.bare);
    (short || (depth == 1 && printed.bare && looks_titled(title) && title.len() <= LONGEST_PLAIN && !sibling)).then_some(depth.min(6) as u8)
}

fn is_plain_heading(draft: &Draft, text: &str, next: Option<&Draft>, content: &str) -> bool {
    let spaced = line::is_spaced(text);
    let words = if spaced {
        text.split("  ").count()
    } else {
        text.split_whitespace().count()
    };
    let shaped = text.len() <= LONGEST_PLAIN && words <= 12 && text.starts_with(char::is_uppercase) && is_title(text);
    if !shaped || !draft.gap || line::opens_part(text) || text.contains(['@', '\t', '|']) || text.ends_with([',', '-']) {
        return false;
    }
    let shouted = !text.bytes().any(|b| b.is_ascii_lowercase()) && words >= 1 && text.len() > 3;
    // A short line right above a paragraph that is one long line is its title.
    let above = |n: &Draft| text.len() <= SHORT_TITLE && !text.ends_with([':', ';']) && n.first(content).len() >= LONG_PARAGRAPH;
    let alone = next.is_none_or(|n| {
        n.gap || line::bullet_len(n.first(content)) > 0 || number::printed(n.first(content)).is_some() || n.cell.is_some() || above(n)
    });
    let names = text.contains(',') && !looks_titled(text);
    // "(a) The referral" opens an item and goes on with nothing.
    let goes_on = |n: &Draft| line::goes_on(n.first(content)) && line::bullet_len(n.first(content)) == 0;
    next.is_some_and(|n| !goes_on(n)) && !names && (shouted || (alone && (looks_titled(text) || words <= 7)))
}

/// Titles of minutes, which stand close above their lines.
fn is_known_title(text: &str) -> bool {
    let bare = text.trim_end_matches(':').to_ascii_lowercase();
    matches!(
        bare.as_str(),
        "present"
            | "apologies"
            | "in attendance"
            | "attendance"
            | "attendees"
            | "distribution"
            | "distribution list"
            | "circulation"
            | "agenda"
            | "actions"
            | "action points"
            | "discussion"
            | "those present"
            | "apologies for absence"
            | "invited but did not attend"
            | "confidentiality"
            | "confidentiality statement"
            | "any other business"
            | "matters arising"
            | "decision"
            | "next steps"
            | "recommendations"
    )
}

/// Marks the lines of the contents page: from its title as long as lines look like entries.
pub(super) fn mark_contents(drafts: &mut [Draft], content: &str) {
    let Some(title) = drafts.iter().position(|d| is_contents_title(d.first(content))) else {
        return;
    };
    let opening = drafts.get(title + 1).map(|d| entry_key(d.first(content)));
    let mut at = title + 1;
    while at < drafts.len() && is_entry(drafts, at, content) {
        let repeats_first = at > title + 1
            && opening
                .as_ref()
                .is_some_and(|o| !o.is_empty() && *o == entry_key(drafts[at].first(content)));
        if repeats_first {
            break;
        }
        at += 1;
    }
    if at > title + 2 {
        for draft in &mut drafts[title + 1..at] {
            (draft.zone, draft.level, draft.cell) = (Zone::Contents, 0, None);
        }
    }
}

fn is_contents_title(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    matches!(
        bare.as_str(),
        "contents" | "index" | "table of contents" | "contents page" | "list of contents"
    )
}

fn is_entry(drafts: &[Draft], at: usize, content: &str) -> bool {
    let text = drafts[at].first(content);
    let next = drafts.get(at + 1).map_or("", |d| d.first(content));
    let titled = number::printed(text).is_some() || label::label_head(text).is_some();
    // Its leaders may be longer than its words.
    entry_key(text).len() <= LONGEST_ENTRY
        && !text.ends_with('.')
        && (ends_in_page(text) || line::is_page_number(text) || line::is_page_number(next) || titled)
}

/// "Findings ........ 13", "Findings 13".
fn ends_in_page(text: &str) -> bool {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && text[..text.len() - digits].ends_with([' ', '.', '\t', '\u{2026}'])
}

/// An entry's words without leaders and page, to see whether it comes again as a heading.
fn entry_key(text: &str) -> String {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\t' | '\u{2026}'))
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Zone};
    use crate::input;
    use crate::text::Lexicon;

    #[test]
    fn leaders_may_be_as_long_as_a_page_is_wide() {
        let leaders = ".".repeat(240);
        let text = format!(
            "Contents\n\n1. Background{leaders}3\n\nFinding One{leaders}13\n\nFinding Two{leaders}19\n\n1. Background\n\nThe board met.\n"
        );
        let read = input::read("review.txt", text.as_bytes()).unwrap();
        let document = Document::parse(&read, &Lexicon::default());
        let contents = document.blocks.iter().filter(|block| block.zone == Zone::Contents).count();
        assert_eq!(contents, 3);
    }
}
