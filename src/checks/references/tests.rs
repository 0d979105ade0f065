//! Small documents, parsed and judged as a whole.

use proptest::prelude::*;

use super::*;
use crate::text::{Format, Lexicon};

mod series;
mod written;

fn text(content: &str) -> Text {
    Text {
        content: content.to_owned(),
        marks: Vec::new(),
        syntax: Vec::new(),
        format: Format::Text,
        warnings: Vec::new(),
    }
}

fn judge(content: &str) -> (Document, Graph, Vec<Annotation<'static>>) {
    judged(text(content))
}

/// The same of a text in Markdown.
fn judge_markdown(content: &str) -> (Document, Graph, Vec<Annotation<'static>>) {
    judged(crate::input::read("a.md", content.as_bytes()).expect("it is a text"))
}

fn judged(text: Text) -> (Document, Graph, Vec<Annotation<'static>>) {
    let document = Document::parse(&text, &Lexicon::default());
    let (graph, remarks) = check(&document, &text);
    (document, graph, remarks)
}

/// The state of the reference whose words are `quote`.
fn state(content: &str, quote: &str) -> State {
    let (document, graph, _) = judge(content);
    let found = graph.references.iter().find(|r| document.fold.slice(r.span) == quote);
    found.unwrap_or_else(|| panic!("{quote:?} is no reference")).state
}

/// A review with two findings and a plan; `third` is the number that the third action cites.
fn review(third: &str) -> String {
    format!(
        "Serious Case Review\n\n\
        1. Background\n\n1.1 The board asked for this review in May.\n\n1.2 Two agencies gave their records.\n\n\
        2. Findings\n\nFinding One\n\n\
        2.1.1 Supervision did not ask hard questions\n\n\
        2.1.2 Supervision notes were short and nobody asked what the worker had seen. (This is addressed in the Action Plan)\n\n\
        2.1.3 The nursery kept a folder of drawings that nobody else saw. (This is addressed in the Action Plan)\n\n\
        2.1.4 What is known from elsewhere?\n\n\
        2.1.5 Other areas have found the same.\n\n\
        Finding Two\n\n\
        2.2.1 Housing did not know\n\n\
        2.2.2 Housing officers were never told about the bruises they might have seen on a visit. (This is addressed in the Action Plan)\n\n\
        2.2.3 Letters went to the old address for months.\n\n\
        3. Action Plan\n\n\
        Action One\n\nIn reference to paragraph 2.1.2 CSC to change the supervision notes so that each asks what the worker had seen.\n\nResponse: Completed\n\n\
        Action Two\n\nIn reference to paragraph 2.1.3 nurseries to share the folder of drawings with the social worker.\n\nResponse: Outstanding\n\n\
        Action Three\n\nIn reference to paragraph {third} housing officers to be trained to know bruises seen on a visit.\n\nResponse: Outstanding\n"
    )
}

#[test]
fn the_label_that_opens_an_action_is_no_reference_whatever_the_words_after_it_name() {
    for label in ["Action 2:", "Action 2", "Recommendation 2."] {
        let words = "In reference to paragraph 3.14 of the Ellerby review, the trust is to repeat its audit by 3 May 2021.";
        let (document, graph, _) = judge(&format!("Action plan\n\n{label} {words}\n"));
        let words: Vec<&str> = graph.references.iter().map(|r| document.fold.slice(r.span)).collect();
        assert_eq!(words, ["paragraph 3.14"], "{label}");
    }
}

#[test]
fn a_plan_that_answers_everything_is_clean() {
    let (_, graph, remarks) = judge(&review("2.2.2"));
    assert_eq!((graph.promises.covered, graph.promises.total), (3, 3));
    assert_eq!((graph.findings.covered, graph.findings.total), (2, 2));
    assert_eq!((graph.actions.covered, graph.actions.total), (3, 3));
    assert!(remarks.is_empty(), "{remarks:?}");
}

