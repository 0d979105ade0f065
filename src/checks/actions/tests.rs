//! A small plan, parsed and stated as a whole.

use super::*;
use crate::text::{Format, Lexicon};

const PLAN: &str = "Serious Case Review\n\n1. Findings\n\n1.1 Supervision was weak.\n\n2. Action Plan\n\n\
    Action One\n\nIn reference to paragraph 1.1 Northshire Trust to audit supervision by March 2020.\n\nResponse: Completed\n\n- The audit is not achievable.\n\n\
    Action Two\n\nIn reference to paragraph 1.1 all agencies should think about supervision.\n\nResponse: Outstanding\n\nTimescale: Ongoing\n\n\
    Action Three\n\nIn reference to paragraph 1.1 policy to be reviewed and strengthened.\n\nTimescale: September 2019\n\n\
    Action Four\n\nIn reference to paragraph 1.1 the Designated Doctor is to write to every surgery.\n\nResponse: Partially completed\n\n- **Outstanding:** Two surgeries to reply.\n";

fn stated(as_of: Option<&str>) -> (Vec<ActionFacts>, Vec<String>, Text) {
    let text = Text {
        content: PLAN.to_owned(),
        marks: Vec::new(),
        syntax: Vec::new(),
        format: Format::Text,
        warnings: Vec::new(),
    };
    let document = Document::parse(&text, &Lexicon::default());
    let (facts, remarks) = check(&document, &text, as_of);
    let show = |a: &Annotation| format!("{} {}", a.rule, text.slice(a.span));
    let remarks = remarks.iter().map(show).collect();
    (facts, remarks, text)
}

#[test]
fn facts_of_each_action() {
    let (facts, _, _) = stated(None);
    let actions: Vec<&ActionFacts> = facts.iter().filter(|f| **f != ActionFacts::default()).collect();
    let owners: Vec<Vec<&str>> = actions.iter().map(|f| f.owners.iter().map(String::as_str).collect()).collect();
    assert_eq!(owners, [vec!["Northshire Trust"], vec![], vec![], vec!["Designated Doctor"]]);
    let status: Vec<Status> = actions.iter().map(|f| f.status).collect();
    assert_eq!(status, [Status::Completed, Status::Outstanding, Status::None, Status::Partial]);
    let dates: Vec<Option<&str>> = actions
        .iter()
        .map(|f| f.timescales.first().and_then(|t| t.date.as_deref()))
        .collect();
    assert_eq!(dates, [Some("2020-03"), None, Some("2019-09"), None]);
    assert_eq!(actions[3].outstanding.len(), 1);
}

#[test]
fn one_remark_for_each_open_slot() {
    let (_, remarks, _) = stated(Some("2019-12-01"));
    assert_eq!(
        remarks,
        [
            "actions/status-contradicted Completed",
            "actions/group-owner all agencies",
            "actions/vague-date Ongoing",
            "actions/no-owner Action Three",
            "actions/no-response Action Three",
            "actions/date-passed September 2019",
            "actions/no-date Action Four",
        ]
    );
}

#[test]
fn without_a_day_nothing_has_passed() {
    assert!(!stated(None).1.iter().any(|remark| remark.starts_with("actions/date-passed")));
}

fn remarks_of(content: &str) -> (Vec<ActionFacts>, Vec<String>) {
    let text = Text {
        content: content.to_owned(),
        marks: Vec::new(),
        syntax: Vec::new(),
        format: Format::Text,
        warnings: Vec::new(),
    };
    let document = Document::parse(&text, &Lexicon::default());
    let (facts, remarks) = check(&document, &text, None);
    (
        facts,
        remarks
            .iter()
            .map(|a| format!("{} {} {}", a.rule, a.severity.name(), text.slice(a.span)))
            .collect(),
    )
}

#[test]
fn recommendations_have_owners_and_dates() {
    let content = "Safeguarding Adults Review\n\nRecommendation 1: The Board should ask for a report by 31 March 2023.\n\n\
        Recommendation 2: Adult social care should name a lead.\n";
    let (facts, remarks) = remarks_of(content);
    assert_eq!(facts[0].owners, ["Board"]);
    assert_eq!(facts[0].timescales[0].date.as_deref(), Some("2023-03-31"));
    assert_eq!(remarks, ["actions/no-date low Recommendation 2"]);
    // A plan answers them.
    let planned = format!("{content}\nAction One\n\nThe Board to ask by May 2023.\n\nResponse: Outstanding\n");
    assert_eq!(remarks_of(&planned).1, Vec::<String>::new());
}

#[test]
fn the_documents_own_date_and_its_key() {
    let plan = |key: &str| {
        format!(
            "Action Plan\n\nAs at 31 January 2024.\n\n{key}\n\nAction One\n\nThe Board to write by 30 June 2023.\n\nResponse: In progress\n\n\
            Action Two\n\nThe Trust to write.\n\nResponse: Green\n\nTimescale: 30 June 2024\n"
        )
    };
    let (facts, remarks) = remarks_of(&plan(""));
    assert_eq!(facts[1].status, Status::InProgress);
    assert_eq!(remarks, ["actions/date-passed medium 30 June 2023"]);
    assert_eq!(remarks_of(&plan("Green: finished, and seen.")).0[1].status, Status::Completed);
}

#[test]
fn a_group_in_the_words_does_not_fill_an_empty_owners_cell() {
    let plan = "Action Plan\n\n| No | Action | Lead | By when |\n|---|---|---|---|\n| 1 | Write to all schools | Ann Hale | 1 May 2024 |\n\
        | 2 | All agencies to attend training |  | 2 May 2024 |\n";
    let text = crate::input::read("plan.md", plan.as_bytes()).expect("a table is read");
    let document = Document::parse(&text, &Lexicon::default());
    let rules: Vec<String> = check(&document, &text, None).1.iter().map(|a| a.rule.to_string()).collect();
    assert_eq!(rules, ["actions/no-owner"]);
}
