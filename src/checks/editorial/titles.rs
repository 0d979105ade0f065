//! A title here is that of a strategy, policy or plan with its years: two of them that are nearly one leave the reader
//! asking whether there are two documents.

mod papers;
mod turned;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Document, Zone};
use crate::text::Span;
use papers::Paper;

/// Nouns that end the title of a paper with years.
const PAPERS: &[&str] = &[
    "Strategy",
    "Policy",
    "Protocol",
    "Framework",
    "Procedure",
    "Procedures",
    "Charter",
    "Toolkit",
    "Pathway",
    "Plan",
];
static WANTED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let builder = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(PAPERS);
    builder.expect("a few words make an automaton")
});
/// The nouns of every paper, with years behind them or not.
static NOUNS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    #[rustfmt::skip]
    let others = [
        "Agreement", "Contract", "Compact", "Undertaking", "Guidance", "Guidelines", "Programme", "Tool", "Standard", "Standards", "Code", "Form", "Record", "Checklist", "Guide", "Model", "Letter",
        "Assessment", "Log", "Register",
    ];
    let nouns = PAPERS.iter().chain(&others);
    let builder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(nouns);
    builder.expect("a few words make an automaton")
});
/// Nouns of papers that many write small.
static SMALL_NOUNS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let nouns = [
        "agreement",
        "contract",
        "plan",
        "policy",
        "protocol",
        "strategy",
        "framework",
        "pathway",
        "procedure",
        "guidance",
    ];
    AhoCorasick::new(nouns).expect("a few words make an automaton")
});
/// Small words within a title.
const SMALL: &[&str] = &["and", "of", "for", "the", "in", "to", "on", "&"];
/// More mentions than these are not held to one another.
const MOST: usize = 200;

/// One mention of a paper.
struct Title {
    span: Span,
    sentence: usize,
    /// Its words but the small ones, small, in order.
    words: Vec<String>,
    joined: bool,
    first: u32,
    last: Option<u32>,
}

/// Remarks on the later of two names that are nearly one.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let titles = titles(editor.document());
    let mut said: Vec<Span> = Vec::new();
    for (at, later) in titles.iter().enumerate() {
        let told = titles[..at].iter().any(|one| same(one, later));
        let other = titles[..at].iter().find(|earlier| alike(earlier, later));
        if let Some(earlier) = other.filter(|earlier| !told && earlier.sentence != later.sentence) {
            said.push(later.span);
            say(editor, later.span, earlier.span);
        }
    }
    let papers = papers::papers(editor.document());
    for (at, later) in papers.iter().enumerate() {
        let before = &papers[..at];
        // Who names both in one sentence knows that they are two.
        let known = |earlier: &Paper| {
            papers
                .iter()
                .any(|one| one.same(earlier) && papers.iter().any(|two| two.same(later) && one.sentence == two.sentence))
        };
        let told = before.iter().any(|one| one.same(later)) || said.iter().any(|span| span.overlaps(later.span));
        let other = before.iter().find(|earlier| earlier.alike(later));
        if let Some(earlier) = other.filter(|earlier| !told && !known(earlier)) {
            said.push(later.span);
            say(editor, later.span, earlier.span);
        }
    }
    for (later, earlier) in turned::pairs(editor.document()) {
        if !said.iter().any(|span| span.overlaps(later)) {
            said.push(later);
            say(editor, later, earlier);
        }
    }
}

/// Says that the papers at the two places may be one.
fn say(editor: &mut Editor<'_>, later: Span, earlier: Span) {
    let slip = Slip {
        rule: "editorial/document-two-names",
        message: format!(
            "\u{201c}{}\u{201d} and \u{201c}{}\u{201d} seem to be one document under two names.",
            editor.shown(later),
            editor.shown(earlier)
        ),
        ask: "Are they one document, and what is its name?",
        confidence: Confidence::Medium,
    };
    let related = vec![editor.related(Role::Previous, earlier, "It was named so before.")];
    editor.say(slip, later, related);
}

