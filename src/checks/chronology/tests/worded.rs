//! Ways in which authors word lengths of time, ages, births and days without a year: what is wrong, and what only looks so.

use super::said;

const REVIEW: &str =
    "SERIOUS CASE REVIEW: LINNET\n\nMarch 2020\n\n1.1 Linnet was born on 6 June 2015. Her brother, Dipper, was born on 11 March 2012.\n\n";

/// Holds each sentence to the one rule and quote that it deserves, or to none.
fn hold(cases: &[(&str, &str)]) {
    for (words, expected) in cases {
        let found = said(&format!("{REVIEW}2.3 {words} The panel asked why.\n"));
        let wanted: Vec<String> = (!expected.is_empty())
            .then(|| format!("chronology/{expected}"))
            .into_iter()
            .collect();
        assert_eq!(found, wanted, "{words}");
    }
}

#[test]
fn lengths_that_their_dates_do_not_bear_out() {
    hold(&[
        (
            "The form was sent on 2 May 2018. It took five weeks for the hub to open it, on 9 May 2018.",
            "duration-mismatch five weeks",
        ),
        (
            "The plan was agreed on 2 May 2018 and closed on 1 August 2018 after ten months.",
            "duration-mismatch ten months",
        ),
        (
            "He left on 2 May 2018 and came home on 30 May 2018, so that he was away for over three months.",
            "duration-mismatch three months",
        ),
        (
            "She was moved on 2 May 2018. The next day, on 7 May 2018, the school was told.",
            "duration-mismatch The next day",
        ),
        (
            "She was moved on 2 May 2018. A fortnight later, on 20 June 2018, the school was told.",
            "duration-mismatch A fortnight",
        ),
        (
            "There was a wait of nine weeks between the letters of 2 May 2018 and 16 May 2018.",
            "duration-mismatch nine weeks",
        ),
        (
            "Twelve days after the call of 2 May 2018 a visit was made, on 2 July 2018.",
            "duration-mismatch Twelve days",
        ),
        (
            "She was seen on 2 May 2018 and on 1 August 2018. Nobody came in the forty-two weeks between.",
            "duration-mismatch forty-two weeks",
        ),
    ]);
}

#[test]
fn lengths_that_are_right_or_of_something_else() {
    hold(&[
        (
            "The form was sent on 2 May 2018. It took one week for the hub to open it, on 9 May 2018.",
            "",
        ),
        (
            "She was moved on 2 May 2018. The following day, 3 May 2018, the school was told.",
            "",
        ),
        ("He was sentenced to nine months on 2 May 2018 and released on 20 August 2018.", ""),
        (
            "The worker, who had been in post for six weeks, called on 2 May 2018 and 9 May 2018.",
            "",
        ),
        (
            "Her letter of 2 May 2018 was answered on 16 July 2018, three days after she had rung.",
            "",
        ),
        ("Dipper was absent on four days between January and June 2018.", ""),
    ]);
}

#[test]
fn ages_without_a_verb_of_age() {
    hold(&[
        (
            "On 4 May 2019 Linnet, a child of five, was found in the lane.",
            "age-mismatch of five",
        ),
        (
            "On 4 May 2019 the five-year-old was found in the lane. Linnet had let herself out.",
            "age-mismatch five-year-old",
        ),
        ("On 4 May 2019 Linnet (5) was found in the lane.", "age-mismatch 5"),
        (
            "At the age of five, on 4 May 2019, Linnet was found in the lane.",
            "age-mismatch At the age of five",
        ),
        (
            "On 6 June 2019, her fifth birthday, Linnet was found in the lane.",
            "age-mismatch fifth birthday",
        ),
        ("Linnet, not yet three, was found in the lane on 4 May 2019.", "age-mismatch three"),
        ("On 4 May 2019 Linnet was found in the lane. She was five.", "age-mismatch was five"),
        ("On 8 August 2015 Linnet was weighed at six months.", "age-mismatch at six months"),
        ("On 4 May 2019 Linnet, a child of three, was found in the lane.", ""),
        ("On 4 May 2019 Linnet was found by a boy of nine from the farm.", ""),
        ("On 6 June 2019, her fourth birthday, Linnet was found in the lane.", ""),
        ("Dipper was born at 38 weeks and weighed at home on 14 March 2012.", ""),
    ]);
}

#[test]
fn births_however_they_are_told() {
    for told in [
        "Linnet was born at 36 weeks, in hospital, on 6 June 2015.",
        "Linnet was born to Ms K on 6 June 2015.",
        "Linnet's date of birth is 6 June 2015.",
        "Linnet (b. 6 June 2015) lives with her aunt.",
        "Mother gave birth to Linnet on 6 June 2015.",
        "The twins, Linnet and Dunnock, were born on 6 June 2015.",
        "Born on 6 June 2015, Linnet lives with her aunt.",
        "On 6 June 2015 Linnet was born.",
        "Dipper was born on 11 March 2012 and Linnet on 6 June 2015.",
        "Linnet is the youngest of three and was born on 6 June 2015.",
        "Linnet Vale was born on the 6th of June 2015.",
        "Name: Linnet\n\nDate of birth: 6 June 2015",
        "Child\tLinnet\nDate of birth\t6 June 2015\nStatus\tin need",
        "Family:   Dipper   born 11 March 2012\n          Linnet   born 6 June 2015\n",
    ] {
        let content =
            format!("SERIOUS CASE REVIEW: LINNET\n\nMarch 2020\n\n{told}\n\n2.3 On 4 May 2019 Linnet, aged five, was found in the lane.\n");
        assert_eq!(said(&content), ["chronology/age-mismatch aged five"], "{told}");
    }
}

