//! Minuted statements stand in lines and lists: "ACTION: AB by 12/3/19", "HV to book a visit", "It was agreed that …",
//! the items under a heading "Recommendations".

use std::sync::LazyLock;

use regex::Regex;

use super::under::{Under, heading_says, is_end_matter};
use crate::document::{Document, Genre, Part, PartRole, Sentence, Statement, StatementKind, Zone, number, part, undertaking};
use crate::text::Span;

/// A line under "Actions" in minutes that is longer than this is discussion.
const LONGEST_LINE: usize = 160;

/// So many numbered paragraphs in a row that ask for nothing close a section of recommendations whose next heading was
/// not seen.
const STRANGERS: u32 = 2;

/// "ACTION: …", "Action point 3 – …", "AP3 …", "RESOLVED: …", "Recommendation: …", at the start of a block.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:ACTION|Action|AGREED|Agreed|RESOLVED|Resolved|Decision|DECISION)(?: (?:point|POINT|required))?(?: ?(\d{1,3}))? ?[:\u{2013}-] ?|(AP ?\d{1,3})\b[:. -]*|ACTION +)",
    )
});

/// "It was agreed that …" and its kin, at the start of a sentence.
static AGREED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:It was (?:also |further |unanimously )?(?:agreed|resolved|decided) (?:that|to)\b|(?:The (?:group|meeting|conference|core group|panel|board) |All |Those present )(?:agreed|resolved) (?:that|to)\b)",
    )
});

/// "HV to book …": a doer of up to seven words, then "to" and a verb.
static DOER_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:The )?[A-Z][A-Za-z'./&]*(?: ?/ ?[A-Z][A-Za-z'.]*| (?:and|&|of|the|for|in|[A-Z][A-Za-z'./&]*|worker|visitor|officer|nurse|manager|team|lead|school|nursery|police|mother|father|mum|dad|parents|teacher|chair|clerk|group|service|services|care|health|safeguarding|social|family|support)){0,7},? to ([a-z]{2,})\b",
    )
});

/// First words that go with "to" without being a doer.
const NO_DOERS: &[&str] = &[
    "Due",
    "According",
    "Prior",
    "Subject",
    "Thanks",
    "Owing",
    "Next",
    "Agreed",
    "Unable",
    "Able",
    "Happy",
    "Ready",
    "Likely",
    "Welcome",
    "Reference",
    "Access",
    "Referral",
    "Referrals",
    "Attention",
    "Apologies",
    "In",
    "As",
    "With",
    "From",
    "Further",
    "Back",
    "Not",
    "There",
    "It",
    "This",
    "That",
    "What",
    "Who",
    "How",
    "When",
    "Response",
    "Answer",
    "Contrary",
    "Close",
    "Similar",
    "Harm",
    "Risk",
    "Risks",
    "Damage",
    "Threat",
    "Visit",
    "Visits",
    "Opportunity",
    "Need",
    "Having",
    "Nothing",
];

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern written in this file compiles")
}

/// The minuted statements in blocks that no other statement covers.
pub(super) fn find(document: &Document, covered: &[bool]) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut under = Under::Other;
    let mut level = 0;
    // Counted from the first item of the section on: its introduction may be numbered too.
    let mut strangers = None;
    for (i, block) in document.blocks.iter().enumerate() {
        let text = document.fold.slice(block.body);
        let labels_list = block.zone == Zone::Paragraph && text.ends_with(':') && text.len() <= 60;
        if block.zone == Zone::Heading || labels_list {
            let named = heading_says(text);
            let deeper = block.zone != Zone::Heading || block.level > level;
            if named != Under::Other || !deeper {
                (under, level) = (named, block.level.max(1));
                strangers = None;
            }
            continue;
        }
        if covered[i] || matches!(block.zone, Zone::Contents | Zone::Footnote | Zone::Table | Zone::Quote) {
            continue;
        }
        if is_end_matter(text) {
            under = Under::Other;
        }
        if under == Under::Reports || text.starts_with("No ") || text.starts_with("None") {
            continue;
        }
        if let Some(statement) = opened(document, i).or_else(|| listed(document, i, under)) {
            found.push(statement);
            strangers = Some(0);
        } else if under == Under::Recommendations && number::printed(document.fold.slice(block.span)).is_some() {
            strangers = strangers.map(|n| n + 1);
            if strangers == Some(STRANGERS) {
                under = Under::Other;
            }
        } else if document.genre == Genre::Minutes {
            found.extend(spoken(document, i));
        }
    }
    drop_other_depths(&mut found);
    found
}

/// Recommendations that are numbered paragraphs stand at one depth; a numbered introduction to them stands at another
/// ("70" before "12.1.1").
fn drop_other_depths(found: &mut Vec<Statement>) {
    let depth = |s: &Statement| match &s.number {
        Some(number) if s.kind == StatementKind::Recommendation && s.label == *number => Some(number.matches('.').count()),
        _ => None,
    };
    let mut counts = [0_usize; 8];
    for deep in found.iter().filter_map(depth) {
        counts[deep.min(7)] += 1;
    }
    let usual = (0..counts.len()).max_by_key(|&deep| counts[deep]).unwrap_or(0);
    found.retain(|s| depth(s).is_none_or(|deep| deep.min(7) == usual || counts[deep.min(7)] * 3 >= counts[usual]));
}

