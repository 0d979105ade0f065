//! Columns are how a plain text sets a table: tabs, bars or wide gaps between the cells of a line.

use super::line::{self, Line};
use crate::text::Span;

/// The gap between cells that are set by blanks.
pub(super) const BLANKS: &str = "   ";

/// The columns of a line: cut at tabs, at bars, or at gaps of three blanks or more; `None` for a line without columns.
/// A row of dashes under a table's head gives an empty list of columns.
pub(super) fn cells(line: &Line<'_>, in_cell: bool) -> Option<Vec<Span>> {
    if line::bullet_len(line.text) > 0 && !line.text.starts_with('\t') && !in_cell {
        return None;
    }
    let cut = if memchr::memchr(b'\t', line.text.as_bytes()).is_some() {
        cut_at(line, "\t")
    } else if line.text.starts_with('|') || bars(line.text) >= 2 {
        cut_at(&without_outer_bars(line), "|")
    } else if memchr::memmem::find(line.text.as_bytes(), b"   ").is_some() && !line::is_spaced(line.text) {
        cut_at_gaps(line)
    } else {
        return None;
    };
    (cut.len() > 1).then(|| if is_rule(line.text) { Vec::new() } else { cut })
}

/// Whether a line's first cell opens a row: a number, a date, a code.
pub(super) fn is_row_mark(line: &Line<'_>) -> bool {
    line.text.starts_with(|c: char| c.is_ascii_digit())
        || line
            .text
            .split(['\t', '|'])
            .next()
            .is_some_and(|c| c.len() <= 6 && c.contains(|d: char| d.is_ascii_digit()))
}

/// The bars of a line that has cells between bars, some perhaps empty.
fn bars(text: &str) -> usize {
    memchr::memmem::find_iter(text.as_bytes(), b" |").count()
}

fn is_rule(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'=' | b'+'))
}

/// Whether a cell holds only a printed number: "7.1.25", "4.", "12)".
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b')'))
}

/// Whether the numbers that open lines of two columns count paragraphs ("7.1.24", "7.1.25") and are no dates
/// ("5.1.15", "7.1.15"): from line to line paragraphs step by one in the last place, dates keep the year there.
/// `gap` is what stands between the number and the text: a tab, or blanks.
pub(super) fn numbers_paragraphs(lines: &[Line<'_>], gap: &str) -> bool {
    let numbers = lines
        .iter()
        .filter_map(|l| l.text.split_once(gap))
        .map(|(first, _)| first.trim())
        .filter(|first| is_number(first));
    let parts: Vec<Vec<u32>> = numbers
        .map(|n| n.trim_end_matches(['.', ')']).split('.').filter_map(|p| p.parse().ok()).collect())
        .collect();
    let (mut steps, mut others) = (0, 0);
    for pair in parts.windows(2) {
        let (Some((&a, head_a)), Some((&b, head_b))) = (pair[0].split_last(), pair[1].split_last()) else {
            continue;
        };
        if (head_a == head_b && b == a + 1) || head_a.len() != head_b.len() {
            steps += 1;
        } else {
            others += 1;
        }
    }
    steps > others
}

fn without_outer_bars<'t>(line: &Line<'t>) -> Line<'t> {
    let inner = line.text.trim_start_matches('|');
    let lead = line.text.len() - inner.len();
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let start = line.span.start as usize + lead;
    Line {
        span: Span::at(start, start + inner.len()),
        text: inner,
        ..*line
    }
}

/// The columns of a line set by blanks. After a reference ("A10  Bedding delivered   Fire Service") two will do.
fn cut_at_gaps(line: &Line<'_>) -> Vec<Span> {
    const REFERENCE: usize = 4;
    let mut cut = cut_at(line, "   ");
    let first = cut[0];
    let text = &line.text[..first.len() as usize];
    if let Some((short, rest)) = text.split_once("  ")
        && short.len() <= REFERENCE
        && short.chars().all(char::is_alphanumeric)
    {
        let rest = rest.trim_start();
        let at = first.end - rest.len() as u32;
        cut.splice(
            ..1,
            [Span::new(first.start, first.start + short.len() as u32), Span::new(at, first.end)],
        );
    }
    cut
}

/// Where each of `cells` begins in its printed line, blanks counted; nothing for a line set by tabs or bars.
pub(super) fn starts(line: &Line<'_>, cells: &[Span]) -> Vec<usize> {
    if line.text.contains(['\t', '|']) {
        return Vec::new();
    }
    cells.iter().map(|c| line.indent + (c.start - line.span.start) as usize).collect()
}

/// The trimmed pieces of `line` between occurrences of `separator`; blanks beyond the separator's own are trimmed away.
fn cut_at(line: &Line<'_>, separator: &str) -> Vec<Span> {
    let by_blanks = separator.starts_with(' ');
    let mut pieces = Vec::new();
    for piece in line.text.split(separator) {
        let trimmed = piece.trim();
        if by_blanks && trimmed.is_empty() {
            continue;
        }
        let at = line.span.start as usize + (trimmed.as_ptr() as usize - line.text.as_ptr() as usize);
        pieces.push(Span::at(at, at + trimmed.len()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Option<Vec<&str>> {
        let line = Line {
            span: Span::at(0, text.len()),
            text,
            indent: 0,
            gap: true,
            page: false,
            trails: false,
        };
        cells(&line, false).map(|spans| spans.into_iter().map(|s| &text[s.range()]).collect())
    }

    #[test]
    fn lines_with_columns() {
        assert_eq!(cut("5.1.15\tSeen at home"), Some(vec!["5.1.15", "Seen at home"]));
        assert_eq!(cut("\tand again"), Some(vec!["", "and again"]));
        assert_eq!(cut("| HV | visit | May |"), Some(vec!["HV", "visit", "May"]));
        assert_eq!(cut("HV     visit       May"), Some(vec!["HV", "visit", "May"]));
        assert_eq!(cut("27.2.23 | Not brought. |"), Some(vec!["27.2.23", "Not brought."]));
        assert_eq!(cut("|---|---|"), Some(vec![]));
        assert_eq!(cut("The visit was made."), None);
        assert_eq!(cut("- \u{2022} a bullet"), None);
    }

    #[test]
    fn numbers_that_step_count_paragraphs_and_dates_do_not() {
        let numbered = |text: &str| numbers_paragraphs(&line::lines(text), "\t");
        assert!(numbered("7.1.1\tOne\n7.1.2\tTwo\n7.1.3\tThree\n7.2.1\tFour\n"));
        assert!(numbers_paragraphs(
            &line::lines("4.1.1   One\n4.1.2   Two\n4.1.3   Three\n"),
            BLANKS
        ));
        assert!(!numbered("5.1.15\tSeen\n7.1.15\tSeen\n7.1.15\tNot seen\n12.2.15\tSeen\n"));
    }
}
