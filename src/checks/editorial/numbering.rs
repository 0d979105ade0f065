//! A series is a row of numbers that count on: paragraphs under one parent, findings, recommendations, actions. It may begin
//! again; it may not skip one number or use one twice on the way.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Document, LabelKind, StatementKind, Zone};
use crate::text::Span;

/// A series shorter than this is none.
const SHORTEST: usize = 3;

/// One number of a series.
struct Step {
    number: u32,
    /// The number as written, and the words that follow it.
    span: Span,
    title: String,
}

/// One row of numbers of one kind.
struct Series {
    /// "paragraph", "Recommendation".
    noun: &'static str,
    /// What stands before each number: "7.1." of "7.1.25".
    parent: String,
    steps: Vec<Step>,
    /// Whether the check of references says it when a number stands twice.
    told_elsewhere: bool,
}

/// Remarks on numbers skipped and used twice.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let document = editor.document();
    let mut all = numbered(document);
    all.extend(labelled(document));
    // Read from the whole text, and seldom asked for.
    let present = LazyCell::new(|| present(document));
    let stands = |name: &str| present.contains(name);
    for series in &all {
        let numbers: HashSet<u32> = series.steps.iter().map(|step| step.number).collect();
        for run in runs(&series.steps) {
            gaps(editor, (series, &numbers), run, stands);
            twice(editor, series, run);
        }
    }
}

/// The stretches of `steps` in which the numbers never fall.
fn runs(steps: &[Step]) -> Vec<&[Step]> {
    let runs = steps.chunk_by(|a, b| a.number <= b.number);
    // The whole of a short section counts on from one.
    let whole = |run: &&[Step]| run.len() == steps.len() && run.len() > 1 && run[0].number == 1;
    runs.filter(|run| run.len() >= SHORTEST || whole(run)).collect()
}

fn gaps(editor: &mut Editor<'_>, (series, numbers): (&Series, &HashSet<u32>), run: &[Step], stands: impl Fn(&str) -> bool) {
    // All but one count on, so that this is a series and not a choice of numbers.
    let leaps = run.windows(2).filter(|pair| pair[1].number > pair[0].number + 1).count();
    for pair in run.windows(2).filter(|_| leaps == 1) {
        let [before, after] = pair else { continue };
        let missing = before.number + 1;
        let name = format!("{}{missing}", series.parent);
        let key = if series.parent.is_empty() {
            format!("{} {missing}", series.noun.to_lowercase())
        } else {
            name.clone()
        };
        if after.number != missing + 1 || numbers.contains(&missing) || stands(&key) {
            continue;
        }
        let slip = Slip {
            rule: "editorial/numbering-gap",
            message: format!(
                "The numbering goes from {}{} to {}{}: there is no {} {name}.",
                series.parent, before.number, series.parent, after.number, series.noun
            ),
            ask: "Is one missing, or should the numbers close up?",
            confidence: Confidence::Medium,
        };
        let related = vec![editor.related(Role::Previous, before.span, "The number before.")];
        editor.say(slip, after.span, related);
    }
}

fn twice(editor: &mut Editor<'_>, series: &Series, run: &[Step]) {
    for (at, pair) in run.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        // The count must go on: a list of the same things over again would begin again too.
        let counted =
            at > 0 && run[at - 1].number + 1 == before.number || run.get(at + 2).is_some_and(|next| next.number == after.number + 1);
        let again = before.title == after.title || after.title.is_empty() || after.title.contains("continued");
        if series.told_elsewhere || before.number != after.number || again || !counted {
            continue;
        }
        let slip = Slip {
            rule: "editorial/numbering-duplicate",
            message: format!("The number {} stands before two {}s.", after.number, series.noun),
            ask: "Which of the two should be renumbered?",
            confidence: Confidence::Medium,
        };
        let related = vec![editor.related(Role::Previous, before.span, "It stood here before.")];
        editor.say(slip, after.span, related);
    }
}

/// The series of printed numbers, by parent, in reading order.
fn numbered(document: &Document) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    let mut by_parent: HashMap<(String, bool), usize> = HashMap::new();
    for entry in document.outline.entries.iter().filter(|entry| entry.kind == LabelKind::Paragraph) {
        let block = &document.blocks[entry.block as usize];
        let (parent, last) = entry.number.rsplit_once('.').map_or(("", entry.number.as_str()), |(p, l)| (p, l));
        let Ok(number) = last.parse() else { continue };
        if block.cell.is_some() || is_day(&entry.number) {
            continue;
        }
        let parent = if parent.is_empty() { String::new() } else { format!("{parent}.") };
        let noun = if entry.heading { "section" } else { "paragraph" };
        let step = Step {
            number,
            span: Span::new(block.span.start, (block.span.start + entry.number.len() as u32).min(block.span.end)),
            title: document.fold.slice(block.body).to_lowercase(),
        };
        let told_elsewhere = !parent.is_empty();
        let at = *by_parent
            .entry((parent.clone(), entry.heading && !told_elsewhere))
            .or_insert_with(|| {
                all.push(Series {
                    noun,
                    parent,
                    steps: Vec::new(),
                    told_elsewhere,
                });
                all.len() - 1
            });
        all[at].steps.push(step);
    }
    all
}

