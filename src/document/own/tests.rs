//! Runs of labels that are learnt, and those that are not.

use super::*;
use crate::document::Document;
use crate::input;
use crate::text::Lexicon;

fn labels(text: &str) -> Vec<String> {
    let read = input::read("paper.txt", text.as_bytes()).unwrap();
    let document = Document::parse(&read, &Lexicon::default());
    let own = |kind| matches!(kind, LabelKind::Own(_));
    let entries = document.outline.entries.iter().filter(|entry| own(entry.kind));
    entries.map(|entry| format!("{}={}", entry.label, entry.number)).collect()
}

#[test]
fn a_noun_with_rising_numbers_is_a_label() {
    for (text, expected) in [
        (
            "Pointer i. One who never comes alone.\n\nPointer ii. An hour is an hour.\n",
            vec!["Pointer i=1", "Pointer ii=2"],
        ),
        (
            "Undertaking One\n\nThe trust will write.\n\nUndertaking Two\n\nThe school will ring.\n",
            vec!["Undertaking One=1", "Undertaking Two=2"],
        ),
        (
            "Point for Reflection A: Who asked?\n\nPoint for Reflection B: Who knew?\n",
            vec!["Point for Reflection A=a", "Point for Reflection B=b"],
        ),
        (
            "Entry | Date | What happened\n1 | 5.2.2024 | He left.\n2 | 6.2.2024 | He came.\n3 | 7.2.2024 | He left again.\n",
            vec!["Entry 1=1", "Entry 2=2", "Entry 3=3"],
        ),
    ] {
        assert_eq!(labels(text), expected, "{text}");
    }
}

#[test]
fn people_places_and_times_are_none() {
    for text in [
        "Child A: the elder boy.\n\nChild B: the younger.\n",
        "Year 1: reception.\n\nYear 2: the first class.\n",
        "Social Worker 1: came in May.\n\nSocial Worker 2: came in June.\n",
        "On 1 May he left.\n\nOn 2 May he came.\n",
        "Ward 1: surgery.\n\nWard 2: medicine.\n",
        "Pledge 4: only one stands here.\n\nThe end of it.\n",
    ] {
        assert_eq!(labels(text), Vec::<String>::new(), "{text}");
    }
}
