//! An acronym here is followed through the document: where it is used, where it is spelled out, and whether the reader
//! meets the one before the other.

mod count;
mod gather;
mod spelled;

use std::collections::HashMap;

use super::names::is_forename;
use super::{Editor, Slip, known};
use crate::annotation::{Confidence, Role};
use crate::document::{Genre, People};
use crate::text::Span;
use gather::{Gathered, Kind, Use};

/// Remarks on the acronyms of the document.
pub(super) fn remarks(editor: &mut Editor<'_>) {
    let gathered = gather::gather(editor.document(), editor.content());
    let mut terms: Vec<(&str, Vec<&Use<'_>>)> = by_term(&gathered);
    terms.sort_by_key(|(_, uses)| uses[0].span);
    let custom = spells_out(&gathered, &terms);
    for (term, uses) in terms {
        undefined(editor, (&gathered, custom), term, &uses);
        late(editor, &gathered, term, &uses);
        redefined(editor, term, &uses);
        unused(editor, &gathered, term, &uses);
    }
}

fn by_term<'g, 'd>(gathered: &'g Gathered<'d>) -> Vec<(&'d str, Vec<&'g Use<'d>>)> {
    let mut terms: HashMap<&str, Vec<&Use<'_>>> = HashMap::new();
    for one in &gathered.uses {
        terms.entry(one.term).or_default().push(one);
    }
    terms.into_iter().collect()
}

/// Used, and nowhere spelled out.
fn undefined(editor: &mut Editor<'_>, (gathered, custom): (&Gathered<'_>, bool), term: &str, uses: &[&Use<'_>]) {
    let plain: Vec<&&Use<'_>> = uses.iter().filter(|one| one.kind == Kind::Plain).collect();
    let explained = uses.iter().any(|one| !matches!(one.kind, Kind::Plain | Kind::Aside));
    let Some(first) = plain.first() else { return };
    // Two capitals are somebody's initials unless an article says that they are a thing.
    let things = plain.iter().filter(|one| one.article).count();
    let short = term.len() == 2 && (things * 2 < plain.len() || things < 2);
    let known = if custom {
        known::in_any_house(term)
    } else {
        known::in_the_field(term)
    };
    if explained || short || known || gathered.is_word(term) || gathered.spelled.contains_key(term) {
        return;
    }
    let count = match plain.len() {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    };
    let related = plain
        .get(1)
        .map(|one| editor.related(Role::Evidence, one.span, "It is used here too."));
    let slip = Slip {
        rule: "editorial/acronym-undefined",
        message: format!("\u{201c}{term}\u{201d} is used {count} and never spelled out."),
        ask: "What does it stand for?",
        confidence: Confidence::Medium,
    };
    editor.say(slip, first.span, related.into_iter().collect());
}

/// Whether it is the custom of the document to spell out even what everybody in the field knows: it spells out as many of
/// those that it uses as it leaves bare, so that the bare ones are slips.
fn spells_out(gathered: &Gathered<'_>, terms: &[(&str, Vec<&Use<'_>>)]) -> bool {
    let told = |term: &str, uses: &[&Use<'_>]| {
        uses.iter().any(|one| !matches!(one.kind, Kind::Plain | Kind::Aside)) || gathered.spelled.contains_key(term)
    };
    let (mut spelled, mut own, mut bare) = (0, 0, 0);
    for (term, uses) in terms
        .iter()
        .filter(|(term, _)| term.len() > 2 && !known::to_the_public(term) && !gathered.is_word(term))
    {
        let field = known::in_the_field(term);
        match told(term, uses) {
            true if field => spelled += 1,
            true => own += 1,
            false => bare += usize::from(field && uses.iter().any(|one| one.kind == Kind::Plain)),
        }
    }
    spelled + own > 0 && bare <= spelled.max(own)
}

