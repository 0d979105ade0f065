//! A `label` is a noun before a number ("paragraph 4.27", "Actions Fourteen to Sixteen") or after an ordinal ("the
//! second finding"). Labels are also ordinary words ("no further action"), so each is read with its doubts.

use super::anchor::{Anchor, Found, anchors};
use super::foreign::is_of_meeting_or_paper;
use super::list::{Item, To, is_measured, list};
use super::mention::{Mention, Pointer, Scene};
use super::number::{Numeral, Shape, is_small_roman, ordinal as ordinal_value};
use super::words::{begins, clause_after, is_in, last, next, words};
use crate::document::{Entry, LabelKind};

/// Words before a label that make it an ordinary noun: "another finding one would", "any action two".
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "an", "any", "no", "every", "each", "another", "this", "that", "these", "those", "some", "one", "further", "own", "following",
    "of", "taking", "take", "taken", "took", "what", "whose", "such",
];

/// Reads the label of `kind` at `anchor` with the numbers after it; `None` when no number of a reference follows.
pub(super) fn read(scene: &Scene, kind: LabelKind, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let written = &text[anchor.start..anchor.end];
    let at = number_after(text, anchor.end, kind)?;
    let small = scene.outline.own.is_roman(kind);
    let known = |number: &str| scene.has(LabelKind::Paragraph, number) || scene.has(kind, number) || small && is_small_roman(number);
    let opened = text[..at].ends_with('(');
    let mut items = list(text, at, written, &known);
    let first = items.first()?;
    if !is_credible(scene, kind, anchor, first) || is_page_count(scene, kind, anchor, &items) {
        return None;
    }
    let chaptered = begins(written, "chapter") && !first.first.base.contains('.') && !has_chapters(scene);
    if last(text, anchor.start).eq_ignore_ascii_case("between") {
        join_between(&mut items);
    }
    let mut end = items.last()?.end;
    if chaptered {
        return Some(super::foreign::made(Mention {
            range: anchor.start..end,
            pointer: Pointer::Named { label: Some(kind), items },
        }));
    }
    if opened {
        let closed = items.len() == 1 && text[end..].starts_with(')') && written.starts_with(|c: char| c.is_ascii_uppercase());
        end += usize::from(closed.then_some(true)?);
    }
    Some(Mention {
        range: anchor.start..end,
        pointer: Pointer::Named { label: Some(kind), items },
    })
}

/// Whether the document is divided into chapters: by headings with a number, or by paragraphs that are counted in each.
fn has_chapters(scene: &Scene) -> bool {
    let entries = &scene.outline.entries;
    let divides = |entry: &Entry| match entry.kind {
        LabelKind::Section => true,
        LabelKind::Paragraph => entry.heading || entry.number.contains('.'),
        _ => false,
    };
    entries.iter().any(divides) || !entries.iter().any(|entry| entry.kind == LabelKind::Paragraph)
}

/// Short labels, to which the number may be stuck ("LP3") and which stand for another thing where no such place is.
const SHORT: &[&str] = &[
    "lp", "lps", "lt", "lts", "klp", "klps", "kpe", "kpes", "kf", "kfs", "ap", "aps", "rec", "recs",
];

/// Where the number after a label begins: "paragraph no. 7", "para.7", "Recommendation #3", "action (3)".
fn number_after(text: &str, end: usize, kind: LabelKind) -> Option<usize> {
    let mut at = end;
    for filler in [".", " ", "numbers", "number", "nos", "no", ".", "#", " "] {
        if begins(&text[at..], filler) && (filler.len() < 2 || !continues_word(text, at + filler.len())) {
            at += filler.len();
        }
    }
    let bare_letter_label = matches!(kind, LabelKind::Page | LabelKind::Footnote) || text.as_bytes()[end - 1] >= 0x80;
    if text[at..].starts_with('(') && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit) && at > end {
        return Some(at + 1);
    }
    // "P3" is a code, "p3" a page.
    if at == end && kind == LabelKind::Page && text[..end].ends_with(char::is_uppercase) {
        return None;
    }
    let stuck = at == end && text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    // Bytes, since what stands before the label may be any letter.
    let ends = |short: &str| {
        let label = &text.as_bytes()[..end];
        label
            .len()
            .checked_sub(short.len())
            .is_some_and(|from| label[from..].eq_ignore_ascii_case(short.as_bytes()))
    };
    let shortened = SHORT.iter().chain(&["para", "par"]).any(|short| ends(short));
    if stuck && !bare_letter_label && !shortened {
        return None;
    }
    (at > end || stuck).then_some(at)
}

