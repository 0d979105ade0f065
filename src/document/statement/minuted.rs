//! Minuted statements stand in lines and lists: "ACTION: AB by 12/3/19", "HV to book a visit", "It was agreed that …",
//! the items under a heading "Recommendations".

use std::sync::LazyLock;

use regex::Regex;

use super::blocked;
use super::cited;
use super::filled;
use super::given::{dashed, is_given, opens_items, opens_undertakings};
use super::heir::heir;
use super::lettered::{lettered, name};
use super::signed;
use super::spoken;
use super::spoken::is_undertaking;
use super::telling::{drop_other_depths, is_narrative, is_unseen_heading};
use super::under::{Under, heading_says, is_end_matter, may_head_plan};
use crate::document::label::{self, LabelHead};
use crate::document::{Document, Genre, LabelKind, Part, PartRole, Statement, StatementKind, Zone, number, part, undertaking};
use crate::text::Span;

/// A line under "Actions" in minutes that is longer than this is discussion.
const LONGEST_LINE: usize = 160;

/// Longest line that only says what became of an action, in bytes.
const LONGEST_STATUS: usize = 24;

/// So many numbered paragraphs in a row that ask for nothing close a section of recommendations whose next heading was
/// not seen.
const STRANGERS: u32 = 2;

/// "ACTION: …", "Action point 3 – …", "AP3 …", "RESOLVED: …", "Recommendation: …", at the start of a block.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:ACTION|Action|AGREED|Agreed|RESOLVED|Resolved|Decision|DECISION)(?: (?:point|POINT|required|agreed|needed|proposed|planned|set))?(?: ?(\d{1,3}(?:[./]\d{1,3})?[a-z]?)(?: ?\([^()]{1,40}\))?)? ?[:\u{2013}-] ?|(AP ?\d{1,3})\b[:. -]*|ACTION +)",
    )
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern written in this file compiles")
}

/// "Action 3.1 Ms Vane to bring the figures".
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:ACTION|Action)(?: point)? (\d{1,3}(?:\.\d{1,3})?[a-z]?)[.)]? "));

/// The minuted statements in blocks that no other statement covers.
pub(super) fn find(document: &Document, covered: &[bool]) -> Vec<Statement> {
    let mut reader = Reader::default();
    for (i, &covered) in covered.iter().enumerate() {
        reader.read(document, i, covered);
    }
    drop_other_depths(&mut reader.found);
    reader.found
}

/// What was found, and where the next block stands.
#[derive(Default)]
struct Reader {
    found: Vec<Statement>,
    under: Under,
    level: u8,
    /// Numbered paragraphs in a row that ask for nothing, counted from the first item of the section on: its introduction
    /// may be numbered too.
    strangers: Option<u32>,
    /// Who the items below are given to, by a heading or the words before a list.
    heir: Option<Span>,
    /// Whether the words before a list promise it, whatever section they stand in.
    promised: bool,
    /// Whether the blocks before were a decision and its items.
    deciding: bool,
}

impl Reader {
    fn read(&mut self, document: &Document, i: usize, covered: bool) {
        let block = &document.blocks[i];
        let text = document.fold.slice(block.body);
        if document.genre == Genre::Minutes
            && let Some(head) = label::label_head(text).filter(|head| head.kind == LabelKind::Decision)
        {
            self.deciding = true;
            self.found.extend(decided(document, i, &head).filter(|_| !covered));
            return;
        }
        // "Decision 5. It was agreed that: (a) the threshold is not met; …"
        self.deciding &= block.zone == Zone::List || text.starts_with('(');
        if self.deciding {
            return;
        }
        if block.zone != Zone::Heading && is_unseen_heading(document, i) {
            return self.unseen(document.fold.slice(block.span));
        }
        let labels_list = block.zone == Zone::Paragraph && text.ends_with(':') && text.len() <= 80;
        if block.zone == Zone::Heading || labels_list || opens_items(document, i) {
            return self.head(document, i);
        }
        if covered || matches!(block.zone, Zone::Contents | Zone::Footnote | Zone::Table | Zone::Quote) {
            return;
        }
        // A number that counts items is still in the body.
        let lead = number::printed(text).map_or(0, |printed| printed.len);
        if is_end_matter(&text[lead..]) {
            self.under = Under::Other;
        }
        let under = match (self.under, block.zone) {
            (Under::Other, Zone::List) if self.promised => Under::Actions,
            (under, _) => under,
        };
        if under == Under::Reports || text.starts_with("No ") || text.starts_with("None") {
            return;
        }
        if self.goes_on(document, i) {
            return;
        }
        if let Some(statement) = opened(document, i) {
            self.found.push(blocked::headed(document, i, statement));
            self.strangers = Some(0);
        } else if let Some(statement) = listed(document, i, under) {
            let statement = self.inherit(statement);
            self.found.push(blocked::headed(document, i, statement));
            self.strangers = Some(0);
        } else {
            (self.heir, self.promised) = (None, false);
            self.stranger(document, i);
        }
    }

