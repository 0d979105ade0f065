//! A `foreign` number belongs to another document: "paragraph 4 of Working Together", "the Lucy review's
//! Recommendation 4", "Action 3 of the 2011 review". Nothing in this document can answer to it.

use super::longer::{is_of_longer, is_of_overview};
use super::mention::{Mention, Pointer, Scene};
use super::words::{clause_after, clause_before, is_in, words};
use crate::document::{LabelKind, Zone};

/// Documents that a review may itself be, or be part of; foreign only when a word singles out another one.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "report", "reports", "review", "reviews", "plan", "plans", "minutes", "inspection", "audit", "overview", "analysis", "assessment",
    "study", "letter", "chronology", "document", "sar", "scr", "dhr", "lcspr", "cspr", "dhrs", "sars", "scrs", "briefing", "briefings", "bulletin", "newsletter",
];

/// Documents that a review never is.
#[rustfmt::skip]
const OTHER_PAPERS: &[&str] = &[
    "act", "guidance", "policy", "policies", "procedure", "procedures", "strategy", "form", "framework", "protocol", "code", "standards",
    "standard", "handbook", "convention", "order", "regulations", "judgment", "imr", "imrs", "toolkit", "bill", "specification",
    "circular", "manual", "rules", "statement", "statements", "template", "pathway", "charter", "directive", "contract", "tenancy",
    "constitution", "agenda", "guide", "leaflet", "booklet", "brochure",
];

/// Words beside "report" or "review" that leave it this one: "the overview report", "this serious case review".
#[rustfmt::skip]
const OWN: &[&str] = &[
    "the", "this", "our", "my", "overview", "main", "full", "final", "serious", "case", "safeguarding", "adult", "adults", "domestic",
    "homicide", "practice", "child", "children", "children's", "local", "response", "action", "present", "current", "same", "board's",
    "partnership's", "partners", "partners'", "agencies'", "integrated", "composite", "learning", "multi", "combined",
];

/// Names after or before a number that are never this document.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "Together", "Ofsted", "CQC", "HMIC", "HMICFRS", "IOPC", "IPCC", "IMR", "NICE", "GMC", "Inspectorate", "Laming", "Munro", "Convention",
];

/// Words that end the name of a document.
#[rustfmt::skip]
const STOPS: &[&str] = &[
    "is", "was", "were", "are", "that", "which", "who", "and", "or", "should", "has", "had", "have", "will", "would", "says", "said",
    "states", "stated", "because", "when", "where", "with", "by", "describes", "sets",
];

/// Turns a named mention into a foreign one when the words around it say so.
pub(super) fn claim(scene: &Scene, mention: Mention) -> Mention {
    let Pointer::Named { label, items } = &mention.pointer else {
        return mention;
    };
    // "an action plan (Appendix B)" says where this document has it.
    let appended = *label == Some(LabelKind::Appendix) && scene.text[..mention.range.start].ends_with('(');
    if appended && items.iter().all(|item| scene.has(LabelKind::Appendix, &item.first.number)) {
        return mention;
    }
    let (start, end) = (mention.range.start, mention.range.end);
    let after = clause_after(scene.text, end);
    let named = label.is_some();
    let owned_here = words(after).take(3).any(|w| is_in(w, &["above", "below", "this"]));
    let foreign = !owned_here
        && (is_of_another(after)
            || matches!(label, Some(LabelKind::Item | LabelKind::Decision | LabelKind::Action)) && is_of_meeting(after)
            || is_of_longer(scene, *label, items, after)
            || is_kept_apart(*label, &scene.text[end..])
            || (named && is_of_overview(scene, *label, &mention))
            || (named
                && (is_after_another(scene.text, start) && !is_in_own_letter(scene, &mention)
                    || is_cited(scene, *label, start)
                    || is_noted(scene, *label, start))));
    if foreign { made(mention) } else { mention }
}

