//! Small documents, for what the planted chronologies do not show.

mod headed;
mod hours;
mod ledgers;
mod rows;
mod worded;

use super::*;
use crate::text::Lexicon;

fn read(content: &str) -> (Timeline, Vec<String>, Document) {
    read_as("test.txt", content)
}

fn read_as(name: &str, content: &str) -> (Timeline, Vec<String>, Document) {
    let text = crate::input::read(name, content.as_bytes()).unwrap();
    let document = Document::parse(&text, &Lexicon::default());
    let (timeline, remarks) = check(&document, &text, GAP_DAYS);
    let said = remarks.iter().map(|it| format!("{} {}", it.rule, text.slice(it.span))).collect();
    (timeline, said, document)
}

#[test]
fn rows_are_joined_over_a_page() {
    let content =
        "Date\tEvent\n5.1.15\tThe mother rang\n6.1.15\tShe came to the office and\n\n\twas given a voucher\n7.1.15\tVisit. Nobody in\n";
    let (timeline, said, document) = read(content);
    assert_eq!(timeline.rows.len(), 3, "{:?}", timeline.rows);
    let words: Vec<&str> = timeline.rows[1].account.iter().map(|&piece| document.fold.slice(piece)).collect();
    assert_eq!(words.join(" "), "She came to the office and was given a voucher");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn who_is_seen() {
    let content = "Date\tEvent\n5.1.15\tBoth children seen with mother\n6.1.15\tJames's father said that the mother was out. Child not seen\n7.1.15\tChild in Need meeting\n8.1.15\tNurse saw the baby and his father\n";
    let (timeline, ..) = read(content);
    let seen: Vec<Vec<&str>> = timeline.rows.iter().map(|row| row.seen.names().collect()).collect();
    assert_eq!(seen, [vec!["child"], vec![], vec![], vec!["child", "father"]]);
    let named: Vec<Vec<&str>> = timeline.rows.iter().map(|row| row.named.names().collect()).collect();
    assert_eq!(named[1], ["child", "mother", "father"]);
    assert_eq!(named[2], Vec::<&str>::new());
}

/// The same of a text in Markdown.
fn said_in_markdown(content: &str) -> Vec<String> {
    let (_, said, _) = read_as("test.md", content);
    said.into_iter().filter(|it| !it.starts_with("chronology/gap")).collect()
}

/// The remarks on `content`, gaps left out.
fn said(content: &str) -> Vec<String> {
    let (_, said, _) = read(content);
    said.into_iter().filter(|it| !it.starts_with("chronology/gap")).collect()
}

#[test]
fn entries_set_as_forms_and_under_dates_of_their_own_line() {
    let forms = "Date: 2 March 2015\nAgency: GP\nEvent: Seen with a cough.\n\nDate: 5 April 2015\nEvent: Neighbour rings.\n\nDate: 9 April 2015\nAgency: Police\nEvent: Officers call.\n\nDate: 12 May 2015\nAgency: School\nEvent: Bruise seen.\n";
    let (timeline, said, _) = read(forms);
    assert_eq!(timeline.rows.len(), 4);
    assert_eq!(said, ["chronology/row-without-source 5 April 2015"]);
    let entry =
        |day: u32| format!("{day} March 2018\nThe nurse called and the mother said that nothing had changed since the week before.\n\n");
    let (timeline, ..) = read(&(3..9).map(entry).collect::<String>());
    assert_eq!(timeline.rows.len(), 6);
}

#[test]
fn a_narrative_stands_for_a_chronology() {
    let on = |date: &str| format!("On {date} the health visitor called at the flat and saw the baby asleep.\n\n");
    let dates = [
        "3 March 2017",
        "1 April 2017",
        "5 May",
        "31 June 2017",
        "2 July 2017",
        "9 August 2017",
        "1 August 2017",
        "4 September 2017",
    ];
    let (timeline, said, _) = read(&dates.map(on).concat());
    assert_eq!(timeline.rows.len(), 8);
    assert_eq!(
        said,
        [
            "chronology/no-year 5 May",
            "chronology/impossible-date 31 June 2017",
            "chronology/out-of-order 1 August 2017"
        ]
    );
}

#[test]
fn rows_name_sources_at_one_end_or_none_do() {
    let row = |day: u32, told: &str| format!("- {day} May 2019. {told}\n");
    let list = |last: &str| {
        let told = [
            "Seen at home. (Health visitor)",
            "Mother rings. (GP)",
            "Absent. (School)",
            "Neighbour calls. (Police)",
            "Fell. (Hospital)",
        ];
        let rows = (1u32..).zip(told).map(|(day, told)| row(day, told)).collect::<String>();
        rows + &row(9, last) + &row(10, "Visit. (Health visitor)")
    };
    assert_eq!(said(&list("Nobody was in that day.")), ["chronology/row-without-source 9 May 2019"]);
    assert_eq!(said(&list("Nobody in. (Housing)")), Vec::<String>::new());
    let groups = "3/5/18   Core group. All came.\n10/5/18  Visit. Nobody in at the house.\n17/5/18  Core group put off because of the snow that fell.\n24/5/18  Core group. Plan read.\n31/5/18  Supervision. Case discussed.\n";
    assert_eq!(said(groups), Vec::<String>::new());
}

#[test]
fn what_is_told_of_days_after_the_papers_own() {
    let paper = |told: &str| {
        format!("RAPID REVIEW\nDate of this notice: 20 August 2019\n\n1. What happened\n\nThe baby was taken to hospital. {told}\n")
    };
    for (told, late) in [
        ("The partners met on 17 September 2019 and agreed.", true),
        ("On 3 October 2019 the nurse wrote to the mother.", true),
        ("The inquest, held on 2 September 2019, heard from the ward.", true),
        ("The first panel is on 15 October 2019.", false),
        ("The order was made then and ends on 1 October 2019.", false),
        ("The mother was told that the hearing will be on 3 October 2019.", false),
        ("A visit was arranged for 3 October 2019.", false),
        ("The notice was sent out on 3 October 2019.", false),
    ] {
        let told_late = said(&paper(told)).iter().any(|it| it.starts_with("chronology/after-report-date"));
        assert_eq!(told_late, late, "{told}");
    }
}

#[test]
fn ages_are_held_to_births_deaths_and_the_day_of_the_meeting() {
    let review = |told: &str| format!("# Review\n\nTess was born on 9 April 2014. {told}\n");
    for (told, wrong) in [
        ("She died on 3 November 2019 at the age of six.", true),
        ("She died on 3 November 2019 at the age of five.", false),
        ("On 2 May 2018 Tess, then aged five, was seen.", true),
        ("On 2 May 2018 Tess, then aged four, was seen.", false),
        ("In March 2016 a neighbour rang. Tess, then aged three, was at home.", true),
        ("Her brother was nine on 2 May 2018.", false),
        ("On 2 May 2018 Tess's father, aged thirty, rang.", false),
        (
            "She was four at the start of the period and five when she died on 3 November 2019.",
            false,
        ),
        ("On 9 June 2014 Tess was two months old.", false),
        ("On 9 June 2014 Tess was five months old.", true),
    ] {
        let found = said(&review(told)).iter().any(|it| it.starts_with("chronology/age-mismatch"));
        assert_eq!(found, wrong, "{told}");
    }
    let minutes = "MINUTES OF CORE GROUP\n\nHeld on: Tuesday 11 July 2023\nChildren: T, born 9 March 2016 (7), and M, born 14 October 2020 (3)\n\n1. Views\n\nT, who is eight, likes his school.\n";
    assert_eq!(
        said(minutes),
        ["chronology/age-mismatch 3", "chronology/age-mismatch is eight"],
        "{minutes}"
    );
}

#[test]
fn lengths_of_time_are_held_to_their_ends() {
    for (told, wrong) in [
        (
            "The case was opened on 2 October 2017. It was closed on 11 December 2017, after six weeks.",
            true,
        ),
        (
            "The case was opened on 2 October 2017. It was closed on 11 December 2017, after ten weeks.",
            false,
        ),
        (
            "She was seen on 21 August 2018, five weeks after the request of 1 August 2018.",
            true,
        ),
        (
            "She was seen on 21 August 2018, nearly three weeks after the request of 1 August 2018.",
            false,
        ),
        ("He had no worker for nine months, from March 2020 to June 2021.", true),
        ("He had no worker for fifteen months, from March 2020 to June 2021.", false),
        (
            "The course was promised on 8 February 2018. By 26 April 2018, five weeks after the promise, he had not begun.",
            true,
        ),
        ("He missed four days between 22 April and 7 May 2024.", false),
        (
            "They married on 14 June 1980 and had been married for 43 years. She died on 12 March 2019.",
            true,
        ),
        (
            "They married on 14 June 1980 and had been married for 38 years. She died on 12 March 2019.",
            false,
        ),
    ] {
        let found = said(&format!("# Review\n\n{told}\n"))
            .iter()
            .any(|it| it.starts_with("chronology/duration-mismatch"));
        assert_eq!(found, wrong, "{told}");
    }
    let minutes = |length: &str| {
        format!(
            "MINUTES OF REVIEW CONFERENCE\n\nHeld on: Tuesday 14 May 2019\n\n1. Purpose\n\nThe initial conference was held on 21 August 2018. Ash has been on a plan for {length}.\n"
        )
    };
    assert_eq!(said(&minutes("five months")), ["chronology/duration-mismatch five months"]);
    assert_eq!(said(&minutes("nine months")), Vec::<String>::new());
}

#[test]
fn an_event_told_again_has_its_first_date() {
    for (told, wrong) in [
        ("The fire safety visit of 13 August 2021 changed little.", true),
        ("The fire safety visit of 3 August 2021 changed little.", false),
        ("The second fire safety visit of 13 August 2021 changed little.", false),
        ("The report was read by the Safety Board on 13 August 2021.", false),
    ] {
        let text = format!("# Review\n\n## Story\n\nThe fire safety visit took place on 3 August 2021.\n\n## Analysis\n\n{told}\n");
        let found = said(&text).iter().any(|it| it.starts_with("chronology/same-event-two-dates"));
        assert_eq!(found, wrong, "{told}");
    }
}

#[test]
fn nobody_is_weighed_before_birth() {
    for (told, wrong) in [
        (
            "The question was whether Kit's weight had been followed. It had: he was weighed on 4 December 2018.",
            true,
        ),
        (
            "The question was whether Kit's weight had been followed. It had: he was weighed on 4 January 2019.",
            false,
        ),
        ("A nurse wrote of Kit's feeding on 4 December 2018.", true),
        ("A nurse wrote of Kit's father on 4 December 2018.", false),
    ] {
        let text = format!("# Notice\n\nKit was born on 6 December 2018.\n\n{told}\n");
        let found = said(&text).iter().any(|it| it.starts_with("chronology/before-birth"));
        assert_eq!(found, wrong, "{told}");
    }
}

#[test]
fn a_count_since_a_day_after_the_papers_own_day_is_no_fault_of_the_program() {
    // A slip in the header: the paper is older than what it tells.
    let content = "Chronology\n\nDate of report: 3 February 2023\n\nDate\tEvent\n1.2.23\tPolice called to the flat\n5.3.23\tPolice called to the flat\n9.4.23\tPolice called to the flat\n\nThe police were called three times since 10 March 2023 to the flat.\n";
    assert!(!said(content).iter().any(|it| it.starts_with("chronology/count")));
}