    /// A heading within a section, "12.1 Recognising control", leaves its items what they are.
    fn unseen(&mut self, text: &str) {
        self.heir = None;
        let deep = number::printed(text).is_some_and(|printed| printed.number.contains('.'));
        match heading_says(text) {
            Under::Other if deep && self.under == Under::Recommendations => {}
            says => self.under = says,
        }
    }

    /// Lets the statement right before block `i` take it in, when it opens with the label of another part: "Owner: …" below
    /// "Action: …"; whether it did.
    fn goes_on(&mut self, document: &Document, i: usize) -> bool {
        let block = &document.blocks[i];
        let text = document.fold.slice(block.body);
        let Some(last) = self.found.last_mut().filter(|last| last.blocks.1 == i as u32) else {
            return false;
        };
        let opening = part::opening(text).filter(|(role, _)| !matches!(role, PartRole::Body));
        // "Addresses: Finding 2" says what the action answers.
        let answers = || {
            cited::opening(text)
                .filter(|&end| end == text.len())
                .map(|_| (PartRole::Answers, 0))
        };
        // A line of its own may say no more than what became of it, or who has it and when.
        let status = || (text.len() <= LONGEST_STATUS && filled::is_status(text)).then_some((PartRole::Response, 0));
        let signed = || signed::signs(document, text).then_some((PartRole::Body, 0));
        let plain = block.zone == Zone::Paragraph && block.paragraph.is_none();
        let own = || if plain { status().or_else(signed) } else { None };
        let Some((role, at)) = opening.or_else(answers).or_else(own) else {
            return false;
        };
        if blocked::opens_next(document, i) {
            return false;
        }
        last.parts.extend(part::split(&text[at..], block.body.start + at as u32, role));
        last.blocks.1 = i as u32 + 1;
        last.span.end = block.span.end;
        true
    }

    /// A heading, or the words before a list.
    fn head(&mut self, document: &Document, i: usize) {
        let block = &document.blocks[i];
        let text = document.fold.slice(block.body);
        let named = match heading_says(text) {
            Under::Other if may_head_plan(text) && opens_undertakings(document, i) => Under::Actions,
            says => says,
        };
        // An appendix is of no section, however its heading is set.
        let appended = label::label_head(text).is_some_and(|head| head.kind == LabelKind::Appendix);
        let deeper = block.zone != Zone::Heading || block.level > self.level && !appended;
        let heir = heir(text, &document.people);
        // In a review the recommendations may stand under the names of those whom they are for.
        let numbered = text.starts_with(|c: char| c.is_ascii_digit());
        let deep = number::printed(document.fold.slice(block.span)).is_some_and(|printed| printed.number.contains('.'));
        let shared = self.under == Under::Recommendations && (heir.is_some() && !numbered || deep);
        if named != Under::Other || !deeper && !shared {
            (self.under, self.level) = (named, block.level.max(1));
            self.strangers = None;
        }
        self.promised = document.genre == Genre::Minutes && heir.is_some_and(|heir| heir.promised);
        self.heir = heir.map(|heir| {
            let start = block.body.start + (heir.name.as_ptr() as usize - text.as_ptr() as usize) as u32;
            Span::new(start, start + heir.name.len() as u32)
        });
    }

    /// `statement` with the owner that stands above its list, unless it has one of its own.
    fn inherit(&self, mut statement: Statement) -> Statement {
        let own = statement.parts.iter().any(|part| part.role == PartRole::Owner);
        if let Some(span) = self.heir.filter(|_| !own) {
            statement.parts.insert(
                0,
                Part {
                    role: PartRole::Owner,
                    span,
                },
            );
        }
        statement
    }

