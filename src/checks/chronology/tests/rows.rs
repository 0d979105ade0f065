//! Rows in the layouts of logs and chronologies: what each layout says of sources, years and forms.

use super::said;

const ROWS: [(&str, &str, &str); 8] = [
    ("5 January 2017", "Police", "Call to the flat about noise."),
    ("16 February 2017", "GP", "Brought with a rash."),
    ("3 April 2017", "School", "Says that she is cold."),
    ("2 May 2017", "Housing", "Letter about the boiler sent."),
    ("9 June 2017", "Health visiting", "No reply at the door."),
    ("4 July 2017", "School", "Wins a prize for drawing."),
    ("8 August 2017", "Police", "Found alone at the station."),
    ("3 October 2017", "GP", "Mother asks for help with sleep."),
];

/// How a row is set from its day, its source and its words.
type Set<'a> = &'a dyn Fn(&str, &str, &str) -> String;

/// A log in which each row is set by `set`, the fifth with another date and source.
fn log(set: impl Fn(&str, &str, &str) -> String, (date, source): (&str, &str)) -> Vec<String> {
    let rows = ROWS.iter().enumerate().map(|(at, (day, body, told))| match at {
        4 => set(date, source, told),
        _ => set(day, body, told),
    });
    let rows: Vec<String> = rows.collect();
    said(&format!(
        "MULTI-AGENCY LOG\n\nNovember 2018\n\n{}\n\nThe panel read it.\n",
        rows.join("\n\n")
    ))
}

#[test]
fn sources_in_every_place() {
    let in_brackets = |day: &str, body: &str, told: &str| {
        if body.is_empty() {
            format!("{day}: {told}")
        } else {
            format!("{day} ({body}): {told}")
        }
    };
    let dashed = |day: &str, body: &str, told: &str| {
        if body.is_empty() {
            format!("{day} - {told}")
        } else {
            format!("{day} - {body} - {told}")
        }
    };
    let labelled = |day: &str, body: &str, told: &str| {
        if body.is_empty() {
            format!("{day}. {told}")
        } else {
            format!("{day}. {told} Source: {body}.")
        }
    };
    let ways: [Set<'_>; 3] = [&in_brackets, &dashed, &labelled];
    for set in ways {
        assert_eq!(log(set, ("9 June 2017", "")), ["chronology/row-without-source 9 June 2017"]);
        assert_eq!(log(set, ("9 June 2017", "Housing")), [""; 0]);
    }
}

#[test]
fn a_row_between_others_takes_no_year_from_the_papers_date() {
    let set = |day: &str, body: &str, told: &str| format!("{day} ({body}): {told}");
    assert_eq!(log(set, ("9 June", "Housing")), ["chronology/no-year 9 June"]);
    assert_eq!(log(set, ("9 JUNE 2O17", "Housing")), ["chronology/malformed-date 9 JUNE 2O17"]);
    assert_eq!(log(set, ("9 June 2107", "Housing")), ["chronology/malformed-date 9 June 2107"]);
}

#[test]
fn numbers_of_minutes_are_no_dates() {
    let item = |number: u32| format!("{number}/21  Item of the agenda\nThe board talked about it for a while.\n\n");
    assert_eq!(said(&(12..20).map(item).collect::<String>()), [""; 0]);
}

#[test]
fn counts_set_by_years_alone() {
    let rows = "Date | Source | Entry\n4 March 2016 | Police | Call to the house.\n8 May 2016 | GP | Seen.\n2 June 2017 | Police | Call to the house.\n9 July 2018 | School | Late.\n3 May 2019 | GP | Seen.\n\nWhat we think\n\n";
    let told = |words: &str| said(&format!("CHRONOLOGY\n\n{rows}3.1 {words}\n"));
    assert_eq!(
        told("The police came to the house on four occasions between 2016 and 2018."),
        ["chronology/count-mismatch four occasions"]
    );
    assert_eq!(
        told("The police came to the house on two occasions between 2016 and 2018."),
        [""; 0]
    );
}

#[test]
fn a_place_is_no_event() {
    let content = "REVIEW\n\nMay 2019\n\n2.1 Linnet was admitted to the children's ward on 6 August 2018 with a fever.\n\n2.2 On 7 August 2018 the ward rang the school.\n";
    assert_eq!(said(content), [""; 0]);
}