fn same(one: &Title, other: &Title) -> bool {
    one.words == other.words && one.first == other.first && one.last == other.last
}

/// Whether two names are nearly one: the same words over years that overlap and differ, or words that one name has and the
/// other lacks after "and", from the same year on.
fn alike(one: &Title, other: &Title) -> bool {
    if one.words == other.words {
        let (Some(a), Some(b)) = (one.last, other.last) else { return false };
        return (one.first == other.first) != (a == b);
    }
    let (short, long) = if one.words.len() < other.words.len() {
        (one, other)
    } else {
        (other, one)
    };
    let years = one.first == other.first && (one.last == other.last || one.last.is_none() || other.last.is_none());
    years
        && long.joined
        && !short.joined
        && short.words.first() == long.words.first()
        && short.words.iter().all(|word| long.words.contains(word))
        && short.words.last() == long.words.last()
}

fn titles(document: &Document) -> Vec<Title> {
    let mut found = Vec::new();
    for block in document.blocks.iter().filter(|block| block.zone != Zone::Contents) {
        let text = document.fold.slice(block.span);
        for paper in WANTED.find_overlapping_iter(text) {
            let (at, end) = (paper.start(), paper.end());
            let Some((years, length)) = years(&text[end..]) else { continue };
            let from = start(text, at);
            let words = words(&text[from..end]);
            if words.len() < 2 || found.len() >= MOST {
                continue;
            }
            let span = Span::at(block.span.start as usize + from, block.span.start as usize + end + length);
            found.push(Title {
                span,
                sentence: document.sentence_at(span.start),
                words,
                joined: text[from..end].contains(" and ") || text[from..end].contains(" & "),
                first: years.0,
                last: years.1,
            });
        }
    }
    found.sort_by_key(|title| title.span);
    found
}

/// Where the capitals before byte `end` begin; small words between them belong.
fn start(text: &str, end: usize) -> usize {
    const WORDS: usize = 14;
    let mut from = end;
    let mut at = end;
    for _ in 0..WORDS {
        let Some(head) = text[..at].strip_suffix(' ') else { break };
        let begin = head.rfind(' ').map_or(0, |blank| blank + 1);
        let word = &head[begin..];
        let plain = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '&' | '-' | '/'));
        let capital = word.starts_with(char::is_uppercase)
            && plain
            && !matches!(word, "The" | "A" | "An" | "This" | "Its" | "Our" | "Their" | "In" | "Under");
        if capital {
            from = begin;
        } else if !SMALL.contains(&word) || begin == 0 {
            break;
        }
        at = begin;
    }
    from
}

fn words(title: &str) -> Vec<String> {
    let all = title
        .split([' ', '-', '/'])
        .filter(|word| !word.is_empty() && !SMALL.contains(word));
    all.map(|word| word.to_lowercase().trim_end_matches("'s").to_owned()).collect()
}

/// The years right after a title, "2018-21", "(2018 to 2021)", ", 2018", and the bytes they take.
fn years(rest: &str) -> Option<((u32, Option<u32>), usize)> {
    let lead = rest.len() - rest.trim_start_matches([' ', ',', '(']).len();
    let first = year(&rest[lead..])?;
    let mut at = lead + 4;
    let after = &rest[at..];
    let dash = after.len() - after.trim_start_matches([' ', '-', '/']).len();
    let to = after.strip_prefix(" to ").map_or(dash, |_| 4);
    let tail = &after[to..];
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let last = match digits {
        4 => year(tail),
        2 if to > 0 && !after[..to].trim().is_empty() => tail[..2].parse::<u32>().ok().map(|two| first / 100 * 100 + two),
        _ => None,
    };
    let last = last.filter(|&last| last > first && !after[..to].trim().is_empty());
    if last.is_some() {
        at += to + digits;
    }
    at += usize::from(rest[..lead].contains('(') && rest[at..].starts_with(')'));
    Some(((first, last), at))
}

fn year(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4)
        .then(|| text[..4].parse().ok())
        .flatten()
        .filter(|year| (1980..2060).contains(year))
}
