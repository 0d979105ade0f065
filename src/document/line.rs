//! A `Line` is one printed line of a plain text, with what its shape alone tells.

use super::label;
use super::number;
use super::part;
use crate::text::Span;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Without the blanks around it; leading tabs stay, they are empty cells.
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// Bytes of the blanks before it.
    pub(super) indent: usize,
    /// Whether a blank line or a page break stands before it.
    pub(super) gap: bool,
    /// Whether a page begins with it.
    pub(super) page: bool,
    /// Whether tabs close it: empty cells at the end of a row.
    pub(super) trails: bool,
}

/// The lines of `content` that are not blank.
pub(super) fn lines(content: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut gap = true;
    let mut page = false;
    let mut start = 0;
    for end in memchr::memchr2_iter(b'\n', 0x0c, content.as_bytes()).chain(std::iter::once(content.len())) {
        let raw = &content[start..end];
        let kept = raw.trim_end().trim_start_matches([' ', '\r', '\u{a0}', '\u{feff}']);
        if kept.trim().is_empty() {
            gap = true;
        } else {
            let at = start + (kept.as_ptr() as usize - raw.as_ptr() as usize);
            found.push(Line {
                span: Span::at(at, at + kept.len()),
                text: kept,
                indent: at - start,
                gap,
                page,
                trails: raw
                    .as_bytes()
                    .get(at - start + kept.len()..)
                    .is_some_and(|rest| rest.contains(&b'\t')),
            });
            (gap, page) = (false, false);
        }
        if content.as_bytes().get(end) == Some(&0x0c) {
            (gap, page) = (true, true);
        }
        start = end + 1;
    }
    found
}

/// Whether the letters of a line are set apart for show: "F I N D I N G   T W O".
pub(super) fn is_spaced(text: &str) -> bool {
    const FEWEST: usize = 4;
    let mut words = text.split(' ').filter(|word| !word.is_empty()).take(2 * FEWEST);
    words.clone().count() >= FEWEST && words.all(|word| word.chars().count() == 1)
}

/// Bytes of the bullet sign and the blanks after it; 0 when the line opens with none.
pub(super) fn bullet_len(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let sign = match first {
        '-' | '*' | '+' | '\u{2022}' | '\u{25cf}' | '\u{25cb}' | '\u{25aa}' | '\u{25a0}' | '\u{25e6}' | '\u{2013}' | '\u{2014}'
        | '\u{2610}' | '\u{2611}' | '\u{2612}' | '\u{b7}' | '\u{27a2}' | '\u{2713}' | '\u{2714}' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}'
        | '\u{2023}' | '\u{2043}' => first.len_utf8(),
        'o' => 1,
        '(' => return bracketed_letter(text),
        c if c.is_ascii_alphanumeric() => return plain_letter(text),
        _ => return 0,
    };
    blanks_after(text, sign)
}

/// "(a) ", "(iv) ", "(3) ".
fn bracketed_letter(text: &str) -> usize {
    let inner = text[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    if (1..=4).contains(&inner) && text.as_bytes().get(1 + inner) == Some(&b')') && is_item_mark(&text[1..=inner]) {
        blanks_after(text, inner + 2)
    } else {
        0
    }
}

/// "a) ", "iv. ", "b. "; digits are printed numbers, not bullets.
fn plain_letter(text: &str) -> usize {
    let inner = text.bytes().take_while(u8::is_ascii_lowercase).count();
    if (1..=4).contains(&inner) && matches!(text.as_bytes().get(inner), Some(b')' | b'.')) && is_item_mark(&text[..inner]) {
        blanks_after(text, inner + 1)
    } else {
        0
    }
}

fn is_item_mark(mark: &str) -> bool {
    mark.len() == 1 || mark.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) || mark.bytes().all(|b| b.is_ascii_digit())
}

fn blanks_after(text: &str, sign: usize) -> usize {
    let rest = &text[sign..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}']).len();
    if blanks == 0 || rest.trim().is_empty() { 0 } else { sign + blanks }
}

/// Whether a block must begin with this line, whatever stands before it.
pub(super) fn opens_block(text: &str) -> bool {
    opens_marked(text) || opens_part(text)
}

/// Whether the line opens with a bullet, a number or a label that no wrapped sentence would put there.
pub(super) fn opens_marked(text: &str) -> bool {
    let labelled = label::label_head(text).is_some() || part::opening(text.trim_start_matches(['*', '_'])).is_some();
    bullet_len(text) > 0
        || number::printed(text).is_some_and(|p| !p.bare)
        || is_number_alone(text)
        || labelled
        || is_glossary_line(text)
        || is_item_code(text)
}

