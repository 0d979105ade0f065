//! What is learned, in the ways boards write it.

use super::PersonKind::{self, Body, Child, Kin, Parent, Professional};
use crate::document::Document;
use crate::input;
use crate::text::Lexicon;

fn parse(text: &str) -> Document {
    Document::parse(&input::read("a.txt", text.as_bytes()).unwrap(), &Lexicon::default())
}

/// What the document says that `name` is.
fn kind(text: &str, name: &str) -> Option<PersonKind> {
    let document = parse(text);
    document.people.forms().iter().find(|f| &*f.words == name).map(|f| f.kind)
}

#[test]
fn family_beside_their_role() {
    for (text, name, expected) in [
        ("They met the mother, Kelly, at home.", "Kelly", Parent),
        ("Dean (father) came to the door.", "Dean", Parent),
        ("His sister Isla was four.", "Isla", Child),
        ("They lived with their mother, Carly.", "Carly", Parent),
        ("Her partner, Dean, had moved in.", "Dean", Parent),
        ("Toby, nine months old, came to hospital.", "Toby", Child),
        ("Ayla, aged 4, was at nursery.", "Ayla", Child),
        ("Craig Noon, Jaxon's father, rang.", "Craig", Parent),
        ("Bev Lomond (maternal grandmother) has a spare room.", "Bev", Kin),
        ("Lorraine, the maternal grandmother, came.", "Lorraine", Kin),
        (
            "The child, referred to in this report as \u{2018}Ben\u{2019}, was two.",
            "Ben",
            Child,
        ),
        ("Services to a girl we call Wren were reviewed.", "Wren", Child),
        ("Kerry is the mother of Mia.", "Kerry", Parent),
        ("The father (Lee) was out.", "Lee", Parent),
        ("Mia's aunt, Rosa, collected her.", "Rosa", Kin),
    ] {
        assert_eq!(kind(text, name), Some(expected), "{text}");
    }
}

#[test]
fn family_in_lists() {
    for (text, name, expected) in [
        ("Subjects: Ayla, aged 4; Reece, aged 2", "Ayla", Child),
        ("Children: Mia Hadley (7) and Jaxon Hadley (2)", "Jaxon", Child),
        ("Family: Tyler (9), Ruby (6), Alfie (7 months), Shannon (15)", "Alfie", Child),
        ("Child: Remy Astbury", "Remy", Child),
        ("Mother: Kelly Pardoe, 28", "Kelly", Parent),
        ("Father - Dean Cole", "Dean", Parent),
        ("Other children in household: Junie Astbury, 8", "Junie", Child),
        (
            "Subject children: Kezia Lomond, aged 4 (born February 2016), and Baby Lomond, due 2 September",
            "Kezia",
            Child,
        ),
        ("Present: Ruth Vaisey (RV), Chair; Kayleigh (Mum)", "Kayleigh", Parent),
        ("Apologies: Darren (Dad); Dr Anwen Tasker, GP", "Darren", Parent),
        (
            "Present\n\nKemi Bankole, Social Worker (KB)\n\nKirsty Pardoe, mother",
            "Kirsty",
            Parent,
        ),
        ("MGM: Pat Lowe", "Pat", Kin),
        ("Not invited: Craig Noon, Jaxon's father", "Craig", Parent),
    ] {
        assert_eq!(kind(text, name), Some(expected), "{text}");
    }
}

#[test]
fn professionals_by_attendance_and_title() {
    for (text, name) in [
        ("Present: Jo Pratt, Social Worker (SW)", "Jo Pratt"),
        (
            "Present: Ruth Sandiford (chair), Ola Bankole (social worker, OB), Kerry Hadley (mother)",
            "OB",
        ),
        (
            "Present: Ruth Sandiford (chair), Ola Bankole (social worker, OB), Kerry Hadley (mother)",
            "Ruth Sandiford",
        ),
        (
            "Took part: Priti Sandhu, social worker; Graham Toller, team manager",
            "Graham Toller",
        ),
        ("Took part: Priti Sandhu, social worker; Graham Toller, team manager", "Ms Sandhu"),
        ("Present: Helen Orme, health visitor; Jo Pratt, social worker", "HO"),
        ("Conference chair: Anwen Stroud, Independent Reviewing Officer", "Anwen Stroud"),
        ("The social worker, Priti Sandhu, rang.", "Priti Sandhu"),
        ("Health visitor Nicola Ruddock rang.", "Nicola Ruddock"),
        ("Present\n\nKemi Bankole, Social Worker, Children's Services (KB) - Chair", "KB"),
        ("Chaired by: Ros Blenkin, Team Manager (RB)", "Ros Blenkin"),
        ("Then PC 1432 Singh knocked.", "PC Singh"),
    ] {
        assert_eq!(kind(text, name), Some(Professional), "{text}");
    }
}

