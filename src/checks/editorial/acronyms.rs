//! An acronym here is followed through the document: where it is used, where it is spelled out, and whether the reader
//! meets the one before the other.

mod count;
mod gather;
mod spelled;

use std::collections::HashMap;

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
        known::to_the_public(term)
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

/// Whether it is the custom of the document to spell out even what everybody in the field knows: it does so with most of
/// those that it uses, so that one or two without are slips.
fn spells_out(gathered: &Gathered<'_>, terms: &[(&str, Vec<&Use<'_>>)]) -> bool {
    const FEWEST: usize = 3;
    let field = terms
        .iter()
        .filter(|(term, _)| term.len() > 2 && known::in_the_field(term) && !known::to_the_public(term) && !gathered.is_word(term));
    let told = |uses: &[&Use<'_>]| uses.iter().any(|one| !matches!(one.kind, Kind::Plain | Kind::Aside));
    let (spelled, bare): (Vec<_>, Vec<_>) = field.partition(|(term, uses)| told(uses) || gathered.spelled.contains_key(term));
    let bare = bare
        .iter()
        .filter(|(_, uses)| uses.iter().any(|one| one.kind == Kind::Plain))
        .count();
    spelled.len() >= FEWEST && bare * 2 <= spelled.len()
}

/// Used before the place that spells it out.
fn late(editor: &mut Editor<'_>, gathered: &Gathered<'_>, term: &str, uses: &[&Use<'_>]) {
    let listed = uses.iter().any(|one| matches!(one.kind, Kind::Listed));
    let Some(definition) = uses
        .iter()
        .find(|one| matches!(one.kind, Kind::Defined | Kind::Glossed | Kind::Told))
    else {
        return;
    };
    let first = uses.iter().find(|one| one.kind == Kind::Plain);
    let Some(first) = first.filter(|first| first.block < definition.block) else {
        return;
    };
    let clear = definition.kind != Kind::Told && definition.running && !is_person(definition.expansion_words);
    let spelled_before = gathered.spelled.get(term).is_some_and(|place| place.start < first.span.start);
    if listed || !clear || !first.running || spelled_before || known::to_the_public(term) || term.len() == 2 && !first.article {
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
    let mut defined = uses.iter().filter(strict);
    let Some(first) = defined.next() else { return };
    let other = defined.find(|one| spelled::differ(first.expansion_words, one.expansion_words));
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
    // Minutes name everybody's role with its letters, used or not.
    if again > 0 || editor.document().genre == Genre::Minutes || is_person(first.expansion_words) || gathered.stands(term) > uses.len() {
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
    let mut words = expansion.split(' ').peekable();
    words.peek().is_some() && words.all(People::may_be)
}

/// The words at `span`, for the other files of this check.
const fn part(base: u32, from: usize, to: usize) -> Span {
    Span::new(base + from as u32, base + to as u32)
}