fn continues_word(text: &str, at: usize) -> bool {
    text[at..].starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether label and number together are a reference, and not a noun that happens to stand before a number.
fn is_credible(scene: &Scene, kind: LabelKind, anchor: &Found, first: &Item) -> bool {
    let text = scene.text;
    let numeral = &first.first;
    let label = &text[anchor.start..anchor.end];
    let capital = label.starts_with(|c: char| c.is_ascii_uppercase() || c as u32 >= 0x80);
    if first.to == To::Itself && numeral.shape != Shape::Dotted && is_measured(text, numeral.end) {
        return false;
    }
    if !is_fit_for(kind, label, capital, numeral) || !is_told(scene, kind, anchor, numeral) {
        return false;
    }
    match numeral.shape {
        Shape::Dotted | Shape::Roman => true,
        Shape::Integer => {
            capital || kind == LabelKind::Section || !is_in(last(text, anchor.start), &["a", "an", "another", "one", "no", "any"])
        }
        Shape::Word => is_word_credible(scene, kind, anchor, numeral, capital),
        Shape::Letter => is_letter_credible(scene, kind, numeral, capital),
    }
}

/// Whether a label that is also a plain word or an abbreviation of many things is this one: "(note 3)" and "see table 9",
/// but not "a note 2 days later" or "at table 4"; "AP3" where the document has an action 3.
fn is_told(scene: &Scene, kind: LabelKind, anchor: &Found, numeral: &Numeral) -> bool {
    let text = scene.text;
    let label = &text[anchor.start..anchor.end];
    let known = scene.has(kind, &numeral.number) || scene.has(kind, &numeral.base);
    let pointed = || {
        let before = last(text, anchor.start);
        is_in(before, &["see", "in", "cf", "also"]) || text[..anchor.start].ends_with(['(', '['])
    };
    if is_in(label, &["note", "notes"]) {
        return pointed() && label.starts_with('n');
    }
    match kind {
        LabelKind::Table | LabelKind::Figure if label.starts_with(char::is_lowercase) => known || pointed(),
        // "10 min 30" is a time.
        LabelKind::Item if last(text, anchor.start).ends_with(|c: char| c.is_ascii_digit()) => false,
        LabelKind::Item if begins(label, "minute") && is_earlier(scene, numeral) => true,
        LabelKind::Item if numeral.shape == Shape::Integer => {
            let entries = scene.outline.find(LabelKind::Paragraph, &numeral.number);
            !label.ends_with('s') && matches!(entries, [only] if scene.outline.entries[*only as usize].heading)
        }
        LabelKind::Point => known || is_in_series(scene, kind, label),
        LabelKind::Decision | LabelKind::Item
            if text[numeral.end..].starts_with(" of ") && is_of_meeting_or_paper(clause_after(text, numeral.end)) =>
        {
            true
        }
        // Where decisions are lettered, "Decision F" is one.
        LabelKind::Decision if numeral.shape == Shape::Letter && label.starts_with('D') && scene.has(kind, "b") => true,
        // "minute 2.14" of a record that has a 2.1 and a 2.2.
        LabelKind::Item if numeral.shape == Shape::Dotted && has_siblings(scene, &numeral.base) => true,
        LabelKind::Case | LabelKind::Decision | LabelKind::Item => known || scene.has(LabelKind::Paragraph, &numeral.number),
        LabelKind::LearningPoint | LabelKind::Action | LabelKind::Finding if is_in(label, SHORT) => {
            let bracketed = text[..anchor.start].ends_with(['(', '[']) && text[numeral.end..].starts_with([')', ']', ',', ';', ' ']);
            // "AP7 and AP8 - ongoing": a line may tell of an earlier paper's item under its code.
            let told = words(&text[..anchor.start]).all(|word| is_in(word, &["and", "to"]) || word.ends_with(|c: char| c.is_ascii_digit()));
            let coded = !told && label.bytes().all(|b| b.is_ascii_uppercase());
            known || (bracketed || coded) && ["1", "2"].iter().all(|number| scene.has(kind, number))
        }
        _ => true,
    }
}

/// Whether the document prints the first two numbers beside `number`.
fn has_siblings(scene: &Scene, number: &str) -> bool {
    let stem = number.rsplit_once('.').map_or("", |(stem, _)| stem);
    ["1", "2"]
        .iter()
        .all(|last| scene.has(LabelKind::Paragraph, &format!("{stem}.{last}")))
}

/// Whether `label`, with its capital, opens a series of the document's: "Strand F", where it has a Strand A.
fn is_in_series(scene: &Scene, kind: LabelKind, label: &str) -> bool {
    let first = ["1", "a"].iter().flat_map(|number| scene.outline.find(kind, number));
    let named = |&entry: &u32| {
        let name = &scene.outline.entries[entry as usize].label;
        name.trim_start_matches(['*', '_'])
            .strip_prefix(label)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    label.starts_with(|c: char| c.is_ascii_uppercase()) && first.take(4).any(named)
}

/// Whether a number stands before the first that a record prints, which goes on with the numbers of an earlier one.
fn is_earlier(scene: &Scene, numeral: &Numeral) -> bool {
    let top = |number: &str| number.split('.').next().and_then(|top| top.parse::<u32>().ok());
    let first = scene.outline.entries.iter().find(|entry| entry.kind == LabelKind::Paragraph);
    let first = first.and_then(|entry| top(&entry.number)).unwrap_or_default();
    matches!(numeral.shape, Shape::Integer | Shape::Dotted) && top(&numeral.base).is_some_and(|top| top < first)
}

/// Whether a label of this kind takes such a number at all.
fn is_fit_for(kind: LabelKind, label: &str, capital: bool, numeral: &Numeral) -> bool {
    match kind {
        LabelKind::Page => numeral.shape == Shape::Integer && !numeral.number.ends_with(|c: char| c.is_ascii_alphabetic()),
        LabelKind::Footnote | LabelKind::Question => matches!(numeral.shape, Shape::Integer) || capital,
        LabelKind::Table | LabelKind::Figure => matches!(numeral.shape, Shape::Integer | Shape::Dotted) || capital,
        LabelKind::Item => matches!(numeral.shape, Shape::Dotted | Shape::Integer),
        LabelKind::Point => capital && matches!(numeral.shape, Shape::Integer | Shape::Word | Shape::Letter | Shape::Roman),
        LabelKind::LearningPoint if is_in(label, &["learning", "lesson", "lessons", "key learning"]) => capital,
        _ => true,
    }
}

/// What goes on after "finding one", when "one" is its number and no pronoun.
#[rustfmt::skip]
const AFTER_ONE: &[&str] = &[
    "and", "to", "or", "above", "below", "says", "shows", "states", "sets", "asks", "refers", "highlights", "in", "on", "which", "describes", "above",
];

/// "Finding Two" is one; "the finding two years ago" and "action one would expect" are not.
fn is_word_credible(scene: &Scene, kind: LabelKind, anchor: &Found, numeral: &Numeral, capital: bool) -> bool {
    let text = scene.text;
    let number_capital = text[numeral.start..].starts_with(|c: char| c.is_ascii_uppercase());
    if capital && number_capital {
        return true;
    }
    let after = next(text, numeral.end);
    let number = &text[numeral.start..numeral.end];
    // "The theme one hears" and "the finding two people made" name nothing.
    let plain = !capital && !number_capital;
    if plain && (is_in(last(text, anchor.start), &["the"]) || (number == "one" && !after.is_empty() && !is_in(after, AFTER_ONE))) {
        return false;
    }
    if is_in(last(text, anchor.start), DETERMINERS) || is_in(after, &["of", "would", "could", "might", "or", "must", "has", "can"]) {
        return false;
    }
    number_capital || scene.has(kind, &numeral.number)
}

/// "Appendix A" is one; "Section A child" is not.
fn is_letter_credible(scene: &Scene, kind: LabelKind, numeral: &Numeral, capital: bool) -> bool {
    let text = scene.text;
    if numeral.end - numeral.start > 1 {
        return true;
    }
    let name = &text[numeral.start..numeral.end];
    let article = matches!(name, "A" | "I") && !next(text, numeral.end).is_empty();
    match kind {
        LabelKind::Appendix => !article || scene.has(kind, &numeral.number) || name == "A",
        _ => {
            let roman = numeral.other.as_deref().is_some_and(|number| scene.has(kind, number));
            let headed = kind == LabelKind::Question && scene.has(LabelKind::Listed, &numeral.number);
            capital && (scene.has(kind, &numeral.number) || roman || headed || !article)
        }
    }
}

/// "Page 3 of 41" is furniture.
fn is_page_count(scene: &Scene, kind: LabelKind, anchor: &Found, items: &[Item]) -> bool {
    let rest = items.last().map_or("", |item| &scene.text[item.end..]);
    let counted = rest
        .strip_prefix(" of ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    kind == LabelKind::Page && (counted || (rest.trim().is_empty() && scene.text[..anchor.start].trim().is_empty()))
}

/// "between paragraphs 4.2 and 4.6" is a range.
fn join_between(items: &mut Vec<Item>) {
    if let [from, to] = items.as_slice()
        && from.to == To::Itself
        && to.to == To::Itself
    {
        let joined = Item {
            first: from.first.clone(),
            to: To::Number(to.first.clone()),
            end: to.end,
        };
        *items = vec![joined];
    }
}

/// Reads "second finding" at `anchor`, an ordinal, when the document has that finding.
pub(super) fn ordinal(scene: &Scene, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    if !last(text, anchor.start).eq_ignore_ascii_case("the") {
        return None;
    }
    let number = ordinal_value(&text[anchor.start..anchor.end])?;
    let label = anchors(super::words::ahead(text, anchor.end))
        .next()
        .filter(|found| found.start == 1)?;
    let Anchor::Label(kind) = label.anchor else { return None };
    let end = anchor.end + label.end;
    let citable = matches!(
        kind,
        LabelKind::Finding | LabelKind::Recommendation | LabelKind::LearningPoint | LabelKind::Theme
    );
    if !citable || !scene.has(kind, &number) || is_in(next(text, end), &["of", "that", "made", "from"]) {
        return None;
    }
    let numeral = Numeral {
        base: number.clone(),
        number,
        other: None,
        shape: Shape::Word,
        start: anchor.start,
        end: anchor.end,
    };
    let item = Item {
        first: numeral,
        to: To::Itself,
        end,
    };
    Some(Mention {
        range: anchor.start..end,
        pointer: Pointer::Named {
            label: Some(kind),
            items: vec![item],
        },
    })
}