/// The series of findings, recommendations, learning points and actions.
fn labelled(document: &Document) -> Vec<Series> {
    let kinds = [
        (StatementKind::Finding, "finding"),
        (StatementKind::Recommendation, "recommendation"),
        (StatementKind::LearningPoint, "learning point"),
        (StatementKind::Action, "action"),
    ];
    kinds
        .into_iter()
        .map(|(kind, noun)| {
            let statements = document.statements.iter().filter(|one| one.kind == kind);
            let steps = statements.filter_map(|one| {
                let number: u32 = one.number.as_deref()?.parse().ok()?;
                let block = &document.blocks[one.blocks.0 as usize];
                let text = document.fold.slice(block.span);
                let from = text.find(one.label.as_str()).filter(|_| !one.label.is_empty())?;
                let head = from + one.label.len();
                let title = text[head..].trim_start_matches([':', '.', ' ', '-', ')']).to_lowercase();
                let start = block.span.start as usize;
                (block.zone != Zone::Contents).then(|| Step {
                    number,
                    span: Span::at(start + from, start + head),
                    title,
                })
            });
            Series {
                noun,
                parent: String::new(),
                steps: steps.collect(),
                told_elsewhere: false,
            }
        })
        .collect()
}

/// The numbers that stand anywhere as the opening of something, whether or not the outline has it: "7.1.26",
/// "recommendation 3".
fn present(document: &Document) -> HashSet<String> {
    let mut found = HashSet::new();
    for entry in &document.outline.entries {
        found.insert(match entry.kind {
            LabelKind::Paragraph => entry.number.clone(),
            kind => format!("{} {}", kind.name().replace('-', " "), entry.number),
        });
        if !entry.number.contains('.') && entry.kind == LabelKind::Paragraph {
            found.insert(format!("section {}", entry.number));
            found.insert(format!("paragraph {}", entry.number));
        }
    }
    let text = &document.fold.text;
    let mut before = "";
    for token in text.split([' ', '\n']) {
        let number = token.trim_end_matches(['.', ')', ':']).trim_start_matches('(');
        if number.contains('.') && number.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !cites(before) {
            found.insert(number.to_owned());
        }
        before = token;
    }
    for block in &document.blocks {
        // A number may open a block that the outline does not count, a row or an item.
        let opening = document.fold.slice(block.span).trim_start_matches(['(', '*', '#', ' ']);
        let digits = opening.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=3).contains(&digits) {
            for noun in ["section", "paragraph", "finding", "recommendation", "learning point", "action"] {
                found.insert(format!("{noun} {}", &opening[..digits]));
            }
        }
        for (noun, rest) in heads(opening) {
            found.insert(format!("{noun} {rest}"));
        }
    }
    found
}

/// "Recommendation Three", "Findings 2 and 3": a label's word at the start of a block, with each number after it.
fn heads(opening: &str) -> Vec<(&'static str, u32)> {
    let lower: String = opening.chars().take(60).collect::<String>().to_lowercase();
    let nouns = ["finding", "recommendation", "learning point", "action", "section"];
    let Some(noun) = nouns
        .into_iter()
        .find(|noun| lower.starts_with(noun) || lower.starts_with(&format!("key {noun}")))
    else {
        return Vec::new();
    };
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let number = |word: &str| word.parse().ok().or_else(|| crate::document::unit_word(word));
    words.filter_map(number).map(|number| (noun, number)).collect()
}

/// Whether a number after `word` is cited, and does not open what it numbers.
fn cites(word: &str) -> bool {
    const CITING: &[&str] = &[
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "section",
        "sections",
        "see",
        "also",
        "and",
        "to",
        "in",
        "at",
        "or",
        "of",
        "under",
        "by",
        "from",
        "with",
        "item",
        "items",
        "point",
        "points",
        "minute",
        "minutes",
        "finding",
        "findings",
    ];
    CITING.contains(&word.trim_start_matches('(').to_lowercase().trim_end_matches('.'))
}

/// Whether three numbers may be a day: "5.1.15".
fn is_day(number: &str) -> bool {
    let parts: Vec<u32> = number.split('.').filter_map(|part| part.parse().ok()).collect();
    matches!(parts[..], [1..=31, 1..=12, year] if year >= 10)
}
