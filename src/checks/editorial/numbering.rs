//! A series is a row of numbers that count on: paragraphs under one parent, findings, recommendations, actions. It may begin
//! again; it may not skip one number or use one twice on the way.

mod present;
mod signs;

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::{Editor, Slip};
use crate::annotation::{Confidence, Role};
use crate::document::{Document, LabelKind, StatementKind, Zone};
use crate::text::Span;
use present::present;

/// A series shorter than this is none.
const SHORTEST: usize = 3;
/// A series of signs shorter than this is none: letters and codes open lines that count nothing.
const SHORTEST_OF_SIGNS: usize = 4;
/// Blocks that may stand between two items of one list in letters or romans.
const LIST: u32 = 12;
/// Remarks of one kind on the series of one document.
const MOST: usize = 20;

/// One number of a series.
struct Step {
    number: u32,
    /// The number as written, and the words that follow it.
    span: Span,
    block: u32,
    title: String,
}

/// How the numbers of a series are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Written {
    /// 1, 2, 3
    Figures,
    /// One, Two, Three
    Words,
    /// a, b, c
    Letters,
    /// i, ii, iii
    Roman,
}

/// One row of numbers of one kind.
struct Series {
    /// "paragraph", "Recommendation".
    noun: &'static str,
    /// What stands before each number: "7.1." of "7.1.25".
    before: String,
    /// What stands behind each number: "/21".
    after: String,
    written: Written,
    steps: Vec<Step>,
    /// Whether the check of references says it when a number stands twice.
    told_elsewhere: bool,
    /// Whether the series was read from the signs that open blocks, and not from the outline.
    signs: bool,
    /// The table whose rows it counts.
    table: Option<u32>,
}

/// Remarks on numbers skipped and used twice.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let document = editor.document();
    let mut all = numbered(document);
    all.extend(labelled(document));
    all.extend(signs::series(document));
    let present = LazyCell::new(|| present(document));
    let signs = LazyCell::new(|| present::signs(document));
    let in_columns = LazyCell::new(|| present::in_first_columns(document));
    let mut said: HashSet<u32> = HashSet::new();
    for series in &all {
        let numbers: HashSet<u32> = series.steps.iter().map(|step| step.number).collect();
        let stands = |missing: u32| {
            let name = series.name(missing);
            match series.signs {
                // A bare figure counts the rows of its own table alone.
                true if series.table.is_some() && name.bytes().all(|b| b.is_ascii_digit()) => {
                    series.table.is_some_and(|table| in_columns.contains(&(table, missing)))
                }
                true => signs.contains(name.as_str()) || signs::may_be_left_out(series.written, missing),
                false if series.before.is_empty() => {
                    present.contains(&format!("{} {missing}", series.noun))
                        || is_bare(document, series) && present.contains(&format!("{} {missing}", present::BARE))
                }
                false => present.contains(&name),
            }
        };
        for run in runs(series) {
            gap(editor, (series, &mut said), run, |missing| {
                numbers.contains(&missing) || stands(missing)
            });
            twice(editor, (series, &mut said), run);
        }
    }
}

/// Whether statements are counted by their numbers alone: "7." and not "Action 7".
fn is_bare(document: &Document, series: &Series) -> bool {
    let statement = !matches!(series.noun, "paragraph" | "section");
    let figure = |step: &Step| document.fold.slice(step.span).starts_with(|c: char| c.is_ascii_digit());
    statement && series.steps.first().is_some_and(figure)
}

impl Series {
    /// The number `number` as this series writes it: "7.1.26", "(d)", "16/21".
    fn name(&self, number: u32) -> String {
        let counted = match self.written {
            Written::Letters => char::from_u32(u32::from(b'a') + number - 1).map_or_else(String::new, String::from),
            Written::Roman => roman(number),
            Written::Figures | Written::Words => number.to_string(),
        };
        let large = self.written == Written::Letters && self.before.ends_with(|c: char| c.is_ascii_digit());
        let counted = if large { counted.to_uppercase() } else { counted };
        format!("{}{counted}{}", self.before, self.after)
    }
}

/// "iv" for 4; to thirty-nine.
fn roman(number: u32) -> String {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    format!("{}{}", "x".repeat(number as usize / 10), ones[number as usize % 10])
}

/// The stretches of `series` in which the numbers never fall.
fn runs(series: &Series) -> Vec<&[Step]> {
    let steps = &series.steps;
    let listed = series.signs && matches!(series.written, Written::Letters | Written::Roman) && series.after.starts_with([')', '.']);
    let runs = steps.chunk_by(|a, b| a.number <= b.number && (!listed || b.block - a.block <= LIST));
    // The whole of a short section counts on from one.
    let whole = |run: &&[Step]| run.len() == steps.len() && run.len() > 1 && run[0].number == 1;
    let counts = |run: &&[Step]| match series.signs {
        true if listed && run.len() == SHORTEST && run[0].number == 1 && twice_at_end(run) => true,
        true => run.len() >= SHORTEST_OF_SIGNS && (run[0].number == 1 || !listed && run.len() > SHORTEST_OF_SIGNS),
        false => run.len() >= SHORTEST || whole(run),
    };
    runs.filter(counts).collect()
}

/// Whether a short list counts "(i), (ii), (ii)", its last sign twice.
fn twice_at_end(run: &[Step]) -> bool {
    matches!(run, [first, second, third] if first.number + 1 == second.number && second.number == third.number)
}

