//! A part's label is the word before a colon, or a column's title, that says what a stretch of an action is:
//! "Response:", "By when", "Lead".

mod labels;

use super::dates::is_calendar_word;
use super::{Part, PartRole};
use crate::text::Span;
use labels::{LABELS, OTHERS, TITLES};

/// A label or a column's title is shorter than this, in bytes.
const LONGEST: usize = 48;

/// What a column's title says its cells hold. A title is longer than a label: "Agreed actions and target dates", "Named
/// lead". Its last words tell, unless it goes on after them ("Lead for this action").
pub(super) fn column(title: &str) -> Option<PartRole> {
    let bare = title
        .split_once(" i.e.")
        .or_else(|| title.split_once(" e.g."))
        .or_else(|| title.split_once('('))
        .map_or(title, |(name, _)| name)
        .trim();
    if OTHERS.contains(&bare) {
        return None;
    }
    let goes_on = |title: &str| {
        [" of ", " to ", " for ", " by ", " and ", " in ", "/"]
            .iter()
            .any(|joint| title.contains(joint))
    };
    let among = |lists: &[(PartRole, &[&str])], title: &str| lists.iter().find(|(_, words)| words.contains(&title)).map(|(role, _)| *role);
    let exact = |title: &str| among(LABELS, title).or_else(|| among(TITLES, title));
    let last = || {
        let ends = bare.match_indices(' ').map(|(at, _)| &bare[at + 1..]);
        ends.filter(|end| end.len() > 2).find_map(|end| among(LABELS, end))
    };
    let whole = role(title).filter(|_| exact(title.trim_end_matches(['?', ':', '.'])).is_some());
    whole
        .or_else(|| exact(bare.trim_end_matches(['?', ':', '.', ' '])))
        .or_else(|| if goes_on(bare) || bare.len() > LONGEST { None } else { last() })
        .or_else(|| role(bare))
        .or_else(|| bare.split_once('/').and_then(|(one, _)| exact(one.trim())))
        .or_else(|| bare.split_once(" and ").and_then(|(one, _)| exact(one.trim())))
        .or_else(|| dated(bare).and_then(exact))
        .or_else(|| asking(bare))
}

/// A title without the day that it is of: "position, march 2019", "status at 4 may".
fn dated(title: &str) -> Option<&str> {
    let joints = [", ", " at ", " as at ", " in ", " on ", " by ", " - ", " \u{2013} ", ": "];
    let cuts = joints.iter().flat_map(|joint| title.match_indices(joint));
    let mut cut = cuts.filter_map(|(at, joint)| {
        let rest = &title[at + joint.len()..];
        let day = rest
            .split(' ')
            .all(|word| word.bytes().all(|b| b.is_ascii_digit()) || is_calendar_word(word));
        day.then_some(title[..at].trim())
    });
    cut.next()
}

/// What a title that is a question, or half of one, asks: "How we shall know", "What is to be done", "Where it stands".
fn asking(title: &str) -> Option<PartRole> {
    let words: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let any = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let checks = &[
        "know",
        "known",
        "see",
        "seen",
        "check",
        "checked",
        "checking",
        "test",
        "tested",
        "measure",
        "measured",
        "monitored",
        "evidenced",
        "assured",
        "judged",
        "shown",
        "tell",
        "prove",
        "proved",
    ];
    let far = any(&["stand", "stands", "far", "got", "doing", "going"]);
    match *words.first()? {
        "how" if any(checks) => Some(PartRole::Check),
        // "We shall know by", "You will see it when".
        "we" | "you" | "the" if any(&["will", "shall"]) && any(&["know", "see", "tell", "judge", "measure"]) => Some(PartRole::Check),
        "where" if any(&["are", "is"]) && words.len() <= 5 => Some(PartRole::Response),
        "how" | "where" if far => Some(PartRole::Update),
        "what" if any(&["happened", "been", "became", "did"]) => Some(PartRole::Update),
        "what" if any(&["show", "tell", "look"]) => Some(PartRole::Check),
        "what" if any(&["do", "doing", "done", "happen", "change", "action"]) => Some(PartRole::Body),
        "who" | "whose" => Some(PartRole::Owner),
        "when" => Some(PartRole::Timescale),
        _ => None,
    }
}

