//! Running lines are what a page prints over and under its text: headers, footers, page numbers. They come out of
//! the flow before anything else is read; the text itself keeps them.

use std::collections::HashMap;

use super::line::{self, Line};

/// A line repeated fewer times than this is no running header.
const FEWEST: usize = 3;

/// A running header or footer is shorter than this, in bytes.
const LONGEST: usize = 100;

/// A page has more lines than this.
const SHORTEST_PAGE: usize = 3;

/// What was seen of one line and its copies.
#[derive(Default)]
struct Repeated {
    times: usize,
    /// How often it stood at the edge of a page.
    edges: usize,
    /// Where it stood last, and whether it ever stood close to itself.
    last: usize,
    close: bool,
}

/// `lines` without running lines; the line after one is marked as the first of a page.
pub(super) fn without_running(mut lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let repeated = repeated(&lines);
    let mut kept = 0;
    let (mut page, mut gap) = (false, false);
    for i in 0..lines.len() {
        let line = lines[i];
        let ends_page = lines.get(i + 1).is_some_and(|next| next.page);
        if is_lone_number(&line, ends_page) || repeated.contains_key(&key(line.text)) {
            (page, gap) = (true, gap || line.gap);
            continue;
        }
        lines[kept] = Line {
            page: line.page || page,
            gap: line.gap || gap,
            ..line
        };
        kept += 1;
        (page, gap) = (false, false);
    }
    lines.truncate(kept);
    lines
}

/// A page number with air before it, or the last line of its page; a number inside a list or a form is left alone.
fn is_lone_number(line: &Line<'_>, ends_page: bool) -> bool {
    (line.gap || ends_page) && line::is_page_number(line.text)
}

/// Lines that stand again and again at page edges: no sentence, no number, mostly beside a page number or between the
/// halves of a sentence.
fn repeated(lines: &[Line<'_>]) -> HashMap<String, usize> {
    let mut seen: HashMap<String, Repeated> = HashMap::new();
    for (i, line) in lines.iter().enumerate() {
        let text = line.text;
        if text.len() <= LONGEST && !text.contains('\t') && !line::ends_sentence(text) && line::bullet_len(text) == 0 && !is_entry(text) {
            let entry = seen.entry(key(text)).or_default();
            // Lines repeated close together are a list or a form, not pages.
            entry.close |= entry.times > 0 && i - entry.last < SHORTEST_PAGE;
            entry.times += 1;
            entry.edges += usize::from(at_page_edge(lines, i));
            entry.last = i;
        }
    }
    seen.into_iter()
        .filter(|(key, line)| !key.is_empty() && !line.close && line.times >= FEWEST && line.edges * 2 >= line.times)
        .map(|(key, line)| (key, line.times))
        .collect()
}

/// The line without its page number, for comparison.
fn key(text: &str) -> String {
    if text.len() > LONGEST {
        return String::new();
    }
    text.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '|' | '-' | '\u{2013}'))
        .to_lowercase()
}

/// Whether a line is one of a contents page, "Recommendations ..... 43": its title comes again over its section.
fn is_entry(text: &str) -> bool {
    let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = text.len() - title.len();
    let named = title.trim_end().to_ascii_lowercase();
    (1..=3).contains(&page) && title.ends_with([' ', '.', '\t', '\u{2026}']) && !named.ends_with("page") && !named.ends_with(['|', '-'])
}

fn at_page_edge(lines: &[Line<'_>], i: usize) -> bool {
    let text = lines[i].text;
    let previous = i.checked_sub(1).map(|p| lines[p].text);
    let next = lines.get(i + 1);
    let beside_number = previous.is_some_and(line::is_page_number) || next.is_some_and(|n| line::is_page_number(n.text));
    let numbered = text.ends_with(|c: char| c.is_ascii_digit()) && text.to_ascii_lowercase().contains("page");
    let amid = previous.is_some_and(|p| !line::ends_sentence(p)) && next.is_some_and(|n| line::goes_on(n.text));
    beside_number || numbered || amid || lines[i].page || next.is_some_and(|n| n.page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_page_numbers_come_out_of_a_sentence() {
        let page = |n: u32| format!("The mother was seen by the\n\nWren Review\n\nPage {n} of 9\n\nhealth visitor again.\n\n");
        let text: String = (1..=4).map(page).collect();
        let lines = line::lines(&text);
        let kept: Vec<&str> = without_running(lines).iter().map(|l| l.text).collect();
        assert_eq!(kept, ["The mother was seen by the", "health visitor again."].repeat(4));
    }

    #[test]
    fn repeated_questions_stay() {
        let text = "7.1.5 What happened in this case?\n\nA thing.\n\n".repeat(4);
        assert_eq!(without_running(line::lines(&text)).len(), 8);
        let text = "Response: Completed\n\nThe work is done.\n\n".repeat(4);
        assert_eq!(without_running(line::lines(&text)).len(), 8);
    }
}
