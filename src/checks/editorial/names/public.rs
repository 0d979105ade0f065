//! A name is `public` where it may stand: an author's, a chair's, a professional's, a source's, or one that the document gives.

use crate::document::{Document, Setting, Zone};
use crate::text::Span;

/// Words of a sentence in which a name may stand.
#[rustfmt::skip]
const PUBLIC: &[&str] = &[
    "author", "chair", "reviewer", "written by", "prepared by", "report by", "review by", "independent", "facilitat", "lead review", "commissioned", "professor", "research", "et al", "pseudonym", "known as",
    "real name", "named after", "referred to as", "inquiry", "enquiry", "laming", "judge", "coroner", "solicitor", "act ", "university", "press", "published", "minister", "director", "secretary", "councillor",
    "training", "course", "tool", "programme", "project", "case review", "review of", "death of", "murder of", "case of", "thank",
    "scheme", "campaign", "dog", "cat", "puppy", "kitten", "rabbit", "hamster", "pony", "horse", "doll", "teddy", "toy", "storm", "pub ", "house rule", "not their", "not the ", "names were",
];
/// Who hears what is told.
#[rustfmt::skip]
const HEARD: [&str; 12] = [
    "told the reviewer", "told the author", "told the lead reviewer", "told the independent reviewer", "to the reviewer", "to the author", "told the chair", "told the coroner", "told the inquiry",
    "told the independent author", "told the independent chair", "to the lead reviewer",
];
/// Bytes before a name in which it is given: "called Wren".
const CALLED: usize = 32;
/// Words for professionals, right before or after a name.
const OFFICES: &[&str] = &[
    "worker",
    "visitor",
    "nurse",
    "gp",
    "dr",
    "doctor",
    "teacher",
    "midwife",
    "officer",
    "manager",
    "consultant",
    "sergeant",
    "constable",
    "inspector",
    "assistant",
    "practitioner",
    "headteacher",
    "counsellor",
    "therapist",
    "psychologist",
    "paediatrician",
    "adviser",
    "advocate",
    "lead",
    "head",
    "colleague",
];
/// Bytes of a sentence that are looked at on either side of a name.
const AROUND: u32 = 400;
/// Words behind a name among which an office is looked for.
const BEHIND: usize = 6;

/// Whether a name may stand where it does.
pub(super) fn is_public(document: &Document, span: Span, block: u32) -> bool {
    let here = &document.blocks[block as usize];
    let sentence = document.sentences.get(document.sentence_at(span.start));
    let sentence = sentence.map_or(here.body, |s| s.span);
    let text = &document.fold.text;
    let from = text.ceil_char_boundary(sentence.start.max(span.start.saturating_sub(AROUND)) as usize);
    let to = text.floor_char_boundary(sentence.end.min(span.end + AROUND).max(span.end) as usize);
    let mut lower = text[from.min(span.start as usize)..to].to_lowercase();
    // Whom somebody told it makes nobody public.
    for heard in HEARD {
        lower = lower.replace(heard, " ");
    }
    let note =
        matches!(here.zone, Zone::Footnote | Zone::Contents | Zone::Quote) || here.zone == Zone::Heading && !super::acts(document, span);
    let before = &text[text.floor_char_boundary((span.start as usize).saturating_sub(CALLED))..span.start as usize];
    let called =
        before.contains("called ") && !before.contains("called the ") || text[span.end as usize..].starts_with(", as she is called");
    let public = called || PUBLIC.iter().any(|word| lower.contains(word));
    note || here.setting == Setting::Matter || public || is_in_office(document, span)
}

/// "the social worker, Karen,", "Karen (the nurse)".
fn is_in_office(document: &Document, span: Span) -> bool {
    let text = &document.fold.text;
    let office = |word: &str| OFFICES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    let before = text[..span.start as usize].trim_end_matches([' ', ',', ':', '(']);
    let last = before.rsplit([' ', '\n']).next().unwrap_or("");
    let after = &text[span.end as usize..];
    let aside = after.strip_prefix(", ").or_else(|| after.strip_prefix(" ("));
    office(last) || aside.is_some_and(|aside| aside.split([' ', '\n']).take(BEHIND).any(office))
}

