//! To `gather` acronyms is to note every place where a term in capitals stands, and what it does there.

use std::collections::{HashMap, HashSet};

use super::super::known;
use super::count;
use super::part;
use super::spelled;
use crate::document::{Block, Document, PersonKind, Setting, Zone, is_roman, terms};
use crate::text::Span;

/// What a term does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is used.
    Plain,
    /// It stands where only its presence counts: in a heading, a note, a name, between capitals.
    Aside,
    /// It is spelled out right there, letter by letter.
    Defined,
    /// It is used, and spelled out in brackets behind it.
    Glossed,
    /// It is explained in some other way right there.
    Told,
    /// It is an entry of a glossary.
    Listed,
}

/// What may bear a name in capitals that stands for nothing.
#[rustfmt::skip]
const KINDS_OF_THING: &[&str] = &[
    "service", "project", "programme", "team", "app", "group", "scheme", "course", "campaign", "initiative", "award", "helpline", "training", "workshop", "club", "hub",
];

/// One place of one term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use<'d> {
    pub(super) term: &'d str,
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// What it stands for there; empty when nothing says so.
    pub(super) expansion: Span,
    pub(super) expansion_words: &'d str,
    /// Whether an article stands before it.
    pub(super) article: bool,
    /// Whether it stands in a paragraph or a list.
    pub(super) running: bool,
    /// Whether it stands in a table, below its head.
    pub(super) tabled: bool,
}

impl Use<'_> {
    /// Whether it stands where a reader reads on: in a paragraph, a list, a row.
    pub(super) const fn told_in_words(&self) -> bool {
        self.running || self.tabled
    }
}

/// All places of all terms.
pub(super) struct Gathered<'d> {
    pub(super) uses: Vec<Use<'d>>,
    /// Where each term is spelled out, beside it or not.
    pub(super) spelled: HashMap<&'d str, Span>,
    /// Words that stand in small letters, in capitals here.
    words: HashSet<String>,
    /// How often each term stands in the text, in any case, whatever sticks to it.
    times: HashMap<String, usize>,
}

impl Gathered<'_> {
    /// How often `term` stands in the text, in any case.
    pub(super) fn stands(&self, term: &str) -> usize {
        self.times.get(term).copied().unwrap_or(0)
    }

    /// Whether `term` is a word that capitals only stress: "NOT".
    pub(super) fn is_word(&self, term: &str) -> bool {
        const STRESSED: &[&str] = &[
            "ACTION", "ACTIONS", "NOTE", "NOTES", "DRAFT", "FINAL", "URGENT", "COPY", "END", "PART", "YES", "ALL", "MUST", "NEVER", "ONLY",
            "BOTH", "EVERY", "ANY", "WILL", "SHOULD", "CAN", "CANNOT", "VERY", "NEW", "OLD", "PAGE", "DATE", "TIME", "NAME", "STRICTLY",
            "PRIVATE", "PUBLIC", "OFFICIAL", "PROTECT", "UPDATE", "CHILD", "ADULT", "MOTHER", "FATHER", "TO", "OF", "IN", "IS", "BY", "AT",
            "ON", "OR", "IF", "AS", "BE", "DO", "SO", "WE", "HE", "MY", "UP", "THE", "FOR", "WHY", "HOW", "WHAT", "WHEN", "WHERE", "NONE",
            "ALSO", "THIS", "THAT", "HIGH", "LOW", "MEDIUM", "RED", "AMBER", "GREEN", "BLUE", "GREY", "WHITE", "BLACK", "DONE", "OPEN",
            "MET", "LATE", "PARTLY", "MOSTLY", "ONGOING", "OVERDUE", "COMPLETE", "BEGUN", "PAST", "DUE", "MOVED", "NOTED", "STOP", "START",
            "END", "MORE", "LESS", "SOME", "MANY", "MUCH", "KEY", "READ", "SEE",
        ];
        self.words.contains(term) || STRESSED.contains(&term) || term.len() > 5 && (term.ends_with("ED") || term.ends_with("ING"))
    }
}