#[test]
fn a_number_that_does_not_exist_gets_the_promise_it_meant() {
    let (document, graph, remarks) = judge(&review("2.2.5"));
    let dangling = graph.references.iter().find(|r| r.state == State::Dangling).expect("2.2.5 dangles");
    assert_eq!(dangling.suggestions[0].target, "2.2.2");
    assert!(
        dangling.suggestions[0].why.contains("promises an answer"),
        "{}",
        dangling.suggestions[0].why
    );
    assert_eq!((graph.promises.covered, graph.promises.total, graph.promises.unresolved), (2, 3, 1));
    // The wrong number is the fault; the promise is told as probably kept, and counts as no coverage.
    let rules: Vec<&str> = remarks.iter().map(|r| r.rule).collect();
    assert_eq!(rules, ["references/unanswered-finding", "references/dangling"]);
    let open = graph
        .references
        .iter()
        .find(|r| r.kind == ReferenceKind::Promise && !r.suggestions.is_empty())
        .expect("2.2.2 is probably kept");
    assert_eq!((open.state, open.targets.as_slice()), (State::Ok, &["Action Three".to_owned()][..]));
    assert_eq!(open.suggestions[0].target, "Action Three");
    assert_eq!(
        document.blocks[open.block as usize]
            .paragraph
            .map(|p| document.outline.entries[p as usize].number.as_str()),
        Some("2.2.2")
    );
}

#[test]
fn of_a_list_the_missing_number_alone_is_marked() {
    let content = review("2.2.2").replace("1.2 Two agencies", "1.2 See paragraphs 2.1.2, 2.1.88 and 2.9.1. Two agencies");
    let (_, graph, remarks) = judge(&content);
    let marked: Vec<&str> = remarks.iter().map(|r| &content[r.span.range()]).collect();
    assert_eq!(marked, ["2.1.88", "2.9.1"]);
    assert_eq!(graph.references.iter().filter(|r| r.state == State::Dangling).count(), 1);
}

#[test]
fn a_finding_and_a_paragraph_of_it() {
    let with = |third: &str| review("2.2.2").replace("In reference to paragraph 2.2.2", third);
    let promises = |content: &str| {
        let (_, graph, _) = judge(content);
        (graph.promises.covered, graph.findings.covered)
    };
    // Alone it answers the finding and keeps its promises; beside a paragraph, of whichever action, it keeps none.
    assert_eq!(promises(&with("In reference to Finding Two")), (3, 2));
    assert_eq!(promises(&with("As set out in Finding Two, and in particular in 2.2.3,")), (2, 2));
    assert_eq!(promises(&with("As set out in Finding Two, and in particular in 2.2.2,")), (3, 2));
    let other = with("In reference to Finding Two").replace("paragraph 2.1.3 nurseries", "paragraphs 2.1.3 and 2.2.3 nurseries");
    assert_eq!(promises(&other), (2, 2));
}

#[test]
fn a_heading_and_a_neighbour_are_off_target() {
    assert_eq!(state(&review("2.2.1"), "paragraph 2.2.1"), State::OffTarget);
    assert_eq!(state(&review("2.2.3"), "paragraph 2.2.3"), State::OffTarget);
    assert_eq!(state(&review("2.2.2"), "paragraph 2.2.2"), State::Ok);
}

#[test]
fn states_of_single_references() {
    let with = |line: &str| review("2.2.2").replace("1.2 Two agencies", &format!("1.2 {line} Two agencies"));
    for (line, quote, expected) in [
        ("See Finding Two.", "Finding Two", State::Ok),
        ("See Finding Seven.", "Finding Seven", State::Dangling),
        ("See paragraphs 2.1.2 to 2.1.5.", "paragraphs 2.1.2 to 2.1.5", State::Ok),
        ("See paragraph 2.1.55.", "paragraph 2.1.55", State::Dangling),
        ("A section 47 enquiry began.", "section 47", State::External),
        ("Paragraph 4 of Working Together says so.", "Paragraph 4", State::External),
        (
            "As stated elsewhere in this report, it rained.",
            "As stated elsewhere in this report",
            State::Unspecific,
        ),
        ("When Actions One to Three are done.", "Actions One to Three", State::Ok),
        ("See paragraph 2.1.4.", "paragraph 2.1.4", State::Ok),
        (
            "The agencies' own plans are at Appendix C, which is published separately.",
            "Appendix C",
            State::External,
        ),
    ] {
        assert_eq!(state(&with(line), quote), expected, "{line}");
    }
}

#[test]
fn a_number_used_twice_is_said_and_its_citations_are_ambiguous() {
    let twice = review("2.2.2").replace("2.2.3 Letters", "2.2.2 Letters");
    assert_eq!(state(&twice, "paragraph 2.2.2"), State::Ambiguous);
    let (_, _, remarks) = judge(&twice);
    assert!(
        remarks
            .iter()
            .any(|r| r.rule == "references/number-used-twice" && !r.related.is_empty())
    );
}

