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

const LETTERED: &str = "Audit of the ferry company\n\nAppendix B: what the files show\n\nB.1 The gangway was raised in fog without a lamp.\n\n\
    B.2 Life jackets were counted by a steward who had left.\n\nB.3 The radio log stopped in the second week of May.\n\n\
    B.4 Tickets were sold for a bus that no longer ran.\n\n";

#[test]
fn paragraphs_of_lettered_parts_are_places() {
    let text = format!(
        "{LETTERED}Appendix C\n\nC.1 A steward told us (see B.2 and B.4) that B.3 had been known. Vitamin D.3 was sold on board.\n"
    );
    assert_eq!(targets(&text, "B.2 and B.4"), ["B.2", "B.4"]);
    assert_eq!(targets(&text, "B.3"), ["B.3"]);
    assert!(led(&text).iter().all(|(words, ..)| words != "D.3"));
    let text = format!("{LETTERED}C.1 The cook disagreed with paragraph B.14 in part.\n");
    assert_eq!(state(&text, "paragraph B.14"), State::Dangling);
}

#[test]
fn a_column_titled_by_the_documents_own_noun_cites() {
    let signals = ["The gangway had no lamp.", "Jackets were not counted.", "The radio log stopped."];
    let body: String = (1..)
        .zip(signals)
        .map(|(n, words)| format!("### Signal {n}\n\n{words}\n\n"))
        .collect();
    let table = "## Plan\n\n| No. | Signal | Action | Lead | By when |\n|---|---|---|---|---|\n\
        | 1 | 2 | Count life jackets at each call | Purser | May 2024 |\n| 2 | 3 | Keep the radio log | Mate | June 2024 |\n";
    let read = crate::input::read("plan.md", format!("# Review\n\n{body}{table}").as_bytes()).unwrap();
    let document = Document::parse(&read, &crate::text::Lexicon::default());
    let (graph, _) = check(&document, &read);
    let cited: Vec<&str> = graph.references.iter().flat_map(|r| &r.targets).map(String::as_str).collect();
    assert_eq!(cited, ["Signal 2", "Signal 3"]);
}

#[test]
fn what_the_words_overwhelmingly_mean_is_said_though_another_action_cites_it() {
    let text = "Review\n\n4.1 The harbour pilot left the launch before the tide gauge was read, and the signal lamp on the breakwater was dark.\n\n4.2 Lunch was served late on each of the four days when inspectors came aboard with their clerks.\n\n\
        4.3 A frayed rope was spliced by two deckhands and hung beside the galley door until winter.\n\n\
        4.4 The brass bell had been polished so often that its maker's name could no longer be made out.\n\n\
        4.5 A torn flag was kept in the locker, though three newer ones had been bought that summer.\n\n\
        4.6 The cook was kind to apprentices and taught several of them how bread is baked at sea.\n\nAction Plan\n\n\
        Action 1. In answer to paragraph 4.2, the harbour pilot to stay in the launch until the tide gauge is read and the signal lamp on the breakwater burns.\n\n\
        Action 2. In answer to paragraph 4.1, the tide gauge to be lit.\n";
    assert_eq!(suggested(text, "paragraph 4.2").as_deref(), Some("4.1"));
}

#[test]
fn a_letter_past_the_last_and_a_figure_too_many_are_traced() {
    let letters: String = [
        "The launch lost its anchor off the mole.",
        "The tide gauge was broken.",
        "The bell rang twice.",
        "The rope was frayed.",
    ]
    .iter()
    .zip('A'..)
    .map(|(words, letter)| format!("Finding {letter}: {words}\n\n"))
    .collect();
    let text = format!("Review\n\n{letters}Action Plan\n\nAction 1. In answer to Finding H, mend the broken tide gauge.\n");
    assert_eq!(suggested(&text, "Finding H").as_deref(), Some("Finding B"));
    let numbers: String = (1..=9)
        .map(|n| {
            format!(
                "4.{n} Lock {} was seen by keepers.\n\n",
                ["alder", "birch", "cedar", "damson", "elm", "fir", "gorse", "hazel", "iris"][n - 1]
            )
        })
        .collect();
    let text =
        format!("Review\n\n{numbers}4.10 Nothing more.\n\nAction Plan\n\nAction 1. In answer to paragraph 4.19, mend the lock of iris.\n");
    assert_eq!(suggested(&text, "paragraph 4.19").as_deref(), Some("4.9"));
}

#[test]
fn lists_as_names_take_them() {
    let body: String = ["One", "Two", "Three", "Four", "Five"]
        .iter()
        .map(|n| format!("Aspect {n}\n\nThe quay was seen by keeper {n}.\n\n"))
        .collect();
    let text = format!("Review\n\n{body}Keepers told Aspect Four to two visitors. Aspect Two and Five concern rain.\n");
    assert_eq!(targets(&text, "Aspect Four"), ["Aspect Four"]);
    let text = "Review\n\nThe panel met under regulation 8 of the harbour pilotage rules.\n";
    assert_eq!(state(text, "regulation 8"), State::External);
}
