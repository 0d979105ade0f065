//! Repair undoes what pages did to a text: footnotes come out of the flow, and a paragraph that a page cut in two
//! becomes one again.

use super::Zone;
use super::draft::Draft;
use super::line;

/// A paragraph shorter than this, cut without a sign of a page, is more likely a heading.
const SHORTEST_CUT: usize = 60;

/// Repairs `drafts` of a plain text.
pub(super) fn repair(drafts: Vec<Draft>, content: &str) -> Vec<Draft> {
    let mut healed: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut body: Option<usize> = None;
    let mut page_between = false;
    let mut last_note = 0;
    for draft in drafts {
        page_between |= draft.page;
        if let Some(number) = note_number(&draft, content, last_note) {
            last_note = number;
            page_between = true;
            healed.push(Draft {
                zone: Zone::Footnote,
                ..draft
            });
            continue;
        }
        if let Some(cut) = body.filter(|&b| goes_on(&healed[b], &draft, page_between, content)) {
            healed[cut].segments.extend(draft.segments);
        } else {
            body = Some(healed.len());
            healed.push(draft);
        }
        page_between = false;
    }
    healed
}

/// Whether `next` is the rest of `cut`.
fn goes_on(cut: &Draft, next: &Draft, page_between: bool, content: &str) -> bool {
    let (before, after) = (cut.last(content), next.first(content));
    let number = after.starts_with(|c: char| c.is_ascii_digit()) && line::awaits_number(before);
    if number && page_between && cut.cell.is_none() && next.cell.is_none() {
        return true;
    }
    let same_cell = match (cut.cell, next.cell) {
        (None, None) => next.zone == Zone::Paragraph,
        (Some(_), None) => page_between && line::goes_on(after),
        _ => false,
    };
    if !same_cell || line::ends_sentence(before) || line::opens_block(after) {
        return false;
    }
    let whole_len: u32 = cut.segments.iter().map(|s| s.len()).sum();
    let long = whole_len as usize >= SHORTEST_CUT;
    line::goes_on(after) && (page_between || long || ends_open(before)) || page_between && long && !looks_titled(before)
}

/// Ends in a comma, a hyphen, or a small word that no heading ends in.
fn ends_open(text: &str) -> bool {
    let last = text.trim_end_matches('*').rsplit(' ').next().unwrap_or("").to_ascii_lowercase();
    text.ends_with([',', '-'])
        || matches!(
            last.as_str(),
            "the"
                | "a"
                | "an"
                | "of"
                | "and"
                | "or"
                | "to"
                | "in"
                | "by"
                | "for"
                | "with"
                | "that"
                | "was"
                | "is"
                | "were"
                | "if"
                | "as"
                | "his"
                | "her"
        )
}

/// Whether most long words of a line begin with a capital, as in a title.
pub(super) fn looks_titled(text: &str) -> bool {
    let long_words = text
        .split_whitespace()
        .filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic));
    let (titled, all) = long_words.fold((0, 0), |(t, n), w| (t + usize::from(w.starts_with(char::is_uppercase)), n + 1));
    titled * 3 > all * 2
}

/// The number of a footnote's text: after a superscript mark, or a plain number before an address, or the number that
/// comes next before the name of a source.
fn note_number(draft: &Draft, content: &str, last: u32) -> Option<u32> {
    let text = draft.first(content);
    if draft.cell.is_some() {
        return None;
    }
    let superscript: String = text.chars().map_while(superscript_digit).collect();
    if !superscript.is_empty() {
        return superscript.parse().ok();
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) || text.as_bytes().get(digits) == Some(&b'.') {
        return None;
    }
    let number: u32 = text[..digits].parse().ok()?;
    let rest = text[digits..].trim_start().trim_start_matches(['[', '<', '(']);
    let address = rest.starts_with("http") || rest.starts_with("www.");
    let source = [
        "See ",
        "Ibid",
        "ibid",
        "Op cit",
        "HM Government",
        "Department for ",
        "Department of ",
        "Home Office",
        "Ofsted",
        "NSPCC",
    ]
    .iter()
    .any(|s| rest.starts_with(s));
    (address || (source && number == last + 1)).then_some(number)
}

pub(super) fn superscript_digit(c: char) -> Option<char> {
    let digit = match c {
        '\u{b9}' => 1,
        '\u{b2}' => 2,
        '\u{b3}' => 3,
        '\u{2070}' => 0,
        '\u{2074}'..='\u{2079}' => c as u32 - 0x2070,
        _ => return None,
    };
    char::from_digit(digit, 10)
}
