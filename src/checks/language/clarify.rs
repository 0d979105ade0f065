//! `clarify`: whether a vague word is made specific by what follows it: a number, a date, "namely …".

use super::gather::Gathered;
use super::passage::{Passage, head, words_back};
use crate::patterns::Cues;
use crate::text::Span;

/// Bytes after the hit that may make it specific, in its sentence and at the start of the next.
const SAME: usize = 240;
const NEXT: usize = 100;

/// Whether what follows the hit makes it specific.
pub(super) fn is_clarified(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let same = Span::at(
        passage.hit.end as usize,
        passage.hit.end as usize + head(passage.after(), SAME).len(),
    );
    says(same, passage, gathered, cues) || next(passage).is_some_and(|next| says(next, passage, gathered, cues))
}

/// The start of the sentence after the hit's, in the same block.
fn next(passage: &Passage<'_>) -> Option<Span> {
    let next = passage.document.sentences.get(passage.index? + 1)?;
    let start = next.span.start as usize;
    (next.block == passage.block).then(|| Span::at(start, start + head(passage.slice(next.span), NEXT).len()))
}

fn says(stretch: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let cue = gathered.after(cues.clarify, stretch.start);
    cue.is_some_and(|cue| cue.end <= stretch.end) || has_figure(passage.slice(stretch))
}

/// Whether `said` has a number that counts or dates something: not a label ("paragraph 7.1", "Child 2"), not a note mark.
fn has_figure(said: &str) -> bool {
    let bytes = said.as_bytes();
    let mut at = 0;
    while let Some(found) = said[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let rest = &said[start..];
        let length = rest
            .bytes()
            .take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/' | b':'))
            .count();
        let stuck = start > 0 && (bytes[start - 1].is_ascii_alphanumeric() || bytes[start - 1] >= 0x80);
        if !stuck && start > 0 && !is_label(&said[..start]) && !is_outline(rest[..length].trim_end_matches(['.', ':'])) {
            return true;
        }
        at = start + length;
    }
    false
}

/// Whether the word before a number makes it a name: "paragraph", "Child", "Act".
fn is_label(before: &str) -> bool {
    const LABELS: [&str; 26] = [
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "section",
        "sections",
        "finding",
        "findings",
        "action",
        "actions",
        "recommendation",
        "recommendations",
        "appendix",
        "page",
        "table",
        "figure",
        "stage",
        "tier",
        "level",
        "part",
        "chapter",
        "step",
        "phase",
        "theme",
        "version",
        "no",
    ];
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if !before.ends_with(' ') {
        return false;
    }
    let Some(word) = words_back(before).next() else { return false };
    let is = |list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let named = before.len() > word.len() + 2 && word.starts_with(|c: char| c.is_uppercase());
    is(&LABELS) || named && !is(&MONTHS)
}

/// Whether `number` is a place in an outline ("7.1.25") and no date.
fn is_outline(number: &str) -> bool {
    let parts: Vec<&str> = number.splitn(4, '.').collect();
    let [day, month, year] = parts[..] else { return parts.len() > 3 };
    let within = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    !(within(day, 31) && within(month, 12) && matches!(year.len(), 2 | 4))
}

#[cfg(test)]
mod tests {
    use super::has_figure;

    #[test]
    fn a_figure_counts_or_dates() {
        for (said, figure) in [
            (" visits (every 10 working days).", true),
            (" visits by 12.3.19.", true),
            (" visits from 5th March 2019", true),
            (" visits as paragraph 7.1.25 says.", false),
            (" visits, see 7.1.253.", false),
            (" visits to Child 2.", false),
            (" visits12 to her.", false),
            (" by the Children Act 1989.", false),
            (" at 3pm", true),
        ] {
            assert_eq!(has_figure(said), figure, "{said}");
        }
    }
}