/// Words that begin a sentence before a name and are no part of it.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "When", "While", "Then", "That", "Does", "Tell", "Told", "Asked", "Were", "Will", "Would", "Could", "With", "After", "Before", "Since", "Because", "Only", "Both", "Although",
    "Uncle", "Auntie", "Aunt", "Nana", "Nanna", "Grandad", "Though", "Even", "Later", "Where", "What", "Until", "Whether", "Once", "Again", "Like", "Said", "Today", "Unless", "Nobody", "Neither", "Should", "Have", "Because", "Whenever",
];

/// Words before a name that make it a part of something longer, or a place.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "Dr", "Professor", "Prof", "St", "Saint", "Mr", "Mrs", "Ms", "Miss", "worker", "nurse", "officer", "manager", "reviewer", "author", "chair", "in", "at", "to", "from", "Lord", "Lady", "Sir", "Baroness", "Judge", "visitor", "midwife", "teacher", "near",
];

/// Whether the word at `span` is a name by itself: no title, no surname, no place around it.
pub(super) fn stands_alone(document: &Document, span: Span) -> bool {
    let text = &document.fold.text;
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let from = before.len() - before.bytes().rev().take(40).count();
    let before = &before[before.floor_char_boundary(from)..];
    let last = before.trim_end().rsplit([' ', '\n']).next().unwrap_or("");
    let capital = last.starts_with(char::is_uppercase)
        && !STARTERS.contains(&last.trim_start_matches(['"', '\'', '(']))
        && before.ends_with(' ')
        && !before.trim_end().ends_with(['.', ',', ';', ':'])
        && last.len() > 3;
    let surname = |rest: &str| rest.starts_with(char::is_uppercase) && !rest.starts_with("I ") && !rest.starts_with("I'");
    let next = after
        .strip_prefix(' ')
        .is_some_and(|rest| surname(rest) || rest.starts_with('&') || rest.starts_with("et al"));
    // "the Carmel review" is a paper, "the Gemma test" a test.
    let thing = after.strip_prefix(' ').is_some_and(|rest| {
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        matches!(
            word,
            "review"
                | "report"
                | "inquiry"
                | "case"
                | "test"
                | "principle"
                | "judgment"
                | "foundation"
                | "rule"
                | "guidance"
                | "scheme"
                | "project"
        )
    });
    // A mark before a name and none behind it begins what somebody says.
    let said = before.ends_with(['\'', '"']) && after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    !PARTS.contains(&last)
        && !capital
        && !next
        && !thing
        && (said || !before.ends_with(['\'', '"']))
        && !before.ends_with(['-', '/', '@'])
        && !after.starts_with(['-', '/', '@', '"'])
        && !after.starts_with("'s Law")
        && !after.starts_with("'s Rule")
        && !after.starts_with(" (19")
        && !after.starts_with(" (20")
        && !after.starts_with(", 20")
}

/// "her aunt, Karen, ": a name that tells who one of the family is.
pub(super) fn is_kin(document: &Document, span: Span) -> bool {
    const KIN: &[&str] = &[
        "aunt",
        "uncle",
        "brother",
        "sister",
        "partner",
        "husband",
        "wife",
        "mother",
        "father",
        "grandmother",
        "grandfather",
        "cousin",
        "son",
        "daughter",
        "friend",
        "boyfriend",
        "girlfriend",
        "neighbour",
        "niece",
        "nephew",
        "stepfather",
        "stepmother",
        "auntie",
        "nana",
        "nanna",
        "grandad",
        "twin",
        "half-brother",
        "half-sister",
        "fiancé",
        "lodger",
        "babysitter",
    ];
    let text = &document.fold.text;
    let before = text[..span.start as usize].trim_end();
    let last = |head: &str| {
        head.rsplit([' ', '\n', '-', '(', '"'])
            .next()
            .is_some_and(|noun| KIN.contains(&noun.to_lowercase().as_str()))
    };
    let after = &text[span.end as usize..];
    let stops = after.starts_with([',', '.', ';', ')', '?', '"']);
    // "her aunt, Karen,", "her aunt (Karen)", "her aunt Karen".
    let set_off = before.strip_suffix([',', '(']).is_some_and(|head| last(head.trim_end()));
    let on = stops || after.starts_with("'s ") || after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    set_off && stops || last(before) && on
}