/// A review of eight promises, one a paragraph, and eight actions whose numbers are one too low from `drift` on.
fn drifting(drift: usize) -> String {
    let matters = [
        "night feeds at the hostel",
        "bus fares to the clinic",
        "dog bites and garden fences",
        "interpreters at every hospital visit",
        "scales in the health van",
        "police bodycam footage",
        "school breakfast vouchers",
        "court bundles arriving late",
    ];
    let mut review = "Serious Case Review\n\n1. Findings\n\n1.1 Introduction.\n\n".to_owned();
    for (i, matter) in matters.iter().enumerate() {
        review += &format!(
            "1.{} Nobody had thought hard enough about {matter} at that time. (This is addressed in the Action Plan)\n\n",
            i + 2
        );
    }
    review += "2. Action Plan\n\n";
    for (i, matter) in matters.iter().enumerate() {
        let number = if i >= drift { i + 1 } else { i + 2 };
        review += &format!(
            "Action {}\n\nIn reference to paragraph 1.{number} CSC to report on {matter}.\n\nResponse: Completed\n\n",
            i + 1
        );
    }
    review
}

#[test]
fn a_promise_that_a_citation_only_meets_by_mistake_is_told_so() {
    let drifted = drifting(3);
    let third = drifted.find("Action 3\n").expect("there are eight");
    let fourth = drifted.find("Action 4\n").expect("there are eight");
    let content = format!(
        "{}Action 3\n\nIn reference to paragraph 1.2 CSC to buy umbrellas.\n\n{}",
        &drifted[..third],
        &drifted[fourth..]
    );
    let (_, _, remarks) = judge(&content);
    let says: Vec<&str> = remarks
        .iter()
        .filter(|r| r.rule == "references/unanswered-promise")
        .map(|r| r.message.as_ref())
        .collect();
    let [only] = says[..] else { panic!("{says:?}") };
    assert!(only.contains("Action 4 cites it and seems to mean another place"), "{only}");
}

#[test]
fn numbers_that_drift_as_a_whole_are_each_put_right() {
    let (_, graph, _) = judge(&drifting(3));
    let suggested: Vec<&str> = graph
        .references
        .iter()
        .filter(|r| r.state == State::OffTarget)
        .map(|r| r.suggestions[0].target.as_str())
        .collect();
    assert_eq!(suggested, ["1.5", "1.6", "1.7", "1.8", "1.9"]);
    let (_, graph, remarks) = judge(&drifting(9));
    assert!(graph.references.iter().all(|r| r.state == State::Ok), "{remarks:?}");
}

#[test]
fn a_drift_is_said_once_where_it_begins() {
    let content = drifting(3);
    let (_, graph, remarks) = judge(&content);
    let said: Vec<_> = remarks.iter().filter(|r| r.rule == "references/drift").collect();
    let [only] = said.as_slice() else { panic!("{said:?}") };
    assert!(
        only.message
            .starts_with("From Action 4 on, the numbers cited are one too low (1.4 for 1.5,"),
        "{}",
        only.message
    );
    assert_eq!(&content[only.span.range()], "paragraph 1.4");
    assert_eq!((only.related.len(), graph.drifts[0].by), (4, 1));
    let (_, graph, _) = judge(&drifting(7));
    assert!(graph.drifts.is_empty(), "one citation that misses is no drift");
    let (_, graph, _) = judge(&drifting(9));
    assert!(graph.drifts.is_empty(), "nothing drifts where the numbers are right");
}

#[test]
fn a_narrative_number_that_slipped_gets_the_place_its_words_speak_of() {
    let suggested = |line: &str| -> Option<String> {
        let content = drifting(9).replace("1.1 Introduction.", &format!("1.1 {line}"));
        let (_, graph, _) = judge(&content);
        let dangling = graph.references.iter().find(|r| r.state == State::Dangling).expect("it dangles");
        dangling.suggestions.first().map(|s| s.target.clone())
    };
    let said = "the dog bites and the garden fences were known to the school for months";
    assert_eq!(suggested(&format!("As paragraph 1.4.1 shows, {said}.")).as_deref(), Some("1.4"));
    assert_eq!(suggested(&format!("As paragraph 3.4 shows, {said}.")).as_deref(), Some("1.4"));
    assert_eq!(
        suggested("As paragraph 1.31 shows, the caravan was sold by the uncle in the spring."),
        None
    );
    assert_eq!(
        suggested("As paragraph 3.4 shows, the caravan was sold by the uncle in the spring."),
        None
    );
}