#[test]
fn tables_of_people() {
    let table = "| Name | Relationship | Age |\n|---|---|---|\n| Kelly Dart | Mother | 27 |\n| Reece Dart | Subject | 3 |\n| Pat Dart | Maternal grandmother | 51 |\n\n\
        | Name | Role | Agency | Initials |\n|---|---|---|---|\n| Jo Pratt | Social worker | CSC | JP |\n| Dr Mehta | GP | Lane Surgery | - |\n\n\
        | | |\n|---|---|\n| Father | Lee Cole |\n| Social worker | Ann Marsh |\n";
    let document = Document::parse(&input::read("a.md", table.as_bytes()).unwrap(), &Lexicon::default());
    let kind = |name: &str| document.people.forms().iter().find(|f| &*f.words == name).map(|f| f.kind);
    assert_eq!(kind("Kelly"), Some(Parent));
    assert_eq!(kind("Reece"), Some(Child));
    assert_eq!(kind("Pat"), Some(Kin));
    assert_eq!(kind("JP"), Some(Professional));
    assert_eq!(kind("Dr Mehta"), Some(Professional));
    assert_eq!(kind("Lee"), Some(Parent));
    assert_eq!(kind("Ann Marsh"), Some(Professional));
}

#[test]
fn bodies_and_their_short_names() {
    let text = "The Harbour Recovery Service (HRS) closed the case. The Lantern Women's Service, known locally as Lantern, did not. The Safe Steps Project (Steps) rang.";
    for (name, expected) in [
        ("Harbour Recovery Service", Some(Body)),
        ("HRS", Some(Body)),
        ("Lantern", Some(Body)),
        ("Safe Steps Project", Some(Body)),
        ("Steps", Some(Body)),
    ] {
        assert_eq!(kind(text, name), expected, "{name}");
    }
}

#[test]
fn ordinary_words_and_lists_are_no_names() {
    for text in [
        "The mother, Social Care and the police met.",
        "Will the father come? Hope was lost. May was cold.",
        "The social worker. Kelly came.",
        "He told the mother. In May he left.",
        "The children, Kelly said, were asleep.",
        "Mother. Home visit. No reply.",
        "The father, Section 47 and the plan were discussed.",
    ] {
        let document = parse(text);
        let people: Vec<&str> = document
            .people
            .forms()
            .iter()
            .filter(|f| f.kind != Body)
            .map(|f| &*f.words)
            .collect();
        assert!(people.is_empty(), "{text}: {people:?}");
    }
}

#[test]
fn names_that_are_words_need_company() {
    let text = "Children: May Dart (4), Will Dart (6), Hope Dart (1)\n\nWill the plan work? We met May. In May 2019 she moved. Will was asleep. Hope is fading. Hope that helps.";
    let document = parse(text);
    let mut found = Vec::new();
    for block in &document.blocks[1..] {
        document.people.each(&document.fold.text, block.span, |span, kind| {
            assert_eq!(kind, Child);
            found.push(document.fold.slice(span).to_owned());
        });
    }
    assert_eq!(found, ["May", "Will", "Hope"]);
}

#[test]
fn a_name_that_family_and_professional_share_is_nobodys() {
    let text = "Present: Ruth Vaisey, social worker; Ruth Dart (mother)";
    assert_eq!(kind(text, "Ruth"), None);
    assert_eq!(kind(text, "Ruth Dart"), Some(Parent));
    assert_eq!(kind(text, "Ruth Vaisey"), Some(Professional));
}

#[test]
fn codes_need_no_learning() {
    let text = "HV1 told Mr K that Child A and Adult B had met DC Owen Lathbury.";
    let document = parse(text);
    let mut found = Vec::new();
    document.people.each(&document.fold.text, document.blocks[0].span, |span, kind| {
        found.push((document.fold.slice(span), kind))
    });
    let expected = [
        ("HV1", Professional),
        ("Mr K", Parent),
        ("Child A", Child),
        ("Adult B", Parent),
        ("DC Owen Lathbury", Professional),
    ];
    assert_eq!(found, expected);
}