/// "AP3 HV to \u{2026}", "A12: \u{2026}", "R1.2 \u{2026}": a short code that opens an item.
fn is_item_code(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &text[letters..];
    let digits = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let code = matches!(&text[..letters], "AP" | "A" | "R" | "LP" | "ACTION");
    code && (1..=4).contains(&digits) && rest[digits..].starts_with([' ', ':', '\t', ')']) && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// "GSCB - Gloucestershire Safeguarding Children Board": a term in capitals and a dash.
fn is_glossary_line(text: &str) -> bool {
    let term = text.bytes().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let rest = text[term..].trim_start();
    (2..=8).contains(&term)
        && rest.starts_with(['-', '\u{2013}', '\u{2014}', '='])
        && rest
            .trim_start_matches(['-', '\u{2013}', '\u{2014}', '=', ' '])
            .starts_with(char::is_uppercase)
}

/// A line that holds only a paragraph number, its paragraph standing on the next line.
pub(super) fn is_number_alone(text: &str) -> bool {
    text.contains('.')
        && text.len() <= 16
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && text.starts_with(|c: char| c.is_ascii_digit())
}

/// Nouns that a number follows in running text.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "paragraph", "paragraphs", "para", "paras", "para.", "paras.", "section", "sections", "page", "pages", "recommendation", "recommendations",
    "finding", "findings", "action", "actions", "appendix", "table", "figure", "theme",
];

/// Whether a sentence breaks off before a number, or inside one: "as set out in paragraph", "see paragraph 7.".
pub(super) fn awaits_number(text: &str) -> bool {
    let mut words = text.trim_end().rsplit(' ');
    let is_label = |word: Option<&str>| {
        word.is_some_and(|word| {
            let word = word.trim_start_matches(['(', '"', '\'', '[']);
            NUMBERED.iter().any(|label| label.eq_ignore_ascii_case(word))
        })
    };
    let last = words.next().unwrap_or("");
    let cut =
        last.ends_with('.') && last.starts_with(|c: char| c.is_ascii_digit()) && last.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    // A line that is no more than a label stands over a number of its own.
    if cut {
        is_label(words.next())
    } else {
        is_label(Some(last)) && (last.starts_with(['(', '[']) || words.nth(2).is_some())
    }
}

/// Whether `above`, "2. The findings", heads the paragraph that `below` opens, "2.1 The group met", or stands before its next of
/// kin: the number below is of its own then, and ends no sentence.
pub(super) fn is_parent(above: &str, below: &str) -> bool {
    let (Some(above), Some(below)) = (number::printed(above), number::printed(below)) else {
        return false;
    };
    let (stem, last) = below.number.rsplit_once('.').unwrap_or(("", &below.number));
    stem == above.number && last == "1"
}

/// A line of a form: a few capitalised words and a colon ("Response: Completed", "Date of next meeting: …").
pub(super) fn opens_part(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '_']);
    let Some(colon) = text.as_bytes().iter().take(48).position(|&b| b == b':') else {
        return false;
    };
    let label = &text[..colon];
    let sentence = ["The ", "This ", "It ", "He ", "She ", "They ", "There ", "These ", "In ", "As "]
        .iter()
        .any(|w| label.starts_with(w));
    // A colon at the end of a line announces what follows, unless its word is one that labels parts of actions.
    let announces = text[colon + 1..].trim_matches(['*', '_', ' ']).is_empty() && part::role(label).is_none();
    text.starts_with(|c: char| c.is_uppercase())
        && !sentence
        && !announces
        && label.split_whitespace().count() <= 6
        && !label.contains(['.', ',', ';'])
}

/// "Page 7", "Page 7 of 31", "7", "- 7 -", "7 | Page".
pub(super) fn is_page_number(text: &str) -> bool {
    if text.len() > 24 {
        return false;
    }
    let mut numbers = 0;
    let words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | '-' | '\u{2013}' | '/'))
        .filter(|w| !w.is_empty());
    for word in words {
        if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if !matches!(word.to_ascii_lowercase().as_str(), "page" | "of" | "p" | "a" | "g" | "e" | "pg") {
            return false;
        }
    }
    (1..=2).contains(&numbers)
}

/// Whether two lines open with dates in figures that are set the same way, "03/04/2018  Manager \u{2026}", "12.06.18: Mother \u{2026}".
pub(super) fn are_dated(one: &str, other: &str) -> bool {
    dated(one).is_some_and(|set| dated(other) == Some(set))
}

