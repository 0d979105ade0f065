//! Sheets of cases, set by semicolons or as tables, and what is told of them.

use super::{said, said_in_markdown};

/// Six cases, the fourth as given, and a sentence on them.
fn sheet(fourth: &str, told: &str) -> String {
    format!(
        "AUDIT OF VISITS\n\nChild 01; born 03.03.2016; age 7; referred 01.02.2024; visit 02.02.2024; days 1; seen in: file\nChild 02; born 15.02.2012; age 11; referred 14.02.2024; visit 16.02.2024; days 2; seen in: file\nChild 03; born 29.02.2020; age 3; referred 28.02.2024; visit 29.02.2024; days 1; seen in: duty log\n{fourth}\nChild 05; born 30.11.2018; age 5; referred 04.03.2024; visit 08.03.2024; days 4; seen in: duty log\nChild 06; unborn; no age; referred 11.03.2024; visit 12.03.2024; days 1; seen in: file\n\nWHAT WE SAW\n\n{told}\n"
    )
}

const RIGHT: &str = "Child 04; born 21.09.2009; age 14; referred 29.02.2024; visit 04.03.2024; days 4; seen in: file";

#[test]
fn sums_of_one_case() {
    for (fourth, faults) in [
        (RIGHT.to_owned(), vec![]),
        (RIGHT.replace("age 14", "age 15"), vec!["chronology/age-mismatch 15"]),
        (RIGHT.replace("days 4", "days 6"), vec!["chronology/duration-mismatch 6"]),
        (RIGHT.replace("days 4", "not counted"), vec![]),
        (
            RIGHT.replace("seen in: file", "seen in:"),
            vec!["chronology/row-without-source seen in:"],
        ),
        (
            RIGHT.replace("visit 04.03.2024; days 4", "visit 27.02.2024; not counted"),
            vec!["chronology/out-of-order 27.02.2024"],
        ),
    ] {
        assert_eq!(said(&sheet(&fourth, "It was much.")), faults, "{fourth}");
    }
}

#[test]
fn what_is_told_of_the_cases() {
    for (told, wrong) in [
        ("Of the six children, four were referred in February 2024.", false),
        ("Of the six children, three were referred in February 2024.", true),
        ("Four of the six came from the file.", false),
        ("Five of the six came from the file.", true),
        ("Five of the six came from the file or the duty log.", false),
        ("Five of the ten came from the file last year.", false),
        ("For Child 05 the visit was made four days after the referral.", false),
        ("For Child 05 the visit was made nine days after the referral.", true),
        ("For Child 05 the visit was made nine days after the birthday.", false),
    ] {
        assert_eq!(!said(&sheet(RIGHT, told)).is_empty(), wrong, "{told}");
    }
}

#[test]
fn a_sheet_of_cases_keeps_the_order_of_its_cases() {
    let table = "| Adult | First concern | Last contact |\n|---|---|---|\n| A | 4 January 2019 | 12 February 2024 |\n| B | 2 March 2021 | 8 January 2024 |\n| C | 30 September 2015 | 29 February 2024 |\n| D | 9 May 2018 | 9 November 2023 |\n| E | 11 May 2022 | 31 January 2024 |\n";
    assert_eq!(said_in_markdown(table), Vec::<String>::new());
}

#[test]
fn two_sources_of_one_row() {
    let row = |date: &str, record: &str| format!("| {date} | School | He was late again that day. | {record} |\n");
    let table = |record: &str| {
        let days = ["12/01/2016", "28/01/2016", "11/02/2016", "07/03/2016"];
        let rows: String = days.iter().map(|day| row(day, "Class log")).collect();
        format!(
            "| Date | Agency | Event | Record |\n|---|---|---|---|\n{rows}{}",
            row("08/03/2016", record)
        )
    };
    assert_eq!(said_in_markdown(&table("Class log")), Vec::<String>::new());
    assert_eq!(said_in_markdown(&table("")), ["chronology/row-without-source 08/03/2016"]);
}