    /// A block that is no item: its sentences may promise something.
    fn stranger(&mut self, document: &Document, i: usize) {
        let numbered = number::printed(document.fold.slice(document.blocks[i].span)).is_some();
        if self.under == Under::Recommendations && numbered {
            self.strangers = self.strangers.map(|n| n + 1);
            if self.strangers == Some(STRANGERS) {
                self.under = Under::Other;
            }
        } else if document.genre == Genre::Minutes {
            self.found.extend(spoken::find(document, i));
        }
    }
}

/// The action that the decision at block `i` makes of it: "Decision 1 It was agreed that RK would write to the landlord". What
/// takes effect by itself is none.
fn decided(document: &Document, i: usize, head: &LabelHead) -> Option<Statement> {
    let text = document.fold.slice(document.blocks[i].body);
    let lead = spoken::decision(&text[head.len..])?;
    let label = label::bare(&text[..head.label_len]).to_owned();
    Some(of_block(document, i, StatementKind::Action, (label, None), head.len + lead))
}

/// A block that says itself that it is an action.
fn opened(document: &Document, i: usize) -> Option<Statement> {
    let body = document.blocks[i].body;
    let text = document.fold.slice(body);
    let found = OPENING.captures(text).or_else(|| {
        let found = NUMBERED.captures(text)?;
        let end = found.get(0)?.end();
        is_undertaking(&text[end..]).then_some(found)
    })?;
    let whole = found.get(0)?;
    // "AP1 ACTION: …" opens twice.
    let end = whole.end() + OPENING.find(&text[whole.end()..]).map_or(0, |again| again.end());
    let words = text[end..].trim();
    if words.is_empty() || part::opening(text).is_some_and(|(role, _)| role != PartRole::Body) {
        return None;
    }
    let asked = undertaking::asks(words) || undertaking::orders(words) || is_undertaking(words);
    let told = [" was ", " were ", "minutes "].iter().any(|told| words.contains(told));
    // "Decision: threshold met" is a field of a form; "Agreed: the minutes were correct" tells.
    let decided = text.starts_with(['D', 'd']);
    let action = text.starts_with("ACTION") || text.starts_with("Action") || text.starts_with("AP");
    if !action && !asked && (decided || told) {
        return None;
    }
    if action && names_only(words) {
        return before(document, i, end);
    }
    let (label, number) = match (found.get(1), found.iter().nth(2).flatten()) {
        (Some(n), _) => (format!("Action {}", n.as_str()), Some(n.as_str().to_owned())),
        (None, Some(ap)) => (
            ap.as_str().to_owned(),
            Some(ap.as_str().trim_start_matches(['A', 'P', ' ']).to_owned()),
        ),
        _ => (String::new(), None),
    };
    Some(of_block(document, i, StatementKind::Action, (label, number), end))
}

