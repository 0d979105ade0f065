//! Who does the verb, or has the noun, at a hit.

use super::bench::{Bench, NONE, agree, own};

/// The first role for which a rule on `phrase` finds the subject of the sentence, or "nobody".
fn subjects(phrase: &str) -> impl Fn(&str) -> &'static str {
    let roles = ["parent", "child", "kin", "professional", "body", "someone"];
    let benches = roles.map(|role| {
        (
            role,
            Bench::of(&format!("phrases = [\"{phrase}\"]\nsubject = [\"{role}\"]\nnegated = \"same\"")),
        )
    });
    move |said| {
        let found = benches.iter().find(|(_, bench)| !bench.quotes(said).is_empty());
        found.map_or("nobody", |(role, _)| role)
    }
}

#[test]
fn subjects_of_verbs() {
    let rows = [
        ("The mother will ensure it.", "parent"),
        ("Mum has agreed to ensure it.", "parent"),
        ("Both parents must now fully ensure it.", "parent"),
        ("Mum and Dad will ensure it.", "parent"),
        ("Mr K should ensure it.", "parent"),
        ("Kelly will ensure it.", "someone"),
        ("Ms Tarn is expected to ensure it.", "someone"),
        ("Grandmother was told to ensure it.", "kin"),
        ("The children were asked to ensure it.", "child"),
        ("The social worker will ensure it.", "professional"),
        ("HV1 was to ensure it.", "professional"),
        ("Mum's social worker will ensure it.", "professional"),
        ("The council must ensure it.", "body"),
        ("The father of the twins will ensure it.", "parent"),
        ("The mother, who is nineteen, will ensure it.", "parent"),
        ("A father who will ensure it was found.", "parent"),
        ("Mum (with help) will ensure it.", "parent"),
        ("Mum will attend the group and ensure it.", "parent"),
        ("Mum will see the social worker and will ensure it.", "parent"),
        ("The social worker told Mum to ensure it.", "parent"),
        ("It was agreed with Mum to ensure it.", "parent"),
        ("The worker met the mother. She will ensure it.", "parent"),
        ("Mum told the nurse that she would ensure it.", "parent"),
        ("The nurse assured Mum that she would ensure it.", "professional"),
        ("The mother spoke to the father, and he will ensure it.", "parent"),
        ("She will ensure it.", "someone"),
        ("We will ensure it.", "professional"),
        ("Mother: will ensure it.", "parent"),
        ("Three children were present, all to ensure it.", "child"),
        ("Mum will see the GP, then ensure it.", "parent"),
        ("If Mum comes, ensure it.", "nobody"),
        ("Mum is responsible for how they ensure it.", "parent"),
        ("Ensure it.", "nobody"),
        ("The plan will ensure it.", "nobody"),
        ("Sessions with Mum will ensure it.", "nobody"),
        ("Mum is ill. Ensure it.", "nobody"),
    ];
    agree(rows, subjects("ensure"));
}

#[test]
fn names_that_the_document_teaches() {
    let rows = [
        ("Kelly, the mother, came. Kelly will ensure it.", "parent"),
        ("Jo Pratt, social worker, came. Ms Pratt will ensure it.", "professional"),
        ("Ayla, aged 4, came. Ayla must ensure it.", "child"),
        ("Pat (maternal grandmother) came. Pat agreed she would ensure it.", "kin"),
        ("The Harbour Recovery Service (Harbour) came. Harbour will ensure it.", "body"),
        ("Dean, her partner, came. He said he will ensure it.", "parent"),
    ];
    agree(rows, subjects("ensure"));
}

#[test]
fn owners_of_nouns() {
    let rows = [
        ("Mum's engagement is noted.", "parent"),
        ("The father's poor engagement is noted.", "parent"),
        ("Mrs K's level of engagement is noted.", "parent"),
        ("A lack of engagement by Mrs K is noted.", "parent"),
        ("The engagement of the father is noted.", "parent"),
        ("There was no engagement from the family.", "kin"),
        ("Her engagement is noted.", "someone"),
        ("Mother is unwell. Her engagement is noted.", "parent"),
        ("The Trust's engagement is noted.", "body"),
        ("Engagement of schools is noted.", "body"),
        ("Mum has shown good engagement.", "parent"),
        ("Engagement is noted.", "nobody"),
    ];
    agree(rows, subjects("engagement"));
}

#[test]
fn agents_of_passives() {
    let rows = [
        ("The visit was missed by the mother.", "parent"),
        ("Two clinics were missed by the children.", "child"),
        ("The call was missed by the police.", "professional"),
        ("The mother missed two.", "parent"),
        ("The children missed two.", "child"),
    ];
    agree(rows, subjects("missed"));
}

#[test]
fn objects_and_those_who_must_not() {
    let object = Bench::of("phrases = [\"stop\"]\nobject = [\"family\", \"someone\"]");
    let never = Bench::of("phrases = [\"engage\"]\nunless_subject = [\"professional\", \"body\"]");
    for (bench, said, count) in [
        (&object, "To stop Dad at the gate.", own(1)),
        (&object, "To stop her partner coming.", own(1)),
        (&object, "To stop him coming.", own(1)),
        (&object, "To stop Darren coming.", own(1)),
        (&object, "To stop the car.", NONE),
        (&object, "To stop smoking near Dad.", NONE),
        (&never, "Mum will engage.", own(1)),
        (&never, "To engage.", own(1)),
        (&never, "Social workers will engage.", NONE),
        (&never, "The board should engage.", NONE),
    ] {
        assert_eq!(bench.count(said), count, "{said}");
    }
}