/// What a label or a column's title says its words are; `None` for words that label nothing here.
pub(super) fn role(label: &str) -> Option<PartRole> {
    if label.len() > LONGEST {
        return None;
    }
    let label = label.trim().trim_end_matches([':', '?', '.', '-']).trim().to_lowercase();
    let exact = LABELS.iter().find(|(_, words)| words.contains(&label.as_str()));
    let short = label.split([' ', '/', '(']).count() <= 6;
    let leading = || {
        LABELS.iter().find(|(_, words)| {
            words
                .iter()
                .any(|w| (w.len() > 4 || *w == "lead") && label.strip_prefix(w).is_some_and(|rest| rest.starts_with([' ', '/', '('])))
        })
    };
    // "How we shall know: …" is asked before a colon as over a column.
    let shown = || asking(&label).filter(|role| *role == PartRole::Check);
    exact
        .or_else(|| if short { leading() } else { None })
        .map(|(role, _)| *role)
        .or_else(shown)
}

/// The part of a block that opens with a label and a colon or dash: its role and the byte where its words begin.
pub(super) fn opening(text: &str) -> Option<(PartRole, usize)> {
    let stop = text.bytes().take(LONGEST).position(|b| b == b':')?;
    let role = role(&text[..stop])?;
    let rest = &text[stop + 1..];
    Some((role, stop + 1 + rest.len() - rest.trim_start().len()))
}

/// The label that closes `words`, which run on from what stands before it as lines do that nothing parts but their ends:
/// "Ros Tindall Target date", the longest that is one.
fn run_on(words: &str) -> Option<(usize, PartRole)> {
    const WORDS: usize = 4;
    let starts = words.match_indices(' ').map(|(at, _)| at + 1).collect::<Vec<_>>();
    let last = starts.iter().rev().take(WORDS).rev();
    last.copied().find_map(|at| {
        let label = &words[at..];
        // "IN PROGRESS: …" is a status.
        let status = words[..at].trim_end().to_lowercase().ends_with("in");
        let capital = label.starts_with(char::is_uppercase) && label.len() > 2 && !status;
        let lower = label.to_lowercase();
        let role = LABELS.iter().find(|(_, known)| capital && known.contains(&lower.as_str()))?.0;
        Some((at, role))
    })
}

/// Splits a block's words at the labels inside it: "Lead: CSC. By when: March 2020." The words before the first label
/// take `first`.
pub(super) fn split(text: &str, base: u32, first: PartRole) -> Vec<Part> {
    let mut cuts = vec![(0, 0, first)];
    let mut from = 0;
    for colon in memchr::memchr_iter(b':', text.as_bytes()) {
        let label_at = text[from..colon]
            .rfind(['.', ';', '|', ',', ')', '('])
            .map_or(from, |p| from + p + 1);
        let label = text[label_at..colon].trim_start();
        let starts = colon - label.len();
        let whole = label.starts_with(char::is_uppercase) && label.len() <= 40 && (starts == 0 || from > 0 || label_at > 0);
        let labelled = role(label).filter(|_| whole).map(|role| (starts, role));
        if let Some((starts, role)) = labelled.or_else(|| run_on(&text[from..colon]).map(|(at, role)| (from + at, role))) {
            let rest = &text[colon + 1..];
            cuts.push((starts, colon + 1 + rest.len() - rest.trim_start().len(), role));
        }
        from = colon + 1;
    }
    let ends = cuts
        .iter()
        .skip(1)
        .map(|c| c.0)
        .chain(std::iter::once(text.len()))
        .collect::<Vec<_>>();
    cuts.iter()
        .zip(ends)
        .filter(|((_, from, _), to)| !text[*from.min(to)..*to].trim().is_empty())
        .map(|(&(_, from, role), to)| Part {
            role,
            span: Span::new(base + from as u32, base + (from + text[from..to].trim_end().len()) as u32),
        })
        .flat_map(|part| ended(text, base, part))
        .collect()
}