/// Whether `words` are initials and nothing else: "ACTION: SD" at the foot of a discussion.
fn names_only(words: &str) -> bool {
    let initials = |word: &str| (2..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    words
        .trim_end_matches('.')
        .split(['/', ' ', ',', '&'])
        .filter(|w| !w.is_empty())
        .all(initials)
}

/// The action whose owner block `i` names from its byte `at` on: the last sentence before it.
fn before(document: &Document, i: usize, at: usize) -> Option<Statement> {
    let previous = i.checked_sub(1)?;
    let last = document.sentences.partition_point(|s| s.block < i as u32).checked_sub(1)?;
    let (sentence, block) = (document.sentences[last], &document.blocks[previous]);
    let text = document.fold.slice(sentence.span);
    if sentence.block != previous as u32 || block.zone != Zone::Paragraph || OPENING.is_match(text) || text.len() < 8 {
        return None;
    }
    let body = document.blocks[i].body;
    let part = |role, span| Part { role, span };
    Some(Statement {
        kind: StatementKind::Action,
        label: String::new(),
        number: None,
        span: Span::new(sentence.span.start, document.blocks[i].span.end),
        blocks: (previous as u32, i as u32 + 1),
        parts: vec![
            part(PartRole::Body, sentence.span),
            part(PartRole::Owner, Span::new(body.start + at as u32, body.end)),
        ],
    })
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
    let lettered = lettered(document, i).filter(|_| under == Under::Recommendations);
    let lead = lettered.map_or_else(|| number::printed(text).map_or(0, |p| p.len), |(_, lead)| lead);
    let words = &text[lead..];
    let asked = (undertaking::asks(words) || undertaking::orders(words)) && !text.contains("recommendations ");
    // "The table was copied from the old plan": what is told is no action.
    let told = [" was ", " were "].iter().any(|past| text.contains(past)) && !asked;
    let telling = !asked && is_narrative(words);
    let line = !(told || telling)
        && under == Under::Actions
        && document.genre == Genre::Minutes
        && text.len() <= LONGEST_LINE
        && text.starts_with(char::is_uppercase);
    // A paragraph of an account may be set as an item; what is asked for is said in one sentence, or first.
    let short = block.zone == Zone::List && !telling && (under == Under::Actions || !words.contains(". "));
    let told = printed
        .as_ref()
        .is_some_and(|printed| printed.number.contains('.') || block.zone != Zone::List)
        && is_narrative(words);
    if told && under == Under::Actions && part::split(words, 0, PartRole::Body).len() < 2 {
        return None;
    }
    let item = line
        || short
        || under == Under::Actions && is_given(document, words)
        || is_undertaking(words)
        || (asked || under == Under::Actions) && printed.is_some();
    // What is asked for in a line of its own has its owner or its date in the next.
    let followed = || {
        let next = document
            .blocks
            .get(i + 1)
            .filter(|next| next.zone == Zone::Paragraph && next.paragraph.is_none());
        next.is_some_and(|next| signed::signs(document, document.fold.slice(next.body)))
    };
    let item = item || asked && (under == Under::Recommendations || under == Under::Actions && followed()) || lettered.is_some();
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
    let named = match (printed, kind) {
        _ if lettered.is_some() => name(lettered),
        (Some(p), kind) if own && kind == StatementKind::Recommendation || p.number.contains('.') => (p.number.clone(), Some(p.number)),
        (Some(p), StatementKind::Action) => (format!("Action {}", p.number), Some(p.number)),
        (Some(p), _) => (format!("Recommendation {}", p.number), Some(p.number)),
        (None, _) => (String::new(), None),
    };
    Some(of_block(document, i, kind, named, lead))
}

fn of_block(document: &Document, i: usize, kind: StatementKind, (label, number): (String, Option<String>), lead: usize) -> Statement {
    let body = document.blocks[i].body;
    let text = document.fold.slice(body);
    let mut parts = part::split(&text[lead..], body.start + lead as u32, PartRole::Body);
    if let [only] = parts[..] {
        parts = dashed(document, only).unwrap_or(parts);
    }
    // "Family group conference referral. Action: KP"
    for part in parts.iter_mut().skip(1) {
        if part.role == PartRole::Body && names_only(document.fold.slice(part.span)) {
            part.role = PartRole::Owner;
        }
    }
    Statement {
        kind,
        label,
        number,
        span: document.blocks[i].span,
        blocks: (i as u32, i as u32 + 1),
        parts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use crate::text::{Lexicon, Mark, MarkKind};

    #[test]
    fn recommendations_may_count_from_one_again_below_numbered_sections() {
        let text = "1. Introduction\n\n1.1 Rowan was two.\n\n2. Recommendations\n\n1. The trust should end discharge by letter.\n\n2. The practice should review its arrangements for letters.\n";
        let read = input::read("paper.txt", text.as_bytes()).unwrap();
        let document = Document::parse(&read, &Lexicon::default());
        let kinds: Vec<_> = document.statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [StatementKind::Recommendation; 2]);
    }

    #[test]
    fn an_agenda_whose_numbers_the_format_prints_holds_no_actions() {
        let lines = ["Agenda", "Update", "Actions", "Date of next meeting", "Any other business"];
        let mut text = input::read("minutes.txt", b"").unwrap();
        for (n, line) in lines.into_iter().enumerate() {
            let start = text.content.len();
            text.content.push_str(line);
            text.content.push('\n');
            if n > 0 {
                let label = MarkKind::Label(format!("{n}.").into_boxed_str());
                text.marks.push(Mark {
                    span: Span::at(start, start),
                    kind: label,
                });
            }
            let kind = if n == 0 { MarkKind::Heading(2) } else { MarkKind::Paragraph };
            text.marks.push(Mark {
                span: Span::at(start, start + line.len()),
                kind,
            });
        }
        let document = Document::parse(&text, &Lexicon::default());
        assert_eq!(document.statements, []);
    }
}
