//! Whom sentences name, and as what.

use super::*;
use crate::input;
use crate::text::Lexicon;

fn document(content: &str) -> Document {
    let text = input::read("a.txt", content.as_bytes()).unwrap();
    Document::parse(&text, &Lexicon::default())
}

/// "child doer, mother object" for every sentence.
fn shown(content: &str) -> Vec<String> {
    let document = document(content);
    let mut sentences: Vec<Vec<String>> = vec![vec![]; document.sentences.len()];
    sights(&document, |at, sight| {
        let part = match (sight.doer, sight.object) {
            (true, true) => " both",
            (true, false) => " doer",
            (false, true) => " object",
            (false, false) => "",
        };
        sentences[at].push(format!("{}{part}", sight.seen.name()));
    });
    sentences.into_iter().map(|names| names.join(", ")).collect()
}

#[test]
fn doers_and_objects_are_told_apart() {
    for (sentence, expected) in [
        ("The mother attended the appointment.", "mother doer"),
        ("Mum did not attend.", "mother doer"),
        ("The father was told about the plan.", "father object"),
        ("The health visitor saw the child at home.", "child object, professional doer"),
        ("The child was seen by the social worker.", "child object, professional doer"),
        (
            "The social worker spoke to the father and the mother.",
            "mother object, father object, professional doer",
        ),
        ("The children were happy.", "child"),
        ("The child's bedroom was cold.", "child"),
        ("The boy said that he was hungry.", "child doer"),
        ("Concerns about the mother were raised.", "mother"),
        (
            "The young person, who had left school, moved to a hostel.",
            "child doer, body object",
        ),
        ("Grandmother is caring for the baby.", "child object, kin doer"),
        ("The midwife thought the mother was well.", "mother, professional doer"),
        ("Professionals will visit the children weekly.", "child object, professional doer"),
        ("Agencies did not share what they knew.", "body doer"),
        ("Their father, Lee, said that he would come.", "father doer"),
        ("A review about a baby was begun.", "child"),
        ("Looked after children attended.", "child doer"),
        ("There are delays and support for children is late.", "child"),
        ("She was worried about the baby.", "child"),
        ("Nobody asked what he is like with a crying baby.", "child"),
        (
            "Staff visit the children and spoke to the mother.",
            "child object, mother object, professional doer",
        ),
    ] {
        assert_eq!(shown(sentence), [expected], "{sentence}");
    }
}

#[test]
fn terms_of_art_name_nobody() {
    for sentence in [
        "A child protection plan was made.",
        "The Child in Need plan ended.",
        "It is a matter of child and family law.",
        "Looked after children's homes differ.",
    ] {
        assert!(!shown(sentence)[0].contains("child doer"), "{sentence}");
    }
    assert_eq!(shown("A child protection plan was made."), [""]);
    assert_eq!(shown("The Child in Need plan ended."), [""]);
}

#[test]
fn names_are_of_those_whom_the_document_makes_known() {
    let content = "Child: Tia Marsh (aged 7)\n\nMother: Kelly Marsh\n\nFather: Dean Orr\n\nKelly said that Dean visited Tia. Dean was asked to leave.\n";
    let shown = shown(content);
    assert_eq!(
        shown[shown.len() - 2..],
        ["child object, mother doer, father doer", "father object"]
    );
}

#[test]
fn a_child_is_heard_in_quotation_marks() {
    let heard = |content: &str| {
        let document = document(content);
        heard(&document)
            .iter()
            .map(|&span| document.fold.slice(span).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(heard("The boy said \"I want to go home\"."), ["I want to go home"]);
    assert_eq!(
        heard("The girl was seen alone. She said \"it is too loud at night\"."),
        ["it is too loud at night"]
    );
    assert_eq!(heard("\"I like it there,\" said the child."), ["I like it there,"]);
    assert_eq!(heard("In the child's own words: \"nobody asks me\"."), ["nobody asks me"]);
    for other in [
        "The mother said \"he is fine\".",
        "The child was \"safe and well\".",
        "The girl was seen with her mother. The mother said \"she sleeps well\".",
    ] {
        assert!(heard(other).is_empty(), "{other}");
    }
}
