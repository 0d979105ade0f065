//! A `Scan` is all that was learnt of one document, ready to be reported.

use crate::annotation::Annotation;
use crate::checks::actions::ActionFacts;
use crate::checks::chronology::{GAP_DAYS, Timeline};
use crate::checks::references::Graph;
use crate::checks::{actions, chronology, editorial, language, references};
use crate::document::Document;
use crate::patterns::Catalogue;
use crate::text::{Span, Text};

/// Bytes of a text after which expressions forget what they found out: to find it out anew is nothing beside what such a text takes, and
/// the checks that follow have the room.
const LARGE: usize = 1 << 22;

/// Everything about one document. `'p` is the life of the packs whose words its annotations borrow.
#[derive(Debug)]
pub struct Scan<'p> {
    /// The text that every published offset counts in.
    pub text: Text,
    /// Its structure.
    pub document: Document,
    /// Remarks of all checks, ordered by place, then by rule.
    pub annotations: Vec<Annotation<'p>>,
    /// References and coverage.
    pub graph: Graph,
    /// The facts of each statement, in the order of the document's statements.
    pub facts: Vec<ActionFacts>,
    /// The rows of its chronologies.
    pub timeline: Timeline,
}

/// What a scan holds a document against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The day against which timescales are held, ISO 8601.
    pub as_of: Option<&'a str>,
    /// Days without a row from which a chronology has a gap.
    pub gap_days: u32,
}

impl Default for Against<'_> {
    fn default() -> Self {
        Self {
            as_of: None,
            gap_days: GAP_DAYS,
        }
    }
}

/// Scans `text` with the rules of `catalogue`. `as_of` is the day against which timescales are held, ISO 8601.
#[must_use]
pub fn scan<'p>(text: Text, catalogue: &'p Catalogue, as_of: Option<&str>) -> Scan<'p> {
    let against = Against {
        as_of,
        ..Against::default()
    };
    scan_against(text, catalogue, &against)
}

/// Scans `text` with the rules of `catalogue`, held against what `against` says.
#[must_use]
pub fn scan_against<'p>(text: Text, catalogue: &'p Catalogue, against: &Against<'_>) -> Scan<'p> {
    let document = Document::parse(&text, catalogue.lexicon());
    let mut annotations = language::check(&document, &text, catalogue);
    annotations.shrink_to_fit();
    if text.content.len() > LARGE {
        catalogue.forget_searches();
    }
    let (graph, about_references) = references::check(&document, &text);
    let (facts, about_actions) = actions::check(&document, &text, against.as_of);
    let (timeline, about_dates) = chronology::check(&document, &text, against.gap_days);
    let parts = [about_references, about_actions, about_dates, editorial::check(&document, &text)];
    annotations.reserve_exact(parts.iter().map(Vec::len).sum());
    parts.into_iter().for_each(|part| annotations.extend(part));
    say_dates_once(&mut annotations);
    put_in_order(&mut annotations);
    Scan {
        text,
        document,
        annotations,
        graph,
        facts,
        timeline,
    }
}

/// Orders annotations by place, then by rule, those of one place and rule as they came. They are large and may be many: their numbers
/// are sorted, and then each goes to its place, so that no second copy of them is made.
fn put_in_order(annotations: &mut [Annotation<'_>]) {
    let key = |at: u32| (annotations[at as usize].span, &annotations[at as usize].rule);
    let mut from: Vec<u32> = (0..annotations.len() as u32).collect();
    from.sort_by(|&a, &b| key(a).cmp(&key(b)));
    for start in 0..from.len() {
        let mut at = start;
        // Round the ring of those that take one another's places.
        while from[at] as usize != start {
            let source = from[at] as usize;
            annotations.swap(at, source);
            from[at] = at as u32;
            at = source;
        }
        from[at] = at as u32;
    }
}

/// A date that an action's own remark calls impossible is not said to be so a second time by the calendar.
fn say_dates_once(annotations: &mut Vec<Annotation<'_>>) {
    let said: Vec<Span> = annotations
        .iter()
        .filter(|a| a.rule == "actions/impossible-date")
        .map(|a| a.span)
        .collect();
    let again = |a: &Annotation<'_>| matches!(a.rule, "chronology/wrong-weekday" | "chronology/impossible-date");
    annotations.retain(|a| !again(a) || !said.iter().any(|span| span.overlaps(a.span)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;

    #[test]
    fn annotations_stand_in_the_order_of_their_places() {
        let content = "The plan will ensure safety. Action Nine is due. It is hoped that Mr K will engage. ".repeat(40);
        let text = Text {
            content,
            marks: Vec::new(),
            syntax: Vec::new(),
            format: Format::Text,
            warnings: Vec::new(),
        };
        let catalogue = Catalogue::builtin().expect("the built-in packs are right");
        let mut sorted = scan(text, &catalogue, None).annotations;
        let key = |a: &Annotation<'_>| (a.span, a.rule.to_owned());
        assert!(sorted.len() > 40 && sorted.is_sorted_by_key(key));
        let right: Vec<_> = sorted.iter().map(key).collect();
        sorted.reverse();
        sorted.rotate_left(7);
        put_in_order(&mut sorted);
        assert_eq!(sorted.iter().map(key).collect::<Vec<_>>(), right);
    }

    #[test]
    fn what_a_review_asks_in_passing_is_read_as_a_plan_and_what_it_tells_is_not() {
        let catalogue = Catalogue::builtin().expect("the built-in packs are right");
        let said = |sentence: &str| {
            let paper = format!("Serious case review\n\n1. The boy was two. His aunt rang the police in March.\n\n2. {sentence}\n");
            let text = crate::input::read("review.txt", paper.as_bytes()).expect("text is read");
            let scan = scan(text, &catalogue, None);
            scan.annotations
                .iter()
                .any(|it| it.rule == "weak-verb/raise-awareness" || it.rule == "vague-quantity-time/deadline-vague")
        };
        assert!(said("The force will raise awareness of bruising as soon as possible."));
        assert!(!said("The force did raise awareness of bruising and came as soon as possible."));
    }
}
