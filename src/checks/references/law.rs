//! A `law` reference names a provision of a statute, "section 47", "s.17", "Regulation 28", "Article 8": never ours.

use super::anchor::Found;
use super::foreign::is_of_another;
use super::list::{Item, is_measured, list};
use super::mention::{Mention, Pointer, Scene};
use super::number::{Numeral, Shape};
use super::words::{ahead, behind, clause_after, is_in, last, next, words};
use crate::document::LabelKind;

/// Sections that every safeguarding reader knows as law: of the Children Acts, the Care Act, the Mental Health Act,
/// the Education Act, PACE.
#[rustfmt::skip]
const WELL_KNOWN: &[&str] = &[
    "7", "8", "10", "11", "17", "20", "22", "26", "27", "31", "37", "38", "42", "44", "46", "47", "117", "135", "136", "157", "175", "2",
    "3", "4", "5",
];

/// Words right after a statute's section: "section 47 enquiries".
#[rustfmt::skip]
const STATUTORY: &[&str] = &[
    "enquiry", "enquiries", "inquiry", "inquiries", "investigation", "investigations", "assessment", "assessments", "duty", "duties",
    "strategy", "agreement", "agreements", "accommodation", "order", "orders", "threshold", "power", "powers", "notice", "report",
    "audit", "audits", "auditing", "strategies", "aftercare", "detention",
];

/// Turns "section 47" into law when its words or its number say so, and this document has no such section.
pub(super) fn claim(scene: &Scene, mention: Mention) -> Mention {
    let Pointer::Named {
        label: Some(LabelKind::Section),
        items,
    } = &mention.pointer
    else {
        return mention;
    };
    let first = &items[0].first;
    let under = is_in(last(scene.text, mention.range.start), &["under"]) && !is_said_before(scene.text, mention.range.start);
    let ours = scene.has(LabelKind::Paragraph, &first.base) || scene.has(LabelKind::Section, &first.base);
    let lawful = first.shape == Shape::Integer && under && !ours;
    if !lawful && !is_provision(scene, first, mention.range.end) {
        return mention;
    }
    statute(scene.text, mention.range.start, items, "section").unwrap_or(mention)
}

/// Whether a text speaks in the words before "under section 4": "described under", "set out under".
fn is_said_before(text: &str, at: usize) -> bool {
    const SAID: &[&str] = &[
        "described",
        "discussed",
        "out",
        "listed",
        "noted",
        "mentioned",
        "given",
        "explained",
        "reported",
        "as",
        "see",
        "considered",
        "covered",
        "above",
    ];
    let head = text[..at].trim_end();
    let before = head.len() - last(head, head.len()).len();
    is_in(last(text, before), SAID)
}

/// Reads a label that only laws have, `name`, at `anchor`.
pub(super) fn read(scene: &Scene, name: &'static str, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let written = &text[anchor.start..anchor.end];
    let at = number_after(text, anchor.end, written.len() <= 3)?;
    let items = list(text, at, if name == "section" { "section" } else { written }, &|_| false);
    let first = &items.first()?.first;
    let worded = name == "part" && first.shape == Shape::Word;
    if !worded && !matches!(first.shape, Shape::Integer | Shape::Roman | Shape::Dotted) {
        return None;
    }
    let end = items.last()?.end;
    let capital = written.starts_with(|c: char| c.is_ascii_uppercase());
    let lawful = match name {
        "section" if first.shape == Shape::Dotted => return own_section(scene, anchor, items),
        "section" => is_provision(scene, first, end) || !scene.has(LabelKind::Paragraph, &first.number),
        "part" if is_of_another(clause_after(text, end)) => true,
        "part" | "schedule" => names_act(clause_after(text, end)) || names_act_before(text, anchor.start),
        // Nothing but a law has a regulation 8 or an article 3.
        "regulation" | "article" => capital || first.shape == Shape::Integer,
        _ => capital || names_act(clause_after(text, end)),
    };
    if !lawful && name == "section" {
        return own_section(scene, anchor, items);
    }
    if !lawful && name == "part" {
        return own_part(scene, anchor, items);
    }
    if !lawful {
        return None;
    }
    statute(text, anchor.start, &items, name)
}

/// "s.7.2" of a document that prints a 7.2.
fn own_section(scene: &Scene, anchor: &Found, items: Vec<Item>) -> Option<Mention> {
    let known = scene.has(LabelKind::Paragraph, &items[0].first.number);
    known.then(|| Mention {
        range: anchor.start..items[items.len() - 1].end,
        pointer: Pointer::Named {
            label: Some(LabelKind::Section),
            items,
        },
    })
}