/// Gathers the acronyms of `document`.
pub(super) fn gather<'d>(document: &'d Document, content: &str) -> Gathered<'d> {
    let people: HashSet<&str> = document
        .people
        .forms()
        .iter()
        .filter(|form| form.kind != PersonKind::Body)
        .map(|form| &*form.words)
        .collect();
    let mut uses = Vec::new();
    for (i, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.zone != Zone::Contents) {
        let next = document.blocks.get(i + 1).filter(|next| is_beside(block, next));
        let text = document.fold.slice(block.body);
        let reader = Reader {
            text,
            shouted: !text.bytes().any(|b| b.is_ascii_lowercase()),
            block,
            next: next.map(|next| (next.body, document.fold.slice(next.body))),
        };
        let mut places = terms(reader.text);
        places.extend(mixed(reader.text));
        places.sort_by_key(|at| at.start);
        uses.extend(places.into_iter().filter_map(|at| reader.one(at)));
    }
    uses.retain(|one| !(people.contains(one.term) && one.term.len() < 5));
    let named: HashSet<&str> = uses.iter().map(|one| one.term).collect();
    let spelled = spelled::places(document, named.iter().copied().filter(|term| !known::to_the_public(term)));
    let times = count::times(content, &named);
    let words = count::words(&document.fold.text, &named);
    Gathered {
        uses,
        spelled,
        words,
        times,
    }
}

/// The terms of `text` that have a small letter between capitals: "DoLS".
fn mixed(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_alphanumeric).map(|p| p + at) {
        let length = bytes[start..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let word = &bytes[start..start + length];
        let small = word.iter().filter(|b| b.is_ascii_lowercase()).count();
        let shaped = (3..7).contains(&length) && small == 1 && word.iter().all(u8::is_ascii_alphabetic);
        let stuck = text[start + length..].starts_with(char::is_alphanumeric) || text[..start].ends_with(char::is_alphanumeric);
        if shaped && !stuck && word[0].is_ascii_uppercase() && word[length - 1].is_ascii_uppercase() {
            found.push(start..start + length);
        }
        at = start + length;
    }
    found
}

/// Whether `next` is the cell right of `block`.
fn is_beside(block: &Block, next: &Block) -> bool {
    let pair = block.cell.zip(next.cell);
    pair.is_some_and(|(a, b)| a.table == b.table && a.row == b.row && a.column + 1 == b.column)
}

/// One block with what stands beside it.
struct Reader<'d> {
    text: &'d str,
    block: &'d Block,
    /// Whether it has no small letter.
    shouted: bool,
    next: Option<(Span, &'d str)>,
}

