//! Places of many kinds of series, and the references that cite them.

use super::*;

/// Every reference of `content`: its words, where it leads, and what is suggested first.
fn led(content: &str) -> Vec<(String, Vec<String>, Option<String>)> {
    let (document, graph, _) = judge(content);
    let one = |r: &Reference| {
        let first = r.suggestions.first().map(|it| it.target.clone());
        (document.fold.slice(r.span).to_owned(), r.targets.clone(), first)
    };
    graph.references.iter().map(one).collect()
}

fn targets(content: &str, quote: &str) -> Vec<String> {
    let all = led(content);
    let found = all.iter().find(|(words, ..)| words == quote);
    found.unwrap_or_else(|| panic!("{quote:?} is none of {all:?}")).1.clone()
}

fn suggested(content: &str, quote: &str) -> Option<String> {
    let all = led(content);
    let found = all.iter().find(|(words, ..)| words == quote);
    found.unwrap_or_else(|| panic!("{quote:?} is none of {all:?}")).2.clone()
}

const TERMS: &str = "Domestic Homicide Review\n\n1. Purpose\n\n1.1 The panel set four terms.\n\n\
    (i) To say how the library and the baths kept their records.\n\
    (ii) To ask whether the kennel manager saw bruises.\n\
    (iii) To describe how passports were withheld.\n\
    (iv) To review the licensing of crossbows.\n\n\
    2. Analysis\n\n";

#[test]
fn items_of_a_list_are_cited_by_their_letters() {
    let text = format!("{TERMS}2.1 The panel has answered terms (i) to (iii) and, with less confidence, term (iv) of the four.\n");
    assert_eq!(targets(&text, "terms (i) to (iii)"), ["(i)", "(ii)", "(iii)"]);
    assert_eq!(targets(&text, "term (iv)"), ["(iv)"]);
    let text = format!("{TERMS}2.1 On term (vi) the panel heard nobody.\n");
    assert_eq!(state(&text, "term (vi)"), State::Dangling);
}

#[test]
fn two_lists_of_one_kind_are_cited_by_nobody() {
    let twice = format!("{TERMS}(i) One thing.\n(ii) Another thing.\n(iii) A third thing.\n\n2.1 See term (ii) for more.\n");
    assert!(led(&twice).iter().all(|(words, ..)| words != "term (ii)"));
}

#[test]
fn a_run_of_the_narrative_that_drifts_is_told() {
    let text = format!(
        "{TERMS}2.1 On term (iii): the kennel manager saw bruises twice and said nothing.\n\n\
        2.2 On term (iv): both passports were withheld in a locked drawer.\n\n\
        2.3 On term (v): the licensing of crossbows is nobody's task, and crossbows hung in the hall.\n"
    );
    assert_eq!(suggested(&text, "term (iii)").as_deref(), Some("(ii)"));
    assert_eq!(suggested(&text, "term (iv)").as_deref(), Some("(iii)"));
}

#[test]
fn right_references_to_tables_stay_right() {
    let text = "Audit report\n\n1. Figures\n\n1.1 Table 1 shows the boats by harbour.\n\n1.2 Table 2 gives the ages of skippers.\n\n\
        Table 1: Boats by harbour\n\nTable 2: Ages of skippers\n\nTable 3: Lifejackets\n\n1.3 What Table 3 holds was counted twice.\n";
    assert!(led(text).iter().all(|(_, _, suggested)| suggested.is_none()), "{:?}", led(text));
}

#[test]
fn codes_may_have_a_hyphen_and_a_cell_cites_what_a_paragraph_opens() {
    let text = "Learning review\n\nKT-01 Nobody weighed the pony.\n\nKT-02 The farrier told no one.\n\nKT-03 Hay was short.\n\n\
        Answers\tWhat\tWho\tWhen\nKT-01\tBuy scales\tStable Manager\tMay 2023\nKT-02\tGive farriers a number\tCouncil\tJune 2023\n\n\
        KT-03 needs no action. See KT-01 to KT-03.\n";
    assert_eq!(targets(text, "KT-02"), ["KT-02"]);
    assert_eq!(targets(text, "KT-01 to KT-03"), ["KT-01", "KT-02", "KT-03"]);
    assert!(led(text).iter().all(|(_, targets, _)| !targets.is_empty()));
}

