//! Repair undoes what pages did to a text: running headers, page numbers and footnotes come out of the flow, and a
//! paragraph that a page cut in two becomes one again.

use std::collections::HashMap;

use super::Zone;
use super::draft::Draft;
use super::line;

/// A line repeated fewer times than this is no running header.
const FEWEST_RUNNING: usize = 3;

/// A running header or footer is shorter than this.
const LONGEST_RUNNING: usize = 100;

/// A paragraph shorter than this, cut without a sign of a page, is more likely a heading.
const SHORTEST_CUT: usize = 60;

/// Repairs `drafts` of a plain text.
pub(super) fn repair(drafts: Vec<Draft>, content: &str) -> Vec<Draft> {
    let running = running_lines(&drafts, content);
    let mut healed: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut body: Option<usize> = None;
    let mut page_between = false;
    let mut last_note = 0;
    for draft in drafts {
        let text = draft.first(content);
        if draft.cell.is_none() && (line::is_page_number(text) || running.contains_key(&running_key(text))) {
            page_between = true;
            continue;
        }
        if let Some(number) = note_number(&draft, content, last_note) {
            last_note = number;
            page_between = true;
            healed.push(Draft { zone: Zone::Footnote, ..draft });
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
    text.ends_with([',', '-']) || matches!(last.as_str(), "the" | "a" | "an" | "of" | "and" | "or" | "to" | "in" | "by" | "for" | "with" | "that" | "was" | "is" | "were" | "if" | "as" | "his" | "her")
}

/// Whether most long words of a line begin with a capital, as in a title.
pub(super) fn looks_titled(text: &str) -> bool {
    let long_words = text.split_whitespace().filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic));
    let (titled, all) = long_words.fold((0, 0), |(t, n), w| (t + usize::from(w.starts_with(char::is_uppercase)), n + 1));
    titled * 3 > all * 2
}

/// Lines that stand again and again at page breaks: no sentence, no number, and at least once in the middle of one.
fn running_lines(drafts: &[Draft], content: &str) -> HashMap<String, usize> {
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    for (i, draft) in drafts.iter().enumerate() {
        let text = draft.first(content);
        if draft.cell.is_some() || draft.segments.len() > 1 || text.len() > LONGEST_RUNNING || line::ends_sentence(text) || line::opens_block(text) {
            continue;
        }
        let entry = seen.entry(running_key(text)).or_default();
        entry.0 += 1;
        entry.1 += usize::from(interrupts(drafts, i, content));
    }
    seen.into_iter().filter(|(_, (times, breaks))| *times >= FEWEST_RUNNING && breaks * 2 >= *times).map(|(key, (times, _))| (key, times)).collect()
}

/// The line without its page number, for comparison.
fn running_key(text: &str) -> String {
    text.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '|' | '-' | '\u{2013}')).to_lowercase()
}

/// Whether draft `i` stands at a page's edge: beside a page number, or between the halves of a sentence.
fn interrupts(drafts: &[Draft], i: usize, content: &str) -> bool {
    let text = drafts[i].first(content);
    let previous = i.checked_sub(1).map(|p| drafts[p].last(content));
    let next = drafts.get(i + 1).map(|n| n.first(content));
    let beside_number = previous.is_some_and(line::is_page_number) || next.is_some_and(line::is_page_number);
    let page_inside = text.ends_with(|c: char| c.is_ascii_digit()) && text.to_ascii_lowercase().contains("page");
    let amid = previous.is_some_and(|p| !line::ends_sentence(p)) && next.is_some_and(line::goes_on);
    beside_number || page_inside || amid
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
    let source = ["See ", "Ibid", "ibid", "Op cit", "HM Government", "Department for ", "Department of ", "Home Office", "Ofsted", "NSPCC"].iter().any(|s| rest.starts_with(s));
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
