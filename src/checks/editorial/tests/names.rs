//! Names that stayed, and names that may stay.

use super::hold;

const LETTERS: &str = "Overview report of a review\n\nChild A lived with Adult B and Adult C. Child A was seen by the nurse. Adult B said that Adult C had left. Child A and Adult B moved. Adult C rang. ";
const INITIALS: &str = "Overview report of a review\n\nMH said that he was at home. MH's mother rang. MH was seen by the nurse and MH left. JT said little. JT had rung before. JT's school was told. ";
const RUBY: &str = "Overview report of a review\n\nThe child will be called Ruby. Ruby, aged 4, was seen. Ruby was at home. Ruby lived with her mother. Ruby was ill. Ruby's mother rang. Ruby left. ";

fn text(lead: &str, rest: &str) -> String {
    format!("{lead}{rest}")
}

#[test]
fn names_that_were_left() {
    for (lead, rest, expected) in [
        (INITIALS, "That night Michael H came back.", "name-left Michael H"),
        (INITIALS, "That night Michael Harker came back late.", "name-left Michael Harker"),
        (INITIALS, "The nurse saw Jodie T. at the clinic.", "name-left Jodie T"),
        (LETTERS, "That night Callum told the nurse that it hurt.", "name-left Callum"),
        (LETTERS, "The police found that Gemma had left at ten.", "name-left Gemma"),
        (LETTERS, "The nurse noted Kayleigh's bedroom to be cold.", "name-left Kayleigh"),
        (LETTERS, "The school rang her brother, Liam, about it.", "name-left Liam"),
        (
            RUBY,
            "Nobody told the school that Ruby Collins was to move.",
            "name-left Ruby Collins",
        ),
    ] {
        hold("name-left", &[(&text(lead, rest), &[expected])]);
    }
}

#[test]
fn names_that_may_stay() {
    for (lead, rest) in [
        (INITIALS, "The independent author, Michael Harker, met them."),
        (INITIALS, "They lived near Marlow House in the town."),
        (INITIALS, "The worker cited Michael Hughes et al (2014) on neglect."),
        (INITIALS, "MH had been known as Mickey to his friends."),
        (LETTERS, "Lord Laming said so. The review of Daniel Pelka said it too."),
        (LETTERS, "The social worker, Karen, told Adult B that it was over."),
        (LETTERS, "The Sarah training was given, and Sarah was a course."),
        (LETTERS, "They moved to Victoria and went to St Thomas for help."),
        (LETTERS, "Dr Martin was away. Martin et al was read."),
        (LETTERS, "Adult C will be called Kevin from here on. Kevin was at work."),
        (RUBY, "The Ruby Review was read, and the nurse saw Ruby again."),
        (RUBY, "Ruby Tuesday was a song they liked."),
        (
            "Assessment\n\nKelly Hart was seen. ",
            "Kelly was at home with Dean. Dean said little. Kelly rang. Kelly left.",
        ),
        ("Review\n\nThe mother rang. ", "Callum told the nurse that it hurt."),
    ] {
        hold("name-left", &[(&text(lead, rest), &[])]);
    }
}

const KIN: &str = "Minutes of the core group\n\nMother came with Father. Mother said that Father had slept. Father was glad. Mother asked for help. Father rang. Mother went home early that day. ";

#[test]
fn names_among_words_for_kin() {
    for (lead, rest, expected) in [
        (KIN, "The boy asked her: \"Is Craig going to come back here?\"", "name-left Craig"),
        (KIN, "The worker heard that Jaydon likes beans with his tea.", "name-left Jaydon"),
        (KIN, "Her uncle, Dermod, came to the door and shouted.", "name-left Dermod"),
        (LETTERS, "When Kayleigh asked for a new worker none was free.", "name-left Kayleigh"),
        (
            LETTERS,
            "The picture was kept by Mrs Hollinrake on the door of her fridge.",
            "name-left Mrs Hollinrake",
        ),
        (
            "Overview report of a review\n\nThe woman is here called Nora. Nora lived alone. ",
            "The letters came every week. Gordon was not sent a copy.",
            "name-left Gordon",
        ),
    ] {
        hold("name-left", &[(&text(lead, rest), &[expected])]);
    }
    for (lead, rest) in [
        (KIN, "The Carmel review said the same of another family."),
        (KIN, "The children stroked their dog, Alfie, in the kitchen."),
        (KIN, "She had been told of Clare's Law by the police."),
        (LETTERS, "Mrs Hart came. Mrs Lunn came. Mr Dunn came to the meeting too."),
    ] {
        hold("name-left", &[(&text(lead, rest), &[])]);
    }
}

#[test]
fn names_in_headings_and_in_what_was_said() {
    for (rest, expected) in [
        (
            "\n\nWhat Kayleigh wanted\n\nShe wanted to be at home with the dog.",
            "name-left Kayleigh",
        ),
        (
            "She wrote that \"it's dark and Gwilym does the bottles\" and drew a moon.",
            "name-left Gwilym",
        ),
        ("Keeley told the reviewer that nobody had asked her.", "name-left Keeley"),
        (
            "In one surgery Rosalind and Child A had sat for an hour by the door.",
            "name-left Rosalind",
        ),
    ] {
        hold("name-left", &[(&text(LETTERS, rest), &[expected])]);
    }
    let plants =
        "Overview report\n\nThe names are those of plants. Bramble, who was seven, had a baby brother, Clover. Bramble liked to read. ";
    hold(
        "name-left",
        &[
            (plants, &[]),
            (&text(plants, "Nobody asked Kayleigh what she saw, and Kayleigh told nobody."), &[]),
        ],
    );
}
