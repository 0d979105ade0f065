//! An `example` is a sentence that a rule carries with it: a `hit` that it must find, a `miss` that it must leave alone.

use super::marks;
use crate::annotation::{Annotation, Polarity, Voice};
use crate::document::{Block, Document, Genre, People, Quotation, Sentence, Setting, Zone};
use crate::input;
use crate::patterns::{Catalogue, Negated, Rule};
use crate::text::{Folder, Format, Span, Text};

/// An example that did not do as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule's full name.
    pub rule: String,
    /// The example as written.
    pub example: String,
    /// Whether it is a `hit` (and nothing was found) or a `miss` (and something was).
    pub is_hit: bool,
    /// What the rule made of it, for a person: voice, polarity and severity of each annotation.
    pub found: Vec<String>,
}

/// Runs the examples of every rule that is at work in `catalogue`; gives those that fail, in the order of the rules.
#[must_use]
pub fn run_examples(catalogue: &Catalogue) -> Vec<Failure> {
    let mut failures = Vec::new();
    for rule in catalogue.rules().iter().filter(|rule| rule.enabled) {
        let hits = rule.hit.iter().map(|example| (example, true));
        let misses = rule.miss.iter().map(|example| (example, false));
        for (example, is_hit) in hits.chain(misses) {
            failures.extend(run(catalogue, rule, example, is_hit));
        }
    }
    failures
}

fn run(catalogue: &Catalogue, rule: &Rule, example: &str, is_hit: bool) -> Option<Failure> {
    let (text, document) = if rule.group.is_some() {
        whole(example, catalogue)?
    } else {
        one(rule, example, catalogue)
    };
    let all = marks(&document, &text, catalogue);
    let own: Vec<&Annotation<'_>> = all.iter().filter(|a| a.rule == rule.name).collect();
    let found = own.iter().any(|a| is_full(a, rule));
    (found != is_hit).then(|| Failure {
        rule: rule.name.clone().into_owned(),
        example: example.to_owned(),
        is_hit,
        found: own.iter().map(|a| describe(a)).collect(),
    })
}

/// A rule over more than a paragraph has whole documents for examples, written in Markdown.
fn whole(example: &str, catalogue: &Catalogue) -> Option<(Text, Document)> {
    let text = input::read("example.md", example.as_bytes()).ok()?;
    let document = Document::parse(&text, catalogue.lexicon());
    Some((text, document))
}

/// The example as a paragraph by itself in the rule's own place.
fn one(rule: &Rule, example: &str, catalogue: &Catalogue) -> (Text, Document) {
    let (setting, words) = setting_of(rule, example);
    paragraph(words, catalogue, |block, genre| {
        block.setting = setting;
        block.zone = zone_named(rule.scope.zones[0]);
        *genre = genre_named(rule.scope.genres[0]);
    })
}

/// Whether the annotation is one at the rule's own severity, or one lower for being clarified, in words that count.
fn is_full(annotation: &Annotation<'_>, rule: &Rule) -> bool {
    let said = matches!(annotation.voice, Voice::Own | Voice::Reported);
    said && (annotation.polarity == Polarity::Asserted || rule.negated == Negated::Same)
}

fn describe(annotation: &Annotation<'_>) -> String {
    let clarified = if annotation.clarified { ", clarified" } else { "" };
    format!(
        "{}, {}, {}{clarified}",
        annotation.voice.name(),
        annotation.polarity.name(),
        annotation.severity.name()
    )
}

/// The setting an example is read in, and its words: `[plan] CSC to monitor.` or the rule's first setting.
fn setting_of<'e>(rule: &Rule, example: &'e str) -> (Setting, &'e str) {
    let written = example.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match written.and_then(|(name, words)| Some((setting_named(name)?, words.trim_start()))) {
        Some(found) => found,
        None => (setting_named(rule.scope.settings[0]).unwrap_or(Setting::Narrative), example),
    }
}