/// Used before the place that spells it out.
fn late(editor: &mut Editor<'_>, gathered: &Gathered<'_>, term: &str, uses: &[&Use<'_>]) {
    let Some(definition) = uses
        .iter()
        .find(|one| matches!(one.kind, Kind::Defined | Kind::Glossed | Kind::Told))
    else {
        return;
    };
    let first = uses.iter().find(|one| one.kind == Kind::Plain);
    let near = |first: &Use<'_>| editor.document().sentence_at(first.span.start) == editor.document().sentence_at(definition.span.start);
    let Some(first) = first.filter(|first| first.span.start < definition.span.start && !near(first)) else {
        return;
    };
    // A glossary behind the text is no help to who meets the term in it, where the text spells it out too.
    let listed = uses
        .iter()
        .any(|one| one.kind == Kind::Listed && one.span.start < definition.span.start);
    let clear = definition.kind != Kind::Told && definition.told_in_words() && !is_person(definition.expansion_words);
    let spelled_before = gathered.spelled.get(term).is_some_and(|place| place.start < first.span.start);
    if listed || !clear || !first.told_in_words() || spelled_before || known::to_the_public(term) || term.len() == 2 && !first.article {
        return;
    }
    let related = vec![editor.related(Role::Target, definition.expansion, "It is spelled out only here.")];
    let slip = Slip {
        rule: "editorial/acronym-late",
        message: format!("\u{201c}{term}\u{201d} is used here, before the place that spells it out."),
        ask: "Should it be spelled out here?",
        confidence: Confidence::High,
    };
    editor.say(slip, first.span, related);
}

/// Spelled out in two ways that differ in a word.
fn redefined(editor: &mut Editor<'_>, term: &str, uses: &[&Use<'_>]) {
    let strict = |one: &&&Use<'_>| matches!(one.kind, Kind::Defined | Kind::Glossed | Kind::Listed) && !one.expansion.is_empty();
    let Some(first) = uses.iter().find(strict) else { return };
    let other = uses
        .iter()
        .filter(|one| one.span.start > first.span.start)
        .find(|one| match one.kind {
            // What does not spell the term is another expansion only when it is nearly the first.
            Kind::Told => spelled::nearly(first.expansion_words, one.expansion_words),
            _ => strict(one) && spelled::differ(first.expansion_words, one.expansion_words),
        });
    let Some(other) = other.filter(|other| !is_person(first.expansion_words) && !is_person(other.expansion_words)) else {
        return;
    };
    let related = vec![editor.related(Role::Previous, first.expansion, "It was spelled out so before.")];
    let slip = Slip {
        rule: "editorial/acronym-redefined",
        message: format!(
            "\u{201c}{term}\u{201d} stands for \u{201c}{}\u{201d} here, and stood for \u{201c}{}\u{201d} before.",
            editor.shown(other.expansion),
            editor.shown(first.expansion)
        ),
        ask: "Which of the two is meant?",
        confidence: Confidence::High,
    };
    editor.say(slip, other.span, related);
}

/// Introduced, and never used.
fn unused(editor: &mut Editor<'_>, gathered: &Gathered<'_>, term: &str, uses: &[&Use<'_>]) {
    let introduced = |one: &&Use<'_>| matches!(one.kind, Kind::Defined | Kind::Listed) && !one.expansion.is_empty();
    let Some(first) = uses.iter().find(|one| introduced(one)) else {
        return;
    };
    let again = uses.iter().filter(|one| !introduced(one)).count();
    // What is introduced twice is another fault.
    let twice = uses.iter().filter(|one| one.kind == Kind::Defined).count() > 1;
    // Minutes name everybody's role with its letters, used or not.
    let role = editor.document().genre == Genre::Minutes
        && (first.kind == Kind::Listed || !first.running || term.len() == 2 || is_role(first.expansion_words));
    if again > 0 || twice || role || is_person(first.expansion_words) || gathered.stands(term) > uses.len() {
        return;
    }
    let related = vec![editor.related(Role::Evidence, first.expansion, "It is spelled out here.")];
    let slip = Slip {
        rule: "editorial/acronym-unused",
        message: format!("\u{201c}{term}\u{201d} is introduced and never used."),
        ask: "Is the acronym needed?",
        confidence: Confidence::Medium,
    };
    editor.say(slip, first.span, related);
}

/// Whether an expansion is somebody's name: "Jane Smith (JS)".
fn is_person(expansion: &str) -> bool {
    let words: Vec<&str> = expansion.split(' ').collect();
    let names = words.iter().all(|word| People::may_be(word));
    names && (words.len() == 2 || words.len() == 3 && is_forename(words[0]))
}

/// Whether an expansion is somebody's work: "Health Visitor".
fn is_role(expansion: &str) -> bool {
    #[rustfmt::skip]
    const WORKERS: &[&str] = &[
        "officer", "worker", "visitor", "nurse", "manager", "teacher", "lead", "head", "doctor", "adviser", "advisor", "advocate", "practitioner", "chair", "coordinator", "co-ordinator",
        "midwife", "assistant", "supervisor", "director", "consultant", "therapist", "psychologist", "practitioners", "sergeant", "constable", "inspector", "carer", "guardian",
    ];
    let last = expansion.rsplit(' ').next().unwrap_or("").to_lowercase();
    WORKERS.contains(&last.as_str())
}

/// The words at `span`, for the other files of this check.
const fn part(base: u32, from: usize, to: usize) -> Span {
    Span::new(base + from as u32, base + to as u32)
}
