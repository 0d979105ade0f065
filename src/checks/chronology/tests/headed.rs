//! Stories told under months and years, lists set as one paragraph, and what is no event.

use super::said;

/// A story of three months, with one sentence more in April.
fn story(april: &str) -> String {
    format!(
        "DOMESTIC HOMICIDE REVIEW\n\nWynn was born on 5 May 2013.\n\nMarch 2020\n\nOn the 2nd the school asked her to come in. On the 5th she came.\n\nApril 2020\n\nOn the 14th the pharmacy rang.\n\n{april}\n\nMay 2020\n\nOn the 11th the head teacher rang the council. On the 22nd nobody came.\n"
    )
}

#[test]
fn days_under_a_month() {
    for (april, faults) in [
        ("On the 27th the school rang again.", vec![]),
        ("On the 27th, a Monday, the school rang.", vec![]),
        ("On the 27th, a Tuesday, the school rang.", vec!["chronology/wrong-weekday 27th"]),
        ("On 2 June 2020 a courier heard a cry.", vec!["chronology/out-of-order 2 June 2020"]),
        ("On the 9th the nurse called.", vec!["chronology/out-of-order 9th"]),
        ("On the 9th, it turned out, the nurse had called.", vec![]),
        ("On the 31st the nurse called.", vec!["chronology/impossible-date 31st"]),
        ("Wynn was five on the 2nd floor.", vec![]),
        ("On 1 May, as the month turned, the nurse called.", vec![]),
    ] {
        assert_eq!(said(&story(april)), faults, "{april}");
    }
    let born = |age: &str| {
        story("Nothing is known.").replace(
            "On the 22nd nobody came.",
            &format!("Wynn's birthday was on the 5th; she was {age}."),
        )
    };
    assert_eq!(said(&born("seven")), Vec::<String>::new());
    assert_eq!(said(&born("eight")), ["chronology/age-mismatch was eight"]);
}

#[test]
fn words_quoted_of_two_days() {
    let told = |date: &str| {
        story("On the 27th the school rang for the welfare call. Wynn said that her mother could not talk \"because of her face\".")
            + &format!(
                "\nLooking back\n\nThe welfare call of {date} in which Wynn said that her mother could not talk \"because of her face\" was not passed on.\n"
            )
    };
    let two = |date: &str| said(&told(date)).iter().any(|it| it.starts_with("chronology/same-event-two-dates"));
    assert!(two("24 April") && two("24 April 2020"));
    assert!(!two("27 April") && !two("27 April 2020"));
}

/// A list of days under years, of which no line stands apart.
fn list(line: &str, told: &str) -> String {
    format!(
        "What the records tell\n\n2020\n6 January. Rent unpaid. (H)\n24 February. Housing officer calls. (H)\n29 February. Burnt pan and an alarm. (F)\n30 March. Fire service calls. (F)\n{line}\nChristmas Day. Neighbour brings dinner. (N)\n2021\n19 January. Vaccinated at home. (G)\n5 November. Visit. Nobody in. (S)\n\nWhat it means\n\n{told}\n"
    )
}

#[test]
fn lines_of_one_paragraph_are_rows() {
    for (line, faults) in [
        ("16 July. Edwin rings the council. (S)", vec![]),
        ("16 July. Edwin rings the council.", vec!["chronology/row-without-source 16 July"]),
        ("31 June. Edwin rings the council. (S)", vec!["chronology/impossible-date 31 June"]),
        ("14 March. Edwin rings the council. (S)", vec!["chronology/out-of-order 14 March"]),
        ("14 March. Late entry: Edwin rang the council. (S)", vec![]),
    ] {
        assert_eq!(said(&list(line, "It is much.")), faults, "{line}");
    }
    for (told, lacks) in [
        ("On 9 April 2020 the nurse called and saw him.", true),
        ("On 30 March 2020 the brigade called.", false),
        ("On 25 December 2020 a neighbour came.", false),
        ("On 9 April 2020 she called; it is not in the chronology.", false),
        ("The entry was written up on 9 April 2020.", false),
        ("Week 26 ended on 9 April 2020.", false),
        ("The niece remembers that she called on 9 April 2020.", false),
        ("For \"9 April 2020\" read \"30 March 2020\".", false),
    ] {
        let found = said(&list("16 July. Edwin rings the council. (S)", told));
        assert_eq!(found.iter().any(|it| it.starts_with("chronology/missing")), lacks, "{told}");
    }
}

#[test]
fn the_papers_own_day_is_no_heading_and_no_entry() {
    let minutes = "MINUTES OF THE REVIEW CHILD PROTECTION CONFERENCE\nDate: Thursday 21 March 2024\n\n1. Plan\nThe children have been on plans since 6 July 2023, for eight months.\n\n2. Decision\nIt was agreed. First child in need meeting 18 April 2024.\n";
    assert_eq!(said(minutes), Vec::<String>::new());
    let births = "Case\n\nThe children: Maisie, born 3 May 2014; Sol, born 29 February 2016.\nThe father of Sol: born 2 January 1990.\nSol was three on 1 March 2019.\n";
    assert_eq!(said(births), Vec::<String>::new());
}