/// A timescale or an owner ends with its sentence: what goes on behind it is of the action itself, "By when: June. An audit of
/// forty files will go to the board."
fn ended(text: &str, base: u32, part: Part) -> impl Iterator<Item = Part> {
    const SHORTEST: usize = 3;
    const MOVED: &[&str] = &[
        "Extended", "Revised", "Then", "Review", "Now", "Original", "New", "Moved", "Changed", "Interim", "Final",
    ];
    let words = &text[(part.span.start - base) as usize..(part.span.end - base) as usize];
    let shortened = |head: &str| {
        head.rsplit([' ', '.'])
            .next()
            .is_some_and(|word| word.len() <= 3 && !word.bytes().all(|b| b.is_ascii_digit()))
    };
    let ends = |at: usize| {
        let rest = &words[at + 2..];
        let goes_on = rest.starts_with(char::is_uppercase) && rest.split(' ').count() >= SHORTEST;
        // A second date is of the timescale too.
        let dated = part.role == PartRole::Timescale && !super::dates::find(rest).is_empty();
        at <= LONGEST && goes_on && !dated && !shortened(&words[..at]) && !MOVED.iter().any(|word| rest.starts_with(word))
    };
    let timed = matches!(part.role, PartRole::Timescale | PartRole::Owner);
    let cut = words.match_indices(". ").map(|(at, _)| at).find(|&at| timed && ends(at));
    let of = |role, start: usize, end: usize| Part {
        role,
        span: Span::new(part.span.start + start as u32, part.span.start + end as u32),
    };
    let tail = cut.map(|at| of(PartRole::Body, at + 2, words.len()));
    std::iter::once(cut.map_or(part, |at| of(part.role, 0, at))).chain(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_columns() {
        for (title, expected) in [
            ("action owner", Some(PartRole::Owner)),
            ("responsible lead", Some(PartRole::Owner)),
            ("agreed actions", Some(PartRole::Body)),
            ("agreed timescale", Some(PartRole::Timescale)),
            ("planned completion date", Some(PartRole::Timescale)),
            ("lead for this action", Some(PartRole::Owner)),
            ("current rag rating", Some(PartRole::Response)),
            ("status (july)", Some(PartRole::Response)),
            ("evidence of completion", Some(PartRole::Check)),
            ("lead agency and officer", Some(PartRole::Owner)),
            ("who / by when", Some(PartRole::Owner)),
            ("date raised", None),
            ("date completed", Some(PartRole::Response)),
            ("done?", Some(PartRole::Response)),
            ("name", Some(PartRole::Owner)),
            ("name of child", None),
            ("child's name", None),
            ("date of birth", None),
            ("what are we worried about", None),
            ("significant event", None),
            ("how we shall know", Some(PartRole::Check)),
            ("how it will be checked", Some(PartRole::Check)),
            ("what we shall do", Some(PartRole::Body)),
            ("what is to be done", Some(PartRole::Body)),
            ("where it stands", Some(PartRole::Update)),
            ("what has been done", Some(PartRole::Update)),
            ("who has it", Some(PartRole::Owner)),
            ("how we shall see it", Some(PartRole::Check)),
            ("where we are", Some(PartRole::Response)),
            ("who carries it", Some(PartRole::Owner)),
            ("latest date", Some(PartRole::Timescale)),
        ] {
            assert_eq!(column(title), expected, "{title}");
        }
    }

    #[test]
    fn labels_inside_a_line() {
        let text = "CSC to audit cases. Lead: Head of Service. By when: March 2020; Status: Green";
        let lines =
            "Write a standard. Lead officer: Ros Tindall, Head of Service Target date: 31 January 2025 Progress: Drafted; out for comment";
        let parts: Vec<_> = split(lines, 0, PartRole::Body)
            .iter()
            .map(|p| (p.role, &lines[p.span.range()]))
            .collect();
        let expected = [
            (PartRole::Body, "Write a standard."),
            (PartRole::Owner, "Ros Tindall, Head of Service"),
            (PartRole::Timescale, "31 January 2025"),
            (PartRole::Update, "Drafted; out for comment"),
        ];
        assert_eq!(parts, expected);
        let parts: Vec<_> = split(text, 0, PartRole::Body)
            .iter()
            .map(|p| (p.role, &text[p.span.range()]))
            .collect();
        let expected = [
            (PartRole::Body, "CSC to audit cases."),
            (PartRole::Owner, "Head of Service."),
            (PartRole::Timescale, "March 2020;"),
            (PartRole::Response, "Green"),
        ];
        assert_eq!(parts, expected);
        assert_eq!(opening("Timescale: September 2019"), Some((PartRole::Timescale, 11)));
        assert_eq!(opening("The minutes say: nothing"), None);
        assert_eq!(role("By When?"), Some(PartRole::Timescale));
    }
}