/// A block that says itself that it is an action.
fn opened(document: &Document, i: usize) -> Option<Statement> {
    let body = document.blocks[i].body;
    let text = document.fold.slice(body);
    let found = OPENING.captures(text)?;
    let whole = found.get(0)?;
    // "AP1 ACTION: …" opens twice.
    let end = whole.end() + OPENING.find(&text[whole.end()..]).map_or(0, |again| again.end());
    if text[end..].trim().is_empty() || part::opening(text).is_some_and(|(role, _)| role != PartRole::Body) {
        return None;
    }
    let (label, number) = match (found.get(1), found.get(2)) {
        (Some(n), _) => (format!("Action {}", n.as_str()), Some(n.as_str().to_owned())),
        (_, Some(ap)) => (
            ap.as_str().to_owned(),
            Some(ap.as_str().trim_start_matches(['A', 'P', ' ']).to_owned()),
        ),
        _ => (String::new(), None),
    };
    Some(of_block(document, i, StatementKind::Action, (label, number), end))
}

/// An item under a heading that names actions or recommendations.
fn listed(document: &Document, i: usize, under: Under) -> Option<Statement> {
    if !matches!(under, Under::Actions | Under::Recommendations) {
        return None;
    }
    let block = &document.blocks[i];
    let text = document.fold.slice(block.body);
    let printed = number::printed(document.fold.slice(block.span));
    // A number that counts items, and no paragraphs, is still in the body.
    let lead = number::printed(text).map_or(0, |p| p.len);
    let words = &text[lead..];
    let asked = (undertaking::asks(words) || undertaking::orders(words)) && !text.contains("recommendations ");
    // "The table was copied from the old plan": what is told is no action.
    let told = [" was ", " were "].iter().any(|past| text.contains(past)) && !asked;
    let line = !told
        && under == Under::Actions
        && document.genre == Genre::Minutes
        && text.len() <= LONGEST_LINE
        && text.starts_with(char::is_uppercase);
    // A paragraph of an account may be set as an item; what is asked for is said in one sentence, or first.
    let short = block.zone == Zone::List && (under == Under::Actions || !words.contains(". "));
    let item = line || short || is_undertaking(words) || (asked || under == Under::Actions) && printed.is_some();
    let item = item || under == Under::Recommendations && asked;
    if !item || text.len() < 8 {
        return None;
    }
    let kind = if under == Under::Actions {
        StatementKind::Action
    } else {
        StatementKind::Recommendation
    };
    let own = block
        .paragraph
        .is_some_and(|p| document.outline.entries[p as usize].block == i as u32);
    let name = match (printed, kind) {
        (Some(p), _) if own || p.number.contains('.') => (p.number.clone(), Some(p.number)),
        (Some(p), StatementKind::Action) => (format!("Action {}", p.number), Some(p.number)),
        (Some(p), _) => (format!("Recommendation {}", p.number), Some(p.number)),
        (None, _) => (String::new(), None),
    };
    Some(of_block(document, i, kind, name, lead))
}

/// Sentences of a paragraph of minutes that are undertakings.
fn spoken(document: &Document, i: usize) -> Vec<Statement> {
    let block = &document.blocks[i];
    let from = document.sentences.partition_point(|s| s.span.start < block.body.start);
    let sentences = document.sentences[from..].iter().take_while(|s| s.block == i as u32);
    sentences
        .filter(|s| is_undertaking(document.fold.slice(s.span)))
        .map(|s| of_sentence(document, *s))
        .collect()
}

fn is_undertaking(text: &str) -> bool {
    if AGREED.is_match(text) {
        return true;
    }
    let Some(found) = DOER_TO.captures(text) else { return false };
    let first = text
        .strip_prefix("The ")
        .unwrap_or(text)
        .split([' ', '/', ','])
        .next()
        .unwrap_or("");
    let verb = found.get(1).map_or("", |v| v.as_str());
    !NO_DOERS.contains(&first)
        && !matches!(
            verb,
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "date" | "be" | "this" | "that" | "which" | "who" | "whom"
        )
}

fn of_block(document: &Document, i: usize, kind: StatementKind, (label, number): (String, Option<String>), lead: usize) -> Statement {
    let body = document.blocks[i].body;
    let text = document.fold.slice(body);
    let parts = part::split(&text[lead..], body.start + lead as u32, PartRole::Body);
    Statement {
        kind,
        label,
        number,
        span: document.blocks[i].span,
        blocks: (i as u32, i as u32 + 1),
        parts,
    }
}

fn of_sentence(document: &Document, sentence: Sentence) -> Statement {
    let blocks = (sentence.block, sentence.block + 1);
    let parts = vec![Part {
        role: PartRole::Body,
        span: sentence.span,
    }];
    let lead = AGREED.find(document.fold.slice(sentence.span)).map_or(0, |m| m.end() as u32);
    let body = Span::new(sentence.span.start + lead, sentence.span.end);
    let parts = if lead > 0 {
        vec![Part {
            role: PartRole::Body,
            span: trim(document, body),
        }]
    } else {
        parts
    };
    Statement {
        kind: StatementKind::Action,
        label: String::new(),
        number: None,
        span: sentence.span,
        blocks,
        parts,
    }
}

fn trim(document: &Document, span: Span) -> Span {
    let text = document.fold.slice(span);
    Span::new(span.start + (text.len() - text.trim_start().len()) as u32, span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use crate::text::Lexicon;

    #[test]
    fn recommendations_may_count_from_one_again_below_numbered_sections() {
        let text = "1. Introduction\n\n1.1 Rowan was two.\n\n2. Recommendations\n\n1. The trust should end discharge by letter.\n\n2. The practice should review its arrangements for letters.\n";
        let read = input::read("paper.txt", text.as_bytes()).unwrap();
        let document = Document::parse(&read, &Lexicon::default());
        let kinds: Vec<_> = document.statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [StatementKind::Recommendation; 2]);
    }
}