/// "… in the appointment letter (Finding 8)": a place that the document has, in a bracket behind a paper that no name singles out.
fn is_in_own_letter(scene: &Scene, mention: &Mention) -> bool {
    let Pointer::Named { label: Some(kind), items } = &mention.pointer else {
        return false;
    };
    let Some(head) = scene.text[..mention.range.start].strip_suffix(['(', '[']) else {
        return false;
    };
    let clause = clause_before(head, head.len());
    let all: Vec<&str> = words(clause).collect();
    let first = all.first().map(|word| word.as_ptr());
    let phrase = noun_phrase(&all);
    let singled = clause.contains('"') || phrase.iter().any(|word| is_name(possessor(word)) && Some(word.as_ptr()) != first);
    let known =
        |item: &super::list::Item| scene.has(*kind, &item.first.number) || item.first.other.as_deref().is_some_and(|n| scene.has(*kind, n));
    let ours = |word: &&str| !is_in(possessor(word), OTHER_PAPERS);
    !singled && items.iter().all(known) && phrase.iter().all(ours)
}

/// "Appendix C, which is published separately".
fn is_kept_apart(label: Option<LabelKind>, after: &str) -> bool {
    const APART: &[&str] = &[
        "published separately",
        "published apart",
        "separately published",
        "issued separately",
        "held separately",
        "kept separately",
        "not published",
        "a separate document",
        "a separate volume",
    ];
    let sentence = after.split(['.', ';', ')']).next().unwrap_or_default().to_lowercase();
    let soon = sentence.len() <= 60 && sentence.starts_with([',', ' ', '(']);
    matches!(label, Some(LabelKind::Appendix | LabelKind::Table | LabelKind::Figure))
        && soon
        && APART.iter().any(|it| sentence.contains(it))
}

/// A named mention as one that belongs to another document.
pub(super) fn made(mention: Mention) -> Mention {
    let Pointer::Named { label, items } = &mention.pointer else {
        return mention;
    };
    Mention {
        pointer: Pointer::Foreign {
            label: label.map_or("paragraph", LabelKind::name),
            written: items[0].first.start..mention.range.end,
        },
        range: mention.range,
    }
}

/// Whether `next` only says more of a foreign place: "(Finding 6, page 14)".
pub(super) fn goes_on(text: &str, last: &Mention, next: &Mention) -> bool {
    let foreign = matches!(last.pointer, Pointer::Foreign { .. });
    let place = matches!(&next.pointer, Pointer::Named { label, .. } if is_place_in_print(*label));
    let gap = text.get(last.range.end..next.range.start).unwrap_or("");
    foreign && place && matches!(gap, ", " | " " | ", at " | " at " | "; ")
}

/// Whether what follows a number says that it is another record's or another paper's.
pub(super) fn is_of_meeting_or_paper(after: &str) -> bool {
    is_of_another(after) || is_of_meeting(after)
}

/// "… of the March conference", of a minute or a decision.
fn is_of_meeting(after: &str) -> bool {
    const LONGEST: usize = 5;
    let mut tokens = words(after);
    let of = tokens.next().is_some_and(|word| is_in(word, &["of", "from"]));
    // "Minute 4.3 of 12 April"
    let rest = after.trim_start().split_once(' ').map_or("", |(_, rest)| rest);
    let day = rest.strip_prefix("the ").unwrap_or(rest);
    let mut date = day.split(' ');
    let (number, month) = (date.next().unwrap_or_default(), date.next().unwrap_or_default());
    if of && number.starts_with(|c: char| c.is_ascii_digit()) && is_month(month) {
        return true;
    }
    let phrase: Vec<&str> = tokens.take(LONGEST).take_while(|word| !is_in(word, STOPS)).collect();
    let other = phrase.iter().all(|word| !is_in(word, &["this", "our", "today's"]));
    of && other && phrase.len() > 1 && phrase.iter().skip(1).any(|word| is_in(word, &["conference", "meeting"]))
}

fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let plain = word.trim_matches(|c: char| !c.is_alphabetic());
    plain.starts_with(char::is_uppercase) && MONTHS.iter().any(|month| plain.to_lowercase().starts_with(month))
}

/// "… of the 2011 review", "… of Working Together", "… in the school's policy".
pub(super) fn is_of_another(after: &str) -> bool {
    let mut tokens = words(after);
    if !tokens.next().is_some_and(|word| is_in(word, &["of", "in", "from", "within", "to"])) {
        return false;
    }
    let mut phrase: Vec<&str> = tokens.next().into_iter().collect();
    // "the Care and Support Statutory Guidance": "and" may stand in a title.
    let mut tokens = tokens.take(9).peekable();
    while let Some(word) = tokens.next() {
        let joint = word == "and" && tokens.peek().is_some_and(|next| is_name(next)) && phrase.last().is_some_and(|last| is_name(last));
        if is_in(word, STOPS) && !joint {
            break;
        }
        phrase.push(word);
    }
    is_another(&phrase)
}