/// What follows the figures of the date that `text` opens with: a blank, two, a tab or a colon. Figures that a slip made
/// no date of are as welcome.
fn dated(text: &str) -> Option<&str> {
    let figures = text.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/')).count();
    let date = &text[..figures];
    let marks = date.bytes().filter(|b| !b.is_ascii_digit()).count();
    let digits = figures - marks;
    let rest = &text[figures..];
    let sign = ["  ", "\t", ": ", " - ", " \u{2013} "]
        .into_iter()
        .find(|sign| rest.starts_with(sign))?;
    let shaped = date.starts_with(|c: char| c.is_ascii_digit()) && !date.ends_with(['.', '/']);
    (shaped && (4..=8).contains(&digits) && (1..=3).contains(&marks)).then_some(sign)
}

/// Whether a line opens with a number word that ends with it, or goes on in a list or bracket: "Two and Three)."
pub(super) fn opens_with_number_word(text: &str) -> bool {
    let number = number::after_label(text).filter(|_| text.starts_with(char::is_uppercase));
    number.is_some_and(|(_, len)| {
        let rest = &text[len..];
        rest.is_empty() || rest.starts_with([')', ']', ',', ';']) || rest.starts_with(" and ") || rest.starts_with(" to ")
    })
}

/// Whether `line` is the end of the sentence that `previous` breaks off, though it holds a label alone: "… Meets" and "Need 6."
pub(super) fn ends_with_label(previous: &Line<'_>, line: &Line<'_>) -> bool {
    const SHORTEST: usize = 40;
    let label = label::label_head(line.text).filter(|head| line.text[head.label_len..].trim_end() == ".");
    label.is_some() && previous.text.len() >= SHORTEST && previous.text.ends_with(char::is_alphabetic)
}

/// Whether a hyphen cuts a word in capitals at the end of `previous`: "EN-", "SURE".
pub(super) fn is_cut(previous: &Line<'_>, line: &Line<'_>) -> bool {
    let head = previous.text.strip_suffix(['-', '\u{2010}', '\u{ad}']);
    head.is_some_and(|head| head.ends_with(char::is_uppercase)) && line.text.starts_with(char::is_uppercase)
}

/// Whether a paragraph that ends so is complete.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text
        .trim_end()
        .trim_end_matches(['*', '_', '"', '\'', '\u{201d}', '\u{2019}', ')', ']', '>']);
    let bare = bare.trim_end_matches(|c: char| matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}'));
    bare.ends_with(['.', '?', '!', ':', ';', '\u{2026}'])
}

/// Whether a line goes on with a sentence begun before: it opens with a small letter.
pub(super) fn goes_on(text: &str) -> bool {
    text.trim_start_matches(['*', '_', '"', '\'', '\u{201c}', '\u{2018}', '(', '\t'])
        .starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for yes in ["Page 7", "Page 7 of 31", "12", "- 12 -", "7 | P a g e"] {
            assert!(is_page_number(yes), "{yes}");
        }
        for no in ["Page 7 shows", "2019", "7.1", "Page", "Seven"] {
            assert!(!is_page_number(no), "{no}");
        }
        for (text, len) in [
            ("- one", 2),
            ("\u{2022} one", 4),
            ("\u{2610} one", 4),
            ("(a) one", 4),
            ("iv. one", 4),
            ("o one", 2),
            ("one", 0),
            ("e.g. one", 0),
            ("(see 4) x", 0),
            ("a one", 0),
        ] {
            assert_eq!(bullet_len(text), len, "{text}");
        }
        assert!(
            opens_part("**Outstanding:** A review") && opens_part("Response: Completed") && !opens_part("The minutes say this: he left")
        );
        assert!(ends_sentence("end.*") && ends_sentence("end\u{201d}.\u{b9}") && !ends_sentence("in the best"));
    }

    #[test]
    fn dates_set_alike_open_lines_of_a_list() {
        assert!(are_dated("03/04/2018  Home care: note", "17/04/2018  Meeting"));
        assert!(are_dated("12.06.18: Mother asks", "3107.18: Brought to hospital"));
        assert!(!are_dated("12.06.18: Mother asks", "13.06.18 and was seen"));
        assert!(!are_dated("12.06.18: Mother asks", "4.12: as above"));
    }

    #[test]
    fn gaps_and_pages() {
        let found = lines("a\n\n b\n\tc\x0cd\n");
        let seen: Vec<_> = found.iter().map(|l| (l.text, l.gap, l.page)).collect();
        assert_eq!(
            seen,
            [("a", true, false), ("b", true, false), ("\tc", false, false), ("d", true, true)]
        );
    }
}