#[test]
fn any_text_is_judged_without_a_panic() {
    for content in [
        "",
        "\n",
        "(",
        "see ",
        "paragraph",
        "paragraph 7.",
        "7.1 7.1",
        "(see 4.12-",
        "Action One\n\nSee paragraph 9.9.9",
        "\u{b6}\u{b6} 4",
        "s.",
        "the second",
        "\u{1d4fe}.p2",
        "\u{1d4fe}.kf2",
        "\u{e9}lt3 \u{1d4fe}q4 \u{1d4fe}OP4 to \u{e9}OP5",
    ] {
        let _ = judge(content);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_paragraph_that_nothing_cites_changes_no_state(words in "[a-z]{3,9}( [a-z]{3,9}){2,12}") {
        let before: Vec<State> = judge(&review("2.2.5")).1.references.iter().map(|r| r.state).collect();
        let more = review("2.2.5").replace("3. Action Plan", &format!("2.2.4 Xenon {words}.\n\n3. Action Plan"));
        let after: Vec<State> = judge(&more).1.references.iter().map(|r| r.state).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn removing_a_cited_paragraph_makes_its_citations_dangle(which in 0..3_usize) {
        let (number, cited) = [("2.1.2", "paragraph 2.1.2"), ("2.1.3", "paragraph 2.1.3"), ("2.2.2", "paragraph 2.2.2")][which];
        let whole = review("2.2.2");
        let without: Vec<&str> = whole.split("\n\n").filter(|block| !block.starts_with(&format!("{number} "))).collect();
        let without = without.join("\n\n");
        prop_assert_eq!(state(&without, cited), State::Dangling);
        let dangling = judge(&without).1.references.iter().filter(|r| r.state == State::Dangling).count();
        prop_assert_eq!(dangling, 1);
    }

    #[test]
    fn coverage_adds_up(third in "2\\.[12]\\.[1-9]") {
        let graph = judge(&review(&third)).1;
        for coverage in [graph.promises, graph.findings, graph.actions] {
            prop_assert!(coverage.covered + coverage.unresolved <= coverage.total);
        }
    }

    #[test]
    fn any_characters_are_judged(content in "(paragraph|section|s\\.|\\(|\\)|see |[0-9]\\.|[0-9]| |Action One|\n\n|to |and |\u{e9}|[a-z]|\"|above|in the action plan|addressed ){0,60}") {
        let (document, graph, _) = judge(&content);
        for reference in &graph.references {
            prop_assert!(!document.fold.slice(reference.span).is_empty());
        }
    }
}

#[test]
fn a_joined_cell_cites_for_every_row_beside_it() {
    let rows = |joined: &str| {
        format!(
            "<h1>Review</h1><h2>Recommendations</h2><p>Recommendation 1: The trust should audit its visits.</p>\
            <p>Recommendation 2: The school should record who collects a child.</p><h2>Action plan</h2>\
            <table><tr><th>Recommendation</th><th>Action</th><th>Lead</th><th>By when</th></tr>\
            <tr><td{joined}>1</td><td>Audit forty visits</td><td>Head of Nursing</td><td>3 May 2024</td></tr>\
            <tr>{}<td>Report the audit to the board</td><td>Head of Nursing</td><td>3 June 2024</td></tr>\
            <tr><td>2</td><td>Write down who collects each child</td><td>Head teacher</td><td>7 June 2024</td></tr></table>",
            if joined.is_empty() { "<td>The board asks</td>" } else { "" }
        )
    };
    let uncited = |page: &str| {
        let text = crate::input::read("plan.html", page.as_bytes()).expect("it is a page");
        let document = Document::parse(&text, &Lexicon::default());
        let found = check(&document, &text).1;
        found.iter().filter(|it| it.rule == "references/action-cites-nothing").count()
    };
    assert_eq!(uncited(&rows(" rowspan=\"2\"")), 0);
    assert_eq!(uncited(&rows("")), 1);
}