#[test]
fn births_of_whom_the_sentence_before_speaks() {
    let said = |told: &str| {
        let content = format!("SAFEGUARDING ADULT REVIEW: IVOR\n\nJuly 2023\n\n1.1 {told}\n\n1.2 The panel met twice.\n");
        said(&content).into_iter().filter(|it| it.contains("age-mismatch")).count()
    };
    for (told, wrong) in [
        ("Ivor died on 14 February 2022, aged 71, at home. He was born on 3 June 1951.", 1),
        (
            "Ivor was 71 when he died on 14 February 2022. His date of birth was 3 June 1951.",
            1,
        ),
        (
            "Ivor died on 14 February 2022 aged 71 years. He had been born in Leith on 3 June 1951.",
            1,
        ),
        (
            "Ivor died on Monday 14 February 2022, aged 70, at home. He was born on 3 June 1951.",
            0,
        ),
        (
            "Ivor died on 14 February 2022, aged 71. His mother came with Ada. She was born on 3 June 1951.",
            0,
        ),
        (
            "Ivor died on 14 February 2022, aged 71, as his mother had. She was born on 3 June 1921.",
            0,
        ),
    ] {
        assert_eq!(said(told), wrong, "{told}");
    }
}

#[test]
fn nobody_is_there_before_birth() {
    hold(&[
        (
            "On 4 May 2014 Mother took Linnet to the walk-in centre with a rash.",
            "before-birth 4 May 2014",
        ),
        ("A bruise was seen on Linnet's cheek on 4 May 2014.", "before-birth 4 May 2014"),
        ("In 2013 Linnet was treated for a burn.", "before-birth 2013"),
        ("On 4 May 2015 Mother booked late; Linnet was due in June.", ""),
        ("The flat where Linnet was to live was let on 4 May 2014.", ""),
        ("Linnet's father was arrested on 4 May 2014.", ""),
        ("The parents of Linnet were seen at home on 4 May 2014.", ""),
    ]);
    let table =
        "# Audit\n\n| File | Born | First seen |\n|---|---|---|\n| 1 | 3 May 2016 | 9 May 2018 |\n| 2 | 7 June 2018 | 1 June 2018 |\n";
    let text = crate::input::read("audit.md", table.as_bytes()).unwrap();
    let document = crate::document::Document::parse(&text, &crate::text::Lexicon::default());
    let (_, remarks) = super::check(&document, &text, super::GAP_DAYS);
    let told: Vec<&str> = remarks.iter().map(|it| text.slice(it.span)).collect();
    assert_eq!(told, ["1 June 2018"]);
}

#[test]
fn a_day_to_which_nothing_gives_a_year() {
    hold(&[
        (
            "The family moved twice between 2016 and 2018. A referral was closed on 9 October with a letter.",
            "no-year 9 October",
        ),
        ("In 2017 the family moved. A referral was closed on 9 October with a letter.", ""),
        (
            "The family moved on 3 September 2017. A referral was closed on 9 October with a letter.",
            "",
        ),
        (
            "The family moved twice between 2016 and 2018. The trial is fixed for 9 October.",
            "",
        ),
    ]);
    // A list has one year for all.
    hold(&[
        ("The nurse called on 5 March, Tuesday 10 April and 8 May 2018.", ""),
        (
            "The nurse called on 5 March, Monday 10 April and 8 May 2018.",
            "wrong-weekday Monday 10 April",
        ),
    ]);
}

#[test]
fn what_minutes_tell_up_to_their_own_day() {
    let minutes = |words: &str| {
        let content = format!(
            "CHILD IN NEED MEETING\nHeld on Tuesday 4 June 2019, 2 pm, at Mill School\n\nPresent: AB (social worker, chair); CD (health visitor); Ms K (mother)\n\n1. Updates\nThe notes of 9 April 2019 were agreed. {words} The group was glad.\n"
        );
        said(&content)
    };
    assert_eq!(
        minutes("The last meeting was on 9 April 2019, four months ago."),
        ["chronology/duration-mismatch four months"]
    );
    assert_eq!(minutes("The plan was made on 9 April 2019 and has lasted eight weeks."), [""; 0]);
    assert_eq!(
        minutes("AB called on Monday 21 May and found Ms K in."),
        ["chronology/wrong-weekday Monday 21 May"]
    );
    assert_eq!(minutes("AB called on Tuesday 21 May and found Ms K in."), [""; 0]);
    assert_eq!(
        minutes("CD weighed the baby on 14 June 2019."),
        ["chronology/after-report-date 14 June 2019"]
    );
}