#[test]
fn lettered_recommendations_are_places() {
    let text = "Review of Child Elm\n\nRecommendations\n\nA. The board should buy a boat.\n\nB. The college should teach rowing.\n\n\
        C. The harbour should be lit.\n\nDiscussion\n\nRecommendations B and C belong together.\n";
    assert_eq!(targets(text, "Recommendations B and C"), ["Recommendation B", "Recommendation C"]);
}

#[test]
fn numbers_of_a_year_are_whole() {
    let text = "Minutes of the meeting held on 3 March 2024\n\nPresent: Ms Vane (chair), Mr Oake\n\n1. Matters\n\n\
        1.1 Action 24/02 stays open, with Actions 24/01 and 24/03.\n\nActions\n\n\
        Action 24/01: Mr Oake to write to the school by 9 April 2024.\n\nAction 24/02: Ms Vane to book a hall.\n\n\
        Action 24/03: Mr Oake to ring the baths.\n";
    assert_eq!(targets(text, "Action 24/02"), ["Action 24/02"]);
    assert_eq!(targets(text, "Actions 24/01 and 24/03"), ["Action 24/01", "Action 24/03"]);
}

#[test]
fn a_short_name_in_brackets_names_its_own_place() {
    let text = "Review of Child Ash\n\nLEARNING POINT 1 (LP1)\nScales were not used by anyone on any of the visits that were made.\n\n\
        LEARNING POINT 2 (LP2)\nNobody asked about the pony, though it stood in the kitchen each time.\n\nOf these LP1 matters most (LP4).\n";
    let words: Vec<String> = led(text).into_iter().map(|it| it.0).collect();
    assert_eq!(words, ["LP1", "LP4"]);
    assert_eq!(state(text, "LP4"), State::Dangling);
}

#[test]
fn an_appendix_counts_its_own_paragraphs() {
    let body: String = (1..=6)
        .map(|n| format!("{n}. The keeper of lock {n} told what was seen there.\n\n"))
        .collect();
    let own: String = (1..=6)
        .map(|n| format!("{n}. What was lock {n} built for, and who keeps it?\n\n"))
        .collect();
    let text = format!("Review of the canal\n\n{body}7. More is said in paragraph 3.\n\nAPPENDIX A: QUESTIONS\n\n{own}");
    assert_eq!(state(&text, "paragraph 3"), State::Ok);
}

#[test]
fn pages_that_a_text_counts_exist() {
    let text = "Review\n\n1.1 The history of the lock is told on page 2 by its keeper.\n\nPage 1 of 2\n\n1.2 The history of the weir would be told on page 3 by nobody.\n\nPage 2 of 2\n";
    assert_eq!(state(text, "page 2"), State::Ok);
    assert_eq!(state(text, "page 3"), State::Dangling);
}

#[test]
fn a_line_that_breaks_before_its_number_goes_on() {
    let text = "Review\n\nFinding One: The gate\n\nIt was open.\n\nFinding Two: The dog\n\nIt was loose.\n\nFinding Three: The road\n\nIt was dark.\n\n\
        Response 4 (Findings\nTwo and Three). The council will mend the gate before the summer and will tie the dog in the yard.\n";
    let (document, graph, _) = judge(text);
    let found = graph
        .references
        .iter()
        .find(|r| document.fold.slice(r.span).starts_with("Findings"));
    assert_eq!(
        found.map(|r| r.targets.clone()),
        Some(vec!["Finding Two".to_owned(), "Finding Three".to_owned()])
    );
}