fn setting_named(name: &str) -> Option<Setting> {
    use Setting::{Matter, Minutes, Narrative, Plan, Recommendation};
    [Plan, Recommendation, Minutes, Narrative, Matter]
        .into_iter()
        .find(|s| s.name() == name)
}

fn zone_named(name: &str) -> Zone {
    use Zone::{Contents, Footnote, Heading, List, Paragraph, Quote, Table};
    let all = [Paragraph, Heading, Table, List, Footnote, Contents, Quote];
    all.into_iter().find(|z| z.name() == name).unwrap_or(Paragraph)
}

fn genre_named(name: &str) -> Genre {
    use Genre::{ActionPlan, Minutes, Other, Review};
    [Review, ActionPlan, Minutes, Other]
        .into_iter()
        .find(|g| g.name() == name)
        .unwrap_or(Other)
}

/// A document of one paragraph; `set` gives it its place. Sentences and quotations are found by the simplest rule
/// that serves an example.
pub(super) fn paragraph(words: &str, catalogue: &Catalogue, set: impl FnOnce(&mut Block, &mut Genre)) -> (Text, Document) {
    let text = Text {
        content: words.to_owned(),
        marks: Vec::new(),
        syntax: Vec::new(),
        format: Format::Text,
        warnings: Vec::new(),
    };
    let mut folder = Folder::new(&text, catalogue.lexicon());
    let span = folder.block(&[Span::at(0, words.len())]);
    let mut document = Document {
        fold: folder.finish(),
        ..Document::default()
    };
    let mut block = Block {
        span,
        body: span,
        zone: Zone::Paragraph,
        level: 0,
        cell: None,
        paragraph: None,
        section: None,
        setting: Setting::Narrative,
    };
    set(&mut block, &mut document.genre);
    document.blocks.push(block);
    document.sentences = sentences(&document.fold.text);
    document.quotations = quotations(&document.fold.text);
    document.people = People::of(&document);
    (text, document)
}

fn sentences(text: &str) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '?', '!']) {
        let rest = text[at + 1..].trim_start_matches(['"', '\'', ')']);
        let next = rest
            .strip_prefix(' ')
            .and_then(|r| r.trim_start_matches(['"', '\'', '(']).chars().next());
        let word = text[start..at].rsplit(' ').next().unwrap_or_default();
        let short = word.len() == 1 && word != "I" || matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "e.g" | "i.e" | "No");
        if next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) && !short {
            let end = text.len() - rest.len();
            all.push(Sentence {
                span: Span::at(start, end),
                block: 0,
            });
            start = end + 1;
        }
    }
    all.push(Sentence {
        span: Span::at(start, text.len()),
        block: 0,
    });
    all
}

/// Quotations in order of their start: a mark opens where a word begins, and closes where one ends.
fn quotations(text: &str) -> Vec<Quotation> {
    let bytes = text.as_bytes();
    let word = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
    let blank = |at: Option<usize>| at.is_none_or(|at| matches!(bytes[at], b' ' | b'(' | b'"' | b'\'' | b'[' | b'-'));
    let mut all: Vec<Quotation> = Vec::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (at, &mark) in bytes.iter().enumerate().filter(|(_, b)| matches!(b, b'"' | b'\'')) {
        let closes = open.iter().any(|&(m, _)| m == mark)
            && !word(at + 1)
            && !blank(at.checked_sub(1).filter(|&b| bytes[b] != b'\'' && bytes[b] != b'"'));
        if closes {
            while let Some((m, start)) = open.pop() {
                if m == mark {
                    all.push(Quotation {
                        span: Span::at(start, at),
                        block: 0,
                        closed: true,
                    });
                    break;
                }
            }
        } else if blank(at.checked_sub(1)) && at + 1 < bytes.len() && bytes[at + 1] != b' ' {
            open.push((mark, at + 1));
        }
    }
    all.sort_by_key(|q| (q.span.start, u32::MAX - q.span.end));
    all
}
