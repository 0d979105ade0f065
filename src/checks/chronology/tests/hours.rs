//! Hours of a day and lengths between them.

use super::{said, said_in_markdown};

/// Three entries of one evening with one more between the second and the third.
fn log(entry: &str) -> String {
    format!(
        "# Incident\n\n## Friday 27 October 2023\n\n- **17:52** Brought by his son. *Source: reception*\n- **18:04** Triage is done. *Source: triage sheet*\n- **19:30** First set taken. *Source: chart*\n- {entry}\n- **22:15** A doctor sees him. *Source: notes*\n- **23:58** Medicine is ordered. *Source: chart*\n\n## Saturday 28 October 2023\n\n- **00:25** First dose is given. *Source: chart*\n"
    )
}

#[test]
fn entries_of_one_day() {
    for (entry, faults) in [
        ("**21:10** Second set taken. *Source: chart*", vec![]),
        ("**18:45** Second set taken. *Source: chart*", vec!["chronology/out-of-order 18:45"]),
        ("**18:45** Late entry by the nurse: he slept. *Source: chart*", vec![]),
        ("**18:45** (winter time) Second set taken. *Source: chart*", vec![]),
        (
            "**21:10** Second set taken by the nurse.",
            vec!["chronology/row-without-source 21:10"],
        ),
    ] {
        assert_eq!(said_in_markdown(&log(entry)), faults, "{entry}");
    }
    let night = "Monday 6 February 2023\n22.50  Night round. Asleep.\n23.40  Rings the bell twice.\n00.20  Night round. Asleep.\n01.10  Found on the floor.\n";
    assert_eq!(said(night), Vec::<String>::new());
}

#[test]
fn rows_of_a_table_without_their_date() {
    let table = |hour: &str| {
        format!(
            "| Date | Time | What happened |\n|---|---|---|\n| 14/02/2023 | 16:05 | Seen at home by the nurse. |\n| | 19:40 | Rings the line and is told to wait. |\n| | {hour} | Rings once more. |\n| 15/02/2023 | 00:10 | The call ends there. |\n| | 09:30 | Nobody answers the door.\n"
        )
    };
    let order = |hour: &str| said_in_markdown(&table(hour)).len();
    assert_eq!((order("19:58"), order("17:58")), (0, 1));
}

#[test]
fn lengths_between_two_hours() {
    for (told, wrong) in [
        (
            "He waited four hours and twenty-three minutes from his arrival at 17:52 to the round at 22:15.",
            false,
        ),
        (
            "The dose was given at 00:25 on 28 October 2023, one hour and ten minutes after the doctor saw him at 22:15.",
            true,
        ),
        (
            "The dose was given at 00:25, two hours and ten minutes after the doctor saw him at 22:15.",
            false,
        ),
        (
            "Police were asked at 11:20 and went in at 13:02, one hour and twelve minutes later.",
            true,
        ),
        ("Police were asked at 11:20 and went in at 13:02, nearly two hours later.", false),
        ("Nearly eleven hours passed from the fall at 03.10 to the visit at 13.45.", false),
        ("It was fifteen minutes after midnight, and he came at 03:10.", false),
        ("She came at 21:10 and stayed ten minutes; she was back at 23:40.", false),
        ("The target is four hours. He came at 17:52 and left at 18:40.", false),
        ("Two calls came at 23.52 and 00.07, fifteen minutes apart.", false),
        ("Two calls came at 23.52 and at 00.37, fifteen minutes apart.", true),
        (
            "There was a delay of half an hour between the call at 9.15 a.m. and the visit at 10.40 a.m.",
            true,
        ),
    ] {
        let found = said(&format!("What happened\n\n{told}\n"));
        assert_eq!(
            found.iter().any(|it| it.starts_with("chronology/duration-mismatch")),
            wrong,
            "{told}"
        );
    }
}

#[test]
fn lengths_parted_from_their_dates() {
    for (told, wrong) in [
        (
            "From the visit on 24 May 2016 to the burn on 12 July 2016 there were nine weeks in which to plan.",
            true,
        ),
        (
            "From the visit on 24 May 2016 to the burn on 12 July 2016 there were seven weeks in which to plan.",
            false,
        ),
        (
            "It was agreed on 28 April 2022 and issued five weeks later together with this briefing, on 19 May 2022.",
            true,
        ),
        (
            "It was agreed on 28 April 2022 and issued three weeks later together with this briefing, on 19 May 2022.",
            false,
        ),
        (
            "The case was heard on 22 July 2020. That was twenty-three days after she had walked in on 9 July 2020.",
            true,
        ),
        (
            "The case was heard on 22 July 2020. That was thirteen days after she had walked in on 9 July 2020.",
            false,
        ),
        (
            "He was held for five weeks in 2019 and seen on 24 May 2020 and on 12 July 2020.",
            false,
        ),
    ] {
        let found = said(&format!("What happened\n\n{told}\n"));
        assert_eq!(
            found.iter().any(|it| it.starts_with("chronology/duration-mismatch")),
            wrong,
            "{told} {found:?}"
        );
    }
}