impl<'d> Reader<'d> {
    /// What the term at `at` does; `None` when it is no acronym at all.
    fn one(&self, at: std::ops::Range<usize>) -> Option<Use<'d>> {
        let text = self.text;
        let term = &text[at.clone()];
        let end = at.end + usize::from(text[at.end..].starts_with('s'));
        let (before, after) = (near_before(text, at.start), near_after(text, end));
        if is_roman(term) || term.bytes().any(|b| b.is_ascii_digit()) || is_code(before, after) {
            return None;
        }
        let base = self.block.body.start;
        let told = self.told(at.start, end, term);
        let (kind, expansion, words) = match told {
            Some((kind, span, words)) => (kind, span, words),
            None if self.is_aside(term, before, after) => (Kind::Aside, Span::default(), ""),
            None => (Kind::Plain, Span::default(), ""),
        };
        let last = before.trim_end_matches([' ', '"', '\'']).rsplit(' ').next().unwrap_or("");
        Some(Use {
            term,
            span: part(base, at.start, at.end),
            kind,
            expansion,
            expansion_words: words,
            article: ["the", "a", "an", "The", "A", "An"].contains(&last),
            running: matches!(self.block.zone, Zone::Paragraph | Zone::List) && self.block.setting != Setting::Matter,
            tabled: self.block.cell.is_some_and(|cell| !cell.header) && self.block.setting != Setting::Matter,
        })
    }

    /// The explanation beside a term.
    fn told(&self, start: usize, end: usize, term: &str) -> Option<(Kind, Span, &'d str)> {
        let text = self.text;
        let place = |from: usize, to: usize| (part(self.block.body.start, from, to), &text[from..to]);
        let listed = self.block.setting == Setting::Matter;
        if start == 0 {
            if let Some((span, words)) = self.next.filter(|_| end == text.len()).filter(|(_, words)| words.contains(' ')) {
                let spells = spelled::spells(words, term);
                return (spells || listed).then_some((Kind::Listed, span, words));
            }
            let sign = [" - ", "- ", ": ", " = ", "\t", " : "]
                .iter()
                .find(|sign| text[end..].starts_with(**sign));
            if let Some(from) = sign.map(|sign| end + sign.len()) {
                let words = text[from..].trim_end_matches(['.', ' ', ';']);
                if spelled::spells(words, term) {
                    let (span, words) = place(from, from + words.len());
                    return Some((Kind::Listed, span, words));
                }
                return (listed || words.len() < 120).then_some((Kind::Listed, Span::default(), ""));
            }
            // "ABC Area Board of Carers" under "Acronyms".
            if listed && text[end..].starts_with(' ') {
                return Some((Kind::Listed, Span::default(), ""));
            }
        }
        if let Some(words) = text[end..].strip_prefix(", ").and_then(|rest| rest.split([';', '.', ',']).next()) {
            // "Short forms: ABC, area board of carers; …"
            if words.len() < AROUND && spelled::spells(words, term) {
                let (span, words) = place(end + 2, end + 2 + words.len());
                return Some((Kind::Listed, span, words));
            }
        }
        let rest = text[end..].trim_start_matches(['"', '\'']);
        if let Some(inner) = rest.strip_prefix(" (").or_else(|| rest.strip_prefix(" [")) {
            let close = near_after(inner, 0).find([')', ']']).unwrap_or(0);
            let words = &inner[..close];
            if words.contains(' ') && !is_remark(words) {
                let from = text.len() - inner.len();
                let (span, words) = place(from, from + close);
                let kind = if spelled::spells(words, term) { Kind::Glossed } else { Kind::Told };
                return Some((kind, span, words));
            }
        }
        self.bracketed(start, end, term)
    }

    /// "Area Board of Carers (ABC)", "(the ABC)", "(hereafter ABC)", "('ABC')".
    fn bracketed(&self, start: usize, end: usize, term: &str) -> Option<(Kind, Span, &'d str)> {
        const LONGEST: usize = 40;
        let text = self.text;
        let window = text.floor_char_boundary(start.saturating_sub(LONGEST));
        let open = window + text[window..start].rfind(['(', '['])?;
        if text[open..start].contains([')', ']']) {
            return None;
        }
        let before = near_before(text, open).trim_end();
        let lowest = text.ceil_char_boundary(open.saturating_sub(AROUND));
        let exact = text[open + 1..start].trim_matches(['"', '\'', ' ']).is_empty()
            && text[end..].trim_start_matches(['"', '\'', 's']).starts_with([')', ']']);
        // The shortest row of words that spells the term and ends at the bracket.
        let mut from = before.len();
        for _ in 0..14 {
            let head = before[..from].trim_end_matches([' ', '-']);
            from = head.rfind([' ', '-', '(']).map_or(0, |at| at + 1);
            let words = &before[from..];
            if spelled::spells(words, term) && words.contains(' ') {
                let words = words.trim_start_matches(['"', '\'']);
                let from = before.len() - words.len();
                let kind = if exact { Kind::Defined } else { Kind::Told };
                return Some((
                    kind,
                    part(self.block.body.start, lowest + from, lowest + before.len()),
                    &text[lowest + from..lowest + before.len()],
                ));
            }
            if from == 0 {
                break;
            }
        }
        // Otherwise the bracket may explain the words before it, letters changed: as many words as it has letters, or none.
        let last_two = before.contains(' ') && before.ends_with(char::is_alphanumeric);
        let words = last_words(before, term);
        let from = lowest + before.len() - words.len();
        let span = if words.is_empty() {
            Span::default()
        } else {
            part(self.block.body.start, from, lowest + before.len())
        };
        (exact && last_two).then_some((Kind::Told, span, words))
    }

    /// Whether a use counts for nothing but being there.
    fn is_aside(&self, term: &str, before: &str, after: &str) -> bool {
        let shouted = self.shouted;
        let apart = matches!(self.block.zone, Zone::Heading | Zone::Footnote | Zone::Contents);
        let previous = before.rsplit(' ').find(|word| !word.is_empty()).unwrap_or("");
        let next = after.trim_start().split([' ', ',', '.', ';', ')']).next().unwrap_or("");
        let capitals = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
        };
        let beside = before.ends_with(' ') && capitals(previous) || after.starts_with(' ') && capitals(next);
        let quoted = before.ends_with(['"', '\'']) && after.starts_with(['"', '\'']);
        // "the BOOST service": a name that says what it is.
        let thing = next.trim_end_matches('s').to_lowercase();
        // A worker has a brand less often than a service: the term must look like a word.
        let branded = is_sayable(term) && (KINDS_OF_THING.contains(&thing.as_str()) || thing == "worker" && term.len() > 4);
        let named = branded
            || matches!(
                previous,
                "Mr" | "Mrs"
                    | "Ms"
                    | "Miss"
                    | "Dr"
                    | "Mx"
                    | "Child"
                    | "Adult"
                    | "Baby"
                    | "Sibling"
                    | "Parent"
                    | "Mother"
                    | "Father"
                    | "Worker"
                    | "Sergeant"
                    | "Professor"
            );
        shouted || apart || beside || quoted || named || self.block.setting == Setting::Matter
    }
}