/// Whether a noun phrase names a document other than this one.
fn is_another(phrase: &[&str]) -> bool {
    // "our Hartley briefing" is one of several; "our review" is this one.
    let named = phrase.get(1).is_some_and(|word| is_name(word) && !is_in(word, OWN));
    if phrase
        .first()
        .is_some_and(|word| is_in(word, &["this", "these"]) || is_in(word, &["our"]) && !named)
    {
        return false;
    }
    // "Action 4 from Child H"
    let person = |word: &str| {
        matches!(
            word,
            "Child" | "Baby" | "Adult" | "Family" | "Infant" | "Mr" | "Mrs" | "Ms" | "Miss"
        )
    };
    if let [first, second, ..] = phrase
        && person(first)
        && is_name(second)
    {
        return true;
    }
    if phrase.iter().take(4).any(|word| NAMES.contains(&possessor(word))) {
        return true;
    }
    let Some(head) = phrase
        .iter()
        .position(|word| is_in(possessor(word), PAPERS) || is_in(possessor(word), OTHER_PAPERS))
    else {
        return false;
    };
    // "the review" may be the beginning of a longer name: "the review of 2011", "the report into Child D".
    let single = phrase[..head].iter().any(|word| !is_in(word, OWN));
    let dated = phrase.get(head + 1).is_some_and(|word| is_in(word, &["of", "into", "on", "for"]))
        && phrase.get(head + 2..).is_some_and(|rest| rest.iter().any(|word| is_name(word)));
    single || dated || is_in(possessor(phrase[head]), OTHER_PAPERS)
}

fn possessor(word: &str) -> &str {
    word.trim_matches('\'').trim_end_matches("'s").trim_end_matches('\'')
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// "the Lucy review's Recommendation 4", "Working Together (2018), paragraph 18", "In that report, finding 2", "its
/// recommendation 3", "IMR Recommendation 1".
fn is_after_another(text: &str, start: usize) -> bool {
    let before = clause_before(text, start);
    let all: Vec<&str> = words(before).collect();
    let Some(&previous) = all.last() else {
        return is_after_bracketed_year(text, start) || is_bracketed_after(text, start);
    };
    if is_after_name(text, start) {
        return true;
    }
    if NAMES.contains(&possessor(previous)) || is_in(previous, &["its", "their", "his", "her", "act"]) {
        return true;
    }
    // "Working Together 2018, chapter 4"
    if is_year(previous) && before.trim_end().ends_with(',') && all.iter().rev().nth(1).is_some_and(|word| is_name(word)) {
        return true;
    }
    let gap_words = [
        "at",
        "in",
        "under",
        "and",
        "see",
        "made",
        "its",
        "as",
        "found",
        "recommended",
        "from",
        "had",
        "a",
        "the",
        "of",
        "which",
        "whose",
    ];
    // "… both scald reports, as Episode 2 shows": the comma ends what speaks of the papers.
    let turned = [", as", ", see", ", and"].iter().any(|turn| before.trim_end().ends_with(turn));
    let Some(paper) = all.iter().rposition(|word| is_paper(word) || NAMES.contains(&possessor(word))) else {
        return is_after_bracketed_year(text, start);
    };
    let gap = &all[paper + 1..];
    let near = gap.len() <= 4 && gap.iter().all(|word| is_in(word, &gap_words) || is_year(word));
    near && !turned && is_another(noun_phrase(&all[..=paper])) && (gap.is_empty() || !is_listed(before))
}

/// The words of the noun phrase that ends `words`: from its determiner, or the last six of them.
fn noun_phrase<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let last = &words[words.len().saturating_sub(6)..];
    let determiner = last[..last.len().saturating_sub(1)]
        .iter()
        .rposition(|word| is_in(word, &["the", "a", "an", "this", "that", "our"]));
    &last[determiner.unwrap_or(0)..]
}

