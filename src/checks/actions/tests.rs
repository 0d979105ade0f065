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