fn gap(editor: &mut Editor<'_>, (series, said): (&Series, &mut HashSet<u32>), run: &[Step], stands: impl Fn(u32) -> bool) {
    // All but one count on, so that this is a series and not a choice of numbers.
    let mut leaps = run.windows(2).filter(|pair| pair[1].number > pair[0].number + 1);
    let (Some([before, after]), None) = (leaps.next(), leaps.next()) else {
        return;
    };
    let missing = before.number + 1;
    // One number for two, and the next skipped, is one slip.
    let doubled = run
        .windows(2)
        .any(|pair| pair[0].number == pair[1].number && pair[1].number == before.number);
    if doubled || after.number != missing + 1 || said.len() >= MOST || said.contains(&after.block) || stands(missing) {
        return;
    }
    let shown = |number: u32| series.name(number);
    let slip = Slip {
        rule: "editorial/numbering-gap",
        message: format!(
            "The numbering goes from {} to {}: there is no {} {}.",
            shown(before.number),
            shown(after.number),
            series.noun,
            shown(missing)
        ),
        ask: "Is one missing, or should the numbers close up?",
        confidence: Confidence::Medium,
    };
    said.insert(after.block);
    let related = vec![editor.related(Role::Previous, before.span, "The number before.")];
    editor.say(slip, after.span, related);
}

fn twice(editor: &mut Editor<'_>, (series, said): (&Series, &mut HashSet<u32>), run: &[Step]) {
    for (at, pair) in run.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        // The count must go on: a list of the same things over again would begin again too.
        let counted =
            at > 0 && run[at - 1].number + 1 == before.number || run.get(at + 2).is_some_and(|next| next.number == after.number + 1);
        let again = before.title == after.title || after.title.is_empty() || after.title.contains("continued");
        if series.told_elsewhere || before.number != after.number || again || !counted || said.len() >= MOST {
            continue;
        }
        if !said.insert(after.block) {
            continue;
        }
        let slip = Slip {
            rule: "editorial/numbering-duplicate",
            message: format!("The number {} stands before two {}s.", series.name(after.number), series.noun),
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
            block: entry.block,
            title: document.fold.slice(block.body).to_lowercase(),
        };
        let told_elsewhere = !parent.is_empty();
        let again = (!told_elsewhere && number > FIRST_OF_LISTS)
            .then(|| again(document, entry.block, number))
            .flatten();
        let at = *by_parent
            .entry((parent.clone(), entry.heading && !told_elsewhere))
            .or_insert_with(|| {
                all.push(Series {
                    noun,
                    before: parent,
                    after: String::new(),
                    written: Written::Figures,
                    steps: Vec::new(),
                    told_elsewhere,
                    signs: false,
                    table: None,
                });
                all.len() - 1
            });
        all[at].steps.push(step);
        all[at].steps.extend(again);
    }
    all
}

/// The numbers that a list within a paragraph may count anew.
const FIRST_OF_LISTS: u32 = 4;

/// The block soon after `block` that opens with its number once more: the outline counts no number twice.
fn again(document: &Document, block: u32, number: u32) -> Option<Step> {
    const NEAR: usize = 4;
    let sign = format!("{number}. ");
    let opens = |at: usize| document.fold.slice(document.blocks[at].span).starts_with(&sign);
    let first = block as usize;
    let at = (first + 1..document.blocks.len())
        .take(NEAR)
        .find(|&at| opens(at))
        .filter(|_| opens(first))?;
    let here = &document.blocks[at];
    let counted = here.cell.is_none() && !matches!(here.zone, Zone::Footnote | Zone::Contents | Zone::Heading);
    counted.then(|| Step {
        number,
        span: Span::at(here.span.start as usize, here.span.start as usize + sign.len() - 1),
        block: at as u32,
        title: document.fold.slice(here.span)[sign.len()..].to_lowercase(),
    })
}

/// The series of findings, recommendations, learning points and actions: each with those that its word opens, whatever they are.
fn labelled(document: &Document) -> Vec<Series> {
    let kinds = [
        (StatementKind::Finding, "finding"),
        (StatementKind::Recommendation, "recommendation"),
        (StatementKind::LearningPoint, "learning point"),
        (StatementKind::Action, "action"),
    ];
    let word = |label: &str| {
        let opens = |noun: &str| label.get(..noun.len()).is_some_and(|head| head.eq_ignore_ascii_case(noun));
        kinds.iter().find(|(_, noun)| opens(noun)).map(|(_, noun)| *noun)
    };
    kinds
        .into_iter()
        .map(|(kind, noun)| {
            let own = |label: &str, of: StatementKind| word(label).map_or(of == kind, |word| word == noun);
            let statements = document.statements.iter().filter(|one| own(&one.label, one.kind));
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
                    block: one.blocks.0,
                    title,
                })
            });
            Series {
                noun,
                before: String::new(),
                after: String::new(),
                written: Written::Figures,
                steps: steps.collect(),
                told_elsewhere: false,
                signs: false,
                table: None,
            }
        })
        .collect()
}

/// Whether three numbers may be a day: "5.1.15".
fn is_day(number: &str) -> bool {
    let parts: Vec<u32> = number.split('.').filter_map(|part| part.parse().ok()).collect();
    matches!(parts[..], [1..=31, 1..=12, year] if year >= 10)
}