/// "Part Two" of a document that is divided so; a "Part 8 review" is none.
fn own_part(scene: &Scene, anchor: &Found, items: Vec<Item>) -> Option<Mention> {
    // "part 2" of a document whose second heading has that number; a "Part 8 review" is none.
    let small = scene.text[anchor.start..].starts_with('p');
    let printed = |item: &Item| {
        let entries = scene.outline.find(LabelKind::Section, &item.first.number).iter();
        let headings = scene.outline.find(LabelKind::Paragraph, &item.first.number).iter();
        let heading = |e: &u32| scene.outline.entries[*e as usize].heading;
        entries
            .take(4)
            .any(|&e| small || scene.outline.entries[e as usize].label.starts_with("Part"))
            || small && headings.take(4).any(heading)
    };
    // "he paid in part 4 times"
    let counts = items.iter().any(|item| is_measured(scene.text, item.end));
    (!counts && items.iter().all(printed)).then(|| Mention {
        range: anchor.start..items[items.len() - 1].end,
        pointer: Pointer::Named {
            label: Some(LabelKind::Section),
            items,
        },
    })
}

/// Where the number begins: right after "s", "s." or "s ", or after "Regulation ".
fn number_after(text: &str, end: usize, short: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = end;
    if short && bytes.get(at) == Some(&b'.') {
        at += 1;
    }
    if bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    let digit = bytes.get(at).is_some_and(u8::is_ascii_digit);
    (digit || (!short && at > end)).then_some(at)
}

/// Whether section `first` is a provision of a law, judged by the words after it and before it, and by its number.
fn is_provision(scene: &Scene, first: &Numeral, end: usize) -> bool {
    let text = scene.text;
    if first.shape != Shape::Integer {
        return first.shape == Shape::Dotted && names_act(clause_after(text, end));
    }
    let digits = first.base.as_str();
    let ours = scene.has(LabelKind::Paragraph, digits) || scene.has(LabelKind::Section, digits);
    let well_known = WELL_KNOWN.contains(&digits);
    let statutory = is_in(next(text, end), STATUTORY) && (well_known || !ours);
    statutory
        || names_act(ahead_of_comma(text, end))
        || act_name(text, end) > 0
        || names_act_before(text, first.start)
        || (well_known && !ours)
}

/// The clause after `end`, a comma right after it passed over: "s.47, Children Act 1989".
fn ahead_of_comma(text: &str, end: usize) -> &str {
    let skip = usize::from(text[end..].starts_with(','));
    clause_after(text, end + skip)
}

/// Whether an Act is named within a few words: "of the Children Act 1989", "Children Act", "of the Act".
fn names_act(after: &str) -> bool {
    let named = words(after)
        .take(9)
        .take_while(|word| !is_in(word, &["is", "was", "were", "and", "that", "which", "this", "report"]));
    named.clone().any(|word| {
        matches!(
            word,
            "Act"
                | "Acts"
                | "Act's"
                | "MHA"
                | "MCA"
                | "DVA"
                | "DPA"
                | "CJA"
                | "HRA"
                | "SCA"
                | "FLA"
                | "CA"
                | "PACE"
                | "Regulations"
                | "Convention"
                | "ECHR"
                | "UNCRC"
        )
    })
}

/// "Children Act 1989, section 47": an Act right before the label.
fn names_act_before(text: &str, start: usize) -> bool {
    let before = behind(text, start);
    words(before)
        .rev()
        .take(4)
        .any(|word| matches!(word, "Act" | "Regulations" | "Convention" | "ECHR"))
}

/// The mention of a provision, its Act's name included.
fn statute(text: &str, start: usize, items: &[Item], label: &'static str) -> Option<Mention> {
    let end = items.last()?.end;
    Some(Mention {
        range: start..end + act_name(text, end),
        pointer: Pointer::Foreign {
            label,
            written: items[0].first.start..end,
        },
    })
}

/// Length of " of the Children Act 1989" after `end`; 0 when no Act is named right there.
fn act_name(text: &str, end: usize) -> usize {
    let rest = ahead(text, end);
    let head = [", of the ", " of the ", " of ", ", ", " "]
        .iter()
        .find(|head| rest.starts_with(**head))
        .map_or(0, |head| head.len());
    let Some(act) = rest.find("Act").filter(|_| head > 0) else {
        return 0;
    };
    let name = &rest[head..act];
    // "the Domestic Violence, Crime and Victims Act": commas stand in a title, a full stop does not.
    let in_title = |word: &str| {
        let joint = is_in(word, &["and", "of", "the", "(Scotland)", "(Wales)"]);
        joint || (word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.ends_with(['.', ';', ':', '?']))
    };
    if !name.split_whitespace().all(in_title) {
        return 0;
    }
    let after = &rest[act + 3..];
    let year = after.trim_start_matches([',', ' ', '\n']);
    let digits = year.bytes().take(5).take_while(u8::is_ascii_digit).count();
    if after.starts_with(char::is_alphanumeric) {
        0
    } else if digits == 4 {
        act + 3 + (after.len() - year.len()) + 4
    } else {
        act + 3
    }
}