fn is_paper(word: &str) -> bool {
    is_in(possessor(word), PAPERS) || is_in(possessor(word), OTHER_PAPERS)
}

/// A list such as "the audit and Recommendation 3" only stands beside the other paper.
fn is_listed(before: &str) -> bool {
    before.trim_end().to_ascii_lowercase().ends_with(" and")
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The "Ellis" review (Finding 6": a bracket that opens with the label, right after another document's name.
fn is_bracketed_after(text: &str, start: usize) -> bool {
    let Some(head) = text[..start].trim_end().strip_suffix(['(', '[']) else {
        return false;
    };
    let all: Vec<&str> = words(clause_before(head, head.len())).collect();
    let phrase = noun_phrase(&all[all.len().saturating_sub(5)..]);
    // "Two in three now review (R3)" names no paper; the first word of a sentence has a capital of its own.
    let first = all.first().map(|word| word.as_ptr());
    let named = phrase.iter().any(|word| {
        is_name(possessor(word)) && Some(word.as_ptr()) != first
            || is_in(word, &["the", "a", "an", "that", "another"])
            || is_in(possessor(word), OTHER_PAPERS)
    });
    named && all.last().is_some_and(|word| is_paper(word)) && is_another(phrase)
}

/// "Tarrant, paragraph 61": nothing but a name between a bracket or quotation mark and the label.
fn is_after_name(text: &str, start: usize) -> bool {
    let Some(head) = clause_before(text, start).trim_end().strip_suffix(',') else {
        return false;
    };
    let opened = head
        .rfind('"')
        .map(|at| &head[at + 1..])
        .or_else(|| text[..start - 1].trim_end().ends_with(head).then_some(head));
    let name: Vec<&str> = opened.map(|name| words(name).collect()).unwrap_or_default();
    let label = |word: &&str| {
        is_in(
            word,
            &[
                "see",
                "section",
                "finding",
                "chapter",
                "part",
                "theme",
                "appendix",
                "table",
                "recommendation",
                "action",
            ],
        )
    };
    let bracketed = head.contains('"')
        || text[..start].trim_end().len() > clause_before(text, start).len()
            && text[..start - clause_before(text, start).len()].ends_with(['(', '[']);
    bracketed && (1..=3).contains(&name.len()) && name.iter().all(|word| is_name(word)) && !name.iter().any(label)
}

/// "Working Together (2018), paragraph 18": a name and a bracketed year right before the label.
fn is_after_bracketed_year(text: &str, start: usize) -> bool {
    let head = text[..start].trim_end_matches([' ', ',', ':']);
    let Some(head) = head.strip_suffix(')') else { return false };
    let Some(open) = head.len().checked_sub(4).filter(|&at| head.is_char_boundary(at)) else {
        return false;
    };
    is_year(&head[open..])
        && clause_before(head, open.saturating_sub(1))
            .trim_end()
            .split(' ')
            .next_back()
            .is_some_and(is_name)
}

/// Inside a bracket that cites a publication: "(Working Together, 2015 4:18 p 76)", "(Brandon et al, 2012, p. 34)".
fn is_cited(scene: &Scene, label: Option<LabelKind>, start: usize) -> bool {
    let before = clause_before(scene.text, start);
    let opened = scene.text[..start].trim_end().len() >= before.trim_end().len()
        && scene.text[..start - before.len().min(start)].trim_end().ends_with(['(', '[']);
    opened && is_place_in_print(label) && words(before).any(is_year) && words(before).next().is_some_and(is_name)
}

/// In a footnote or a list of sources, pages and paragraphs are those of what is cited.
fn is_noted(scene: &Scene, label: Option<LabelKind>, start: usize) -> bool {
    let before = clause_before(scene.text, start);
    let own = words(before)
        .next_back()
        .is_none_or(|word| is_in(word, &["see", "also", "at", "in"]));
    scene.zone == Zone::Footnote && is_place_in_print(label) && !own
}

const fn is_place_in_print(label: Option<LabelKind>) -> bool {
    matches!(
        label,
        Some(LabelKind::Page | LabelKind::Paragraph | LabelKind::Section | LabelKind::Table | LabelKind::Figure | LabelKind::Appendix)
    )
}