/// The capitalised words at the end of `before`, as many as `term` has letters, when the first begins as it does.
fn last_words<'t>(before: &'t str, term: &str) -> &'t str {
    let mut from = before.len();
    for _ in 0..term.len() {
        from = before[..from]
            .trim_end_matches([' ', '-'])
            .rfind([' ', '-', '('])
            .map_or(0, |at| at + 1);
    }
    let words = &before[from..];
    let capitals = words.split([' ', '-']).all(|word| word.starts_with(char::is_uppercase));
    if capitals && words.as_bytes().first() == term.as_bytes().first() {
        words
    } else {
        ""
    }
}

/// Bytes that are looked at on either side of a term: what explains it stands no further off.
const AROUND: usize = 240;

fn near_before(text: &str, at: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(AROUND))..at]
}

fn near_after(text: &str, at: usize) -> &str {
    &text[at..text.floor_char_boundary((at + AROUND).min(text.len()))]
}

/// Whether words in brackets remark on a term, and do not say what it stands for: "(see below)".
fn is_remark(words: &str) -> bool {
    const OPENING: &[&str] = &[
        "see", "which", "who", "as", "in", "from", "if", "when", "at", "on", "not", "now", "then", "then", "by", "after", "before", "and",
        "or", "until", "since", "e.g.", "i.e.",
    ];
    let first = words.split(' ').next().unwrap_or("");
    OPENING.contains(&first) || first.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a term can be said as a word: it has a vowel, and begins as English words do.
fn is_sayable(term: &str) -> bool {
    const PAIRS: &[&str] = &[
        "BL", "BR", "CH", "CL", "CR", "DR", "DW", "FL", "FR", "GL", "GR", "KN", "PH", "PL", "PR", "SC", "SH", "SK", "SL", "SM", "SN", "SP",
        "ST", "SW", "TH", "TR", "TW", "WH", "WR",
    ];
    let vowel = |at: usize| {
        term.as_bytes()
            .get(at)
            .is_some_and(|b| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y'))
    };
    let begins = vowel(0) || vowel(1) || term.get(..2).is_some_and(|two| PAIRS.contains(&two));
    begins && (0..term.len()).any(vowel)
}

/// Whether signs or figures make a code, an address or a part of a longer sign of the term.
fn is_code(before: &str, after: &str) -> bool {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let joined = |c: char| matches!(c, '.' | '@' | '_' | '&' | '+' | '#' | '=');
    // "Our ref: FHT/DoC/2023/118"
    let token = after.split(' ').next().unwrap_or_default();
    let reference = token.starts_with('/') && token.bytes().any(|b| b.is_ascii_digit());
    reference
        || before.ends_with(|c: char| joined(c) && c != '.')
        || before.ends_with('.') && !before.ends_with(" .") && before.len() > 1 && !before[..before.len() - 1].ends_with(' ')
        || before.ends_with(['/', '-']) && before.len() > 1 && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit())
        || after.starts_with(['@', '_', '&', '+', '='])
        || after
            .strip_prefix(['.', '/', '-', ':'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && after.starts_with('.') || number(rest))
        || after.strip_prefix(' ').is_some_and(number)
}
