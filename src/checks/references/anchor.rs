//! An `Anchor` is a word at which a reference may stand: a label, a statute's section, the name of a plan, a pointer.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};

use crate::document::LabelKind;

/// What may stand at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A label before a number: "paragraph", "Actions".
    Label(LabelKind),
    /// A label that only laws have: "Regulation", "s.".
    Law(&'static str),
    /// The plan that promises point to.
    Plan,
    /// What is to be done, where no plan is named: "a remedy", "an undertaking".
    Deed,
    /// A word of place that may point without naming: "above", "elsewhere".
    Pointer,
    /// "previous", "next": before a label without a number.
    Step(i8),
    /// An ordinal before a label: "the second finding".
    Ordinal,
    /// A mark or word before a bare number: "(", "see".
    Cue,
    /// "ibid", "op. cit."
    Ibid,
    /// The initials of a noun by which the document numbers: "PE2".
    Initials(LabelKind),
    /// A capital stuck to digits, which a document may print as a label of its own: "R4".
    Code,
}

/// One place where an anchor's word stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// What may stand here.
    pub(super) anchor: Anchor,
    /// First byte of the word.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
}

use Anchor::{Code, Cue, Deed, Ibid, Label, Law, Ordinal, Plan, Pointer, Step};
use LabelKind as L;

#[rustfmt::skip]
const WORDS: &[(Anchor, &[&str])] = &[
    (Label(L::Paragraph), &["paragraph", "paragraphs", "paragraph(s)", "para", "paras", "para(s)", "par.", "pars", "para graph", "sub paragraph", "subparagraph",
        "\u{b6}", "\u{b6}\u{b6}"]),
    (Label(L::Section), &["section", "sections", "section(s)", "chapter", "chapters", "sub section", "subsection", "\u{a7}", "\u{a7}\u{a7}"]),
    (Label(L::Finding), &["finding", "findings", "finding(s)", "key finding", "key findings", "kf", "kfs"]),
    (Label(L::Recommendation), &["recommendation", "recommendations", "recommendation(s)", "rec", "recs"]),
    (Label(L::LearningPoint), &["learning point", "learning points", "learning theme", "learning themes", "key learning", "key learning point",
        "key learning points", "lp", "lps", "lt", "lts", "klp", "klps", "lesson", "lessons", "learning"]),
    (Label(L::Theme), &["theme", "themes", "key theme", "key themes"]),
    (Label(L::Episode), &["key practice episode", "key practice episodes", "practice episode", "practice episodes", "kpe", "kpes", "key episode"]),
    (Label(L::Action), &["action", "actions", "action(s)", "action point", "action points", "ap", "aps"]),
    (Label(L::Question), &["question", "questions", "key question", "key questions", "kloe", "kloes", "key line of enquiry", "key lines of enquiry"]),
    (Label(L::Point), &["need", "needs", "priority", "priorities", "outcome", "outcomes", "goal", "goals", "objective", "objectives", "standard", "standards",
        "domain", "domains", "strand", "strands", "concern", "concerns", "area", "areas", "line", "lines", "issue", "issues", "principle", "principles", "aim", "aims"]),
    (Label(L::Decision), &["decision", "decisions"]),
    (Label(L::Case), &["case", "cases"]),
    (Label(L::Item), &["item", "items", "minute", "minutes", "min", "mins", "agenda item", "agenda items"]),
    (Label(L::Appendix), &["appendix", "appendices", "appendixes", "annex", "annexe", "annexes", "app."]),
    (Label(L::Table), &["table", "tables"]),
    (Label(L::Figure), &["figure", "figures", "fig", "figs"]),
    (Label(L::Page), &["page", "pages", "pp", "pg"]),
    (Label(L::Footnote), &["footnote", "footnotes", "fn", "fns", "endnote", "endnotes", "note", "notes"]),
    (Law("section"), &["ss", "sec"]),
    (Law("regulation"), &["regulation", "regulations"]),
    (Law("article"), &["article", "articles"]),
    (Law("schedule"), &["schedule", "schedules"]),
    (Law("part"), &["part", "parts"]),
    (Plan, &["action plan", "response plan", "implementation plan", "action plans", "action and response plan", "response and action plan",
        "improvement plan", "learning plan", "outline plan", "action log", "action list", "actions list", "action table", "plan of action", "plan", "log of actions", "list of actions", "table of actions", "schedule of actions",
        "improvement programme", "workplan", "action sheet", "task list", "list of tasks", "table of tasks", "planned work", "planned actions", "programme of work", "board's response", "partnership's response", "panel's response", "agencies' response", "multi-agency response", "response to the review", "response to this review", "response to this report"]),
    (Deed, &["remedy", "remedies", "undertaking", "undertakings", "commitments", "a commitment", "things to be done", "recommended to do"]),
    (Pointer, &["above", "below", "elsewhere", "earlier", "previously", "already", "later", "as has been", "as have been", "as has already been", "as we have", "as i have", "other parts of", "other sections of"]),
    (Step(-1), &["previous", "preceding"]),
    (Step(1), &["next", "following", "subsequent"]),
    (Ordinal, &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"]),
    (Cue, &["(", "[", "{", "see", "cf", "compare", "refer to", "referred to in", "referred to at", "in", "at", "to", "from", "of", "under",
        "and", "by", "between", "what", "as", "than", "with", "point", "points"]),
    (Ibid, &["ibid", "op. cit", "op cit", "loc. cit"]),
];

static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasickBuilder::new()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(WORDS.iter().flat_map(|(_, words)| words.iter()))
        .expect("a short list of plain words always compiles")
});

static KINDS: LazyLock<Vec<Anchor>> = LazyLock::new(|| {
    WORDS
        .iter()
        .flat_map(|&(anchor, words)| words.iter().map(move |_| anchor))
        .collect()
});

/// The anchors of one letter. They are looked for apart: the automaton would stop at every "a" and "t" of a text.
const fn letter(byte: u8) -> Option<Anchor> {
    match byte.to_ascii_lowercase() {
        b'p' => Some(Label(L::Page)),
        b's' => Some(Law("section")),
        b'r' | b'f' | b'a' | b't' | b'q' => Some(Code),
        _ => None,
    }
}

/// Every anchor of `text`, in reading order; each stands as a word of its own.
pub(super) fn anchors(text: &str) -> impl Iterator<Item = Found> {
    let words = AUTOMATON.find_iter(text).map(|hit| Found {
        anchor: KINDS[hit.pattern().as_usize()],
        start: hit.start(),
        end: hit.end(),
    });
    let bytes = text.as_bytes();
    let mut read = 0;
    words.map(Some).chain([None]).flat_map(move |word| {
        let gap = read..word.map_or(text.len(), |word| word.start);
        read = word.map_or(text.len(), |word| word.end);
        letters(bytes, gap).chain(word.filter(|found| is_whole(bytes, found)))
    })
}

/// The anchors of one letter in `gap`, which holds no other.
fn letters(bytes: &[u8], gap: Range<usize>) -> impl Iterator<Item = Found> {
    let opens = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    gap.filter(move |&start| opens(start)).filter_map(|start| {
        let found = Found {
            anchor: letter(bytes[start])?,
            start,
            end: start + 1,
        };
        is_whole(bytes, &found).then_some(found)
    })
}

/// Whether a capital stands alone before digits: "R4", "R 4" and "AR4" are none.
fn is_code(bytes: &[u8], found: &Found) -> bool {
    let free = found.start.checked_sub(1).is_none_or(|i| matches!(bytes[i], b' ' | b'"' | b'/'));
    free && bytes[found.start].is_ascii_uppercase() && bytes.get(found.end).is_some_and(u8::is_ascii_digit)
}

/// Whether nothing is stuck to the word but digits, which some labels allow ("s47", "para4.2").
fn is_whole(bytes: &[u8], found: &Found) -> bool {
    let is_word = |b: &u8| b.is_ascii_alphanumeric() || *b >= 0x80;
    let sign = !bytes[found.start].is_ascii_alphabetic();
    let before = found.start.checked_sub(1).map(|i| bytes[i]);
    // "children's 12" holds no section 12; "'paragraph 4.2'" holds a paragraph.
    let possessive = found.end - found.start <= 2 && before == Some(b'\'');
    if found.anchor == Code {
        return is_code(bytes, found);
    }
    let free_before = sign || !(possessive || before.is_some_and(|b| is_word(&b)));
    let after = bytes.get(found.end);
    free_before && (sign || !after.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0x80) || bytes[found.end - 1] == b')')
}
